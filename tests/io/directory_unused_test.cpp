#include <lotse/io/export.hpp>

#include "directories.hpp"

#include <algorithm>
#include <map>

using namespace lotse;
using Found = std::vector<std::string>;
using Extra = std::vector<std::pair<std::string, std::string>>;

namespace {

/// A value of each field that a directory can have, but names of providers and offers.
const std::map<std::string, std::string> samples{
    {"extra", "sieben"},
    {"note", "Treppe links"},
    {"as_of", "2026-02"},
    {"provider_kind", "Verein"},
    {"provider_short_name", "TVP"},
    {"provider_street", "Weg 7"},
    {"provider_number", "12"},
    {"provider_postcode", "44787"},
    {"provider_town", "Bochum"},
    {"provider_ags", "05911"},
    {"provider_district", "Bochum"},
    {"place_street", "Weg 7"},
    {"place_number", "12"},
    {"place_postcode", "44787"},
    {"place_town", "Bochum"},
    {"place_ags", "05911"},
    {"place_district", "Bochum"},
    {"venue_street", "Weg 7"},
    {"venue_number", "12"},
    {"venue_postcode", "44787"},
    {"venue_town", "Bochum"},
    {"venue_ags", "05911"},
    {"venue_district", "Bochum"},
    {"venue", "Saal"},
    {"venue_lat", "51.48"},
    {"venue_lon", "7.21"},
    {"venue_kind", "Schule"},
    {"barrier_free", "nein"},
    {"neutral", "ja"},
    {"topics", "Sucht"},
    {"targets", "Frauen"},
    {"form", "Kurs"},
    {"delivery", "hybrid"},
    {"legal", "SGB II"},
    {"free", "nein"},
    {"fee_eur", "5"},
    {"voluntary", "ja"},
    {"open_to", "alle"},
    {"start", "2026-01"},
    {"end", "2026-12"},
    {"period", "2026-01 - 2026-06"},
    {"duration_weeks", "8 Wochen"},
    {"capacity", "9"},
    {"vacancies", "3"},
    {"routes", "Jobcenter"},
    {"certified", "ZPP"},
    {"evaluated", "ja"},
    {"languages", "tr"},
    {"status", "geplant"},
    {"funders", "AOK"},
    {"areas", "Bochum"},
    {"provider_website", "https://verein.example"},
    {"provider_mailbox", "info@verein.example"},
};

/// A row in which some fields have no place in the network.
struct Position {
    std::string headings;
    std::string cells;
    std::string map;
};

const std::string provider_map = "Anbieter;Anbieter\n";
const std::string offer_map = "Angebot;Angebot\n";
const std::vector<Position> positions{
    {"Anbieter", "V", provider_map},
    {"Angebot", "K", offer_map},
    {"Anbieter;Angebot", "V;K", provider_map + offer_map},
    {"Anbieter;Angebot;Format", "V;K;online", provider_map + offer_map + "Format;Durchführung\n"},
    {"Anbieter;Angebot;Gebiet", "V;K;Herne", provider_map + offer_map + "Gebiet;Einzugsgebiet\n"},
    {"Anbieter;Angebot;Sitz;Saal;Saalort", "V;K;Herne;Aula;Herne",
     provider_map + offer_map +
         "Sitz;Ort des Anbieters\nSaal;Veranstaltungsort\nSaalort;Stadt des Veranstaltungsorts\n"},
};

io::DirectoryResult read_at(const Position& position, const Code& field, const std::string& cell) {
    return convert_directory(
        position.headings + ";Die Spalte;Z\n" + position.cells + ';' + cell + ";z\n",
        "Spalte;Feld\n" + position.map + "Die Spalte;" + field.label.de + "\nZ;Zusatzspalte\n");
}

}  // namespace

TEST_CASE("each field reaches the network, a note or a message wherever it stands") {
    for (const Code& field : Codebook::built_in().list("directory_columns")->codes()) {
        if (field.code == "skip" || field.code == "provider" || field.code == "offer") continue;
        INFO(field.code);
        REQUIRE(samples.contains(field.code));
        for (const Position& position : positions) {
            if (position.map.find(';' + field.label.de + '\n') != std::string::npos) continue;
            INFO(position.headings);
            const auto with = read_at(position, field, samples.at(field.code));
            const auto without = read_at(position, field, "");
            const auto columns = std::ranges::count(position.headings, ';');
            const bool said = std::ranges::any_of(with.built.issues, [&](const Issue& issue) {
                return issue.where.row == 2 && issue.where.column == columns + 2;
            });
            const io::ExportOptions all{.mailboxes = io::Mailboxes::include};
            const bool kept =
                io::json_text(with.built.network, all) != io::json_text(without.built.network, all);
            CHECK((said || kept));
        }
    }
}

