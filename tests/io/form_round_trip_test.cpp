#include "files.hpp"
#include "graph_files.hpp"

#include <catch2/catch.hpp>

using namespace lotse;
namespace fs = std::filesystem;

namespace {

Form form(std::string target, std::string_view as = {}) {
    io::ExportOptions options{io::Mailboxes::include};
    options.as = as;
    return {std::move(target), options};
}

/// Forms that hold every table, and those that hold actors and ties.
std::vector<Form> whole_forms() {
    return {form("tables"), form("x.json"), form("x.xlsx"), form("hsds", "hsds"),
            form("hsds.json", "hsds")};
}
std::vector<Form> graph_forms() {
    return {form("x.gexf"), form("x.graphml"), form("gephi", "gephi-csv")};
}

std::string sha_of(const Network& network) {
    return network.identity().sha256;
}

}  // namespace

TEST_CASE("from each form that holds everything into each other nothing is lost") {
    const std::string name = GENERATE("musterkreis", "verzahnung", "nrw-starter");
    const Network network = io::read_network(fs::path{DATASETS_DIR} / name)->network;
    for (const Form& first : whole_forms()) {
        const Network once = written_and_read(network, first);
        CHECK(sha_of(once) == sha_of(network));
        for (const Form& second : whole_forms()) {
            INFO(name << ": " << first.target << " then " << second.target);
            CHECK(sha_of(written_and_read(once, second)) == sha_of(network));
        }
    }
}

TEST_CASE("actors and ties come whole through a graph file and any other form") {
    const Network network = hard_graph();
    for (const Form& graph : graph_forms()) {
        const Network once = written_and_read(network, graph);
        for (const Form& whole : whole_forms()) {
            INFO(graph.target << " and " << whole.target);
            CHECK(sha_of_graph(written_and_read(once, whole)) == sha_of_graph(network));
            CHECK(sha_of_graph(written_and_read(written_and_read(network, whole), graph)) ==
                  sha_of_graph(network));
        }
    }
}
