/// Pushes boxes apart until none overlaps.
#ifndef LOTSE_VIZ_SEPARATE_HPP
#define LOTSE_VIZ_SEPARATE_HPP

#include "geometry.hpp"

#include <vector>

namespace lotse::viz {

struct MovableBox {
    Point centre;
    double width_pt = 0;
    double height_pt = 0;
    Point home;  ///< where it would like to stand
};

/// Moves the boxes as little as needed so that they keep `gap_pt` between each other and the fixed
/// boxes, inside `area`. True when no two overlap in the end. Deterministic; O(n^2) per round.
bool separate(std::vector<MovableBox>& boxes, const std::vector<Rectangle>& fixed,
              const Rectangle& area, double gap_pt);

}  // namespace lotse::viz

#endif
