#include <lotse/io/read_boundaries.hpp>

#include "files.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;

namespace {

std::string collection(std::string_view features) {
    return R"({"type": "FeatureCollection", "features": [)" + std::string{features} + "]}";
}

Result<io::BoundaryFile> read(std::string_view text) {
    const TestFolder folder;
    folder.write("x.geojson", text);
    return io::read_boundaries(folder / "x.geojson");
}

std::string problem_of(std::string_view text) {
    const auto result = read(text);
    if (result) return "read";
    const std::string& words = result.error().message.en;
    return words.substr(words.find("x.geojson"));
}

constexpr std::string_view square = "[[[7,51],[7,52],[8,52],[8,51],[7,51]]]";

std::string feature(std::string_view properties, std::string_view coordinates = square,
                    std::string_view type = "Polygon") {
    return R"({"type": "Feature", "properties": {)" + std::string{properties} +
           R"(}, "geometry": {"coordinates": )" + std::string{coordinates} + R"(, "type": ")" +
           std::string{type} + R"("}})";
}

/// Even-odd rule over all rings.
bool covers(const Boundary& boundary, Position p) {
    bool inside = false;
    const auto cross = [&](const Ring& ring) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const Position a = ring[i];
            const Position b = ring[i + 1];
            if ((a.lat > p.lat) != (b.lat > p.lat) &&
                p.lon < (b.lon - a.lon) * (p.lat - a.lat) / (b.lat - a.lat) + a.lon)
                inside = !inside;
        }
    };
    for (const Polygon& polygon : boundary.polygons) {
        cross(polygon.outer);
        for (const Ring& hole : polygon.holes) cross(hole);
    }
    return inside;
}

}  // namespace

TEST_CASE("the shipped boundaries are those of all Laender and Kreise") {
    const auto geo = std::filesystem::path{DATASETS_DIR} / "geo";
    const auto districts = io::read_boundaries(geo / "kreise.geojson");
    const auto states = io::read_boundaries(geo / "laender.geojson");
    REQUIRE(districts);
    REQUIRE(states);
    CHECK(districts->boundaries.size() == 400);
    CHECK(states->boundaries.size() == 16);
    CHECK(districts->warnings.empty());
    CHECK(states->warnings.empty());
    CHECK(districts->boundaries.at("05911").attribution ==
          "© GeoBasis-DE / BKG (2016), Daten verändert");
    CHECK(covers(districts->boundaries.at("05911"), {7.216, 51.482}));  // Bochum, its town hall
    CHECK_FALSE(covers(districts->boundaries.at("05911"), {7.465, 51.514}));  // Dortmund
    // Brandenburg lies around Berlin, a hole of its polygon.
    CHECK(covers(states->boundaries.at("12"), {13.06, 52.40}));
    CHECK_FALSE(covers(states->boundaries.at("12"), {13.40, 52.52}));
    for (const Boundaries* all : {&districts->boundaries, &states->boundaries})
        for (const auto& [key, boundary] : *all)
            for (const Polygon& polygon : boundary.polygons) {
                CHECK(signed_area(polygon.outer) > 0);
                CHECK(std::ranges::all_of(polygon.holes,
                                          [](const Ring& hole) { return signed_area(hole) < 0; }));
            }
}

TEST_CASE("rings are turned to the right-hand rule, parts of one key are joined") {
    const auto result =
        read(collection(feature(R"("AGS": "05911")") + "," +
                        feature(R"("GEN": "See", "AGS": 5911)",
                                "[[[[7,51],[9,51],[9,53],[7,51]],"
                                "[[7.2,51.1],[7.4,51.1],[7.4,51.2],[7.2,51.1]]]]",
                                "MultiPolygon") +
                        "," + R"({"type": "Feature", "id": "quartier-1", "geometry": )" +
                        R"({"type": "Polygon", "coordinates": [[[7,51,80],[8,51,80],[8,52,80],)" +
                        R"([7,51,80]]]}, "properties": {"name": "Quartier"}})"));
    if (!result) FAIL(result.error().message.en);
    REQUIRE(result->boundaries.size() == 2);
    const Boundary& bochum = result->boundaries.at("05911");
    REQUIRE(bochum.polygons.size() == 2);
    CHECK(bochum.polygons[0].outer[1] == Position{8, 51});
    REQUIRE(bochum.polygons[1].holes.size() == 1);
    CHECK(signed_area(bochum.polygons[1].holes[0]) == Approx(-0.02));
    CHECK(bochum.attribution.empty());
    CHECK(result->boundaries.at("quartier-1").polygons[0].outer.size() == 4);
}

