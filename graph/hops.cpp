#include <lotse/graph/hops.hpp>

#include <utility>

namespace lotse::graph {

Successors::Successors(const EdgeList& graph) : begin_(graph.vertices + 1, 0) {
    const bool both = graph.direction == Direction::undirected;
    for (const Edge& e : graph.edges) {
        ++begin_[e.from + 1];
        if (both) ++begin_[e.to + 1];
    }
    for (std::size_t v = 1; v < begin_.size(); ++v) begin_[v] += begin_[v - 1];
    to_.resize(begin_.back());
    std::vector<std::size_t> next = begin_;
    for (const Edge& e : graph.edges) {
        to_[next[e.from]++] = static_cast<std::uint32_t>(e.to);
        if (both) to_[next[e.to]++] = static_cast<std::uint32_t>(e.from);
    }
}

EdgeList reversed(EdgeList graph) {
    for (Edge& e : graph.edges) std::swap(e.from, e.to);
    return graph;
}

std::vector<std::uint32_t> hop_distances(const Successors& graph, std::span<const std::size_t> from,
                                         const std::vector<bool>& without) {
    const auto gone = [&](std::size_t v) { return !without.empty() && without[v]; };
    std::vector<std::uint32_t> distance(graph.vertices(), unreached);
    std::vector<std::uint32_t> queue;
    for (const std::size_t v : from)
        if (!gone(v) && distance[v] == unreached) {
            distance[v] = 0;
            queue.push_back(static_cast<std::uint32_t>(v));
        }
    for (std::size_t i = 0; i < queue.size(); ++i)
        for (const std::uint32_t to : graph.of(queue[i]))
            if (distance[to] == unreached && !gone(to)) {
                distance[to] = distance[queue[i]] + 1;
                queue.push_back(to);
            }
    return distance;
}

std::vector<bool> needed_for_distances(const Successors& graph,
                                       std::span<const std::uint32_t> distance) {
    constexpr std::uint32_t none = unreached;
    constexpr std::uint32_t several = unreached - 1;
    std::vector<std::uint32_t> predecessor(graph.vertices(), none);
    for (std::uint32_t v = 0; v < graph.vertices(); ++v) {
        if (distance[v] == unreached) continue;
        for (const std::uint32_t to : graph.of(v))
            if (distance[to] == distance[v] + 1)
                predecessor[to] = predecessor[to] == none || predecessor[to] == v ? v : several;
    }
    std::vector<bool> needed(graph.vertices(), false);
    for (const std::uint32_t p : predecessor)
        if (p != none && p != several) needed[p] = true;
    return needed;
}

}  // namespace lotse::graph
