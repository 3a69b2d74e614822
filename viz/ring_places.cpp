#include "ring_places.hpp"

#include "slots.hpp"
#include "untangle.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <numbers>
#include <tuple>

namespace lotse::viz {
namespace {

constexpr double full_turn = 2 * std::numbers::pi;
constexpr double crossing_cost_pt = 30;
constexpr double effort_of_test = 3;
constexpr double share_of_untangling = 0.08;  // tests for a nanosecond of effort that is left
constexpr int rounds = 60;
constexpr std::size_t many = 100;  // boxes, of which not every hope is followed to the end
constexpr double overlap_cost = 40;
constexpr double least_overlap = 1e-9;
constexpr double home_cost = 0.12;    // per point away from home
constexpr double wanted_cost = 3;     // the same for a given place
constexpr double outside_cost = 220;  // per radian outside the slice

Rectangle box_at(Point centre, const RingItem& item) {
    return Rectangle::around(centre, item.width_pt, item.height_pt);
}

class Placing {
public:
    Placing(const RingShape& shape, const std::vector<RingItem>& items,
            const RingObstacles& obstacles, double reach, double& effort)
        : shape_{shape},
          items_{items},
          obstacles_{obstacles},
          reach_{reach},
          effort_{effort},
          step_{std::max(3.0, std::sqrt(shape.area().width() * shape.area().height() /
                                        (items.size() > many ? 12'000 : 30'000)))},
          candidates_(items.size()),
          homes_(items.size()),
          places_(items.size()),
          weights_(items.size(), 1),
          conflicts_(items.size(), 0) {
        for (std::size_t i = 0; i < items.size(); ++i) in_ring_[items[i].ring].push_back(i);
    }

    /// False: some box has no place at all, even alone.
    bool find_candidates() {
        bool every = true;
        for (std::size_t i = 0; i < items_.size(); ++i) {
            Candidates& own = candidates_[i];
            own.grid = &grid_of(items_[i]);
            for (std::size_t c = 0; c < own.grid->cells.size(); ++c)
                if (outside(i, own.grid->angles[c]) <= reach_) own.positions.push_back(c);
            every = every && !own.positions.empty();
        }
        return every;
    }

    void start(const std::vector<WheelTie>& ties) {
        std::vector<WheelItem> cells;
        for (const RingItem& item : items_)
            cells.push_back({item.slice * ring_count + item.ring, item.width_pt, item.height_pt});
        for (std::size_t cell = 0; cell < shape_.slices() * ring_count; ++cell) spread_cell(cell);
        effort_ -= effort_of_test * untangle(homes_, cells, ties, crossing_cost_pt,
                                             std::min(8e7, share_of_untangling * effort_));
        for (std::size_t i = 0; i < items_.size(); ++i) {
            if (items_[i].wanted) homes_[i] = *items_[i].wanted;
            reckon(i);
        }
        for (const std::vector<std::size_t>& ring : in_ring_)
            for (const std::size_t i : ring)
                for (const std::size_t j : ring)
                    conflicts_[i] += j != i && overlap(i, places_[i], j) > 0;
    }

    /// True when no two boxes overlap any more.
    bool settle() {
        for (int round = 0; round < rounds && effort_ > 0; ++round) {
            for (std::size_t i = 0; i < items_.size(); ++i)
                if (round == 0 || conflicts_[i] > 0) move(i, best_place(i));
            std::size_t in_conflict = 0;
            for (std::size_t i = 0; i < items_.size(); ++i)
                if (conflicts_[i] > 0) {
                    weights_[i] += 0.4;
                    ++in_conflict;
                }
            if (in_conflict == 0) return true;
            if (is_hopeless(round, in_conflict)) return false;
        }
        return false;
    }

    void count_homeless(RingNeeds& crowded) const {
        for (std::size_t i = 0; i < items_.size(); ++i)
            if (candidates_[i].positions.empty()) crowded[items_[i].slice][items_[i].ring] += 1;
    }

    void count_conflicts(RingNeeds& crowded) const {
        for (std::size_t i = 0; i < items_.size(); ++i)
            if (conflicts_[i] > 0) crowded[items_[i].slice][items_[i].ring] += 1;
    }

