#include "actors_sheet.hpp"

#include <algorithm>
#include <cctype>

using namespace lotse;

namespace {

/// All elements with a prefix, as the Open XML SDK writes them.
std::string prefixed(const std::string& xml) {
    std::string out;
    for (std::size_t i = 0; i < xml.size(); ++i) {
        out += xml[i];
        if (xml[i] != '<') continue;
        if (xml[i + 1] == '/') out += xml[++i];
        if (std::isalpha(static_cast<unsigned char>(xml[i + 1])) != 0) out += "x:";
    }
    for (auto at = out.find("xmlns=\""); at != out.npos; at = out.find("xmlns=\"", at))
        out.replace(at, 7, "xmlns:x=\"");
    return out;
}

std::vector<ZipPart> parts_of_workbook() {
    const std::string rows =
        "<!-- <row> --><?p <row>?>" + head +
        actor_row(cell("D2", "s=\"1\"", "<v>45296</v>") + cell("E2", "t=\"s\"", "<v>0</v>")) +
        "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>b</t></is></c>" +
        cell("B3", "t=\"inlineStr\"", "<is><t><![CDATA[Verein <x:B>]]></t></is>") +
        cell("C3", "t=\"str\"", "<f>\"ot\"&amp;\"her\"</f><v>other</v>") + "<c r=\"D3\"/></row>";
    auto parts = xlsx_parts({{"Akteure", rows}});
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    parts.push_back({"xl/sharedStrings.xml", "<sst xmlns=\"" + main +
                                                 "\"><si><r><t>reich </t></r><r><t>an "
                                                 "Schrift</t></r></si></sst>"});
    std::string& relations = parts[2].bytes;
    relations.insert(relations.find("</Relationships>"),
                     "<Relationship Id=\"s\" Type=\"http://schemas.openxmlformats.org/"
                     "officeDocument/2006/relationships/sharedStrings\" "
                     "Target=\"sharedStrings.xml\"/>");
    return parts;
}

void check_reading(const std::vector<ZipPart>& parts) {
    const auto result = read_workbook(zip_file(parts));
    REQUIRE(result);
    CHECK(found(*result).empty());
    REQUIRE(result->network.actors().size() == 2);
    const Actor& a = result->network.actors()[0];
    const Actor& b = result->network.actors()[1];
    CHECK(a.name == "Verein A");
    CHECK(a.since == PartialDate{2024, 1, 5});
    CHECK(a.note == "reich an Schrift");
    CHECK(b.name.starts_with("Verein <x:"));
    CHECK(b.kind == "other");
}

}  // namespace

TEST_CASE("a workbook whose elements have a prefix is read like any other") {
    const auto plain = parts_of_workbook();
    check_reading(plain);
    auto all = plain;
    for (ZipPart& part : all) part.bytes = prefixed(part.bytes);
    check_reading(all);
    for (std::size_t i = 0; i < plain.size(); ++i) {
        auto parts = plain;
        parts[i].bytes = prefixed(parts[i].bytes);
        INFO(parts[i].name);
        check_reading(parts);
    }
}

TEST_CASE("sheets may name their parts by another prefix than r") {
    for (const bool all : {false, true}) {
        auto parts = parts_of_workbook();
        for (const auto& [from, to] :
             {std::pair{" r:id=", "\n ns1:id="}, {"xmlns:r=", "xmlns:ns1="}})
            parts[1].bytes.replace(parts[1].bytes.find(from), std::string_view{from}.size(), to);
        if (all)
            for (ZipPart& part : parts) part.bytes = prefixed(part.bytes);
        check_reading(parts);
    }
}

TEST_CASE("cells with a prefix far behind the table") {
    auto parts = xlsx_parts({{"Akteure", head + actor_row(cell("XFD2", "s=\"1\"", ""))}});
    for (ZipPart& part : parts) part.bytes = prefixed(part.bytes);
    const auto result = read_workbook(zip_file(parts));
    REQUIRE(result);
    CHECK(found(*result).empty());
    CHECK(first(*result).name == "Verein A");
}

TEST_CASE("a prefix on some elements only is refused with the cell") {
    auto parts = xlsx_parts({{"Akteure", head + actor_row("")}});
    std::string& sheet = parts.back().bytes;
    for (const std::string tag : {"<row r=\"2\"", "</row></sheetData"})
        sheet.insert(sheet.find(tag) + (tag[1] == '/' ? 2 : 1), "x:");
    sheet.insert(sheet.find("<worksheet") + 10,
                 " xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"");
    const auto result = read_workbook(zip_file(parts));
    REQUIRE(result);
    CHECK(found(*result) == std::vector<std::string>{"netz.xlsx#Akteure!A2 unreadable-cell"});
}
