#include "handout_page.hpp"
#include "text_width.hpp"

#include <algorithm>

namespace lotse::viz {
namespace {

constexpr double text_font = 8.5;
constexpr double heading_font = 9.5;
constexpr double column_gap = 22;
constexpr double label_width = 78;
constexpr double least_notes_height = 70;  // room for corrections by hand
constexpr std::size_t most_title_lines = 6;
constexpr std::size_t most_running_title_lines = 2;
constexpr std::size_t most_kind_lines = 3;
constexpr std::size_t lines_together = 8;

/// Sets one sheet on as many pages as it needs.
class SheetSetter {
public:
    SheetSetter(const HandoutSheet& sheet, const HandoutTexts& texts)
        : sheet_{sheet}, texts_{texts}, colours_{swatch(sheet.about.sector, texts.scheme)} {
        next_page();
    }

    std::vector<Drawing> set() {
        if (title_is_cut_)
            for (const Block& block : fact({say({"Name", "Name"}), sheet_.about.name}))
                place(block);
        for (const HandoutEntry& each : sheet_.facts)
            for (const Block& block : fact(each)) place(block);
        for (const HandoutSection& section : sheet_.sections) {
            if (section.entries.empty()) continue;
            place(heading(section.heading));
            for (const HandoutEntry& each : section.entries)
                for (const Block& block : entry(each)) place(block);
        }
        if (!sheet_.not_recorded.empty()) place_not_recorded();
        add_corrections();
        print_page_numbers(pages_, texts_);
        return std::move(pages_);
    }

private:
    std::string say(Text text) const { return std::string{text.in(texts_.language)}; }

    double column_width() const {
        return (handout_width_pt - 2 * handout_margin_pt - column_gap) / 2;
    }

    /// The wide head on the first page, a narrow one on the others.
    void next_page() {
        const int number = static_cast<int>(pages_.size()) + 1;
        pages_.push_back(handout_page(texts_, sheet_.about.name));
        Drawing& page = pages_.back();
        const double font = number == 1 ? 17 : 10;
        double y = handout_margin_pt;
        const double tag = add_tag(page, {handout_margin_pt, y}, sheet_.about, font, texts_.scheme);
        const double left = handout_margin_pt + tag + 0.6 * font;
        y += 1.05 * font;
        const double width = handout_width_pt - handout_margin_pt - left;
        const std::vector<std::string> title =
            first_lines(sheet_.about.name, font, width,
                        number == 1 ? most_title_lines : most_running_title_lines, Weight::bold);
        for (const std::string& line : title) {
            print(page, "title", {left, y}, line, font, Weight::bold);
            y += 1.2 * font;
        }
        if (number == 1) {
            title_is_cut_ = paragraph(sheet_.about.name, font, width, Weight::bold) != title;
            for (const std::string& line :
                 first_lines(sheet_.about.kind, 10, width, most_kind_lines)) {
                print(page, "subtitle", {left, y}, line, 10, Weight::regular, faint_text_colour);
                y += 13;
            }
        }
        y += 2;
        add_box(page, {handout_margin_pt, y - 6, handout_width_pt - handout_margin_pt, y - 4.5},
                colours_.full, colours_.full, 0);
        top_ = y + 6;
        bottom_ = handout_height_pt - handout_margin_pt - 22;
        column_ = 0;
        y_ = top_;
    }

    void next_column() {
        if (column_ == 1) return next_page();
        column_ = 1;
        y_ = top_;
    }

    Point cursor() const {
        return {handout_margin_pt + column_ * (column_width() + column_gap), y_};
    }

    /// Prints the block where it fits; headings wait for what follows them.
    void place(const Block& block) {
        if (block.follow == Block::Follow::stays_with_next) {
            waiting_ = block;
            return;
        }
        const bool headed = !waiting_.lines.empty();
        double need = block.space_before_pt + height_of(block);
        if (headed) need += waiting_.space_before_pt + height_of(waiting_);
        if (y_ > top_ && y_ + need > bottom_) next_column();
        if (headed) put(waiting_);
        waiting_.lines.clear();
        put(block);
    }

    void put(const Block& block) {
        if (y_ > top_) y_ += block.space_before_pt;
        print(pages_.back(), block, cursor());
        y_ += height_of(block);
    }

