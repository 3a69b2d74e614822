/// What must hold for every picture on paper, checked on the drawing as data.
#ifndef LOTSE_TESTS_GEOMETRY_CHECKS_HPP
#define LOTSE_TESTS_GEOMETRY_CHECKS_HPP

#include "geometry.hpp"

#include <string>
#include <string_view>
#include <vector>

lotse::viz::Rectangle box_of(const lotse::viz::Node& node);
/// From the widths of Noto Sans, 0.8 of the size above the baseline and 0.2 below it.
lotse::viz::Rectangle box_of(const lotse::viz::TextLine& line);

bool inside(const lotse::viz::Rectangle& box, const lotse::viz::Drawing& page);

/// Everything that is wrong on the sheet, in words; empty: nothing. Looks for labels and boxes that
/// overlap or leave the page, names too wide or too high for their box, text under 7 pt, lines that
/// leave the page or do not end at their boxes, colours without a contrast of 4.5 in boxes.
std::vector<std::string> layout_faults(const lotse::viz::Drawing& drawing);

/// Wrapped lines put together, without blanks: a line may end after a hyphen.
std::string joined(const std::vector<std::string>& lines);

bool has_role(const lotse::viz::Drawing& drawing, std::string_view role);

/// Some label or box holds this text.
bool says(const lotse::viz::Drawing& drawing, std::string_view text);

#endif
