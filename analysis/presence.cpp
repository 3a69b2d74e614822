#include "presence.hpp"

namespace lotse::analysis {

bool is_over(const std::optional<PartialDate>& until, const std::optional<PartialDate>& date) {
    return until && date && until->latest() < date->earliest();
}

bool is_ahead(const std::optional<PartialDate>& since, const std::optional<PartialDate>& date) {
    return since && date && since->earliest() > date->latest();
}

Phase phase_of(std::string_view status, const std::optional<PartialDate>& since,
               const std::optional<PartialDate>& until, const std::optional<PartialDate>& date) {
    if (status == "ended" || is_over(until, date)) return Phase::ended;
    if (status == "planned" || status == "proposed" || is_ahead(since, date)) return Phase::planned;
    return Phase::running;
}

Phase phase_of(std::string_view status) {
    return phase_of(status, {}, {}, {});
}

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

bool is_present(const View& view, ActorId id) {
    const Actor& actor = (*view.network)[id];
    return actor.status != "ended" && view.counts(actor.since, actor.until);
}

bool exists(const Tie& tie, const View& view) {
    return *tie.from != *tie.to && is_in_force(tie, view) && is_present(view, *tie.from) &&
           is_present(view, *tie.to);
}

}  // namespace lotse::analysis
