#include <lotse/base/ascii.hpp>

#include "check_digits.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace lotse::privacy {
namespace {

int digit(char c) {
    return c - '0';
}

/// Sum of the digit sums of products; letters count as their two-digit place in the alphabet.
int weighted_digit_sum(std::string_view text, std::span<const int> weights) {
    std::vector<int> digits;
    for (const char c : text) {
        if (ascii::is_digit(c)) {
            digits.push_back(digit(c));
        } else {
            const int place = c - 'A' + 1;
            digits.push_back(place / 10);
            digits.push_back(place % 10);
        }
    }
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int product = digits[i] * weights[i % weights.size()];
        sum += product / 10 + product % 10;
    }
    return sum;
}

/// Country code and length of an IBAN (ISO 13616, registry of SWIFT): Europe and its neighbours.
constexpr std::array<std::pair<std::string_view, std::size_t>, 48> iban_lengths{{
    {"AD", 24}, {"AL", 28}, {"AT", 20}, {"BA", 20}, {"BE", 16}, {"BG", 22}, {"BY", 28}, {"CH", 21},
    {"CY", 28}, {"CZ", 24}, {"DE", 22}, {"DK", 18}, {"EE", 20}, {"ES", 24}, {"FI", 18}, {"FR", 27},
    {"GB", 22}, {"GE", 22}, {"GI", 23}, {"GR", 27}, {"HR", 21}, {"HU", 28}, {"IE", 22}, {"IS", 26},
    {"IT", 27}, {"LI", 21}, {"LT", 20}, {"LU", 20}, {"LV", 21}, {"MC", 27}, {"MD", 24}, {"ME", 22},
    {"MK", 19}, {"MT", 31}, {"NL", 18}, {"NO", 15}, {"PL", 28}, {"PT", 25}, {"RO", 24}, {"RS", 22},
    {"SE", 24}, {"SI", 19}, {"SK", 24}, {"SM", 27}, {"TR", 26}, {"UA", 29}, {"VA", 22}, {"XK", 20},
}};

}  // namespace

bool matches(std::string_view text, std::string_view form) {
    return text.size() == form.size() && std::ranges::equal(text, form, [](char c, char f) {
               return f == '9' ? ascii::is_digit(c) : f == 'A' ? ascii::is_upper(c) : c == f;
           });
}

bool is_health_insurance_number(std::string_view t) {
    constexpr std::array weights{1, 2};
    return matches(t, "A999999999") &&
           weighted_digit_sum(t.substr(0, 9), weights) % 10 == digit(t[9]);
}

bool is_key_of_insurer(std::string_view t) {
    constexpr std::array weights{2, 1};
    return matches(t, "109999999") &&
           weighted_digit_sum(t.substr(2, 6), weights) % 10 == digit(t[8]);
}

bool is_pension_insurance_number(std::string_view t) {
    constexpr std::array weights{2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
    return matches(t, "99999999A999") && t.substr(4, 2) <= "12" &&
           weighted_digit_sum(t.substr(0, 11), weights) % 10 == digit(t[11]);
}

bool is_tax_number(std::string_view t) {
    if (!matches(t, "99999999999") || t[0] == '0') return false;
    int repeated = 0;
    for (char d = '0'; d <= '9'; ++d) {
        const auto times = std::ranges::count(t.substr(0, 10), d);
        if (times > 3) return false;
        repeated += times > 1 ? 1 : 0;
    }
    if (repeated != 1) return false;
    int product = 10;
    for (const char c : t.substr(0, 10)) {
        const int sum = (digit(c) + product) % 10;
        product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10 == digit(t[10]);
}

bool is_iban_country(std::string_view code) {
    return std::ranges::any_of(iban_lengths,
                               [&](const auto& known) { return known.first == code; });
}

bool is_iban(std::string_view t) {
    constexpr std::size_t head = 4;
    if (t.size() <= head || !matches(t.substr(0, head), "AA99") ||
        std::ranges::none_of(iban_lengths, [&](const auto& known) {
            return t.starts_with(known.first) && t.size() == known.second;
        }))
        return false;
    int rest = 0;
    for (const char c : std::string{t.substr(head)} + std::string{t.substr(0, head)})
        rest = ascii::is_digit(c) ? (rest * 10 + digit(c)) % 97 : (rest * 100 + c - 'A' + 10) % 97;
    return rest == 1;
}

}  // namespace lotse::privacy
