/// Few candidates that together cover as much as possible: maximal covering, exact where it can be.
#ifndef LOTSE_GRAPH_MAX_COVERAGE_HPP
#define LOTSE_GRAPH_MAX_COVERAGE_HPP

#include <lotse/graph/removals.hpp>

#include <cstdint>
#include <vector>

namespace lotse::graph {

struct CoverageProblem {
    std::vector<std::int64_t> weights;             ///< per element, > 0
    std::vector<std::vector<std::size_t>> covers;  ///< per candidate, its elements
    std::vector<std::size_t> fixed;                ///< candidates that are in anyway, all different
    std::size_t size = 0;                          ///< members at most, with the fixed ones
};

struct Cover {
    std::vector<std::size_t> members;  ///< the fixed ones, then by what each adds
    std::int64_t value = 0;            ///< sum of the weights of what is covered
    std::int64_t upper_bound = 0;      ///< no cover of the size has more; exact: the value
    Search search = Search::exhaustive;
};

/// A cover with the largest value, and of these one with the fewest members. Church & ReVelle
/// (1974), The maximal covering location problem, Papers of the Regional Science Association 32,
/// 101-118, doi:10.1007/BF01942293.
///
/// Branch and bound, exact unless it takes more than `most_nodes` nodes; then the best cover found
/// by then, never worse than the greedy one. Greedy reaches at least 1 - 1/e of what the members
/// that are not fixed can add, and the sum of the largest gains that are left bounds what can be
/// missing: Nemhauser, Wolsey & Fisher (1978), An analysis of approximations for maximizing
/// submodular set functions I, Mathematical Programming 14, 265-294, doi:10.1007/BF01588971.
/// A node takes O(candidates * elements / 64).
Cover best_cover(const CoverageProblem& problem, std::int64_t most_nodes);

}  // namespace lotse::graph

#endif
