/// Whether an offer runs on a date.
#ifndef LOTSE_ANALYSIS_OFFER_PHASE_HPP
#define LOTSE_ANALYSIS_OFFER_PHASE_HPP

#include <lotse/analysis/view.hpp>

namespace lotse::analysis {

enum class Phase { running, planned, ended };

constexpr auto enumerators(Phase) {
    using enum Phase;
    return std::array{
        Enumerator{running, "running", {"läuft", "running"}},
        Enumerator{planned, "planned", {"geplant", "planned"}},
        Enumerator{ended, "ended", {"beendet", "ended"}},
    };
}

/// Ended by status or by its end; planned by status or by a start that lies ahead; else running,
/// also where neither status nor dates are recorded. Without a date only the status counts.
Phase offer_phase(const Offer& offer, const std::optional<PartialDate>& reference);

/// What keeps it from running: "geplant", "ab 09/2026". Empty if it runs.
std::vector<Message> why_not_running(const View& view, const Offer& offer);

/// Weeks from the date to the end, not below 0. nullopt: no end or no date is recorded.
std::optional<double> weeks_left(const Offer& offer, const std::optional<PartialDate>& reference);

/// The offer has one of the view's topics; without topics every offer does.
bool topic_in_view(const View& view, const Offer& offer);

}  // namespace lotse::analysis

#endif
