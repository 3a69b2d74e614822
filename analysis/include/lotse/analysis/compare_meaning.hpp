/// What a row of Compare says: how it differs between two states, and what that means.
#ifndef LOTSE_ANALYSIS_COMPARE_MEANING_HPP
#define LOTSE_ANALYSIS_COMPARE_MEANING_HPP

#include <lotse/base/enumerators.hpp>

#include <array>

namespace lotse::analysis {

enum class Change { added, removed, changed, same };

constexpr auto enumerators(Change) {
    using enum Change;
    return std::array{
        Enumerator{added, "added", {"neu", "added"}},
        Enumerator{removed, "removed", {"fehlt jetzt", "removed"}},
        Enumerator{changed, "changed", {"geändert", "changed"}},
        Enumerator{same, "same", {"gleich", "same"}},
    };
}

/// What a change says about the world, or that it says nothing about it.
enum class Meaning {
    begun,               ///< added or known now, and it began after the earlier state
    newly_recorded,      ///< it was there before, or it was not known before
    undated,             ///< added, and when it began is not recorded
    ended,               ///< ran before
    no_longer_recorded,  ///< it is missing now; that it ended nobody recorded
    successor,           ///< another key goes on with it
    started,             ///< planned before, runs now
    resumed,             ///< paused or ended before, runs now
    paused,
    planned,       ///< added or put back: nothing of it runs yet
    plan_ended,    ///< planned before, ended now; whether it ever ran nobody recorded
    over,          ///< added or missing now, and ended in the state that has it
    strengthened,  ///< a tie at a higher level
    weakened,
    improved,
    worsened,
    other,
    same
};

constexpr auto enumerators(Meaning) {
    using enum Meaning;
    return std::array{
        Enumerator{begun, "new", {"seither begonnen", "begun since"}},
        Enumerator{newly_recorded, "newly_recorded", {"nur neu erfasst", "only newly recorded"}},
        Enumerator{undated, "undated", {"neu erfasst, Beginn offen", "recorded, start unknown"}},
        Enumerator{ended, "ended", {"beendet", "ended"}},
        Enumerator{
            no_longer_recorded, "no_longer_recorded", {"nicht mehr erfasst", "no longer recorded"}},
        Enumerator{successor, "successor", {"hat Nachfolge", "has a successor"}},
        Enumerator{started, "started", {"war geplant, läuft jetzt", "was planned, runs now"}},
        Enumerator{resumed, "resumed", {"läuft wieder", "runs again"}},
        Enumerator{paused, "paused", {"ruht jetzt", "paused now"}},
        Enumerator{planned, "planned", {"erst geplant", "only planned"}},
        Enumerator{
            plan_ended, "plan_ended", {"war geplant, ist beendet", "was planned, has ended"}},
        Enumerator{over, "over", {"schon beendet", "already ended"}},
        Enumerator{strengthened, "strengthened", {"verbindlicher", "more binding"}},
        Enumerator{weakened, "weakened", {"weniger verbindlich", "less binding"}},
        Enumerator{improved, "improved", {"besser oder höher", "better or higher"}},
        Enumerator{worsened, "worsened", {"schlechter oder niedriger", "worse or lower"}},
        Enumerator{other, "other", {"andere Angaben", "other entries"}},
        Enumerator{same, "same", {"gleich", "same"}},
    };
}

}  // namespace lotse::analysis

#endif
