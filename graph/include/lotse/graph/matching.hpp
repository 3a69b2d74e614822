/// The best pairs between two sides.
#ifndef LOTSE_GRAPH_MATCHING_HPP
#define LOTSE_GRAPH_MATCHING_HPP

#include <lotse/base/result.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace lotse::graph {

struct PairEdge {
    std::size_t left;
    std::size_t right;
    std::int64_t weight;  ///< 1 .. 10^6
};

/// Left vertices 0 .. left-1, right ones 0 .. capacity.size()-1. Parallel edges may occur.
struct PairGraph {
    std::size_t left = 0;
    std::vector<std::size_t> capacity;  ///< how many pairs a right vertex may be in
    std::vector<PairEdge> edges;
};

/// Per left vertex the position in `edges` of its pair, or nullopt, so that the weights of the
/// pairs add up to the largest possible sum; that is not always the largest number of pairs. Of
/// several best ones always the same. A capacity above 1 is a right vertex in so many copies
/// (b-matching). igraph_maximum_bipartite_matching, for weights the Hungarian method: Kuhn (1955),
/// The Hungarian method for the assignment problem, Naval Research Logistics Quarterly 2(1-2),
/// 83-97, doi:10.1002/nav.3800020109. Beyond 20,000 edges each
/// connected part is solved by itself: as good, and of equally good pairs perhaps others.
/// Errors: engine (an end that does not exist, a weight out of range).
Result<std::vector<std::optional<std::size_t>>> best_pairs(const PairGraph& graph);

}  // namespace lotse::graph

#endif
