#include "handout_page.hpp"

#include "text_width.hpp"

#include <algorithm>

namespace lotse::viz {
namespace {

constexpr double foot_font = 7;
constexpr std::size_t most_source_lines = 3;  // more would stand in the text above
constexpr Colour writing_line{0xB0, 0xB0, 0xB0};

double advance(const Block::Line& line) {
    return line.same_line ? 0 : 1.3 * line.font_pt;
}

void drop_last_character(std::string& text) {
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80)
        text.pop_back();
    if (!text.empty()) text.pop_back();
}

constexpr double foot_width = handout_width_pt - 2 * handout_margin_pt;
constexpr double page_number_width = 60;

std::vector<std::string> source_lines(const HandoutTexts& texts) {
    const std::string between = texts.left_out.empty() || texts.source.empty() ? "" : " ";
    return first_lines(texts.left_out + between + texts.source, foot_font, foot_width,
                       most_source_lines);
}

double top_of_foot(const std::vector<std::string>& sources) {
    return handout_height_pt - handout_margin_pt + 14 -
           1.25 * foot_font * static_cast<double>(sources.size());
}

}  // namespace

void print(Drawing& page, const char* role, Point at, const std::string& text, double font_pt,
           Weight weight, Colour colour, Anchor anchor) {
    if (!text.empty()) page.labels.push_back({role, at, anchor, weight, font_pt, colour, text});
}

void add_box(Drawing& page, const Rectangle& box, Colour fill, Colour line, double line_pt) {
    page.shapes.push_back({{{box.left, box.top},
                            {box.right, box.top},
                            {box.right, box.bottom},
                            {box.left, box.bottom}},
                           fill,
                           line,
                           line_pt});
}

void add_writing_lines(Drawing& page, const Rectangle& box, double distance_pt) {
    for (double y = box.top + distance_pt; y <= box.bottom; y += distance_pt)
        add_box(page, {box.left, y, box.right, y + 0.4}, writing_line, writing_line, 0);
}

double add_tag(Drawing& page, Point top_left, const HandoutActor& about, double font_pt,
               Scheme scheme) {
    const Swatch colours = swatch(about.sector, scheme);
    const double width = text_width_pt(about.tag, font_pt, Weight::bold) + 0.8 * font_pt;
    add_box(page, {top_left.x, top_left.y, top_left.x + width, top_left.y + 1.4 * font_pt},
            colours.full, colours.full, 0);
    print(page, "tag", {top_left.x + width / 2, top_left.y + 1.05 * font_pt}, about.tag, font_pt,
          Weight::bold, colours.ink, Anchor::centre);
    return width;
}

Drawing handout_page(const HandoutTexts& texts, const std::string& title) {
    Drawing page;
    page.language = texts.language == Language::de ? "de" : "en";
    page.title = title;
    page.description = title;
    page.paper = "A4";
    page.width_pt = handout_width_pt;
    page.height_pt = handout_height_pt;
    page.minimum_font_pt = foot_font;
    std::string left;
    for (const std::string& part : {texts.fiction, texts.network, texts.date})
        if (!part.empty()) left += (left.empty() ? "" : " · ") + part;
    const std::vector<std::string> sources = source_lines(texts);
    double y = top_of_foot(sources);
    const Weight weight = texts.fiction.empty() ? Weight::regular : Weight::bold;
    for (const std::string& line :
         first_lines(left, foot_font, foot_width - page_number_width, 1, weight))
        print(page, "footer", {handout_margin_pt, y}, line, foot_font, weight, faint_text_colour);
    for (const std::string& line : sources)
        print(page, "footer", {handout_margin_pt, y += 1.25 * foot_font}, line, foot_font,
              Weight::regular, faint_text_colour);
    return page;
}

void print_page_numbers(std::vector<Drawing>& pages, const HandoutTexts& texts) {
    const double y = top_of_foot(source_lines(texts));
    for (std::size_t i = 0; i < pages.size(); ++i)
        print(pages[i], "footer", {handout_width_pt - handout_margin_pt, y},
              message({"Seite {} von {}", "Page {} of {}"},
                      {std::to_string(i + 1), std::to_string(pages.size())})
                  .in(texts.language),
              foot_font, Weight::regular, faint_text_colour, Anchor::right);
}

double height_of(const Block& block) {
    double height = 0;
    for (const Block::Line& line : block.lines) height += advance(line);
    return height;
}

Block take_lines(Block& block, double height_pt) {
    Block taken = block;
    std::size_t count = 0;
    for (double height = 0; count < block.lines.size(); ++count) {
        height += advance(block.lines[count]);
        if (count > 0 && height > height_pt) break;
    }
    const auto end = static_cast<std::ptrdiff_t>(count);
    taken.lines.erase(taken.lines.begin() + end, taken.lines.end());
    block.lines.erase(block.lines.begin(), block.lines.begin() + end);
    block.space_before_pt = 0;
    return taken;
}

std::vector<std::string> first_lines(const std::string& text, double font_pt, double width_pt,
                                     std::size_t most, Weight weight) {
    std::vector<std::string> lines = paragraph(text, font_pt, width_pt, weight);
    if (lines.size() <= most) return lines;
    lines.resize(most);
    std::string& last = lines.back();
    while (!last.empty() && text_width_pt(last + "…", font_pt, weight) > width_pt)
        drop_last_character(last);
    last += "…";
    return lines;
}

void print(Drawing& page, const Block& block, Point top) {
    double y = top.y;
    for (const Block::Line& line : block.lines) {
        y += advance(line);
        print(page, "text", {top.x + line.indent_pt, y - 0.3 * line.font_pt}, line.text,
              line.font_pt, line.weight, line.colour);
    }
}

}  // namespace lotse::viz
