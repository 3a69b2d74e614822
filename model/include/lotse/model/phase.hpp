/// Whether a row of the network is running, over or still to come on a date.
#ifndef LOTSE_MODEL_PHASE_HPP
#define LOTSE_MODEL_PHASE_HPP

#include <lotse/base/enumerators.hpp>
#include <lotse/model/offer.hpp>

#include <array>
#include <optional>
#include <string_view>

namespace lotse {

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

/// The status as people see it everywhere: "ended" when the offer is over, "planned" before its
/// start, else as recorded, which may be empty or a word that no list knows.
std::string_view offer_status(const Offer& offer, const std::optional<PartialDate>& date);

}  // namespace lotse

#endif
