#include <lotse/base/month_names.hpp>
#include <lotse/base/partial_date.hpp>
#include <lotse/base/text_parts.hpp>
#include <lotse/base/unicode.hpp>

#include "directory_values.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Dates and periods in the cells of a directory.
namespace lotse::io {
namespace {

/// Text after `word` and a blank or point, where it begins so; else the text itself.
std::string_view without_prefix(std::string_view text, std::string_view word) {
    if (text.size() <= word.size() || unicode::match_key(text.substr(0, word.size())) != word)
        return text;
    const char next = text[word.size()];
    if (next != ' ' && next != '.') return text;
    return unicode::trim(text.substr(word.size() + 1));
}

/// "Di, 03.03.2026", "Montag 4.5.2026".
std::string_view without_weekday(std::string_view text) {
    constexpr std::array<std::string_view, 14> days{
        "mo",     "di",       "mi",       "do",         "fr",      "sa",      "so",
        "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"};
    const auto end = text.find_first_of(" .,");
    const bool is_day =
        end != text.npos &&
        std::ranges::find(days, unicode::match_key(text.substr(0, end))) != days.end();
    return is_day ? text.substr(std::min(text.find_first_not_of(" .,", end), text.size())) : text;
}

/// "12. März 2026", "Okt. 2026", "March 12, 2026" in the form of the data format; else empty.
std::string with_month_name(std::string_view text) {
    const std::array between{std::string{" "}, std::string{"."}, std::string{","}};
    std::vector<std::string> parts = split_words(text, between);
    constexpr std::size_t year_digits = 4;
    if (parts.size() < 2 || parts.size() > 3 || parts.back().size() != year_digits ||
        !all_digits(parts.back()))
        return {};
    std::string out = parts.back();
    parts.pop_back();
    const auto month_in = [](const std::string& part) {
        return month_of_name(unicode::match_key(part));
    };
    if (month_in(parts.front()) != 0) std::ranges::reverse(parts);  // now the month is the last
    const unsigned month = month_in(parts.back());
    const bool has_day = parts.size() == 2;
    if (month == 0 || (has_day && (parts[0].size() > 2 || !all_digits(parts[0])))) return {};
    const auto two_digits = [](const std::string& number) {
        return (number.size() == 1 ? "-0" : "-") + number;
    };
    out += two_digits(std::to_string(month));
    if (has_day) out += two_digits(parts[0]);
    return parse_partial_date(out) ? out : std::string{};
}

}  // namespace

std::string date_of(std::string_view text) {
    text = unicode::trim(text);
    for (const std::string_view word : {"seit", "ab", "bis", "vom", "von", "zum"})
        text = without_prefix(text, word);
    text = without_weekday(text);
    if (text.size() == 7 && text[2] == '/') {
        const std::string turned =
            std::string{text.substr(3)} + '-' + std::string{text.substr(0, 2)};
        return parse_partial_date(turned) ? turned : std::string{};
    }
    const auto date = parse_partial_date(text);
    return date ? to_string(*date) : with_month_name(text);
}

namespace {

/// "01.01." and "März" before "30.06.2026": of the same year, unless they would stand in the wrong
/// order.
std::string day_before(std::string_view day, const std::string& end) {
    constexpr std::size_t year_digits = 4;
    day = unicode::trim(day);
    if (end.size() <= year_digits) return {};
    const std::string year = end.substr(0, year_digits);
    const bool in_figures = day.ends_with('.') && std::ranges::count(day, '.') == 2;
    std::string out = in_figures ? date_of(std::string{day} + year)
                                 : with_month_name(std::string{day} + " " + year);
    return out <= end ? out : std::string{};
}

}  // namespace

std::optional<std::pair<std::string, std::string>> period_of(std::string_view text) {
    text = unicode::trim(text);
    if (const std::string day = date_of(text); !day.empty()) {
        if (without_prefix(text, "bis") != text) return std::pair{std::string{}, day};
        return std::pair{day, std::string{}};
    }
    for (const std::string_view sign : {" - ", " – ", " bis ", "–", "-"}) {
        const auto at = text.find(sign);
        if (at == std::string_view::npos) continue;
        const std::string end = date_of(text.substr(at + sign.size()));
        std::string start = date_of(text.substr(0, at));
        if (start.empty()) start = day_before(text.substr(0, at), end);
        if (!start.empty() && !end.empty()) return std::pair{start, end};
    }
    return std::nullopt;
}

}  // namespace lotse::io
