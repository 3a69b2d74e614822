#include "graph_files.hpp"

#include "files.hpp"

#include <catch2/catch.hpp>

using namespace lotse;
using Catch::Matchers::VectorContains;

namespace {

using Texts = std::vector<std::string>;

const std::string two_nodes = "<node id=\"a\"><data key=\"d0\">A</data></node>\n<node id=\"b\"/>\n";

}  // namespace

TEST_CASE("GraphML becomes actors and ties with their columns") {
    const auto result = read_graph_text(
        "netz.graphml",
        graphml("<node id=\"a\"><data key=\"d0\">Krankenkasse A</data>"
                "<data key=\"d1\">health_insurer</data></node>\n"
                "<node id=\"b\"><data key=\"d0\">Verein Süd</data><data key=\"d1\">Sportverein"
                "</data></node>\n"
                "<edge source=\"a\" target=\"b\"><data key=\"d2\">funds</data>"
                "<data key=\"d3\">5e-1</data></edge>"));
    CHECK(found(result).empty());
    CHECK(result.network.info().name == "netz");
    CHECK(actors_of(result.network) ==
          Texts{"a|Krankenkasse A|health_insurer", "b|Verein Süd|sports_club"});
    CHECK(ties_of(result.network) == Texts{"a>b:funds"});
    CHECK(result.network.ties()[0].funding_share == 0.5);
    CHECK(result.rows.read == 3);
    CHECK(result.rows.used == 3);
}

TEST_CASE("what a foreign graph does not say has its stated meaning") {
    const auto directed = read_graph_text(
        "a.graphml", graphml(two_nodes + "<edge source=\"a\" target=\"b\"/>"
                                         "<edge source=\"b\" target=\"a\" directed=\"false\"/>"));
    CHECK(actors_of(directed.network) == Texts{"a|A|other", "b|b|other"});
    CHECK(ties_of(directed.network) == Texts{"a>b:refers_to", "b>a:cooperates"});
    CHECK(found(directed) == Texts{"a.graphml:8:1 no-kind"});
    const auto unstated = read_graph_text(
        "a.gexf",
        "<gexf version=\"1.3\"><graph><nodes><node id=\"a\"/><node id=\"b\" label=\"B\"/></nodes>"
        "<edges><edge source=\"a\" target=\"b\"/><edge source=\"a\" target=\"b\" "
        "type=\"mutual\"/></edges></graph></gexf>");
    CHECK(actors_of(unstated.network) == Texts{"a|a|other", "b|B|other"});
    CHECK(ties_of(unstated.network) == Texts{"a>b:cooperates", "a>b:refers_to", "b>a:refers_to"});
}

TEST_CASE("an unknown kind is kept beside 'other'") {
    const auto result = read_graph_text(
        "a.graphml", graphml("<node id=\"a\"><data key=\"d1\">Raumschiff</data></node>\n"
                             "<edge source=\"a\" target=\"a\"><data key=\"d2\">beamt</data></edge>",
                             "undirected"));
    CHECK(actors_of(result.network) == Texts{"a|a|other"});
    CHECK(ties_of(result.network) == Texts{"a>a:cooperates"});
    CHECK(extra(result.network, "a", "extra_kind") == "Raumschiff");
    CHECK_THAT(found(result), VectorContains(std::string{"a.graphml:8:1 unknown-kind"}));
    CHECK_THAT(found(result), VectorContains(std::string{"a.graphml:9:1 unknown-kind"}));
    CHECK_FALSE(result.has_errors());
}

