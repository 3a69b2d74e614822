#include <lotse/graph/betweenness.hpp>
#include <lotse/graph/hop_measures.hpp>
#include <lotse/graph/hops.hpp>

#include "hop_waves.hpp"

#include <algorithm>

namespace lotse::graph {
namespace {

Result<Rows> rows_of(const EdgeList& graph) {
    auto made = Csr::of(graph, Lengths::hops);
    if (!made) return made.error();
    return made->out();
}

/// Searches from many vertices; visit(hops, v, n) as by HopWaves.
template <class Visit>
void search_from(std::span<const Vertex> sources, const Rows& near, const Visit& visit) {
    HopWaves waves{near, near};
    for (; !sources.empty(); sources = sources.subspan(std::min(HopWaves::lanes, sources.size())))
        waves.run(sources.first(std::min(HopWaves::lanes, sources.size())), unreached, visit);
}

/// All vertices, component by component and neighbours together: searches from such meet.
struct Order {
    std::vector<Vertex> vertices;
    std::int64_t components = 0;
};

Order by_component(const Rows& near) {
    Order out;
    std::vector<bool> seen(near.vertices(), false);
    for (Vertex start = 0; start < near.vertices(); ++start) {
        if (seen[start]) continue;
        ++out.components;
        seen[start] = true;
        out.vertices.push_back(start);
        for (std::size_t i = out.vertices.size() - 1; i < out.vertices.size(); ++i)
            for (const Vertex to : near.of(out.vertices[i]))
                if (!seen[to]) {
                    seen[to] = true;
                    out.vertices.push_back(to);
                }
    }
    return out;
}

}  // namespace

Result<HopMeasures> hop_measures(const EdgeList& graph) {
    const auto made = Csr::of(graph, Lengths::hops);
    if (!made) return made.error();
    const auto between = betweenness(*made, Threads{1});
    if (!between) return between.error();
    HopMeasures out;
    for (const auto& value : *between) out.betweenness.push_back(value.value_or(0));
    out.harmonic.assign(graph.vertices, 0);
    search_from(by_component(made->out()).vertices, made->out(),
                [&](std::uint32_t hops, Vertex v, std::uint32_t count) {
                    out.harmonic[v] += count / static_cast<double>(hops);
                });
    if (graph.vertices > 1)
        for (double& value : out.harmonic) value /= static_cast<double>(graph.vertices - 1);
    return out;
}

Result<HopMeasures> hop_measures(const EdgeList& graph, std::span<const std::size_t> pivots) {
    const auto near = rows_of(graph);
    if (!near) return near.error();
    const std::size_t n = graph.vertices;
    HopMeasures out{std::vector<double>(n, 0), std::vector<double>(n, 0)};
    std::vector<std::uint32_t> distance(n, unreached);
    std::vector<double> paths(n, 0);
    std::vector<double> dependency(n, 0);
    std::vector<Vertex> order;  // of discovery; the queue as well
    order.reserve(n);
    const bool all = pivots.size() == n;
    for (const std::size_t source : pivots) {
        for (const Vertex v : order) {
            distance[v] = unreached;
            paths[v] = dependency[v] = 0;
        }
        order.assign(1, static_cast<Vertex>(source));
        distance[source] = 0;
        paths[source] = 1;
        for (std::size_t at = 0; at < order.size(); ++at) {
            const Vertex v = order[at];
            for (const Vertex w : near->of(v)) {
                if (distance[w] == unreached) {
                    distance[w] = distance[v] + 1;
                    order.push_back(w);
                }
                if (distance[w] == distance[v] + 1) paths[w] += paths[v];
            }
        }
        for (std::size_t at = order.size(); at-- > 1;) {
            const Vertex w = order[at];
            const double share = (1 + dependency[w]) / paths[w];
            for (const Vertex v : near->of(w))
                if (distance[v] + 1 == distance[w]) dependency[v] += paths[v] * share;
            out.betweenness[w] += dependency[w];
            out.harmonic[all ? source : w] += 1.0 / distance[w];
        }
    }
    const double scale =
        pivots.empty() ? 0 : static_cast<double>(n) / static_cast<double>(pivots.size());
    for (double& value : out.betweenness) value *= scale / 2;  // every pair is met from both ends
    if (n > 1)
        for (double& value : out.harmonic) value = value * scale / static_cast<double>(n - 1);
    return out;
}

HopDistances hop_distances(const EdgeList& graph, std::size_t most_sources) {
    HopDistances out;
    const auto near = rows_of(graph);
    if (!near) return out;
    Order order = by_component(*near);
    out.components = order.components;
    const std::size_t n = order.vertices.size();
    const std::size_t count = std::min(most_sources, n);
    if (count < n) {  // evenly over all
        for (std::size_t i = 0; i < count; ++i) order.vertices[i] = order.vertices[i * n / count];
        order.vertices.resize(count);
    }
    search_from(order.vertices, *near, [&](std::uint32_t hops, Vertex, std::uint32_t found) {
        out.pairs += found;
        out.sum += std::int64_t{hops} * found;
        out.diameter = std::max(out.diameter, std::int64_t{hops});
    });
    return out;
}

}  // namespace lotse::graph
