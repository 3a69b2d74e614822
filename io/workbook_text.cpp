#include "workbook_text.hpp"

#include <lotse/base/encoding.hpp>
#include <lotse/base/number.hpp>

#include <array>
#include <charconv>
#include <cmath>

namespace lotse::io {
namespace {

constexpr std::size_t kept_digits = 15;  // Excel specifications and limits: number precision

/// 434.99999999999994, which a formula left behind, as the 435 that the spreadsheet shows. Whole
/// numbers stay, however long.
double as_shown(double value) {
    if (value == std::trunc(value)) return value;
    std::array<char, 32> digits{};
    const auto [end, problem] = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                              std::chars_format::scientific, int{kept_digits} - 1);
    double shown = value;
    if (problem == std::errc{}) std::from_chars(digits.data(), end, shown);
    return shown;
}

std::string unescaped(const std::string& text) {
    constexpr std::size_t size = 7;  // of _xHHHH_
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned code = 0;
        const char* digits = text.data() + i + 2;
        const bool escape = i + size <= text.size() && text[i] == '_' && text[i + 1] == 'x' &&
                            text[i + size - 1] == '_' && [&] {
                                const auto result = std::from_chars(digits, digits + 4, code, 16);
                                return result.ec == std::errc{} && result.ptr == digits + 4;
                            }();
        if (!escape) {
            out += text[i];
            continue;
        }
        encoding::append_utf8(out, code);
        i += size - 1;
    }
    return out;
}

}  // namespace

std::string plain_text(std::string text, WorkbookForm form) {
    if (form != WorkbookForm::xlsx || text.find("_x") == text.npos) return text;
    return unescaped(text);
}

std::string plain_number(std::string text) {
    double value = 0;
    const auto* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value);
    if (result.ec != std::errc{} || result.ptr != end || !std::isfinite(value)) return text;
    return unambiguous_text(as_shown(value));
}

std::string shortest_number(const std::string& plain_number) {
    double value = 0;
    const auto* end = plain_number.data() + plain_number.size();
    const auto result = std::from_chars(plain_number.data(), end, value);
    if (result.ec != std::errc{} || result.ptr != end) return plain_number;
    return shortest_text(value);
}

bool lost_digits(const std::string& plain_number) {
    const bool whole = plain_number.find('.') == plain_number.npos;
    return whole && plain_number.size() - (plain_number.starts_with('-') ? 1 : 0) > kept_digits;
}

}  // namespace lotse::io
