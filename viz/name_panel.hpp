/// Panels: the name boxes of actors that sit close together, stacked in columns.
#ifndef LOTSE_VIZ_NAME_PANEL_HPP
#define LOTSE_VIZ_NAME_PANEL_HPP

#include "geometry.hpp"
#include "name_box.hpp"

#include <cstddef>
#include <vector>

namespace lotse::viz {

struct NamePanel {
    std::vector<std::size_t> items;  ///< in the order of `boxes`
    std::vector<NameBox> boxes;      ///< as wide as the widest of their column
    std::vector<Point> centres;      ///< of the boxes, from the top left corner of the panel
    std::size_t columns = 1;
    double width_pt = 0;
    double height_pt = 0;
};

/// Groups of points of which each lies within `radius_pt` of the first, in the order of the first.
std::vector<std::vector<std::size_t>> near_groups(const std::vector<Point>& points,
                                                  double radius_pt);

/// The boxes in one column, in two and so on, as many as differ: the one a little wider than high
/// first.
std::vector<NamePanel> name_panels(const std::vector<std::size_t>& items,
                                   const std::vector<NameBox>& boxes, double gap_pt);

}  // namespace lotse::viz

#endif
