#include <lotse/base/unicode.hpp>

#include "directory_reading.hpp"
#include "directory_values.hpp"

#include <algorithm>
#include <array>

/// Official keys of areas in a directory, and the Kreise that it names.
namespace lotse::io {

std::string DirectoryReading::key_of_today(const std::string& key, const SourcePosition& where) {
    std::string now = areas_.today(key);
    if (now != key)
        tally(
            Severity::warning, "former-district", where, key + " → " + now,
            {"Den Kreis gibt es nicht mehr; es gilt der, in dem er aufgegangen ist: {} (Zeile {}).",
             "The Kreis exists no more; the one that took it over counts: {} (row {})."});
    return now;
}

std::vector<std::string> DirectoryReading::district_keys(DirectoryFacts& out, const Place& place,
                                                         std::string_view group) {
    const SourcePosition where = place_at(out, group, "district");
    std::vector<std::string> keys;
    for (const std::string& name : split_words(place.district, std::array{std::string{"|"}})) {
        const std::string key = official_key(name);
        auto found = key.empty() ? areas_.districts(name) : std::vector{key_of_today(key, where)};
        if (found.empty()) found = areas_.city_and_district(name);
        if (found.empty()) {
            tally(Severity::warning, "unknown-place", where, name,
                  {"Einen Kreis „{}“ kennt lotse nicht (Zeile {}); er kommt in die Notiz.",
                   "lotse knows no Kreis '{}' (row {}); it goes into the note."});
            keep_place(out, group, "district", name);
        }
        keys.insert(keys.end(), found.begin(), found.end());
    }
    return keys;
}

bool DirectoryReading::take_ags(DirectoryFacts& out, Place& place, std::string_view group) {
    const SourcePosition where = place_at(out, group, "ags");
    const std::string key = official_key(place.ags);
    if (key.empty()) {
        tally(
            Severity::warning, "bad-ags", where, place.ags,
            {"„{}“ ist kein Gebietsschlüssel und kommt in die Notiz (Zeile {}); es gilt der Ort.",
             "'{}' is not an area key and goes into the note (row {}); the town counts instead."});
        keep_place(out, group, "ags", place.ags);
        return false;
    }
    if (key.size() != place.ags.size())
        tally(Severity::warning, "repaired-ags", where, place.ags,
              {"Dem Gebietsschlüssel „{}“ fehlt die führende Null; sie ist ergänzt (Zeile {}).",
               "The area key '{}' lost its leading zero; it is put back (row {})."});
    place.area = key_of_today(key, where);
    constexpr std::size_t ars_digits = 12;
    if (place.area.size() == ars_digits) {
        const std::string ags = place.area.substr(0, 5) + place.area.substr(9);
        if (areas_.find(ags)) place.area = ags;
    }
    const std::string district = place.area.substr(0, 5);
    if (place.area.size() > 5 && place.area.ends_with("000") && areas_.find(district))
        place.area = district;
    return true;
}

/// The key counts; what names another area beside it is said and kept, and what says more closely
/// where in a Kreis or Land it is counts, too.
void DirectoryReading::compare_with_ags(DirectoryFacts& out, Place& place, std::string_view group) {
    if (!areas_.find(place.area)) {  // the network says that nobody knows the key
        if (!place.district_of_all_rows) keep_place(out, group, "district", place.district);
        return keep_place(out, group, "town", place.town);
    }
    const auto contradicts = [&](std::string_view part, const std::string& text) {
        tally(Severity::warning, "contradicting-place", place_at(out, group, part), text,
              {"„{}“ liegt nicht in dem Gebiet, das der Gebietsschlüssel nennt (Zeile {}); es gilt "
               "der Schlüssel, die Angabe kommt in die Notiz. Bitte das Falsche berichtigen.",
               "'{}' does not lie in the area of the official key (row {}); the key counts, and "
               "this goes into the note. Correct what is wrong."});
        keep_place(out, group, part, text);
    };
    if (!place.district.empty() && !place.district_of_all_rows) {
        const auto named = district_keys(out, place, group);
        const bool wider = std::ranges::any_of(named, [&](const std::string& key) {
            return areas_.lies_in(key, std::array{place.area});
        });
        if (wider && named.size() == 1)
            place.area = named.front();
        else if (wider)
            keep_place(out, group, "district", place.district);
        else if (!named.empty() && !areas_.lies_in(place.area, named))
            contradicts("district", place.district);
    }
    if (place.town.empty()) return;
    const TownsFound found = areas_.towns(place.town, std::array{place.area});
    if (found.keys.size() == 1) place.area = found.keys.front();
    if (found.keys.size() == 1 && found.whole) return;
    if (found.keys.empty() && !areas_.towns(place.town, {}).keys.empty())
        return contradicts("town", place.town);
    const auto around = areas_.districts(place.town);
    if (around.empty() || !areas_.lies_in(place.area, around))
        keep_place(out, group, "town", place.town);
}

}  // namespace lotse::io
