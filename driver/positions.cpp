#include "positions.hpp"

#include "load.hpp"

#include <lotse/io/last_output.hpp>
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

Status save_positions(const viz::Drawing& drawing, const Call& call, const io::OutputRules& rules) {
    if (!call.has("save-positions")) return std::monostate{};
    io::Positions positions;
    for (const auto& [key, place] : drawing.places) positions[key] = {place.x, place.y};
    const io::MoreOutputsFollow more;  // the picture
    return io::write_file(path_of(call.option("save-positions")), io::positions_text(positions),
                          rules);
}

}  // namespace lotse::driver
