#include "withheld_columns.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/model/codebook.hpp>
#include <lotse/model/privacy.hpp>

#include "directory_values.hpp"

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

std::string_view word_code(std::string_view text) {
    const Code* code = Codebook::built_in().list("directory_words")->recognise(text);
    return code ? std::string_view{code->code} : std::string_view{};
}

/// "Anmeldung", "Info und Anmeldung": here "erforderlich" may stand below, too.
bool names_registration(std::string_view heading) {
    const auto words = split_words(unicode::match_key(heading), std::array{std::string{" "}});
    const auto is_of = [](std::string_view code) {
        return [code](const std::string& word) { return word_code(word) == code; };
    };
    return std::ranges::any_of(words, is_of("registration")) &&
           std::ranges::none_of(words, is_of("contact"));
}

/// "nicht nötig", "online bis 3 Tage vorher": words about registration and small numbers only.
bool is_about_registration(std::string_view text) {
    constexpr std::size_t longest_number = 2;
    if (yes_or_no(text) || word_code(text) == "about_registration") return true;
    const auto words = split_words(unicode::match_key(text), std::array{std::string{" "}});
    return !words.empty() && std::ranges::all_of(words, [](const std::string& word) {
        const auto code = word_code(word);
        return code == "about_registration" || code == "beside_contact" || code == "yes" ||
               code == "no" || code == "no_fixed_place" ||
               (word.size() <= longest_number && word.find_first_not_of("0123456789") == word.npos);
    });
}

}  // namespace

bool says_how_to_register(const DirectoryTable& table, std::size_t column) {
    bool any = false;
    for (const DirectoryRow& row : table.rows) {
        const std::string& text = row.cells[column].text;
        if (is_not_recorded(text)) continue;
        if (!is_about_registration(text)) return false;
        any = true;
    }
    return any && names_registration(table.headings[column]);
}

namespace {

/// "Lehrkräfte: 2": how many, not who.
bool counts_only(const DirectoryTable& table, std::size_t column) {
    constexpr std::size_t longest = 2;
    bool any = false;
    for (const DirectoryRow& row : table.rows) {
        const std::string_view text = unicode::trim(row.cells[column].text);
        if (is_not_recorded(text)) continue;
        if (text.size() > longest || text.find_first_not_of("0123456789") != text.npos)
            return false;
        any = true;
    }
    return any && !privacy::is_contact_heading(table.headings[column]);
}

}  // namespace

bool names_persons(const DirectoryTable& table, std::size_t column) {
    privacy::PersonNames names;
    for (const DirectoryRow& row : table.rows)
        if (!is_not_recorded(row.cells[column].text)) names.look_at(row.cells[column].text);
    return names.found();
}

bool is_withheld_column(const DirectoryTable& table, std::size_t column, std::string_view field) {
    const bool mail = unicode::match_key(table.headings[column]).find("mail") != std::string::npos;
    const bool of_persons =
        table.of_persons.contains(column) && !(mail && field == "provider_mailbox");
    return (of_persons || is_withheld_heading(table.headings[column], field)) &&
           !says_how_to_register(table, column) && !counts_only(table, column);
}

void report_withheld_columns(const DirectoryTable& table, const ColumnMap& map,
                             NetworkBuilder& builder) {
    for (std::size_t i = 0; i < table.headings.size(); ++i) {
        const std::string& heading = table.headings[i];
        const auto filled = std::ranges::count_if(
            table.rows, [&](const auto& row) { return !is_not_recorded(row.cells[i].text); });
        if (filled == 0 || map.columns[i].field != "skip" || !is_withheld_column(table, i, "extra"))
            continue;
        const bool mail = unicode::match_key(heading).find("mail") != std::string::npos;
        builder.report(
            {Severity::note, "withheld", table.heading_at(i),
             message(mail ? Text{"Die Spalte „{}“ wird nicht übernommen (gefüllte Zellen: {}): Es "
                                 "können Mailadressen von Personen sein. Sind es "
                                 "Funktionspostfächer, in der Zuordnung „Funktionspostfach des "
                                 "Anbieters“ eintragen; geschrieben werden sie mit "
                                 "--with-contacts.",
                                 "The column '{}' is not taken over (cells filled: {}): these may "
                                 "be mail addresses of persons. If they are function mailboxes, "
                                 "enter 'Function mailbox of provider' in the map; they are "
                                 "written with --with-contacts."}
                          : Text{"Die Spalte „{}“ wird nicht übernommen (gefüllte Zellen: {}): "
                                 "Nach der Überschrift nennt sie Personen oder ihre Anschlüsse. "
                                 "Funktionspostfächer gehören in eine Spalte „E-Mail“ mit dem Feld "
                                 "„Funktionspostfach des Anbieters“ (geschrieben mit "
                                 "--with-contacts). Steht hier anderes, bitte die Überschrift "
                                 "ändern.",
                                 "The column '{}' is not taken over (cells filled: {}): by its "
                                 "heading it names persons or how to reach them. Function "
                                 "mailboxes belong in a column 'e-mail' with the field 'Function "
                                 "mailbox of provider' (written with --with-contacts). If "
                                 "something else stands here, change the heading."},
                     {heading, std::to_string(filled)})});
    }
}

}  // namespace lotse::io
