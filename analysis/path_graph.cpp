#include "path_graph.hpp"

#include "confirmation.hpp"
#include "words.hpp"

#include <algorithm>
#include <map>

namespace lotse::analysis {
namespace {

/// What a hop costs, in hundredths of a hand-off. No addition is more than a hand-off, but they add
/// up: a direct way that is loose in several respects (informal and unconfirmed: 2) does not beat
/// two firm hops any more.
struct Weights {
    std::int64_t hand_off = 100;        ///< every hop
    std::int64_t informs = 25;          ///< somebody knows, nobody is handed over
    std::int64_t membership = 50;       ///< one meets in a body; what follows is still to be agreed
    std::int64_t other_kind = 100;      ///< with --layer: they know each other, no more is recorded
    std::int64_t informal = 50;         ///< level 0 or 1: acquaintance, occasional information
    std::int64_t level_unknown = 25;    ///< may be informal
    std::int64_t one_side = 10;         ///< only one end confirms it
    std::int64_t unconfirmed = 50;      ///< nobody confirms it, or it is only assumed
    std::int64_t confirm_unknown = 25;  ///< not recorded who confirms it
    std::int64_t other_topic = 50;      ///< recorded for other topics than the one asked for
};
constexpr Weights weights;

bool is_referral(TieKind kind) {
    return kind == TieKind::refers_to || kind == TieKind::informs;
}

bool shares_topic(const Tie& tie, std::span<const std::string> topics) {
    return std::ranges::any_of(topics, [&](const std::string& topic) {
        return std::ranges::find(tie.topics, topic) != tie.topics.end();
    });
}

std::int64_t cost_of(const Tie& tie, std::span<const std::string> topics) {
    std::int64_t cost = weights.hand_off;
    const auto confirmed = confirmation(tie);
    if (tie.confidence == "assumed" || (confirmed && confirmed->neither()))
        cost += weights.unconfirmed;
    else if (!confirmed)
        cost += weights.confirm_unknown;
    else if (!confirmed->both())
        cost += weights.one_side;
    if (is_membership(tie.kind)) return cost + weights.membership;  // levels do not apply

    if (tie.kind == TieKind::informs) cost += weights.informs;
    if (!is_referral(tie.kind)) cost += weights.other_kind;
    if (!tie.level)
        cost += weights.level_unknown;
    else if (*tie.level <= 1)
        cost += weights.informal;
    if (!topics.empty() && is_dearer_for_other_topics(tie) && !shares_topic(tie, topics))
        cost += weights.other_topic;
    return cost;
}

bool better(const PathHop& a, const PathHop& b, Preference preference) {
    const auto legality = [&](const PathHop& hop) {
        return preference == Preference::most_legal ? hop.legality : Legality::legal;
    };
    return std::tuple{legality(a), a.cost, a.legality, a.tie} <
           std::tuple{legality(b), b.cost, b.legality, b.tie};
}

/// A circle could act on the basis before the day. What has taken its place may let it act still.
bool has_lapsed(std::span<const std::string> circles, std::string_view basis,
                const std::optional<PartialDate>& at) {
    return std::ranges::any_of(mandates(), [&](const Mandate& rule) {
        return rule.legal_basis == basis && rule.valid_until &&
               (!at || rule.valid_until->latest() < at->earliest()) &&
               std::ranges::find(circles, rule.circle) != circles.end();
    });
}

}  // namespace

std::optional<std::size_t> PathGraph::position(ActorId id) const {
    const auto it = std::ranges::lower_bound(actors, id);
    if (it == actors.end() || *it != id) return std::nullopt;
    return static_cast<std::size_t>(it - actors.begin());
}

LegalityOfHop legality_of(const Network& network, const Tie& tie, ActorId acting,
                          const std::optional<PartialDate>& at) {
    const auto circles = network.legal_circles(acting);
    const Mandate* best = nullptr;
    for (const std::string& circle : circles) {
        const Mandate* rule = find_mandate(circle, tie.legal_basis, at);
        if (rule && (!best || rule->permission < best->permission)) best = rule;
    }
    if (best) return {Legality::legal, best};
    // Who acts by a law besides being free is not free in what that law says.
    const bool free = !circles.empty() && std::ranges::all_of(circles, [](const std::string& c) {
        return c == "free";
    });
    if (free) return {Legality::legal, nullptr};
    if (tie.legal_basis.empty()) return {Legality::unclear, nullptr};
    const bool ruled = std::ranges::any_of(
        mandates(), [&](const Mandate& rule) { return rule.legal_basis == tie.legal_basis; });
    const bool known = ruled && !circles.empty() && !has_lapsed(circles, tie.legal_basis, at);
    return {known ? Legality::outside : Legality::unclear, nullptr};
}

bool is_way(const View& view, TieKind kind) {
    return view.layer || !view.kinds.empty() || is_referral(kind) || is_membership(kind);
}

bool leads_back(TieKind kind) {
    return !is_referral(kind);
}

std::int64_t other_topic_cost() {
    return weights.other_topic;
}

bool is_dearer_for_other_topics(const Tie& tie) {
    return !is_membership(tie.kind) && !tie.topics.empty();
}

PathGraph all_hops(const View& view, std::span<const std::string> topics) {
    const Network& network = *view.network;
    LayerGraph layer = layer_graph(view, Layer::actors);
    std::erase_if(layer.ties, [&](TieId id) { return !is_way(view, network[id].kind); });

    PathGraph out;
    out.actors = layer.actors;
    out.notes = layer_notes(layer);
    // A pause may end any day: who paused a referral is still the one to ask.
    const auto paused =
        std::ranges::count_if(layer.ties, [&](TieId id) { return network[id].status == "paused"; });
    if (paused > 0)
        out.notes.push_back(message(
            {"Auch ruhende Beziehungen zählen als Weg: {}. Ob sie wieder aufleben, ist zu klären.",
             "Paused ties count as ways too: {}. Whether they are taken up again is to be "
             "settled."},
            {count_words(paused)}));
    for (const TieId id : layer.ties) {
        const Tie& tie = network[id];
        const auto add = [&](ActorId from, ActorId to) {
            const ActorId acting = is_membership(tie.kind) ? *tie.from : from;
            const auto [legality, rule] = legality_of(network, tie, acting, view.reference_date());
            out.hops.push_back(
                {*out.position(from), *out.position(to), id, cost_of(tie, topics), legality, rule});
        };
        add(*tie.from, *tie.to);
        if (leads_back(tie.kind)) add(*tie.to, *tie.from);
    }
    return out;
}

PathGraph path_graph(const View& view, std::span<const std::string> topics, Preference preference) {
    PathGraph out = all_hops(view, topics);
    std::map<std::pair<std::size_t, std::size_t>, PathHop> best;
    for (const PathHop& hop : out.hops) {
        const auto [it, first] = best.try_emplace({hop.from, hop.to}, hop);
        if (!first && better(hop, it->second, preference)) it->second = hop;
    }
    out.hops.clear();
    for (const auto& [ends, hop] : best) out.hops.push_back(hop);
    return out;
}

}  // namespace lotse::analysis
