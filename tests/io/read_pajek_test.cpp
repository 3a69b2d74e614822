#include "files.hpp"
#include "graph_files.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;

namespace {

using Texts = std::vector<std::string>;

BuildResult read_net(std::string_view text) {
    return read_graph_text("a.net", text);
}

/// Without the columns that are only carried along.
Texts troubles(const BuildResult& result) {
    Texts out = found(result);
    std::erase_if(out, [](const std::string& issue) { return issue.ends_with("unknown-column"); });
    return out;
}

/// Places of what was not understood.
Texts left_over(std::string_view text) {
    Texts out;
    for (const std::string& issue : found(read_net(text)))
        if (issue.ends_with(" left-over")) out.push_back(issue.substr(0, issue.find(' ')));
    return out;
}

/// Foreign columns of the only tie: "column=text".
Texts extras(std::string_view text) {
    const auto result = read_net(text);
    REQUIRE(result.network.tables().ties.size() == 1);
    Texts out;
    for (const auto& [heading, value] : result.network.tables().ties.front().extra)
        out.push_back(heading + '=' + value);
    std::ranges::sort(out);
    return out;
}

const std::string two = "*Vertices 2\n1 \"A\"\n2 \"B\"\n";

}  // namespace

TEST_CASE("Pajek: vertices, arcs, edges, lists, relations") {
    const auto result = read_graph_text("a.net",
                                        "*Network Netz\r\n% Bemerkung\r\n*Vertices 4\r\n"
                                        "1 \"Krankenkasse A\" 0.1 0.2\r\n2 Verein\r\n"
                                        "*Arcs :1 \"finanziert\"\r\n1 2 0.5\r\n"
                                        "*Edges\r\n2 3 1\r\n*Arcslist\r\n4 1 2\r\n");
    CHECK(result.network.info().name == "Netz");
    CHECK(actors_of(result.network) ==
          Texts{"1|Krankenkasse A|other", "2|Verein|other", "3|3|other", "4|4|other"});
    CHECK(ties_of(result.network) ==
          Texts{"1>2:funds", "2>3:cooperates", "4>1:refers_to", "4>2:refers_to"});
    const auto errors = [](std::string_view text) { return found(read_graph_text("a.net", text)); };
    CHECK(errors("*Vertices -5\n") == Texts{"a.net:1 bad-pajek"});
    CHECK(errors("1 2\n") == Texts{"a.net:1 bad-pajek"});
    CHECK(errors("*Vertices 1\n1 \"offen\n") == Texts{"a.net:2 bad-pajek"});
    const auto second = read_graph_text(
        "a.net",
        "*Network x\n*Vertices 1\n1 \"A\"\n*Network y\n*Vertices 2\n1 \"B\"\n*Arcs\n1 2\n");
    CHECK(found(second) == Texts{"a.net:3 no-kind", "a.net:4 second-graph"});
    CHECK(second.network.info().name == "x");
    CHECK(actors_of(second.network) == Texts{"1|A|other"});
    CHECK(second.network.ties().empty());
    CHECK(errors("*Vertices 1\n*Vertices 1\n") == Texts{"a.net:1 no-kind", "a.net:2 second-graph"});
    const auto project =
        read_graph_text("a.net", "*Vertices 2\n*Partition P\n*Vertices 2\n1\n2\n*Arcs\n1 2\n");
    CHECK(found(project) == Texts{"a.net:1 no-kind", "a.net:2 unknown-section"});
    CHECK(ties_of(project.network).size() == 1);
    CHECK(errors("*Vertices 1\n*Arcs\n1 2\n") == Texts{"a.net:1 no-kind", "a.net:3 unknown-node"});
    const TestFolder folder;
    folder.write("a.net", "*Vertices 1000000000\n");
    CHECK(io::read_network(folder / "a.net").error().kind == ErrorKind::limit);
}

TEST_CASE("Pajek: a line names its relation by number") {
    const auto result = read_net(two +
                                 "*Arcs :1 \"finanziert\"\n*Arcs :2 \"verweist an\"\n"
                                 "*Arcs\n2: 2 1 1 [5]\n1: 1 2 0.5\n*Arcs :1\n2: 1 2\n");
    CHECK_FALSE(result.has_errors());
    auto ties = ties_of(result.network);
    std::ranges::sort(ties);
    CHECK(ties == Texts{"1>2:funds", "1>2:refers_to", "2>1:refers_to"});
    CHECK(left_over(two + "*Arcs :2 \"verweist an\"\n*Arcs\n2: 2 1 1 [5]\n").empty());
    CHECK(found(read_net(two + "*Arcs\n2:\n")) == Texts{"a.net:5 bad-pajek"});
}

