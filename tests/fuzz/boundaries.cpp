#include "checks.hpp"
#include "scratch.hpp"

#include <lotse/io/positions.hpp>
#include <lotse/io/read_boundaries.hpp>

#include <cmath>

/// Files that are read beside a network: outlines of areas, places of actors (part positions.csv).
void lotse::fuzz::boundaries(std::string_view bytes) {
    static Scratch scratch;
    const Parts parts = parts_of(bytes, "areas.geojson");
    const auto& folder = scratch.holding(parts);
    const auto outlines = io::read_boundaries(folder / "areas.geojson", small_limits());
    if (!outlines) check_printable(outlines.error().message.en);
    const auto places = io::read_positions(folder / "positions.csv", small_limits());
    if (!places) return check_printable(places.error().message.en);
    for (const auto& [key, place] : *places)
        if (!std::isfinite(place.x) || !std::isfinite(place.y)) fail("a place is nowhere");
}
