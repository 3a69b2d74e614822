#include "decision_ways.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

graph::EdgeList carriers(const View& view, const std::vector<Seat>& seats) {
    const Network& network = *view.network;
    graph::EdgeList out{network.actors().size(), {}, graph::Direction::directed};
    const auto add = [&](ActorId from, ActorId to) {
        const auto counts = [&](ActorId id) {
            return network.is_partner(id) && is_present(view, id);
        };
        if (from != to && counts(from) && counts(to))
            out.edges.push_back({from.index(), to.index()});
    };
    for (const Tie& tie : network.ties())
        if ((tie.kind == TieKind::informs || tie.kind == TieKind::advises ||
             tie.kind == TieKind::part_of) &&
            exists(tie, view))
            add(*tie.from, *tie.to);
    for (std::size_t i = 0; i < network.actors().size(); ++i)
        if (const auto& whole = network.actors()[i].part_of; !whole.empty())
            add(ActorId{i}, *whole);
    for (const Seat& seat : seats) {
        add(seat.actor, seat.body);
        add(seat.body, seat.actor);
    }
    return graph::simplified(std::move(out), graph::Merge::max);
}

/// An area of the council holds one of the body.
bool holds_area(const Network& network, ActorId council, ActorId body) {
    const auto areas = [&](ActorId id) {
        const Actor& actor = network[id];
        std::vector<AreaId> out;
        for (const auto& area : actor.serves) out.push_back(*area);
        if (out.empty() && !actor.area.empty()) out.push_back(*actor.area);
        return out;
    };
    const auto inner = areas(body);
    const auto outer = areas(council);
    return std::ranges::any_of(inner, [&](AreaId in) {
        return std::ranges::any_of(outer, [&](AreaId out) { return network.within(in, out); });
    });
}

}  // namespace

DecisionWays::DecisionWays(const View& view, const std::vector<Seat>& seats)
    : view_{view},
      edges_{carriers(view, seats)},
      forward_{edges_},
      backward_{graph::reversed(edges_)} {
    const Network& network = *view.network;
    for (std::size_t i = 0; i < network.actors().size(); ++i)
        if (network[ActorId{i}].kind == "council" && network.is_partner(ActorId{i}) &&
            is_present(view, ActorId{i}))
            councils_.emplace_back(i);
}

std::vector<std::size_t> DecisionWays::councils_for(ActorId body) const {
    const Network& network = *view_.network;
    std::vector<std::size_t> holding;
    std::vector<std::size_t> sharing;
    for (const ActorId council : councils_) {
        if (holds_area(network, council, body))
            holding.push_back(council.index());
        else if (share_area(network, council, body))
            sharing.push_back(council.index());
    }
    return holding.empty() ? sharing : holding;
}

std::optional<std::vector<ActorId>> DecisionWays::from(ActorId body) {
    const Network& network = *view_.network;
    if (network[body].kind == "council") return std::vector<ActorId>{};
    const auto councils = councils_for(body);
    if (councils.empty()) return std::nullopt;
    if (councils != to_) {
        distance_ = graph::hop_distances(backward_, councils);
        to_ = councils;
    }
    const auto& distance = distance_;
    if (distance[body.index()] == graph::unreached) return std::nullopt;
    std::vector<ActorId> way;
    for (ActorId here = body; distance[here.index()] > 0; here = way.back()) {
        std::optional<ActorId> next;
        const auto is_body = [&](ActorId id) { return network.role_of(id) == ActorRole::body; };
        for (const std::uint32_t to : forward_.of(here.index())) {
            const ActorId candidate{to};
            if (distance[to] + 1 != distance[here.index()]) continue;
            if (!next ||
                std::pair{!is_body(candidate), candidate} < std::pair{!is_body(*next), *next})
                next = candidate;
        }
        way.push_back(*next);
    }
    return way;
}

}  // namespace lotse::analysis
