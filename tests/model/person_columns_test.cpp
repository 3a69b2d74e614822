#include <lotse/model/network_builder.hpp>
#include <lotse/model/privacy.hpp>

#include <typed_rows.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace lotse;

namespace {

using Lines = std::vector<std::vector<std::string>>;

BuildResult with_column(const std::string& heading, const std::vector<std::string>& values) {
    Lines lines{{"key", "name", "kind", heading}};
    for (const std::string& value : values)
        lines.push_back({"v" + std::to_string(lines.size()), "V", "sports_club", value});
    NetworkBuilder builder;
    add(builder, "actors", lines);
    return std::move(builder).finish();
}

}  // namespace

TEST_CASE("a column of names is refused by its values, one of contact persons is left out") {
    const std::vector<std::vector<std::string>> lists{
        {"Erika Muster", "Max Beispiel", "Anna Probe", "Frau Lang", "Eva Kurz", "offen"},
        {"Vorname1 Nachname1", "Vorname2 Nachname2", "Vorname3 Nachname3", "Vorname4 Nachname4",
         "Vorname5 Nachname5"},
        {"Nachname1, Vorname1", "Nachname2, Vorname2", "Nachname3, Vorname3", "V. Nachname4",
         "Frau Nachname5"}};
    for (const auto& names : lists) {
        const BuildResult refused = with_column("feld7", names);
        CHECK(refused.holds_client_data());
        CHECK(std::ranges::any_of(refused.issues, [](const Issue& issue) {
            return issue.message.de.find("Ansprechperson“ als Überschrift") != std::string::npos;
        }));
        for (const Issue& issue : refused.issues)
            CHECK(issue.message.de.find(names.front()) == std::string::npos);
        for (const char* heading : {"Ansprechperson", "Betreut durch", "Inhaber/in"}) {
            INFO(heading);
            const BuildResult kept = with_column(heading, names);
            CHECK_FALSE(kept.holds_client_data());
            for (const Actor& actor : kept.network.actors()) CHECK(actor.extra.empty());
        }
    }
    CHECK(
        with_column("feld7", {"Erika Muster, Teamleitung", "Max Muster (Leitung)",
                              "Eva Kurz und Uwe Lang", "Anna Lang / Vertretung", "Jan Kern; Team"})
            .holds_client_data());
    CHECK_FALSE(
        with_column("feld7", {"Wolf und Partner", "Otto GmbH, Bochum", "Karl Marx Straße, Bonn",
                              "Robert Koch Institut (RKI)", "Paul-Gerhardt-Haus, Hagen"})
            .holds_client_data());
    CHECK_FALSE(with_column("feld7", {"Otto Hahn, Gymnasium", "Anne Frank, Realschule",
                                      "Sophie Scholl (Gesamtschule)", "Albert Einstein (1. OG)",
                                      "Marie Curie (2. OG)"})
                    .holds_client_data());
    for (const char* heading : {"Schule", "Schulname", "Raum"})
        CHECK_FALSE(with_column(heading, {"Otto Hahn", "Anne Frank", "Sophie Scholl",
                                          "Albert Einstein", "Marie Curie"})
                        .holds_client_data());
    CHECK_FALSE(with_column("Badeort", {"Bad Homburg", "Bad Vilbel", "Sankt Augustin", "Groß Gerau",
                                        "Bad Nauheim"})
                    .holds_client_data());
    CHECK_FALSE(
        with_column("feld7", {"Vorname1 Nachname1", "Vorname2 Nachname2"}).holds_client_data());
}

TEST_CASE("the key of an insurer is no number of somebody who is insured") {
    for (const char* heading : {"KK-Nr.", "GKV-Nummer", "GKV-Kennziffer"}) {
        INFO(heading);
        const BuildResult insurers = with_column(heading, {"101575519", "108310400"});
        CHECK_FALSE(insurers.holds_client_data());
        CHECK(insurers.network.actors().size() == 2);
        for (const char* number : {"101575518", "A123456789", "12345678", "201575519"}) {
            INFO(number);
            const BuildResult refused = with_column(heading, {"101575519", number});
            CHECK(refused.holds_client_data());
            for (const Issue& issue : refused.issues)
                CHECK(issue.message.de.find(number) == std::string::npos);
        }
    }
    CHECK(with_column("KV-Nummer", {"101575519"}).holds_client_data());
}

