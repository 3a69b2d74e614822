/// Hatching: parallel thin lines inside an outline, for what colour alone must not say.
#ifndef LOTSE_VIZ_HATCHING_HPP
#define LOTSE_VIZ_HATCHING_HPP

#include <lotse/viz/drawing.hpp>

#include <vector>

namespace lotse::viz {

struct Hatching {
    double distance_pt = 5;  ///< between two lines, at right angles to them
    double width_pt = 0.6;
    Colour colour{0x99, 0x99, 0x99};
};

/// Lines rising to the right inside the rings (even-odd: holes stay free), each as a thin shape.
/// Lines of neighbouring outlines continue each other. O(points * lines).
std::vector<Shape> hatch(const std::vector<std::vector<Point>>& rings, const Hatching& hatching);

}  // namespace lotse::viz

#endif
