#include "actors_sheet.hpp"

#include <lotse/io/checked_workbook.hpp>

#include <algorithm>

using namespace lotse;
using Found = std::vector<std::string>;

TEST_CASE("workbooks that are refused, each with its reason") {
    const std::vector<SheetPart> good{{"Akteure", head + actor_row("")}};
    const auto refusal = [](const std::string& bytes, std::string_view name = "netz.xlsx") {
        const auto result = read_workbook(bytes, name);
        if (!result) return std::string{"error: "} + result.error().message.en;
        CHECK(result->has_errors());
        CHECK(result->network.actors().empty());
        for (const Issue& issue : result->issues)
            CHECK(issue.message.en.find("()") == std::string::npos);
        return found(*result).empty() ? std::string{} : found(*result)[0];
    };
    SECTION("dates from 1904") {
        CHECK(refusal(zip_file(xlsx_parts(good, "<workbookPr date1904=\"true\"/>"))) ==
              "netz.xlsx date-1904");
        CHECK(found(read_sheets(good, "<workbookPr date1904=\"0\"/>")).empty());
    }
    SECTION("an entity") {
        CHECK(refusal(zip_file(xlsx_parts(
                  {{"Akteure",
                    "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY e \"x\">]><worksheet/>"}}))) ==
              "netz.xlsx doctype");
    }
    SECTION("a missing sheet") {
        auto parts = xlsx_parts(good);
        parts.pop_back();
        CHECK(refusal(zip_file(parts)) == "netz.xlsx#Akteure missing-part");
    }
    SECTION("a part without which nothing knows the workbook") {
        auto parts = xlsx_parts(good);
        std::erase_if(parts,
                      [](const ZipPart& part) { return part.name == "[Content_Types].xml"; });
        const auto result = read_workbook(zip_file(parts));
        REQUIRE(result);
        CHECK(found(*result) == Found{"netz.xlsx missing-part"});
        CHECK(result->issues.front().message.en.find("'[Content_Types].xml'") != std::string::npos);
    }
    SECTION("a sheet that points out of the file") {
        auto parts = xlsx_parts(good);
        for (const std::string target :
             {"/vsicurl/http://127.0.0.1/x.xml", "../../../../etc/passwd", "http://127.0.0.1/x"}) {
            auto changed = parts;
            std::string& related = changed[2].bytes;
            related.replace(related.find("worksheets/sheet1.xml"), 21, target);
            CHECK(refusal(zip_file(changed)) == "netz.xlsx#Akteure missing-part");
        }
    }
    SECTION("a part listed twice, packed with a password, or larger than it says") {
        auto parts = xlsx_parts(good);
        parts.push_back(parts.back());
        CHECK(refusal(zip_file(parts)) == "netz.xlsx damaged");
        parts.pop_back();
        parts.back().flags = 1;
        CHECK(refusal(zip_file(parts)) == "netz.xlsx password-protected");
        parts.back().flags = 0;
        parts.back().claimed_size = 100;
        CHECK(refusal(zip_file(parts)) == "netz.xlsx damaged");
    }
    SECTION("shared strings that are not there") {
        CHECK(
            refusal(zip_file(xlsx_parts(
                {{"Akteure", "<row r=\"1\">" + cell("A1", "t=\"s\"", "<v>0</v>") + "</row>"}}))) ==
            "netz.xlsx#Akteure!A1 damaged");
    }
    SECTION("a cell far away that would shift the rows") {
        CHECK(refusal(zip_file(xlsx_parts(
                  {{"Akteure", head + actor_row("") + text_row(900000, {"weit weg"})}}))) ==
              "netz.xlsx#Akteure!A900000 unreadable-cell");
        CHECK(refusal(zip_file(
                  xlsx_parts({{"Akteure", head + actor_row("") + text_row(2000000, {"x"})}}))) ==
              "netz.xlsx#Akteure!A2000000 outside-sheet");
    }
    SECTION("every truncation, without a crash") {
        const std::string whole = zip_file(xlsx_parts(good));
        for (std::size_t size = 1; size < whole.size(); size += whole.size() / 23)
            CHECK(refusal(whole.substr(0, size)).starts_with("netz.xlsx "));
    }
    SECTION("other things under the name of a workbook") {
        CHECK(refusal("") == "netz.xlsx empty-file");
        CHECK(refusal("<html><table><tr><td>key</td></tr></table></html>", "netz.xls") ==
              "netz.xls wrong-ending");
        CHECK(refusal("key;name;kind\n") == "netz.xlsx wrong-ending");
        CHECK(refusal(zip_file(xlsx_parts(good)), "netz.xls") == "netz.xls wrong-ending");
        CHECK(refusal(std::string(600, '\0')) == "netz.xlsx damaged");
        CHECK(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0')) ==
              "netz.xlsx wrong-ending");
        CHECK(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0'), "netz.xls") ==
              "netz.xls damaged");
        const auto real_form = [](const std::string& bytes, std::string_view name) {
            const auto result = read_workbook(bytes, name);
            REQUIRE(result);
            const std::string words = result->issues.front().message.en;
            const std::string before = "The file really is ";
            REQUIRE(words.starts_with(before));
            return words.substr(before.size(), words.find(". ") - before.size());
        };
        const std::string flat =
            "<?xml version=\"1.0\"?>\n<office:document "
            "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">";
        CHECK(real_form(flat, "netz.ods") == ".fods");
        CHECK(real_form("\xEF\xBB\xBF" + flat, "netz.xlsx") == ".fods");
        CHECK(real_form("<?xml version=\"1.0\"?><Workbook/>", "netz.xls") == "XML");
        CHECK(real_form("<?xml version=\"1.0\"?><html/>", "netz.xls") == "HTML/CSV");
        CHECK(real_form("key;name\n", "netz.ods") == "HTML/CSV");
        CHECK(refusal(std::string(600, '\0'), "netz.xls") == "netz.xls damaged");
        CHECK(refusal("x", "~$netz.xlsx") == "~$netz.xlsx lock-file");
    }
    SECTION("nothing but a zip file") {
        CHECK(refusal(zip_file({{"a.txt", "x"}})) == "netz.xlsx missing-part");
        CHECK(refusal(zip_file({{"a.txt", "x"}}), "netz.ods") == "netz.ods missing-part");
    }
}

