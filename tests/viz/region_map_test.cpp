#include <lotse/viz/region_map.hpp>

#include "callouts.hpp"
#include "geometry_checks.hpp"
#include "number_classes.hpp"
#include "outline.hpp"
#include "projection.hpp"
#include "sample_maps.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace lotse;
using namespace lotse::viz;

namespace {

Boundary square(double lon, double lat, double size) {
    Boundary boundary;
    boundary.attribution = "© Vermessungsamt Musterland";
    boundary.polygons.push_back(
        {{{lon, lat}, {lon + size, lat}, {lon + size, lat + size}, {lon, lat + size}, {lon, lat}},
         {}});
    return boundary;
}

/// Squares of a fifth of a degree side by side, with numbers, one not recorded and one withheld.
Region sample_region(std::size_t areas, Region::Shows shows = Region::Shows::numbers) {
    Region region;
    region.shows = shows;
    region.indicator = "Einwohner";
    for (std::size_t i = 0; i < areas; ++i) {
        RegionArea& area = region.areas.emplace_back();
        area.name = "Landkreis Ludwigslust-Parchim " + std::to_string(i);
        const double lon = 9 + 0.3 * static_cast<double>(i % 6);
        const double lat = 51 + 0.2 * static_cast<double>(i / 6);
        if (i % 11 == 10)
            area.place = Position{lon + 0.1, lat + 0.1};
        else
            area.boundary = square(lon, lat, 0.2);
        if (i == 1)
            area.figure.withheld = Withheld{3};
        else if (i != 2)
            area.figure.number = 1000.0 * static_cast<double>(i + 1);
        area.figure.state = all_enumerators<CoverageState>[i % 5].value;
    }
    region.surroundings.push_back(square(8, 50, 4));
    return region;
}

/// Actors of the sample network, most of them with coordinates, some in one place.
TestTables placed_tables(std::size_t actors) {
    TestTables tables = sample_tables(actors);
    for (std::size_t i = 0; i < actors; ++i) {
        Actor& actor = tables.actors[i];
        if (i % 8 == 7) {
            if (i % 16 == 7) actor.area.key = "15085";  // Harz
            continue;
        }
        const std::size_t spot = i % 3 == 0 ? 0 : i;
        actor.lat = 51.05 + 0.004 * static_cast<double>((spot * 37) % 100);
        actor.lon = 9.05 + 0.015 * static_cast<double>((spot * 53) % 100);
    }
    return tables;
}

Drawing drawn(std::size_t actors, const Region& region, const PictureOptions& options = {}) {
    const Result<Drawing> drawing = region_map(*placed_tables(actors).network(), region, options);
    if (!drawing) FAIL(drawing.error().message.en);
    return *drawing;
}

}  // namespace

TEST_CASE("the projection agrees with the worked example of IOGP Guidance Note 7-2") {
    // EPSG:3035, method 9820: 50 N, 5 E is 3962799.45 E, 2999718.85 N.
    const Point p = EqualAreaProjection{{10, 52}}({5, 50});
    CHECK(4321000 + p.x == Approx(3962799.45).margin(0.01));
    CHECK(3210000 - p.y == Approx(2999718.85).margin(0.01));
}

TEST_CASE("the projection keeps areas and, inside Germany, nearly lengths") {
    const EqualAreaProjection projection{{10.5, 51.2}};
    const double degree = std::numbers::pi / 180;
    for (const double lat : {47.5, 51.0, 54.9})
        for (const double lon : {6.0, 10.0, 14.9}) {
            const double step = 0.01;
            const PageRing cell{projection({lon, lat}), projection({lon + step, lat}),
                                projection({lon + step, lat + step}),
                                projection({lon, lat + step})};
            // Radii of curvature of GRS 80 in the meridian and across it.
            const double e2 = 0.00669438002290, a = 6378137;
            const double sine = std::sin((lat + step / 2) * degree), w = 1 - e2 * sine * sine;
            const double north = a * (1 - e2) / std::pow(w, 1.5) * step * degree;
            const double east =
                a / std::sqrt(w) * std::cos((lat + step / 2) * degree) * step * degree;
            CHECK(area_of(cell) == Approx(north * east).epsilon(1e-6));
            CHECK(distance(cell[0], cell[3]) == Approx(north).epsilon(0.003));
            CHECK(distance(cell[0], cell[1]) == Approx(east).epsilon(0.003));
        }
}

TEST_CASE("classes hold about as many numbers each, and equal numbers together") {
    std::vector<double> numbers;
    for (int i = 100; i > 0; --i) numbers.push_back(i);
    const auto classes = quantile_classes(numbers, 5);
    REQUIRE(classes.size() == 5);
    for (const NumberClass& each : classes) CHECK(each.count == 20);
    CHECK(classes[1].low == 21);
    CHECK(classes[1].high == 40);
    CHECK(class_of(classes, 41) == 2);

    CHECK(quantile_classes({}, 5).empty());
    CHECK(quantile_classes({3, 1, 3, 2}, 5).size() == 3);
    const auto tied = quantile_classes({0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6}, 4);
    CHECK(tied[0].count == 6);
    std::size_t total = 0;
    for (std::size_t i = 0; i < tied.size(); ++i) {
        total += tied[i].count;
        if (i > 0) CHECK(tied[i].low > tied[i - 1].high);
    }
    CHECK(total == 12);
    CHECK(tied.size() <= 4);
}

