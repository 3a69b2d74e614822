#include "graph_files.hpp"

#include "files.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace lotse;
using Texts = std::vector<std::string>;
using Extra = std::vector<std::pair<std::string, std::string>>;

namespace {

/// Nodes with an id of the file and the attribute `id`, joined by one edge.
std::string with_ids(const std::vector<std::pair<std::string, std::string>>& nodes) {
    std::string out =
        R"(<graphml><key id="d0" for="node" attr.name="id"/><graph edgedefault="undirected">)";
    for (const auto& [id, attribute] : nodes)
        out += "<node id=\"" + id + "\"><data key=\"d0\">" + attribute + "</data></node>";
    return out + "<edge source=\"" + nodes[0].first + "\" target=\"" + nodes[1].first +
           "\"/></graph></graphml>";
}

/// Directed edges between a, b and c, as "a b", each with these values of the keys k and m.
std::string marked(const std::vector<std::array<std::string, 3>>& edges) {
    std::string out =
        R"(<graphml><key id="k" for="edge" attr.name="kind"/><key id="m" for="edge" attr.name="mutual" attr.type="boolean"/>
<graph edgedefault="directed"><node id="a"/><node id="b"/><node id="c"/>)";
    for (const auto& [ends, kind, mutual] : edges) {
        out += "\n<edge source=\"" + ends.substr(0, 1) + "\" target=\"" + ends.substr(2) + "\">";
        if (!kind.empty()) out += "<data key=\"k\">" + kind + "</data>";
        if (!mutual.empty()) out += "<data key=\"m\">" + mutual + "</data>";
        out += "</edge>";
    }
    return out + "</graph></graphml>";
}

Texts marks_of(const BuildResult& result) {
    Texts out;
    for (const Tie& tie : result.network.ties()) {
        out.emplace_back("-");
        for (const auto& [heading, text] : tie.extra)
            if (heading == "extra_mutual") out.back() = text;
    }
    return out;
}

}  // namespace

TEST_CASE("the id of a node is its name, and is kept where an attribute is the key") {
    const auto of_networkx =
        read_graph_text("n.graphml", with_ids({{"Jobcenter Köln", "17"}, {"AOK", "18"}}));
    CHECK(actors_of(of_networkx.network) == Texts{"17|Jobcenter Köln|other", "18|AOK|other"});
    CHECK(ties_of(of_networkx.network) == Texts{"17>18:cooperates"});
    CHECK(extra(of_networkx.network, "17", "original_id") == "Jobcenter Köln");
    CHECK(extra(of_networkx.network, "18", "original_id") == "AOK");
    const auto tables =
        read_folder({{"nodes.csv", "Id,Label,Key\nAOK,,18\nVHS,Volkshochschule,19\n"},
                     {"edges.csv", "Source,Target\nAOK,VHS\n"}});
    CHECK(actors_of(tables.network) == Texts{"18|AOK|other", "19|Volkshochschule|other"});
    CHECK(extra(tables.network, "19", "original_id") == "VHS");
}

TEST_CASE("a mere numbering of the nodes and a mail address are neither names nor kept") {
    for (const std::string begin : {"n", ""}) {
        const auto result =
            read_graph_text("n.graphml", with_ids({{begin + "0", "jc"}, {begin + "1", "aok"}}));
        CHECK(actors_of(result.network) == Texts{"aok|aok|other", "jc|jc|other"});
        CHECK(result.network.actors()[0].extra.empty());
    }
    const auto numbers = read_graph_text("n.graphml", with_ids({{"62", "jc"}, {"74", "aok"}}));
    CHECK(actors_of(numbers.network) == Texts{"aok|aok|other", "jc|jc|other"});
    CHECK(extra(numbers.network, "jc", "original_id") == "62");
    const auto mails =
        read_graph_text("n.graphml", with_ids({{"info@aok.example", "aok"}, {"JC", "jc"}}));
    CHECK(actors_of(mails.network) == Texts{"aok|aok|other", "jc|JC|other"});
    CHECK(extra(mails.network, "aok", "original_id").empty());
}

TEST_CASE("an id that another program made up is no name beside a key that tells one") {
    for (const std::string id : {"v1", "node7", "node_7", "_12", "id-17", "n1::n4", "0.3", "Q42",
                                 "a", "7f0c5b7e-9a52-4c11-8a8e-2f4d5a6b7c8d", "4:7f0c5b7e:12"}) {
        CAPTURE(id);
        const auto result = read_graph_text(
            "n.graphml", with_ids({{id, "jobcenter-bochum"}, {"v22", "klinik-mitte"}}));
        CHECK(actors_of(result.network) ==
              Texts{"jobcenter-bochum|jobcenter-bochum|other", "klinik-mitte|klinik-mitte|other"});
        CHECK(extra(result.network, "jobcenter-bochum", "original_id") == id);
    }
    for (const std::string id : {"AOK", "SHG Angst", "Gruppe 7", "vhs-bochum-2", "Ä-Tisch"}) {
        CAPTURE(id);
        const auto result = read_graph_text("n.graphml", with_ids({{id, "g7"}, {"v22", "g8"}}));
        REQUIRE(result.network.actors().size() == 2);
        CHECK(result.network.actors()[0].name == id);
    }
    // More than a number, even so.
    const auto numbers = read_graph_text("n.graphml", with_ids({{"AOK1", "17"}, {"v2", "18"}}));
    CHECK(actors_of(numbers.network) == Texts{"17|AOK1|other", "18|18|other"});
}

