/// What to do next, from what a factsheet shows.
#ifndef LOTSE_ANALYSIS_FACTSHEET_STEPS_HPP
#define LOTSE_ANALYSIS_FACTSHEET_STEPS_HPP

#include <lotse/analysis/factsheet.hpp>

namespace lotse::analysis {

/// Vacant and unclear contact roles, unconfirmed ties, offers that end within a year, topics
/// without a way, cells that nobody recorded: each a step with the command or table that helps.
std::vector<Factsheet::Step> next_steps(const View& view, const Factsheet::Findings& sheet);

}  // namespace lotse::analysis

#endif
