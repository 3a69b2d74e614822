#include <lotse/model/privacy.hpp>

#include <catch2/catch.hpp>

#include <string>

using namespace lotse::privacy;

TEST_CASE("words for clients in every writing of their gender") {
    for (const std::string person : {"Kunde*in",
                                     "Kunde:in",
                                     "Kunde_in",
                                     "Kunde/in",
                                     "Kunde/-in",
                                     "Kunde(in)",
                                     "KundeIn",
                                     "Kund*in",
                                     "Kund:innen",
                                     "Kund(inn)en",
                                     "Kund·in",
                                     "Kund’innen",
                                     "KUNDE*IN",
                                     "Kunde＊in",
                                     "Klient*in(nen)",
                                     "Patient/-innen",
                                     "Teilnehmende/r",
                                     "Teilnehmende*r",
                                     "Teilnehmende:r",
                                     "Teilnehmende_r",
                                     "Teilnehmende(r)",
                                     "Teilnehmende (r)",
                                     "Teilnehmer(in)",
                                     "Versicherte*r",
                                     "Versicherte/n",
                                     "Ratsuchende/r",
                                     "Arbeitsuchende*r",
                                     "Leistungsberechtigte*r",
                                     "Betroffene:r",
                                     "Arbeitslose(r)",
                                     "Erwerbslose_r",
                                     "Leistungsempfänger:in",
                                     "Hilfebedürftige*r",
                                     "Bewerber!in",
                                     "Kunde (m/w/d)",
                                     "TN*in",
                                     "Kd.",
                                     "Pat."}) {
        for (const char* name : {"Name", "Vorname", "Nachname"}) {
            INFO(person << ' ' << name);
            CHECK(client_heading(person + ' ' + name));
            CHECK(client_heading(person + '-' + name));
            CHECK(client_heading(std::string{name} + ' ' + person));
            CHECK(client_heading(name + std::string{" der/des "} + person));
        }
    }
    for (const char* number :
         {"Kunde*in-Nr.", "Kunde*innennummer", "Klient*innencode", "Versicherte/r Nr.",
          "Nr. der*des Teilnehmenden", "Teilnehmer/in-ID", "Versicherte*r Kennung"}) {
        INFO(number);
        CHECK(client_heading(number));
    }
    CHECK(is_contact_heading("Kontakt Kunde/in"));
    CHECK(is_contact_heading("Ansprechpartner:in"));
}

TEST_CASE("signs that stand for no gender leave harmless headings alone") {
    for (const char* heading :
         {"Kunde:Information", "Kunden/Institution", "Kunden_info_name", "Name des Kurses: intern",
          "Teilnehmer: Raum", "Angebot*in Name", "Anbieter:in Name", "Name der Berater*innen",
          "Teilnehmende/r", "Kunden-Innendienst Name der Stelle"}) {
        INFO(heading);
        CHECK_FALSE(client_heading(heading));
    }
    // Of many, beside the number of a course.
    CHECK_FALSE(client_value("Yoga für Kund/innen 241F-301012"));
    CHECK_FALSE(client_value("Yoga für Klient*in(nen) 241F-301012"));
    CHECK(client_value("Kunde*in 123D-456789"));
}

TEST_CASE("sick notes, benefits and numbers in short and in other words") {
    for (const char* heading : {"AU-Schein",
                                "AU-Scheine",
                                "AU vom",
                                "AU am",
                                "AU ab",
                                "Krankenschein",
                                "Arbeitsunfähigkeit seit",
                                "Arbeitsunfähigkeit vom",
                                "Bezug Bürgergeld",
                                "Bezug ALG II",
                                "Bezug ALG",
                                "Bezug von Bürgergeld",
                                "Bezug von Sozialleistungen",
                                "Bezug Sozialleistungen",
                                "Bezug Krankengeld",
                                "Bezug von Grundsicherung",
                                "GKV-Nummer",
                                "GKV-Nr.",
                                "AU-Nachweis",
                                "AU-Meldung",
                                "AU-Besch.",
                                "AU-Zeitraum",
                                "krankgemeldet",
                                "Krank bis",
                                "Sozialleistungsbezug",
                                "Transferleistungsbezug",
                                "Grundsicherungsbezug",
                                "KK-Nummer",
                                "KK-Nr.",
                                "Privatadr.",
                                "Adr. privat",
                                "Private Adr.",
                                "Steuer-IDs",
                                "Steueridentifikationsnummer",
                                "Steuer-Identifikationsnummer",
                                "Steuer-IdNr.",
                                "Steuerliche Identifikationsnummer",
                                "Tax identification number",
                                "ICD-10-GM",
                                "ICD10",
                                "IBANs",
                                "IBAN Kunde",
                                "Konto-Nr",
                                "Sozialversicherungsnr"}) {
        INFO(heading);
        CHECK(client_heading(heading));
    }
    for (const char* heading :
         {"Bezug SGB II", "Bezug zum Bürgergeld", "Bezug zu Sozialleistungen", "Bezug",
          "Voraussetzung: Bezug Bürgergeld", "Anteil Bezug Bürgergeld", "AU-Schein erforderlich",
          "Zahl der AU-Scheine", "Beratung bei Arbeitsunfähigkeit", "Arbeitsunfähigkeit",
          "Ohne Bezug von Sozialleistungen", "KK-ID", "GKV", "Privatadressaten"}) {
        INFO(heading);
        CHECK_FALSE(client_heading(heading));
    }
}

