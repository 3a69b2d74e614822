#include <lotse/graph/edge_list.hpp>

#include <algorithm>
#include <utility>

namespace lotse::graph {

EdgeList simplified(EdgeList graph, Merge merge) {
    std::erase_if(graph.edges, [](const Edge& e) { return e.from == e.to; });
    if (graph.direction == Direction::undirected)
        for (Edge& e : graph.edges)
            if (e.from > e.to) std::swap(e.from, e.to);
    std::ranges::sort(graph.edges);
    std::vector<Edge> merged;
    for (const Edge& e : graph.edges) {
        if (merged.empty() || merged.back().from != e.from || merged.back().to != e.to)
            merged.push_back(e);
        else if (merge == Merge::sum)
            merged.back().weight += e.weight;
        else
            merged.back().weight = std::max(merged.back().weight, e.weight);
    }
    graph.edges = std::move(merged);
    return graph;
}

EdgeList undirected_projection(EdgeList graph, Merge merge) {
    graph.direction = Direction::undirected;
    return simplified(std::move(graph), merge);
}

std::vector<std::size_t> degrees(const EdgeList& graph, Ends ends) {
    const bool both = graph.direction == Direction::undirected || ends == Ends::all;
    std::vector<std::size_t> out(graph.vertices, 0);
    for (const Edge& e : graph.edges) {
        if (both || ends == Ends::out) ++out[e.from];
        if (both || ends == Ends::in) ++out[e.to];
    }
    return out;
}

std::vector<double> strengths(const EdgeList& graph) {
    std::vector<double> out(graph.vertices, 0);
    for (const Edge& e : graph.edges) {
        out[e.from] += e.weight;
        out[e.to] += e.weight;
    }
    return out;
}

}  // namespace lotse::graph
