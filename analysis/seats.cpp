#include "seats.hpp"

#include "whom_to_ask.hpp"
#include "words.hpp"

#include <algorithm>
#include <map>

namespace lotse::analysis {
namespace {

constexpr std::array seat_kinds{TieKind::leads, TieKind::hosts_office, TieKind::member_of};

}  // namespace

std::vector<Seat> seats(const View& view) {
    const Network& network = *view.network;
    std::map<std::pair<ActorId, ActorId>, std::vector<TieKind>> found;  // by body, then actor
    for (const TieKind kind : seat_kinds) {
        if (!view.kinds.empty() && std::ranges::find(view.kinds, kind) == view.kinds.end())
            continue;
        for (const Tie& tie : network.ties()) {
            if (tie.kind != kind || !exists(tie, view)) continue;
            if (network.role_of(*tie.to) != ActorRole::body) continue;
            if (is_planned(network[*tie.from])) continue;
            auto& kinds = found[{*tie.to, *tie.from}];
            if (kinds.empty() || kinds.back() != kind) kinds.push_back(kind);
        }
    }
    std::vector<Seat> out;
    out.reserve(found.size());
    for (const auto& [pair, kinds] : found) out.push_back({pair.second, pair.first, kinds});
    return out;
}

bool share_area(const Network& network, ActorId a, ActorId b) {
    const Actor& row = network[a];
    if (row.serves.empty())
        return !row.area.empty() && service(network, b, *row.area) != Service::none;
    return std::ranges::any_of(row.serves, [&](const Ref<Area>& area) {
        return service(network, b, *area) != Service::none;
    });
}

Wholes::Wholes(const View& view) : network_{*view.network} {
    for (const Tie& tie : network_.ties())
        if (tie.kind == TieKind::part_of && exists(tie, view))
            by_tie_[(*tie.from).index()].push_back(*tie.to);
}

std::vector<ActorId> Wholes::of(ActorId id) const {
    std::vector<ActorId> out;
    const auto add = [&](ActorId whole) {
        if (whole != id && std::ranges::find(out, whole) == out.end()) out.push_back(whole);
    };
    const auto add_of = [&](ActorId part) {
        if (const auto& ref = network_[part].part_of; !ref.empty()) add(*ref);
        if (const auto it = by_tie_.find(part.index()); it != by_tie_.end())
            for (const ActorId whole : it->second) add(whole);
    };
    add_of(id);
    for (std::size_t i = 0; i < out.size(); ++i) add_of(out[i]);
    return out;
}

bool is_branch(const View& view, const Wholes& wholes, ActorId actor) {
    const Network& network = *view.network;
    return std::ranges::any_of(wholes.of(actor), [&](ActorId whole) {
        return network[whole].kind == network[actor].kind && network.is_partner(whole) &&
               is_present(view, whole);
    });
}

std::vector<ActorId> without_area(const View& view, std::span<const std::string_view> kinds) {
    const Network& network = *view.network;
    const std::vector<bool> inside = actors_in_view(view);
    const Wholes wholes{view};
    std::vector<ActorId> out;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        const Actor& actor = network.actors()[i];
        if (inside[i] && actor.area.empty() && actor.serves.empty() &&
            std::ranges::find(kinds, actor.kind) != kinds.end() && network.is_partner(ActorId{i}) &&
            is_present(view, ActorId{i}) && !is_branch(view, wholes, ActorId{i}))
            out.emplace_back(i);
    }
    return out;
}

void note_without_area(const Network& network, const std::vector<ActorId>& actors,
                       std::vector<Message>& notes) {
    if (actors.empty()) return;
    const bool only_bodies = std::ranges::all_of(
        actors, [&](ActorId id) { return network.role_of(id) == ActorRole::body; });
    notes.push_back(message(
        {"{} ohne erfasstes Gebiet: {} ({}). Hier gehören sie zu keinem Gebiet und zu keinem Paar, "
         "auch wenn zu ihnen etwas erfasst ist. Tragen Sie Sitz oder Zuständigkeit ein ({}).",
         "{} without a recorded area: {} ({}). Here they belong to no area and to no pair, even "
         "where something is recorded of them. Enter seat or area of work ({})."},
        {only_bodies ? Message{Text{"Gremien", "Bodies"}}
                     : Message{Text{"Gremien und Jobcenter", "Bodies and jobcenters"}},
         count_words(actors.size()), names_words<Actor>(network, actors),
         place_of_table("actors")}));
}

std::span<const Seat> seats_of(std::span<const Seat> all, ActorId body) {
    return {std::ranges::lower_bound(all, body, {}, &Seat::body),
            std::ranges::upper_bound(all, body, {}, &Seat::body)};
}

bool members_recorded(std::span<const Seat> of_body) {
    return std::ranges::any_of(of_body, [](const Seat& seat) {
        return std::ranges::find(seat.kinds, TieKind::member_of) != seat.kinds.end();
    });
}

const Seat* seat_of(const Network& network, const Wholes& wholes, std::span<const Seat> all,
                    ActorId actor, ActorId body) {
    const auto members = seats_of(all, body);
    const auto find = [&](ActorId who) -> const Seat* {
        const auto it = std::ranges::find(members, who, &Seat::actor);
        return it == members.end() ? nullptr : &*it;
    };
    if (const Seat* own = find(actor)) return own;
    for (const ActorId whole : wholes.of(actor))
        if (network[whole].kind == network[actor].kind)
            if (const Seat* seat = find(whole)) return seat;
    return nullptr;
}

std::optional<ActorId> addressee(std::span<const Seat> all, ActorId body) {
    for (const TieKind kind : {TieKind::hosts_office, TieKind::leads})
        for (const Seat& seat : seats_of(all, body))
            if (std::ranges::find(seat.kinds, kind) != seat.kinds.end()) return seat.actor;
    return std::nullopt;
}

}  // namespace lotse::analysis
