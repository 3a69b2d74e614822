#include <lotse/model/privacy.hpp>

#include <catch2/catch.hpp>

using namespace lotse::privacy;

TEST_CASE("telephone numbers with blanks or a hyphen and no word for them") {
    for (const char* text :
         {"0234 998877", "0511 19295", "0234-998877", "0171-1234567", "bei Frau X (0171-1234567)",
          "Frau X, 0511 / 12 34 56", "030 1234567", "0234 / 99 88 77", "0171 - 1234567"}) {
        INFO(text);
        CHECK(holds_personal_contact(text));
    }
    for (const char* text :
         {"(0234) 910-0", "0234/910-0", "0234 910-0", "0234 - 910-0", "(0234) 910 - 0",
          "02341/910-0", "(03741) 21-0", "(0234) 910-12", "Service-Nr. 0234 998877",
          "unter der Nr. 0234 998877", "Nr.: 0234 998877", "Diensthandy Nr. 0171 2345678",
          "Kurs-Nr. 0171 2345678", "Erreichbar unter Nr. 0234 998877"}) {
        INFO(text);
        CHECK(holds_personal_contact(text));
    }
    for (const char* text : {"Kurs-Nr. 0234 998877",
                             "Kursnummer 0512 301001",
                             "Projekt-Nummer: 0512 301001",
                             "Vertragsnummer 0512 301001",
                             "FKZ 0512-301001",
                             "Vorlage 0123/2024-0",
                             "Drucksache 0234/25-0",
                             "Kindergartenjahr 024/25-0",
                             "(0351) 12-14 Uhr",
                             "Kapitel (0512) 68-12",
                             "0123/2024 12",
                             "0123 2024 123456",
                             "0900 - 1200",
                             "0900-1200 Uhr",
                             "51.0234 998877",
                             "DE89 3704 0440 5320",
                             "1234 0567 891234",
                             "05911 998877",
                             "01067 123456",
                             "2024-0123 456789",
                             "0800 1200 Uhr",
                             "A-0123 456789",
                             "0012 345678",
                             "0123 4567",
                             "Mo-Fr 0800-1200 1300-1600 Uhr",
                             "Kapitel 0512 68412",
                             "Az. 0512-12345",
                             "AGS 059 11 000",
                             "https://x.example/kurs_0815-12345",
                             "https://x.example/?nr=0234-12345",
                             "0412-30100",
                             "VR 0123 45678"}) {
        INFO(text);
        CHECK_FALSE(holds_personal_contact(text));
    }
}
