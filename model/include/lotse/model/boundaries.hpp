/// Boundaries: the outlines of areas on the map, by the key of the area.
#ifndef LOTSE_MODEL_BOUNDARIES_HPP
#define LOTSE_MODEL_BOUNDARIES_HPP

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lotse {

/// A place on WGS 84, in degrees east and north.
struct Position {
    double lon = 0;
    double lat = 0;
    friend bool operator==(const Position&, const Position&) = default;
};

/// Closed: at least four positions, the last equal to the first.
using Ring = std::vector<Position>;

/// The right-hand rule of RFC 7946, section 3.1.6: seen from above, the outer ring runs
/// counterclockwise and the holes clockwise.
struct Polygon {
    Ring outer;
    std::vector<Ring> holes;
};

/// The outline of one area: one polygon a separate part (islands, exclaves).
struct Boundary {
    std::vector<Polygon> polygons;
    std::string attribution;  ///< whom a map made from it names; empty: the file does not say
    std::string license;      ///< of the boundary; empty: the file does not say
};

/// Boundaries by area key (AGS, ARS, or an own key).
using Boundaries = std::map<std::string, Boundary, std::less<>>;

/// Twice the signed area of a ring in square degrees: positive where it runs counterclockwise
/// (shoelace formula). For telling the direction, not for measuring.
double signed_area(const Ring& ring);

}  // namespace lotse

#endif
