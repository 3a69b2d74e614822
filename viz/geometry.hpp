/// Rectangles and small vector arithmetic on the page.
#ifndef LOTSE_VIZ_GEOMETRY_HPP
#define LOTSE_VIZ_GEOMETRY_HPP

#include <lotse/viz/drawing.hpp>

#include <cmath>
#include <vector>

namespace lotse::viz {

inline constexpr Point operator+(Point p, Point q) {
    return {p.x + q.x, p.y + q.y};
}
inline constexpr Point operator-(Point p, Point q) {
    return {p.x - q.x, p.y - q.y};
}
inline constexpr Point operator*(double factor, Point p) {
    return {factor * p.x, factor * p.y};
}
inline double distance(Point p, Point q) {
    return std::hypot(p.x - q.x, p.y - q.y);
}

struct Rectangle {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    static constexpr Rectangle around(Point centre, double width, double height) {
        return {centre.x - width / 2, centre.y - height / 2, centre.x + width / 2,
                centre.y + height / 2};
    }
    constexpr double width() const { return right - left; }
    constexpr double height() const { return bottom - top; }
    constexpr Point centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
    constexpr bool contains(Point p) const {
        return p.x >= left && p.x <= right && p.y >= top && p.y <= bottom;
    }
    constexpr bool overlaps(const Rectangle& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
    constexpr Rectangle grown(double by) const {
        return {left - by, top - by, right + by, bottom + by};
    }
};

/// Its corners, clockwise from the top left: the outline of a Shape.
inline std::vector<Point> corner_points(const Rectangle& r) {
    return {{r.left, r.top}, {r.right, r.top}, {r.right, r.bottom}, {r.left, r.bottom}};
}

/// A place as a share of the rectangle, and back.
inline constexpr Point at_share(const Rectangle& area, Point share) {
    return {area.left + share.x * area.width(), area.top + share.y * area.height()};
}
inline constexpr Point share_of(const Rectangle& area, Point p) {
    return {(p.x - area.left) / area.width(), (p.y - area.top) / area.height()};
}

/// Whether the segments p-q and r-s cross in their interiors.
inline bool segments_cross(Point p, Point q, Point r, Point s) {
    const auto side = [](Point a, Point b, Point c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    };
    return side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0;
}

}  // namespace lotse::viz

#endif
