#include <lotse/base/csv.hpp>
#include <lotse/io/export.hpp>

#include "files.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

using namespace lotse;
namespace fs = std::filesystem;
using Found = std::vector<std::string>;

namespace {
constexpr std::string_view actors = "key,name,kind\na,Verein A,sports_club\nb,Verein B,other\n";
constexpr std::string_view ties = "from,to,kind\na,b,cooperates\n";

/// Windows-1252 as a German spreadsheet program saves it.
std::string windows_1252(std::string_view utf8) {
    static const std::map<std::string_view, char> signs{
        {"€", '\x80'}, {"„", '\x84'}, {"…", '\x85'}, {"‘", '\x91'}, {"’", '\x92'},
        {"“", '\x93'}, {"”", '\x94'}, {"–", '\x96'}, {"—", '\x97'}};
    std::string out;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if (byte < 0x80) {
            out += utf8[i];
        } else if (byte == 0xC2 || byte == 0xC3) {
            const auto low = static_cast<unsigned char>(utf8[++i]);
            out += static_cast<char>(low + (byte == 0xC3 ? 0x40 : 0));
        } else {
            const auto sign = signs.find(utf8.substr(i, 3));
            if (sign == signs.end()) FAIL("not in Windows-1252: " << utf8.substr(i, 3));
            out += sign->second;
            i += 2;
        }
    }
    return out;
}

/// The same table with semicolons, CRLF and decimal commas.
std::string as_spreadsheets_save(std::string_view csv) {
    CsvScanner scanner{csv, ','};
    std::string out;
    for (CsvRecord record; scanner.next(record) == CsvScanner::Step::record;) {
        for (std::size_t i = 0; i < record.fields.size(); ++i) {
            std::string field = record.fields[i];
            const bool number = field.find_first_not_of("0123456789.") == std::string::npos &&
                                std::ranges::count(field, '.') == 1;
            if (number) std::ranges::replace(field, '.', ',');
            out += (i == 0 ? "" : ";");
            const bool quoted = field.find_first_of(";\"\r\n") != std::string::npos;
            if (quoted) out += '"';
            for (const char c : field) out += c == '"' ? "\"\"" : std::string(1, c);
            if (quoted) out += '"';
        }
        out += "\r\n";
    }
    return windows_1252(out);
}
}  // namespace

TEST_CASE("tables are found by key and by German or English name") {
    const auto result = read_folder({{"Akteure.CSV", actors},
                                     {"Beziehungen.csv", ties},
                                     {"README.md", "nothing"},
                                     {".~lock.actors.csv#", "x"}});
    CHECK(found(result).empty());
    CHECK(result.network.info().name == "netz");
    CHECK(result.network.ties().size() == 1);
}

TEST_CASE("a file that is called like no table is named") {
    const auto result = read_folder({{"actors.csv", actors}, {"actor.csv", actors}});
    CHECK(found(result) == Found{"actor.csv unknown-file"});
    CHECK(result.issues[0].message.en.find("'actors.csv'") != std::string::npos);
}

TEST_CASE("what else lies in a folder is named, but for what lies in every one") {
    const auto result = read_folder({{"actors.csv", actors},
                                     {"actors.csv.bak", actors},
                                     {"ties.tsv", ties},
                                     {"netz.xlsx", "x"},
                                     {"notizen.docx", "x"},
                                     {"alt/actors.csv", actors},
                                     {"README.md", "x"},
                                     {"LICENSE", "x"},
                                     {".gitignore", "x"}});
    CHECK(found(result) == Found{"actors.csv.bak unknown-file", "alt unknown-file",
                                 "netz.xlsx unknown-file", "notizen.docx unknown-file",
                                 "ties.tsv unknown-file"});
    for (const Issue& issue : result.issues)
        CHECK((issue.severity == Severity::warning) == (issue.where.file == "ties.tsv"));
}

