#include "harmless_headings.hpp"

#include <lotse/base/text_parts.hpp>
#include <lotse/base/unicode.hpp>

#include "client_words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

namespace lotse::privacy {
namespace {

/// "Sick leave per capita", "per 1000"; but "Kontakt per Mail", "Leistungsbezug per 31.12.".
bool is_rate(const Heading& heading) {
    constexpr std::array<std::string_view, 9> units{
        "capita", "head", "person", "insured", "member", "employee", "inhabitant", "year", "month"};
    const std::span<const std::string> words = heading.words();
    const auto per = std::ranges::find(words, "per");
    if (per == words.end() || per + 1 == words.end()) return false;
    const std::string_view unit = *(per + 1);
    const bool is_power_of_ten =
        unit.starts_with('1') && unit.find_first_not_of('0', 1) == unit.npos;
    const bool is_grouped = per + 2 != words.end() && *(per + 2) == "000";
    return std::ranges::find(units, unit) != units.end() ||
           (is_power_of_ten && (unit.size() > 2 || is_grouped));
}

}  // namespace

bool speaks_of_many(std::string_view text, const Heading& heading) {
    static const std::vector<std::string_view> patterns{
        "anzahl",    "*zahl",       "*zahlen",      "anteil", "anteile",   "*summe",
        "*quote",    "prozent*",    "percent*",     "gesamt", "insgesamt", "total",
        "numberof*", "count",       "share",        "je",     "pro",       "durchschn*",
        "average",   "zielgruppe*", "targetgroup*", "rate"};
    return text.find('%') != std::string_view::npos || heading.fits_any(patterns) ||
           is_rate(heading);
}

namespace {

bool is_condition_word(std::string_view word) {
    constexpr std::array<std::string_view, 13> words{
        "mindestens", "mind",    "min",      "mindestdauer", "nur",      "only",
        "zielgruppe", "minimum", "requires", "require",      "eligible", "eligibility"};
    constexpr std::array<std::string_view, 8> endings{
        "voraussetzung", "voraussetzungen", "bedingung",   "bedingungen",
        "kriterium",     "kriterien",       "requirement", "requirements"};
    return std::ranges::find(words, word) != words.end() ||
           std::ranges::any_of(endings,
                               [&](std::string_view ending) { return word.ends_with(ending); });
}

/// "Ohne Bezug von Leistungen", "For people on sick leave".
bool names_target_group(std::string_view first) {
    constexpr std::array<std::string_view, 4> words{"ohne", "without", "fuer", "for"};
    return std::ranges::find(words, first) != words.end();
}

/// "Zugang nur bei Leistungsbezug", "Condition: receipt of benefits", but not "Zugang
/// Leistungsbezug am": that is when a person gets it first; nor "Condition (diagnosis)".
bool limits_access(std::string_view text, std::span<const std::string> words) {
    constexpr std::array<std::string_view, 4> accesses{"zugang", "access", "condition",
                                                       "conditions"};
    constexpr std::array<std::string_view, 21> limits{
        "nur", "bei", "mit",  "auch", "ohne", "ueber", "fuer", "nach", "zu",    "zum",    "zur",
        "per", "via", "only", "with", "for",  "by",    "upon", "on",   "durch", "without"};
    constexpr std::array<std::string_view, 6> dates{"am", "seit", "ab", "vom", "since", "datum"};
    if (words.size() < 2 || std::ranges::find(accesses, words.front()) == accesses.end())
        return false;
    const bool by_colon = unicode::trim(text.substr(0, text.find(':'))).find(' ') == text.npos &&
                          text.find(':') != text.npos;
    return std::ranges::find(dates, words.back()) == dates.end() &&
           (by_colon || std::ranges::find(limits, words[1]) != limits.end());
}

}  // namespace

bool asks_for_it(std::string_view text, const Heading& heading) {
    static const std::vector<std::string_view> words{
        "noetig",    "notwendig",  "erforderlich", "benoetigt",  "vorausgesetzt",
        "moeglich",  "online",     "needed",       "required",   "possible",
        "necessary", "support",    "beratung",     "begleitung", "counselling",
        "advice",    "prevention", "management",   "traegers",   "anbieters"};
    static const std::vector<std::string_view> reasons{"aftersickleave", "nachkrankschreibung"};
    if (heading.words().empty()) return false;
    const std::string_view first = heading.words().front(), last = heading.words().back();
    if (is_condition_word(first) || is_condition_word(last) || names_target_group(first) ||
        limits_access(text, heading.words()) || heading.fits_any(reasons))
        return true;
    return text.find('(') == std::string_view::npos &&
           std::ranges::find(words, last) != words.end();
}

namespace {

bool is_year(std::string_view word) {
    constexpr std::size_t digits = 4;
    return word.size() == digits && all_digits(word) &&
           (word.starts_with("19") || word.starts_with("20"));
}

/// "Sick leave days from", "Krankschreibung Fälle TN", "Krankmeldungen 01.03.2024", but not "Sick
/// leave cases from 2020".
bool is_about_one(const Heading& heading) {
    constexpr std::array<std::string_view, 6> of_a_form{"nr",     "no",   "nummer",
                                                        "number", "name", "id"};
    constexpr std::array<std::string_view, 15> dates{"from",  "since",  "until", "till", "seit",
                                                     "ab",    "bis",    "vom",   "am",   "date",
                                                     "datum", "beginn", "start", "end",  "ende"};
    const std::span<const std::string> words = heading.words();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool is_date = std::ranges::find(dates, words[i]) != dates.end() &&
                             (i + 1 == words.size() || !is_year(words[i + 1]));
        const bool day = words[i].size() <= 2 && all_digits(words[i]) &&
                         (i == 0 || !is_year(words[i - 1]));  // but "2023/24"
        if (is_date || day || is_client_word(words[i]) ||
            std::ranges::find(of_a_form, words[i]) != of_a_form.end())
            return true;
    }
    return false;
}

/// "Behandelte Diagnosen", "Diagnoses treated": of an institution; "Diagnosen" may be of one
/// person.
bool names_field_of_work(const Heading& heading) {
    constexpr std::array<std::string_view, 2> many{"diagnosen", "diagnoses"};
    constexpr std::array<std::string_view, 7> of_all{
        "behandelt*", "haeufig*", "typische*", "treated", "common", "frequent*", "typical"};
    return heading.fits_any(many) && heading.fits_any(of_all);
}

}  // namespace

