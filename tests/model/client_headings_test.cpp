#include <lotse/model/privacy.hpp>

#include <catch2/catch.hpp>

#include <string>

using namespace lotse::privacy;

TEST_CASE("headings of clients as the lists of jobcenters abbreviate and turn them") {
    for (const char* heading :
         {"Nr. der BG",        "Nr. BG",     "Nummer des Kunden", "Nummer der Bedarfsgemeinschaft",
          "ID Teilnehmer/in",  "GebTag",     "Geb. Tag",          "Geburtsj.",
          "ALG II seit",       "Alg bis",    "Bürgergeld seit",   "TN arbeitslos seit",
          "Bezug von ALG II",  "Straße TN",  "Wohnort Kunde",     "PLZ der Teilnehmenden",
          "Staatsang.",        "Kto.-Nr.",   "eLb-Nr.",           "AZ Kunde",
          "Name Rehabilitand", "Claimant ID"}) {
        INFO(heading);
        CHECK(client_heading(heading));
    }
    for (const char* heading :
         {"Nr. der Einrichtung", "Nummer für Kunden", "No. participants",
          "Nummer der Kundenberatung", "Angebot seit", "Mitglied seit", "Name Antragsteller",
          "Aktenzeichen der Vereinbarung", "Zuständig für das SGB II seit", "Wohnort", "Straße"}) {
        INFO(heading);
        CHECK_FALSE(client_heading(heading));
    }
}

TEST_CASE("an institution that takes part is no client") {
    for (const char* heading :
         {"Name der teilnehmenden Einrichtung", "Adresse der teilnehmenden Einrichtung",
          "Anschrift der teilnehmenden Schulen", "Strasse d. Kd.-Centers",
          "Name der betroffenen Gemeinde", "Rundennummer",
          "Name der teilnehmenden Bildungseinrichtung", "Name der teilnehmenden Beratungsstelle",
          "Name der teilnehmenden Grundschule / Arztpraxis", "Name des teilnehmenden Sportvereins",
          "Name der teilnehmenden Akteure", "Name der teilnehmenden Partner",
          "Name der teilnehmenden Einrichtungen/Schulen",
          "Name der teilnehmenden Institution (kurz)", "Name des teilnehmenden Trägers"}) {
        INFO(heading);
        CHECK_FALSE(client_heading(heading));
    }
    for (const char* heading :
         {"Name der Teilnehmenden", "Name der teilnehmenden Person", "Name der betroffenen Frau",
          "Adresse der Teilnehmenden (Einrichtung)", "Name d. Kd.", "Kd.-Nr.",
          "Name des Kunden, Jobcenter", "Name der teilnehmenden Kundin",
          "Name der teilnehmenden Einrichtung/Kundin", "Name der teilnehmenden Schule (Vorname)",
          "Name der teilnehmenden Partnerin", "Name der betroffenen Partner",
          "Name des teilnehmenden Lebenspartners", "Name des teilnehmenden Preisträgers",
          "Name der teilnehmenden/Einrichtung", "Name der Teilnehmenden (Einrichtung)"}) {
        INFO(heading);
        CHECK(client_heading(heading));
    }
}

