/// Where a box of one size may stand in one ring of a network card.
#ifndef LOTSE_VIZ_RING_GRID_HPP
#define LOTSE_VIZ_RING_GRID_HPP

#include "ring_shape.hpp"

#include <cstdint>

namespace lotse::viz {

/// What every box of a card keeps away from, and by how much.
struct RingObstacles {
    std::vector<Rectangle> boxes;
    double gap_pt = 4;
};

/// Centres on a grid over the whole card; a cell is row * columns + column.
struct RingGrid {
    std::vector<double> xs, ys;
    double step_pt = 1;
    std::vector<std::uint32_t> cells;  ///< in which the box lies wholly in its ring, ascending
    std::vector<double> angles;        ///< of these cells, clockwise from the top

    Point at(std::uint32_t cell) const { return {xs[cell % xs.size()], ys[cell / xs.size()]}; }
};

/// The first and the one after the last of the coordinates that may be nearer than `reach` to
/// `middle`: one more at each end, for roundings.
struct GridRange {
    std::size_t first = 0;
    std::size_t end = 0;
};
GridRange near(const std::vector<double>& coordinates, double step_pt, double middle, double reach);

/// Cells whose box lies wholly in the ring and clear of all obstacles. O(cells).
RingGrid ring_grid(const RingShape& shape, std::size_t ring, double width_pt, double height_pt,
                   double step_pt, const RingObstacles& obstacles);

}  // namespace lotse::viz

#endif
