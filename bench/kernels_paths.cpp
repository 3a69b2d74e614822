#include "boost_peer.hpp"
#include "igraph_peer.hpp"
#include "kernels.hpp"
#include "own_graph.hpp"

#include <lotse/base/random.hpp>
#include <lotse/graph/arc_labels.hpp>
#include <lotse/graph/hop_path_search.hpp>
#include <lotse/graph/hop_search.hpp>
#include <lotse/graph/hop_sums.hpp>
#include <lotse/graph/k_shortest_paths.hpp>
#include <lotse/graph/weighted_path_search.hpp>

#include <limits>
#include <memory>
#include <span>

namespace lotse::bench {
namespace {

using graph::Csr;
using graph::HopSearch;
using graph::Lengths;
using graph::Threads;
using graph::Vertex;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::size_t largest = 10'000;

/// The same hundred questions for all.
std::vector<VertexPair> pairs(const BenchGraph& graph) {
    Random random{11};
    std::vector<VertexPair> out;
    for (int i = 0; i < 100; ++i)
        out.emplace_back(random.below(graph.edges.vertices), random.below(graph.edges.vertices));
    return out;
}

std::vector<std::size_t> sources(const BenchGraph& graph, std::size_t number) {
    Random random{12};
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < number; ++i) out.push_back(random.below(graph.edges.vertices));
    return out;
}

Vertex vertex(std::size_t v) {
    return static_cast<Vertex>(v);
}

std::vector<double> plain(std::span<const std::uint32_t> hops) {
    std::vector<double> out;
    out.reserve(hops.size());
    for (const std::uint32_t d : hops) out.push_back(d == HopSearch::unreached ? infinity : d);
    return out;
}

double hops(std::span<const Vertex> way) {
    return way.empty() ? infinity : static_cast<double>(way.size() - 1);
}

Kernel within_three() {
    return {"within 3 hops",
            {1.5, 5, 1.5},
            largest,
            true,
            [](const BenchGraph& graph, Threads threads) {
                return Contender{"lotse", [rows = csr(graph, Lengths::hops), threads] {
                                     const auto found = graph::within_hops(*rows, 3, threads);
                                     return std::vector<double>{found.begin(), found.end()};
                                 }};
            },
            [](const BenchGraph& graph) {
                return std::vector<Contender>{
                    {"igraph", [peer = IgraphPeer{graph.edges}] { return peer.within(3); }}};
            }};
}

/// Paths have no goal where the districts lie in a row: every way leads through the row, and two
/// searches meet nearly as much of it as one.
Kernel path() {
    return {"100 paths, hops",
            {0, 40, 40},
            largest,
            false,
            [](const BenchGraph& graph, Threads) {
                auto rows = csr(graph, Lengths::hops);
                auto search = std::make_shared<graph::HopPathSearch>(*rows);
                return Contender{
                    "lotse", [rows, search, asked = pairs(graph)] {
                        std::vector<double> out;
                        for (const auto& [from, to] : asked)
                            out.push_back(hops(search->path(vertex(from), vertex(to))));
                        return out;
                    }};
            },
            [](const BenchGraph& graph) {
                return std::vector<Contender>{
                    {"igraph", [peer = IgraphPeer{graph.edges}, asked = pairs(graph)] {
                         return peer.path_hops(asked);
                     }}};
            }};
}

/// Every fourth edge is not allowed; igraph gets the graph without them.
Kernel typed_path() {
    constexpr graph::LabelSet allowed = 0b0111;
    const auto label = [](const graph::Edge& edge) {
        return static_cast<std::uint8_t>((edge.from * 31 + edge.to) % 4);
    };
    return {"100 paths, typed",
            {0, 40, 40},
            largest,
            false,
            [=](const BenchGraph& graph, Threads) {
                auto rows = csr(graph, Lengths::hops);
                std::vector<std::uint8_t> labels;
                for (const graph::Edge& edge : graph.edges.edges) labels.push_back(label(edge));
                const auto typed = std::make_shared<const graph::ArcLabels>(
                    *graph::arc_labels(graph.edges, labels));
                auto search = std::make_shared<graph::HopPathSearch>(*rows);
                return Contender{"lotse", [rows, search, typed, asked = pairs(graph)] {
                                     std::vector<double> out;
                                     for (const auto& [from, to] : asked)
                                         out.push_back(hops(search->path(vertex(from), vertex(to),
                                                                         *typed, allowed)));
                                     return out;
                                 }};
            },
            [=](const BenchGraph& graph) {
                graph::EdgeList legal = graph.edges;
                std::erase_if(legal.edges, [&](const graph::Edge& edge) {
                    return ((allowed >> label(edge)) & 1U) == 0;
                });
                return std::vector<Contender>{
                    {"igraph", [peer = IgraphPeer{legal}, asked = pairs(graph)] {
                         return peer.path_hops(asked);
                     }}};
            }};
}

Kernel shortest_paths() {
    constexpr std::size_t k = 10;
    const auto asked = [](const BenchGraph& graph) {
        auto out = pairs(graph);
        out.resize(5);
        return out;
    };
    return {"5 times 10 shortest paths",
            {0, 40, 40, 10'000},
            largest,
            false,
            [=](const BenchGraph& graph, Threads) {
                return Contender{"lotse", [rows = csr(graph, Lengths::hops), asked = asked(graph)] {
                                     std::vector<double> out;
                                     for (const auto& [from, to] : asked) {
                                         double sum = 0;
                                         for (const auto& way : graph::k_shortest_paths(
                                                  *rows, vertex(from), vertex(to), k))
                                             sum += way.length;
                                         out.push_back(sum);
                                     }
                                     return out;
                                 }};
            },
            [=](const BenchGraph& graph) {
                return std::vector<Contender>{
                    {"igraph", [peer = IgraphPeer{graph.edges}, asked = asked(graph)] {
                         return peer.shortest_paths(asked, k);
                     }}};
            }};
}

Kernel weighted_path() {
    return {"100 paths, lengths",
            {0, 20, 20},
            largest,
            false,
            [](const BenchGraph& graph, Threads) {
                auto rows = csr(graph, Lengths::weights);
                auto search = std::make_shared<graph::WeightedPathSearch>(*rows);
                return Contender{
                    "lotse", [rows, search, asked = pairs(graph)] {
                        std::vector<double> out;
                        for (const auto& [from, to] : asked) {
                            const auto way = search->path(vertex(from), vertex(to));
                            out.push_back(way.vertices.empty() ? infinity : way.length);
                        }
                        return out;
                    }};
            },
            [](const BenchGraph& graph) {
                return std::vector<Contender>{
                    {"igraph", [peer = IgraphPeer{graph.edges},
                                asked = pairs(graph)] { return peer.path_lengths(asked); }},
                    {"Boost.Graph", [peer = BoostPeer{graph.edges}, asked = pairs(graph)] {
                         return peer.path_lengths(asked);
                     }}};
            }};
}

/// One search from all sources at once, against one from each.
Kernel nearest() {
    return {"nearest of 100",
            {40, 40, 40},
            largest,
            false,
            [](const BenchGraph& graph, Threads) {
                auto rows = csr(graph, Lengths::hops);
                auto search = std::make_shared<HopSearch>(rows->out());
                std::vector<Vertex> from;
                for (const std::size_t v : sources(graph, 100)) from.push_back(vertex(v));
                return Contender{"lotse", [rows, search, from] {
                                     return plain(search->nearest(from).distance);
                                 }};
            },
            [](const BenchGraph& graph) {
                return std::vector<Contender>{
                    {"igraph", [peer = IgraphPeer{graph.edges}, from = sources(graph, 100)] {
                         return peer.nearest(from);
                     }}};
            }};
}

Kernel one_to_all() {
    return {"one to all",
            {5, 5, 5},
            largest,
            false,
            [](const BenchGraph& graph, Threads) {
                auto rows = csr(graph, Lengths::hops);
                auto search = std::make_shared<HopSearch>(rows->out());
                return Contender{"lotse", [rows, search, from = sources(graph, 10)] {
                                     std::vector<double> out;
                                     for (const std::size_t v : from) {
                                         const Vertex source = vertex(v);
                                         const auto found = plain(search->distances({&source, 1}));
                                         out.insert(out.end(), found.begin(), found.end());
                                     }
                                     return out;
                                 }};
            },
            [](const BenchGraph& graph) {
                return std::vector<Contender>{
                    {"igraph", [peer = IgraphPeer{graph.edges}, from = sources(graph, 10)] {
                         return peer.distances(from);
                     }}};
            }};
}

}  // namespace

std::vector<Kernel> path_kernels() {
    return {within_three(),   path(),    typed_path(), weighted_path(),
            shortest_paths(), nearest(), one_to_all()};
}

}  // namespace lotse::bench
