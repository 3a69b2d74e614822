#include <lotse/graph/betweenness.hpp>

#include "betweenness_search.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lotse::graph {
namespace {

/// Some sources of one graph: what a thread does at a time.
struct Portion {
    std::size_t graph;
    Vertex first;
    Vertex count;
};

enum class Search { hops, lanes, lengths };

/// The faster one for a graph.
Search search_for(const ClassGraph& graph, LaneSearch& probe) {
    constexpr Vertex small = 64;  // where the probe would take as long as it could save
    if (!graph.rows.lengths.empty()) return Search::lengths;
    if (graph.rows.vertices() < small) return Search::lanes;
    return probe.looks(graph) <= LaneSearch::most_looks ? Search::lanes : Search::hops;
}

/// The graphs to search in, largest first, and what needs no search.
struct Parts {
    std::vector<ClassGraph> graphs;
    std::vector<double> between;  ///< ordered pairs, per vertex of the whole graph
};

Parts parts_of(const Csr& graph) {
    Parts out;
    if (graph.direction() == Direction::directed) {
        Block all;
        all.rows = graph.out();
        all.vertices.resize(graph.vertices());
        std::iota(all.vertices.begin(), all.vertices.end(), Vertex{0});
        all.weight.assign(graph.vertices(), 1);
        out.graphs.push_back(single_classes(all));
        out.between.assign(graph.vertices(), 0);
        return out;
    }
    BlockSplit split = split_into_blocks(graph.out());
    for (const Block& block : split.blocks) out.graphs.push_back(merge_twins(block));
    out.between = std::move(split.separated);
    std::ranges::stable_sort(out.graphs, std::greater{},
                             [](const ClassGraph& g) { return g.steps(); });
    return out;
}

/// Portions are cut by size alone, whatever the number of threads.
std::vector<Portion> portions(const std::vector<ClassGraph>& graphs) {
    constexpr double steps = 2e6;
    std::vector<Portion> out;
    for (std::size_t g = 0; g < graphs.size(); ++g) {
        const Vertex n = graphs[g].rows.vertices();
        const double wanted = steps * n / std::max(1.0, graphs[g].steps());
        const auto lines = static_cast<Vertex>(std::min<double>(n, wanted)) / LaneSearch::lanes;
        const Vertex size =
            static_cast<Vertex>(std::max<std::size_t>(1, lines) * LaneSearch::lanes);
        for (Vertex first = 0; first < n; first += std::min(size, n - first))
            out.push_back({g, first, std::min(size, n - first)});
    }
    return out;
}

/// What a thread works with.
struct Searches {
    HopSearch hops;
    LaneSearch lanes;
    LengthSearch lengths;
    std::vector<Vertex> sources;
    std::vector<double> between;  ///< per class

    void run(const ClassGraph& graph, Search search, const Portion& portion) {
        sources.resize(portion.count);
        std::iota(sources.begin(), sources.end(), portion.first);
        between.assign(graph.rows.vertices(), 0);
        switch (search) {
            case Search::hops: hops.add(graph, sources, between); break;
            case Search::lanes: lanes.add(graph, sources, between); break;
            case Search::lengths: lengths.add(graph, sources, between); break;
        }
        for (const Vertex source : sources) add_twins(graph, source);
    }

    /// Twins that are not joined lie two steps apart, by way of any neighbour.
    void add_twins(const ClassGraph& graph, Vertex source) {
        if (graph.pairs_inside[source] == 0) return;
        double ways = 0;
        for (const Vertex to : graph.rows.of(source)) ways += graph.members[to];
        for (const Vertex to : graph.rows.of(source))
            between[to] += graph.pairs_inside[source] / ways;
    }
};

}  // namespace

double betweenness_steps(const Csr& graph) {
    double steps = 0;
    for (const ClassGraph& part : parts_of(graph).graphs) steps += part.steps();
    return steps;
}

Result<Scores> betweenness(const Csr& graph, Threads threads) {
    Parts parts = parts_of(graph);
    const std::vector<Portion> all = portions(parts.graphs);
    std::vector<Search> searches;
    LaneSearch probe;
    for (const ClassGraph& part : parts.graphs) searches.push_back(search_for(part, probe));
    reduce_blocks(
        threads, all.size(), [] { return Searches{}; },
        [&](Searches& own, std::size_t i) {
            own.run(parts.graphs[all[i].graph], searches[all[i].graph], all[i]);
        },
        [&](const Searches& own, std::size_t i) {
            const ClassGraph& g = parts.graphs[all[i].graph];
            for (Vertex c = 0; c < g.rows.vertices(); ++c)
                for (Arc at = g.first[c]; at < g.first[c + 1]; ++at)
                    parts.between[g.vertices[at]] += own.between[c];
        });
    const double pairs = graph.direction() == Direction::undirected ? 2 : 1;
    Scores out;
    out.reserve(parts.between.size());
    for (const double ordered : parts.between) {
        if (!std::isfinite(ordered))
            return Error{ErrorKind::engine,
                         Text{"Es gibt mehr kürzeste Wege, als sich zählen lassen.",
                              "There are more shortest paths than can be counted."}};
        out.emplace_back(ordered / pairs);
    }
    return out;
}

}  // namespace lotse::graph
