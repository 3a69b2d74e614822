#include "directories.hpp"
#include "zip_file.hpp"

#include <algorithm>

using namespace lotse;
using Found = std::vector<std::string>;

TEST_CASE("a directory and a map in workbooks give the same network as in CSV") {
    const TestFolder folder;
    const std::vector<std::string> head{"Anbieter", "Ort", "Angebot", "Thema", "PLZ"};
    const std::vector<std::string> row{"Verein", "Plauen", "Kurs", "Bewegung", "08523"};
    folder.write(
        "liste.xlsx",
        zip_file(xlsx_parts({{"Hinweise", text_row(1, {"nur Text"})},
                             {"Liste", text_row(1, {"Titel"}) + text_row(3, head) +
                                           text_row(4, row) + text_row(6, {"Summe", "", "1"})},
                             {"Alt", text_row(1, head)}})));
    folder.write(
        "zuordnung.xlsx",
        zip_file(xlsx_parts(
            {{"Zuordnung", text_row(1, {"Spalte", "Feld"}) + text_row(2, {"Anbieter", "Anbieter"}) +
                               text_row(3, {"Ort", "Ort"}) + text_row(4, {"Angebot", "Angebot"}) +
                               text_row(5, {"Thema", "Thema"}) + text_row(6, {"PLZ", "PLZ"})}})));
    const auto read = io::read_flat_directory(folder / "liste.xlsx", folder / "zuordnung.xlsx");
    REQUIRE(read);
    CHECK(places_of(read->built) == Found{"liste.xlsx#Alt unknown-sheet"});
    CHECK(read->counts.rows == 2);
    CHECK(read->counts.titles == 1);
    folder.write("liste.csv",
                 "Anbieter;Ort;Angebot;Thema;PLZ\nVerein;Plauen;Kurs;Bewegung;08523\n");
    folder.write(
        "zuordnung.csv",
        "Spalte;Feld\nAnbieter;Anbieter\nOrt;Ort\nAngebot;Angebot\nThema;Thema\nPLZ;PLZ\n");
    const auto same = io::read_flat_directory(folder / "liste.csv", folder / "zuordnung.csv");
    REQUIRE(same);
    CHECK(read->built.network.tables().offers.at(0).key ==
          same->built.network.tables().offers.at(0).key);
    CHECK(read->built.network.tables().actors.at(0).area.key == "14523320");
    const auto proposed = io::propose_column_map(folder / "liste.xlsx", Language::de);
    REQUIRE(proposed);
    CHECK(proposed_field(*proposed, "PLZ") == "PLZ");
}

TEST_CASE(
    "numbers of a workbook stay short in columns of texts and are read as numbers elsewhere") {
    const TestFolder folder;
    const auto number = [](std::string_view place, std::string_view value) {
        return "<c r=\"" + std::string{place} + "\"><v>" + std::string{value} + "</v></c>";
    };
    std::string row = text_row(2, {"Verein", "Kurs"});
    row.insert(row.rfind("</row>"),
               number("C2", "1.125") + number("D2", "12.125") + number("E2", "1.125"));
    folder.write(
        "liste.xlsx",
        zip_file(xlsx_parts(
            {{"Liste",
              text_row(1, {"Anbieter", "Angebot", "Raum", "Kosten", "Dauer (Wochen)"}) + row}})));
    folder.write(
        "zuordnung.csv",
        "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\nRaum;Zusatzspalte\nKosten;Kosten\n"
        "Dauer (Wochen);Dauer in Wochen\n");
    const auto read = io::read_flat_directory(folder / "liste.xlsx", folder / "zuordnung.csv");
    REQUIRE(read);
    CHECK(places_of(read->built) == Found{"liste.xlsx#Liste!2 no-topic"});
    const Offer& offer = read->built.network.tables().offers.at(0);
    CHECK(std::ranges::find(offer.extra, std::pair<std::string, std::string>{"Raum", "1.125"}) !=
          offer.extra.end());
    CHECK(offer.fee_eur == 12.125);
    CHECK(offer.duration_weeks == 1.125);
    const auto proposed = io::propose_column_map(folder / "liste.xlsx", Language::de);
    REQUIRE(proposed);
    CHECK(proposed->text.find("1.1250") == std::string::npos);
}

TEST_CASE("what a cell of a directory loses is said as in a table") {
    const TestFolder folder;
    std::string row = text_row(2, {"Verein", "Kurs"});
    row.insert(row.rfind("</row>"), "<c r=\"C2\"><v>123456789012345678</v></c>");
    folder.write(
        "liste.xlsx",
        zip_file(xlsx_parts({{"Liste", text_row(1, {"Anbieter", "Angebot", "Vorgang"}) + row}})));
    folder.write("zuordnung.csv",
                 "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\nVorgang;Zusatzspalte\n");
    const auto read = io::read_flat_directory(folder / "liste.xlsx", folder / "zuordnung.csv");
    REQUIRE(read);
    CHECK(places_of(read->built) ==
          Found{"liste.xlsx#Liste!2 no-topic", "liste.xlsx#Liste!C2 digits-lost"});
}

TEST_CASE("what nobody takes of a workbook is no remark, nor is a number that stays out") {
    const TestFolder folder;
    const auto cell = [](std::string_view place, std::string_view inner) {
        return "<c r=\"" + std::string{place} + "\">" + std::string{inner} + "</c>";
    };
    const auto with = [](std::string row, const std::string& cells) {
        return row.insert(row.rfind("</row>"), cells);
    };
    const std::string number = "<v>4912345678901234</v>";
    folder.write(
        "liste.xlsx",
        zip_file(xlsx_parts(
            {{"Liste", text_row(1, {"Anbieter", "Angebot", "Telefon", "Rest", "Vorgang"}) +
                           with(text_row(2, {"Verein", "Kurs"}),
                                cell("C2", number) + cell("D2", number) +
                                    cell("E2", "<v>123456789012345678</v>")) +
                           with(text_row(3, {"Summe"}), cell("E3", "<f>SUM(E2:E2)</f>"))}})));
    folder.write("zuordnung.csv",
                 "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\nTelefon;nicht übernommen\n"
                 "Rest;nicht übernommen\nVorgang;Zusatzspalte\n");
    const auto read = io::read_flat_directory(folder / "liste.xlsx", folder / "zuordnung.csv");
    REQUIRE(read);
    CHECK(places_of(read->built) ==
          Found{"liste.xlsx#Liste!2 no-topic", "liste.xlsx#Liste!E2 digits-lost"});
    for (const Issue& issue : read->built.issues)
        CHECK(issue.message.de.find("4912345678901234") == std::string::npos);
}
