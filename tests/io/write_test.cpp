#include "files.hpp"
#include "kumu.hpp"

#include <lotse/io/export.hpp>

#include <networks.hpp>

#include <catch2/catch.hpp>

#include <cstdlib>

using namespace lotse;
namespace fs = std::filesystem;

namespace {

constexpr io::ExportOptions everything{io::Mailboxes::include};

/// A network with what is hard to carry: quotes, line breaks, markup, formulas, foreign columns.
std::shared_ptr<const Network> hard_network() {
    TestTables tables;
    Actor& a = tables.actor("jc-köln", "jobcenter");
    a.name = "Jobcenter \"Köln\", <b>Mitte</b> & Süd's 😀";
    a.area.key = "05315";
    a.aliases = {"JC; Köln", "JC,K"};
    a.mailbox = "gesundheit@jobcenter.example";
    a.note = "=1+1";
    a.lat = 50.938;
    a.since = PartialDate{2005, 0, 0};
    a.extra = {{"label", "fremd"}, {"Größe & <Art>", "mittel"}};
    Actor& b = tables.actor("b");
    b.note = "'=quoted\r\nzweite Zeile\tTab";
    b.status = "planned";
    tables.tie("jc-köln", "b", TieKind::refers_to).funding_share = 0.125;
    Tie& both = tables.tie("jc-köln", "b");
    both.level = 3;
    both.since = PartialDate{2019, 3, 0};
    both.until = PartialDate{2020, 2, 0};
    tables.contacts.push_back({{}, {"b", {}}, "steering", ThreeValued::unknown, "x@b.example"});
    return std::make_shared<Network>(NetworkInfo{"Netz „A“ & <B>", "CC0-1.0", true}, tables);
}

std::string sha_of(const fs::path& path) {
    const auto result = io::read_network(path);
    if (!result) FAIL(result.error().message.en);
    for (const Issue& issue : result->issues) INFO(to_string(issue, Language::en));
    CHECK_FALSE(result->has_errors());
    return result->network.identity().sha256;
}

std::size_t count(const std::string& text, std::string_view piece) {
    std::size_t n = 0;
    for (auto at = text.find(piece); at != text.npos; at = text.find(piece, at + 1)) ++n;
    return n;
}

bool has_program(const std::string& name) {
    return std::system(("command -v " + name + " > /dev/null 2>&1").c_str()) == 0;
}

}  // namespace

TEST_CASE("JSON and CSV give the same network back") {
    const TestFolder folder;
    const auto network = hard_network();
    const std::string sha = network->identity().sha256;
    REQUIRE(io::export_network(*network, folder / "eins", everything, {}));
    CHECK(sha_of(folder / "eins") == sha);
    REQUIRE(io::export_network(*network, folder / "zwei.json", everything, {}));
    CHECK(sha_of(folder / "zwei.json") == sha);
}

TEST_CASE("a workbook gives the same network back, in both languages") {
    const TestFolder folder;
    const auto network = hard_network();
    io::ExportOptions options = everything;
    options.language = GENERATE(Language::de, Language::en);
    REQUIRE(io::export_network(*network, folder / "netz.xlsx", options, {}));
    CHECK(sha_of(folder / "netz.xlsx") == network->identity().sha256);
    CHECK(*io::xlsx_text(*network, options) == bytes_of(folder / "netz.xlsx"));
}

