#include "outline.hpp"

#include <algorithm>
#include <limits>
#include <numbers>

namespace lotse::viz {
namespace {

constexpr int grid_steps = 28;

bool inside_ring(const PageRing& ring, Point p) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        if ((ring[i].y > p.y) != (ring[j].y > p.y) &&
            p.x < (ring[j].x - ring[i].x) * (p.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
            inside = !inside;
    return inside;
}

bool contains(const PagePolygon& polygon, Point p) {
    return inside_ring(polygon.outer, p) &&
           std::none_of(polygon.holes.begin(), polygon.holes.end(),
                        [&](const PageRing& hole) { return inside_ring(hole, p); });
}

double distance_to_border(const PagePolygon& polygon, Point p) {
    double least = std::numeric_limits<double>::max();
    for (const PageRing& ring : polygon.rings())
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const Point along = ring[i] - ring[j];
            const double squared = along.x * along.x + along.y * along.y;
            double share = 0;
            if (squared > 0)
                share = std::clamp(
                    ((p.x - ring[j].x) * along.x + (p.y - ring[j].y) * along.y) / squared, 0.0,
                    1.0);
            least = std::min(least, distance(p, ring[j] + share * along));
        }
    return least;
}

PageRing page_ring(const Ring& ring, const std::function<Point(const Position&)>& place) {
    PageRing points;
    for (const Position& position : ring) points.push_back(place(position));
    if (points.size() > 1) points.pop_back();
    return points;
}

}  // namespace

std::vector<PageRing> PagePolygon::rings() const {
    std::vector<PageRing> all{outer};
    all.insert(all.end(), holes.begin(), holes.end());
    return all;
}

Outline outline_of(const Boundary& boundary, const std::function<Point(const Position&)>& place) {
    Outline outline;
    for (const Polygon& polygon : boundary.polygons) {
        PagePolygon& drawn = outline.emplace_back();
        drawn.outer = page_ring(polygon.outer, place);
        for (const Ring& hole : polygon.holes) drawn.holes.push_back(page_ring(hole, place));
    }
    return outline;
}

bool contains(const Outline& outline, Point p) {
    return std::any_of(outline.begin(), outline.end(),
                       [&](const PagePolygon& polygon) { return contains(polygon, p); });
}

bool contains(const Outline& outline, const Rectangle& box) {
    constexpr int steps = 6;
    for (int i = 0; i <= steps; ++i)
        for (int j = 0; j <= steps; ++j) {
            const Point p{box.left + box.width() * j / steps, box.top + box.height() * i / steps};
            if (!contains(outline, p)) return false;
        }
    return true;
}

PageRing clipped(PageRing ring, const Rectangle& bounds) {
    const auto cut = [&](double Point::*axis, double bound, double sign) {
        const auto inside = [&](Point p) { return sign * (p.*axis - bound) >= 0; };
        PageRing kept;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point p = ring[i == 0 ? ring.size() - 1 : i - 1], q = ring[i];
            if (inside(p) != inside(q))
                kept.push_back(p + (bound - p.*axis) / (q.*axis - p.*axis) * (q - p));
            if (inside(q)) kept.push_back(q);
        }
        ring = std::move(kept);
    };
    cut(&Point::x, bounds.left, 1);
    cut(&Point::x, bounds.right, -1);
    cut(&Point::y, bounds.top, 1);
    cut(&Point::y, bounds.bottom, -1);
    return ring;
}

PageRing circle(Point centre, double radius) {
    constexpr int corners = 48;
    PageRing ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        ring.push_back(centre + radius * Point{std::cos(angle), std::sin(angle)});
    }
    return ring;
}

double area_of(const PageRing& ring) {
    double twice = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        twice += ring[j].x * ring[i].y - ring[i].x * ring[j].y;
    return std::abs(twice) / 2;
}

std::vector<Point> places_inside(const Outline& outline) {
    if (outline.empty()) return {};
    const PagePolygon& largest = *std::max_element(outline.begin(), outline.end(),
                                                   [](const PagePolygon& a, const PagePolygon& b) {
                                                       return area_of(a.outer) < area_of(b.outer);
                                                   });
    Rectangle bounds{largest.outer[0].x, largest.outer[0].y, largest.outer[0].x,
                     largest.outer[0].y};
    for (const Point& p : largest.outer)
        bounds = {std::min(bounds.left, p.x), std::min(bounds.top, p.y),
                  std::max(bounds.right, p.x), std::max(bounds.bottom, p.y)};
    struct Candidate {
        Point at;
        double room;
    };
    std::vector<Candidate> candidates;
    for (int i = 1; i < grid_steps; ++i)
        for (int j = 1; j < grid_steps; ++j) {
            const Point p{bounds.left + bounds.width() * j / grid_steps,
                          bounds.top + bounds.height() * i / grid_steps};
            if (contains(largest, p)) candidates.push_back({p, distance_to_border(largest, p)});
        }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.room > b.room; });
    std::vector<Point> places;
    for (const Candidate& candidate : candidates) places.push_back(candidate.at);
    return places;
}

}  // namespace lotse::viz
