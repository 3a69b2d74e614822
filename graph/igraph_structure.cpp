#include "igraph.hpp"

#include <lotse/graph/structure.hpp>
#include <lotse/graph/whole.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace lotse::graph {
namespace {

/// Runs call(graph, out) on a graph with at least one vertex.
template <class Call>
Result<std::vector<std::size_t>> vertices(const EdgeList& edges, Call&& call) {
    if (edges.vertices == 0) return std::vector<std::size_t>{};
    return in_session([&] {
        const Graph graph{edges};
        Integers out;
        check(call(graph, out.get()));
        return out.values();
    });
}

/// Renumbers groups by falling size, equal ones by their first vertex.
Components by_size(const std::vector<std::size_t>& groups) {
    constexpr auto unseen = static_cast<std::size_t>(-1);
    std::vector<std::size_t> order(groups.size(), unseen);  // of the groups by first vertex
    std::vector<std::size_t> sizes;
    for (const std::size_t group : groups) {
        if (order[group] == unseen) {
            order[group] = sizes.size();
            sizes.push_back(0);
        }
        ++sizes[order[group]];
    }
    std::vector<std::size_t> sorted(sizes.size());
    std::iota(sorted.begin(), sorted.end(), std::size_t{0});
    std::ranges::stable_sort(sorted, std::greater{}, [&](std::size_t g) { return sizes[g]; });
    std::vector<std::size_t> rank(sizes.size());
    for (std::size_t i = 0; i < sorted.size(); ++i) rank[sorted[i]] = i;
    Components out;
    for (const std::size_t group : groups) out.of.push_back(rank[order[group]]);
    for (const std::size_t g : sorted) out.sizes.push_back(sizes[g]);
    return out;
}

Result<Components> connected(const EdgeList& edges, igraph_connectedness_t how) {
    const auto found = vertices(edges, [how](const Graph& graph, igraph_vector_int_t* out) {
        return igraph_connected_components(graph.get(), out, nullptr, nullptr, how);
    });
    if (!found) return found.error();
    return by_size(*found);
}

}  // namespace

Result<Components> components(const EdgeList& edges) {
    return connected(edges, IGRAPH_WEAK);
}

Result<Components> strong_components(const EdgeList& edges) {
    return connected(edges, IGRAPH_STRONG);
}

Result<Communities> communities(const EdgeList& edges) {
    const EdgeList plain = undirected_projection(edges, Merge::max);
    if (plain.edges.empty()) {  // modularity divides by the number of edges
        std::vector<std::size_t> alone(plain.vertices);
        std::iota(alone.begin(), alone.end(), std::size_t{0});
        return Communities{alone, std::vector<std::size_t>(plain.vertices, 1), std::nullopt};
    }
    return in_session([&] {
        constexpr double randomness = 0.01;  // beta, as the authors recommend
        constexpr igraph_integer_t until_stable = -1;
        const Graph graph{plain};
        Reals degree;
        check(igraph_strength(graph.get(), degree.get(), igraph_vss_all(), IGRAPH_ALL,
                              IGRAPH_NO_LOOPS, nullptr));
        Integers membership;
        const double resolution = 1 / (2 * static_cast<double>(plain.edges.size()));
        check(igraph_community_leiden(graph.get(), nullptr, degree.get(), resolution, randomness,
                                      false, until_stable, membership.get(), nullptr, nullptr));
        igraph_real_t modularity = 0;
        check(igraph_modularity(graph.get(), membership.get(), nullptr, 1, false, &modularity));
        Components groups = by_size(membership.values());
        return Communities{std::move(groups.of), std::move(groups.sizes), modularity};
    });
}

Result<std::vector<std::size_t>> coreness(const EdgeList& edges) {
    return vertices(edges, [](const Graph& graph, igraph_vector_int_t* out) {
        return igraph_coreness(graph.get(), out, IGRAPH_ALL);
    });
}

Result<std::vector<std::size_t>> cut_vertices(const EdgeList& edges) {
    auto found = vertices(edges, [](const Graph& graph, igraph_vector_int_t* out) {
        return igraph_articulation_points(graph.get(), out);
    });
    if (found) std::ranges::sort(*found);
    return found;
}

Result<std::optional<double>> transitivity(const EdgeList& edges) {
    if (edges.edges.empty()) return std::optional<double>{};
    return in_session([&]() -> std::optional<double> {
        const Graph graph{undirected_projection(edges, Merge::max)};
        igraph_real_t value = 0;
        check(igraph_transitivity_undirected(graph.get(), &value, IGRAPH_TRANSITIVITY_NAN));
        if (!std::isfinite(value)) return std::nullopt;
        return value;
    });
}

}  // namespace lotse::graph
