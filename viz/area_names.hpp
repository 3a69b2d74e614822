/// Names of areas on a map: their lines, and the room kept for those beside the circles of areas
/// without a boundary.
#ifndef LOTSE_VIZ_AREA_NAMES_HPP
#define LOTSE_VIZ_AREA_NAMES_HPP

#include "frame.hpp"
#include "geometry.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lotse::viz {

struct AreaName {
    std::vector<std::string> lines;
    std::size_t of_name = 0;  ///< so many of the lines; then the value
    double font_pt = 0;
    double width_pt = 0;
    double height_pt = 0;
};

/// `value` may be empty.
AreaName area_name(const std::string& name, const std::string& value, double font_pt);

/// With a `plate`, lines pass behind the text.
void print(Frame& frame, const AreaName& name, Point centre, std::optional<Colour> plate = {});

/// An area as a circle, with the size of its name; without a radius there is none.
struct AreaCircle {
    Point centre;
    double radius = 0;
    double name_width_pt = 0;
    double name_height_pt = 0;
};

/// Where a name may stand that belongs to a circle, the best place first: in it, below, above,
/// beside it.
std::vector<Point> places_at(const AreaCircle& circle);

/// A box for the name of each circle, inside `map`, clear of all circles, of `taken` and of each
/// other; nullopt: there is none. Adds these and the circles to `kept`. O(n^2).
std::vector<std::optional<Rectangle>> reserve_names(const std::vector<AreaCircle>& circles,
                                                    const std::vector<Rectangle>& taken,
                                                    const Rectangle& map,
                                                    std::vector<Rectangle>& kept);

}  // namespace lotse::viz

#endif
