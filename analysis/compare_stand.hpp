/// Where a row stands on the date of its state, and what became of it from one state to the other.
#ifndef LOTSE_ANALYSIS_COMPARE_STAND_HPP
#define LOTSE_ANALYSIS_COMPARE_STAND_HPP

#include <lotse/analysis/compare_meaning.hpp>

#include "presence.hpp"

#include <type_traits>

namespace lotse::analysis {

enum class Stand { planned, running, paused, ended };

struct Standing {
    Stand stand = Stand::running;
    /// By its status or a start that has come; not running just for want of anything recorded.
    bool is_known = true;
};

/// By phase.hpp; of what runs, whether it pauses.
template <class Row>
Standing standing_of(const View& view, const Row& row) {
    const Moment moment = view.moment();
    const Phase phase = phase_of(row, moment);
    if (phase == Phase::ended) return {Stand::ended};
    if (phase == Phase::planned) return {Stand::planned};
    std::string_view status;
    std::optional<PartialDate> start;
    if constexpr (std::is_same_v<Row, Offer>) {
        status = offer_status(row, moment);
        start = row.start;
    } else {
        status = status_on(row, moment);
        start = row.since;
    }
    if constexpr (std::is_same_v<Row, Actor>)
        if (is_planned(row)) return {Stand::planned};
    if (status == "paused") return {Stand::paused};
    const auto date = moment.date();
    return {Stand::running,
            status == "active" || (start && date && start->latest() <= date->earliest())};
}

/// nullopt: it stands where it stood, or what became of it is not recorded.
inline std::optional<Meaning> turn(const Standing& from, const Standing& to) {
    if (from.stand == to.stand) return std::nullopt;
    if (!from.is_known && to.stand != Stand::ended) return std::nullopt;
    switch (to.stand) {
        case Stand::planned:
            if (from.stand == Stand::ended) return std::nullopt;  // no setback
            return Meaning::planned;
        case Stand::paused: return Meaning::paused;
        case Stand::ended:
            return from.stand == Stand::planned ? Meaning::plan_ended : Meaning::ended;
        case Stand::running: break;
    }
    if (!to.is_known) return std::nullopt;
    return from.stand == Stand::planned ? Meaning::started : Meaning::resumed;
}

/// By the beginning of a row that only the later state has.
inline Meaning meaning_of_added(const std::optional<PartialDate>& start,
                                const std::optional<PartialDate>& earlier_state) {
    if (!start || !earlier_state) return Meaning::undated;
    if (start->earliest() > earlier_state->latest()) return Meaning::begun;
    return start->latest() <= earlier_state->earliest() ? Meaning::newly_recorded
                                                        : Meaning::undated;
}

/// The same of a row that may be still to come, or over: neither has begun something that lasts.
inline Meaning meaning_of_added(const Standing& standing, const std::optional<PartialDate>& start,
                                const std::optional<PartialDate>& earlier_state) {
    if (standing.stand == Stand::planned) return Meaning::planned;
    if (standing.stand == Stand::ended) return Meaning::over;
    return meaning_of_added(start, earlier_state);
}

/// A row that only the earlier state has.
inline Meaning meaning_of_removed(const Standing& standing) {
    return standing.stand == Stand::ended ? Meaning::over : Meaning::no_longer_recorded;
}

}  // namespace lotse::analysis

#endif
