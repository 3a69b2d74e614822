#include "separate.hpp"

#include <algorithm>
#include <limits>

namespace lotse::viz {
namespace {

constexpr int rounds = 2000;
constexpr int homesick_rounds = 250;  // then boxes only avoid each other

Rectangle rectangle(const MovableBox& box) {
    return Rectangle::around(box.centre, box.width_pt, box.height_pt);
}

enum class Way { shortest, sideways };

/// The shortest way that takes `box` out of `obstacle` with the gap; zero when they do not touch.
Point way_out(const Rectangle& box, const Rectangle& obstacle, double gap_pt, Way preferred) {
    const double half_width = (box.width() + obstacle.width()) / 2 + gap_pt;
    const double half_height = (box.height() + obstacle.height()) / 2 + gap_pt;
    const Point apart = box.centre() - obstacle.centre();
    const double x = half_width - std::abs(apart.x);
    const double y = half_height - std::abs(apart.y);
    if (x <= 0 || y <= 0) return {};
    if (x < y || (preferred == Way::sideways && x < half_width / 2))
        return {apart.x < 0 ? -x : x, 0};
    return {0, apart.y < 0 ? -y : y};
}

/// The same for an obstacle that does not move: the shortest of the four ways that stays in the
/// area.
Point way_around(const Rectangle& box, const Rectangle& obstacle, const Rectangle& area,
                 double gap_pt) {
    const Rectangle kept = obstacle.grown(gap_pt);
    if (!box.overlaps(kept)) return {};
    Point best;
    double shortest = std::numeric_limits<double>::max();
    for (const Point way : {Point{kept.left - box.right, 0}, Point{kept.right - box.left, 0},
                            Point{0, kept.top - box.bottom}, Point{0, kept.bottom - box.top}}) {
        const bool inside = box.left + way.x >= area.left && box.right + way.x <= area.right &&
                            box.top + way.y >= area.top && box.bottom + way.y <= area.bottom;
        const double length = std::abs(way.x) + std::abs(way.y);
        if (inside && length < shortest) {
            shortest = length;
            best = way;
        }
    }
    return best;
}

void keep_inside(MovableBox& box, const Rectangle& area) {
    const double x = box.width_pt / 2, y = box.height_pt / 2;
    box.centre.x = std::clamp(box.centre.x, area.left + x, std::max(area.left + x, area.right - x));
    box.centre.y = std::clamp(box.centre.y, area.top + y, std::max(area.top + y, area.bottom - y));
}

bool none_overlaps(const std::vector<MovableBox>& boxes, const std::vector<Rectangle>& fixed,
                   const Rectangle& area) {
    const Rectangle bounds = area.grown(0.01);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const Rectangle box = rectangle(boxes[i]);
        if (!bounds.contains({box.left, box.top}) || !bounds.contains({box.right, box.bottom}))
            return false;
        for (const Rectangle& obstacle : fixed)
            if (box.overlaps(obstacle)) return false;
        for (std::size_t j = 0; j < i; ++j)
            if (box.grown(1).overlaps(rectangle(boxes[j]))) return false;
    }
    return true;
}

}  // namespace

bool separate(std::vector<MovableBox>& boxes, const std::vector<Rectangle>& fixed,
              const Rectangle& area, double gap_pt) {
    for (int round = 0; round < rounds; ++round) {
        bool moved = false;
        // Boxes are wide and low, so the shortest way is mostly up or down; where a column of them
        // is jammed, only a step aside helps.
        const Way preferred =
            round >= homesick_rounds && round % 5 == 4 ? Way::sideways : Way::shortest;
        if (round < homesick_rounds)
            for (MovableBox& box : boxes) box.centre = box.centre + 0.04 * (box.home - box.centre);
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const Point way =
                    way_out(rectangle(boxes[i]), rectangle(boxes[j]), gap_pt, preferred);
                if (way.x == 0 && way.y == 0) continue;
                boxes[i].centre = boxes[i].centre + 0.5 * way;
                boxes[j].centre = boxes[j].centre - 0.5 * way;
                moved = true;
            }
            for (const Rectangle& obstacle : fixed) {
                const Point way = way_around(rectangle(boxes[i]), obstacle, area, gap_pt / 2);
                if (way.x == 0 && way.y == 0) continue;
                boxes[i].centre = boxes[i].centre + way;
                moved = true;
            }
            keep_inside(boxes[i], area);
        }
        if (!moved && round >= homesick_rounds) break;
    }
    for (MovableBox& box : boxes) keep_inside(box, area);
    return none_overlaps(boxes, fixed, area);
}

}  // namespace lotse::viz
