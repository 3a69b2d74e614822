/// Vertices that stand alike, merged to classes, in an order that keeps neighbours close in memory.
#ifndef LOTSE_GRAPH_CLASS_GRAPH_HPP
#define LOTSE_GRAPH_CLASS_GRAPH_HPP

#include "blocks.hpp"

#include <vector>

namespace lotse::graph {

/// What a search of betweenness runs on. Vertices are classes.
struct ClassGraph {
    Rows rows;
    std::vector<double> members;  ///< how many vertices a class has
    std::vector<double> weight;   ///< vertices that reach others through its members
    /// Ordered pairs of vertices that hang on two different members whose distance is two.
    std::vector<double> pairs_inside;
    std::vector<Vertex> vertices;  ///< of the whole graph, class by class
    std::vector<Arc> first{0};     ///< per class, one more at the end: where its vertices begin

    /// Looks at arcs that one search from every class takes.
    double steps() const noexcept {
        return static_cast<double>(rows.vertices()) *
               static_cast<double>(rows.vertices() + rows.to.size());
    }
};

/// Twins have the same neighbours, each other aside. Shortest paths treat them alike and none leads
/// through two of them, so that one search stands for a whole class: the structurally equivalent
/// vertices of Puzis, Elovici, Zilberman, Dolev & Brandes (2015), Topology manipulations for
/// speeding betweenness centrality computation, Journal of Complex Networks 3(1), 84-112.
/// Nothing is merged where edges have lengths or are parallel. O(n log n + m log n).
ClassGraph merge_twins(const Block& block);

/// Each vertex a class of its own. O(n + m).
ClassGraph single_classes(const Block& block);

}  // namespace lotse::graph

#endif
