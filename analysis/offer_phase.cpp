#include "offer_phase.hpp"

#include <algorithm>

namespace lotse::analysis {

Phase offer_phase(const Offer& offer, const std::optional<PartialDate>& reference) {
    const bool over = offer.end && reference && offer.end->latest() < reference->earliest();
    if (offer.status == "ended" || over) return Phase::ended;
    const bool ahead = offer.start && reference && offer.start->earliest() > reference->latest();
    return offer.status == "planned" || ahead ? Phase::planned : Phase::running;
}

std::optional<double> weeks_left(const Offer& offer, const std::optional<PartialDate>& reference) {
    if (!offer.end || !reference) return std::nullopt;
    const auto days = (offer.end->latest() - reference->latest()).count();
    return static_cast<double>(std::max<std::int64_t>(0, days)) / 7;
}

bool topic_in_view(const View& view, const Offer& offer) {
    return view.topics.empty() || std::ranges::any_of(offer.topics, [&](const std::string& topic) {
               return std::ranges::find(view.topics, topic) != view.topics.end();
           });
}

}  // namespace lotse::analysis
