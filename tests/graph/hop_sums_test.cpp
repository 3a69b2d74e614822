// Waves of 256 searches against igraph, one search a vertex.

#include "igraph_oracle.hpp"
#include "sample_graphs.hpp"

#include <lotse/graph/hop_search.hpp>
#include <lotse/graph/hop_sums.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <functional>

using namespace lotse::graph;
using igraph_oracle::Oracle;

namespace {

Csr rows_of(const EdgeList& graph) {
    const auto csr = Csr::of(graph, Lengths::hops);
    REQUIRE(csr);
    return *csr;
}

bool near(double a, double b) {
    return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b));
}

/// Everything that igraph says about distances in hops, said by our sums.
bool agree(const EdgeList& graph, const std::vector<HopSums>& sums) {
    if (sums.size() != graph.vertices) return false;
    if (graph.vertices < 2)
        return graph.vertices == 0 || (sums[0].reached == 0 && sums[0].inverse == 0);
    Oracle oracle{graph};
    const auto closeness = oracle.closeness(Lengths::hops);
    const auto harmonic = oracle.harmonic(Lengths::hops);
    const auto distances = oracle.distances(Lengths::hops);
    for (std::size_t v = 0; v < graph.vertices; ++v) {
        const HopSums& s = sums[v];
        double farthest = 0;
        for (const double d : distances[v])
            if (std::isfinite(d)) farthest = std::max(farthest, d);
        if (s.farthest != farthest) return false;
        if (!near(s.inverse / static_cast<double>(graph.vertices - 1), harmonic[v])) return false;
        if (s.reached == 0 ? !std::isnan(closeness[v])
                           : !near(s.reached / static_cast<double>(s.hops), closeness[v]))
            return false;
    }
    return true;
}

bool same_bits(const std::vector<HopSums>& a, const std::vector<HopSums>& b) {
    return std::ranges::equal(a, b, [](const HopSums& x, const HopSums& y) {
        return x.reached == y.reached && x.farthest == y.farthest && x.hops == y.hops &&
               x.inverse == y.inverse;
    });
}

bool within_agrees(const EdgeList& graph, const Csr& csr, std::uint32_t hops, Threads threads) {
    const auto found = within_hops(csr, hops, threads);
    if (graph.vertices == 0) return found.empty();
    const auto expected = Oracle{graph}.neighbourhood_sizes(static_cast<int>(hops));
    return std::ranges::equal(found, expected, std::equal_to{},
                              [](std::uint32_t others) { return std::size_t{others} + 1; });
}

std::vector<EdgeList> large_graphs() {
    std::mt19937 random{7};
    std::vector<EdgeList> out = sample_graphs::shipped(Direction::undirected);
    for (EdgeList& g : sample_graphs::shipped(Direction::directed)) out.push_back(std::move(g));
    for (const std::size_t n : {255U, 256U, 257U, 600U, 1300U})
        for (const Direction direction : {Direction::undirected, Direction::directed})
            out.push_back(sample_graphs::ring(random, n, direction));
    return out;
}

}  // namespace

TEST_CASE("sums of distances are igraph's on 12,000 random graphs, by any number of threads") {
    std::mt19937 random{20141201};
    int wrong = 0;
    for (int i = 0; i < 12000; ++i) {
        const EdgeList graph = sample_graphs::any(random, 14);
        const Csr csr = rows_of(graph);
        const auto sums = hop_sums(csr, Threads{1});
        if (!agree(graph, sums) ||
            !within_agrees(graph, csr, static_cast<std::uint32_t>(i % 5), {}))
            ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("sums of distances of graphs of several batches, and of the shipped ones") {
    for (const EdgeList& graph : large_graphs()) {
        INFO(graph.vertices << " vertices, " << graph.edges.size() << " edges");
        const Csr csr = rows_of(graph);
        const auto sums = hop_sums(csr, Threads{1});
        CHECK(agree(graph, sums));
        for (const std::size_t threads : {2U, 3U, 7U}) {
            CHECK(same_bits(hop_sums(csr, Threads{threads}), sums));
            CHECK(within_agrees(graph, csr, 3, Threads{threads}));
        }
    }
}

TEST_CASE("searches from several sources find the nearest, the first of equally near ones") {
    std::mt19937 random{5};
    int wrong = 0;
    for (int i = 0; i < 12000; ++i) {
        const EdgeList graph = sample_graphs::any(random, 14);
        if (graph.vertices == 0) continue;
        const Csr csr = rows_of(graph);
        const auto distances = Oracle{graph}.distances(Lengths::hops);
        HopSearch search{csr.out()};
        for (int question = 0; question < 2; ++question) {  // the second in used memory
            std::vector<Vertex> from(sample_graphs::below(random, 4));
            for (Vertex& v : from)
                v = static_cast<Vertex>(sample_graphs::below(random, graph.vertices));
            const auto found = search.nearest(from);
            for (std::size_t v = 0; v < graph.vertices; ++v) {
                Vertex nearest = HopSearch::nobody;
                std::uint32_t distance = HopSearch::unreached;
                for (const Vertex source : from)
                    if (std::isfinite(distances[source][v]) && distances[source][v] < distance) {
                        distance = static_cast<std::uint32_t>(distances[source][v]);
                        nearest = source;
                    }
                if (found.distance[v] != distance || found.source[v] != nearest) ++wrong;
            }
            const std::vector<std::uint32_t> again(found.distance.begin(), found.distance.end());
            if (!std::ranges::equal(search.distances(from), again)) ++wrong;
        }
    }
    CHECK(wrong == 0);
}
