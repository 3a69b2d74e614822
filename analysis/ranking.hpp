/// Order of measured values that does not hang on their last digits.
#ifndef LOTSE_ANALYSIS_RANKING_HPP
#define LOTSE_ANALYSIS_RANKING_HPP

#include <array>
#include <charconv>
#include <optional>

namespace lotse::analysis {

/// The value rounded to 12 significant digits: what rankings compare, so that noise in the last
/// bits does not decide. Precondition: finite.
inline double rank_value(double value) {
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value,
                                            std::chars_format::scientific, 11);
    double rounded = value;
    if (error == std::errc{}) std::from_chars(text.data(), end, rounded);
    return rounded;
}

/// Undefined values come after all others.
inline std::optional<double> rank_value(const std::optional<double>& value) {
    if (value) return rank_value(*value);
    return std::nullopt;
}

}  // namespace lotse::analysis

#endif
