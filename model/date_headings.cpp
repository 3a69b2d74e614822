#include <lotse/model/privacy.hpp>

#include "client_words.hpp"
#include "folded_heading.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace lotse::privacy {
namespace {

/// "Einrichtung für Kinder seit", "Name geändert am": dates of institutions all the same.
bool speaks_of_institution(const Heading& heading) {
    static const std::vector<std::string_view> patterns{
        "*einrichtung*", "*angebot*", "*verein", "*gruppe*",   "*stelle",      "*dienst",
        "*traeger",      "*projekt*", "*kurs",   "*zentrum",   "geaendert*",   "*aenderung",
        "umbenannt*",    "*kita",     "*schule", "*beratung*", "organisation*"};
    return heading.fits_any(patterns);
}

bool speaks_of_persons(const Heading& heading) {
    static const std::vector<std::string_view> persons{
        "person", "personen", "mensch", "menschen", "kind",  "kinder", "mutter",      "vater",
        "eltern", "alter",    "age",    "name",     "namen", "namens", "angehoerige", "candidate"};
    const auto is_of_client = [](const std::string& word) {
        return word == "geb" || word.starts_with("gebor") || word.starts_with("geburt") ||
               word.starts_with("gebdat") || word.starts_with("birth") || is_client_word(word);
    };
    const auto is_of_person = [](const std::string& word) {
        return std::ranges::find(persons, word) != persons.end();
    };
    return std::ranges::any_of(heading.words(), is_of_client) ||
           (std::ranges::any_of(heading.words(), is_of_person) && !speaks_of_institution(heading));
}

/// "Bewilligungsdatum", "Unterzeichnet am", "Bescheid vom": a date, and what it is the date of.
bool says_what_date(const std::vector<std::string>& words) {
    static const std::vector<std::string_view> announcements{"datum", "date", "am",   "vom", "on",
                                                             "der",   "des",  "of",   "the", "die",
                                                             "seit",  "ab",   "since"};
    constexpr std::size_t shortest = 3;  // letters of a word with a meaning
    const auto is_announcement = [&](const std::string& word) {
        return std::ranges::find(announcements, word) != announcements.end();
    };
    const bool of_one_word = std::ranges::any_of(words, [&](const std::string& word) {
        return !is_announcement(word) && (word.ends_with("datum") || word.ends_with("date"));
    });
    return of_one_word || (std::ranges::any_of(words, is_announcement) &&
                           std::ranges::any_of(words, [&](const std::string& word) {
                               return !is_announcement(word) && word.size() >= shortest &&
                                      word.find_first_of("0123456789") == word.npos;
                           }));
}

}  // namespace

bool is_institution_date_heading(std::string_view text) {
    // What organisations, contracts and papers have a date of.
    static const std::vector<std::string_view> patterns{"*gruendung*",
                                                        "gegruendet*",
                                                        "eroeffn*",
                                                        "founded",
                                                        "foundation*",
                                                        "established",
                                                        "opened",
                                                        "*beginn",
                                                        "start",
                                                        "startdatum",
                                                        "starttermin",
                                                        "projektstart",
                                                        "seit",
                                                        "since",
                                                        "ende",
                                                        "projektende",
                                                        "laufzeitende",
                                                        "vertragsende",
                                                        "until",
                                                        "bis",
                                                        "gueltig*",
                                                        "stand",
                                                        "*beschluss",
                                                        "eintrag*",
                                                        "eingetragen*",
                                                        "*vertrag",
                                                        "vertragsdatum",
                                                        "vertragsbeginn",
                                                        "vertragsschluss",
                                                        "*abschluss",
                                                        "*zulassung*",
                                                        "zugelassen*",
                                                        "*anerkennung*",
                                                        "anerkannt*",
                                                        "*zertifi*",
                                                        "*akkredit*",
                                                        "*vereinbarung",
                                                        "*satzung",
                                                        "*bescheid",
                                                        "*pruefung",
                                                        "geprueft*",
                                                        "*aenderung",
                                                        "geaendert*",
                                                        "*jubilaeum*",
                                                        "baujahr*",
                                                        "*uebernahme",
                                                        "uebernommen*",
                                                        "umzug",
                                                        "*bewilligung*",
                                                        "bewilligt*",
                                                        "*genehmigung",
                                                        "genehmigt*",
                                                        "angeboten",
                                                        "erstmals*",
                                                        "letzte*",
                                                        "*eintrag",
                                                        "*eintragung",
                                                        "*einweihung",
                                                        "*fusion",
                                                        "umbau",
                                                        "*sitzung",
                                                        "aktualisier*",
                                                        "updated",
                                                        "unterzeichn*",
                                                        "unterschrieben*",
                                                        "*betriebnahme",
                                                        "beitritt*",
                                                        "*umbenennung",
                                                        "umbenannt*",
                                                        "neubau",
                                                        "umfirmier*",
                                                        "*sanierung",
                                                        "saniert*",
                                                        "*register",
                                                        "konzession*",
                                                        "*errichtung",
                                                        "errichtet*",
                                                        "betriebsaufnahme",
                                                        "aufnahmeins*",
                                                        "aufnahmeindas*",
                                                        "*laufzeit",
                                                        "*foerderende",
                                                        "*umwandlung",
                                                        "umgewandelt*"};
    const Heading heading{text};
    return !speaks_of_persons(heading) &&
           (heading.fits_any(patterns) || says_what_date(heading.words()));
}

bool is_plain_date_heading(std::string_view text) {
    const Heading heading{text};
    return heading.words().size() == 1 && (heading.fits("datum") || heading.fits("date"));
}

}  // namespace lotse::privacy
