/// A date of which only the year, or the year and month, may be known.
#ifndef LOTSE_BASE_PARTIAL_DATE_HPP
#define LOTSE_BASE_PARTIAL_DATE_HPP

#include <lotse/base/text.hpp>

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace lotse {

/// Proleptic Gregorian. month == 0: only the year is known; day == 0: only year and month.
struct PartialDate {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;

    friend auto operator<=>(const PartialDate&, const PartialDate&) = default;

    /// First day it can mean.
    std::chrono::sys_days earliest() const;
    /// Last day it can mean.
    std::chrono::sys_days latest() const;
};

/// Reads 2019, 2019-03, 2019-03-05 and 5.3.2019; nullopt for anything else and for days that do
/// not exist.
std::optional<PartialDate> parse_partial_date(std::string_view text);

/// ISO 8601: "2019", "2019-03", "2019-03-05".
std::string to_string(const PartialDate& date);

/// As people write it: "05.03.2019", "03/2019", "2019" in German, ISO 8601 in English.
std::string people_text(const PartialDate& date, Language language);

}  // namespace lotse

#endif
