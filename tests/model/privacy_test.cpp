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
                                "Sozialvers.-Nr."})
        CHECK(client_heading(heading));
    for (const char* heading : {"Geburtsvorbereitung", "Kundenzentrum", "name", "Anbieter",
                                "Gründungsdatum", "Teilnehmerzahl", "Diagnostik", "note",
                                "Name der Kundenzentrale", "Name der Einrichtung"})
        CHECK_FALSE(client_heading(heading));
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
                             "T٣٤٢٨٥٢٤٩٤"})
        CHECK(client_value(text));
    for (const char* text :
         {"T 0342 85249", "Haus T, 342852494", "Sportverein e.V. 342852494", "Halle T - 342852494",
          "USt-IdNr. DE342852494", "342852494", "Lindenweg 123 d, 45678 Ort", "123 D 45678",
          "123/D/456789", "12345/0001234", "63342976-9428-3d75-7c9c-b027423203da",
          "ISBN 978-3-16-148410-0", "Drs. 0342/2020-2025"})
        CHECK_FALSE(client_value(text));
}

TEST_CASE("mail addresses and birth dates") {
    CHECK(holds_mail_address("erika@example.org"));
    CHECK_FALSE(holds_mail_address("Treffpunkt @ Rathaus"));
    CHECK(is_plausible_birth_date("01.02.1961"));
    CHECK_FALSE(is_plausible_birth_date("1961"));
    CHECK_FALSE(is_plausible_birth_date("01.02.2024"));
}
