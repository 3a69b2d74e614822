/// Signs of the states of a way: a tick, a question mark, a cross, a dash.
#ifndef LOTSE_VIZ_WAY_SIGN_HPP
#define LOTSE_VIZ_WAY_SIGN_HPP

#include "frame.hpp"

#include <lotse/viz/way.hpp>

namespace lotse::viz {

/// The sign in a square of `size_pt`; readable without colour. Question mark, cross and dash are
/// text, no smaller than 7 pt.
void add_way_sign(Frame& frame, WayState state, Point centre, double size_pt);

/// All signs with their meaning in one line from `at` (baseline). Returns where it ends.
double add_way_legend(Frame& frame, Point at, double font_pt);

}  // namespace lotse::viz

#endif
