#include "offer_phase.hpp"

#include "words.hpp"

#include <algorithm>
#include <array>

namespace lotse::analysis {

Phase offer_phase(const Offer& offer, const std::optional<PartialDate>& reference) {
    return phase_of(offer.status, offer.start, offer.end, reference);
}

bool is_status_known(const Offer& offer) {
    constexpr std::array<std::string_view, 5> known{"active", "paused", "planned", "proposed",
                                                    "ended"};
    return std::ranges::find(known, offer.status) != known.end();
}

std::string status_now(const Offer& offer, const std::optional<PartialDate>& reference) {
    const Phase phase = offer_phase(offer, reference);
    return phase == Phase::running ? offer.status : std::string{enumerator(phase).key};
}

std::vector<Message> why_not_running(const View& view, const Offer& offer) {
    const Phase phase = offer_phase(offer, view.reference_date());
    if (phase == Phase::running && offer.status != "paused") return {};
    std::vector<Message> out{view.network->codes()
                                 .choice("offer_statuses", status_now(offer, view.reference_date()))
                                 .label};
    if (phase == Phase::ended && offer.end)
        out.push_back(message({"bis {}", "until {}"}, {date_words(*offer.end)}));
    else if (phase == Phase::planned && offer.start)
        out.push_back(message({"ab {}", "from {}"}, {date_words(*offer.start)}));
    return out;
}

std::optional<WeeksLeft> weeks_left(const Offer& offer,
                                    const std::optional<PartialDate>& reference) {
    if (!offer.end || !reference) return std::nullopt;
    auto first = reference->earliest();
    auto last = reference->latest();
    if (offer.start && offer_phase(offer, reference) == Phase::planned) {
        first = std::max(first, offer.start->earliest());
        last = std::max(last, offer.start->latest());
    }
    const auto weeks = [](std::chrono::sys_days from, std::chrono::sys_days to) {
        return static_cast<double>(std::max<std::int64_t>(0, (to - from).count() + 1)) / 7;
    };
    return WeeksLeft{weeks(last, offer.end->earliest()), weeks(first, offer.end->latest())};
}

bool topic_in_view(const View& view, const Offer& offer) {
    return view.topics.empty() || std::ranges::any_of(offer.topics, [&](const std::string& topic) {
               return std::ranges::find(view.topics, topic) != view.topics.end();
           });
}

}  // namespace lotse::analysis
