#include "files.hpp"

#include <catch2/catch.hpp>

#include <chrono>

using namespace lotse;
using namespace std::string_literals;
using Found = std::vector<std::string>;

namespace {

BuildResult read_actors(std::string_view text, const io::Limits& limits = {}) {
    return read_folder({{"actors.csv", text}}, limits);
}
std::string name_of(const BuildResult& result, std::string_view key) {
    const auto id = result.network.find_actor(key);
    REQUIRE(id);
    return result.network[*id].name;
}

}  // namespace

TEST_CASE("a table is read with any delimiter, line end and heading language") {
    const std::string_view text =
        GENERATE("key,name,kind\na,Verein A,sports_club\nb,Verein B,sports_club\n",
                 "key;name;kind\na;Verein A;sports_club\nb;Verein B;sports_club",
                 "key\tname\tkind\r\na\tVerein A\tsports_club\r\nb\tVerein B\tsports_club\r\n",
                 "Schlüssel;Name;Art\ra;Verein A;Sportverein\rb;Verein B;Sportverein\r",
                 "sep=;\r\nArt;Name;Kennung\r\nsports_club;Verein A;a\r\nsports_club;Verein B;b",
                 "key,name,kind,,\na,Verein A,sports_club,,\nb,Verein B,sports_club,,\n",
                 "\n\nkey,name,kind\n\n,,\na,Verein A,sports_club\nb,Verein B,sports_club\n\n");
    const BuildResult result = read_actors(text);
    CAPTURE(text, found(result));
    CHECK_FALSE(result.has_errors());
    CHECK(result.rows.used == 2);
    CHECK(name_of(result, "a") == "Verein A");
    CHECK(name_of(result, "b") == "Verein B");
}

TEST_CASE("quotes, commas and line breaks inside fields survive") {
    const BuildResult result = read_actors(
        "key;name;kind;note\r\na;\"Verein; \"\"A\"\"\";sports_club;\"Zeile 1\r\nZeile 2\"");
    CHECK(found(result).empty());
    CHECK(name_of(result, "a") == "Verein; \"A\"");
    CHECK(result.network.actors()[0].note == "Zeile 1\r\nZeile 2");
}

