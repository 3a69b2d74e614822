#include <lotse/base/telling_signs.hpp>
#include <lotse/base/three_valued.hpp>
#include <lotse/base/unicode.hpp>

namespace lotse {

std::optional<ThreeValued> parse_three_valued(std::string_view text) {
    const std::string_view given = unicode::trim(text);
    if (given.empty() || given == "?") return ThreeValued::unknown;
    if (unicode::has_telling_signs(given)) return std::nullopt;
    const std::string key = unicode::match_key(given);
    if (key == "unbekannt" || key == "unknown" || key == "nicht erhoben" || key == "not recorded")
        return ThreeValued::unknown;
    if (key == "yes" || key == "ja" || key == "1" || key == "true" || key == "wahr")
        return ThreeValued::yes;
    if (key == "no" || key == "nein" || key == "0" || key == "false" || key == "falsch")
        return ThreeValued::no;
    return std::nullopt;
}

}  // namespace lotse