TEST_CASE("defects of a graph file are named with their place") {
    const auto errors = [](std::string_view file, std::string_view text) {
        Texts out;
        for (const Issue& issue : read_graph_text(file, text).issues)
            if (issue.severity == Severity::error)
                out.push_back(to_string(issue.where) + " " + std::string{issue.code});
        return out;
    };
    const auto in_graph = [&](std::string_view text) {
        return errors("a.graphml", graphml(two_nodes + std::string{text}));
    };
    CHECK(in_graph("  <edge source=\"a\" target=\"zzz\"/>") ==
          Texts{"a.graphml:10:3 unknown-node"});
    CHECK(in_graph("ü <edge source=\"a\"/>") == Texts{"a.graphml:10:3 missing-value"});
    CHECK(in_graph("<node id=\"b\"/>") == Texts{"a.graphml:10:1 duplicate-key"});
    CHECK(in_graph("<node/>") ==
          Texts{"a.graphml:10:1 missing-value", "a.graphml:10:1 missing-value"});
    CHECK(in_graph("<hyperedge><endpoint node=\"a\"/></hyperedge>") ==
          Texts{"a.graphml:10:1 hyperedge"});
    CHECK(in_graph("<edge source=\"a\" target=\"b\" directed=\"manchmal\"/>") ==
          Texts{"a.graphml:10:1 bad-value"});
    CHECK(in_graph("<edge source=\"a\" source=\"b\" target=\"b\"/>") ==
          Texts{"a.graphml:10:28 bad-xml"});
    CHECK(in_graph("<data>&unbekannt;</data>") == Texts{"a.graphml:10:18 bad-xml"});
    CHECK(in_graph("<node id=\"\x01\"/>") == Texts{"a.graphml:10:11 bad-xml"});
    CHECK(in_graph("</node>") == Texts{"a.graphml:10:8 bad-xml"});
    CHECK(in_graph(std::string_view{"<node id=\"a\0\"/>", 15}) == Texts{"a.graphml:10:12 bad-xml"});
    CHECK(in_graph("<node id=\"&#x202E;a\"/>") ==
          Texts{"a.graphml:10:1 control-character", "a.graphml:10:1 control-character"});
    CHECK(errors("a.graphml", "") == Texts{"a.graphml:1:1 empty-file"});
    CHECK(errors("a.gexf", " \n") == Texts{"a.gexf:1:1 empty-file"});
    CHECK(errors("a.gexf", "kein XML") == Texts{"a.gexf:1:1 bad-xml"});
    CHECK(errors("a.gexf", graphml(two_nodes)) == Texts{"a.gexf:2:1 wrong-root"});
    CHECK(errors("a.graphml", "<gexf version=\"1.3\"><graph/></gexf>") ==
          Texts{"a.graphml:1:1 wrong-root"});
    CHECK(errors("a.graphml", "<graphml/>") == Texts{"a.graphml:1:1 no-graph"});
    CHECK(errors("a.gexf", "<gexf version=\"1.3\"><graph><nodes><node id=\"a\"/>") ==
          Texts{"a.gexf:1:49 bad-xml"});
    CHECK(errors("a.gexf", "<gexf version=\"1.3\"><graph defaultedgetype=\"quer\"/></gexf>") ==
          Texts{"a.gexf:1:21 bad-value"});
    CHECK(errors("a.graphml", graphml(two_nodes) + "<graphml/>") ==
          Texts{"a.graphml:13:1 bad-xml"});
}

