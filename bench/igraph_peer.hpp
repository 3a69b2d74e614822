/// The measures by igraph, on one thread, with the graph built beforehand.
#ifndef LOTSE_BENCH_IGRAPH_PEER_HPP
#define LOTSE_BENCH_IGRAPH_PEER_HPP

#include <lotse/graph/edge_list.hpp>

#include <cstddef>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace lotse::bench {

using VertexPair = std::pair<std::size_t, std::size_t>;

class IgraphPeer {
public:
    explicit IgraphPeer(const graph::EdgeList& edges);

    std::vector<double> betweenness(graph::Lengths lengths) const;
    std::vector<double> closeness() const;
    std::vector<double> harmonic() const;
    std::vector<double> within(std::size_t hops) const;
    std::vector<double> constraint() const;
    /// Of each pair the length of a shortest path, which is found as such; infinite: none.
    std::vector<double> path_hops(std::span<const VertexPair> pairs) const;
    std::vector<double> path_lengths(std::span<const VertexPair> pairs) const;
    /// Of each pair the summed lengths of the k shortest paths.
    std::vector<double> shortest_paths(std::span<const VertexPair> pairs, std::size_t k) const;
    /// Distances from each vertex to all others, one after the other.
    std::vector<double> distances(std::span<const std::size_t> from) const;
    /// Per vertex the distance from the nearest of these.
    std::vector<double> nearest(std::span<const std::size_t> from) const;

private:
    struct State;
    std::shared_ptr<const State> state_;
};

}  // namespace lotse::bench

#endif
