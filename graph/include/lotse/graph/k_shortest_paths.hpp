/// The k shortest paths from one vertex to another that visit no vertex twice.
#ifndef LOTSE_GRAPH_K_SHORTEST_PATHS_HPP
#define LOTSE_GRAPH_K_SHORTEST_PATHS_HPP

#include <lotse/graph/csr.hpp>

#include <vector>

namespace lotse::graph {

struct LooplessPath {
    std::vector<Vertex> vertices;  ///< both ends included
    double length = 0;             ///< in hops, or sum of the lengths
};

/// Along the edges, by length, then by number of edges; fewer than k if there are no more. Parallel
/// edges make different paths. Yen's deviations with exact bounds, see graph/deviations.hpp:
/// O(k l (n + m) log n), l the length of a path; mostly one search of the whole graph and k l that
/// look at little more than their path.
std::vector<LooplessPath> k_shortest_paths(const Csr& graph, Vertex from, Vertex to, std::size_t k);

}  // namespace lotse::graph

#endif
