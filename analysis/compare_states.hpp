/// Two states with the rows of both, so that figures before and after are shares of the same whole.
#ifndef LOTSE_ANALYSIS_COMPARE_STATES_HPP
#define LOTSE_ANALYSIS_COMPARE_STATES_HPP

#include <lotse/analysis/view.hpp>

#include <set>
#include <string>

namespace lotse::analysis {

/// What only one state names stands in the other as well, with nothing recorded of it: topics, and
/// areas of the rows of tables. Where only one state shows a count of an area's people, both have
/// it: a count that is newly recorded moves no weight.
struct RowsOfBoth {
    View before;
    View after;
    std::set<std::string> only_before;  ///< rows that only this state names, by key_of_same_area
    std::set<std::string> only_after;
    std::int64_t counts_shared = 0;  ///< areas with a count of the other state
};

/// O(size of the networks). Errors: none but those of area_rows.
Result<RowsOfBoth> rows_of_both(const View& before, const View& after);

}  // namespace lotse::analysis

#endif