TEST_CASE("the key of an insurer may be missing, and written in groups") {
    for (const char* cell :
         {"-", "\u2013", "k. A.", "unbekannt", "?", "n/a", "ohne Angabe", "IK 101575519",
          "101 575 519", "IK-Nr.: 101575519", "IK101575519", "101575519; 108310400"}) {
        INFO(cell);
        const BuildResult insurers = with_column("KK-Nr.", {"101575519", cell});
        CHECK_FALSE(insurers.holds_client_data());
        CHECK(insurers.network.actors().size() == 2);
    }
    for (const char* cell : {"IK 101575518", "101575519 Meier", "101575519; 4711", "Meier", "IK",
                             "Frau Meier, k. A.", "nr"}) {
        INFO(cell);
        CHECK(with_column("KK-Nr.", {"101575519", cell}).holds_client_data());
    }
}

TEST_CASE("numbers of those who are insured are refused once for a column") {
    std::vector<std::string> values(50, "12345");
    values.insert(values.begin(), "101575519");
    const BuildResult refused = with_column("KK-Nr.", values);
    REQUIRE(refused.issues.size() > 0);
    CHECK(std::ranges::count(refused.issues, client_data, &Issue::code) == 1);
    const Issue& issue = *std::ranges::find(refused.issues, client_data, &Issue::code);
    CHECK(issue.where.row == 3);
    CHECK(issue.message.de.find("„KK-Nr.“") != std::string::npos);
    CHECK(issue.message.de.find("neun Ziffern") != std::string::npos);
    CHECK(refused.network.actors().size() == 1);
}

TEST_CASE("beside contacts a number of somebody who is insured is refused by its heading") {
    for (const char* value : {"12345", "Meier 4711", "101575519"}) {
        NetworkBuilder builder;
        add(builder, "actors", {{"key", "name", "kind"}, {"v1", "V", "sports_club"}});
        add(builder, "contacts",
            {{"key", "actor", "role", "status", "KK-Nr."},
             {"c1", "v1", "Leitung", "named", value}});
        CHECK(std::move(builder).finish().holds_client_data());
    }
}

TEST_CASE("a heading says that a number is none of a telephone") {
    const auto kept = [](const std::string& heading, const std::string& text) {
        return !with_column(heading, {text}).network.actors()[0].extra.empty();
    };
    CHECK(kept("Kurs-Nr.", "0412-301022"));
    CHECK(kept("Az.", "0512 123456"));
    CHECK_FALSE(kept("Kurs-Nr.", "0412-301022, Tel. 0234 998877"));
    CHECK_FALSE(kept("Kurs-Nr.", "0412-301022; 0234 998877"));
    CHECK_FALSE(kept("Service-Nr.", "0234 998877"));
    CHECK_FALSE(kept("Feld 5", "0234 998877"));
}

TEST_CASE("a column of notes with hardly anything but old dates is refused") {
    const std::vector<std::string> dates{"12.03.1980", "11.4.1975", "1966-02-01", "30.12.90",
                                         "5.5.1988"};
    const BuildResult refused = with_column("note", dates);
    CHECK(refused.holds_client_data());
    for (const Issue& issue : refused.issues)
        CHECK(issue.message.de.find("1980") == std::string::npos);
    for (const auto& notes : std::vector<std::vector<std::string>>{
             {"12.03.1980", "11.4.1975", "1966-02-01", "30.12.90"},  // too few
             {"gegründet 12.03.1980", "gegründet 11.4.1975", "seit 1966-02-01", "e.V. 30.12.90",
              "neu 5.5.1988"},
             {"12.03.2009", "11.4.2010", "2008-02-01", "30.12.2007", "5.5.2006"},
             {"12.03.1980", "11.4.1975", "1966-02-01", "Sitzung monatlich", "Vorstand neu"}}) {
        INFO(notes.front());
        CHECK_FALSE(with_column("note", notes).holds_client_data());
    }
}

