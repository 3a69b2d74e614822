#include "directories.hpp"

#include <algorithm>

using namespace lotse;
using Found = std::vector<std::string>;

namespace {

struct Read {
    Offer offer;
    std::string area;
    Found places;
};

/// An offer with more columns.
Read offer_of(const std::string& headings, const std::string& cells) {
    const auto read = convert_as_proposed("Anbieter;Angebot;Thema;" + headings +
                                          "\nVerein;Kurs;Bewegung;" + cells + "\n");
    const auto& tables = read.built.network.tables();
    REQUIRE(tables.offers.size() == 1);
    return {tables.offers[0], tables.actors.at(0).area.key, places_of(read.built)};
}

}  // namespace

TEST_CASE("an official key that contradicts the town counts, and the town is kept") {
    const Read both = offer_of("Ort;Kreis;AGS", "Herne;Herne;05911");
    CHECK(both.area == "05911");
    CHECK(both.offer.note == "Kreis: Herne; Ort: Herne");
    CHECK(both.places == Found{"liste.csv:2:5 contradicting-place"});
    const Read town = offer_of("Ort;AGS", "Herne;05911000");
    CHECK(town.area == "05911");
    CHECK(town.offer.note == "Ort: Herne");
    CHECK(town.places == Found{"liste.csv:2:4 contradicting-place"});
    const Read district = offer_of("Kreis;AGS", "Vogtlandkreis;05911");
    CHECK(district.offer.note == "Kreis: Vogtlandkreis");
    CHECK(district.places == Found{"liste.csv:2:4 contradicting-place"});
    const Read unknown = offer_of("Ort;AGS", "Bochum;05999");
    CHECK(unknown.area == "05999");
    CHECK(unknown.offer.note == "Ort: Bochum");
}

TEST_CASE("a town and a Kreis that agree with the key say nothing new, or where in it") {
    for (const char* cells :
         {"Bochum;;05911", "Bochum;Bochum;05911000", ";NRW;05911", "Rehau;Lkr. Hof;09475162",
          "Landkreis Hof;;09475162", "Duderstadt;Göttingen;03152007", "Berlin;Berlin;11000000",
          "Frankfurt a.M.;;06412"}) {
        INFO(cells);
        const Read read = offer_of("Ort;Kreis;AGS", cells);
        CHECK(read.offer.note.empty());
        CHECK(read.places.empty());
    }
    CHECK(offer_of("Ort;AGS", "Rehau;09475").area == "09475162");
    CHECK(offer_of("Ort;Kreis;AGS", "Rehau;Landkreis Hof;09").area == "09475162");
    CHECK(offer_of("Kreis;AGS", "Landkreis Hof;09").area == "09475");
    const Read quarter = offer_of("Ort;AGS", "Wattenscheid;05911");
    CHECK(quarter.area == "05911");
    CHECK(quarter.offer.note == "Ort: Wattenscheid");
    CHECK(quarter.places.empty());
}

TEST_CASE("dates of start and end count before those of the period, which are kept") {
    for (const bool period_first : {false, true}) {
        const Read read =
            period_first ? offer_of("Zeitraum;Beginn;Ende", "2022-01 - 2022-06;2024-01;2024-12")
                         : offer_of("Beginn;Ende;Zeitraum", "2024-01;2024-12;2022-01 - 2022-06");
        CHECK(to_string(*read.offer.start) == "2024-01");
        CHECK(to_string(*read.offer.end) == "2024-12");
        CHECK(read.offer.note == "Zeitraum: 2022-01 - 2022-06");
        const std::string place = period_first ? "liste.csv:2:4" : "liste.csv:2:6";
        CHECK(read.places == Found{place + " conflicting-facts", place + " conflicting-facts"});
    }
    const Read same = offer_of("Beginn;Zeitraum", "2024;01.03.2024 - 30.06.2024");
    CHECK(to_string(*same.offer.start) == "2024-03-01");
    CHECK(to_string(*same.offer.end) == "2024-06-30");
    CHECK(same.offer.note.empty());
    CHECK(same.places.empty());
    const Read finer = offer_of("Beginn;Zeitraum", "2024-03-01;2024 - 2025");
    CHECK(to_string(*finer.offer.start) == "2024-03-01");
    CHECK(finer.places.empty());
}

TEST_CASE("no other column makes an offer run that one calls planned or ended") {
    const auto status = [](const std::string& headings, const std::string& cells,
                           const std::string& note) {
        const Read read = offer_of(headings, cells);
        CHECK(read.offer.note == note);
        CHECK(read.places.size() == (note.empty() ? 0 : 1));
        return read.offer.status;
    };
    CHECK(status("Beginn;Status", "geplant;aktiv", "Status: aktiv") == "planned");
    CHECK(status("Status;Beginn", "aktiv;geplant", "Status: aktiv") == "planned");
    CHECK(status("Beginn;Status", "laufend;geplant", "Beginn: laufend") == "planned");
    CHECK(status("Beginn;Ende", "laufend;geplant", "Beginn: laufend") == "planned");
    CHECK(status("Beginn;Status", "geplant;beendet", "Beginn: geplant") == "ended");
    CHECK(status("Beginn;Status", "laufend;aktiv", "") == "active");
}

