#include <lotse/graph/csr.hpp>
#include <lotse/graph/threads.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <stdexcept>

using namespace lotse;
using namespace lotse::graph;

TEST_CASE("compressed rows hold every arc at its ends, ascending") {
    //  0 -> 2 -> 1 -> 0,  0 -> 1 twice,  3 -> 3
    const EdgeList g{
        4, {{0, 2, 5}, {2, 1, 4}, {1, 0, 3}, {0, 1, 2}, {0, 1, 7}, {3, 3, 1}}, Direction::directed};
    const auto rows = Csr::of(g, Lengths::weights);
    REQUIRE(rows);
    CHECK(rows->vertices() == 4);
    CHECK(rows->out().first == std::vector<Arc>{0, 3, 4, 5, 6});
    CHECK(rows->out().to == std::vector<Vertex>{1, 1, 2, 0, 1, 3});
    CHECK(rows->out().lengths == std::vector<double>{2, 7, 5, 3, 4, 1});
    CHECK(rows->in().first == std::vector<Arc>{0, 1, 4, 5, 6});
    CHECK(rows->in().to == std::vector<Vertex>{1, 0, 0, 2, 0, 3});
    CHECK(rows->in().lengths == std::vector<double>{3, 2, 7, 4, 5, 1});

    const auto both = Csr::of({4, g.edges, Direction::undirected}, Lengths::hops);
    REQUIRE(both);
    CHECK(both->out().first == std::vector<Arc>{0, 4, 8, 10, 12});
    CHECK(both->out().to == std::vector<Vertex>{1, 1, 1, 2, 0, 0, 0, 2, 0, 1, 3, 3});
    CHECK(both->out().lengths.empty());
    CHECK(&both->in() == &both->out());
    CHECK(Csr::of({}, Lengths::hops)->vertices() == 0);
}

TEST_CASE("compressed rows refuse ends that are no vertices and lengths that are none") {
    const auto of = [](std::vector<Edge> edges, Lengths lengths) {
        return Csr::of({2, std::move(edges), Direction::undirected}, lengths);
    };
    CHECK(of({{0, 2}}, Lengths::hops).error().kind == ErrorKind::engine);
    for (const double w :
         {0.0, -1.0, 1e10, std::numeric_limits<double>::infinity(), std::nan("")}) {
        CHECK(of({{0, 1, w}}, Lengths::weights).error().kind == ErrorKind::engine);
        CHECK(of({{0, 1, w}}, Lengths::hops));
    }
}

TEST_CASE("sums over blocks are the same bits for any number of threads") {
    constexpr std::size_t blocks = 1000;
    const auto sum = [](std::size_t threads) {
        double out = 0;
        reduce_blocks(
            Threads{threads}, blocks, [] { return 0.0; },
            [](double& own, std::size_t block) { own = 1.0 / static_cast<double>(3 + block); },
            [&](double& own, std::size_t) { out += own; });
        return out;
    };
    const double one = sum(1);
    for (const std::size_t threads : {0U, 2U, 3U, 7U, 64U}) CHECK(sum(threads) == one);
}

TEST_CASE("every block is done once, and what a block throws arrives") {
    for (const std::size_t threads : {1U, 2U, 7U}) {
        std::vector<int> done(101, 0);
        for_each_block(
            Threads{threads}, done.size(), [] { return 0; },
            [&](int&, std::size_t block) { ++done[block]; });
        CHECK(done == std::vector<int>(101, 1));
        CHECK_THROWS_AS(reduce_blocks(
                            Threads{threads}, 50, [] { return 0; },
                            [](int&, std::size_t block) {
                                if (block == 20) throw std::runtime_error{"20"};
                            },
                            [](int&, std::size_t) {}),
                        std::runtime_error);
    }
}
