/// Rows that say what another row already says, or its contrary, and those that lead back to where
/// they begin.
#ifndef LOTSE_MODEL_REPEATED_ROWS_HPP
#define LOTSE_MODEL_REPEATED_ROWS_HPP

#include "build_log.hpp"

namespace lotse {

/// Warns of them among ties, findings, needs and travel. Precondition: mentions are keys.
void warn_repeated_rows(const NetworkTables& tables, BuildLog& log);

}  // namespace lotse

#endif
