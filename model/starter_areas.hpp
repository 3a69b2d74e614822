/// Which Kreise somebody means by the keys given for a starter network.
#ifndef LOTSE_MODEL_STARTER_AREAS_HPP
#define LOTSE_MODEL_STARTER_AREAS_HPP

#include <lotse/base/result.hpp>
#include <lotse/model/network.hpp>

#include <set>
#include <span>
#include <string>

namespace lotse {

/// Stands for all of Germany.
inline constexpr std::string_view all_of_germany = "de";

/// Keys of the Kreise that are named, or lie in a named Land. `germany` holds the areas of the
/// program. Errors: usage.
Result<std::set<std::string>> chosen_districts(const Network& germany,
                                               std::span<const std::string> area_keys);

}  // namespace lotse

#endif
