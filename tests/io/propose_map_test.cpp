#include "directories.hpp"

#include <algorithm>

using namespace lotse;
using Found = std::vector<std::string>;

TEST_CASE("headings are recognised by their usual names, slips and parts") {
    const auto map = propose_map(
        "Lfd. Nr.;Name der Einrichtung;Anschrift;PLZ/Ort;Landkreis;Tel.;Kurstitel;Handlungsfeldr;"
        "Zielgruppe(n);Teilnahmegebühr in EUR;Kursbeginn;max. Teilnehmerzahl;Homepage;Wetter;Ort\n"
        "1;Verein;Weg 1;08523 "
        "Plauen;Vogtlandkreis;;Kurs;Bewegung;alle;5;2026;8;www.x.example;a;\n");
    CHECK(proposed_field(map, "Lfd. Nr.") == "nicht übernommen");
    CHECK(proposed_field(map, "Name der Einrichtung") == "Anbieter");
    CHECK(proposed_field(map, "Anschrift") == "Straße");
    CHECK(proposed_field(map, "PLZ/Ort") == "Ort");
    CHECK(proposed_field(map, "Landkreis") == "Kreis");
    CHECK(proposed_field(map, "Tel.") == "nicht übernommen");
    CHECK(proposed_field(map, "Kurstitel") == "Angebot");
    CHECK(proposed_field(map, "Handlungsfeldr") == "Thema");
    CHECK(proposed_field(map, "Zielgruppe(n)") == "Zielgruppe");
    CHECK(proposed_field(map, "Teilnahmegebühr in EUR") == "Kosten");
    CHECK(proposed_field(map, "Kursbeginn") == "Beginn");
    CHECK(proposed_field(map, "max. Teilnehmerzahl") == "Plätze");
    CHECK(proposed_field(map, "Homepage") == "Webseite des Anbieters");
    CHECK(proposed_field(map, "Wetter") == "Zusatzspalte");
    CHECK(proposed_field(map, "Ort") == "Zusatzspalte");
    const auto venue = propose_map("Anbieter;Angebot;Kursort;Straße;Ort\nV;K;Halle;Weg 1;Plauen\n");
    CHECK(proposed_field(venue, "Kursort") == "Veranstaltungsort");
    CHECK(proposed_field(venue, "Ort") == "Stadt des Veranstaltungsorts");
    const auto twice = propose_map("Anbieter;Angebot;Stadt Kursort;Ort\nV;K;Plauen;Hof\n");
    CHECK(proposed_field(twice, "Stadt Kursort") == "Stadt des Veranstaltungsorts");
    CHECK(proposed_field(propose_map("Anbieter;Angebot\nV;K\n", Language::en), "Anbieter") ==
          "Provider");
}

TEST_CASE("a proposal as it is converts the directory it was made for") {
    const std::string table =
        "Anbieter;Angebot;Thema;Ort;=Formel;;Name\n"
        "Volkshochschule Probe;Kochen;Ernährung, Begegnung;Plauen;=1+1;stray;x\n";
    for (const Language language : {Language::de, Language::en}) {
        const auto map = propose_map(table, language);
        const auto read = convert_directory(table, map.text);
        CHECK(places_of(read.built).empty());
        const auto is_extra = [](const Issue& issue) { return issue.code == "extra-column"; };
        CHECK(std::ranges::count_if(read.built.issues, is_extra) == 3);
        const auto& tables = read.built.network.tables();
        CHECK(tables.actors.at(0).kind == "adult_education");
        CHECK(tables.offers.at(0).topics == Found{"LP-ERN", "X-SOZ"});
        CHECK(tables.offers.at(0).extra ==
              std::vector<std::pair<std::string, std::string>>{
                  {"=Formel", "=1+1"}, {"Name (Verzeichnis)", "x"}, {"Spalte 6", "stray"}});
    }
}

TEST_CASE("a proposed map shows no example of a column of persons") {
    std::string table = "Anbieter;Angebot;Name der Leitung;Betreut durch\n";
    for (const char* name :
         {"Erika Muster", "Max Muster", "Anna Muster", "Eva Muster", "Udo Muster"})
        table += std::string{"V;K;"} + name + ';' + name + '\n';
    CHECK(propose_map(table).text.find("Muster") == std::string::npos);
}