TEST_CASE("workbooks with a password, as LibreOffice writes them") {
    const std::string name = GENERATE("geschuetzt.xlsx", "geschuetzt.ods", "geschuetzt.xls");
    const auto result = io::read_network(std::filesystem::path{TESTS_DIR} / "workbooks" / name);
    REQUIRE(result);
    CHECK(found(*result) == Found{name + " password-protected"});
}

TEST_CASE("what is no workbook cannot be checked as one") {
    const TestFolder folder;
    folder.write("netz.json", "{}");
    const auto checked = io::checked_workbook(folder / "netz.json", {}, {}, {});
    REQUIRE(checked);
    CHECK_FALSE(*checked);
}

TEST_CASE("workbooks over a limit") {
    const std::string bytes = zip_file(xlsx_parts({{"Akteure", head + actor_row("")}}));
    SECTION("unpacked size") {
        auto parts = xlsx_parts({{"Akteure", head + actor_row("")}});
        parts.push_back({"xl/large.bin", std::string(1 << 20, 'x')});
        io::Limits limits;
        limits.workbook_mb = 1;
        const auto result = read_workbook(zip_file(parts), "netz.xlsx", limits);
        REQUIRE_FALSE(result);
        CHECK(result.error().kind == ErrorKind::limit);
        CHECK(result.error().message.en.find("workbook-mb") != std::string::npos);
    }
    SECTION("packing ratio, by what the list of parts says") {
        auto parts = xlsx_parts({{"Akteure", head + actor_row("")}});
        parts.back().claimed_size = 150 << 20;
        const auto result = read_workbook(zip_file(parts));
        REQUIRE_FALSE(result);
        CHECK(result.error().message.en.find("workbook-ratio") != std::string::npos);
    }
    SECTION("columns and rows of a table") {
        io::Limits limits;
        limits.columns = 3;
        CHECK_FALSE(read_workbook(bytes, "netz.xlsx", limits));
        limits = {};
        limits.actors = 1;
        CHECK(read_workbook(bytes, "netz.xlsx", limits));
        CHECK_FALSE(read_workbook(
            zip_file(
                xlsx_parts({{"Akteure", head + actor_row("") + text_row(3, {"b", "B", "other"})}})),
            "netz.xlsx", limits));
    }
}
