#include <lotse/base/partial_date.hpp>

#include <charconv>

namespace lotse {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

/// Exactly `width` ASCII digits at the start of text; removes them.
std::optional<int> digits(std::string_view& text, std::size_t width) {
    if (text.size() < width) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(0, width)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(width);
    return value;
}

bool skip(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

bool exists(const PartialDate& d) {
    if (d.year < 1000) return false;
    if (d.month == 0) return d.day == 0;
    if (d.month > 12) return false;
    return d.day == 0 || year_month_day{year{d.year}, month{d.month}, day{d.day}}.ok();
}

std::optional<PartialDate> parse_german(std::string_view text) {
    PartialDate d;
    const auto number = [&](unsigned& out) {
        const std::size_t width = text.size() > 1 && text[1] == '.' ? 1 : 2;
        const auto value = digits(text, width);
        if (!value || *value == 0 || !skip(text, '.')) return false;
        out = static_cast<unsigned>(*value);
        return true;
    };
    if (!number(d.day) || !number(d.month)) return std::nullopt;
    const auto y = digits(text, 4);
    if (!y || !text.empty()) return std::nullopt;
    d.year = *y;
    return d;
}

std::optional<PartialDate> parse_iso(std::string_view text) {
    PartialDate d;
    const auto y = digits(text, 4);
    if (!y) return std::nullopt;
    d.year = *y;
    for (unsigned* part : {&d.month, &d.day}) {
        if (text.empty()) return d;
        if (!skip(text, '-')) return std::nullopt;
        const auto value = digits(text, 2);
        if (!value || *value == 0) return std::nullopt;
        *part = static_cast<unsigned>(*value);
    }
    return text.empty() ? std::optional{d} : std::nullopt;
}

}  // namespace

std::chrono::sys_days PartialDate::earliest() const {
    return year_month_day{std::chrono::year{year}, std::chrono::month{month == 0 ? 1 : month},
                          std::chrono::day{day == 0 ? 1 : day}};
}

std::chrono::sys_days PartialDate::latest() const {
    const std::chrono::year y{year};
    const std::chrono::month m{month == 0 ? 12 : month};
    if (day == 0) return y / m / std::chrono::last;
    return year_month_day{y, m, std::chrono::day{day}};
}

std::optional<PartialDate> parse_partial_date(std::string_view text) {
    const auto date =
        text.find('.') != std::string_view::npos ? parse_german(text) : parse_iso(text);
    return date && exists(*date) ? date : std::nullopt;
}

std::string to_string(const PartialDate& date) {
    std::string out = std::to_string(date.year);
    if (out.size() < 4 && date.year >= 0) out.insert(0, 4 - out.size(), '0');
    for (const unsigned part : {date.month, date.day}) {
        if (part == 0) break;
        out += part < 10 ? "-0" : "-";
        out += std::to_string(part);
    }
    return out;
}

std::string people_text(const PartialDate& date, Language language) {
    const std::string iso = to_string(date);
    if (language == Language::en || date.month == 0) return iso;
    const std::string year = iso.substr(0, 4);
    const std::string month = iso.substr(5, 2);
    return date.day == 0 ? month + '/' + year : iso.substr(8, 2) + '.' + month + '.' + year;
}

}  // namespace lotse
