#include "frame.hpp"

#include "text_width.hpp"

#include <lotse/base/credit.hpp>
#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

namespace lotse::viz {
namespace {

std::string credit_of(const Network& network, Language language) {
    std::vector<std::string> titles;
    for (const Source& source : network.tables().sources) titles.push_back(source.title);
    return credit(titles, network.info().license).in(language);
}

}  // namespace

std::string network_name(const Network& network) {
    return std::string{unicode::trim(network.info().name)};
}

std::string counted(std::size_t count, Text one, Text many, Language language) {
    return std::to_string(count) + " " + std::string{(count == 1 ? one : many).in(language)};
}

std::string date_text(const Network& network, const std::optional<PartialDate>& at,
                      Language language) {
    const auto date = network.as_of();
    std::string text =
        date ? message({"Stand {}", "As of {}"}, {people_text(*date, language)}).in(language)
             : std::string{Text{"Stand nicht angegeben", "Date not recorded"}.in(language)};
    if (!at) return text;
    return message({"Stichtag {} · {}", "On {} · {}"}, {people_text(*at, language), text})
        .in(language);
}

std::string withheld_text(const Withheld& withheld) {
    return withheld.below > 0 ? "<" + std::to_string(withheld.below) : "•";
}

FrameTexts frame_texts(const Network& network, const PictureOptions& options, Text view,
                       const std::vector<std::string>& counts) {
    const Language language = options.language;
    FrameTexts texts;
    texts.language = language;
    texts.title = unicode::trim(options.title);
    if (texts.title.empty()) {
        texts.title = view.in(language);
        if (const std::string name = network_name(network); !name.empty())
            texts.title += " " + name;
    }
    if (network.info().fictional)
        texts.fiction = Text{"Fiktive Daten", "Fictional data"}.in(language);
    texts.subtitle = date_text(network, options.at, language);
    for (const std::string& count : counts) texts.subtitle += " · " + count;
    texts.source = credit_of(network, language);
    return texts;
}

Frame::Frame(const FrameTexts& texts, Paper paper, const PictureOptions& options) : texts_{texts} {
    for (const Message& note : options.notes) texts_.notes.push_back(note.in(texts_.language));
    const PaperSize size = size_of(paper);
    drawing_.width_pt = size.width_pt;
    drawing_.height_pt = size.height_pt;
    drawing_.paper = enumerator(paper).label.de;
    drawing_.language = texts.language == Language::de ? "de" : "en";
    drawing_.title = texts.title;
    drawing_.description = texts.description;
    const double relative = std::sqrt(size.width_pt / size_of(Paper::a3).width_pt);
    unit_ = relative * options.font_scale;
    margin_ = 28 * relative;
    add_head();
    add_foot();
}

double Frame::font(double at_a3) const {
    return std::max(least_font_pt, at_a3 * unit_);
}

void Frame::print(const char* role, Point at, const std::string& text, double font_pt,
                  Weight weight, Colour colour, Anchor anchor) {
    drawing_.labels.push_back({role, at, anchor, weight, font_pt, colour, text});
}

void Frame::print_above(const char* role, Point at, const std::string& text, double font_pt,
                        Weight weight, Colour colour, Anchor anchor, Colour plate) {
    constexpr double rim_pt = 2;
    print(role, at, text, font_pt, weight, colour, anchor);
    drawing_.labels.back().plate_pt = text_width_pt(text, font_pt, weight) + 2 * rim_pt;
    drawing_.labels.back().plate = plate;
}

void Frame::add_head() {
    double size = 22 * unit_;
    while (size > 12 && text_width_pt(texts_.title, size, Weight::bold) > inner_width())
        size *= 0.95;
    double y = margin_;
    std::vector<std::string> title = wrap(texts_.title, size, inner_width(), Weight::bold);
    if (std::ranges::any_of(title, [&](const std::string& line) {
            return text_width_pt(line, size, Weight::bold) > inner_width();
        }))
        title = paragraph(texts_.title, size, inner_width(), Weight::bold);
    for (const std::string& line : title) {
        y += size;
        print("title", {margin_, y}, line, size, Weight::bold);
    }
    const double small = font(10);
    double x = margin_;
    y += small * 1.6;
    if (!texts_.fiction.empty()) {
        print("subtitle", {x, y}, texts_.fiction, small, Weight::bold);
        x += text_width_pt(texts_.fiction, small, Weight::bold) + small;
    }
    for (const std::string& line : wrap(texts_.subtitle, small, margin_ + inner_width() - x)) {
        print("subtitle", {x, y}, line, small, Weight::regular, faint_text_colour);
        y += small * 1.5;
    }
    y -= small * 1.5;
    area_.top = y + small;
    area_.left = margin_;
    area_.right = drawing_.width_pt - margin_;
}

/// Notes and source; the last line leaves room for the smallest size of type.
void Frame::add_foot() {
    foot_font_ = font(7.2);
    std::string notes;
    for (const std::string& note : texts_.notes) notes += (notes.empty() ? "" : " ") + note;
    std::vector<std::pair<const char*, std::string>> lines;
    if (!notes.empty())
        for (const std::string& line : wrap(notes, foot_font_, inner_width()))
            lines.emplace_back("note", line);
    for (const std::string& line : wrap(texts_.source, foot_font_, inner_width() - 34 * foot_font_))
        lines.emplace_back("footer", line);
    double y =
        drawing_.height_pt - margin_ - 1.35 * foot_font_ * static_cast<double>(lines.size() - 1);
    area_.bottom = y - 1.6 * foot_font_;
    for (const auto& [role, line] : lines) {
        print(role, {margin_, y}, line, foot_font_, Weight::regular, faint_text_colour);
        y += 1.35 * foot_font_;
    }
}

Drawing Frame::finish() {
    double least = foot_font_;
    for (const TextLine& line : drawing_.labels) least = std::min(least, line.font_pt);
    for (const Node& node : drawing_.nodes) {
        least = std::min(least, node.font_pt);
        if (!node.tag.empty()) least = std::min(least, static_cast<double>(node.tag_font_pt));
    }
    drawing_.minimum_font_pt = least;
    char number[16];
    std::snprintf(number, sizeof number, "%.1f", std::floor(least * 10) / 10);
    std::string text = number;
    if (language() == Language::de) std::replace(text.begin(), text.end(), '.', ',');
    const std::string line = message({"Blatt {} quer, kleinste Schrift {} pt · lotse",
                                      "Sheet {} landscape, smallest type {} pt · lotse"},
                                     {std::string_view{drawing_.paper}, std::string_view{text}})
                                 .in(language());
    print("footer", {drawing_.width_pt - margin_, drawing_.height_pt - margin_}, line, foot_font_,
          Weight::regular, faint_text_colour, Anchor::right);
    return std::move(drawing_);
}

namespace {

struct OnSheet {
    Drawing drawing;
    Paper paper;
};

/// On the first sheet, from the chosen one upwards, with a drawing that `is_good`.
template <class Predicate>
std::optional<OnSheet> first_sheet(const PictureOptions& options, const DrawOnSheet& attempt,
                                   Predicate is_good) {
    for (const auto& paper : all_enumerators<Paper>) {
        if (paper.value < options.paper) continue;
        std::optional<Drawing> drawing = attempt(paper.value, options);
        if (drawing && is_good(*drawing)) return OnSheet{*std::move(drawing), paper.value};
    }
    return std::nullopt;
}

/// Sizes of the names of a picture: in boxes, by their id, and before rows.
std::map<std::string, double> name_sizes(const Drawing& drawing) {
    std::map<std::string, double> sizes;
    for (const Node& node : drawing.nodes)
        if (node.style != "sign") sizes[node.id] = node.font_pt;
    for (const TextLine& line : drawing.labels)
        if (line.role == "row") sizes["row"] = line.font_pt;
    return sizes;
}

bool has_smaller_names(const Drawing& drawing, const std::map<std::string, double>& sizes) {
    constexpr double same = 0.05;
    return std::ranges::any_of(name_sizes(drawing), [&](const auto& name) {
        const auto before = sizes.find(name.first);
        return before != sizes.end() && name.second < before->second - same;
    });
}

void say_larger(OnSheet& found, const PictureOptions& options, Text reason) {
    found.drawing.messages.push_back(
        message(reason, {enumerator(options.paper).label.de, enumerator(found.paper).label.de})
            .in(options.language));
}

constexpr Text too_small{"Auf {} wäre die Schrift kleiner als 7 pt: die Karte ist für {} gesetzt",
                         "On {} the type would be smaller than 7 pt: the map is set for {}"};

/// Head, legend and notes take the room of the names when all type is to be larger.
std::optional<OnSheet> in_larger_type(const PictureOptions& options, OnSheet plain,
                                      const DrawOnSheet& attempt) {
    const auto sizes = name_sizes(plain.drawing);
    const auto is_good = [&](const Drawing& drawing) { return !has_smaller_names(drawing, sizes); };
    std::optional<OnSheet> found;
    if (!options.keeps_sheet)
        found = first_sheet(options, attempt, is_good);
    else if (auto drawing = attempt(plain.paper, options); drawing && is_good(*drawing))
        found = OnSheet{*std::move(drawing), plain.paper};
    if (!found) {
        plain.drawing.messages.push_back(
            message({"--font-scale machte die Namen auf {} kleiner statt größer: die Karte ist "
                     "ohne gesetzt",
                     "--font-scale would make the names on {} smaller, not larger: the map is set "
                     "without it"},
                    {enumerator(options.keeps_sheet ? plain.paper : Paper::a0).label.de})
                .in(options.language));
        if (plain.paper != options.paper) say_larger(plain, options, too_small);
        return plain;
    }
    if (found->paper != options.paper)
        say_larger(*found, options,
                   found->paper == plain.paper
                       ? too_small
                       : Text{"Mit --font-scale wären die Namen auf {} kleiner als ohne: die Karte "
                              "ist für {} gesetzt",
                              "With --font-scale the names on {} would be smaller than without: "
                              "the map is set for {}"});
    return found;
}

}  // namespace

Result<Drawing> set_on_paper(const PictureOptions& options, const std::string& what,
                             const DrawOnSheet& attempt) {
    if (!(options.font_scale >= 0.5 && options.font_scale <= 3))
        return Error{ErrorKind::usage, message({"Schriftfaktor außerhalb von 0,5 bis 3",
                                                "font scale outside 0.5 to 3"})};
    PictureOptions plain = options;
    plain.font_scale = std::min(1.0, options.font_scale);
    auto found = first_sheet(plain, attempt, [](const Drawing&) { return true; });
    if (!found)
        return Error{
            ErrorKind::limit,
            message({"Auch A0 ist in lesbarer Schrift zu klein für {}: einen Ausschnitt wählen "
                     "oder sehr lange Namen kürzen",
                     "Even A0 is too small in readable type for {}: choose a part of the network, "
                     "or shorten very long names"},
                    {what})};
    if (options.font_scale > 1)
        found = in_larger_type(options, *std::move(found), attempt);
    else if (found->paper != options.paper)
        say_larger(*found, options, too_small);
    return std::move(found->drawing);
}

}  // namespace lotse::viz
