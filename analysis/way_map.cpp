#include <lotse/analysis/way_map.hpp>

#include "missing_link.hpp"
#include "path_graph.hpp"

#include <algorithm>
#include <tuple>

namespace lotse::analysis {

WayMap way_map(const View& view) {
    const Network& network = *view.network;
    const PathGraph graph = all_hops(view, {});
    WayMap out;
    out.actors = graph.actors;
    out.other_topic_cost = other_topic_cost();
    for (const PathHop& hop : graph.hops) {
        WayHop& added = out.hops.emplace_back(
            WayHop{graph.actors[hop.from], graph.actors[hop.to], hop.tie, hop.cost});
        if (is_dearer_for_other_topics(network[hop.tie])) added.topics = network[hop.tie].topics;
        added.legality = hop.legality;
        if (hop.rule && !hop.rule->condition.empty()) added.condition = hop.rule->condition;
    }
    std::ranges::sort(out.hops, {}, [](const WayHop& hop) {
        return std::tuple{hop.from, hop.to, hop.tie};
    });
    for (const ActorId actor : graph.actors) {
        const auto areas = home_areas(network, network[actor]);
        out.homes.push_back({actor, {areas.begin(), areas.end()}});
    }
    for (const Code& code : network.codes().list("topics")->codes()) {
        const auto goals = goals_of(view, ActorId{0}, "topic=" + code.code);
        if (!goals) continue;
        WayGoals found{{code.code, code.label}, {}};
        for (const ActorId actor : goals->actors)
            if (graph.position(actor)) found.actors.push_back(actor);
        if (!found.actors.empty()) out.goals.push_back(std::move(found));
    }
    return out;
}

}  // namespace lotse::analysis
