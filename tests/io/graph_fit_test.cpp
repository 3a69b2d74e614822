#include "files.hpp"
#include "graph_files.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;

namespace {

using Texts = std::vector<std::string>;
using Extra = std::vector<std::pair<std::string, std::string>>;

/// Codes of the warnings, without those that every graph of another program has.
Texts warnings(const BuildResult& result) {
    Texts out;
    for (const Issue& issue : result.issues)
        if (issue.code != "no-kind" && issue.code != "unknown-column") out.emplace_back(issue.code);
    return out;
}

/// Two nodes and an edge; node a and the edge have this value of an attribute of this type.
BuildResult read_with(const std::string& title, const std::string& type, const std::string& value) {
    const std::string data = "<data key=\"k\">" + value + "</data>";
    return read_graph_text(
        "a.graphml", "<graphml><key id=\"k\" for=\"all\" attr.name=\"" + title + "\" attr.type=\"" +
                         type + "\"/><graph edgedefault=\"undirected\"><node id=\"a\">" + data +
                         "</node><node id=\"b\"/><edge source=\"a\" target=\"b\">" + data +
                         "</edge></graph></graphml>");
}

std::string of_lotse(std::string_view creator, std::string_view level) {
    return "<gexf version=\"1.3\"><meta><creator>" + std::string{creator} +
           "</creator></meta><graph><attributes class=\"edge\"><attribute id=\"l\" "
           "title=\"level\" type=\"long\"/></attributes><nodes><node id=\"a\" label=\"A\"/><node "
           "id=\"b\" label=\"B\"/></nodes><edges><edge source=\"a\" target=\"b\"><attvalues>"
           "<attvalue for=\"l\" value=\"" +
           std::string{level} + "\"/></attvalues></edge></edges></graph></gexf>";
}

}  // namespace

TEST_CASE("attributes called like a column that hold something else are kept") {
    const auto in_both = [](const std::string& title, const std::string& value) {
        CAPTURE(title, value);
        const auto result = read_with(title, "string", value);
        CHECK_FALSE(result.has_errors());
        CHECK(warnings(result) == Texts{"misfit", "misfit"});
        REQUIRE(result.network.ties().size() == 1);
        CHECK(extra(result.network, "a", "extra_" + title) == value);
        CHECK(result.network.ties()[0].extra == Extra{{"extra_" + title, value}});
    };
    in_both("since", "1.5");
    in_both("until", "99");
    in_both("as_of", "gestern");
    for (const auto& [title, value] : {std::pair{"sector", "Energy"},
                                       {"lat", "5911"},
                                       {"part_of", "Cluster 7"},
                                       {"area", "99999"},
                                       {"legal", "SGB II?"}}) {
        CAPTURE(title);
        const auto result = read_with(title, "string", value);
        CHECK_FALSE(result.has_errors());
        CHECK(warnings(result) == Texts{"misfit"});
        CHECK(extra(result.network, "a", "extra_" + std::string{title}) == value);
    }
    for (const auto& [title, value] : {std::pair{"level", "7"},
                                       {"feedback", "good"},
                                       {"funding_share", "12.5"},
                                       {"topics", "LP-BEW?"}}) {
        CAPTURE(title);
        const auto result = read_with(title, "string", value);
        CHECK_FALSE(result.has_errors());
        CHECK(std::ranges::count(warnings(result), "misfit") == 1);
        REQUIRE(result.network.ties().size() == 1);
        CHECK(result.network.ties()[0].extra == Extra{{"extra_" + std::string{title}, value}});
    }
}

TEST_CASE("what a formula failed at refuses no node or edge") {
    const auto result = read_with("until", "string", "#DIV/0!");
    CHECK_FALSE(result.has_errors());
    CHECK(warnings(result) == Texts{"error-cell", "error-cell"});
    CHECK(result.network.ties().size() == 1);
}

