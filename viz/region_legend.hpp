/// What stands beside and below a region map: classes of areas, signs, sectors, actors without a
/// place.
#ifndef LOTSE_VIZ_REGION_LEGEND_HPP
#define LOTSE_VIZ_REGION_LEGEND_HPP

#include "outline.hpp"
#include "region_content.hpp"

namespace lotse::viz {

/// A full diamond, or a hollow one where only the area is recorded; unlike the signs of coverage.
void add_dot(Drawing& drawing, Point at, double radius, PlacedActor::Place place);

/// Fill, hatching and outline of a field or area.
void add_filled(Drawing& drawing, const std::vector<std::vector<Point>>& rings,
                const AreaLook& look, Colour line, double line_pt);

/// Large ones first: a town lies in a hole of the district around it.
void add_outlines(Drawing& drawing, const std::vector<Outline>& outlines,
                  const std::vector<AreaLook>& looks, Colour line, double line_pt);

/// The longest scale bar of at most that length: 1, 2 or 5 times a power of ten, 100 m or more.
double round_length_km(double most_km);

/// In the bottom left corner of `place`.
void add_scale_bar(Frame& frame, const Rectangle& place, double km, double points_per_metre);

/// Takes a column at the right of the frame's area. False: it is not high enough.
bool add_region_legend(Frame& frame, const RegionContent& content, const Region& region);

/// Takes a strip at the foot of the frame's area for the actors that are not on the map.
void add_unplaced(Frame& frame, const RegionContent& content);

}  // namespace lotse::viz

#endif