TEST_CASE("files that lotse or datapackage.json lists are not named") {
    CHECK(found(read_folder({{"actors.csv", actors},
                             {"manifest.json", R"({"lotse": "0.1.0", "files": {"index.html": "",
                                                   "ergebnisse/reach.json": ""}})"},
                             {"index.html", ""},
                             {"ergebnisse/reach.json", "{}"}}))
              .empty());
}

TEST_CASE("of very many other files some are named and the rest is counted") {
    std::map<std::string, std::string> files{{"actors.csv", std::string{actors}}};
    for (int i = 0; i < 30; ++i) files["bild" + std::to_string(i) + ".jpg"] = "";
    const TestFolder folder;
    for (const auto& [name, text] : files) folder.write(name, text);
    const auto result = io::read_network(folder.path());
    REQUIRE(result);
    CHECK(result->issues.size() == 21);
}

TEST_CASE("a folder without the table of actors is an error") {
    const auto result = read_folder({{"ties.csv", ties}});
    CHECK(found(result) == Found{"netz missing-table", "ties.csv:2:1 unknown-reference",
                                 "ties.csv:2:2 unknown-reference"});
    const auto put_aside = read_folder({{"actors.2024.csv", actors}});
    CHECK(put_aside.issues.back().code == "missing-table");
    CHECK(put_aside.issues.back().message.en.find("datapackage.json") == std::string::npos);
    CHECK(put_aside.issues.back().message.en.find("'actors.2024.csv'") != std::string::npos);
}

TEST_CASE("two files of one table are joined with a warning") {
    const auto result = read_folder(
        {{"actors.csv", actors}, {"akteure.csv", "key,name,kind\nc,Verein C,sports_club\n"}});
    CHECK(found(result) == Found{"akteure.csv second-file"});
    CHECK(result.network.actors().size() == 3);
}

TEST_CASE("what an editor leaves beside a table is not read, and named") {
    const auto result = read_folder({{"actors.csv", actors},
                                     {"ties.csv", ties},
                                     {"actors.csv~", actors},
                                     {"#ties.csv#", ties},
                                     {"~$actors.csv", actors}});
    CHECK(found(result) == Found{"#ties.csv# unknown-file", "actors.csv~ unknown-file",
                                 "~$actors.csv unknown-file"});
    CHECK(result.network.ties().size() == 1);
}

TEST_CASE("datapackage.json names the network and its tables") {
    const auto result = read_folder({{"datapackage.json", R"({
  "title": "Probenetz", "licenses": [{"name": "CC0-1.0"}], "fictional": true, "spare": [1, {}],
  "resources": [{"name": "actors", "path": "daten/stellen.csv"}, {"name": "ties", "path": "t.csv"},
                {"name": "photo", "path": "photo.jpg"}]})"},
                                     {"daten/stellen.csv", actors},
                                     {"photo.jpg", ""},
                                     {"t.csv", ties}});
    CHECK(found(result).empty());
    CHECK(result.network.info().name == "Probenetz");
    CHECK(result.network.info().license == "CC0-1.0");
    CHECK(result.network.info().fictional);
    CHECK(result.network.ties().size() == 1);
}

TEST_CASE("paths of a data package stay inside the folder") {
    const std::string path =
        GENERATE("../secret.csv", "/etc/hosts", "sub/../../secret.csv",
                 "http://x.example/actors.csv", "C:/actors.csv", "actors.csv\\u0000.txt", "",
                 "..\\\\secret.csv", ".", "./", "daten/", "aux.csv", "daten/COM1", "nul.tar.gz");
    const TestFolder folder;
    folder.write("../secret.csv", "key,name,kind\ns,Geheim,other\n");
    folder.write("actors.csv", actors);
    folder.write("datapackage.json",
                 "{\n\"resources\": [{\"name\": \"actors\", \"path\": \"" + path + "\"}]}");
    const auto result = io::read_network(folder.path());
    REQUIRE(result);
    CAPTURE(path);
    CHECK(found(*result).front().find("datapackage.json:2:") == 0);
    CHECK(found(*result).front().find(" bad-path") != std::string::npos);
    CHECK_FALSE(result->network.find_actor("s"));
}

