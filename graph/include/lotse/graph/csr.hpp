/// A graph as compressed sparse rows: per vertex its arcs side by side in memory, for kernels.
#ifndef LOTSE_GRAPH_CSR_HPP
#define LOTSE_GRAPH_CSR_HPP

#include <lotse/base/result.hpp>
#include <lotse/graph/edge_list.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace lotse::graph {

/// Vertices and arcs as kernels number them; half the memory of std::size_t.
using Vertex = std::uint32_t;
using Arc = std::uint32_t;

/// One direction of a graph. The arcs of vertex v are first[v] .. first[v + 1] - 1.
struct Rows {
    std::vector<Arc> first{0};    ///< one more than there are vertices
    std::vector<Vertex> to;       ///< ascending per vertex
    std::vector<double> lengths;  ///< of the same arcs; empty: each is one hop

    Vertex vertices() const noexcept { return static_cast<Vertex>(first.size() - 1); }
    Arc degree(Vertex v) const noexcept { return first[v + 1] - first[v]; }
    std::span<const Vertex> of(Vertex v) const noexcept {
        return std::span{to}.subspan(first[v], degree(v));
    }
    std::span<const double> lengths_of(Vertex v) const noexcept {
        return std::span{lengths}.subspan(first[v], degree(v));
    }
};

/// An undirected edge is an arc at both its ends (a loop two arcs at its one). Loops and parallel
/// edges stay as they are.
class Csr {
public:
    /// Errors: engine (an end that is no vertex, a weight outside [1e-9, 1e9] where weights are
    /// lengths), limit (more than 2^32 - 2 vertices or arcs). O(n + m).
    static Result<Csr> of(const EdgeList& graph, Lengths lengths);

    Vertex vertices() const noexcept { return out_.vertices(); }
    Direction direction() const noexcept { return direction_; }
    Lengths lengths() const noexcept { return lengths_; }
    /// Along the edges.
    const Rows& out() const noexcept { return out_; }
    /// Against the edges; of an undirected graph the same as `out`.
    const Rows& in() const noexcept { return direction_ == Direction::directed ? in_ : out_; }

private:
    Csr(Direction direction, Lengths lengths) : direction_{direction}, lengths_{lengths} {}

    Direction direction_;
    Lengths lengths_;
    Rows out_;
    Rows in_;
};

/// The same arcs the other way round, ascending per vertex. O(n + m).
Rows reversed(const Rows& rows);

}  // namespace lotse::graph

#endif