TEST_CASE("what a graph file may bring with it is reported and read on") {
    const auto warnings = [](std::string_view file, std::string_view text) {
        const auto result = read_graph_text(file, text);
        CHECK_FALSE(result.has_errors());
        Texts out;
        for (const Issue& issue : result.issues)
            if (issue.severity == Severity::warning && issue.code != "no-kind")
                out.push_back(to_string(issue.where) + " " + std::string{issue.code});
        return out;
    };
    const auto in_graph = [&](std::string_view text) {
        return warnings("a.graphml", graphml(two_nodes + std::string{text}));
    };
    CHECK(in_graph("<edge source=\"a\" target=\"b\"><data key=\"d9\">1</data></edge>") ==
          Texts{"a.graphml:7:1 unknown-column", "a.graphml:10:29 undeclared-key"});
    const std::string keyless = "<node id=\"a\"><data>x</data><data>y</data></node>";
    CHECK(warnings("a.graphml", graphml(keyless)) == Texts{"a.graphml:7:1 unknown-column",
                                                           "a.graphml:8:14 undeclared-key",
                                                           "a.graphml:8:28 duplicate-data"});
    CHECK(extra(read_graph_text("a.graphml", graphml(keyless)).network, "a", "data") == "x");
    CHECK(in_graph("<edge source=\"a\" target=\"b\"><data key=\"d3\">0,5</data></edge>") ==
          Texts{"a.graphml:10:1 decimal-comma"});
    CHECK(in_graph("<edge source=\"a\" target=\"b\"><data key=\"d3\">NaN</data></edge>") ==
          Texts{"a.graphml:10:1 not-a-number"});
    CHECK(in_graph("<edge id=\"0\" source=\"a\" target=\"b\"/>"
                   "<edge id=\"0\" source=\"b\" target=\"a\"/>") ==
          Texts{"a.graphml:10:37 duplicate-edge-id"});
    const auto numbered = [&](std::initializer_list<std::string_view> ids) {
        std::string nodes = "<node id=\"0\"/>";
        std::string edges;
        for (int i = 0; const std::string_view id : ids) {
            const std::string from = std::to_string(i++);
            const std::string to = std::to_string(i);
            nodes += "<node id=\"" + to + "\"/>";
            edges += "\n<edge id=\"" + std::string{id} + "\" source=\"" + from + "\" target=\"" +
                     to + "\"/>";
        }
        return warnings("a.graphml", graphml(nodes + edges));
    };
    CHECK(numbered({"e9", "e10", "e11"}).empty());
    CHECK(numbered({"e10", "e9", "", "", "e8"}).empty());
    CHECK(numbered({"b", "aa", "c", "aa", "b", "aa"}) == Texts{"a.graphml:12:1 duplicate-edge-id"});
    CHECK(in_graph("</graph><graph edgedefault=\"directed\"><node id=\"c\"/>") ==
          Texts{"a.graphml:10:9 second-graph"});
    CHECK(in_graph(
              "<edge source=\"a\" target=\"b\"><data key=\"d2\">funds</data></edge><quatsch/>") ==
          Texts{"a.graphml:10:63 unknown-element"});
    CHECK(warnings("a.graphml", graphml("", "directed")) == Texts{"a.graphml:7:1 no-actors"});
    CHECK(warnings("a.graphml", graphml(two_nodes, "irgendwie")) ==
          Texts{"a.graphml:7:1 edgedefault"});
    CHECK(warnings("a.gexf",
                   "<gexf version=\"9\"><graph><nodes><node id=\"a\"/></nodes></graph></gexf>") ==
          Texts{"a.gexf:1:1 version"});
}

TEST_CASE("ids that cannot be keys are adapted and kept") {
    const auto result = read_graph_text(
        "a.graphml", graphml("<node id=\"Jobcenter Köln\"/><node id=\"Jobcenter/Köln\"/>"
                             "<node id=\"-1\"/>"
                             "<edge source=\"Jobcenter/Köln\" target=\"-1\"/>"));
    CHECK_FALSE(result.has_errors());
    CHECK(actors_of(result.network) == Texts{"-1|-1|other", "Jobcenter-Köln|Jobcenter Köln|other",
                                             "Jobcenter-Köln-2|Jobcenter/Köln|other"});
    CHECK(ties_of(result.network) == Texts{"Jobcenter-Köln-2>-1:refers_to"});
    CHECK(extra(result.network, "Jobcenter-Köln-2", "original_id") == "Jobcenter/Köln");
    CHECK_THAT(found(result), VectorContains(std::string{"a.graphml:8:1 changed-id"}));
}

TEST_CASE("entities, DOCTYPE and everything that leads elsewhere are refused") {
    const auto refused = [](std::string_view head) {
        const auto result = read_graph_text(
            "a.graphml",
            std::string{head} + "<graphml><graph edgedefault=\"directed\"/></graphml>");
        REQUIRE(result.issues.size() >= 1);
        return std::string{result.issues.back().code};
    };
    CHECK(refused("<!DOCTYPE graphml>") == "doctype");
    CHECK(refused("<!DOCTYPE graphml SYSTEM \"http://a.example/x.dtd\">") == "doctype");
    CHECK(refused("<!DOCTYPE graphml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>") == "doctype");
    CHECK(refused("<?xml version=\"1.0\"?><!-- <a> --><!DOCTYPE x [<!ENTITY % y \"z\"> %y;]>") ==
          "doctype");
    const auto comment = read_graph_text(
        "a.graphml", graphml("<!-- <!DOCTYPE x> --><![CDATA[<!ENTITY]]>" + two_nodes));
    CHECK_FALSE(comment.has_errors());
}

