#include "files.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace lotse;
using Found = std::vector<std::string>;

TEST_CASE("sheets of .xls that hold charts are read, and nothing of the charts") {
    const std::string name = GENERATE("diagramm.xls", "diagramme.xls");
    const auto result = io::read_network(std::filesystem::path{TESTS_DIR} / "workbooks" / name);
    REQUIRE(result);
    CHECK(found(*result) == Found{name + "#Auswertung unknown-sheet"});
    REQUIRE(result->network.actors().size() == 2);
    for (const Actor& actor : result->network.actors()) {
        CHECK(actor.name.starts_with("Verein "));
        CHECK(actor.kind == "sports_club");
        CHECK(actor.extra.empty());
    }
}
