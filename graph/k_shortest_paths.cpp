#include <lotse/graph/k_shortest_paths.hpp>

#include "deviations.hpp"

namespace lotse::graph {

std::vector<LooplessPath> k_shortest_paths(const Csr& graph, Vertex from, Vertex to,
                                           std::size_t k) {
    std::vector<LooplessPath> out;
    if (k == 0) return out;
    Deviations ways{graph.out(), graph.in(), from, to};
    while (out.size() < k) {
        const Deviations::Way* way = ways.next();
        if (way == nullptr) break;
        LooplessPath& path = out.emplace_back();
        path.length = way->cost.length;
        for (std::size_t i = 0; i <= way->arcs.size(); ++i)
            path.vertices.push_back(ways.vertex(*way, i));
    }
    return out;
}

}  // namespace lotse::graph
