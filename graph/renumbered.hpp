/// The same graph under other numbers, so that neighbours lie together in memory.
#ifndef LOTSE_GRAPH_RENUMBERED_PRIVATE_HPP
#define LOTSE_GRAPH_RENUMBERED_PRIVATE_HPP

#include <lotse/graph/csr.hpp>

#include <span>
#include <vector>

namespace lotse::graph {

/// The vertex order[i] under the new number i, its arcs in their order; lengths are left out.
/// Precondition: every vertex stands in `order` once. O(n + m).
inline Rows renumbered(const Rows& rows, std::span<const Vertex> order) {
    std::vector<Vertex> number(order.size());
    for (Vertex i = 0; i < order.size(); ++i) number[order[i]] = i;
    Rows out;
    out.first.reserve(rows.first.size());
    out.to.reserve(rows.to.size());
    for (const Vertex v : order) {
        for (const Vertex w : rows.of(v)) out.to.push_back(number[w]);
        out.first.push_back(static_cast<Arc>(out.to.size()));
    }
    return out;
}

}  // namespace lotse::graph

#endif
