/// Which jobcenter sits in the health conference and the steering group of its area.
#ifndef LOTSE_ANALYSIS_BODY_AREAS_HPP
#define LOTSE_ANALYSIS_BODY_AREAS_HPP

#include <lotse/analysis/bodies.hpp>

#include "seats.hpp"

namespace lotse::analysis {

/// One row for each area, kind of body, body and jobcenter, in the order of the states.
std::vector<Bodies::AreaRow> jobcenters_in_bodies(const View& view, const std::vector<Seat>& seats,
                                                  const std::vector<AreaId>& areas);

/// The kinds of ties as codes.
std::vector<Choice> seat_choices(const Network& network, const std::vector<TieKind>& kinds);

}  // namespace lotse::analysis

#endif
