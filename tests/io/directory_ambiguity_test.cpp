/// Cells that hold more than their column asks for, or something else.
#include "directories.hpp"

#include <algorithm>

using namespace lotse;
using Found = std::vector<std::string>;

namespace {

Found names_of_actors(const io::DirectoryResult& read) {
    Found out;
    for (const Actor& actor : read.built.network.tables().actors) out.push_back(actor.name);
    return out;
}

Found names_of_venues(const io::DirectoryResult& read) {
    Found out;
    for (const Venue& venue : read.built.network.tables().venues) out.push_back(venue.name);
    return out;
}

bool has_extra(const Offer& offer, std::string_view column) {
    return std::ranges::any_of(offer.extra, [&](const auto& one) { return one.first == column; });
}

std::string area_of_first_actor(const io::DirectoryResult& read) {
    const auto& actors = read.built.network.tables().actors;
    return actors.empty() ? "no actor" : actors.front().area.key;
}

}  // namespace

TEST_CASE("an address beside a name counts where the row names no place of its own") {
    for (const char* directory :
         {"Anbieter;Ort;Angebot;Thema\n\"VHS Celle, Trift 17, 29221 Celle\";;Yoga;Bewegung\n",
          "Anbieter;Straße;PLZ;Angebot;Thema\n\"VHS Celle, 29221 Celle\";Trift 17;29221;Yoga;"
          "Bewegung\n",
          "Anbieter;Angebot;Thema\n\"VHS Celle\nTrift 17, 29221 Celle\";Yoga;Bewegung\n",
          "Anbieter;Angebot;Thema\n\"VHS Celle, Trift 17\n29221 Celle\";Yoga;Bewegung\n",
          "Anbieter;Angebot;Thema\n\"VHS Celle - Trift 17 - 29221 Celle\";Yoga;Bewegung\n",
          "Anbieter;Angebot;Thema\n\"VHS Celle | Trift 17 | 29221 Celle\";Yoga;Bewegung\n",
          "Anbieter;Angebot;Thema\n\"VHS Celle, Trift 1 - 3, 29221 Celle\";Yoga;Bewegung\n",
          "Anbieter;Ort;Angebot;Thema\n\"VHS Celle, Trift 1, 29221 "
          "Celle\";online;Yoga;Bewegung\n"}) {
        INFO(directory);
        const auto read = convert_as_proposed(directory);
        CHECK(names_of_actors(read) == Found{"VHS Celle"});
        CHECK(area_of_first_actor(read) == "03351006");
    }
    const auto own = convert_as_proposed(
        "Anbieter;Ort;Angebot;Thema\n\"VHS Celle, Trift 17, 29221 Celle\";Unna;Yoga;Bewegung\n");
    CHECK(area_of_first_actor(own) == "05978036");
}

TEST_CASE("a name of a provider keeps its signs") {
    for (const char* name :
         {"Caritas - Beratung", "Jugend, Sport und Kultur", "VHS | Außenstelle", "Haus 12, Team 3",
          "Trift 17-19", "VHS Celle - 29221 Celle - Außenstelle Nord"}) {
        INFO(name);
        const auto read = convert_as_proposed(std::string{"Anbieter;Angebot;Thema\n\""} + name +
                                              "\";Yoga;Bewegung\n");
        CHECK(names_of_actors(read) == Found{name});
    }
}

TEST_CASE("a person beside the name of a provider is left out of it") {
    for (const auto& [cell, name] : std::vector<std::pair<std::string, std::string>>{
             {"Kneipp Celle, Frau Muster", "Kneipp Celle"},
             {"BSG Celle\nFrau Muster", "BSG Celle"},
             {"Drobs, Herr Beispiel", "Drobs"},
             {"Verein Aktiv, c/o Erika Muster, Am Weg 4, 29221 Celle", "Verein Aktiv"},
             {"TuS Aktiv, Vorsitzende Erika Muster", "TuS Aktiv"},
             {"TV Aktiv, Kontakt Erika Muster", "TV Aktiv"},
             {"Kreis Celle | Gesundheit, Frau Muster", "Kreis Celle | Gesundheit"}}) {
        INFO(cell);
        const auto read =
            convert_as_proposed("Anbieter;Angebot;Thema\n\"" + cell + "\";Yoga;Bewegung\n");
        CHECK(names_of_actors(read) == Found{name});
        for (const Issue& issue : read.built.issues)
            CHECK(issue.message.de.find("Muster") == std::string::npos);
    }
}

