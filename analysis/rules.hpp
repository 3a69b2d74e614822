/// Rules of the domain that stand in code lists: the column `rule`, which the table `codes` of a
/// network may change.
#ifndef LOTSE_ANALYSIS_RULES_HPP
#define LOTSE_ANALYSIS_RULES_HPP

#include <lotse/model/network.hpp>

#include <string_view>
#include <vector>

namespace lotse::analysis {

/// The parts of a code's rule, which stand separated by `|`; empty: no rule, or the rule `none`.
std::vector<std::string_view> rule_parts(const Code& code);

/// Months after which a statement of this kind counts as old, or before an end as near: list
/// review_periods. 12 where the list does not know the code or holds no number.
int review_months(const Network& network, std::string_view code);

}  // namespace lotse::analysis

#endif
