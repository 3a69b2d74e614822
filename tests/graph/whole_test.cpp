#include "brute_force.hpp"

#include <lotse/graph/random_graphs.hpp>
#include <lotse/graph/whole.hpp>

#include <catch2/catch.hpp>

#include <map>

using namespace lotse::graph;

namespace {

EdgeList undirected(std::size_t vertices, std::vector<Edge> edges) {
    return {vertices, std::move(edges), Direction::undirected};
}

EdgeList star(std::size_t vertices) {
    EdgeList out = undirected(vertices, {});
    for (std::size_t v = 1; v < vertices; ++v) out.edges.push_back({0, v});
    return out;
}

/// Pearson's correlation of the graph with the pattern of a core, over all pairs.
std::optional<double> fit(const EdgeList& g, unsigned core) {
    const auto a = brute_force::adjacency(g);
    double n = 0, x = 0, y = 0, xy = 0;
    for (std::size_t i = 0; i < g.vertices; ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const bool pattern = ((core >> i) & 1U) != 0 || ((core >> j) & 1U) != 0;
            ++n;
            x += a[i][j];
            y += pattern ? 1 : 0;
            xy += pattern ? a[i][j] : 0;
        }
    const double spread = (n * x - x * x) * (n * y - y * y);
    if (spread <= 0) return std::nullopt;
    return (n * xy - x * y) / std::sqrt(spread);
}

}  // namespace

TEST_CASE("degree centralization of known graphs") {
    CHECK(*degree_centralization(star(6)) == Approx(1));
    CHECK(*degree_centralization(undirected(3, {{0, 1}, {1, 2}, {0, 2}})) == 0);
    CHECK(*degree_centralization(undirected(4, {{0, 1}, {1, 2}, {2, 3}})) == Approx(2.0 / 6));
    CHECK_FALSE(degree_centralization(undirected(2, {{0, 1}})));
}

TEST_CASE("transitivity and reciprocity by hand") {
    // a triangle with a tail: 3 of 5 paths of two edges are closed
    CHECK(**transitivity(undirected(4, {{0, 1}, {1, 2}, {0, 2}, {2, 3}})) == Approx(3.0 / 5));
    CHECK_FALSE(*transitivity(undirected(2, {{0, 1}})));
    CHECK_FALSE(*transitivity(undirected(0, {})));
    CHECK(*reciprocity({3, {{0, 1}, {1, 0}, {1, 2}}, Direction::directed}) == Approx(2.0 / 3));
    CHECK_FALSE(reciprocity({3, {}, Direction::directed}));
}

TEST_CASE("a star has a core of one and fits perfectly; no core fits where all are the same") {
    CHECK(core_periphery(star(7)).core == 1);
    CHECK(*core_periphery(star(7)).fit == Approx(1));
    CHECK_FALSE(core_periphery(undirected(5, {})).fit);
    CHECK_FALSE(core_periphery(undirected(3, {{0, 1}, {1, 2}, {0, 2}})).fit);
    CHECK_FALSE(core_periphery(undirected(0, {})).fit);
}

TEST_CASE("core and periphery of random graphs against all splits") {
    Random random{5};
    int best = 0;
    int graphs = 0;
    double gap = 0;
    for (int run = 0; run < 400; ++run) {
        const std::size_t n = 3 + random.below(6);
        const EdgeList g =
            random_graph(n, random.below(n * (n - 1) / 2 + 1), Direction::undirected, random);
        const CorePeriphery found = core_periphery(g);
        std::optional<double> optimum;
        for (unsigned core = 1; core + 1 < 1U << n; ++core)
            if (const auto value = fit(g, core)) optimum = std::max(optimum.value_or(-2), *value);
        REQUIRE(found.fit.has_value() == optimum.has_value());
        if (!optimum) continue;
        ++graphs;
        CHECK(*found.fit <= *optimum + 1e-9);
        gap = std::max(gap, *optimum - *found.fit);
        best += *found.fit > *optimum - 1e-9 ? 1 : 0;
    }
    INFO("best in " << best << " of " << graphs << ", largest gap " << gap);
    CHECK(best > graphs * 9 / 10);  // a heuristic
    CHECK(gap < 0.3);
}

TEST_CASE("random graphs of a size are uniform") {
    Random random{1};
    for (const Direction direction : {Direction::undirected, Direction::directed}) {
        std::map<std::vector<Edge>, int> seen;
        const std::size_t graphs = direction == Direction::undirected ? 15 : 66;  // 6, 12 over 2
        constexpr int draws = 33000;
        for (int i = 0; i < draws; ++i) {
            const EdgeList g = simplified(random_graph(4, 2, direction, random), Merge::max);
            REQUIRE(g.edges.size() == 2);
            ++seen[g.edges];
        }
        CHECK(seen.size() == graphs);
        for (const auto& [edges, count] : seen)
            CHECK(count == Approx(draws / static_cast<double>(graphs)).epsilon(0.2));
    }
    CHECK(random_graph(5, 10, Direction::undirected, random).edges.size() == 10);
    CHECK(random_graph(0, 0, Direction::undirected, random).edges.empty());
}

TEST_CASE("rewiring keeps degrees and reaches every graph that has them, equally often") {
    // labelled paths on four vertices with given degrees 1 2 2 1: a-b-c-d and a-c-b-d
    Random random{2};
    Rewiring path{undirected(4, {{0, 1}, {1, 2}, {2, 3}})};
    std::map<std::vector<Edge>, int> seen;
    for (int i = 0; i < 4000; ++i) {
        path.swap(20, random);
        ++seen[simplified(path.graph(), Merge::max).edges];
        REQUIRE(degrees(path.graph(), Ends::all) == std::vector<std::size_t>{1, 2, 2, 1});
    }
    CHECK(seen.size() == 2);
    for (const auto& [edges, count] : seen) CHECK(count == Approx(2000).epsilon(0.1));

    for (int run = 0; run < 200; ++run)
        for (const Direction direction : {Direction::undirected, Direction::directed}) {
            const std::size_t n = 2 + random.below(8);
            const EdgeList g =
                random_graph(n, random.below(n * (n - 1) / 2 + 1), direction, random);
            Rewiring rewiring{g};
            rewiring.swap(100, random);
            const EdgeList& after = rewiring.graph();
            CHECK(degrees(after, Ends::in) == degrees(g, Ends::in));
            CHECK(degrees(after, Ends::out) == degrees(g, Ends::out));
            CHECK(simplified(after, Merge::max).edges.size() == g.edges.size());
        }
}
