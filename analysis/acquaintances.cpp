#include "acquaintances.hpp"

#include "confirmation.hpp"
#include "missing_link.hpp"
#include "presence.hpp"

#include <algorithm>
#include <limits>

namespace lotse::analysis {
namespace {

constexpr int confirmed_by_one = 2;
constexpr int confirmed_by_both = 3;

int strength_of(const Tie& tie) {
    const auto confirmed = confirmation(tie);
    if (tie.confidence == "assumed" || (confirmed && confirmed->neither())) return 0;
    if (!confirmed) return 1;
    return confirmed->both() ? confirmed_by_both : confirmed_by_one;
}

/// The view would count a new tie of the kind.
bool counts(const View& view, TieKind kind) {
    if (!view.kinds.empty() && std::ranges::find(view.kinds, kind) == view.kinds.end())
        return false;
    if (view.layer == Layer::bodies) return is_membership(kind);
    if (view.layer == Layer::referral) return !is_membership(kind);
    return true;
}

}  // namespace

Acquaintances::Acquaintances(const View& view, const LayerGraph& layer)
    : view_{view}, layer_{layer}, known_(layer.actors.size()) {
    View everything = view;
    everything.layer = layer.layer == Layer::all ? Layer::all : Layer::actors;
    everything.kinds.clear();
    everything.topics.clear();
    everything.min_level = 0;
    constexpr auto elsewhere = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> vertex(view.network->actors().size(), elsewhere);
    for (std::size_t i = 0; i < layer.actors.size(); ++i) vertex[layer.actors[i].index()] = i;
    for (const Tie& tie : view.network->ties()) {
        const std::size_t from = vertex[(*tie.from).index()];
        const std::size_t to = vertex[(*tie.to).index()];
        if (from == elsewhere || to == elsewhere) continue;
        if (phase_of(tie, view.moment()) == Phase::ended) continue;
        recorded_.emplace(from, to);
        recorded_.emplace(to, from);
    }
    for (const TieId id : layer_graph(everything, Layer::actors).ties) {
        const Tie& tie = (*view.network)[id];
        const std::size_t from = vertex[(*tie.from).index()];
        const std::size_t to = vertex[(*tie.to).index()];
        const Strength strength{strength_of(tie), tie.level.value_or(-1)};
        for (const auto& [a, b] : {std::pair{from, to}, std::pair{to, from}}) {
            const auto [it, first] = known_[a].try_emplace(b, strength);
            if (!first) it->second = std::max(it->second, strength);
        }
        if (is_membership(tie.kind)) members_[to].insert(from);
    }
    // Parts of one organisation know each other.
    for (std::size_t i = 0; i < layer.actors.size(); ++i) {
        const Ref<Actor>& whole = (*view.network)[layer.actors[i]].part_of;
        if (whole.empty()) continue;
        const auto it = std::ranges::lower_bound(layer.actors, *whole);
        if (it == layer.actors.end() || *it != *whole) continue;
        const auto j = static_cast<std::size_t>(it - layer.actors.begin());
        known_[i].try_emplace(j, confirmed_by_one, -1);
        known_[j].try_emplace(i, confirmed_by_one, -1);
    }
}

std::vector<Pair> Acquaintances::pairs() const {
    const Network& network = *view_.network;
    const std::size_t n = layer_.actors.size();
    std::map<AreaId, std::vector<std::size_t>> areas;
    std::vector<std::set<AreaId>> homes;
    std::vector<std::vector<std::size_t>> bodies(n);
    for (std::size_t i = 0; i < n; ++i) {
        homes.push_back(home_areas(network, network[layer_.actors[i]]));
        for (const AreaId area : homes[i]) areas[area].push_back(i);
    }
    for (const auto& [body, members] : members_)
        for (const std::size_t member : members) bodies[member].push_back(body);

    std::vector<Pair> out;
    std::vector<ActorRole> roles;
    for (const ActorId actor : layer_.actors) roles.push_back(network.role_of(actor));
    const bool members_count = counts(view_, TieKind::member_of);
    const bool referrals_count = counts(view_, TieKind::refers_to);
    std::vector<std::optional<Shared>> shared(n);
    std::vector<std::size_t> candidates;
    for (std::size_t i = 0; i < n; ++i) {
        if (roles[i] != ActorRole::organisation) continue;
        candidates.clear();
        const auto share = [&](std::size_t j, Shared what) {
            if (!shared[j]) candidates.push_back(j);
            shared[j] = what;
        };
        for (const auto& [friend_of_both, strength] : known_[i])
            for (const auto& [j, other] : known_[friend_of_both]) share(j, Shared::nothing);
        for (const AreaId area : homes[i])
            for (const std::size_t j : areas[area]) share(j, Shared::area);
        for (const std::size_t body : bodies[i])
            for (const std::size_t j : members_.at(body)) share(j, Shared::body);
        std::ranges::sort(candidates);
        for (const std::size_t j : candidates) {
            const Shared what = *shared[j];
            shared[j].reset();
            const bool body = roles[j] == ActorRole::body;
            if (j == i || roles[j] == ActorRole::fact ||
                !(body ? members_count : referrals_count) || known_[i].contains(j) ||
                recorded_.contains({i, j}))
                continue;
            const TieKind kind = body ? TieKind::member_of : TieKind::refers_to;
            out.push_back({{i, j, body ? NewWay::back : NewWay::one}, kind, what});
        }
    }
    return out;
}

std::optional<ActorId> Acquaintances::introducer(std::size_t a, std::size_t b) const {
    std::optional<ActorId> best;
    std::pair<Strength, Strength> strongest;
    for (const auto& [k, to_a] : known_[a]) {
        const auto it = known_[b].find(k);
        if (it == known_[b].end()) continue;
        const std::pair strength{std::min(to_a, it->second), std::max(to_a, it->second)};
        if (best && strength <= strongest) continue;
        best = layer_.actors[k];
        strongest = strength;
    }
    return best;
}

}  // namespace lotse::analysis
