#include "body_template.hpp"

#include "rules.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

constexpr std::string_view sector_prefix = "sector:";

/// A word between `|`.
bool names(std::string_view list, std::string_view word) {
    while (!list.empty()) {
        const auto end = list.find('|');
        if (list.substr(0, end) == word) return true;
        if (end == std::string_view::npos) return false;
        list.remove_prefix(end + 1);
    }
    return false;
}

Basis basis_of(const Code& code) {
    return from_key<Basis>(code.attribute("basis")).value_or(Basis::network);
}

Choice named(const Network& network, ActorId id) {
    return {network[id].key, {network[id].name, network[id].name}};
}

/// Partners of the kind that work for the body's area and have no seat in it.
std::vector<Choice> candidates(const View& view, std::span<const Seat> members, ActorId body,
                               std::span<const std::string_view> parts) {
    constexpr std::size_t most = 3;
    const Network& network = *view.network;
    std::vector<Choice> out;
    for (std::size_t i = 0; i < network.actors().size() && out.size() < most; ++i) {
        const ActorId actor{i};
        if (actor == body || !matches(network, actor, parts)) continue;
        if (!network.is_partner(actor) || !is_present(view, actor)) continue;
        if (!share_area(network, actor, body)) continue;
        if (std::ranges::find(members, actor, &Seat::actor) == members.end())
            out.push_back(named(network, actor));
    }
    return out;
}

}  // namespace

bool matches(const Network& network, ActorId actor, std::span<const std::string_view> parts) {
    return std::ranges::any_of(parts, [&](std::string_view part) {
        if (!part.starts_with(sector_prefix)) return network[actor].kind == part;
        const auto sector = from_key<Sector>(part.substr(sector_prefix.size()));
        return sector && network.sector_of(actor) == sector;
    });
}

Representation representation(const Network& network, std::span<const Seat> members,
                              std::span<const std::string_view> parts) {
    if (members.empty()) return Representation::not_recorded;
    const bool found = std::ranges::any_of(
        members, [&](const Seat& seat) { return matches(network, seat.actor, parts); });
    return found ? Representation::present : Representation::not_among_recorded;
}

std::vector<const Code*> template_of(const Network& network, std::string_view body_kind) {
    std::vector<const Code*> out;
    const CodeList* list = network.codes().list("body_templates");
    if (!list) return out;
    for (const Code& code : list->codes()) {
        const std::string_view bodies = code.attribute("bodies");
        if ((bodies.empty() || names(bodies, body_kind)) && !rule_parts(code).empty())
            out.push_back(&code);
    }
    return out;
}

std::vector<Bodies::Missing> missing_in(const View& view, const std::vector<Seat>& seats,
                                        ActorId body, std::span<const ActorId> bodies) {
    const Network& network = *view.network;
    const auto members = seats_of(seats, body);
    std::vector<Bodies::Missing> out;
    for (const Code* code : template_of(network, network[body].kind)) {
        const auto parts = rule_parts(*code);
        if (representation(network, members, parts) != Representation::not_among_recorded) continue;
        Bodies::Missing row{body,
                            {code->code, code->label},
                            basis_of(*code),
                            candidates(view, members, body, parts),
                            0,
                            0};
        for (const ActorId other : bodies) {
            if (other == body || network[other].kind != network[body].kind) continue;
            const Representation there = representation(network, seats_of(seats, other), parts);
            if (there != Representation::not_recorded) ++row.others;
            if (there == Representation::present) ++row.others_with;
        }
        out.push_back(std::move(row));
    }
    return out;
}

}  // namespace lotse::analysis
