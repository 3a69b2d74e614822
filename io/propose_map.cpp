#include <lotse/base/unicode.hpp>
#include <lotse/io/flat_directory.hpp>
#include <lotse/model/privacy.hpp>
#include <lotse/model/similar.hpp>

#include "area_names.hpp"
#include "column_map.hpp"
#include "column_map_words.hpp"
#include "directory_network.hpp"
#include "directory_values.hpp"
#include "heading_guess.hpp"
#include "map_text.hpp"
#include "propose_places.hpp"
#include "table_rows.hpp"
#include "withheld_columns.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace lotse::io {
namespace {

class Proposal {
public:
    explicit Proposal(const DirectoryTable& table)
        : table_{table}, fields_(table.headings.size()) {}

    bool has_names() const { return column_of("provider") || column_of("offer"); }

    std::vector<ProposedRow> rows() {
        choose_fields();
        keep_links_of_offers();
        ask_for_names();
        for (std::size_t i = 0; i < fields_.size(); ++i) out_.push_back(column_row(i));
        for (std::size_t i = 0; i < fields_.size(); ++i)
            if (const auto* list = Codebook::built_in().list(code_list_of(fields_[i].code)))
                add_words(i, *list);
            else if (fields_[i].code == "extra")
                add_ticked(i);
        if (const auto provider = column_of("provider")) add_providers(*provider);
        add_fixed();
        return std::move(out_);
    }

    /// The fields that were chosen, as the reading would take them from the map.
    ColumnMap columns() const {
        ColumnMap out;
        for (const Chosen& chosen : fields_)
            out.columns.push_back({chosen.code, chosen.separators});
        return out;
    }

private:
    using Chosen = ChosenField;

    std::optional<std::size_t> column_of(std::string_view field) const {
        const auto it = std::ranges::find(fields_, field, &Chosen::code);
        if (it == fields_.end()) return std::nullopt;
        return static_cast<std::size_t>(it - fields_.begin());
    }

    void choose_fields() {
        std::vector<FieldGuess> guesses;
        for (std::size_t i = 0; i < fields_.size(); ++i)
            guesses.push_back(guess_field(repeated_heading(table_, i)));
        for (const Fit fit : {Fit::exact, Fit::similar, Fit::contained, Fit::narrowed, Fit::none})
            for (std::size_t i = 0; i < guesses.size(); ++i)
                if (guesses[i].fit == fit) choose(i, guesses[i]);
        settle_place_fields(table_, guesses, fields_);
        for (std::size_t i = 0; i < fields_.size(); ++i)
            if (is_list_field(fields_[i].code))
                fields_[i].separators = separators_in(
                    table_, i, Codebook::built_in().list(code_list_of(fields_[i].code)));
    }

    /// A link that differs between the rows of one provider is no website of it.
    void keep_links_of_offers() {
        const auto website = column_of("provider_website");
        const auto provider = column_of("provider");
        if (!website || !provider) return;
        std::map<std::string, std::string> pages;  // below its site
        for (const DirectoryRow& row : table_.rows) {
            const std::string& link = row.cells[*website].text;
            if (is_not_recorded(link) || is_not_recorded(row.cells[*provider].text)) continue;
            const std::string key = unicode::match_key(row.cells[*provider].text);
            const std::string page = page_of_link(link);
            if (page.find('/') == page.npos || pages.try_emplace(key, page).first->second == page)
                continue;
            fields_[*website] = {"extra",
                                 Text{"je Angebot verschieden, also keine Webseite des Anbieters: "
                                      "wird mitgeführt",
                                      "differs between offers, so no website of the provider: "
                                      "kept"},
                                 {}};
            return;
        }
    }

