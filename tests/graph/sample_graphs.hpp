/// Graphs to try kernels on: thousands of small random ones, and those of the shipped data sets.
#ifndef LOTSE_TESTS_GRAPH_SAMPLE_GRAPHS_HPP
#define LOTSE_TESTS_GRAPH_SAMPLE_GRAPHS_HPP

#include <lotse/graph/edge_list.hpp>

#include <dataset.hpp>

#include <array>
#include <random>
#include <string>
#include <vector>

namespace sample_graphs {

using lotse::graph::Direction;
using lotse::graph::Edge;
using lotse::graph::EdgeList;

inline std::size_t below(std::mt19937& random, std::size_t n) {
    return static_cast<std::size_t>(random()) % n;
}

/// 0 to `most` vertices, any density, directed or not; loops, parallel edges, several pieces.
/// Weights are few and whole: sums are exact, and paths of equal length are frequent.
inline EdgeList any(std::mt19937& random, std::size_t most) {
    EdgeList out;
    out.direction = below(random, 2) == 0 ? Direction::undirected : Direction::directed;
    out.vertices = below(random, most + 1);
    if (out.vertices == 0) return out;
    const std::size_t edges =
        below(random, 1 + out.vertices * (1 + below(random, out.vertices)) / 2);
    constexpr std::array<double, 4> lengths{3, 4, 6, 12};
    for (std::size_t i = 0; i < edges; ++i)
        out.edges.push_back(
            {below(random, out.vertices), below(random, out.vertices), lengths[below(random, 4)]});
    return out;
}

/// So many vertices in a ring, each tied to the next two, and some shortcuts and strays.
inline EdgeList ring(std::mt19937& random, std::size_t vertices, Direction direction) {
    EdgeList out{vertices, {}, direction};
    for (std::size_t v = 0; v + 7 < vertices; ++v)
        for (const std::size_t step : {1U, 2U}) out.edges.push_back({v, (v + step) % vertices});
    for (std::size_t i = 0; i < vertices / 20; ++i)
        out.edges.push_back({below(random, vertices), below(random, vertices)});
    return out;
}

/// Every actor and every tie of the data sets, as they stand there.
inline std::vector<EdgeList> shipped(Direction direction) {
    std::vector<EdgeList> out;
    for (const char* name : {"musterkreis", "musterkreis-vorher", "verzahnung", "nrw-starter"}) {
        const auto network = dataset(name).network();
        EdgeList& graph = out.emplace_back();
        graph.direction = direction;
        graph.vertices = network->actors().size();
        for (const lotse::Tie& tie : network->ties()) {
            const auto level = static_cast<double>(tie.level.value_or(0));
            graph.edges.push_back({(*tie.from).index(), (*tie.to).index(), 12 / (1 + level)});
        }
    }
    return out;
}

}  // namespace sample_graphs

#endif
