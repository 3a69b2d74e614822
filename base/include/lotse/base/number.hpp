/// Numbers as people type and read them, and as programs do. Independent of any locale.
#ifndef LOTSE_BASE_NUMBER_HPP
#define LOTSE_BASE_NUMBER_HPP

#include <lotse/base/text.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <variant>

namespace lotse {

struct NumberRange {
    double min = -std::numeric_limits<double>::infinity();
    double max = std::numeric_limits<double>::infinity();
    /// Both ends belong to the range.
    bool contains(double v) const noexcept { return v >= min && v <= max; }
};

enum class NumberProblem { not_a_number, ambiguous, out_of_range };

/// Reads decimal digits with at most one decimal sign, comma or point, and thousands signs only in
/// the German (1.234.567,8), plain (1,234,567.8) or blank (1 234 567) grouping. No exponent, no
/// other digits, no infinity, nothing from 2^53 on. "1.234" can mean two numbers: it is ambiguous
/// unless only one of them lies in the range.
std::variant<double, NumberProblem> parse_number(std::string_view text, NumberRange range = {});

/// The same without a decimal part; "1.234" is 1234 here, "1,234" (German: below 2) ambiguous.
std::variant<std::int64_t, NumberProblem> parse_integer(std::string_view text,
                                                        NumberRange range = {});

/// Shortest decimal text that reads back as the same double: "0.5", "51.48165". value is finite.
std::string shortest_text(double value);

/// shortest_text in a form that parse_number cannot misread (never one sign before three digits).
std::string unambiguous_text(double value);

/// Rounded for people: decimal comma and point-grouped thousands in German, the reverse in English.
std::string rounded_text(double value, int digits, Language language);
/// Thousands grouped by a point in German, by a comma in English. Exact up to 2^53.
std::string grouped_text(std::int64_t value, Language language);

}  // namespace lotse

#endif
