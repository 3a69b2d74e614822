/// Months between dates of which only the year or the month may be known.
#ifndef LOTSE_ANALYSIS_ELAPSED_HPP
#define LOTSE_ANALYSIS_ELAPSED_HPP

#include <lotse/base/partial_date.hpp>

#include <optional>

namespace lotse::analysis {

/// The same day some months later; the last day of the month where it has no such day.
inline std::chrono::sys_days months_after(std::chrono::sys_days day, int months) {
    auto later = std::chrono::year_month_day{day} + std::chrono::months{months};
    if (!later.ok()) later = later.year() / later.month() / std::chrono::last;
    return std::chrono::sys_days{later};
}

/// Certainly more than so many months lie between the day and a later reference date. False where
/// one of the two is not known.
inline bool older_than(const std::optional<PartialDate>& day, int months,
                       const std::optional<PartialDate>& reference) {
    return day && reference && months_after(day->latest(), months) < reference->earliest();
}

/// The day is not certainly over and lies less than so many months after the reference date. False
/// where one of the two is not known.
inline bool ends_within(const std::optional<PartialDate>& day, int months,
                        const std::optional<PartialDate>& reference) {
    return day && reference && day->latest() >= reference->earliest() &&
           day->latest() < months_after(reference->latest(), months);
}

}  // namespace lotse::analysis

#endif
