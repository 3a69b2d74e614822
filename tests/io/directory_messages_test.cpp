#include "directories.hpp"

#include <algorithm>

using namespace lotse;
using Found = std::vector<std::string>;

TEST_CASE("a row that is not used is not said to go into a note") {
    const auto read =
        convert_as_proposed("Anbieter;Angebot;Thema;Kosten\nV;A;Sport;5\n;;Zirkus;viel\n");
    CHECK(codes_of(read.built) == Found{"missing-value"});
}

TEST_CASE("what several offers of one cell have in common is said once") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Ort;Barrierefrei\nV;\"- Yoga\n- Tanz\n- "
        "Lauf\";Sport;Bochum;teilweise\n");
    const Found codes = codes_of(read.built);
    CHECK(std::ranges::count(codes, "not-understood") == 1);
}

TEST_CASE("what the map says of all rows is reported at the map, once, and noted with its field") {
    const auto read = convert_directory(
        "Anbieter;Angebot\nV;A\nV;B\n",
        "Spalte;Feld;Wird zu\nAnbieter;Anbieter;\nAngebot;Angebot;\n;Thema;Seiltanz\n"
        ";Kosten;viel\n;Barrierefrei;unbekannt\n;Finanziert von;kommunal\n");
    Found of_map;
    for (const std::string& place : places_of(read.built))
        if (place.starts_with("zuordnung.csv")) of_map.push_back(place);
    CHECK(of_map == Found{"zuordnung.csv:4:2 unknown-topic", "zuordnung.csv:5:2 not-understood",
                          "zuordnung.csv:7:2 no-institution"});
    for (const Offer& offer : read.built.network.tables().offers)
        CHECK(offer.note == "Kosten: viel; Finanziert von: kommunal; Thema: Seiltanz");
}

TEST_CASE("columns of notes keep what tells them apart") {
    const auto read = convert_directory(
        "Anbieter;Angebot;Mo;Mi;Bemerkung\nV;A;9-12;9-12;bitte klingeln\n",
        "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\nMo;Notiz\nMi;Notiz\nBemerkung;Notiz\n");
    CHECK(read.built.network.tables().offers.at(0).note == "Mo: 9-12; Mi: 9-12; bitte klingeln");
}

TEST_CASE("a slash before an ending of gender divides no word") {
    const auto map = propose_map(
        "Anbieter;Angebot;Zielgruppe\nV;A;Senioren/innen ab "
        "65\nV;B;Kund/-innen\nV;C;Arbeitslose/r\n");
    CHECK(map.text.find("\nZielgruppe;;Zielgruppe;;;") != std::string::npos);
    const auto both = propose_map("Anbieter;Angebot;Zielgruppe\nV;A;Frauen/Migrant/innen\n");
    CHECK(both.text.find("\nZielgruppe;;Zielgruppe;;/;") != std::string::npos);
    CHECK(both.text.find("\nZielgruppe;innen") == std::string::npos);
}

TEST_CASE("a number is no hint at an age") {
    const auto map = propose_map("Anbieter;Angebot;Zielgruppe\nV;A;>65\n");
    CHECK(map.text.find("Unter 25") == std::string::npos);
}

TEST_CASE("errors of the map leave nothing that could be written") {
    const auto faulty =
        convert_directory("Anbieter;Angebot;Zielgruppe\nV;A;Familien\n",
                          "Spalte;Wert;Feld;Wird zu\nAnbieter;;Anbieter;\nAngebot;;Angebot;\n"
                          "Zielgruppe;Familien;Zielgruppe;Nichtda\n");
    CHECK_FALSE(faulty.was_read);
    CHECK(convert_as_proposed("Anbieter;Angebot\nV;A\n").was_read);
}

TEST_CASE("a word of the map that is not understood leaves the cell in the note") {
    const auto read = convert_directory(
        "Anbieter;Angebot;Kosten;Barrierefrei;Kursort\nV;A;5,-*;?;Haus am See\n",
        "Spalte;Wert;Feld;Wird zu\nAnbieter;;Anbieter;\nAngebot;;Angebot;\nKosten;;Kosten;\n"
        "Kosten;5,-*;Kosten;fünf\nBarrierefrei;;Barrierefrei;\nBarrierefrei;?;Barrierefrei;"
        "unbekannt\nKursort;;Veranstaltungsort;\n;;Stadt des Veranstaltungsorts;Bochum\n");
    CHECK(read.built.network.tables().offers.at(0).note == "Kosten: 5,-*");
    CHECK(codes_of(read.built) == Found{"no-topic", "not-understood"});
}

TEST_CASE("a certificate is one of the ZPP only where that is said") {
    const auto certified = [](const std::string& heading, const std::string& text) {
        const auto read = convert_directory(
            "Anbieter;Angebot;" + heading + "\nV;A;" + text + "\n",
            "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\n" + heading + ";Zertifiziert\n");
        const Offer& offer = read.built.network.tables().offers.at(0);
        return offer.certified + " " + offer.note;
    };
    CHECK(certified("Zertifikat", "ja") == " Zertifikat: ja");
    CHECK(certified("Zertifikat", "ZPP") == "zpp ");
    CHECK(certified("ZPP-zertifiziert", "ja") == "zpp ");
    CHECK(certified("Zertifikat", "nein") == "none ");
}

TEST_CASE("the second of two addresses is the venue's") {
    const auto map = propose_map(
        "Anbieter;Straße;PLZ;Ort;Kurs;Kursort;Straße;PLZ;Ort\n"
        "V;Weg 13;45127;Essen;Rücken;Halle 7;Ring 4;44623;Herne\n");
    CHECK(proposed_field(map, "Ort") == "Ort des Anbieters");
    CHECK(proposed_field(map, "PLZ") == "PLZ des Anbieters");
    CHECK(proposed_field(map, "Ort (2)") == "Stadt des Veranstaltungsorts");
    CHECK(proposed_field(map, "PLZ (2)") == "PLZ des Veranstaltungsorts");
    CHECK(map.text.find("sagt mehr als") == std::string::npos);
}
