/// Kreise that became part of another one: datasets/geo/kreise_aenderungen.csv.
#ifndef LOTSE_MODEL_FORMER_DISTRICTS_HPP
#define LOTSE_MODEL_FORMER_DISTRICTS_HPP

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace lotse {

/// Key of a former Kreis: key of the one that took it over. One that was shared out is not there.
const std::map<std::string, std::string, std::less<>>& former_districts();

/// Empty: no former Kreis has this key.
std::string_view successor_of_district(std::string_view key);

}  // namespace lotse

#endif
