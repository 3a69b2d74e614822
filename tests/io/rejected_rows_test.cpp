#include "files.hpp"
#include "graph_files.hpp"

#include <catch2/catch.hpp>

using namespace lotse;
using Found = std::vector<std::string>;

namespace {

std::string gexf(std::string_view attributes, std::string_view edge) {
    return R"(<gexf version="1.3"><graph )" + std::string{attributes} +
           R"(><nodes><node id="a" label="A"/><node id="b" label="B"/></nodes><edges>)" +
           std::string{edge} + R"(</edges></graph></gexf>)";
}

}  // namespace

TEST_CASE("a row of a Gephi table with an error is counted and not used") {
    const auto result =
        read_folder({{"nodes.csv", "Id,Label,kind\na,A,jobcenter\nb,B,clinic\nc,C,clinic,x\n"},
                     {"edges.csv", "Source,Target,Type\na,b,gerichtet\na,b,Directed\na,c,,x,y\n"}});
    CHECK(found(result) == Found{"edges.csv:2 bad-value", "edges.csv:4 wrong-field-count",
                                 "nodes.csv:4 wrong-field-count"});
    CHECK(result.rows.read == 6);
    CHECK(result.rows.rejected == 3);
    CHECK(ties_of(result.network) == Found{"a>b:refers_to"});
}

TEST_CASE("an edge of GraphML with an error is counted and not used") {
    const auto result = read_graph_text("netz.graphml", graphml(R"(<node id="a"/><node id="b"/>
<edge source="a" target="b" directed="vielleicht"/>
<hyperedge><endpoint node="a"/><endpoint node="b"/></hyperedge>
<edge source="b" target="a"/>)"));
    CHECK(result.rows.read == 5);
    CHECK(result.rows.rejected == 2);
    CHECK(ties_of(result.network) == Found{"b>a:refers_to"});
}

TEST_CASE("hyperedges count against the limit of ties") {
    io::Limits limits;
    limits.ties = 2;
    const std::string edge = R"(<hyperedge><endpoint node="a"/></hyperedge>)";
    const auto read = io::read_network(
        TestFolder{}.write("netz.graphml", graphml(edge + edge + edge)) / "netz.graphml", limits);
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == ErrorKind::limit);
}

TEST_CASE("an edge of GEXF with an unknown direction is counted and not used") {
    SECTION("its own") {
        const auto result = read_graph_text(
            "netz.gexf", gexf("", R"(<edge source="a" target="b" type="seitwärts"/>)"));
        CHECK(result.rows.rejected == 1);
        CHECK(result.network.ties().empty());
    }
    SECTION("that of the graph, which an edge of its own direction does not heed") {
        const auto result = read_graph_text("netz.gexf", gexf(R"(defaultedgetype="seitwärts")",
                                                              R"(<edge source="a" target="b"/>
<edge source="b" target="a" type="directed"/>)"));
        CHECK(result.rows.rejected == 1);
        CHECK(ties_of(result.network) == Found{"b>a:refers_to"});
    }
}

TEST_CASE("a row of an HSDS table with too many fields is counted as rejected") {
    const auto result =
        read_folder({{"organizations.csv", "id,name\no1,Eins\no2,Zwei,x\n"},
                     {"service_areas.csv", "id,service_id,name\nx,s,Bielefeld,y\n"}});
    CHECK(result.rows.read == 3);
    CHECK(result.rows.rejected == 2);
    CHECK(result.network.actors().size() == 1);
}

TEST_CASE("an area that would lie too deep counts as faulty") {
    std::string areas = "key,name,parent\ng0,G,\n";
    for (int i = 1; i < 66; ++i)
        areas += 'g' + std::to_string(i) + ",G,g" + std::to_string(i - 1) + '\n';
    const auto result =
        read_folder({{"actors.csv", "key,name,kind\na,A,clinic\n"}, {"areas.csv", areas}});
    CHECK(found(result) == Found{"areas.csv:66:3 too-deep", "areas.csv:67:3 too-deep"});
    CHECK(result.rows.rejected == 2);
}

TEST_CASE("parents of an edge of GEXF are nobody's") {
    const std::string edges = R"(<edges><edge id="e" source="a" target="b">
<parents><parent for="a"/></parents></edge></edges>)";
    const std::string nodes = R"(<nodes><node id="a"/><node id="b"/></nodes>)";
    for (const std::string& inside : {edges + nodes, nodes + edges}) {
        const auto result = read_graph_text(
            "netz.gexf", R"(<gexf version="1.3"><graph>)" + inside + "</graph></gexf>");
        for (const Actor& actor : result.network.actors()) CHECK(actor.part_of.empty());
        CHECK(result.network.ties().size() == 1);
        CHECK_FALSE(result.has_errors());
    }
}

TEST_CASE("a member of JSON whose name cannot be shown is an error in every row that has it") {
    const auto result = read_json(R"({"lotse": "1", "tables": {"actors": [
{"key": "a", "name": "A", "kind": "clinic", "no\u200ete": "x"},
{"key": "b", "name": "B", "kind": "clinic", "no\u200ete": "wichtig"},
{"key": "c", "name": "C", "kind": "clinic"}]}})");
    CHECK(found(result) == Found{"netz.json:2:45 bad-member", "netz.json:3:45 bad-member"});
    CHECK(result.rows.rejected == 2);
    CHECK(result.network.actors().size() == 1);
}
