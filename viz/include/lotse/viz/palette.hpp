/// Colours of the sectors and looks of the ties, the same in every picture.
#ifndef LOTSE_VIZ_PALETTE_HPP
#define LOTSE_VIZ_PALETTE_HPP

#include <lotse/model/actor.hpp>
#include <lotse/model/tie.hpp>
#include <lotse/viz/drawing.hpp>

#include <array>
#include <optional>

namespace lotse::viz {

/// grey is for black-and-white printers: tags and wedges carry the sector, dashes and heads the
/// tie.
enum class Scheme { colour, grey };

struct Swatch {
    Colour full;    ///< of tags
    Colour ink;     ///< of text on `full`: contrast at least 4.5
    Colour tint;    ///< behind names, printed in `text_colour`
    Colour wash;    ///< of a whole wedge
    Colour strong;  ///< of headings on white and on `wash`: contrast at least 4.5
};

inline constexpr Colour text_colour{0x1A, 0x1A, 0x1A};
inline constexpr Colour faint_text_colour{0x55, 0x55, 0x55};
inline constexpr Colour white{0xFF, 0xFF, 0xFF};

/// Colours of a sector; nullopt: of actors without one. Okabe & Ito (2008, Color Universal Design,
/// jfly.uni-koeln.de/color) plus #882255, #7A6A00 and #555555.
Swatch swatch(std::optional<Sector> sector, Scheme scheme);

/// Ways in which a tie is drawn, the strongest first.
enum class TieClass { agreement, joint_activity, referral, funding, support, membership, exchange };

constexpr auto enumerators(TieClass) {
    using enum TieClass;
    return std::array{
        Enumerator{
            agreement, "agreement", {"Vereinbarung, gemeinsame Mittel", "agreement, shared funds"}},
        Enumerator{joint_activity, "joint_activity", {"gemeinsame Maßnahme", "joint activity"}},
        Enumerator{referral, "referral", {"verweist an", "refers to"}},
        Enumerator{funding, "funding", {"finanziert", "funds"}},
        Enumerator{
            support, "support", {"bietet an, begleitet, berät", "provides, accompanies, advises"}},
        Enumerator{membership, "membership", {"Mitglied, beteiligt an", "member, takes part in"}},
        Enumerator{exchange, "exchange", {"Austausch, Zusammenarbeit", "exchange, cooperation"}},
    };
}

/// How a tie is drawn. Cooperation of level 4 is an agreement, of level 3 a joint activity, of any
/// lower or unrecorded level an exchange. nullopt: not drawn (successor_of, same_as).
std::optional<TieClass> tie_class(const Tie& tie);

/// Colour, width, dashes and arrow of a class.
LineStyle line_style(TieClass tie_class, Scheme scheme);

/// `share_of_a` of the one and the rest of the other, part by part.
Colour mixed(Colour a, Colour b, double share_of_a);

/// Contrast of two colours, 1..21 (WCAG 2.1, relative luminance).
double contrast(Colour a, Colour b);

}  // namespace lotse::viz

#endif