TEST_CASE("what stands behind an institution that takes part is no client unless it is a person") {
    for (const char* behind : {"Einrichtung (bitte vollständig)",
                               "Einrichtung (Pflichtfeld)",
                               "Einrichtung/Organisation/Initiative",
                               "Einrichtung, Abteilung",
                               "Institution: Kurzname",
                               "Verbände",
                               "Wohlfahrtsverbände",
                               "Ämter",
                               "Beratungsdienste",
                               "Einrichtung und Adresse",
                               "Einrichtung und der teilnehmenden Schule",
                               "Einrichtung - Standort",
                               "Einrichtung / Kindergarten",
                               "Jugendämter",
                               "Kirche",
                               "Universität",
                               "Stadtteilbüros",
                               "Netzwerke",
                               "Stiftung bzw. Initiative",
                               "Einrichtung (für Kinder und Jugendliche)",
                               "Einrichtung für Kunden und Kundinnen",
                               "Einrichtung und Zahl der Teilnehmenden"}) {
        INFO(behind);
        CHECK_FALSE(client_heading("Name der teilnehmenden " + std::string{behind}));
    }
    for (const char* behind :
         {"Einrichtung und Teilnehmer", "Einrichtung bzw. Kundin", "Einrichtung und des Klienten",
          "Schule - Name Schüler", "Schule \u2013 Schülerin", "Einrichtung sowie Nachname",
          "Einrichtung oder Person", "Einrichtung (Kind)", "Beamten", "Bediensteten",
          "Einrichtung und der teilnehmenden Person", "Einrichtung und TN",
          "Einrichtung (für Kinder), Kind"}) {
        INFO(behind);
        CHECK(client_heading("Name der teilnehmenden " + std::string{behind}));
    }
}

TEST_CASE("an offer may ask for what no list of clients may hold") {
    for (const char* heading : {"Mindestens arbeitslos seit (Monate)",
                                "arbeitslos seit (Voraussetzung)",
                                "Nur bei SGB-II-Bezug",
                                "Diagnose nötig?",
                                "Leistungsbezug möglich",
                                "Krankmeldung online?",
                                "AU-Bescheinigung erforderlich",
                                "Diagnosis required",
                                "Voraussetzung: Diagnose",
                                "Voraussetzungen: Diagnose",
                                "Mind. arbeitslos seit",
                                "Zugangsvoraussetzung: arbeitslos seit",
                                "arbeitslos seit (Mindestdauer)",
                                "Teilnahmebedingungen: Leistungsbezug",
                                "Zugang nur bei Leistungsbezug",
                                "Zugang über Krankschreibung",
                                "Zugang: Leistungsbezug",
                                "Zugang für Leistungsbezug SGB II",
                                "Zugang nach Diagnose",
                                "Zugang zu Diagnosen",
                                "Ohne Bezug von Leistungen",
                                "Bezug von Leistungen des Trägers",
                                "Krankschreibung: Beratung"}) {
        INFO(heading);
        CHECK_FALSE(client_heading(heading));
    }
    // So forms mark what must be filled in.
    for (const char* heading :
         {"Diagnose (erforderlich)", "Kundennummer erforderlich", "Geburtsdatum notwendig",
          // and so agencies call the day on which somebody gets benefits first
          "Zugang Leistungsbezug am", "Zugang in Leistungsbezug", "Zugang Diagnose",
          "Leistungsbezug (nur Zugang)", "Zugang: Leistungsbezug am",
          "Leistungsbezug per 31.12.2024", "Zugang Leistungsbezug: am"}) {
        INFO(heading);
        CHECK(client_heading(heading));
    }
}

TEST_CASE("receipt of benefits and sick leave in the words of both languages") {
    for (const char* heading :
         {"Bezug von Leistungen", "Bezug von Leistungen seit", "Bezug von Leistungen nach SGB II",
          "receipt of benefits", "Receipt of benefits since", "receives benefits",
          "Receives benefits?", "benefit recipient", "Benefit recipient since", "sick leave",
          "Sick leave from", "on sick leave", "sick-leave certificate", "Condition (diagnosis)",
          "sick leave per 31.12."}) {
        INFO(heading);
        CHECK(client_heading(heading));
    }
    for (const char* heading : {"Number of benefit recipients",
                                "Share on sick leave",
                                "Sick leave rate",
                                "Anteil mit Bezug von Leistungen",
                                "Voraussetzung: Bezug von Leistungen",
                                "Requirement: receipt of benefits",
                                "Receipt of benefits required",
                                "Only with receipt of benefits",
                                "Sick leave possible",
                                "Benefit recipients",
                                "Benefits",
                                "Benefits of the offer",
                                "Benefits for members",
                                "Sick leave days per 100 insured",
                                "Receipt of benefits per 1000",
                                "Receipt of benefits per 1,000",
                                "Sick leave per capita",
                                "Requires receipt of benefits",
                                "Eligibility: receipt of benefits",
                                "Condition: receipt of benefits",
                                "Access: receipt of benefits",
                                "Access only with receipt of benefits",
                                "For people on sick leave",
                                "Return after sick leave",
                                "Sick leave support"}) {
        INFO(heading);
        CHECK_FALSE(client_heading(heading));
    }
    CHECK(client_heading("Bezug von Leistungen")->de == "den Leistungsbezug");
    CHECK(client_heading("sick leave")->en == "a sick note");
}

