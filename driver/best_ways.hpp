/// The best ways of an actor within the mandates, as pictures take them.
#ifndef LOTSE_DRIVER_BEST_WAYS_HPP
#define LOTSE_DRIVER_BEST_WAYS_HPP

#include <lotse/analysis/paths.hpp>
#include <lotse/analysis/view.hpp>
#include <lotse/viz/ego.hpp>

namespace lotse::driver {

/// How a picture shows what the mandates say of a hop.
viz::WayState state_of(analysis::Legality legality);

/// For every topic that some offer has (of --topic, for those) the best way by the analysis `paths
/// --mandate`; a way with a hop outside the mandate only where there is no other. Stations are
/// short names where recorded. Empty for entries from which no way can start: programmes,
/// agreements, events, groups of actors. Errors: those of the analysis.
Result<std::vector<viz::EgoWay>> best_ways(const analysis::View& view, ActorId actor,
                                           Language language);

/// Why best_ways is empty. Precondition: it is.
Message why_no_ways(const analysis::View& view, ActorId actor);

}  // namespace lotse::driver

#endif
