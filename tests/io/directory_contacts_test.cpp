#include "directories.hpp"

#include <lotse/base/unicode.hpp>

#include <algorithm>

using namespace lotse;
using Found = std::vector<std::string>;

TEST_CASE("single cells that name a person are withheld below any heading") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Moderation;Bemerkung\n"
        "TV Celle;Yoga;Stress;Frau Muster;\"Mo, 18 Uhr\"\nTV Celle;Tanz;Sport;wechselnd;Herr Max "
        "Muster\n");
    CHECK(places_of(read.built) == Found{"liste.csv:2:4 withheld", "liste.csv:3:5 withheld"});
    for (const Offer& offer : read.built.network.offers()) {
        CHECK(offer.note.find("Muster") == std::string::npos);
        for (const auto& [heading, text] : offer.extra)
            CHECK(text.find("Muster") == std::string::npos);
    }
    CHECK(propose_map("Anbieter;Angebot;Moderation\nV;A;Frau Muster\n").text.find("Muster") ==
          std::string::npos);
    const auto clients = convert_directory("Anbieter;Angebot;Teilnehmer\nV;A;Erika Muster\n",
                                           "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\n"
                                           "Teilnehmer;Zusatzspalte\n");
    CHECK(std::ranges::count(codes_of(clients.built), std::string{client_data}) == 1);
}

TEST_CASE("the name of a provider ends before its address and before persons") {
    for (const auto& [cell, name] : std::vector<std::pair<std::string, std::string>>{
             {"VHS Görlitz e.V.\nLangenstr. 23\n02826 Görlitz", "VHS Görlitz e.V."},
             {"VHS Görlitz e.V., Langenstr. 23, 02826 Görlitz", "VHS Görlitz e.V."},
             {"VHS Celle (Trift 17, 29221 Celle)", "VHS Celle"},
             {"TV Löbau\nAnsprechpartnerin: Frau Muster", "TV Löbau"},
             {"TV Celle\nLeitung: Frau Muster\nMo-Fr 9-12", "TV Celle"},
             {"TV Celle\nTel. 05141 123456", "TV Celle"},
             {"Verein für\nGesundheit", "Verein für Gesundheit"},
             {"Caritas, Diakonie und AWO", "Caritas, Diakonie und AWO"},
             {"TV West, Weg 3, 02826 Görlitz, Erika Muster", "TV West"},
             {"Muster, Frau Erika", "Muster, Frau Erika"},
             {"Verein Nord, VR 12345 Amtsgericht", "Verein Nord, VR 12345 Amtsgericht"},
             {"TSV 1860, 1200 Mitglieder", "TSV 1860, 1200 Mitglieder"},
             {"Gesundheitsamt, Abteilung 3, 02826 Görlitz", "Gesundheitsamt, Abteilung 3"}}) {
        INFO(cell);
        const auto read = convert_as_proposed("Anbieter;Angebot;Thema\n\"" + cell + "\";K;Sport\n");
        const auto& actors = read.built.network.actors();
        REQUIRE(actors.size() == 1);
        CHECK(unicode::match_key(actors[0].name) == unicode::match_key(name));
        CHECK(actors[0].note.find("Muster") == std::string::npos);
        CHECK((actors[0].area.key == "14626110") == (cell.find("Görlitz") != std::string::npos));
    }
}

TEST_CASE("columns of persons and how to reach them are withheld under any usual heading") {
    for (const char* heading :
         {"Kontakt/Anmeldung", "Anmeldung", "Kontakt über", "Anmeldung bei", "Info und Anmeldung",
          "Referent/in", "Instructor", "AP Jobcenter", "AP", "Kursleiter/in", "Rückfragen an",
          "Name des Referenten", "Kontaktadresse", "Verantwortliche", "Fon", "Contact info",
          "Telefon (2)", "ÜL", "Contact / registration"}) {
        INFO(heading);
        const std::string table = "Anbieter;Angebot;Thema;" + std::string{heading} +
                                  "\nV;A;Sport;Herr Schulze, 0511 / 12 34 56\n";
        const auto map = propose_map(table);
        CHECK(proposed_field(map, heading) == "nicht übernommen");
        CHECK(map.text.find("Schulze") == std::string::npos);
        const auto forced = convert_directory(
            table, "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\nThema;Thema\n" +
                       std::string{heading} + ";Notiz\n");
        CHECK(forced.built.network.tables().offers.at(0).note.empty());
        CHECK(codes_of(forced.built) == Found{"withheld"});
    }
    for (const char* heading : {"Anmeldung erforderlich", "Anmeldung bis", "Anmeldung über",
                                "Kontaktstelle", "Info", "Ort", "Anbieter", "Träger/in"}) {
        INFO(heading);
        const auto map = propose_map("Anbieter;Angebot;" + std::string{heading} + "\nV;A;x\n");
        CHECK(proposed_field(map, heading) != "nicht übernommen");
    }
}

