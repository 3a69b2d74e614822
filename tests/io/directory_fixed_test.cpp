#include "directories.hpp"

#include <algorithm>

using namespace lotse;
using Found = std::vector<std::string>;

namespace {

io::DirectoryResult converted(std::string_view rows, const std::string& fixed) {
    return convert_directory("Anbieter;Angebot;Thema;Format;Haus;Kostenfrei\n" + std::string{rows},
                             "Column;Field;Becomes\nAnbieter;Provider;\nAngebot;Offer;\n"
                             "Thema;Topic;\nFormat;Delivery;\nHaus;Venue;\nKostenfrei;Free;\n" +
                                 fixed);
}

}  // namespace

TEST_CASE("any field may be the same for all rows, whatever it says") {
    const TestFolder folder;
    folder.write("liste.csv",
                 "Anbieter;Angebot;Thema;Ort;Raum;Notiz;Farbe\nVHS Celle;Yoga;Stress;Celle;1;a;b\n"
                 "VHS Celle;;s. o.;online;Turnhalle;;\n;Treff;;Uelzen;;\"\";Frau Muster\n");
    const std::string columns =
        "Spalte;Feld;Wird zu\nThema;Thema;\nOrt;Ort;\nRaum;Veranstaltungsort;\nNotiz;Notiz;\n"
        "Farbe;Zusatzspalte;\nAnbieter;Anbieter;\nAngebot;Angebot;\n";
    int read = 0;
    for (const Code& field : Codebook::built_in().list("directory_columns")->codes())
        for (const std::string value : {"Landkreis Celle",
                                        "Kreise Celle und Uelzen",
                                        "Celle, Uelzen",
                                        "ja",
                                        "x",
                                        "12",
                                        "0,5",
                                        "2026-03",
                                        "online (Zoom)",
                                        "?",
                                        "s. o.",
                                        "Frau Muster",
                                        "0234 998877",
                                        "12 €",
                                        "8 Wochen",
                                        "A-4020",
                                        "29221 Celle",
                                        "Sport|Sucht",
                                        "ZPP",
                                        "beendet",
                                        "https://a.example"}) {
            INFO(field.label.de << " " << value);
            folder.write("zuordnung.csv", columns + ";" + field.label.de + ";" + value + "\n");
            const auto result =
                io::read_flat_directory(folder / "liste.csv", folder / "zuordnung.csv");
            REQUIRE(result);
            read += result->was_read ? 1 : 0;
        }
    CHECK(read > 100);
}

TEST_CASE("what holds for all rows says nothing about what a row does not name") {
    const auto read = converted(
        "V;K;Sport;;Haus am See, 44787 Bochum;\nV;L;Sport;online;;\nW;;;;;ja\n;M;Sport;;Haus am "
        "See, 44787 Bochum;\n",
        ";Barrier-free;yes\n;Legal circle;SGB V\n;Kind of provider;VHS\n;Topic;Zirkus\n");
    const auto& tables = read.built.network.tables();
    REQUIRE(tables.actors.size() == 2);
    CHECK(tables.actors[0].note.empty());
    CHECK(tables.actors[1].note == "Kostenfrei: ja");
    REQUIRE(tables.offers.size() == 3);
    for (const Offer& offer : tables.offers) {
        CHECK(offer.note.empty());
        CHECK(offer.legal == Found{"sgb5"});
    }
    REQUIRE(tables.venues.size() == 1);
    CHECK(tables.venues[0].barrier_free == ThreeValued::yes);
    CHECK(places_of(read.built) == Found{"liste.csv:4:2 no-offer", "liste.csv:5:1 no-provider"});
}

TEST_CASE("what holds for all venues is kept where an offer names none, by the words of the map") {
    const auto read = converted("V;K;Sport;;;\nV;L;Sport;;;\nV;M;Sport;;Aula, 44787 Bochum;\n",
                                ";Barrier-free;yes\n");
    const auto& offers = read.built.network.tables().offers;
    REQUIRE(offers.size() == 3);
    CHECK(offers[0].note == "Barrier-free: yes");
    CHECK(offers[2].note.empty());
    REQUIRE(places_of(read.built) == Found{"zuordnung.csv:8:2 no-venue"});
    const auto said = std::ranges::find(read.built.issues, "no-venue", &Issue::code);
    CHECK(said->message.de.find("„Barrierefrei“ gilt für alle Zeilen") != std::string::npos);
    CHECK(said->message.en.find("'Barrier-free' holds for all rows") != std::string::npos);
    CHECK(said->message.en.find("(row 2, 3:") != std::string::npos);
}

TEST_CASE("what holds for all rows and is about nothing in them is said once") {
    const auto read = converted("V;;;;;ja\nW;;;;;nein\n", ";Legal circle;SGB V\n;Kreis;Bochum\n");
    CHECK(places_of(read.built) == Found{"liste.csv:2:2 no-offer", "zuordnung.csv:8:2 no-effect"});
    const auto online = converted("V;K;Sport;online;;\n", ";Barrier-free;yes\n");
    CHECK(places_of(online.built) == Found{"zuordnung.csv:8:2 no-effect"});
    CHECK(online.built.network.tables().offers.at(0).note.empty());
}

TEST_CASE("the name that holds for all rows is there when what else holds for all is read") {
    const auto read = convert_directory("Angebot\nK\n",
                                        "Spalte;Feld;Wird zu\nAngebot;Angebot;\n"
                                        ";Anbieter;VHS\n;Art des Anbieters;Volkshochschule\n");
    REQUIRE(read.built.network.tables().actors.size() == 1);
    CHECK(read.built.network.tables().actors[0].kind == "adult_education");
}

TEST_CASE("a fee for all rows yields to a row that says it is free, or not") {
    const auto read = converted("V;K;Sport;;;ja\nV;L;Sport;;;nein\nV;M;Sport;;;\n", ";Fee;5\n");
    CHECK(places_of(read.built).empty());
    const auto& offers = read.built.network.tables().offers;
    REQUIRE(offers.size() == 3);
    CHECK_FALSE(offers[0].fee_eur);
    CHECK(offers[1].fee_eur == 5.0);
    CHECK(offers[2].fee_eur == 5.0);
}

TEST_CASE("of a word that means two fields, a row without an offer keeps the word") {
    const std::string head = "Spalte;Wert;Feld;Wird zu\nAnbieter;;Anbieter;\nAngebot;;Angebot;\n";
    const auto kept = convert_directory("Anbieter;Angebot;Kosten\nV;;frei\n",
                                        head + "Kosten;;Kosten;\nKosten;frei;Kostenfrei;ja\n");
    CHECK(kept.built.network.tables().actors.at(0).note == "Kosten: frei");
    const auto named =
        convert_directory("Anbieter;Angebot\nV;\n", head + "Anbieter;V;Kostenfrei;ja\n");
    CHECK(named.built.network.tables().actors.at(0).note == "Kostenfrei: ja");
}
