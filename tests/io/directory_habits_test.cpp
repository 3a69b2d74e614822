#include "directories.hpp"

#include <algorithm>

using namespace lotse;
using Found = std::vector<std::string>;

TEST_CASE("rows that say something of the directory are no offers") {
    const std::string heads = "Anbieter;Angebot;Thema;Ort;Kosten;Bemerkung\n";
    const std::string offer = "TV Celle;Yoga;Stress;Celle;12 €;\n";
    for (const char* row :
         {"Stand:;10.10.2026;;;;", "Quelle:;Umfrage Gesundheitsamt;;;;",
          "Ansprechstelle:;Gesundheitsamt Celle;;;;", "Legende:;x = ja;o = teilweise;;;",
          "erstellt am 10.10.2026;;von Abt. 53;;;", "*;ermäßigt für Bürgergeld;;;;",
          "Seite 1;von 2;;;;", "gez. Muster;;;Celle, 10.10.2026;;", "Hinweis;Ohne Gewähr;;;;",
          ";Stand;März;;;", "Page 2;of 2;;;;"}) {
        INFO(row);
        const auto read = convert_as_proposed(heads + offer + row + "\n");
        CHECK(places_of(read.built) == Found{"liste.csv:3 remark-row"});
        CHECK(read.counts.passed_over == 1);
        CHECK(read.built.network.offers().size() == 1);
    }
    for (const char* row : {"Quelle;Cafe;Bewegung;;;", "Seite an Seite e. V.;Treff;;;;",
                            "Quelle des Lebens;Gebet;;;;", "Stand Up;Comedy;;;;",
                            "Hinweis;Treff;Stress;Celle;;", "*;VHS;Treff;Celle;;"}) {
        INFO(row);
        const auto read = convert_as_proposed(heads + offer + row + "\n");
        CHECK(read.counts.passed_over == 0);
    }
}

TEST_CASE("a weekday before a date does not hide the date") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Beginn\nV;A;Bewegung;Di, 03.03.2026\nV;B;Bewegung;Sa. 14.3.2026\n"
        "V;C;Bewegung;ab Montag, 2.3.2026\nV;D;Bewegung;montags\n");
    const auto& offers = read.built.network.tables().offers;
    REQUIRE(offers.size() == 4);
    CHECK(offers[0].start == parse_partial_date("2026-03-03"));
    CHECK(offers[1].start == parse_partial_date("2026-03-14"));
    CHECK(offers[2].start == parse_partial_date("2026-03-02"));
    CHECK_FALSE(offers[3].start);
    CHECK(codes_of(read.built) == Found{"not-understood"});
}

TEST_CASE("the first day of a period takes its year from the last") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Laufzeit\nV;A;Bewegung;01.01.-30.06.2026\n"
        "V;B;Bewegung;15.2. bis 1.3.2026\nV;C;Bewegung;15.10.-15.02.2026\n");
    const auto& offers = read.built.network.tables().offers;
    REQUIRE(offers.size() == 3);
    CHECK(offers[0].start == parse_partial_date("2026-01-01"));
    CHECK(offers[0].end == parse_partial_date("2026-06-30"));
    CHECK(offers[1].start == parse_partial_date("2026-02-15"));
    CHECK_FALSE(offers[2].start);
    CHECK(offers[2].note == "Laufzeit: 15.10.-15.02.2026");
}

TEST_CASE("a bare number of dates keeps its heading in the note, a remark does not") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Uhrzeit;Termine;Bemerkung\nV;A;Bewegung;9-10;12;mit Matte\n");
    CHECK(read.built.network.tables().offers.at(0).note == "Uhrzeit: 9-10; Termine: 12; mit Matte");
}

TEST_CASE("'online' where an address should stand is no house") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Adresse;Ort\nV;A;Bewegung;online;\n"
        "V;B;Bewegung;nach Vereinbarung;Bochum\n");
    const auto& tables = read.built.network.tables();
    REQUIRE(tables.offers.size() == 2);
    CHECK(tables.venues.empty());
    CHECK(tables.offers[0].delivery == "online");
    CHECK(tables.offers[1].note == "Adresse: nach Vereinbarung");
    REQUIRE(tables.offers[1].areas.size() == 1);
    CHECK(tables.offers[1].areas[0].key == "05911");
}

TEST_CASE("of several addresses in a cell of websites the first counts") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Webseite\n"
        "V;A;Bewegung;\"https://v.example\nhttps://w.example\"\n"
        "W;B;Bewegung;www.w.example, www.v.example\nZ;C;Bewegung;https://x.example/a,b\n");
    const auto& actors = read.built.network.tables().actors;
    REQUIRE(actors.size() == 3);
    CHECK(actors[0].website == "https://v.example");
    CHECK(actors[0].note == "Webseite: https://v.example\nhttps://w.example");
    CHECK(actors[1].website == "https://www.w.example");
    CHECK(actors[2].website == "https://x.example/a,b");
    CHECK(codes_of(read.built) == Found{"several-links", "several-links"});
}