TEST_CASE("a data package of wrong types says so at the place") {
    const auto of = [](std::string_view members) {
        return found(read_folder(
            {{"actors.csv", actors}, {"datapackage.json", "{" + std::string{members} + "}"}}));
    };
    CHECK(of(R"("resources": {"name": "actors"})") ==
          Found{"datapackage.json:1:15 wrong-structure"});
    CHECK(of(R"("resources": "actors.csv")") == Found{"datapackage.json:1:15 wrong-structure"});
    CHECK(of(R"("resources": ["actors.csv"])") == Found{"datapackage.json:1:16 wrong-structure"});
    CHECK(of(R"("licenses": "CC0-1.0")") == Found{"datapackage.json:1:14 wrong-structure"});
    CHECK(of(R"("licenses": ["CC0-1.0"])") == Found{"datapackage.json:1:15 wrong-structure"});
    CHECK(of(R"("licenses": null, "resources": [])").empty());
    CHECK(of(R"("resources": [{"name": "actors"}])") ==
          Found{"datapackage.json:1:16 missing-path"});
    CHECK(of(R"("resources": [{"name": "actors", "path": []}])") ==
          Found{"datapackage.json:1:16 missing-path"});
    CHECK(of(R"("resources": [{"name": "actors", "path": "companion.csv"}])") ==
          Found{"datapackage.json:1:43 missing-file"});
}

TEST_CASE("a link that leads out of the folder is not followed") {
    const TestFolder folder;
    folder.write("../secret.csv", "key,name,kind\ns,Geheim,other\n");
    fs::create_symlink("../secret.csv", folder / "actors.csv");
    const auto result = io::read_network(folder.path());
    REQUIRE(result);
    CHECK(found(*result) == Found{"actors.csv outside-folder"});
    CHECK(result->network.actors().empty());
}

TEST_CASE("links in a circle are said to be one") {
    const TestFolder folder;
    fs::create_symlink("actors.csv", folder / "actors.csv");
    const auto result = io::read_network(folder.path());
    REQUIRE_FALSE(result);
    CHECK(result.error().kind == ErrorKind::input_output);
    CHECK(result.error().message.en.find("form a circle") != std::string::npos);
}

TEST_CASE("what a data package names must be there and be JSON") {
    CHECK(found(read_folder({{"actors.csv", actors},
                             {"datapackage.json",
                              R"({"resources": [{"name": "ties", "path": "ties.csv"}]})"}})) ==
          Found{"datapackage.json:1:41 missing-file"});
    CHECK(found(read_folder({{"actors.csv", actors}, {"datapackage.json", "{\"title\": "}})) ==
          Found{"datapackage.json:1:11 bad-json"});
    CHECK(found(read_folder({{"actors.csv", actors}, {"datapackage.json", "[]"}})) ==
          Found{"datapackage.json:1:1 wrong-structure"});
    CHECK(found(read_folder({{"actors.csv", actors}, {"datapackage.json", "{\"title\": 5}"}})) ==
          Found{"datapackage.json:1:11 wrong-structure"});
}

TEST_CASE("a limit holds in a data package as in a network, and its message says how to raise it") {
    const std::string deep = "{\"x\": " + std::string(70, '[') + std::string(70, ']') + "}";
    for (const std::string_view table : {"actors.csv", "nodes.csv", "organizations.csv"}) {
        const TestFolder folder;
        folder.write(table, "id,label,name,kind\na,A,A,clinic\n").write("datapackage.json", deep);
        const auto result = io::read_network(folder.path());
        REQUIRE_FALSE(result);
        CHECK(result.error().kind == ErrorKind::limit);
        CHECK(result.error().message.en.find("--limit depth=") != std::string::npos);
        io::Limits more;
        more.depth = 100;
        CHECK(io::read_network(folder.path(), more));
    }
}

