#include "directories.hpp"

using namespace lotse;
using Found = std::vector<std::string>;

namespace {

/// The venue in whose note the provider stands.
const Venue* venue_of(const io::DirectoryResult& read, const std::string& provider) {
    for (const Venue& venue : read.built.network.tables().venues)
        if (venue.note.find("Anbieter: " + provider) != std::string::npos) return &venue;
    return nullptr;
}

}  // namespace

TEST_CASE("venues that only sound alike are not joined, and no fact goes from one to the other") {
    struct Case {
        std::string headings;
        std::string first;
        std::string second;
    };
    for (const auto& [headings, first, second] :
         {Case{"Sitz;Kursort", "44787 Bochum;Vereinsheim", "45127 Essen;Vereinsheim"},
          Case{"Sitz;Kursort", "44787 Bochum;Haus am See", "45127 Essen;Haus am See"},
          Case{"Sitz;Straße Kursort", "44787 Bochum;Hauptstr. 1", "45127 Essen;Hauptstr. 1"},
          Case{"Ort;Kursort", "Bochum;Vereinsheim", "Bochum;Vereinsheim"},
          Case{"Ort;Kursort", "Bochum;Raum 3", "Bochum;Raum 3"},
          Case{"Kreis;Kursort", "Vogtlandkreis;Saal", "Vogtlandkreis;Saal"},
          Case{"Ort;Kursort", "Bochum;in den Räumen des Anbieters",
               "Bochum;in den Räumen des Anbieters"}}) {
        INFO(first << " / " << second);
        const auto read = convert_as_proposed(
            "Anbieter;Angebot;Thema;" + headings + ";Barrierefrei\nKV A;Tanz;Sport;" + first +
            ";ja\nKV B;Judo;Sport;" + second + ";\nKV A;Lauf;Sport;" + first + ";\n");
        REQUIRE(read.built.network.tables().venues.size() == 2);
        const Venue* a = venue_of(read, "KV A");
        const Venue* b = venue_of(read, "KV B");
        REQUIRE(a);
        REQUIRE(b);
        CHECK(a->barrier_free == ThreeValued::yes);
        CHECK(b->barrier_free == ThreeValued::unknown);
        const Found codes = codes_of(read.built);
        CHECK(std::ranges::count(codes, "venue-of-each-provider") == 1);
    }
}

TEST_CASE("one house of several providers stays one") {
    for (const char* cells : {"Bochum;Weg 1;Turnhalle", "Bochum;;Haus am See", "Bochum;Weg 1;"}) {
        INFO(cells);
        const auto read = convert_as_proposed(
            "Anbieter;Angebot;Thema;Stadt Kursort;Straße Kursort;Kursort;Barrierefrei\nKV "
            "A;Tanz;Sport;" +
            std::string{cells} + ";ja\nKV B;Judo;Sport;" + cells + ";\n");
        REQUIRE(read.built.network.tables().venues.size() == 1);
        CHECK(read.built.network.tables().venues[0].note.find("Anbieter") == std::string::npos);
        CHECK(codes_of(read.built).empty());
    }
}

TEST_CASE("the key of a venue without a town does not depend on other rows") {
    const std::string head = "Anbieter;Angebot;Thema;Kursort\nKV A;Tanz;Sport;Saal\n";
    const auto alone = convert_as_proposed(head);
    const auto beside = convert_as_proposed(head + "KV B;Judo;Sport;Saal\n");
    const std::string key = alone.built.network.tables().venues.at(0).key;
    CHECK(std::ranges::count(beside.built.network.tables().venues, key, &Venue::key) == 1);
}

TEST_CASE("ways to give an offer are no houses") {
    for (const char* text : {"Zoom", "Online-Kurs", "telefonisch", "bei Ihnen zu Hause",
                             "Hausbesuch", "zu Hause", "wird noch bekanntgegeben", "siehe Homepage",
                             "bei den Teilnehmenden zuhause", "aufsuchend", "im Freien"}) {
        INFO(text);
        const auto read = convert_as_proposed("Anbieter;Angebot;Thema;Kursort\nV;O;Bewegung;" +
                                              std::string{text} + "\nV;P;Bewegung;Haus am See\n");
        const auto& tables = read.built.network.tables();
        CHECK(tables.venues.size() == 1);
        const auto offer = std::ranges::find(tables.offers, "O", &Offer::name);
        REQUIRE(offer != tables.offers.end());
        CHECK((offer->delivery == "online" || offer->note == std::string{"Kursort: "} + text));
    }
    const auto house =
        convert_as_proposed("Anbieter;Angebot;Thema;Kursort\nV;O;Bewegung;Café Zuhause\n");
    CHECK(house.built.network.tables().venues.size() == 1);
}

