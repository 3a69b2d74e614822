#include "directories.hpp"

#include <algorithm>

using namespace lotse;
using Found = std::vector<std::string>;

namespace {

/// The offer of a directory with one more column.
Offer offer_with(const std::string& heading, const std::string& text) {
    const auto read =
        convert_as_proposed("Anbieter;Angebot;" + heading + "\nVerein;Kurs;\"" + text + "\"\n");
    return read.built.network.tables().offers.at(0);
}

}  // namespace

TEST_CASE("a label of several words stays one where a cell is split") {
    for (const char* text : {"Bewegung, Stress- und Ressourcenmanagement",
                             "Bewegung; Stress- und Ressourcenmanagement",
                             "Bewegung / Stress- und Ressourcenmanagement",
                             "Bewegung | Stress- und Ressourcenmanagement",
                             "Bewegung\nStress- und Ressourcenmanagement"}) {
        INFO(text);
        const Offer offer = offer_with("Thema", text);
        CHECK(offer.topics == Found{"LP-BEW", "LP-STR"});
        CHECK(offer.note.empty());
    }
    CHECK(offer_with("Thema", "Bewegung und Ernährung").topics == Found{"LP-BEW", "LP-ERN"});
    CHECK(offer_with("Zielgruppe", "Frauen, Menschen mit Behinderung oder Reha-Bedarf und Männer")
              .targets == Found{"women", "disability", "men"});
}

TEST_CASE("the sign of an age is no separator") {
    CHECK(offer_with("Zielgruppe", "60+, 18+").note == "Zielgruppe: 60+; Zielgruppe: 18+");
    CHECK(offer_with("Zielgruppe", "50+, Frauen").targets == Found{"over50", "women"});
    CHECK(offer_with("Thema", "Bewegung+Ernährung").topics == Found{"LP-BEW", "LP-ERN"});
}

TEST_CASE("means, shares and ditto marks are no institutions") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Ort;Finanziert von\n"
        "Caritas;G1;Sucht;Bochum;keine\n"
        "dito;G2;Sucht;Bochum;Eigenmittel\n"
        "wie oben;G3;Sucht;Bochum;Spenden und Teilnahmebeiträge\n"
        "s. o.;G4;Sucht;Bochum;50 % Kreis\n"
        "diverse;G5;Sucht;Bochum;nein\n"
        "Caritas;G6;Sucht;Bochum;Settingmittel, AOK\n"
        "100 Jahre TV e. V.;G7;Sucht;Bochum;1. FC Bochum\n");
    const auto& tables = read.built.network.tables();
    Found names;
    for (const Actor& actor : tables.actors) names.push_back(actor.name);
    CHECK(names == Found{"1. FC Bochum", "100 Jahre TV e. V.", "AOK", "Caritas"});
    Found notes;
    for (const Offer& offer : tables.offers) notes.push_back(offer.note);
    CHECK(notes == Found{"Finanziert von: keine", "Anbieter: dito; Finanziert von: Eigenmittel",
                         "Anbieter: wie oben; Finanziert von: Spenden; Finanziert von: "
                         "Teilnahmebeiträge",
                         "Anbieter: s. o.; Finanziert von: 50 % Kreis",
                         "Anbieter: diverse; Finanziert von: nein", "Finanziert von: Settingmittel",
                         ""});
    const Found codes = codes_of(read.built);
    CHECK(std::ranges::count(codes, "no-provider") == 1);
    CHECK(std::ranges::count(codes, "no-institution") == 7);
}

TEST_CASE("only weeks are weeks") {
    for (const char* heading : {"Dauer in Minuten", "Dauer (Min.)", "Dauer (Std.)", "Dauer (Tage)",
                                "Dauer in Monaten", "Kursdauer (UE)"}) {
        INFO(heading);
        CHECK_FALSE(offer_with(heading, "60").duration_weeks);
        CHECK(proposed_field(propose_map("Anbieter;Angebot;" + std::string{heading} + "\nV;K;1\n"),
                             heading) == "Zusatzspalte");
    }
    for (const char* heading : {"Dauer", "Kursdauer"}) {
        INFO(heading);
        const Offer bare = offer_with(heading, "60");
        CHECK_FALSE(bare.duration_weeks);
        CHECK(bare.note == std::string{heading} + ": 60");
        CHECK(offer_with(heading, "8 Wochen").duration_weeks == 8.0);
        CHECK(offer_with(heading, "90 Minuten").note == std::string{heading} + ": 90 Minuten");
    }
    for (const char* heading : {"Dauer (Wochen)", "Dauer in Wochen", "Wochen", "Kursdauer Wochen"})
        CHECK(offer_with(heading, "8").duration_weeks == 8.0);
}

