/// The same by Boost.Graph.
#ifndef LOTSE_BENCH_BOOST_PEER_HPP
#define LOTSE_BENCH_BOOST_PEER_HPP

#include <lotse/graph/edge_list.hpp>

#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace lotse::bench {

class BoostPeer {
public:
    explicit BoostPeer(const graph::EdgeList& edges);

    std::vector<double> betweenness() const;
    std::vector<double> harmonic() const;
    /// Of each pair the length of a shortest path by Dijkstra's algorithm, which ends there.
    std::vector<double> path_lengths(
        std::span<const std::pair<std::size_t, std::size_t>> pairs) const;

private:
    struct State;
    std::shared_ptr<const State> state_;
};

}  // namespace lotse::bench

#endif
