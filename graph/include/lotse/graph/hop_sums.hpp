/// How far each vertex has it to all others, in hops: what closeness, harmonic centrality, reach
/// and mean distances are made of.
#ifndef LOTSE_GRAPH_HOP_SUMS_HPP
#define LOTSE_GRAPH_HOP_SUMS_HPP

#include <lotse/graph/csr.hpp>
#include <lotse/graph/threads.hpp>

#include <cstdint>
#include <vector>

namespace lotse::graph {

/// Over the other vertices that paths lead to from one vertex.
struct HopSums {
    std::uint32_t reached = 0;   ///< how many they are
    std::uint32_t farthest = 0;  ///< the longest of the distances
    std::uint64_t hops = 0;      ///< sum of the distances
    double inverse = 0;          ///< sum of the inverse distances
};

/// Per vertex, along the edges. Searches from 256 vertices at a time that lie near each other, so
/// that they share their way (hop_waves.hpp). All sums are whole numbers, so that their order does
/// not matter: the inverse distances are counted in parts of 1 that are whole up to distance 20;
/// beyond, each is off by n * 2^-62 at most. O(n d (n + m) / 256), d the diameter, mostly less.
std::vector<HopSums> hop_sums(const Csr& graph, Threads threads);

/// Per vertex how many others are within `hops` edges, along the edges. The same way and cost, d
/// being `hops`.
std::vector<std::uint32_t> within_hops(const Csr& graph, std::uint32_t hops, Threads threads);

}  // namespace lotse::graph

#endif
