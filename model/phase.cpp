#include <lotse/model/phase.hpp>

namespace lotse {

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

std::string_view offer_status(const Offer& offer, const std::optional<PartialDate>& date) {
    const Phase phase = phase_of(offer.status, offer.start, offer.end, date);
    return phase == Phase::running ? std::string_view{offer.status} : enumerator(phase).key;
}

}  // namespace lotse
