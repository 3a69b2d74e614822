/// Plain graphs: numbered vertices and a list of edges, free of any word of the domain.
#ifndef LOTSE_GRAPH_EDGE_LIST_HPP
#define LOTSE_GRAPH_EDGE_LIST_HPP

#include <compare>
#include <cstddef>
#include <vector>

namespace lotse::graph {

enum class Direction { undirected, directed };

/// How long an edge is: one hop, or its weight, which then lies within [1e-9, 1e9].
enum class Lengths { hops, weights };

struct Edge {
    std::size_t from;
    std::size_t to;
    double weight = 1;
    friend auto operator<=>(const Edge&, const Edge&) = default;
};

/// Vertices are 0 .. vertices-1; an edge's ends are among them. Loops and parallel edges may occur.
struct EdgeList {
    std::size_t vertices = 0;
    std::vector<Edge> edges;
    Direction direction = Direction::undirected;
};

/// What the weight of merged parallel edges is.
enum class Merge { max, sum };

/// Without loops, parallel edges merged to one, sorted by (from, to); undirected edges lead from
/// the smaller to the larger vertex. Antiparallel directed edges are not parallel.
/// The result does not depend on the order of the edges. O(m log m).
EdgeList simplified(EdgeList graph, Merge merge);

/// The directions forgotten, then simplified: u->v and v->u become one edge. O(m log m).
EdgeList undirected_projection(EdgeList graph, Merge merge);

/// Which ends of directed edges count at a vertex. Undirected edges count at both ends always.
enum class Ends { in, out, all };

/// Edges per vertex; `all` on a directed graph is in-degree plus out-degree. O(n + m).
std::vector<std::size_t> degrees(const EdgeList& graph, Ends ends);

/// Sum of the weights of the edges per vertex, `all` ends (Barrat et al. 2004, PNAS 101(11),
/// 3747-3752, doi:10.1073/pnas.0400087101). O(n + m).
std::vector<double> strengths(const EdgeList& graph);

}  // namespace lotse::graph

#endif
