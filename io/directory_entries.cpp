#include "directory_entries.hpp"

#include <lotse/base/unicode.hpp>

#include "directory_identity.hpp"
#include "directory_values.hpp"
#include "table_rows.hpp"

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

/// Keys out of names and places; equal ones are numbered in the order of the identities.
void give_keys(DirectoryEntries::Entries& entries) {
    DistinctKeys keys;
    for (auto& [identity, entry] : entries)
        entry.key = keys.take(
            stable_key(entry.key_name.empty() ? entry.name : entry.key_name, entry.place));
}

/// "Turnhalle" in a town may be any; with a street it is one, and so is "Haus am See".
bool names_one_house(const DirectoryFacts& facts) {
    return facts.venue_place.in_town &&
           (!facts.venue_place.street.empty() || !is_kind_of_house(facts.venue));
}

Message plain(const std::string& text) {
    return {text, text};
}

/// A value of the data format in words for people.
Message shown(std::string_view field, const std::string& value) {
    if (const auto answer = from_key<ThreeValued>(value); answer && code_list_of(field).empty())
        return enumerator(*answer).label;
    return Codebook::built_in().choice(code_list_of(field), value).label;
}

}  // namespace

DirectoryEntries::DirectoryEntries(std::span<const DirectoryFacts> rows, DirectoryReading& reading)
    : rows_{rows},
      reading_{reading},
      providers_(rows.size()),
      venues_of_rows_(rows.size()),
      provider_identities_(rows.size()) {
    collect_places_of_names();
    for (std::size_t i = 0; i < rows_.size(); ++i) collect(i);
    tell_venues_apart();
    give_keys(actors_);
    give_keys(venues_);
    warn_similar();
}

std::vector<const Entry*> DirectoryEntries::funders(std::size_t row) const {
    std::vector<const Entry*> out;
    for (const std::string& name : members_of(rows_[row], "funders"))
        out.push_back(&actors_.at(mentioned(name)));
    return out;
}

DirectoryEntries::Identity DirectoryEntries::mentioned(const std::string& name) const {
    std::string key = name_identity(name);
    const auto places = places_of_.find(key);
    const bool at_one_place = places != places_of_.end() && places->second.size() == 1;
    std::string place = at_one_place ? *places->second.begin() : std::string{};
    return {std::move(key), std::move(place), {}};
}

/// Places that a name occurs at, where the rows say one.
void DirectoryEntries::collect_places_of_names() {
    for (const DirectoryFacts& facts : rows_) {
        auto& places = places_of_[name_identity(facts.provider)];
        const std::string place = facts.provider_place.identity;
        if (!place.empty()) places.insert(place);
    }
}

Entry& DirectoryEntries::actor(Identity identity, const std::string& name, int row,
                               std::string_view named_in) {
    const auto [it, added] = actors_.try_emplace(std::move(identity));
    if (added) {
        it->second.name = name;
        it->second.row = row;
        it->second.named_in = named_in;
    }
    return it->second;
}

void DirectoryEntries::collect(std::size_t i) {
    const DirectoryFacts& facts = rows_[i];
    if (facts.provider.empty())
        reading_.tally(Severity::warning, "no-provider", reading_.at(*facts.row, "provider"),
                       "Anbieter",
                       {"Ohne {}: Das Angebot kommt ohne ihn ins Netz (Zeile {}); was über ihn "
                        "dasteht, kommt in die Notiz des Angebots. Ist es überall derselbe, kann "
                        "ihn die Zuordnung für alle Zeilen nennen.",
                        "No provider ({}): the offer is taken without one (row {}); what is said "
                        "about it goes into the note of the offer. If it is always the same, the "
                        "map can name it for all rows."});
    else
        collect_provider(i);
    if (!facts.offer.empty()) {
        for (const std::string& name : members_of(facts, "funders"))
            actor(mentioned(name), name, facts.row->number, "funders");
        return collect_venue(i);
    }
    reading_.tally(Severity::warning, "no-offer", reading_.at(*facts.row, "offer"), "Angebot",
                   {"Ohne {}: Nur der Anbieter kommt ins Netz (Zeile {}); was sonst dasteht, kommt "
                    "in seine Notiz und seine Zusatzspalten und wird nicht ausgewertet.",
                    "No offer ({}): only the provider is taken (row {}); what else is said goes "
                    "into its note and its extra columns and is not analysed."});
}

