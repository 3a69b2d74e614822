#include "directories.hpp"

using namespace lotse;
using Found = std::vector<std::string>;

namespace {

struct Read {
    std::string venue;  ///< its name
    std::string area;   ///< of the venue, or of the offer without one
    std::string note;   ///< of the offer
    Found codes;
};

Read venue(const std::string& text, const std::string& columns = "",
           const std::string& cells = "") {
    const auto read = convert_directory(
        "Anbieter;Angebot;Thema;Kursort" + columns + "\nV;O;Bewegung;\"" + text + "\"" + cells +
            "\n",
        "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\nThema;Thema\nKursort;"
        "Veranstaltungsort\n" +
            std::string{columns.find("PLZ") == columns.npos ? ""
                                                            : "PLZ;PLZ des Veranstaltungsorts\n"} +
            (columns.find("Ort") == columns.npos ? "" : "Ort;Stadt des Veranstaltungsorts\n") +
            (columns.find("Kreis") == columns.npos ? "" : "Kreis;Kreis\n"));
    const auto& tables = read.built.network.tables();
    const Offer& offer = tables.offers.at(0);
    Read out{"", "", offer.note, codes_of(read.built)};
    if (!tables.venues.empty()) {
        out.venue = tables.venues[0].name;
        out.area = tables.venues[0].area.key;
    }
    for (const auto& area : offer.areas) out.area += area.key;
    return out;
}

}  // namespace

TEST_CASE("a town that the cell of a venue surely names is its area, wherever it stands") {
    struct Case {
        std::string text;
        std::string name;
        std::string area;
    };
    for (const auto& [text, name, area] :
         {Case{"Haus am See, Musterstr. 5, 44787 Bochum", "Haus am See, Musterstr. 5", "05911"},
          Case{"Haus am See (Musterstr. 5, 44787 Bochum)", "Haus am See (Musterstr. 5)", "05911"},
          Case{"Haus am See - Musterstr. 5 - 44787 Bochum", "Haus am See - Musterstr. 5", "05911"},
          Case{"Haus am See, Musterstr. 5, D-44787 Bochum.", "Haus am See, Musterstr. 5", "05911"},
          Case{"Haus am See, 44787 Bochum-Wattenscheid", "Haus am See, 44787 Bochum-Wattenscheid",
               "05911"},
          Case{"Haus am See, 44787 Bochum (Mitte)", "Haus am See, 44787 Bochum (Mitte)", "05911"},
          Case{"Haus am See, 44787 Bochum, Raum 205", "Haus am See, 44787 Bochum, Raum 205",
               "05911"},
          Case{"44787 Bochum, Haus am See", "44787 Bochum, Haus am See", "05911"},
          Case{"Bochum: Haus am See", "Bochum: Haus am See", "05911"},
          Case{"Haus am See\nMusterstr. 5\n44787 Bochum", "Haus am See\nMusterstr. 5", "05911"},
          Case{"Haus am See,44787  Bochum", "Haus am See", "05911"},
          Case{"Halle 44787 Bochum", "Halle", "05911"},
          Case{"Anne-Stache-Allee 7, Hannover", "Anne-Stache-Allee 7", "03241001"},
          Case{"Raum A, 45127 Essen/Ruhr", "Raum A, 45127 Essen/Ruhr", "05113"}}) {
        INFO(text);
        const Read read = venue(text);
        CHECK(read.venue == name);
        CHECK(read.area == area);
        CHECK(read.codes.empty());
    }
    for (const char* text :
         {"44787 Bochum-Wattenscheid", "Bochum-Langendreer", "in Bochum", "Bochum"}) {
        INFO(text);
        CHECK(venue(text).venue.empty());
        CHECK(venue(text).area == "05911");
    }
}

TEST_CASE("the place of a venue that is not surely known is said once for all rows") {
    for (const char* text :
         {"Stadtteilzentrum Bochum", "VHS", "Raum A, 60311 Frankfurt", "Jugendhaus, Harburg",
          "10000 Schritte Treff", "Raum 3, Harburg", "Turnhalle, 99999 Nirgendwo"}) {
        INFO(text);
        const Read read = venue(text);
        CHECK(read.venue == text);
        CHECK(read.area.empty());
        CHECK(read.codes == Found{"venue-without-place"});
    }
    const auto many = convert_as_proposed(
        "Anbieter;Angebot;Thema;Kursort\nV;A;Sport;VHS am Ring\nV;B;Sport;Haus am See\n");
    CHECK(places_of(many.built) == Found{"liste.csv:2:4 venue-without-place"});
    CHECK(venue("VHS am Ring", ";Ort", ";Bochum").codes.empty());
}

TEST_CASE("ways to give an offer beside a town leave the town") {
    for (const char* text : {"n. V., 44787 Bochum", "Bochum und online",
                             "nach Vereinbarung in Bochum", "online, 44787 Bochum"}) {
        INFO(text);
        const Read read = venue(text);
        CHECK(read.venue.empty());
        CHECK(read.area == "05911");
        CHECK(read.note == std::string{"Kursort: "} + text);
        CHECK(read.codes == Found{"not-understood"});
    }
}

