#include <lotse/base/unicode.hpp>

#include "directory_addresses.hpp"
#include "directory_reading.hpp"
#include "directory_values.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

/// What stands in the column of the venue: a house, a town, both, or neither.
namespace lotse::io {
namespace {

bool says_no_house(std::string_view text) {
    return is_no_fixed_place(text) || Codebook::built_in().list("deliveries")->recognise(text);
}

std::vector<std::string> words_between(std::string_view text) {
    const std::array<std::string, 12> between{",", ";", "/",   "(",    ")",  ":",
                                              "+", "&", "und", "oder", "in", "sowie"};
    return split_words(text, between);
}

/// "in Bochum".
std::string_view without_in(std::string_view text) {
    return text.starts_with("in ") ? unicode::trim(text.substr(3)) : text;
}

/// "Zimmer 2. OG", "Raum 3": so "Berlin - Zimmer 2. OG" may be a room called Berlin.
bool is_room(std::string_view text) {
    constexpr std::array<std::string_view, 4> rooms{"raum", "zimmer", "saal", "etage"};
    constexpr std::array<std::string_view, 6> floors{"og", "eg", "ug", "dg", "stock", "etage"};
    bool any = false;
    for (const std::string& word :
         split_words(unicode::match_key(text), std::array{std::string{" "}})) {
        const bool room =
            std::ranges::any_of(rooms, [&](std::string_view end) { return word.ends_with(end); });
        any |= room;
        if (!room && word.find_first_of("0123456789") == word.npos && word.size() > 1 &&
            std::ranges::find(floors, word) == floors.end())
            return false;
    }
    return any;
}

/// Nothing but a room stands beside the town.
bool names_room_only(std::string_view venue, std::string_view town) {
    const auto at = venue.find(town);
    if (at == venue.npos) return false;
    return is_room(std::string{venue.substr(0, at)} + ' ' +
                   std::string{venue.substr(at + town.size())});
}

/// "Markt 1, 29221 Celle und Kirchstr. 1, 29313 Hambühren".
bool names_several_places(std::string_view text, const AreaNames& areas) {
    const std::array<std::string, 7> between{",", ";", "\n", "/", "(", "und", "oder"};
    std::set<std::string> towns;
    for (const std::string& part : split_words(text, between)) {
        const PostcodeAndTown place = split_postcode(part);
        if (place.postcode.size() == postcode_digits && !areas.towns(place.town, {}).keys.empty())
            towns.insert(unicode::match_key(place.town));
    }
    return towns.size() > 1;
}

/// Postcodes of four digits lost a zero.
bool same_postcode(std::string_view a, std::string_view b) {
    const auto bare = [](std::string_view text) {
        return text.starts_with('0') ? text.substr(1) : text;
    };
    return bare(a) == bare(b);
}

}  // namespace

void DirectoryReading::read_venue(DirectoryFacts& out) {
    if (out.venue.empty()) return;
    const std::size_t column = column_of("venue");
    if (const Code* code = Codebook::built_in().list("deliveries")->recognise(out.venue)) {
        take(out, out.values["delivery"], "delivery", column, code->code, out.venue);
        out.venue.clear();
        return;
    }
    if (is_explained_online(out.venue)) {
        take(out, out.values["delivery"], "delivery", column, "online", out.venue);
        keep_in_note(out, "venue", column, std::exchange(out.venue, {}));
        return;
    }
    if (is_no_fixed_place(out.venue)) {
        tally(Severity::warning, "not-understood", cell(out, column), out.venue,
              {"„{}“ nennt keinen festen Ort und kommt in die Notiz (Zeile {}).",
               "'{}' names no fixed place and goes into the note (row {})."});
        keep_in_note(out, "venue", column, out.venue);
        out.venue.clear();
        return;
    }
    if (names_several_places(out.venue, areas_)) {
        tally(Severity::warning, "not-understood", cell(out, column), out.venue,
              {"„{}“ nennt mehrere Orte und kommt in die Notiz (Zeile {}). Bitte je Ort eine Zeile "
               "schreiben.",
               "'{}' names several places and goes into the note (row {}). Write one row for each "
               "place."});
        keep_in_note(out, "venue", column, std::exchange(out.venue, {}));
        return;
    }
    if (take_venue_without_house(out)) return;
    const Place& beside = out.venue_place.empty() ? shared_ : out.venue_place;
    const Place& district = beside.district.empty() ? shared_ : beside;
    const auto districts = district_keys(out, district, "venue");
    auto named = find_named_town(out.venue, areas_, districts);
    if (!named) named = find_named_town(without_in(out.venue), areas_, districts);
    if (named) take_town_of_venue(out, *named);
}

/// "n. V., 44787 Bochum", "Bochum und online": ways to give an offer, and perhaps a town.
bool DirectoryReading::take_venue_without_house(DirectoryFacts& out) {
    const std::vector<std::string> words = words_between(out.venue);
    std::vector<NamedTown> towns;
    bool other = false;
    for (const std::string& word : words) {
        const auto town = says_no_house(word) ? std::nullopt : find_named_town(word, areas_);
        if (town && town->rest.empty())
            towns.push_back(*town);
        else if (!says_no_house(word))
            other = true;
    }
    if (other || words.size() < 2 || towns.size() == words.size()) return false;
    const std::size_t column = column_of("venue");
    tally(Severity::warning, "not-understood", cell(out, column), out.venue,
          {"„{}“ nennt kein Haus und kommt in die Notiz (Zeile {}); ein Ort, den es nennt, gilt.",
           "'{}' names no house and goes into the note (row {}); a town that it names counts."});
    keep_in_note(out, "venue", column, out.venue);
    if (towns.size() == 1) take_town_of_venue(out, towns.front());
    out.venue.clear();
    return true;
}

void DirectoryReading::take_town_of_venue(DirectoryFacts& out, const NamedTown& named) {
    if (is_namesake(out, named)) return;
    const Place& beside = out.venue_place.empty() ? shared_ : out.venue_place;
    if (named.of_house && !beside.empty()) return;
    if (named.of_house)
        tally(Severity::warning, "ambiguous-place", cell(out, column_of("venue")), out.venue,
              {"„{}“ heißt nach einer Stadt, die als Gebiet gilt (Zeile {}). Liegt das Haus "
               "woanders, bitte PLZ und Ort ans Ende der Zelle schreiben.",
               "'{}' is called after a city, which counts as the area (row {}). If the house is "
               "elsewhere, write postcode and town at the end of the cell."});
    if (names_other_town(out, named)) return settle_other_town(out, named);
    const bool no_house = named.rest.empty() || says_no_house(named.rest);
    if (!no_house && !named.sure) return;
    Place& place = out.venue_place;
    if (no_house) {
        // "Ort des Angebots: Bochum" says in which town, not in which house.
        const std::string& town = place.town.empty() ? named.town : place.town;
        if (unicode::match_key(out.venue) != unicode::match_key(town))
            keep_in_note(out, "venue", column_of("venue"), out.venue);
        out.venue.clear();
    } else if (place.town.empty()) {
        if (place.postcode.empty()) place.postcode = named.postcode;
        out.venue = named.rest;
    }
    if (place.town.empty()) place.town = named.town;
}

/// "Dorfgemeinschaftshaus, Fürstenau" beside the Kreis Höxter, where a part of a town is called
/// like a municipality elsewhere: what the columns say counts.
bool DirectoryReading::is_namesake(DirectoryFacts& out, const NamedTown& named) {
    if (!named.postcode.empty() || areas_.is_city(named.area)) return false;
    const Place& beside = out.venue_place.empty() ? shared_ : out.venue_place;
    if (named.rest.empty() && !beside.town.empty()) return false;
    const auto districts = district_keys(out, beside.district.empty() ? shared_ : beside, "venue");
    return !districts.empty() && !areas_.lies_in(named.area, districts);
}

/// The columns beside the venue say another place.
bool DirectoryReading::names_other_town(DirectoryFacts& out, const NamedTown& named) {
    const Place& beside = out.venue_place.empty() ? shared_ : out.venue_place;
    if (!beside.ags.empty()) return false;  // a key counts in any case
    if (beside.town.empty())
        return !beside.postcode.empty() && !named.postcode.empty() &&
               !same_postcode(beside.postcode, named.postcode);
    const std::string town = split_postcode(beside.town).town;
    const auto is_named = [&](const std::vector<std::string>& keys) {
        return std::ranges::find(keys, named.area) != keys.end();
    };
    if (is_named(areas_.towns(town, {}).keys) ||
        is_named(areas_.town_of_part(town, AreaNames::Behind::any_sign)))
        return false;
    const auto wider = areas_.exact_districts(town);
    return wider.empty() || !areas_.lies_in(named.area, wider);
}

/// Where the venue surely names its own place, that one counts: the columns beside it are often
/// about the provider. "Harburg" beside "Hamburg" may be a part of it, so nothing counts.
void DirectoryReading::settle_other_town(DirectoryFacts& out, const NamedTown& named) {
    const bool own = !out.venue_place.empty();
    Place beside = own ? out.venue_place : shared_;
    const auto districts = district_keys(out, beside.district.empty() ? shared_ : beside, "venue");
    const bool sure = !named.postcode.empty() ||
                      (areas_.is_city(named.area) && !names_room_only(out.venue, named.town)) ||
                      (!districts.empty() && areas_.lies_in(named.area, districts));
    const auto town = taken_.find(own ? "venue_town" : "place_town");
    const bool of_map = town != taken_.end() && town->second.first == map_.columns.size();
    if (of_map && !sure) return;
    const SourcePosition where = place_at(out, "venue", beside.town.empty() ? "postcode" : "town");
    const std::string heading =
        heading_of(own ? "venue" : "place", beside.town.empty() ? "postcode" : "town");
    if (!sure)
        tally(
            Severity::warning, "contradicting-place", where, heading,
            {"Spalte „{}“: Der Veranstaltungsort nennt vielleicht selbst einen anderen Ort "
             "(Zeile {}); sein Gebiet bleibt offen. Bitte dort PLZ und Ort schreiben. Handelt die "
             "Spalte vom Anbieter, in der Zuordnung „Ort des Anbieters“ eintragen.",
             "Column '{}': the venue itself may name another town (row {}); its area is left "
             "open. Write postcode and town there. If the column is about the provider, enter "
             "'Town of provider' in the map."});
    else if (own && !of_map)
        tally(Severity::warning, "contradicting-place", where, heading,
              {"Spalte „{}“: Der Veranstaltungsort nennt selbst einen anderen Ort (Zeile {}); es "
               "gilt der, den er nennt, die Angabe der Spalte kommt in die Notiz. Handelt sie vom "
               "Anbieter, in der Zuordnung „Ort des Anbieters“ eintragen.",
               "Column '{}': the venue itself names another town (row {}); the one that it names "
               "counts, what the column says goes into the note. If it is about the provider, "
               "enter 'Town of provider' in the map."});
    if (own) {
        if (beside.district_of_all_rows) beside.district.clear();
        const std::array<std::pair<std::string_view, std::string*>, 5> parts{
            {{"street", &beside.street},
             {"number", &beside.number},
             {"postcode", &beside.postcode},
             {"town", &beside.town},
             {"district", &beside.district}}};
        for (const auto& [part, text] : parts)
            if (column_of("venue_" + std::string{part}) < map_.columns.size())
                keep_place(out, "venue", part, *text);
    }
    Place place;
    if (sure) {
        place.town = named.town;
        if (!named.rest.empty()) place.postcode = named.postcode;
        if (named.rest.empty() && unicode::match_key(out.venue) != unicode::match_key(named.town))
            keep_in_note(out, "venue", column_of("venue"), out.venue);
        out.venue = named.rest;
    }
    place.undecided = !sure;
    out.venue_place = std::move(place);
}

std::string DirectoryReading::heading_of(std::string_view group, std::string_view part) const {
    const std::size_t column = place_column(group, part);
    if (column < map_.columns.size()) return table_.headings[column];
    return directory_fields().find(std::string{group} + '_' + std::string{part})->label.de;
}

void DirectoryReading::warn_of_unknown_venue(const DirectoryFacts& out) {
    const Place& place = out.venue_place;
    const bool told = !place.area.empty() || !place.town.empty() || !place.district.empty() ||
                      !place.ags.empty() || place.undecided;
    if (!out.has_venue() || told) return;
    const bool named = !out.venue.empty();
    std::size_t column = named ? column_of("venue") : place_column("venue", "street");
    const Message label = directory_fields().find(named ? "venue" : "venue_street")->label;
    const Message heading = column < map_.columns.size()
                                ? Message{table_.headings[column], table_.headings[column]}
                                : label;
    const std::string town = behind_postcode(out.venue);
    if (const TownsFound towns = areas_.towns(town, {}); towns.whole && towns.keys.size() > 1)
        return tally(
            Severity::warning, "venue-without-place", cell(out, column), town,
            {"„{}“ heißen mehrere Gemeinden (Zeile {}); das Gebiet des Veranstaltungsorts bleibt "
             "offen. Eine Spalte Kreis sagt, welche gemeint ist, oder in der Zuordnung die Zeile "
             "„Kreis“.",
             "Several municipalities are called '{}' (row {}); the area of the venue is left open. "
             "A column Kreis says which one is meant, or the row 'District' of the map."});
    tally(
        Severity::warning, "venue-without-place", cell(out, column), heading,
        holds_postcode(out.venue)
            ? Text{"Spalte „{}“: Welche Gemeinde hinter der PLZ gemeint ist, ist nicht zu erkennen "
                   "(Zeile {}); das Gebiet bleibt offen. Bitte eine PLZ und den amtlichen Namen "
                   "der Gemeinde ans Ende der Zelle schreiben oder in der Zuordnung zu diesem Wert "
                   "„Stadt des Veranstaltungsorts“ eintragen.",
                   "Column '{}': which municipality is meant behind the postcode is not known "
                   "(row {}); the area is left open. Write one postcode and the official name of "
                   "the municipality at the end of the cell, or enter 'Town of venue' for this "
                   "value in the map."}
            : Text{"Spalte „{}“: Wo diese Veranstaltungsorte liegen, ist nicht sicher zu erkennen "
                   "(Zeile {}); ihr Gebiet bleibt offen. Bitte PLZ und Ort ans Ende der Zelle "
                   "schreiben („…, 44787 Bochum“), eine Spalte „Ort“ ergänzen oder in der "
                   "Zuordnung „Stadt des Veranstaltungsorts“ für alle Zeilen eintragen.",
                   "Column '{}': where these venues are is not surely known (row {}); their area "
                   "is left open. Write postcode and town at the end of the cell ('…, 44787 "
                   "Bochum'), add a column 'Town', or enter 'Town of venue' for all rows in the "
                   "map."},
        out.row->number);
}

}  // namespace lotse::io
