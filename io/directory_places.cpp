#include <lotse/base/unicode.hpp>

#include "directory_reading.hpp"
#include "directory_values.hpp"

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t leading_digits(std::string_view text) {
    const auto end = std::ranges::find_if_not(text, is_digit);
    return static_cast<std::size_t>(end - text.begin());
}

/// "08523 Plauen", also with a lost zero, as postcode and town.
void split_town(Place& place) {
    const std::size_t digits = leading_digits(place.town);
    if (digits < 4 || digits > 5 || digits >= place.town.size() || place.town[digits] != ' ')
        return;
    if (place.postcode.empty()) place.postcode = place.town.substr(0, digits);
    place.town = unicode::trim(std::string_view{place.town}.substr(digits));
}

/// "Beispielweg 1, 08523 Plauen" as street and town.
void split_address(Place& place) {
    const auto end = place.street.find_last_of(",\n");
    if (end == std::string::npos || !place.town.empty()) return;
    Place rest;
    rest.town = unicode::trim(std::string_view{place.street}.substr(end + 1));
    split_town(rest);
    if (rest.postcode.empty()) return;
    place.town = rest.town;
    if (place.postcode.empty()) place.postcode = rest.postcode;
    place.street = unicode::trim(std::string_view{place.street}.substr(0, end));
}

constexpr std::size_t postcode_digits = 5;

/// "Auerbach" and "Auerbach/Vogtl.", "Hof (Saale)" and "Hof".
bool begin_alike(std::string_view a, std::string_view b) {
    const std::string left = unicode::match_key(a);
    const std::string right = unicode::match_key(b);
    return left.starts_with(right) || right.starts_with(left);
}

}  // namespace

bool DirectoryReading::apply_place(DirectoryFacts& out, const std::string& field,
                                   std::size_t column, const std::string& text) {
    const auto group_end = field.find('_');
    if (group_end == std::string::npos) return false;
    const std::string_view group = std::string_view{field}.substr(0, group_end);
    Place* place = group == "provider" ? &out.provider_place
                   : group == "venue"  ? &out.venue_place
                   : group == "place"  ? &shared_
                                       : nullptr;
    if (!place) return false;
    const std::string_view part = std::string_view{field}.substr(group_end + 1);
    std::string* target = part == "street"     ? &place->street
                          : part == "postcode" ? &place->postcode
                          : part == "town"     ? &place->town
                          : part == "district" ? &place->district
                          : part == "ags"      ? &place->ags
                                               : nullptr;
    if (target) *target = text;
    if (part == "district") place->district_of_all_rows = column == map_.columns.size();
    return target != nullptr;
}

void DirectoryReading::settle_places(DirectoryFacts& out) {
    for (Place* place : {&out.provider_place, &out.venue_place}) {
        if (place->empty())
            *place = shared_;
        else if (place->district.empty()) {
            place->district = shared_.district;
            place->district_of_all_rows = shared_.district_of_all_rows;
        }
    }
    find_area(out.provider_place, *out.row, "provider");
    find_area(out.venue_place, *out.row, "venue");
    for (Place* place : {&out.provider_place, &out.venue_place}) {
        const Area* area = areas_.find(place->area);
        const bool of_town = area && (place->town.empty() || begin_alike(area->name, place->town));
        place->name = of_town ? area->name : place->town;
        place->identity = place->area;
        if (!areas_.is_town(place->area)) place->identity += unicode::match_key(place->town);
    }
}

std::vector<std::string> DirectoryReading::district_keys(const Place& place,
                                                         const SourcePosition& where) {
    std::vector<std::string> keys;
    for (const std::string& name : split_words(place.district, std::array{std::string{"|"}})) {
        const std::string key = official_key(name);
        const auto found = key.empty() ? areas_.districts(name) : std::vector{key};
        if (found.empty())
            tally(Severity::warning, "unknown-place", where, name,
                  {"Einen Kreis „{}“ kennt lotse nicht (Zeile {}); er bleibt offen.",
                   "lotse knows no Kreis '{}' (row {}); it is left open."});
        keys.insert(keys.end(), found.begin(), found.end());
    }
    return keys;
}

