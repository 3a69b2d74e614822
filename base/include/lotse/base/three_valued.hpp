/// Yes, no, or not recorded. An empty cell is unknown, never no.
#ifndef LOTSE_BASE_THREE_VALUED_HPP
#define LOTSE_BASE_THREE_VALUED_HPP

#include <lotse/base/enumerators.hpp>

#include <array>
#include <optional>

namespace lotse {

enum class ThreeValued { unknown, no, yes };

constexpr auto enumerators(ThreeValued) {
    using enum ThreeValued;
    return std::array{
        Enumerator{unknown, "unknown", {"nicht erhoben", "not recorded"}},
        Enumerator{no, "no", {"nein", "no"}},
        Enumerator{yes, "yes", {"ja", "yes"}},
    };
}

/// Reads yes/no/unknown, ja/nein/unbekannt, 1/0 and the empty text. nullopt: something else.
std::optional<ThreeValued> parse_three_valued(std::string_view text);

}  // namespace lotse

#endif
