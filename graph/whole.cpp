#include <lotse/graph/whole.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace lotse::graph {

std::optional<double> degree_centralization(const EdgeList& graph) {
    if (graph.vertices < 3) return std::nullopt;
    const std::vector<std::size_t> degree = degrees(graph, Ends::all);
    const std::size_t most = *std::ranges::max_element(degree);
    double sum = 0;
    for (const std::size_t d : degree) sum += static_cast<double>(most - d);
    return sum / static_cast<double>((graph.vertices - 1) * (graph.vertices - 2));
}

std::optional<double> reciprocity(const EdgeList& graph) {
    if (graph.edges.empty()) return std::nullopt;
    std::vector<std::pair<std::size_t, std::size_t>> sorted;
    for (const Edge& e : graph.edges) sorted.emplace_back(e.from, e.to);
    std::ranges::sort(sorted);
    const auto returned = std::ranges::count_if(graph.edges, [&](const Edge& e) {
        return std::ranges::binary_search(sorted, std::pair{e.to, e.from});
    });
    return static_cast<double>(returned) / static_cast<double>(graph.edges.size());
}

CorePeriphery core_periphery(const EdgeList& graph) {
    const std::size_t n = graph.vertices;
    std::vector<std::vector<std::size_t>> neighbours(n);
    for (const Edge& e : graph.edges) {
        neighbours[e.from].push_back(e.to);
        neighbours[e.to].push_back(e.from);
    }
    std::vector<std::size_t> open = degrees(graph, Ends::all);  // edges that miss the core so far
    const auto rank = [&](std::size_t v) {
        return std::tuple{open[v], neighbours[v].size(), n - v};
    };
    std::set<std::tuple<std::size_t, std::size_t, std::size_t>> periphery;
    for (std::size_t v = 0; v < n; ++v) periphery.insert(rank(v));

    const double pairs = n < 2 ? 0 : static_cast<double>(n) * static_cast<double>(n - 1) / 2;
    const auto edges = static_cast<double>(graph.edges.size());
    std::vector<bool> in_core(n, false);
    CorePeriphery best;
    double in_pattern = 0;  // edges that touch the core
    for (std::size_t k = 1; k < n; ++k) {
        const auto next = std::prev(periphery.end());
        const std::size_t v = n - std::get<2>(*next);
        periphery.erase(next);
        in_core[v] = true;
        in_pattern += static_cast<double>(open[v]);
        for (const std::size_t w : neighbours[v]) {
            if (in_core[w]) continue;
            periphery.erase(rank(w));
            --open[w];
            periphery.insert(rank(w));
        }
        const auto outside = static_cast<double>(n - k);
        const double ones = pairs - outside * (outside - 1) / 2;
        const double spread = ones * (pairs - ones) * edges * (pairs - edges);
        if (spread <= 0) continue;
        const double fit = (pairs * in_pattern - ones * edges) / std::sqrt(spread);
        if (!best.fit || fit > *best.fit + 1e-12) best = {k, fit};
    }
    return best;
}

}  // namespace lotse::graph
