/// The parts of Compare that call other analyses on both states.
#ifndef LOTSE_ANALYSIS_COMPARE_MEASURES_HPP
#define LOTSE_ANALYSIS_COMPARE_MEASURES_HPP

#include <lotse/analysis/compare.hpp>

#include "compare_states.hpp"

namespace lotse::analysis {

/// Cells of `coverage`. Errors: as Coverage.
Status compare_cells(const RowsOfBoth& states, Compare::Findings& out);

/// Figures from the summaries of other analyses; those over rows of areas and topics from `states`.
/// Errors: those of the analyses.
Status compare_measures(const View& before, const View& after, const RowsOfBoth& states,
                        Compare::Findings& out);

/// Actors whose ranges of ranks among those of both states do not overlap; nothing in networks
/// where that takes long. Errors: as Robustness.
Status compare_positions(const View& before, const View& after, Compare::Findings& out);

/// `key` and `label` are those of the figure in the analysis.
Compare::MeasureRow measure_row(const Info& analysis, std::string_view key, const Message& label,
                                std::optional<double> before, std::optional<double> after);

}  // namespace lotse::analysis

#endif
