#include "typed_rows.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;
using Found = std::vector<std::string>;
using Lines = std::vector<std::vector<std::string>>;

namespace {

/// The German message at a place such as "ties.csv:2:2"; empty: there is none.
std::string message_at(const BuildResult& result, std::string_view place) {
    for (const Issue& issue : result.issues)
        if (to_string(issue.where) == place) return issue.message.de;
    return {};
}

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != text.npos;
}

BuildResult with_ties(const Lines& actors, const Lines& ties) {
    NetworkBuilder builder;
    add(builder, "actors", actors);
    add(builder, "ties", ties);
    return std::move(builder).finish();
}

}  // namespace

TEST_CASE("what stands in a faulty row is said to be there, and no other partner is suggested") {
    const auto result = with_ties({{"key", "name", "kind", "serves"},
                                   {"jc-pb", "JC", "jobcenter", "05774"},
                                   {"aa-pb", "Agentur", "employment_agency", "05774;05762"},
                                   {"kk-pb", "Kasse", "kasse?", ""},
                                   {"ga-pb", "Gesundheitsamt", "health_office", "05774"}},
                                  {{"from", "to", "kind"},
                                   {"jc-pb", "aa-pb", "cooperates"},
                                   {"jc-pb", "Agentur", "informs"},
                                   {"jc-pb", "kk-pb", "informs"},
                                   {"jc-pb", "jb-pb", "informs"}});
    for (const char* place : {"ties.csv:2:2", "ties.csv:3:2"}) {
        CHECK(holds(message_at(result, place), "in einer Zeile mit Fehlern (actors.csv:3)"));
        CHECK_FALSE(holds(message_at(result, place), "Meinten Sie"));
    }
    CHECK(holds(message_at(result, "ties.csv:4:2"), "in einer Zeile mit Fehlern (actors.csv:4)"));
    CHECK(holds(message_at(result, "ties.csv:5:2"), "Meinten Sie jc-pb (JC)?"));
}

TEST_CASE("what a lost row mentioned takes along is said by that row") {
    const auto result = with_ties({{"key", "name", "kind", "part_of"},
                                   {"a", "A", "other", "nobody"},
                                   {"b", "B", "other", ""}},
                                  {{"from", "to", "kind"}, {"a", "b", "informs"}});
    CHECK(found(result) ==
          Found{"actors.csv:2:4 unknown-reference", "ties.csv:2:1 unknown-reference"});
    CHECK(holds(message_at(result, "ties.csv:2:1"), "actors.csv:2"));
}

TEST_CASE("a name that several rows bear is ambiguous and not unknown") {
    NetworkBuilder builder;
    add(builder, "areas",
        {{"key", "name", "level", "parent"}, {"05762020", "Höxter", "municipality", "05762"}});
    add(builder, "actors",
        {{"key", "name", "kind", "area"},
         {"jc", "Jobcenter", "jobcenter", "Höxter"},
         {"ca", "Caritasverband", "welfare_association", "Kreis Höxter"},
         {"cb", "Caritasverband", "welfare_association", ""}});
    add(builder, "ties", {{"from", "to", "kind"}, {"cb", "Caritasverband", "informs"}});
    const auto result = std::move(builder).finish();
    CHECK(message_at(result, "actors.csv:2:4") ==
          "area: „Höxter“ ist mehrdeutig: 05762020 (Höxter, Gemeinde) oder 05762 (Höxter, Kreis). "
          "Bitte den Schlüssel eintragen.");
    CHECK(holds(message_at(result, "actors.csv:3:4"), "05762 (Höxter, Kreis)"));
    CHECK(holds(message_at(result, "ties.csv:2:2"),  // one of the two rows is faulty
                "mehrdeutig: ca (Caritasverband) oder cb (Caritasverband)"));

    const auto twice = with_ties({{"key", "name", "kind", "area"},
                                  {"a", "Verein", "other", "05762"},
                                  {"ca", "Caritasverband", "welfare_association", "05762"},
                                  {"cb", "Caritasverband", "welfare_association", "05774"}},
                                 {{"from", "to", "kind"}, {"a", "Caritasverband", "informs"}});
    CHECK(holds(message_at(twice, "ties.csv:2:2"),
                "mehrdeutig: ca (Caritasverband) oder cb (Caritasverband)"));
}

TEST_CASE("of a short or further name the key is told") {
    const auto result = with_ties(
        {{"key", "name", "kind", "short_name", "aliases"},
         {"a", "A", "other", "", ""},
         {"kgk-hx", "Gesundheitskonferenz", "health_conference", "KGK Höxter", "Konferenz|KGK"}},
        {{"from", "to", "kind"}, {"a", "KGK Höxter", "informs"}, {"a", "Konferenz", "informs"}});
    for (const char* place : {"ties.csv:2:2", "ties.csv:3:2"})
        CHECK(holds(message_at(result, place), "kgk-hx (Gesundheitskonferenz)"));
}

