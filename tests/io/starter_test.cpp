#include "files.hpp"

#include <lotse/io/export.hpp>
#include <lotse/io/new_network.hpp>
#include <lotse/model/starter.hpp>

#include <catch2/catch.hpp>
#include <csv_rows.hpp>

using namespace lotse;

namespace {

Network network_of(const std::string& key) {
    const std::vector<std::string> keys{key};
    auto made = starter_network(keys, Language::de);
    REQUIRE(made);
    return {std::move(made->info), std::move(made->tables)};
}

void check_reads_back(const Network& network, const BuildResult& read) {
    CHECK(found(read).empty());
    CHECK(read.network.identity().sha256 == network.identity().sha256);
    CHECK(read.network.actors().size() == network.actors().size());
}

}  // namespace

TEST_CASE("The starter of every Kreis and Land reads back without a remark", "[starter]") {
    for (const char* table : {"kreise.csv", "laender.csv"})
        for (const CsvRow& area : csv_rows(std::string{DATASETS_DIR "/geo/"} + table)) {
            INFO(area.at("key"));
            const Network network = network_of(area.at("key"));
            check_reads_back(network, read_json(io::json_text(network)));
        }
}

TEST_CASE("A begun network reads back from folder and workbook", "[starter]") {
    for (const char* key : {"05911", "11000", "07338", "06"}) {
        INFO(key);
        const Network network = network_of(key);
        const TestFolder folder;
        const auto files = io::begun_folder(network);
        CHECK(files.size() == 13);  // twelve tables and datapackage.json
        for (const auto& file : files) folder.write(file.name, file.bytes);
        const auto read = io::read_network(folder.path());
        REQUIRE(read);
        check_reads_back(network, *read);

        const auto workbook = io::begun_workbook(network, Language::de);
        REQUIRE(workbook);
        const TestFolder place;
        place.write("netz.xlsx", *workbook);
        const auto from_workbook = io::read_network(place / "netz.xlsx");
        REQUIRE(from_workbook);
        CHECK_FALSE(from_workbook->has_errors());
        CHECK(from_workbook->network.identity().sha256 == network.identity().sha256);
    }
}
