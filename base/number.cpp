#include <lotse/base/ascii.hpp>
#include <lotse/base/number.hpp>
#include <lotse/base/text_parts.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

namespace lotse {
namespace {

/// Blanks as grouping signs: one ASCII, no-break or narrow no-break blank becomes ' '.
std::string plain_blanks(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        if (text.substr(i).starts_with("\xC2\xA0")) {
            out += ' ';
            i += 2;
        } else if (text.substr(i).starts_with("\xE2\x80\xAF") ||
                   text.substr(i).starts_with("\xE2\x80\x89")) {
            out += ' ';
            i += 3;
        } else {
            out += text[i++];
        }
    }
    return out;
}

/// The digits of "1.234.567" for the sign '.', or of "1234567"; nullopt: not a whole number.
std::optional<std::string> whole_digits(std::string_view text, char group) {
    if (text.find(group) == std::string_view::npos)
        return all_digits(text) ? std::optional{std::string{text}} : std::nullopt;
    std::string out;
    for (bool first = true;; first = false) {
        const auto end = text.find(group);
        const auto part = text.substr(0, end);
        const bool fits = first ? part.size() <= 3 && !part.starts_with('0') : part.size() == 3;
        if (!fits || !all_digits(part)) return std::nullopt;
        out += part;
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + 1);
    }
}

/// One reading of the text: which sign groups, which one is the decimal sign.
std::optional<double> reading(std::string_view text, char group, char decimal) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const auto sign = decimal == 0 ? std::string_view::npos : text.find(decimal);
    auto digits = whole_digits(text.substr(0, sign), group);
    if (!digits) return std::nullopt;
    if (sign != std::string_view::npos) {
        const auto fraction = text.substr(sign + 1);
        if (!all_digits(fraction)) return std::nullopt;
        *digits += '.';
        *digits += fraction;
    }
    double value = 0;
    const auto end = digits->data() + digits->size();
    const auto [stop, problem] =
        std::from_chars(digits->data(), end, value, std::chars_format::fixed);
    if (problem != std::errc{} || stop != end || !std::isfinite(value)) return std::nullopt;
    return negative ? -value : value;
}

struct Signs {
    char group;
    char decimal;
};

std::variant<double, NumberProblem> read(std::string_view raw, NumberRange range,
                                         std::initializer_list<Signs> grammars) {
    const std::string text = plain_blanks(raw);
    std::vector<double> values;
    for (const auto [group, decimal] : grammars)
        if (const auto value = reading(text, group, decimal))
            if (std::ranges::find(values, *value) == values.end()) values.push_back(*value);
    if (values.empty()) return NumberProblem::not_a_number;
    std::erase_if(values, [&](double v) { return !range.contains(v); });
    if (values.empty()) return NumberProblem::out_of_range;
    if (values.size() > 1) return NumberProblem::ambiguous;
    return values.front();
}

/// From 2^53 on doubles skip integers: such a number would be another one.
NumberRange exact(NumberRange range) {
    constexpr double largest = 9007199254740991.0;
    return {std::max(range.min, -largest), std::min(range.max, largest)};
}

std::string fixed_text(double value, int digits) {
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::fixed, digits)
                         .ptr;
    std::string out{buffer.data(), end};
    if (out.starts_with('-') && out.find_first_not_of("-0.") == std::string::npos) out.erase(0, 1);
    return out;
}

std::string with_groups(std::string_view digits, char group) {
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i != 0 && (digits.size() - i) % 3 == 0) out += group;
        out += digits[i];
    }
    return out;
}

}  // namespace

std::variant<double, NumberProblem> parse_number(std::string_view text, NumberRange range) {
    return read(text, exact(range), {{'.', ','}, {',', '.'}, {' ', ','}, {' ', '.'}});
}

std::variant<std::int64_t, NumberProblem> parse_integer(std::string_view text, NumberRange range) {
    const auto value = read(text, exact(range), {{'.', 0}, {',', 0}, {' ', 0}});
    if (const auto* problem = std::get_if<NumberProblem>(&value)) return *problem;
    if (std::ranges::count(text, ',') == 1) return NumberProblem::ambiguous;
    return static_cast<std::int64_t>(std::get<double>(value));
}

std::string shortest_text(double value) {
    if (value == 0) return "0";
    std::array<char, 400> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed)
            .ptr;
    return {buffer.data(), end};
}

std::string unambiguous_text(double value) {
    std::string out = shortest_text(value);
    const auto point = out.find('.');
    if (point != std::string::npos && out.size() - point == 4) out += '0';
    return out;
}

std::string rounded_text(double value, int digits, Language language) {
    const std::string plain = fixed_text(value, digits);
    const bool negative = plain.starts_with('-');
    const auto point = plain.find('.');
    const auto unsigned_text = std::string_view{plain}.substr(negative ? 1 : 0);
    const auto whole = unsigned_text.substr(0, unsigned_text.find('.'));
    std::string out = negative ? "-" : "";
    out += with_groups(whole, language == Language::de ? '.' : ',');
    if (point != std::string::npos) {
        out += language == Language::de ? ',' : '.';
        out += plain.substr(point + 1);
    }
    return out;
}

std::string grouped_text(std::int64_t value, Language language) {
    return rounded_text(static_cast<double>(value), 0, language);
}

}  // namespace lotse
