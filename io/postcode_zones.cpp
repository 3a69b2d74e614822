#include "postcode_zones.hpp"

#include <lotse/base/ascii.hpp>
#include <lotse/base/text_parts.hpp>
#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <array>

namespace lotse::io {

bool may_lie_in_zone(std::string_view area_key, std::string_view postcode) {
    // Keys of the Länder that have places with this first digit, by the zones of Deutsche Post of
    // 1993; where a zone ends near a border, the neighbour counts, too.
    constexpr std::array<std::string_view, 10> zones{
        "12 14 15 16", "03 11 12 13 15", "01 02 03 04 13 15", "03 05 06 12 15 16",
        "03 05",       "05 06 07 10",    "06 07 08 09 10",    "06 07 08 09",
        "08 09",       "06 08 09 14 16"};
    constexpr std::size_t postcode_digits = 5;
    constexpr std::size_t district_digits = 5;
    if (postcode.size() != postcode_digits || !all_digits(postcode) ||
        area_key.size() < district_digits || !all_digits(area_key) ||
        postcode.find_first_not_of(postcode.front()) == postcode.npos)  // "00000": not known
        return true;
    return zones[static_cast<std::size_t>(postcode.front() - '0')].find(area_key.substr(0, 2)) !=
           std::string_view::npos;
}

bool begins_with_foreign_postcode(std::string_view text) {
    text = unicode::trim(text);
    constexpr std::array<std::string_view, 15> countries{
        "A", "AT", "CH", "FL", "LI", "NL", "B", "BE", "L", "LU", "F", "FR", "PL", "CZ", "DK"};
    const auto letters =
        static_cast<std::size_t>(std::ranges::find_if_not(text, ascii::is_upper) - text.begin());
    if (std::ranges::find(countries, text.substr(0, letters)) == countries.end() ||
        letters == text.size() || (text[letters] != '-' && text[letters] != ' '))
        return false;
    text.remove_prefix(letters + 1);
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    return (digits == 4 || digits == 5) &&
           (digits == text.size() || text[digits] == ' ' || text[digits] == ',');
}

}  // namespace lotse::io
