/// Legend of the coverage matrix, and what it counts.
#ifndef LOTSE_VIZ_COVERAGE_LEGEND_HPP
#define LOTSE_VIZ_COVERAGE_LEGEND_HPP

#include "frame.hpp"

#include <lotse/viz/coverage_matrix.hpp>

#include <array>

namespace lotse::viz {

/// How many fields have each state.
using StateCounts = std::array<std::size_t, all_enumerators<CoverageState>.size()>;

inline void count(StateCounts& counts, const std::optional<CoverageCell>& cell) {
    if (cell) ++counts[static_cast<std::size_t>(cell->state)];
}

inline constexpr double online_sign = 0.8;  ///< size of "@", in sizes of the type

/// Field, sign, meaning and number of fields, in lines at the foot of the sheet. Returns how many
/// fields have "@".
std::size_t add_coverage_legend(Frame& frame, const CoverageTable& table, Scheme scheme);

}  // namespace lotse::viz

#endif