TEST_CASE("a text that no cell can hold is an error, not a loss") {
    TestTables tables;
    tables.actor("a").note = std::string(40'000, 'x');
    const auto text = io::xlsx_text(*tables.network());
    REQUIRE_FALSE(text);
    CHECK(text.error().message.en.find("Akteure!") != std::string::npos);
}

TEST_CASE("every shipped network survives CSV, JSON and CSV again") {
    const std::string name = GENERATE("musterkreis", "musterkreis-vorher", "verzahnung");
    CAPTURE(name);
    const TestFolder folder;
    const auto original = io::read_network(fs::path{DATASETS_DIR} / name);
    REQUIRE(original);
    const std::string sha = original->network.identity().sha256;
    REQUIRE(io::export_network(original->network, folder / "a.json", everything, {}));
    const auto from_json = io::read_network(folder / "a.json");
    REQUIRE(from_json);
    CHECK(from_json->network.identity().sha256 == sha);
    REQUIRE(io::export_network(from_json->network, folder / "b", everything, {}));
    const auto from_csv = io::read_network(folder / "b");
    REQUIRE(from_csv);
    CHECK(from_csv->network.identity().sha256 == sha);
    REQUIRE(io::export_network(from_csv->network, folder / "c.xlsx", everything, {}));
    CHECK(sha_of(folder / "c.xlsx") == sha);
    CHECK(io::json_text(from_csv->network, everything) == bytes_of(folder / "a.json"));
    CHECK(found(*from_csv).size() == found(*original).size());
}

TEST_CASE("the network's own CSV is exact, complete and in canonical order") {
    TestTables tables;
    tables.actor("b").extra = {{"Farbe", "rot, \"hell\""}};
    tables.actor("a").lat = 51.481;
    const Network network{NetworkInfo{"Probe Netz", "CC0-1.0", false}, tables};
    const auto files = io::csv_files(network);
    REQUIRE(files.size() == 2);
    CHECK(files[0].name == "actors.csv");
    CHECK(files[0].bytes ==
          "key,name,kind,lat,Farbe\n"
          "a,Partner a,sports_club,51.4810,\n"
          "b,Partner b,sports_club,,\"rot, \"\"hell\"\"\"\n");
    CHECK(files[1].name == "datapackage.json");
    CHECK(files[1].bytes.find("\"name\": \"probe-netz\"") != std::string::npos);
}

TEST_CASE("mailboxes stay at home unless they are asked for") {
    const auto network = hard_network();
    const TestFolder folder;
    for (const char* target : {"x.json", "x.gexf", "x.graphml", "x.dot", "x"}) {
        REQUIRE(io::export_network(*network, folder / target, {}, {}));
        const auto& form = **io::find_export_form(folder / target, {});
        CHECK(io::export_notes(*network, form, {}).front().en.find("mailboxes") !=
              std::string::npos);
        CHECK(io::export_notes(*network, **io::find_export_form("x.json", {}), everything).empty());
    }
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator{folder.path()})
        if (entry.is_regular_file()) all += bytes_of(entry.path());
    CHECK(count(all, "@") == 0);
    CHECK(count(all, "mailbox") == 0);
    CHECK(count(io::gexf_text(*network, everything), "gesundheit@jobcenter.example") == 1);
}

TEST_CASE("a graph file says which tables it leaves out") {
    for (const auto& form :
         {io::find_export_form("x.gexf", {}), io::find_export_form("folder", "gephi-csv")}) {
        const auto notes = io::export_notes(*hard_network(), **form, everything);
        REQUIRE(notes.size() == 1);
        CHECK(notes[0].en.find("contacts") != std::string::npos);
    }
}

TEST_CASE("GEXF has typed, directed and undirected ties") {
    const std::string gexf = io::gexf_text(*hard_network());
    CHECK(count(gexf, "<node ") == 2);
    CHECK(count(gexf, "<edge ") == 2);
    CHECK(count(gexf, "type=\"directed\" kind=\"refers_to\"") == 1);
    CHECK(count(gexf,
                "type=\"undirected\" kind=\"cooperates\" start=\"2019-03-01\" "
                "end=\"2020-02-29\"") == 1);
    CHECK(count(gexf, "defaultedgetype") == 0);
    CHECK(count(gexf, "for=\"area\" value=\"05315\"") == 1);
    CHECK(count(gexf, "for=\"sector\" value=\"work\"") == 1);
    CHECK(count(gexf, "for=\"status\" value=\"planned\"") == 1);
    CHECK(count(gexf, "title=\"extra_label\"") == 1);
    CHECK(count(gexf, "&apos;=quoted&#13;&#10;zweite Zeile&#9;Tab") == 1);
}

TEST_CASE("GEXF is valid under the published grammar") {
    if (!has_program("xmllint")) {
        WARN("skipped: xmllint (libxml2-utils) is missing");
        return;
    }
    const TestFolder folder;
    const auto check = [&](const Network& network) {
        folder.write("x.gexf", io::gexf_text(network, everything));
        const std::string command =
            "xmllint --noout --nonet --relaxng " SCHEMAS_DIR "/gexf-1.3/gexf.rng " +
            (folder / "x.gexf").string() + " > " + (folder / "log").string() + " 2>&1";
        const int status = std::system(command.c_str());
        INFO(bytes_of(folder / "log"));
        CHECK(status == 0);
    };
    check(*hard_network());
    check(Network{{}, {}});
    for (const char* name : {"musterkreis", "verzahnung"})
        check(io::read_network(fs::path{DATASETS_DIR} / name)->network);
}