TEST_CASE("a word beside a known heading may turn its sense around") {
    const auto field = [](const std::string& heading) {
        return proposed_field(propose_map("Anbieter;Angebot;" + heading + "\nV;K;x\n"), heading);
    };
    for (const char* heading :
         {"Zielgruppe ausgeschlossen", "Plätze belegt", "Ende der Anmeldung", "Start Anmeldung",
          "Kosten Material", "Kosten der Fahrt", "Thema der Masterarbeit", "keine Plätze",
          "Beginn Warteliste", "Zertifiziert bis", "Sprache der Broschüre"}) {
        INFO(heading);
        CHECK(field(heading) == "Zusatzspalte");
    }
    CHECK(field("Zielgruppe(n)") == "Zielgruppe");
    CHECK(field("Kosten pro Person") == "Kosten");
    CHECK(field("Beginn des Kurses") == "Beginn");
    CHECK(field("Zielgruppe des Angebots") == "Zielgruppe");
    CHECK(field("STRASSE") == "Straße");
    CHECK(field("Geaenderte Traeger") == "Zusatzspalte");
    CHECK(proposed_field(propose_map("TRAEGER;Angebot\nV;K\n"), "TRAEGER") == "Anbieter");
    const auto map = propose_map("Anbieter;Angebot;Plätze belegt\nV;K;x\n");
    CHECK(map.text.find("sagt mehr als „Plätze“") != std::string::npos);
}

TEST_CASE("headings about the offer, with explanations in brackets, are known") {
    const std::vector<std::pair<const char*, const char*>> wanted{
        {"Ort der Maßnahme", "Veranstaltungsort"},
        {"Beginn der Maßnahme", "Beginn"},
        {"Ende der Maßnahme", "Ende"},
        {"Dauer der Maßnahme", "Dauer (Wochen)"},
        {"Kosten der Maßnahme", "Kosten"},
        {"Plätze der Maßnahme", "Plätze"},
        {"Inhalt der Maßnahme", "Notiz"},
        {"Kursstart", "Beginn"},
        {"Anzahl der Plätze", "Plätze"},
        {"Anz. Plätze", "Plätze"},
        {"Anzahl freie Plätze", "Freie Plätze"},
        {"Plätze (frei)", "Freie Plätze"},
        {"Kosten pro TN", "Kosten"},
        {"TN-Beitrag in €", "Kosten"},
        {"kostenfrei (j/n)", "Kostenfrei"},
        {"Straße / Hausnr.", "Straße"},
        {"Landkreis / kreisfreie Stadt", "Kreis"},
        {"Landkreis/Stadt", "Kreis"},
        {"Zeitraum (von-bis)", "Zeitraum"},
        {"Laufzeit (von - bis)", "Zeitraum"},
        {"Beginn (Datum)", "Beginn"},
        {"Stand (Datum)", "Stand"},
        {"Rechtskreis (SGB II / SGB III)", "Rechtskreis"},
        {"Finanzierung durch", "Finanziert von"},
        {"Zielgruppen (Mehrfachnennung)", "Zielgruppe"},
        {"Handlungsfeld (Leitfaden)", "Thema"},
        {"Plätze (belegt)", "Zusatzspalte"},
        {"Kosten (Material)", "Zusatzspalte"},
        {"Ende (Anmeldung)", "Zusatzspalte"},
        {"Zielgruppe (ausgeschlossen)", "Zusatzspalte"},
        {"Finanzierung (Höhe)", "Zusatzspalte"},
        {"Straße TN", "Zusatzspalte"},
        {"Anzahl Kurse", "Zusatzspalte"},
        {"Kurs-Nr.", "Zusatzspalte"}};
    for (const auto& [heading, field] : wanted) {
        INFO(heading);
        CHECK(
            proposed_field(propose_map("Anbieter;Angebot;" + std::string{heading} + "\nV;K;Hof\n"),
                           heading) == field);
    }
    const auto measures = propose_map("Träger der Maßnahme;Maßnahme\nV;K\n");
    CHECK(proposed_field(measures, "Träger der Maßnahme") == "Anbieter");
    CHECK(proposed_field(measures, "Maßnahme") == "Angebot");
}