void DirectoryEntries::collect_provider(std::size_t i) {
    const DirectoryFacts& facts = rows_[i];
    const auto& places = places_of_[name_identity(facts.provider)];
    std::string place = facts.provider_place.identity;
    if (place.empty() && places.size() == 1) place = *places.begin();
    if (place.empty() && places.size() > 1)
        reading_.tally(Severity::warning, "provider-without-place",
                       reading_.at(*facts.row, "provider"), facts.provider,
                       {"„{}“ steht an mehreren Orten, hier (Zeile {}) ohne Ort; es gilt als "
                        "eigener Anbieter.",
                        "'{}' stands at several places, here (row {}) without one; it counts "
                        "as a provider of its own."});
    if (!place.empty() && places.size() > 1)
        reading_.tally(Severity::note, "provider-at-places", reading_.at(*facts.row, "provider"),
                       facts.provider,
                       {"„{}“ steht an mehreren Orten (Zeile {}); je Ort ist es ein Akteur. Ist es "
                        "einer, der an mehreren Orten etwas anbietet, in der Zuordnung den Ort dem "
                        "Veranstaltungsort geben („Stadt des Veranstaltungsorts“).",
                        "'{}' stands at several places (row {}); at each it is an actor of its "
                        "own. If it is one that offers something at several places, give the town "
                        "to the venue in the map ('Town of venue')."});
    const Identity identity{name_identity(facts.provider), place, {}};
    provider_identities_[i] = std::get<0>(identity) + '\x1f' + place;
    Entry& entry = actor(identity, facts.provider, facts.row->number, "provider");
    providers_[i] = &entry;
    if (entry.area.empty()) entry.area = facts.provider_place.area;
    if (entry.place.empty()) entry.place = facts.provider_place.name;
    for (const std::string_view field :
         {"provider_kind", "provider_short_name", "provider_website", "provider_mailbox"})
        record(entry, facts, field);
    if (const auto it = facts.values.find("as_of"); it != facts.values.end()) {
        auto& [latest, row] = entry.facts["as_of"];
        latest = std::max(latest, it->second);
    }
    std::vector<std::string> notes = facts.provider_notes;
    // Without an offer nothing else takes what its row says.
    if (facts.offer.empty()) notes.insert(notes.end(), facts.notes.begin(), facts.notes.end());
    for (const std::string& note : notes)
        if (std::ranges::find(entry.notes, note) == entry.notes.end()) entry.notes.push_back(note);
    if (!facts.offer.empty()) return;
    for (const auto& [column, text] : facts.extra) {
        auto& texts = entry.extra[column];
        if (std::ranges::find(texts, text) == texts.end()) texts.push_back(text);
    }
}

void DirectoryEntries::record(Entry& entry, const DirectoryFacts& facts, std::string_view field) {
    if (const auto it = facts.values.find(field); it != facts.values.end())
        record(entry, facts, field, it->second);
}

void DirectoryEntries::record(Entry& entry, const DirectoryFacts& facts, std::string_view field,
                              const std::string& value) {
    const auto [it, added] = entry.facts.try_emplace(std::string{field}, value, facts.row->number);
    if (added || name_identity(it->second.first) == name_identity(value)) return;
    reading_.report(
        Severity::warning, "conflicting-facts", reading_.at(*facts.row, field),
        message({"„{}“: Hier steht „{}“, in Zeile {} „{}“. Es gilt Zeile {}.",
                 "'{}': '{}' stands here, in row {} '{}'. Row {} counts."},
                {plain(entry.name), shown(field, value), plain(std::to_string(it->second.second)),
                 shown(field, it->second.first), plain(std::to_string(it->second.second))}));
}

void DirectoryEntries::collect_venue(std::size_t i) {
    const DirectoryFacts& facts = rows_[i];
    const Place& place = facts.venue_place;
    if (!facts.has_venue()) return;
    Identity identity{name_identity(facts.venue), place.identity, street_identity(place.street)};
    const bool of_provider = !names_one_house(facts);
    if (of_provider) {
        alike_[identity].push_back(i);
        std::get<1>(identity) += '\x1f' + (facts.provider.empty() ? name_identity(facts.offer)
                                                                  : provider_identities_[i]);
    }
    const auto [it, added] = venues_.try_emplace(identity);
    Entry& entry = it->second;
    venues_of_rows_[i] = &entry;
    for (const std::string_view field :
         {"venue_kind", "venue_lat", "venue_lon", "barrier_free", "neutral"})
        record(entry, facts, field);
    const bool own = reading_.at(*facts.row, "venue_postcode").column != 0;
    const std::string_view postcode = own ? "venue_postcode" : "place_postcode";
    const bool has_postcode = entry.facts.contains(postcode);
    if (!place.postcode.empty()) record(entry, facts, postcode, place.postcode);
    if (!added && (has_postcode || place.postcode.empty())) return;
    const std::string town =
        place.postcode + (place.postcode.empty() || place.town.empty() ? "" : " ") + place.town;
    const std::string address =
        place.street + (place.street.empty() || town.empty() ? "" : ", ") + town;
    entry.name = facts.venue.empty() ? address : facts.venue;
    entry.key_name = facts.venue.empty() ? place.street : facts.venue;
    if (!facts.venue.empty() && !address.empty()) entry.notes = {address};
    if (!added) return;
    // Its key must not depend on who else has a venue of this name.
    const std::string& whose = facts.provider.empty() ? facts.offer : facts.provider;
    entry.place = of_provider ? whose + ' ' + place.name : place.name;
    entry.area = place.area;
    entry.row = facts.row->number;
}