TEST_CASE("all columns of others in the table of contacts are left out") {
    NetworkBuilder builder;
    add(builder, "actors", {{"key", "name", "kind"}, {"a", "A", "sports_club"}});
    add(builder, "contacts",
        {{"actor", "role", "filled", "Name"}, {"a", "other", "yes", "Erika Muster"}});
    const BuildResult result = std::move(builder).finish();
    CHECK(found(result) == std::vector<std::string>{"contacts.csv:1:4 withheld"});
    CHECK(result.network.tables().contacts[0].extra.empty());
}

TEST_CASE("what stands for a name in examples is one") {
    using namespace lotse::privacy;
    for (const char* name : {"Vorname1 Nachname1", "Vorname Nachname", "Nachname12, Vorname12",
                             "V. Nachname1", "Dr. Nachname1 Vorname1", "VORNAME1 NACHNAME1"}) {
        INFO(name);
        CHECK(is_person_name(name));
    }
    for (const char* text :
         {"Halle1 Raum1", "Nachnamenrecht Beratung", "Kurs1 Gruppe2", "Vorname1"}) {
        INFO(text);
        CHECK_FALSE(is_person_name(text));
    }
    NetworkBuilder builder;
    add(builder, "actors",
        {{"key", "name", "kind", "mailbox"},
         {"a", "A", "sports_club", "vorname1.nachname1@example.org"}});
    add(builder, "contacts",
        {{"actor", "role", "filled"},
         {"a", "Vorname1 Nachname1", "yes"},
         {"a", "Nachname1, Vorname1", "yes"},
         {"a", "Leitung: Vorname1 Nachname1", "yes"},
         {"a", "V. Nachname1", "yes"}});
    const BuildResult result = std::move(builder).finish();
    CHECK(result.network.actors()[0].mailbox.empty());
    CHECK(result.network.tables().contacts.empty());
    for (const Issue& issue : result.issues)
        CHECK(issue.message.de.find("Nachname1") == std::string::npos);
}

TEST_CASE("a tab or line break in front of a formula stays, other blanks at the ends go") {
    const auto name_of = [](const std::string& text) {
        NetworkBuilder builder;
        add(builder, "actors", {{"key", "name", "kind"}, {"\t-a", text, "sports_club"}});
        const BuildResult result = std::move(builder).finish();
        REQUIRE(result.network.actors().size() == 1);
        CHECK(result.network.actors()[0].key == "-a");
        return result.network.actors()[0].name;
    };
    for (const char* text : {"\t=1+1", "\r=1+1", "\n@SUM(1)", "\t+49 000 0000"})
        CHECK(name_of(text) == text);
    CHECK(name_of("'\t=1+1") == "\t=1+1");
    CHECK(name_of("  \t=1+1 ") == "\t=1+1");
    CHECK(name_of("\tVerein A\r\n") == "Verein A");
    CHECK(name_of(" =1+1") == "=1+1");
}

TEST_CASE("a birth date is told by its word, or by the name before it") {
    using lotse::privacy::client_value;
    for (const char* text :
         {"Erika Muster, geb. 04.05.1953", "Erika Muster (04.05.1953)", "Erika Muster, *04.05.1953",
          "Geburtsdatum: 01.02.1980", "geboren am 1. Februar 1980", "Kontakt geb. 1980-02-01",
          "born on 01/02/1980", "Muster, Erika, 04.05.1953", "Notiz: TN GEB. AM 4.5.53",
          "Frau M., geb. 4.5.53", "Geb. 04.05.53", "DOB: 1953-05-04", "Teilnehmer M., Geb. 4.5.53",
          "Kd. 17 (Geb. 12.3.61)"}) {
        INFO(text);
        CHECK(client_value(text));
    }
    for (const char* text :
         {"gegründet am 04.05.1953", "Gebühr 10 Euro ab 01.02.2005", "Haus Müller (04.05.1953)",
          "Geb. 12, Raum 3, 2005", "* 01.02.2005 Eröffnung", "Bergstr. 5, 04.05.2005",
          "Stand 01.02.1961", "Geburtshilfe seit 01.02.1990", "geb. 2024", "Geb. 13, 2.35",
          "Geb. 2.1.35", "Das Angebot ist in Geb. 2.1.35", "Geb. 3.2.41 (gebührenfrei)",
          "Mehrgenerationenhaus Born 1.10.1998"}) {
        INFO(text);
        CHECK_FALSE(client_value(text));
    }
}

