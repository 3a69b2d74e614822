#include "actors_sheet.hpp"

#include <algorithm>

using namespace lotse;
using Found = std::vector<std::string>;

TEST_CASE("a mistyped label brings the code it could be") {
    const auto result = read_actors(head + text_row(2, {"a", "Verein A", "Sportsverein"}));
    REQUIRE(found(result) == Found{"netz.xlsx#Akteure!C2 unknown-code"});
    CHECK(result.issues.front().message.de.find("Meinten Sie „sports_club“ (Sportverein)?") !=
          std::string::npos);
}

TEST_CASE("a workbook is read and its places are cells") {
    const auto result = read_actors(head + text_row(2, {"a", "Verein A", "sports_club"}) +
                                    text_row(3, {"b", "Verein B", "sprots_club"}));
    CHECK(found(result) == Found{"netz.xlsx#Akteure!C3 unknown-code"});
    CHECK(result.issues.front().message.en.find("Did you mean 'sports_club' (Sports club)?") !=
          std::string::npos);
    CHECK(result.network.actors().size() == 1);
    CHECK(result.network.info().name == "netz");
    CHECK(result.rows.read == 2);
    CHECK(result.rows.used == 1);
}

TEST_CASE("rows keep their numbers across blank rows, titles and comments") {
    const auto result =
        read_actors(text_row(3, {"Partner 2024"}) + text_row(7, {"key", "name", "kind"}) +
                    text_row(9, {"#Beispiel", "x"}) + text_row(12, {"a", "A", "nothing"}));
    CHECK(found(result) == Found{"netz.xlsx#Akteure!3 title-row",
                                 "netz.xlsx#Akteure!9 comment-rows",
                                 "netz.xlsx#Akteure!C12 unknown-code"});
}

TEST_CASE("comments on several sheets are one note that names all") {
    const std::string comment = text_row(2, {"#Beispiel", "x", "other"});
    const auto result = read_sheets({{"Akteure", head + comment + actor_row("", 3)},
                                     {"Orte", text_row(1, {"key", "name", "kind"}) + comment}});
    CHECK(found(result) == Found{"netz.xlsx comment-rows"});
    CHECK(result.issues.front().message.de.ends_with("Akteure (1), Orte (1)."));
}

TEST_CASE("a table may begin in another column") {
    std::string rows;
    for (std::string row : {text_row(1, {"", "key", "name", "kind"}), text_row(2, {"", "#b", "x"}),
                            text_row(3, {"", "a", "A", "other"})})
        rows += row;
    const auto result = read_actors(rows);
    CHECK(found(result) == Found{"netz.xlsx#Akteure!2 comment-rows"});
    CHECK(first(result).key == "a");
}

