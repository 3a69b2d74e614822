/// Betweenness, harmonic centrality and distances of an undirected graph, for the hundreds of
/// resamples and random graphs where calls of igraph for each would be felt.
#ifndef LOTSE_GRAPH_HOP_MEASURES_HPP
#define LOTSE_GRAPH_HOP_MEASURES_HPP

#include <lotse/base/result.hpp>
#include <lotse/graph/edge_list.hpp>

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace lotse::graph {

/// Edges count one hop. Definitions of `betweenness` and `harmonic` as in centrality.hpp.
struct HopMeasures {
    std::vector<double> betweenness;
    std::vector<double> harmonic;  ///< 0 where there are no other vertices
};

/// Precondition: the graph is undirected and simple. Errors: as `betweenness`, limit. O(n + n m).
Result<HopMeasures> hop_measures(const EdgeList& graph);

/// Estimates of both from the shortest paths of some vertices, scaled up as if these stood for all;
/// the exact values where they are all. Brandes (2001), Journal of Mathematical Sociology 25(2),
/// 163-177, doi:10.1080/0022250X.2001.9990249; Brandes & Pich (2007), Centrality estimation in
/// large networks, International Journal of Bifurcation and Chaos 17(7), 2303-2318,
/// doi:10.1142/S0218127407018403. Errors: limit. O(n + p m) for p pivots.
Result<HopMeasures> hop_measures(const EdgeList& graph, std::span<const std::size_t> pivots);

/// From every vertex, or from `most_sources` spread evenly over all.
struct DistanceSummary {
    std::int64_t components = 0;
    std::int64_t pairs = 0;     ///< of a source and another vertex that a path joins to it
    std::int64_t sum = 0;       ///< of the distances of these pairs
    std::int64_t diameter = 0;  ///< the longest of them
};

/// Precondition: the graph is undirected and has less than 2^31 edges. Searches from 256 vertices
/// at a time. O(n + s m d / 256) for s sources, d the diameter.
DistanceSummary distance_summary(
    const EdgeList& graph, std::size_t most_sources = std::numeric_limits<std::size_t>::max());

}  // namespace lotse::graph

#endif
