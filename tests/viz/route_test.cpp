#include "route.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse::viz;

namespace {

Point at(const std::vector<Point>& c, double t) {
    const double s = 1 - t;
    return (s * s * s) * c[0] + (3 * s * s * t) * c[1] + (3 * s * t * t) * c[2] +
           (t * t * t) * c[3];
}

bool passes_behind(const std::vector<Point>& curve, const Rectangle& box) {
    for (int i = 0; i <= 200; ++i)
        if (box.contains(at(curve, i / 200.0))) return true;
    return false;
}

}  // namespace

TEST_CASE("a curve goes around a box that stands between its ends") {
    // From the box above to that on the right below; between them one below the first, and one
    // beside it that leaves a narrow way.
    const std::vector<Rectangle> boxes{
        {500, 180, 830, 236}, {700, 256, 1000, 303}, {920, 330, 1240, 382}, {1010, 196, 1250, 244}};
    const Rectangle area{30, 30, 1260, 480};
    const auto curves = route(boxes, {{0, 2}}, area);
    REQUIRE(curves.size() == 1);
    CHECK_FALSE(passes_behind(curves[0], boxes[1]));
    CHECK_FALSE(passes_behind(curves[0], boxes[3]));
    CHECK(boxes[0].grown(2).contains(curves[0].front()));
    CHECK(boxes[2].grown(2).contains(curves[0].back()));
}

TEST_CASE("a curve goes around the heading above its end") {
    const std::vector<Rectangle> boxes{
        {45, 115, 325, 161}, {40, 384, 303, 431}, {33, 367, 221, 380}};
    const auto curves = route(boxes, {{0, 1}}, {30, 80, 1160, 475});
    REQUIRE(curves.size() == 1);
    CHECK_FALSE(passes_behind(curves[0], boxes[2]));
}
