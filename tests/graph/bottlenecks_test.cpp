// Bridges, dominators and disjoint paths: igraph, Boost.Graph and removal one by one must agree.

#include "boost_oracle.hpp"

#include <lotse/graph/bottlenecks.hpp>
#include <lotse/graph/hops.hpp>
#include <lotse/graph/structure.hpp>

#include <boost/graph/dominator_tree.hpp>
#include <boost/graph/edmonds_karp_max_flow.hpp>

#include <catch2/catch.hpp>

#include <random>

using namespace lotse::graph;

namespace {

EdgeList random_graph(std::mt19937& random, Direction direction) {
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    EdgeList out;
    out.direction = direction;
    out.vertices = 1 + below(12);
    const std::size_t edges = below(1 + out.vertices * (1 + below(12)) / 2);
    for (std::size_t i = 0; i < edges; ++i)
        out.edges.push_back({below(out.vertices), below(out.vertices)});
    return simplified(std::move(out), Merge::max);
}

/// Reached from `from` without `gone`: straight from the definition, by closure.
std::vector<bool> reached(const EdgeList& g, std::size_t from, const std::vector<bool>& gone) {
    std::vector<bool> out(g.vertices, false);
    out[from] = !gone[from];
    for (std::size_t round = 0; round < g.vertices; ++round)
        for (const Edge& e : g.edges) {
            if (out[e.from] && !gone[e.to]) out[e.to] = true;
            if (g.direction == Direction::undirected && out[e.to] && !gone[e.from])
                out[e.from] = true;
        }
    return out;
}

std::vector<bool> nobody(const EdgeList& g) {
    return std::vector<bool>(g.vertices, false);
}

/// Boost goes astray where an edge comes from a vertex that is not reached: those are left out.
Dominators boost_dominators(EdgeList g, std::size_t root) {
    const auto there = reached(g, root, nobody(g));
    std::erase_if(g.edges, [&](const Edge& e) { return !there[e.from]; });
    const auto graph = boost_oracle::make<
        boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property,
                              boost::property<boost::edge_weight_t, double>>>(g);
    constexpr auto none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> found(g.vertices, none);
    boost::lengauer_tarjan_dominator_tree(
        graph, root,
        boost::make_iterator_property_map(found.begin(), get(boost::vertex_index, graph)));
    Dominators out(g.vertices);
    for (std::size_t v = 0; v < g.vertices; ++v)
        if (found[v] != none) out[v] = found[v];
    out[root] = root;
    return out;
}

/// Every vertex but the first has capacity 1: in 2v, out 2v + 1.
std::size_t boost_disjoint_paths(const EdgeList& g, std::size_t from,
                                 const std::vector<std::size_t>& goals) {
    using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
    using Flow = boost::adjacency_list<
        boost::vecS, boost::vecS, boost::directedS, boost::no_property,
        boost::property<
            boost::edge_capacity_t, long,
            boost::property<boost::edge_residual_capacity_t, long,
                            boost::property<boost::edge_reverse_t, Traits::edge_descriptor>>>>;
    Flow flow{2 * g.vertices + 1};
    const auto add = [&](std::size_t a, std::size_t b, long capacity) {
        const auto forth = add_edge(a, b, flow).first;
        const auto back = add_edge(b, a, flow).first;
        put(boost::edge_capacity, flow, forth, capacity);
        put(boost::edge_capacity, flow, back, 0);
        put(boost::edge_reverse, flow, forth, back);
        put(boost::edge_reverse, flow, back, forth);
    };
    for (std::size_t v = 0; v < g.vertices; ++v)
        add(2 * v, 2 * v + 1, v == from ? static_cast<long>(g.vertices) : 1);
    for (const Edge& e : g.edges) add(2 * e.from + 1, 2 * e.to, 1);
    for (const std::size_t goal : goals) add(2 * goal + 1, 2 * g.vertices, 1);
    return static_cast<std::size_t>(boost::edmonds_karp_max_flow(flow, 2 * from, 2 * g.vertices));
}

/// The fewest vertices other than `from` without which no goal is reached: all subsets.
std::size_t smallest_cut(const EdgeList& g, std::size_t from,
                         const std::vector<std::size_t>& goals) {
    std::size_t best = g.vertices;
    for (std::size_t set = 0; set < (std::size_t{1} << g.vertices); ++set) {
        const auto size = static_cast<std::size_t>(__builtin_popcountll(set));
        if ((set >> from & 1) != 0 || size >= best) continue;
        std::vector<bool> gone(g.vertices);
        for (std::size_t v = 0; v < g.vertices; ++v) gone[v] = (set >> v & 1) != 0;
        const auto left = reached(g, from, gone);
        if (std::ranges::none_of(goals, [&](std::size_t goal) { return left[goal]; })) best = size;
    }
    return best;
}

}  // namespace