    void choose(std::size_t column, const FieldGuess& guess) {
        Chosen& chosen = fields_[column];
        const std::string& heading = table_.headings[column];
        const std::string code = guess.field ? guess.field->code : "extra";
        if (is_withheld_column(table_, column, guess.fit == Fit::exact ? code : "extra")) {
            const bool mail = unicode::match_key(heading).find("mail") != std::string::npos;
            chosen = {"skip",
                      mail ? Message{Text{"Mailadressen von Personen werden nicht übernommen; sind "
                                          "es Funktionspostfächer, als Feld „Funktionspostfach des "
                                          "Anbieters“ eintragen",
                                          "mail addresses of persons are not taken over; if they "
                                          "are function mailboxes, enter the field 'Function "
                                          "mailbox of provider'"}}
                           : Message{Text{"Personen und ihre Anschlüsse werden nicht übernommen",
                                          "persons and how to reach them are not taken over"}},
                      {}};
            return;
        }
        if (is_withheld_heading(heading, "extra") && says_how_to_register(table_, column)) {
            chosen = {"note",
                      Text{"sagt nur, ob und wie man sich anmeldet",
                           "says only whether and how to register"},
                      {}};
            return;
        }
        if (guess.fit == Fit::narrowed) {
            chosen.hint = message({"sagt mehr als „{}“: wird mitgeführt; ist es dasselbe, das Feld "
                                   "eintragen",
                                   "says more than '{}': kept; if it is the same, enter the field"},
                                  {Message{guess.field->label}});
            return;
        }
        if (!guess.field) {
            chosen.hint = Text{"unbekannte Überschrift: wird mitgeführt, aber nicht ausgewertet",
                               "unknown heading: kept, but not analysed"};
            return;
        }
        const bool of_group = heading.ends_with(']') && !group_and_word(heading).first.empty();
        if (of_group && is_list_field(code) && !ticks_in(column).empty()) return;  // below
        // "Kommune" and "Verein" below "Träger".
        const bool holds_names = code == "provider" || code == "offer" || code == "venue" ||
                                 code.ends_with("_town") || code.ends_with("_district");
        if (holds_names && !ticks_in(column).empty()) {
            chosen.hint = Text{"nur Kreuze, keine Namen: wird mitgeführt, aber nicht ausgewertet",
                               "crosses only, no names: kept, but not analysed"};
            return;
        }
        if (!takes_several_columns(code) && column_of(code)) {
            chosen.hint = message({"das Feld „{}“ hat schon eine Spalte; wird mitgeführt",
                                   "the field '{}' has a column already; kept"},
                                  {Message{guess.field->label}});
            return;
        }
        chosen.code = code;
        if (guess.fit != Fit::exact)
            chosen.hint = Text{"Überschrift nur ähnlich; bitte prüfen",
                               "heading is only similar; please check"};
        else if (code == "skip")
            chosen.hint = Text{"eine laufende Nummer sagt nichts über das Angebot",
                               "a running number says nothing about the offer"};
    }

    ProposedRow column_row(std::size_t column) const {
        const Chosen& chosen = fields_[column];
        ProposedRow row;
        row.column = table_.headings[column];
        row.field = chosen.code;
        row.hint = chosen.hint;
        for (const std::string& s : chosen.separators)
            row.separators += (row.separators.empty() ? "" : " ") + s;
        if (is_withheld_column(table_, column, "extra") || names_persons(table_, column))
            return row;
        for (const DirectoryRow& data : table_.rows) {
            const std::string& text = data.cells[column].text;
            const bool of_person =
                (row.field == "extra" || row.field == "note") && privacy::addresses_person(text);
            if (is_not_recorded(text) || of_person || privacy::holds_personal_contact(text))
                continue;
            constexpr std::size_t longest = 60;
            const auto shown = unicode::prefix(unicode::trim(text), longest);
            row.example =
                unicode::visible(shown) + (shown.size() < unicode::trim(text).size() ? "…" : "");
            break;
        }
        return row;
    }

    /// Words of a column that its code list does not know, in the order of the rows.
    void add_words(std::size_t column, const CodeList& list) {
        std::set<std::string> seen;
        for (const DirectoryRow& row : table_.rows) {
            const std::string& text = row.cells[column].text;
            if (is_not_recorded(text) || list.recognise(text)) continue;
            const auto parts = is_list_field(fields_[column].code)
                                   ? split_words(text, fields_[column].separators,
                                                 [&](auto word) { return list.recognise(word); })
                                   : std::vector{std::string{unicode::trim(text)}};
            for (const std::string& part : parts) {
                if (list.recognise(part) || is_not_recorded(part) || is_ditto(part) ||
                    privacy::holds_personal_contact(part) ||
                    !seen.insert(unicode::match_key(part)).second)
                    continue;
                const Code* nearest = nearest_code(part, list);
                out_.push_back({table_.headings[column], part, fields_[column].code, "", "", "",
                                nearest
                                    ? message({"unbekanntes Wort; „{}“?", "unknown word; '{}'?"},
                                              {Message{nearest->label}})
                                    : message({"unbekanntes Wort: unter „Wird zu“ einen Code aus "
                                               "der Liste {} eintragen, sonst kommt es in die "
                                               "Notiz",
                                               "unknown word: enter a code of the list {} under "
                                               "'Becomes', else it goes into the note"},
                                              {list.name()})});
            }
        }
    }

