#include "directory_entries.hpp"
#include "directory_reading.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <utility>

namespace lotse::io {
namespace {

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> texts) {
    return std::ranges::find(texts, text) != texts.end();
}

bool is_of_address(std::string_view field) {
    return field.ends_with("_street") || field.ends_with("_number") || field.ends_with("_postcode");
}

/// Parts of a cell that stand in the notes already.
void erase_parts(std::vector<std::string>& notes, const std::string& start,
                 const std::string& text) {
    std::erase_if(notes, [&](const std::string& note) {
        return note.starts_with(start) && text.find(note.substr(start.size())) != text.npos;
    });
}

void keep_once(std::vector<std::string>& notes, const std::string& note) {
    if (std::ranges::find(notes, note) == notes.end()) notes.push_back(note);
}

}  // namespace

bool DirectoryFacts::is_online() const {
    return value_of(*this, "delivery") == "online";
}

bool DirectoryFacts::has_venue() const {
    return !offer.empty() && (!venue.empty() || (!venue_place.street.empty() && !is_online()));
}

bool DirectoryReading::is_used(const DirectoryFacts& out, std::string_view field) const {
    const bool has_provider = !out.provider.empty();
    const bool has_offer = !out.offer.empty();
    const bool venue_counts =
        out.has_venue() || (has_offer && !out.is_online() && value_of(out, "areas").empty());
    if (is_one_of(field, {"provider", "note", "extra", "as_of"})) return true;
    if (field.starts_with("provider_")) return has_provider;
    if (field == "place_district")
        return (has_provider && (provider_shares_.all || provider_shares_.district)) ||
               (venue_counts && (venue_shares_.all || venue_shares_.district));
    if (field.starts_with("place_"))
        return (has_provider && provider_shares_.all) || (venue_counts && venue_shares_.all);
    if (is_one_of(field, {"venue", "venue_town", "venue_district", "venue_ags"}))
        return venue_counts;
    if (is_one_of(field, {"venue_kind", "venue_lat", "venue_lon", "barrier_free", "neutral"}))
        return out.has_venue();
    return has_offer;
}

bool DirectoryReading::is_kept_as_written(const DirectoryFacts& out, const Said& said) const {
    const std::string& own = map_.columns[said.column].field;
    const bool in_network = is_of_address(own) || is_used(out, own);
    return (!in_network || own == "note" || own == "extra") &&
           std::ranges::any_of(said_, [&](const Said& other) {
               return other.column == said.column && other.called.empty();
           });
}

void DirectoryReading::keep_unused(DirectoryFacts& out) {
    for (const Said& said : said_) {
        const auto& [field, column, text, called] = said;
        if (column == map_.columns.size()) {
            keep_unused_of_all_rows(out, said);
            continue;
        }
        if (is_of_address(field) || is_used(out, field)) continue;
        if (!called.empty() && is_kept_as_written(out, said)) continue;
        const bool is_place = field.starts_with("place_") || field.starts_with("venue");
        // "online" as a town says how the offer is given.
        if (is_place && !out.offer.empty() &&
            Codebook::built_in().list("deliveries")->recognise(text))
            continue;
        const std::string& heading = table_.headings[column];
        auto& notes = field.starts_with("provider_") ? out.provider_notes : out.notes;
        if (called.empty()) {
            erase_parts(notes, heading + ": ", text);
            keep_in_note(out, field, column, text);
        } else if (!withhold(out, column, text)) {
            keep_once(notes, called + ": " + text);
        }
        // Else the warning that the row names no offer or no provider says it.
        if (out.offer.empty() || field.starts_with("provider_")) continue;
        const bool has_own =
            field.starts_with("place_") && !provider_shares_.all && !venue_shares_.all;
        tally(Severity::warning, has_own ? "unused-place" : "no-venue", cell(out, column), heading,
              has_own ? Text{"Spalte „{}“: Anbieter und Veranstaltungsort haben eigene Angaben zum "
                             "Ort; diese kommt in die Notiz (Zeile {}).",
                             "Column '{}': provider and venue have places of their own; this one "
                             "goes into the note (row {})."}
                      : Text{"Spalte „{}“: Ohne Veranstaltungsort (Zeile {}: Name oder Straße "
                             "fehlt, oder das Angebot ist online) kommt die Angabe in die Notiz "
                             "und wird nicht ausgewertet.",
                             "Column '{}': without a venue (row {}: its name or street is "
                             "missing, or the offer is online) this goes into the note and is "
                             "not analysed."});
    }
    keep_addresses(out);
    if (!out.provider.empty()) return;
    std::ranges::move(out.provider_notes, std::back_inserter(out.notes));
    out.provider_notes.clear();
}

void DirectoryReading::keep_addresses(DirectoryFacts& out) {
    if (provider_shares_.all || venue_shares_.all)
        keep_address(out, "place", venue_shares_.all ? out.venue_place : out.provider_place);
    else
        keep_address(out, "place", shared_);
    if (!provider_shares_.all) keep_address(out, "provider", out.provider_place);
    if (!venue_shares_.all) keep_address(out, "venue", out.venue_place);
}

void DirectoryReading::keep_address(DirectoryFacts& out, std::string_view group,
                                    const Place& place) {
    const bool street = !place.street.empty();
    if (!street) keep_place(out, group, "number", place.number);
    if (!street && place.postcode.empty()) return;
    const Place& kept = out.venue_place;
    if (out.has_venue() && kept.street == place.street && kept.postcode == place.postcode) return;
    std::size_t column = place_column(group, street ? "street" : "postcode");
    if (column == map_.columns.size()) column = place_column(group, "town");
    if (column == map_.columns.size()) return;
    const std::string& field = map_.columns[column].field;
    const bool in_note = !is_of_address(field) && !is_used(out, field);
    if (in_note) return;
    const std::string& heading = table_.headings[column];
    if (street)
        return tally(
            Severity::warning, "unused-address", cell(out, column), heading,
            {"Spalte „{}“: Die Anschrift wird nicht übernommen (Zeile {}); Anschriften hat "
             "das Netz nur von Veranstaltungsorten. Soll sie erhalten bleiben, die Spalte "
             "als Notiz oder Zusatzspalte zuordnen.",
             "Column '{}': the address is not taken over (row {}); the network has addresses "
             "of venues only. If it is to be kept, map the column to a note or extra "
             "column."});
    if (!place.area.empty() && is_used(out, std::string{group} + "_town"))
        return tally(Severity::note, "unused-address", cell(out, column), heading,
                     {"Spalte „{}“: Die PLZ wird nicht übernommen (Zeile {}); Anschriften hat das "
                      "Netz nur von Veranstaltungsorten.",
                      "Column '{}': the postcode is not taken over (row {}); the network has "
                      "addresses of venues only."});
    keep_in_note(out, field, column, place.postcode);
    if (place.town.empty() && place.area.empty())
        tally(Severity::warning, "unknown-place", cell(out, column), heading,
              {"Spalte „{}“: Aus einer PLZ allein ergibt sich kein Gebiet; sie kommt in die Notiz "
               "(Zeile {}). Bitte den Ort ergänzen.",
               "Column '{}': a postcode alone names no area; it goes into the note (row {}). Add "
               "the town."});
}

}  // namespace lotse::io