TEST_CASE("what cannot be read at all is an error with its own exit code") {
    const TestFolder folder;
    const auto kind = [](const fs::path& path) {
        const auto result = io::read_network(path);
        REQUIRE_FALSE(result);
        CHECK(result.error().message.de.find(path.filename().string()) != std::string::npos);
        return result.error().kind;
    };
    CHECK(kind(folder / "fehlt") == ErrorKind::input_output);
    CHECK(kind(folder / "fehlt.json") == ErrorKind::input_output);
    folder.write("netz.xyz", "");
    const auto foreign = io::read_network(folder / "netz.xyz");
    REQUIRE(foreign);
    CHECK(foreign->issues.front().code == "unknown-form");
    CHECK(foreign->has_errors());
    fs::create_directory(folder / "actors.csv");
    const auto result = io::read_network(folder.path());
    REQUIRE_FALSE(result);
    CHECK(result.error().kind == ErrorKind::input_output);
    CHECK(result.error().message.en.find("actors.csv") != std::string::npos);
}

TEST_CASE("a written folder comes back the same after a spreadsheet saved it its way") {
    const std::string name = GENERATE("musterkreis", "verzahnung");
    const auto before = io::read_network(std::string{DATASETS_DIR} + "/" + name);
    REQUIRE(before);
    io::ExportOptions all;
    all.mailboxes = io::Mailboxes::include;
    const TestFolder folder;
    for (const io::OutputFile& file : io::csv_files(before->network, all)) {
        const bool table = file.name.ends_with(".csv");
        folder.write(file.name, table ? as_spreadsheets_save(file.bytes) : file.bytes);
    }
    const auto after = io::read_network(folder.path());
    REQUIRE(after);
    CHECK_FALSE(after->has_errors());
    CHECK(after->network.identity().sha256 == before->network.identity().sha256);
    CHECK(after->rows.used == before->rows.used);
}

TEST_CASE("headings are recognised by their names and usual variants") {
    struct Heading {
        std::string_view table, heading, key;
    };
    for (const auto& [table, heading, key] :
         {Heading{"actors", "Einrichtung", "name"}, Heading{"actors", "ORGANISATION", "name"},
          Heading{"actors", "Art der Einrichtung", "kind"},
          Heading{"actors", "Short name", "short_name"}, Heading{"actors", "Homepage", "website"},
          Heading{"actors", "zuständig  für", "serves"}, Heading{"actors", "ID", "key"},
          Heading{"offers", "Titel", "name"}, Heading{"offers", "Handlungsfeld", "topics"},
          Heading{"offers", "Gebühr", "fee_eur"}, Heading{"offers", "Entgelt (Euro)", "fee_eur"},
          Heading{"offers", "Zielgruppe", "targets"}, Heading{"offers", "Gebührenfrei", "free"},
          Heading{"venues", "Veranstaltungsort", "name"}, Heading{"areas", "AGS", "key"},
          Heading{"areas", "Einwohnerzahl", "population"}, Heading{"actors", "Lieblingsfarbe", ""}})
        CHECK(column_key(table, heading) == key);
}

TEST_CASE("an unknown heading brings the nearest name it could be") {
    const auto suggestion = [](std::string_view heading) {
        const auto result = read_folder(
            {{"actors.csv", "key,name,kind," + std::string{heading} + "\na,A,other,x\n"}});
        const auto it =
            std::ranges::find(result.issues, std::string_view{"unknown-column"}, &Issue::code);
        REQUIRE(it != result.issues.end());
        const auto at = it->message.en.find("Did you mean '");
        return at == std::string::npos ? std::string{} : it->message.en.substr(at + 14);
    };
    CHECK(suggestion("Hompage") == "Homepage'?");
    CHECK(suggestion("Rechtskries") == "Rechtskreis'?");
    CHECK(suggestion("shortname_") == "short_name'?");
    CHECK(suggestion("Breitengrat") == "Breitengrad'?");
    CHECK(suggestion("Wetter").empty());
}

