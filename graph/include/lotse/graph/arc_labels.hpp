/// Labels of a graph's arcs, such as kind or legality, for searches that may use only some.
#ifndef LOTSE_GRAPH_ARC_LABELS_HPP
#define LOTSE_GRAPH_ARC_LABELS_HPP

#include <lotse/graph/csr.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace lotse::graph {

/// Labels are 0 .. 63; bit l says whether label l is in the set.
using LabelSet = std::uint64_t;

struct ArcLabels {
    std::vector<std::uint8_t> out;  ///< per arc of Csr::out()
    std::vector<std::uint8_t> in;   ///< per arc of Csr::in(); empty if that is the same
};

/// For the Csr of the same graph. Errors: as Csr::of; engine (not one label per edge, one above
/// 63). O(n + m).
Result<ArcLabels> arc_labels(const EdgeList& graph, std::span<const std::uint8_t> label_of_edge);

}  // namespace lotse::graph

#endif
