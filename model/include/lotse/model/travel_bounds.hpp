/// Between which numbers an assumption about travel lies: options and the list travel_rules.
#ifndef LOTSE_MODEL_TRAVEL_BOUNDS_HPP
#define LOTSE_MODEL_TRAVEL_BOUNDS_HPP

#include <lotse/base/number.hpp>

namespace lotse::travel_bounds {

/// Beyond these nothing is an assumption about travel, and no result of it overflows.
/// @{
inline constexpr NumberRange detour{1, 100};
inline constexpr NumberRange speed_kmh{0.1, 1000};
inline constexpr NumberRange threshold_minutes{0.1, 10000};
/// @}

}  // namespace lotse::travel_bounds

#endif
