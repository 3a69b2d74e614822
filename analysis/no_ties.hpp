/// What is said of a graph without ties.
#ifndef LOTSE_ANALYSIS_NO_TIES_HPP
#define LOTSE_ANALYSIS_NO_TIES_HPP

#include <lotse/analysis/view.hpp>

namespace lotse::analysis {

/// The options choose, so that recorded ties may be missing.
bool leaves_out(const View& view);

/// "Auf dieser Ebene ist keine Beziehung erfasst"; where the options choose, there may be some that
/// they leave out: "In dieser Auswahl liegt keine Beziehung".
Message no_ties_words(const View& view);

/// The next step: to record ties, or to choose less narrowly.
Message no_ties_step(const View& view);

}  // namespace lotse::analysis

#endif
