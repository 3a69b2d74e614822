/// Region map: areas in their outlines, coloured by an indicator, and the actors where they sit.
#ifndef LOTSE_VIZ_REGION_MAP_HPP
#define LOTSE_VIZ_REGION_MAP_HPP

#include <lotse/base/document.hpp>
#include <lotse/base/result.hpp>
#include <lotse/model/boundaries.hpp>
#include <lotse/model/network.hpp>
#include <lotse/viz/picture.hpp>

#include <optional>
#include <string>
#include <vector>

namespace lotse::viz {

/// What is known of an area; nothing of it: not recorded.
struct AreaFigure {
    std::optional<double> number;
    std::optional<Withheld> withheld;
    std::optional<CoverageState> state;
};

struct RegionArea {
    std::string key;
    std::string name;
    Boundary boundary;              ///< without polygons: drawn as a circle at `place`
    std::optional<Position> place;  ///< for areas without boundary
    AreaFigure figure;
};

struct Region {
    enum class Shows { areas, numbers, states };
    /// Whether the areas lie where they are drawn. Invented places have no scale, and a note says
    /// what they are.
    enum class Places { real, invented };

    std::vector<RegionArea> areas;
    std::vector<Boundary> surroundings;  ///< faint, for orientation
    Shows shows = Shows::areas;
    Places places = Places::real;
    std::string indicator;       ///< heading of the legend
    int digits = 0;              ///< of the numbers
    std::string figures_credit;  ///< whom to name for the numbers besides the network's sources
};

/// The areas of the region in an equal-area projection. Numbers make at most five classes with
/// about as many areas each, darker for larger, with the numbers in the legend and, where there is
/// room, in the area; not recorded and withheld areas are hatched and classes of their own. States
/// have fill, hatching and sign as in the coverage matrix.
///
/// Actors with recorded coordinates have a full diamond there. Of others with an area no larger
/// than a district a hollow one stands at the area's place, or in the middle of the smallest area
/// around it whose place or boundary is known. The rest, and actors outside the map, are named in
/// a box. Lines lead from the diamonds to the names, of which none overlaps
/// another; actors close together share a line and a panel of names.
/// Names of areas that do not fit are counted in a note. The attributions of boundaries and
/// numbers are printed. Errors: usage (font_scale out of range; no area has a boundary or place),
/// limit (does not fit A0). Deterministic. Cost O(points + actors^2) per size tried.
Result<Drawing> region_map(const Network& network, const Region& region,
                           const PictureOptions& options);

}  // namespace lotse::viz

#endif
