/// Mentions of other rows: of actors, venues and areas by their keys.
#ifndef LOTSE_MODEL_MENTIONS_HPP
#define LOTSE_MODEL_MENTIONS_HPP

#include "build_log.hpp"

namespace lotse {

/// Removes rows of `tables` that mention what is not there (reported); in faulty rows the mentions
/// are only checked. A mention by name becomes one by key.
void check_mentions(NetworkTables& tables, NetworkTables& faulty, BuildLog& log);

}  // namespace lotse

#endif
