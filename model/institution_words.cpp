#include "institution_words.hpp"

#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <array>

namespace lotse::privacy {
namespace {

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

bool is_institution_word(std::string_view key) {
    // Also at the end of longer words; no surname ends so.
    constexpr std::array<std::string_view, 62> endings{
        "stiftung",    "gmbh",         "krankenhaus",  "apotheke",        "institut",
        "institute",   "klinik",       "klinikum",     "hospital",        "hospiz",
        "zentrum",     "centrum",      "center",       "schule",          "gymnasium",
        "kolleg",      "akademie",     "universität",  "university",      "school",
        "verein",      "verband",      "gesellschaft", "genossenschaft",  "praxis",
        "kanzlei",     "kindergarten", "bibliothek",   "museum",          "werkstatt",
        "werkstätten", "werke",        "pflegedienst", "sozialdienst",    "dienste",
        "service",     "services",     "beratung",     "agentur",         "jobcenter",
        "gemeinde",    "pflegeheim",   "altenheim",    "seniorenheim",    "kinderheim",
        "wohnheim",    "pfarrei",      "foundation",   "college",         "consulting",
        "logistik",    "immobilien",   "verlag",       "handlung",        "bäckerei",
        "tischlerei",  "fahrschule",   "siedlung",     "seniorenzentrum", "pflegehaus",
        "gästehaus",   "theater"};
    constexpr std::array<std::string_view, 20> whole{
        "stift", "ag",      "kg",    "ohg",    "gbr",    "ug",   "mbh",   "kgaa",  "inc",   "ltd",
        "llc",   "partner", "söhne", "gruppe", "kirche", "kita", "hotel", "trust", "group", "team"};
    return holds(whole, key) || std::ranges::any_of(endings, [&](std::string_view ending) {
               return key.ends_with(ending);
           });
}

/// These are surnames too; behind two names they are none.
bool is_institution_word_behind_names(std::string_view key) {
    constexpr std::array<std::string_view, 8> words{"haus", "heim", "bund",   "werk",
                                                    "hof",  "ev",   "campus", "park"};
    return holds(words, key);
}

}  // namespace

bool names_institution(std::span<const std::string> words) {
    constexpr std::size_t names = 2;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string key = unicode::match_key(words[i]);
        if (is_institution_word(key) || (i >= names && is_institution_word_behind_names(key)))
            return true;
    }
    return false;
}

bool is_rest_of_firm(std::string_view word) {
    constexpr std::array<std::string_view, 6> rests{"partner", "sohn",     "söhne",
                                                    "co",      "kollegen", "partners"};
    return holds(rests, unicode::match_key(word));
}

}  // namespace lotse::privacy
