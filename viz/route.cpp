#include "route.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace lotse::viz {
namespace {

/// How far a curve swings out near its start and near its end, in its length; the calmest first.
struct Bend {
    double start;
    double end;
    double size() const { return std::max(std::abs(start), std::abs(end)); }
};

constexpr Bend even(double bend) {
    return {bend, bend};
}

/// Where no even arc is free, one that swings out at one end or both ways gets around a box.
constexpr std::array bends{
    even(0),       even(0.08),   even(-0.08),   even(0.16),      even(-0.16),     even(0.25),
    even(-0.25),   even(0.35),   even(-0.35),   Bend{0.4, 0},    Bend{-0.4, 0},   Bend{0, 0.4},
    Bend{0, -0.4}, even(0.46),   even(-0.46),   Bend{0.5, -0.5}, Bend{-0.5, 0.5}, even(0.6),
    even(-0.6),    Bend{0.8, 0}, Bend{-0.8, 0}, Bend{0, 0.8},    Bend{0, -0.8},   even(0.8),
    even(-0.8),    Bend{1.2, 0}, Bend{-1.2, 0}, Bend{0, 1.2},    Bend{0, -1.2}};
/// Where a curve that cannot but run behind a foreign box may aim in its end boxes instead, in
/// halves of width and height.
constexpr std::array<Point, 5> other_aims{{{0, 0}, {-0.75, 0}, {0.75, 0}, {0, -0.5}, {0, 0.5}}};
constexpr double other_aim_cost = 12;
constexpr double behind_box_cost = 14;  // per point of length behind a foreign box
constexpr double near_box_cost = 6;
constexpr double crossing_cost = 30;
constexpr double bend_cost = 1.1;  // per point of length and unit of bend
constexpr double clearance_pt = 3;
constexpr double control_margin_pt = 20;  // less than the margin of any sheet
constexpr double border_gap_pt = 1.5;
constexpr std::size_t most_ties_with_crossings = 500;
constexpr std::size_t most_ties_with_other_aims = 150;  // on fuller maps boxes hide lines anyway

using Curve = std::array<Point, 4>;

Point at(const Curve& c, double t) {
    const double s = 1 - t;
    return (s * s * s) * c[0] + (3 * s * s * t) * c[1] + (3 * s * t * t) * c[2] +
           (t * t * t) * c[3];
}

/// The piece of the curve between two parameters.
Curve piece(const Curve& c, double from, double to) {
    const auto slope = [&](double t) {
        const double s = 1 - t;
        return (3 * s * s) * (c[1] - c[0]) + (6 * s * t) * (c[2] - c[1]) +
               (3 * t * t) * (c[3] - c[2]);
    };
    const Point start = at(c, from), end = at(c, to);
    const double third = (to - from) / 3;
    return {start, start + third * slope(from), end - third * slope(to), end};
}

/// Where a tie seems to start: off the centre, towards the other end, so that the ties of a busy
/// box do not all meet in one point.
Point aim(const Rectangle& box, const Rectangle& other) {
    const Point c = box.centre();
    const Point d = other.centre() - c;
    const double length = std::max(1.0, std::hypot(d.x, d.y));
    return {c.x + 0.33 * box.width() * d.x / length, c.y + 0.2 * box.height() * d.y / length};
}

Curve arc(Point p, Point q, Bend bend) {
    const Point along = q - p, across{-along.y, along.x};
    return {p, p + (1.0 / 3) * along + (2.0 / 3 * bend.start) * across,
            q - (1.0 / 3) * along + (2.0 / 3 * bend.end) * across, q};
}

/// The arc without what lies inside its end boxes.
Curve clipped(const Curve& c, const Rectangle& from, const Rectangle& to) {
    const auto last_inside = [](const Rectangle& box, auto&& point) {
        double low = 0, high = 1;
        for (int step = 0; step < 24; ++step) {
            const double middle = (low + high) / 2;
            (box.contains(point(middle)) ? low : high) = middle;
        }
        return high;
    };
    const double start = last_inside(from.grown(border_gap_pt), [&](double t) { return at(c, t); });
    const double end =
        1 - last_inside(to.grown(border_gap_pt), [&](double t) { return at(c, 1 - t); });
    return start < end ? piece(c, start, end) : c;
}

class Router {
public:
    Router(const std::vector<Rectangle>& boxes, const std::vector<RouteEnds>& ends,
           const Rectangle& area)
        : boxes_{boxes},
          ends_{ends},
          area_{area},
          drawn_(ends.size()),
          drawn_bounds_(ends.size()) {}

    std::vector<Point> best(std::size_t tie) {
        const auto [from, to] = ends_[tie];
        Best best;
        try_bends(tie, aim(boxes_[from], boxes_[to]), aim(boxes_[to], boxes_[from]), 0, best);
        if (ends_.size() <= most_ties_with_other_aims && is_behind_a_box(best.curve, tie))
            for (const Point& p : other_aims)
                for (const Point& q : other_aims)
                    try_bends(tie, in_box(boxes_[from], p), in_box(boxes_[to], q), other_aim_cost,
                              best);
        drawn_[tie] = polyline(best.curve);
        drawn_bounds_[tie] = bounding(drawn_[tie]);
        return {best.curve.begin(), best.curve.end()};
    }

private:
    struct Best {
        Curve curve{};
        double cost = std::numeric_limits<double>::max();
    };

    static Point in_box(const Rectangle& box, Point aim) {
        return box.centre() + Point{aim.x * box.width() / 2, aim.y * box.height() / 2};
    }

