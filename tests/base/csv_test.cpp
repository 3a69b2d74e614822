#include <lotse/base/csv.hpp>
#include <lotse/base/csv_field.hpp>

#include <catch2/catch.hpp>

#include <random>

using namespace lotse;

namespace {

using Fields = std::vector<std::string>;

/// Neighbours of the signs that end a field, and bytes with their high bit set.
const std::string near_ends = "\t\x0B\x0C\x0E+-:<\x7F\x80\xAC\x8A\x8D\xFFxyz 0";

std::string random_field(std::mt19937& random) {
    std::string out;
    for (auto left = random() % 30; left > 0; --left) out += near_ends[random() % near_ends.size()];
    return out;
}

}  // namespace

// Fields are scanned eight bytes at a time; they begin and end anywhere in such a block.
TEST_CASE("records of CSV are the fields that were written") {
    std::mt19937 random{3};
    const Fields line_ends{"\n", "\r\n", "\r"};
    for (int round = 0; round < 3000; ++round) {
        const char delimiter = round % 2 == 0 ? ',' : ';';
        const std::string& line_end = line_ends[random() % line_ends.size()];
        std::vector<Fields> records(1 + random() % 4);
        std::string text;
        for (Fields& record : records) {
            record.resize(1 + random() % 5);
            for (std::size_t i = 0; i < record.size(); ++i) {
                record[i] = random_field(random);
                if (i > 0) text += delimiter;
                const Fields to_quote{
                    "\"", "\n", "\r", {delimiter}, std::string{"\"\n"} + delimiter};
                if (random() % 5 == 0) record[i] += to_quote[random() % to_quote.size()];
                add_csv_field(record[i], delimiter, text);
            }
            text += line_end;
        }
        INFO(text);
        CsvScanner scanner{text, delimiter};
        CsvRecord record;
        for (const Fields& written : records) {
            REQUIRE(scanner.next(record) == CsvScanner::Step::record);
            REQUIRE(record.fields == written);
        }
        CHECK(scanner.next(record) == CsvScanner::Step::end);
    }
}

TEST_CASE("a row of millions of separators is not built up") {
    const std::size_t many = 3'000'000;
    const std::string text = "a,A" + std::string(many, ',') + "\nb,B\n";
    CsvScanner scanner{text, ','};
    CsvRecord record;
    REQUIRE(scanner.next(record) == CsvScanner::Step::record);
    CHECK(record.fields.size() < 20'000);
    CHECK(record.fields[1] == "A");
    REQUIRE(scanner.next(record) == CsvScanner::Step::record);
    CHECK(record.line == 2);
    CHECK(record.fields == Fields{"b", "B"});

    std::string filled;
    for (std::size_t i = 0; i < many; ++i) filled += "x;";
    CsvScanner of_filled{filled, ';'};
    REQUIRE(of_filled.next(record) == CsvScanner::Step::record);
    CHECK(record.fields.size() == 1'000'000);
    CHECK(record.fields.back() == "x");
}

TEST_CASE("rows as wide as a spreadsheet keep their fields") {
    const std::string text = std::string(16'383, ',') + "\n" + std::string(16'390, ',') + "x\n";
    CsvScanner scanner{text, ','};
    CsvRecord record;
    REQUIRE(scanner.next(record) == CsvScanner::Step::record);
    CHECK(record.fields.size() == 16'384);
    REQUIRE(scanner.next(record) == CsvScanner::Step::record);
    REQUIRE(record.fields.size() == 16'391);
    CHECK(record.fields.back() == "x");
}
