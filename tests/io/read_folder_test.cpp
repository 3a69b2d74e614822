#include "files.hpp"

#include <catch2/catch.hpp>

using namespace lotse;
namespace fs = std::filesystem;
using Found = std::vector<std::string>;

namespace {
constexpr std::string_view actors = "key,name,kind\na,Verein A,sports_club\nb,Verein B,other\n";
constexpr std::string_view ties = "from,to,kind\na,b,cooperates\n";
}  // namespace

TEST_CASE("tables are found by key and by German or English name") {
    const auto result = read_folder({{"Akteure.CSV", actors},
                                     {"Beziehungen.csv", ties},
                                     {"README.md", "nothing"},
                                     {".~lock.actors.csv#", "x"}});
    CHECK(found(result).empty());
    CHECK(result.network.info().name == "netz");
    CHECK(result.network.ties().size() == 1);
}

TEST_CASE("a file that is called like no table is named") {
    const auto result = read_folder({{"actors.csv", actors}, {"actor.csv", actors}});
    CHECK(found(result) == Found{"actor.csv unknown-file"});
    CHECK(result.issues[0].message.en.find("'actors.csv'") != std::string::npos);
}

TEST_CASE("a folder without the table of actors is an error") {
    const auto result = read_folder({{"ties.csv", ties}});
    CHECK(found(result) == Found{"netz missing-table", "ties.csv:2:1 unknown-reference",
                                 "ties.csv:2:2 unknown-reference"});
}

TEST_CASE("two files of one table are joined with a warning") {
    const auto result = read_folder(
        {{"actors.csv", actors}, {"akteure.csv", "key,name,kind\nc,Verein C,sports_club\n"}});
    CHECK(found(result) == Found{"akteure.csv second-file"});
    CHECK(result.network.actors().size() == 3);
}

TEST_CASE("datapackage.json names the network and its tables") {
    const auto result = read_folder({{"datapackage.json", R"({
  "title": "Probenetz", "licenses": [{"name": "CC0-1.0"}], "fictional": true, "spare": [1, {}],
  "resources": [{"name": "actors", "path": "daten/stellen.csv"}, {"name": "ties", "path": "t.csv"},
                {"name": "photo", "path": "photo.jpg"}]})"},
                                     {"daten/stellen.csv", actors},
                                     {"photo.jpg", ""},
                                     {"t.csv", ties}});
    CHECK(found(result).empty());
    CHECK(result.network.info().name == "Probenetz");
    CHECK(result.network.info().license == "CC0-1.0");
    CHECK(result.network.info().fictional);
    CHECK(result.network.ties().size() == 1);
}

TEST_CASE("paths of a data package stay inside the folder") {
    const std::string path = GENERATE("../secret.csv", "/etc/hosts", "sub/../../secret.csv",
                                      "http://x.example/actors.csv", "C:/actors.csv",
                                      "actors.csv\\u0000.txt", "", "..\\\\secret.csv");
    const TestFolder folder;
    folder.write("../secret.csv", "key,name,kind\ns,Geheim,other\n");
    folder.write("actors.csv", actors);
    folder.write("datapackage.json",
                 "{\n\"resources\": [{\"name\": \"actors\", \"path\": \"" + path + "\"}]}");
    const auto result = io::read_network(folder.path());
    REQUIRE(result);
    CAPTURE(path);
    CHECK(found(*result).front().find("datapackage.json:2:") == 0);
    CHECK(found(*result).front().find(" bad-path") != std::string::npos);
    CHECK_FALSE(result->network.find_actor("s"));
}

TEST_CASE("a link that leads out of the folder is not followed") {
    const TestFolder folder;
    folder.write("../secret.csv", "key,name,kind\ns,Geheim,other\n");
    fs::create_symlink("../secret.csv", folder / "actors.csv");
    const auto result = io::read_network(folder.path());
    REQUIRE(result);
    CHECK(found(*result) == Found{"actors.csv outside-folder"});
    CHECK(result->network.actors().empty());
}

TEST_CASE("what a data package names must be there and be JSON") {
    CHECK(found(read_folder({{"actors.csv", actors},
                             {"datapackage.json",
                              R"({"resources": [{"name": "ties", "path": "ties.csv"}]})"}})) ==
          Found{"datapackage.json missing-file"});
    CHECK(found(read_folder({{"actors.csv", actors}, {"datapackage.json", "{\"title\": "}})) ==
          Found{"datapackage.json:1:11 bad-json"});
    CHECK(found(read_folder({{"actors.csv", actors}, {"datapackage.json", "[]"}})) ==
          Found{"datapackage.json:1:1 wrong-type"});
    CHECK(found(read_folder({{"actors.csv", actors}, {"datapackage.json", "{\"title\": 5}"}})) ==
          Found{"datapackage.json:1:11 wrong-type"});
    const std::string deep = "{\"x\": " + std::string(1000, '[') + std::string(1000, ']') + "}";
    CHECK(found(read_folder({{"actors.csv", actors}, {"datapackage.json", deep}})) ==
          Found{"datapackage.json:1:70 over-limit"});
}

TEST_CASE("what cannot be read at all is an error with its own exit code") {
    const TestFolder folder;
    const auto kind = [](const fs::path& path) {
        const auto result = io::read_network(path);
        REQUIRE_FALSE(result);
        CHECK(result.error().message.de.find(path.filename().string()) != std::string::npos);
        return result.error().kind;
    };
    CHECK(kind(folder / "fehlt") == ErrorKind::input_output);
    CHECK(kind(folder / "fehlt.json") == ErrorKind::input_output);
    folder.write("netz.xyz", "");
    const auto foreign = io::read_network(folder / "netz.xyz");
    REQUIRE(foreign);
    CHECK(foreign->issues.front().code == "unknown-form");
    CHECK(foreign->has_errors());
    fs::create_directory(folder / "actors.csv");
    const auto result = io::read_network(folder.path());
    REQUIRE_FALSE(result);
    CHECK(result.error().kind == ErrorKind::input_output);
    CHECK(result.error().message.en.find("actors.csv") != std::string::npos);
}
