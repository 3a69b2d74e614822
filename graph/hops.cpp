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

Successors Successors::reversed() const {
    Successors out;
    out.begin_.assign(begin_.size(), 0);
    for (const std::uint32_t to : to_) ++out.begin_[to + 1];
    for (std::size_t v = 1; v < out.begin_.size(); ++v) out.begin_[v] += out.begin_[v - 1];
    out.to_.resize(to_.size());
    std::vector<std::size_t> next = out.begin_;
    for (std::uint32_t v = 0; v < vertices(); ++v)
        for (const std::uint32_t to : of(v)) out.to_[next[to]++] = v;
    return out;
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

}  // namespace lotse::graph
