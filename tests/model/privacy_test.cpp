#include <lotse/model/privacy.hpp>

#include <catch2/catch.hpp>

using namespace lotse::privacy;

TEST_CASE("headings of client data") {
    for (const char* heading : {"Kundennummer",
                                "Kunden-Nr.",
                                "Kd-Nr",
                                "BG-Nummer",
                                "BG Nr.",
                                "Geburtsdatum",
                                "geb.",
                                "GEBURTSDATUM",
                                "Versichertennummer",
                                "KVNR",
                                "IBAN",
                                "Diagnose",
                                "ICD-10",
                                "AU-Bescheinigung",
                                "Privatadresse",
                                "Teilnehmer Vorname",
                                "Kunde Nachname",
                                "Staatsangehörigkeit",
                                "geb. am",
                                "Name des Teilnehmers",
                                "Namen der Kundinnen",
                                "Sozialvers.-Nr.",
                                "Geburtsdatum TN",
                                "Geburtsdatum (TT.MM.JJJJ)",
                                "Geburtsdaten",
                                "Diagnose (ICD-10)",
                                "ICD-10-Code",
                                "Hauptdiagnose",
                                "Kundennummer BA",
                                "Kundennummern",
                                "Kunden\u00adnummer",
                                "BG-Nummern",
                                "eGK-Nr.",
                                "Versichertennummer (KVNR)",
                                "IBAN-Nr.",
                                "AU-Bescheinigung vom",
                                "im Leistungsbezug",
                                "receipt of benefits",
                                "sick leave",
                                "Staatsangehoerigkeit",
                                "Nationalitaet",
                                "Adresse (privat)",
                                "Name Kunde",
                                "Kundenname",
                                "Name Teilnehmer/in",
                                "Vor- und Nachname TN",
                                "TN-Name",
                                "Customer No.",
                                "Client no.",
                                "Case ID",
                                "SSN",
                                "Vers.-Nr.",
                                "BG-ID",
                                "Health insurance no.",
                                "Soz.-Vers.-Nr.",
                                "Rentenvers.-Nr.",
                                "Insurance no.",
                                "BG-Kennzeichen",
                                "Kundenkennzeichen",
                                "Krankenkassennummer",
                                "Gesundheitskartennummer",
                                "ALG II-Bezug",
                                "ALG-Bezug",
                                "Krankgeschrieben",
                                "Arbeitsunfähig seit",
                                "AUB",
                                "Name des Arbeitslosen",
                                "Name d. TN",
                                "Name Ratsuchende",
                                "Name Betroffener",
                                "eLb Name",
                                "Bewerbername",
                                "Fall-Nr.",
                                "Anschrift des Teilnehmers",
                                "Personalausweisnummer",
                                "Citizenship",
                                "Pat.-Nr.",
                                "PatNr",
                                "Pat-ID",
                                "Passnummer",
                                "Pass-Nr.",
                                "AZR-Nummer",
                                "Bedarfsgem.-Nr.",
                                "Geb.-Jahr",
                                "Geburtsort",
                                "Geburtsland",
                                "Klienten-Code",
                                "TN-Code",
                                "Teilnehmercode",
                                "Kundenzeichen",
                                "Kundenkennz.",
                                "Aktenzeichen TN",
                                "IdNr",
                                "VSN"})
        CHECK(client_heading(heading));
    ;
    for (const char* heading : {"Geburtsvorbereitung",
                                "Kundenzentrum",
                                "name",
                                "Anbieter",
                                "Gründungsdatum",
                                "Teilnehmerzahl",
                                "Diagnostik",
                                "note",
                                "Name der Kundenzentrale",
                                "Name der Einrichtung",
                                "Bedarfsgemeinschaften",  // how many, as in tables of areas
                                "Zahl der Bedarfsgemeinschaften",
                                "Bedarfsgemeinschaften (Anzahl)",
                                "Anteil im Leistungsbezug",
                                "Adresse",
                                "Name des Vereins",
                                "Angebot",
                                "Zielgruppe: Kund*innen",
                                "Leistungsart",
                                "Postfach",
                                "Öffnungszeiten",
                                "ID",
                                "ISBN",
                                "USt-IdNr.",
                                "Alter",
                                "Notfallnummer",
                                "Kundenzentrum Name",
                                "Name des Angebots für Kunden",
                                "Internationalität",
                                "Baubescheinigung",
                                "Kompetenzdiagnose",
                                "Kindergeburtstage",
                                "Steuernummer",
                                "Gründungsdatum",
                                "Eröffnet am",
                                "Fallzahl",
                                "Fallmanagement",
                                "Versicherungsnehmer",
                                "Versichertennetz",
                                "Krankenversicherungsnetz",
                                "Customer note",
                                "Kundennote",
                                "Notfallnummer",
                                "Teilnehmende",
                                "Name der Beratung für Betroffene",
                                "Name des Arbeitslosenzentrums",
                                "Adresse für Kunden",
                                "Adresse des Kundenzentrums",
                                "AU-Beratung",
                                "Arbeitsunfähigkeit vermeiden",
                                "Bewerbungstraining",
                                "ID-Nr.",
                                "Familienpass",
                                "VSN-Mitglied",
                                "Aktenzeichen",
                                "Geburtshaus",
                                "Patenschaft",
                                "Pat",
                                "Code"})
        CHECK_FALSE(client_heading(heading));
    ;
}