TEST_CASE("Pajek: a name of several words without quotes is said to be cut") {
    for (const char* line : {"1 Verein im Norden", "1 Verein im Norden 0.1 0.2", "1 Verein Nord",
                             "1 Verein Nord ic Red", "1 Verein im schönen Norden e.V."})
        CHECK(left_over("*Vertices 1\n" + std::string{line} + "\n") == Texts{"a.net:2"});
    for (const char* line : {"1 Verein ic Red", "1 Verein box", "1 Verein kind jobcenter",
                             "1 Verein 0.1 0.2 ort Orb", "1 \"Verein\" ort Orb"})
        CHECK(left_over("*Vertices 1\n" + std::string{line} + "\n").empty());
}

TEST_CASE("quotes in labels of Pajek are read as igraph writes them; what is left over is said") {
    const auto read = [](std::string_view lines) {
        return read_graph_text("a.net", "*Vertices 2\n1 \"A\"\n" + std::string{lines} + "\n");
    };
    const auto name = [&](std::string_view line) {
        const auto result = read(line);
        return result.network.tables().actors.at(1).name;
    };
    CHECK(name(R"(2 "say \"hi\"" 0.1)") == R"(say "hi")");
    CHECK(name(R"(2 "say \"hi\" there")") == R"(say "hi" there)");
    CHECK(name(R"(2 "a\\b")") == R"(a\b)");
    CHECK(name(R"(2 "C:\dir\" 0.1)") == R"(C:\dir\)");
    CHECK(name(R"(2 "say "hi"" 0.0 0.0 ellipse)") == R"(say "hi")");  // networkx
    const auto warned = [&](std::string_view line) {
        const auto all = found(read(line));
        return std::ranges::find(all, "a.net:3 left-over") != all.end();
    };
    CHECK(warned(R"(2 "say "hi" there")"));
    CHECK_FALSE(warned(R"(2 "say \"hi\"" 0.1 0.2 ellipse ic Red)"));
}

TEST_CASE("pairs of a name and a value in Pajek are attributes, as networkx writes them") {
    const auto result = read_net(
        "*vertices 2\n1 0 0.0 0.0 ellipse club \"Mr. Hi\" kind jobcenter sector health\n"
        "2 verein 0.0 0.0 circle kind Sportverein label \"Verein Süd\"\n"
        "*arcs\n1 2 2.5 kind funds level 2.0 anlass \"langer Weg\"\n");
    CHECK(actors_of(result.network) == Texts{"1|0|jobcenter", "2|verein|sports_club"});
    CHECK(result.network.tables().actors.at(0).sector == Sector::health);
    CHECK(extra(result.network, "1", "club") == "Mr. Hi");
    CHECK(extra(result.network, "1", "shape").empty());
    CHECK(extra(result.network, "2", "shape") == "circle");
    CHECK(extra(result.network, "2", "extra_label") == "Verein Süd");
    CHECK(ties_of(result.network) == Texts{"1>2:funds"});
    CHECK(result.network.ties()[0].level == 2);
    CHECK(left_over(two + "*Arcs\n1 2 kind funds\n").empty());
    CHECK(extras(two + "*Arcs\n1 2 kind funds ort \"Bad Orb\"\n") == Texts{"ort=Bad Orb"});
}

TEST_CASE("Pajek of networkx and igraph") {
    const auto folder = std::filesystem::path{TESTS_DIR} / "io/foreign";
    const auto networkx = io::read_network(folder / "networkx.net");
    REQUIRE(networkx);
    CHECK(troubles(*networkx) ==
          Texts{"networkx.net:5 unknown-kind", "networkx.net:7 direction-dropped"});
    CHECK(actors_of(networkx->network) == Texts{"1|jc-köln|jobcenter", "2|kk|health_insurer",
                                                "3|verein-ß|sports_club", "4|allein|other"});
    CHECK(extra(networkx->network, "3", "budget") == "1e-05");
    CHECK(extra(networkx->network, "4", "extra_kind") == "Raumschiff");
    CHECK(extra(networkx->network, "2", "extra_label") == "Krankenkasse „Süd“ & Söhne");
    CHECK(ties_of(networkx->network) ==
          Texts{"1>2:cooperates", "1>3:refers_to", "2>3:cooperates", "2>3:funds"});
    CHECK(networkx->network.ties()[3].level == 4);
    const auto igraph = io::read_network(folder / "igraph-python.net");
    REQUIRE(igraph);
    CHECK(troubles(*igraph) == Texts{"igraph-python.net:2 no-kind"});
    CHECK(actors_of(igraph->network) == Texts{"1|Jobcenter Köln|other", "2|Verein \"Süd\"|other"});
    CHECK(extra(igraph->network, "1", "mode") == "1");
    CHECK(extra(igraph->network, "2", "mode") == "2");
    CHECK(igraph->network.tables().actors.at(0).extra.size() == 1);
    CHECK(igraph->network.tables().ties.at(0).extra.size() == 2);  // weight, label
}

TEST_CASE("Pajek: times, line labels, numbers of relations and modes are kept") {
    const auto result = read_net(
        "*Vertices 3 2\n1 \"a\" [1-3] kind jobcenter sector work\n"
        "2 \"b\" 0.1 0.2 0.5 box ic Red fos 10 [1-3, 5-*]\n");
    CHECK(extra(result.network, "1", "times") == "[1-3]");
    CHECK(extra(result.network, "2", "times") == "[1-3, 5-*]");
    CHECK(extra(result.network, "2", "mode") == "1");
    CHECK(extra(result.network, "3", "mode") == "2");
    CHECK(actors_of(result.network)[0] == "1|a|jobcenter");
    CHECK(extras(two + "*Edges\n1 2 1 l \"marriage\" [2-5]\n") ==
          Texts{"label=marriage", "times=[2-5]", "weight=1"});
    CHECK(extras(two + "*Edges :3\n1 2\n") == Texts{"label=3"});
    CHECK(extras(two + "*Arcs :1 \"finanziert\"\n1 2 1 l \"seit 2019\"\n") ==
          Texts{"label=seit 2019", "weight=1"});
    CHECK(extras(two + "*Arcs :1 \"mag\"\n1 2 1 l sehr\n") ==
          Texts{"extra_label=sehr", "label=mag", "weight=1"});
    CHECK(extras(two + "*Edges\n1 2 viel\n") == Texts{"weight=viel"});
}

TEST_CASE("Pajek: what only draws is passed over, all else that is left over is said") {
    const auto vertex = [](std::string_view line) {
        return left_over("*Vertices 2\n1 " + std::string{line} + "\n");
    };
    const Texts said{"a.net:2"};
    const auto drawn = read_net(
        two +
        "*Arcs\n1 2 1 w 3 c Blue p Dots s 1 a A ap 0.5 lp 0.5 lr 1 lphi 0 lc Red la 0 fos 9 "
        "font \"Times New\" h1 0 h2 0 a1 0 k1 1 a2 0 k2 1\n");
    CHECK(drawn.network.tables().ties.at(0).extra.size() == 1);  // the weight
    const auto node = read_net(
        "*Vertices 1\n1 a 0.1 0.2 diamond x_fact 2 y_fact 2 phi 0 r 1 q 1 ic Red bc Red bw 1 lc "
        "Red "
        "la 0 lr 1 lphi 0 fos 9 font Arial\n");
    CHECK(node.network.tables().actors.at(0).extra.empty());
    CHECK(vertex("\"a\" 0.1 0.2 ic Red").empty());
    CHECK(vertex("\"a\" 0.1 0.2 kind event sector") == said);
    CHECK(vertex("\"a\" circle ic Red kind event").empty());
    CHECK(vertex("\"a\" 17") == said);
    CHECK(vertex("\"a\" 1 2 3 4") == said);
    CHECK(vertex("\"a\" 1 2 3 4 5") == said);
    CHECK(vertex("\"a\" note") == said);
    CHECK(vertex("\"a\" \"\" x") == said);
    CHECK(vertex("\"a\"b kind event") == said);
    CHECK(vertex("\"a\" club Mr.\"Hi there\"") == said);
    CHECK(vertex("\"a\" club Mr.\"Hi\"").empty());
    CHECK(left_over(two + "*Edges\n1 2 1 2\n") == Texts{"a.net:5"});
    CHECK(left_over(two + "*Edges\n1 2 l\n") == Texts{"a.net:5"});
    CHECK(left_over(two + "*Edges :1 x y\n") == Texts{"a.net:4"});
    CHECK(left_over("*Vertices 1 2\n") == Texts{"a.net:1"});
    CHECK(left_over("*Vertices 1 1 1\n") == Texts{"a.net:1"});
    CHECK(found(read_net("*Vertices 1\n1 a kind event kind body\n")) ==
          Texts{"a.net:2 duplicate-data"});
    CHECK(found(read_net("*Vertices 1\n1\n1\n")) == Texts{"a.net:3 bad-pajek"});
}

// Expected: igraph 0.10 of Python.
TEST_CASE("Pajek: a matrix is arcs with weights; of two modes it is edges between them") {
    const std::string three = "*Vertices 3\n1 \"A\"\n2 \"B\"\n3 \"C\"\n";
    const auto weights = [](const BuildResult& result) {
        Texts out;
        for (const Tie& tie : result.network.ties())
            for (const auto& [heading, text] : tie.extra) out.push_back(heading + '=' + text);
        return out;
    };
    const auto square = read_net(three + "*Matrix\n0 1 0\n2 0 1.5\n0 0 0.0\n");
    CHECK(troubles(square) == Texts{"a.net:2 no-kind"});
    CHECK(ties_of(square.network) == Texts{"1>2:refers_to", "2>1:refers_to", "2>3:refers_to"});
    CHECK(weights(square) == Texts{"weight=1", "weight=2", "weight=1.5"});
    const auto modes = read_net("*Vertices 5 2\n*Matrix\n1 0 2\n0 1 0\n");
    CHECK(ties_of(modes.network) == Texts{"1>3:cooperates", "1>5:cooperates", "2>4:cooperates"});
    CHECK(weights(modes) == Texts{"weight=1", "weight=2", "weight=1"});
    const auto relations = read_net(three +
                                    "*Matrix :1 \"finanziert\"\n0 1 0\n0 0 0\n0 0 0\n"
                                    "*Matrix :2 \"informiert\"\n0 0 1\n0 0 0\n0 0 0\n"
                                    "*Arcs\n2 3\n");
    CHECK(ties_of(relations.network) == Texts{"1>2:funds", "1>3:informs", "2>3:refers_to"});
    const auto error = [&](std::string_view rows) {
        return troubles(read_net(three + "*Matrix\n" + std::string{rows}));
    };
    CHECK(error("0 1 0\n0 1\n0 0 0\n") == Texts{"a.net:7 bad-pajek"});
    CHECK(error("0 1 0\n0 1 x\n0 0 0\n") == Texts{"a.net:7 bad-pajek"});
    CHECK(error("0 1 0\n0 0 0\n0 0 0\n0 0 0\n") == Texts{"a.net:9 bad-pajek"});
    CHECK(error("0 1 0\n0 0 0\n") == Texts{"a.net:7 bad-pajek"});
    CHECK(error("0 1 0\n0 0 0\n*Arcs\n1 2\n") == Texts{"a.net:8 bad-pajek"});
}

TEST_CASE("the limit of columns holds for names of attributes in Pajek") {
    std::string line = "1 \"a\"";
    for (int i = 0; i < 20; ++i) line += " n" + std::to_string(i) + " x";
    const TestFolder folder;
    folder.write("a.net", "*Vertices 1\n" + line + "\n");
    io::Limits limits;
    limits.columns = 20;
    const auto result = io::read_network(folder / "a.net", limits);
    REQUIRE_FALSE(result);
    CHECK(result.error().kind == ErrorKind::limit);
    limits.columns = 21;  // with the label
    CHECK(io::read_network(folder / "a.net", limits));
}

TEST_CASE("Pajek: a line of millions of words is refused before they are taken apart") {
    std::string text = two + "*Arcs\n1 2";
    for (int i = 0; i < 600'000; ++i) text += " a";
    const TestFolder folder;
    folder.write("a.net", text);
    const auto result = io::read_network(folder / "a.net");
    REQUIRE_FALSE(result);
    CHECK(result.error().kind == ErrorKind::limit);
    CHECK(result.error().message.de.find("a.net:5: ") == 0);
}
