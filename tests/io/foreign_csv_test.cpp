#include "files.hpp"
#include "graph_files.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;
using Found = std::vector<std::string>;

namespace {

bool has(const BuildResult& result, std::string_view issue) {
    const auto all = found(result);
    return std::ranges::find(all, issue) != all.end();
}

constexpr std::string_view nodes = "Id,Label,kind\na,Alpha,other\nb,Beta,other\n";
constexpr std::string_view organizations = "id,name,description\no1,Verein A,x\no2,Verein B,y\n";
constexpr std::string_view services = "id,organization_id,name,status\ns1,o1,Kurs,active\n";

}  // namespace

TEST_CASE("a folder of HSDS stays one although a table has id and label") {
    const auto result =
        read_folder({{"organizations.csv", organizations},
                     {"services.csv", services},
                     {"attributes.csv",
                      "id,link_id,taxonomy_term_id,link_entity,label\na1,s1,t1,service,Bewegung\n"},
                     {"taxonomy_terms.csv", "id,code,name\nt1,BEW,Physical activity\n"}});
    CHECK_FALSE(result.has_errors());
    CHECK(result.network.actors().size() == 2);
    REQUIRE(result.network.find_offer("s1"));
    CHECK(result.network[*result.network.find_offer("s1")].topics ==
          std::vector<std::string>{"LP-BEW"});
    const auto own = read_folder({{"organizations.csv", organizations},
                                  {"services.csv", services},
                                  {"x_lotse_ties.csv",
                                   "from,to,kind,id,label,source,target\n"
                                   "o1,o2,cooperates,1,x,y,z\n"}});
    CHECK(own.network.actors().size() == 2);
    CHECK(own.network.ties().size() == 1);
}

TEST_CASE("nodes and edges beside a table called like one of HSDS are still Gephi's") {
    const auto result = read_folder(
        {{"nodes.csv", nodes}, {"edges.csv", "Source,Target\na,b\n"}, {"services.csv", services}});
    CHECK(actors_of(result.network) == Found{"a|Alpha|other", "b|Beta|other"});
    CHECK(result.network.ties().size() == 1);
    CHECK(has(result, "services.csv unknown-file"));
}

TEST_CASE("rows with too few fields are warned of, in the tables of Gephi and of HSDS") {
    const auto gephi = read_folder({{"nodes.csv", "Id,Label,kind\na,Alpha,other\nb,Beta\nc\n"},
                                    {"edges.csv", "Source,Target,Type,kind\na,b\n"}});
    CHECK_FALSE(gephi.has_errors());
    CHECK(has(gephi, "nodes.csv:3 wrong-field-count"));
    CHECK_FALSE(has(gephi, "nodes.csv:4 wrong-field-count"));  // said once
    CHECK(has(gephi, "edges.csv:2 wrong-field-count"));
    CHECK(gephi.network.actors().size() == 3);
    const auto hsds = read_folder({{"organizations.csv", organizations},
                                   {"services.csv",
                                    "id,organization_id,name,status,alert\n"
                                    "s1,o1,Kurs,active\n"}});
    CHECK(has(hsds, "services.csv:2 wrong-field-count"));
    CHECK_FALSE(hsds.has_errors());
    CHECK(hsds.network.find_offer("s1"));
}

TEST_CASE("a second column of Gephi's own is an error") {
    const auto ids = read_folder({{"nodes.csv", "Id,Label,ID\na,Alpha,x\n"}});
    CHECK(has(ids, "nodes.csv:1:3 duplicate-column"));
    CHECK(ids.network.actors().empty());
    const auto ends = read_folder(
        {{"nodes.csv", nodes}, {"edges.csv", "Source,Target,source\na,b,KVNR A123456780\n"}});
    CHECK(has(ends, "edges.csv:1:3 duplicate-column"));
    CHECK(has(ends, "edges.csv:2:3 client-data"));
}

TEST_CASE("datapackage.json says of foreign tables what it says of lotse's own") {
    const auto package = [](const std::string& file) {
        return R"({"name": "x", "resources": [{"name": "t", "path": ")" + file +
               R"(", "dialect": {"delimiter": "|"}, "schema": {"missingValues": ["-99"]}}]})";
    };
    const auto gephi = read_folder(
        {{"datapackage.json", package("nodes.csv")},
         {"nodes.csv", "Id|Label|kind|size_of\na|Alpha|other|-99\nb|Beta, Co|other|3\n"},
         {"edges.csv", "Source,Target\na,b\n"}});
    CHECK(extra(gephi.network, "a", "size_of").empty());
    CHECK(extra(gephi.network, "b", "size_of") == "3");
    CHECK(has(gephi, "nodes.csv:2 missing-values"));
    const auto hsds =
        read_folder({{"datapackage.json", package("organizations.csv")},
                     {"organizations.csv", "id|name|description|website\no1|Verein A|x|-99\n"},
                     {"services.csv", services}});
    CHECK_FALSE(hsds.has_errors());
    CHECK(hsds.network[*hsds.network.find_actor("o1")].website.empty());
    CHECK(has(hsds, "organizations.csv:2 missing-values"));
    const auto wrong = read_folder({{"datapackage.json", package("organizations.csv")},
                                    {"organizations.csv", organizations},
                                    {"services.csv", services}});
    CHECK(has(wrong, "organizations.csv:1 unsupported-dialect"));
}

