#include "files.hpp"
#include "zip_file.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;
using Found = std::vector<std::string>;

namespace {

constexpr std::string_view actors = "key,name,kind,area\na,A,other,own\nb,B,other,own\n";
constexpr std::string_view areas = "key,name\nown,Eigenes Gebiet\n";
constexpr std::string_view ties = "from,to,kind\na,b,informs\na,x,informs\n";

}  // namespace

TEST_CASE("what follows from a table that cannot be read is counted, not said one by one") {
    SECTION("a required column is missing") {
        const auto result = read_folder(
            {{"actors.csv", actors}, {"ties.csv", ties}, {"areas.csv", "code,name\nown,X\n"}});
        CHECK(found(result) == Found{"actors.csv:2:4 unread-table", "areas.csv:1 missing-column",
                                     "areas.csv:1:1 unknown-column", "ties.csv:2:1 unread-table",
                                     "ties.csv:3:2 unknown-reference"});
        CHECK(result.rows.used == 0);
        CHECK(result.rows.rejected == 5);
    }
    SECTION("the file cannot be decoded, or only to some line") {
        for (const std::string_view broken :
             {"key,name\nown,\"Eigenes Gebiet\nz,Z\n", "key,name\nown,K\xF6ln\nz,Köln\n"}) {
            const auto result = read_folder({{"actors.csv", actors}, {"areas.csv", broken}});
            CHECK(std::ranges::none_of(result.issues, [](const Issue& issue) {
                return issue.code == "unknown-reference";
            }));
            CHECK(result.has_errors());
        }
    }
    SECTION("a faulty row is no faulty table") {
        const auto result =
            read_folder({{"actors.csv", actors}, {"areas.csv", "key,name\nown,\n"}});
        CHECK(found(result) == Found{"actors.csv:2:4 unknown-reference",
                                     "actors.csv:3:4 unknown-reference",
                                     "areas.csv:2:2 missing-value"});
    }
}

TEST_CASE("a row with an error is checked to its end") {
    const auto result =
        read_folder({{"actors.csv",
                      "key,name,kind,since,area,part_of\na,A,Quatsch,Mai 2019,99999,weg\n"
                      "b,B,other,Mai 2019,,a\n"}});
    CHECK(found(result) == Found{"actors.csv:2:3 unknown-code", "actors.csv:2:4 bad-date",
                                 "actors.csv:2:5 bad-ags", "actors.csv:2:6 unknown-reference",
                                 "actors.csv:3:4 bad-date"});
    CHECK(result.rows.rejected == 2);
}

TEST_CASE("a required list of nothing but separators is missing") {
    const auto read = [](const std::string& topics) {
        return found(read_folder({{"actors.csv", "key,name,kind\na,A,other\n"},
                                  {"offers.csv", "key,name,topics,form\no,O," + topics + ",\n"}}));
    };
    CHECK(read("|") == Found{"offers.csv:2:3 missing-value"});
    CHECK(read(" | | ") == Found{"offers.csv:2:3 missing-value"});
    CHECK(read("|LP-BEW|").empty());
}

TEST_CASE("wrongly decoded umlauts are named once a column") {
    const auto result = read_folder({{"actors.csv",
                                      "key,name,kind,note\n"
                                      "a,KÃ¶ln,other,§ 16a – „so“\n"
                                      "b,Ãœ,other,SÃO PAULO\n"
                                      "c,C,other,â€žsoâ€œ\n"
                                      "d,D,other,Â§ 20\n"}});
    CHECK(found(result) == Found{"actors.csv:2:2 mojibake", "actors.csv:4:4 mojibake"});
    CHECK(result.issues.front().message.de.find("Spalte: 2") != std::string::npos);
}

TEST_CASE("UTF-8 that was decoded twice as ISO 8859-1 is named") {
    const auto result = read_folder({{"actors.csv",
                                      "key,name,kind\n"
                                      "a,Gro\xC3\x83\xC2\x9F\x65 Hilfe,other\n"}});
    CHECK(found(result) == Found{"actors.csv:2:2 control-character", "actors.csv:2:2 mojibake"});
    CHECK(result.issues[0].message.en.find("again as 'CSV UTF-8'") != std::string::npos);
}

