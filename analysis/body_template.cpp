#include "body_template.hpp"

#include "choices.hpp"
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

/// Where it works: the areas it serves, else its seat.
std::vector<AreaId> areas_of_work(const Actor& actor) {
    std::vector<AreaId> out;
    for (const Ref<Area>& area : actor.serves) out.push_back(*area);
    if (out.empty() && !actor.area.empty()) out.push_back(*actor.area);
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
    if (std::ranges::any_of(members,
                            [&](const Seat& seat) { return matches(network, seat.actor, parts); }))
        return Representation::present;
    return members_recorded(members) ? Representation::not_among_recorded
                                     : Representation::not_recorded;
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

MissingMembers::MissingMembers(const View& view, std::span<const Seat> seats,
                               std::span<const ActorId> bodies)
    : view_{view}, network_{*view.network}, seats_{seats}, bodies_{bodies}, actors_{network_} {
    for (std::size_t i = 0; i < network_.actors().size(); ++i) actors_.add(i, network_.actors()[i]);
}

/// Partners of the kind that work for the body's area and have no seat in it.
std::vector<Choice> MissingMembers::candidates(ActorId body,
                                               std::span<const std::string_view> parts) const {
    constexpr std::size_t most = 3;
    const auto members = seats_of(seats_, body);
    std::vector<Choice> out;
    for (const std::size_t i : actors_.touching(areas_of_work(network_[body]))) {
        if (out.size() == most) break;
        const ActorId actor{i};
        if (actor == body || !matches(network_, actor, parts)) continue;
        if (!network_.is_partner(actor) || !is_present(view_, actor)) continue;
        if (!share_area(network_, actor, body)) continue;
        if (std::ranges::find(members, actor, &Seat::actor) == members.end())
            out.push_back(named(network_, actor));
    }
    return out;
}

const MissingMembers::Compared& MissingMembers::compared(const std::string& kind,
                                                         const Code& code) {
    const auto [it, fresh] = compared_.try_emplace({kind, &code});
    if (!fresh) return it->second;
    const auto parts = rule_parts(code);
    for (const ActorId other : bodies_) {
        if (network_[other].kind != kind) continue;
        const Representation there = representation(network_, seats_of(seats_, other), parts);
        if (there != Representation::not_recorded) ++it->second.recorded;
        if (there == Representation::present) ++it->second.present;
    }
    return it->second;
}

std::vector<Bodies::Missing> MissingMembers::in(ActorId body) {
    const auto members = seats_of(seats_, body);
    std::vector<Bodies::Missing> out;
    for (const Code* code : template_of(network_, network_[body].kind)) {
        const auto parts = rule_parts(*code);
        if (representation(network_, members, parts) != Representation::not_among_recorded)
            continue;
        const Compared& others = compared(network_[body].kind, *code);
        out.push_back({body,
                       {code->code, code->label},
                       basis_of(*code),
                       candidates(body, parts),
                       others.present,
                       others.recorded - 1});  // without the body itself
    }
    return out;
}

}  // namespace lotse::analysis
