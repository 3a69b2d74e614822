#include "dataset.hpp"

#include <lotse/base/csv.hpp>
#include <lotse/model/network_builder.hpp>

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

using namespace lotse;

TestTables dataset(const std::string& name) {
    NetworkBuilder builder;
    for (const TableName& table : table_names()) {
        const std::string file = std::string{table.key} + ".csv";
        std::ifstream in{std::string{DATASETS_DIR} + "/" + name + "/" + file, std::ios::binary};
        if (!in) continue;
        std::ostringstream text;
        text << in.rdbuf();
        const std::string content = text.str();
        CsvScanner scanner{content, ','};
        CsvRecord record;
        scanner.next(record);
        TableInput* input = builder.table(table.key, {file, "", 1, 0});
        int number = 0;
        for (const std::string& heading : record.fields) input->add_column(heading, ++number);
        input->finish_columns();
        while (scanner.next(record) == CsvScanner::Step::record) {
            std::vector<Cell> cells;
            for (const std::string& field : record.fields) cells.push_back({field, CellKind::text});
            input->add_row(record.line, cells);
        }
    }
    const BuildResult result = std::move(builder).finish();
    INFO("datasets/" << name);
    REQUIRE_FALSE(result.has_errors());
    REQUIRE_FALSE(result.network.actors().empty());
    TestTables out;
    static_cast<NetworkTables&>(out) = result.network.tables();
    return out;
}