TEST_CASE("a cross or yes below offers is no offer") {
    const auto read = convert_as_proposed(
        "Verein;Angebot;Thema;Beitrag\nTuS Celle;ja;Bewegung;10\nSV Celle;Yoga;Bewegung;8\n"
        "MTV Celle;x;Bewegung;9\nVfL Celle;nein;;\n");
    REQUIRE(read.built.network.offers().size() == 1);
    CHECK(read.built.network.tables().offers.front().name == "Yoga");
    CHECK(names_of_actors(read).size() == 4);
    CHECK(std::ranges::count(codes_of(read.built), "not-understood") == 3);
}

TEST_CASE("ways to be online are no houses") {
    for (const char* venue : {"online (Zoom)", "Online via Zoom", "Online (Link wird zugesandt)",
                              "online über BBB", "Online-Kurs: Link folgt"}) {
        INFO(venue);
        const auto read = convert_as_proposed(
            std::string{"Anbieter;Angebot;Thema;Kursort\nV;A;Bewegung;"} + venue + "\n");
        CHECK(names_of_venues(read).empty());
        REQUIRE(read.built.network.offers().size() == 1);
        const Offer& offer = read.built.network.tables().offers.front();
        CHECK(offer.delivery == "online");
        CHECK(offer.note.find(venue) != std::string::npos);
    }
    for (const char* venue :
         {"Online (auch Präsenz: Trift 17, 29221 Celle)", "Zoom (Sportsbar), Markt 3, 29221 Celle",
          "Online (oder vor Ort)", "Digital - Medienhaus Celle"}) {
        INFO(venue);
        const auto read = convert_as_proposed(
            std::string{"Anbieter;Angebot;Thema;Kursort\nV;A;Bewegung;\""} + venue + "\"\n");
        CHECK(read.built.network.tables().offers.front().delivery != "online");
    }
    CHECK(
        names_of_venues(
            convert_as_proposed(
                "Anbieter;Angebot;Thema;Kursort\nV;A;Bewegung;\"vor Ort (Haus X, 29221 Celle)\"\n"))
            .size() == 1);
}

TEST_CASE("several addresses in one cell are no house") {
    for (const char* venue : {"Markt 6, 29221 Celle und Kirchstr. 1, 29313 Hambühren",
                              "Markt 6, 29221 Celle\nKirchstr. 1, 29313 Hambühren",
                              "Rathaus, 29221 Celle; Bürgerhaus, 29313 Hambühren",
                              "Rathaus, 29221 Celle, 29313 Hambühren"}) {
        INFO(venue);
        const auto read =
            convert_as_proposed(std::string{"Anbieter;Angebot;Thema;Veranstaltungsort\nV;A;"
                                            "Bewegung;\""} +
                                venue + "\"\n");
        CHECK(names_of_venues(read).empty());
        CHECK(codes_of(read.built) == Found{"not-understood"});
        CHECK(read.built.network.tables().offers.front().note.find("29313 Hambühren") !=
              std::string::npos);
    }
    for (const char* venue : {"Turnhalle, 29221 Celle, 29221 Celle",
                              "Rathaus, Markt 1, 29221 Celle (Postfach 1100, 29201 Celle)",
                              "12345 Schritte Treff, 29221 Celle"}) {
        INFO(venue);
        const auto read = convert_as_proposed(
            std::string{"Anbieter;Angebot;Thema;Kursort\nV;A;Bewegung;\""} + venue + "\"\n");
        CHECK(names_of_venues(read).size() == 1);
    }
}

