/// What a graph looks like as a whole: how much hangs on one vertex, core and periphery, triangles.
#ifndef LOTSE_GRAPH_WHOLE_HPP
#define LOTSE_GRAPH_WHOLE_HPP

#include <lotse/base/result.hpp>
#include <lotse/graph/edge_list.hpp>

#include <optional>
#include <vector>

namespace lotse::graph {

/// How far one vertex surpasses the others in degree: 1 for a star, 0 if all have the same; of an
/// undirected simple graph; nullopt: fewer than three vertices. Freeman (1978), Social Networks
/// 1(3), 215-239, doi:10.1016/0378-8733(78)90021-7. O(n + m).
std::optional<double> degree_centralization(const EdgeList& graph);

/// Triangles times three divided by paths of two edges; nullopt: there is no such path. Directions
/// do not matter. Errors: engine. O(sum of the squared degrees).
Result<std::optional<double>> transitivity(const EdgeList& graph);

/// Share of directed edges whose opposite exists too; nullopt: there are no edges. O(m log m).
std::optional<double> reciprocity(const EdgeList& graph);

struct CorePeriphery {
    std::size_t core = 0;       ///< number of vertices in the core
    std::optional<double> fit;  ///< nullopt: all pairs are joined, or none, or no split differs
};

/// How well an undirected simple graph fits a core whose members are joined with everybody and a
/// periphery that is only joined with the core: correlation over all pairs between the graph and
/// that pattern. Borgatti & Everett (2000), Social Networks 21(4), 375-395,
/// doi:10.1016/S0378-8733(99)00019-2, the discrete model. Tried are cores that grow by the vertex
/// with the most edges that do not touch the core yet (ties: higher degree, then the first): the
/// best of all cores may fit somewhat better. O((n + m) log n).
CorePeriphery core_periphery(const EdgeList& graph);

}  // namespace lotse::graph

#endif