TEST_CASE("several keys in a cell are told to be several") {
    NetworkBuilder builder;
    add(builder, "actors",
        {{"key", "name", "kind", "area", "serves"},
         {"vhs", "VHS", "adult_education", "", "05774, 05762"},
         {"tv", "TV", "sports_club", "05774; 05762", "05774\n05762"},
         {"sv", "SV", "sports_club", "05,911", ""},
         {"a", "A", "other", "", ""},
         {"b", "B", "other", "", ""}});
    add(builder, "offers",
        {{"key", "name", "topics", "providers", "host"},
         {"o", "O", "LP-BEW", "a, b", ""},
         {"p", "P", "LP-BEW", "a", "a / b"}});
    const auto result = std::move(builder).finish();
    CHECK(message_at(result, "actors.csv:2:5") ==
          "serves: „05774, 05762“ sind mehrere Angaben; bitte mit | trennen.");
    CHECK(message_at(result, "actors.csv:3:4") ==
          "area: „05774; 05762“ sind mehrere Angaben; hier ist nur eine möglich.");
    CHECK(holds(message_at(result, "actors.csv:3:5"), "bitte mit | trennen"));
    CHECK(holds(message_at(result, "actors.csv:4:4"), "in eine Zahl verwandelt"));
    CHECK(holds(message_at(result, "offers.csv:2:4"), "„a, b“ sind mehrere Angaben; bitte mit |"));
    CHECK(holds(message_at(result, "offers.csv:3:5"), "hier ist nur eine möglich"));
}

TEST_CASE("a row with a wrong code is checked for its mentions, too") {
    NetworkBuilder builder;
    add(builder, "actors", {{"key", "name", "kind"}, {"v", "V", "sports_club"}});
    add(builder, "offers",
        {{"key", "name", "topics", "providers", "legal"},
         {"k1", "Kurs", "LP-BEW", "nix1", "sgb99"},
         {"k2", "Kurs", "LP-XX", "nix2", ""}});
    CHECK(found(std::move(builder).finish()) ==
          Found{"offers.csv:2:4 unknown-reference", "offers.csv:2:5 unknown-code",
                "offers.csv:3:3 unknown-code", "offers.csv:3:4 unknown-reference"});
}

TEST_CASE("a Kreis that was divided is none of today") {
    NetworkBuilder builder;
    add(builder, "actors",
        {{"key", "name", "kind", "area"},
         {"a", "A", "other", "15352"},
         {"b", "B", "other", "13051"},
         {"c", "C", "other", "99"}});
    const auto result = std::move(builder).finish();
    CHECK(holds(message_at(result, "actors.csv:2:4"), "geteilt (heute 15085, 15089)"));
    CHECK(result.network.actors()[0].area.key == "15352");
    CHECK(result.network.actors()[1].area.key == "13072");
}

TEST_CASE("a municipality of a divided Kreis lies in none of today, and it is said") {
    NetworkBuilder builder;
    add(builder, "actors",
        {{"key", "name", "kind", "area"},
         {"a", "A", "other", "13052010"},
         {"b", "B", "other", "15151001"},
         {"c", "C", "other", "03152012"}});
    const auto result = std::move(builder).finish();
    CHECK(found(result) ==
          Found{"actors.csv:2:4 former-district", "actors.csv:3:4 former-district"});
    CHECK(holds(message_at(result, "actors.csv:2:4"), "geteilt (heute 13071, 13075)"));
}

TEST_CASE("who is called like a partner in a faulty row is not taken for it") {
    const auto result = with_ties({{"key", "name", "kind"},
                                   {"a", "A", "other"},
                                   {"k1", "Klinik am Park", "clinic"},
                                   {"k2", "Klinik am Park", "klnk"},
                                   {"sch", "Anne Frank", "schule"}},
                                  {{"from", "to", "kind"},
                                   {"a", "Klinik am Park", "informs"},
                                   {"a", "Anne Frank", "informs"},
                                   {"a", "k1", "informs"}});
    CHECK(message_at(result, "ties.csv:2:2") ==
          "to: „Klinik am Park“ ist mehrdeutig: k1 (Klinik am Park) oder eine Zeile mit Fehlern "
          "(actors.csv:4). Bitte den Schlüssel eintragen.");
    const std::string said = message_at(result, "ties.csv:3:2");
    CHECK(holds(said, "in einer Zeile mit Fehlern (actors.csv:5)"));
    CHECK_FALSE(holds(said, "Anne"));
    CHECK(message_at(result, "ties.csv:4:2").empty());
}