TEST_CASE("the number of a house with its letter is one, with a blank or without") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Straße Kursort;PLZ Kursort;Ort Kursort\n"
        "V;A;Bewegung;Markt 7a;08523;Plauen\nV;B;Bewegung;Markt 7 a;08523;Plauen\n"
        "V;C;Bewegung;Markt 7 b;08523;Plauen\n");
    CHECK(names_of_venues(read).size() == 2);
}

TEST_CASE("a town that names its Kreis is not ambiguous") {
    for (const char* town : {"Bergen (Landkreis Celle)", "Bergen, Kr. Celle", "Bergen (LK Celle)",
                             "Bergen, Landkreis Celle", "Bergen, Lkr. Celle"}) {
        INFO(town);
        const auto read = convert_as_proposed(std::string{"Anbieter;Ort;Angebot;Thema\nA;\""} +
                                              town + "\";Yoga;Bewegung\n");
        CHECK(area_of_first_actor(read) == "03351004");
    }
    const auto open = convert_as_proposed("Anbieter;Ort;Angebot;Thema\nA;Bergen;Yoga;Bewegung\n");
    CHECK(area_of_first_actor(open).empty());
}

TEST_CASE("towns are found behind their titles") {
    for (const auto& [town, key] : std::vector<std::pair<std::string, std::string>>{
             {"Lutherstadt Wittenberg", "15091375"},
             {"Hanse- und Universitätsstadt Rostock", "13003"},
             {"Wissenschaftsstadt Darmstadt", "06411"},
             {"Klingenstadt Solingen", "05122"}}) {
        INFO(town);
        CHECK(area_of_first_actor(convert_as_proposed("Anbieter;Ort;Angebot;Thema\nA;" + town +
                                                      ";Yoga;Bewegung\n")) == key);
    }
    CHECK(area_of_first_actor(convert_as_proposed("Anbieter;Ort;Angebot;Thema\nA;Kreisstadt "
                                                  "Neustadt;Yoga;Bewegung\n"))
              .empty());
}

TEST_CASE("laws and vouchers pay nothing") {
    const auto read = convert_as_proposed(
        "Institution;Angebot;Thema;Finanzierung\nA;K1;Bewegung;§ 20a SGB V\nA;K2;Bewegung;SGB V\n"
        "A;K3;Bewegung;Präventionsgesetz\nA;K4;Bewegung;GKV-Mittel nach § 20a\n"
        "A;K5;Bewegung;über Bildungsgutschein\nA;K6;Bewegung;AOK Nordwest\n"
        "A;K7;Bewegung;Barmer nach § 20a SGB V\nA;K8;Bewegung;nach SGB XI\n");
    CHECK(names_of_actors(read) == Found{"A", "AOK Nordwest", "Barmer nach § 20a SGB V"});
    CHECK(read.built.network.tables().offers[0].note == "Finanzierung: § 20a SGB V");
}

TEST_CASE("funders of a row without an offer are no actors") {
    const auto read = convert_as_proposed(
        "Institution;Angebot;Thema;Finanzierung\nA;Yoga;Bewegung;AOK Nordwest\nB;;;Barmer\n");
    CHECK(names_of_actors(read) == Found{"A", "AOK Nordwest", "B"});
    CHECK(read.built.network.tables().actors.back().note == "Finanzierung: Barmer");
}

TEST_CASE("rows of totals and remarks are no data, however much or little they fill") {
    for (const char* row : {"Summe;2;;20;15", "Summe;;;20;15 €", "Gesamt;2;-;20;15"}) {
        INFO(row);
        const auto read = convert_as_proposed(
            std::string{"Anbieter;Angebot;Thema;Plätze;Kosten\nV;Yoga;Bewegung;12;10\n"} + row +
            "\n");
        CHECK(names_of_actors(read) == Found{"V"});
        CHECK(read.counts.passed_over == 1);
    }
    for (const char* row :
         {"Stand: März 2026;;", "Quelle: Kreis Celle;;", "Seite 1;;", "gez. Muster;;"}) {
        INFO(row);
        const auto read = convert_as_proposed(
            std::string{"Anbieter;Angebot;Thema\nV;Yoga;Bewegung\n"} + row + "\n");
        CHECK(names_of_actors(read) == Found{"V"});
        CHECK(codes_of(read.built) == Found{"remark-row"});
    }
    const auto legend = convert_as_proposed(
        "Anbieter;Angebot;Thema;Frei;Kosten\nV;Yoga;Bewegung;x;0\nLegende;x = ja;o = nein;;\n");
    CHECK(names_of_actors(legend) == Found{"V"});
    CHECK(convert_as_proposed("Anbieter;Angebot;Thema\nQuelle;Cafe;\nV;Yoga;Bewegung\n")
              .counts.passed_over == 0);
}