TEST_CASE("what fits its column stays there beside what does not") {
    const auto result = read_graph_text("a.gml", R"(graph [
  node [ id 1 label "A" sector "work" since 2010 until 2005 ]
  node [ id 2 label "B" sector "Energy" part_of "A" ]
  node [ id 3 label "C" sector "Rail" part_of 1 ]
  edge [ source 1 target 2 level 4 since 2019 until 2018 ] edge [ source 2 target 3 level 9 ] ])");
    CHECK_FALSE(result.has_errors());
    const auto& actors = result.network.actors();
    REQUIRE(actors.size() == 3);
    CHECK(actors[0].sector == Sector::work);
    CHECK_FALSE(actors[0].since);
    CHECK(actors[0].extra == Extra{{"extra_since", "2010"}, {"extra_until", "2005"}});
    CHECK(actors[1].part_of.key == "1");
    CHECK(actors[2].part_of.key == "1");
    REQUIRE(result.network.ties().size() == 2);
    CHECK(result.network.ties()[0].level == 4);
    CHECK(extra(result.network, "3", "extra_sector") == "Rail");
    const auto misfit = std::ranges::find(result.issues, "misfit", &Issue::code);
    REQUIRE(misfit != result.issues.end());
    CHECK(misfit->message.en ==
          "The attribute 'sector' is called like a column of lotse, but its value cannot stand "
          "there; it is kept under 'extra_…' (number: 2).");
}

TEST_CASE("a GEXF file of lotse itself stays strict") {
    const auto strict = read_graph_text("a.gexf", of_lotse("lotse 0.1", "7"));
    CHECK(strict.has_errors());
    CHECK(strict.network.ties().empty());
    const auto foreign = read_graph_text("a.gexf", of_lotse("Gephi 0.10", "7"));
    CHECK_FALSE(foreign.has_errors());
    CHECK(foreign.network.ties().size() == 1);
}

TEST_CASE("square kilometres and counts are no areas") {
    const auto kept = [](const std::string& title, const std::string& type,
                         const std::string& value) {
        CAPTURE(title, type, value);
        const auto result = read_with(title, type, value);
        CHECK_FALSE(result.has_errors());
        CHECK(warnings(result) == Texts{"misfit"});
        CHECK(result.network.actors()[0].area.empty());
        CHECK(result.network.actors()[0].serves.empty());
        CHECK(extra(result.network, "a", "extra_" + title) == value);
    };
    kept("area", "double", "357.5");
    kept("area", "long", "12");
    kept("serves", "int", "12");
    kept("serves", "string", "7");
    kept("area", "string", "357.5");
}

TEST_CASE("keys of areas are read, also from numbers without their zero") {
    const auto area = [](const std::string& type, const std::string& value) {
        const auto result = read_with("area", type, value);
        CHECK_FALSE(result.has_errors());
        return result.network.actors()[0].area.key;
    };
    CHECK(area("string", "05911") == "05911");
    CHECK(area("long", "5911") == "05911");
    CHECK(area("double", "5911.0") == "05911");
    CHECK(area("string", "05") == "05");
    CHECK(area("string", "nordstadt") == "nordstadt");
    const auto land = read_with("area", "string", "12");
    CHECK(land.network.actors()[0].area.key == "12");
    REQUIRE(warnings(land) == Texts{"number-as-area"});
    const auto said = std::ranges::find(land.issues, "number-as-area", &Issue::code);
    CHECK(said->message.en.find("(area = 12: Brandenburg)") != std::string::npos);
    CHECK(warnings(read_with("area", "string", "05")).empty());
}

TEST_CASE("what programs write for a missing value is no area and no code") {
    for (const std::string value : {"NA", "-", "unbekannt", "k. A."}) {
        for (const std::string title : {"area", "serves", "part_of"}) {
            CAPTURE(title, value);
            const auto result = read_with(title, "string", value);
            CHECK(std::ranges::count(warnings(result), "not-recorded") > 0);
            CHECK_FALSE(result.network.find_area(value));
            const Actor& a = result.network.tables().actors.front();
            CHECK((a.area.empty() && a.serves.empty() && a.part_of.empty()));
        }
        CAPTURE(value);
        const auto topics = read_with("topics", "string", value);
        CHECK(topics.network.ties().front().topics.empty());
    }
}