TEST_CASE("figures of institutions and what they offer are no data of clients") {
    for (const char* heading : {"Sick leave days 2024",
                                "Sick leave days",
                                "Sick leave prevention offer",
                                "Sick leave statistics",
                                "Sick leave cases 2023",
                                "Sick leave cases from 2020 to 2024",
                                "Sick leave level",
                                "Sick leave report (2024)",
                                "Sick leave consulting",
                                "Sick leave benefit",
                                "Diagnosis statistics",
                                "Benefit recipient statistics",
                                "AU-Tage 2024",
                                "AU-Tage (seit 2024)",
                                "Krankschreibungen 2023/24",
                                "Krankschreibung: Angebote",
                                "Krankmeldungsstatistik",
                                "Beratung bei Krankschreibung",
                                "Diagnose-Statistik",
                                "Leistungsbezug: Fälle"}) {
        INFO(heading);
        CHECK_FALSE(client_heading(heading));
    }
    for (const char* heading : {"Sick leave",
                                "Case management diagnosis",
                                "Diagnose Coaching",
                                "Krankmeldung bei Coaching",
                                "Service diagnosis",
                                "ICD Index",
                                "Diagnose Statistik Nr",
                                "Krankmeldungen 01.03.2024",
                                "Leistungsbezug Beratungsangebot",
                                "Sick leave 2024",
                                "Sick leave from",
                                "Sick leave until",
                                "Sick leave start",
                                "Sick leave certificate",
                                "First sick leave day",
                                "Sick leave days from",
                                "Sick leave days of client",
                                "Sick leave report until",
                                "Sick leave (report)",
                                "AU-Tage",
                                "AU-Tage TN 2024",
                                "Krankschreibungen",
                                "Krankschreibung 2024",
                                "Krankschreibung Bericht",
                                "Diagnosis report",
                                "Diagnose (Angebot)",
                                "Diagnose Fälle Kunde",
                                "Krankschreibung Beratung am",
                                "Bezug von Leistungen der Pflegekasse"}) {
        INFO(heading);
        CHECK(client_heading(heading));
    }
}

TEST_CASE("headings divided by hand at the end of a line are those of the whole word") {
    for (const char* heading : {"Name der Teil-\nnehmenden", "Kun-\nden Name", "Patien-\r\ntenname",
                                "Geburts-\ndatum TN"}) {
        INFO(heading);
        CHECK(client_heading(heading));
    }
    CHECK_FALSE(client_heading("Eltern-\nKind-Gruppe"));
}

TEST_CASE("columns of how clients are reached are withheld") {
    for (const char* heading : {"Mobil TN", "Kontakt TN", "Kontakt der Kundin", "TN-Kontakte"}) {
        INFO(heading);
        CHECK(is_contact_heading(heading));
    }
    for (const char* heading : {"Kontakt zu Kunden", "Kontaktstelle für Kunden",
                                "TN mobil erreichen", "Zahl der Kontakte TN"}) {
        INFO(heading);
        CHECK_FALSE(is_contact_heading(heading));
    }
}

