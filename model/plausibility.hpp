/// Contradictions and doubtful values: errors where a row cannot be true, warnings elsewhere.
#ifndef LOTSE_MODEL_PLAUSIBILITY_HPP
#define LOTSE_MODEL_PLAUSIBILITY_HPP

#include "build_log.hpp"

namespace lotse {

/// Removes rows that contradict themselves (reported); warns of the rest.
void check_plausibility(NetworkTables& tables, BuildLog& log);

}  // namespace lotse

#endif
