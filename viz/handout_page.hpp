/// Pages of a handout: A4 upright with head and foot, and text that flows through columns.
#ifndef LOTSE_VIZ_HANDOUT_PAGE_HPP
#define LOTSE_VIZ_HANDOUT_PAGE_HPP

#include "geometry.hpp"

#include <lotse/viz/handouts.hpp>

#include <string>
#include <vector>

namespace lotse::viz {

inline constexpr double handout_width_pt = 595;
inline constexpr double handout_height_pt = 842;
inline constexpr double handout_margin_pt = 40;

/// An empty page with its foot: source, network, date.
Drawing handout_page(const HandoutTexts& texts, const std::string& title);

/// "Seite 2 von 9" in the foot of each.
void print_page_numbers(std::vector<Drawing>& pages, const HandoutTexts& texts);

void print(Drawing& page, const char* role, Point at, const std::string& text, double font_pt,
           Weight weight = Weight::regular, Colour colour = text_colour,
           Anchor anchor = Anchor::left);

void add_box(Drawing& page, const Rectangle& box, Colour fill, Colour line, double line_pt);

/// Lines to write on by hand, every `distance_pt` from the top.
void add_writing_lines(Drawing& page, const Rectangle& box, double distance_pt);

/// A tag in full colour; returns its width.
double add_tag(Drawing& page, Point top_left, const HandoutActor& about, double font_pt,
               Scheme scheme);

/// Lines of text that stay together.
struct Block {
    struct Line {
        std::string text;
        double font_pt = 9;
        Weight weight = Weight::regular;
        Colour colour = text_colour;
        double indent_pt = 0;
        bool same_line = false;  ///< stands beside the line before: label and value
    };
    std::vector<Line> lines;
    double space_before_pt = 0;
    enum class Follow { may_end_column, stays_with_next } follow = Follow::may_end_column;
};

double height_of(const Block& block);

/// Takes the first lines off the block: as many as `height_pt` holds, but at least one. Lines that
/// stand beside each other stay together.
Block take_lines(Block& block, double height_pt);

/// Running text in at most `most` lines; where more is cut off, the last one ends in "…".
std::vector<std::string> first_lines(const std::string& text, double font_pt, double width_pt,
                                     std::size_t most, Weight weight = Weight::regular);

/// Prints the block with its top at `top`.
void print(Drawing& page, const Block& block, Point top);

}  // namespace lotse::viz

#endif