TEST_CASE("dates and numbers of a spreadsheet") {
    SECTION("a date cell") {
        const auto result = read_actors(head + actor_row(cell("D2", "s=\"1\"", "<v>43529</v>")));
        CHECK(found(result).empty());
        CHECK(to_string(*first(result).since) == "2019-03-05");
    }
    SECTION("a year as a number") {
        const auto result = read_actors(head + actor_row(cell("D2", "", "<v>2019</v>")));
        CHECK(found(result).empty());
        CHECK(to_string(*first(result).since) == "2019");
    }
    SECTION("a bare serial number is no date") {
        const auto result = read_actors(head + actor_row(cell("D2", "", "<v>43529</v>")));
        CHECK(found(result) == Found{"netz.xlsx#Akteure!D2 bad-date"});
    }
    SECTION("a year typed into a cell formatted as date") {
        const auto read = [](const std::string& serial) {
            return found(
                read_actors(head + actor_row(cell("D2", "s=\"1\"", "<v>" + serial + "</v>"))));
        };
        CHECK(read("2019") == Found{"netz.xlsx#Akteure!D2 year-as-date"});
        CHECK(read("1900") == Found{"netz.xlsx#Akteure!D2 year-as-date"});
        CHECK(read("1899").empty());
        CHECK(read("2101").empty());
    }
    SECTION("a date with a time of day") {
        const auto result = read_actors(head + actor_row(cell("D2", "s=\"1\"", "<v>43529.5</v>")));
        CHECK(found(result) == Found{"netz.xlsx#Akteure!D2 time-left-out"});
        CHECK(to_string(*first(result).since) == "2019-03-05");
    }
    SECTION("the serial numbers of Excel at the ends of what they can name") {
        const auto day = [&](const std::string& serial) {
            const auto result =
                read_actors(head + actor_row(cell("D2", "s=\"1\"", "<v>" + serial + "</v>")));
            if (result.has_errors()) return found(result).front();
            return to_string(*first(result).since);
        };
        CHECK(day("1") == "1900-01-01");
        CHECK(day("59") == "1900-02-28");
        CHECK(day("61") == "1900-03-01");
        CHECK(day("2958465") == "9999-12-31");
        for (const char* no_day : {"60", "60.5", "0", "-1", "2958466"})
            CHECK(day(no_day) == "netz.xlsx#Akteure!D2 bad-date");
    }
    SECTION("a date as ISO 8601") {
        const auto day = [&](const std::string& text) {
            return read_actors(head + actor_row(cell("D2", "t=\"d\"", "<v>" + text + "</v>")));
        };
        for (const char* text : {"2019-03-05", "2019-03-05T00:00:00", "2019-03-05T00:00:00.000Z"}) {
            CHECK(found(day(text)).empty());
            CHECK(to_string(*first(day(text)).since) == "2019-03-05");
        }
        CHECK(found(day("2019-03-05T18:30:00")) == Found{"netz.xlsx#Akteure!D2 time-left-out"});
        CHECK(to_string(*first(day("2019-03-05T18:30:00")).since) == "2019-03-05");
    }
    SECTION("a date where text is expected") {
        const auto result = read_actors(head + actor_row(cell("E2", "s=\"1\"", "<v>43529</v>")));
        CHECK(found(result) == Found{"netz.xlsx#Akteure!E2 date-in-text"});
        CHECK(first(result).note == "2019-03-05");
    }
    SECTION("a text in a cell formatted as date stays a text") {
        const auto result =
            read_actors(head + actor_row(cell("E2", "t=\"str\" s=\"1\"", "<f>X()</f><v>text</v>")));
        CHECK(found(result).empty());
        CHECK(first(result).note == "text");
    }
    SECTION("more digits than a spreadsheet keeps") {
        const auto result =
            read_actors(head + actor_row(cell("E2", "", "<v>1234567890123456</v>")));
        CHECK(found(result) == Found{"netz.xlsx#Akteure!E2 digits-lost"});
    }
    SECTION("noise of binary fractions and exponents") {
        const auto result = read_sheets(
            {{"Akteure", text_row(1, {"key", "name", "kind", "lat", "lon"}) +
                             actor_row(cell("D2", "", "<v>51.481999999999999</v>") +
                                       cell("E2", "", "<v>7.2160000000000002E0</v>"))}});
        CHECK(found(result).empty());
        CHECK(first(result).lat == 51.482);
        CHECK(first(result).lon == 7.216);
    }
    SECTION("a lost zero of an area key and a postcode") {
        const auto result =
            read_sheets({{"Akteure", text_row(1, {"key", "name", "kind", "area", "PLZ"}) +
                                         actor_row(cell("D2", "", "<v>5.911E3</v>") +
                                                   cell("E2", "", "<v>1067</v>"))}});
        CHECK(found(result) == Found{"netz.xlsx#Akteure!E1 unknown-column",
                                     "netz.xlsx#Akteure!D2 repaired-ags",
                                     "netz.xlsx#Akteure!E2 repaired-postcode"});
        CHECK(first(result).area.key == "05911");
        CHECK(first(result).extra[0].second == "01067");
    }
}

TEST_CASE("formulas give their stored value") {
    SECTION("a value") {
        const auto result =
            read_actors(head + actor_row(cell("E2", "t=\"str\"", "<f>A1</f><v>Wert</v>")));
        CHECK(found(result).empty());
        CHECK(first(result).note == "Wert");
    }
    SECTION("never calculated") {
        const auto result = read_actors(head + actor_row(cell("E2", "", "<f>A1</f>")));
        CHECK(found(result) == Found{"netz.xlsx#Akteure!E2 empty-formula"});
    }
    SECTION("calculated to an empty text") {
        const auto result =
            read_actors(head + actor_row(cell("E2", "t=\"str\"", "<f>A1</f><v></v>")));
        CHECK(found(result).empty());
    }
    SECTION("an error in a used column, also in one formatted as date") {
        const auto result =
            read_actors(head + actor_row(cell("D2", "t=\"e\" s=\"1\"", "<v>#DIV/0!</v>")));
        CHECK(found(result) == Found{"netz.xlsx#Akteure!D2 error-cell"});
        CHECK(result.has_errors());
    }
    SECTION("an error in a foreign column costs no row") {
        const auto result =
            read_sheets({{"Akteure", text_row(1, {"key", "name", "kind", "Extra"}) +
                                         actor_row(cell("D2", "t=\"e\"", "<v>#N/A</v>"))}});
        CHECK_FALSE(result.has_errors());
        CHECK(result.network.actors().size() == 1);
    }
}

