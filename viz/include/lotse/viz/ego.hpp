/// One actor with its partners, its offers and its ways to every topic, on one sheet.
#ifndef LOTSE_VIZ_EGO_HPP
#define LOTSE_VIZ_EGO_HPP

#include <lotse/base/result.hpp>
#include <lotse/model/network.hpp>
#include <lotse/viz/picture.hpp>
#include <lotse/viz/way.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace lotse::viz {

/// The best way to a topic.
struct EgoWay {
    std::string topic;
    WayState state = WayState::none;
    std::int64_t handoffs = 0;
    std::vector<std::string> stations;  ///< names from the actor itself to the goal
    bool only_referred_to = false;      ///< no hand-off: the actor is referred to, without an offer
    bool over_paused_tie = false;
};

/// Every tie of the actor that is there is a line of its own with its kind and level in words, in
/// the direction it has; ties that are planned, proposed, paused or ended are counted in a note.
/// Offers are those that the actor provides, hosts or funds. Sheets, type and errors as of
/// partner_map; no place is free to choose. O(ties + offers) per size tried.
/// `no_ways` says why where `ways` is empty.
Result<Drawing> ego(const Network& network, ActorId actor, const std::vector<EgoWay>& ways,
                    const Message& no_ways, const PictureOptions& options);

}  // namespace lotse::viz

#endif
