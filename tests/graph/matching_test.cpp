#include <lotse/graph/matching.hpp>
#include <lotse/graph/random.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/maximum_weighted_matching.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse::graph;

namespace {

std::int64_t weight_of(const PairGraph& graph) {
    const auto found = best_pairs(graph);
    REQUIRE(found);
    REQUIRE(found->size() == graph.left);
    std::int64_t sum = 0;
    std::vector<std::size_t> used(graph.capacity.size());
    for (std::size_t left = 0; left < graph.left; ++left) {
        if (!(*found)[left]) continue;
        const PairEdge& edge = graph.edges.at(*(*found)[left]);
        REQUIRE(edge.left == left);
        REQUIRE(++used[edge.right] <= graph.capacity[edge.right]);
        sum += edge.weight;
    }
    return sum;
}

/// The best of all ways to give each left vertex one of its edges or none.
std::int64_t brute_force(const PairGraph& graph, std::size_t left,
                         std::vector<std::size_t> capacity) {
    if (left == graph.left) return 0;
    std::int64_t best = brute_force(graph, left + 1, capacity);
    for (const PairEdge& edge : graph.edges) {
        if (edge.left != left || capacity[edge.right] == 0) continue;
        --capacity[edge.right];
        best = std::max(best, edge.weight + brute_force(graph, left + 1, capacity));
        ++capacity[edge.right];
    }
    return best;
}

/// Boost.Graph's general (not bipartite) method, on graphs with capacity 1 and no parallel edges.
std::int64_t boost_weight(const PairGraph& graph) {
    if (graph.edges.empty()) return 0;  // Boost 1.74 doubles the smallest number there
    using Weighted =
        boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                              boost::property<boost::edge_weight_t, std::int64_t>>;
    Weighted g{graph.left + graph.capacity.size()};
    for (const PairEdge& e : graph.edges) add_edge(e.left, graph.left + e.right, e.weight, g);
    std::vector<boost::graph_traits<Weighted>::vertex_descriptor> mate(num_vertices(g));
    boost::maximum_weighted_matching(g, mate.data());
    return boost::matching_weight_sum(g, mate.data());
}

PairGraph random_graph(Random& random, std::size_t most, std::size_t most_capacity,
                       std::int64_t most_weight) {
    PairGraph graph;
    graph.left = random.below(most + 1);
    graph.capacity.resize(random.below(most + 1));
    for (auto& c : graph.capacity) c = random.below(most_capacity + 1);
    const auto chance = 1 + random.below(4);
    for (std::size_t l = 0; l < graph.left; ++l)
        for (std::size_t r = 0; r < graph.capacity.size(); ++r)
            if (random.below(4) < chance)
                graph.edges.push_back({l, r,
                                       1 + static_cast<std::int64_t>(random.below(
                                               static_cast<std::uint64_t>(most_weight)))});
    return graph;
}

}  // namespace

TEST_CASE("Matchings small enough to see", "[matching]") {
    CHECK(weight_of({}) == 0);
    CHECK(weight_of({3, {1, 1}, {}}) == 0);
    CHECK(weight_of({1, {1}, {{0, 0, 7}}}) == 7);
    CHECK(weight_of({1, {0}, {{0, 0, 7}}}) == 0);
    CHECK(weight_of({2, {1}, {{0, 0, 7}, {1, 0, 8}}}) == 8);
    CHECK(weight_of({2, {2}, {{0, 0, 7}, {1, 0, 8}}}) == 15);
    CHECK(weight_of({1, {1}, {{0, 0, 7}, {0, 0, 9}, {0, 0, 9}}}) == 9);  // parallel edges
    // The heaviest edge stands in the way of a better sum.
    CHECK(weight_of({2, {1, 1}, {{0, 0, 10}, {0, 1, 9}, {1, 0, 9}}}) == 18);
    // One heavy pair beats two light ones.
    CHECK(weight_of({2, {1, 1}, {{0, 0, 20}, {0, 1, 5}, {1, 0, 5}}}) == 20);
    CHECK_FALSE(best_pairs({1, {1}, {{0, 1, 7}}}));
    CHECK_FALSE(best_pairs({1, {1}, {{0, 0, 0}}}));
}

TEST_CASE("The best pairs are those of the exhaustive search, on 12000 random graphs",
          "[matching]") {
    Random random{19550302};
    for (int round = 0; round < 12000; ++round) {
        const std::size_t most_capacity = round % 2 == 0 ? 1 : 3;
        PairGraph graph = random_graph(random, 5, most_capacity, round % 3 == 0 ? 3 : 40);
        CHECK(weight_of(graph) == brute_force(graph, 0, graph.capacity));
    }
}

TEST_CASE("The best pairs are those of Boost.Graph, on 2000 random graphs", "[matching]") {
    Random random{20180811};
    for (int round = 0; round < 2000; ++round) {
        PairGraph graph = random_graph(random, 4, 1, 30);
        for (auto& c : graph.capacity) c = 1;
        CHECK(weight_of(graph) == boost_weight(graph));
    }
}

TEST_CASE("a large graph in parts is paired as well as its parts") {
    Random random;
    PairGraph whole;
    std::int64_t expected = 0;
    for (int part = 0; part < 400; ++part) {
        PairGraph one;
        one.left = 12;
        for (std::size_t right = 0; right < 10; ++right) one.capacity.push_back(random.below(4));
        for (std::size_t left = 0; left < one.left; ++left)
            for (std::size_t right = 0; right < 10; ++right)
                if (random.below(2) == 0)
                    one.edges.push_back(
                        {left, right, static_cast<std::int64_t>(1 + random.below(20))});
        expected += weight_of(one);
        for (const PairEdge& edge : one.edges)
            whole.edges.push_back(
                {whole.left + edge.left, whole.capacity.size() + edge.right, edge.weight});
        whole.left += one.left;
        whole.capacity.insert(whole.capacity.end(), one.capacity.begin(), one.capacity.end());
    }
    REQUIRE(whole.edges.size() > 20000);
    CHECK(weight_of(whole) == expected);
}