TEST_CASE("data of persons are found in rows that are rejected") {
    const auto json = [](const std::string& rows) {
        return found(read_json(R"({"lotse": "1", "tables": {"actors": [)" + rows + "]}}"));
    };
    CHECK(json(R"({"key": "a", "name": {"x": 1}, "note": "KVNR A123456780"})") ==
          Found{"netz.json:1:38 client-data", "netz.json:1:59 nested-value"});
    CHECK(json(R"("KVNR A123456780")") ==
          Found{"netz.json:1:38 client-data", "netz.json:1:38 wrong-type"});
    CHECK(json(R"({"key": "a", "name": "A", "kind": "other", "aliases": ["A123456780|B"]})") ==
          Found{"netz.json:1:93 client-data", "netz.json:1:93 wrong-type"});
    CHECK(has(read_json("\"A123456780\""), "netz.json:1:1 client-data"));

    const auto edge =
        read_graph_text("x.graphml", graphml("<node id=\"a\"/><edge source=\"a\" target=\"zz\">"
                                             "<data key=\"d2\">KVNR A123456780</data></edge>"
                                             "<edge source=\"a\" target=\"A123456780\"/>"));
    CHECK(std::ranges::count(edge.issues, client_data, &Issue::code) == 2);
    for (const Issue& issue : edge.issues)
        CHECK(issue.message.en.find("A123456780") == std::string::npos);

    const auto longer = read_folder(
        {{"organizations.csv", "id,name\no1,A,A123456780\n"}, {"services.csv", services}});
    CHECK(has(longer, "organizations.csv:2:3 client-data"));
}

TEST_CASE("label and weight of Gephi's edges are the edge's own, however they are written") {
    using Extra = std::vector<std::pair<std::string, std::string>>;
    const auto result = read_folder({{"nodes.csv", nodes},
                                     {"edges.csv",
                                      "Source,Target,Type,Id,Label,timeset,Weight,kind\n"
                                      "a,b,Undirected,1,eng,,2.5,cooperates\n"
                                      "a,b,Directed,2,,,NaN,refers_to\n"}});
    REQUIRE(result.network.ties().size() == 2);
    CHECK(result.network.ties()[0].extra == Extra{{"label", "eng"}, {"weight", "2.5"}});
    CHECK(result.network.ties()[1].extra.empty());
    CHECK(has(result, "edges.csv:3 not-a-number"));
    const auto all = found(result);
    CHECK(std::ranges::count_if(all, [](const std::string& issue) {
              return issue.ends_with("unknown-column");
          }) == 3);  // label, timeset, weight
    const std::string gexf = io::gexf_text(result.network, {});
    CHECK(gexf.find("label=\"eng\" weight=\"2.5\"") != std::string::npos);
    CHECK(gexf.find("extra_") == std::string::npos);
    const auto words = read_folder(
        {{"nodes.csv", nodes}, {"edges.csv", "Source,Target,Weight,weight\na,b,viel,1\n"}});
    CHECK(has(words, "edges.csv:2 wrong-type"));
}

TEST_CASE("tables that lotse wrote for Gephi are read without a word on the sector's origin") {
    const Network network =
        read_folder({{"actors.csv", "key,name,kind\na,Alpha,jobcenter\n"}}).network;
    TestFolder folder;
    for (const auto& file : io::gephi_csv_files(network, {})) folder.write(file.name, file.bytes);
    CHECK(bytes_of(folder / "nodes.csv").find("sector_from") != std::string::npos);
    const auto result = io::read_network(folder.path());
    REQUIRE(result);
    CHECK(found(*result) == Found{});
    CHECK(read_folder({{"nodes.csv", "Id,Label,kind,sector_from\na,Alpha,other,Umfrage\n"}})
              .network.actors()[0]
              .extra ==
          std::vector<std::pair<std::string, std::string>>{{"sector_from", "Umfrage"}});
}

TEST_CASE("nodes with a byte that is not UTF-8 are named with their row") {
    for (const std::string_view mark : {"", "\xEF\xBB\xBF"}) {
        const std::string bytes =
            std::string{mark} + "Id,Label,kind\na,Alpha,other\nb,Caf\xC3(,other\n";
        const auto result = read_folder({{"nodes.csv", bytes}});
        CAPTURE(mark.size(), found(result));
        CHECK(std::ranges::none_of(found(result), [](const std::string& issue) {
            return issue.ends_with("missing-table");
        }));
        if (!mark.empty()) CHECK(has(result, "nodes.csv:3:2 bad-encoding"));
    }
}
