#include <lotse/graph/structural_holes.hpp>

#include <algorithm>
#include <map>

namespace lotse::graph {

Scores effective_size(const EdgeList& graph) {
    // strength[i][j] = a_ij + a_ji: 2 on undirected edges and mutual pairs, 1 one way
    std::vector<std::map<std::size_t, double>> strength(graph.vertices);
    const double per_edge = graph.direction == Direction::undirected ? 2 : 1;
    for (const Edge& e : graph.edges) {
        strength[e.from][e.to] += per_edge;
        strength[e.to][e.from] += per_edge;
    }
    std::vector<double> strongest(graph.vertices, 0);
    std::vector<double> total(graph.vertices, 0);
    for (std::size_t i = 0; i < graph.vertices; ++i)
        for (const auto& [j, s] : strength[i]) {
            strongest[i] = std::max(strongest[i], s);
            total[i] += s;
        }
    Scores out(graph.vertices);
    std::vector<double> to_ego(graph.vertices, 0);  // strength of the current ego's ties
    for (std::size_t i = 0; i < graph.vertices; ++i) {
        if (strength[i].empty()) continue;
        for (const auto& [q, s] : strength[i]) to_ego[q] = s;
        double size = 0;
        for (const auto& [j, s] : strength[i]) {
            double redundancy = 0;
            for (const auto& [q, t] : strength[j]) redundancy += to_ego[q] * t;
            size += 1 - redundancy / (total[i] * strongest[j]);
        }
        for (const auto& [q, s] : strength[i]) to_ego[q] = 0;
        out[i] = size;
    }
    return out;
}

}  // namespace lotse::graph
