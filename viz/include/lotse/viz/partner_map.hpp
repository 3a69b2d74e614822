/// Partner map: who works with whom, as a wheel of sectors around the jobcenters and the health
/// conference.
#ifndef LOTSE_VIZ_PARTNER_MAP_HPP
#define LOTSE_VIZ_PARTNER_MAP_HPP

#include <lotse/base/result.hpp>
#include <lotse/model/network.hpp>
#include <lotse/viz/picture.hpp>

namespace lotse::viz {

/// The map of all actors of the network. Convention: ties that exist (status active or not
/// recorded) are drawn, several of one pair as one line of the strongest class; planned, proposed,
/// paused and ended ones are counted in a note. Actors without a drawn tie stand in the box "Noch
/// ohne Verbindung". Agreements, programmes and events have a wedge of their own. No two labels
/// overlap and no text is smaller than 7 pt: where that does not fit the paper, the next larger
/// sheet is used and Drawing::messages says so.
/// Errors: limit (does not fit A0 either), usage (font_scale out of range).
/// The same network and options give the same drawing. Cost O(actors^2 + ties^2) per size tried.
Result<Drawing> partner_map(const Network& network, const PictureOptions& options);

}  // namespace lotse::viz

#endif
