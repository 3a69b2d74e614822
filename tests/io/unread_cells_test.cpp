// Cells that no table reads are looked at all the same, and no message repeats them.
#include "files.hpp"
#include "zip_file.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;
using Found = std::vector<std::string>;

namespace {

bool repeats(const BuildResult& result, std::string_view text) {
    return std::ranges::any_of(result.issues, [&](const Issue& issue) {
        return issue.message.de.find(text) != std::string::npos ||
               issue.message.en.find(text) != std::string::npos;
    });
}

}  // namespace

TEST_CASE("data of persons above the headings and in columns without one") {
    const auto title =
        read_folder({{"actors.csv", "Liste zu A123456780,,\nkey,name,kind\na,A,other\n"}});
    CHECK(found(title) == Found{"actors.csv:1:1 client-data"});
    CHECK_FALSE(repeats(title, "A123456780"));
    const auto unnamed =
        read_folder({{"actors.csv", "key,,name,kind\na,KVNR A123456780,A,other\nb,x,B,other\n"}});
    CHECK(found(unnamed) == Found{"actors.csv:2:2 client-data", "actors.csv:2:2 unnamed-column",
                                  "actors.csv:3:2 unnamed-column"});
    CHECK_FALSE(repeats(unnamed, "A123456780"));
}

TEST_CASE("data of persons beside the last heading of a workbook") {
    const TestFolder folder;
    folder.write(
        "netz.xlsx",
        zip_file(xlsx_parts({{"Akteure", text_row(1, {"key", "name", "kind"}) +
                                             text_row(2, {"a", "A", "other", "KVNR A123456780"})}},
                            "")));
    const auto result = io::read_network(folder / "netz.xlsx");
    REQUIRE(result);
    CHECK(found(*result) ==
          Found{"netz.xlsx#Akteure!D2 client-data", "netz.xlsx#Akteure!D2 unnamed-column"});
    CHECK_FALSE(repeats(*result, "A123456780"));
}
