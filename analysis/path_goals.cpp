#include <lotse/base/unicode.hpp>

#include "acceptability.hpp"
#include "coverage_evidence.hpp"
#include "offer_phase.hpp"
#include "path_graph.hpp"
#include "unused_options.hpp"
#include "what_if.hpp"
#include "words.hpp"

#include <algorithm>
#include <set>

namespace lotse::analysis {
namespace {

Error no_such(Text words, std::string_view text) {
    return {ErrorKind::usage, message(words, {text})};
}

/// To one of the target groups and legal circles asked for.
ThreeValued is_open(const View& view, const Offer& offer) {
    const auto open = [](const std::vector<std::string>& recorded,
                         const std::vector<std::string>& wanted, const auto& includes) {
        if (wanted.empty()) return ThreeValued::yes;
        if (recorded.empty()) return ThreeValued::unknown;
        const bool found = std::ranges::any_of(wanted, [&](const std::string& w) {
            return std::ranges::any_of(recorded,
                                       [&](const std::string& r) { return includes(r, w); });
        });
        return found ? ThreeValued::yes : ThreeValued::no;
    };
    return both(open(offer.targets, view.targets, includes_target),
                open(offer.legal, view.legal, includes_legal));
}

/// What speaks against the offer for those asked for, in brackets behind its name.
std::vector<Message> facts_of(const View& view, const Offer& offer) {
    std::vector<Message> out = why_not_running(view, offer);
    const StatusWord word = status_word(*view.network, offer);
    if (out.empty() && word == StatusWord::not_known)
        out.push_back(Text{"ob es läuft, ist nicht erfasst", "whether it runs is not recorded"});
    if (out.empty() && word == StatusWord::own)
        out.push_back(view.network->codes().choice("offer_statuses", offer.status).label);
    const ThreeValued open = is_open(view, offer);
    if (open == ThreeValued::no)
        out.push_back(Text{"der gefragten Gruppe nicht offen", "not open to the group asked for"});
    if (open == ThreeValued::unknown)
        out.push_back(Text{"ob der gefragten Gruppe offen, ist nicht erfasst",
                           "whether open to the group asked for is not recorded"});
    return out;
}

std::vector<ActorId> sorted(std::set<ActorId> ids) {
    return {ids.begin(), ids.end()};
}

std::set<ActorId> carriers(const View& view, const Offer& offer) {
    const auto now = providers_now(view, offer);
    return {now.begin(), now.end()};
}

/// Also those that have ended, which are no part of the layer.
std::set<ActorId> recorded_carriers(const Offer& offer) {
    std::set<ActorId> out;
    for (const Ref<Actor>& provider : offer.providers) out.insert(*provider);
    if (out.empty() && !offer.host.empty()) out.insert(*offer.host);
    return out;
}

Goals of_topic(const View& view, const Code& code) {
    const Network& network = *view.network;
    std::vector<bool> is_goal(network.actors().size(), false);
    std::set<ActorId> offering;
    std::set<ActorId> certain;  ///< with an offer that is open for certain
    const auto has = [&](const std::vector<std::string>& topics) {
        return std::ranges::find(topics, code.code) != topics.end();
    };
    std::vector<OfferId> not_running;
    std::vector<OfferId> unclear;
    const std::vector<bool> inside = actors_in_view(view);
    const auto counts = [&](ActorId id) {
        return inside[id.index()] && is_present(view, id) &&
               (view.layer == Layer::all || network.is_partner(id));
    };
    for (std::size_t i = 0; i < network.offers().size(); ++i) {
        const Offer& offer = network.offers()[i];
        const ThreeValued open = is_open(view, offer);
        if (!has(offer.topics) || open == ThreeValued::no) continue;
        if (!why_not_running(view, offer).empty()) {
            not_running.emplace_back(i);
            continue;
        }
        if (status_word(network, offer) != StatusWord::clear &&
            std::ranges::any_of(carriers(view, offer), counts))
            unclear.emplace_back(i);
        offering.merge(carriers(view, offer));
        if (open == ThreeValued::yes) certain.merge(carriers(view, offer));
    }
    std::vector<Message> facts;
    const auto not_known = std::ranges::count_if(unclear, [&](OfferId id) {
        return status_word(network, network[id]) == StatusWord::not_known;
    });
    if (not_known > 0)
        facts.push_back(
            message({"nicht erfasst, ob sie laufen: {}", "not recorded whether they run: {}"},
                    {count_words(not_known)}));
    if (const auto own = std::ssize(unclear) - not_known; own > 0)
        facts.push_back(message({"mit einem eigenen Status dieses Netzes: {}",
                                 "with a status of this network's own: {}"},
                                {count_words(own)}));
    for (const ActorId carrier : offering) is_goal[carrier.index()] = true;
    for (const Tie& tie : network.ties())
        if (tie.kind == TieKind::refers_to && has(tie.topics) && exists(tie, view))
            is_goal[(*tie.to).index()] = true;
    std::vector<ActorId> actors;
    for (std::size_t i = 0; i < is_goal.size(); ++i)
        if (is_goal[i]) actors.emplace_back(i);
    std::vector<ActorId> perhaps;
    std::ranges::set_difference(offering, certain, std::back_inserter(perhaps));
    return {
        with_facts(message({"Angeboten zum Thema „{}“", "offers on '{}'"}, {code.label}), facts),
        {code.code},
        std::move(actors),
        sorted(std::move(offering)),
        std::move(perhaps),
        std::move(not_running),
        std::move(unclear),
        true};
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
        Goals out{with_facts(message({"dem Angebot „{}“", "the offer '{}'"}, {offer.name}),
                             facts_of(view, offer)),
                  offer.topics, sorted(recorded_carriers(offer))};
        out.offers = true;
        return out;
    }
    if (std::ranges::find(view.taken_away, to) != view.taken_away.end())
        return no_actor("to", to, view);
    return no_such({"--to: „{}“ ist weder Akteur noch Angebot; möglich sind auch topic=CODE und "
                    "kind=CODE.",
                    "--to: '{}' is neither an actor nor an offer; topic=CODE and kind=CODE are "
                    "possible too."},
                   to);
}

Message groups_note() {
    return Text{
        "--target und --legal schließen Angebote aus, die der gefragten Gruppe sicher nicht "
        "offenstehen; die Wege selbst ändern sie nicht.",
        "--target and --legal rule out offers that are certainly not open to the group asked "
        "for; the ways themselves they do not change."};
}

void note_groups(const View& view, const Paths::Findings& findings, std::vector<Message>& notes) {
    if (!findings.leads_to_offers)
        return note_unused_options(view, {"area", "topic", "kinds", "layer", "min-level", "at"},
                                   notes);
    note_unused_options(
        view, {"area", "topic", "target", "legal", "kinds", "layer", "min-level", "at"}, notes);
    if (!view.targets.empty() || !view.legal.empty()) notes.push_back(groups_note());
}

void ask_for_openness(const Network& network, const Paths::Findings& findings,
                      std::vector<Message>& reading) {
    std::vector<ActorId> asked;
    for (const Paths::Path& path : findings.paths)
        if (std::ranges::binary_search(findings.perhaps, path.target) &&
            std::ranges::find(asked, path.target) == asked.end())
            asked.push_back(path.target);
    if (asked.empty()) return;
    reading.push_back(
        message({"Nicht erfasst ist, ob das Angebot der gefragten Gruppe offensteht; fragen Sie "
                 "dort nach: {}.",
                 "Whether the offer is open to the group asked for is not recorded; ask there: "
                 "{}."},
                {names_words<Actor>(network, asked)}));
}

}  // namespace lotse::analysis
