#include "graph_files.hpp"

#include "files.hpp"

#include <catch2/catch.hpp>

using namespace lotse;
using Catch::Matchers::VectorContains;
namespace fs = std::filesystem;

namespace {

using Texts = std::vector<std::string>;

BuildResult read_fixture(std::string_view name) {
    auto result = io::read_network(fs::path{TESTS_DIR} / "io/foreign" / name);
    if (!result) FAIL(result.error().message.en);
    for (const Issue& issue : result->issues) UNSCOPED_INFO(to_string(issue, Language::en));
    CHECK_FALSE(result->has_errors());
    return *std::move(result);
}

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
    CHECK(in_graph("<edge source=\"a\" target=\"b\"><data key=\"d3\">viel</data></edge>") ==
          Texts{"a.graphml:10:1 bad-number"});
    CHECK(in_graph("<edge source=\"a\" target=\"b\"><data key=\"d3\">1.5</data></edge>") ==
          Texts{"a.graphml:10:1 out-of-range"});
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
    CHECK(warnings("a.graphml", graphml("", "directed")) == Texts{" no-actors"});
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

TEST_CASE("Gephi: GraphML, dynamic GEXF, tables") {
    const auto flat = read_fixture("gephi.graphml");
    CHECK(actors_of(flat.network) == Texts{"a|Jobcenter Köln|other", "b|Verein|other"});
    CHECK(extra(flat.network, "a", "Modularity Class") == "2");
    CHECK(extra(flat.network, "b", "Modularity Class") == "0");
    CHECK(extra(flat.network, "a", "x").empty());
    const auto dynamic = read_fixture("gephi-dynamic.gexf");
    CHECK(actors_of(dynamic.network) == Texts{"a|Jobcenter Köln|jobcenter", "b|Verein|sports_club",
                                              "c|Krankenkasse|health_insurer"});
    CHECK(ties_of(dynamic.network) ==
          Texts{"a>b:funds", "a>b:refers_to", "a>c:refers_to", "b>c:cooperates", "c>a:refers_to"});
    const Network& network = dynamic.network;
    CHECK(to_string(*network[*network.find_actor("a")].since) == "2005-01-01");
    CHECK(to_string(*network[*network.find_actor("b")].since) == "2009-01-01");
    CHECK(to_string(*network[*network.find_actor("b")].until) == "2013-06-30");
    CHECK(extra(network, "b", "spells") == "2009-01-01..2010-12-31|2012-01-01..2013-06-30");
    CHECK(extra(network, "a", "Umsatz") == "2.5");
    CHECK_FALSE(network.ties()[0].since);
    CHECK(to_string(*network.ties()[1].until) == "2020-01-01");
    CHECK(network.ties()[3].note == "seit dem Frühjahr");
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

TEST_CASE("GEXF 1.1 in Latin-1: hierarchy becomes part_of") {
    const auto result = read_fixture("gexf-1.1.gexf");
    const Network& network = result.network;
    CHECK(actors_of(network) ==
          Texts{"daneben|Beirat|other", "ganz-innen|Arbeitsgruppe Bewegung|other",
                "innen|Geschäftsstelle|other", "oben|Gesundheitskonferenz|health_conference"});
    CHECK(ties_of(network) == Texts{"innen>daneben:informs", "oben>ganz-innen:cooperates"});
    CHECK(network[*network.find_actor("ganz-innen")].part_of.key == "innen");
    CHECK(network[*network.find_actor("daneben")].part_of.key == "oben");
    CHECK(extra(network, "innen", "Fläche") == "1.5");
    CHECK(extra(network, "oben", "start") == "1.5");
}

TEST_CASE("graphology: mixed directions, labels that name a kind") {
    const auto result = read_fixture("graphology.gexf");
    CHECK(actors_of(result.network) ==
          Texts{"jc-köln|Jobcenter Köln|jobcenter", "verein|Verein <Blau> & Söhne|sports_club"});
    CHECK(ties_of(result.network) ==
          Texts{"jc-köln>verein:cooperates", "jc-köln>verein:refers_to"});
    CHECK(result.network.ties()[1].level == 3);
}

TEST_CASE("SocNetV: defaults, empty labels, a second relation") {
    const auto result = read_fixture("socnetv.graphml");
    CHECK(actors_of(result.network) == Texts{"1|Jobcenter Köln|other", "2|2|other"});
    CHECK(ties_of(result.network) == Texts{"1>2:refers_to", "2>1:cooperates"});
    CHECK(extra(result.network, "1", "color") == "red");
    CHECK(extra(result.network, "1", "size") == "10");
    CHECK_THAT(found(result), VectorContains(std::string{"socnetv.graphml:37:3 second-graph"}));
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

TEST_CASE("what a value belongs to may be missing, what it says is kept") {
    const auto result =
        read_graph_text("a.gexf",
                        "<gexf version=\"1.3\"><graph><nodes><node id=\"a\" label=\"A\"><attvalues>"
                        "<attvalue value=\"wichtig\"/></attvalues></node></nodes></graph></gexf>");
    CHECK_THAT(found(result), VectorContains(std::string{"a.gexf:1:69 undeclared-key"}));
    CHECK(extra(result.network, "a", "attvalue") == "wichtig");
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
