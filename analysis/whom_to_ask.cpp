#include "whom_to_ask.hpp"

#include "presence.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace lotse::analysis {
namespace {

/// In the order of whom to ask.
constexpr std::array<std::string_view, 6> kinds_asked{"health_conference", "health_office",
                                                      "jobcenter",         "employment_agency",
                                                      "municipality",      "state_association"};

/// Position of a kind in that order; its size: not asked.
std::size_t rank_of_kind(std::string_view kind) {
    return static_cast<std::size_t>(std::ranges::find(kinds_asked, kind) - kinds_asked.begin());
}

bool can_be_asked(const View& view, ActorId id) {
    return view.network->is_partner(id) && is_present(view, id);
}

/// Depth of the deepest area of work that holds the area: larger is closer.
std::size_t closeness(const Network& network, ActorId id, AreaId area) {
    std::size_t best = 0;
    const auto consider = [&](const Ref<Area>& ref) {
        if (!ref.empty() && (network.within(area, *ref) || network.within(*ref, area)))
            best = std::max(best, level_depth(network[*ref].level) % level_count);
    };
    for (const auto& served : network[id].serves) consider(served);
    if (network[id].serves.empty()) consider(network[id].area);
    return best;
}

}  // namespace

Service service(const Network& network, ActorId actor, AreaId area) {
    const auto touches = [&](const Ref<Area>& ref) {
        return !ref.empty() && (network.within(area, *ref) || network.within(*ref, area));
    };
    const Actor& row = network[actor];
    if (std::ranges::any_of(row.serves, touches)) return Service::serves;
    return row.serves.empty() && touches(row.area) ? Service::seat : Service::none;
}

WhomToAsk::WhomToAsk(const View& view) : view_{view}, network_{*view.network}, askable_{network_} {
    for (std::size_t i = 0; i < network_.actors().size(); ++i) {
        const Actor& actor = network_.actors()[i];
        if (rank_of_kind(actor.kind) < kinds_asked.size() && can_be_asked(view, ActorId{i}))
            askable_.add(i, actor);
    }
}

std::optional<ActorId> WhomToAsk::about(AreaId area) const {
    std::optional<ActorId> best;
    std::tuple<std::size_t, Service, std::size_t> best_order;
    for (const std::size_t i : askable_.touching(area)) {
        const ActorId id{i};
        const Service how = service(network_, id, area);
        if (how == Service::none) continue;
        const std::tuple order{rank_of_kind(network_[id].kind), how,
                               level_count - closeness(network_, id, area)};
        if (!best || order < best_order) {
            best = id;
            best_order = order;
        }
    }
    return best;
}

std::optional<ActorId> WhomToAsk::about(AreaId area, ActorId programme) const {
    const auto near = askable_.touching(area);
    for (const std::string_view kind : {"jobcenter", "employment_agency"})
        for (const std::size_t i : near)
            if (network_[ActorId{i}].kind == kind &&
                service(network_, ActorId{i}, area) != Service::none)
                return ActorId{i};
    std::optional<ActorId> anywhere;
    for (const TieKind kind : {TieKind::coordinates, TieKind::accompanies, TieKind::leads})
        for (const Tie& tie : network_.ties()) {
            if (tie.kind != kind || *tie.to != programme || !exists(tie, view_) ||
                !can_be_asked(view_, *tie.from))
                continue;
            if (service(network_, *tie.from, area) != Service::none) return *tie.from;
            const Actor& actor = network_[*tie.from];
            if (!anywhere && actor.area.empty() && actor.serves.empty()) anywhere = *tie.from;
        }
    if (anywhere) return anywhere;
    return about(area);
}

}  // namespace lotse::analysis
