// The rows of one table are counted together, wherever they stand.
#include "files.hpp"
#include "workbook.hpp"
#include "workbook_cells.hpp"

#include <catch2/catch.hpp>

using namespace lotse;

namespace {

/// The message of a limit; empty: it was kept.
std::string over(const TestFolder& folder, std::string_view file, const io::Limits& limits) {
    const auto result = io::read_network(file.empty() ? folder.path() : folder / file, limits);
    if (result) return {};
    CHECK(result.error().kind == ErrorKind::limit);
    return result.error().message.en;
}

}  // namespace

TEST_CASE("the rows of a table in several files count together") {
    const TestFolder folder;
    folder.write("actors.csv", "key,name,kind\na,A,other\nb,B,other\n");
    folder.write("Akteure.csv", "key,name,kind\nc,C,other\nd,D,other\n");
    io::Limits limits;
    limits.actors = 3;
    CHECK(over(folder, {}, limits).find("actors.csv:3: ") == 0);
    limits.actors = 4;
    CHECK(over(folder, {}, limits).empty());
    limits.rows = 3;
    CHECK(over(folder, {}, limits).find("--limit rows=") != std::string::npos);
}

TEST_CASE("the rows of a table under several members count together") {
    const TestFolder folder;
    folder.write("netz.json",
                 "{\"lotse\": \"1\", \"tables\": {\n"
                 "\"actors\": [{\"key\": \"a\", \"name\": \"A\", \"kind\": \"other\"}],\n"
                 "\"ties\": [],\n"
                 "\"Akteure\": [{\"key\": \"b\", \"name\": \"B\", \"kind\": \"other\"}]}}\n");
    io::Limits limits;
    limits.actors = 1;
    CHECK(over(folder, "netz.json", limits).find("netz.json:4: ") == 0);
    limits.actors = 2;
    CHECK(over(folder, "netz.json", limits).empty());
}

TEST_CASE("the rows of a table on several sheets count together") {
    const std::string headings =
        "cell\t1\t1\ttext\tkey\ncell\t1\t2\ttext\tname\ncell\t1\t3\ttext\tkind\n";
    const auto row = [](const std::string& key) {
        return "cell\t2\t1\ttext\t" + key + "\ncell\t2\t2\ttext\t" + key +
               "\ncell\t2\t3\ttext\tother\n";
    };
    const auto book =
        io::parse_workbook_cells("sheet\tvisible\tAkteure\n" + headings + row("a") +
                                     "sheet\tvisible\tActors\n" + headings + row("b") + "end\n",
                                 io::WorkbookForm::xlsx);
    const auto read = [&](std::int64_t actors) {
        io::Limits limits;
        limits.actors = actors;
        NetworkBuilder builder;
        return io::read_workbook_sheets(book, "netz.xlsx", "netz", limits, builder);
    };
    const auto refused = read(1);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.en.find("netz.xlsx#Actors") == 0);
    CHECK(read(2));
}

TEST_CASE("too many rows are refused at the row that is too much, by the limit that stops") {
    const TestFolder folder;
    folder.write("actors.csv", "key,name,kind\na,A,other\n");
    folder.write("ties.csv",
                 "Netz;;\nfrom;to;kind\n# x;;\na;a;funds\nfrom;to;kind\n\na;a;funds\na;a;funds\n");
    io::Limits limits;
    limits.ties = limits.rows = 2;
    CHECK(over(folder, {}, limits).find("ties.csv:8: ") == 0);
    CHECK(over(folder, {}, limits).find("--limit ties=") != std::string::npos);
    limits.ties = 3;
    CHECK(over(folder, {}, limits).find("--limit rows=") != std::string::npos);
    limits.rows = 3;
    CHECK(over(folder, {}, limits).empty());

    folder.write("netz.json",
                 "{\"lotse\": \"1\", \"tables\": {\"actors\": [], \"ties\": [\n"
                 "{\"from\": \"a\", \"to\": \"a\"},\n{\"from\": [\"a\"]},\n7]}}");
    limits.ties = 2;
    CHECK(over(folder, "netz.json", limits).find("netz.json:4: ") == 0);
    limits.ties = 3;
    CHECK(over(folder, "netz.json", limits).empty());
}
