/// The biconnected blocks of an undirected graph, and what hangs behind each of their vertices.
#ifndef LOTSE_GRAPH_BLOCKS_HPP
#define LOTSE_GRAPH_BLOCKS_HPP

#include <lotse/graph/csr.hpp>

#include <vector>

namespace lotse::graph {

struct Block {
    std::vector<Vertex> vertices;  ///< of the whole graph; the rows number them from 0
    Rows rows;
    /// Vertices that reach the rest of the block through this one, itself included.
    std::vector<double> weight;
};

struct BlockSplit {
    std::vector<Block> blocks;  ///< of three vertices or more: nothing lies inside of a bridge
    /// Ordered pairs of vertices that fall apart without this vertex: all their paths lead through
    /// it.
    std::vector<double> separated;
};

/// Every edge is in one block, two blocks share one vertex at most, and shared vertices are cut
/// vertices. One depth-first search: Hopcroft & Tarjan (1973), Algorithm 447, Communications of the
/// ACM 16(6), 372-378, doi:10.1145/362248.362272. Loops are left out. O(n + m).
BlockSplit split_into_blocks(const Rows& graph);

}  // namespace lotse::graph

#endif
