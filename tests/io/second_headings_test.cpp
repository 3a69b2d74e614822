#include "directories.hpp"

#include <algorithm>

using namespace lotse;
using Found = std::vector<std::string>;

namespace {

const std::string groups =
    "Einrichtung;Angebot;Ort;Handlungsfelder;;;;Kosten;\n"
    ";;;Bewegung;Ernährung;Stress;Sucht;Mitglied;Gast\n"
    "VHS Zwickau;Yoga;Zwickau;x;;x;;50;\nVHS Zwickau;Kochkurs;Zwickau;;x;;;20;25\n";

std::string extra_of(const Offer& offer, std::string_view heading) {
    for (const auto& [name, text] : offer.extra)
        if (name == heading) return text;
    return "?";
}

}  // namespace

TEST_CASE("words below a heading for several columns name these columns") {
    const auto map = propose_map(groups);
    CHECK(proposed_field(map, "Handlungsfelder: Bewegung") == "Zusatzspalte");
    CHECK(proposed_field(map, "Kosten: Gast") == "Zusatzspalte");
    CHECK(map.text.find("\nHandlungsfelder: Bewegung;x;Thema;LP-BEW;") != std::string::npos);
    CHECK(map.text.find("Spalte 5") == std::string::npos);
    const auto read = convert_directory(groups, map.text);
    CHECK(places_of(read.built) == Found{"liste.csv:2 second-headings"});
    CHECK(read.counts.passed_over == 1);
    CHECK(read.counts.used == 2);
    const auto& offers = read.built.network.tables().offers;
    REQUIRE(offers.size() == 2);
    CHECK(offers[0].name == "Kochkurs");
    CHECK(offers[0].topics.size() == 1);
    CHECK(extra_of(offers[0], "Kosten: Gast") == "25");
    CHECK(offers[1].topics.size() == 2);
    CHECK(extra_of(offers[1], "Handlungsfelder: Bewegung") == "x");
}

TEST_CASE("ticks below a topic or target are proposed, but no words and numbers") {
    const auto map = propose_map(
        "Anbieter;Angebot;Sucht;Frauen;Stress;Bewegung;Ernährung\nV;A;x;ja;1;x;\nV;B;✓;nein;;"
        "freitags;\n");
    CHECK(map.text.find("\nSucht;x;Thema;LP-SUC;") != std::string::npos);
    CHECK(map.text.find("\nSucht;✓;Thema;LP-SUC;") != std::string::npos);
    CHECK(map.text.find("\nFrauen;ja;Zielgruppe;women;") != std::string::npos);
    for (const char* none :
         {"\nFrauen;nein;", "\nStress;1;", "\nBewegung;x;", "\nErnährung;;Thema"})
        CHECK(map.text.find(none) == std::string::npos);
}

TEST_CASE("ticks below words of a field that their heading names are of that field") {
    const auto map = propose_map(
        "Anbieter;Angebot;Rechtskreis;;Zielgruppe;\n;;SGB II;SGB III;SGB II;Frauen\n"
        "V;A;x;;x;x\nV;B;;x;;\n");
    CHECK(map.text.find("\nRechtskreis: SGB II;x;Rechtskreis;sgb2;") != std::string::npos);
    CHECK(map.text.find("\nRechtskreis: SGB III;x;Rechtskreis;sgb3;") != std::string::npos);
    CHECK(map.text.find("\nZielgruppe: Frauen;x;Zielgruppe;women;") != std::string::npos);
    const auto read = convert_directory(
        "Anbieter;Angebot;Rechtskreis;;Zielgruppe;\n;;SGB II;SGB III;SGB II;Frauen\n"
        "V;A;x;;x;x\nV;B;;x;;\n",
        map.text);
    const auto& offers = read.built.network.tables().offers;
    REQUIRE(offers.size() == 2);
    CHECK(offers[0].legal == Found{"sgb2"});
    CHECK(offers[1].legal == Found{"sgb3"});
}

TEST_CASE("ticks below words of a field without codes say what the words themselves say") {
    for (const char* heading : {"Sprachen", "Region", "Finanzierung"}) {
        INFO(heading);
        const auto map = propose_map("Anbieter;Angebot;" + std::string{heading} +
                                     ";\n;;Deutsch;Bewegung\nV;A;x;x\n");
        CHECK(map.text.find("Bewegung;x;Thema;LP-BEW;") != std::string::npos);
    }
}

TEST_CASE("a column of crosses names neither a place nor a provider") {
    const std::string table =
        "Träger;;Einrichtung;Angebot\nKommune;Verein;;\nx;;Stadt Hof;Kurs\n;x;TSV Hof;Yoga\n";
    const auto map = propose_map(table);
    CHECK(proposed_field(map, "Kommune") == "Zusatzspalte");
    CHECK(proposed_field(map, "Verein") == "Zusatzspalte");
    CHECK(proposed_field(map, "Einrichtung") == "Anbieter");
    const auto read = convert_directory(table, map.text);
    CHECK(extra_of(read.built.network.offers()[0], "Kommune") == "x");
}

