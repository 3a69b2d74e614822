#include "files.hpp"
#include "graph_files.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;
using Texts = std::vector<std::string>;

namespace {

/// As Python's xml.etree writes GEXF.
std::string prefixed_gexf(std::string_view inside_of_node) {
    return R"(<ns0:gexf xmlns:ns0="http://gexf.net/1.3" xmlns:ns1="http://gexf.net/1.3/viz" version="1.3">
<ns0:graph defaultedgetype="directed"><ns0:nodes>
<ns0:node id="a" label="Alpha">)" +
           std::string{inside_of_node} + R"(</ns0:node>
<ns0:node id="b" label="Beta"/></ns0:nodes>
<ns0:edges><ns0:edge source="a" target="b" kind="refers_to"/></ns0:edges>
</ns0:graph></ns0:gexf>)";
}

Texts in_graphml(std::string_view root, std::string_view inside_of_node) {
    return found(read_graph_text(
        "netz.graphml", "<graphml " + std::string{root} +
                            "><key id=\"k\" for=\"node\" attr.name=\"kind\"/>\n"
                            "<graph edgedefault=\"directed\">\n<node id=\"a\">" +
                            "<data key=\"k\">other</data>\n" + std::string{inside_of_node} +
                            "</node></graph></graphml>"));
}

}  // namespace

TEST_CASE("GEXF may write its elements with a prefix") {
    const auto result =
        read_graph_text("netz.gexf", prefixed_gexf(R"(<ns1:color r="1" g="2" b="3"/>)"));
    CHECK_FALSE(result.has_errors());
    CHECK(actors_of(result.network) == Texts{"a|Alpha|other", "b|Beta|other"});
    CHECK(ties_of(result.network) == Texts{"a>b:refers_to"});
    CHECK(found(result) == Texts{"netz.gexf:3:1 no-kind"});  // nothing about colours
}

TEST_CASE(
    "elements of other standards are noted, those of the form that nobody knows are a warning") {
    const auto gexf = read_graph_text(
        "netz.gexf", prefixed_gexf("<ns0:ort>Bochum</ns0:ort><z:ort xmlns:z='urn:z'>Kiel</z:ort>"));
    std::vector<std::pair<Severity, std::string>> unknown;
    for (const Issue& issue : gexf.issues)
        if (issue.code == "unknown-element") unknown.emplace_back(issue.severity, issue.message.en);
    CHECK(unknown == std::vector<std::pair<Severity, std::string>>{
                         {Severity::warning,
                          "This form does not know the element 'ns0:ort'; it is not read (number: "
                          "1)."},
                         {Severity::note,
                          "This form does not know the element 'z:ort'; it is not read (number: "
                          "1)."}});

    const auto undeclared = read_graph_text(
        "netz.gexf", prefixed_gexf("</ns0:node><n:node id=\"c\"/><ns0:node id=\"d\">"));
    CHECK(std::ranges::count_if(undeclared.issues, [](const Issue& issue) {
              return issue.code == "unknown-element" && issue.severity == Severity::warning;
          }) == 1);

    CHECK(in_graphml("", "<z:ort xmlns:z='urn:z'>Kiel</z:ort><y:box/>") ==
          Texts{"netz.graphml:4:1 unknown-element", "netz.graphml:4:36 unknown-element"});
    CHECK(in_graphml("", "<data key='k'><z:ort xmlns:z='urn:z'>Kiel</z:ort></data>") ==
          Texts{"netz.graphml:4:15 unknown-element"});
    CHECK(in_graphml("xmlns:y='http://www.yworks.com/xml/graphml'",
                     "<data key='k'><y:ShapeNode/></data>") == Texts{});
    CHECK(in_graphml("", "<data key='k'><y:ShapeNode/></data>") == Texts{});
    // The prefix of another standard does not make its nodes those of the graph.
    CHECK(in_graphml("", "</node><z:node xmlns:z='urn:z' id='b'></z:node><node id='a2'>") ==
          Texts{"netz.graphml:4:8 unknown-element", "netz.graphml:4:48 no-kind"});
    // The same namespace under two prefixes is the same form.
    CHECK(in_graphml("xmlns='http://graphml.graphdrawing.org/xmlns' "
                     "xmlns:g='http://graphml.graphdrawing.org/xmlns'",
                     "<g:data key='k'>other</g:data>") == Texts{"netz.graphml:4:1 duplicate-data"});
}