// Invented numbers; their check digits follow the rules named in privacy.cpp.
TEST_CASE("identifiers with a valid check digit, also inside text") {
    for (const char* text :
         {"A123456780", "Rückfrage zu Y123456781 klären", "15070649C103",
          "Konto DE89370400440532013000", "DE89 3704 0044 0532 0130 00", "12345//0001234",
          "12345BG0001234", "123A456789", "https://example.org/Y123456781", "Ｙ１２３４５６７８１",
          "Y123456781/2024"})
        CHECK(client_value(text));
    for (const char* text :
         {"A123456789", "15070649C104", "DE89370400440532013001", "05911000", "059110000000",
          "0521 8007-0", "Tel. 030 18681 0", "2026-06-30", "§ 45 SGB III", "12345/0001234",
          "https://example.org//0001234", "Musterweg 12, 33611 Bielefeld"})
        CHECK_FALSE(client_value(text));
}

TEST_CASE("identifiers in groups, behind other words and with invisible signs") {
    for (const char* text : {"12345 // 0001234",
                             "12345 - // - 0001234",
                             "12345\u2013//\u20130001234",
                             "12345 BG 0001234",
                             "123 D 456789",
                             "123-D-456789",
                             "123\u00a0D\u00a0456789",
                             "Kd-Nr. 123D 456789",
                             "Kundennummer: 123/d/456789",
                             "T342  852  494",
                             "T 342 852 494",
                             "T342\t852\t494",
                             "T342\n852\r\n494",
                             "T342\u2013852\u2013494",
                             "T342\u2011852\u2011494",
                             "T342\u2009852\u2007494",
                             "T342/852/494",
                             "T/342852494",
                             "T342_852_494",
                             "T342,852,494",
                             "T, 342, 852, 494",
                             "T342\u200b852494",
                             "T342\u00ad852494",
                             "T342\u2060852494",
                             "KVNRT342852494",
                             "eGKT342852494",
                             "kvnrt342852494",
                             "PatientT342852494",
                             "T342852494geb",
                             "IBANDE89370400440532013000",
                             "IBANDE89 3704 0044 0532 0130 00",
                             "BG12345//0001234",
                             "IdNr86095742719",
                             "KdNr123A456789",
                             "T٣٤٢٨٥٢٤٩٤",
                             "BG 317020001234",
                             "BG31702 0001234",
                             "BG-Nr. 31702/0001234",
                             "Bedarfsgemeinschaft: 31702 0001234",
                             "31702/0001234 BG"})
        CHECK(client_value(text));
    for (const char* text :
         {"T 0342 85249", "Haus T, 342852494", "Sportverein e.V. 342852494", "Halle T - 342852494",
          "USt-IdNr. DE342852494", "342852494", "Lindenweg 123 d, 45678 Ort", "123 D 45678",
          "123/D/456789", "12345/0001234", "63342976-9428-3d75-7c9c-b027423203da",
          "ISBN 978-3-16-148410-0", "Drs. 0342/2020-2025", "BG ETEM, 31702 0001234", "317020001234",
          "31702/0001234", "BG Bau 0521 1234567"})
        CHECK_FALSE(client_value(text));
}