TEST_CASE("a name that a row lost by its mention shares with another is ambiguous at once") {
    const auto result = with_ties(
        {{"key", "name", "kind", "part_of"},
         {"jc", "JC", "jobcenter", ""},
         {"x", "Beratung Nord", "counselling", ""},
         {"y", "Beratung Nord", "counselling", "nix"}},
        {{"from", "to", "kind"}, {"jc", "Beratung Nord", "refers_to"}, {"jc", "y", "refers_to"}});
    CHECK(message_at(result, "ties.csv:2:2") ==
          "to: „Beratung Nord“ ist mehrdeutig: x (Beratung Nord) oder y (Beratung Nord). Bitte den "
          "Schlüssel eintragen.");
    CHECK(holds(message_at(result, "ties.csv:3:2"), "steht in einer Zeile mit Fehlern"));
}

TEST_CASE("what is no name in the contacts is quoted") {
    NetworkBuilder builder;
    add(builder, "actors", {{"key", "name", "kind"}, {"jc", "JC", "jobcenter"}});
    add(builder, "contacts",
        {{"actor", "role", "filled", "as_of"},
         {"jc", "Geschäftsstelle", "vakant", "März 2024"},
         {"jc", "Geschäftsstelle", "2", "Mitte 2024"},
         {"jc", "Geschäftsstelle", "50 %", "1. Quartal 2024"},
         {"jc", "Geschäftsstelle", "nicht besetzt", "Q1/2024"},
         {"jc", "Geschäftsstelle", "August", "März"},
         {"jc", "Geschäftsstelle", "Meier1961", "Winter bis 2024 Sommerfeld"}});
    const auto result = std::move(builder).finish();
    for (const char* place :
         {"contacts.csv:2:3", "contacts.csv:2:4", "contacts.csv:3:3", "contacts.csv:3:4",
          "contacts.csv:4:3", "contacts.csv:4:4", "contacts.csv:5:3", "contacts.csv:5:4"})
        CHECK(holds(message_at(result, place), "„"));
    CHECK(std::ranges::count(result.issues, "personal-contact", &Issue::code) == 4);
    CHECK(result.issues.size() == 12);
}

TEST_CASE("a name of a person in the contacts is repeated in no message") {
    NetworkBuilder builder;
    add(builder, "actors", {{"key", "name", "kind"}, {"jc", "JC", "jobcenter"}});
    add(builder, "contacts",
        {{"actor", "role", "filled", "as_of", "confidence"},
         {"jc", "Geschäftsstelle", "Frau Schmidt", "", ""},
         {"jc", "Steuerung", "ja (Herr Meier)", "Frau Weber", ""},
         {"Dr. Kurz", "Steuerung", "Lang?", "", "Frau Groß"},
         {"jc", "Steuerung", "ja?", "31.02.2026", ""}});
    const auto result = std::move(builder).finish();
    CHECK(std::ranges::count(result.issues, "personal-contact", &Issue::code) == 6);
    for (const Issue& issue : result.issues)
        for (const char* name : {"Schmidt", "Meier", "Weber", "Kurz", "Lang", "Groß"}) {
            CHECK_FALSE(holds(issue.message.de, name));
            CHECK_FALSE(holds(issue.message.en, name));
        }
    CHECK(holds(message_at(result, "contacts.csv:5:3"), "„ja?“ trägt ein Fragezeichen"));
    CHECK(holds(message_at(result, "contacts.csv:5:4"), "„31.02.2026“"));
}

TEST_CASE("a mention with a letter that only looks the same is told to have another") {
    const auto result = with_ties({{"key", "name", "kind"},
                                   {"kasse", "Kasse", "health_insurer"},
                                   {"AOK", "AOK Rheinland", "health_insurer"}},
                                  {{"from", "to", "kind"},
                                   {"k\u0430sse", "AOK", "informs"},
                                   {"kasse", "A0K", "informs"},
                                   {"kasse", "\u0410\u041e\u041a Rheinland", "informs"},
                                   {"kase", "AOK", "informs"}});
    for (const char* place : {"ties.csv:2:1", "ties.csv:3:2", "ties.csv:4:2"}) {
        CAPTURE(place);
        CHECK(holds(message_at(result, place), "hat aber andere Zeichen"));
    }
    CHECK(holds(message_at(result, "ties.csv:2:1"), "Meinten Sie kasse (Kasse)?"));
    CHECK(holds(message_at(result, "ties.csv:4:2"), "Meinten Sie AOK (AOK Rheinland)?"));
    CHECK(holds(message_at(result, "ties.csv:5:1"), "Meinten Sie kasse (Kasse)?"));
    CHECK_FALSE(holds(message_at(result, "ties.csv:5:1"), "andere Zeichen"));
}
