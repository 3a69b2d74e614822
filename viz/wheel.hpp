/// The sector wheel: where the boxes of a partner map stand.
#ifndef LOTSE_VIZ_WHEEL_HPP
#define LOTSE_VIZ_WHEEL_HPP

#include "geometry.hpp"

#include <cstddef>
#include <vector>

namespace lotse::viz {

/// A box that wants a place. Group 0 is the middle of the wheel, every other group a wedge.
struct WheelItem {
    std::size_t group = 0;
    double width_pt = 0;
    double height_pt = 0;
};

/// A tie that pulls two items together.
struct WheelTie {
    std::size_t from = 0;
    std::size_t to = 0;
};

struct Wedge {
    std::size_t group = 0;
    std::vector<Point> outline;
    Rectangle heading;  ///< where its heading stands
};

struct Wheel {
    std::vector<Point> centres;  ///< of the items
    std::vector<Wedge> wedges;   ///< clockwise; groups without items have none
    std::vector<Point> middle;   ///< outline of the middle
};

struct WheelSpace {
    Rectangle area;                        ///< no box may leave it
    double gap_pt = 5;                     ///< between two boxes
    std::vector<double> heading_width_pt;  ///< by group
    double heading_height_pt = 12;
};

/// Places all items without any overlap, or returns a wheel without centres when the area is too
/// small. Convention: wedges get angles by the area their boxes need and an order in which sectors
/// with many ties are neighbours; inside a wedge, items with many ties stand further in, and
/// places are exchanged until fewer ties cross. Headings of the wedges count as fixed boxes at the
/// rim; where narrow wedges stand side by side, some stand further in. Deterministic. Cost about
/// O(area + n^2 + exchanges * ties).
Wheel arrange_wheel(const std::vector<WheelItem>& items, const std::vector<WheelTie>& ties,
                    const WheelSpace& space);

}  // namespace lotse::viz

#endif
