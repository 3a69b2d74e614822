#include "best_ways.hpp"

#include <lotse/analysis/paths.hpp>
#include <lotse/model/phase.hpp>

#include <algorithm>

namespace lotse::driver {
namespace {

using analysis::Paths;

bool is_wanted(const analysis::View& view, const std::string& topic) {
    if (!view.topics.empty()) return std::ranges::find(view.topics, topic) != view.topics.end();
    return std::ranges::any_of(view.network->offers(), [&](const Offer& offer) {
        return std::ranges::find(offer.topics, topic) != offer.topics.end();
    });
}

std::vector<std::string> short_names(const Network& network, std::vector<std::string> names) {
    for (std::string& name : names)
        for (const Actor& actor : network.actors())
            if (actor.name == name && !actor.short_name.empty()) {
                name = actor.short_name;
                break;
            }
    return names;
}

/// Whether the best way has a hop that only paused ties make, as far as that is recorded.
bool is_over_paused_tie(const analysis::View& view, const Paths::Findings& found,
                        const std::string& topic) {
    const Network& network = *view.network;
    const Moment moment = view.moment();
    const auto makes = [&](const Paths::Hop& hop, const Tie& tie) {
        const auto from = *tie.from, to = *tie.to;
        const bool speaks_of_it =
            tie.topics.empty() || std::ranges::find(tie.topics, topic) != tie.topics.end();
        return tie.kind == hop.kind && speaks_of_it && phase_of(tie, moment) == Phase::running &&
               ((from == hop.from && to == hop.to) || (from == hop.to && to == hop.from)) &&
               hop.tie.starts_with(network[from].key + ">");
    };
    return std::ranges::any_of(found.hops, [&](const Paths::Hop& hop) {
        bool paused = false, active = false;
        if (hop.path == 1)
            for (const Tie& tie : network.ties())
                if (makes(hop, tie)) (tie.status == "paused" ? paused : active) = true;
        return paused && !active;
    });
}

}  // namespace

viz::WayState state_of(analysis::Legality legality) {
    switch (legality) {
        case analysis::Legality::legal: return viz::WayState::legal;
        case analysis::Legality::unclear: return viz::WayState::unclear;
        case analysis::Legality::outside: break;
    }
    return viz::WayState::outside;
}

Result<std::vector<viz::EgoWay>> best_ways(const analysis::View& view, ActorId actor,
                                           Language language) {
    std::vector<viz::EgoWay> ways;
    const auto layer = analysis::layer_graph(view, analysis::Layer::actors);
    if (std::ranges::find(layer.actors, actor) == layer.actors.end()) return ways;
    for (const Code& code : view.network->codes().list("topics")->codes()) {
        if (!is_wanted(view, code.code)) continue;
        Paths::Options options;
        options.from = (*view.network)[actor].key;
        options.to = "topic=" + code.code;
        options.k = 1;
        options.mandate = Flag::on;
        const auto found = Paths::run(view, options);
        if (!found) return found.error();
        viz::EgoWay way{std::string{code.label.in(language)}, viz::WayState::none, 0, {}, false};
        if (!found->paths.empty()) {
            way.state = state_of(found->paths.front().legality);
            way.handoffs = found->paths.front().handoffs;
            way.only_referred_to = found->only_referred_to;
            way.over_paused_tie = is_over_paused_tie(view, *found, code.code);
            way.stations = short_names(*view.network, found->paths.front().way);
        } else if (!found->outside.empty()) {
            way.state = viz::WayState::outside;
            way.stations = short_names(*view.network, found->outside.front().way);
            way.handoffs = static_cast<std::int64_t>(way.stations.size()) - 1;
        }
        ways.push_back(std::move(way));
    }
    return ways;
}

Message why_no_ways(const analysis::View& view, ActorId actor) {
    const Network& network = *view.network;
    if (network[actor].scope == "category")
        return Text{
            "Wege werden nur für benannte Stellen gerechnet; dieser Eintrag ist eine Gruppe "
            "von Stellen.",
            "Ways are computed for named places only; this entry is a group of places."};
    if (network.role_of(actor) == ActorRole::fact)
        return Text{
            "Wege gehen nur von Einrichtungen und Gremien aus; dieser Eintrag ist ein "
            "Programm, eine Vereinbarung oder eine Veranstaltung.",
            "Ways start from organisations and bodies only; this entry is a programme, an "
            "agreement or an event."};
    const auto layer = analysis::layer_graph(view, analysis::Layer::actors);
    if (std::ranges::find(layer.actors, actor) == layer.actors.end())
        return Text{
            "Wege gehen nur von Stellen aus, die es am Stichtag gibt und die zur Auswahl "
            "gehören; dieser Eintrag gehört nicht dazu.",
            "Ways start only from places that exist on the reference date and belong to the "
            "selection; this entry does not."};
    return Text{"Im Netz ist zu keinem Thema ein Angebot erfasst.",
                "No offer is recorded for any topic in this network."};
}

}  // namespace lotse::driver
