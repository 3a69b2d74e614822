/// The ties of a layer as a plain graph, for the analyses that call graph/.
#ifndef LOTSE_ANALYSIS_LAYER_EDGES_HPP
#define LOTSE_ANALYSIS_LAYER_EDGES_HPP

#include <lotse/analysis/view.hpp>
#include <lotse/graph/edge_list.hpp>

namespace lotse::analysis {

/// A simple directed graph: vertex i is layer.actors[i], a tie of an undirected kind is an edge
/// either way. An edge's weight is the highest level of its ties; a tie without a recorded level
/// counts as level 1, because it exists. O(actors + ties log ties).
graph::EdgeList layer_edges(const View& view, const LayerGraph& layer);

/// How many ties of the layer have no level, and how many have level 0 ("know each other").
struct LevelCounts {
    std::int64_t not_recorded = 0;
    std::int64_t zero = 0;
};
LevelCounts level_counts(const View& view, const LayerGraph& layer);

}  // namespace lotse::analysis

#endif
