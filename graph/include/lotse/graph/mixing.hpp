/// How the groups of a partition mix: igraph behind plain functions.
#ifndef LOTSE_GRAPH_MIXING_HPP
#define LOTSE_GRAPH_MIXING_HPP

#include <lotse/base/result.hpp>
#include <lotse/graph/edge_list.hpp>

#include <optional>
#include <span>
#include <vector>

namespace lotse::graph {

/// Nominal assortativity: 1 if all edges stay within groups, 0 if they ignore them given the
/// degrees, below 0 if they lead across more than that; nullopt: there are no edges, or all ends
/// are in one group. Directions do not matter; any numbers name the groups. Newman (2003), Physical
/// Review E 67, 026126, doi:10.1103/PhysRevE.67.026126.
/// Errors: engine (an end that does not exist, not one group per vertex). O(m log m + n log n).
Result<std::optional<double>> assortativity(const EdgeList& graph,
                                            std::span<const std::size_t> group);

/// Adjusted Rand index: how far two partitions of the same vertices agree, 1 if they are the same,
/// 0 as much as by chance; nullopt: fewer than two vertices, or chance alone would agree. Hubert &
/// Arabie (1985), Journal of Classification 2, 193-218, doi:10.1007/BF01908075.
/// Errors: engine. O(n log n).
Result<std::optional<double>> agreement(std::span<const std::size_t> a,
                                        std::span<const std::size_t> b);

}  // namespace lotse::graph

#endif
