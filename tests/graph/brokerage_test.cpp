#include "sample_graphs.hpp"

#include <lotse/graph/brokerage.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>

using namespace lotse::graph;

namespace {

using Counts = std::vector<PerRole<std::int64_t>>;

/// The directed graph on n vertices whose edges are the bits set in `bits`.
EdgeList graph_of(std::size_t n, std::uint64_t bits) {
    EdgeList out{n, {}, Direction::directed};
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            if (i != j) {
                if ((bits & 1) != 0) out.edges.push_back({i, j});
                bits >>= 1;
            }
    return out;
}

/// Straight from the definition, all triples.
Counts brute_force(const EdgeList& g, const std::vector<std::size_t>& group) {
    std::vector<std::vector<bool>> a(g.vertices, std::vector<bool>(g.vertices, false));
    for (const Edge& e : g.edges) a[e.from][e.to] = true;
    Counts out(g.vertices, PerRole<std::int64_t>{});
    for (std::size_t i = 0; i < g.vertices; ++i)
        for (std::size_t j = 0; j < g.vertices; ++j)
            for (std::size_t k = 0; k < g.vertices; ++k) {
                if (i == j || j == k || i == k || !a[i][j] || !a[j][k] || a[i][k]) continue;
                const bool first = group[i] == group[j];
                const bool last = group[j] == group[k];
                const bool ends = group[i] == group[k];
                ++out[j][5];
                if (first && last) ++out[j][0];
                if (!first && ends) ++out[j][1];
                if (!first && last) ++out[j][2];
                if (first && !last) ++out[j][3];
                if (!first && !last && !ends) ++out[j][4];
            }
    return out;
}

/// Of a directed graph when its pairs are joined independently.
double probability_of(const EdgeList& g, const Dyads& dyads) {
    double out = 1;
    for (std::size_t i = 0; i < g.vertices; ++i)
        for (std::size_t j = i + 1; j < g.vertices; ++j) {
            const auto arcs = std::ranges::count_if(g.edges, [&](const Edge& e) {
                return (e.from == i && e.to == j) || (e.from == j && e.to == i);
            });
            out *= arcs == 2   ? dyads.mutual
                   : arcs == 1 ? dyads.one_way / 2
                               : 1 - dyads.mutual - dyads.one_way;
        }
    return out;
}

}  // namespace

TEST_CASE("brokerage counts are those of the definition on 10,000 random graphs") {
    std::mt19937 random{1989};
    int wrong = 0;
    for (int round = 0; round < 10000; ++round) {
        const std::size_t n = random() % 13;
        EdgeList g{n, {}, Direction::directed};
        const std::size_t edges = n < 2 ? 0 : random() % (n * n);
        for (std::size_t e = 0; e < edges; ++e) g.edges.push_back({random() % n, random() % n});
        g = simplified(std::move(g), Merge::max);
        std::vector<std::size_t> group(n);
        for (auto& x : group) x = random() % 4;
        if (brokerage(*Csr::of(g, Lengths::hops), group, {}) != brute_force(g, group)) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE(
    "brokerage counts of the shipped data sets and a larger graph, by any number of threads") {
    std::mt19937 random{1989};
    std::vector<EdgeList> graphs = sample_graphs::shipped(Direction::directed);
    graphs.push_back(sample_graphs::ring(random, 700, Direction::directed));
    for (EdgeList& graph : graphs) {
        const EdgeList g = simplified(std::move(graph), Merge::max);
        std::vector<std::size_t> group(g.vertices);
        for (auto& x : group) x = random() % 9;
        const Csr csr = *Csr::of(g, Lengths::hops);
        const Counts expected = brute_force(g, group);
        for (const std::size_t threads : {1U, 2U, 3U, 7U})
            CHECK(brokerage(csr, group, Threads{threads}) == expected);
    }
}

TEST_CASE("expectations are those over all 4,096 directed graphs with four vertices") {
    for (const std::vector<std::size_t>& group : {std::vector<std::size_t>{0, 0, 0, 0},
                                                  {0, 1, 1, 1},
                                                  {0, 0, 0, 1},
                                                  {0, 0, 1, 1},
                                                  {0, 0, 1, 2},
                                                  {0, 1, 2, 3}}) {
        // Nothing, all, arcs independent of each other, undirected, never both ways, a mixture.
        for (const Dyads& dyads : {Dyads{0, 0}, Dyads{1, 0}, Dyads{0.09, 0.42}, Dyads{0.64, 0.32},
                                   Dyads{0.3, 0}, Dyads{0, 0.5}, Dyads{0, 1}, Dyads{0.2, 0.3}}) {
            PerRole<double> mean{};
            PerRole<double> square{};
            for (std::uint64_t bits = 0; bits < 4096; ++bits) {
                const EdgeList g = graph_of(4, bits);
                const double probability = probability_of(g, dyads);
                const auto counts = brute_force(g, group);
                for (std::size_t r = 0; r < brokerage_roles; ++r) {
                    const auto x = static_cast<double>(counts[0][r]);
                    mean[r] += probability * x;
                    square[r] += probability * x * x;
                }
            }
            const auto expected = expected_brokerage(group, dyads);
            for (std::size_t r = 0; r < brokerage_roles; ++r) {
                INFO("role " << r << ", mutual " << dyads.mutual << ", one way " << dyads.one_way);
                CHECK(expected[0].mean[r] == Approx(mean[r]).margin(1e-12));
                CHECK(std::pow(expected[0].deviation[r], 2) ==
                      Approx(square[r] - mean[r] * mean[r]).margin(1e-12));
            }
        }
    }
}

TEST_CASE("z of undirected random graphs has the spread that it promises") {
    // 400 graphs of 20 vertices in two groups, every pair joined with probability 0.2.
    std::mt19937 random{1976};
    std::vector<std::size_t> group(20);
    for (std::size_t v = 0; v < group.size(); ++v) group[v] = v % 2;
    const auto expected = expected_brokerage(group, {0.2, 0});
    double squares = 0;
    constexpr int rounds = 400;
    for (int round = 0; round < rounds; ++round) {
        EdgeList g{group.size(), {}, Direction::directed};
        for (std::size_t i = 0; i < group.size(); ++i)
            for (std::size_t j = i + 1; j < group.size(); ++j)
                if (random() % 5 == 0) {
                    g.edges.push_back({i, j});
                    g.edges.push_back({j, i});
                }
        const auto count = static_cast<double>(brute_force(g, group)[0][5]);
        squares += std::pow((count - expected[0].mean[5]) / expected[0].deviation[5], 2);
    }
    CHECK(squares / rounds == Approx(1).margin(0.25));  // 2 with arcs independent of each other
}

TEST_CASE("how the pairs of a graph are joined") {
    // 0 and 1 both ways, 1 to 2, nothing else of four vertices.
    const EdgeList g{4, {{0, 1}, {1, 0}, {1, 2}}, Direction::directed};
    const Dyads found = dyads(*Csr::of(g, Lengths::hops));
    CHECK(found.mutual == Approx(1.0 / 6));
    CHECK(found.one_way == Approx(1.0 / 6));
    CHECK(found.density() == Approx(3.0 / 12));
    CHECK(dyads(*Csr::of(EdgeList{1, {}, Direction::directed}, Lengths::hops)).density() == 0);
}