TEST_CASE("headings of persons who work for an organisation") {
    for (const char* heading : {"Ansprechpartner",
                                "Ansprechpartner*in",
                                "Person",
                                "Kontaktname",
                                "Kontaktdaten",
                                "Rufnummer",
                                "Mobil",
                                "Faxnummer",
                                "Fax",
                                "Zuständig",
                                "Zustaendig",
                                "Bearbeiter",
                                "Geschäftsführung",
                                "Geschaeftsfuehrer",
                                "Vorsitz",
                                "Vorsitzende",
                                "Zuname",
                                "contact",
                                "manager",
                                "Name der Leitung",
                                "Kursleitung",
                                "Tel.",
                                "Telefon (Zentrale)",
                                "E-Mail",
                                "E-Mail-Adresse",
                                "Handynummer",
                                "Durchwahl"})
        CHECK(is_contact_heading(heading));
    ;
    for (const char* heading :
         {"Name", "Name des Vereins", "Adresse", "Kontaktstelle", "Zuständigkeit",
          "Zuständiges Jobcenter", "Begleitung", "Anleitung", "Weiterleitung", "Mobile Beratung",
          "Telefonische Beratung", "Anzahl Ansprechpartner", "Zahl der Personen",
          "Kosten pro Person", "Management", "Zielgruppe", "Angebot", "Postfach", "Träger"})
        CHECK_FALSE(is_contact_heading(heading));
    ;
}

TEST_CASE("headings of dates of organisations") {
    for (const char* heading : {"Gründungsdatum",
                                "gegründet",
                                "Mitglied seit",
                                "Eröffnung",
                                "Projektbeginn",
                                "Start",
                                "Stand",
                                "Ratsbeschluss vom",
                                "Vertrag vom",
                                "gültig bis",
                                "Bewilligungsdatum",
                                "Unterzeichnet am",
                                "Zulassung AZAV",
                                "Anerkannt am",
                                "Registereintrag",
                                "Datum der Vereinbarung",
                                "Kooperationsvertrag vom",
                                "Gemeinnützig anerkannt",
                                "Zertifiziert am",
                                "Baujahr",
                                "Übernahme",
                                "Umzug",
                                "Erstmals angeboten",
                                "Letzte Prüfung",
                                "Bescheid vom",
                                "Satzung vom",
                                "letzte Änderung",
                                "Jubiläum",
                                "Inbetriebnahme",
                                "Beitritt",
                                "Umbenennung",
                                "Neubau",
                                "Name geändert am",
                                "Einrichtung für Kinder seit",
                                "Umfirmierung",
                                "Sanierung",
                                "Handelsregister",
                                "Konzession",
                                "Errichtung",
                                "Betriebsaufnahme",
                                "Betrieb ab",
                                "Aufnahme ins Netzwerk",
                                "Laufzeit ab",
                                "Förderende",
                                "Umwandlung"})
        CHECK(is_institution_date_heading(heading));
    ;
    for (const char* heading :
         {"Startgruppe", "Vertragspartner", "Teilnehmende", "Tag", "Spalte4", "Datum", "Datum TN",
          "Geburt am", "Geb.-Datum", "geboren am", "Kind seit", "Kunde ab", "TN ab", "Name am",
          "Alter ab", "Person seit", "Kunde seit", "am", "candidate"})
        CHECK_FALSE(is_institution_date_heading(heading));
    ;
}

