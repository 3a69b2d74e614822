/// What a graph falls into without one vertex or without one edge, for all of them at once.
#ifndef LOTSE_GRAPH_SPLITS_HPP
#define LOTSE_GRAPH_SPLITS_HPP

#include <lotse/graph/edge_list.hpp>

#include <vector>

namespace lotse::graph {

/// A vertex without which its component falls into several pieces.
struct VertexSplit {
    std::size_t vertex = 0;
    std::size_t pieces = 0;
    /// Ascending, all that is not in the largest piece, of equally large ones not in the one with
    /// the first vertex.
    std::vector<std::size_t> cut_off;
    bool one_is_largest = true;  ///< no other piece is as large as the largest
};

/// An edge without which its ends are in two pieces: a bridge.
struct EdgeSplit {
    std::size_t edge = 0;              ///< position in EdgeList::edges
    std::vector<std::size_t> cut_off;  ///< as of a vertex
};

struct Splits {
    std::vector<VertexSplit> vertices;  ///< cut vertices, ascending
    std::vector<EdgeSplit> edges;       ///< ascending
};

/// Directions do not matter. Precondition: no loops; parallel and antiparallel edges are no
/// bridges.
///
/// Depth-first search with low points: Hopcroft & Tarjan (1973), Algorithm 447, Communications of
/// the ACM 16(6), 372-378, doi:10.1145/362248.362272. A piece below a vertex is one stretch of the
/// preorder. O(n + m), and the answer.
Splits splits(const EdgeList& graph);

}  // namespace lotse::graph

#endif
