#include <lotse/base/ascii.hpp>
#include <lotse/base/unicode.hpp>

#include "directory_addresses.hpp"
#include "directory_reading.hpp"
#include "directory_values.hpp"
#include "place_words.hpp"
#include "postcode_zones.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace lotse::io {
namespace {

/// "08523 Plauen", also with a lost zero, as postcode and town.
void split_town(Place& place) {
    auto [postcode, town] = split_postcode(place.town);
    if (postcode.empty()) return;
    if (place.postcode.empty()) place.postcode = std::move(postcode);
    place.town = std::move(town);
}

/// "Beispielweg 1, 08523 Plauen" as street and town, also "Kiel, Beispielweg 1".
void split_address(Place& place, const AreaNames& areas) {
    if (!place.town.empty() || place.street.empty()) return;
    const std::string_view street = place.street;
    const auto end = street.find_last_of(",\n");
    auto last = split_postcode(end == street.npos ? street : street.substr(end + 1));
    if (!last.postcode.empty()) {
        place.town = std::move(last.town);
        if (place.postcode.empty()) place.postcode = std::move(last.postcode);
        place.street = unicode::trim(street.substr(0, end == street.npos ? 0 : end));
        return;
    }
    const auto named = find_named_town(street, areas);
    if (!named || !named->sure) return;
    place.town = named->town;
    if (place.postcode.empty()) place.postcode = named->postcode;
    const bool leads = named->rest == street && street.starts_with(named->town + ",");
    place.street =
        leads ? std::string{unicode::trim(street.substr(named->town.size() + 1))} : named->rest;
}

std::string without_blanks(std::string_view text) {
    std::string out = unicode::match_key(text);
    std::erase(out, ' ');
    return out;
}

/// "95100.0": so programs write a column of whole numbers that has gaps.
std::string without_zero_parts(const std::string& text) {
    const auto digits = leading_digits(text);
    const bool whole = digits > 0 && digits + 1 < text.size() &&
                       (text[digits] == '.' || text[digits] == ',') &&
                       text.find_first_not_of('0', digits + 1) == std::string::npos;
    return whole ? text.substr(0, digits) : text;
}

/// "Beispielweg" and "12 a", where the number has a column of its own.
void join_number(Place& place) {
    if (place.number.empty() || place.street.empty()) return;
    // The street may hold it already, also before a town: "Weg 12a, 08523 Plauen" and "12 a".
    const std::string_view street = std::string_view{place.street};
    const std::string written = without_blanks(street.substr(0, street.find(',')));
    const std::string number = without_blanks(place.number);
    const bool there = written.size() > number.size() && written.ends_with(number) &&
                       !ascii::is_digit(written[written.size() - number.size() - 1]);
    if (!there) place.street += ' ' + place.number;
    place.number.clear();
}

/// "Auerbach" and "Auerbach/Vogtl.", "Hof (Saale)" and "Hof".
bool begin_alike(std::string_view a, std::string_view b) {
    const std::string left = unicode::match_key(a);
    const std::string right = unicode::match_key(b);
    return left.starts_with(right) || right.starts_with(left);
}

/// "Bergen (Landkreis Celle)", "Bergen, Kr. Celle".
TownsFound town_in_district(const AreaNames& areas, std::string_view town) {
    const auto sign = town.find_first_of("(,");
    if (sign == town.npos) return {};
    std::string_view district = unicode::trim(town.substr(sign + 1));
    if (district.ends_with(')')) district.remove_suffix(1);
    const auto keys = areas.exact_districts(district);
    if (keys.size() != 1) return {};
    return areas.towns(unicode::trim(town.substr(0, sign)), keys);
}

bool is_doubted(std::string_view town) {
    return town.ends_with('?');
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
                          : part == "number"   ? &place->number
                          : part == "postcode" ? &place->postcode
                          : part == "town"     ? &place->town
                          : part == "district" ? &place->district
                          : part == "ags"      ? &place->ags
                                               : nullptr;
    const bool is_name = part == "street" || part == "town" || part == "district";
    if (!target) return false;
    take(out, *target, field, column, is_name ? text : without_zero_parts(text), text);
    if (part == "district") place->district_of_all_rows = column == map_.columns.size();
    return true;
}

std::size_t DirectoryReading::place_column(std::string_view group, std::string_view part) const {
    const std::size_t own = column_of(std::string{group} + '_' + std::string{part});
    return own < map_.columns.size() ? own : column_of("place_" + std::string{part});
}

std::size_t DirectoryReading::place_source(const DirectoryFacts& out, std::string_view group,
                                           std::string_view part) const {
    const std::size_t own = place_column(group, part);
    if (own < map_.columns.size()) return own;
    const auto says = [&](std::size_t column) {
        return column < map_.columns.size() && !out.row->cells[column].text.empty();
    };
    for (const std::string_view other : {"town", "street"})
        if (const std::size_t column = place_column(group, other); says(column)) return column;
    const std::size_t venue = column_of("venue");
    return group == "venue" && says(venue) ? venue : own;
}

SourcePosition DirectoryReading::place_at(const DirectoryFacts& out, std::string_view group,
                                          std::string_view part) const {
    return cell(out, place_source(out, group, part));
}

void DirectoryReading::keep_place(DirectoryFacts& out, std::string_view group,
                                  std::string_view part, const std::string& text) {
    const std::size_t column = place_source(out, group, part);
    if (column == map_.columns.size() || text.empty()) return;
    const std::string& field = map_.columns[column].field;
    if (kept_places_.insert(field + '\x1f' + text).second) keep_in_note(out, field, column, text);
}

void DirectoryReading::settle_places(DirectoryFacts& out) {
    take_delivery(out, shared_, "place");
    take_delivery(out, out.provider_place, "provider");
    take_delivery(out, out.venue_place, "venue");
    read_venue(out);
    const auto share = [&](Place& place) {
        const Shares shares{place.empty(), place.district.empty()};
        if (shares.all) {
            place = shared_;
        } else if (shares.district) {
            place.district = shared_.district;
            place.district_of_all_rows = shared_.district_of_all_rows;
        }
        return shares;
    };
    provider_shares_ = share(out.provider_place);
    venue_shares_ = share(out.venue_place);
    find_area(out, out.provider_place, "provider");
    find_area(out, out.venue_place, "venue");
    warn_of_unknown_venue(out);
    if (out.catchment_left_open && !out.has_venue())
        keep_place(out, "venue", "town", out.venue_place.town);
    for (Place* place : {&out.provider_place, &out.venue_place}) {
        const Area* area = areas_.find(place->area);
        const bool of_town = area && (place->town.empty() || place->town_understood ||
                                      begin_alike(area->name, place->town));
        place->name = of_town ? area->name : place->town;
        place->in_town = areas_.is_town(place->area) || !place->town.empty();
        place->identity = place->area;
        if (!areas_.is_town(place->area)) place->identity += unicode::match_key(place->town);
    }
}

/// "online" or "bei Ihnen zu Hause" where a town, Kreis or street should stand says how the offer
/// is given, not where.
void DirectoryReading::take_delivery(DirectoryFacts& out, Place& place, std::string_view group) {
    const auto read = [&](std::string& text, std::string_view part) {
        const CodeList& deliveries = *Codebook::built_in().list("deliveries");
        const Code* code = deliveries.recognise(text);
        const std::string before_bracket = text.substr(0, text.find('('));
        if (!code && before_bracket.size() < text.size()) {  // "online (Zoom)"
            code = deliveries.recognise(before_bracket);
            if (code) keep_place(out, group, part, text);
        }
        if (!code && is_no_fixed_place(text)) {
            tally(Severity::warning, "not-understood", place_at(out, group, part), text,
                  {"„{}“ nennt keinen festen Ort und kommt in die Notiz (Zeile {}).",
                   "'{}' names no fixed place and goes into the note (row {})."});
            keep_place(out, group, part, std::exchange(text, {}));
            place.undecided =
                place.undecided || part != "street";  // of it the town may stand beside
        }
        if (!code) return;
        take(out, out.values["delivery"], "delivery", place_column(group, part), code->code, text);
        text.clear();
    };
    read(place.town, "town");
    read(place.district, "district");
    if (group != "provider") read(place.street, "street");
}

void DirectoryReading::find_area(DirectoryFacts& out, Place& place, std::string_view group) {
    if (place.undecided) return;
    split_address(place, areas_);
    split_town(place);
    join_number(place);
    const bool foreign_code = begins_with_foreign_postcode(place.postcode);
    if (place.ags.empty() && (foreign_code || begins_with_foreign_postcode(place.town))) {
        const std::string_view part = foreign_code ? "postcode" : "town";
        const std::string& text = foreign_code ? place.postcode : place.town;
        tally(Severity::warning, "unknown-place", place_at(out, group, part), text,
              {"„{}“ liegt wohl nicht in Deutschland (Zeile {}); das Gebiet bleibt offen.",
               "'{}' is probably not in Germany (row {}); the area is left open."});
        keep_place(out, group, "postcode", place.postcode);
        return keep_place(out, group, "town", place.town);
    }
    if (!place.number.empty()) keep_place(out, group, "number", place.number);
    if (leading_digits(place.postcode) == place.postcode.size() &&
        place.postcode.size() == postcode_digits - 1) {
        place.postcode.insert(0, 1, '0');
        tally(Severity::warning, "repaired-postcode", place_at(out, group, "postcode"), "PLZ",
              {"Einer {} fehlte die führende Null; sie ist ergänzt (Zeile {}).",
               "A postcode ({}) lost its leading zero; it is put back (row {})."});
    }
    if (place.ags.empty() || !take_ags(out, place, group)) return find_town(out, place, group);
    compare_with_ags(out, place, group);
}

void DirectoryReading::find_town(DirectoryFacts& out, Place& place, std::string_view group) {
    const SourcePosition town_at = place_at(out, group, "town");
    const auto districts = district_keys(out, place, group);
    const std::string district = districts.size() == 1 ? districts.front() : std::string{};
    if (place.town.empty()) {
        place.area = district;
        if (districts.size() > 1 && !place.district_of_all_rows) {
            tally(Severity::warning, "ambiguous-place", place_at(out, group, "district"),
                  place.district,
                  {"„{}“ ist kein eindeutiger Kreis und kommt in die Notiz (Zeile {}).",
                   "'{}' is no unambiguous Kreis and goes into the note (row {})."});
            keep_place(out, group, "district", place.district);
        }
        return;
    }
    TownsFound found = areas_.towns(place.town, districts);
    if (found.keys.size() > 1)
        if (TownsFound own = town_in_district(areas_, place.town); own.keys.size() == 1)
            found = std::move(own);
    const std::vector<std::string>& towns = found.keys;
    const auto is_far = [&](const std::string& key) {
        // Town and Kreis together weigh more.
        return districts.empty() && !may_lie_in_zone(key, place.postcode);
    };
    if (towns.size() == 1 && is_far(towns.front())) {
        keep_place(out, group, "postcode", place.postcode);
        keep_place(out, group, "town", place.town);
        return tally(Severity::warning, "contradicting-place", town_at, place.town,
                     {"„{}“ liegt nicht dort, wohin die PLZ führt (Zeile {}); das Gebiet bleibt "
                      "offen. Bitte PLZ oder Ort berichtigen; ein Ortsteil braucht die Gemeinde.",
                      "'{}' does not lie where the postcode leads (row {}); the area is left open. "
                      "Correct the postcode or the town; a part of a town needs its "
                      "municipality."});
    }
    if (towns.size() == 1) {
        place.area = towns.front();
        place.town_understood = found.whole;
        if (!found.whole) keep_place(out, group, "town", place.town);
        if (!found.whole || is_doubted(place.town)) warn_of_other_towns(out, place, group);
        return;
    }
    if (towns.empty()) {
        // "Landkreis Hof" or "NRW" in the column of towns.
        const auto wider = areas_.exact_districts(place.town);
        if (wider.size() == 1 && (districts.empty() || wider == districts)) {
            place.area = wider.front();
            place.town_understood = true;
            return;
        }
        // "Bochum-Wattenscheid".
        const auto part = areas_.town_of_part(place.town, place.postcode.empty()
                                                              ? AreaNames::Behind::hyphen_of_city
                                                              : AreaNames::Behind::any_sign);
        if (!part.empty() && !names_house(place.town) && areas_.lies_in(part.front(), districts)) {
            place.area = part.front();
            keep_place(out, group, "town", place.town);
            return warn_of_other_towns(out, place, group);
        }
    }
    keep_place(out, group, "town", place.town);
    if (towns.empty() && !districts.empty() && !areas_.towns(place.town, {}).keys.empty()) {
        if (!place.district_of_all_rows) keep_place(out, group, "district", place.district);
        return tally(Severity::warning, "contradicting-place", town_at, place.town,
                     {"„{}“ liegt nicht in dem Kreis, der dazu angegeben ist (Zeile {}); das "
                      "Gebiet bleibt offen. Bitte Ort oder Kreis berichtigen, auch in der "
                      "Zuordnung.",
                      "'{}' does not lie in the district that is given with it (row {}); the area "
                      "is left open. Correct the town or the district, also in the map."});
    }
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
              districts.empty()
                  ? Text{"Eine Gemeinde „{}“ ist nicht bekannt (Zeile {}); sie bleibt offen. Die "
                         "Spalte AGS oder die Zuordnung kann sagen, welche es ist.",
                         "No municipality '{}' is known (row {}); it is left open. The column AGS "
                         "or the map can say which one it is."}
                  : Text{"Eine Gemeinde „{}“ ist dort nicht bekannt (Zeile {}); sie bleibt offen. "
                         "Die Spalte AGS oder die Zuordnung kann sagen, welche es ist.",
                         "No municipality '{}' is known there (row {}); it is left open. The "
                         "column AGS or the map can say which one it is."});
    else
        tally(Severity::warning, "ambiguous-place", town_at, place.town,
              {"„{}“ heißen mehrere Gemeinden (Zeile {}); das Gebiet bleibt offen. Eine Spalte "
               "Kreis oder AGS sagt, welche gemeint ist, oder in der Zuordnung die Zeile „Kreis“.",
               "Several municipalities are called '{}' (row {}); the area is left open. A column "
               "Kreis or AGS says which one is meant, or the row 'District' of the map."});
}

