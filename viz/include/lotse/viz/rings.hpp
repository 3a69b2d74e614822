/// Concentric network card: one actor or body in the middle, the others in rings by how closely
/// they are tied to it, sectors as slices.
#ifndef LOTSE_VIZ_RINGS_HPP
#define LOTSE_VIZ_RINGS_HPP

#include <lotse/base/result.hpp>
#include <lotse/model/network.hpp>
#include <lotse/viz/picture.hpp>

#include <optional>
#include <vector>

namespace lotse::viz {

/// How closely an actor is tied to the one in the middle.
enum class Ring {
    close,     ///< a common agreement, or a tie of level 3 or 4
    partner,   ///< another tie: its level is lower or not recorded
    indirect,  ///< no tie, but a partner in common
    distant    ///< neither, only ties with others
};

constexpr auto enumerators(Ring) {
    using enum Ring;
    return std::array{
        Enumerator{
            close, "close", {"1 Vereinbarung, gemeinsame Maßnahme", "1 agreement, joint activity"}},
        Enumerator{partner,
                   "partner",
                   {"2 Verweis, Mitgliedschaft, Austausch", "2 referral, membership, exchange"}},
        Enumerator{indirect,
                   "indirect",
                   {"3 nur über Dritte verbunden", "3 connected through others only"}},
        Enumerator{distant,
                   "distant",
                   {"4 mit anderen verbunden, ohne gemeinsamen Partner",
                    "4 tied to others, no common partner"}},
    };
}

/// The ring of every actor around `centre` (whose own entry means nothing). Convention: the ties
/// that are there count, whatever way they lead; two parties of one agreement are close. A partner
/// in common is a single named organisation or body (Network::is_partner), not a programme or event
/// that both take part in. What is there: on the date `at`, else by the date of the data.
/// O(actors + ties).
std::vector<Ring> rings_around(const Network& network, ActorId centre,
                               const std::optional<PartialDate>& at = std::nullopt);

/// The card around `centre`. Ties of the centre are drawn as on the partner map, those of the
/// others as thin lines: all up to 120, beyond that only those between direct partners. Actors
/// without any tie stand in the box "Noch ohne Verbindung". Given places are kept where the ring of
/// the actor allows it. Sheets, type and errors as of partner_map. Form: M. Kronenwett, M.
/// Schönhuth, VennMaker 1.4 Anwenderhandbuch (Trier 2014), "Konzentrische Kreise und Sektoren
/// verwenden". Cost O(places tried * actors^2) per size.
Result<Drawing> rings(const Network& network, ActorId centre, const PictureOptions& options);

/// The card without actors, to be filled in by hand: middle, rings, a slice for every sector with
/// lines to write on, legend. Slices are the sectors that the network has, so that the filled-in
/// card looks like the printed one; all sectors for a network without actors. `centre` prints its
/// name in the middle.
Result<Drawing> empty_rings(const Network& network, std::optional<ActorId> centre,
                            const PictureOptions& options);

}  // namespace lotse::viz

#endif