    /// "Themen: Bewegung", of two rows of headings, and "Themen [Bewegung]", as surveys write it.
    static std::pair<std::string, std::string> group_and_word(const std::string& heading) {
        if (const auto at = heading.rfind(": "); at != heading.npos)
            return {heading.substr(0, at), heading.substr(at + 2)};
        if (const auto at = heading.rfind(" ["); at != heading.npos && heading.ends_with(']'))
            return {heading.substr(0, at), heading.substr(at + 2, heading.size() - at - 3)};
        return {{}, heading};
    }

    /// What says yes in a column of nothing but yes and no, such as crosses.
    std::vector<std::string> ticks_in(std::size_t column) const {
        std::vector<std::string> ticks;
        for (const DirectoryRow& row : table_.rows) {
            const std::string text{unicode::trim(row.cells[column].text)};
            if (is_not_recorded(text)) continue;
            const auto answer = yes_or_no(text);
            if (!answer || is_bare_number(text)) return {};  // "1" may count
            if (*answer == ThreeValued::yes && std::ranges::find(ticks, text) == ticks.end())
                ticks.push_back(text);
        }
        return ticks;
    }

    /// "Bewegung" above crosses says a topic of each offer that has one.
    void add_ticked(std::size_t column) {
        const std::string& heading = table_.headings[column];
        const std::pair<std::string, std::string> parts = group_and_word(heading);
        const std::string& above = parts.first;
        const std::string& word = parts.second;
        std::vector<std::string> fields{"topics", "targets"};
        if (!above.empty()) {  // "Rechtskreis: SGB II" names no target group
            const FieldGuess guess = guess_field(above);
            if (guess.fit == Fit::exact && is_list_field(guess.field->code) &&
                !code_list_of(guess.field->code).empty())
                fields.insert(fields.begin(), guess.field->code);
        }
        const auto codes = [&](const std::string& field) {
            return Codebook::built_in().list(code_list_of(field))->recognise(word);
        };
        const auto field = std::ranges::find_if(fields, codes);
        if (field == fields.end()) return;
        const std::vector<std::string> ticks = ticks_in(column);
        if (ticks.empty()) return;
        const Code& code = *codes(*field);
        out_[column].hint = Text{"wird mitgeführt; was Kreuze darin sagen, steht weiter unten",
                                 "kept; what crosses in it say stands further below"};
        for (const std::string& tick : ticks)
            out_.push_back({heading, tick, *field, code.code, "", "",
                            message({"{}: nach der Überschrift vorgeschlagen; bitte prüfen",
                                     "{}: proposed by the heading; please check"},
                                    {Message{code.label}})});
    }

    /// Kinds of providers where no column says them, and names that may mean the same provider.
    void add_providers(std::size_t column) {
        struct Seen {
            std::string name;
            int row;
        };
        std::map<std::string, Seen> names;
        std::vector<std::string> order;
        for (const DirectoryRow& row : table_.rows) {
            const std::string& text = row.cells[column].text;
            if (is_not_recorded(text) || is_no_name(text) || privacy::holds_personal_contact(text))
                continue;
            const std::string key = unicode::match_key(text);
            if (names.emplace(key, Seen{std::string{unicode::trim(text)}, row.number}).second)
                order.push_back(key);
        }
        const std::string& heading = table_.headings[column];
        SimilarNames similar;
        for (const std::string& key : order) {
            const std::string other = similar.find_then_add(key);
            if (other.empty()) continue;
            out_.push_back({heading, names.at(key).name, "provider", "", "", "",
                            message({"fast wie „{}“ (Zeile {}); ist es derselbe, diesen Namen "
                                     "unter „Wird zu“ eintragen",
                                     "almost like '{}' (row {}); if it is the same one, enter "
                                     "that name under 'Becomes'"},
                                    {names.at(other).name, std::to_string(names.at(other).row)})});
        }
        if (column_of("provider_kind")) return;
        for (const std::string& key : order) {
            const Seen& here = names.at(key);
            const Code* kind = kind_by_name(here.name);
            out_.push_back(
                {heading, here.name, "provider_kind", kind ? kind->code : "", "", "",
                 kind ? message({"{}: nach dem Namen vorgeschlagen; bitte prüfen",
                                 "{}: proposed by the name; please check"},
                                {Message{kind->label}})
                      : message({"Art des Anbieters: unter „Wird zu“ einen Code aus der Liste "
                                 "actor_kinds eintragen, sonst „other“",
                                 "kind of provider: enter a code of the list actor_kinds under "
                                 "'Becomes', else 'other'"})});
        }
    }

