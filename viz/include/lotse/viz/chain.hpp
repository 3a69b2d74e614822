/// Steering, structure and action: the actors of a network in three bands, and the ties between
/// them.
#ifndef LOTSE_VIZ_CHAIN_HPP
#define LOTSE_VIZ_CHAIN_HPP

#include <lotse/base/result.hpp>
#include <lotse/model/network.hpp>
#include <lotse/viz/picture.hpp>
#include <lotse/viz/way.hpp>

#include <optional>
#include <string>
#include <vector>

namespace lotse::viz {

/// Level of an actor: what it mainly does for the network.
enum class Tier {
    steering,   ///< decides, commissions, funds
    structure,  ///< coordinates and plans
    action,     ///< works with people
    unassigned  ///< its kind says nothing
};

constexpr auto enumerators(Tier) {
    using enum Tier;
    return std::array{
        Enumerator{steering, "steering", {"Steuerungsebene", "Steering level"}},
        Enumerator{structure, "structure", {"Strukturebene", "Structure level"}},
        Enumerator{action, "action", {"Handlungsebene", "Action level"}},
        Enumerator{unassigned, "unassigned", {"Ebene nicht zuzuordnen", "No level assigned"}},
    };
}

/// By the column `tier` of the code list actor_kinds.
Tier tier_of(const Network& network, ActorId actor);

/// Three bands, one above the other, with a fourth for actors without a level if there are any.
/// Ties between two bands are drawn as on the partner map, those within a band counted in its
/// heading. Actors without any tie stand in the box "Noch ohne Verbindung". Given places decide the
/// order within the band. Sheets, type and errors as of partner_map. Model: Lenkungskreis,
/// Strukturnetzwerk and Handlungsnetzwerk in Nationales Zentrum Frühe Hilfen, Impulse zur
/// Netzwerkarbeit Frühe Hilfen 3, section 2.3. Cost as of partner_map.
Result<Drawing> chain(const Network& network, const PictureOptions& options);

/// One step of a way: what happens between two stations.
struct StripHop {
    std::string kind;
    TieClass drawn_as = TieClass::referral;
    std::string basis;  ///< legal basis and condition; empty: none recorded
    WayState state = WayState::unclear;
    enum class Tie {
        onwards,    ///< recorded in the direction of the way
        backwards,  ///< recorded the other way round, as a membership from the body to its member
        missing     ///< there is no such tie yet
    } tie = Tie::onwards;
};

struct StripWay {
    std::string heading;
    WayState state = WayState::legal;
    std::vector<ActorId> stations;  ///< one more than hops
    std::vector<StripHop> hops;
    std::optional<std::size_t> hand_over;  ///< position of the station from which others can go on
    std::vector<std::string> offers{};     ///< at its end, printed below the last box
};

struct Strip {
    std::string title;           ///< "Von Jobcenter zu Ernährung"
    std::vector<StripWay> ways;  ///< from top to bottom
    std::vector<std::string> notes;
    std::vector<std::string> remarks;  ///< that there is no way, and why
};

/// Ways as strips from left to right, every hop with its kind, its legal basis and a sign for the
/// mandate; remarks stand above them, and without any way lines to write on below. Sheets, type and
/// errors as of partner_map.
Result<Drawing> way_strip(const Network& network, const Strip& strip,
                          const PictureOptions& options);

}  // namespace lotse::viz

#endif
