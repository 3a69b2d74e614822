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

/// The date that rows are looked at: the one asked for (--at), else that of the data.
struct Moment {
    std::optional<PartialDate> at;
    std::optional<PartialDate> of_data;  ///< newest date of the data: a status tells of that day

    /// The date that is asked for, else that of the data.
    std::optional<PartialDate> date() const { return at ? at : of_data; }
};

/// The status that counts then. What has `ended` was still active at a moment certainly before the
/// date of the data that lies before its recorded end or its beginning: there its dates alone tell.
std::string_view status_on(std::string_view status, const std::optional<PartialDate>& since,
                           const std::optional<PartialDate>& until, const Moment& moment);

/// Ended by the status that counts or by its end; planned by status (planned, proposed) or by a
/// start that lies ahead; else running, also where neither status nor dates are recorded. Without a
/// date only the status counts.
Phase phase_of(std::string_view status, const std::optional<PartialDate>& since,
               const std::optional<PartialDate>& until, const Moment& moment);

/// The same by the status alone.
Phase phase_of(std::string_view status);

/// The same of an actor or a tie.
/// @{
template <class Row>
std::string_view status_on(const Row& row, const Moment& moment) {
    return status_on(row.status, row.since, row.until, moment);
}
template <class Row>
Phase phase_of(const Row& row, const Moment& moment) {
    return phase_of(row.status, row.since, row.until, moment);
}
/// @}

/// As of any row, with the start and end of the offer.
Phase phase_of(const Offer& offer, const Moment& moment);

/// The status as people see it everywhere: "ended" when the offer is over, "planned" before its
/// start, else the one that counts, which may be empty or a word that no list knows.
std::string_view offer_status(const Offer& offer, const Moment& moment);

}  // namespace lotse

#endif
