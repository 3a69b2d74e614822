#include "ring_fit.hpp"

#include <algorithm>
#include <cmath>

namespace lotse::viz {
namespace {

constexpr int angles = 7;  // samples of a cell
constexpr int depths = 5;
constexpr int most_steps = 40;
constexpr double least_gain = 1e-3;
constexpr double room = 1.0;        // area of a cell for the area of its boxes
constexpr double free_room = 0.35;  // area for their centres, likewise
constexpr double cost_of_none = 2;  // a cell in which no box has a place
constexpr double cost_of_depth = 40;

/// What is wanting in a cell, in boxes; 0: nothing.
double wanting(const RingShape& shape, std::size_t slice, std::size_t ring, const RingCell& cell) {
    if (cell.count == 0) return 0;
    const double start = shape.slice_start(slice), end = shape.slice_end(slice);
    const Point half{shape.area().width() / 2, shape.area().height() / 2};
    const double piece = half.x * half.y * (end - start) / angles / depths;
    const auto radius = [&](Point p) {
        const Point d = p - shape.area().centre();
        return std::hypot(d.x / half.x, d.y / half.y);
    };
    double best = -1, whole = 0, open = 0;
    for (int a = 0; a < angles; ++a) {
        const double angle = start + (end - start) * (a + 0.5) / angles;
        const Point outer = shape.on_border(ring, angle);
        const Point inner = ring == 0 ? shape.on_middle(angle) : shape.on_border(ring - 1, angle);
        const double near = radius(inner), far = radius(outer);
        for (int d = 0; d < depths; ++d) {
            const double share = (d + 0.5) / depths;
            const double area = piece * (near + share * (far - near)) * (far - near);
            const double slack = shape.slack(
                ring,
                Rectangle::around(inner + share * (outer - inner), cell.width_pt, cell.height_pt));
            best = std::max(best, slack);
            whole += area;
            if (slack >= 0) open += area;
        }
    }
    const double each = cell.area / cell.count;
    double sum = std::max(0.0, room * cell.area - whole) / each +
                 std::max(0.0, free_room * (cell.count - 1) * each - open) / each;
    if (best < 0) sum += cost_of_none - cost_of_depth * best;
    return sum;
}

struct Fit {
    std::vector<bool> slices;  ///< in which something is wanting
    std::array<bool, ring_count> rings{};
    double wanting = 0;
};

Fit fit_of(const Rectangle& area, const RingShares& shares, const RingCells& cells) {
    const RingShape shape{area, shares};
    Fit fit{std::vector<bool>(cells.size(), false), {}, 0};
    for (std::size_t s = 0; s < cells.size(); ++s)
        for (std::size_t k = 0; k < ring_count; ++k) {
            const double missing = wanting(shape, s, k, cells[s][k]);
            if (missing <= 0) continue;
            fit.slices[s] = fit.rings[k] = true;
            fit.wanting += missing;
        }
    return fit;
}

}  // namespace

RingShares shares_by_need(const RingCells& cells, double middle_need) {
    RingNeeds needs(cells.size());
    for (std::size_t s = 0; s < cells.size(); ++s)
        for (std::size_t k = 0; k < ring_count; ++k) needs[s][k] = cells[s][k].area;
    return shares_by_need(needs, middle_need);
}

double fit_shares(RingShares& shares, const Rectangle& area, const RingCells& cells) {
    Fit best = fit_of(area, shares, cells);
    double factor = 2.5;
    for (int step = 0; step < most_steps && best.wanting > 0; ++step) {
        RingShares better = shares;
        Fit next = best;
        const auto attempt = [&](const RingShares& changed) {
            Fit fit = fit_of(area, changed, cells);
            if (fit.wanting > next.wanting - least_gain) return;
            next = std::move(fit);
            better = changed;
        };
        for (std::size_t s = 0; s < cells.size(); ++s)
            if (best.slices[s]) {
                RingShares changed = shares;
                changed.slices[s] *= factor;
                attempt(changed);
            }
        for (std::size_t k = 0; k < ring_count; ++k)
            if (best.rings[k]) {
                RingShares changed = shares;
                changed.rings[k] *= factor;
                attempt(changed);
            }
        if (next.wanting < best.wanting) {
            best = std::move(next);
            shares = std::move(better);
        } else if (factor > 1.05) {
            factor = 1 + (factor - 1) / 2;
        } else {
            break;
        }
    }
    return best.wanting;
}

}  // namespace lotse::viz
