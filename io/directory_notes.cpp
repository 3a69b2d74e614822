#include <lotse/base/month_names.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>

#include "directory_reading.hpp"
#include "directory_values.hpp"
#include "withheld_columns.hpp"

#include <algorithm>
#include <array>

/// What goes into notes, and what is held back.
namespace lotse::io {
namespace {

bool names_times(std::string_view heading) {
    constexpr std::array<std::string_view, 5> times{"uhrzeit", "zeiten", "wochentag", "termin",
                                                    "termine"};
    return std::ranges::find(times, unicode::match_key(heading)) != times.end();
}

bool names_months(std::string_view text) {
    const std::array<std::string, 4> between{" ", "/", "-", "–"};
    return std::ranges::all_of(split_words(text, between), [](const auto& word) {
        return month_of_name(unicode::match_key(word)) != 0;
    });
}

/// Of many places called after persons: "Stadtteil", "Anne Frank (Grundschule)".
bool names_place(std::string_view text) {
    constexpr std::array<std::string_view, 17> places{
        "teil",  "quartier", "viertel", "siedlung", "bezirk", "schule",   "halle", "haus", "saal",
        "platz", "straße",   "kirche",  "pfarrei",  "kita",   "gemeinde", "ort",   "raum"};
    const std::array blank{std::string{" "}};
    return std::ranges::any_of(
        split_words(unicode::match_key(text), blank), [&](const std::string& word) {
            return std::ranges::any_of(
                places, [&](std::string_view place) { return word.ends_with(place); });
        });
}

/// "Frau Muster", "Hr. Muster, Zi. 12", "Erika Muster", "Max Muster (Trainer)"; not "April Mai".
bool names_somebody(const std::string& text, std::string_view heading, bool is_extra) {
    const std::string first = text.substr(0, text.find_first_of(",;\n"));
    if (privacy::addresses_person(first)) return true;
    // A note may say anything; what stands alone below a heading of the directory's own may be who.
    const std::string before_bracket = text.substr(0, text.find('('));
    return is_extra && privacy::is_person_name(before_bracket) && !names_months(before_bracket) &&
           !names_place(heading) && !names_place(text);
}

}  // namespace

SourcePosition DirectoryReading::said_at(const DirectoryFacts& facts, const std::string& field,
                                         std::size_t column) const {
    const auto fixed = map_.fixed.find(field);
    const bool of_map = column == map_.columns.size() && fixed != map_.fixed.end();
    return of_map ? fixed->second.where : cell(facts, column);
}

bool DirectoryReading::withhold(const DirectoryFacts& out, std::size_t column,
                                const std::string& text) {
    if (!privacy::holds_personal_contact(text)) return false;
    // "Kurs-Nr." says that a number is none of a telephone.
    if (column < map_.columns.size() &&
        !privacy::holds_personal_contact(table_.headings[column] + ": " + text))
        return false;
    if (!withheld_.insert(column).second) return true;
    report(Severity::warning, "withheld", cell(out, column),
           Text{"Die Zelle enthält eine Mailadresse oder Telefonnummer und wird nicht übernommen.",
                "The cell holds a mail address or telephone number and is not taken over."});
    return true;
}

/// Cells of columns that say nothing of their own: "Frau Muster" below "Moderation"; but not below
/// "Teilnehmende" and in columns of names, which are refused.
bool DirectoryReading::withhold_person(const DirectoryFacts& out, std::size_t column,
                                       const std::string& text) {
    const bool has_column = column < map_.columns.size();
    const bool is_extra = has_column && map_.columns[column].field == "extra";
    if (!names_somebody(text, has_column ? table_.headings[column] : std::string{}, is_extra))
        return false;
    if (has_column) {
        const auto [it, fresh] = refused_columns_.try_emplace(column, false);
        if (fresh)
            it->second = privacy::is_client_group_heading(table_.headings[column]) ||
                         names_persons(table_, column);
        if (it->second) return false;
    }
    if (!withheld_.insert(column).second) return true;
    report(Severity::warning, "withheld", cell(out, column),
           Text{"Die Zelle nennt wohl eine Person und wird nicht übernommen. Ist ein Haus oder Ort "
                "gemeint, bitte ausschreiben, etwa „Anne-Frank-Schule“.",
                "The cell probably names a person and is not taken over. If a house or place is "
                "meant, write it in full, such as 'Anne-Frank-Schule'."});
    return true;
}

void DirectoryReading::keep_in_note(DirectoryFacts& out, const std::string& field,
                                    std::size_t column, const std::string& text) {
    if (withhold(out, column, text)) return;
    std::string label;
    if (column < map_.columns.size())
        label = table_.headings[column];
    else if (const auto fixed = map_.fixed.find(field); fixed != map_.fixed.end())
        label = fixed->second.called;
    // "Bemerkung: Bitte anmelden" says no more than the remark; "Mo: 9-12" and "Termine: 12" do.
    const Code* called = directory_fields().recognise(label);
    const bool plain = label.empty() ||
                       (field == "note" && called && called->code == "note" && !names_times(label));
    std::string note = plain ? text : label + ": " + text;
    auto& notes = field.starts_with("provider_") ? out.provider_notes : out.notes;
    if (std::ranges::find(notes, note) == notes.end()) notes.push_back(std::move(note));
}

void DirectoryReading::keep_ditto(DirectoryFacts& out, const std::string& field, std::size_t column,
                                  const std::string& text) {
    tally(
        Severity::warning, "not-understood", cell(out, column), table_.headings[column],
        {"Spalte „{}“: Ein Zeichen oder Wort für „wie oben“ sagt nicht sicher, welche Zeile "
         "gemeint "
         "ist; es kommt in die Notiz (Zeile {}). Bitte ausschreiben.",
         "Column '{}': a sign or word for 'as above' does not say for sure which row is meant; it "
         "goes into the note (row {}). Write it out."});
    keep_in_note(out, field, column, text);
}

void DirectoryReading::not_understood(DirectoryFacts& out, const std::string& field,
                                      std::size_t column, const std::string& text, Message wanted) {
    const std::string& written = as_written_ ? *as_written_ : text;
    if (!privacy::holds_personal_contact(text) && !privacy::holds_personal_contact(written))
        report(Severity::warning, "not-understood", said_at(out, field, column),
               as_written_
                   ? message({"„{}“ ist {}; so steht es in der Zuordnung für „{}“. Die Zelle kommt "
                              "in die Notiz.",
                              "'{}' is {}; so the map says for '{}'. The cell goes into the note."},
                             {Message{text, text}, std::move(wanted), Message{written, written}})
                   : message({"„{}“ ist {}; es kommt in die Notiz.",
                              "'{}' is {}; it goes into the note."},
                             {Message{text, text}, std::move(wanted)}));
    keep_in_note(out, field, column, written);
}

}  // namespace lotse::io