TEST_CASE("houses below 'Ort' are asked about") {
    const std::string head = "Anbieter;Angebot;Thema;Ort\nV;A;Bewegung;";
    const std::string hint = "hier stehen auch Häuser oder Anschriften";
    CHECK(propose_map(head + "\"VHS-Haus, Raum 204, 08523 Plauen\"\n").text.find(hint) !=
          std::string::npos);
    CHECK(propose_map(head + "Turnhalle\nV;B;Bewegung;Plauen\n").text.find(hint) !=
          std::string::npos);
    CHECK(propose_map(head + "08523 Plauen\nV;B;Bewegung;Hof, Saale\n").text.find(hint) ==
          std::string::npos);
    const auto read =
        convert_directory(head + "\"VHS-Haus, Raum 204, 08523 Plauen\"\n",
                          "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\nThema;Thema\n"
                          "Ort;Veranstaltungsort\n");
    REQUIRE(read.built.network.tables().venues.size() == 1);
    CHECK(read.built.network.tables().venues[0].area.key == "14523320");
}

TEST_CASE("the words of sports clubs and of Kreise") {
    const auto map =
        propose_map("Verein;Angebot;Sportstätte;Kreisfr. Stadt / Landkreis\nV;A;Turnhalle;Hof\n");
    CHECK(proposed_field(map, "Sportstätte") == "Veranstaltungsort");
    CHECK(proposed_field(map, "Kreisfr. Stadt / Landkreis") == "Kreis des Veranstaltungsorts");
    CHECK(convert_as_proposed("Verein;Angebot;Ort;LK\nV;A;Hof;Stadt Hof\n")
              .built.network.tables()
              .actors.at(0)
              .area.key == "09464");
}

TEST_CASE("dates may name the month") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Beginn;Ende;Stand\n"
        "V;A;Sport;12. März 2026;Dez. 2026;Oktober 2026\nV;B;Sport;ab Sept. 2026;March 12, "
        "2027;1.Okt.2026\n");
    CHECK(places_of(read.built).empty());
    const auto& offers = read.built.network.tables().offers;
    REQUIRE(offers.size() == 2);
    CHECK(offers[0].start == PartialDate{2026, 3, 12});
    CHECK(offers[0].end == PartialDate{2026, 12, 0});
    CHECK(offers[0].as_of == PartialDate{2026, 10, 0});
    CHECK(offers[1].start == PartialDate{2026, 9, 0});
    CHECK(offers[1].end == PartialDate{2027, 3, 12});
    CHECK(offers[1].as_of == PartialDate{2026, 10, 1});
    const auto periods = convert_as_proposed(
        "Anbieter;Angebot;Thema;Zeitraum\nV;A;Sport;März bis Juni 2026\nV;B;Sport;12. Jan. - 3. "
        "März "
        "2026\nV;C;Sport;Maintal 2026\nV;D;Sport;31. Februar 2026\n");
    const auto& of_periods = periods.built.network.tables().offers;
    REQUIRE(of_periods.size() == 4);
    CHECK(of_periods[0].start == PartialDate{2026, 3, 0});
    CHECK(of_periods[0].end == PartialDate{2026, 6, 0});
    CHECK(of_periods[1].start == PartialDate{2026, 1, 12});
    CHECK(of_periods[1].end == PartialDate{2026, 3, 3});
    CHECK_FALSE(of_periods[2].start);
    CHECK_FALSE(of_periods[3].start);
}

TEST_CASE("streets are the same with and without an abbreviation, and words with soft hyphens") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Straße;PLZ;Ort\n"
        "TV Siegen;A;Be\u00adwegung;Rosenstr. 4;57072;Siegen\n"
        "TV Siegen;B;Bewegung;Rosenstraße 4;57072;Sie\u00adgen\n"
        "TV Siegen;C;Bewegung;Rosenstr.4;57072;Siegen\nTV Siegen;D;Bewegung;Rosenstr. "
        "5;57072;Siegen\n");
    CHECK(read.built.network.venues().size() == 2);
    CHECK(codes_of(read.built).empty());
}

TEST_CASE("headings that stand again, if in other words, are no offers") {
    const std::string table =
        "Anbieter;Angebot;Thema;Ort;Kosten\nVHS;Yoga;Sport;Köln;5\n"
        "Anbieter;Angebot (Forts.);Thema;Ort;Kosten\nVHS;Tanz;Sport;Köln;5\n"
        "Einrichtung;Leistung;Schwerpunkt;Stadt;\nAWO;Treff;Sucht;Köln;\n";
    const auto read = convert_as_proposed(table);
    CHECK(read.built.network.offers().size() == 3);
    CHECK(read.counts.passed_over == 2);
    CHECK(places_of(read.built) == Found{"liste.csv:5 headings-again"});
}

