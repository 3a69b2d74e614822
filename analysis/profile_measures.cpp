#include "profile_measures.hpp"

#include <lotse/graph/hop_measures.hpp>
#include <lotse/graph/random_graphs.hpp>
#include <lotse/graph/whole.hpp>

#include <algorithm>

namespace lotse::analysis {
namespace {

constexpr std::size_t sources_elsewhere = 512;  // of distances in larger random networks

std::optional<Interval> interval(std::vector<double>& values, std::size_t samples) {
    if (2 * values.size() < samples || values.empty()) return std::nullopt;
    std::ranges::sort(values);
    const std::size_t cut = values.size() * 25 / 1000;
    const Interval out{values[cut], values[values.size() - 1 - cut]};
    if (values.front() == values.back()) return std::nullopt;
    return out;
}

}  // namespace

Result<WholeValues> whole_values(const WholeGraph& graph, Distances which) {
    WholeValues out;
    const auto set = [&](WholeMeasure measure, std::optional<double> value) {
        out[static_cast<std::size_t>(measure)] = value;
    };
    using enum WholeMeasure;
    const auto degree = graph::degrees(graph.pairs, graph::Ends::all);
    const bool exact =
        which == Distances::exact || graph.pairs.vertices <= most_with_exact_distances;
    const graph::DistanceSummary hops =
        exact ? graph::distance_summary(graph.pairs)
              : graph::distance_summary(graph.pairs, sources_elsewhere);
    set(isolates, static_cast<double>(std::ranges::count(degree, std::size_t{0})));
    set(components, static_cast<double>(hops.components));
    set(centralization, graph::degree_centralization(graph.pairs));
    set(reciprocity, graph::reciprocity(graph.arcs));
    if (hops.pairs > 0) {
        set(mean_distance, static_cast<double>(hops.sum) / static_cast<double>(hops.pairs));
        if (exact) set(diameter, static_cast<double>(hops.diameter));
    }
    const auto closed = graph::transitivity(graph.pairs);
    if (!closed) return closed.error();
    set(transitivity, *closed);
    set(core_periphery, graph::core_periphery(graph.pairs).fit);
    return out;
}

Result<WholeIntervals> random_intervals(const WholeGraph& graph, Kept kept, int samples) {
    constexpr std::size_t mixing = 100;  // attempted swaps per edge before the first sample
    constexpr std::size_t between = 10;  // and between two of them
    graph::Random random;
    graph::Rewiring pairs{graph.pairs};
    graph::Rewiring arcs{graph.arcs};
    if (kept == Kept::degrees) {
        pairs.swap(mixing * graph.pairs.edges.size(), random);
        arcs.swap(mixing * graph.arcs.edges.size(), random);
    }
    std::array<std::vector<double>, whole_measures> values;
    for (int i = 0; i < samples; ++i) {
        WholeGraph sample;
        if (kept == Kept::degrees) {
            pairs.swap(between * graph.pairs.edges.size(), random);
            arcs.swap(between * graph.arcs.edges.size(), random);
            sample = {pairs.graph(), arcs.graph()};
        } else {
            sample = {graph::random_graph(graph.pairs.vertices, graph.pairs.edges.size(),
                                          graph::Direction::undirected, random),
                      graph::random_graph(graph.arcs.vertices, graph.arcs.edges.size(),
                                          graph::Direction::directed, random)};
        }
        const auto found = whole_values(sample, Distances::affordable);
        if (!found) return found.error();
        for (std::size_t m = 0; m < whole_measures; ++m)
            if ((*found)[m]) values[m].push_back(*(*found)[m]);
    }
    WholeIntervals out;
    for (std::size_t m = 0; m < whole_measures; ++m)
        out[m] = interval(values[m], static_cast<std::size_t>(samples));
    return out;
}

}  // namespace lotse::analysis
