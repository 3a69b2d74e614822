/// Random numbers for resamples and random graphs.
#ifndef LOTSE_GRAPH_RANDOM_HPP
#define LOTSE_GRAPH_RANDOM_HPP

#include <lotse/base/random.hpp>

namespace lotse::graph {

using lotse::Random;

}  // namespace lotse::graph

#endif
