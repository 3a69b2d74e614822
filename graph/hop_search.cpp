#include <lotse/graph/hop_search.hpp>

#include <algorithm>

namespace lotse::graph {
namespace {

/// Calls meet(v, by) for each vertex when it is first met; distances count from the sources.
template <class Meet>
void search(const Rows& rows, std::span<const Vertex> from, std::span<std::uint32_t> distance,
            std::span<Vertex> queue, const Meet& meet) {
    std::ranges::fill(distance, HopSearch::unreached);
    std::size_t end = 0;
    for (const Vertex v : from) {
        if (distance[v] == 0) continue;
        distance[v] = 0;
        queue[end++] = v;
        meet(v, v);
    }
    for (std::size_t at = 0; at < end; ++at) {
        const Vertex u = queue[at];
        const std::uint32_t next = distance[u] + 1;
        for (const Vertex v : rows.of(u)) {
            if (distance[v] != HopSearch::unreached) continue;
            distance[v] = next;
            queue[end++] = v;
            meet(v, u);
        }
    }
}

}  // namespace

HopSearch::HopSearch(const Rows& rows)
    : rows_{rows}, distance_(rows.vertices()), queue_(rows.vertices()) {}

std::span<const std::uint32_t> HopSearch::distances(std::span<const Vertex> from) {
    search(rows_, from, distance_, queue_, [](Vertex, Vertex) {});
    return distance_;
}

HopSearch::Nearest HopSearch::nearest(std::span<const Vertex> from) {
    source_.assign(rows_.vertices(), nobody);
    search(rows_, from, distance_, queue_,
           [&](Vertex v, Vertex by) { source_[v] = by == v ? v : source_[by]; });
    return {distance_, source_};
}

}  // namespace lotse::graph
