/// Checks that need more than one cell: own codes, duplicate keys, mentions, contradictions.
#ifndef LOTSE_MODEL_CROSS_CHECKS_HPP
#define LOTSE_MODEL_CROSS_CHECKS_HPP

#include "build_log.hpp"

namespace lotse {

/// Removes rows with errors (reported), normalises codes, and counts the rows used.
void check_across_rows(NetworkTables& tables, BuildLog& log);

}  // namespace lotse

#endif
