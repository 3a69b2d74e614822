/// Betweenness, harmonic centrality and distances of an undirected graph, for the hundreds of
/// resamples and random graphs where calls of igraph for each would be felt.
#ifndef LOTSE_GRAPH_HOP_MEASURES_HPP
#define LOTSE_GRAPH_HOP_MEASURES_HPP

#include <lotse/graph/edge_list.hpp>

#include <cstdint>
#include <vector>

namespace lotse::graph {

/// Edges count one hop. Definitions of `betweenness` and `harmonic` as in centrality.hpp.
struct HopMeasures {
    std::vector<double> betweenness;
    std::vector<double> harmonic;  ///< 0 where there are no other vertices
};

/// Precondition: the graph is undirected and simple. Brandes (2001), Journal of Mathematical
/// Sociology 25(2), 163-177, doi:10.1080/0022250X.2001.9990249. O(n + n m).
HopMeasures hop_measures(const EdgeList& graph);

struct HopDistances {
    std::int64_t components = 0;
    std::int64_t connected_pairs = 0;  ///< unordered pairs joined by a path
    std::int64_t sum = 0;              ///< of the distances of these pairs
    std::int64_t diameter = 0;         ///< the longest of them
};

/// Precondition: the graph is undirected. Searches from 64 vertices at a time.
/// O(n + n m d / 64), d the diameter.
HopDistances hop_distances(const EdgeList& graph);

}  // namespace lotse::graph

#endif
