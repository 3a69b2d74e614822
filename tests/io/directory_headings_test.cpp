#include "directories.hpp"

#include <algorithm>

using namespace lotse;
using Found = std::vector<std::string>;

TEST_CASE("a second row of headings is no offer") {
    const auto read = convert_directory(
        "Anbieter;;Angebot;;\nName;Ort;Titel;Thema;Kosten\nVHS Kassel;Kassel;Yoga;Entspannung;5\n",
        "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\nOrt;Ort\nThema;Thema\nKosten;Kosten\n");
    CHECK(places_of(read.built) == Found{"liste.csv:2 second-headings"});
    CHECK(read.built.network.tables().actors.size() == 1);
    CHECK(read.counts.passed_over == 1);
}

TEST_CASE("a second row of headings with unknown words stands below blank headings") {
    const auto read = convert_as_proposed(
        "Anbieter;;Angebot;;Zeiten;\n"
        "Name;Ort;Titel;Thema;Mo;Di\nA e.V.;Köln;Kurs;Sucht;9;\n");
    CHECK(read.counts.passed_over == 1);
    CHECK(read.built.network.tables().actors.size() == 1);
    CHECK(read.built.network.tables().offers.size() == 1);
    CHECK(codes_of(read.built) == Found{"second-headings"});
}

TEST_CASE("a row that is partly called like headings is kept, with a warning") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Ort;Kosten;Tage\n"
        "Verein;Kurs;Bewegung;Stadt;kostenlos;Mo\nVHS;Yoga;Sport;Köln;5;Di\n");
    CHECK(read.built.network.tables().offers.size() == 2);
    CHECK(places_of(read.built).front() == "liste.csv:2 second-headings");
    const auto later = convert_as_proposed(
        "Anbieter;Angebot;Thema;Ort;Kosten\nVHS;Yoga;Sport;Köln;5\nVerein;Kurs;Sport;Stadt;"
        "Preis\n");
    const Found codes = codes_of(later.built);
    CHECK(std::ranges::count(codes, "second-headings") == 0);
}

TEST_CASE("a title in several cells is no row of headings, whatever words it holds") {
    for (const char* title : {"Kreis;Plauen;Stand;März 2026", "Angebote;;Stand:;03/2026;;"}) {
        INFO(title);
        const auto read = convert_as_proposed(
            std::string{title} + "\n\nAnbieter;Angebot;Thema;Ort;Kosten\nVHS;Yoga;Sport;Köln;5\n");
        CHECK(codes_of(read.built).empty());
        CHECK(read.counts.titles == 1);
        REQUIRE(read.built.network.tables().offers.size() == 1);
        CHECK(read.built.network.tables().offers[0].name == "Yoga");
    }
    const auto in_two_rows = convert_as_proposed(
        "Kreis;Celle;Stand;3/2026;;\nAnbieter;Angebot;Ort;Themen;;Kosten\n;;;Bewegung;Sucht;\n"
        "VHS;Yoga;Celle;x;;5\n");
    REQUIRE(in_two_rows.built.network.offers().size() == 1);
    CHECK(in_two_rows.built.network.offers()[0].topics == Found{"LP-BEW"});
    const auto mapped =
        convert_directory("Kreis;Plauen;Stand;März 2026\nFirma;Was;Wo;Kosten\nVHS;Yoga;Köln;5\n",
                          "Spalte;Feld\nFirma;Anbieter\nWas;Angebot\nWo;Ort\nKosten;Kosten\n");
    CHECK(mapped.built.network.tables().offers.size() == 1);
}

