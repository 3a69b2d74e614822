#include <lotse/base/ascii.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>

#include "client_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <span>
#include <string>
#include <vector>

namespace lotse::privacy {
namespace {

/// Runs of digits and runs of other letters, in lower case.
std::vector<std::string> runs_of(std::string_view text) {
    std::vector<std::string> runs;
    bool digits = false;
    bool goes_on = false;
    for (const char c : unicode::match_key(unicode::as_typed(text))) {
        if (c == ' ') {
            goes_on = false;
            continue;
        }
        if (!goes_on || digits != ascii::is_digit(c)) runs.emplace_back();
        runs.back() += c;
        digits = ascii::is_digit(c);
        goes_on = true;
    }
    return runs;
}

/// Of up to two digits; 0: none.
unsigned small_number(std::string_view run) {
    unsigned number = 0;
    if (run.size() <= 2) std::from_chars(run.data(), run.data() + run.size(), number);
    return number;
}

/// "02", "Februar", "Feb."; 0: no month.
unsigned month_of(std::string_view run) {
    struct Month {
        std::string_view start;
        unsigned number;
    };
    constexpr std::array months{
        Month{"jan", 1},  Month{"jän", 1},  Month{"feb", 2}, Month{"mär", 3},  Month{"mrz", 3},
        Month{"mar", 3},  Month{"apr", 4},  Month{"mai", 5}, Month{"may", 5},  Month{"jun", 6},
        Month{"jul", 7},  Month{"aug", 8},  Month{"sep", 9}, Month{"okt", 10}, Month{"oct", 10},
        Month{"nov", 11}, Month{"dez", 12}, Month{"dec", 12}};
    if (ascii::is_digit(run.front())) return small_number(run);
    const auto it = std::ranges::find_if(
        months, [&](const Month& month) { return run.starts_with(month.start); });
    return it == months.end() ? 0 : it->number;
}

/// Of two digits those of the twentieth century; others more often belong to a number such as
/// "05.01.02". 0: no year.
int year_of(std::string_view run) {
    constexpr int first_of_two_digits = 30;
    int year = 0;
    if (!ascii::is_digit(run.front()) || (run.size() != 2 && run.size() != 4)) return 0;
    std::from_chars(run.data(), run.data() + run.size(), year);
    if (run.size() == 4) return year;
    return year >= first_of_two_digits ? 1900 + year : 0;
}

/// The year; 0: that is no date of birth.
int birth_year_of(std::string_view day, std::string_view month, std::string_view year) {
    constexpr int earliest = 1930;
    constexpr int latest = 2010;
    const int y = year_of(year);
    if (y < earliest || y > latest) return 0;
    const bool is_date = std::chrono::year_month_day{
        std::chrono::year{y}, std::chrono::month{month_of(month)},
        std::chrono::day{small_number(
            day)}}.ok();
    return is_date ? y : 0;
}

/// In any order of day, month and year; 0: none.
int birth_year_of(std::span<const std::string> runs) {
    for (const int year :
         {birth_year_of(runs[0], runs[1], runs[2]), birth_year_of(runs[1], runs[0], runs[2]),
          birth_year_of(runs[2], runs[1], runs[0])})
        if (year != 0) return year;
    return 0;
}

/// Three numbers, or a month between two, that stand together as one date: not "Geb. 13, 2.35", a
/// room of a building.
bool hold_together(std::string_view text, std::span<const std::string> runs) {
    constexpr std::string_view signs = "./- ";
    const auto stand_at = [&](std::size_t at) {
        at += runs[0].size();
        return std::ranges::all_of(runs.subspan(1), [&](const std::string& run) {
            const auto next = std::min(text.find_first_not_of(signs, at), text.size());
            const bool here = next > at && text.substr(next).starts_with(run);
            at = next + run.size();
            return here;
        });
    };
    for (auto at = text.find(runs[0]); at != text.npos; at = text.find(runs[0], at + 1))
        if (stand_at(at)) return true;
    return false;
}

/// "Born" is a place as well.
bool is_place_called_born(std::string_view text, std::string_view next) {
    return next != "on" && text.find("born") == text.npos && !text.starts_with("Born");
}

/// "Geb. 2.1.35" is building, floor and room; "geb. 2.1.35" and "Geb. 02.01.35" are dates of
/// birth, as is what is said of clients.
bool may_be_room(std::string_view text, std::span<const std::string> runs, std::size_t geb) {
    const auto date = runs.subspan(geb + 1);
    if (runs[geb] != "geb" || date[0].size() > 2 || date[1].size() != 1 || date[2].size() > 2 ||
        std::ranges::any_of(runs, [](const std::string& run) {
            return is_client_word(run) || run == "kd" || run == "pat";
        }))
        return false;
    for (auto at = text.find("Geb"); at != text.npos; at = text.find("Geb", at + 1))
        if (text.substr(std::min(text.find_first_not_of(". ", at + 3), text.size()))
                .starts_with(date[0]))
            return true;
    return false;
}

bool announces_birth_date(std::string_view text) {
    constexpr std::array<std::string_view, 11> announcements{
        "geb",    "geboren",  "geborene", "geborener", "geburtsdatum", "dob",
        "gebdat", "gebdatum", "born",     "birth",     "birthdate"};
    constexpr std::array<std::string_view, 6> between{"am", "on", "den", "dem", "datum", "dat"};
    const std::vector<std::string> runs = runs_of(text);
    std::string typed = unicode::as_typed(text);
    for (char& c : typed)
        if (ascii::is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (std::ranges::find(announcements, runs[i]) == announcements.end()) continue;
        std::size_t day = i + 1;
        if (day == runs.size() || (runs[i] == "born" && is_place_called_born(text, runs[day])))
            continue;
        while (day < runs.size() && std::ranges::find(between, runs[day]) != between.end()) ++day;
        if (day + 2 >= runs.size()) continue;
        const auto date = std::span{runs}.subspan(day, 3);
        const bool is_room = day == i + 1 && may_be_room(text, runs, i);
        if (!is_room && birth_year_of(date) != 0 && hold_together(typed, date)) return true;
    }
    return false;
}

bool is_name_with_birth_date(std::string_view text) {
    constexpr std::string_view signs = " ,;:*(/-";
    for (auto at = text.find_first_of(signs); at != text.npos; at = text.find_first_of(signs, at)) {
        const auto date = text.find_first_not_of(signs, at);
        if (date == text.npos) return false;
        if (ascii::is_digit(text[date]) && is_person_name(text.substr(0, at)) &&
            birth_year(text.substr(date)))
            return true;
        at = date;
    }
    return false;
}

}  // namespace

bool tells_birth_date(std::string_view text) {
    constexpr std::size_t fewest_digits = 4;
    const auto digits = std::ranges::count_if(text, ascii::is_digit);
    if (static_cast<std::size_t>(digits) < fewest_digits) return false;
    const auto holds = [&](std::string_view letters) {
        const auto same = [](char a, char b) {
            return (ascii::is_upper(a) ? static_cast<char>(a - 'A' + 'a') : a) == b;
        };
        return std::search(text.begin(), text.end(), letters.begin(), letters.end(), same) !=
               text.end();
    };
    if ((holds("geb") || holds("bor") || holds("birth") || holds("dob")) &&
        announces_birth_date(text))
        return true;
    constexpr std::size_t longest = 80;
    return !ascii::is_digit(text.front()) && text.size() <= longest &&
           is_name_with_birth_date(unicode::as_typed(text));
}

std::optional<int> birth_year(std::string_view text) {
    std::vector<std::string> runs = runs_of(text);
    constexpr std::array<std::string_view, 5> announcements{"geb", "geboren", "am", "born", "on"};
    while (!runs.empty() && std::ranges::find(announcements, runs.front()) != announcements.end())
        runs.erase(runs.begin());
    constexpr std::array<std::string_view, 3> signs_of_times{"t", "z", "uhr"};
    const bool only_time_follows =
        runs.size() >= 3 && std::ranges::all_of(runs.begin() + 3, runs.end(), [&](auto& run) {
            return ascii::is_digit(run.front()) ||
                   std::ranges::find(signs_of_times, run) != signs_of_times.end();
        });
    if (!only_time_follows) return std::nullopt;
    const int year = birth_year_of(runs);
    return year == 0 ? std::nullopt : std::optional{year};
}

bool is_plausible_birth_date(std::string_view text) {
    return birth_year(text).has_value();
}

}  // namespace lotse::privacy
