#include <lotse/base/ascii.hpp>

#include "decimal_fractions.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace lotse::privacy {
namespace {

constexpr std::size_t digits_of_tax_number = 11;

constexpr std::array<std::string_view, 19> bounds_of_numbers{
    "\"", "'", "(", ")", "[", "]", "{", "}", "°", "%", "„", "“", "”", "‚", "‘", "’", "»", "«", "`"};

bool is_decimal_sign(char c) {
    return c == '.' || c == ',';
}

/// What may stand in a list of numbers, beside the numbers.
bool is_in_numbers(char c) {
    return ascii::is_digit(c) || is_decimal_sign(c) ||
           std::string_view{" ;|+-/"}.find(c) != std::string_view::npos;
}

bool stands_alone(std::string_view before, std::string_view behind) {
    const auto any = [](auto fits) { return std::ranges::any_of(bounds_of_numbers, fits); };
    return (before.empty() || any([&](std::string_view b) { return before.ends_with(b); })) &&
           (behind.empty() || any([&](std::string_view b) { return behind.starts_with(b); }));
}

/// `number`: digits and at most one decimal sign.
void blot_out_fraction(std::span<char> number) {
    const auto sign = std::ranges::find_if(number, is_decimal_sign);
    if (sign == number.begin() || sign == number.end()) return;
    const std::span<char> fraction{sign + 1, number.end()};
    if (fraction.size() == digits_of_tax_number) std::ranges::fill(fraction, ';');
}

/// `numbers`: digits and decimal signs. "86.095.742.719" and "1,86095742719,2" are no decimal
/// numbers; in "51.27363318956,7.16" the comma parts two of them.
void blot_out_of_run(std::span<char> numbers) {
    while (!numbers.empty() && is_decimal_sign(numbers.back()))
        numbers = numbers.first(numbers.size() - 1);
    const auto points = std::ranges::count(numbers, '.');
    const auto commas = std::ranges::count(numbers, ',');
    if (points + commas <= 1) return blot_out_fraction(numbers);
    if (points == 0) return;
    std::vector<std::span<char>> parts;
    for (auto begin = numbers.begin();;) {
        const auto end = std::find(begin, numbers.end(), ',');
        parts.emplace_back(begin, end);
        if (std::ranges::count(parts.back(), '.') > 1) return;
        if (end == numbers.end()) break;
        begin = end + 1;
    }
    for (const std::span<char> part : parts) blot_out_fraction(part);
}

}  // namespace

void blot_out_fractions(std::string& text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t begin = at;
        while (at < text.size() && is_in_numbers(text[at])) ++at;
        if (at - begin <= digits_of_tax_number ||
            !stands_alone(std::string_view{text}.substr(0, begin),
                          std::string_view{text}.substr(at)))
            continue;
        for (std::size_t i = begin; i < at; ++i) {
            const std::size_t first = i;
            while (i < at && (ascii::is_digit(text[i]) || is_decimal_sign(text[i]))) ++i;
            blot_out_of_run(std::span{text}.subspan(first, i - first));
        }
    }
}

}  // namespace lotse::privacy
