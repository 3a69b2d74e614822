#include "directories.hpp"

using namespace lotse;
using Found = std::vector<std::string>;

namespace {

std::string areas_of(const Offer& offer) {
    std::string out;
    for (const auto& area : offer.areas) out += (out.empty() ? "" : "|") + area.key;
    return out;
}

}  // namespace

TEST_CASE("towns in the column of the venue are the offers', also ambiguous ones") {
    const std::string table =
        "Anbieter;Straße;PLZ;Ort;Angebot;Thema;Ort des Angebots\n"
        "Kasse;Beispielweg 1;08523;Plauen;Rücken;Bewegung;Auerbach\n"
        "VHS;Musterstr. 3;08056;Zwickau;Yoga;Bewegung;Zwickau\n"
        "VHS;Musterstr. 3;08056;Zwickau;Tanz;Bewegung;wechselnd\n"
        "VHS;Musterstr. 3;08056;Zwickau;Lauf;Bewegung;08209 Auerbach und Plauen\n";
    CHECK(proposed_field(propose_map(table), "Ort des Angebots") == "Stadt des Veranstaltungsorts");
    const auto read = convert_as_proposed(table);
    const auto& tables = read.built.network.tables();
    REQUIRE(tables.offers.size() == 4);
    CHECK(tables.venues.empty());
    for (const Offer& offer : tables.offers) {
        INFO(offer.name);
        CHECK(areas_of(offer) == (offer.name == "Yoga" ? "14524330" : ""));
        if (offer.name != "Yoga") CHECK(offer.note.starts_with("Ort des Angebots: "));
    }
    for (const Actor& actor : tables.actors)
        CHECK(actor.area.key == (actor.name == "Kasse" ? "14523320" : "14524330"));
}

TEST_CASE("a Kreis beside the towns of offers tells them apart") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Landkreis;Ort des Angebots\n"
        "VHS;Yoga;Bewegung;Vogtlandkreis;Plauen\nVHS;Lauf;Bewegung;Vogtlandkreis;Auerbach\n");
    const auto& offers = read.built.network.tables().offers;
    REQUIRE(offers.size() == 2);
    CHECK(codes_of(read.built).empty());
    for (const Offer& offer : offers)
        CHECK(areas_of(offer) == (offer.name == "Yoga" ? "14523320" : "14523020"));
}

TEST_CASE("houses called like towns are houses where no town stands among them") {
    const std::string head = "Anbieter;Angebot;Thema;Ort;Kursort\nV;A;Sport;Plauen;";
    CHECK(proposed_field(propose_map(head + "Saal\nV;B;Sport;Plauen;Burg\n"), "Kursort") ==
          "Veranstaltungsort");
    const auto mixed =
        propose_map(head + "Plauen\nV;B;Sport;Plauen;Zwickau\nV;C;Sport;Plauen;Turnhalle\n");
    CHECK(proposed_field(mixed, "Kursort") == "Veranstaltungsort");
    CHECK(mixed.text.find("auch Orte ohne Haus") != std::string::npos);
}

TEST_CASE("what is no place is no venue, and a postcode and town behind a house are read") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Kursort\nA;O1;Bewegung;nach Vereinbarung\n"
        "B;O2;Bewegung;n. V.\nC;O3;Bewegung;verschiedene Orte\nD;O4;Bewegung;hybrid\n"
        "E;O5;Bewegung;\"Turnhalle, Am Park 3, 08523 Plauen\"\nF;O6;Bewegung;08523 Plauen\n");
    const auto& tables = read.built.network.tables();
    REQUIRE(tables.venues.size() == 1);
    CHECK(tables.venues[0].name == "Turnhalle, Am Park 3");
    CHECK(tables.venues[0].area.key == "14523320");
    REQUIRE(tables.offers.size() == 6);
    for (const Offer& offer : tables.offers) {
        INFO(offer.name);
        const bool open = offer.name <= "O3";
        CHECK(offer.note.starts_with("Kursort: ") == (open || offer.name == "O6"));
        CHECK(offer.delivery == (offer.name == "O4" ? "hybrid" : ""));
        CHECK(areas_of(offer) == (offer.name == "O6" ? "14523320" : ""));
        CHECK(offer.venues.size() == (offer.name == "O5" ? 1 : 0));
    }
    CHECK(codes_of(read.built) == Found{"not-understood", "not-understood", "not-understood"});
}

TEST_CASE("nothing of a venue is lost where its town is not surely known") {
    for (const char* text :
         {"08523 Plauen, Turnhalle Ost, Am Park 3", "44787 Bochum (Turnhalle Ost)",
          "08209 Auerbach", "99999 Nirgendwo", "10000 Schritte Treff", "44787 Bochum Rathaus"}) {
        INFO(text);
        const auto read = convert_as_proposed("Anbieter;Angebot;Thema;Kursort\nV;O;Bewegung;\"" +
                                              std::string{text} + "\"\nV;P;Bewegung;Turnhalle\n");
        const auto& tables = read.built.network.tables();
        REQUIRE(tables.venues.size() == 2);
        const auto named = [&](const Venue& venue) { return venue.name == text; };
        CHECK(std::ranges::any_of(tables.venues, named));
    }
}

TEST_CASE("several towns or a doubt in one cell are said") {
    const auto of = [](const std::string& text) {
        const auto read =
            convert_as_proposed("Anbieter;Angebot;Thema;Ort\nV;Lauf;Bewegung;" + text + "\n");
        const Offer& offer = read.built.network.tables().offers.at(0);
        return areas_of(offer) + " " + offer.note + " " +
               (codes_of(read.built).empty() ? "" : codes_of(read.built).front());
    };
    CHECK(of("Bochum, Herne") == "05911 Ort: Bochum, Herne ambiguous-place");
    CHECK(of("Dresden/Leipzig") == "14612 Ort: Dresden/Leipzig ambiguous-place");
    CHECK(of("Bochum, Herne, Witten") == "05911 Ort: Bochum, Herne, Witten ambiguous-place");
    CHECK(of("Bochum, 44623 Herne") == "05911 Ort: Bochum, 44623 Herne ambiguous-place");
    CHECK(of("Plauen?") == "14523320 Ort: Plauen? ambiguous-place");
    CHECK(of("Bochum, OT Langendreer") == "05911 Ort: Bochum, OT Langendreer ");
    CHECK(of("Dresden/Neustadt") == "14612 Ort: Dresden/Neustadt ");
}

TEST_CASE("a key of the Land beside a name of two Kreise in it is no contradiction") {
    const auto read = [](const std::string& cells) {
        return codes_of(
            convert_as_proposed("Anbieter;Angebot;Thema;Kreis;AGS\nV;O;Bewegung;" + cells + "\n")
                .built);
    };
    CHECK(read("Stadt und Landkreis Hof;09").empty());
    CHECK(read("Vogtlandkreis|Zwickau;14").empty());
    CHECK(read("Vogtlandkreis;09") == Found{"contradicting-place"});
}

TEST_CASE("a provider that is called like a total is one where words stand beside it") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Ort\nGesamt-Elternrat Plauen;Elternabend;;\n"
        "Total Fit e.V.;Rückenkurs;;\nVHS;Yoga;Bewegung;Plauen\nSumme;3;;\nInsgesamt 3;;;\n"
        "Summe;;;-\nGesamt;k. A.;;\nSumme;Kurse;;\n");
    CHECK(read.built.network.tables().actors.size() == 3);
    CHECK(read.counts.passed_over == 5);
}