TEST_CASE("a row without an offer gives its provider all that it says") {
    const auto read = convert_as_proposed(
        "Träger;Thema;Kosten;Beginn;Sprachen;Öffnungszeiten;Barrierefrei;Ort;Finanziert von\n"
        "Suchtberatung;Sucht, Zirkus;5;geplant;tr;Mo 9-12;ja;Köln;AOK\n"
        "Suchtberatung;Sucht;;;;Di 9-12;ja;Köln;\n");
    const auto& tables = read.built.network.tables();
    REQUIRE(tables.actors.size() == 1);
    const Actor& actor = tables.actors[0];
    CHECK(actor.name == "Suchtberatung");
    CHECK(actor.note ==
          "Thema: Sucht, Zirkus; Kosten: 5; Beginn: geplant; Sprachen: tr; "
          "Barrierefrei: ja; Finanziert von: AOK; Thema: Sucht");
    CHECK(actor.extra == Extra{{"Öffnungszeiten", "Mo 9-12; Di 9-12"}});
    CHECK(codes_of(read.built) == Found{"no-offer", "unknown-topic"});
    const auto named = convert_as_proposed(
        "Name;Träger;Ort\nHaus Nord;AWO;Dortmund\n"
        "Haus Süd;AWO;Dortmund\n");
    CHECK(named.built.network.tables().actors.at(0).extra ==
          Extra{{"Name (Verzeichnis)", "Haus Nord; Haus Süd"}});
}

TEST_CASE("what rows with an offer say in extra columns stays with the offer") {
    const auto read =
        convert_as_proposed("Anbieter;Angebot;Thema;Wetter\nV;K;Sport;Sonne\nV;;;Regen\n");
    const auto& tables = read.built.network.tables();
    CHECK(tables.actors.at(0).extra == Extra{{"Wetter", "Regen"}});
    CHECK(tables.offers.at(0).extra == Extra{{"Wetter", "Sonne"}});
}

TEST_CASE("a recorded barrier is kept where the row names no venue") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Ort;Barrierefrei;Neutraler Ort\nS;A;Sucht;Köln;nein;ja\n");
    const Offer& offer = read.built.network.tables().offers.at(0);
    CHECK(offer.note == "Barrierefrei: nein; Neutraler Ort: ja");
    REQUIRE(offer.areas.size() == 1);
    CHECK(offer.areas[0].key == "05315");
    CHECK(places_of(read.built) == Found{"liste.csv:2:5 no-venue", "liste.csv:2:6 no-venue"});
}

TEST_CASE("contacts stay out of notes, and are said once") {
    const auto read =
        convert_directory("Angebot;Post;Rest\nK;info@verein.example;eva@verein.example\n",
                          "Spalte;Feld\nAngebot;Angebot\n"
                          "Post;Funktionspostfach des Anbieters\n"
                          "Rest;Webseite des Anbieters\n");
    CHECK(read.built.network.tables().offers.at(0).note.empty());
    const Found places = places_of(read.built);
    CHECK(std::ranges::count(places, "liste.csv:2:2 withheld") == 1);
    CHECK(std::ranges::count(places, "liste.csv:2:3 withheld") == 1);
}

TEST_CASE("a postcode that names no area goes into the note") {
    const auto read = convert_as_proposed("Anbieter;Angebot;Thema;PLZ\nA;Kurs;Sucht;50667\n");
    CHECK(read.built.network.tables().offers.at(0).note == "PLZ: 50667");
    CHECK(places_of(read.built) == Found{"liste.csv:2:4 unknown-place"});
    const auto odd =
        convert_as_proposed("Anbieter;Angebot;Thema;PLZ;Ort\nA;Kurs;Sucht;50667;Nirgendwo\n");
    CHECK(odd.built.network.tables().offers.at(0).note == "Ort: Nirgendwo; PLZ: 50667");
}

TEST_CASE("the map's words for all rows reach the note with the name of their field") {
    const auto read = convert_directory("Anbieter;Angebot\nV;K\n",
                                        "Spalte;Feld;Wird zu\nAnbieter;Anbieter;\n"
                                        "Angebot;Angebot;\n;Barrierefrei;ja\n;Kreis;Bochum\n");
    CHECK(read.built.network.tables().offers.at(0).note == "Barrierefrei: ja");
}

TEST_CASE("coordinates of the venue, with either decimal sign; swapped ones are said") {
    const auto read = convert_directory(
        "Anbieter;Angebot;Thema;Breitengrad;Längengrad;Kursort\n"
        "V;A;Sport;53,5511;9,9937;Park\nV;B;Sport;9,99;53,45;Bad\nV;C;Sport;;;Saal\n"
        "V;D;Sport;53.551.100;9.993.700;Halle\nV;E;Sport;50.5;8.25;\n",
        "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\nThema;Thema\n"
        "Breitengrad;Breitengrad des Veranstaltungsorts\nLängengrad;Longitude of venue\n"
        "Kursort;Veranstaltungsort\n");
    for (const Venue& venue : read.built.network.tables().venues) {
        CHECK(venue.lat.has_value() == (venue.name == "Park"));
        if (venue.lat) CHECK(*venue.lat == 53.5511);
        if (venue.lon) CHECK(*venue.lon == 9.9937);
    }
    CHECK(places_of(read.built) ==
          Found{"liste.csv:2:6 venue-without-place", "liste.csv:3:4 swapped-coordinates",
                "liste.csv:5:4 not-understood", "liste.csv:5:5 not-understood",
                "liste.csv:6:4 no-venue", "liste.csv:6:5 no-venue"});
    const auto map =
        propose_map("Provider,Offer,Latitude,Longitude\nV,K,50.5,8.25\n", Language::en);
    CHECK(proposed_field(map, "Latitude") == "Latitude of venue");
    CHECK(proposed_field(map, "Longitude") == "Longitude of venue");
}
