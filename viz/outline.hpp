/// Outline of an area on the page: its parts with their holes, and where a label finds room.
#ifndef LOTSE_VIZ_OUTLINE_HPP
#define LOTSE_VIZ_OUTLINE_HPP

#include "geometry.hpp"

#include <lotse/model/boundaries.hpp>

#include <functional>
#include <vector>

namespace lotse::viz {

using PageRing = std::vector<Point>;

struct PagePolygon {
    PageRing outer;
    std::vector<PageRing> holes;

    std::vector<PageRing> rings() const;
};

using Outline = std::vector<PagePolygon>;

/// `place` says where a position lies on the page. The closing point of a ring is left out.
Outline outline_of(const Boundary& boundary, const std::function<Point(const Position&)>& place);

/// Inside one of the polygons and none of its holes.
bool contains(const Outline& outline, Point p);

/// The rectangle lies inside, as far as 49 points of it tell.
bool contains(const Outline& outline, const Rectangle& box);

/// The part of the ring inside the rectangle, in one piece; empty: none (Sutherland and Hodgman
/// 1974, Reentrant polygon clipping, Communications of the ACM 17(1)).
PageRing clipped(PageRing ring, const Rectangle& bounds);

PageRing circle(Point centre, double radius);

/// Without holes, in square points.
double area_of(const PageRing& ring);

/// Places inside the outline, the ones far from its border first: a grid over its largest polygon.
std::vector<Point> places_inside(const Outline& outline);

}  // namespace lotse::viz

#endif
