/// What is part of something else: actors and areas must not be part of themselves.
#ifndef LOTSE_MODEL_CIRCLES_HPP
#define LOTSE_MODEL_CIRCLES_HPP

#include "build_log.hpp"

namespace lotse {

/// Names circles, and takes the parent from areas that would lie far too deep.
void check_circles(NetworkTables& tables, BuildLog& log);

}  // namespace lotse

#endif
