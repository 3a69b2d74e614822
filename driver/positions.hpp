/// Places of actors on a map, kept in a file so that next year's map has them in the same places.
#ifndef LOTSE_DRIVER_POSITIONS_HPP
#define LOTSE_DRIVER_POSITIONS_HPP

#include "output.hpp"

#include <lotse/viz/drawing.hpp>

namespace lotse::driver {

/// The places of --positions; none without it. Columns key, x, y: shares from 0 to 1 of the width
/// and height between head and legend, from the top left. Errors: input (names file, row, column),
/// input_output.
Result<viz::Places> read_positions(const Call& call);

/// Names the keys of --positions that no actor of these networks has, unless --quiet.
void note_unknown_positions(const viz::Places& places,
                            std::initializer_list<const Network*> networks, const Call& call);

/// Places as the file that --positions reads.
/// @{
std::string positions_text(const viz::Places& places);
std::string positions_text(const viz::Drawing& drawing);
/// @}

}  // namespace lotse::driver

#endif