TEST_CASE("limits hold for XML") {
    const auto limit = [](std::string_view text, const io::Limits& limits = {}) {
        const TestFolder folder;
        folder.write("a.graphml", text);
        const auto result = io::read_network(folder / "a.graphml", limits);
        if (result) return std::string{"none"};
        CHECK(result.error().kind == ErrorKind::limit);
        const std::string& words = result.error().message.en;
        const auto at = words.find("--limit ") + 8;
        return words.substr(at, words.find('=') - at);
    };
    const auto repeated = [](std::string_view text, int times) {
        std::string out;
        for (int i = 0; i < times; ++i) out += text;
        return out;
    };
    CHECK(limit(graphml(repeated("<x>", 62) + repeated("</x>", 62))) == "none");
    CHECK(limit(graphml(repeated("<x>", 63) + repeated("</x>", 63))) == "depth");
    CHECK(limit(graphml(repeated("<x>", 30000))) == "depth");
    CHECK(limit(graphml("<node id=\"" + std::string(65537, 'a') + "\"/>")) == "field-kb");
    CHECK(limit(graphml("<node id=\"a\"><data key=\"d0\">" + std::string(65537, 'a') +
                        "</data></node>")) == "field-kb");
    std::string attributes;
    for (int i = 0; i < 501; ++i) attributes += " a" + std::to_string(i) + "='1'";
    CHECK(limit(graphml("<node id=\"a\"" + attributes + "/>")) == "columns");
    io::Limits few;
    few.actors = 1;
    CHECK(limit(graphml(two_nodes), few) == "actors");
    few = {};
    few.ties = 1;
    CHECK(limit(graphml(two_nodes + repeated("<edge source=\"a\" target=\"b\"/>", 2)), few) ==
          "ties");
}

TEST_CASE("UTF-8, UTF-16 and declared Latin-1 are read, anything else is named") {
    const std::string head = "<?xml version=\"1.0\" encoding=\"";
    const std::string body =
        "\"?><graphml><graph edgedefault=\"directed\"><node id=\"k\xF6ln\"/>"
        "</graph></graphml>";
    const auto name = [](const BuildResult& result) {
        return result.network.actors().empty() ? std::string{"-"} : result.network.actors()[0].name;
    };
    CHECK(name(read_graph_text("a.graphml", head + "ISO-8859-1" + body)) == "köln");
    CHECK(name(read_graph_text("a.graphml", head + "windows-1252" + body)) == "köln");
    for (const char* encoding : {"UTF-8", "US-ASCII", "KOI8-R", "UTF-7"})
        CHECK(found(read_graph_text("a.graphml", head + encoding + body)) ==
              Texts{"a.graphml:1 unreadable-text"});
    const std::string euro =
        "\"?><graphml><graph edgedefault=\"directed\"><node id=\"\xA4\"/></graph></graphml>";
    CHECK(name(read_graph_text("a.graphml", head + "ISO-8859-15" + euro)) == "€");
    CHECK(name(read_graph_text("a.graphml", head + "ISO-8859-1" + euro)) == "¤");
    const std::string utf8 =
        "\"?><graphml><graph edgedefault=\"directed\"><node id=\"köln\"/></graph></graphml>";
    for (const std::string mark : {"", "\xEF\xBB\xBF"}) {
        const auto result = read_graph_text("a.graphml", mark + head + "ISO-8859-1" + utf8);
        CHECK(name(result) == "köln");
        CHECK(found(result).front() == "a.graphml:1 wrong-encoding");
    }
    const std::u16string wide =
        u"<?xml version=\"1.0\" encoding=\"UTF-16\"?><graphml><graph edgedefault=\"directed\">"
        u"<node id=\"köln\"/></graph></graphml>";
    std::string little;
    std::string big;
    for (const char16_t c : wide) {
        little += {static_cast<char>(c & 0xFFU), static_cast<char>(c >> 8U)};
        big += {static_cast<char>(c >> 8U), static_cast<char>(c & 0xFFU)};
    }
    CHECK(name(read_graph_text("a.graphml", "\xFF\xFE" + little)) == "köln");
    CHECK(name(read_graph_text("a.graphml", "\xFE\xFF" + big)) == "köln");
    CHECK(name(read_graph_text("a.graphml", little)) == "köln");
    CHECK(name(read_graph_text("a.graphml", "\xEF\xBB\xBF" + graphml(two_nodes))) == "A");
}

