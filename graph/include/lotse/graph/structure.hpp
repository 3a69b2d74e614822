/// What a plain graph hangs together by: components, cores, cut vertices.
///
/// Every function wants a simple graph. Errors: engine. All take O(n + m).
#ifndef LOTSE_GRAPH_STRUCTURE_HPP
#define LOTSE_GRAPH_STRUCTURE_HPP

#include <lotse/base/result.hpp>
#include <lotse/graph/edge_list.hpp>

#include <optional>
#include <vector>

namespace lotse::graph {

struct Components {
    std::vector<std::size_t> of;     ///< per vertex, 0 .. sizes.size()-1
    std::vector<std::size_t> sizes;  ///< never increasing; equal ones in order of first vertex
};

/// Connected components; directions do not matter (weak components).
Result<Components> components(const EdgeList& graph);

/// Strongly connected components: in each, all reach each other along the directions.
Result<Components> strong_components(const EdgeList& graph);

/// Largest k such that the vertex belongs to a subgraph in which all have degree >= k; on directed
/// graphs in-degree plus out-degree counts. Seidman (1983), Social Networks 5(3), 269-287,
/// doi:10.1016/0378-8733(83)90028-X.
Result<std::vector<std::size_t>> coreness(const EdgeList& graph);

/// The vertices without which the graph has more components, ascending; directions do not matter.
Result<std::vector<std::size_t>> cut_vertices(const EdgeList& graph);

/// A partition of the vertices into groups with many edges inside and few between.
struct Communities {
    std::vector<std::size_t> of;       ///< per vertex, numbered as in Components
    std::vector<std::size_t> sizes;    ///< never increasing
    std::optional<double> modularity;  ///< nullopt: there are no edges
};

/// Leiden algorithm, modularity as the objective, run until nothing changes, with the fixed seed of
/// the session: the same graph gives the same communities. It finds a good partition, not surely
/// the best. Directions and weights do not matter. Traag, Waltman & van Eck (2019), Scientific
/// Reports 9, 5233, doi:10.1038/s41598-019-41695-z; modularity: Newman & Girvan (2004), Physical
/// Review E 69, 026113, doi:10.1103/PhysRevE.69.026113. Nearly O(m) per round.
Result<Communities> communities(const EdgeList& graph);

}  // namespace lotse::graph

#endif
