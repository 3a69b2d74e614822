/// Whether a row is there, over or still to come on the date that a view speaks of.
#ifndef LOTSE_ANALYSIS_PRESENCE_HPP
#define LOTSE_ANALYSIS_PRESENCE_HPP

#include <lotse/analysis/view.hpp>
#include <lotse/model/phase.hpp>

namespace lotse::analysis {

/// The tie by itself, whatever became of its ends: not planned, proposed or ended, and its time
/// counts. What asks whether somebody is connected asks `exists` (view.hpp).
bool is_in_force(const Tie& tie, const View& view);

/// Only planned or proposed: it cannot sit anywhere yet.
bool is_planned(const Actor& actor);

/// Whether the actor is there, over or still to come on the date of the view (phase.hpp).
Phase actor_phase(const View& view, ActorId id);

/// Not ended, and there on the date of the view.
bool is_present(const View& view, ActorId id);

}  // namespace lotse::analysis

#endif
