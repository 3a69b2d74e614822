#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <string>
#include <vector>

namespace lotse::privacy {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

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
        if (!goes_on || digits != is_digit(c)) runs.emplace_back();
        runs.back() += c;
        digits = is_digit(c);
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
    if (is_digit(run.front())) return small_number(run);
    const auto it = std::ranges::find_if(
        months, [&](const Month& month) { return run.starts_with(month.start); });
    return it == months.end() ? 0 : it->number;
}

/// Of two digits those of the twentieth century; others more often belong to a number such as
/// "05.01.02". 0: no year.
int year_of(std::string_view run) {
    constexpr int first_of_two_digits = 30;
    int year = 0;
    if (!is_digit(run.front()) || (run.size() != 2 && run.size() != 4)) return 0;
    std::from_chars(run.data(), run.data() + run.size(), year);
    if (run.size() == 4) return year;
    return year >= first_of_two_digits ? 1900 + year : 0;
}

bool is_birth_date(std::string_view day, std::string_view month, std::string_view year) {
    constexpr int earliest = 1930;
    constexpr int latest = 2010;
    const int y = year_of(year);
    if (y < earliest || y > latest) return false;
    return std::chrono::year_month_day{std::chrono::year{y}, std::chrono::month{month_of(month)},
                                       std::chrono::day{small_number(day)}}
        .ok();
}

}  // namespace

bool holds_mail_address(std::string_view text) {
    const auto at = text.find('@');
    if (at == std::string_view::npos || at == 0 || at + 1 >= text.size()) return false;
    const auto is_name = [](char c) {
        return is_digit(c) || is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    };
    return is_name(text[at - 1]) && is_name(text[at + 1]) &&
           text.find('.', at) != std::string_view::npos;
}

bool is_plausible_birth_date(std::string_view text) {
    std::vector<std::string> runs = runs_of(text);
    constexpr std::array<std::string_view, 5> announcements{"geb", "geboren", "am", "born", "on"};
    while (!runs.empty() && std::ranges::find(announcements, runs.front()) != announcements.end())
        runs.erase(runs.begin());
    constexpr std::array<std::string_view, 3> signs_of_times{"t", "z", "uhr"};
    const bool only_time_follows =
        runs.size() >= 3 && std::ranges::all_of(runs.begin() + 3, runs.end(), [&](auto& run) {
            return is_digit(run.front()) ||
                   std::ranges::find(signs_of_times, run) != signs_of_times.end();
        });
    return only_time_follows &&
           (is_birth_date(runs[0], runs[1], runs[2]) || is_birth_date(runs[1], runs[0], runs[2]) ||
            is_birth_date(runs[2], runs[1], runs[0]));
}

}  // namespace lotse::privacy
