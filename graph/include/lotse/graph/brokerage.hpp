/// Brokerage roles in a directed graph whose vertices belong to groups.
///
/// A vertex b brokers the ordered pair (a, c) when a->b and b->c exist and a->c does not; a, b and
/// c are different. The groups of the three decide which role that is.
/// Gould & Fernandez (1989), Structures of mediation: a formal approach to brokerage in
/// transaction networks, Sociological Methodology 19, 89-126. Conventions of R sna::brokerage.
#ifndef LOTSE_GRAPH_BROKERAGE_HPP
#define LOTSE_GRAPH_BROKERAGE_HPP

#include <lotse/graph/csr.hpp>
#include <lotse/graph/threads.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace lotse::graph {

enum class BrokerageRole : std::size_t {
    coordinator,     ///< A A A: all in one group
    itinerant,       ///< A B A: the other two share a group that is not the broker's
    gatekeeper,      ///< A B B: into the broker's group
    representative,  ///< A A B: out of the broker's group
    liaison,         ///< A B C: three groups
    total            ///< any of them
};
constexpr std::size_t brokerage_roles = 6;

/// One value per role.
template <class T>
using PerRole = std::array<T, brokerage_roles>;

/// Brokered pairs per vertex. group[v] is the group of vertex v, 0 .. ; the graph is simple, and an
/// undirected edge leads both ways. All pairs before and behind a broker are counted by group, and
/// those taken off that are one vertex or joined. O(n + sum over vertices of the squared
/// out-degree); the same for any number of threads.
std::vector<PerRole<std::int64_t>> brokerage(const Csr& graph, std::span<const std::size_t> group,
                                             Threads threads);

/// Mean and standard deviation of a vertex' counts over random graphs.
struct BrokerageExpectation {
    PerRole<double> mean{};
    PerRole<double> deviation{};  ///< 0: the count cannot vary
};

/// Per group, for a vertex of that group, when every directed edge exists independently with
/// probability `density` (0..1). O(groups^2 + n).
std::vector<BrokerageExpectation> expected_brokerage(std::span<const std::size_t> group,
                                                     double density);

}  // namespace lotse::graph

#endif
