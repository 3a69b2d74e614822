/// Signs of the five states of coverage: a disc, half a disc, a ring, a cross, a question mark.
#ifndef LOTSE_VIZ_STATE_SIGN_HPP
#define LOTSE_VIZ_STATE_SIGN_HPP

#include "frame.hpp"

#include <lotse/model/governance.hpp>

namespace lotse::viz {

/// Behind the sign. In grey the signs and the hatching of `unknown` carry the state alone.
Colour state_fill(CoverageState state, Scheme scheme);

/// A field in the state's colour, hatched where the state is unknown.
void add_state_field(Drawing& drawing, const Rectangle& field, CoverageState state, Scheme scheme);

/// The sign, `size_pt` wide and high. The question mark is text; it is set no smaller than 7 pt.
void add_state_sign(Frame& frame, CoverageState state, Point centre, double size_pt);

/// "@": offers that can be reached online only.
void add_online_sign(Frame& frame, Point centre, double size_pt);

/// What the state means, for legends.
Text state_meaning(CoverageState state);

/// The same where a cell asks whether an area takes part in a programme.
Text taking_part(CoverageState state);

}  // namespace lotse::viz

#endif
