#include "directories.hpp"

#include <algorithm>

using namespace lotse;
using Found = std::vector<std::string>;

namespace {

constexpr std::string_view table =
    "Anbieter;Angebot;Thema\nVerein;Kurs A;Yoga\nVerein;Kurs C;\nVerein;Kurs D;Sport, Kochen\n";

io::DirectoryResult converted(std::string_view rows) {
    return convert_directory(table,
                             "Spalte;Wert;Feld;Wird zu;Trennzeichen\nAnbieter;;Anbieter;;\n"
                             "Angebot;;Angebot;;\nThema;;Thema;;,\n" +
                                 std::string{rows});
}

/// What is said about the map.
Found said(std::string_view rows) {
    Found out = places_of(converted(rows).built);
    std::erase_if(out, [](const auto& place) { return !place.starts_with("zuordnung.csv"); });
    return out;
}

}  // namespace

TEST_CASE("a word without its column is not the value of every row") {
    const auto read = converted(";Yoga;Thema;LP-BEW;\n");
    CHECK(places_of(read.built) == Found{"zuordnung.csv:5:1 missing-column"});
    CHECK(read.built.has_errors());
    CHECK(read.built.network.tables().offers.empty());
    CHECK(read.counts.rejected == 3);
}

TEST_CASE("rows of a map that contradict each other are errors with both rows") {
    const auto words = converted("Thema;Yoga;;LP-BEW;\nThema;yoga;Thema;LP-STR;\n");
    CHECK(places_of(words.built) == Found{"zuordnung.csv:6:4 duplicate-word"});
    CHECK(words.built.issues.front().message.de.find("(Zeile 5)") != std::string::npos);
    CHECK(said("Thema;Yoga;;LP-BEW;\nThema;YOGA;;Bewegung;\n").empty());
    CHECK(said("Thema;Yoga;;LP-BEW;\nThema;Yoga;Zielgruppe;women;\n").empty());
    CHECK(said(";;Stand;2025;\n;;Stand;2026;\n") == Found{"zuordnung.csv:6:4 duplicate-field"});
    CHECK(said(";;Stand;2026;\n;;Stand;2026;\n").empty());
}

TEST_CASE("a field of one code takes one code") {
    CHECK(said("Thema;Yoga;Form des Angebots;course|event;\n") ==
          Found{"zuordnung.csv:5:4 several-codes"});
    CHECK(said("Thema;Yoga;Form des Angebots;course;\nThema;Yoga;;LP-BEW|LP-STR;\n").empty());
}

TEST_CASE("a row of a map without any effect is named") {
    CHECK(said("Thema;Yogaa;;LP-STR;\n") == Found{"zuordnung.csv:5:2 unused-word"});
    CHECK(said("Thema;Yoga;;LP-STR;\nThema;kochen;;LP-ERN;\n").empty());
    CHECK(said("Thema;Kochen;Zielgruppe;women;\n") == Found{"zuordnung.csv:5:2 unused-word"});
    CHECK(said(";;;LP-BEW;\n") == Found{"zuordnung.csv:5:4 no-effect"});
    CHECK(said(";;Zusatzspalte;x;\n") == Found{"zuordnung.csv:5:3 no-effect"});
    CHECK(said(";;Straße des Anbieters;Weg 7;\n") == Found{"zuordnung.csv:5:3 no-effect"});
    CHECK(said("Thema;Yoga;nicht übernommen;;\n") == Found{"zuordnung.csv:5:3 no-effect"});
    CHECK(said("Thema;Yoga;Zusatzspalte;x;\n") == Found{"zuordnung.csv:5:3 no-effect"});
    CHECK(said(";;Stand;2026;,\n") == Found{"zuordnung.csv:5:5 no-effect"});
    // Left to be filled in, as proposed.
    CHECK(said(";;Stand;;\n;;Kreis;;\nThema;Yogaa;;;\nAnbieter;X;Art des Anbieters;;\n").empty());
    const auto filled = convert_directory(
        table, "Spalte;Feld;Wird zu\nAnbieter;Anbieter;\nAngebot;Angebot;\nThema;Thema;LP-BEW\n");
    CHECK(places_of(filled.built).back() == "zuordnung.csv:4:3 no-effect");
    const auto skipped =
        convert_directory(table,
                          "Spalte;Wert;Feld;Wird zu\nAnbieter;;Anbieter;\nAngebot;;Angebot;\n"
                          "Thema;;nicht übernommen;\nThema;Yoga;Thema;LP-STR\n");
    CHECK(places_of(skipped.built).back() == "zuordnung.csv:5:3 no-effect");
}

TEST_CASE("words that the directory has no more are named in one message a column") {
    std::string rows;
    for (int i = 0; i < 8; ++i) rows += "Thema;Wort " + std::to_string(i) + ";;LP-STR;\n";
    const auto read = converted(rows + "Angebot;Kurs X;Zielgruppe;women;\n");
    Found texts;
    for (const Issue& issue : read.built.issues)
        if (issue.code == "unused-word") texts.push_back(issue.message.de);
    REQUIRE(texts.size() == 2);
    CHECK(std::ranges::any_of(texts, [](const auto& text) {
        return text.find("„Wort 4“ … (Zeile 5–12)") != std::string::npos;
    }));
    // In a directory that was not read to its end, a word may stand in what is missing.
    const auto broken =
        convert_directory("Anbieter;Angebot\nVerein;\x01\n",
                          "Spalte;Wert;Feld;Wird zu\nAnbieter;;Anbieter;\nAngebot;;Angebot;\n"
                          "Angebot;Kurs;Thema;LP-BEW\n");
    CHECK(std::ranges::count(broken.built.issues, std::string_view{"unused-word"}, &Issue::code) ==
          0);
}

TEST_CASE("what a map says of all rows yields to what a row says, however it says so") {
    const std::string map =
        "Spalte;Feld;Wird zu\nAnbieter;Anbieter;\nAngebot;Angebot;\nBeginn;Beginn;\n"
        "Zeitraum;Zeitraum;\nOrt;Ort;\n;Status;aktiv\n;Beginn;2020\n;Durchführung;vor Ort\n";
    const auto read = convert_directory(
        "Anbieter;Angebot;Beginn;Zeitraum;Ort\nV;A;geplant;;online\n"
        "V;B;;2022 - 2023;\nV;C;;;\n",
        map);
    CHECK(codes_of(read.built) == Found{"no-topic"});
    const auto& offers = read.built.network.tables().offers;
    REQUIRE(offers.size() == 3);
    CHECK(offers[0].status == "planned");
    CHECK(offers[0].delivery == "online");
    CHECK(to_string(*offers[1].start) == "2022");
    CHECK(to_string(*offers[2].start) == "2020");
    CHECK(offers[2].status == "active");
    CHECK(offers[2].delivery == "on_site");
}
