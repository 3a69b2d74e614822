#include <lotse/model/phase.hpp>

namespace lotse {

bool is_over(const std::optional<PartialDate>& until, const std::optional<PartialDate>& date) {
    return until && date && until->latest() < date->earliest();
}

bool is_ahead(const std::optional<PartialDate>& since, const std::optional<PartialDate>& date) {
    return since && date && since->earliest() > date->latest();
}

std::string_view status_on(std::string_view status, const std::optional<PartialDate>& since,
                           const std::optional<PartialDate>& until, const Moment& moment) {
    const bool earlier = moment.at && (!moment.of_data || is_over(moment.at, moment.of_data));
    const bool ended_later = (until && !is_over(until, moment.at)) || is_ahead(since, moment.at);
    return status == "ended" && earlier && ended_later ? "active" : status;
}

Phase phase_of(std::string_view status, const std::optional<PartialDate>& since,
               const std::optional<PartialDate>& until, const Moment& moment) {
    const Phase by_status = phase_of(status_on(status, since, until, moment));
    if (by_status == Phase::ended || is_over(until, moment.date())) return Phase::ended;
    return is_ahead(since, moment.date()) ? Phase::planned : by_status;
}

Phase phase_of(std::string_view status) {
    if (status == "ended") return Phase::ended;
    return status == "planned" || status == "proposed" ? Phase::planned : Phase::running;
}

Phase phase_of(const Offer& offer, const Moment& moment) {
    return phase_of(offer.status, offer.start, offer.end, moment);
}

std::string_view offer_status(const Offer& offer, const Moment& moment) {
    const Phase phase = phase_of(offer, moment);
    return phase == Phase::running ? status_on(offer.status, offer.start, offer.end, moment)
                                   : enumerator(phase).key;
}

}  // namespace lotse
