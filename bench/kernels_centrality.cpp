#include "boost_peer.hpp"
#include "igraph_peer.hpp"
#include "kernels.hpp"

#include <lotse/graph/betweenness.hpp>
#include <lotse/graph/brokerage.hpp>

#include <limits>
#include <memory>
#include <stdexcept>
#include <utility>

namespace lotse::bench {
namespace {

using graph::Csr;
using graph::Lengths;
using graph::Threads;

/// Undefined values as igraph shows them.
std::vector<double> plain(const graph::Scores& scores) {
    std::vector<double> out;
    out.reserve(scores.size());
    for (const auto& score : scores)
        out.push_back(score.value_or(std::numeric_limits<double>::quiet_NaN()));
    return out;
}

std::shared_ptr<const Csr> csr(const BenchGraph& graph, Lengths lengths) {
    auto made = Csr::of(graph.edges, lengths);
    if (!made) throw std::runtime_error{made.error().message.en};
    return std::make_shared<const Csr>(*std::move(made));
}

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

/// Directed from the smaller to the larger vertex, in ten groups; the order of the roles is that of
/// R sna, its one peer.
Kernel brokerage() {
    return {"brokerage",
            {},
            2000,
            false,
            [](const BenchGraph& graph, Threads) {
                graph::EdgeList edges = graph.edges;
                edges.direction = graph::Direction::directed;
                std::vector<std::size_t> groups;
                for (std::size_t v = 0; v < edges.vertices; ++v) groups.push_back(v % 10);
                return Contender{"lotse", [edges, groups] {
                                     std::vector<double> out;
                                     for (auto roles : graph::brokerage(edges, groups)) {
                                         std::swap(roles[2], roles[3]);
                                         out.insert(out.end(), roles.begin(), roles.end());
                                     }
                                     return out;
                                 }};
            },
            [](const BenchGraph&) { return std::vector<Contender>{}; }};
}

}  // namespace

std::vector<Kernel> centrality_kernels() {
    return {betweenness(), weighted_betweenness(), brokerage()};
}

}  // namespace lotse::bench
