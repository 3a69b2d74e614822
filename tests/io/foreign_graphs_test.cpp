#include "graph_files.hpp"

#include "files.hpp"

#include <catch2/catch.hpp>

using namespace lotse;
using Catch::Matchers::VectorContains;
using Texts = std::vector<std::string>;

TEST_CASE("networkx: several parallel edges, booleans, exponents") {
    for (const char* file : {"networkx-multidigraph.graphml", "networkx-multidigraph.gexf"}) {
        const auto result = read_fixture(file);
        const Network& network = result.network;
        CHECK(network.info().name == "Netz von networkx");
        CHECK(actors_of(network) == Texts{"allein|Ohne Beziehung|other",
                                          "jc-köln|Jobcenter Köln|jobcenter",
                                          "kk|Krankenkasse „Süd“ & Söhne|health_insurer",
                                          "verein-ß|Sportverein <Blau> 😀|sports_club"});
        CHECK(ties_of(network) == Texts{"jc-köln>kk:cooperates", "jc-köln>verein-ß:refers_to",
                                        "kk>verein-ß:cooperates", "kk>verein-ß:funds"});
        CHECK(network.ties()[0].level == 3);
        CHECK(extra(network, "verein-ß", "budget") == "1e-05");
        CHECK(extra(network, "allein", "extra_kind") == "Raumschiff");
        CHECK(!extra(network, "kk", "gefördert").empty());
    }
    for (const char* file : {"networkx-blank-ids.graphml", "networkx-blank-ids.gexf"}) {
        const auto result = read_fixture(file);
        CHECK(ties_of(result.network) == Texts{"Jobcenter-Köln>Sportverein-Blau-e.V.:cooperates",
                                               "Sportverein-Blau-e.V.>7:cooperates"});
    }
}

TEST_CASE("igraph: ids behind n0, n1 ...") {
    const auto python = read_fixture("igraph-python.graphml");
    CHECK(python.network.info().name == "Netz von igraph");
    CHECK(actors_of(python.network)[1] == "jc-köln|Jobcenter Köln|jobcenter");
    CHECK(ties_of(python.network) == Texts{"jc-köln>kk:cooperates", "jc-köln>verein-ß:refers_to",
                                           "kk>verein-ß:cooperates", "kk>verein-ß:funds"});
    CHECK(python.network.ties()[0].level == 3);
    const auto r = read_fixture("igraph-r.graphml");
    CHECK(actors_of(r.network) == Texts{"jc|Jobcenter Köln|jobcenter",
                                        "kk|Krankenkasse|health_insurer",
                                        "verein|Sportverein Grün|sports_club"});
    CHECK(ties_of(r.network) == Texts{"jc>verein:refers_to", "kk>verein:funds"});
    CHECK(extra(r.network, "kk", "budget").empty());
}

TEST_CASE("yEd: labels from the drawing, arrow heads as directions, groups") {
    const auto result = read_fixture("yed.graphml");
    CHECK(actors_of(result.network) ==
          Texts{"n0|Jobcenter Köln|jobcenter", "n1|Gesundheitskonferenz|other",
                "n1::n0|Krankenkasse & Söhne|other", "n1::n1|n1::n1|other"});
    CHECK(ties_of(result.network) ==
          Texts{"n0>n1::n0:refers_to", "n1::n0>n1::n1:cooperates", "n1::n1>n0:refers_to"});
    const Network& network = result.network;
    CHECK(network[*network.find_actor("n1::n0")].part_of.key == "n1");
    CHECK(network[*network.find_actor("n0")].website == "https://jobcenter.example/");
    CHECK_THAT(found(result), VectorContains(std::string{"yed.graphml:48:7 nested-graph"}));
}

TEST_CASE("Gephi: GraphML, tables") {
    const auto flat = read_fixture("gephi.graphml");
    CHECK(actors_of(flat.network) == Texts{"a|Jobcenter Köln|other", "b|Verein|other"});
    CHECK(extra(flat.network, "a", "Modularity Class") == "2");
    CHECK(extra(flat.network, "b", "Modularity Class") == "0");
    CHECK(extra(flat.network, "a", "x").empty());
    for (const char* name :
         {"gephi-tables", "gephi-tables/Netz [Nodes].csv", "gephi-tables/Netz [Edges].csv"}) {
        const auto tables = read_fixture(name);
        CHECK(actors_of(tables.network) == Texts{"a|Jobcenter Köln|jobcenter",
                                                 "b|Verein \"Blau\", e.V.|other",
                                                 "c-d|Ohne Art|other"});
        CHECK(ties_of(tables.network) == Texts{"a>b:refers_to", "b>c-d:cooperates"});
        CHECK_THAT(found(tables), VectorContains(std::string{"Netz [Nodes].csv:4 unknown-kind"}));
    }
}

TEST_CASE("SocNetV: defaults, empty labels, a second relation") {
    const auto result = read_fixture("socnetv.graphml");
    CHECK(actors_of(result.network) == Texts{"1|Jobcenter Köln|other", "2|2|other"});
    CHECK(ties_of(result.network) == Texts{"1>2:refers_to", "2>1:cooperates"});
    CHECK(extra(result.network, "1", "color") == "red");
    CHECK(extra(result.network, "1", "size") == "10");
    CHECK_THAT(found(result), VectorContains(std::string{"socnetv.graphml:37:3 second-graph"}));
}

