#include "graph_files.hpp"

#include "files.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <random>

using namespace lotse;
namespace fs = std::filesystem;

namespace {

std::vector<Form> graph_forms() {
    const auto all = io::Mailboxes::include;
    return {{"x.gexf", {all}},
            {"x.graphml", {all}},
            {"draft.gexf", {all, Language::de, io::GexfVersion::v1_2draft}},
            {"tables", {all, Language::de, io::GexfVersion::v1_3, "gephi-csv"}}};
}

bool runs(const std::string& command) {
    return std::system((command + " > /dev/null 2>&1").c_str()) == 0;
}

}  // namespace

TEST_CASE("every graph form gives actors and ties back with all their columns") {
    const std::string name = GENERATE("hard", "musterkreis", "musterkreis-vorher", "verzahnung");
    const Network network =
        name == "hard" ? hard_graph() : io::read_network(fs::path{DATASETS_DIR} / name)->network;
    for (const Form& form : graph_forms()) {
        INFO(name << " as " << form.target);
        const Network back = written_and_read(network, form);
        CHECK(actors_of(back) == actors_of(network));
        CHECK(ties_of(back) == ties_of(network));
        CHECK(sha_of_graph(back) == sha_of_graph(network));
        CHECK(back.info().name == network.info().name);
        CHECK(back.info().license == network.info().license);
        CHECK(back.info().fictional == network.info().fictional);
    }
}

TEST_CASE("from each graph form into each other nothing is lost") {
    const Network network = hard_graph();
    for (const Form& first : graph_forms()) {
        const Network once = written_and_read(network, first);
        for (const Form& second : graph_forms()) {
            INFO(first.target << " then " << second.target);
            CHECK(sha_of_graph(written_and_read(once, second)) == sha_of_graph(network));
        }
    }
}

TEST_CASE("foreign attributes leave as they came") {
    for (const char* file : {"gephi-dynamic.gexf", "networkx-multidigraph.graphml", "yed.graphml",
                             "socnetv.graphml", "igraph-python.graphml", "gexf-1.1.gexf"}) {
        INFO(file);
        const auto foreign = io::read_network(fs::path{TESTS_DIR} / "io/foreign" / file);
        REQUIRE(foreign);
        for (const Form& form : graph_forms()) {
            INFO(form.target);
            CHECK(sha_of_graph(written_and_read(foreign->network, form)) ==
                  sha_of_graph(foreign->network));
        }
    }
}

TEST_CASE("a damaged graph file is refused with a place, or read and written like any other") {
    std::minstd_rand random{20240501};
    const auto below = [&](std::size_t count) {
        return random() % std::max<std::size_t>(count, 1);
    };
    int accepted = 0;
    for (const std::string file :
         {"gephi-dynamic.gexf", "networkx-multidigraph.graphml", "yed.graphml", "socnetv.graphml",
          "gexf-1.1.gexf", "graphology.gexf"}) {
        const std::string original = bytes_of(fs::path{TESTS_DIR} / "io/foreign" / file);
        for (int round = 0; round < 60; ++round) {
            std::string text = original;
            const std::size_t at = below(text.size());
            switch (round % 6) {
                case 0: text[at] = static_cast<char>(below(256)); break;
                case 1: text.resize(at); break;
                case 2: text.erase(at, below(40)); break;
                case 3: text.insert(at, text.substr(below(text.size()), below(200))); break;
                case 4: text.insert(at, "&#x202e;"); break;
                default: std::swap(text[at], text[below(text.size())]); break;
            }
            INFO(file << " round " << round);
            const TestFolder folder;
            const std::string name = "x" + file.substr(file.rfind('.'));
            folder.write(name, text);
            const auto result = io::read_network(folder / name);
            REQUIRE(result);
            for (const Issue& issue : result->issues) {
                CHECK(issue.where.row <= std::ranges::count(text, '\n') + 2);
                CHECK(to_string(issue, Language::de).find_first_of("\x1b\b\r\n") ==
                      std::string::npos);
            }
            if (result->has_errors()) continue;
            ++accepted;
            for (const Form& form : graph_forms())
                CHECK(sha_of_graph(written_and_read(result->network, form)) ==
                      sha_of_graph(result->network));
        }
    }
    CHECK(accepted > 30);
}

TEST_CASE("the draft of GEXF 1.2 has one direction only") {
    io::ExportOptions options;
    options.gexf_version = io::GexfVersion::v1_2draft;
    const std::string text = io::gexf_text(hard_graph(), options);
    CHECK(text.find("xmlns=\"http://www.gexf.net/1.2draft\"") != std::string::npos);
    CHECK(text.find("defaultedgetype=\"directed\"") != std::string::npos);
    CHECK(text.find("type=\"undirected\"") == std::string::npos);
}

TEST_CASE("Gephi's tables are exact") {
    const auto files = io::gephi_csv_files(hard_graph(), {});
    REQUIRE(files.size() == 3);
    CHECK(files[0].name == "nodes.csv");
    CHECK(files[0].bytes.starts_with("Id,Label,kind,"));
    CHECK(files[1].name == "edges.csv");
    CHECK(files[1].bytes.starts_with("Source,Target,Type,kind,"));
    CHECK(files[1].bytes.find("\nb,jc-köln,Undirected,cooperates,") != std::string::npos);
    CHECK(files[1].bytes.find("\njc-köln,b,Directed,refers_to,") != std::string::npos);
}

TEST_CASE("networkx, igraph, R and graphology read what is written") {
    const TestFolder folder;
    const std::string name = GENERATE("hard", "verzahnung");
    const Network network =
        name == "hard" ? hard_graph() : io::read_network(fs::path{DATASETS_DIR} / name)->network;
    for (const Form& form : graph_forms())
        REQUIRE(io::export_network(network, folder / form.target, form.options, {}));
    REQUIRE(io::export_network(network, folder / "x.json", {io::Mailboxes::include}, {}));
    const std::string scripts = std::string{TESTS_DIR} + "/io/readers/";
    struct Reader {
        std::string present;
        std::string command;
        std::string package;
    };
    const std::string node = std::string{TESTS_DIR} + "/node";
    for (const auto& [present, command, package] :
         {Reader{"/usr/bin/python3 -c 'import networkx'",
                 "/usr/bin/python3 -B " + scripts + "networkx_reads.py", "python3-networkx"},
          Reader{"/usr/bin/python3 -c 'import igraph'",
                 "/usr/bin/python3 -B " + scripts + "igraph_reads.py", "python3-igraph"},
          Reader{"Rscript -e 'library(igraph)'", "Rscript " + scripts + "igraph_reads.R",
                 "r-cran-igraph"},
          Reader{"test -d " + node + "/node_modules/graphology-gexf",
                 "node " + node + "/graphology_reads.mjs", "graphology (scripts/setup test)"}}) {
        if (!runs(present)) {
            WARN("skipped: " + package + " is missing");
            continue;
        }
        INFO(command);
        const int status = std::system((command + " '" + folder.path().string() + "' > '" +
                                        (folder / "log").string() + "' 2>&1")
                                           .c_str());
        INFO(bytes_of(folder / "log"));
        CHECK(status == 0);
    }
}
