#include "files.hpp"
#include "zip_file.hpp"

#include <catch2/catch.hpp>

using namespace lotse;
using Found = std::vector<std::string>;

namespace {

std::string cell(std::string_view text, std::string_view attributes = "",
                 std::string_view element = "table-cell") {
    const std::string name = "table:" + std::string{element};
    return '<' + name + ' ' + std::string{attributes} + " office:value-type=\"string\"><text:p>" +
           std::string{text} + "</text:p></" + name + '>';
}

std::string row(const std::string& cells) {
    return "<table:table-row>" + cells + "</table:table-row>";
}

/// A sheet of actors with the columns key, name, kind, since and note.
BuildResult read_rows(const std::string& rows, const std::string& styles = "",
                      const std::string& title = "") {
    const std::string content =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content "
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
        "xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" "
        "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
        "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" office:version=\"1.2\">"
        "<office:automatic-styles>" +
        styles +
        "</office:automatic-styles><office:body><office:spreadsheet>"
        "<table:table table:name=\"Akteure\"><table:table-column/><table:table-column "
        "table:number-columns-repeated=\"2\"/><table:table-column "
        "table:default-cell-style-name=\"column\"/>" +
        title + row(cell("key") + cell("name") + cell("kind") + cell("since") + cell("note")) +
        rows + "</table:table></office:spreadsheet></office:body></office:document-content>";
    const TestFolder folder;
    folder.write("netz.ods",
                 zip_file({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                           {"content.xml", content}}));
    auto result = io::read_network(folder / "netz.ods");
    REQUIRE(result);
    return *std::move(result);
}

const std::string actor = cell("a") + cell("A") + cell("other");

const std::string formula =
    "<table:table-cell table:formula=\"of:=IF([.A2]=&quot;jc&quot;;"
    "&quot;&quot;;&quot;x&quot;)\">";

}  // namespace

TEST_CASE("a formula whose result is an empty text leaves its cell of .ods empty") {
    const auto empty =
        read_rows(row(actor + formula + "<text:p/></table:table-cell>" + cell("Notiz")));
    CHECK(found(empty).empty());
    REQUIRE(empty.network.actors().size() == 1);
    CHECK(empty.network.actors()[0].note == "Notiz");
    // As LibreOffice writes TRIM, LEFT and VLOOKUP of nothing.
    const std::string typed =
        "<table:table-cell table:formula=\"of:=TRIM([.A9])\" office:value-type=\"string\" "
        "office:string-value=\"\">";
    for (const char* content : {"<text:p/>", ""}) {
        const auto of_type =
            read_rows(row(actor + typed + content + "</table:table-cell>" + cell("Notiz")));
        CHECK(found(of_type).empty());
        REQUIRE(of_type.network.actors().size() == 1);
        CHECK(of_type.network.actors()[0].note == "Notiz");
    }
    const auto never = read_rows(row(actor + formula + "</table:table-cell>" + cell("Notiz")));
    CHECK(found(never) == Found{"netz.ods#Akteure!D2 empty-formula"});
}

TEST_CASE("a truth value of .ods that says neither is no silent no") {
    const auto note = [](const std::string& attribute) {
        const auto result = read_rows(row(actor + cell("2019") +
                                          "<table:table-cell office:value-type=\"boolean\" " +
                                          attribute + "><text:p>WAHR</text:p></table:table-cell>"));
        CHECK(found(result).empty());
        REQUIRE(result.network.actors().size() == 1);
        return result.network.actors()[0].note;
    };
    for (const char* yes : {"true", "TRUE", "1"})
        CHECK(note("office:boolean-value=\"" + std::string{yes} + '"') == "yes");
    CHECK(note("office:boolean-value=\"false\"") == "no");
    CHECK(note("office:boolean-value=\"0\"") == "no");
    CHECK(note("office:boolean-value=\"maybe\"") == "maybe");
    CHECK(note("") == "WAHR");
}

