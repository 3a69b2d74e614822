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
