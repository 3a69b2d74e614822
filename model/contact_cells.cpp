#include "contact_cells.hpp"

#include <lotse/base/ascii.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/personal_mail.hpp>
#include <lotse/model/privacy.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace lotse {

bool holds_contact(const TableColumn& column, std::string_view text) {
    if (column.key == "mailbox") return privacy::is_personal_mail_address(text);
    return column.need == Need::optional ? privacy::holds_personal_contact(text)
                                         : privacy::holds_mail_address(text);
}

Outcome withhold(const TableColumn& column, const CellContext& context) {
    if (column.key == "mailbox") {
        context.warning(
            "withheld",
            Text{"mailbox: Die Adresse trägt anscheinend den Namen einer Person und wird nicht "
                 "übernommen. Bitte ein Funktionspostfach eintragen, zum Beispiel info@…",
                 "mailbox: the address seems to bear the name of a person and is not taken "
                 "over. Enter a function mailbox, such as info@…"});
        return Outcome::read;
    }
    if (column.need == Need::optional) {
        context.warning("withheld",
                        message({"{}: Die Zelle enthält eine Mailadresse oder Telefonnummer und "
                                 "wird nicht übernommen. Funktionspostfächer gehören in die "
                                 "Spalte mailbox.",
                                 "{}: the cell holds a mail address or telephone number and is "
                                 "not taken over. Function mailboxes belong in the column "
                                 "mailbox."},
                                {column.key}));
        return Outcome::read;
    }
    context.error("personal-contact",
                  message({"{}: Die Zelle enthält eine Mailadresse; sie darf hier nicht stehen.",
                           "{}: the cell holds a mail address, which may not stand here."},
                          {column.key}));
    return Outcome::failed;
}

Outcome refuse_name(const CellContext& context) {
    context.error("personal-contact",
                  Text{"role: Hier steht anscheinend der Name einer Person. Bitte die Rolle "
                       "eintragen, zum Beispiel „Geschäftsstelle“.",
                       "role: this seems to be the name of a person. Enter the role, for "
                       "example 'office'."});
    return Outcome::failed;
}

bool holds_title(std::string_view text) {
    constexpr std::array<std::string_view, 8> titles{"dr", "fr",    "frau", "herr",
                                                     "hr", "herrn", "prof", "dipl"};
    const std::string words = ' ' + unicode::match_key(text) + ' ';
    return std::ranges::any_of(titles, [&](std::string_view title) {
        return words.find(' ' + std::string{title} + ' ') != words.npos;
    });
}

bool may_be_name(std::string_view text) {
    static const std::vector<std::string_view> words{"vakant",    "unbesetzt",
                                                     "offen",     "besetzt",
                                                     "teilweise", "nicht",
                                                     "noch",      "nein",
                                                     "ja",        "vacant",
                                                     "filled",    "unfilled",
                                                     "open",      "partly",
                                                     "not",       "yet",
                                                     "yes",       "no",
                                                     "derzeit",   "zurzeit",
                                                     "befristet", "stelle",
                                                     "stellen",   "vollzeit",
                                                     "teilzeit",  "ausgeschrieben",
                                                     "position",  "vzae",
                                                     "prozent",   "percent",
                                                     "stunden",   "std",
                                                     "fte",       "vzä",
                                                     "h",         "currently"};
    // "August" and "Winter" are names, too, but not beside a year.
    static const std::vector<std::string_view> words_of_dates{
        "januar",   "februar",   "märz",    "maerz",    "april",    "mai",      "juni",     "juli",
        "august",   "september", "oktober", "november", "dezember", "january",  "february", "march",
        "may",      "june",      "july",    "october",  "december", "jan",      "feb",      "mär",
        "mar",      "apr",       "jun",     "jul",      "aug",      "sep",      "sept",     "okt",
        "oct",      "nov",       "dez",     "dec",      "anfang",   "mitte",    "ende",     "early",
        "mid",      "late",      "end",     "quartal",  "quarter",  "halbjahr", "half",     "q",
        "frühjahr", "sommer",    "herbst",  "winter",   "spring",   "summer",   "autumn",   "kw",
        "stand",    "seit",      "ab",      "bis",      "von",      "im",       "in",       "since",
        "from",     "until",     "of",      "ca",       "etwa",     "about",    "circa",    "jahr",
        "year",     "erstes",    "zweites"};
    const bool has_digit = std::ranges::any_of(text, ascii::is_digit);
    const std::string key = unicode::match_key(text);
    for (std::string_view rest = key; !rest.empty();) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
        const bool is_usual =
            word.size() <=
                static_cast<std::size_t>(std::ranges::count_if(word, ascii::is_digit)) + 1 ||
            std::ranges::find(words, word) != words.end() ||
            (has_digit && std::ranges::find(words_of_dates, word) != words_of_dates.end());
        if (!is_usual) return true;
    }
    return false;
}

void warn_of_person(const CellContext& context) {
    context.warning("person-names",
                    Text{"Hier steht anscheinend der Name einer Person. Akteure sind "
                         "Einrichtungen; bitte keine Personen eintragen.",
                         "This seems to be the name of a person. Actors are organisations; "
                         "enter no persons."});
}

}  // namespace lotse
