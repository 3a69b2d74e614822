#include <lotse/model/privacy.hpp>

#include <catch2/catch.hpp>

#include <chrono>
#include <cstddef>
#include <string>

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

TEST_CASE("telephone numbers in groups as they used to be written, or with dots") {
    for (const char* text : {"01 71 / 1 23 45 67", "(02 34) 91 02 34", "02 34 / 91 02 34",
                             "0 21 31 / 12 34 56", "(0 30) 9 01 40", "0171.1234567",
                             "0171.123.45.67", "(0 21 31) 1 23 45", "Zi. 3, 02 34 / 91 02 34"}) {
        INFO(text);
        CHECK(holds_personal_contact(text));
    }
    for (const char* text :
         {"01 02 / 03 04", "(01 02) 03 04", "Kl. 05 06 / 07 08", "Az. 01 71 / 1 23 45 67",
          "Haushaltsstelle 0171.6500001", "0160.650000", "Haushalt (01 24) 12 500",
          "Flurstück 01 23 / 45678", "Einwohner 05315 / 534 000", "01.02.2024", "017.2.2025",
          "0171.12", "06131/2024 12", "01067 / 99998", "05711 / 05754", "01 12 / 2025",
          "02 34 / 2024 25", "6131 / 555 123"}) {
        INFO(text);
        CHECK_FALSE(holds_personal_contact(text));
    }
}

TEST_CASE("mail addresses with a written out at") {
    for (const char* text : {"renate.muster(at)mail.example", "muster [at] mail.example",
                             "Mail: muster (AT) mail.example"}) {
        INFO(text);
        CHECK(holds_personal_contact(text));
    }
    for (const char* text : {"Kurs (at) Bochum", "(at)", "Treff (at) ", "(AT) Wien. Graz",
                             "Autogenes Training (AT) inkl. Kissen", "Yoga (AT) z.B. montags"}) {
        INFO(text);
        CHECK_FALSE(holds_personal_contact(text));
    }
}

TEST_CASE("the extension of a person is a telephone number as its switchboard is") {
    for (const char* text : {"Frau Meier 0234 910-1234",
                             "0234/910-1234",
                             "0234 / 910-1234",
                             "0234-910-1234",
                             "0234 910 - 1234",
                             "0234 910-12",
                             "0521/51-2345",
                             "030 9014-1234",
                             "089 233-96300",
                             "0201/88-53111",
                             "02303 27-1234",
                             "02341/910-1234",
                             "0234 910-1234/-1235",
                             "0521 51 20-3456",
                             "030 123456-78",
                             "Frau Meier: 0234 910-1234, Zi. 3",
                             "0201 1234-567",
                             "0201 1234 5678",
                             "0211 1800-1234",
                             "02303 123456-78"}) {
        INFO(text);
        CHECK(holds_personal_contact(text));
    }
    for (const char* text : {"0 - 12",
                             "0123/2024-12",
                             "0123 2024-2025",
                             "0123/24-5678",
                             "0123/456-2024",
                             "0123 456 - 2024",
                             "Kindergartenjahr 024/25-26",
                             "Schuljahr 2024/2025-12",
                             "01067-99998",
                             "01067 - 99998",
                             "01067/10115-10117",
                             "01067 10115-10117",
                             "01067 12-14",
                             "0815 10-12 Uhr",
                             "Raum 012 345-678",
                             "0815 100-120 Euro",
                             "0815 100 - 120 €",
                             "Gruppe 0815 1000-1200 Uhr",
                             "0815 12-12-2024",
                             "0815 123 - 12.03.2024",
                             "0815 123 - 10:30",
                             "0900 1000-1200",
                             "Kapitel 0512 684-1234",
                             "Az. 0512 123-4567",
                             "Drs. 0512 123-4567"}) {
        INFO(text);
        CHECK_FALSE(holds_personal_contact(text));
    }
}

TEST_CASE("words before a number tell whether it is one of a course") {
    for (const char* text :
         {"Maßnahme-Nr. 0512 301001", "MASSNAHME-NR. 0512 301001", "Maßnahmenummer: 0512 301001",
          "Förderkennzeichen 0512 301001", "Förderkennzeichen-Nr. 0512 301001",
          "Kursnummern 0512 301001, 0512 302002", "Kurs-Nr. (VHS) 0512 301001",
          "Kurs-Nummern: 0512 301001, 0512 302002 und 0512 303003; 0512 304004",
          "Angebotsnummer 0512 301001", "Veranstaltungs-Nr. 0512 301001",
          "Vereinsregister-Nr. 0512 301001", "Kostenstellen-Nr. 0512 301001",
          "Project no. 0512 301001", "Vorgangsnummer 0512 301001", "Projekte Nr. 0512 301001"}) {
        INFO(text);
        CHECK_FALSE(holds_personal_contact(text));
    }
    for (const char* text :
         {"Kursleitung Nr. 0234 998877", "Projektleitung, Nr. 0234 998877",
          "Projektbüro Nr. 0234 998877", "Kostenlose Nummer 0234 998877",
          "Angebotene Nummer: 0234 998877", "Kursnummern 0512 301001; Auskunft 0234 998877",
          "Kurs-Nr. 0512 301001, 0234 998877", "Kursnummern 0512 301001, 0171 2345678",
          "Kurs-Nr. 12 (Meier) 0234 998877", "Service-Nummern 0234 998877, 0234 998878"}) {
        INFO(text);
        CHECK(holds_personal_contact(text));
    }
}

TEST_CASE("many numbers in one text are looked through in time that grows with it only") {
    const auto seconds = [](const std::string& part, std::size_t times, auto&& look) {
        std::string text;
        for (std::size_t i = 0; i < times; ++i) text += part;
        const auto start = std::chrono::steady_clock::now();
        CHECK_FALSE(look(text));
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    constexpr std::size_t times = 40000;
    const auto in_numbers = [](const std::string& text) { return holds_personal_contact(text); };
    const auto in_dates = [](const std::string& text) { return client_value(text).has_value(); };
    CHECK(seconds("Kurs-Nr. 0512 301001; ", times, in_numbers) < 5);
    CHECK(seconds("1 1 1 geb 1_1_1950 ", times, in_dates) < 5);
}