TEST_CASE("text is decoded by rule, never guessed into mojibake") {
    SECTION("UTF-8 with a byte order mark") {
        const auto result = read_actors("\xEF\xBB\xBFkey,name,kind\na,Träger Köln,other\n");
        CHECK(found(result).empty());
        CHECK(name_of(result, "a") == "Träger Köln");
    }
    SECTION("Windows-1252") {
        const auto result = read_actors("key,name,kind\na,Tr\xE4ger \x80,other\n");
        CHECK(found(result) == Found{"actors.csv decoded"});
        CHECK(name_of(result, "a") == "Träger €");
    }
    SECTION("CSV (MS-DOS)") {
        const auto result = read_actors(
            "key;name;kind\na;Verein;other\nb;Tr\x84ger K\x94ln S\x81"
            "d Gr\x94\xE1"
            "e;other\n");
        CHECK(found(result) == Found{"actors.csv:3 doubtful-encoding"});
        CHECK(name_of(result, "b") == "Träger Köln Süd Größe");
        CHECK(name_of(read_actors("key;name;kind\na;K\x84se;other\n"), "a") == "Käse");
        CHECK(name_of(read_actors("key;name;kind;note\na;Tr\x84ger;other;\x84ltere Menschen\n"),
                      "a") == "Träger");
        CHECK(name_of(read_actors("key;name;kind;note\na;\x84ltere;other;f\x81r alle\n"), "a") ==
              "ältere");
    }
    SECTION("CSV (Macintosh)") {
        const auto result = read_actors(
            "key;name;kind\na;Tr\x8Ager K\x9Aln S\x9F"
            "d Gr\x9A\xA7"
            "e \x85lberg;other\n");
        CHECK(found(result) == Found{"actors.csv:2 doubtful-encoding"});
        CHECK(name_of(result, "a") == "Träger Köln Süd Größe Ölberg");
    }
    SECTION("signs of Windows-1252 that others have for umlauts") {
        const auto name = [](const std::string& text) {
            const auto result = read_actors("key;name;kind\na;" + text + ";other\n");
            CHECK(found(result) == Found{"actors.csv decoded"});
            return name_of(result, "a");
        };
        CHECK(name("Verein \x84Lotse\x94 im \x84lotse\x94s Haus") ==
              "Verein „Lotse” im „lotse”s Haus");
        CHECK(name("\x8Akoda \x8Aimi\x9A, Ko\x9Aice") == "Škoda Šimiš, Košice");
        CHECK(name("Lotse\x99, \xA7 16 \xA7\xA7 16a, Stufe\x86") == "Lotse™, § 16 §§ 16a, Stufe†");
    }
    SECTION("both, or neither: Windows-1252, with a warning") {
        for (const char* text : {"Tr\x84ger M\xFCller", "F\x9Fr K\x84se", "Tr\x8Ager M\xFCller"}) {
            const auto result = read_actors("key;name;kind\na;" + std::string{text} + ";other\n");
            CHECK(found(result) == Found{"actors.csv decoded", "actors.csv:2 doubtful-encoding"});
        }
    }
    SECTION("a lone sign that is an umlaut elsewhere: Windows-1252, with a warning") {
        for (const char* text : {"K\x9Aln", "Stra\xE1\x65", "Gro\xE1", "\x9A\x62ung", "\x8Erzte",
                                 "\x80rzte", "\x85lberg"}) {
            INFO(text);
            const auto result = read_actors("key;name;kind\na;" + std::string{text} + ";other\n");
            CHECK(found(result) == Found{"actors.csv decoded", "actors.csv:2 doubtful-encoding"});
        }
        for (const char* text :
             {"Milo\x9A Ko\x9Aice", "\x8Ei\x9E\x65k", "Su\xE1rez, Sebasti\xE1n", "15 \x80 je Kurs",
              "15\x80pro Kurs", "und so weiter\x85", "\x86 1999", "\x9Aport f\xFCr alle"}) {
            INFO(text);
            CHECK(found(read_actors("key;name;kind\na;" + std::string{text} + ";other\n")) ==
                  Found{"actors.csv decoded"});
        }
    }
    SECTION("UTF-16, little endian") {
        std::string text = "\xFF\xFE";
        for (const char c : "key;name;kind\na;Verein;other\n"s) text += {c, '\0'};
        const auto result = read_actors(text);
        CHECK(found(result) == Found{"actors.csv decoded"});
        CHECK(name_of(result, "a") == "Verein");
    }
    SECTION("UTF-16 without a mark, either way round") {
        const bool big = GENERATE(false, true);
        std::string text;
        for (const char c : "key;name;kind\na;Verein;other\n"s)
            big ? text += {'\0', c} : text += {c, '\0'};
        const auto result = read_actors(text);
        CHECK(found(result) == Found{"actors.csv decoded"});
        CHECK(name_of(result, "a") == "Verein");
    }
    SECTION("a mark that promises UTF-8 and bytes that are not: the cell is named") {
        const auto result = read_actors("\xEF\xBB\xBFkey,name,kind\na,\xED\xA0\x80,other\n");
        CHECK(found(result) == Found{"actors.csv:2:2 bad-encoding"});
    }
    SECTION("two encodings in one file") {
        const auto result = read_actors("key,name,kind\na,Köln,other\nb,K\xF6ln,other\n");
        CHECK(found(result) == Found{"actors.csv:3 mixed-encoding"});
    }
    SECTION("half of a UTF-16 character") {
        const auto result = read_actors("\xFF\xFE"s + "k\0e\0y"s);
        CHECK(found(result) == Found{"actors.csv:1 unreadable-text"});
    }
    SECTION("decomposed umlauts are composed") {
        const auto result = read_actors("key,name,kind\na,Ko\xCC\x88ln,other\n");
        CHECK(name_of(result, "a") == "Köln");
    }
}

TEST_CASE("the row of headings is found below titles") {
    const auto result = read_actors(
        "Netzwerk Musterstadt;;\n\n;;Stand 2024\nkey;name;kind\na;Verein A;sports_club\n");
    CHECK(found(result) == Found{"actors.csv:1 title-row", "actors.csv:3 title-row"});
    CHECK(result.rows.used == 1);
}

