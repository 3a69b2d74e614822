#include "graph_files.hpp"

#include "files.hpp"

#include <catch2/catch.hpp>

using namespace lotse;
using Texts = std::vector<std::string>;
using Extra = std::vector<std::pair<std::string, std::string>>;

namespace {

bool has_issue(const BuildResult& result, std::string_view code) {
    for (const Issue& issue : result.issues)
        if (issue.code == code) return true;
    return false;
}

}  // namespace

TEST_CASE("what Neo4j says in the start tags of GraphML is kept, each once") {
    const auto result = read_graph_text("neo4j.graphml", R"(<graphml>
<key id="labels" for="node" attr.name="labels"/><key id="label" for="edge" attr.name="label"/>
<graph edgedefault="directed">
<node id="n0" labels=":Jobcenter"><data key="labels">:Jobcenter</data></node>
<node id="n1" labels=":Kasse"/>
<edge id="e0" source="n0" target="n1" label="KENNT"><data key="label">KENNT</data></edge>
<edge id="e1" source="n1" target="n0" label="FINANZIERT"><data key="label">FINANZIERT</data></edge>
</graph></graphml>)");
    CHECK_FALSE(result.has_errors());
    CHECK(extra(result.network, "n0", "labels") == ":Jobcenter");
    CHECK(extra(result.network, "n1", "labels") == ":Kasse");
    REQUIRE(ties_of(result.network) == Texts{"n0>n1:refers_to", "n1>n0:funds"});
    CHECK(result.network.ties()[0].extra == Extra{{"label", "KENNT"}});
    CHECK(result.network.ties()[1].extra.empty());
}

TEST_CASE("what GEXF does not know in a start tag is an attribute like others") {
    const auto result =
        read_graph_text("a.gexf",
                        R"(<gexf version="1.3"><graph defaultedgetype="directed"><nodes>
<node id="a" label="A" foo="1" weight="3" kind="Jobcenter" leer=""/><node id="b" label="B"/></nodes>
<edges><edge source="a" target="b" relation="kennt" level="3"/></edges></graph></gexf>)");
    CHECK(actors_of(result.network) == Texts{"a|A|jobcenter", "b|B|other"});
    CHECK(result.network.actors()[0].extra == Extra{{"foo", "1"}, {"weight", "3"}});
    REQUIRE(result.network.ties().size() == 1);
    CHECK(result.network.ties()[0].extra == Extra{{"relation", "kennt"}});
    CHECK(result.network.ties()[0].level == 3);
}

TEST_CASE("what the standards know in a start tag is no attribute") {
    const auto in_graphml = read_graph_text("a.graphml", R"(<graphml xmlns:xlink="x">
<graph edgedefault="directed"><node id="a" xlink:href="u" parse.indegree="1" xml:lang="de"
 yfiles.foldertype="group" xmlns="http://graphml.graphdrawing.org/xmlns"/>
<edge id="e" source="a" target="a" directed="true" xlink:href="u"/></graph></graphml>)");
    const auto in_gexf = read_graph_text(
        "a.gexf",
        R"(<gexf version="1.3" xmlns:viz="v"><graph><nodes><node id="a" label="A" viz:x="2"
 start="2019" endopen="2021"/></nodes><edges><edge id="0" source="a" target="a" type="directed"
 weight="1" start="2019" end="2020"/></edges></graph></gexf>)");
    CHECK_FALSE(has_issue(in_graphml, "unknown-column"));
    CHECK(in_graphml.network.actors()[0].extra.empty());
    CHECK(in_graphml.network.ties()[0].extra.empty());
    CHECK(in_gexf.network.actors()[0].extra.empty());
    CHECK(in_gexf.network.ties()[0].extra == Extra{{"weight", "1"}});
}

TEST_CASE("start tags that are all different cannot name more columns than allowed") {
    std::string nodes;
    for (int i = 0; i < 6; ++i) {
        const std::string number = std::to_string(i);
        nodes += "<node id=\"" + number + "\" a" + number + "=\"1\"/>";
    }
    const TestFolder folder;
    folder.write("a.graphml", graphml(nodes));
    io::Limits limits;
    limits.columns = 8;  // two are declared
    CHECK(io::read_network(folder / "a.graphml", limits));
    limits.columns = 7;
    const auto refused = io::read_network(folder / "a.graphml", limits);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::limit);
    CHECK(refused.error().message.en.find("columns") != std::string::npos);
}
