// Closeness, harmonic centrality, constraint: ours against igraph, by any number of threads.

#include "igraph_oracle.hpp"
#include "sample_graphs.hpp"

#include <lotse/graph/nearness.hpp>
#include <lotse/graph/structural_holes.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace lotse::graph;
using igraph_oracle::Oracle;

namespace {

/// igraph's NaN is our nullopt.
bool agree(const Scores& found, const std::vector<double>& expected) {
    return std::ranges::equal(found, expected, [](const std::optional<double>& a, double b) {
        return a ? std::abs(*a - b) <= 1e-9 * std::max(1.0, std::abs(b)) : std::isnan(b);
    });
}

bool nearness_agrees(const EdgeList& graph, Lengths lengths, const Nearness& found) {
    if (graph.vertices < 2)
        return found.closeness == Scores(graph.vertices) &&
               found.harmonic == Scores(graph.vertices);
    Oracle oracle{graph};
    return agree(found.closeness, oracle.closeness(lengths)) &&
           agree(found.harmonic, oracle.harmonic(lengths));
}

bool constraint_agrees(const EdgeList& graph, const Scores& found) {
    return graph.vertices == 0 ? found.empty() : agree(found, Oracle{graph}.constraint());
}

}  // namespace

TEST_CASE("closeness, harmonic centrality and constraint are igraph's on 10,000 random graphs") {
    std::mt19937 random{2010};
    int wrong = 0;
    for (int i = 0; i < 10000; ++i) {
        const EdgeList graph = sample_graphs::any(random, 14);
        for (const Lengths lengths : {Lengths::hops, Lengths::weights})
            if (!nearness_agrees(graph, lengths, nearness(*Csr::of(graph, lengths), {}))) ++wrong;
        const EdgeList simple = simplified(graph, Merge::max);
        if (!constraint_agrees(simple, constraint(*Csr::of(simple, Lengths::hops), {}))) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("closeness, harmonic centrality and constraint by any number of threads") {
    std::mt19937 random{2011};
    for (const Direction direction : {Direction::undirected, Direction::directed}) {
        std::vector<EdgeList> graphs = sample_graphs::shipped(direction);
        graphs.push_back(sample_graphs::ring(random, 900, direction));
        for (Edge& e : graphs.back().edges) e.weight = 1 + static_cast<double>(random()) / 4e9;
        for (const EdgeList& graph : graphs) {
            const EdgeList simple = simplified(graph, Merge::max);
            const Csr rows = *Csr::of(simple, Lengths::hops);
            const Scores constraints = constraint(rows, {});
            const Scores sizes = effective_size(rows, {});
            CHECK(constraint_agrees(simple, constraints));
            for (const std::size_t threads : {2U, 3U, 7U}) {
                CHECK(constraint(rows, Threads{threads}) == constraints);
                CHECK(effective_size(rows, Threads{threads}) == sizes);
            }
            for (const Lengths lengths : {Lengths::hops, Lengths::weights}) {
                const Csr csr = *Csr::of(graph, lengths);
                const Nearness one = nearness(csr, Threads{1});
                CHECK(nearness_agrees(graph, lengths, one));
                for (const std::size_t threads : {2U, 3U, 7U}) {
                    const Nearness several = nearness(csr, Threads{threads});
                    CHECK(several.closeness == one.closeness);
                    CHECK(several.harmonic == one.harmonic);
                }
            }
        }
    }
}