TEST_CASE("columns of persons that are left out are named with what can be done") {
    const std::string table =
        "Anbieter;Angebot;Hotline;Anmeldung;E-Mail;Lehrkräfte;Fax\n"
        "V;A;0800 1234567;bei Schulze;post@v.example;Lang;\nV;B;0800 1234568;-;;;\n";
    const auto notes_of = [](const BuildResult& built) {
        std::vector<std::string> out;
        for (const Issue& issue : built.issues)
            if (issue.severity == Severity::note && issue.code == "withheld")
                out.push_back(to_string(issue.where) + " " + issue.message.de);
        return out;
    };
    const auto proposed = notes_of(convert_as_proposed(table).built);
    REQUIRE(proposed.size() == 4);
    CHECK(proposed[0].starts_with(
        "liste.csv:1:3 Die Spalte „Hotline“ wird nicht übernommen (gefüllte Zellen: 2)"));
    CHECK(proposed[0].find("--with-contacts") != std::string::npos);
    CHECK(proposed[1].find("„Anmeldung“ wird nicht übernommen (gefüllte Zellen: 1)") !=
          std::string::npos);
    CHECK(proposed[2].find("in der Zuordnung „Funktionspostfach des Anbieters“") !=
          std::string::npos);
    CHECK(proposed[3].find("„Lehrkräfte“") != std::string::npos);
    const auto unmapped =
        convert_directory(table, "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\n").built;
    CHECK(notes_of(unmapped) == proposed);
    for (const Offer& offer : unmapped.network.tables().offers) CHECK(offer.extra.empty());
}

TEST_CASE("the number of a course stays, also where it looks like one of a telephone") {
    const auto read = convert_directory(
        "Anbieter;Angebot;Kurs-Nr.\nV;A;0412-301022\nV;B;0412-301023, Tel. 0234 998877\n",
        "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\nKurs-Nr.;Notiz\n");
    const auto& offers = read.built.network.tables().offers;
    REQUIRE(offers.size() == 2);
    CHECK(offers[0].note == "Kurs-Nr.: 0412-301022");
    CHECK(offers[1].note.empty());
    CHECK(codes_of(read.built) == Found{"no-topic", "withheld"});
}

TEST_CASE("whether and how to register is no contact") {
    const std::string table =
        "Anbieter;Angebot;Anmeldung\nV;A;erforderlich\nV;B;nicht nötig\nV;C;\n"
        "V;D;online, bis 3 Tage vorher\nV;E;ja (Mo 8-9 Uhr)\n";
    CHECK(proposed_field(propose_map(table), "Anmeldung") == "Notiz");
    const auto read = convert_as_proposed(table);
    const auto& offers = read.built.network.tables().offers;
    REQUIRE(offers.size() == 5);
    CHECK(offers[0].note == "Anmeldung: erforderlich");
    CHECK(offers[3].note == "Anmeldung: online, bis 3 Tage vorher");
    for (const char* text : {"bei Schulze", "Wald", "Frau Koch", "09281 2222", "Herr Ruf", "-"}) {
        INFO(text);
        CHECK(proposed_field(propose_map(table + "V;F;erforderlich\nV;G;" + text + "\n"),
                             "Anmeldung") == (text[0] == '-' ? "Notiz" : "nicht übernommen"));
    }
    CHECK(proposed_field(propose_map("Anbieter;Angebot;Lehrkräfte\nV;A;2\nV;B;12\n"),
                         "Lehrkräfte") == "Zusatzspalte");
    CHECK(proposed_field(propose_map("Anbieter;Angebot;Lehrkräfte\nV;A;2\nV;B;Lang\n"),
                         "Lehrkräfte") == "nicht übernommen");
    CHECK(proposed_field(propose_map("Anbieter;Angebot;Durchwahl\nV;A;12\n"), "Durchwahl") ==
          "nicht übernommen");
    CHECK(proposed_field(propose_map("Anbieter;Angebot;Kontakt\nV;A;erforderlich\n"), "Kontakt") ==
          "nicht übernommen");
}

TEST_CASE("columns without a heading are called by the second row of headings") {
    const auto read = convert_as_proposed(
        "Einrichtung;Angebot;Thema;Anschrift;;;Kontakt;\n;;;Straße;PLZ;Ort;E-Mail;Telefon\n"
        "AWO Herne;Entspannung;Stress;Weg 1;44623;Herne;post@awo.example;09281 2222, Fr. Lang\n");
    const auto& tables = read.built.network.tables();
    REQUIRE(tables.offers.size() == 1);
    CHECK(tables.offers[0].extra.empty());
    CHECK(tables.offers[0].note.empty());
    CHECK(tables.actors.at(0).area.key == "05916");
    CHECK(codes_of(read.built).front() == "second-headings");
    const auto contacts = convert_as_proposed(
        "Einrichtung;Angebot;Kontakt;\nEinrichtung;Angebot;E-Mail;Telefon\n"
        "AWO Herne;Entspannung;post@awo.example;09281 2222\n");
    CHECK(contacts.counts.passed_over == 1);
    const auto client = convert_as_proposed(
        "Einrichtung;Angebot;Thema;\nName;Kurs;Thema;Diagnose\nAWO;Tanz;Sport;x\n");
    CHECK(std::ranges::count(codes_of(client.built), std::string{client_data}) > 0);
}
