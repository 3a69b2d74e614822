#include "directories.hpp"

#include <directory_values.hpp>

#include <algorithm>

using namespace lotse;
using Found = std::vector<std::string>;
using Extra = std::vector<std::pair<std::string, std::string>>;

namespace {

constexpr std::string_view map =
    "Spalte;Wert;Feld;Wird zu;Trennzeichen\nAnbieter;;Anbieter;;\nAngebot;;Angebot;;\n"
    "Thema;;Thema;;,\nZielgruppe;;Zielgruppe;;,\nKostenfrei;;Kostenfrei;;\n";

/// Rows of provider, offer, topic, target group and whether it is free; rows of the map.
io::DirectoryResult converted(std::string_view rows, std::string_view words = "") {
    return convert_directory("Anbieter;Angebot;Thema;Zielgruppe;Kostenfrei\n" + std::string{rows},
                             std::string{map} + std::string{words});
}

Offer offer_of(std::string_view cells, std::string_view words = "") {
    const auto read = converted("V;K;" + std::string{cells} + "\n", words);
    REQUIRE(read.built.network.tables().offers.size() == 1);
    return read.built.network.tables().offers[0];
}

}  // namespace

TEST_CASE("signs that only fill a cell record nothing, all others something") {
    for (const char* nothing : {"", "-", "–", "—", "--", "?", "??", ".", "…", "/", "./.", "-/-",
                                "_", "(?)", "[-]", " - \n", "k. A."}) {
        INFO(nothing);
        CHECK(io::is_not_recorded(nothing));
    }
    for (const char* something : {"●", "○", "•", "☐", "☑", "✓", "✗", "❌", "×", "★★★", "***", "!",
                                  "+", "++", "[ ]", "€", "%", "0", "\""}) {
        INFO(something);
        CHECK_FALSE(io::is_not_recorded(something));
    }
}

TEST_CASE("ticks are yes; a cross or a dot may be either") {
    for (const char* tick : {"✓", "✔", "✔\uFE0F", "☑", "☑\uFE0F", "✅", "√", "+", "x", "X"}) {
        INFO(tick);
        CHECK(offer_of("Sport;;" + std::string{tick}).free == ThreeValued::yes);
    }
    for (const char* sign : {"●", "○", "☐", "☒", "✗", "✘", "❌", "×", "★", "++"}) {
        INFO(sign);
        const auto read = converted("V;K;Sport;;" + std::string{sign} + "\n");
        const Offer& offer = read.built.network.tables().offers.at(0);
        CHECK(offer.free == ThreeValued::unknown);
        CHECK(offer.note == "Kostenfrei: " + std::string{sign});
        CHECK(places_of(read.built) == Found{"liste.csv:2:5 not-understood"});
        CHECK(
            offer_of("Sport;;" + std::string{sign}, "Kostenfrei;" + std::string{sign} + ";;nein;\n")
                .free == ThreeValued::no);
    }
}

TEST_CASE("a sign alone is no name, no place and no code, and is kept") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Zielgruppe;Sprachen;Kosten;Kursort;Ort;Finanziert von;Stufe\n"
        "V;K;Sport, ●;★;de, ○;€;●;○;●;★★★\n●;L;Sport;;;;;;;\n");
    const auto& tables = read.built.network.tables();
    REQUIRE(tables.offers.size() == 2);
    const Offer& offer = tables.offers[0];
    CHECK(offer.topics == Found{"LP-BEW"});
    CHECK(offer.targets.empty());
    CHECK(offer.languages == Found{"de"});
    CHECK(offer.extra == Extra{{"Stufe", "★★★"}});
    for (const char* part : {"Thema: ●", "Zielgruppe: ★", "Sprachen: ○", "Kosten: €", "Kursort: ●",
                             "Ort: ○", "Finanziert von: ●"}) {
        INFO(part);
        const std::string notes = offer.note + "; " + tables.actors.at(0).note;
        CHECK(notes.find(part) != std::string::npos);
    }
    CHECK(tables.offers[1].note == "Anbieter: ●");
    CHECK(tables.actors.size() == 1);
    CHECK(tables.venues.empty());
    Found columns;
    for (const std::string& place : places_of(read.built))
        if (place.starts_with("liste.csv:2:")) columns.push_back(place.substr(12));
    CHECK(columns == Found{"3 unknown-topic", "4 unknown-word", "5 not-understood",
                           "6 not-understood", "7 not-understood", "8 not-understood",
                           "9 no-institution"});
}

