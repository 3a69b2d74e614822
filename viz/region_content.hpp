/// What a region map shows: its actors with their places, the classes of its areas, its texts.
#ifndef LOTSE_VIZ_REGION_CONTENT_HPP
#define LOTSE_VIZ_REGION_CONTENT_HPP

#include "map_content.hpp"
#include "number_classes.hpp"
#include "projection.hpp"

#include <lotse/viz/region_map.hpp>

#include <optional>
#include <string>
#include <vector>

namespace lotse::viz {

/// Bounds in degrees.
struct GeoBounds {
    Position least;
    Position most;

    Position middle() const { return {(least.lon + most.lon) / 2, (least.lat + most.lat) / 2}; }
    bool contains(Position p) const {
        return p.lon >= least.lon && p.lon <= most.lon && p.lat >= least.lat && p.lat <= most.lat;
    }
};

struct PlacedActor {
    enum class Place { recorded, area_only };
    std::size_t actor = 0;  ///< position in MapContent::actors
    Place place = Place::recorded;
    Position position;
};

/// How areas of one class look.
struct AreaLook {
    enum class Hatch { none, wide, narrow };
    Colour fill = white;
    Hatch hatch = Hatch::none;
    std::optional<CoverageState> sign;
    friend bool operator==(const AreaLook&, const AreaLook&) = default;
};

struct AreaClass {
    AreaLook look;
    std::string name;
    std::size_t areas = 0;
};

struct RegionContent {
    MapContent map;  ///< its ties are not drawn
    GeoBounds bounds;
    std::vector<PlacedActor> placed;
    std::vector<std::size_t> unplaced;  ///< actors
    std::vector<NumberClass> numbers;
    std::vector<AreaClass> classes;   ///< for the legend
    std::vector<AreaLook> looks;      ///< of the areas
    std::vector<std::string> values;  ///< of the areas, as printed in them; empty: nothing to print
};

/// nullopt: no area has a boundary or place.
/// What holds the bounds on the plane.
Rectangle projected(const GeoBounds& bounds, const EqualAreaProjection& projection);

std::optional<RegionContent> region_content(const Network& network, const Region& region,
                                            const PictureOptions& options);

}  // namespace lotse::viz

#endif