void DirectoryReading::find_area(Place& place, const DirectoryRow& row, std::string_view group) {
    split_address(place);
    split_town(place);
    const auto where = [&](std::string_view part) {
        const SourcePosition own = at(row, std::string{group} + '_' + std::string{part});
        return own.column != 0 ? own : at(row, "place_" + std::string{part});
    };
    if (leading_digits(place.postcode) == place.postcode.size() &&
        place.postcode.size() == postcode_digits - 1) {
        place.postcode.insert(0, 1, '0');
        const SourcePosition own = where("postcode");
        tally(Severity::warning, "repaired-postcode", own.column == 0 ? where("town") : own, "PLZ",
              {"Einer {} fehlte die führende Null; sie ist ergänzt (Zeile {}).",
               "A postcode ({}) lost its leading zero; it is put back (row {})."});
    }
    if (!place.ags.empty()) {
        place.area = official_key(place.ags);
        if (place.area.empty())
            tally(Severity::warning, "bad-ags", where("ags"), place.ags,
                  {"„{}“ ist kein Gebietsschlüssel (Zeile {}); es gilt der Ort.",
                   "'{}' is not an area key (row {}); the town counts instead."});
        else if (place.area.size() != place.ags.size())
            tally(Severity::warning, "repaired-ags", where("ags"), place.ags,
                  {"Dem Gebietsschlüssel „{}“ fehlt die führende Null; sie ist ergänzt (Zeile {}).",
                   "The area key '{}' lost its leading zero; it is put back (row {})."});
        constexpr std::size_t ars_digits = 12;
        if (place.area.size() == ars_digits) {
            const std::string ags = place.area.substr(0, 5) + place.area.substr(9);
            if (areas_.find(ags)) place.area = ags;
        }
        const std::string district = place.area.substr(0, 5);
        if (place.area.size() > 5 && place.area.ends_with("000") && areas_.find(district))
            place.area = district;
        if (!place.area.empty()) return;
    }
    find_town(place, where("town"), where("district"));
}

void DirectoryReading::find_town(Place& place, const SourcePosition& town_at,
                                 const SourcePosition& district_at) {
    const auto districts = district_keys(place, district_at);
    const std::string district = districts.size() == 1 ? districts.front() : std::string{};
    if (place.town.empty()) {
        place.area = district;
        return;
    }
    const auto towns = areas_.towns(place.town, districts);
    if (towns.size() == 1) {
        place.area = towns.front();
        return;
    }
    if (towns.empty() && !districts.empty() && !areas_.towns(place.town, {}).empty())
        return tally(Severity::warning, "contradicting-place", town_at, place.town,
                     {"„{}“ liegt nicht in dem Kreis, der dazu angegeben ist (Zeile {}); das "
                      "Gebiet bleibt offen. Bitte Ort oder Kreis berichtigen, auch in der "
                      "Zuordnung.",
                      "'{}' does not lie in the district that is given with it (row {}); the area "
                      "is left open. Correct the town or the district, also in the map."});
    if (towns.empty() && !district.empty() && !place.district_of_all_rows) {
        place.area = district;
        return tally(Severity::warning, "unknown-place", town_at, place.town,
                     {"Eine Gemeinde „{}“ ist dort nicht bekannt (Zeile {}); als Gebiet gilt der "
                      "Kreis. Die Spalte AGS kann sagen, welche es ist.",
                      "No municipality '{}' is known there (row {}); the district counts as the "
                      "area. The column AGS can say which one it is."});
    }
    if (towns.empty())
        tally(Severity::warning, "unknown-place", town_at, place.town,
              {"Eine Gemeinde „{}“ ist dort nicht bekannt (Zeile {}); sie bleibt offen. Die Spalte "
               "AGS oder die Zuordnung kann sagen, welche es ist.",
               "No municipality '{}' is known there (row {}); it is left open. The column AGS or "
               "the map can say which one it is."});
    else
        tally(Severity::warning, "ambiguous-place", town_at, place.town,
              {"„{}“ heißen mehrere Gemeinden (Zeile {}); das Gebiet bleibt offen. Eine Spalte "
               "Kreis oder AGS sagt, welche gemeint ist, oder in der Zuordnung die Zeile „Kreis“.",
               "Several municipalities are called '{}' (row {}); the area is left open. A column "
               "Kreis or AGS says which one is meant, or the row 'District' of the map."});
}

void DirectoryReading::apply_areas(DirectoryFacts& out, std::size_t column,
                                   const std::string& text) {
    for (const std::string& part : parts_of("areas", column, text)) {
        const std::string name = value_of_word(column, part, "areas");
        const auto found = areas_.keys(name);
        if (found.size() == 1) {
            std::string& list = out.values["areas"];
            list += (list.empty() ? "" : "|") + found.front();
            continue;
        }
        tally(Severity::warning, found.empty() ? "unknown-place" : "ambiguous-place",
              cell(out, column), part,
              {"„{}“ ist kein eindeutiges Gebiet und kommt in die Notiz (Zeile {}).",
               "'{}' is no unambiguous area and goes into the note (row {})."});
        keep_in_note(out, "areas", column, part);
    }
}

}  // namespace lotse::io
