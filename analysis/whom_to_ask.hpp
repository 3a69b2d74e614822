/// Who serves an area, and who can be asked about it.
#ifndef LOTSE_ANALYSIS_WHOM_TO_ASK_HPP
#define LOTSE_ANALYSIS_WHOM_TO_ASK_HPP

#include <lotse/analysis/view.hpp>

#include "area_index.hpp"

namespace lotse::analysis {

/// How an actor relates to an area, from closest to none.
enum class Service { serves, seat, none };

/// `serves` if a recorded area of work holds the area or lies in it; `seat` if no area of work is
/// recorded and the seat does.
Service service(const Network& network, ActorId actor, AreaId area);

/// Who can be asked about areas.
class WhomToAsk {
public:
    /// Precondition: the view outlives this. O(actors).
    explicit WhomToAsk(const View& view);

    /// The body or actor most likely to know what an area has: the first kind of health conference,
    /// health office, jobcenter, agency, municipality and state association that serves it, of
    /// several the one with the smallest area of work. nullopt: the network knows none.
    std::optional<ActorId> about(AreaId area) const;

    /// The same for a programme: the jobcenter or agency that serves the area, else who coordinates
    /// or accompanies the programme there.
    std::optional<ActorId> about(AreaId area, ActorId programme) const;

private:
    const View& view_;
    const Network& network_;
    AreaIndex askable_;
};

}  // namespace lotse::analysis

#endif
