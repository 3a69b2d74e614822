#include "presence.hpp"

namespace lotse::analysis {

bool valid_at(const std::optional<PartialDate>& since, const std::optional<PartialDate>& until,
              const std::optional<PartialDate>& at) {
    return !is_over(until, at) && !is_ahead(since, at);
}

bool View::counts(const std::optional<PartialDate>& since,
                  const std::optional<PartialDate>& until) const {
    return at ? valid_at(since, until, at) : !is_over(until, network->as_of());
}

bool is_planned(const Actor& actor) {
    return actor.scope == "proposed" || phase_of(actor.status) == Phase::planned;
}

bool is_in_force(const Tie& tie, const View& view) {
    return phase_of(status_on(tie, view.moment())) == Phase::running &&
           view.counts(tie.since, tie.until);
}

Phase actor_phase(const View& view, ActorId id) {
    return phase_of((*view.network)[id], view.moment());
}

bool is_present(const View& view, ActorId id) {
    const Actor& actor = (*view.network)[id];
    return actor_phase(view, id) != Phase::ended && view.counts(actor.since, actor.until);
}

bool exists(const Tie& tie, const View& view) {
    return *tie.from != *tie.to && is_in_force(tie, view) && is_present(view, *tie.from) &&
           is_present(view, *tie.to);
}

}  // namespace lotse::analysis
