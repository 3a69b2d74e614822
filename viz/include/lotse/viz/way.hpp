/// Whether a way to help keeps to the mandates of those who lead along it, as pictures show it.
#ifndef LOTSE_VIZ_WAY_HPP
#define LOTSE_VIZ_WAY_HPP

#include <lotse/base/enumerators.hpp>

#include <array>

namespace lotse::viz {

enum class WayState {
    legal,    ///< every hop within the mandate
    unclear,  ///< of some hop no legal basis is recorded, or no rule speaks of it
    outside,  ///< some hop is outside the mandate
    none      ///< no way is recorded
};

constexpr auto enumerators(WayState) {
    using enum WayState;
    return std::array{
        Enumerator{legal, "legal", {"im Auftrag", "within the mandate"}},
        Enumerator{unclear, "unclear", {"Auftrag ungeklärt", "mandate unclear"}},
        Enumerator{outside, "outside", {"außerhalb des Auftrags", "outside the mandate"}},
        Enumerator{none, "none", {"kein Weg erfasst", "no way recorded"}},
    };
}

}  // namespace lotse::viz

#endif
