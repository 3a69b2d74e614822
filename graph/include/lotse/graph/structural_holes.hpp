/// Burt's measures of how far a vertex' neighbours are also tied to each other.
///
/// Both want a simple graph, look at direct neighbours only, count edges 1 and treat a directed
/// edge as half of a mutual one. nullopt: the vertex has no neighbour.
/// Burt (1992), Structural Holes, Harvard University Press, chapter 2.
#ifndef LOTSE_GRAPH_STRUCTURAL_HOLES_HPP
#define LOTSE_GRAPH_STRUCTURAL_HOLES_HPP

#include <lotse/graph/centrality.hpp>

namespace lotse::graph {

/// Sum over neighbours j of (p_ij + sum over q of p_iq p_qj)^2, where p_ij is the share of i's
/// edges that join it with j. As igraph. Errors: engine, limit. O(n + d^2 n), d the mean degree.
Result<Scores> constraint(const EdgeList& graph);

/// Number of neighbours minus their redundancy: sum over neighbours j of
/// 1 - sum over q of p_iq m_jq, where m_jq is the strength of j's tie to q divided by j's
/// strongest. On undirected graphs this is d - 2 t / d with d neighbours and t ties among them
/// (Borgatti 1997, Connections 20(1), 35-38). O(sum over vertices of the squared degree).
Scores effective_size(const EdgeList& graph);

}  // namespace lotse::graph

#endif
