/// Betweenness by kernels of our own, for any number of threads.
#ifndef LOTSE_GRAPH_BETWEENNESS_HPP
#define LOTSE_GRAPH_BETWEENNESS_HPP

#include <lotse/graph/centrality.hpp>
#include <lotse/graph/csr.hpp>
#include <lotse/graph/threads.hpp>

namespace lotse::graph {

/// The same as `betweenness` of an EdgeList (centrality.hpp), to the last digits: undirected graphs
/// fall into blocks, where each vertex stands for all that hangs behind it, and twins are searched
/// from once; Puzis et al. (2015), see graph/class_graph.hpp. Loops count nothing, parallel edges
/// are paths of their own. Errors: engine (more shortest paths than a double counts). O(n m) at
/// worst, with lengths O(n m log n), by classes of twins, block by block; memory 200 bytes a vertex
/// and thread.
Result<Scores> betweenness(const Csr& graph, Threads threads);

}  // namespace lotse::graph

#endif
