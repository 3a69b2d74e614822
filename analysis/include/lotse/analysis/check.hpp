/// Check: every problem that was found while a network was read, as a document.
#ifndef LOTSE_ANALYSIS_CHECK_HPP
#define LOTSE_ANALYSIS_CHECK_HPP

#include <lotse/analysis/analysis.hpp>
#include <lotse/model/network_builder.hpp>

namespace lotse::analysis {

/// What the command `check` is called and asks.
Info check_info();

/// Table `issues` in the order of the files, summary with the rows read, used and rejected (read =
/// used + rejected) and the issues by severity. QUESTIONS A28. The network's identity is left to
/// the caller. O(issues).
Document check_document(const BuildResult& result);

}  // namespace lotse::analysis

#endif