TEST_CASE("a title or comment of one known word is no row of headings") {
    for (const std::string title : {"Akteur", "Art", "# Kommentar", "# Name; Art"}) {
        INFO(title);
        const auto result = read_actors(title + "\nkey;name;kind\na;Verein A;sports_club\n");
        CHECK(found(result) == Found{"actors.csv:1 title-row"});
        CHECK(result.rows.used == 1);
    }
    const auto marked = read_actors("#key,name,kind\na,Verein A,sports_club\n");
    CHECK(found(marked).empty());
    CHECK(marked.rows.used == 1);
}

TEST_CASE("headings that do not fit are named") {
    CHECK(found(read_actors("name,kind\nA,sports_club\n")) == Found{"actors.csv:1 missing-column"});
    CHECK(found(read_actors("key,name,name,kind\na,A,A2,sports_club\n")) ==
          Found{"actors.csv:1:3 duplicate-column"});
    CHECK(found(read_actors("key,name,knd\na,A,sports_club\n")) ==
          Found{"actors.csv:1 missing-column", "actors.csv:1:3 unknown-column"});
    CHECK(found(read_actors("key,na\x01me,kind\na,A,sports_club\n")) ==
          Found{"actors.csv:1 missing-column", "actors.csv:1:2 bad-heading",
                "actors.csv:1:2 unknown-column"});
    CHECK(found(read_actors("")) == Found{"actors.csv:1 empty-table"});
    CHECK(found(read_actors("\n\n,,\n")) == Found{"actors.csv:1 empty-table"});
    CHECK(found(read_actors("a,Verein A,sports_club\n")).front() == "actors.csv:1 missing-column");
}

TEST_CASE("rows that do not fit are named with their line") {
    CHECK(found(read_actors("key,name,kind,website\na,A,other\n\nb,B,other,https://x.example\n")) ==
          Found{"actors.csv:2 wrong-field-count"});
    CHECK(found(read_actors("key,name,kind\na,Verein A, e. V.,sports_club\n")) ==
          Found{"actors.csv:2 wrong-field-count"});
    CHECK(found(read_actors("key,name,kind\na,A,other,,,\n")).empty());
    const auto stray = read_actors("key,name,,kind\na,A,oops,other\n");
    CHECK(found(stray) == Found{"actors.csv:2:3 unnamed-column"});
    CHECK(stray.rows.used == 1);
}

TEST_CASE("a heading with commas over rows with semicolons is never one giant column") {
    const auto result = read_actors("key,name,kind\na;A;sports_club\nb;B;sports_club\n");
    CHECK(found(result) ==
          Found{"actors.csv:2 wrong-field-count", "actors.csv:3 wrong-field-count"});
    CHECK(result.issues.back().message.en.find("';'") != std::string::npos);
    CHECK(result.rows.rejected == 2);
}

TEST_CASE("a quote that is never closed is named where it begins") {
    CHECK(found(read_actors("key,name,kind\na,A,other\nb,\"B,other\nc,C,other\n")) ==
          Found{"actors.csv:3 unterminated-quote"});
    for (const char* heading : {"key,\"name,kind", "key;name;\"kind", "\"key,name,kind"}) {
        INFO(heading);
        const auto quoted = found(read_actors(std::string{heading} + "\na,A,other\n"));
        CHECK(std::ranges::find(quoted, "actors.csv:1 unterminated-quote") != quoted.end());
    }
    CHECK(found(read_actors("key,name,kind\na,\"A\" e. V.,other\n")) ==
          Found{"actors.csv:2 text-after-quote"});
}

TEST_CASE("comment rows are counted, not lost in silence") {
    const auto result = read_actors("key,name,kind\n# alt,,\na,A,other\n#b,B,other\n");
    CHECK(found(result) == Found{"actors.csv:2 comment-rows"});
    CHECK(result.issues.back().message.en.find("2 rows that begin with #") != std::string::npos);
    CHECK(result.rows.used == 1);
}

