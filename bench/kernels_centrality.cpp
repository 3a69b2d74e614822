#include "boost_peer.hpp"
#include "igraph_peer.hpp"
#include "kernels.hpp"

#include <lotse/graph/betweenness.hpp>

#include <limits>
#include <memory>
#include <stdexcept>

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
        Kernel::Cost::all_pairs,
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
            Kernel::Cost::all_pairs,
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
