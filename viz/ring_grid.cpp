#include "ring_grid.hpp"

#include <algorithm>

namespace lotse::viz {
namespace {

std::vector<double> steps(double first, double last, double step) {
    std::vector<double> all;
    for (double at = first; at <= last; at += step) all.push_back(at);
    return all;
}

}  // namespace

GridRange near(const std::vector<double>& coordinates, double step_pt, double middle,
               double reach) {
    if (coordinates.empty()) return {};
    const double most = static_cast<double>(coordinates.size());
    const double first = std::floor((middle - reach - coordinates.front()) / step_pt) - 1;
    const double end = std::ceil((middle + reach - coordinates.front()) / step_pt) + 2;
    return {static_cast<std::size_t>(std::clamp(first, 0.0, most)),
            static_cast<std::size_t>(std::clamp(end, 0.0, most))};
}

RingGrid ring_grid(const RingShape& shape, std::size_t ring, double width_pt, double height_pt,
                   double step_pt, const RingObstacles& obstacles) {
    const Rectangle& area = shape.area();
    RingGrid grid;
    grid.step_pt = step_pt;
    grid.xs = steps(area.left + width_pt / 2, area.right - width_pt / 2, step_pt);
    grid.ys = steps(area.top + height_pt / 2, area.bottom - height_pt / 2, step_pt);
    const std::size_t columns = grid.xs.size();
    std::vector<bool> is_free = shape.holds(ring, width_pt, height_pt, grid.xs, grid.ys);
    for (const Rectangle& box : obstacles.boxes) {
        const Point c = box.centre();
        const double x = (width_pt + box.width() + obstacles.gap_pt) / 2;
        const double y = (height_pt + box.height() + obstacles.gap_pt) / 2;
        const GridRange across = near(grid.xs, step_pt, c.x, x);
        const GridRange down = near(grid.ys, step_pt, c.y, y);
        for (std::size_t row = down.first; row < down.end; ++row)
            for (std::size_t column = across.first; column < across.end; ++column)
                if (Rectangle::around({grid.xs[column], grid.ys[row]}, width_pt, height_pt)
                        .grown(obstacles.gap_pt / 2)
                        .overlaps(box))
                    is_free[row * columns + column] = false;
    }
    for (std::size_t cell = 0; cell < is_free.size(); ++cell)
        if (is_free[cell]) {
            grid.cells.push_back(static_cast<std::uint32_t>(cell));
            grid.angles.push_back(shape.angle(grid.at(grid.cells.back())));
        }
    return grid;
}

}  // namespace lotse::viz