TEST_CASE("foreign columns are kept and reported") {
    const auto result = read_actors("key,name,kind,Farbe\na,A,other,himmelblau\n");
    CHECK(found(result) == Found{"actors.csv:1:4 unknown-column"});
    CHECK(result.network.actors()[0].extra ==
          std::vector<std::pair<std::string, std::string>>{{"Farbe", "himmelblau"}});
}

TEST_CASE("NUL and other control characters are errors in their cell") {
    CHECK(found(read_actors("key,name,kind\na,Ver\0ein,other\n"s)) ==
          Found{"actors.csv:2:2 control-character"});
}

TEST_CASE("a cell of nothing but marks around a letter does not take long") {
    std::string marks;
    for (int i = 0; i < 15'000; ++i) marks += i % 2 == 0 ? "\u200b" : "\u00a0";
    std::string rows = "key,name,kind,note\n";
    for (int i = 0; i < 10; ++i)
        rows += "k" + std::to_string(i) + ",N" + std::to_string(i) + ",other," + marks + "ü\n";
    const auto start = std::chrono::steady_clock::now();
    const auto result = read_actors(rows);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{5});
    CHECK(found(result) == Found{"actors.csv:2:4 invisible-mark"});
    CHECK(result.network.actors().front().note == "ü");
}

TEST_CASE("marks without width at the ends of cells and headings are removed, with one note") {
    const auto result = read_actors(
        "\u200bkey,name\u200e,kind,since,note\n"
        "\ufeffa ,\u200fAmt\u00ad A,other\u061c,2019\u2060,\u200e\n"
        "b,B,other,, \u200ein\u200bner \u00ad\n");
    CHECK(found(result) == Found{"actors.csv:1:1 invisible-mark"});
    CHECK(result.issues.front().message.en.find("(cells: 7;") != std::string::npos);
    REQUIRE(result.network.actors().size() == 2);
    const Actor& a = result.network.actors()[0];
    CHECK(a.key == "a");
    CHECK(a.name == "Amt\u00ad A");
    CHECK(a.since == PartialDate{2019, 0, 0});
    CHECK(a.note.empty());
    CHECK(result.network.actors()[1].note == "in\u200bner");
    for (const std::string mark : {"\u200ax\u200ey", "\u202aa\u202c", "x\u2066", "\u202e"})
        CHECK(read_actors("key,name,kind\na,A" + mark + ",other\n").has_errors());
}

TEST_CASE("headings separated by a sign that no table has are named") {
    for (const std::string text : {"key|name|kind\na|A|other\n", "| key | name |\n|---|---|\n",
                                   "Schlüssel^Name^Art\na^A^other\n",
                                   "\"key\"|\"name\"|\"kind\"\n\"a\"|\"A\"|\"other\"\n"}) {
        const auto result = read_actors(text);
        CHECK(found(result) == Found{"actors.csv:1 unsupported-dialect"});
    }
    CHECK(found(read_actors("key|foo\na\n")).front() != "actors.csv:1 unsupported-dialect");
}

TEST_CASE("a page under the name of a table is said to be one") {
    for (const auto& [text, form] :
         std::initializer_list<std::pair<std::string_view, std::string_view>>{
             {"\n <!doctype HTML>\n<p>Bitte anmelden", "HTML"},
             {"<html><body>", "HTML"},
             {"<?xml version=\"1.0\"?><a/>", "XML"},
             {"<table border=\"1\"><tr><td>key</td></tr></table>", "HTML"},
             {"<!-- saved from url=(0021)https://example.org/ -->\n<html>", "HTML"},
             {"{\"lotse\": \"1\"}", "JSON"},
             {"{ \"lotse\" : \"1\" }", "JSON"},
             {"[\n  {\n    \"key\": \"a\"\n  }\n]\n", "JSON"}}) {
        const auto result = read_actors(text);
        CHECK(found(result) == Found{"actors.csv wrong-ending"});
        CHECK(result.issues.front().message.en.find(form) != std::string::npos);
    }
    for (const std::string heading :
         {"{Feld}", "[Feld]", "<Feld>", "[{Feld}]", "{\"\"Feld\"\"}", "<tablet>"})
        CHECK(found(read_actors('"' + heading + "\",key,name,kind\nx,a,A,other\n")) ==
              Found{"actors.csv:1:1 unknown-column"});
    CHECK(found(read_actors("[Feld],key,name,kind\nx,a,A,other\n")) ==
          Found{"actors.csv:1:1 unknown-column"});
}

