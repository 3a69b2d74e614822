/// Exchanges the places of items of one group so that fewer ties cross and ties get shorter.
#ifndef LOTSE_VIZ_UNTANGLE_HPP
#define LOTSE_VIZ_UNTANGLE_HPP

#include "wheel.hpp"

namespace lotse::viz {

/// places[i] is where item i stands. Cost of an arrangement: length of all ties, plus
/// `crossing_cost_pt` for each crossing of two straight ties without a common end. Pairs of a group
/// are exchanged while that lowers the cost, for a bounded number of tests (of two ties, a few
/// nanoseconds each). Returns how many there were.
double untangle(std::vector<Point>& places, const std::vector<WheelItem>& items,
                const std::vector<WheelTie>& ties, double crossing_cost_pt,
                double most_tests = 8e7);

}  // namespace lotse::viz

#endif