TEST_CASE("a workbook or packed file under another ending is called what it is") {
    const auto code = [](std::string_view name, const std::string& bytes) {
        const TestFolder folder;
        folder.write(name, bytes);
        const auto result = io::read_network(folder / name);
        REQUIRE(result);
        REQUIRE(result->issues.size() == 1);
        const Issue& issue = result->issues.front();
        const auto open = issue.message.en.find('(');
        return std::string{issue.code} +
               issue.message.en.substr(open, issue.message.en.find(')') - open + 1);
    };
    const std::string workbook = zip_file(xlsx_parts({{"Akteure", ""}}));
    CHECK(code("netz.csv", workbook) == "wrong-ending(.xlsx)");
    CHECK(code("netz.json", workbook) == "wrong-ending(.xlsx)");
    CHECK(code("netz.json", "\x1F\x8B\x08packed") == "wrong-ending(gzip)");
    CHECK(code("netz.csv.gz", "\x1F\x8B\x08packed") == "wrong-ending(gzip)");
    CHECK(code("netz.zip", zip_file({{"actors.csv", "x"}})) == "wrong-ending(zip)");
    const auto in_folder = read_folder({{"actors.csv", actors}, {"areas.csv", workbook}});
    CHECK(found(in_folder) == Found{"actors.csv:2:4 unread-table", "areas.csv wrong-ending"});
}

TEST_CASE("datapackage.json says how a table is written") {
    const auto read = [](const std::string& members, std::string_view table) {
        return read_folder({{"actors.csv", table},
                            {"datapackage.json",
                             "{\"resources\": [{\"name\": \"actors\", \"path\": \"actors.csv\", " +
                                 members + "}]}"}});
    };
    const auto name = [](const BuildResult& result) {
        REQUIRE(result.network.actors().size() == 1);
        return result.network.actors()[0].name;
    };
    SECTION("encoding") {
        const std::string_view cp850 = "key,name,kind\na,K\x94ln,other\n";
        const auto good = read(R"("encoding": "cp850")", cp850);
        CHECK(found(good).empty());
        CHECK(name(good) == "Köln");
        CHECK(name(read(R"("encoding": "UTF-8")", "key,name,kind\na,Köln,other\n")) == "Köln");
        CHECK(name(read(R"("encoding": "cp850")", "\xEF\xBB\xBFkey,name,kind\na,Köln,other\n")) ==
              "Köln");
        CHECK(found(read(R"("encoding": "us-ascii")", cp850)).front() ==
              "actors.csv:1 unreadable-text");
        for (const char* unknown : {"klingon-8", "shift_jis"})
            CHECK(found(read("\"encoding\": \"" + std::string{unknown} + '"', cp850)).back() ==
                  "datapackage.json:1:69 unknown-encoding");
    }
    SECTION("encoding that the bytes contradict") {
        const std::string_view utf8 = "key,name,kind\na,Köln,other\n";
        const auto named = [&](const std::string& encoding, std::string_view table) {
            return read("\"encoding\": \"" + encoding + '"', table);
        };
        for (const char* same : {"utf-8-sig", "UTF-8-BOM", "cp65001", "utf8"}) {
            CHECK(found(named(same, utf8)).empty());
            CHECK(name(named(same, utf8)) == "Köln");
        }
        for (const char* latin : {"iso-8859-1", "latin1", "ISO-8859-15"}) {
            const auto result = named(latin, "key,name,kind\na,K\xF6ln \x96 \x80,other\n");
            CHECK(name(result) == "Köln – €");
            CHECK_FALSE(result.has_errors());
            CHECK(result.issues.size() == 1);  // the note
        }
        CHECK(name(named("iso-8859-15", "key,name,kind\na,\xA4,other\n")) == "€");
        for (const char* one_byte : {"windows-1252", "iso-8859-1", "cp850"}) {
            const auto result = named(one_byte, utf8);
            CHECK(found(result) == Found{"datapackage.json:1:69 wrong-encoding"});
            CHECK(name(result) == "Köln");
            CHECK_FALSE(result.has_errors());
        }
        const auto unknown = named("klingon-8", utf8);
        CHECK(found(unknown) == Found{"datapackage.json:1:69 unknown-encoding"});
        CHECK(name(unknown) == "Köln");
        CHECK_FALSE(unknown.has_errors());
        std::string wide = "\xFF\xFE";
        for (const char c : std::string_view{"key,name,kind\na,Ort,other\n"})
            wide.append({c, '\0'});
        for (const char* label : {"windows-1252", "utf-16", "utf-16be", "utf-16le", "klingon-8"})
            CHECK(name(named(label, wide)) == "Ort");
    }
    SECTION("encoding of what is no table of lotse's own") {
        const auto photo = read_folder({{"actors.csv", actors},
                                        {"areas.csv", areas},
                                        {"notes.txt", ""},
                                        {"datapackage.json",
                                         "{\"resources\": [{\"name\": \"notes\", \"path\": "
                                         "\"notes.txt\", \"encoding\": \"shift_jis\"}]}"}});
        CHECK(found(photo).empty());
        const auto hsds = read_folder({{"organizations.csv", "id,name,description\no,K\x94ln,x\n"},
                                       {"datapackage.json",
                                        "{\"resources\": [{\"name\": \"organizations\", \"path\": "
                                        "\"organizations.csv\", \"encoding\": \"cp850\"}]}"}});
        CHECK(name(hsds) == "Köln");
    }
    SECTION("delimiter") {
        const auto good =
            read(R"("dialect": {"delimiter": "|"})", "key|name|kind\na|A, B; C|other");
        CHECK(found(good).empty());
        CHECK(name(good) == "A, B; C");
        CHECK(found(read(R"("dialect": {"delimiter": ";;"})", "key,name,kind\na,A,other\n")) ==
              Found{"datapackage.json:1:82 unsupported-dialect"});
        const auto mistaken =
            read(R"("dialect": {"delimiter": ","})", "key;name;kind\na;A;other\n");
        CHECK(found(mistaken) == Found{"actors.csv:1 unsupported-dialect"});
    }
    SECTION("what is not read so") {
        const auto of = [&](const std::string& dialect) {
            const auto result = read("\"dialect\": " + dialect, "key,name,kind\na,A,other\n");
            return std::string{result.issues.empty() ? "read"
                               : result.has_errors() ? "error"
                                                     : "warning"};
        };
        CHECK(of(R"({"header": true, "quoteChar": "\"", "doubleQuote": true, "escapeChar": null,
                     "commentChar": "#", "lineTerminator": "\n", "skipInitialSpace": false})") ==
              "read");
        for (const char* member : {R"("header": false)", R"("quoteChar": "'")",
                                   R"("escapeChar": "\\")", R"("commentChar": "%")"})
            CHECK(of("{" + std::string{member} + "}") == "error");
        CHECK(of(R"({"skipInitialSpace": true})") == "warning");
        CHECK(of(R"("dialect.json")") == "warning");
    }
}

