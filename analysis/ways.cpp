#include "ways.hpp"

#include <lotse/base/unicode.hpp>

#include "offer_phase.hpp"
#include "words.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace lotse::analysis {
namespace {

std::vector<std::size_t> positions_of(const LayerGraph& layer, const auto& wanted) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < layer.actors.size(); ++i)
        if (wanted(layer.actors[i])) out.push_back(i);
    return out;
}

struct Condition {
    std::string what;  ///< before the equals sign
    std::string code;
};

std::optional<Condition> condition(const std::string& text) {
    const auto equals = text.find('=');
    if (equals == std::string::npos) return std::nullopt;
    return Condition{std::string{unicode::trim(std::string_view{text}.substr(0, equals))},
                     std::string{unicode::trim(std::string_view{text}.substr(equals + 1))}};
}

/// Adds the actors that one text names; nullopt: it names nothing.
std::optional<Ends> ends_of(const View& view, const LayerGraph& layer, const std::string& text) {
    const Network& network = *view.network;
    if (const auto actor = network.find_actor(text))
        return Ends{name_words(network, *actor),
                    positions_of(layer, [&](ActorId id) { return id == *actor; })};
    const auto asked = condition(text);
    if (!asked) return std::nullopt;
    if (asked->what == "kind") {
        const Code* kind = network.codes().list("actor_kinds")->recognise(asked->code);
        if (!kind) return std::nullopt;
        return Ends{
            message({"Akteure der Art „{}“", "actors of the kind '{}'"}, {kind->label}),
            positions_of(layer, [&](ActorId id) { return network[id].kind == kind->code; })};
    }
    if (asked->what == "sector") {
        const auto sector = from_key<Sector>(asked->code);
        if (!sector) return std::nullopt;
        return Ends{message({"Einrichtungen des Sektors „{}“", "organisations of the sector '{}'"},
                            {Message{enumerator(*sector).label}}),
                    positions_of(layer, [&](ActorId id) {
                        return network.sector_of(id) == sector &&
                               network.role_of(id) == ActorRole::organisation;
                    })};
    }
    return std::nullopt;
}

std::optional<Ends> topic_ends(const View& view, const LayerGraph& layer, const std::string& text) {
    const auto asked = condition(text);
    if (!asked || asked->what != "topic") return std::nullopt;
    const auto goals = goals_of(view, ActorId{0}, text);
    if (!goals) return std::nullopt;
    return Ends{message({"Anbieter zum Thema „{}“", "providers for '{}'"},
                        {view.network->codes().choice("topics", goals->topics.front()).label}),
                positions_of(layer, [&](ActorId id) {
                    return std::ranges::binary_search(goals->actors, id);
                })};
}

Ends jobcenters_and_agencies(const View& view, const LayerGraph& layer) {
    const Network& network = *view.network;
    const auto asks = [&](ActorId id) {
        return network[id].kind == "jobcenter" || network[id].kind == "employment_agency";
    };
    const auto is_part = [&](ActorId id) {
        const Ref<Actor>& whole = network[id].part_of;
        return !whole.empty() && asks(*whole) && std::ranges::binary_search(layer.actors, *whole);
    };
    const auto all = positions_of(layer, asks);
    Ends out{Text{"Jobcenter und Agenturen für Arbeit", "jobcenters and employment agencies"},
             positions_of(layer, [&](ActorId id) { return asks(id) && !is_part(id); })};
    if (out.positions.size() < all.size())
        out.words = Text{
            "Jobcenter und Agenturen für Arbeit ohne deren einzelne Dienste und "
            "Geschäftsstellen",
            "jobcenters and employment agencies without their single services and "
            "offices"};
    return out;
}

bool is_asked(const View& view, const Code& topic) {
    return view.topics.empty() || std::ranges::find(view.topics, topic.code) != view.topics.end();
}

Ends joined(std::vector<Ends> parts) {
    Ends out;
    std::vector<Message> words;
    std::set<std::size_t> positions;
    for (Ends& part : parts) {
        words.push_back(std::move(part.words));
        positions.insert(part.positions.begin(), part.positions.end());
    }
    out.words = list_words(words);
    out.positions.assign(positions.begin(), positions.end());
    return out;
}

}  // namespace

LayerGraph ways_layer(const View& view) {
    LayerGraph layer = layer_graph(view, Layer::actors);
    std::erase_if(layer.ties, [&](TieId id) { return !is_way(view, (*view.network)[id].kind); });
    return layer;
}

graph::EdgeList ways_edges(const View& view, const LayerGraph& layer) {
    std::vector<std::size_t> vertex(view.network->actors().size(), 0);
    for (std::size_t i = 0; i < layer.actors.size(); ++i) vertex[layer.actors[i].index()] = i;
    graph::EdgeList out{layer.actors.size(), {}, graph::Direction::directed};
    for (const TieId id : layer.ties) {
        const Tie& tie = (*view.network)[id];
        const std::size_t from = vertex[(*tie.from).index()];
        const std::size_t to = vertex[(*tie.to).index()];
        out.edges.push_back({from, to});
        if (leads_back(tie.kind)) out.edges.push_back({to, from});
    }
    return graph::simplified(std::move(out), graph::Merge::max);
}

