#include <lotse/graph/betweenness.hpp>
#include <lotse/graph/hop_measures.hpp>
#include <lotse/graph/hops.hpp>

#include "hop_waves.hpp"
#include "renumbered.hpp"

#include <algorithm>
#include <array>

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

namespace {

/// Shortest paths from one vertex at a time, forth and back as by Brandes. Free of branches that
/// are hard to foretell, and what the way back needs is written down in the order of discovery.
class PathsFrom {
public:
    explicit PathsFrom(const Rows& near)
        : near_{near},
          states_(near.vertices()),
          order_(near.vertices() + 1),
          paths_(near.vertices()),
          arcs_(near.to.size() + 1),
          dependency_(near.vertices()) {}

    /// Calls visit(v, distance, dependency) for each vertex reached but the source, the last
    /// discovered first; dependency: of the paths to all vertices that pass v.
    template <class Visit>
    void run(Vertex source, const Visit& visit) {
        const std::size_t found = forth(source);
        std::fill_n(dependency_.begin(), found, 0);
        const double* const paths = paths_.data();
        const ShortArc* const arcs = arcs_.data();
        double* const dependency = dependency_.data();
        for (std::size_t at = found; at-- > 1;) {
            const Vertex w = order_[at];
            const double share = (1 + dependency[at]) / paths[at];
            for (ShortArc arc{0, states_[w].last_arc}; arc.before != 0;) {
                arc = arcs[arc.before];
                dependency[arc.from] += paths[arc.from] * share;
            }
            visit(w, states_[w].distance, dependency[at]);
        }
    }

private:
    struct State {
        double paths = 0;
        std::uint32_t distance = unreached;
        std::uint32_t last_arc = 0;  ///< of those that lead here on shortest paths; 0: none
    };
    struct ShortArc {
        std::uint32_t from = 0;    ///< place in the order of discovery
        std::uint32_t before = 0;  ///< another one to the same vertex; 0: none
    };

    std::size_t forth(Vertex source) {
        std::ranges::fill(states_, State{});
        states_[source].paths = 1;
        states_[source].distance = 0;
        order_[0] = source;
        std::size_t found = 1;
        std::uint32_t arcs = 1;
        const Arc* const first = near_.first.data();
        const Vertex* const to = near_.to.data();
        State* const states = states_.data();
        Vertex* const order = order_.data();
        ShortArc* const short_arcs = arcs_.data();
        for (std::uint32_t at = 0; at < found; ++at) {
            const Vertex v = order[at];
            paths_[at] = states[v].paths;
            const std::array<double, 2> more{0, states[v].paths};
            const std::uint32_t further = states[v].distance + 1;
            for (Arc arc = first[v]; arc < first[v + 1]; ++arc) {
                State& state = states[to[arc]];
                const std::size_t leads_on = state.distance >= further ? 1 : 0;
                order[found] = to[arc];
                found += state.distance > further ? 1 : 0;
                short_arcs[arcs] = {at, state.last_arc};
                state.distance = std::min(state.distance, further);
                state.paths += more[leads_on];
                state.last_arc = leads_on != 0 ? arcs : state.last_arc;
                arcs += static_cast<std::uint32_t>(leads_on);
            }
        }
        return found;
    }

    const Rows& near_;
    std::vector<State> states_;
    // By place in the order of discovery, which is the queue as well:
    std::vector<Vertex> order_;
    std::vector<double> paths_;
    std::vector<ShortArc> arcs_;
    std::vector<double> dependency_;
};

}  // namespace

Result<HopMeasures> hop_measures(const EdgeList& graph, std::span<const std::size_t> pivots) {
    const auto rows = rows_of(graph);
    if (!rows) return rows.error();
    const std::size_t n = graph.vertices;
    const std::vector<Vertex> order = by_component(*rows).vertices;
    const Rows near = renumbered(*rows, order);
    std::vector<Vertex> number(n);
    for (Vertex i = 0; i < n; ++i) number[order[i]] = i;
    struct Sums {
        double betweenness = 0;
        double harmonic = 0;
    };
    std::vector<Sums> sums(n);
    PathsFrom paths{near};
    const bool all = pivots.size() == n;
    for (const std::size_t pivot : pivots) {
        const Vertex source = number[pivot];
        paths.run(source, [&](Vertex w, std::uint32_t distance, double dependency) {
            sums[w].betweenness += dependency;
            sums[all ? source : w].harmonic += 1.0 / distance;
        });
    }
    HopMeasures out{std::vector<double>(n, 0), std::vector<double>(n, 0)};
    const double scale =
        pivots.empty() ? 0 : static_cast<double>(n) / static_cast<double>(pivots.size());
    for (std::size_t v = 0; v < n; ++v) {
        const Sums& sum = sums[number[v]];
        out.betweenness[v] = sum.betweenness * (scale / 2);  // every pair is met from both ends
        if (n > 1) out.harmonic[v] = sum.harmonic * scale / static_cast<double>(n - 1);
    }
    return out;
}

DistanceSummary distance_summary(const EdgeList& graph, std::size_t most_sources) {
    DistanceSummary out;
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