TEST_CASE("what a merge of .ods hides is not read, and named") {
    const auto result =
        read_rows(row(actor + cell("2019", "table:number-rows-spanned=\"2\"") + cell("Notiz")) +
                  row(cell("b") + cell("B") + cell("other") +
                      cell("2020", "", "covered-table-cell") + cell("Notiz")));
    CHECK(found(result) ==
          Found{"netz.ods#Akteure!D2 merged-cells", "netz.ods#Akteure!D3 covered-cell"});
    REQUIRE(result.network.actors().size() == 2);
    CHECK_FALSE(result.network.actors()[1].since);
}

TEST_CASE("values to the right of a wide merge of .ods stand in their own columns") {
    // As LibreOffice writes it: the columns under a merge are one element.
    const std::string two_covered =
        "<table:covered-table-cell table:number-columns-repeated=\"2\"/>";
    const auto titled = read_rows(row(actor + cell("2019") + cell("Notiz")), "",
                                  row(cell("Kreis Muster", "table:number-columns-spanned=\"3\"") +
                                      two_covered + cell("Stand 03/2024")));
    const auto& actors = titled.network.actors();
    REQUIRE(actors.size() == 1);
    CHECK(to_string(*actors[0].since) == "2019");
    CHECK(actors[0].note == "Notiz");

    const auto inside =
        read_rows(row(cell("a") + cell("A", "table:number-columns-spanned=\"3\"") + two_covered +
                      cell("Notiz")) +
                  row(cell("b") + cell("B") + cell("other") + cell("2020") + cell("Zweite")));
    CHECK(found(inside) ==
          Found{"netz.ods#Akteure!B2 merged-cells", "netz.ods#Akteure!C2 missing-value"});
    REQUIRE(inside.network.actors().size() == 1);
    CHECK(inside.network.actors()[0].note == "Zweite");
}

TEST_CASE("hidden texts under a wide merge of .ods take no column from those beside it") {
    const auto result =
        read_rows(row(cell("a") + cell("A", "table:number-columns-spanned=\"3\"") +
                      cell("other", "table:number-columns-repeated=\"2\"", "covered-table-cell") +
                      cell("Notiz")) +
                  row(cell("b") + cell("B") + cell("other") + cell("2020") + cell("Zweite")));
    CHECK_FALSE(found(result).empty());
    for (const std::string& issue : found(result))
        CHECK(issue.find("unreadable-cell") == std::string::npos);
    REQUIRE(result.network.actors().size() == 1);
    CHECK(result.network.actors()[0].note == "Zweite");
}

TEST_CASE("of a date in .ods only what its format shows is read") {
    const std::string styles =
        "<number:date-style style:name=\"N1\"><number:month number:textual=\"true\"/>"
        "<number:text> </number:text><number:year/></number:date-style>"
        "<number:date-style style:name=\"N2\"><number:year number:style=\"long\"/>"
        "</number:date-style>"
        "<number:date-style style:name=\"N3\"><number:day/><number:month/><number:year/>"
        "</number:date-style>"
        "<style:style style:name=\"column\" style:family=\"table-cell\" "
        "style:data-style-name=\"N1\"/>"
        "<style:style style:name=\"child\" style:family=\"table-cell\" "
        "style:parent-style-name=\"column\"/>"
        "<style:style style:name=\"year\" style:family=\"table-cell\" "
        "style:data-style-name=\"N2\"/>"
        "<style:style style:name=\"day\" style:family=\"table-cell\" "
        "style:data-style-name=\"N3\"/>";
    const auto since = [&](const std::string& style, const std::string& date) {
        const auto result = read_rows(
            row(actor + "<table:table-cell " + style + " office:value-type=\"date\" " +
                "office:date-value=\"" + date + "\"><text:p>x</text:p></table:table-cell>"),
            styles);
        CHECK(found(result).empty());
        REQUIRE(result.network.actors().size() == 1);
        return to_string(*result.network.actors()[0].since);
    };
    CHECK(since("", "2019-01-01") == "2019-01");
    CHECK(since("table:style-name=\"child\"", "2019-02-01") == "2019-02");
    CHECK(since("table:style-name=\"year\"", "2019-01-01") == "2019");
    CHECK(since("table:style-name=\"day\"", "2019-01-01") == "2019-01-01");
    CHECK(since("table:style-name=\"year\"", "2019-07-11") == "2019-07-11");
}

