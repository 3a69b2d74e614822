#include <lotse/graph/hop_measures.hpp>

#include <algorithm>
#include <bit>
#include <utility>

namespace lotse::graph {
namespace {

/// The neighbours of vertex v are targets[first[v]] .. targets[first[v + 1] - 1].
struct Neighbours {
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> targets;
};

Neighbours neighbours(const EdgeList& graph) {
    Neighbours out{std::vector<std::uint32_t>(graph.vertices + 1, 0),
                   std::vector<std::uint32_t>(2 * graph.edges.size())};
    for (const Edge& e : graph.edges) {
        ++out.first[e.from + 1];
        ++out.first[e.to + 1];
    }
    for (std::size_t v = 0; v < graph.vertices; ++v) out.first[v + 1] += out.first[v];
    std::vector<std::uint32_t> next(out.first.begin(), out.first.end() - 1);
    for (const Edge& e : graph.edges) {
        out.targets[next[e.from]++] = static_cast<std::uint32_t>(e.to);
        out.targets[next[e.to]++] = static_cast<std::uint32_t>(e.from);
    }
    return out;
}

}  // namespace

HopMeasures hop_measures(const EdgeList& graph) {
    const std::size_t n = graph.vertices;
    HopMeasures out{std::vector<double>(n, 0), std::vector<double>(n, 0)};
    const Neighbours near = neighbours(graph);
    constexpr auto unseen = static_cast<std::uint32_t>(-1);
    std::vector<std::uint32_t> distance(n, unseen);
    std::vector<double> paths(n, 0);
    std::vector<double> dependency(n, 0);
    std::vector<std::uint32_t> order;  // of discovery; the queue as well
    order.reserve(n);
    for (std::size_t source = 0; source < n; ++source) {
        for (const std::uint32_t v : order) {
            distance[v] = unseen;
            paths[v] = dependency[v] = 0;
        }
        order.assign(1, static_cast<std::uint32_t>(source));
        distance[source] = 0;
        paths[source] = 1;
        for (std::size_t at = 0; at < order.size(); ++at) {
            const std::uint32_t v = order[at];
            for (std::uint32_t i = near.first[v]; i < near.first[v + 1]; ++i) {
                const std::uint32_t w = near.targets[i];
                if (distance[w] == unseen) {
                    distance[w] = distance[v] + 1;
                    order.push_back(w);
                }
                if (distance[w] == distance[v] + 1) paths[w] += paths[v];
            }
        }
        for (std::size_t at = order.size(); at-- > 1;) {
            const std::uint32_t w = order[at];
            const double share = (1 + dependency[w]) / paths[w];
            for (std::uint32_t i = near.first[w]; i < near.first[w + 1]; ++i) {
                const std::uint32_t v = near.targets[i];
                if (distance[v] + 1 == distance[w]) dependency[v] += paths[v] * share;
            }
            out.betweenness[w] += dependency[w] / 2;  // every pair is met from both ends
            out.harmonic[source] += 1.0 / distance[w];
        }
    }
    if (n > 1)
        for (double& value : out.harmonic) value /= static_cast<double>(n - 1);
    return out;
}

HopDistances hop_distances(const EdgeList& graph) {
    constexpr std::size_t lanes = 64;  // sources of one search, a bit each
    const std::size_t n = graph.vertices;
    HopDistances out;
    std::int64_t ordered_pairs = 0;
    std::int64_t sum = 0;
    std::vector<bool> first_of_component(n, true);
    std::vector<std::uint64_t> seen(n);
    std::vector<std::uint64_t> frontier(n);
    std::vector<std::uint64_t> next(n);
    for (std::size_t base = 0; base < n; base += lanes) {
        std::ranges::fill(seen, 0);
        for (std::size_t i = 0; i < lanes && base + i < n; ++i)
            seen[base + i] = std::uint64_t{1} << i;
        frontier = seen;
        for (std::int64_t hops = 1;; ++hops) {
            std::ranges::fill(next, 0);
            for (const Edge& e : graph.edges) {
                next[e.from] |= frontier[e.to];
                next[e.to] |= frontier[e.from];
            }
            std::int64_t found = 0;
            for (std::size_t v = 0; v < n; ++v) {
                next[v] &= ~seen[v];
                seen[v] |= next[v];
                found += std::popcount(next[v]);
            }
            if (found == 0) break;
            ordered_pairs += found;
            sum += hops * found;
            out.diameter = std::max(out.diameter, hops);
            std::swap(frontier, next);
        }
        for (std::size_t v = base; v < n; ++v) {  // some smaller source reaches v
            const std::uint64_t smaller =
                v - base < lanes ? (std::uint64_t{1} << (v - base)) - 1 : ~std::uint64_t{0};
            if ((seen[v] & smaller) != 0) first_of_component[v] = false;
        }
    }
    out.components = std::ranges::count(first_of_component, true);
    out.connected_pairs = ordered_pairs / 2;
    out.sum = sum / 2;
    return out;
}

}  // namespace lotse::graph
