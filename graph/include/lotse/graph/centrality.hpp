/// How central each vertex of a plain graph is: igraph behind plain functions.
///
/// Every function wants a simple graph (`simplified`); nullopt at a vertex means: not defined
/// there. No value is NaN or infinite. Errors: engine (a precondition broken, or igraph failed).
/// Throws bad_alloc when memory is short.
#ifndef LOTSE_GRAPH_CENTRALITY_HPP
#define LOTSE_GRAPH_CENTRALITY_HPP

#include <lotse/base/result.hpp>
#include <lotse/graph/edge_list.hpp>

#include <optional>
#include <vector>

namespace lotse::graph {

/// One value per vertex.
using Scores = std::vector<std::optional<double>>;

/// Sum over the pairs of other vertices of the share of their shortest paths that lead through the
/// vertex; unordered pairs on undirected graphs, ordered pairs on directed ones.
/// Freeman (1977), Sociometry 40(1), 35-41, doi:10.2307/3033543. O(n m), weighted O(n m log n).
Result<Scores> betweenness(const EdgeList& graph, Lengths lengths);

/// Component of the leading eigenvector of the adjacency matrix, largest value 1; on directed
/// graphs by incoming edges, and 0 everywhere where these form no circle. Vertices outside the
/// component with the largest eigenvalue have 0; where undirected components share it, the vector
/// is the projection of a vector of ones (the limit of power iteration from it), so that equal
/// components have equal values. nullopt: there are no edges, or (directed) several strong
/// components share the leading eigenvalue, so that no vector stands out. Edges count 1. Bonacich
/// (1972), Journal of Mathematical Sociology 2(1), 113-120, doi:10.1080/0022250X.1972.9989806.
/// O(n + m) per iteration.
Result<Scores> eigenvector(const EdgeList& graph);

/// Probability to meet a walker who follows edges and, with probability 0.15 or at a dead end,
/// jumps anywhere; sums to 1. Edges count 1. Brin & Page (1998), Computer Networks 30(1-7),
/// 107-117, doi:10.1016/S0169-7552(98)00110-X. O(n + m) per iteration.
Result<Scores> pagerank(const EdgeList& graph);

}  // namespace lotse::graph

#endif