TEST_CASE("what a venue says of its own place goes before a column beside it") {
    const auto beside = [](const std::string& text) {
        return venue(text, ";PLZ;Ort", ";44623;Herne");
    };
    const Read house = beside("Haus am See, Musterstr. 5, 44787 Bochum");
    CHECK(house.venue == "Haus am See, Musterstr. 5");
    CHECK(house.area == "05911");
    CHECK(house.note == "PLZ: 44623; Ort: Herne");
    CHECK(house.codes == Found{"contradicting-place"});
    const Read town = beside("Bochum");
    CHECK(town.venue.empty());
    CHECK(town.area == "05911");
    CHECK(town.codes == Found{"contradicting-place"});
    for (const char* same : {"Haus am See, 44623 Herne", "Haus am See", "Haus am See, Herne"}) {
        INFO(same);
        CHECK(beside(same).area == "05916");
        CHECK(beside(same).codes.empty());
    }
    CHECK(beside("Herne").venue.empty());
    CHECK(beside("Herne").area == "05916");
    // A part of Hamburg, or a municipality elsewhere.
    const Read part = venue("Harburg", ";Ort", ";Hamburg");
    CHECK(part.venue == "Harburg");
    CHECK(part.area.empty());
    CHECK(part.note == "Ort: Hamburg");
    CHECK(part.codes == Found{"contradicting-place"});
}

TEST_CASE("the town of the course beside its street is no house") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;PLZ Kursort;Kursort;Straße Kursort\n"
        "V;A;Sport;44787;Bochum;Weg 3\nV;B;Sport;44623;Herne;Markt 1\n");
    const auto& venues = read.built.network.tables().venues;
    REQUIRE(venues.size() == 2);
    for (const Venue& v : venues)
        CHECK(v.area.key == (v.name == "Weg 3, 44787 Bochum" ? "05911" : "05916"));
    const std::string table =
        "Anbieter;Angebot;Thema;Straße;PLZ;Veranstaltungsort\n"
        "V;A;Sport;Weg 3;44787;Bochum\nV;B;Sport;Markt 1;44623;Herne\n";
    const auto map = propose_map(table);
    CHECK(proposed_field(map, "Straße") == "Straße des Veranstaltungsorts");
    CHECK(proposed_field(map, "PLZ") == "PLZ des Veranstaltungsorts");
    CHECK(convert_directory(table, map.text).built.network.tables().venues.size() == 2);
    const auto apart = propose_map(
        "Anbieter;Straße;PLZ;Angebot;Thema;Ort des Angebots\nV;Weg 3;44787;A;Sport;Herne\n");
    CHECK(proposed_field(apart, "Straße") == "Straße des Anbieters");
}

TEST_CASE("findings about an address stand at the cell that holds it") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Adresse\nV;A;Sport;\"Weg 1, 99999 Nirgendwo\"\n"
        "W;B;Sport;\"Weg 1, 6449 Nirgendwo\"\nX;C;Sport;\"Kiel, Weg 1\"\n"
        "Y;D;Sport;\"Weg 35, 24143 Kiel-Gaarden\"\n");
    std::size_t found = 0;
    for (const Issue& issue : read.built.issues) {
        if (issue.code != "unknown-place" && issue.code != "repaired-postcode") continue;
        ++found;
        CHECK(issue.where.column == 4);
    }
    CHECK(found == 2);
    for (const Actor& actor : read.built.network.tables().actors)
        CHECK(actor.area.key == (actor.name == "X" || actor.name == "Y" ? "01002" : ""));
    const auto broken =
        convert_as_proposed("Anbieter;Angebot;Thema;Ort\nV;A;Sport;\"44623\nHerne\"\n");
    CHECK(broken.built.network.tables().actors.at(0).area.key == "05916");
}

TEST_CASE("why the postcode and town of a venue do not say where it is") {
    const std::string table =
        "Anbieter;Angebot;Thema;Veranstaltungsort\n"
        "TSV;Yoga;Bewegung;Turnhalle Krötenbruck, Hofer Str. 3, 95032 Hof\n"
        "VHS;Lauf;Bewegung;Turnhalle Nord, D-95032 Hof.\n"
        "VHS;Kochen;Ernährung;Halle, Weg 4, 95032 Nirgendheim\n";
    const auto map = propose_map(table);
    CHECK(map.text.find("\n;;Kreis;;") != std::string::npos);
    const auto read = convert_directory(table, map.text);
    CHECK(places_of(read.built) ==
          Found{"liste.csv:2:4 venue-without-place", "liste.csv:4:4 venue-without-place"});
    Found messages;
    for (const Issue& issue : read.built.issues)
        if (issue.code == "venue-without-place") messages.push_back(issue.message.de);
    REQUIRE(messages.size() == 2);
    CHECK(messages[0].starts_with("„Hof“ heißen mehrere Gemeinden (Zeile 2, 3);"));
    CHECK(messages[1].find("Welche Gemeinde hinter der PLZ gemeint ist") != std::string::npos);
    CHECK(messages[1].find("amtlichen Namen") != std::string::npos);
    const auto known = convert_directory(table, map.text + ";;Kreis;09464;;;\n");
    for (const Venue& venue : known.built.network.tables().venues)
        if (venue.name.starts_with("Turnhalle")) CHECK(venue.area.key == "09464");
}
