/// Checks that need more than one cell: own codes, duplicate keys, mentions, contradictions.
#ifndef LOTSE_MODEL_CROSS_CHECKS_HPP
#define LOTSE_MODEL_CROSS_CHECKS_HPP

#include "build_log.hpp"

namespace lotse {

/// Removes rows with errors (reported), normalises codes, and counts the rows used. Rows that are
/// faulty already are only checked, so that one run names all that is wrong with them.
void check_across_rows(NetworkTables& tables, NetworkTables& faulty, BuildLog& log);

}  // namespace lotse

#endif
