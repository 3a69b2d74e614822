/// Rings and slices that give every box of a concentric network card a place in its slice.
#ifndef LOTSE_VIZ_RING_FIT_HPP
#define LOTSE_VIZ_RING_FIT_HPP

#include "ring_shape.hpp"

namespace lotse::viz {

/// The boxes of one slice in one ring.
struct RingCell {
    double count = 0;
    double width_pt = 0;  ///< of the widest, with its gap
    double height_pt = 0;
    double area = 0;  ///< that all of them want
};
using RingCells = std::vector<std::array<RingCell, ring_count>>;  // cells[slice][ring]

RingShares shares_by_need(const RingCells& cells, double middle_need);

/// Widens the slice or the ring of a cell that is too small for its boxes while that lowers what is
/// wanting in all cells together. Returns what is still wanting, in boxes; about 0 when every box
/// may find a place. Deterministic; about O(cells * steps).
double fit_shares(RingShares& shares, const Rectangle& area, const RingCells& cells);

}  // namespace lotse::viz

#endif
