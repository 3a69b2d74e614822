#include "handout_page.hpp"
#include "text_width.hpp"

#include <algorithm>

namespace lotse::viz {
namespace {

constexpr std::size_t columns = 2;
constexpr std::size_t rows = 4;
constexpr double sheet_margin = 20;  // printers do not reach further
constexpr double card_width = (handout_width_pt - 2 * sheet_margin) / columns;
constexpr double foot_height = 20;  // below the cards: source and licence
constexpr double card_height = (handout_height_pt - 2 * sheet_margin - foot_height) / rows;
constexpr double padding = 10;
constexpr std::size_t most_name_lines = 6;
constexpr Colour cutting_line{0x99, 0x99, 0x99};

std::vector<std::string> name_lines(const std::string& name, double& font_pt, double width) {
    for (;; font_pt *= 0.93) {
        auto lines = wrap(name, font_pt, width, Weight::bold);  // leaves words whole
        const bool fits = std::ranges::all_of(lines, [&](const std::string& line) {
            return text_width_pt(line, font_pt, Weight::bold) <= width;
        });
        if (fits && lines.size() <= 3) return lines;
        if (font_pt < 8) return first_lines(name, font_pt, width, most_name_lines, Weight::bold);
    }
}

/// As many lines as fit; what is left out is counted.
std::vector<std::string> topic_lines(const HandoutCard& card, Language language, double font_pt,
                                     double width, std::size_t most) {
    if (card.topics.empty())
        return {
            std::string{(card.has_offers ? Text{"Angebote: kein laufendes mit Thema erfasst",
                                                "Offers: none running with a topic recorded"}
                                         : Text{"Angebote: keine erfasst", "Offers: none recorded"})
                            .in(language)}};
    for (std::size_t shown = card.topics.size();; --shown) {
        std::string text;
        for (std::size_t i = 0; i < shown; ++i) text += (i > 0 ? ", " : "") + card.topics[i];
        if (shown < card.topics.size())
            text += message({" und {} weitere", " and {} more"},
                            {std::to_string(card.topics.size() - shown)})
                        .in(language);
        auto lines = paragraph(text, font_pt, width);
        if (lines.size() <= most) return lines;
        if (shown == 1) return first_lines(text, font_pt, width, most);
    }
}

void add_card(Drawing& page, const HandoutCard& card, Point corner, const HandoutTexts& texts) {
    const Swatch colours = swatch(card.about.sector, texts.scheme);
    const Rectangle box{corner.x, corner.y, corner.x + card_width, corner.y + card_height};
    add_box(page, box, white, cutting_line, 0.5);
    add_box(page, {box.left + 0.5, box.top + 0.5, box.right - 0.5, box.top + 26}, colours.full,
            colours.full, 0);
    print(page, "tag", {box.left + padding, box.top + 18}, card.about.tag, 13, Weight::bold,
          colours.ink);
    if (!texts.fiction.empty())
        print(page, "note", {box.right - padding, box.top + 17}, texts.fiction, 8, Weight::regular,
              colours.ink, Anchor::right);
    const double width = card_width - 2 * padding;
    double font = 13;
    double y = box.top + 44;
    for (const std::string& line : name_lines(card.about.name, font, width)) {
        print(page, "title", {box.left + padding, y}, line, font, Weight::bold);
        y += 1.2 * font;
    }
    y += std::max(0.0, 1.2 * (8.5 - font));  // below a name in small type too
    for (const std::string& line : first_lines(card.about.kind, 8.5, width, 3)) {
        print(page, "subtitle", {box.left + padding, y}, line, 8.5, Weight::regular,
              faint_text_colour);
        y += 11;
    }
    y += 5;
    for (const std::string& line : topic_lines(card, texts.language, 8.5, width, 3)) {
        print(page, "text", {box.left + padding, y}, line, 8.5);
        y += 11;
    }
    add_writing_lines(page, {box.left + padding, y - 2, box.right - padding, box.bottom - 12}, 20);
}

void add_source(Drawing& page, const std::string& source) {
    constexpr double font = 7;
    double y = handout_height_pt - sheet_margin - foot_height;
    for (const std::string& line :
         first_lines(source, font, handout_width_pt - 2 * sheet_margin, 3))
        print(page, "footer", {sheet_margin, y += 1.3 * font}, line, font, Weight::regular,
              faint_text_colour);
}

}  // namespace

std::vector<Drawing> card_pages(const std::vector<HandoutCard>& cards, const HandoutTexts& texts) {
    std::vector<Drawing> pages;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const std::size_t place = i % (columns * rows);
        if (place == 0) {
            HandoutTexts bare = texts;  // every card is cut out: little stands beside them
            bare.fiction = bare.network = bare.date = bare.source = bare.left_out = "";
            pages.push_back(handout_page(
                bare, std::string{Text{"Akteurskarten", "Actor cards"}.in(texts.language)}));
            std::string foot;
            for (const std::string& part : {texts.left_out, texts.source, texts.network})
                if (!part.empty()) foot += (foot.empty() ? "" : " · ") + part;
            add_source(pages.back(), foot);
        }
        add_card(pages.back(), cards[i],
                 {sheet_margin + card_width * static_cast<double>(place % columns),
                  sheet_margin + card_height * static_cast<double>(place / columns)},
                 texts);
    }
    return pages;
}

}  // namespace lotse::viz