TEST_CASE("mail addresses and birth dates") {
    CHECK(holds_mail_address("erika@example.org"));
    CHECK_FALSE(holds_mail_address("Treffpunkt @ Rathaus"));
    for (const char* date : {"01.02.1961", "1.2.61", "01/02/1961", "12/31/1961", "1961-02-01",
                             "1961-02-01 00:00:00", "01.02.1961 0:00 Uhr", "1961-02-01T00:00:00Z",
                             "geb. 01.02.1961", "geb. am 1. Februar 1961", "geb. 3. Febuar 1979",
                             "geb. 3 janvier 1979", "geb. 12 septembre 1985", "geb. 7. Juno 1966",
                             "* 01.02.1961", "1 Mär 1961", "01-02-1961"})
        CHECK(is_plausible_birth_date(date));
    ;
    for (const char* other : {"05.01.02", "31.02.1961", "01.02.1961 Gründung", "9-12 Uhr",
                              "Mo 9-12", "0521 12 1961", "1.1.1", "01.02.2024 bis 03.04.2024"})
        CHECK_FALSE(is_plausible_birth_date(other));
    ;
    CHECK_FALSE(is_plausible_birth_date("1961"));
    CHECK_FALSE(is_plausible_birth_date("01.02.2024"));
}

TEST_CASE("telephone numbers by their form") {
    for (const char* text : {"Tel. 0521 1234567", "Telefon: 0521/106-0", "Tel.-Nr. (0521) 106 12",
                             "tel:+495211234567", "mobil 0171 1234567", "Handy: +49 171 1234567",
                             "Anruf unter 0521/123456 genügt", "(0521) 12345", "+49 (0)521 12345",
                             "0049 521 123456", "Fax: 0521-123456", "mailto:erika@example.org"})
        CHECK(holds_personal_contact(text));
    for (const char* text :
         {"+49 000 0000", "Telefon 9-12.30 Uhr", "Tel. 08.00-12.00 Uhr", "Jugend mobil 2024/2025",
          "Drs. 0123/2024", "Vorlage 0123/2020-2025", "05711/05754", "01067/10115",
          "Negernbötel 01060 53", "48.00491 11.51410", "ISBN 978-3-16-148410-0", "Mo 08:00-12:00",
          "12345 Ort", "Telgte 48291 01", "2024-01-15", "Beginn 01.03.2024, das Angebot ist mobil",
          "Notruf 112", "https://example.org/0521123456"})
        CHECK_FALSE(holds_personal_contact(text));
}

TEST_CASE("columns of names of persons by their values") {
    const auto found = [](std::initializer_list<const char*> values) {
        PersonNames names;
        for (const char* value : values) names.look_at(value);
        return names.found();
    };
    CHECK(found({"Erika Muster", "Dr. Max von Beispiel", "Frau Özdemir", "Muster, Anna-Lena",
                 "Xanthippe Probe"}));
    CHECK(found({"Jürgen MÜLLER", "Erika M.", "Prof. Dr. Eva Lang", "Karl Otto Groß", "offen"}));
    CHECK_FALSE(found({"Erika Muster", "Max Beispiel", "Anna Probe", "Eva Lang"}));
    CHECK_FALSE(found({"Bad Homburg", "Rotes Kreuz", "Sankt Augustin", "Halle West",
                       "Jobcenter Bochum", "Martin Luther"}));
    CHECK_FALSE(is_person_name("Robert Bosch Stiftung"));
    CHECK(is_person_name("Petra Haus"));
    CHECK_FALSE(found({"Paul-Gerhardt-Haus", "Anna Freud Institut", "Kirchstraße", "Stadtpark Ost",
                       "Marie Curie Haus"}));
    // A legal form is no form of address.
    CHECK_FALSE(found({"Phantom e.V.", "Falsch e.V.", "Neun e.V.", "Hafenverein",
                       "Stadtsportbund Dresden", "VHS Stuttgart"}));
    CHECK(addresses_person("Herr Max Mustermann"));
    for (const char* text : {"Frau und Beruf e.V.", "Frauenzentrum", "Dr. Muster", "Max Muster"})
        CHECK_FALSE(addresses_person(text));
}