bool is_figure_or_offer(std::string_view text) {
    static const std::vector<std::string_view> words{
        "*statistik", "*statistiken", "statistic",  "statistics",  "*faelle",   "cases",
        "incidence",  "inzidenz",     "prevalence", "praevalenz",  "frequency", "haeufigkeit",
        "indicator",  "indicators",   "indikator",  "indikatoren", "benchmark", "ausgaben",
        "spending",   "expenditure",  "figures",    "angebot",     "angebote",  "offer",
        "offers",     "praevention",  "prevention"};
    static const std::vector<std::string_view> behind_sick_leave{
        "days",     "level",      "levels",     "report",      "reports",   "numbers", "rate",
        "costs",    "benefit",    "benefits",   "insurance",   "pay",       "program", "index",
        "programs", "programme",  "programmes", "project",     "projects",  "trend",   "trends",
        "policy",   "consulting", "policies",   "counselling", "counseling"};
    // Of one person without a year.
    static const std::vector<std::string_view> counts{"autage", "krankschreibungen",
                                                      "krankmeldungen", "sicknotes"};
    const Heading all{text};
    const Heading heading{text.substr(0, text.find('('))};
    if (is_about_one(all)) return false;
    constexpr std::array<std::string_view, 4> prepositions{"bei", "zu", "nach", "on"};
    const std::span<const std::string> all_words = all.words();
    if (all_words.size() > 1 && (all_words[0] == "beratung" || all_words[0] == "counselling") &&
        std::ranges::find(prepositions, all_words[1]) != prepositions.end())
        return true;
    return heading.fits_any(words) || names_field_of_work(all) ||
           std::ranges::any_of(behind_sick_leave,
                               [&](std::string_view word) {
                                   return heading.fits("sickleave" + std::string{word});
                               }) ||
           (heading.fits_any(counts) && std::ranges::any_of(all.words(), is_year));
}

}  // namespace lotse::privacy
