/// Every hop that `paths` may take, with what decides among them: for programs that search on.
#ifndef LOTSE_ANALYSIS_WAY_MAP_HPP
#define LOTSE_ANALYSIS_WAY_MAP_HPP

#include <lotse/analysis/paths.hpp>

namespace lotse::analysis {

/// One tie in one direction. Several may lead from an actor to another: a way uses the one with
/// the best legality (with `--mandate`), then the least cost, the best legality and the first tie.
struct WayHop {
    ActorId from;
    ActorId to;
    TieId tie;
    std::int64_t cost = 0;              ///< hundredths of a hand-off, whatever one is looking for
    std::vector<std::string> topics{};  ///< if it is dearer for others: those it is recorded for
    Legality legality = Legality::legal;
    std::optional<Message> condition{};  ///< of the rule that makes it legal
};

struct WayGoals {
    Choice topic;
    std::vector<ActorId> actors;
};

/// Areas in which actors could meet: the districts they serve, else that of their seat.
struct WayHome {
    ActorId actor;
    std::vector<AreaId> areas;  ///< in canonical order
};

struct WayMap {
    std::vector<ActorId> actors;        ///< the layer; ways begin and end here
    std::vector<WayHop> hops;           ///< by ends, then by tie
    std::int64_t other_topic_cost = 0;  ///< added where WayHop::topics lack the topic asked for
    std::vector<WayHome> homes;         ///< of the actors, in their order: for missing links
    std::vector<WayGoals> goals;        ///< of `paths --to topic=CODE`, topics that have any
};

/// What Paths looks at in the view. Cost O(actors + ties log ties + topics x (offers + ties)).
WayMap way_map(const View& view);

}  // namespace lotse::analysis

#endif