TEST_CASE("values of JSON that are no rows count as rejected rows") {
    const auto result = read_json(
        R"({"lotse": "1", "tables": {"actors": [{"key": "a", "name": "A", "kind": "other"},
            null, 5, ["x"]]}})");
    CHECK(found(result).size() == 3);
    CHECK(result.rows.read == 4);
    CHECK(result.rows.rejected == 3);
}

TEST_CASE("client data in the head of a network are named with their place") {
    const std::string head = "Netz von Versicherte A123456780";
    const auto json =
        read_json("{\"lotse\": \"1\", \"name\": \"" + head + "\", \"tables\": {\"actors\": []}}");
    CHECK(found(json) == Found{"netz.json:1:24 client-data"});
    const auto folder = read_folder({{"actors.csv", actors},
                                     {"areas.csv", areas},
                                     {"datapackage.json", "{\"title\": \"" + head + "\"}"}});
    CHECK(found(folder) == Found{"datapackage.json:1:11 client-data"});
}

TEST_CASE("a title of several property words is not the row of headings") {
    const auto result = read_folder(
        {{"actors.csv",
          "Stand:;05/2024;Quelle:;Netzwerkerhebung\nkey;name;kind;Extra\na;A;other;x\n"}});
    CHECK(result.rows.used == 1);
    CHECK(found(result).front() == "actors.csv:1 title-row");
    const auto incomplete = read_folder({{"actors.csv", "key;name;Extra\na;A;x\n"}});
    CHECK(found(incomplete).front() == "actors.csv:1 missing-column");
}

TEST_CASE("files that somebody put aside are no tables") {
    for (const std::string name : {"_areas.csv", "areas_.csv", "areas!.csv", "-areas.csv"}) {
        INFO(name);
        const auto result =
            read_folder({{"actors.csv", "key,name,kind\na,A,other\n"}, {name, areas}});
        REQUIRE(result.issues.size() == 1);
        CHECK(result.issues.front().where.file == name);
        CHECK(result.network.tables().areas.empty());
    }
}

TEST_CASE("a description of a package of millions of values is refused before it is kept") {
    std::string text = "{\"title\": \"Netz\",\n\"list\": [";
    for (int i = 0; i < 600'000; ++i) text += "1,";
    const auto result = read_folder({{"actors.csv", actors}, {"datapackage.json", text + "1]}"}});
    const auto refusal = std::ranges::find(result.issues, "wrong-structure", &Issue::code);
    REQUIRE(refusal != result.issues.end());
    CHECK(refusal->where.file == "datapackage.json");
    CHECK(refusal->where.row == 2);
}