TEST_CASE("a formula of .ods without a stored value is empty, whatever its type") {
    for (const char* type : {"float", "percentage", "currency", "date", "time", "boolean"})
        for (const char* inside : {"", "<text:p/>"}) {
            INFO(type << ' ' << inside);
            const auto result = read_rows(
                row(actor + "<table:table-cell table:formula=\"of:=2010+1\" office:value-type=\"" +
                    type + "\">" + inside + "</table:table-cell>" + cell("Notiz")));
            CHECK(found(result) == Found{"netz.ods#Akteure!D2 empty-formula"});
            REQUIRE(result.network.actors().size() == 1);
            CHECK_FALSE(result.network.actors()[0].since);
            CHECK(result.network.actors()[0].note == "Notiz");
        }
    const auto emptied = read_rows(
        row(actor + "<table:table-cell table:formula=\"of:=2010+1\" office:value-type=\"float\" "
                    "office:value=\"\"/>"));
    CHECK(found(emptied) == Found{"netz.ods#Akteure!D2 empty-formula"});
    const auto stored = read_rows(
        row(actor + "<table:table-cell table:formula=\"of:=2010+1\" office:value-type=\"float\" "
                    "office:value=\"2012\"/>"));
    REQUIRE(stored.network.actors().size() == 1);
    CHECK(to_string(*stored.network.actors()[0].since) == "2012");
}

TEST_CASE("texts and times of .ods are read from attributes where no paragraph shows them") {
    const auto note = [](const std::string& attributes, const std::string& inside) {
        const auto result = read_rows(row(actor + cell("2019") + "<table:table-cell " + attributes +
                                          ">" + inside + "</table:table-cell>"));
        REQUIRE(result.network.actors().size() == 1);
        return result.network.actors()[0].note;
    };
    const std::string text = "office:value-type=\"string\" office:string-value=\"Notiz\"";
    const std::string formula_of_text = "table:formula=\"of:=[.A9]\" " + text;
    CHECK(note(text, "") == "Notiz");
    CHECK(note(text, "<text:p/>") == "Notiz");
    CHECK(note(text, "<text:p>Gezeigt</text:p>") == "Gezeigt");
    CHECK(note(formula_of_text, "") == "Notiz");
    const std::string time = "office:value-type=\"time\" office:time-value=\"PT10H30M00S\"";
    CHECK(note(time, "") == "PT10H30M00S");
    CHECK(note(time, "<text:p>10:30</text:p>") == "10:30");
    CHECK(note("office:value-type=\"boolean\" office:boolean-value=\"true\"", "") == "yes");
}

TEST_CASE("the text of a drawing or comment in a cell of .ods is no part of its value") {
    const std::string words = "<text:p>Bitte <text:span>prüfen</text:span></text:p>";
    for (const std::string& drawing :
         {"<draw:custom-shape>" + words + "</draw:custom-shape>",
          "<draw:frame><draw:text-box>" + words + "</draw:text-box></draw:frame>",
          "<office:annotation>" + words + "</office:annotation>"}) {
        INFO(drawing);
        const auto since = [&](const std::string& attributes, const std::string& inside) {
            const auto result = read_rows(row(actor + "<table:table-cell " + attributes + ">" +
                                              inside + "</table:table-cell>" + cell("Notiz")));
            REQUIRE(result.network.actors().size() == 1);
            CHECK(result.network.actors()[0].note == "Notiz");
            const auto& date = result.network.actors()[0].since;
            return date ? to_string(*date) : std::string{};
        };
        const std::string text = "office:value-type=\"string\"";
        CHECK(since(text, "<text:p>2019</text:p>" + drawing) == "2019");
        CHECK(since(text, drawing + "<text:p>2019</text:p>") == "2019");
        CHECK(since(text, "<text:p>20" + drawing + "19</text:p>") == "2019");
        CHECK(since("office:value-type=\"float\" office:value=\"2019\"",
                    drawing + "<text:p>2019,0</text:p>") == "2019");
        CHECK(since("office:value-type=\"float\"", drawing + "<text:p>2019</text:p>") == "2019");
        CHECK(since("", drawing).empty());
    }
}