TEST_CASE("outlines know their inside, their holes and what a rectangle cuts off") {
    Boundary boundary = square(0, 0, 100);
    boundary.polygons[0].holes.push_back({{40, 40}, {40, 60}, {60, 60}, {60, 40}, {40, 40}});
    const Outline outline = outline_of(boundary, [](const Position& p) {
        return Point{p.lon, p.lat};
    });
    CHECK(contains(outline, Point{10, 10}));
    CHECK_FALSE(contains(outline, Point{50, 50}));
    CHECK_FALSE(contains(outline, Rectangle{30, 30, 70, 70}));
    CHECK(contains(outline, Rectangle{5, 5, 35, 95}));
    const auto places = places_inside(outline);
    REQUIRE_FALSE(places.empty());
    CHECK(contains(outline, Rectangle::around(places[0], 30, 30)));
    CHECK(area_of(clipped(outline[0].outer, {-20, 50, 30, 300})) == Approx(30 * 50));
    CHECK(clipped(outline[0].outer, {200, 200, 300, 300}).empty());
}

TEST_CASE("callouts stand free, near their dots, and say when there is no room") {
    std::vector<Callout> callouts;
    for (int i = 0; i < 40; ++i)
        callouts.push_back({{300 + 7.0 * (i % 8), 200 + 7.0 * (i / 8)}, {{70, 20}}, {}});
    const Rectangle area{0, 0, 700, 450};
    const auto placed = place_callouts(callouts, {{0, 0, 100, 100}}, {}, {}, area, 2);
    REQUIRE(placed);
    for (std::size_t i = 0; i < placed->size(); ++i) {
        const Rectangle& box = (*placed)[i].box;
        CHECK((box.left >= 0 && box.top >= 0 && box.right <= 700 && box.bottom <= 450));
        CHECK_FALSE(box.overlaps({0, 0, 100, 100}));
        for (const Callout& callout : callouts) CHECK_FALSE(box.contains(callout.dot));
        for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(box.overlaps((*placed)[j].box));
    }
    CHECK_FALSE(place_callouts(callouts, {}, {}, {}, {250, 150, 450, 300}, 2));
}

TEST_CASE("lines to callouts pass beside boxes and texts where there is room") {
    // The first one takes the place nearest to its dot, which the line of the second wants.
    const std::vector<Callout> callouts{{{300, 200}, {{90, 30}}, {}},
                                        {{300, 190}, {{90, 30}}, {}},
                                        {{300, 210}, {{90, 30}}, {}},
                                        {{310, 200}, {{90, 30}}, {}},
                                        {{290, 200}, {{90, 30}}, {}}};
    const std::vector<Rectangle> texts{{250, 215, 350, 240}, {250, 160, 350, 185}};
    const auto placed = place_callouts(callouts, texts, texts, {}, {0, 0, 700, 450}, 2);
    REQUIRE(placed);
    for (std::size_t i = 0; i < placed->size(); ++i) {
        const Point dot = callouts[i].dot, end = line_end(dot, (*placed)[i].box);
        for (const Rectangle& text : texts) CHECK_FALSE(meets(dot, end, text));
        for (std::size_t j = 0; j < placed->size(); ++j)
            CHECK((i == j || !meets(dot, end, (*placed)[j].box)));
    }
}

TEST_CASE("a region map has no faults of layout, in every size, colour and language") {
    for (const std::size_t actors : {0u, 1u, 30u, 80u, 150u})
        for (const auto shows : {Region::Shows::numbers, Region::Shows::states}) {
            PictureOptions options;
            if (shows == Region::Shows::states) {
                options.scheme = Scheme::grey;
                options.language = Language::en;
            }
            const auto faults = layout_faults(drawn(actors, sample_region(24, shows), options));
            INFO(actors << ": " << (faults.empty() ? "" : faults[0]));
            CHECK(faults.empty());
        }
    for (const auto paper : {Paper::a4, Paper::a0}) {
        PictureOptions options;
        options.paper = paper;
        CHECK(layout_faults(drawn(40, sample_region(24), options)).empty());
        CHECK(layout_faults(drawn(12, sample_region(400), options)).empty());
    }
}

TEST_CASE("larger and smaller type of a region map fit as well") {
    for (const double scale : {0.5, 1.5}) {
        PictureOptions options;
        options.font_scale = scale;
        CHECK(layout_faults(drawn(30, sample_region(12), options)).empty());
    }
}

