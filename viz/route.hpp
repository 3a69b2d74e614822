/// Curves of the ties between placed boxes.
#ifndef LOTSE_VIZ_ROUTE_HPP
#define LOTSE_VIZ_ROUTE_HPP

#include "geometry.hpp"

#include <cstddef>
#include <vector>

namespace lotse::viz {

struct RouteEnds {
    std::size_t from = 0;
    std::size_t to = 0;
};

/// One curve per pair of boxes, from border to border, as a cubic Bezier (4 points). Each curve is
/// the calmest of a fixed set of arcs and swings: little of it behind other boxes, few crossings
/// with the curves already drawn, little bend. One that would run behind a box may also start and
/// end elsewhere at its own boxes. No curve leaves `area`, in which all boxes stand. Long ties are
/// drawn first. Deterministic; O(ties * (boxes + ties)).
std::vector<std::vector<Point>> route(const std::vector<Rectangle>& boxes,
                                      const std::vector<RouteEnds>& ends, const Rectangle& area);

}  // namespace lotse::viz

#endif