    /// What the network cannot do without; "Name" alone may be that of either.
    void ask_for_names() {
        bool named = has_names();
        for (std::size_t i = 0; i < fields_.size(); ++i) {
            if (fields_[i].code != "extra" || unicode::match_key(table_.headings[i]) != "name")
                continue;
            named = true;
            fields_[i].hint = Text{
                "Name wovon? Unter „Feld“ bitte „Anbieter“ (Einrichtung, Verein) oder "
                "„Angebot“ eintragen; so, wie es ist, wird die Spalte nur mitgeführt",
                "name of what? Enter 'Provider' (institution, club) or 'Offer' under 'Field'; "
                "as it is, the column is only kept"};
        }
        if (named) return;
        for (Chosen& chosen : fields_)
            if (chosen.code == "extra")
                chosen.hint = Text{
                    "Stehen hier die Namen der Anbieter oder der Angebote? Dann unter „Feld“ "
                    "„Anbieter“ oder „Angebot“ eintragen; ohne eines davon gibt es kein Netz",
                    "Are these the names of the providers or of the offers? Then enter "
                    "'Provider' or 'Offer' under 'Field'; without one of them there is no "
                    "network"};
    }

    /// Rows without a column hold for the whole directory.
    void add_fixed() {
        const bool has_town = column_of("place_town") || column_of("venue_town") ||
                              column_of("provider_town") || column_of("venue");
        if (column_of("offer") && !column_of("provider"))
            out_.push_back({"", "", "provider", "", "", "",
                            Text{"gilt für alle Zeilen: unter „Wird zu“ den Anbieter eintragen, "
                                 "wenn alle Angebote von ihm sind",
                                 "holds for all rows: enter the provider under 'Becomes' if all "
                                 "offers are its own"}});
        const bool has_district = column_of("place_district") || column_of("venue_district");
        if (has_town && !has_district)
            out_.push_back({"", "", "place_district", "", "", "",
                            Text{"gilt für alle Zeilen: unter „Wird zu“ die Kreise des "
                                 "Verzeichnisses eintragen (Name oder AGS, mehrere mit |), damit "
                                 "gleichnamige Orte eindeutig sind",
                                 "holds for all rows: enter the Kreise of the directory under "
                                 "'Becomes' (name or AGS, several with |), so that towns of the "
                                 "same name are told apart"}});
        if (!column_of("as_of"))
            out_.push_back({"", "", "as_of", "", "", "",
                            Text{"gilt für alle Zeilen: Stand des Verzeichnisses, z. B. 2026-03",
                                 "holds for all rows: date of the directory, e.g. 2026-03"}});
    }

    const DirectoryTable& table_;
    std::vector<Chosen> fields_;
    std::vector<ProposedRow> out_;
};

}  // namespace

Result<ProposedMap> propose_column_map(const std::filesystem::path& directory, Language language,
                                       const Limits& limits) {
    NetworkBuilder builder;
    const auto table = read_directory_table(directory, directory_headings(), RowsOfData::recognise,
                                            limits, builder);
    if (!table) return table.error();
    ProposedMap out;
    if (*table) {
        report_client_headings(**table, builder);
        Proposal proposal{**table};
        const auto rows = proposal.rows();
        const auto refused = find_client_data(**table, proposal.columns());
        for (const Issue& issue : refused) builder.report(issue);
        if (refused.empty()) out.text = map_text(rows, language);
        if (!proposal.has_names())
            builder.report(
                {Severity::warning, "no-names", (*table)->at((*table)->place.row, 0),
                 Text{"Keine Überschrift nennt einen Anbieter oder ein Angebot. Bitte in der "
                      "Zuordnung bei der Spalte mit den Namen unter „Feld“ „Anbieter“ oder "
                      "„Angebot“ eintragen; ohne eines davon entsteht kein Netz.",
                      "No heading names a provider or an offer. Enter 'Provider' or 'Offer' under "
                      "'Field' of the map at the column with the names; without one of them there "
                      "is no network."}});
    }
    out.issues = std::move(builder).finish().issues;
    std::erase_if(out.issues, [](const Issue& issue) { return issue.code == "no-actors"; });
    return out;
}

}  // namespace lotse::io