TEST_CASE("data of persons in a graph file refuse it") {
    const auto result = read_graph_text(
        "a.graphml",
        graphml("<node id=\"a\"><data key=\"d0\">Max, Kundennummer 115D123456</data></node>"));
    CHECK(result.holds_client_data());
}

TEST_CASE("the limit of rows holds for nodes and edges of every graph file") {
    std::string gml = "graph [\n";
    for (int i = 1; i <= 10; ++i) gml += "node [ id " + std::to_string(i) + " ]\n";
    const TestFolder folder;
    folder.write("a.gml", gml + "]\n");
    folder.write("a.net", "*Vertices 10\n");
    folder.write("b.gml",
                 "graph [ node [ id 1 ] edge [ source 1 target 1 ]\n"
                 "edge [ source 1 target 1 ] ]");
    folder.write("b.net", "*Vertices 1\n*Arcs\n1 1\n1 1\n");
    io::Limits limits;
    limits.rows = 9;
    for (const char* file : {"a.gml", "a.net"}) {
        const auto result = io::read_network(folder / file, limits);
        REQUIRE_FALSE(result);
        CHECK(result.error().kind == ErrorKind::limit);
        CHECK(result.error().message.en.find("rows") != std::string::npos);
    }
    limits.rows = 1;
    for (const char* file : {"b.gml", "b.net"})
        CHECK(io::read_network(folder / file, limits).error().kind == ErrorKind::limit);
    limits.rows = 10;
    CHECK(io::read_network(folder / "a.net", limits));
    CHECK(io::read_network(folder / "a.gml", limits));
}

TEST_CASE("a direction that a kind does not have is dropped with a warning unless both are there") {
    const std::string nodes =
        "graph [ directed 1 node [ id 1 kind \"event\" ] node [ id 2 kind \"event\" ]\n";
    const auto dropped = [&](std::string_view edges) {
        const auto result = read_graph_text("a.gml", nodes + std::string{edges} + " ]");
        std::vector<std::string> out;
        for (const Issue& issue : result.issues)
            if (issue.code == "direction-dropped") {
                CHECK(issue.severity == Severity::warning);
                out.push_back(to_string(issue.where) + ": " + issue.message.en);
            }
        return out;
    };
    const std::string to = "edge [ source 1 target 2 kind \"cooperates\" ]\n";
    const std::string back = "edge [ source 2 target 1 kind \"cooperates\" ]\n";
    const auto once = dropped(to);
    REQUIRE(once.size() == 1);
    CHECK_THAT(once[0], Catch::StartsWith("a.gml:2:1: 'cooperates' holds both ways"));
    CHECK_THAT(once[0], Catch::EndsWith("(number: 1)."));
    CHECK(dropped(to + back).empty());
    const auto three = dropped(back + to + to + to);
    REQUIRE(three.size() == 1);
    CHECK_THAT(three[0], Catch::StartsWith("a.gml:4:1:") && Catch::EndsWith("(number: 2)."));
    CHECK(dropped(to + "edge [ source 2 target 1 kind \"same_as\" ]").size() == 2);
    CHECK(dropped("edge [ source 1 target 1 kind \"cooperates\" ]").empty());
    CHECK(dropped("edge [ source 1 target 2 kind \"funds\" ]").empty());
    CHECK(dropped("edge [ source 1 target 2 kind \"cooperates\" mutual \"true\" ]").empty());
}
