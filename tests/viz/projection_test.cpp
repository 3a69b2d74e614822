#include "projection.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace lotse;
using viz::EqualAreaProjection;

TEST_CASE("north is up, and a degree of latitude has its length") {
    const EqualAreaProjection projection{{7.5, 51.5}};
    const viz::Point middle = projection({7.5, 51.5});
    CHECK(std::hypot(middle.x, middle.y) < 1e-6);
    const viz::Point north = projection({7.5, 52.5});
    CHECK(std::abs(north.x) < 1e-6);
    CHECK(north.y == Approx(-111'260).epsilon(0.005));
}

TEST_CASE("every place of the earth has a place on the map") {
    for (const double middle : {-90.0, -51.5, 0.0, 51.5, 90.0})
        for (const double lat : {-90.0, -89.9999999, -51.5, 0.0, 51.5, 90.0})
            for (const double lon : {-180.0, -172.5, 0.0, 7.5, 180.0}) {
                const viz::Point p = EqualAreaProjection{{7.5, middle}}({lon, lat});
                CAPTURE(middle, lat, lon);
                CHECK((std::isfinite(p.x) && std::isfinite(p.y)));
            }
}
