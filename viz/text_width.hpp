/// How wide text is in Noto Sans, the font of every drawing, and how names are broken into lines.
#ifndef LOTSE_VIZ_TEXT_WIDTH_HPP
#define LOTSE_VIZ_TEXT_WIDTH_HPP

#include <lotse/viz/drawing.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace lotse::viz {

/// Height of a line of text, in multiples of the font size.
inline constexpr double line_height = 1.2;

/// Width in points of one line of text, without kerning (which only makes it narrower). Advance
/// widths are those of Noto Sans 2.x (hmtx table); characters beyond Latin Extended-A count as
/// 1 em, combining marks as 0.
double text_width_pt(std::string_view text, double font_pt, Weight weight = Weight::regular);

/// The text in as few lines of at most `width_pt` as possible, with the longest line as short as
/// it can be for that number. Breaks at blanks, and after - / and dashes; a longer word stays
/// whole.
std::vector<std::string> wrap(std::string_view text, double font_pt, double width_pt,
                              Weight weight = Weight::regular);

/// Running text in lines filled one after the other, none wider than `width_pt`: a word that is
/// wider is broken. Empty text has no lines.
std::vector<std::string> paragraph(std::string_view text, double font_pt, double width_pt,
                                   Weight weight = Weight::regular);

}  // namespace lotse::viz

#endif
