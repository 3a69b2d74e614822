#include "positions.hpp"

#include "load.hpp"

#include <lotse/io/positions.hpp>

namespace lotse::driver {

Result<viz::Places> read_positions(const Call& call) {
    viz::Places places;
    if (!call.has("positions")) return places;
    const auto limits = limits_of(call);
    if (!limits) return limits.error();
    const auto positions = io::read_positions(path_of(call.option("positions")), *limits);
    if (!positions) return positions.error();
    for (const auto& [key, place] : *positions) places[key] = {place.x, place.y};
    return places;
}

std::string positions_text(const viz::Drawing& drawing) {
    io::Positions positions;
    for (const auto& [key, place] : drawing.places) positions[key] = {place.x, place.y};
    return io::positions_text(positions);
}

}  // namespace lotse::driver