    void try_bends(std::size_t tie, Point p, Point q, double of_aim, Best& best) const {
        const auto [from, to] = ends_[tie];
        for (const Bend& bend : bends) {
            const double of_look = of_aim + bend_cost * bend.size() * distance(p, q);
            if (of_look >= best.cost) break;  // further ones bend no less
            const Curve curve = clipped(arc(p, q, bend), boxes_[from], boxes_[to]);
            if (bend.size() > 0 && leaves_area(curve)) continue;
            const double cost = cost_of(curve, tie, of_look, best.cost) + of_look;
            if (cost < best.cost) best = {curve, cost};
        }
    }

    bool is_behind_a_box(const Curve& curve, std::size_t tie) const {
        const auto [from, to] = ends_[tie];
        const std::vector<Point> line = polyline(curve);
        for (std::size_t b = 0; b < boxes_.size(); ++b)
            if (b != from && b != to &&
                std::ranges::any_of(line, [&](Point p) { return boxes_[b].contains(p); }))
                return true;
        return false;
    }

    bool leaves_area(const Curve& curve) const {
        // Graphviz reckons with the control points, not with the curve.
        const Rectangle margin = area_.grown(control_margin_pt);
        if (!margin.contains(curve[1]) || !margin.contains(curve[2])) return true;
        for (const Point& p : polyline(curve))
            if (!area_.contains(p)) return true;
        return false;
    }

    static std::vector<Point> polyline(const Curve& curve) {
        const double length = distance(curve[0], curve[1]) + distance(curve[1], curve[2]) +
                              distance(curve[2], curve[3]);
        const int pieces = std::clamp(static_cast<int>(length / 8), 6, 120);
        std::vector<Point> points;
        for (int i = 0; i <= pieces; ++i)
            points.push_back(at(curve, static_cast<double>(i) / pieces));
        return points;
    }

    /// Of boxes and lines in the way; or any other from which on the sum with `of_look` is not less
    /// than `least`.
    double cost_of(const Curve& curve, std::size_t tie, double of_look, double least) const {
        const std::vector<Point> line = polyline(curve);
        const auto [from, to] = ends_[tie];
        const Rectangle bounds = bounding(line);
        double cost = 0;
        for (std::size_t b = 0; b < boxes_.size(); ++b) {
            if (b == from || b == to) continue;
            const Rectangle near = boxes_[b].grown(clearance_pt);
            if (near.left > bounds.right || near.right < bounds.left || near.top > bounds.bottom ||
                near.bottom < bounds.top)
                continue;
            for (std::size_t i = 1; i < line.size(); ++i) {
                const Point middle = 0.5 * (line[i - 1] + line[i]);
                if (!near.contains(middle)) continue;
                cost += distance(line[i - 1], line[i]) *
                        (boxes_[b].contains(middle) || cuts(boxes_[b], line[i - 1], line[i])
                             ? behind_box_cost
                             : near_box_cost);
            }
        }
        if (ends_.size() > most_ties_with_crossings || cost + of_look >= least) return cost;
        const auto too_dear = [&](int crossed) {
            return cost + crossing_cost * crossed + of_look >= least;
        };
        return cost + crossing_cost * crossings(line, tie, too_dear);
    }

    /// Counts on until `enough(count)`.
    template <class Enough>
    int crossings(const std::vector<Point>& line, std::size_t tie, const Enough& enough) const {
        const Rectangle bounds = bounding(line);
        int count = 0;
        for (std::size_t other = 0; other < drawn_.size(); ++other) {
            if (other == tie || drawn_[other].empty() ||
                !bounds.overlaps(drawn_bounds_[other].grown(1)))
                continue;
            if (enough(count)) return count;
            const std::vector<Point>& second = drawn_[other];
            for (std::size_t i = 2; i < line.size(); i += 2)
                for (std::size_t j = 2; j < second.size(); j += 2)
                    count += segments_cross(line[i - 2], line[i], second[j - 2], second[j]);
        }
        return count;
    }

    /// Also a corner between two points of a line.
    static bool cuts(const Rectangle& box, Point p, Point q) {
        return segments_cross(p, q, {box.left, box.top}, {box.right, box.bottom}) ||
               segments_cross(p, q, {box.left, box.bottom}, {box.right, box.top});
    }

    static Rectangle bounding(const std::vector<Point>& line) {
        Rectangle r{line[0].x, line[0].y, line[0].x, line[0].y};
        for (const Point& p : line)
            r = {std::min(r.left, p.x), std::min(r.top, p.y), std::max(r.right, p.x),
                 std::max(r.bottom, p.y)};
        return r;
    }

    const std::vector<Rectangle>& boxes_;
    const std::vector<RouteEnds>& ends_;
    const Rectangle area_;
    std::vector<std::vector<Point>> drawn_;
    std::vector<Rectangle> drawn_bounds_;
};

}  // namespace

std::vector<std::vector<Point>> route(const std::vector<Rectangle>& boxes,
                                      const std::vector<RouteEnds>& ends, const Rectangle& area) {
    std::vector<std::size_t> order(ends.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto length = [&](std::size_t tie) {
        return distance(boxes[ends[tie].from].centre(), boxes[ends[tie].to].centre());
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return length(a) > length(b); });
    Router router{boxes, ends, area};
    std::vector<std::vector<Point>> curves(ends.size());
    for (const std::size_t tie : order) curves[tie] = router.best(tie);
    return curves;
}

}  // namespace lotse::viz
