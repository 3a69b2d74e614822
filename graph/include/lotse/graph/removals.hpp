/// What the removal of vertices does to the paths from sources to goals: counterfactuals, exact.
///
/// The graph is simple. A pair (source, goal) that involves a removed vertex counts on neither
/// side: asked is what the rest loses, not what goes with it. Borgatti (2006), Identifying sets of
/// key players in a social network, Computational & Mathematical Organization Theory 12(1), 21-34,
/// doi:10.1007/s10588-006-7084-x (there KPP-Neg, over all pairs; here over the pairs that matter).
#ifndef LOTSE_GRAPH_REMOVALS_HPP
#define LOTSE_GRAPH_REMOVALS_HPP

#include <lotse/graph/detours.hpp>
#include <lotse/graph/threads.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace lotse::graph {

/// Goals that one source reaches.
struct Reach {
    std::int64_t goals = 0;
    std::int64_t steps = 0;  ///< sum of the distances to these
    std::int64_t near = 0;   ///< of these within `near` edges
    friend bool operator==(const Reach&, const Reach&) = default;
};

struct Removal {
    std::size_t vertex = 0;
    std::int64_t goals = 0;  ///< other than source and vertex
    Reach with;
    Reach without;
    std::int64_t detour = 0;               ///< sum of what the goals reached either way get farther
    std::vector<std::size_t> groups_lost;  ///< ascending
};

/// What is reached: goals within `within` edges. Of a group one goal is enough: it is lost if the
/// source reached one of it other than the vertex and does so no more; groups that hold the source
/// are not asked for.
struct RemovalQuestion {
    std::vector<std::size_t> goals;                ///< ascending
    std::vector<std::vector<std::size_t>> groups;  ///< each ascending
    std::uint32_t within = unreached - 1;
    std::uint32_t near = 2;
};

/// Asks the same of several sources.
class Removals {
public:
    /// Precondition: both outlive this. O(n + m + groups).
    Removals(const Successors& graph, const RemovalQuestion& question);
    Removals(const Removals&) = delete;
    Removals& operator=(const Removals&) = delete;

    /// One per vertex other than the source, in their order. Only what gets farther away is looked
    /// at again, see Detours.
    std::vector<Removal> from(std::size_t source);

private:
    void lose_groups(Removal& row, std::span<const Detours::Change> changes);

    const RemovalQuestion& question_;
    Successors backward_;
    Detours detours_;
    std::vector<bool> is_goal_;
    std::vector<std::vector<std::size_t>> groups_of_;  ///< per vertex
    std::vector<std::size_t> reached_;                 ///< members, per group
    std::vector<std::size_t> lost_;
};

/// Pairs of source and goal that are within `within` edges with the removed vertices and not
/// without them. O(s (n + m)) for s sources.
std::int64_t pairs_lost(const Successors& graph, std::span<const std::size_t> sources,
                        const RemovalQuestion& question, std::span<const std::size_t> removed);

enum class Search { exhaustive, greedy };

struct KeyPlayers {
    std::vector<std::size_t> vertices;  ///< ascending; greedy: in the order they were taken
    std::int64_t pairs_lost = 0;
    Search search = Search::exhaustive;
};

/// `size` vertices (or all) whose removal together loses most pairs; of equally good sets the first
/// in order. All sets are tried if that takes no more than `most_steps` looks at vertices and
/// edges; else vertices are taken one by one, always the one that adds most, and fewer than `size`
/// where no further one matters. `alone`: per vertex the pairs that its removal alone loses, where
/// that is known already (else empty).
KeyPlayers key_players(const Successors& graph, std::span<const std::size_t> sources,
                       const RemovalQuestion& question, std::size_t size, double most_steps,
                       std::vector<std::int64_t> alone = {}, Threads threads = {});

}  // namespace lotse::graph

#endif