void DirectoryReading::warn_of_other_towns(DirectoryFacts& out, const Place& place,
                                           std::string_view group) {
    const std::array<std::string, 5> between{",", "/", ";", "+", "&"};
    const bool several =
        std::ranges::any_of(split_words(place.town, between), [&](const std::string& part) {
            const auto name = part.find_first_not_of("0123456789 ");
            if (name == part.npos) return false;
            const TownsFound other = areas_.towns(std::string_view{part}.substr(name), {});
            return other.whole && other.keys.size() == 1 && other.keys.front() != place.area;
        });
    if (!several && !is_doubted(place.town)) return;
    keep_place(out, group, "town", place.town);
    tally(Severity::warning, "ambiguous-place", place_at(out, group, "town"), place.town,
          several ? Text{"„{}“ nennt vielleicht mehrere Gemeinden (Zeile {}); als Gebiet gilt die "
                         "erste, alles steht in der Notiz. Bitte je Gemeinde eine Zeile schreiben "
                         "oder die Spalte „Einzugsgebiet“ nutzen.",
                         "'{}' may name several municipalities (row {}); the first counts as the "
                         "area, all stands in the note. Write one row for each municipality or "
                         "use the column 'Catchment area'."}
                  : Text{"„{}“ ist mit Fragezeichen geschrieben (Zeile {}); als Gebiet gilt es, "
                         "das Fragezeichen steht in der Notiz. Bitte klären.",
                         "'{}' is written with a question mark (row {}); it counts as the area, "
                         "the question mark stands in the note. Please find out."});
}

}  // namespace lotse::io
