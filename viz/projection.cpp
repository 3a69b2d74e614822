#include "projection.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lotse::viz {
namespace {

constexpr double semi_major_axis_m = 6378137;
constexpr double flattening = 1 / 298.257222101;
constexpr double squared_eccentricity = flattening * (2 - flattening);
constexpr double degree = std::numbers::pi / 180;

/// Of the angle whose sine this is: rounding may carry the sine of a pole beyond 1.
double cosine_of(double sine) {
    return std::sqrt(std::max(0.0, 1 - sine * sine));
}

/// q of the guidance note, for the sine of a geodetic latitude.
double authalic_term(double sine) {
    const double e = std::sqrt(squared_eccentricity);
    return (1 - squared_eccentricity) * (sine / (1 - squared_eccentricity * sine * sine) -
                                         std::log((1 - e * sine) / (1 + e * sine)) / (2 * e));
}

}  // namespace

EqualAreaProjection::EqualAreaProjection(Position middle) : middle_{middle} {
    constexpr double no_pole = 89.9;  // there north is nowhere
    middle.lat = std::clamp(middle.lat, -no_pole, no_pole);
    const double at_pole = authalic_term(1);
    const double latitude_sine = std::sin(middle.lat * degree);
    sine_ = authalic_term(latitude_sine) / at_pole;
    cosine_ = cosine_of(sine_);
    radius_ = semi_major_axis_m * std::sqrt(at_pole / 2);
    stretch_ = semi_major_axis_m * std::cos(middle.lat * degree) /
               std::sqrt(1 - squared_eccentricity * latitude_sine * latitude_sine) /
               (radius_ * cosine_);
}

Point EqualAreaProjection::operator()(Position place) const {
    const double sine = authalic_term(std::sin(place.lat * degree)) / authalic_term(1);
    const double cosine = cosine_of(sine);
    const double turn = (place.lon - middle_.lon) * degree;
    constexpr double nearly_opposite = 1e-12;  // what lies there is a circle, not a place
    const double closeness = 1 + sine_ * sine + cosine_ * cosine * std::cos(turn);
    const double scale = radius_ * std::sqrt(2 / std::max(closeness, nearly_opposite));
    return {scale * stretch_ * cosine * std::sin(turn),
            -scale / stretch_ * (cosine_ * sine - sine_ * cosine * std::cos(turn))};
}

}  // namespace lotse::viz