TEST_CASE("limits end the reading with the setting that raises them") {
    const TestFolder folder;
    const auto error = [&](const io::Limits& limits) {
        const auto result = io::read_network(folder.path(), limits);
        REQUIRE_FALSE(result);
        CHECK(result.error().kind == ErrorKind::limit);
        return result.error().message.en;
    };
    io::Limits limits;
    SECTION("size of a file, before it is read") {
        folder.write("actors.csv", std::string((1U << 20U) + 1, 'a'));
        limits.file_mb = 1;
        CHECK(error(limits).find("actors.csv: ") == 0);
        CHECK(error(limits).find("--limit file-mb=") != std::string::npos);
    }
    SECTION("columns") {
        folder.write("actors.csv", "key,name,kind,x,y\na,A,other,1,2\n");
        limits.columns = 4;
        CHECK(error(limits).find("--limit columns=") != std::string::npos);
        limits.columns = 5;
        CHECK(io::read_network(folder.path(), limits));
    }
    SECTION("size of a cell") {
        folder.write("actors.csv", "key,name,kind\na," + std::string(1025, 'A') + ",other\n");
        limits.field_kb = 1;
        CHECK(error(limits).find("actors.csv:2:2: ") == 0);
    }
    SECTION("actors and rows") {
        folder.write("actors.csv", "key,name,kind\na,A,other\nb,B,other\n");
        limits.actors = 1;
        CHECK(error(limits).find("--limit actors=") != std::string::npos);
        limits.actors = 100;
        limits.rows = 1;
        CHECK(error(limits).find("--limit rows=") != std::string::npos);
        limits.rows = 2;
        CHECK(io::read_network(folder.path(), limits));
    }
}

TEST_CASE("rows that a quote has drawn into a cell are named, notes of several lines are not") {
    const auto issues = [](std::string_view rows) {
        return found(read_actors("key,name,kind,note\n" + std::string{rows}));
    };
    const Found named{"actors.csv:2:2 rows-in-cell"};
    CHECK(issues("a,\"Verein A,other,\nb,B,other,\nc,C\",other,\n") == named);
    CHECK(issues("a,\"Verein A,other,\r\nb,B\",other,\r\n") == named);
    CHECK(issues("a,\"Verein A,other,x\n\nb,B,other,y\nc,C,other,z\nd,D\",other,\n") == named);
    CHECK(issues("a,A,other,\"one\ntwo, three, four, five\nsix\"\n").empty());
    CHECK(issues("a,A,other,\"Mo 9,5-12\nDi 9,5-12\"\n").empty());
    CHECK(issues("a,A,other,\"one,two\nthree\"\n").empty());
    CHECK(issues("a,A,other,\"one\n\ntwo\"\n").empty());
    CHECK(issues("a,\"A\nB\",other,\n").empty());
    CHECK(issues("a,\"A\nB\",other,\nb,B,other,\"x,y\"\n").empty());
}

TEST_CASE("a key of three digits is known where Kreise begin so") {
    for (const char* key : {"051", "100", "09"}) {
        INFO(key);
        const auto read = read_actors("key,name,kind,area\na,A,other," + std::string{key} + "\n");
        CHECK(found(read).empty());
    }
    for (const char* key : {"054", "105"}) {
        INFO(key);
        const auto read = read_actors("key,name,kind,area\na,A,other," + std::string{key} + "\n");
        CHECK(found(read) == Found{"actors.csv:2:4 unknown-area"});
    }
}

TEST_CASE("columns that somebody put aside are kept, but not read as those of the table") {
    for (const std::string heading : {"_until", "//until", "-Ende", "~until", "!until"}) {
        INFO(heading);
        const auto result = read_actors("key,name,kind," + heading + "\na,A,other,2020\n");
        CHECK(found(result) == Found{"actors.csv:1:4 unknown-column"});
        REQUIRE(result.network.actors().size() == 1);
        CHECK_FALSE(result.network.actors()[0].until);
        CHECK(result.network.actors()[0].extra.front().second == "2020");
    }
}
