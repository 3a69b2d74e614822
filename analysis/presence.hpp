/// Whether a row is there, over or still to come on the date that a view speaks of.
#ifndef LOTSE_ANALYSIS_PRESENCE_HPP
#define LOTSE_ANALYSIS_PRESENCE_HPP

#include <lotse/analysis/view.hpp>

#include <string_view>

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

/// Certainly over on the date: the last day still counts. False where one of the two is not known.
bool is_over(const std::optional<PartialDate>& until, const std::optional<PartialDate>& date);

/// Certainly still to come on the date. False where one of the two is not known.
bool is_ahead(const std::optional<PartialDate>& since, const std::optional<PartialDate>& date);

/// Ended by status or by its end; planned by status (planned, proposed) or by a start that lies
/// ahead; else running, also where neither status nor dates are recorded. Without a date only the
/// status counts.
Phase phase_of(std::string_view status, const std::optional<PartialDate>& since,
               const std::optional<PartialDate>& until, const std::optional<PartialDate>& date);

/// The same by the status alone.
Phase phase_of(std::string_view status);

/// The tie by itself, whatever became of its ends: not planned, proposed or ended, and its time
/// counts. What asks whether somebody is connected asks `exists` (view.hpp).
bool is_in_force(const Tie& tie, const View& view);

/// Only planned or proposed: it cannot sit anywhere yet.
bool is_planned(const Actor& actor);

/// Not ended, and there on the date of the view.
bool is_present(const View& view, ActorId id);

}  // namespace lotse::analysis

#endif
