/// The fewest new ties that would make a way where there is none.
#ifndef LOTSE_ANALYSIS_MISSING_LINK_HPP
#define LOTSE_ANALYSIS_MISSING_LINK_HPP

#include "path_graph.hpp"

#include <set>

namespace lotse::analysis {

/// The Kreise an actor works in, or the wider areas where it works in those; else its seat's.
std::set<AreaId> home_areas(const Network& network, const Actor& actor);

/// Whether hops outside the mandate may be used.
enum class Bounds { any_hop, within_mandate };

/// goals: per position, whether a way may end there. Empty: no new tie helps, since there is no
/// goal. A new tie costs most between actors that share nothing, less in a common area (the Kreis
/// they work or sit in), least in a common body; that only decides among equally few.
std::vector<Paths::MissingLink> missing_links(const View& view, const PathGraph& graph,
                                              std::size_t from, const std::vector<char>& goals,
                                              Bounds bounds);

}  // namespace lotse::analysis

#endif
