/// How near each vertex is to all others: closeness and harmonic centrality.
#ifndef LOTSE_GRAPH_NEARNESS_HPP
#define LOTSE_GRAPH_NEARNESS_HPP

#include <lotse/graph/centrality.hpp>
#include <lotse/graph/csr.hpp>
#include <lotse/graph/threads.hpp>

namespace lotse::graph {

struct Nearness {
    /// Inverse mean distance to the vertices that can be reached, along the edges' direction;
    /// nullopt: none can. The convention of igraph since 0.10.
    Scores closeness;
    /// Mean of the inverse distances to all other vertices, unreachable ones giving 0, along the
    /// edges' direction; nullopt: there are no others.
    Scores harmonic;
};

/// Exact to 1e-9; the same bits for any number of threads. In hops: as hop_sums. In lengths: a
/// search of Dijkstra's from every vertex, O(n m log n).
Nearness nearness(const Csr& graph, Threads threads);

}  // namespace lotse::graph

#endif
