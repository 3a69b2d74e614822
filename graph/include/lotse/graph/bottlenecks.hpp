/// Where a plain graph hangs on one vertex or one edge, and how many paths do not meet.
///
/// Every function wants a simple graph. Errors: engine, limit.
#ifndef LOTSE_GRAPH_BOTTLENECKS_HPP
#define LOTSE_GRAPH_BOTTLENECKS_HPP

#include <lotse/base/result.hpp>
#include <lotse/graph/edge_list.hpp>

#include <optional>
#include <span>
#include <vector>

namespace lotse::graph {

/// Positions in graph.edges, ascending, of the edges without which the graph has more components;
/// directions do not matter, antiparallel edges are no bridge. O(n + m).
Result<std::vector<std::size_t>> bridges(const EdgeList& graph);

/// A vertex d dominates v if every path from the root to v leads through d. Per vertex: the
/// dominator other than itself that is nearest to it; the root has itself; nullopt: no path leads
/// there. A vertex' dominators are its chain of immediate dominators. The graph is directed.
/// Lengauer & Tarjan (1979), A fast algorithm for finding dominators in a flowgraph, ACM TOPLAS
/// 1(1), 121-141, doi:10.1145/357062.357071. O(m log n).
using Dominators = std::vector<std::optional<std::size_t>>;
Result<Dominators> immediate_dominators(const EdgeList& graph, std::size_t root);

/// The largest number of paths from a vertex to goals that share no vertex but the first, so that
/// they also end at different goals. By Menger's theorem it is the smallest number of vertices
/// other than the first, goals included, without which no path is left. The graph is directed, and
/// `from` is no goal. One maximum flow; the paths are no more than the goals.
Result<std::size_t> disjoint_paths(const EdgeList& graph, std::size_t from,
                                   std::span<const std::size_t> goals);

}  // namespace lotse::graph

#endif
