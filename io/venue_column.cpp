#include "venue_column.hpp"

#include <lotse/base/unicode.hpp>

#include "area_names.hpp"
#include "directory_addresses.hpp"
#include "directory_values.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace lotse::io {
namespace {

enum class Meaning { house, perhaps_town, town };

/// "08209 Auerbach" as well as "Auerbach"; a Kreis where a town should stand is no house either.
Meaning meaning_of_part(std::string_view text) {
    const auto [postcode, name] = split_postcode(text);
    if (unicode::match_key(name).find_first_not_of("0123456789 ") == std::string::npos)
        return Meaning::house;
    const AreaNames& areas = AreaNames::built_in();
    const TownsFound known = areas.towns(name, {});
    if (known.whole && known.keys.size() == 1) return Meaning::town;
    if (!names_house(name) &&
        !areas
             .town_of_part(name, postcode.empty() ? AreaNames::Behind::hyphen_of_city
                                                  : AreaNames::Behind::any_sign)
             .empty() &&
        (postcode.empty() || name.find(' ') == std::string::npos))
        return Meaning::town;
    const bool ambiguous = known.whole && !known.keys.empty();
    return ambiguous || !areas.exact_districts(name).empty() ? Meaning::perhaps_town
                                                             : Meaning::house;
}

/// "Plauen und Auerbach" are towns as well.
Meaning meaning_of(std::string_view text) {
    const std::array<std::string, 6> between{",", "/", ";", "+", "&", "und"};
    const Meaning whole = meaning_of_part(text);
    const auto parts = split_words(text, between);
    if (whole != Meaning::house || parts.size() < 2) return whole;
    Meaning out = Meaning::town;
    for (const std::string& part : parts) out = std::min(out, meaning_of_part(part));
    return out;
}

}  // namespace

VenueColumn look_at_venues(const DirectoryTable& table, std::size_t venue,
                           std::optional<std::size_t> town) {
    std::set<std::string> towns;
    if (town)
        for (const DirectoryRow& row : table.rows)
            towns.insert(unicode::match_key(row.cells[*town].text));
    std::array<std::size_t, 3> count{};
    for (const DirectoryRow& row : table.rows) {
        const std::string& text = row.cells[venue].text;
        if (is_not_recorded(text) || is_ditto(text) || is_no_fixed_place(text) ||
            Codebook::built_in().list("deliveries")->recognise(text))
            continue;
        const Meaning meaning =
            towns.contains(unicode::match_key(text)) ? Meaning::town : meaning_of(text);
        ++count[static_cast<std::size_t>(meaning)];
    }
    const auto [houses, perhaps, sure] = count;
    if (sure == 0 || sure + perhaps <= houses) return VenueColumn::houses;
    return houses == 0 ? VenueColumn::towns : VenueColumn::mostly_towns;
}

}  // namespace lotse::io