TEST_CASE("a customer number in two groups") {
    for (const char* text : {"123D 456789", "123D-456789", "Müller, 123d 456789"}) {
        INFO(text);
        CHECK(client_value(text));
    }
    for (const char* whose : {"TN",
                              "TN-Nr.",
                              "TN-Nr.:",
                              "Kunde Nr.",
                              "Kundin Nr",
                              "Kundin:",
                              "Kund*in",
                              "Teilnehmer/in",
                              "KlientIn",
                              "Klient*in",
                              "Klienten",
                              "Teilnehmende",
                              "Teilnehmer/-in Nr.",
                              "Patient (m/w/d)",
                              "Bewerber",
                              "eLb",
                              "Patient",
                              "Leistungsberechtigter",
                              "BA-Nr.",
                              "Leistungsberechtigte/r",
                              "Fall-ID",
                              "Bürgergeldempfänger",
                              "Frau",
                              "Frau M.",
                              "Herr Max Imhof",
                              "Kostenübernahme für Kunde",
                              "Rückruf Hr. Döring",
                              "Rückruf Herr Meier",
                              "Herr und Frau Meier",
                              "Frau von Bülow",
                              "Kostenübernahme für Frau Müller",
                              "Kunde Meier",
                              "3. TN",
                              "3 Kunde Meier",
                              "Klient Hans Müller",
                              "Akte des Klienten",
                              "Notiz: Klienten",
                              "Antrag Leistungsberechtigte/r",
                              "Frau Ö."}) {
        const std::string text = whose + std::string{" 123D-456789"};
        INFO(text);
        CHECK(client_value(text));
    }
    for (const char* text : {"123D 45678",
                             "123D/456789",
                             "123D, 456789",
                             "Kurs-Nr. 241F-301012",
                             "Flyer 105A-202405",
                             "Yoga für Arbeitslose 241F-301012",
                             "Fit als Frau 241F-301012",
                             "BA 241F-301012",
                             "Frau-Holle-Kurs 241F-301012",
                             "Für Frauen, Kurs 241F-301012",
                             "Frau und Beruf 241F-301012",
                             "Kompetenzzentrum Frau & Beruf 241F-301012",
                             "Netzwerk Frau und Gesundheit 241F-301012",
                             "Frau im Beruf 241F-301012",
                             "Starke Frau 241F-301012",
                             "Wendo für Mädchen und Frau 241F-301012",
                             "Rückenschule für ältere Arbeitslose 241F-301012",
                             "Kurs mit Arbeitslosen 241F-301012",
                             "Gesprächskreis für Angehörige und Patienten 241F-301012",
                             "Kochkurs Arbeitslose 241F-301012",
                             "Teilnehmer Grundkurs 241F-301012",
                             "max. 12 TN 241F-301012",
                             "10 Teilnehmer Raum B 241F-301012",
                             "Yoga für Teilnehmer Bielefeld 241F-301012"}) {
        INFO(text);
        CHECK_FALSE(client_value(text));
    }
}

TEST_CASE("behind a street 123d is the house, behind a name it is not") {
    for (const char* street :
         {"Lindenweg", "Hauptstr.", "Musterstraße", "Am Anger", "Am Domhof", "Bochumer Str.",
          "Frau-Holle-Weg", "Verein für Betroffene, Ostring", "Frau Müller, Hansaring",
          "Beratung für Arbeitslose Lindenweg", "Kölner Ring", "Robert Koch Str.",
          "Karl Marx Allee", "Karl Marx Ring", "Dr. Külz Ring", "Frau Holle Straße",
          "Kunde Meier, Karl Marx Ring", "Anna Straße"}) {
        const std::string text = street + std::string{" 123d 456789"};
        INFO(text);
        CHECK_FALSE(client_value(text));
    }
    for (const char* person :
         {"Frau Döring", "Herr Imhof", "Frau Eva Behring", "Petra Kirchhof", "Döring", "Langer",
          "Kunde Kirchhof", "TN Kirchhof", "Frau Müller", "Dr. Behring", "Petra Ring",
          "Frau Eva Ring", "Kunde Max Damm", "Dr. Eva Ring"}) {
        const std::string text = person + std::string{" 123D 456789"};
        INFO(text);
        CHECK(client_value(text));
    }
}