TEST_CASE("patterns respect the bounds of words") {
    for (const char* heading : {"Kundenrückmeldung",
                                "Kundenrat",
                                "Kundenraum",
                                "Kundenrechte",
                                "KV NRW",
                                "Kunden NRW",
                                "Teilnehmer NRW",
                                "RV NRW",
                                "Fall NRW",
                                "IB-Angebot",
                                "IB Ansprechpartner",
                                "IB Anlaufstelle",
                                "EG Küche",
                                "EG Kursraum",
                                "ICDL",
                                "ICDL-Kurs",
                                "Autagentur",
                                "Au-Tagespflege",
                                "AU-Tageszentrum",
                                "Kundenorientierung",
                                "Kunden Nordstadt",
                                "Teilnehmer Identität",
                                "Steuer-Ideen",
                                "Fall Idstein"}) {
        INFO(heading);
        CHECK_FALSE(client_heading(heading));
    }
}

TEST_CASE("what an institution treats is no data of clients") {
    for (const char* heading : {"Behandelte Diagnosen", "Häufigste Diagnosen", "Diagnoses treated",
                                "Diagnosen, die behandelt werden", "Typische Diagnosen"}) {
        INFO(heading);
        CHECK_FALSE(client_heading(heading));
    }
    for (const char* heading : {"Diagnosen", "Behandelte Diagnose", "Diagnosen behandelt am",
                                "Behandelte Diagnosen TN", "Diagnose behandelt"}) {
        INFO(heading);
        CHECK(client_heading(heading));
    }
}

TEST_CASE("one slip in the word that announces clients") {
    for (const char* heading :
         {"Geburtdatum", "Geburtsdatm", "Kundenumer", "Kundennumer", "Versichertenummer",
          "Versichertennumer", "Leistungbezug", "Bedarfsgemeinschft", "Staatsangehörigket"}) {
        INFO(heading);
        CHECK(client_heading(heading));
    }
    for (const char* heading : {"Bedarfsgemeinschaften", "Leistungsbezüge", "Kursnummer",
                                "Leistungsbeginn", "Gründungsdatum"}) {
        INFO(heading);
        CHECK_FALSE(client_heading(heading));
    }
}

TEST_CASE("a price for each person, and what is done in person, names nobody") {
    for (const char* heading :
         {"Kosten / Person", "Gebühr/Person", "€ / Person", "Preis Person", "Price / person",
          "in person", "Online / in person", "Teilnahmegebühr je Person", "Kursbeitrag/Person"}) {
        INFO(heading);
        CHECK_FALSE(is_contact_heading(heading));
    }
    for (const char* heading : {"Person", "Kontakt / Person", "Name/Person", "Ansprechperson",
                                "Person (Kosten)", "Ansprechpartner in Person", "Person 1",
                                "Beitragsverantwortliche Person", "Für Preise zuständige Person"}) {
        INFO(heading);
        CHECK(is_contact_heading(heading));
    }
}

TEST_CASE("columns of who answers for something are left out") {
    for (const char* heading :
         {"Inhaber/in",        "Praxisinhaberin", "Referent/in", "Referent:in",   "Verantwortlich",
          "Verantwortliche/r", "Mitarbeiter/in",  "Direktor",    "Coordinator",   "Instructor",
          "Responsible",       "Ansprechp.",      "z. Hd.",      "Vertreter(in)", "Delegierte",
          "Vermittler(in)",    "Lehrkraft",       "Kontakt 1",   "Coach",         "Kassenwart",
          "Schriftführer",     "erfasst von",     "Autor",       "Betreut durch"}) {
        INFO(heading);
        CHECK(is_contact_heading(heading));
    }
    for (const char* heading : {"Mitarbeiter", "Verantwortlichkeit", "Coaching", "Inhaberschaft",
                                "Direktoren (Anzahl)", "Vertretung im Beirat", "Coach-Angebot"}) {
        INFO(heading);
        CHECK_FALSE(is_contact_heading(heading));
    }
}

TEST_CASE("the digits behind a decimal sign are no tax number") {
    for (const char* text :
         {"51.27363318956", "51,27363318956", " 7.16470222959 ", "-0.82374490452",
          "51.27363318956, 7.16470222959", "51.27363318956,7.16470222959",
          "51,27363318956; 7,16470222959", "51,27363318956 7,16470222959", "+51.27363318956",
          "POINT (7.16470222959 51.27363318956)", "[7.16470222959, 51.1]", "51.27363318956°",
          "lat: „51,27363318956“ liegt außerhalb", "0.82374490452|1", "0,82374490452 %"}) {
        INFO(text);
        CHECK_FALSE(client_value(text));
    }
    for (const char* text :
         {"86095742719", "86095742719.0", "86095742719,50", "-86095742719", "1;86095742719",
          "51.1 86095742719", "51.1, 86095742719", "1, 86095742719", "1,5,86095742719",
          "1,86095742719,2", "1.2.86095742719", "86 095 742 719", "86.095.742.719", ",86095742719",
          "Nr. 1.86095742719", "Steuer-ID 0,86095742719", "Kunde.86095742719", "[86095742719]"}) {
        INFO(text);
        CHECK(client_value(text));
    }
}