    RingPlaces places(RingNeeds& crowded) && {
        RingPlaces result{std::move(places_), 0};
        for (std::size_t i = 0; i < items_.size(); ++i)
            if (outside(i, shape_.angle(result.centres[i])) > within_slice) {
                crowded[items_[i].slice][items_[i].ring] += 1;
                ++result.strays;
            }
        return result;
    }

private:
    /// Of many boxes, so large a share does not find places in the rounds that are left.
    bool is_hopeless(int round, std::size_t in_conflict) const {
        const double most = round >= 30 ? 0.1 : round >= 10 ? 0.25 : 0.6;
        return items_.size() > many &&
               static_cast<double>(in_conflict) > most * static_cast<double>(items_.size());
    }

    /// The places of the grid that are near enough to the slice, with what each costs when nobody
    /// is in the way.
    struct Candidates {
        const RingGrid* grid = nullptr;
        std::vector<std::size_t> positions;  ///< in grid->cells
        std::vector<double> costs;
        Rectangle bounds;             ///< of all of them
        std::optional<Point> wanted;  ///< one more place, off the grid
        double wanted_cost = 0;
    };

    /// Boxes of one size share their places in a ring.
    const RingGrid& grid_of(const RingItem& item) {
        const auto [found, is_new] =
            grids_.try_emplace({item.ring, item.width_pt, item.height_pt}, RingGrid{});
        if (is_new)
            found->second =
                ring_grid(shape_, item.ring, item.width_pt, item.height_pt, step_, obstacles_);
        return found->second;
    }