TEST_CASE("bridges are the edges whose removal separates their ends") {
    std::mt19937 random{20261122};
    int wrong = 0;
    for (int i = 0; i < 10000; ++i) {
        const EdgeList g = random_graph(random, Direction::undirected);
        std::vector<std::size_t> expected;
        for (std::size_t e = 0; e < g.edges.size(); ++e) {
            EdgeList rest = g;
            rest.edges.erase(rest.edges.begin() + static_cast<std::ptrdiff_t>(e));
            if (!reached(rest, g.edges[e].from, nobody(g))[g.edges[e].to]) expected.push_back(e);
        }
        const auto found = bridges(g);
        if (!found || *found != expected) ++wrong;
    }
    CHECK(wrong == 0);
    CHECK(bridges({})->empty());
}

TEST_CASE("dominators are the vertices without which a vertex is not reached") {
    std::mt19937 random{7};
    int wrong = 0;
    for (int i = 0; i < 10000; ++i) {
        const EdgeList g = random_graph(random, Direction::directed);
        const std::size_t root = static_cast<std::size_t>(random()) % g.vertices;
        const auto found = immediate_dominators(g, root);
        if (!found || *found != boost_dominators(g, root)) {
            ++wrong;
            continue;
        }
        const auto all = reached(g, root, nobody(g));
        for (std::size_t v = 0; v < g.vertices; ++v) {
            if ((*found)[v].has_value() != all[v]) ++wrong;
            if (!all[v] || v == root) continue;
            std::vector<bool> chain(g.vertices, false);
            for (std::size_t d = v; d != root;) {
                d = *(*found)[d];
                chain[d] = true;
            }
            for (std::size_t d = 0; d < g.vertices; ++d) {
                if (d == v) continue;
                std::vector<bool> gone = nobody(g);
                gone[d] = true;
                if (chain[d] == reached(g, root, gone)[v]) ++wrong;
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("disjoint paths are as many as vertices cut off all goals") {
    std::mt19937 random{3};
    int wrong = 0;
    int several = 0;
    for (int i = 0; i < 10000; ++i) {
        const EdgeList g = random_graph(random, Direction::directed);
        const std::size_t from = static_cast<std::size_t>(random()) % g.vertices;
        std::vector<std::size_t> goals;
        for (std::size_t v = 0; v < g.vertices; ++v)
            if (v != from && random() % 3 == 0) goals.push_back(v);
        const auto found = disjoint_paths(g, from, goals);
        if (!found || *found != boost_disjoint_paths(g, from, goals)) ++wrong;
        if (found && g.vertices <= 9 && *found != smallest_cut(g, from, goals)) ++wrong;
        if (found && *found > 1) ++several;
    }
    CHECK(wrong == 0);
    CHECK(several > 1000);
}

TEST_CASE("hop distances, and who is needed for them") {
    std::mt19937 random{11};
    int wrong = 0;
    int needed_by_some = 0;
    for (int i = 0; i < 10000; ++i) {
        const EdgeList g =
            random_graph(random, random() % 2 == 0 ? Direction::directed : Direction::undirected);
        const Successors successors{g};
        const std::vector<std::size_t> from{static_cast<std::size_t>(random()) % g.vertices};
        const auto distance = hop_distances(successors, from);
        // A distance of k + 1 is the first with an edge from a distance of k.
        std::vector<std::uint32_t> expected(g.vertices, unreached);
        expected[from[0]] = 0;
        for (std::uint32_t k = 0; k < g.vertices; ++k)
            for (const Edge& e : g.edges) {
                if (expected[e.from] == k) expected[e.to] = std::min(expected[e.to], k + 1);
                if (g.direction == Direction::undirected && expected[e.to] == k)
                    expected[e.from] = std::min(expected[e.from], k + 1);
            }
        if (distance != expected) ++wrong;
        const auto needed = needed_for_distances(successors, distance);
        for (std::size_t x = 0; x < g.vertices; ++x) {
            if (x == from[0]) continue;
            std::vector<bool> gone = nobody(g);
            gone[x] = true;
            auto without = hop_distances(successors, from, gone);
            without[x] = distance[x];
            if ((without != distance) != needed[x]) ++wrong;
            if (needed[x]) ++needed_by_some;
        }
    }
    CHECK(wrong == 0);
    CHECK(needed_by_some > 5000);
}