TEST_CASE("Cytoscape: a key is declared once for nodes and once for edges") {
    const auto with_keys = [](std::string_view second) {
        return read_graph_text(
            "a.graphml",
            "<graphml>\n<key id=\"name\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>\n" +
                std::string{second} +
                "\n<graph edgedefault=\"directed\"><node id=\"1\"><data "
                "key=\"name\">A</data></node>"
                "<node id=\"2\"/><edge source=\"1\" target=\"2\"><data key=\"name\">x</data></edge>"
                "</graph></graphml>");
    };
    for (const char* owner : {"edge", "node", "all"}) {
        INFO(owner);
        const auto result = with_keys("<key id=\"name\" for=\"" + std::string{owner} +
                                      "\" attr.name=\"name\" attr.type=\"string\"/>");
        CHECK_FALSE(result.has_errors());
        CHECK(actors_of(result.network) == Texts{"1|A|other", "2|2|other"});
    }
    for (const char* second :
         {"<key id=\"name\" for=\"node\" attr.name=\"note\" attr.type=\"string\"/>",
          "<key id=\"name\" for=\"node\" attr.name=\"name\" attr.type=\"int\"/>"})
        CHECK_THAT(found(with_keys(second)),
                   VectorContains(std::string{"a.graphml:3:1 duplicate-attribute"}));
}

TEST_CASE("an id that became another key is kept, also where it is an attribute") {
    const auto of_r = read_graph_text(
        "r.graphml",
        "<graphml><key id=\"n\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>"
        "<key id=\"l\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>"
        "<graph edgedefault=\"undirected\">"
        "<node id=\"n0\"><data key=\"n\">AOK Rheinland/Hamburg</data><data "
        "key=\"l\">AOK</data></node>"
        "<node id=\"n1\"><data key=\"n\">b</data><data key=\"l\">B</data></node>"
        "<edge source=\"n0\" target=\"n1\"/></graph></graphml>");
    CHECK(actors_of(of_r.network) == Texts{"AOK-Rheinland-Hamburg|AOK|other", "b|B|other"});
    CHECK(extra(of_r.network, "AOK-Rheinland-Hamburg", "original_id") == "AOK Rheinland/Hamburg");
    CHECK(extra(of_r.network, "b", "original_id").empty());
    const auto nameless = read_graph_text(
        "v.graphml",
        "<graphml><key id=\"i\" for=\"node\" attr.name=\"id\" attr.type=\"string\"/>"
        "<graph edgedefault=\"undirected\">"
        "<node id=\"n0\"><data key=\"i\">AOK Nord &amp; Co</data></node>"
        "<node id=\"n1\"><data key=\"i\">b</data></node></graph></graphml>");
    CHECK(actors_of(nameless.network) == Texts{"AOK-Nord-Co|AOK Nord & Co|other", "b|b|other"});
}

TEST_CASE("Gephi's GraphML: the label of an edge names its kind") {
    const auto result = read_graph_text(
        "g.graphml",
        "<graphml><key attr.name=\"Edge Label\" attr.type=\"string\" for=\"edge\" "
        "id=\"edgelabel\"/>"
        "<graph edgedefault=\"directed\"><node id=\"a\"/><node id=\"b\"/>"
        "<edge source=\"a\" target=\"b\"><data key=\"edgelabel\">verweist an</data></edge>"
        "</graph></graphml>");
    CHECK(ties_of(result.network) == Texts{"a>b:refers_to"});
}

TEST_CASE("a second label of yEd is named") {
    const auto issues = [](std::string_view labels) {
        return found(
            read_graph_text("a.graphml",
                            "<graphml><key id=\"g\" for=\"node\" yfiles.type=\"nodegraphics\"/>"
                            "<graph edgedefault=\"directed\"><node id=\"a\"><data key=\"g\"><s>\n" +
                                std::string{labels} + "</s></data></node></graph></graphml>"));
    };
    const std::string named = "a.graphml:2:25 several-labels";
    CHECK_THAT(issues("<NodeLabel>A</NodeLabel><NodeLabel>B</NodeLabel>"), VectorContains(named));
    CHECK_THAT(issues("<NodeLabel>A</NodeLabel><NodeLabel>A</NodeLabel>"), !VectorContains(named));
}

TEST_CASE("the side of a node that igraph calls type is no kind") {
    const auto check = [](std::string_view file, const std::string& text) {
        const auto result = read_graph_text(file, text);
        CHECK(result.network.tables().actors.size() == 2);
        for (const Issue& issue : result.issues) CHECK(issue.code != "unknown-kind");
        CHECK(result.network.tables().actors.at(1).extra.size() == 1);
    };
    check("a.graphml",
          R"(<graphml><key id="t" for="node" attr.name="type" attr.type="boolean"/>
<graph edgedefault="undirected"><node id="a"><data key="t">false</data></node>
<node id="b"><data key="t">true</data></node></graph></graphml>)");
    check("a.gml", "graph [ node [ id 1 label \"A\" type 0 ] node [ id 2 label \"B\" type 1 ] ]");
}
