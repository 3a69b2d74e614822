#include "igraph.hpp"

#include <lotse/graph/structure.hpp>

#include <algorithm>
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

}  // namespace

Result<Components> components(const EdgeList& edges) {
    const auto found = vertices(edges, [](const Graph& graph, igraph_vector_int_t* out) {
        return igraph_connected_components(graph.get(), out, nullptr, nullptr, IGRAPH_WEAK);
    });
    if (!found) return found.error();
    // igraph numbers them by their first vertex
    std::vector<std::size_t> sizes;
    for (const std::size_t c : *found) {
        if (c >= sizes.size()) sizes.resize(c + 1, 0);
        ++sizes[c];
    }
    std::vector<std::size_t> by_size(sizes.size());
    std::iota(by_size.begin(), by_size.end(), std::size_t{0});
    std::ranges::stable_sort(by_size, std::greater{}, [&](std::size_t c) { return sizes[c]; });
    std::vector<std::size_t> rank(sizes.size());
    for (std::size_t i = 0; i < by_size.size(); ++i) rank[by_size[i]] = i;
    Components out;
    for (const std::size_t c : *found) out.of.push_back(rank[c]);
    for (const std::size_t c : by_size) out.sizes.push_back(sizes[c]);
    return out;
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

}  // namespace lotse::graph