TEST_CASE("networkx and igraph read the GraphML") {
    const TestFolder folder;
    const bool networkx = std::system("/usr/bin/python3 -c 'import networkx' 2> /dev/null") == 0;
    const bool igraph = std::system("/usr/bin/python3 -c 'import igraph' 2> /dev/null") == 0;
    if (!networkx) WARN("skipped: python3-networkx is missing");
    if (!igraph) WARN("skipped: python3-igraph is missing");
    folder.write("x.graphml", io::graphml_text(*hard_network(), everything));
    folder.write("read_with_networkx.py", R"(
import networkx, sys
graph = networkx.read_graphml(sys.argv[1])
assert graph.is_directed() and graph.is_multigraph() and len(graph) == 2, graph
node = graph.nodes['jc-köln']
assert node['label'] == "Jobcenter \"Köln\", <b>Mitte</b> & Süd's 😀", node
assert node['area'] == '05315' and node['sector'] == 'work' and node['lat'] == 50.938, node
assert node['extra_label'] == 'fremd' and node['Größe & <Art>'] == 'mittel', node
assert graph.nodes['b']['note'] == "'=quoted\r\nzweite Zeile\tTab", graph.nodes['b']
edges = sorted((u, v, d['kind'], d['mutual'], d.get('level')) for u, v, d in graph.edges(data=True))
assert edges == [('b', 'jc-köln', 'cooperates', True, 3), ('jc-köln', 'b', 'cooperates', True, 3),
                 ('jc-köln', 'b', 'refers_to', False, None)], edges
)");
    folder.write("read_with_igraph.py", R"(
import igraph, sys
graph = igraph.Graph.Read_GraphML(sys.argv[1])
assert graph.is_directed() and graph.vcount() == 2 and graph.ecount() == 3
assert graph.vs.find(id='jc-köln')['label'] == "Jobcenter \"Köln\", <b>Mitte</b> & Süd's 😀"
assert sorted(graph.es['kind']) == ['cooperates', 'cooperates', 'refers_to']
assert graph.vs.find(id='jc-köln')['area'] == '05315'
)");
    const auto run = [&](const char* script) {
        return std::system(("/usr/bin/python3 " + (folder / script).string() + " " +
                            (folder / "x.graphml").string())
                               .c_str());
    };
    if (networkx) CHECK(run("read_with_networkx.py") == 0);
    if (igraph) CHECK(run("read_with_igraph.py") == 0);
}

TEST_CASE("DOT shows names as they are") {
    TestTables tables = lettered(2, "AB");
    tables.actors[0].name = "\\N \"A\" <b> &#1;\nzwei";
    const std::string dot = io::dot_text(*tables.network());
    CHECK(count(dot, R"("A" [label="\\N \"A\" &lt;b&gt; &amp;#1;\nzwei", )") == 1);
    CHECK(count(dot, R"("A" -> "B" [kind="cooperates", dir="none"];)") == 1);
    if (!has_program("dot")) {
        WARN("skipped: dot (graphviz) is missing");
        return;
    }
    const TestFolder folder;
    folder.write("x.dot", dot);
    CHECK(std::system(
              ("dot -Tplain " + (folder / "x.dot").string() + " > " + (folder / "log").string())
                  .c_str()) == 0);
    CHECK(bytes_of(folder / "log").find("\\N") != std::string::npos);
}

TEST_CASE("the form is chosen by the ending, or by its name and the ending") {
    const auto form_of = [](const char* target, const char* as) {
        const auto form = io::find_export_form(target, as);
        return form ? std::string{(*form)->as} + std::string{(*form)->ending}
                    : "usage: " + form.error().message.en;
    };
    CHECK(form_of("a/b.GEXF", "") == ".gexf");
    CHECK(form_of("a.xlsx", "") == "tables.xlsx");
    CHECK(form_of("folder", "") == "tables");
    CHECK(form_of("folder", "gephi-csv") == "gephi-csv");
    CHECK(form_of("a.xyz", "").starts_with("usage: a.xyz: lotse writes no form"));
    CHECK(form_of("a.gexf", "gephi-csv") ==
          "usage: --as gephi-csv does not fit 'a.gexf'. Possible as a target: a folder.");
    CHECK(form_of("folder", "clouds") == "usage: --as clouds: there is no such form.");
    const TestFolder folder;
    const auto status = io::export_network(*hard_network(), folder / "a.xyz", {}, {});
    REQUIRE_FALSE(status);
    CHECK(status.error().kind == ErrorKind::usage);
    CHECK(names_in(folder.path()).empty());
}

TEST_CASE("labels for Kumu are unique whatever their case") {
    const auto network =
        read_folder({{"actors.csv",
                      "key,name,kind\na,Verein,other\nb,verein,other\nc,A|B,other\n"
                      "d,Verein (a),other\ne,Einzeln,other\n"}});
    CHECK(io::kumu_labels(network.network) ==
          std::vector<std::string>{"Verein (a) (a)", "verein (b)", "A/B", "Verein (a)", "Einzeln"});
}
