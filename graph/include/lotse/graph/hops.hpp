/// Distances in a plain graph, counted in edges along their direction.
#ifndef LOTSE_GRAPH_HOPS_HPP
#define LOTSE_GRAPH_HOPS_HPP

#include <lotse/graph/edge_list.hpp>

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace lotse::graph {

constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();

/// Per vertex the vertices that an edge leads to, in one block of memory.
class Successors {
public:
    /// Undirected edges lead both ways. O(n + m).
    explicit Successors(const EdgeList& graph);

    std::size_t vertices() const noexcept { return begin_.size() - 1; }
    std::span<const std::uint32_t> of(std::size_t vertex) const noexcept {
        return std::span{to_}.subspan(begin_[vertex], begin_[vertex + 1] - begin_[vertex]);
    }

    /// The same edges in the other direction. O(n + m).
    Successors reversed() const;

private:
    Successors() = default;

    std::vector<std::size_t> begin_;
    std::vector<std::uint32_t> to_;
};

/// The same edges in the other direction.
EdgeList reversed(EdgeList graph);

/// The fewest edges from the nearest of `from` to each vertex; `unreached`: no path. Vertices where
/// `without` is true are not there (empty: all are). O(n + m).
std::vector<std::uint32_t> hop_distances(const Successors& graph, std::span<const std::size_t> from,
                                         const std::vector<bool>& without = {});

}  // namespace lotse::graph

#endif