TEST_CASE("the id of a node stands in one column with the key that had to be adapted") {
    const auto result =
        read_graph_text("n.graphml", with_ids({{"a", "Job Center"}, {"b", "klinik"}}));
    CHECK(actors_of(result.network) == Texts{"Job-Center|Job Center|other", "klinik|klinik|other"});
    CHECK(result.network.actors()[0].extra == Extra{{"original_id", "Job Center; a"}});
    CHECK(result.network.actors()[1].extra == Extra{{"original_id", "b"}});
}

TEST_CASE("an attribute that is the key of nothing is kept") {
    const auto result = read_graph_text("n.graphml", with_ids({{"a", "17"}, {"b", "17"}}));
    CHECK(actors_of(result.network) == Texts{"a|a|other", "b|b|other"});
    CHECK(extra(result.network, "a", "extra_id") == "17");
    CHECK(extra(result.network, "a", "original_id").empty());
}

TEST_CASE("what another program calls mutual leaves edges their direction and is kept") {
    const auto of_igraph = read_graph_text(
        "m.graphml", marked({{"a>b", "", "true"}, {"b>a", "", "true"}, {"b>c", "", "false"}}));
    CHECK(ties_of(of_igraph.network) == Texts{"a>b:refers_to", "b>a:refers_to", "b>c:refers_to"});
    CHECK(marks_of(of_igraph) == Texts{"true", "true", "false"});
    const auto of_kinds = read_graph_text("m.graphml", marked({{"a>b", "refers_to", "true"},
                                                               {"b>a", "refers_to", "true"},
                                                               {"b>c", "refers_to", "false"},
                                                               {"a>c", "Freundschaft", "true"}}));
    CHECK(ties_of(of_kinds.network) ==
          Texts{"a>b:refers_to", "a>c:refers_to", "b>a:refers_to", "b>c:refers_to"});
    CHECK(marks_of(of_kinds) == Texts{"true", "true", "true", "false"});
    const auto tables = read_folder(
        {{"nodes.csv", "Id,Label\na,A\nb,B\n"},
         {"edges.csv", "Source,Target,Type,mutual\na,b,Directed,TRUE\nb,a,Directed,hoch\n"}});
    CHECK(ties_of(tables.network) == Texts{"a>b:refers_to", "b>a:refers_to"});
    CHECK(marks_of(tables) == Texts{"TRUE", "hoch"});
}

TEST_CASE("mutual beside a kind without direction joins the two edges of a tie") {
    for (const std::string yes : {"true", "1"}) {
        const auto result = read_graph_text(
            "m.graphml", marked({{"a>b", "cooperates", yes},
                                 {"b>a", "cooperates", yes},
                                 {"b>c", "refers_to", yes == "1" ? "0" : "false"}}));
        CHECK(ties_of(result.network) == Texts{"a>b:cooperates", "b>c:refers_to"});
        CHECK(marks_of(result) == Texts{"-", "-"});
    }
    // Somebody made one kind another by hand: the others still are pairs.
    const auto edited = read_graph_text("m.graphml", marked({{"a>b", "cooperates", "true"},
                                                             {"b>a", "cooperates", "true"},
                                                             {"b>c", "refers_to", "true"},
                                                             {"c>b", "refers_to", "true"}}));
    CHECK(ties_of(edited.network) == Texts{"a>b:cooperates", "b>c:refers_to", "c>b:refers_to"});
}

TEST_CASE("the numbers that igraph and networkx give edges keep no pair apart") {
    const auto pair = [](std::string_view title) {
        return read_graph_text("m.graphml", R"(<graphml><key id="k" for="edge" attr.name="kind"/>
<key id="m" for="edge" attr.name="mutual"/><key id="i" for="edge" attr.name=")" +
                                                std::string{title} + R"("/>
<graph edgedefault="directed"><node id="a"/><node id="b"/>
<edge source="a" target="b"><data key="k">cooperates</data><data key="m">true</data><data key="i">e1</data></edge>
<edge source="b" target="a"><data key="k">cooperates</data><data key="m">true</data><data key="i">e2</data></edge>
</graph></graphml>)");
    };
    for (const std::string title : {"id", "networkx_key"}) {
        const auto result = pair(title);
        REQUIRE(ties_of(result.network) == Texts{"a>b:cooperates"});
        CHECK(result.network.ties()[0].extra == Extra{{title, "e1"}});
    }
    CHECK(ties_of(pair("farbe").network).size() == 2);
    CHECK(ties_of(pair("extra_id").network).size() == 2);
}
