// Our own kernels against igraph, on graphs of every shape that a reduction could get wrong.

#include <lotse/graph/betweenness.hpp>

#include "dataset.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <string>

using namespace lotse;
using namespace lotse::graph;

namespace {

class Shapes {
public:
    explicit Shapes(std::uint32_t seed) : random_{seed} {}

    std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_()) % n; }

    /// One of the shapes below, up to three of them side by side or grown together.
    EdgeList any() {
        EdgeList out;
        for (std::size_t parts = below(4); parts-- > 0;) {
            const std::size_t begin = out.vertices;
            piece(out);
            if (begin > 0 && out.vertices > begin && below(2) == 0)
                join(out, below(begin), begin + below(out.vertices - begin));
            for (std::size_t n = below(3); n > 0 && out.vertices > 0; --n) copy(out);
        }
        return out;
    }

private:
    void join(EdgeList& g, std::size_t u, std::size_t v) {
        constexpr std::array<double, 4> lengths{3, 4, 6, 12};
        g.edges.push_back({u, v, lengths.at(below(4))});
    }

    void piece(EdgeList& g) {
        const std::size_t first = g.vertices;
        const std::size_t n = 1 + below(10);
        g.vertices += n;
        switch (below(6)) {
            case 0:  // tree
                for (std::size_t i = 1; i < n; ++i) join(g, first + below(i), first + i);
                break;
            case 1:  // star
                for (std::size_t i = 1; i < n; ++i) join(g, first + i, first);
                break;
            case 2:  // clique
                for (std::size_t i = 1; i < n; ++i)
                    for (std::size_t j = 0; j < i; ++j) join(g, first + i, first + j);
                break;
            case 3:  // circle
                for (std::size_t i = 0; i < n; ++i) join(g, first + i, first + (i + 1) % n);
                break;
            case 4:  // two sides
                for (std::size_t i = 0; i < n; ++i)
                    for (std::size_t j = i % 2 + 1; j < n; j += 2) join(g, first + i, first + j);
                break;
            default:  // anything, with loops and parallel edges
                for (std::size_t m = below(3 * n); m > 0; --m)
                    join(g, first + below(n), first + below(n));
        }
    }

    /// A twin, joined to the original or not.
    void copy(EdgeList& g) {
        const std::size_t original = below(g.vertices);
        const std::size_t twin = g.vertices++;
        const std::vector<Edge> edges = g.edges;
        for (const Edge& e : edges) {
            if (e.from == original && e.to != original) g.edges.push_back({twin, e.to, e.weight});
            if (e.to == original && e.from != original) g.edges.push_back({e.from, twin, e.weight});
        }
        if (below(2) == 0) join(g, original, twin);
    }

    std::mt19937 random_;
};

/// The largest difference, relative to the value where it is above 1e-3.
double difference(const Scores& actual, const Scores& expected) {
    if (actual.size() != expected.size()) return 1;
    double worst = 0;
    for (std::size_t i = 0; i < actual.size(); ++i) {
        if (!actual[i] || !std::isfinite(*actual[i])) return 1;
        worst = std::max(worst, std::abs(*actual[i] - *expected[i]) / std::max(1e-3, *expected[i]));
    }
    return worst;
}

enum class Check { values, values_and_threads };

/// What is wrong, in words; empty: nothing.
std::string compare(EdgeList g, Check check) {
    for (const Direction direction : {Direction::undirected, Direction::directed})
        for (const Lengths lengths : {Lengths::hops, Lengths::weights}) {
            g.direction = direction;
            const std::string what =
                std::to_string(g.vertices) + " vertices, " + std::to_string(g.edges.size()) +
                " edges, " + (direction == Direction::directed ? "directed" : "undirected") +
                (lengths == Lengths::weights ? ", weighted: " : ": ");
            const auto csr = Csr::of(g, lengths);
            const auto expected = betweenness(g, lengths);
            if (!csr || !expected) return what + "refused";
            const auto one = betweenness(*csr, Threads{1});
            if (!one) return what + "refused";
            if (const double d = difference(*one, *expected); d > 1e-9)
                return what + std::to_string(d);
            if (check == Check::values) continue;
            for (const std::size_t threads : {2U, 3U, 7U})
                if (*betweenness(*csr, Threads{threads}) != *one)
                    return what + std::to_string(threads) + " threads";
        }
    return {};
}

/// Clubs that know their federation only, services with several partners, and a circle of
/// neighbours with shortcuts: leaves, bridges, twins, and one large block.
EdgeList referral_like(std::size_t n, std::uint32_t seed) {
    std::mt19937 random{seed};
    const auto below = [&](std::size_t m) { return static_cast<std::size_t>(random()) % m; };
    EdgeList out{n, {}, Direction::undirected};
    const std::size_t core = n / 4;
    const auto add = [&](std::size_t u, std::size_t v) {
        out.edges.push_back({u, v, 3.0 * static_cast<double>(1 + below(3))});
    };
    for (std::size_t v = 0; v < core; ++v)
        for (std::size_t step = 1; step <= 3; ++step)
            add(v, below(10) == 0 ? below(core) : (v + step) % core);
    for (std::size_t v = core; v < n; ++v) {
        const std::size_t partner = below(core);
        add(v, partner);
        if (below(3) == 0) add(v, (partner + 1) % core);
        if (below(20) == 0) add(v, below(v));
    }
    return simplified(std::move(out), Merge::max);
}

}  // namespace

