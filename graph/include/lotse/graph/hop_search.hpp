/// Distances in hops from one vertex, or from the nearest of several, to all others.
#ifndef LOTSE_GRAPH_HOP_SEARCH_HPP
#define LOTSE_GRAPH_HOP_SEARCH_HPP

#include <lotse/graph/csr.hpp>

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace lotse::graph {

/// Breadth-first search along rows, which outlive this; its memory serves for many questions.
class HopSearch {
public:
    static constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();
    static constexpr Vertex nobody = std::numeric_limits<Vertex>::max();

    explicit HopSearch(const Rows& rows);

    /// Per vertex the fewest arcs from the nearest of `from`. Valid until the next question.
    /// O(n + m).
    std::span<const std::uint32_t> distances(std::span<const Vertex> from);

    /// Per vertex which of `from` is nearest, of several the first in `from`; nobody: none reaches
    /// it. The distances are those of `distances`. O(n + m).
    ///
    /// The queue of each step is in the order of the sources: the first to reach a vertex belongs
    /// to the first of the nearest sources.
    struct Nearest {
        std::span<const std::uint32_t> distance;
        std::span<const Vertex> source;
    };
    Nearest nearest(std::span<const Vertex> from);

private:
    /// Puts them into the queue, each once; how many they are.
    std::size_t start(std::span<const Vertex> from);

    const Rows& rows_;
    std::vector<std::uint32_t> distance_;
    std::vector<Vertex> source_;
    std::vector<char> met_;
    std::vector<Vertex> queue_;   ///< and a place behind it
    std::vector<Vertex> owners_;  ///< of the vertices of the queue: their source
};

}  // namespace lotse::graph

#endif
