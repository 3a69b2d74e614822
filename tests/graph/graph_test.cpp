#include <lotse/graph/centrality.hpp>
#include <lotse/graph/edge_list.hpp>
#include <lotse/graph/nearness.hpp>
#include <lotse/graph/structural_holes.hpp>
#include <lotse/graph/structure.hpp>

#include <catch2/catch.hpp>

#include <limits>
#include <thread>

using namespace lotse;
using namespace lotse::graph;

namespace {

EdgeList undirected(std::size_t vertices, std::vector<Edge> edges) {
    return {vertices, std::move(edges), Direction::undirected};
}
EdgeList directed(std::size_t vertices, std::vector<Edge> edges) {
    return {vertices, std::move(edges), Direction::directed};
}

}  // namespace

TEST_CASE("simplified drops loops and merges parallel edges, in any order of the rows") {
    const std::vector<Edge> rows{{1, 0, 2}, {2, 2, 9}, {0, 1, 3}, {1, 2, 1}};
    const auto g = simplified(undirected(3, rows), Merge::max);
    CHECK(g.edges == std::vector<Edge>{{0, 1, 3}, {1, 2, 1}});
    CHECK(simplified(undirected(3, {rows.rbegin(), rows.rend()}), Merge::max).edges == g.edges);
    CHECK(simplified(undirected(3, rows), Merge::sum).edges ==
          std::vector<Edge>{{0, 1, 5}, {1, 2, 1}});
    CHECK(simplified(directed(3, rows), Merge::max).edges ==
          std::vector<Edge>{{0, 1, 3}, {1, 0, 2}, {1, 2, 1}});
    CHECK(undirected_projection(directed(3, rows), Merge::max).edges == g.edges);
}

TEST_CASE("degrees and strengths") {
    const auto g = directed(3, {{0, 1, 3}, {1, 0, 2}, {1, 2, 4}});
    CHECK(degrees(g, Ends::out) == std::vector<std::size_t>{1, 2, 0});
    CHECK(degrees(g, Ends::in) == std::vector<std::size_t>{1, 1, 1});
    CHECK(degrees(g, Ends::all) == std::vector<std::size_t>{2, 3, 1});
    CHECK(strengths(g) == std::vector<double>{5, 9, 4});
    CHECK(degrees(undirected(2, {{0, 1}}), Ends::in) == std::vector<std::size_t>{1, 1});
}

TEST_CASE("empty and single graphs have no value that is not a number") {
    for (const std::size_t n : {std::size_t{0}, std::size_t{1}, std::size_t{3}}) {
        for (const auto& g : {undirected(n, {}), directed(n, {})}) {
            CHECK(*betweenness(g, Lengths::hops) == Scores(n, 0.0));
            CHECK(*betweenness(g, Lengths::weights) == Scores(n, 0.0));
            for (const Lengths lengths : {Lengths::hops, Lengths::weights}) {
                const Nearness near = nearness(*Csr::of(g, lengths), {});
                CHECK(near.closeness == Scores(n));
                CHECK(near.harmonic == (n == 1 ? Scores(1) : Scores(n, 0.0)));
            }
            CHECK(*eigenvector(g) == Scores(n));
            CHECK(*pagerank(g) == Scores(n, 1.0 / static_cast<double>(n)));
            CHECK(constraint(*Csr::of(g, Lengths::hops), {}) == Scores(n));
            CHECK(effective_size(*Csr::of(g, Lengths::hops), {}) == Scores(n));
            CHECK(*coreness(g) == std::vector<std::size_t>(n, 0));
            CHECK(cut_vertices(g)->empty());
            CHECK(components(g)->sizes == std::vector<std::size_t>(n, 1));
        }
    }
}

TEST_CASE("the largest component comes first") {
    // 0   1-3   2-4-5
    const auto found = components(undirected(6, {{1, 3}, {2, 4}, {4, 5}}));
    CHECK(found->of == std::vector<std::size_t>{2, 1, 0, 1, 0, 0});
    CHECK(found->sizes == std::vector<std::size_t>{3, 2, 1});
}

