#include "two_mode_brokerage.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace lotse::analysis {
namespace {

using Actors = std::set<ActorId>;

bool is_membership(const Network& network, const Tie& tie) {
    using enum TieKind;
    return (tie.kind == member_of || tie.kind == leads || tie.kind == hosts_office) &&
           network.role_of(*tie.to) == ActorRole::body;
}

bool tied(const std::set<std::pair<ActorId, ActorId>>& ties, ActorId a, ActorId b) {
    return ties.contains({a, b}) || ties.contains({b, a});
}

std::size_t in_common(const Actors& a, const Actors& b) {
    return static_cast<std::size_t>(
        std::ranges::count_if(a, [&](ActorId actor) { return b.contains(actor); }));
}

}  // namespace

TwoModeBrokerage two_mode_brokerage(const View& view, const LayerGraph& layer) {
    const Network& network = *view.network;
    std::map<ActorId, Actors> members;
    std::map<ActorId, Actors> bodies;
    std::set<std::pair<ActorId, ActorId>> ties;
    for (const TieId id : layer.ties) {
        const Tie& tie = network[id];
        ties.emplace(*tie.from, *tie.to);
        if (!is_membership(network, tie)) continue;
        members[*tie.to].insert(*tie.from);
        bodies[*tie.from].insert(*tie.to);
    }

    TwoModeBrokerage out;
    for (const auto& [body, seats] : members) {
        Brokerage::Meeting& meeting = out.meetings.emplace_back(Brokerage::Meeting{body});
        meeting.members = static_cast<std::int64_t>(seats.size());
        for (auto a = seats.begin(); a != seats.end(); ++a)
            for (auto b = std::next(a); b != seats.end(); ++b) {
                const auto sector = network.sector_of(*a);
                const auto other = network.sector_of(*b);
                if (!sector || !other || tied(ties, *a, *b)) continue;
                if (sector == other) {
                    ++meeting.within;
                    continue;
                }
                ++meeting.between;
                if (in_common(bodies[*a], bodies[*b]) == 1) ++meeting.only_here;
            }
    }
    std::ranges::stable_sort(out.meetings, std::greater{}, &Brokerage::Meeting::between);

    for (const auto& [actor, seats] : bodies) {
        if (seats.size() < 2) continue;
        Brokerage::Link& link = out.links.emplace_back(Brokerage::Link{
            actor, network.sector_of(actor), static_cast<std::int64_t>(seats.size())});
        for (auto a = seats.begin(); a != seats.end(); ++a)
            for (auto b = std::next(a); b != seats.end(); ++b)
                if (!tied(ties, *a, *b) && in_common(members[*a], members[*b]) == 1) ++link.joined;
    }
    std::ranges::stable_sort(out.links, std::greater{}, &Brokerage::Link::joined);
    return out;
}

}  // namespace lotse::analysis
