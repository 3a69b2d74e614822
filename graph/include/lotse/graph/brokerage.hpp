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

/// Shares of the pairs of vertices by how they are joined, 0..1; the rest are not.
struct Dyads {
    double mutual = 0;   ///< by an edge each way
    double one_way = 0;  ///< by one edge, as often either way

    double density() const { return mutual + one_way / 2; }
};

/// Of a simple graph. O(n + m log m).
Dyads dyads(const Csr& graph);

/// Per group, for a vertex of that group, when every pair of vertices is joined independently with
/// these probabilities: U|MAN of Holland & Leinhardt (1970), A method for detecting structure in
/// sociometric data, American Journal of Sociology 76, 492-513, in the form with probabilities
/// (R sna::rguman). Undirected edges are mutual pairs; single arcs that are independent of each
/// other, as in sna::brokerage, are the case mutual = d^2, one_way = 2d(1-d). The mean follows from
/// the density alone. O(groups^2 + n).
std::vector<BrokerageExpectation> expected_brokerage(std::span<const std::size_t> group,
                                                     const Dyads& dyads);

}  // namespace lotse::graph

#endif