TEST_CASE("a Landesvereinigung is one of health only by its name") {
    const std::string text = propose_map(
                                 "Anbieter;Angebot\n"
                                 "Landesvereinigung Kulturelle Bildung;A\n"
                                 "Landesvereinigung für Gesundheit;B\n")
                                 .text;
    CHECK(text.find("Kulturelle Bildung;Art des Anbieters;;") != std::string::npos);
    CHECK(text.find("für Gesundheit;Art des Anbieters;state_association;") != std::string::npos);
}

TEST_CASE("an English directory is read as a German one") {
    const std::string table =
        "Organization Name,Service Name,Category,ZIP Code,Fee,Capacity,Wheelchair accessible,"
        "Eligibility\n"
        "Club,Walking,Exercise,04109,free,\"1,200\",yes,everyone\n"
        "Club,Resilience,Mental health,04109,5.50,10.0,no,women\n";
    const auto map = propose_map(table, Language::en);
    CHECK(proposed_field(map, "Organization Name") == "Provider");
    CHECK(proposed_field(map, "Service Name") == "Offer");
    CHECK(proposed_field(map, "Category") == "Topic");
    CHECK(proposed_field(map, "ZIP Code") == "Postcode");
    CHECK(proposed_field(map, "Wheelchair accessible") == "Barrier-free");
    CHECK(proposed_field(map, "Eligibility") == "Target group");
    const auto read = convert_directory(table, map.text);
    const auto& offers = read.built.network.tables().offers;
    REQUIRE(offers.size() == 2);
    CHECK(offers[0].topics == Found{"X-PSY"});
    CHECK(offers[1].topics == Found{"LP-BEW"});
    CHECK(offers[1].free == ThreeValued::yes);
    CHECK(offers[1].capacity == 1200);
    CHECK(offers[0].capacity == 10);
    CHECK(offers[1].targets == Found{"public"});
    CHECK(offers[0].fee_eur == 5.5);
}

TEST_CASE("a venue column of towns leaves PLZ and Ort to the provider") {
    const std::string head = "Anbieter;PLZ;Ort;Angebot;Ort des Angebots;Thema\n";
    const std::string table = head +
                              "SV 1;44787;Bochum;Yoga;Herne;Bewegung\n"
                              "SV 2;44787;Bochum;Tanz;online;Bewegung\n";
    const auto map = propose_map(table);
    CHECK(proposed_field(map, "Ort des Angebots") == "Stadt des Veranstaltungsorts");
    CHECK(proposed_field(map, "Ort") == "Ort des Anbieters");
    CHECK(proposed_field(map, "PLZ") == "PLZ des Anbieters");
    const auto read = convert_directory(table, map.text);
    const auto& tables = read.built.network.tables();
    CHECK(tables.venues.empty());
    CHECK(tables.actors.at(0).area.key == "05911");
    const auto yoga = std::ranges::find(tables.offers, "Yoga", &Offer::name);
    REQUIRE(yoga != tables.offers.end());
    REQUIRE(yoga->areas.size() == 1);
    CHECK(yoga->areas[0].key == "05916");
    const auto halls = propose_map(head +
                                   "SV 1;44787;Bochum;Yoga;Herne;Bewegung\n"
                                   "SV 1;44787;Bochum;Yoga;Aula;Bewegung\n");
    CHECK(proposed_field(halls, "Ort des Angebots") == "Veranstaltungsort");
    CHECK(proposed_field(halls, "Ort") == "Stadt des Veranstaltungsorts");
    const auto same = propose_map(head + "SV;;Halle;Yoga;Halle;Bewegung\n");
    CHECK(proposed_field(same, "Ort des Angebots") == "Stadt des Veranstaltungsorts");
    const auto none = propose_map(head + "SV;;Halle;Yoga;;Bewegung\n");
    CHECK(proposed_field(none, "Ort des Angebots") == "Veranstaltungsort");
}
