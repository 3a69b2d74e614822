/// Names of months as people write them, in German and English.
#ifndef LOTSE_BASE_MONTH_NAMES_HPP
#define LOTSE_BASE_MONTH_NAMES_HPP

#include <algorithm>
#include <array>
#include <string_view>

namespace lotse {

/// "märz", "maerz", "mrz", "sept", "oct": the number of the month of a name in lower case, or of
/// its beginning of at least three letters; 0: none.
constexpr unsigned month_of_name(std::string_view name) {
    struct Month {
        std::string_view name;
        unsigned number;
    };
    constexpr std::array months{
        Month{"januar", 1},   Month{"january", 1},  Month{"jänner", 1},    Month{"jaenner", 1},
        Month{"februar", 2},  Month{"february", 2}, Month{"feber", 2},     Month{"märz", 3},
        Month{"maerz", 3},    Month{"mrz", 3},      Month{"march", 3},     Month{"april", 4},
        Month{"mai", 5},      Month{"may", 5},      Month{"juni", 6},      Month{"june", 6},
        Month{"juli", 7},     Month{"july", 7},     Month{"august", 8},    Month{"september", 9},
        Month{"oktober", 10}, Month{"october", 10}, Month{"november", 11}, Month{"dezember", 12},
        Month{"december", 12}};
    constexpr std::size_t shortest = 3;
    if (name.size() < shortest) return 0;
    const auto it = std::ranges::find_if(
        months, [&](const Month& month) { return month.name.starts_with(name); });
    return it == months.end() ? 0 : it->number;
}

}  // namespace lotse

#endif
