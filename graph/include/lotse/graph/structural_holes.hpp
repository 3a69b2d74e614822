/// Burt's measures of how far a vertex' neighbours are also tied to each other.
///
/// Both want a simple graph, look at direct neighbours only, count edges 1 and treat a directed
/// edge as half of a mutual one. nullopt: the vertex has no neighbour. The same bits for any number
/// of threads. O(sum over vertices of the squared degree).
/// Burt (1992), Structural Holes, Harvard University Press, chapter 2.
#ifndef LOTSE_GRAPH_STRUCTURAL_HOLES_HPP
#define LOTSE_GRAPH_STRUCTURAL_HOLES_HPP

#include <lotse/graph/centrality.hpp>
#include <lotse/graph/csr.hpp>
#include <lotse/graph/threads.hpp>

namespace lotse::graph {

/// Sum over neighbours j of (p_ij + sum over q of p_iq p_qj)^2, where p_ij is the share of i's
/// edges that join it with j. As igraph.
Scores constraint(const Csr& graph, Threads threads);

/// Number of neighbours minus their redundancy: sum over neighbours j of
/// 1 - sum over q of p_iq m_jq, where m_jq is the strength of j's tie to q divided by j's
/// strongest. On undirected graphs this is d - 2 t / d with d neighbours and t ties among them
/// (Borgatti 1997, Connections 20(1), 35-38).
Scores effective_size(const Csr& graph, Threads threads);

}  // namespace lotse::graph

#endif