TEST_CASE("texts of a workbook come whole") {
    SECTION("inline text in several runs") {
        const auto result =
            read_actors(head + actor_row(cell("E2", "t=\"inlineStr\"",
                                              "<is><r><t>halb </t></r><r><t>ganz</t></r></is>")));
        CHECK(first(result).note == "halb ganz");
    }
    SECTION("escapes of control characters") {
        const auto result =
            read_actors(head + actor_row(cell("E2", "t=\"inlineStr\"",
                                              "<is><t>eins_x000D_\nzwei _x005F_x000D_</t></is>")));
        CHECK(first(result).note == "eins\r\nzwei _x000D_");
    }
    SECTION("a boolean") {
        const auto result = read_sheets(
            {{"Akteure", head + actor_row("")},
             {"Orte", text_row(1, {"key", "name", "neutral"}) +
                          "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>o</t></is></c>"
                          "<c r=\"B2\" t=\"inlineStr\"><is><t>Ort</t></is></c>" +
                          cell("C2", "t=\"b\"", "<v>1</v>") + "</row>"}});
        CHECK(found(result).empty());
        CHECK(result.network.venues()[0].neutral == ThreeValued::yes);
    }
    SECTION("a text that starts like a formula") {
        const auto result =
            read_actors(head + actor_row(cell("E2", "t=\"inlineStr\"", "<is><t>=1+1</t></is>")));
        CHECK(first(result).note == "=1+1");
    }
}

TEST_CASE("sheets are tables by their names") {
    const std::string a = head + actor_row("");
    const std::string b = head + text_row(2, {"b", "B", "other"});
    SECTION("two sheets of one table are joined with a note") {
        const auto result = read_sheets({{"Akteure", a}, {"actors", b}, {"Akteure (2)", head}});
        CHECK(found(result) ==
              Found{"netz.xlsx#Akteure (2) second-sheet", "netz.xlsx#actors second-sheet"});
        CHECK(result.network.actors().size() == 2);
    }
    SECTION("ignored sheets") {
        const auto result = read_sheets({{"Akteure", a},
                                         {"Hinweise", text_row(1, {"x"})},
                                         {"Alt (ignore)", b},
                                         {"Tabelle2", ""}});
        CHECK(found(result).empty());
    }
    SECTION("an unknown sheet, with a suggestion by its name or by its headings") {
        const auto result = read_sheets({{"Akteure", a}, {"Akteurre", b}, {"Tabelle1", b}});
        CHECK(found(result) ==
              Found{"netz.xlsx#Akteurre unknown-sheet", "netz.xlsx#Tabelle1 unknown-sheet"});
        for (const Issue& issue : result.issues)
            CHECK(issue.message.de.find("„Akteure“") != std::string::npos);
    }
    SECTION("a hidden table is read and said to be hidden") {
        const auto result = read_sheets({{"Akteure", a, "hidden"}});
        CHECK(found(result) == Found{"netz.xlsx#Akteure hidden-sheet"});
        CHECK(result.network.actors().size() == 1);
    }
    SECTION("no table of actors") {
        CHECK(found(read_sheets({{"Orte", ""}})) == Found{"netz.xlsx missing-table"});
    }
    SECTION("name, licence and fictional") {
        const auto result = read_sheets(
            {{"Akteure", a},
             {"Netz", text_row(1, {"Name", "Unser Netz"}) + text_row(2, {"Lizenz", "CC0-1.0"}) +
                          text_row(3, {"Fiktiv", "ja"})}});
        CHECK(result.network.info().name == "Unser Netz");
        CHECK(result.network.info().license == "CC0-1.0");
        CHECK(result.network.info().fictional);
    }
}