TEST_CASE("what is said of a column points at the row that names it") {
    const auto read = convert_as_proposed(groups);
    Found kept;
    Found in_part;
    for (const Issue& issue : read.built.issues)
        if (issue.code == "extra-column")
            (issue.message.de.find("nur die Werte") == std::string::npos ? kept : in_part)
                .push_back(to_string(issue.where));
    CHECK(in_part == Found{"liste.csv:2:4", "liste.csv:2:5", "liste.csv:2:6"});
    CHECK(kept == Found{"liste.csv:2:7", "liste.csv:2:8", "liste.csv:2:9"});
}

TEST_CASE("headings may stand in three rows, and single ones be repeated") {
    const std::string three =
        "Verein;Kurs;Montag;;;;Barrierefrei;\n;;früh;;spät;;;\n"
        "Verein;Kurs;von;bis;von;bis;nein;ja\nTSV;Yoga;9;10;;;;x\nTSV;Tanz;;;17;18;x;\n";
    const auto map = propose_map(three);
    for (const char* heading : {"Montag: früh: von", "Montag: früh: bis", "Montag: spät: von",
                                "Montag: spät: bis", "Barrierefrei: nein"}) {
        INFO(heading);
        CHECK(proposed_field(map, heading) == "Zusatzspalte");
    }
    CHECK(proposed_field(map, "Barrierefrei: ja") == "Barrierefrei");
    const auto read = convert_directory(three, map.text);
    CHECK(places_of(read.built) == Found{"liste.csv:2 second-headings",
                                         "liste.csv:3 second-headings", "liste.csv:4 no-topic",
                                         "liste.csv:4:8 no-venue"});
    const auto& offers = read.built.network.tables().offers;
    REQUIRE(offers.size() == 2);
    CHECK(extra_of(offers[1], "Montag: früh: von") == "9");
    CHECK(extra_of(offers[0], "Barrierefrei: nein") == "x");
}

TEST_CASE("places below a heading for several columns are those of the fields") {
    const auto read = convert_as_proposed(
        "Einrichtung;Angebot;Kontakt;;;\n;;Straße;PLZ;Ort;Ansprache\n"
        "VHS;Yoga;Weg 3;08056;Zwickau;Otto\n");
    const auto& tables = read.built.network.tables();
    REQUIRE(tables.offers.size() == 1);
    CHECK(tables.actors.at(0).area.key == "14524330");
    CHECK(tables.offers[0].extra.empty());  // whatever else stands below "Kontakt"
}

TEST_CASE("fields below a heading for several columns are those, unless it says what of") {
    const auto map = propose_map(
        "Einrichtung;Angebot;Termin;;Kosten;;Uhrzeit;\n;;Beginn;Ende;von;bis;von;bis\n"
        "VHS;Yoga;01.09.2026;01.12.2026;5;9;17;18\n");
    CHECK(proposed_field(map, "Beginn") == "Beginn");
    CHECK(proposed_field(map, "Ende") == "Ende");
    CHECK(proposed_field(map, "Kosten: von") == "Zusatzspalte");
    CHECK(proposed_field(map, "Uhrzeit: bis") == "Zusatzspalte");
    CHECK(proposed_field(propose_map("Einrichtung;Angebot;Kosten;\n;;Betrag;Erstattung\nV;A;5;4\n"),
                         "Kosten: Betrag") == "Kosten");
    CHECK(proposed_field(propose_map("Einrichtung;Angebot;Zeitraum;;Kosten\n;;von;bis;\n"
                                     "VHS;Yoga;01.09.2026;01.12.2026;5\n"),
                         "von") == "Beginn");
}

TEST_CASE("what may be a row of the directory is no second row of headings") {
    for (const char* row : {";;;Halle 3;x;;",             // a mark
                            ";;;Bewegung;12;;",           // a number
                            ";;;01.03.2026;Hof;;",        // a date
                            ";;;Bewegung;Sucht;;5",       // below a heading for one column
                            ";Yoga;;Bewegung;Sucht;;",    // names an offer
                            "VHS;;;Bewegung;Sucht;;",     // names a provider
                            ";;;Frau Müller;Sucht;;",     // names a person
                            ";;;Sucht;0375 123456;;"}) {  // a telephone
        INFO(row);
        const auto read = convert_as_proposed("Einrichtung;Angebot;Ort;Handlungsfelder;;;Kosten\n" +
                                              std::string{row} + "\nVHS;Tanz;Zwickau;x;;;5\n");
        const Found codes = codes_of(read.built);
        CHECK(std::ranges::count(codes, "second-headings") == 0);
        CHECK(read.counts.passed_over == 0);
    }
    for (const char* table :
         {"Gruppe;;Ort;\nILCO;Stoma;Hof;Klinikum\n", "Kurs;Gruppe;;Ort\n;ILCO;Stoma;\n",
          "Kurs;Ort;Gruppe;;\n;;ILCO;Stoma;\n", "Einrichtung;;Angebot;Ort\nVHS;Zwickau;;\n",
          ";Angebot;Einrichtung;Ort\nAltstadt;;;Hof\n"}) {
        INFO(table);
        CHECK(propose_map(table).text.find("\nSpalte ") != std::string::npos);
        const auto read = convert_as_proposed(table);
        const Found codes = codes_of(read.built);
        CHECK(std::ranges::count(codes, "second-headings") == 0);
    }
}

