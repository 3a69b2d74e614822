#include "propose_places.hpp"

#include <lotse/base/ascii.hpp>
#include <lotse/base/unicode.hpp>

#include "directory_values.hpp"
#include "venue_column.hpp"

#include <algorithm>
#include <optional>

namespace lotse::io {
namespace {

bool is_of_street(std::string_view code) {
    return code.ends_with("_street") || code.ends_with("_number") || code.ends_with("_postcode");
}

bool is_place(std::string_view code) {
    return is_of_street(code) || code.ends_with("_town") || code.ends_with("_ags") ||
           code.ends_with("_district");
}

class PlaceFields {
public:
    PlaceFields(const DirectoryTable& table, std::span<const FieldGuess> guesses,
                std::vector<ChosenField>& fields)
        : table_{table}, guesses_{guesses}, fields_{fields} {}

    void settle() {
        take_house_numbers();
        take_second_blocks();
        const bool of_provider = take_towns_of_offers();
        // "Ort" beside "Kursort" is that of the course; alone it is that of provider and offer.
        const bool has_venue = std::ranges::any_of(fields_, [](const ChosenField& c) {
            return c.code == "venue" || (c.code.starts_with("provider_") && is_place(c.code));
        });
        for (ChosenField& chosen : fields_) {
            if (!chosen.code.starts_with("place_")) continue;
            std::string of_venue = "venue_" + chosen.code.substr(6);
            if (of_provider) {
                chosen.code.replace(0, 5, "provider");
                chosen.hint = Text{"gilt für den Anbieter; das Angebot hat einen eigenen Ort",
                                   "holds for the provider; the offer has a town of its own"};
            } else if (!has_venue)
                chosen.hint = Text{"gilt für Anbieter und Angebot", "holds for provider and offer"};
            else if (column_of(of_venue))
                chosen.code = "extra";
            else {
                chosen.code = std::move(of_venue);
                chosen.hint = Text{
                    "gilt für den Veranstaltungsort; ist es der Ort des Anbieters, "
                    "das Feld des Anbieters eintragen",
                    "holds for the venue; if it is the place of the provider, enter "
                    "the field of the provider"};
            }
        }
        if (const auto town = column_of("venue_town")) take_addresses_beside(*town);
        ask_for_houses();
    }

private:
    std::optional<std::size_t> column_of(std::string_view field) const {
        const auto it = std::ranges::find(fields_, field, &ChosenField::code);
        if (it == fields_.end()) return std::nullopt;
        return static_cast<std::size_t>(it - fields_.begin());
    }

    /// "Anbieter, PLZ, Ort, Kurs, Kursort, PLZ, Ort": the first address is the provider's, the
    /// second the venue's.
    void take_second_blocks() {
        const auto venue = column_of("venue");
        const auto between = venue ? venue : column_of("offer");
        for (std::size_t i = 0; i < fields_.size(); ++i) {
            const Code* field = guesses_[i].fit == Fit::exact ? guesses_[i].field : nullptr;
            const bool again = repeated_heading(table_, i) != table_.headings[i];
            if (!again || fields_[i].code != "extra" || !field ||
                !field->code.starts_with("place_"))
                continue;
            const auto first = column_of(field->code);
            if (!first || !between || *first > *between || i < *between) continue;
            const std::string part = field->code.substr(6);
            fields_[*first] = {"provider_" + part,
                               Text{"steht zweimal da; gilt wohl für den Anbieter, bitte prüfen",
                                    "stands there twice; holds probably for the provider, please "
                                    "check"},
                               {}};
            fields_[i] = {"venue_" + part,
                          Text{"steht zweimal da; gilt wohl für den Veranstaltungsort, bitte "
                               "prüfen",
                               "stands there twice; holds probably for the venue, please check"},
                          {}};
        }
    }

    /// "Nr." behind a street is that of the house, not of the row.
    void take_house_numbers() {
        constexpr std::string_view street = "_street";
        for (std::size_t i = 1; i < fields_.size(); ++i) {
            const std::string before = fields_[i - 1].code;
            const std::string typed = unicode::match_key(table_.headings[i]);
            const bool number = typed == "nr" || typed == "nummer" || typed == "no";
            if (!number || !before.ends_with(street)) continue;
            const std::string code = before.substr(0, before.size() - street.size()) + "_number";
            if (!column_of(code)) fields_[i] = {code, {}, {}};
        }
    }

