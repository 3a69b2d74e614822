#include "missing_link.hpp"

#include <lotse/graph/boost_paths.hpp>

#include "area_index.hpp"

#include <algorithm>
#include <map>

namespace lotse::analysis {

std::set<AreaId> home_areas(const Network& network, const Actor& actor) {
    std::set<AreaId> out;
    const auto add = [&](const Ref<Area>& ref) {
        if (ref.empty()) return;
        const auto up = up_from(network, *ref);
        const auto district = std::ranges::find_if(
            up, [&](AreaId area) { return network[area].level == "district"; });
        out.insert(district == up.end() ? *ref : *district);
    };
    for (const auto& served : actor.serves) add(served);
    if (out.empty()) add(actor.area);
    return out;
}

namespace {

struct Circle {
    Shared shared;
    graph::WishGroup group;
};

std::vector<Circle> circles(const View& view, const PathGraph& graph) {
    const Network& network = *view.network;
    std::vector<Circle> out;
    const auto add = [&](Shared shared, std::vector<std::size_t> members, std::int64_t cost) {
        if (members.size() > 1) out.push_back({shared, {std::move(members), cost}});
    };
    std::map<std::size_t, std::vector<std::size_t>> bodies;
    for (const PathHop& hop : graph.hops)
        if (is_membership(network[hop.tie].kind) && *network[hop.tie].to == graph.actors[hop.to])
            bodies[hop.to].push_back(hop.from);
    for (auto& [body, members] : bodies) add(Shared::body, std::move(members), 100);

    std::map<AreaId, std::vector<std::size_t>> areas;
    std::vector<std::size_t> everybody;
    for (std::size_t i = 0; i < graph.actors.size(); ++i) {
        everybody.push_back(i);
        for (const AreaId area : home_areas(network, network[graph.actors[i]]))
            areas[area].push_back(i);
    }
    for (auto& [area, members] : areas) add(Shared::area, std::move(members), 150);
    add(Shared::nothing, std::move(everybody), 300);
    return out;
}

}  // namespace

std::vector<Paths::MissingLink> missing_links(const View& view, const PathGraph& graph,
                                              std::size_t from, const std::vector<char>& goals,
                                              Bounds bounds) {
    const Network& network = *view.network;
    const auto label = [&](std::size_t to) { return goals[to] ? std::size_t{1} : std::size_t{0}; };
    graph::LabelledGraph labelled{graph.actors.size(), {}};
    for (const PathHop& hop : graph.hops)
        if (bounds == Bounds::any_hop || hop.legality != Legality::outside)
            labelled.arcs.push_back({hop.from, hop.to, hop.cost, label(hop.to)});
    std::vector<std::size_t> new_label;
    for (std::size_t v = 0; v < graph.actors.size(); ++v) new_label.push_back(label(v));
    const graph::Automaton until_goal{0, {false, true}, {{0, 1}, {std::nullopt, std::nullopt}}};

    const auto shared = circles(view, graph);
    std::vector<graph::WishGroup> groups;
    for (const Circle& circle : shared) groups.push_back(circle.group);
    const auto way = graph::fewest_new_arcs(labelled, until_goal, from, groups, new_label);
    std::vector<Paths::MissingLink> out;
    if (!way) return out;
    for (const graph::ExtendedStep& step : *way) {
        if (step.arc) continue;
        const ActorId to = graph.actors[step.to];
        const bool body = network.role_of(to) == ActorRole::body;
        out.push_back({graph.actors[step.from], to, body ? TieKind::member_of : TieKind::refers_to,
                       shared[*step.group].shared});
    }
    return out;
}

}  // namespace lotse::analysis
