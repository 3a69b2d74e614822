// Cells of workbooks: merged ones, numbers among texts, and more of them than there can be.
#include "workbook_cells.hpp"
#include "files.hpp"
#include "graph_files.hpp"
#include "workbook_sheet.hpp"
#include "xlsx_book.hpp"
#include "zip_file.hpp"

#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <functional>

using namespace lotse;
using Found = std::vector<std::string>;

namespace {

/// "B2" by place of the cells that are seen.
std::vector<std::pair<int, int>> seen_in(std::string_view listing) {
    const auto book = io::parse_workbook_cells(listing, io::WorkbookForm::xlsx);
    std::vector<std::pair<int, int>> out;
    for (const io::WorkbookCell& cell : book.sheets.front().cells)
        out.emplace_back(cell.row, cell.column);
    return out;
}

double seconds_of(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

TEST_CASE("a merge that has ended does not hide one that has not") {
    // A1:C4 is merged beside D1:E2; F stands free.
    const std::string listing =
        "sheet\tvisible\tA\n"
        "cell\t1\t1\ttext\tx\ncell\t1\t2\ttext\ty\n"
        "cell\t4\t3\ttext\tunter A1:C4\ncell\t4\t5\ttext\tfrei\n"
        "cell\t5\t3\ttext\tfrei\n"
        "merged\t1\t1\t4\t3\nmerged\t1\t4\t2\t5\nend\n";
    CHECK(seen_in(listing) == std::vector{std::pair{1, 1}, std::pair{4, 5}, std::pair{5, 3}});
    // Of B2:B2 … nothing is left in row 4, where A3:F4 covers all but its first cell.
    const std::string below =
        "sheet\tvisible\tA\n"
        "cell\t2\t5\ttext\ta\ncell\t3\t1\ttext\tb\ncell\t4\t6\ttext\tunter A3:F4\n"
        "merged\t2\t5\t2\t6\nmerged\t3\t1\t4\t6\nend\n";
    CHECK(seen_in(below) == std::vector{std::pair{2, 5}, std::pair{3, 1}});
}

TEST_CASE("many merged cells are read in a time that their number bounds") {
    std::string listing =
        "sheet\tvisible\tAkteure\ncell\t1\t1\ttext\tkey\ncell\t1\t2\ttext\tname\n"
        "cell\t1\t3\ttext\tkind\n";
    std::string merges;
    constexpr int rows = 40'000;
    for (int row = 2; row < rows; ++row) {
        const std::string number = std::to_string(row);
        listing += "cell\t" + number + "\t1\ttext\ta" + number + "\ncell\t" + number +
                   "\t2\ttext\tA\ncell\t" + number + "\t3\ttext\tother\n";
        merges += "merged\t" + number + "\t2\t" + number + "\t2\n";
    }
    const auto book = io::parse_workbook_cells(listing + merges + "end\n", io::WorkbookForm::xlsx);
    NetworkBuilder builder;
    const io::Limits limits;
    io::RowBudgets budgets{limits};
    const double seconds = seconds_of([&] {
        CHECK(io::read_sheet(book.sheets.front(), "x.xlsx", Actor::table, budgets, builder));
    });
    CHECK(seconds < 5);  // 0.3; it was minutes
}

TEST_CASE("numbers in columns of text keep their digits, in columns of numbers their meaning") {
    const std::string cell = "\"><v>1.125</v></c>";
    std::string row = text_row(2, {"", "A", "other"});
    row.insert(row.find("<c r=\"B2\""), "<c r=\"A2" + cell);
    row.insert(row.find("</row>"),
               "<c r=\"D2" + cell + "<c r=\"E2" + cell + "<c r=\"F2\"><v>51.125</v></c>");
    row.erase(row.find("<c r=\"A2\" t="), row.find("<c r=\"A2\"><v>") - row.find("<c r=\"A2\" t="));
    const TestFolder folder;
    folder.write("netz.xlsx",
                 zip_file(xlsx_parts(
                     {{"Akteure",
                       text_row(1, {"key", "name", "kind", "note", "Kennzahl", "lat *"}) + row}})));
    const auto result = io::read_network(folder / "netz.xlsx");
    REQUIRE(result);
    REQUIRE(result->network.actors().size() == 1);
    const Actor& actor = result->network.actors()[0];
    CHECK(actor.key == "1.125");
    CHECK(actor.note == "1.125");
    CHECK(extra(result->network, "1.125", "Kennzahl") == "1.125");
    CHECK(actor.lat == 51.125);
}

TEST_CASE("what a sheet cannot hold is not written") {
    const auto error_of = [](int row, int column, const std::string& text) {
        io::XlsxBook book{"x"};
        const int sheet = book.add_sheet("Daten");
        if (text.empty())
            book.number(sheet, row, column, 1);
        else
            book.text(sheet, row, column, text);
        const auto bytes = std::move(book).bytes();
        return bytes ? std::string{} : bytes.error().message.en;
    };
    CHECK(error_of(1'048'576, 16'384, "x") == "");
    CHECK(error_of(1'048'577, 1, "x").starts_with("Sheet 'Daten': a sheet of a workbook holds at"));
    CHECK(error_of(1'048'577, 1, "").starts_with("Sheet 'Daten': a sheet of a workbook holds at"));
    CHECK(error_of(1, 16'385, "x").starts_with("Sheet 'Daten': a sheet of a workbook holds at"));
    // The escape that Excel wants makes it longer than a cell.
    CHECK(error_of(1, 1, std::string(32'760, 'x') + "_x0041_").starts_with("Daten!A1: a cell"));
}

TEST_CASE("whoever writes a workbook that lotse will not read again is told so") {
    TestTables tables;
    std::vector<std::pair<std::string, std::string>> cells;
    for (int i = 10'000; i < 30'000; ++i) cells.emplace_back("c" + std::to_string(i), "1");
    for (int i = 0; i < 100; ++i) tables.actor("a" + std::to_string(i), "other").extra = cells;
    const auto notes_of = [](const Network& network) {
        io::ExportOptions options;
        const auto form = io::find_export_form("x.xlsx", "");
        std::string out;
        for (const Message& note : io::export_notes(network, **form, options))
            out += note.en + '\n';
        return out;
    };
    CHECK(notes_of(*tables.network()).find("The table actors has 2020303 filled cells") !=
          std::string::npos);
    for (Actor& actor : tables.actors) actor.extra.resize(19'700);
    CHECK(notes_of(*tables.network()).find("filled cells") == std::string::npos);
}

TEST_CASE("numbers of cells are those that the spreadsheet shows, with 15 digits") {
    const auto shown = [](const std::string& number) {
        const auto book = io::parse_workbook_cells(
            "sheet\tvisible\tA\ncell\t1\t1\tnumber\t" + number + "\nend\n", io::WorkbookForm::xlsx);
        return book.sheets.front().cells.front().text;
    };
    CHECK(shown("434.99999999999994") == "435");
    CHECK(shown("3.0000000000000004") == "3");
    CHECK(shown("-2.9999999999999996") == "-3");
    CHECK(shown("0.30000000000000004") == "0.3");
    CHECK(shown("1E-05") == "0.00001");
    CHECK(shown("51.273633189561") == "51.273633189561");
    CHECK(shown("0.123456789012345") == "0.123456789012345");
    CHECK(shown("5911000") == "5911000");
    CHECK(shown("860742719012345") == "860742719012345");
    CHECK(shown("1234567890123457") == "1234567890123457");  // said to have lost digits
}