TEST_CASE("no fixed place among the towns of offers is none of the provider's") {
    const auto read = convert_as_proposed(
        "Anbieter;PLZ;Ort;Angebot;Thema;Veranstaltungsort\nV;44623;Herne;A;Sport;Bochum\n"
        "V;44623;Herne;B;Sport;Witten\nV;44623;Herne;C;Sport;bei Ihnen zu Hause\n");
    const auto& tables = read.built.network.tables();
    CHECK(tables.venues.empty());
    CHECK(tables.actors.at(0).area.key == "05916");
    REQUIRE(tables.offers.size() == 3);
    CHECK(tables.offers[0].areas.at(0).key == "05911");
    CHECK(tables.offers[1].areas.at(0).key == "05954036");
    CHECK(tables.offers[2].areas.empty());
    CHECK(tables.offers[2].note == "Veranstaltungsort: bei Ihnen zu Hause");
    CHECK(codes_of(read.built) == Found{"not-understood"});
}

TEST_CASE("halls of one name without a provider stay apart, and their keys say of which offer") {
    const std::string head = "Angebot;Veranstaltungsort;Ort\n";
    const auto read =
        convert_as_proposed(head + "Yoga;Turnhalle;Plauen\nTanz;Turnhalle;Plauen\n").built;
    const auto& tables = read.network.tables();
    REQUIRE(tables.venues.size() == 2);
    CHECK(tables.venues[0].key == "turnhalle-tanz-plauen");
    CHECK(tables.venues[1].key == "turnhalle-yoga-plauen");
    CHECK(tables.venues[0].note == "Plauen; Angebot: Tanz");
    CHECK(std::ranges::count(codes_of(read), std::string{"venue-of-each-provider"}) == 1);
    CHECK(convert_as_proposed(head + "Yoga;Haus am See;Plauen\nTanz;Haus am See;Plauen\n")
              .built.network.tables()
              .venues.size() == 1);
}

TEST_CASE("a house called after a town is no part of it, and a room may be called after one") {
    const auto venue_of = [](const std::string& venue, const std::string& town) {
        const auto read = convert_as_proposed("Anbieter;Angebot;Veranstaltungsort;Ort\nV;A;" +
                                              venue + ";" + town + "\nW;B;Haus am See;Plauen\n");
        for (const Venue& one : read.built.network.tables().venues)
            if (one.name != "Haus am See") return one.name + " " + one.area.key;
        return std::string{"none"};
    };
    for (const auto& [venue, city] : std::initializer_list<std::pair<std::string, std::string>>{
             {"Weimar-Halle", "16055"},
             {"Bonn-Center", "05314"},
             {"Köln-Arena", "05315"},
             {"Essen-Haus", "05113"},
             {"Dresden-Kulturpalast", "14612"},
             {"Jena-Klinikum, Haus 2", "16053"},
             {"Haus 2, Jena-Klinikum", "16053"}}) {
        INFO(venue);
        CHECK(venue_of(venue, "Plauen") == venue + " 14523320");
        CHECK(venue_of(venue, "") == venue + ' ' + city);
    }
    const auto arena = convert_as_proposed(
        "Anbieter;Angebot;Thema;Veranstaltungsort\nV;A;Sport;Köln-Arena\n"
        "W;B;Sport;Haus am See, Bochum\n");
    CHECK(codes_of(arena.built) == Found{"ambiguous-place"});
    CHECK(venue_of("Weimar-Halle, Erfurt", "") == "Weimar-Halle 16051");
    CHECK(venue_of("Erfurt, Weimar-Halle", "") == "Erfurt, Weimar-Halle 16051");
    CHECK(venue_of("Haus am Bach, Bochum-Harpen", "") == "Haus am Bach, Bochum-Harpen 05911");
    CHECK(venue_of("Haus am Bach, Leipzig-Zentrum", "") == "Haus am Bach, Leipzig-Zentrum 14713");
    CHECK(venue_of("Berlin - Zimmer 2. OG", "Plauen") == "Berlin - Zimmer 2. OG ");
    CHECK(venue_of("Raum 3, Berlin", "Plauen") == "Raum 3, Berlin ");
    CHECK(venue_of("Turnhalle, Berlin", "Plauen") == "Turnhalle 11000");
}

TEST_CASE("a house called after a town says nothing in the column of towns") {
    for (const char* town : {"Köln-Arena (Bochum)", "Köln-Arena, 44787 Bochum", "Weimar-Halle"}) {
        INFO(town);
        const auto read =
            convert_as_proposed(std::string{"Anbieter;Angebot;Thema;Ort\nV;A;Sport;"} + town +
                                "\nW;B;Sport;Bochum\n")
                .built;
        CHECK(std::ranges::count(codes_of(read), std::string{"unknown-place"}) == 1);
        for (const Actor& actor : read.network.actors())
            CHECK(actor.area.key == (actor.name == "W" ? "05911" : ""));
    }
}

TEST_CASE("a title may hold any sign between words that are headings elsewhere") {
    for (const char* title :
         {"Stand: 03/2025, Quelle: Stadt", "Träger: Stadt", "Stand: März 2026 | Quelle: Stadt",
          "Übersicht | Anbieter | Angebot | Ort"}) {
        INFO(title);
        const auto read = convert_as_proposed(std::string{title} +
                                              "\nAnbieter;Angebot;Thema;Ort\nV;A;Sport;Bochum\n");
        CHECK(read.built.network.actors().size() == 1);
        CHECK(codes_of(read.built).empty());
    }
}