TEST_CASE("numbers, what is not recorded and what is withheld are classes of their own") {
    const Drawing drawing = drawn(10, sample_region(24));
    for (const char* text :
         {"Einwohner", "nicht erfasst (1)", "zurückgehalten: kleine Zahl von Personen (1)",
          "Grenzen: © Vermessungsamt Musterland", "Gebiete ohne Grenzen sind als Scheiben", " km"})
        CHECK(says(drawing, text));
    std::size_t in_classes = 0;
    for (const TextLine& line : drawing.labels)
        if (line.role == "legend" && line.text.find(" – ") != std::string::npos)
            in_classes += std::stoul(line.text.substr(line.text.rfind('(') + 1));
    CHECK(in_classes == 22);
    const auto printed = [&](std::string_view text) {
        return std::ranges::find(drawing.labels, text, &TextLine::text) != drawing.labels.end();
    };
    CHECK(printed("<3"));
    CHECK_FALSE(printed("3.000"));  // nothing is recorded of the third
    CHECK_FALSE(printed("0"));

    // Without colour: only the areas without a number are hatched.
    const Drawing plain = drawn(10, sample_region(1));
    const Region two = sample_region(3);
    CHECK(drawn(10, two).shapes.size() > plain.shapes.size() + 20);
}

TEST_CASE("every actor is on the map once, or in the box, and dots are at their place") {
    const TestTables tables = placed_tables(60);
    const Drawing drawing = drawn(60, sample_region(24));
    std::string names;
    for (const Node& node : drawing.nodes) names += joined(node.lines) + "|";
    std::vector<std::string> boxed;
    for (const TextLine& line : drawing.labels)
        if (line.role == "unconnected" || line.role == "unplaced") boxed.push_back(line.text);
    const std::string box = joined(boxed);
    for (const Actor& actor : tables.actors) {
        INFO(actor.name);
        const bool on_map = names.find(joined({actor.name}) + "|") != std::string::npos;
        CHECK((on_map || box.find(joined({actor.name})) != std::string::npos));
        CHECK(on_map == actor.lat.has_value());  // Harz lies outside
    }
    CHECK(says(drawing, "Ort erfasst ("));
    CHECK(says(drawing, "Ohne erfassten Ort, oder außerhalb der Karte ("));
}

TEST_CASE("actors stand in the smallest area around them of which a place is known") {
    Region region;
    region.areas.push_back({"05762", "Höxter", square(9, 51.6, 0.4), {}, {}});
    region.areas.push_back({"05762005", "Brakel", square(9.3, 51.9, 0.1), {}, {}});
    TestTables tables;
    for (const auto& [key, area] : {std::pair{"kreis", "05762"}, std::pair{"gemeinde", "05762999"},
                                    std::pair{"quartier", "nord"}, std::pair{"land", "05"},
                                    std::pair{"brakel", "05762005"}, std::pair{"irgendwo", "x"}})
        tables.actor(key, "clinic").area.key = area;
    Area quarter;
    quarter.key = "nord";
    quarter.level = "quarter";
    quarter.parent.key = "05762999";
    tables.areas.push_back(quarter);
    const Result<Drawing> map = region_map(*tables.network(), region, {});
    REQUIRE(map);
    CHECK(layout_faults(*map).empty());
    CHECK(map->nodes.size() == 4);
    CHECK(says(*map, "oder der seines Kreises (4)"));
    CHECK(says(*map, "Ohne erfassten Ort, oder außerhalb der Karte (2)"));
    const auto apart = [&](const char* a, const char* b) {
        return distance(map->places.at(a), map->places.at(b));
    };
    CHECK(apart("kreis", "gemeinde") == 0);
    CHECK(apart("kreis", "quartier") == 0);
    CHECK(apart("kreis", "brakel") > 0);
}

TEST_CASE("names on a region map keep their places, and shuffled rows give the same map") {
    const Region region = sample_region(12);
    TestTables tables = placed_tables(24);
    for (std::size_t i = 0; i < 24; ++i) {  // nobody shares a place
        tables.actors[i].lat = 51.02 + 0.05 * static_cast<double>(i / 6);
        tables.actors[i].lon = 9.1 + 0.3 * static_cast<double>(i % 6);
    }
    const Result<Drawing> first = region_map(*tables.network(), region, {});
    REQUIRE(first);
    PictureOptions options;
    options.places = first->places;
    const Result<Drawing> again = region_map(*tables.network(), region, options);
    REQUIRE(again);
    for (const auto& [key, place] : first->places)
        CHECK(distance(again->places.at(key), place) < 0.02);
    std::ranges::reverse(tables.actors);
    CHECK(to_json(*region_map(*tables.network(), region, {})) == to_json(*first));
}

TEST_CASE("without any boundary or place there is no region map") {
    Region region;
    region.areas.push_back({"x", "Irgendwo", {}, {}, {}});
    const Result<Drawing> drawing = region_map(*placed_tables(3).network(), region, {});
    REQUIRE_FALSE(drawing);
    CHECK(drawing.error().kind == ErrorKind::usage);
}
