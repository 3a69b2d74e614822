#include "foreign_columns.hpp"

#include <lotse/base/not_recorded.hpp>
#include <lotse/base/text_parts.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/governance.hpp>
#include <lotse/model/similar.hpp>

#include "check_digits.hpp"
#include "client_words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace lotse {
namespace {

bool is_postcode_heading(std::string_view heading) {
    const std::string typed = unicode::match_key(heading);
    return typed == "plz" || typed == "postleitzahl" || typed == "postcode";
}

void warn_of_unknown_column(std::string_view heading, std::span<const TableColumn> columns,
                            const SourcePosition& at, BuildLog& log) {
    if (unicode::trim(heading).empty()) return;
    std::vector<std::string> known;
    for (const TableColumn& c : columns) known.emplace_back(c.key);
    for (const TableColumn& c : columns) known.emplace_back(c.heading.de);
    for (const TableColumn& c : columns) known.emplace_back(c.heading.en);
    for (const TableColumn& c : columns)
        for (std::string& alias : split_list(c.aliases)) known.push_back(std::move(alias));
    const auto best =
        most_similar(heading, known, [](const std::string& k) -> std::string_view { return k; });
    log.say(Severity::warning, "unknown-column", at,
            best ? message({"Die Spalte „{}“ ist unbekannt; sie wird mitgeführt, aber nicht "
                            "ausgewertet. Meinten Sie „{}“?",
                            "The column '{}' is unknown; it is kept but not analysed. Did you "
                            "mean '{}'?"},
                           {heading, known[*best]})
                 : message({"Die Spalte „{}“ ist unbekannt; sie wird mitgeführt, aber nicht "
                            "ausgewertet.",
                            "The column '{}' is unknown; it is kept but not analysed."},
                           {heading}));
}

void warn_of_column_of_contacts(std::string_view heading, const SourcePosition& at, BuildLog& log) {
    log.say(Severity::warning, "withheld", at,
            message({"Die Spalte „{}“ gehört nicht zur Tabelle contacts; ihre Werte werden nicht "
                     "übernommen, weil neben Ansprechstellen leicht Namen stehen.",
                     "The column '{}' is none of the table contacts; its values are not taken "
                     "over, since names easily stand beside contacts."},
                    {heading}));
}

/// "Schule", "Raum": what is often called after somebody, so names are no sign of persons.
bool is_heading_of_houses(std::string_view heading) {
    constexpr std::array<std::string_view, 15> houses{
        "schule",   "schulen", "schulname", "raum",  "räume", "saal",  "haus",   "klinik",
        "kliniken", "projekt", "strasse",   "platz", "kita",  "halle", "gebäude"};
    const std::string key = unicode::match_key(heading);
    return std::ranges::any_of(houses, [&](std::string_view house) {
        return key.ends_with(house) || key.starts_with(std::string{house} + ' ');
    });
}

/// "109519005", "IK 109 519 005", "k. A.", or several of them.
bool holds_only_keys_of_insurers(std::string_view text) {
    constexpr std::array<std::string_view, 8> nothing{"",    "n a",   "o a",      "ohne angabe",
                                                      "n b", "fehlt", "entfällt", "keine"};
    constexpr std::array<std::string_view, 3> announcements{"ik", "nr", "nummer"};
    for (;;) {
        const auto end = text.find_first_of(",;|\n");
        const std::string_view part = text.substr(0, end);
        std::string key = unicode::match_key(unicode::as_typed(part));
        const bool is_nothing =
            says_not_recorded(part) || std::ranges::find(nothing, key) != nothing.end();
        std::erase(key, ' ');
        for (const std::string_view word : announcements)
            if (key.starts_with(word)) key.erase(0, word.size());
        if (!is_nothing && !privacy::is_key_of_insurer(key)) return false;
        if (end == text.npos) return true;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

void warn_of_withheld_column(std::string_view heading, const SourcePosition& at, BuildLog& log) {
    log.say(Severity::warning, "withheld", at,
            message({"Die Spalte „{}“ nennt Personen oder ihre Anschlüsse; ihre Werte "
                     "werden nicht übernommen. Rollen gehören in die Tabelle contacts.",
                     "The column '{}' names persons or how to reach them; its values are "
                     "not taken over. Roles belong in the table contacts."},
                    {heading}));
}

ForeignColumn::ForeignColumn(std::string_view heading, std::string_view table,
                             const SourcePosition& at, BuildLog& log, std::optional<Message> beside)
    : heading_{heading},
      of_clients_{privacy::is_client_group_heading(heading)},
      names_houses_{is_heading_of_houses(heading)} {
    const auto announces = privacy::client_heading(heading);
    const bool of_contact = table == Contact::table && !heading.empty();
    const bool is_withheld = of_contact || privacy::is_contact_heading(heading);
    // What is withheld is not looked at, so nothing would tell insurers from clients.
    if (announces && (is_withheld || !privacy::may_number_insurers(heading))) {
        log.say(Severity::error, client_data, at, privacy::column_refusal(heading, *announces));
        treatment_ = Treatment::refuse;
        return;
    }
    if (announces) treatment_ = Treatment::refuse_unless_of_insurers;
    if (is_withheld) {
        if (of_contact && !privacy::is_contact_heading(heading))
            warn_of_column_of_contacts(heading, at, log);
        else
            warn_of_withheld_column(heading, at, log);
        treatment_ = Treatment::withhold;
        return;
    }
    if (beside)
        log.say(Severity::warning, "unused-column", at, *std::move(beside));
    else
        warn_of_unknown_column(heading, table_columns(table), at, log);
}

Outcome ForeignColumn::read(Record& row, const Cell& cell, const CellContext& context) {
    if (treatment_ == Treatment::withhold) return Outcome::read;
    auto text = clean_free_text(cell, context);
    if (!text) return Outcome::failed;
    if (treatment_ == Treatment::refuse_unless_of_insurers && !holds_only_keys_of_insurers(*text))
        return refuse_number(context);
    if (cell.kind == CellKind::number && text->size() == 4 && is_postcode_heading(heading_)) {
        *text = '0' + *text;
        context.warning("repaired-postcode",
                        message({"{}: Der Postleitzahl fehlte die führende Null; gelesen als "
                                 "„{}“.",
                                 "{}: the postcode lost its leading zero; read as '{}'."},
                                {context.column, *text}));
    }
    if (of_clients_ && privacy::lists_persons(*text)) {
        const std::string name{context.column};
        context.error(client_data,
                      message({"{}: Hier stehen Namen von Personen. lotse nimmt keine Daten von "
                               "Personen an; bitte löschen und höchstens die Zahl eintragen.",
                               "{}: this holds names of persons. lotse takes no data of persons; "
                               "please delete them and enter their number at most."},
                              {name}));
        return Outcome::failed;
    }
    birth_dates_.look_at(*text);
    if (!names_houses_) names_.look_at(*text);
    // "Kurs-Nr." says that a number is none of a telephone.
    if (privacy::holds_personal_contact(*text) &&
        privacy::holds_personal_contact(heading_ + ": " + *text)) {
        context.warning(
            "withheld",
            message({"{}: Die Zelle enthält eine Mailadresse oder Telefonnummer und wird "
                     "nicht übernommen. Funktionspostfächer gehören in die Spalte "
                     "mailbox.",
                     "{}: the cell holds a mail address or telephone number and is not "
                     "taken over. Function mailboxes belong in the column mailbox."},
                    {context.column}));
    } else if (!heading_.empty()) {
        row.extra.emplace_back(heading_, *text);
    }
    return Outcome::read;
}

Outcome ForeignColumn::refuse_number(const CellContext& context) {
    if (!refused_number_)
        context.error(
            client_data,
            message({"Die Spalte „{}“ kündigt {} an, und hier steht kein Institutionskennzeichen "
                     "einer Krankenkasse (neun Ziffern mit Prüfziffer, vorn 10); nur solche sind "
                     "darin erlaubt. lotse nimmt keine Daten von Personen an; bitte die Spalte "
                     "löschen oder alle anderen Nummern. Gesagt wird das nur an der ersten Zelle.",
                     "The column '{}' announces {}, and this is no key of an insurer "
                     "(Institutionskennzeichen: nine digits with a check digit, beginning with "
                     "10); only such are taken there. lotse takes no data of persons; please "
                     "delete the column, or all other numbers. This is said at the first cell "
                     "only."},
                    {Message{heading_, heading_}, Message{*privacy::client_heading(heading_)}}));
    refused_number_ = true;
    return Outcome::failed;
}

bool ForeignColumn::looks_like_birth_dates() const {
    if (privacy::is_plain_date_heading(heading_)) return birth_dates_.found_old();
    return birth_dates_.found() && !privacy::is_institution_date_heading(heading_);
}

void BirthDates::look_at(std::string_view text) {
    constexpr int first_of_young = 2000;
    ++values_;
    const auto year = privacy::birth_year(text);
    if (!year) return;
    ++dates_;
    if (*year < first_of_young) ++old_;
}

bool BirthDates::found() const {
    constexpr int enough = 5;
    return values_ >= enough && dates_ * 5 >= values_ * 4;
}

bool BirthDates::found_old() const {
    return found() && old_ * 2 >= values_;
}

void report_birth_dates(std::string_view heading, const SourcePosition& at, BuildLog& log) {
    log.say(Severity::error, client_data, at,
            privacy::column_refusal(
                heading, {"nach ihren Werten Geburtsdaten", "dates of birth by its values"}));
}

void report_birth_dates_in_notes(std::string_view heading, const SourcePosition& at,
                                 BuildLog& log) {
    log.say(Severity::error, client_data, at,
            message({"Die Spalte „{}“ enthält fast nur alte Daten, die Geburtsdaten sein können. "
                     "lotse nimmt keine Daten von Personen an; bitte die Werte löschen. Sind es "
                     "andere Daten, etwa der Gründung, bitte in den Zellen dazuschreiben, wovon.",
                     "The column '{}' holds hardly anything but old dates, which may be dates of "
                     "birth. lotse takes no data of persons; please delete the values. If these "
                     "are other dates, such as of foundation, write into the cells of what."},
                    {heading}));
}

/// Of clients or of contact persons: only a heading can say.
void report_names(std::string_view heading, const SourcePosition& at, BuildLog& log) {
    log.say(Severity::error, client_data, at,
            message({"Die Spalte „{}“ enthält nach ihren Werten Namen von Personen. lotse "
                     "nimmt keine Daten von Personen an; bitte die Spalte löschen. Sind es "
                     "Ansprechpersonen, genügt „Ansprechperson“ als Überschrift: Dann wird "
                     "die Spalte nicht übernommen.",
                     "The column '{}' holds names of persons by its values. lotse takes no "
                     "data of persons; please delete the column. For contact persons the "
                     "heading 'contact person' will do: then the column is not taken over."},
                    {heading}));
}

}  // namespace lotse