    /// Radians outside the item's slice; 0 inside.
    double outside(std::size_t i, double angle) const {
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

    Point place(std::size_t i, std::size_t position) const {
        const RingGrid& grid = *candidates_[i].grid;
        return grid.at(grid.cells[position]);
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
        const std::size_t first = members.front();
        std::vector<Point> samples, all;
        for (const std::size_t position : candidates_[first].positions) {
            all.push_back(place(first, position));
            if (outside(first, candidates_[first].grid->angles[position]) == 0)
                samples.push_back(all.back());
        }
        if (samples.empty()) samples = std::move(all);
        const std::vector<Point> slots = spread(samples, members.size(), width, height);
        for (std::size_t m = 0; m < members.size(); ++m) homes_[members[m]] = slots[m];
    }

    /// What each place costs by itself; the box stands at the one nearest to its home.
    void reckon(std::size_t i) {
        Candidates& own = candidates_[i];
        const double pull = items_[i].wanted ? wanted_cost : home_cost;
        const auto cost = [&](double away, double angle) {
            return pull * away + outside_cost * outside(i, angle);
        };
        double least = std::numeric_limits<double>::max();
        for (const std::size_t position : own.positions) {
            const Point p = place(i, position);
            const double away = distance(p, homes_[i]);
            own.costs.push_back(cost(away, own.grid->angles[position]));
            own.bounds =
                own.costs.size() == 1
                    ? Rectangle{p.x, p.y, p.x, p.y}
                    : Rectangle{std::min(own.bounds.left, p.x), std::min(own.bounds.top, p.y),
                                std::max(own.bounds.right, p.x), std::max(own.bounds.bottom, p.y)};
            if (away < least) {
                least = away;
                places_[i] = p;
            }
        }
        if (!items_[i].wanted || !is_free(i, homes_[i])) return;
        if (outside(i, shape_.angle(homes_[i])) > reach_) return;
        own.wanted = places_[i] = homes_[i];
        own.wanted_cost = cost(0, shape_.angle(homes_[i]));
    }

    /// How deep two boxes with half a gap around each lie in each other; 0: not.
    double overlap(std::size_t i, Point p, std::size_t j) const {
        const double x = (items_[i].width_pt + items_[j].width_pt) / 2 + obstacles_.gap_pt -
                         std::abs(p.x - places_[j].x);
        const double y = (items_[i].height_pt + items_[j].height_pt) / 2 + obstacles_.gap_pt -
                         std::abs(p.y - places_[j].y);
        return x <= least_overlap || y <= least_overlap ? 0 : std::min(x, y);
    }

    double cost_of_overlap(std::size_t j, double depth) const {
        return weights_[j] * (overlap_cost + 3 * depth);
    }

    void move(std::size_t i, Point to) {
        if (to.x == places_[i].x && to.y == places_[i].y) return;
        for (const std::size_t j : in_ring_[items_[i].ring]) {
            if (j == i) continue;
            const bool before = overlap(i, places_[i], j) > 0, after = overlap(i, to, j) > 0;
            if (before == after) continue;
            conflicts_[i] += after ? 1 : -1;
            conflicts_[j] += after ? 1 : -1;
        }
        places_[i] = to;
    }

    /// Each other box makes the places around it dearer; so every place need not look at every box.
    Point best_place(std::size_t i) {
        const Candidates& own = candidates_[i];
        const RingGrid& grid = *own.grid;
        field_.resize(std::max(field_.size(), grid.xs.size() * grid.ys.size()), 0);
        for (std::size_t c = 0; c < own.positions.size(); ++c)
            field_[grid.cells[own.positions[c]]] = own.costs[c];
        effort_ -= 2 * static_cast<double>(own.positions.size());
        double at_wanted = own.wanted_cost;
        for (const std::size_t j : in_ring_[items_[i].ring]) {
            if (j == i) continue;
            add_to_field(i, j, grid);
            if (!own.wanted) continue;
            if (const double depth = overlap(i, *own.wanted, j); depth > 0)
                at_wanted += cost_of_overlap(j, depth);
        }
        Point best = places_[i];
        double least = std::numeric_limits<double>::max();
        for (const std::size_t position : own.positions)
            if (const double cost = field_[grid.cells[position]]; cost < least) {
                least = cost;
                best = grid.at(grid.cells[position]);
            }
        return own.wanted && at_wanted < least ? *own.wanted : best;
    }

    void add_to_field(std::size_t i, std::size_t j, const RingGrid& grid) {
        const double x = (items_[i].width_pt + items_[j].width_pt) / 2 + obstacles_.gap_pt;
        const double y = (items_[i].height_pt + items_[j].height_pt) / 2 + obstacles_.gap_pt;
        const Rectangle& bounds = candidates_[i].bounds;
        const Point at = places_[j];
        if (at.x + x < bounds.left || at.x - x > bounds.right || at.y + y < bounds.top ||
            at.y - y > bounds.bottom)
            return;
        const GridRange across = near(grid.xs, step_, places_[j].x, x);
        const GridRange down = near(grid.ys, step_, places_[j].y, y);
        effort_ -=
            10 + 2 * static_cast<double>((across.end - across.first) * (down.end - down.first));
        for (std::size_t row = down.first; row < down.end; ++row) {
            const double deep_y = y - std::abs(grid.ys[row] - places_[j].y);
            if (deep_y <= least_overlap) continue;
            for (std::size_t column = across.first; column < across.end; ++column) {
                const double deep_x = x - std::abs(grid.xs[column] - places_[j].x);
                if (deep_x > least_overlap)
                    field_[row * grid.xs.size() + column] +=
                        cost_of_overlap(j, std::min(deep_x, deep_y));
            }
        }
    }

    const RingShape& shape_;
    const std::vector<RingItem>& items_;
    const RingObstacles& obstacles_;
    double reach_;
    double& effort_;
    double step_;
    std::array<std::vector<std::size_t>, ring_count> in_ring_;
    std::map<std::tuple<std::size_t, double, double>, RingGrid> grids_;
    std::vector<Candidates> candidates_;
    std::vector<Point> homes_;
    std::vector<Point> places_;
    std::vector<double> weights_;
    std::vector<int> conflicts_;  ///< boxes that each overlaps
    std::vector<double> field_;   ///< cost of each cell of the grid
};

}  // namespace

std::optional<RingPlaces> place_in_rings(const RingShape& shape, const std::vector<RingItem>& items,
                                         const std::vector<WheelTie>& ties,
                                         const RingObstacles& obstacles, double reach,
                                         RingNeeds& crowded, double& effort) {
    Placing placing{shape, items, obstacles, reach, effort};
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