TEST_CASE("a row below headings of a directory does not take their place") {
    for (const auto& [heading, text] : std::vector<std::pair<std::string, std::string>>{
             {"Sonstiges",
              "Name;Titel;Ort;Sonstiges;Alter\nVHS;Yoga;Köln;;18\nVerein;Kurs;Stadt;Halle;9\n"},
             {"Rechtsform",
              "Einrichtung;Rechtsform;Angebotstyp;Kosten;Teilnahme\n"
              "Haus der Familie;Verein;Kurs;kostenlos;freiwillig\nVHS;Kommune;Vortrag;5;ja\n"},
             {"Stand",
              "Angaben zum Träger;;Angaben zum Kurs 2026;;Ort;Kosten;Stand\n"
              "Anbieter;Straße;Angebot;Thema;;;\nVHS;Ring 1;Yoga;Sport;Köln;5;2026-01\n"},
             {"Sprechzeit 2026",
              "Einrichtung;Ort;Sprechzeit 2026;Schwerpunkt\nCaritas;Köln;Mo;Sucht\n\n"
              "Anbieter;Angebot;Ort;Thema\nVHS;Yoga;Köln;Bewegung\n"}}) {
        INFO(text);
        CHECK(proposed_field(propose_map(text), heading) != "?");
    }
}

TEST_CASE("marks without width at the ends of cells of a directory are removed, with one note") {
    const auto read = convert_as_proposed(
        "\u200bAnbieter;Ort\u200e;Angebot;Thema\nVHS\u200e;Köln;\u200eYoga\u00ad;Bewegung\n"
        "\u200b;\u200b;\u200b;\u200b\nVHS;Köln;Tanz;Bewegung\u200b\n");
    CHECK(places_of(read.built).empty());
    const auto& notes = read.built.issues;
    const auto note = std::ranges::find(notes, "invisible-mark", &Issue::code);
    REQUIRE(note != notes.end());
    CHECK(to_string(note->where) == "liste.csv:1:1");
    CHECK(std::ranges::count(notes, "invisible-mark", &Issue::code) == 1);
    const auto& tables = read.built.network.tables();
    REQUIRE(tables.actors.size() == 1);
    CHECK(tables.actors[0].name == "VHS");
    CHECK(tables.offers.size() == 2);
    CHECK(read.counts.blank == 1);
}

TEST_CASE("a directory separated by a sign that no table has is named") {
    for (const char* text : {"Angebot|Anbieter|Ort\nYoga|VHS|Köln\n",
                             "\"Angebot\"|\"Anbieter\"|\"Ort\"\n\"Yoga\"|\"VHS\"|\"Köln\"\n",
                             "Kurse 2026\nAngebot | Anbieter | Ort\nYoga | VHS | Köln, Mitte\n",
                             "Was|Bei wem\nYoga|VHS\nTanz|AWO\n", "Ort:Anbieter\nKöln:VHS\n"}) {
        INFO(text);
        const auto read = convert_directory(text);
        REQUIRE(codes_of(read.built) == Found{"unsupported-dialect"});
        CHECK_FALSE(read.was_read);
    }
    CHECK(propose_map("Angebot|Anbieter|Ort\nYoga|VHS|Köln\n").text.empty());
    const auto lists = convert_as_proposed("Anbieter;Thema\nVHS;Sport|Tanz\nAWO;Sport|Sucht\n");
    CHECK(lists.was_read);
    const auto one =
        convert_directory("Anbieter\nVHS | AWO\nVHS\n", "Spalte;Feld\nAnbieter;Anbieter\n");
    CHECK(one.was_read);
}

TEST_CASE("a directory that is a page or JSON is no table") {
    for (const char* text : {"<table><tr><td>Anbieter</td></tr></table>", "[\n  {\n  \"a\": 1}]",
                             "{ \"a\": 1}", "<?xml version=\"1.0\"?><a/>"}) {
        INFO(text);
        CHECK(codes_of(convert_directory(text).built) == Found{"not-a-table"});
    }
}

TEST_CASE("notes of nothing but old dates are refused by the heading that the file has") {
    std::string rows = "Anbieter;Angebot;Bemerkung\n";
    for (const char* day : {"12.03.1980", "11.4.1975", "1966-02-01", "30.12.1990", "5.5.1988"})
        rows += "VHS;Kurs " + std::string{day}.substr(0, 2) + ";" + day + "\n";
    const auto read = convert_directory(
        rows, "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\nBemerkung;Bemerkung\n");
    const auto& issues = read.built.issues;
    const auto found = std::ranges::find(issues, client_data, &Issue::code);
    REQUIRE(found != issues.end());
    CHECK(to_string(found->where) == "liste.csv:1:3");
    CHECK(found->message.de.find("„Bemerkung“") != std::string::npos);
}