TEST_CASE("the key comes from the surest property") {
    const auto result = read(collection(feature(R"("ARS": "059110000000", "ags": "05911000")")));
    REQUIRE(result);
    CHECK(result->boundaries.begin()->first == "05911000");
}

TEST_CASE("a key that is a number is read as the text it stands for") {
    for (const char* key : {"5911", "5911.0", "\"5911\"", "\"05911\""}) {
        const auto result = read(collection(feature(R"("AGS": )" + std::string{key})));
        REQUIRE(result);
        CHECK(result->boundaries.begin()->first == "05911");
    }
}

TEST_CASE("shared keys and positions outside of Germany are warnings") {
    const auto warnings = [](const std::string& features) {
        const auto result = read(collection(features));
        REQUIRE(result);
        std::vector<std::string> out;
        for (const Issue& issue : result->warnings) {
            const std::string words = to_string(issue, Language::en);
            out.push_back(words.substr(words.find("x.geojson")));
        }
        return out;
    };
    const std::string ort = feature(R"("key": "ort")");
    const std::string swapped = feature(R"("key": "b")", "[[[51,7],[52,7],[52,8],[51,8],[51,7]]]");
    CHECK(warnings(ort).empty());
    const auto twice = warnings(ort + ",\n" + ort + ",\n" + ort);
    REQUIRE(twice.size() == 1);
    CHECK(twice[0].starts_with("x.geojson:2:1: warning: 'ort' is the key of an earlier feature"));
    CHECK(twice[0].ends_with("(number of such features: 2). [shared-key]"));
    const auto abroad = warnings(ort + ",\n" + swapped);
    REQUIRE(abroad.size() == 1);
    CHECK(abroad[0].starts_with("x.geojson:2:1: warning: 'b' lies outside of Germany"));
}

TEST_CASE("what is no boundary is refused with its place") {
    CHECK(problem_of("{}").find("no FeatureCollection") != std::string::npos);
    CHECK(problem_of("[1]").find("no FeatureCollection") != std::string::npos);
    CHECK(problem_of("7").find("no FeatureCollection") != std::string::npos);
    CHECK(problem_of("{\"type\"").starts_with("x.geojson:1:8: "));
    CHECK(problem_of(collection(feature(R"("name": "x")"))).find("lacks its key") !=
          std::string::npos);
    CHECK(problem_of(collection(feature(R"("key": "a")",
                                        "[[[400000,5700000],[400001,5700000],[400001,5700001],"
                                        "[400000,5700000]]]")))
              .find("no degrees") != std::string::npos);
    for (const auto& [coordinates, type] :
         std::initializer_list<std::pair<const char*, const char*>>{
             {"[7,51]", "Point"},
             {"[[7,51],[8,52]]", "LineString"},
             {"[]", "Polygon"},
             {"[[]]", "Polygon"},
             {"[[[7,51],[8,51],[7,51]]]", "Polygon"},
             {"[[[7,51],[8,51],[8,52],[7,52]]]", "Polygon"},
             {"[[[7],[8],[8],[7]]]", "Polygon"},
             {"[[[7,51],[8,51],[8,52],[7,51]], 3]", "Polygon"},
             {"[[[7,51],[8,51],[8,\"52\"],[7,51]]]", "Polygon"},
             {"[[[7,51],[8,51],{\"x\":[8,52]},[7,51]]]", "Polygon"},
             {"[[[[[7,51],[8,51],[8,52],[7,51]]]]]", "MultiPolygon"},
             {"[[[7,51],[8,51],[8,52],[7,51]]]", "MultiPolygon"},
             {"null", "Polygon"}}) {
        INFO(type << coordinates);
        CHECK(problem_of(collection(feature(R"("key": "a")", coordinates, type)))
                  .find("no Polygon or MultiPolygon") != std::string::npos);
    }
    CHECK(problem_of(collection(R"({"type": "Feature", "id": "a", "geometry": null})"))
              .find("no Polygon or MultiPolygon") != std::string::npos);
}

TEST_CASE("boundaries are read within the limits") {
    const TestFolder folder;
    folder.write("x.geojson", collection(feature(R"("key": "a")")));
    io::Limits few;
    few.values = 10;
    const auto result = io::read_boundaries(folder / "x.geojson", few);
    REQUIRE_FALSE(result);
    CHECK(result.error().kind == ErrorKind::limit);
    CHECK(io::read_boundaries(folder / "y.geojson").error().kind == ErrorKind::input_output);
}
