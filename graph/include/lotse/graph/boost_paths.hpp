/// Cheapest ways through a graph whose arcs carry labels, and the fewest new arcs where there is
/// none: Boost.Graph behind plain functions.
#ifndef LOTSE_GRAPH_BOOST_PATHS_HPP
#define LOTSE_GRAPH_BOOST_PATHS_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lotse::graph {

struct LabelledArc {
    std::size_t from;
    std::size_t to;
    std::int64_t cost;  ///< >= 0
    std::size_t label;
};

/// Vertices are 0 .. vertices-1; parallel arcs may occur.
struct LabelledGraph {
    std::size_t vertices = 0;
    std::vector<LabelledArc> arcs;
};

/// Deterministic finite automaton: which sequences of labels a way may have.
struct Automaton {
    std::size_t start = 0;
    std::vector<bool> accepting;                                ///< per state
    std::vector<std::vector<std::optional<std::size_t>>> next;  ///< [state][label]

    std::size_t states() const noexcept { return accepting.size(); }
};

struct LabelledPath {
    std::vector<std::size_t> arcs;  ///< positions in LabelledGraph::arcs; empty: stay
    std::int64_t cost = 0;
};

struct CheapestPaths {
    std::vector<LabelledPath> paths;  ///< by cost, then by number of arcs
    bool complete = true;             ///< false: given up after 10000 candidates, see below
};

/// The k cheapest paths from a vertex to anywhere that visit no vertex twice and whose labels the
/// automaton accepts. Product of graph and automaton (Barrett, Jacob & Marathe 2000,
/// Formal-language-constrained path problems, SIAM Journal on Computing 30(3), 809-837,
/// doi:10.1137/S0097539798337716) with the deviations of Yen (1971), Finding the k shortest
/// loopless paths in a network, Management Science 17(11), 712-716, doi:10.1287/mnsc.17.11.712.
///
/// To visit no vertex twice is NP-hard under general automata (Barrett et al. 2000): ways of the
/// product that do are looked at, not returned, and branched from, up to 10000 of them.
/// O(k l m s log(n s)) without such ways, l the length of a path, s the number of states.
CheapestPaths cheapest_paths(const LabelledGraph& graph, const Automaton& automaton,
                             std::size_t from, std::size_t k);

/// Vertices of which any two could be joined by a new arc.
struct WishGroup {
    std::vector<std::size_t> members;
    std::int64_t cost;  ///< of one new arc, >= 0; breaks ties among equally few
};

struct ExtendedStep {
    std::size_t from;
    std::size_t to;
    std::optional<std::size_t> arc;    ///< position in LabelledGraph::arcs; nullopt: a new arc
    std::optional<std::size_t> group;  ///< of a new arc
};

/// A way with the fewest new arcs whose labels the automaton accepts, of several the cheapest. A
/// new arc into v has the label new_label[v]. nullopt: no new arcs help.
/// Precondition: to be at a vertex already is worth as much as a new arc into it.
/// O((m + sum of the group sizes) s log(n s)).
std::optional<std::vector<ExtendedStep>> fewest_new_arcs(const LabelledGraph& graph,
                                                         const Automaton& automaton,
                                                         std::size_t from,
                                                         std::span<const WishGroup> groups,
                                                         std::span<const std::size_t> new_label);

}  // namespace lotse::graph

#endif
