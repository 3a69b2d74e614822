#include "files.hpp"
#include "graph_files.hpp"

#include <catch2/catch.hpp>

using namespace lotse;
using Found = std::vector<std::string>;

TEST_CASE("a mail address or telephone number in name or licence of a network is withheld") {
    const auto result = read_json(R"json({"lotse": "1", "name": "Netz (Tel. 0521/123456)",
"license": "CC-BY, erika.muster@jobcenter.de",
"tables": {"actors": [{"key": "a", "name": "A", "kind": "jobcenter"}]}})json");
    CHECK(found(result) == Found{"netz.json withheld", "netz.json withheld"});
    CHECK(result.network.info().name == "Netz ohne Namen");
    CHECK(result.network.info().license.empty());
}

TEST_CASE("name and licence of a data package and of a graph are looked at alike") {
    const auto package = read_folder(
        {{"actors.csv", "key,name,kind\na,A,clinic\n"},
         {"datapackage.json", R"({"title": "Netz", "license": "frei, erika.muster@x.de"})"}});
    CHECK(package.network.info().license.empty());
    CHECK(package.network.info().name == "Netz");
    const auto graph =
        read_graph_text("netz.gml", R"(graph [ label "Netz 0521/123456" node [ id 1 ] ])");
    CHECK(graph.network.info().name == "Netz ohne Namen");
}

TEST_CASE("ids of nodes that reach a person become no keys") {
    const auto read = [](std::string_view nodes) {
        return read_folder({{"nodes.csv", nodes},
                            {"edges.csv",
                             "Source,Target\nerika.muster@x.de,b\nTel. 0521/123456,b\n"
                             "b,Tel. 0521/123456\n"}});
    };
    const auto result = read(
        "Id,Label,kind\nerika.muster@x.de,A,clinic\nn1,C,clinic\nTel. 0521/123456,T,clinic\n"
        "b,B,clinic\n");
    CHECK_FALSE(result.has_errors());
    CHECK(actors_of(result.network) ==
          Found{"b|B|clinic", "n1|C|clinic", "n1-2|T|clinic", "n2|A|clinic"});
    CHECK(ties_of(result.network).size() == 3);
    for (const Issue& issue : result.issues) {
        CHECK(issue.message.de.find("erika") == std::string::npos);
        CHECK(issue.message.de.find("0521") == std::string::npos);
    }
    const auto again = read(
        "Id,Label,kind\nb,B,clinic\nTel. 0521/123456,T,clinic\nn1,C,clinic\n"
        "erika.muster@x.de,A,clinic\n");
    CHECK(sha_of_graph(again.network) == sha_of_graph(result.network));
}
