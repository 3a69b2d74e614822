#include "client_words.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace lotse::privacy {
namespace {

using Words = std::span<const std::string>;

bool is_name_word(std::string_view word) {
    static const std::vector<std::string_view> words{
        "name",      "names",        "namen",        "vorname",  "vornamen", "nachname",
        "nachnamen", "familienname", "firstname",    "lastname", "surname",  "namensliste",
        "adresse",   "anschrift",    "address",      "strasse",  "wohnort",  "hausnummer",
        "hausnr",    "plz",          "postleitzahl", "street"};
    return std::ranges::find(words, word) != words.end();
}

bool is_link_word(std::string_view word) {
    static const std::vector<std::string_view> words{"d",   "der",   "des",   "die", "den", "von",
                                                     "und", "vor",   "in",    "of",  "the", "and",
                                                     "s",   "innen", "first", "last"};
    return std::ranges::find(words, word) != words.end() ||
           word.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "Teilnehmername" of one word.
bool is_client_name_word(std::string_view word) {
    for (std::size_t at = 1; at < word.size(); ++at)
        if (is_name_word(word.substr(at)) && is_client_word(word.substr(0, at))) return true;
    return false;
}

bool is_genitive(std::string_view word) {
    constexpr std::array<std::string_view, 5> words{"d", "des", "der", "of", "von"};
    return std::ranges::find(words, word) != words.end();
}

/// "Teilnehmer Name (Jobcenter)", "Name des Klienten lt. Akte", but not "Angebot für Kunden: Name
/// der Stelle".
bool stand_together(Words words, std::size_t at) {
    const auto word = [&](std::size_t i) {
        return i < words.size() ? std::string_view{words[i]} : std::string_view{};
    };
    if (is_client_word(word(at))) return is_name_word(word(at + 1)) && !is_genitive(word(at + 2));
    return is_name_word(word(at)) && is_genitive(word(at + 1)) && is_client_word(word(at + 2));
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
    static const std::vector<std::string_view> endings{"",   "e",   "n",    "en",   "r",    "s",
                                                       "in", "nde", "nden", "nder", "innen"};
    return word == "tn" || word == "elb" || std::ranges::any_of(stems, [&](std::string_view stem) {
               return word.starts_with(stem) &&
                      std::ranges::find(endings, word.substr(stem.size())) != endings.end();
           });
}

bool numbers_clients(Words words) {
    // Not "no." and "number", which count in "No. of participants".
    constexpr std::array<std::string_view, 7> numbers{"nr",  "nummer",      "nummern", "id",
                                                      "ids", "kennzeichen", "kennung"};
    constexpr std::array<std::string_view, 7> owners{
        "bg",  "bedarfsgemeinschaft", "bedarfsgemeinschaften", "kd",
        "egk", "gesundheitskarte",    "personalausweises"};
    const auto is_number = [&](std::string_view word) {
        return std::ranges::find(numbers, word) != numbers.end();
    };
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        if (is_client_word(words[at]) && is_number(words[at + 1])) return true;
        if (!is_number(words[at])) continue;
        const bool linked = is_genitive(words[at + 1]) && at + 2 < words.size();
        const std::string& owner = words[at + (linked ? 2 : 1)];
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

bool names_clients(Words words) {
    if (std::ranges::any_of(words, is_client_name_word)) return true;
    for (std::size_t at = 0; at < words.size(); ++at)
        if (stand_together(words, at)) return true;
    return std::ranges::any_of(words, is_name_word) && std::ranges::any_of(words, is_client_word) &&
           std::ranges::all_of(words, [](std::string_view word) {
               return is_name_word(word) || is_client_word(word) || is_link_word(word);
           });
}

}  // namespace lotse::privacy