TEST_CASE("broken preconditions are errors, not crashes") {
    CHECK(betweenness(undirected(2, {{0, 2}}), Lengths::hops).error().kind == ErrorKind::engine);
    for (const double weight : {0.0, -1.0, 1e-10, 1e10, std::numeric_limits<double>::quiet_NaN(),
                                std::numeric_limits<double>::infinity()}) {
        const auto g = undirected(2, {{0, 1, weight}});
        CHECK_FALSE(betweenness(g, Lengths::weights));
    }
}

TEST_CASE("two strong components of the same eigenvalue leave no vector to stand out") {
    CHECK(*eigenvector(directed(6, {{0, 1}, {1, 2}, {2, 0}, {3, 4}, {4, 5}, {5, 3}})) == Scores(6));
    // A circle of two beside a complete graph of three: the denser one leads.
    const Scores one =
        *eigenvector(directed(5, {{0, 1}, {1, 0}, {2, 3}, {3, 2}, {2, 4}, {4, 2}, {3, 4}, {4, 3}}));
    CHECK(one[0] == 0.0);
    CHECK(*one[2] == Approx(1));
}

TEST_CASE("a directed graph whose leading eigenvalue is degenerate has no eigenvector centrality") {
    // two circles of equal weight, one leading into the other: ARPACK does not converge
    const auto g = directed(7, {{0, 1}, {1, 2}, {1, 6}, {2, 4}, {3, 5}, {4, 2}, {4, 5}, {5, 3}});
    CHECK(*eigenvector(g) == Scores(7));
    CHECK(*eigenvector(directed(2, {{0, 1}})) == Scores(2, 0.0));  // no circle at all
}

TEST_CASE("components that share the largest eigenvalue are equals") {
    const auto triangles =
        undirected(9, {{0, 1}, {1, 2}, {0, 2}, {3, 4}, {4, 5}, {3, 5}, {6, 7}, {7, 8}, {6, 8}});
    const Scores equal = *eigenvector(triangles);
    for (const auto& score : equal) CHECK(score.value() == Approx(1));
    // a star of four and a ring of five: 2 is the largest eigenvalue of both
    const auto mixed =
        undirected(11, {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {5, 6}, {6, 7}, {7, 8}, {8, 9}, {5, 9}});
    const Scores scores = *eigenvector(mixed);
    CHECK(scores[0].value() == Approx(1));
    for (const std::size_t leaf : {1U, 2U, 3U, 4U}) CHECK(scores[leaf].value() == Approx(0.5));
    for (const std::size_t on_ring : {5U, 6U, 7U, 8U, 9U})
        CHECK(scores[on_ring].value() == Approx(2.0 / 3));
    CHECK(scores[10].value() == 0);
}

TEST_CASE("effective size of a directed graph as networkx 2.8.8 computes it") {
    const auto g = directed(5, {{0, 1}, {1, 0}, {1, 2}, {2, 3}, {3, 1}, {0, 4}, {4, 1}});
    const std::vector<double> expected{7.0 / 6, 3.1, 1.25, 1.25, 1};
    const auto found = effective_size(*Csr::of(g, Lengths::hops), {});
    for (std::size_t i = 0; i < 5; ++i) CHECK(*found[i] == Approx(expected[i]).epsilon(1e-12));
}

TEST_CASE("several threads may ask at once: igraph sees one at a time") {
    std::vector<Edge> ring;
    for (std::size_t i = 0; i < 200; ++i) ring.push_back({i, (i + 1) % 200});
    const auto g = simplified(undirected(200, ring), Merge::max);
    const auto expected = pagerank(g);
    std::array<bool, 4> same{};
    {
        std::vector<std::jthread> threads;
        for (bool& equal : same)
            threads.emplace_back([&] {
                equal = true;
                for (int i = 0; i < 20; ++i)
                    equal = equal && *pagerank(g) == *expected &&
                            !betweenness(undirected(1, {{0, 1}}), Lengths::hops);
            });
    }
    CHECK(same == std::array{true, true, true, true});
}
