/// Runs an analysis of the catalogue on a loaded network; shared by its command and the report.
#ifndef LOTSE_DRIVER_ANALYSIS_COMMAND_HPP
#define LOTSE_DRIVER_ANALYSIS_COMMAND_HPP

#include "load.hpp"

#include <lotse/analysis/analysis.hpp>

namespace lotse::driver {

/// The options of the view are taken out of `options`; the rest is the analysis' own.
Result<Document> run_analysis(const analysis::Entry& entry, const Loaded& loaded,
                              const OptionTexts& options);

}  // namespace lotse::driver

#endif
