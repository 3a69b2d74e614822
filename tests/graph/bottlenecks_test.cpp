// Splits, dominators, disjoint paths and detours: Boost.Graph and removal one by one must agree.

#include "boost_oracle.hpp"

#include <lotse/graph/bottlenecks.hpp>
#include <lotse/graph/detours.hpp>
#include <lotse/graph/splits.hpp>

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

/// The pieces that hold one of the vertices, without one vertex and one edge (n and m: none): all
/// that is not in the largest, of equally large ones in the one with the first vertex.
struct Pieces {
    std::size_t count = 0;
    std::vector<std::size_t> cut_off;
    bool one_is_largest = true;
};
Pieces pieces(EdgeList g, const std::vector<std::size_t>& of, std::size_t without_vertex,
              std::size_t without_edge) {
    if (without_edge < g.edges.size())
        g.edges.erase(g.edges.begin() + static_cast<std::ptrdiff_t>(without_edge));
    std::vector<bool> gone = nobody(g);
    if (without_vertex < g.vertices) gone[without_vertex] = true;
    std::vector<std::vector<std::size_t>> found;
    for (std::size_t v = 0; v < g.vertices; ++v) {
        const auto there = reached(g, v, gone);
        std::vector<std::size_t> piece;
        for (std::size_t w = 0; w < g.vertices; ++w)
            if (there[w]) piece.push_back(w);
        const bool asked = std::ranges::any_of(of, [&](std::size_t w) { return there[w]; });
        if (asked && std::ranges::count(found, piece) == 0) found.push_back(piece);
    }
    Pieces out{found.size(), {}, true};
    std::ranges::stable_sort(found, std::greater{}, [](const auto& piece) { return piece.size(); });
    out.one_is_largest = found.size() < 2 || found[0].size() > found[1].size();
    for (std::size_t i = 1; i < found.size(); ++i)
        out.cut_off.insert(out.cut_off.end(), found[i].begin(), found[i].end());
    std::ranges::sort(out.cut_off);
    return out;
}

}  // namespace

TEST_CASE("splits are what a graph without the vertex or the edge says") {
    std::mt19937 random{20261122};
    int wrong = 0;
    int found_some = 0;
    for (int i = 0; i < 10000; ++i) {
        const EdgeList g = random_graph(random, Direction::undirected);
        const Splits found = splits(g);
        auto vertex = found.vertices.begin();
        for (std::size_t v = 0; v < g.vertices; ++v) {
            std::vector<std::size_t> neighbours;
            for (const Edge& e : g.edges)
                if (e.from == v || e.to == v) neighbours.push_back(e.from == v ? e.to : e.from);
            const Pieces expected = pieces(g, neighbours, v, g.edges.size());
            if (expected.count < 2) continue;
            if (vertex == found.vertices.end() || vertex->vertex != v ||
                vertex->pieces != expected.count || vertex->cut_off != expected.cut_off ||
                vertex->one_is_largest != expected.one_is_largest) {
                ++wrong;
                break;
            }
            ++vertex;
        }
        if (vertex != found.vertices.end()) ++wrong;
        auto edge = found.edges.begin();
        for (std::size_t e = 0; e < g.edges.size(); ++e) {
            const Pieces expected = pieces(g, {g.edges[e].from, g.edges[e].to}, g.vertices, e);
            if (expected.count < 2) continue;
            if (edge == found.edges.end() || edge->edge != e || edge->cut_off != expected.cut_off) {
                ++wrong;
                break;
            }
            ++edge;
        }
        if (edge != found.edges.end()) ++wrong;
        found_some += static_cast<int>(found.vertices.size() + found.edges.size());
    }
    CHECK(wrong == 0);
    CHECK(found_some > 10000);
    CHECK(splits({}).vertices.empty());
}

TEST_CASE("a long chain splits everywhere") {
    constexpr std::size_t n = 2000;
    EdgeList chain{n, {}, Direction::undirected};
    for (std::size_t v = 0; v + 1 < n; ++v) chain.edges.push_back({v, v + 1});
    const Splits found = splits(chain);
    CHECK(found.vertices.size() == n - 2);
    CHECK(found.edges.size() == n - 1);
    CHECK(found.edges[9].cut_off.size() == 10);
}

TEST_CASE("dominators are the vertices without which a vertex is not reached") {
    std::mt19937 random{7};
    int wrong = 0;
    for (int i = 0; i < 10000; ++i) {
        const EdgeList g = random_graph(random, Direction::directed);
        const std::size_t root = static_cast<std::size_t>(random()) % g.vertices;
        const Successors forward{g};
        const auto found = immediate_dominators(forward, forward.reversed(), root);
        if (found != boost_dominators(g, root)) {
            ++wrong;
            continue;
        }
        const auto all = reached(g, root, nobody(g));
        for (std::size_t v = 0; v < g.vertices; ++v) {
            if (found[v].has_value() != all[v]) ++wrong;
            if (!all[v] || v == root) continue;
            std::vector<bool> chain(g.vertices, false);
            for (std::size_t d = v; d != root;) {
                d = *found[d];
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
        const Successors successors{g};
        DisjointPaths paths{successors};
        const std::size_t found = paths.count(from, goals);
        if (found != boost_disjoint_paths(g, from, goals)) ++wrong;
        if (g.vertices <= 9 && found != smallest_cut(g, from, goals)) ++wrong;
        if (paths.count(from, goals) != found) ++wrong;  // nothing stays behind
        if (found > 1) ++several;
    }
    CHECK(wrong == 0);
    CHECK(several > 1000);
}

TEST_CASE("hop distances, and detours without one vertex") {
    std::mt19937 random{11};
    int wrong = 0;
    int farther = 0;
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
        const Successors backward = successors.reversed();
        Detours detours{successors, backward};
        detours.start_from(from[0]);
        for (std::size_t x = 0; x < g.vertices; ++x) {
            if (x == from[0]) continue;
            std::vector<bool> gone = nobody(g);
            gone[x] = true;
            auto without = hop_distances(successors, from, gone);
            without[x] = distance[x];
            auto found = distance;
            for (const Detours::Change& change : detours.without(x)) {
                if (change.distance <= distance[change.vertex]) ++wrong;  // it changes
                found[change.vertex] = change.distance;
                ++farther;
            }
            if (found != without) ++wrong;
        }
    }
    CHECK(wrong == 0);
    CHECK(farther > 5000);
}
