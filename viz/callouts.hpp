/// Callouts: name boxes beside the dots they belong to, joined by straight lines.
#ifndef LOTSE_VIZ_CALLOUTS_HPP
#define LOTSE_VIZ_CALLOUTS_HPP

#include "geometry.hpp"

#include <optional>
#include <vector>

namespace lotse::viz {

struct BoxSize {
    double width_pt = 0;
    double height_pt = 0;
};

struct Callout {
    Point dot;
    std::vector<BoxSize> sizes;  ///< that the box may have, the preferred one first
    std::optional<Point> wish;   ///< where the centre of the box should be
};

struct PlacedCallout {
    Rectangle box;
    std::size_t size = 0;  ///< position in Callout::sizes
};

/// Whether the straight line meets the box.
bool meets(Point from, Point to, const Rectangle& box);

/// Where the line from a dot ends: the nearest point of the box.
Point line_end(Point dot, const Rectangle& box);

/// The boxes: near their dots, with short lines that cross few other lines, boxes and `texts`.
/// Boxes keep `gap_pt` from each other, the dots and `fixed`, and stay inside `area`. One box
/// after the other takes the best of the places left on rings around its dot (or its wish): large
/// ones first, then those in the middle of the dots; then each may move once more, as the first
/// ones did not know the lines of the last. nullopt: one finds no place. Points of `rather_free`
/// are covered only where the way to another place is longer. Deterministic; O(n^2) for each of at
/// most some 2,000 places a box.
std::optional<std::vector<PlacedCallout>> place_callouts(const std::vector<Callout>& callouts,
                                                         const std::vector<Rectangle>& fixed,
                                                         const std::vector<Rectangle>& texts,
                                                         const std::vector<Point>& rather_free,
                                                         const Rectangle& area, double gap_pt);

}  // namespace lotse::viz

#endif