TEST_CASE("a field of one code never holds two") {
    const Read place = offer_of("Veranstaltungsort;Durchführung", "online;Präsenz");
    CHECK(place.offer.delivery == "on_site");
    CHECK(place.offer.note == "Veranstaltungsort: online");
    CHECK(place.places == Found{"liste.csv:2:4 conflicting-facts"});
    const Read town = offer_of("Ort;Durchführung", "online;hybrid");
    CHECK(town.offer.delivery == "hybrid");
    CHECK(town.offer.note == "Ort: online");
    CHECK(town.places == Found{"liste.csv:2:4 conflicting-facts"});
    const Read cell = offer_of("Durchführung", "online|Präsenz");
    CHECK(cell.offer.delivery.empty());
    CHECK(cell.offer.note == "Durchführung: online|Präsenz");
    CHECK(cell.places == Found{"liste.csv:2:4 unknown-word"});
    const auto mapped = convert_directory(
        "Anbieter;Angebot;Kosten;Form\nV;A;Tagung;Kurs\n",
        "Spalte;Wert;Feld;Wird zu\nAnbieter;;Anbieter;\nAngebot;;Angebot;\nKosten;;Notiz;\n"
        "Form;;Form des Angebots;\nKosten;Tagung;Form des Angebots;event\n");
    const Offer& offer = mapped.built.network.tables().offers.at(0);
    CHECK(offer.form == "course");
    CHECK(offer.note == "Kosten: Tagung; Kosten: event");
}

TEST_CASE("an address that the network has no place for is named") {
    const Read provider =
        offer_of("Straße des Anbieters;PLZ des Anbieters;Ort des Anbieters", "Weg 7;44787;Bochum");
    CHECK(provider.area == "05911");
    CHECK(provider.places == Found{"liste.csv:2:4 unused-address"});
    const Read online = offer_of("Straße;PLZ;Ort;Durchführung", "Weg 7;44787;Bochum;online");
    CHECK(online.offer.venues.empty());
    CHECK(online.places == Found{"liste.csv:2:4 unused-address"});
    const Read only_code = offer_of("PLZ;Ort", "44787;Bochum");
    CHECK(only_code.places.empty());  // a note: town and area stay
    const Read venue = offer_of("Straße;PLZ;Ort", "Weg 7;44787;Bochum");
    CHECK(venue.offer.venues.size() == 1);
    CHECK(venue.places.empty());
    const auto table =
        "Anbieter;Angebot;Thema;Straße;PLZ;Ort\nVerein A;K;Sport;Weg 7;44787;Bochum\n"
        "Klinik;;;Gasse 3;44787;Bochum\nPraxis;L;Sport;;44789;Bochum\n";
    const auto read = convert_as_proposed(table);
    CHECK(places_of(read.built) == Found{"liste.csv:3:2 no-offer", "liste.csv:3:4 unused-address"});
    CHECK(std::ranges::count_if(read.built.issues, [](const Issue& issue) {
              return issue.code == "unused-address" && issue.severity == Severity::note;
          }) == 1);
}

TEST_CASE("a venue without a town keeps its postcode") {
    const auto read =
        convert_as_proposed("Anbieter;Angebot;Thema;Kursort;PLZ Kursort\nV;K;Sport;Saal;44787\n");
    const auto& venues = read.built.network.tables().venues;
    REQUIRE(venues.size() == 1);
    CHECK(venues[0].note == "44787");
}

TEST_CASE("a venue has one postcode, and another one is said") {
    const std::string head = "Anbieter;Angebot;Thema;Straße;PLZ;Ort\n";
    const auto read = convert_as_proposed(head +
                                          "V;A;Sport;Weg 7;44787;Bochum\n"
                                          "V;B;Sport;Weg 7;44789;Bochum\n");
    REQUIRE(read.built.network.tables().venues.size() == 1);
    CHECK(read.built.network.tables().venues[0].name == "Weg 7, 44787 Bochum");
    CHECK(places_of(read.built) == Found{"liste.csv:3:5 conflicting-facts"});
    const auto later = convert_as_proposed(head +
                                           "V;A;Sport;Weg 7;;Bochum\n"
                                           "V;B;Sport;Weg 7;44789;Bochum\n");
    REQUIRE(later.built.network.tables().venues.size() == 1);
    CHECK(later.built.network.tables().venues[0].name == "Weg 7, 44789 Bochum");
    CHECK(places_of(later.built).empty());
}

TEST_CASE("many offers of one name are numbered without gaps") {
    std::string table = "Anbieter;Angebot;Thema\n";
    for (int i = 0; i < 6000; ++i) table += "Verein;Kurs;Bewegung " + std::to_string(i) + "\n";
    const auto read = convert_as_proposed(table);
    const auto& offers = read.built.network.tables().offers;
    REQUIRE(offers.size() == 6000);
    CHECK(std::ranges::any_of(offers, [](const Offer& o) { return o.key == "kurs-verein-6000"; }));
}

TEST_CASE("a fee and whether it is free contradict each other in both ways") {
    for (const char* cells : {"ja;5", "nein;0", "nein;kostenlos"}) {
        INFO(cells);
        CHECK(offer_of("Kostenfrei;Kosten", cells).places == Found{"liste.csv:2:5 free-with-fee"});
    }
    for (const char* cells : {"ja;0", "nein;5", "nein;", ";0", "ja;"}) {
        INFO(cells);
        CHECK(offer_of("Kostenfrei;Kosten", cells).places.empty());
    }
}
