#include "boost_peer.hpp"
#include "igraph_peer.hpp"
#include "kernels.hpp"
#include "own_graph.hpp"

#include <lotse/graph/betweenness.hpp>
#include <lotse/graph/brokerage.hpp>
#include <lotse/graph/nearness.hpp>
#include <lotse/graph/structural_holes.hpp>

#include <stdexcept>
#include <utility>

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

/// Both come from one search; each is timed with the other.
Kernel closeness() {
    return {"closeness",
            {15, 40, 15},
            10'000,
            true,
            [](const BenchGraph& graph, Threads threads) {
                return Contender{"lotse", [rows = csr(graph, Lengths::hops), threads] {
                                     return plain(graph::nearness(*rows, threads).closeness);
                                 }};
            },
            [](const BenchGraph& graph) {
                return std::vector<Contender>{
                    {"igraph", [peer = IgraphPeer{graph.edges}] { return peer.closeness(); }}};
            }};
}

Kernel harmonic() {
    return {"harmonic",
            {15, 40, 15},
            10'000,
            true,
            [](const BenchGraph& graph, Threads threads) {
                return Contender{"lotse", [rows = csr(graph, Lengths::hops), threads] {
                                     return plain(graph::nearness(*rows, threads).harmonic);
                                 }};
            },
            [](const BenchGraph& graph) {
                return std::vector<Contender>{
                    {"igraph", [peer = IgraphPeer{graph.edges}] { return peer.harmonic(); }},
                    {"Boost.Graph", [peer = BoostPeer{graph.edges}] { return peer.harmonic(); }}};
            }};
}

Kernel constraint() {
    return {"constraint",
            {4, 4, 4},
            10'000,
            true,
            [](const BenchGraph& graph, Threads threads) {
                return Contender{"lotse", [rows = csr(graph, Lengths::hops), threads] {
                                     return plain(graph::constraint(*rows, threads));
                                 }};
            },
            [](const BenchGraph& graph) {
                return std::vector<Contender>{
                    {"igraph", [peer = IgraphPeer{graph.edges}] { return peer.constraint(); }}};
            }};
}

/// Directed from the smaller to the larger vertex, in ten groups; the order of the roles is that of
/// R sna, its one peer.
Kernel brokerage() {
    return {"brokerage",
            {},
            2000,
            false,
            [](const BenchGraph& graph, Threads threads) {
                BenchGraph directed = graph;
                directed.edges.direction = graph::Direction::directed;
                std::vector<std::size_t> groups;
                for (std::size_t v = 0; v < graph.edges.vertices; ++v) groups.push_back(v % 10);
                return Contender{"lotse", [rows = csr(directed, Lengths::hops), groups, threads] {
                                     std::vector<double> out;
                                     for (auto roles : graph::brokerage(*rows, groups, threads)) {
                                         std::swap(roles[2], roles[3]);
                                         for (const auto count : roles)
                                             out.push_back(static_cast<double>(count));
                                     }
                                     return out;
                                 }};
            },
            [](const BenchGraph&) { return std::vector<Contender>{}; }};
}

}  // namespace

std::vector<Kernel> centrality_kernels() {
    return {betweenness(), weighted_betweenness(), closeness(),
            harmonic(),    constraint(),           brokerage()};
}

}  // namespace lotse::bench