    static void add_lines(Block& block, const std::string& text, double width, Block::Line look) {
        for (std::string& line :
             paragraph(text, look.font_pt, width - look.indent_pt, look.weight)) {
            look.text = std::move(line);
            block.lines.push_back(look);
            look.same_line = false;
        }
    }

    /// The lines of a long text need not stay together: it may go on in the next column.
    static std::vector<Block> pieces(Block all) {
        std::vector<Block> parts;
        while (!all.lines.empty())
            parts.push_back(take_lines(all, lines_together * 1.3 * text_font + 0.1));
        return parts;
    }

    std::vector<Block> fact(const HandoutEntry& fact) const {
        Block block;
        add_lines(block, fact.lead, label_width,
                  {{}, text_font, Weight::regular, faint_text_colour, 0, false});
        const std::size_t labels = block.lines.size();
        Block values;
        add_lines(values, fact.text, column_width(),
                  {{}, text_font, Weight::regular, text_colour, label_width, false});
        Block result;
        for (std::size_t i = 0; i < std::max(labels, values.lines.size()); ++i) {
            if (i < labels) result.lines.push_back(block.lines[i]);
            if (i >= values.lines.size()) continue;
            values.lines[i].same_line = i < labels;
            result.lines.push_back(values.lines[i]);
        }
        result.space_before_pt = 1.5;
        return pieces(std::move(result));
    }

    Block heading(const std::string& text) const {
        Block block;
        block.space_before_pt = 11;
        block.follow = Block::Follow::stays_with_next;
        add_lines(block, text, column_width(),
                  {{}, heading_font, Weight::bold, colours_.strong, 0, false});
        return block;
    }

    /// The lead with the first lines of its text.
    std::vector<Block> entry(const HandoutEntry& entry) const {
        Block all;
        all.space_before_pt = 2.5;
        add_lines(all, entry.lead, column_width(),
                  {{},
                   text_font,
                   entry.text.empty() ? Weight::regular : Weight::bold,
                   text_colour,
                   0,
                   false});
        add_lines(all, entry.text, column_width(),
                  {{}, text_font, Weight::regular, text_colour, 8, false});
        return pieces(std::move(all));
    }

    void place_not_recorded() {
        std::string names;
        for (const std::string& name : sheet_.not_recorded)
            names += (names.empty() ? "" : ", ") + name;
        place(heading(say({"Nicht erfasst", "Not recorded"})));
        for (const Block& block : entry({names, {}})) place(block);
    }

    /// What is left of the last page is for writing.
    void add_corrections() {
        if (column_ == 1 || bottom_ - y_ < least_notes_height) {
            if (column_ == 1 && bottom_ - y_ < least_notes_height) next_page();
            if (column_ == 0 && bottom_ - y_ < least_notes_height) next_column();
        }
        const Point at = cursor();
        const double top = y_ > top_ ? at.y + 14 : at.y;
        const double right = y_ == top_ && column_ == 0 ? handout_width_pt - handout_margin_pt
                                                        : at.x + column_width();
        const Rectangle box{at.x, top, right, std::min(bottom_, top + 230)};
        Drawing& page = pages_.back();
        add_box(page, box, white, colours_.full, 0.8);
        print(page, "note", {box.left + 6, box.top + 12},
              say({"Stimmt das? Was fehlt?", "Is this right? What is missing?"}), text_font,
              Weight::bold);
        add_writing_lines(page, {box.left + 6, box.top + 16, box.right - 6, box.bottom - 4}, 20);
    }

    const HandoutSheet& sheet_;
    const HandoutTexts& texts_;
    Swatch colours_;
    std::vector<Drawing> pages_;
    Block waiting_;
    bool title_is_cut_ = false;
    int column_ = 0;
    double top_ = 0;
    double bottom_ = 0;
    double y_ = 0;
};

}  // namespace

std::vector<Drawing> factsheet_pages(const std::vector<HandoutSheet>& sheets,
                                     const HandoutTexts& texts) {
    std::vector<Drawing> pages;
    for (const HandoutSheet& sheet : sheets)
        for (Drawing& page : SheetSetter{sheet, texts}.set()) pages.push_back(std::move(page));
    return pages;
}

}  // namespace lotse::viz
