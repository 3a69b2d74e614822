#include "boost_peer.hpp"
#include "igraph_peer.hpp"
#include "kernels.hpp"
#include "own_graph.hpp"

#include <lotse/graph/betweenness.hpp>

#include <stdexcept>

namespace lotse::bench {
namespace {

using graph::Lengths;
using graph::Threads;

Contender own_betweenness(const BenchGraph& graph, Threads threads, Lengths lengths) {
    return {"lotse", [rows = csr(graph, lengths), threads] {
                const auto scores = graph::betweenness(*rows, threads);
                if (!scores) throw std::runtime_error{scores.error().message.en};
                return plain(*scores);
            }};
}

Kernel betweenness() {
    return {
        "betweenness",
        {20, 4, 1.5},
        10'000,
        true,
        [](const BenchGraph& graph, Threads threads) {
            return own_betweenness(graph, threads, Lengths::hops);
        },
        [](const BenchGraph& graph) {
            return std::vector<Contender>{
                {"igraph",
                 [peer = IgraphPeer{graph.edges}] { return peer.betweenness(Lengths::hops); }},
                {"Boost.Graph", [peer = BoostPeer{graph.edges}] { return peer.betweenness(); }}};
        }};
}

Kernel weighted_betweenness() {
    return {"betweenness, weighted",
            {1, 1, 1},
            2000,
            true,
            [](const BenchGraph& graph, Threads threads) {
                return own_betweenness(graph, threads, Lengths::weights);
            },
            [](const BenchGraph& graph) {
                return std::vector<Contender>{{"igraph", [peer = IgraphPeer{graph.edges}] {
                                                   return peer.betweenness(Lengths::weights);
                                               }}};
            }};
}

}  // namespace

std::vector<Kernel> centrality_kernels() {
    return {betweenness(), weighted_betweenness()};
}

}  // namespace lotse::bench