TEST_CASE("columns without a heading belong to the persons before them") {
    for (const char* heading : {"Ansprechpartner", "Telefon", "Leitung", "Kontakt"}) {
        INFO(heading);
        const std::string name{heading};
        const std::string table = "Anbieter;Angebot;" + name + ";;Thema;\nV;A;1;Schulze;Sport;2\n";
        const auto map = propose_map(table);
        CHECK(proposed_field(map, name + " (2)") == "nicht übernommen");
        CHECK(proposed_field(map, "Spalte 6") == "Zusatzspalte");
        CHECK(map.text.find("Schulze") == std::string::npos);
        const auto forced = convert_directory(
            table, "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\nThema;Thema\n" + name +
                       " (2);Notiz\n");
        const Offer& offer = forced.built.network.tables().offers.at(0);
        CHECK(offer.note.empty());
        CHECK(extra_of(offer, name + " (2)") == "?");
    }
}

TEST_CASE("names of persons in a second row of headings are withheld, clients refused") {
    const auto map = propose_map(
        "Anbieter;Angebot;Ansprechpartner;;;\n;;Tel.;Name;E-Mail;Funktion\n"
        "V;A;09281 2222;Schulze;post@v.example;Leitung\n");
    CHECK(proposed_field(map, "Tel.") == "nicht übernommen");
    CHECK(proposed_field(map, "Ansprechpartner: Name") == "nicht übernommen");
    CHECK(proposed_field(map, "E-Mail") == "nicht übernommen");
    CHECK(proposed_field(map, "Ansprechpartner: Funktion") == "nicht übernommen");
    for (const char* rows :
         {"Diagnose;\n;;Rücken;Herz", "Teilnehmer;\n;;Name;Ort", "Teilnehmer;\n;;Vorname;Nachname",
          "Teilnehmerinnen;\n;;Vor- und Nachname;Telefon", "Angaben;\n;;Diagnose;Verlauf"}) {
        INFO(rows);
        const auto read =
            convert_as_proposed("Anbieter;Angebot;" + std::string{rows} + "\nV;A;x;\n");
        const Found codes = codes_of(read.built);
        CHECK(std::ranges::count(codes, std::string{client_data}) > 0);
    }
}

TEST_CASE("all cells of a row above the headings are named, but no telephone") {
    const auto read = convert_as_proposed(
        "Angebote;;Stand: März;Tel. 09281 2222\nAnbieter;Angebot;Thema;Ort\nV;A;Sport;Köln\n");
    const auto& issues = read.built.issues;
    const auto title = std::ranges::find(issues, "title-row", &Issue::code);
    REQUIRE(title != issues.end());
    CHECK(title->message.de.find("„Angebote | Stand: März | …“") != std::string::npos);
}

TEST_CASE("data of clients in any cell of a row above the headings are refused") {
    const auto read = convert_directory(
        "Angebote;;Anna Müller, geb. 03.04.1952\nAnbieter;Angebot;Thema\nV;A;Sport\n");
    const auto& issues = read.built.issues;
    const auto found = std::ranges::find(issues, client_data, &Issue::code);
    REQUIRE(found != issues.end());
    CHECK(to_string(found->where) == "liste.csv:1:3");
    CHECK(std::ranges::find(issues, "title-row", &Issue::code) == issues.end());
}

TEST_CASE("both rows of headings may begin each page of a table") {
    const std::string page = groups.substr(0, groups.find("VHS"));
    const auto read = convert_as_proposed(groups + page + "AWO;Lauftreff;Zwickau;x;;;;;\n");
    CHECK(places_of(read.built) == Found{"liste.csv:2 second-headings"});
    CHECK(read.counts.passed_over == 3);
    CHECK(read.counts.used == 3);
    CHECK(read.built.network.offers().size() == 3);
}

TEST_CASE("words of totals, funders and kinds in a second row of headings") {
    const auto field = [](std::string_view two_rows, std::string_view heading) {
        return proposed_field(propose_map("Anbieter;Angebot;Ort;" + std::string{two_rows} + "\n"),
                              heading);
    };
    const char* places = "Plätze;\n;;;gesamt;frei\nV;A;Köln;12;3";
    CHECK(field(places, "Plätze") == "Plätze");
    CHECK(field("Förderung;\n;;;Krankenkasse;Kommune\nV;A;Köln;x;", "Förderung: Kommune") ==
          "Zusatzspalte");
    const auto map =
        propose_map("Anbieter;Ort;Angebot;Angebot: Art;Anbieter: Art\nV;Köln;B;Kurs;Verein\n");
    CHECK(proposed_field(map, "Anbieter: Art") == "Art des Anbieters");
    CHECK(proposed_field(map, "Angebot: Art") != "Veranstaltungsort");
}
