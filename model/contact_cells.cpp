#include "contact_cells.hpp"

#include <lotse/base/ascii.hpp>
#include <lotse/base/month_names.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/personal_mail.hpp>
#include <lotse/model/privacy.hpp>

#include "client_words.hpp"
#include "institution_words.hpp"
#include "words_before.hpp"

#include <algorithm>
#include <array>
#include <span>
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

namespace {

using Words = std::span<const std::string>;

std::string joined(Words words) {
    std::string out;
    for (const std::string& word : words) out.append(out.empty() ? "" : " ").append(word);
    return out;
}

/// "Haus", "St.", "Marienschule", "Projekt": in front of what is called after somebody.
bool is_called_after_somebody(std::string_view word) {
    constexpr std::array<std::string_view, 10> whole{"st",      "sankt",   "kita",     "campus",
                                                     "projekt", "project", "programm", "siedlung",
                                                     "kapelle", "quartier"};
    constexpr std::array<std::string_view, 20> endings{
        "haus",     "heim",     "stift",   "klinik",   "klinikum",  "hospital", "hospiz",
        "schule",   "kolleg",   "zentrum", "kirche",   "gemeinde",  "pfarrei",  "garten",
        "stiftung", "institut", "praxis",  "apotheke", "gymnasium", "akademie"};
    const std::string key = unicode::match_key(word);
    return std::ranges::find(whole, key) != whole.end() ||
           std::ranges::any_of(endings,
                               [&](std::string_view ending) { return key.ends_with(ending); });
}

/// Behind a name: "Anne Frank Jugendtreff", "Paul Gerhardt Werk"; in place of a surname only what
/// no surname ends in, or a word of its own: "Viktoria Versicherung", "Petra Meier-Haus", but not
/// "Petra Backhaus".
bool ends_as_institution(std::string_view word, bool as_surname) {
    constexpr std::array<std::string_view, 7> no_surname{
        "treff", "forum", "diakonie", "verband", "viertel", "projekt", "versicherung"};
    constexpr std::array<std::string_view, 5> perhaps{"werk", "park", "kasse", "mission",
                                                      "siedlung"};
    const std::string key = unicode::match_key(word);
    const auto blank = key.rfind(' ');  // of the hyphen
    const std::string last = blank == key.npos ? key : key.substr(blank + 1);
    const auto ends = [&](std::string_view end) { return last.ends_with(end); };
    if (std::ranges::any_of(no_surname, ends)) return true;
    if (as_surname)
        return std::ranges::find(perhaps, last) != perhaps.end() ||
               (blank != key.npos && is_called_after_somebody(last));
    return is_called_after_somebody(last) || std::ranges::any_of(perhaps, ends);
}

/// "Petra", "Anna-Lena", but not "Martin-Luther-Haus" and "Peer Support".
bool is_given_name(std::string_view word) {
    if (unicode::match_key(word) == "peer") return false;
    for (;;) {
        const auto hyphen = word.find('-');
        if (!privacy::begins_with_given_name(word)) return false;
        if (hyphen == word.npos) return true;
        word.remove_prefix(hyphen + 1);
    }
}

/// A given name and a surname at the start, and nothing behind them that is called so: not
/// "Robert Bosch Stiftung", "Karl Marx Straße".
bool begin_with_name(Words words) {
    constexpr std::array<std::string_view, 7> particles{"von", "vom", "van", "der",
                                                        "den", "de",  "zu"};
    if (words.empty() || !is_given_name(words.front())) return false;
    std::size_t length = 1;
    while (length < words.size() && std::ranges::find(particles, words[length]) != particles.end())
        ++length;
    if (length++ >= words.size()) return false;
    constexpr std::size_t longest = 4;
    for (std::size_t behind = length; behind <= std::min(words.size(), longest); ++behind) {
        const Words part = words.first(behind);
        if (ends_as_institution(part.back(), behind == length)) return false;
        if (privacy::names_institution(part) || privacy::ends_in_street(joined(part))) return false;
    }
    return privacy::is_person_name(joined(words.first(length)));
}

bool holds_name_between_signs(std::string_view text) {
    const std::vector<std::string> words = privacy::split_at_blanks(text);
    const Words all{words};
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (begin_with_name(all.subspan(i))) return true;
        if (is_called_after_somebody(all[i])) return false;
    }
    return false;
}

}  // namespace

bool holds_name(std::string_view text) {
    constexpr std::array<std::string_view, 3> dashes{"-", "–", "—"};
    std::string apart;
    for (const std::string& word : privacy::split_at_blanks(unicode::as_typed(text)))
        apart += std::ranges::find(dashes, word) == dashes.end() ? word + ' ' : ";";
    const auto any_part = [&](std::string_view signs) {
        for (std::string_view rest = apart;;) {
            const auto end = rest.find_first_of(signs);
            const std::string_view part = unicode::trim(rest.substr(0, end));
            if (privacy::is_person_name(part) || holds_name_between_signs(part)) return true;
            if (end == rest.npos) return false;
            rest.remove_prefix(end + 1);
        }
    };
    return any_part(":;()/|\n") || any_part(":;,()/|\n");
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
        "anfang",  "mitte",    "ende",   "early", "mid",      "late",   "end",    "quartal",
        "quarter", "halbjahr", "half",   "q",     "frühjahr", "sommer", "herbst", "winter",
        "spring",  "summer",   "autumn", "kw",    "stand",    "seit",   "ab",     "bis",
        "von",     "im",       "in",     "since", "from",     "until",  "of",     "ca",
        "etwa",    "about",    "circa",  "jahr",  "year",     "erstes", "zweites"};
    const bool has_digit = std::ranges::any_of(text, ascii::is_digit);
    const std::string key = unicode::match_key(text);
    for (std::string_view rest = key; !rest.empty();) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
        const bool is_usual =
            word.size() <=
                static_cast<std::size_t>(std::ranges::count_if(word, ascii::is_digit)) + 1 ||
            std::ranges::find(words, word) != words.end() ||
            (has_digit && (month_of_name(word) != 0 ||
                           std::ranges::find(words_of_dates, word) != words_of_dates.end()));
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
