/// Where a place on the earth lies on the map: equal areas stay equal.
#ifndef LOTSE_VIZ_PROJECTION_HPP
#define LOTSE_VIZ_PROJECTION_HPP

#include <lotse/model/boundaries.hpp>
#include <lotse/viz/drawing.hpp>

namespace lotse::viz {

/// Lambert azimuthal equal-area projection of the GRS 80 ellipsoid around a place, so that north is
/// up there: EPSG method 9820, formulas of IOGP Guidance Note 7-2 and Snyder (1987), Map
/// Projections - A Working Manual, USGS Professional Paper 1395. Areas are true everywhere; lengths
/// inside Germany to 0.3 %, so that one scale bar holds for the sheet.
class EqualAreaProjection {
public:
    explicit EqualAreaProjection(Position middle);

    /// Metres east (x) and south (y) of the middle.
    Point operator()(Position place) const;

private:
    Position middle_;
    double sine_ = 0;  ///< of the authalic latitude of the middle
    double cosine_ = 0;
    double radius_ = 0;  ///< of the sphere of equal surface
    double stretch_ = 1;
};

}  // namespace lotse::viz

#endif
