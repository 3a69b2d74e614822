#include "files.hpp"
#include "graph_files.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;
using Found = std::vector<std::string>;

namespace {

bool names(const BuildResult& result, std::string_view issue) {
    return std::ranges::count(found(result), issue) == 1;
}

}  // namespace

TEST_CASE("cells below a blank heading of an HSDS table are named") {
    const auto result =
        read_folder({{"organizations.csv", "id,name,\no1,Eins,wichtig\no2,Zwei,\n"}});
    CHECK(names(result, "organizations.csv:2:3 unnamed-column"));
    CHECK_FALSE(names(result, "organizations.csv:3:3 unnamed-column"));
}

TEST_CASE("sep=; above the headings is understood in tables of HSDS and Gephi") {
    const auto hsds = read_folder({{"organizations.csv", "sep=;\nid;name\no1;Eins\n"}});
    CHECK_FALSE(hsds.has_errors());
    CHECK(hsds.network.actors().size() == 1);
    const auto gephi = read_folder({{"nodes.csv", "sep=;\nId;Label;kind\na;A;clinic\n"},
                                    {"x.csv", "sep=;\nSource;Target\na;a\n"}});
    CHECK(actors_of(gephi.network) == Found{"a|A|clinic"});
    CHECK(ties_of(gephi.network).size() == 1);
}

TEST_CASE("a heading with control characters is no fault of single rows") {
    const auto is_of_table = [](const BuildResult& result) {
        return std::ranges::any_of(result.issues, [](const Issue& issue) {
            return issue.code == "bad-heading" && !io::concerns_rows(issue);
        });
    };
    CHECK(is_of_table(read_folder({{"nodes.csv", "Id,Label,n\xE2\x80\x8Eo\na,A,x\n"}})));
    CHECK(is_of_table(read_graph_text("netz.gml", "graph [ node [ id 1 n\xE2\x80\x8Eo 2 ] ]")));
}

TEST_CASE("after a quote that is not closed in the nodes, their edges are counted in one note") {
    const auto result = read_folder({{"nodes.csv", "Id,Label,kind\na,A,clinic\nb,\"B,clinic\n"},
                                     {"edges.csv", "Source,Target\na,b\nb,c\na,a\n"}});
    CHECK(found(result) ==
          Found{"edges.csv:2 unread-table", "edges.csv:4 self-tie", "nodes.csv:3 bad-quote"});
    CHECK(result.rows.rejected == 2);
}

TEST_CASE("marks without width at the ends of cells are removed from tables of HSDS and Gephi") {
    const auto gephi =
        read_folder({{"nodes.csv", "\u200bId,Label,kind\u200e\na,\u200eA\u00ad,clinic\n"},
                     {"edges.csv", "Source,Target\na,a\u200b\n"}});
    CHECK(actors_of(gephi.network) == Found{"a|A|clinic"});
    CHECK(names(gephi, "nodes.csv:1:1 invisible-mark"));
    CHECK(names(gephi, "edges.csv:2:2 invisible-mark"));
    CHECK(ties_of(gephi.network).size() == 1);
    const auto hsds = read_folder({{"organizations.csv", "id,name\no1,Eins\u200e\n"}});
    CHECK_FALSE(hsds.has_errors());
    REQUIRE(hsds.network.actors().size() == 1);
    CHECK(hsds.network.actors()[0].name == "Eins");
}

TEST_CASE("a page in place of a table of HSDS is one error, not one for each link to it") {
    std::string links = "id,service_id,location_id\n";
    for (int i = 0; i < 20; ++i)
        links += "l" + std::to_string(i) + ",s" + std::to_string(i) + ",o1\n";
    const auto result = read_folder({{"organizations.csv", "id,name\no1,Eins\n"},
                                     {"locations.csv", "id,name\no1,Haus\n"},
                                     {"services.csv", "<!DOCTYPE html>\n<p>a</p>\n<p>b, c</p>\n"},
                                     {"service_at_locations.csv", links}});
    CHECK(std::ranges::count(result.issues, Severity::error, &Issue::severity) == 1);
    CHECK(names(result, "services.csv wrong-ending"));
    const auto none = read_folder({{"organizations.csv", "<html>"},
                                   {"services.csv", "id,organization_id,name\ns1,o1,Kurs\n"}});
    CHECK(std::ranges::count(none.issues, Severity::error, &Issue::severity) == 1);
}

TEST_CASE("tables of HSDS separated by a sign that no table has are named") {
    for (const char* text : {"id|name|description\no1|Eins|x\n",
                             "\"id\"|\"name\"|\"description\"\n\"o1\"|\"Eins\"|\"x\"\n"})
        CHECK(names(read_folder({{"organizations.csv", text}}),
                    "organizations.csv:1 unsupported-dialect"));
}