TEST_CASE("betweenness agrees with igraph on 16,000 small graphs of many shapes") {
    Shapes shapes{20191128};
    for (int i = 0; i < 4000; ++i) {
        const std::string wrong =
            compare(shapes.any(), i % 10 == 0 ? Check::values_and_threads : Check::values);
        if (!wrong.empty()) FAIL("graph " << i << ": " << wrong);
    }
}

TEST_CASE("betweenness agrees with igraph on the networks that come with the program") {
    for (const char* name : {"musterkreis", "verzahnung", "nrw-starter"}) {
        const auto network = dataset(name).network();
        EdgeList g{network->actors().size(), {}, Direction::undirected};
        for (const Tie& tie : network->ties())
            g.edges.push_back(
                {(*tie.from).index(), (*tie.to).index(),
                 12.0 / static_cast<double>(std::max<std::int64_t>(tie.level.value_or(1), 1))});
        INFO(name);
        CHECK(compare(g, Check::values_and_threads).empty());
        CHECK(compare(simplified(g, Merge::max), Check::values_and_threads).empty());
    }
}

TEST_CASE("betweenness agrees with igraph on graphs of 1,000 and 3,000 vertices") {
    CHECK(compare(referral_like(1000, 1), Check::values_and_threads).empty());
    EdgeList g = referral_like(3000, 2);
    CHECK(compare(g, Check::values).empty());
}

TEST_CASE("betweenness agrees with igraph where distances are long: a circle and a grid") {
    EdgeList circle{400, {}, Direction::undirected};
    for (std::size_t v = 0; v < 400; ++v) circle.edges.push_back({v, (v + 1) % 400, 3});
    CHECK(compare(circle, Check::values_and_threads).empty());
    constexpr std::size_t side = 30;
    EdgeList grid{side * side, {}, Direction::undirected};
    for (std::size_t v = 0; v < side * side; ++v) {
        if (v % side + 1 < side) grid.edges.push_back({v, v + 1, 4});
        if (v + side < side * side) grid.edges.push_back({v, v + side, 6});
    }
    CHECK(compare(grid, Check::values_and_threads).empty());
}

TEST_CASE("betweenness of trees is counted, whatever their size") {
    // a line of n vertices: vertex i lies between i and n - 1 - i others
    constexpr std::size_t n = 200000;
    EdgeList line{n, {}, Direction::undirected};
    for (std::size_t i = 1; i < n; ++i) line.edges.push_back({i - 1, i});
    const auto found = betweenness(*Csr::of(line, Lengths::hops), Threads{2});
    REQUIRE(found);
    for (const std::size_t i : {std::size_t{0}, std::size_t{1}, n / 2, n - 1})
        CHECK(*(*found)[i] == static_cast<double>(i) * static_cast<double>(n - 1 - i));
}

TEST_CASE("more shortest paths than a double counts are refused") {
    // a ring of diamonds: twice as many paths behind each
    constexpr std::size_t diamonds = 2200;
    EdgeList g{3 * diamonds, {}, Direction::undirected};
    for (std::size_t i = 0; i < diamonds; ++i) {
        const std::size_t a = 3 * i;
        const std::size_t next = 3 * ((i + 1) % diamonds);
        for (const std::size_t middle : {a + 1, a + 2}) {
            g.edges.push_back({a, middle});
            g.edges.push_back({middle, next});
        }
    }
    CHECK(betweenness(*Csr::of(g, Lengths::hops), Threads{2}).error().kind == ErrorKind::engine);
}

TEST_CASE("sampled betweenness keeps within its error, for any number of threads") {
    EdgeList g = referral_like(1500, 3);
    for (const Direction direction : {Direction::undirected, Direction::directed}) {
        g.direction = direction;
        const auto csr = *Csr::of(g, Lengths::hops);
        const Scores exact = *betweenness(csr, Threads{1});
        const Sampling sampling{0.01, 0.01, Random::default_seed};
        const SampledBetweenness found = sampled_betweenness(csr, sampling, Threads{1});
        double worst = 0;
        double largest = 0;
        for (std::size_t v = 0; v < exact.size(); ++v) {
            worst = std::max(worst, std::abs(*found.scores[v] - *exact[v]));
            largest = std::max(largest, *exact[v]);
        }
        CHECK(worst <= found.error);
        CHECK(worst > 0);
        CHECK(largest > found.error);
        CHECK(found.paths == 63058);  // ln(2 * 1500 / 0.01) / (2 * 0.01^2), rounded up
        for (const std::size_t threads : {2U, 7U})
            CHECK(sampled_betweenness(csr, sampling, Threads{threads}).scores == found.scores);
    }
}

TEST_CASE("sampled betweenness draws each shortest path as often") {
    // 0 and 5 are joined through 1, 2, 3 and 4 in two steps, 6 stands apart; the only pairs with
    // others between them: 0-5 and the six of 1 .. 4, of 21
    EdgeList g{7, {}, Direction::undirected};
    for (const std::size_t middle : {1U, 2U, 3U, 4U}) {
        g.edges.push_back({0, middle});
        g.edges.push_back({middle, 5});
    }
    const auto found =
        sampled_betweenness(*Csr::of(g, Lengths::hops), {0.005, 0.01, 7}, Threads{1});
    for (const std::size_t middle : {1U, 2U, 3U, 4U})
        CHECK(*found.scores[middle] == Approx(0.25).margin(0.06));
    for (const std::size_t end : {0U, 5U}) CHECK(*found.scores[end] == Approx(3).margin(0.1));
    CHECK(*found.scores[6] == 0);
    CHECK(sampled_betweenness(*Csr::of({2, {{0, 1}}}, Lengths::hops), {}, Threads{1}).scores ==
          Scores(2, 0.0));
}