void DirectoryEntries::tell_venues_apart() {
    for (const auto& [identity, rows] : alike_) {
        std::set<Entry*> venues;
        for (const std::size_t i : rows) venues.insert(venues_of_rows_[i]);
        if (venues.size() < 2) continue;
        for (const std::size_t i : rows) {
            const DirectoryFacts& facts = rows_[i];
            const bool named = !facts.venue.empty();
            reading_.tally(
                Severity::warning, "venue-of-each-provider",
                reading_.at(*facts.row, named ? "venue" : "venue_street"),
                named ? facts.venue : facts.venue_place.street,
                facts.provider.empty()
                    ? Text{"„{}“ steht mehrmals in der Liste, hier (Zeile {}) ohne Anbieter, und "
                           "ob es derselbe Veranstaltungsort ist, sagt sie nicht; er zählt bei "
                           "jedem Angebot für sich. Ort und Straße dazu machen ihn eindeutig.",
                           "'{}' stands several times in the list, here (row {}) without a "
                           "provider, and the list does not say whether it is the same venue; it "
                           "counts for each offer by itself. Its town and street make it clear."}
                    : Text{"„{}“ steht bei mehreren Anbietern (Zeile {}), und ob es derselbe "
                           "Veranstaltungsort ist, sagt die Liste nicht; er zählt bei jedem für "
                           "sich. Ort "
                           "und Straße dazu machen ihn eindeutig.",
                           "'{}' stands with several providers (row {}), and the list does not say "
                           "whether "
                           "it is the same venue; it counts for each of them by itself. Its town "
                           "and street "
                           "make it clear."});
            auto& notes = venues_of_rows_[i]->notes;
            const std::string note = facts.provider.empty()
                                         ? reading_.under_heading("offer", facts.offer)
                                         : reading_.under_heading("provider", providers_[i]->name);
            if (std::ranges::find(notes, note) == notes.end()) notes.push_back(note);
        }
    }
}

void DirectoryEntries::warn_similar() {
    SimilarNames similar;
    std::map<std::string, const Entry*> by_name;
    std::vector<const Entry*> in_order;
    for (const auto& [identity, entry] : actors_) in_order.push_back(&entry);
    std::ranges::stable_sort(in_order, {}, &Entry::row);
    for (const Entry* entry : in_order) {
        const std::string key = unicode::match_key(entry->name);
        if (!by_name.emplace(key, entry).second) continue;
        const std::string other = similar.find_then_add(key);
        if (other.empty()) continue;
        const Entry& first = *by_name.at(other);
        SourcePosition where = reading_.at(*rows_.front().row, entry->named_in);
        where.row = entry->row;
        reading_.report(
            Severity::warning, "similar-provider", where,
            message({"„{}“ heißt fast wie „{}“ in Zeile {}. Ist es derselbe Anbieter, bitte "
                     "gleich schreiben oder in der Zuordnung zusammenführen.",
                     "'{}' is called almost like '{}' in row {}. If it is the same provider, "
                     "write it alike or join them in the map."},
                    {entry->name, first.name, std::to_string(first.row)}));
    }
}

std::string value_of(const DirectoryFacts& facts, std::string_view field) {
    const auto it = facts.values.find(field);
    return it == facts.values.end() ? std::string{} : it->second;
}

std::string value_of(const Entry& entry, std::string_view field) {
    const auto it = entry.facts.find(field);
    return it == entry.facts.end() ? std::string{} : it->second.first;
}

std::vector<std::string> members_of(const DirectoryFacts& facts, std::string_view field) {
    return split_words(value_of(facts, field), std::array{std::string{"|"}});
}

}  // namespace lotse::io
