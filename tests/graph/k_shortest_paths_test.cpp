// The k shortest paths against igraph's, and against every path there is.

#include "igraph_oracle.hpp"
#include "sample_graphs.hpp"

#include <lotse/graph/k_shortest_paths.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <set>

using namespace lotse::graph;
using igraph_oracle::Oracle;

namespace {

/// Lengths of all loopless paths, ascending; parallel edges make different ones.
struct Enumeration {
    const Csr& csr;
    Vertex to;
    std::vector<double> lengths;
    std::vector<bool> visited;

    void from(Vertex v, double length) {
        if (v == to) {
            lengths.push_back(length);
            return;
        }
        visited[v] = true;
        for (Arc arc = csr.out().first[v]; arc < csr.out().first[v + 1]; ++arc)
            if (!visited[csr.out().to[arc]])
                from(csr.out().to[arc],
                     length + (csr.lengths() == Lengths::hops ? 1 : csr.out().lengths[arc]));
        visited[v] = false;
    }
};

std::vector<double> all_lengths(const Csr& csr, Vertex from, Vertex to) {
    Enumeration all{csr, to, {}, std::vector<bool>(csr.vertices())};
    all.from(from, 0);
    std::ranges::sort(all.lengths);
    return all.lengths;
}

bool is_loopless(const Csr& csr, const LooplessPath& path, Vertex from, Vertex to) {
    if (path.vertices.front() != from || path.vertices.back() != to) return false;
    for (std::size_t i = 1; i < path.vertices.size(); ++i)
        if (!std::ranges::binary_search(csr.out().of(path.vertices[i - 1]), path.vertices[i]))
            return false;
    return std::set<Vertex>(path.vertices.begin(), path.vertices.end()).size() ==
           path.vertices.size();
}

bool agree(const Csr& csr, const std::vector<LooplessPath>& found, Vertex from, Vertex to,
           const std::vector<double>& expected) {
    return std::ranges::equal(found, expected, [&](const LooplessPath& path, double length) {
        return std::abs(path.length - length) <= 1e-9 * std::max(1.0, length) &&
               is_loopless(csr, path, from, to);
    });
}

}  // namespace

TEST_CASE("the k shortest paths are the shortest of all paths, on 10,000 random graphs") {
    std::mt19937 random{1971};
    int wrong = 0;
    for (int i = 0; i < 10000; ++i) {
        const EdgeList graph = sample_graphs::any(random, 7);
        if (graph.vertices == 0) continue;
        const auto from = static_cast<Vertex>(sample_graphs::below(random, graph.vertices));
        const auto to = static_cast<Vertex>(sample_graphs::below(random, graph.vertices));
        const std::size_t k = sample_graphs::below(random, 30);
        for (const Lengths lengths : {Lengths::hops, Lengths::weights}) {
            const Csr csr = *Csr::of(graph, lengths);
            std::vector<double> expected = all_lengths(csr, from, to);
            if (expected.size() > k) expected.resize(k);
            const auto found = k_shortest_paths(csr, from, to, k);
            if (!agree(csr, found, from, to, expected)) ++wrong;
            std::set<std::vector<Vertex>> different;
            for (const LooplessPath& path : found) different.insert(path.vertices);
            if (graph.edges.size() == simplified(graph, Merge::max).edges.size() &&
                different.size() != found.size())
                ++wrong;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("the k shortest paths are as long as igraph's, on larger and the shipped graphs") {
    std::mt19937 random{1972};
    for (const Direction direction : {Direction::undirected, Direction::directed}) {
        std::vector<EdgeList> graphs = sample_graphs::shipped(direction);
        graphs.push_back(sample_graphs::ring(random, 400, direction));
        for (Edge& e : graphs.back().edges) e.weight = 1 + static_cast<double>(random()) / 4e9;
        for (const EdgeList& graph : graphs) {
            Oracle oracle{graph};
            int wrong = 0;
            for (const Lengths lengths : {Lengths::hops, Lengths::weights}) {
                const Csr csr = *Csr::of(graph, lengths);
                for (int i = 0; i < 20; ++i) {
                    const auto from =
                        static_cast<Vertex>(sample_graphs::below(random, graph.vertices));
                    const auto to =
                        static_cast<Vertex>(sample_graphs::below(random, graph.vertices));
                    if (from == to) continue;
                    if (!agree(csr, k_shortest_paths(csr, from, to, 10), from, to,
                               oracle.k_shortest(from, to, 10, lengths)))
                        ++wrong;
                }
            }
            INFO(graph.vertices << " vertices, " << graph.edges.size() << " edges");
            CHECK(wrong == 0);
        }
    }
}
