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
        "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.2\">"
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
    const auto never = read_rows(row(actor + formula + "</table:table-cell>" + cell("Notiz")));
    CHECK(found(never) == Found{"netz.ods#Akteure!D2 empty-formula"});
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
