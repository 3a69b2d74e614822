#include "ring_places.hpp"

#include "slots.hpp"
#include "untangle.hpp"

#include <algorithm>
#include <limits>
#include <numbers>

namespace lotse::viz {
namespace {

constexpr double full_turn = 2 * std::numbers::pi;
constexpr double crossing_cost_pt = 30;
constexpr double stray = 0.08;  // radians
constexpr double reach = 0.6;   // how far beyond its slice a box may look for a place, in radians
constexpr int rounds = 60;
constexpr double overlap_cost = 40;
constexpr double home_cost = 0.12;    // per point away from home
constexpr double wanted_cost = 3;     // the same for a given place
constexpr double outside_cost = 220;  // per radian outside the slice

Rectangle box_at(Point centre, const RingItem& item) {
    return Rectangle::around(centre, item.width_pt, item.height_pt);
}

class Placing {
public:
    Placing(const RingShape& shape, const std::vector<RingItem>& items,
            const RingObstacles& obstacles)
        : shape_{shape},
          items_{items},
          obstacles_{obstacles},
          step_{std::max(3.0, std::sqrt(shape.area().width() * shape.area().height() / 12'000))},
          candidates_(items.size()),
          homes_(items.size()),
          places_(items.size()),
          weights_(items.size(), 1) {}

    /// False: some box has no place at all, even alone.
    bool find_candidates() {
        for (std::size_t i = 0; i < items_.size(); ++i) {
            const RingItem& item = items_[i];
            const Rectangle& area = shape_.area();
            for (double y = area.top + item.height_pt / 2; y <= area.bottom - item.height_pt / 2;
                 y += step_)
                for (double x = area.left + item.width_pt / 2; x <= area.right - item.width_pt / 2;
                     x += step_)
                    if (outside(i, {x, y}) <= reach && is_free(i, {x, y}))
                        candidates_[i].push_back({x, y});
        }
        return std::none_of(candidates_.begin(), candidates_.end(),
                            [](const auto& places) { return places.empty(); });
    }

    void start(const std::vector<WheelTie>& ties) {
        std::vector<WheelItem> cells;
        for (const RingItem& item : items_)
            cells.push_back({item.slice * ring_count + item.ring, item.width_pt, item.height_pt});
        for (std::size_t cell = 0; cell < shape_.slices() * ring_count; ++cell) spread_cell(cell);
        untangle(homes_, cells, ties, crossing_cost_pt);
        for (std::size_t i = 0; i < items_.size(); ++i) {
            if (items_[i].wanted) homes_[i] = *items_[i].wanted;
            if (items_[i].wanted && is_free(i, homes_[i])) candidates_[i].push_back(homes_[i]);
            places_[i] = nearest(candidates_[i], homes_[i]);
        }
    }

    /// True when no two boxes overlap any more.
    bool settle() {
        for (int round = 0; round < rounds; ++round) {
            for (std::size_t i = 0; i < items_.size(); ++i)
                if (round == 0 || conflicts(i) > 0) places_[i] = best_place(i);
            bool clear = true;
            for (std::size_t i = 0; i < items_.size(); ++i)
                if (conflicts(i) > 0) {
                    weights_[i] += 0.4;
                    clear = false;
                }
            if (clear) return true;
        }
        return false;
    }

    void count_homeless(RingNeeds& crowded) const {
        for (std::size_t i = 0; i < items_.size(); ++i)
            if (candidates_[i].empty()) crowded[items_[i].slice][items_[i].ring] += 1;
    }

    void count_conflicts(RingNeeds& crowded) const {
        for (std::size_t i = 0; i < items_.size(); ++i)
            if (conflicts(i) > 0) crowded[items_[i].slice][items_[i].ring] += 1;
    }

    RingPlaces places(RingNeeds& crowded) && {
        RingPlaces result{std::move(places_), 0};
        for (std::size_t i = 0; i < items_.size(); ++i)
            if (items_[i].ring > 0 && outside(i, result.centres[i]) > stray) {
                crowded[items_[i].slice][items_[i].ring] += 1;
                ++result.strays;
            }
        return result;
    }

private:
    /// Radians outside the item's slice; 0 inside.
    double outside(std::size_t i, Point p) const {
        const double angle = shape_.angle(p);
        const double start = shape_.slice_start(items_[i].slice);
        const double end = shape_.slice_end(items_[i].slice);
        if (angle >= start && angle <= end) return 0;
        const auto apart = [](double a, double b) {
            const double d = std::abs(a - b);
            return std::min(d, full_turn - d);
        };
        return std::min(apart(angle, start), apart(angle, end));
    }

    bool is_free(std::size_t i, Point p) const {
        const Rectangle box = box_at(p, items_[i]);
        if (!shape_.holds(items_[i].ring, box)) return false;
        const Rectangle kept = box.grown(obstacles_.gap_pt / 2);
        return std::none_of(obstacles_.boxes.begin(), obstacles_.boxes.end(),
                            [&](const Rectangle& other) { return kept.overlaps(other); });
    }

    void spread_cell(std::size_t cell) {
        std::vector<std::size_t> members;
        double width = 0, height = 0;
        for (std::size_t i = 0; i < items_.size(); ++i)
            if (items_[i].slice * ring_count + items_[i].ring == cell) {
                members.push_back(i);
                width += items_[i].width_pt;
                height += items_[i].height_pt;
            }
        if (members.empty()) return;
        std::vector<Point> samples;
        for (const Point p : candidates_[members.front()])
            if (outside(members.front(), p) == 0) samples.push_back(p);
        if (samples.empty()) samples = candidates_[members.front()];
        const std::vector<Point> slots = spread(samples, members.size(), width, height);
        for (std::size_t m = 0; m < members.size(); ++m) homes_[members[m]] = slots[m];
    }

    static Point nearest(const std::vector<Point>& points, Point to) {
        return *std::min_element(points.begin(), points.end(), [&](Point p, Point q) {
            return distance(p, to) < distance(q, to);
        });
    }

    /// How deep two boxes with half a gap around each lie in each other; 0: not.
    double overlap(std::size_t i, Point p, std::size_t j) const {
        const double x = (items_[i].width_pt + items_[j].width_pt) / 2 + obstacles_.gap_pt -
                         std::abs(p.x - places_[j].x);
        const double y = (items_[i].height_pt + items_[j].height_pt) / 2 + obstacles_.gap_pt -
                         std::abs(p.y - places_[j].y);
        return x <= 1e-9 || y <= 1e-9 ? 0 : std::min(x, y);
    }

    std::size_t conflicts(std::size_t i) const {
        std::size_t count = 0;
        for (std::size_t j = 0; j < items_.size(); ++j)
            count += j != i && items_[j].ring == items_[i].ring && overlap(i, places_[i], j) > 0;
        return count;
    }

    Point best_place(std::size_t i) const {
        const double pull = items_[i].wanted ? wanted_cost : home_cost;
        Point best = places_[i];
        double least = std::numeric_limits<double>::max();
        for (const Point p : candidates_[i]) {
            double cost = pull * distance(p, homes_[i]) + outside_cost * outside(i, p);
            for (std::size_t j = 0; j < items_.size() && cost < least; ++j) {
                if (j == i || items_[j].ring != items_[i].ring) continue;
                if (const double depth = overlap(i, p, j); depth > 0)
                    cost += weights_[j] * (overlap_cost + 3 * depth);
            }
            if (cost < least) {
                least = cost;
                best = p;
            }
        }
        return best;
    }

    const RingShape& shape_;
    const std::vector<RingItem>& items_;
    const RingObstacles& obstacles_;
    double step_;
    std::vector<std::vector<Point>> candidates_;
    std::vector<Point> homes_;
    std::vector<Point> places_;
    std::vector<double> weights_;
};

}  // namespace

std::optional<RingPlaces> place_in_rings(const RingShape& shape, const std::vector<RingItem>& items,
                                         const std::vector<WheelTie>& ties,
                                         const RingObstacles& obstacles, RingNeeds& crowded) {
    Placing placing{shape, items, obstacles};
    if (!placing.find_candidates()) {
        placing.count_homeless(crowded);
        return std::nullopt;
    }
    placing.start(ties);
    if (placing.settle()) return std::move(placing).places(crowded);
    placing.count_conflicts(crowded);
    return std::nullopt;
}

}  // namespace lotse::viz
