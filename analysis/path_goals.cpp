#include <lotse/base/unicode.hpp>

#include "coverage_evidence.hpp"
#include "offer_phase.hpp"
#include "path_graph.hpp"
#include "words.hpp"

#include <algorithm>
#include <set>

namespace lotse::analysis {
namespace {

Error no_such(Text words, std::string_view text) {
    return {ErrorKind::usage, message(words, {text})};
}

/// Not certainly closed to all target groups and legal circles asked for.
bool may_be_open(const View& view, const Offer& offer) {
    const auto open = [](const std::vector<std::string>& recorded,
                         const std::vector<std::string>& wanted, const auto& includes) {
        return wanted.empty() || recorded.empty() ||
               std::ranges::any_of(wanted, [&](const std::string& w) {
                   return std::ranges::any_of(recorded,
                                              [&](const std::string& r) { return includes(r, w); });
               });
    };
    return open(offer.targets, view.targets, includes_target) &&
           open(offer.legal, view.legal, includes_legal);
}

std::vector<ActorId> sorted(std::set<ActorId> ids) {
    return {ids.begin(), ids.end()};
}

std::set<ActorId> carriers(const Offer& offer) {
    std::set<ActorId> out;
    for (const auto& provider : offer.providers) out.insert(*provider);
    if (out.empty() && !offer.host.empty()) out.insert(*offer.host);
    return out;
}

Goals of_topic(const View& view, const Code& code) {
    const Network& network = *view.network;
    std::vector<bool> is_goal(network.actors().size(), false);
    std::set<ActorId> offering;
    const auto has = [&](const std::vector<std::string>& topics) {
        return std::ranges::find(topics, code.code) != topics.end();
    };
    std::vector<OfferId> not_running;
    for (std::size_t i = 0; i < network.offers().size(); ++i) {
        const Offer& offer = network.offers()[i];
        if (!has(offer.topics) || !may_be_open(view, offer)) continue;
        if (!why_not_running(view, offer).empty()) {
            not_running.emplace_back(i);
            continue;
        }
        offering.merge(carriers(offer));
    }
    for (const ActorId carrier : offering) is_goal[carrier.index()] = true;
    for (const Tie& tie : network.ties())
        if (tie.kind == TieKind::refers_to && has(tie.topics) && exists(tie, view))
            is_goal[(*tie.to).index()] = true;
    std::vector<ActorId> actors;
    for (std::size_t i = 0; i < is_goal.size(); ++i)
        if (is_goal[i]) actors.emplace_back(i);
    return {message({"Angeboten zum Thema „{}“", "offers on '{}'"}, {code.label}),
            {code.code},
            std::move(actors),
            sorted(std::move(offering)),
            std::move(not_running)};
}

Goals of_kind(const View& view, const Code& code, ActorId from) {
    const Network& network = *view.network;
    std::set<ActorId> actors;
    for (std::size_t i = 0; i < network.actors().size(); ++i)
        if (network[ActorId{i}].kind == code.code && ActorId{i} != from) actors.insert(ActorId{i});
    return {message({"Akteuren der Art „{}“", "actors of the kind '{}'"}, {code.label}),
            {},
            sorted(std::move(actors))};
}

}  // namespace

Result<Goals> goals_of(const View& view, ActorId from, const std::string& to) {
    const Network& network = *view.network;
    const auto equals = to.find('=');
    if (equals != std::string::npos) {
        const std::string_view what = unicode::trim(std::string_view{to}.substr(0, equals));
        const std::string_view code = unicode::trim(std::string_view{to}.substr(equals + 1));
        if (what == "topic" || what == "kind") {
            const Code* known =
                network.codes().list(what == "topic" ? "topics" : "actor_kinds")->recognise(code);
            if (!known)
                return no_such({"--to: Den Code „{}“ gibt es nicht (lotse list codes zeigt sie).",
                                "--to: there is no code '{}' (lotse list codes shows them)."},
                               code);
            return what == "topic" ? of_topic(view, *known) : of_kind(view, *known, from);
        }
    }
    if (const auto actor = network.find_actor(to)) {
        const std::string& name = network[*actor].name;
        return Goals{{name, name}, {}, {*actor}};
    }
    if (const auto id = network.find_offer(to)) {
        const Offer& offer = network[*id];
        return Goals{with_facts(message({"dem Angebot „{}“", "the offer '{}'"}, {offer.name}),
                                why_not_running(view, offer)),
                     offer.topics, sorted(carriers(offer))};
    }
    return no_such({"--to: „{}“ ist weder Akteur noch Angebot; möglich sind auch topic=CODE und "
                    "kind=CODE.",
                    "--to: '{}' is neither an actor nor an offer; topic=CODE and kind=CODE are "
                    "possible too."},
                   to);
}

}  // namespace lotse::analysis