TEST_CASE("a postcode shows where a town cannot be meant") {
    const auto area_of = [](const std::string& postcode, const std::string& town) {
        const auto read = convert_as_proposed("Anbieter;Angebot;Thema;PLZ;Ort\nV;A;Sport;" +
                                              postcode + ";" + town + "\n");
        const auto& actors = read.built.network.actors();
        return actors.empty() ? std::string{"?"} : actors[0].area.key;
    };
    CHECK(area_of("21073", "Harburg").empty());  // a part of Hamburg, not that in Swabia
    CHECK(area_of("86655", "Harburg") == "09779155");
    CHECK(area_of("27607", "Langen").empty());  // a part of Geestland today
    CHECK(area_of("A-4020", "Linz").empty());
    CHECK(area_of("CH-4310", "Rheinfelden").empty());
    CHECK(area_of("5020", "Salzburg").empty());
    CHECK(area_of("D-57072", "Siegen") == "05970040");
    CHECK(area_of("", "A-4020 Linz").empty());
    CHECK(area_of("1067", "Dresden") == "14612");
    CHECK(area_of("00000", "Siegen") == "05970040");
    CHECK(area_of("", "OT 44787 Bochum") != "?");
    const auto with_kreis = convert_as_proposed(
        "Anbieter;Angebot;Thema;PLZ;Ort;Kreis\nV;A;Sport;58523;Plauen;Vogtlandkreis\n");
    CHECK(with_kreis.built.network.actors()[0].area.key == "14523320");
}

TEST_CASE("what is given online stands in the column of towns with how") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Ort\nV;A;Sport;online (Zoom)\nV;B;Sport;Köln\n");
    const auto& offers = read.built.network.offers();
    REQUIRE(offers.size() == 2);
    CHECK(offers[0].delivery == "online");
    CHECK(offers[0].note.find("Zoom") != std::string::npos);
}

TEST_CASE("links of single offers are no website of their provider") {
    const std::string rows = "V;A;https://v.example/a\nV;B;https://v.example/b\n";
    CHECK(proposed_field(propose_map("Anbieter;Angebot;Link\n" + rows), "Link") == "Zusatzspalte");
    CHECK(proposed_field(propose_map("Anbieter;Angebot;Link\nV;A;https://v.example\nV;B;"
                                     "https://v.example\nV;C;http://www.v.example/\n"),
                         "Link") == "Webseite des Anbieters");
}

TEST_CASE("headings may list what stands below them, or are topics") {
    const auto field = [](const std::string& heading, const std::string& cell) {
        return proposed_field(propose_map("Anbieter;Angebot;" + heading + "\nV;A;" + cell + "\n"),
                              heading);
    };
    CHECK(field("Status (aktiv/ruhend/geplant)", "aktiv") == "Status");
    CHECK(field("Barrierefrei (ja/nein/teilweise)", "ja") == "Barrierefrei");
    CHECK(field("Barrierefrei (teilweise)", "x") == "Zusatzspalte");
    CHECK(field("Status (geplant)", "x") == "Zusatzspalte");
    CHECK(field("Kochen", "x") == "Zusatzspalte");
    CHECK(field("max. TN", "12") == "Plätze");
    CHECK(field("Rates", "5") == "Kosten");
    CHECK(proposed_field(propose_map("Verein;Sportangebot\nV;A\n"), "Sportangebot") == "Angebot");
    const auto survey = propose_map(
        "Anbieter;Angebot;Themen [Bewegung];Zielgruppe [Frauen]\nV;A;Ja;Nein\nV;B;Nein;Ja\n");
    CHECK(survey.text.find("\nThemen [Bewegung];Ja;Thema;LP-BEW;") != std::string::npos);
    CHECK(survey.text.find("\nZielgruppe [Frauen];Ja;Zielgruppe;women;") != std::string::npos);
    const auto zpp = convert_as_proposed("Anbieter;Angebot;ZPP\nV;A;x\nV;B;nein\n");
    CHECK(zpp.built.network.offers()[0].certified == "zpp");
}

TEST_CASE("words that name no place make no venue") {
    for (const char* words : {"alle Standorte", "s. Flyer", "bundesweit", "per Post", "Livestream",
                              "Treffpunkt wird bei Anmeldung bekannt gegeben"}) {
        INFO(words);
        const auto read = convert_as_proposed(
            std::string{"Anbieter;Angebot;Thema;Kursort\nV;A;Sport;"} + words + "\n");
        CHECK(read.built.network.venues().empty());
    }
}

TEST_CASE("a provider at several places is named, for it may be one") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Ort\nKVHS;A;Sport;Celle\nKVHS;B;Sport;Wietze\nAWO;C;Sport;Celle\n");
    CHECK(read.built.network.actors().size() == 3);
    const auto& issues = read.built.issues;
    CHECK(std::ranges::count(issues, "provider-at-places", &Issue::code) == 1);
}
