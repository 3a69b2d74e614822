/// Kreise of the past, and those of today that hold them: datasets/geo/kreise_aenderungen.csv.
#ifndef LOTSE_MODEL_FORMER_DISTRICTS_HPP
#define LOTSE_MODEL_FORMER_DISTRICTS_HPP

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lotse {

/// Keys of the Kreise that hold the area of a former one: several where it was divided; none: no
/// former Kreis has this key.
std::span<const std::string> heirs_of_district(std::string_view key);

/// The only heir. Empty: no former Kreis has this key, or it was divided.
std::string_view successor_of_district(std::string_view key);

}  // namespace lotse

#endif
