/// Change map: two states of a network on the same places, with what came and what went.
#ifndef LOTSE_VIZ_CHANGE_MAP_HPP
#define LOTSE_VIZ_CHANGE_MAP_HPP

#include <lotse/base/result.hpp>
#include <lotse/model/network.hpp>
#include <lotse/viz/picture.hpp>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace lotse::viz {

/// What a line or a box says of its tie or actor, the most telling first.
enum class ChangeMark {
    begun,
    newly_recorded,  ///< added, but it was there before, or when it began is not recorded
    started,         ///< was planned
    resumed,         ///< was paused or ended
    newly_planned,   ///< added, and still to come
    heir,            ///< added, goes on with another actor
    stronger,        ///< a tie at a higher level
    weaker,
    paused,
    planned,  ///< no longer more than that
    changed,  ///< other entries
    filled,   ///< entries that were not recorded
    emptied,  ///< entries that are not recorded any more
    ended,    ///< still recorded, as ended
    plan_ended,
    successor,   ///< an actor that another one goes on with
    newly_over,  ///< added, and already ended
    removed,
    same
};

constexpr auto enumerators(ChangeMark) {
    using enum ChangeMark;
    return std::array{
        Enumerator{begun, "begun", {"neu, seither begonnen", "new, begun since"}},
        Enumerator{newly_recorded,
                   "newly_recorded",
                   {"neu erfasst, begann früher oder Beginn offen",
                    "newly recorded, began earlier or start unknown"}},
        Enumerator{started, "started", {"war geplant, läuft jetzt", "was planned, runs now"}},
        Enumerator{resumed, "resumed", {"läuft wieder", "runs again"}},
        Enumerator{newly_planned,
                   "newly_planned",
                   {"neu erfasst, erst geplant", "newly recorded, only planned"}},
        Enumerator{heir, "heir", {"neu erfasst als Nachfolge", "newly recorded as successor"}},
        Enumerator{stronger, "stronger", {"verbindlicher", "more binding"}},
        Enumerator{weaker, "weaker", {"weniger verbindlich", "less binding"}},
        Enumerator{paused, "paused", {"ruht jetzt", "paused now"}},
        Enumerator{planned, "planned", {"jetzt erst geplant", "only planned now"}},
        Enumerator{changed, "changed", {"andere Angaben geändert", "other entries changed"}},
        Enumerator{filled, "filled", {"Angaben nur neu erfasst", "entries only newly recorded"}},
        Enumerator{
            emptied, "emptied", {"Angaben nicht mehr erfasst", "entries no longer recorded"}},
        Enumerator{ended, "ended", {"beendet", "ended"}},
        Enumerator{
            plan_ended, "plan_ended", {"war geplant, ist beendet", "was planned, has ended"}},
        Enumerator{successor, "successor", {"hat Nachfolge", "has a successor"}},
        Enumerator{newly_over,
                   "newly_over",
                   {"neu erfasst, schon beendet", "newly recorded, already ended"}},
        Enumerator{removed, "removed", {"nicht mehr erfasst", "no longer recorded"}},
        Enumerator{same, "same", {"unverändert", "unchanged"}},
    };
}

struct ActorChange {
    std::string actor;  ///< key
    ChangeMark mark = ChangeMark::same;
};

struct TieChange {
    std::string from;  ///< keys
    std::string to;
    TieKind kind = TieKind::cooperates;
    ChangeMark mark = ChangeMark::same;
    std::optional<std::int64_t> level_before;
    std::optional<std::int64_t> level_after;
    /// Keys of the ends in the earlier state, where they differ: an end has a successor.
    /// @{
    std::string from_before{};
    std::string to_before{};
    /// @}
};

struct Changes {
    std::vector<ActorChange> actors;
    std::vector<TieChange> ties;
};

/// The partner map of both states together. Every changed tie is a line of its own look with a
/// sign: + new, (+) newly recorded or planned, × gone, (×) paused or only planned now, 2›3 the
/// levels before and after, ~ otherwise changed; unchanged ties are thin and grey. Several ties of
/// a pair are one line of the most telling mark. Changed actors carry the sign in their tag. The
/// legend counts ties, not lines; ties that were there in neither state (planned, proposed, paused)
/// and kinds that are not drawn are counted in a note. Errors and cost: as partner_map.
Result<Drawing> change_map(const Network& before, const Network& after, const Changes& changes,
                           const PictureOptions& options);

}  // namespace lotse::viz

#endif