TEST_CASE("a sheet called like the network that holds a table is no sheet of properties") {
    const std::string two = head + actor_row("") + text_row(3, {"b", "B", "other"});
    SECTION("it is read where only one table has such headings") {
        const auto result = read_sheets(
            {{"Akteure", two},
             {"Netz", text_row(1, {"Von", "An", "Art"}) + text_row(2, {"a", "b", "informs"})}});
        CHECK(found(result) == Found{"netz.xlsx#Netz table-by-headings"});
        CHECK(result.network.ties().size() == 1);
    }
    SECTION("else it is unknown") {
        const auto result = read_sheets(
            {{"Akteure", two},
             {"Network", text_row(1, {"key", "name", "kind"}) + text_row(2, {"c", "C", "other"})}});
        CHECK(found(result) == Found{"netz.xlsx#Network unknown-sheet"});
        CHECK(result.network.actors().size() == 2);
    }
}

TEST_CASE("properties of the network that are not taken are named with their cell") {
    const auto read_properties = [](const std::string& rows) {
        return read_sheets({{"Akteure", head + actor_row("")}, {"Netz", rows}});
    };
    const auto odd = read_properties(
        text_row(1, {"Angaben zum Netz"}) + text_row(2, {"", "Name", "Unser Netz", "2024"}) +
        text_row(3, {"Stand", "2024"}) + text_row(4, {"Fiktiv", "vielleicht"}) +
        text_row(5, {"Name:", "Anders"}) + text_row(6, {"Lizenz", "#NV"}) +
        text_row(7, {"# von Hand", "x"}));
    CHECK(found(odd) ==
          Found{"netz.xlsx#Netz!A1 unknown-property", "netz.xlsx#Netz!D2 unknown-property",
                "netz.xlsx#Netz!A3 unknown-property", "netz.xlsx#Netz!B4 bad-property",
                "netz.xlsx#Netz!A5 second-property", "netz.xlsx#Netz!B6 bad-property"});
    CHECK(odd.network.info().name == "Unser Netz");
    CHECK_FALSE(odd.network.info().fictional);
    const auto plain = read_properties(text_row(1, {"Fiktiv", "nein"}) + text_row(2, {"Lizenz"}));
    CHECK(found(plain).empty());
}

TEST_CASE("a cell beside the table is named, and looked at for data of persons") {
    const auto row = [](const std::string& text) {
        std::string out = text_row(2, {"a", "A", "other"});
        out.insert(out.rfind("</row>"),
                   cell("H2", "t=\"inlineStr\"", "<is><t>" + text + "</t></is>"));
        return text_row(1, {"key", "name", "kind"}) + out;
    };
    CHECK(found(read_actors(row("Notiz"))) == Found{"netz.xlsx#Akteure!H2 unnamed-column"});
    CHECK(read_actors(row("Versicherte A123456780")).holds_client_data());
}

TEST_CASE("merged cells among the rows are named") {
    auto parts = xlsx_parts(
        {{"Akteure", head + text_row(2, {"a", "A", "other"}) + text_row(3, {"b", "B", "other"})}});
    std::string& sheet = parts.back().bytes;
    sheet.insert(sheet.find("</worksheet>"),
                 "<mergeCells><mergeCell ref=\"C2:C3\"/><mergeCell ref=\"E1:F1\"/></mergeCells>");
    const auto result = read_workbook(zip_file(parts));
    REQUIRE(result);
    CHECK(found(*result) == Found{"netz.xlsx#Akteure!C2 merged-cells",
                                  "netz.xlsx#Akteure!C3 covered-cell",
                                  "netz.xlsx#Akteure!C3 missing-value"});
}

TEST_CASE("a workbook that is open elsewhere is read, and said to be open") {
    const TestFolder folder;
    folder.write("netz.xlsx", zip_file(xlsx_parts({{"Akteure", head + actor_row("")}})));
    folder.write(".~lock.netz.xlsx#", ",");
    const auto result = io::read_network(folder / "netz.xlsx");
    REQUIRE(result);
    CHECK(found(*result) == Found{"netz.xlsx open-workbook"});
    CHECK(result->network.actors().size() == 1);
}

TEST_CASE("sheets that somebody put aside are not read, and the right name is suggested") {
    const std::string more = head + text_row(2, {"b", "Verein B", "other"});
    for (const std::string name : {"_Akteure", "#Akteure", "Akteure_"}) {
        const auto result = read_sheets({{"Akteure", head + actor_row("")}, {name, more}});
        INFO(name);
        CHECK(found(result) == Found{"netz.xlsx#" + name + " unknown-sheet"});
        CHECK(result.network.actors().size() == 1);
        REQUIRE(!result.issues.empty());
        CHECK(result.issues.front().message.de.find("„Akteure“") != std::string::npos);
    }
}
