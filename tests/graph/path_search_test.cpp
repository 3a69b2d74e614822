// Searches from both ends against the distances of igraph.

#include "igraph_oracle.hpp"
#include "sample_graphs.hpp"

#include <lotse/graph/hop_path_search.hpp>
#include <lotse/graph/weighted_path_search.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace lotse::graph;
using igraph_oracle::Oracle;

namespace {

/// A path from one vertex to the other whose shortest arcs add up to this; false if an arc is
/// missing or an end is wrong.
bool leads(const Csr& csr, std::span<const Vertex> path, Vertex from, Vertex to, double length) {
    if (path.empty() || path.front() != from || path.back() != to) return false;
    double sum = 0;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const auto arcs = csr.out().of(path[i - 1]);
        const auto [first, last] = std::equal_range(arcs.begin(), arcs.end(), path[i]);
        if (first == last) return false;
        if (csr.lengths() == Lengths::hops) {
            sum += 1;
            continue;
        }
        const auto lengths = csr.out().lengths_of(path[i - 1]);
        const auto at = first - arcs.begin();
        sum += *std::min_element(lengths.begin() + at, lengths.begin() + at + (last - first));
    }
    return std::abs(sum - length) <= 1e-9 * std::max(1.0, length);
}

/// Asks for all pairs; one search answers all, so that old marks would show.
int wrong_answers(const EdgeList& graph, std::mt19937& random) {
    if (graph.vertices == 0) return 0;
    int wrong = 0;
    const Csr hops = *Csr::of(graph, Lengths::hops);
    const Csr weights = *Csr::of(graph, Lengths::weights);
    std::vector<std::uint8_t> labels;
    EdgeList allowed{graph.vertices, {}, graph.direction};
    constexpr LabelSet set = 0b100101;
    for (const Edge& e : graph.edges) {
        labels.push_back(static_cast<std::uint8_t>(sample_graphs::below(random, 6)));
        if (((set >> labels.back()) & 1U) != 0) allowed.edges.push_back(e);
    }
    const Csr legal = *Csr::of(allowed, Lengths::hops);
    const ArcLabels typed = *arc_labels(graph, labels);

    const auto by_hops = Oracle{graph}.distances(Lengths::hops);
    const auto by_weights = Oracle{graph}.distances(Lengths::weights);
    const auto by_legal = Oracle{allowed}.distances(Lengths::hops);
    HopPathSearch hop_search{hops};
    WeightedPathSearch weighted_search{weights};
    const auto check = [&](const Csr& csr, std::span<const Vertex> path, Vertex from, Vertex to,
                           double expected) {
        if (std::isfinite(expected) ? !leads(csr, path, from, to, expected) : !path.empty())
            ++wrong;
    };
    for (Vertex from = 0; from < graph.vertices; ++from)
        for (Vertex to = 0; to < graph.vertices; ++to) {
            check(hops, hop_search.path(from, to), from, to, by_hops[from][to]);
            check(legal, hop_search.path(from, to, typed, set), from, to, by_legal[from][to]);
            const auto path = weighted_search.path(from, to);
            check(weights, path.vertices, from, to, by_weights[from][to]);
            if (!path.vertices.empty() && std::abs(path.length - by_weights[from][to]) > 1e-9)
                ++wrong;
        }
    return wrong;
}

}  // namespace

TEST_CASE("plain, typed and weighted paths are the shortest on 10,000 random graphs") {
    std::mt19937 random{1971};
    int wrong = 0;
    for (int i = 0; i < 10000; ++i)
        wrong += wrong_answers(sample_graphs::any(random, i % 100 == 0 ? 40 : 12), random);
    CHECK(wrong == 0);
}

TEST_CASE("plain, typed and weighted paths are the shortest on the shipped data sets") {
    std::mt19937 random{1966};
    for (const Direction direction : {Direction::undirected, Direction::directed})
        for (const EdgeList& graph : sample_graphs::shipped(direction)) {
            INFO(graph.vertices << " vertices, " << graph.edges.size() << " edges");
            CHECK(wrong_answers(graph, random) == 0);
        }
}

TEST_CASE("paths over lengths with many digits are as long as igraph says") {
    std::mt19937 random{3};
    EdgeList graph = sample_graphs::ring(random, 300, Direction::undirected);
    for (Edge& e : graph.edges) e.weight = 1 + static_cast<double>(random()) / 4e9;
    CHECK(wrong_answers(graph, random) == 0);
}
