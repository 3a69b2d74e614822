/// Where the boxes of a concentric network card stand.
#ifndef LOTSE_VIZ_RING_PLACES_HPP
#define LOTSE_VIZ_RING_PLACES_HPP

#include "ring_grid.hpp"
#include "wheel.hpp"

#include <optional>

namespace lotse::viz {

/// A box that wants a place in one ring, near one slice.
struct RingItem {
    std::size_t ring = 0;
    std::size_t slice = 0;
    double width_pt = 0;
    double height_pt = 0;
    std::optional<Point> wanted;  ///< where it stood before
};

/// A box with its centre so many radians beside its slice still reads as in it.
inline constexpr double within_slice = 0.03;

struct RingPlaces {
    std::vector<Point> centres;  ///< of the items
    std::size_t strays = 0;      ///< boxes with their centre outside their slice
};

/// Places for all items; nullopt when some would overlap. Every box lies wholly in its ring, with
/// its centre in its slice or, if it must, up to `reach` radians beside it, and as near as can be
/// to where it is wanted. `ties` pull items of one slice into an order with few crossings. Boxes in
/// conflict move one after the other to the best place there is for them; those that stay in
/// conflict weigh more and more. Deterministic; O(n * (places + n)) per round. `crowded` counts, by
/// slice and ring, the boxes that found no place or strayed. `effort` is how many costs of places
/// may be reckoned, about a nanosecond each, and loses those that were; when it is used up, no
/// place is found.
std::optional<RingPlaces> place_in_rings(const RingShape& shape, const std::vector<RingItem>& items,
                                         const std::vector<WheelTie>& ties,
                                         const RingObstacles& obstacles, double reach,
                                         RingNeeds& crowded, double& effort);

}  // namespace lotse::viz

#endif
