#include <lotse/base/csv.hpp>

#include <catch2/catch.hpp>
#include <csv_rows.hpp>

#include <fstream>
#include <iterator>
#include <sstream>

std::vector<CsvRow> csv_rows(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    INFO(path);
    REQUIRE(file);
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    lotse::CsvScanner scanner{text, ','};
    lotse::CsvRecord headings;
    scanner.next(headings);
    std::vector<CsvRow> out;
    for (lotse::CsvRecord record; scanner.next(record) == lotse::CsvScanner::Step::record;) {
        REQUIRE(record.fields.size() == headings.fields.size());
        CsvRow& row = out.emplace_back();
        for (std::size_t i = 0; i < record.fields.size(); ++i)
            row[headings.fields[i]] = record.fields[i];
    }
    return out;
}

std::vector<std::string> cell_items(const std::string& cell) {
    std::vector<std::string> out;
    std::istringstream parts{cell};
    for (std::string part; std::getline(parts, part, '|');) out.push_back(part);
    return out;
}