TEST_CASE("a catchment that is not understood does not become the town") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Ort;Einzugsgebiet\nV;Judo;Bewegung;Celle;bundesweit\n"
        "V;Boule;Bewegung;Celle;Celle\nV;Yoga;Bewegung;Celle;\n");
    const auto& offers = read.built.network.tables().offers;
    REQUIRE(offers.size() == 3);
    CHECK(offers[0].areas.empty());
    CHECK(offers[1].areas.empty());
    CHECK(offers[2].areas.size() == 1);
    CHECK(area_of_first_actor(read) == "03351006");
}

TEST_CASE("places of courses are proposed in either order, links of courses as extra columns") {
    const auto map = propose_map(
        "Anbieter;Anbieter PLZ;Anbieter Ort;Kursname;Kursort PLZ;Kursort Ort;Kursort Straße;"
        "Link zum Kurs\nTuS;49808;Lingen (Ems);Rücken;49811;Lingen;Schulstr. 4;"
        "https://x.example/1\n");
    CHECK(proposed_field(map, "Kursort PLZ") == "PLZ des Veranstaltungsorts");
    CHECK(proposed_field(map, "Kursort Ort") == "Stadt des Veranstaltungsorts");
    CHECK(proposed_field(map, "Kursort Straße") == "Straße des Veranstaltungsorts");
    CHECK(proposed_field(map, "Link zum Kurs") == "Zusatzspalte");
    const auto pages = propose_map(
        "Anbieter;Angebot;Thema;Webseite\nA;K1;Bewegung;https://a.example\n"
        "A;K2;Bewegung;https://www.a.example/kurs2\nA;K3;Bewegung;https://a.example/kurs3\n");
    CHECK(proposed_field(pages, "Webseite") == "Zusatzspalte");
}

TEST_CASE("a list of one provider is asked for its name") {
    const std::string directory = "Kurstitel;Beginn\nYoga;02.03.2026\n";
    const auto map = propose_map(directory);
    REQUIRE(map.text.find("\n;;Anbieter;;") != std::string::npos);
    std::string filled = map.text;
    filled.replace(filled.find("\n;;Anbieter;;"), 13, "\n;;Anbieter;VHS Celle;");
    CHECK(names_of_actors(convert_directory(directory, filled)) == Found{"VHS Celle"});
}

TEST_CASE("names of persons in extra columns are withheld, each by itself") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Moderation;Monate\nA;K1;Bewegung;Erika Muster;April Mai\n"
        "A;K2;Bewegung;Team;Jan. bis Mai\nA;K3;Bewegung;Dr. Anna Muster;August September\n"
        "A;K4;Bewegung;Hans Müller (Trainer);Mai Juni\n");
    CHECK(std::ranges::count(codes_of(read.built), "withheld") == 3);
    const auto& offers = read.built.network.tables().offers;
    REQUIRE(offers.size() == 4);
    for (const Offer& offer : offers) CHECK(has_extra(offer, "Monate"));
    CHECK_FALSE(has_extra(offers[0], "Moderation"));
    CHECK(has_extra(offers[1], "Moderation"));
}

TEST_CASE("places called after persons are kept") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Stadtteil;Schule;Gebäude\n"
        "A;K;Bewegung;Maria Lindenhof;Anne Frank;Erich Kästner (Grundschule)\n");
    CHECK(read.built.network.tables().offers.front().extra.size() == 3);
}
