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
    return phase_of(tie.status) == Phase::running && view.counts(tie.since, tie.until);
}

Phase actor_phase(const View& view, ActorId id) {
    const Actor& actor = (*view.network)[id];
    const bool ended_later = view.at && ((actor.until && !is_over(actor.until, view.at)) ||
                                         is_ahead(actor.since, view.at));
    const bool status_counts = actor.status != "ended" || !ended_later;
    return phase_of(status_counts ? std::string_view{actor.status} : std::string_view{},
                    actor.since, actor.until, view.reference_date());
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
