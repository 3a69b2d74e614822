/// What a plain graph hangs together by: components, cores, cut vertices.
///
/// Every function wants a simple graph. Errors: engine, limit. All take O(n + m).
#ifndef LOTSE_GRAPH_STRUCTURE_HPP
#define LOTSE_GRAPH_STRUCTURE_HPP

#include <lotse/base/result.hpp>
#include <lotse/graph/edge_list.hpp>

#include <vector>

namespace lotse::graph {

struct Components {
    std::vector<std::size_t> of;     ///< per vertex, 0 .. sizes.size()-1
    std::vector<std::size_t> sizes;  ///< never increasing; equal ones in order of first vertex
};

/// Connected components; directions do not matter (weak components).
Result<Components> components(const EdgeList& graph);

/// Largest k such that the vertex belongs to a subgraph in which all have degree >= k; on directed
/// graphs in-degree plus out-degree counts. Seidman (1983), Social Networks 5(3), 269-287,
/// doi:10.1016/0378-8733(83)90028-X.
Result<std::vector<std::size_t>> coreness(const EdgeList& graph);

/// The vertices without which the graph has more components, ascending; directions do not matter.
Result<std::vector<std::size_t>> cut_vertices(const EdgeList& graph);

}  // namespace lotse::graph

#endif
