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
/// the caller, and so is whether every error concerns a row that one can do without (only then the
/// advice to leave the rows out). O(issues).
Document check_document(const BuildResult& result, bool errors_concern_rows = true);

}  // namespace lotse::analysis

#endif
