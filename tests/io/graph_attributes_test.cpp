#include "files.hpp"
#include "graph_files.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;

namespace {

/// What the notes on attributes of the graph name.
std::vector<std::string> unread(const BuildResult& result) {
    std::vector<std::string> out;
    for (const Issue& issue : result.issues)
        if (issue.code == "graph-attribute") out.push_back(issue.message.en);
    std::ranges::sort(out);
    return out;
}

}  // namespace

TEST_CASE("GML says the licence of a network; what else it says of the graph is noted") {
    const auto result = read_graph_text(
        "netz.gml",
        R"(graph [ directed 1 label "Netz" license "CC-BY-4.0" citation "Bericht" node [ id 1 ] ])");
    CHECK(result.network.info().license == "CC-BY-4.0");
    CHECK(unread(result) ==
          std::vector<std::string>{"'citation' of the graph is not read (number: 1)."});
}

TEST_CASE("what GraphML says of a graph is read or noted") {
    const auto result = read_graph_text("netz.graphml", R"(<graphml>
<key id="l" for="graph" attr.name="license"/><key id="c" for="graph" attr.name="citation"/>
<graph edgedefault="directed"><data key="l">CC0-1.0</data><data key="c">Bericht</data>
<data key="undeclared">x</data><data key="c"/>
<node id="a"><graph edgedefault="directed"><data key="l">innen</data><node id="b"/></graph></node>
</graph></graphml>)");
    CHECK(result.network.info().license == "CC0-1.0");
    CHECK(unread(result) ==
          std::vector<std::string>{"'citation' of the graph is not read (number: 1).",
                                   "'license' of the graph is not read (number: 1).",
                                   "'undeclared' of the graph is not read (number: 1)."});
}

TEST_CASE("the description that another program gives a GEXF file is noted") {
    const auto meta = [](std::string_view inside) {
        return read_graph_text("netz.gexf", R"(<gexf version="1.3"><meta>)" + std::string{inside} +
                                                R"(</meta><graph><nodes/></graph></gexf>)");
    };
    CHECK(unread(meta("<creator>Gephi</creator><description>Netz von 2024</description>"
                      "<keywords>a</keywords>"))
              .size() == 2);
    CHECK(unread(meta("<creator>Gephi</creator><description></description>")).empty());
}

TEST_CASE("numbers and truth values of other programs leave as such where no text would change") {
    const auto read = [](std::string_view columns, std::string_view row) {
        return read_folder(
            {{"actors.csv", "key,name,kind," + std::string{columns} + "\na,A,other," +
                                std::string{row} + "\nb,B,other,,,,,,,,\n"}});
    };
    const auto network = read("score,count,plz,version,open,far,large,mixed",
                              "2.5,12,01067,1.10,true,1e-05,99999999999999999999,1")
                             .network;
    const std::string gexf = io::gexf_text(network, {});
    const std::string graphml = io::graphml_text(network, {});
    const auto says = [&](const std::string& title, const std::string& type) {
        CAPTURE(title);
        CHECK(gexf.find("title=\"" + title + "\" type=\"" + type + '"') != std::string::npos);
        CHECK(graphml.find("attr.name=\"" + title + "\" attr.type=\"" + type + '"') !=
              std::string::npos);
    };
    says("score", "double");
    says("count", "long");
    says("plz", "string");
    says("version", "string");
    says("open", "boolean");
    says("far", "double");
    says("large", "string");
    says("mixed", "long");
    const std::vector<std::pair<std::string, std::string>> texts{{"score", "2.5"},
                                                                 {"count", "12"},
                                                                 {"plz", "01067"},
                                                                 {"version", "1.10"},
                                                                 {"open", "true"},
                                                                 {"far", "1e-05"},
                                                                 {"large", "99999999999999999999"},
                                                                 {"mixed", "1"}};
    for (const auto& [file, text] : {std::pair{"n.gexf", gexf}, std::pair{"n.graphml", graphml}}) {
        const auto again = read_graph_text(file, text).network;
        for (const auto& [title, value] : texts) CHECK(extra(again, "a", title) == value);
    }
}

TEST_CASE("an attribute 'mutual' that is not true or false is kept") {
    const auto result = read_graph_text("netz.graphml", R"(<graphml>
<key id="m" for="edge" attr.name="mutual"/><graph edgedefault="directed">
<node id="a"/><node id="b"/><edge source="a" target="b"><data key="m">hoch</data></edge>
</graph></graphml>)");
    using Extra = std::vector<std::pair<std::string, std::string>>;
    REQUIRE(result.network.ties().size() == 1);
    CHECK(result.network.ties()[0].extra == Extra{{"extra_mutual", "hoch"}});
}