Result<Ends> start_of_ways(const View& view, const LayerGraph& layer,
                           const std::vector<std::string>& texts) {
    if (texts.empty()) return jobcenters_and_agencies(view, layer);
    std::vector<Ends> parts;
    for (const std::string& text : texts) {
        auto part = ends_of(view, layer, text);
        if (!part)
            return Error{
                ErrorKind::usage,
                message({"--from: „{}“ ist kein Akteur; möglich sind auch kind=CODE und "
                         "sector=CODE (lotse list codes).",
                         "--from: '{}' is no actor; kind=CODE and sector=CODE are possible "
                         "too (lotse list codes)."},
                        {text})};
        parts.push_back(*std::move(part));
    }
    return joined(std::move(parts));
}

Result<Ends> goal_of_ways(const View& view, const LayerGraph& layer,
                          const std::vector<std::string>& texts) {
    if (texts.empty())
        return Ends{Text{"Einrichtungen des Gesundheitswesens und Krankenkassen",
                         "organisations of the health system and insurers"},
                    positions_of(layer, [&](ActorId id) {
                        const auto sector = view.network->sector_of(id);
                        return (sector == Sector::health || sector == Sector::insurance) &&
                               view.network->role_of(id) == ActorRole::organisation;
                    })};
    std::vector<Ends> parts;
    for (const std::string& text : texts) {
        auto part = ends_of(view, layer, text);
        if (!part) part = topic_ends(view, layer, text);
        if (!part)
            return Error{ErrorKind::usage,
                         message({"--to: „{}“ ist kein Akteur; möglich sind auch kind=CODE, "
                                  "sector=CODE und topic=CODE (lotse list codes).",
                                  "--to: '{}' is no actor; kind=CODE, sector=CODE and topic=CODE "
                                  "are possible too (lotse list codes)."},
                                 {text})};
        parts.push_back(*std::move(part));
    }
    return joined(std::move(parts));
}

std::vector<TopicGoals> topic_goals(const View& view, const LayerGraph& layer) {
    std::vector<TopicGoals> out;
    for (const Code& code : view.network->codes().list("topics")->codes()) {
        if (!is_asked(view, code)) continue;
        const auto goals = goals_of(view, ActorId{0}, "topic=" + code.code);
        if (!goals) continue;
        auto positions = positions_of(
            layer, [&](ActorId id) { return std::ranges::binary_search(goals->actors, id); });
        if (!positions.empty()) out.push_back({{code.code, code.label}, std::move(positions)});
    }
    return out;
}

void note_goals(const View& view, std::vector<Message>& notes) {
    notes.push_back(
        Text{"Ziele eines Themas sind die Anbieter laufender Angebote und die Stellen, an die "
             "zu diesem Thema verwiesen wird.",
             "Goals of a topic are the providers of running offers and those to whom others "
             "refer on it."});
    std::set<OfferId> no_clear_status;
    std::set<ActorId> perhaps;
    for (const Code& code : view.network->codes().list("topics")->codes()) {
        if (!is_asked(view, code)) continue;
        const auto goals = goals_of(view, ActorId{0}, "topic=" + code.code);
        if (!goals) continue;
        no_clear_status.insert(goals->unclear.begin(), goals->unclear.end());
        perhaps.insert(goals->perhaps.begin(), goals->perhaps.end());
    }
    const auto unclear = std::ranges::count_if(no_clear_status, [&](OfferId id) {
        return status_word(*view.network, (*view.network)[id]) == StatusWord::not_known;
    });
    if (unclear > 0)
        notes.push_back(message(
            {"Angebote, bei denen nicht erfasst ist, ob sie laufen: {}. Sie gelten hier als "
             "laufend.",
             "Offers for which it is not recorded whether they run: {}. They are taken as "
             "running here."},
            {count_words(unclear)}));
    note_own_statuses(*view.network, no_clear_status, notes);
    note_lost_providers(view, notes);
    if (view.targets.empty() && view.legal.empty()) return;
    notes.push_back(groups_note());
    if (perhaps.empty()) return;
    const std::vector<ActorId> names(perhaps.begin(), perhaps.end());
    notes.push_back(message({"Nicht erfasst ist, ob die Angebote dieser Ziele der gefragten Gruppe "
                             "offenstehen; sie zählen mit: {}.",
                             "Whether the offers of these goals are open to the group asked for is "
                             "not recorded; they count: {}."},
                            {names_words<Actor>(*view.network, names)}));
}

std::vector<Choice> actor_choices(const Network& network, std::span<const ActorId> actors) {
    std::vector<Choice> out;
    for (const ActorId id : actors) out.push_back({network[id].key, name_words(network, id)});
    return out;
}

std::vector<Message> ways_notes(const View& view) {
    if (view.layer || !view.kinds.empty()) return {};
    std::vector<Message> out{
        Text{"Wege folgen Verweisen und Informationen in ihrer Richtung und "
             "Mitgliedschaften in beide Richtungen: Im Gremium trifft man "
             "sich.",
             "Ways follow referrals and information in their direction and "
             "memberships both ways: in a body people meet."}};
    const std::size_t others =
        layer_graph(view, Layer::actors).ties.size() - ways_layer(view).ties.size();
    if (others > 0)
        out.push_back(
            message({"Nicht als Weg gilt anderes, etwa Zusammenarbeit und Förderung ({}); "
                     "mit --layer actors zählt auch das.",
                     "Others, such as cooperation and funding ({}), are not taken as "
                     "ways; with --layer actors they count too."},
                    {counted(others, {"Beziehung", "tie"}, {"Beziehungen", "ties"})}));
    return out;
}

}  // namespace lotse::analysis