TEST_CASE("no map is proposed for what the reading would refuse") {
    const auto map = propose_map("Teilnehmer;Anbieter;Angebot\nMax Mustermann;V;K\n");
    CHECK(map.text.empty());
    REQUIRE(map.issues.size() == 1);
    CHECK(map.issues[0].code == client_data);
    CHECK(map.issues[0].message.de.find("Mustermann") == std::string::npos);
    CHECK_FALSE(propose_map("Teilnehmer;Anbieter;Angebot\n12;V;K\n").text.empty());
}

TEST_CASE("a ditto sign is said and kept") {
    for (const char* sign : {"\"\"", "- \"\" -", "dito", "siehe Zeile oben"})
        for (const char* heading : {"Zielgruppe", "Thema", "Finanziert von", "Ort", "Kosten"}) {
            INFO(sign << " / " << heading);
            const auto read = convert_as_proposed("Angebot;Anbieter;" + std::string{heading} +
                                                  "\nK;V;\"" + sign + "\"\n");
            const std::string shown = std::string{sign}.find('"') == std::string::npos
                                          ? sign
                                          : (sign[0] == '-' ? "- \" -" : "\"");
            const auto& tables = read.built.network.tables();
            CHECK(tables.offers.at(0).note == std::string{heading} + ": " + shown);
            CHECK(tables.actors.size() == 1);
            CHECK(std::ranges::count(codes_of(read.built), "not-understood") == 1);
        }
}

TEST_CASE("the plus of a name stays, and money is no institution") {
    const auto funders = [](const std::string& text) {
        const auto read =
            convert_as_proposed("Anbieter;Angebot;Thema;Finanziert von\nV;K;Sucht;\"" + text +
                                "\"\nV;L;Sucht;A + B, C und D\n");
        Found out;
        for (const Actor& actor : read.built.network.tables().actors)
            if (actor.name != "V" && actor.name.size() > 1) out.push_back(actor.name);
        return out;
    };
    CHECK(funders("ESF+") == Found{"ESF+"});
    CHECK(funders("ESF+, Land NRW") == Found{"ESF+", "Land NRW"});
    CHECK(funders("ESF+ und Land NRW") == Found{"ESF+", "Land NRW"});
    CHECK(funders("AOK+Stadt Bochum") == Found{"AOK", "Stadt Bochum"});
    CHECK(funders("Tafel Lebensmittel") == Found{"Tafel Lebensmittel"});
    CHECK(funders("Wirtschaftsförderung Bochum") == Found{"Wirtschaftsförderung Bochum"});
    CHECK(funders("Projekt 2020 Europa") == Found{"Projekt 2020 Europa"});
    for (const char* none : {"ohne",
                             "beantragt",
                             "offen",
                             "in Klärung",
                             "noch nicht geklärt",
                             "kommunale Mittel",
                             "Haushaltsmittel der Stadt",
                             "TN-Beiträge",
                             "Eigenanteil Träger",
                             "Privatzahler",
                             "Projektförderung",
                             "Zuschüsse",
                             "Mischfinanzierung",
                             "selbsttragend",
                             "20.000 €",
                             "5.000,00 EUR",
                             "Kreis 50 %",
                             "AOK (80 %)",
                             "AOK 5.000 €",
                             "kommunal",
                             "Land"}) {
        INFO(none);
        CHECK(funders(none).empty());
        CHECK(offer_with("Finanziert von", none).note == std::string{"Finanziert von: "} + none);
    }
}

TEST_CASE("what is no directory, or names nobody, is said when a map is proposed") {
    const auto json = propose_map("[\n {\"name\": \"Verein\", \"ort\": \"Hof\"}\n]\n");
    CHECK(json.text.empty());
    REQUIRE(json.issues.size() == 1);
    CHECK(json.issues[0].severity == Severity::error);
    CHECK(json.issues[0].message.de.find("CSV, XLSX, ODS oder XLS") != std::string::npos);
    const auto bare = propose_map("NAME;ORT;WETTER\nVerein;Hof;gut\n");
    CHECK(proposed_field(bare, "NAME") == "Zusatzspalte");
    CHECK(bare.text.find("Name wovon?") != std::string::npos);
    REQUIRE(bare.issues.size() == 1);
    CHECK(bare.issues[0].code == "no-names");
}
