#include "callouts.hpp"

#include <algorithm>
#include <limits>
#include <numbers>
#include <numeric>
#include <tuple>
#include <utility>

namespace lotse::viz {
namespace {

constexpr int directions = 32;
constexpr double first_ring_pt = 7;
constexpr double other_size_cost = 4;
constexpr double cover_cost = 10;  // of a point that should rather stay free
constexpr double line_crossing_cost = 45;
constexpr double box_crossing_cost = 160;
constexpr int rounds = 2;  // in which each box may move once more

struct Line {
    Point from;
    Point to;
};

bool crosses(const Line& line, const Rectangle& box) {
    return meets(line.from, line.to, box);
}

class Placer {
public:
    Placer(const std::vector<Callout>& callouts, const std::vector<Rectangle>& fixed,
           const std::vector<Rectangle>& texts, const std::vector<Point>& rather_free,
           const Rectangle& area, double gap_pt)
        : callouts_{callouts},
          fixed_{fixed},
          texts_{texts},
          rather_free_{rather_free},
          area_{area},
          gap_{gap_pt},
          boxes_(callouts.size()),
          lines_(callouts.size()) {
        for (const Callout& callout : callouts)
            fixed_.push_back(Rectangle::around(callout.dot, 2, 2));
    }

    std::optional<std::vector<PlacedCallout>> place_all() {
        const std::vector<std::size_t> all_in_order = order();
        for (const std::size_t i : all_in_order)
            if (!place(i)) return std::nullopt;
        for (int round = 0; round < rounds; ++round)
            for (const std::size_t i : all_in_order) {
                const auto before = std::exchange(boxes_[i], std::nullopt);
                const auto line = std::exchange(lines_[i], std::nullopt);
                if (place(i)) continue;
                boxes_[i] = before;
                lines_[i] = line;
            }
        std::vector<PlacedCallout> all;
        for (const auto& box : boxes_) all.push_back(*box);
        return all;
    }

private:
    /// Wishes first, then the largest boxes, then from the middle of the dots outwards.
    std::vector<std::size_t> order() const {
        Point mean;
        for (const Callout& callout : callouts_)
            mean = mean + (1.0 / static_cast<double>(callouts_.size())) * callout.dot;
        constexpr double large_pt2 = 12000;
        const auto rank = [&](const Callout& callout) {
            const double size = callout.sizes[0].width_pt * callout.sizes[0].height_pt;
            return std::tuple{!callout.wish, size > large_pt2 ? -size : 0.0,
                              distance(callout.dot, mean)};
        };
        std::vector<std::size_t> all(callouts_.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        std::stable_sort(all.begin(), all.end(), [&](std::size_t a, std::size_t b) {
            return rank(callouts_[a]) < rank(callouts_[b]);
        });
        return all;
    }

    bool place(std::size_t i) {
        const Callout& callout = callouts_[i];
        const double farthest = area_.width() + area_.height();
        double least = std::numeric_limits<double>::max();
        std::optional<PlacedCallout> best;
        const auto consider = [&](Point centre, std::size_t size, double cost_of_way) {
            const Rectangle box = Rectangle::around(centre, callout.sizes[size].width_pt,
                                                    callout.sizes[size].height_pt);
            cost_of_way += other_size_cost * static_cast<double>(size);
            if (cost_of_way >= least || !is_free(box)) return;
            const double cost =
                cost_of_way + cost_of({callout.dot, line_end(callout.dot, box)}, box) +
                cover_cost *
                    static_cast<double>(std::count_if(rather_free_.begin(), rather_free_.end(),
                                                      [&](Point p) { return box.contains(p); }));
            if (cost >= least) return;
            least = cost;
            best = PlacedCallout{box, size};
        };
        if (callout.wish) consider(*callout.wish, 0, -1e6);
        const Point centre = callout.wish.value_or(callout.dot);
        for (double ring = first_ring_pt; ring < std::min(least, farthest); ring *= 1.16)
            for (int d = 0; d < directions; ++d) {
                const double angle = 2 * std::numbers::pi * d / directions;
                const Point way{std::cos(angle), std::sin(angle)};
                const double longer = std::max(std::abs(way.x), std::abs(way.y));
                for (std::size_t size = 0; size < callout.sizes.size(); ++size) {
                    const Point beside{way.x / longer * callout.sizes[size].width_pt / 2,
                                       way.y / longer * callout.sizes[size].height_pt / 2};
                    consider(centre + ring * way + (callout.wish ? Point{} : beside), size, ring);
                }
            }
        if (!best) return false;
        boxes_[i] = best;
        lines_[i] = Line{callout.dot, line_end(callout.dot, best->box)};
        return true;
    }

    bool is_free(const Rectangle& box) const {
        if (box.left < area_.left || box.right > area_.right || box.top < area_.top ||
            box.bottom > area_.bottom)
            return false;
        const Rectangle kept = box.grown(gap_);
        const auto in_the_way = [&](const Rectangle& other) { return kept.overlaps(other); };
        if (std::any_of(fixed_.begin(), fixed_.end(), in_the_way)) return false;
        return std::none_of(boxes_.begin(), boxes_.end(),
                            [&](const auto& other) { return other && kept.overlaps(other->box); });
    }

    double cost_of(const Line& line, const Rectangle& box) const {
        double cost = 0;
        for (const auto& other : lines_) {
            if (!other) continue;
            if (segments_cross(line.from, line.to, other->from, other->to))
                cost += line_crossing_cost;
            if (crosses(*other, box)) cost += box_crossing_cost;
        }
        for (const auto& other : boxes_)
            if (other && crosses(line, other->box)) cost += box_crossing_cost;
        for (const Rectangle& text : texts_)
            if (crosses(line, text)) cost += box_crossing_cost;
        return cost;
    }

    const std::vector<Callout>& callouts_;
    std::vector<Rectangle> fixed_;
    const std::vector<Rectangle>& texts_;
    const std::vector<Point>& rather_free_;
    Rectangle area_;
    double gap_;
    std::vector<std::optional<PlacedCallout>> boxes_;
    std::vector<std::optional<Line>> lines_;
};

}  // namespace

bool meets(Point from, Point to, const Rectangle& box) {
    if (box.contains(from) || box.contains(to)) return true;
    const Point a{box.left, box.top}, b{box.right, box.top}, c{box.right, box.bottom},
        d{box.left, box.bottom};
    return segments_cross(from, to, a, c) || segments_cross(from, to, b, d);
}

Point line_end(Point dot, const Rectangle& box) {
    return {std::clamp(dot.x, box.left, box.right), std::clamp(dot.y, box.top, box.bottom)};
}

std::optional<std::vector<PlacedCallout>> place_callouts(const std::vector<Callout>& callouts,
                                                         const std::vector<Rectangle>& fixed,
                                                         const std::vector<Rectangle>& texts,
                                                         const std::vector<Point>& rather_free,
                                                         const Rectangle& area, double gap_pt) {
    return Placer{callouts, fixed, texts, rather_free, area, gap_pt}.place_all();
}

}  // namespace lotse::viz
