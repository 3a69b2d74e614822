#include "igraph.hpp"

#include <lotse/graph/bottlenecks.hpp>

#include <algorithm>

namespace lotse::graph {

Result<std::vector<std::size_t>> bridges(const EdgeList& edges) {
    if (edges.vertices == 0) return std::vector<std::size_t>{};
    return in_session([&] {
        const Graph graph{edges};
        Integers found;
        check(igraph_bridges(graph.get(), found.get()));
        std::vector<std::size_t> out = found.values();
        std::ranges::sort(out);
        return out;
    });
}

Result<Dominators> immediate_dominators(const EdgeList& edges, std::size_t root) {
    return in_session([&] {
        const Graph graph{edges};
        Integers found;
        check(igraph_dominator_tree(graph.get(), static_cast<igraph_integer_t>(root), found.get(),
                                    nullptr, nullptr, IGRAPH_OUT));
        Dominators out(edges.vertices);
        for (std::size_t v = 0; v < out.size(); ++v) {
            const igraph_integer_t dominator =
                VECTOR(*found.get())[static_cast<igraph_integer_t>(v)];
            if (dominator >= 0) out[v] = static_cast<std::size_t>(dominator);
        }
        out[root] = root;
        return out;
    });
}

Result<std::size_t> disjoint_paths(const EdgeList& edges, std::size_t from,
                                   std::span<const std::size_t> goals) {
    EdgeList extended = edges;
    const std::size_t sink = extended.vertices++;
    for (const std::size_t goal : goals) extended.edges.push_back({goal, sink});
    return in_session([&] {
        const Graph graph{extended};
        igraph_integer_t count = 0;
        check(igraph_vertex_disjoint_paths(graph.get(), &count, static_cast<igraph_integer_t>(from),
                                           static_cast<igraph_integer_t>(sink)));
        return static_cast<std::size_t>(count);
    });
}

}  // namespace lotse::graph
