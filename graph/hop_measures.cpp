#include <lotse/graph/betweenness.hpp>
#include <lotse/graph/hop_measures.hpp>
#include <lotse/graph/hops.hpp>

#include <algorithm>
#include <array>
#include <bit>

namespace lotse::graph {
namespace {

Result<Rows> rows_of(const EdgeList& graph) {
    auto made = Csr::of(graph, Lengths::hops);
    if (!made) return made.error();
    return made->out();
}

/// Which of 256 sources: a bit each.
using Lanes = std::array<std::uint64_t, 4>;
constexpr std::size_t lanes = 256;

/// Breadth-first searches from many vertices, 256 at a time: Then et al. (2014), The more the
/// merrier: efficient multi-source graph traversal, Proceedings of the VLDB Endowment 8(4),
/// 449-460, doi:10.14778/2735496.2735507.
class Searches {
public:
    explicit Searches(const Rows& near)
        : near_{near}, seen_(near.vertices()), frontier_(near.vertices()), next_(near.vertices()) {}

    /// Calls visit(v, hops, count) for each vertex and distance > 0: so many of the sources are
    /// that far from it.
    template <class Visit>
    void run(std::span<const Vertex> sources, const Visit& visit) {
        for (std::size_t first = 0; first < sources.size(); first += lanes)
            run_some(sources.subspan(first, std::min(lanes, sources.size() - first)), visit);
    }

private:
    template <class Visit>
    void run_some(std::span<const Vertex> sources, const Visit& visit) {
        std::ranges::fill(seen_, Lanes{});
        for (std::size_t i = 0; i < sources.size(); ++i)
            seen_[sources[i]][i / 64] |= std::uint64_t{1} << (i % 64);
        frontier_ = seen_;
        bool found = true;
        for (std::int64_t hops = 1; found; ++hops) {
            found = false;
            for (Vertex v = 0; v < near_.vertices(); ++v) {
                Lanes reached{};
                for (const Vertex w : near_.of(v))
                    for (std::size_t k = 0; k < reached.size(); ++k) reached[k] |= frontier_[w][k];
                int count = 0;
                for (std::size_t k = 0; k < reached.size(); ++k) {
                    reached[k] &= ~seen_[v][k];
                    seen_[v][k] |= reached[k];
                    if (reached[k] != 0) count += std::popcount(reached[k]);
                }
                next_[v] = reached;
                if (count == 0) continue;
                found = true;
                visit(v, hops, count);
            }
            std::swap(frontier_, next_);
        }
    }

    const Rows& near_;
    std::vector<Lanes> seen_;
    std::vector<Lanes> frontier_;
    std::vector<Lanes> next_;
};

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
    Searches{made->out()}.run(by_component(made->out()).vertices,
                              [&](Vertex v, std::int64_t hops, int count) {
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
    Searches{*near}.run(order.vertices, [&](Vertex, std::int64_t hops, int found) {
        out.pairs += found;
        out.sum += hops * found;
        out.diameter = std::max(out.diameter, hops);
    });
    return out;
}

}  // namespace lotse::graph
