#include "separate.hpp"

#include <algorithm>

namespace lotse::viz {
namespace {

constexpr int rounds = 2000;
constexpr int homesick_rounds = 250;  // then boxes only avoid each other

Rectangle rectangle(const MovableBox& box) {
    return Rectangle::around(box.centre, box.width_pt, box.height_pt);
}

/// The shortest way that takes `box` out of `obstacle` with the gap; zero when they do not touch.
Point way_out(const Rectangle& box, const Rectangle& obstacle, double gap_pt) {
    const double half_width = (box.width() + obstacle.width()) / 2 + gap_pt;
    const double half_height = (box.height() + obstacle.height()) / 2 + gap_pt;
    const Point apart = box.centre() - obstacle.centre();
    const double x = half_width - std::abs(apart.x);
    const double y = half_height - std::abs(apart.y);
    if (x <= 0 || y <= 0) return {};
    // Boxes are wide and low: moving down or up is the natural way unless the sides nearly miss.
    if (x < y) return {apart.x < 0 ? -x : x, 0};
    return {0, apart.y < 0 ? -y : y};
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
        if (round < homesick_rounds)
            for (MovableBox& box : boxes) box.centre = box.centre + 0.04 * (box.home - box.centre);
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const Point way = way_out(rectangle(boxes[i]), rectangle(boxes[j]), gap_pt);
                if (way.x == 0 && way.y == 0) continue;
                boxes[i].centre = boxes[i].centre + 0.5 * way;
                boxes[j].centre = boxes[j].centre - 0.5 * way;
                moved = true;
            }
            for (const Rectangle& obstacle : fixed) {
                const Point way = way_out(rectangle(boxes[i]), obstacle, gap_pt / 2);
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