TEST_CASE("words of the map that differ in a sign are different words") {
    const std::vector<std::pair<std::string, std::string>> pairs{
        {"✓", "✗"},     {"●", "○"},         {"60+", "60"},     {"60+", "60-"}, {"<60", ">60"},
        {"≥60", "≤60"}, {"J ≥60", "J ≤60"}, {"Alte", "Alte?"}, {"5-7", "5/7"}};
    for (const auto& [first, second] : pairs) {
        INFO(first << " " << second);
        const std::string row = "Zielgruppe;" + first + ";;women;\n";
        const auto both = converted("V;K;Sport;" + first + ";\nV;L;Sport;" + second + ";\n",
                                    row + "Zielgruppe;" + second + ";;men;\n");
        CHECK(places_of(both.built).empty());
        REQUIRE(both.built.network.tables().offers.size() == 2);
        CHECK(both.built.network.tables().offers[0].targets == Found{"women"});
        CHECK(both.built.network.tables().offers[1].targets == Found{"men"});
        CHECK(offer_of("Sport;" + second + ";", row).note == "Zielgruppe: " + second);
    }
}

TEST_CASE("a word of the map holds for all its spellings") {
    const std::string row = "Zielgruppe;Gruppe „Nord“ e. V.;;women;\n";
    for (const char* spelling : {"GRUPPE „Nord“  e.V.", "Gruppe Nord e. V."}) {
        INFO(spelling);
        CHECK(offer_of("Sport;" + std::string{spelling} + ";", row).targets == Found{"women"});
    }
    const std::string other = "Zielgruppe;Gruppe Nord e.V.;;men;\n";
    CHECK(offer_of("Sport;Gruppe „Nord“ e. V.;", row + other).targets == Found{"women"});
    CHECK(offer_of("Sport;Gruppe Nord e.V.;", row + other).targets == Found{"men"});
    // Which of the two is meant, nobody knows.
    CHECK(offer_of("Sport;Gruppe-Nord e.V.;", row + other).targets.empty());
}

TEST_CASE("what the map says of a sign comes before its being no entry") {
    const auto read = converted("V;K;Sport;-, Frauen;-\nV;L;Sport;?;\n",
                                "Kostenfrei;-;;nein;\nZielgruppe;-;;men;\nZielgruppe;?;Status;"
                                "geplant;\n");
    CHECK(places_of(read.built).empty());
    const auto& offers = read.built.network.tables().offers;
    REQUIRE(offers.size() == 2);
    CHECK(offers[0].free == ThreeValued::no);
    CHECK(offers[0].targets == Found{"men", "women"});
    CHECK(offers[1].targets.empty());
    CHECK(offers[1].status == "planned");
    CHECK(offers[1].note.empty());
}

TEST_CASE("findings about different signs are told apart") {
    const auto read = converted("V;K;Sport;●;\nV;L;Sport;○;\nV;M;Sport;○;\n");
    Found texts;
    for (const Issue& issue : read.built.issues)
        if (issue.code == "unknown-word") texts.push_back(issue.message.en);
    REQUIRE(texts.size() == 2);
    CHECK(texts[0].find("'●'") != std::string::npos);
    CHECK(texts[0].find("(row 2)") != std::string::npos);
    CHECK(texts[1].find("'○'") != std::string::npos);
    CHECK(texts[1].find("(row 3, 4)") != std::string::npos);
}