TEST_CASE("a word for birth leaves no doubt about the dates of children and of the oldest") {
    using lotse::privacy::client_value;
    for (const char* text : {"Kunde geb. 03.04.1928",
                             "Anna Müller, geb. 03.04.2015",
                             "Kinder geb. 3.4.2015 / 12.7.2018",
                             "Kind geb. 3.4.2015",
                             "Teilnehmerin Anna M., geb. 03.04.2015",
                             "Kind, geb. 03.04.15",
                             "D.O.B. 03.04.2015",
                             "Anna Müller, geb. Schmidt, 03.04.1952",
                             "Anna Müller, geb. 03.04.2015 bis 31.07.2021",
                             "Anna Müller, Geb. 3.4.52",
                             "Müller, Anna (Geb. 3.4.52)",
                             "Anna Müller, Geburtstag 03.04.1952",
                             "Anna Müller, Geburtstag 03.04.2015",
                             "Anna Müller, D.O.B. 03.04.1952",
                             "d. o. b. 3/4/52",
                             "Geburtstag: 03.04.1952",
                             "Geburt: 03.04.1952",
                             "Tag der Geburt: 03.04.1952",
                             "Geburtsdaten: 03.04.1952",
                             "Geb.-tag: 3.4.1952",
                             "birthday 3 April 1952",
                             "born April 3, 1952",
                             "geb. April 3 1952",
                             "date of birth 3 April 2015",
                             "Geb. 3.4.52, ledig, 2 Kinder",
                             "w., Geb. 3.4.52, ALG II",
                             "GEBOREN AM 3. MÄRZ 1975",
                             "geb. 3. JÄNNER 1975",
                             "geb. 3. Maerz 1975",
                             "Frau M., Geb. 3.4.52",
                             "Kd. 17, Geburtstag: 03.04.1952"}) {
        INFO(text);
        CHECK(client_value(text));
    }
    for (const char* text : {"10. Geburtstag des Vereins am 03.04.2022",
                             "10. Geburtstag: 03.04.2005",
                             "5th birthday on 3 April 2005",
                             "Geburtstagsfeier 03.04.2005",
                             "Geburtstag 03.04.2022",
                             "Kurse rund um die Geburt: 03.04.2026",
                             "Kurs nach der Geburt: 03.04.2008",
                             "Courses around birth: 03.04.2026",
                             "Die Idee wurde geboren am 03.04.2015",
                             "The network was born on 3 April 2015",
                             "Kinder geb. 01.10.2018 bis 30.09.2019",
                             "Kinder geb. 01.10.2018 - 30.09.2019",
                             "geb. 01.10.2018 oder später",
                             "Kinder, geb. 01.09.2014 und jünger",
                             "Kinder, geboren am 01.09.2014 und später",
                             "Kinder geb. 01.09.2014 u. später",
                             "geboren 01.09.2014 / 31.08.2015",
                             "Unser Geburtstag: 1.4.1998",
                             "Die Selbsthilfegruppe wurde geboren am 3.4.2015",
                             "Aus der Not geboren, 3.4.2015 gegründet",
                             "Geb. 05.01.02",
                             "Otto Hahn (geb. 08.03.1879)",
                             "Treff, geb. Müller, 03.04.2005",
                             "Geb. ab 01.02.2026",
                             "Max Eyth Campus, Geb. 2.1.35",
                             "Robert Koch Straße, Geb. 2.1.35",
                             "Raum 3, Geb. 2.1.35",
                             "Haus W, Geb. 2.1.35"}) {
        INFO(text);
        CHECK_FALSE(client_value(text));
    }
}

TEST_CASE("keys of open maps are no tax numbers") {
    using lotse::privacy::client_value;
    for (const char* text : {"node/86095742719", "https://www.openstreetmap.org/way/86095742719",
                             "relation/86095742719", "https://www.wikidata.org/wiki/Q123456781"}) {
        INFO(text);
        CHECK_FALSE(client_value(text));
    }
    for (const char* text : {"Highway/86095742719", "node 86095742719", "86095742719/node/1",
                             "https://example.org/wiki/Y123456781"}) {
        INFO(text);
        CHECK(client_value(text));
    }
}
