#include "client_words.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace lotse::privacy {
namespace {

using Words = std::span<const std::string>;

bool is_name_word(std::string_view word) {
    static const std::vector<std::string_view> words{
        "name",        "names",       "namen",        "vorname",      "vornamen",
        "nachname",    "nachnamen",   "familienname", "firstname",    "lastname",
        "surname",     "namensliste", "adresse",      "anschrift",    "address",
        "strasse",     "wohnort",     "hausnummer",   "zuname",       "rufname",
        "geburtsname", "hausnr",      "plz",          "postleitzahl", "street"};
    return std::ranges::find(words, word) != words.end();
}

bool is_link_word(std::string_view word) {
    static const std::vector<std::string_view> words{"d",   "der",   "des",   "die", "den", "von",
                                                     "und", "vor",   "in",    "of",  "the", "and",
                                                     "s",   "innen", "first", "last"};
    return word.size() == 1 ||  // "(m/w/d)", "Teilnehmende (r)"
           std::ranges::find(words, word) != words.end() ||
           word.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Also short: "Kd.-Name".
bool names_client(std::string_view word) {
    return is_client_word(word) || word == "kd" || word == "pat";
}

/// Not "no." and "number", which count in "No. of participants".
bool is_number_word(std::string_view word) {
    constexpr std::array<std::string_view, 7> numbers{"nr",  "nummer",      "nummern", "id",
                                                      "ids", "kennzeichen", "kennung"};
    return std::ranges::find(numbers, word) != numbers.end();
}

/// "Teilnehmername", "Kundinnennummer" of one word.
bool is_client_and(std::string_view word, bool (&is_what)(std::string_view)) {
    for (std::size_t at = 1; at < word.size(); ++at)
        if (is_what(word.substr(at)) && names_client(word.substr(0, at))) return true;
    return false;
}

bool is_genitive(std::string_view word) {
    constexpr std::array<std::string_view, 5> words{"d", "des", "der", "of", "von"};
    return std::ranges::find(words, word) != words.end();
}

bool is_inflected(std::string_view ending) {
    constexpr std::array<std::string_view, 6> endings{"", "n", "en", "s", "e", "es"};
    return std::ranges::find(endings, ending) != endings.end();
}

/// "Einrichtung", "Schulen", "Beratungsstelle", "Sportvereins"; not "Personenkreis", "Preisträger",
/// "Beamten" and "Lebenspartner": those are persons.
bool is_institution(std::string_view word) {
    constexpr std::array<std::string_view, 42> also_at_end{
        "einrichtung", "institution", "organisation", "schule",      "praxis",
        "praxen",      "betrieb",     "firma",        "firmen",      "verein",
        "kommune",     "gemeinde",    "stadt",        "staedte",     "klinik",
        "akteur",      "apotheke",    "kasse",        "behoerde",    "jobcenter",
        "kita",        "stelle",      "unternehmen",  "center",      "zentrum",
        "verband",     "verbaende",   "aemter",       "dienst",      "stiftung",
        "initiative",  "agentur",     "kammer",       "krankenhaus", "krankenhaeuser",
        "kirche",      "akademie",    "universitaet", "buero",       "netzwerk",
        "verbund",     "abteilung"};
    constexpr std::array<std::string_view, 13> alone{
        "kreis",           "landkreis",      "traeger",
        "bildungstraeger", "projekttraeger", "kooperationspartner",
        "netzwerkpartner", "zentren",        "amt",
        "jugendamt",       "sozialamt",      "schulamt",
        "gesundheitsamt"};
    const auto ends_with = [&](std::string_view stem) {
        const auto at = word.rfind(stem);
        return at != word.npos && is_inflected(word.substr(at + stem.size()));
    };
    const auto is_stem = [&](std::string_view stem) {
        return word.starts_with(stem) && is_inflected(word.substr(stem.size()));
    };
    return std::ranges::any_of(also_at_end, ends_with) || std::ranges::any_of(alone, is_stem);
}

/// "Kundin", "Schüler", "Vorname"; not "Kurzname" nor "Kindergarten".
bool is_of_person(std::string_view word) {
    constexpr std::array<std::string_view, 21> stems{
        "person",      "frau",         "herr",     "mann",      "kind",          "kinder",
        "schueler",    "jugendliche",  "eltern",   "mutter",    "vater",         "mitglied",
        "angehoerige", "student",      "bewohner", "partnerin", "lebenspartner", "vorname",
        "nachname",    "familienname", "zuname"};
    constexpr std::array<std::string_view, 9> whole{"firstname",   "lastname", "surname",
                                                    "first",       "last",     "rufname",
                                                    "geburtsname", "wohnort",  "namensliste"};
    return names_client(word) || std::ranges::find(whole, word) != whole.end() ||
           std::ranges::any_of(stems, [&](std::string_view stem) {
               const auto ending = word.substr(std::min(stem.size(), word.size()));
               return word.starts_with(stem) && (is_inflected(ending) || ending == "in" ||
                                                 ending == "innen" || ending == "r");
           });
}

/// "teilnehmenden Einrichtung", "Kd.-Centers": not somebody, but what takes part or serves.
bool belongs_to_institution(Words words, std::size_t at) {
    if (at + 1 >= words.size()) return false;
    const std::string& word = words[at];
    const bool takes_part = word.starts_with("teilnehmende");
    const bool is_partner = words[at + 1] == "partner" || words[at + 1] == "partners";
    return (is_institution(words[at + 1]) || (takes_part && is_partner)) &&
           (takes_part || word == "kd" || word.starts_with("betroffene"));
}

bool joins_phrases(std::string_view word) {
    constexpr std::array<std::string_view, 9> words{
        "und", "and", "u", "bzw", "beziehungsweise", "or", "oder", "sowie", "resp"};
    return std::ranges::find(words, word) != words.end();
}

/// And behind a sign or "und" there is nobody: "(kurz)", "/ Grundschule", but not "/ Kundin", "und
/// Teilnehmer" nor "(Vorname)".
bool is_word_of_institution(Words words, std::size_t at, std::size_t in_phrase) {
    if (at + 1 >= in_phrase || !belongs_to_institution(words, at)) return false;
    bool is_behind = false;
    bool is_target = false;  // "für Kinder und Jugendliche"
    for (std::size_t i = at + 2; i < words.size(); ++i) {
        const std::string& word = words[i];
        is_behind = is_behind || i >= in_phrase || joins_phrases(word);
        if (word == "fuer" || word == "for")
            is_target = true;
        else if (!is_of_person(word))
            is_target = is_target && joins_phrases(word);
        else if (is_behind && (!is_target || is_of_person(words[i - 1])) &&
                 !belongs_to_institution(words, i))
            return false;
    }
    return true;
}

/// "Teilnehmer Name (Jobcenter)", "Name des Klienten lt. Akte", but not "Angebot für Kunden: Name
/// der Stelle".
bool stand_together(Words words, std::size_t at, std::size_t in_phrase) {
    const auto word = [&](std::size_t i) {
        return i < words.size() ? std::string_view{words[i]} : std::string_view{};
    };
    if (names_client(word(at))) return is_name_word(word(at + 1)) && !is_genitive(word(at + 2));
    if (!is_name_word(word(at)) || !is_genitive(word(at + 1))) return false;
    std::size_t next = at + 2;
    while (is_genitive(word(next))) ++next;  // "der/des"
    return names_client(word(next)) && !is_word_of_institution(words, next, in_phrase);
}

}  // namespace

bool is_client_word(std::string_view word) {
    static const std::vector<std::string_view> stems{"teilnehme",
                                                     "teilnehmer",
                                                     "kund",
                                                     "klient",
                                                     "patient",
                                                     "versicherte",
                                                     "client",
                                                     "leistungsberechtigte",
                                                     "participant",
                                                     "customer",
                                                     "jobseeker",
                                                     "leistungsbezieher",
                                                     "leistungsbeziehe",
                                                     "buergergeldbezieher",
                                                     "buergergeldbeziehe",
                                                     "buergergeldempfaenger",
                                                     "kursteilnehmer",
                                                     "kursteilnehme",
                                                     "erwerbslose",
                                                     "leistungsempfaenger",
                                                     "hilfebeduerftige",
                                                     "arbeitslose",
                                                     "arbeitsuchende",
                                                     "arbeitssuchende",
                                                     "ratsuchende",
                                                     "betroffene",
                                                     "bewerber",
                                                     "applicant",
                                                     "claimant",
                                                     "coachee",
                                                     "rehabilitand",
                                                     "massnahmeteilnehmer",
                                                     "massnahmeteilnehme"};
    static const std::vector<std::string_view> endings{
        "",   "e",   "n",    "en",   "r",   "s",  // "Kunde*in" has the e of the man, too
        "in", "nde", "nden", "nder", "ein", "innen", "einnen"};
    return word == "tn" || word == "elb" || std::ranges::any_of(stems, [&](std::string_view stem) {
               return word.starts_with(stem) &&
                      std::ranges::find(endings, word.substr(stem.size())) != endings.end();
           });
}

bool numbers_clients(Words words) {
    constexpr std::array<std::string_view, 7> owners{
        "bg",  "bedarfsgemeinschaft", "bedarfsgemeinschaften", "kd",
        "egk", "gesundheitskarte",    "personalausweises"};
    const auto is_client_number = [](std::string_view word) {
        return is_client_and(word, is_number_word);
    };
    if (std::ranges::any_of(words, is_client_number)) return true;
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        if (is_client_word(words[at]) && is_number_word(words[at + 1])) return true;
        if (!is_number_word(words[at])) continue;
        std::size_t next = at + 1;
        while (next + 1 < words.size() && is_genitive(words[next])) ++next;  // "der/des"
        const std::string& owner = words[next];
        if (is_client_word(owner) || std::ranges::find(owners, owner) != owners.end()) return true;
    }
    return false;
}

bool reaches_clients(Words words) {
    constexpr std::array<std::string_view, 5> means{"mobil", "mobile", "kontakt", "kontakte",
                                                    "contact"};
    const auto is_means = [&](std::string_view word) {
        return std::ranges::find(means, word) != means.end();
    };
    return std::ranges::any_of(words, is_means) && std::ranges::any_of(words, is_client_word) &&
           std::ranges::all_of(words, [&](std::string_view word) {
               return is_means(word) || is_client_word(word) || is_link_word(word);
           });
}

bool names_clients(Words words, std::size_t in_phrase) {
    const auto is_client_name = [](std::string_view word) {
        return is_client_and(word, is_name_word);
    };
    if (std::ranges::any_of(words, is_client_name)) return true;
    for (std::size_t at = 0; at < words.size(); ++at)
        if (stand_together(words, at, in_phrase)) return true;
    return std::ranges::any_of(words, is_name_word) && std::ranges::any_of(words, names_client) &&
           std::ranges::all_of(words, [](std::string_view word) {
               return is_name_word(word) || names_client(word) || is_link_word(word);
           });
}

}  // namespace lotse::privacy
