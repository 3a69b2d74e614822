/// Evenly spread places inside a region of the page.
#ifndef LOTSE_VIZ_SLOTS_HPP
#define LOTSE_VIZ_SLOTS_HPP

#include "geometry.hpp"

#include <vector>

namespace lotse::viz {

/// `count` places spread over the region that the samples fill: a centroidal Voronoi tessellation
/// (Lloyd 1982, doi:10.1109/TIT.1982.1056489) in a metric in which a box of `width` by `height` is
/// a square. Deterministic; about O(samples) per round, O(samples * count) to begin.
std::vector<Point> spread(const std::vector<Point>& samples, std::size_t count, double width,
                          double height);

}  // namespace lotse::viz

#endif