    /// "Ort des Angebots: Herne" beside "PLZ" and "Ort": the towns of offers, not names of venues;
    /// the other place is that of the provider.
    bool take_towns_of_offers() {
        const auto venue = column_of("venue");
        const auto town = column_of("place_town");
        const bool has_own = std::ranges::any_of(fields_, [](const ChosenField& c) {
            return c.code.starts_with("provider_") && is_place(c.code);
        });
        if (!venue || column_of("venue_town") || (has_own && town)) return false;
        const VenueColumn holds = look_at_venues(table_, *venue, town);
        if (holds == VenueColumn::towns)
            fields_[*venue] = {"venue_town",
                               Text{"hier stehen nur Orte, keine Häuser; bitte prüfen",
                                    "only towns stand here, no houses; please check"},
                               {}};
        if (holds == VenueColumn::mostly_towns)
            fields_[*venue].hint = Text{
                "hier stehen auch Orte ohne Haus; stehen nur Orte hier, das Feld „Stadt des "
                "Veranstaltungsorts“ eintragen",
                "towns without a house stand here, too; if only towns do, enter the field "
                "'Town of venue'"};
        return holds == VenueColumn::towns && town;
    }

    /// "VHS-Haus, Raum 204, 08523 Plauen" below "Ort": no town, but a house.
    void ask_for_houses() {
        if (column_of("venue")) return;
        for (std::size_t i = 0; i < fields_.size(); ++i) {
            if (!fields_[i].code.ends_with("_town")) continue;
            const auto houses = std::ranges::count_if(table_.rows, [&](const DirectoryRow& row) {
                const std::string& text = row.cells[i].text;
                return is_kind_of_house(text) || (text.find(',') != text.npos &&
                                                  text.find_first_of("0123456789") != text.npos);
            });
            if (houses > 0)
                fields_[i].hint = Text{
                    "hier stehen auch Häuser oder Anschriften; sind es die der Angebote, das "
                    "Feld „Veranstaltungsort“ eintragen",
                    "houses or addresses stand here, too; if they are those of the offers, "
                    "enter the field 'Venue'"};
        }
    }

    /// "Straße, PLZ, Kursort" in a row are one address; elsewhere a street is the provider's.
    void take_addresses_beside(std::size_t town) {
        const auto is_address = [&](std::size_t column) {
            return column < fields_.size() && fields_[column].code.starts_with("place_") &&
                   is_of_street(fields_[column].code);
        };
        const bool beside = is_address(town + 1) || (town > 0 && is_address(town - 1));
        for (std::size_t i = 0; i < fields_.size(); ++i) {
            if (!is_address(i)) continue;
            std::string code = (beside ? "venue_" : "provider_") + fields_[i].code.substr(6);
            if (column_of(code)) continue;
            fields_[i] = {std::move(code),
                          beside ? Text{"gilt wohl für den Ort daneben; bitte prüfen",
                                        "holds probably for the town beside it; please check"}
                                 : Text{"gilt wohl für den Anbieter; bitte prüfen",
                                        "holds probably for the provider; please check"},
                          {}};
        }
    }

    const DirectoryTable& table_;
    std::span<const FieldGuess> guesses_;
    std::vector<ChosenField>& fields_;
};

}  // namespace

std::string repeated_heading(const DirectoryTable& table, std::size_t column) {
    const std::string& heading = table.headings[column];
    const auto at = heading.rfind(" (");
    const bool numbered = at != std::string::npos && heading.ends_with(')') &&
                          at + 3 < heading.size() &&
                          std::all_of(heading.begin() + static_cast<std::ptrdiff_t>(at) + 2,
                                      heading.end() - 1, ascii::is_digit);
    const std::string start = heading.substr(0, numbered ? at : heading.size());
    return std::ranges::find(table.headings, start) == table.headings.end() ? heading : start;
}

void settle_place_fields(const DirectoryTable& table, std::span<const FieldGuess> guesses,
                         std::vector<ChosenField>& fields) {
    PlaceFields{table, guesses, fields}.settle();
}

}  // namespace lotse::io