TEST_CASE("actors of the same name, kind and area under two keys are named with both rows") {
    const auto result = read_folder({{"actors.csv",
                                      "key,name,kind,area\na,Verein A,sports_club,05911\n"
                                      "b,Verein B,sports_club,05911\n\n"
                                      "c,verein  a,sports_club,05911\n"
                                      "d,Verein A,other,05911\ne,Verein A,sports_club,05913\n"}});
    CHECK(found(result) == Found{"actors.csv:5:2 similar-actor"});
    CHECK(result.issues.front().message.de.find("(actors.csv:2)") != std::string::npos);
    CHECK(result.rows.used == 5);
}

TEST_CASE("what cannot hold at once is named") {
    const auto issues = [](std::string_view table, std::string_view rows) {
        return found(
            read_folder({{"actors.csv", actors}, {std::string{table}, std::string{rows}}}));
    };
    CHECK(issues("findings.csv",
                 "area,topic,state,as_of\n05911,LP-BEW,unknown,2024\n05911,LP-BEW,none,2024\n"
                 "05911,LP-BEW,available,2024\n05911,LP-BEW,planned,2025\n"
                 "05911,LP-SUC,available,2024\n") ==
          Found{"findings.csv:4:3 contradicting-findings"});
    CHECK(found(read_folder({{"actors.csv",
                              "key,name,kind,part_of\n05,A,other,05911\n"
                              "05911,B,other,\n"}}))
              .empty());
    CHECK(
        issues("codes.csv", "list,code,de,en\ntopics,X-A,A,A\ntopics,X-B,B,B\ntopics,X-A,C,C\n") ==
        Found{"codes.csv:4:2 duplicate-key"});
    CHECK(issues("areas.csv", "key,name,level,parent\n05,NRW,state,05911\n") ==
          Found{"areas.csv:2:4 circle"});
    CHECK(issues("sources.csv", "key,title,url\nq,Quelle,javascript:alert(1)\n") ==
          Found{"sources.csv:2:3 not-a-link"});
}

TEST_CASE("an offer whose providers have all ended, and which has not, is named") {
    const auto result = read_folder(
        {{"actors.csv", "key,name,kind,status,as_of\na,A,other,ended,2026\nb,B,other,active,\n"},
         {"offers.csv",
          "key,name,topics,providers,status,end\no1,Eins,LP-BEW,a,active,\n"
          "o2,Zwei,LP-BEW,a|b,active,\no3,Drei,LP-BEW,a,ended,\n"
          "o4,Vier,LP-BEW,,active,\no5,Fuenf,LP-BEW,a,active,2024\n"}});
    CHECK(found(result) == Found{"offers.csv:2:4 ended-provider"});
}

TEST_CASE("areas lie in areas, but not without end") {
    const auto issues = [](int levels) {
        std::string rows = "key,name,level,parent\n";
        for (int i = 0; i < levels; ++i)
            rows += "g" + std::to_string(i) + ",Gebiet,municipality," +
                    (i == 0 ? "" : "g" + std::to_string(i - 1)) + "\n";
        return found(read_folder({{"actors.csv", actors}, {"areas.csv", rows}}));
    };
    CHECK(issues(64).empty());
    CHECK(issues(66) == Found{"areas.csv:66:4 too-deep", "areas.csv:67:4 too-deep"});
}

TEST_CASE("a number that is too large is not called too small") {
    const auto result = read_folder({{"actors.csv", actors},
                                     {"areas.csv",
                                      "key,name,level,population\nx,X,district,999999999999999999\n"
                                      "y,Y,district,-5\n"}});
    REQUIRE(found(result) == Found{"areas.csv:2:4 out-of-range", "areas.csv:3:4 out-of-range"});
    CHECK(result.issues[0].message.de.find("zu groß") != std::string::npos);
    CHECK(result.issues[1].message.de.find("zu klein") != std::string::npos);
}
