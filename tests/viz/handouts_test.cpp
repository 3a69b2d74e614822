#include "geometry_checks.hpp"
#include "sample_maps.hpp"
#include "text_width.hpp"

#include <catch2/catch.hpp>

#include <lotse/viz/handouts.hpp>

#include <algorithm>

using namespace lotse;
using namespace lotse::viz;

namespace {

const std::string long_name =
    "Arbeitsgemeinschaft für betriebliche und kommunale Gesundheitsförderung der "
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten Musterstadt-Nord e. V.";

HandoutTexts texts() {
    return {Language::de,    Scheme::colour,  "Musterkreis",
            "Fiktive Daten", "Stand 06/2026", "Quelle: Netzwerkerhebung"};
}

HandoutSheet sheet_with(std::size_t entries) {
    HandoutSheet sheet;
    sheet.about = {"KGK", long_name, "Gesundheitskonferenz · Gesundheit · Musterstadt",
                   Sector::health};
    sheet.facts = {{"Erwartete Rolle", "Türöffner"},
                   {"Webseite", "https://www." + std::string(120, 'a') + ".example/"}};
    for (const char* heading : {"Angebote", "Beziehungen"}) {
        HandoutSection section{heading, {}};
        for (std::size_t i = 0; i < entries; ++i)
            section.entries.push_back({long_name + " " + std::to_string(i), long_name});
        sheet.sections.push_back(section);
    }
    sheet.not_recorded = {"Bis", "Trägerform"};
    return sheet;
}

std::string text_of(const std::vector<Drawing>& pages) {
    std::vector<std::string> lines;
    for (const Drawing& page : pages)
        for (const TextLine& line : page.labels) lines.push_back(line.text);
    return joined(lines);
}

std::string words(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += (i > 0 ? " " : "") + ("Wort" + std::to_string(i));
    return text;
}

void check_layout(const std::vector<Drawing>& pages) {
    for (const Drawing& page : pages) {
        CHECK(layout_faults(page) == std::vector<std::string>{});
        CHECK(page.width_pt == 595);
        CHECK(page.height_pt == 842);
    }
}

}  // namespace

TEST_CASE("factsheets of any length are whole, without overlap, on A4") {
    for (const std::size_t entries : {0u, 1u, 5u, 40u}) {
        INFO(entries);
        const HandoutSheet sheet = sheet_with(entries);
        const std::vector<Drawing> pages = factsheet_pages({sheet}, texts());
        check_layout(pages);
        CHECK((pages.size() == 1) == (entries <= 5));
        const std::string all = text_of(pages);
        for (const HandoutEntry& fact : sheet.facts) CHECK(all.find(fact.text) != all.npos);
        for (std::size_t i = 0; i < entries; ++i)
            CHECK(all.find(joined({long_name}) + std::to_string(i)) != all.npos);
        CHECK(all.find("Nichterfasst") != all.npos);
        CHECK(all.find("Stimmtdas?Wasfehlt?") != all.npos);
        for (const Drawing& page : pages) CHECK(says(page, "Fiktive Daten"));
        // A heading never stands alone at the end of a column.
        for (const Drawing& page : pages)
            for (const TextLine& heading : page.labels)
                if (heading.text == "Angebote")
                    CHECK(std::ranges::any_of(page.labels, [&](const TextLine& line) {
                              return line.at.x == heading.at.x && line.at.y > heading.at.y &&
                                     line.at.y < heading.at.y + 20;
                          }) == (entries > 0));
    }
}

TEST_CASE("eight cards a page, with names and topics that fit") {
    std::vector<HandoutCard> cards;
    for (int i = 0; i < 9; ++i)
        cards.push_back({{"ÄN", i == 0 ? long_name : "Ärztenetz " + std::to_string(i),
                          "Ärztenetz · Gesundheit", Sector::health},
                         {}});
    for (int i = 0; i < 40; ++i) cards[1].topics.push_back("Bewegungsgewohnheiten");
    const std::vector<Drawing> pages = card_pages(cards, texts());
    CHECK(pages.size() == 2);
    check_layout(pages);
    const std::string all = text_of(pages);
    CHECK(all.find("Angebote:keineerfasst") != all.npos);
    CHECK(all.find("weitere") != all.npos);
    CHECK(all.find(joined({long_name})) != all.npos);
    CHECK(card_pages({}, texts()).empty());
}

TEST_CASE("open questions are numbered and keep the place where the answer belongs") {
    std::vector<HandoutQuestions> groups;
    for (int g = 0; g < 5; ++g) {
        groups.push_back({g == 4 ? "" : long_name, {}});
        for (int i = 0; i < 9; ++i)
            groups.back().questions.push_back(
                {"Stimmt das? " + long_name, "Beziehungen: Bestätigt von"});
    }
    const std::vector<Drawing> pages = question_pages(groups, texts());
    check_layout(pages);
    CHECK(pages.size() > 2);
    const std::string all = text_of(pages);
    CHECK(all.find("Werweißes?") != all.npos);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const std::string number =
            "Seite " + std::to_string(i + 1) + " von " + std::to_string(pages.size());
        CHECK(std::ranges::count(pages[i].labels, number, &TextLine::text) == 1);
    }
    CHECK(std::ranges::any_of(pages.back().labels,
                              [](const TextLine& line) { return line.text == "45"; }));
    CHECK(question_pages({{long_name, {}}}, texts()).empty());
}

TEST_CASE("a fact longer than a page goes on in the next column and page") {
    HandoutSheet sheet = sheet_with(1);
    sheet.facts.push_back({"Zuständig für", words(1200)});
    const std::vector<Drawing> pages = factsheet_pages({sheet}, texts());
    check_layout(pages);
    CHECK(pages.size() > 1);
    // A line of the value may stand between two of the label.
    const std::string all = text_of(pages);
    for (int i = 10; i < 1200; ++i) CHECK(all.find("Wort" + std::to_string(i)) != all.npos);
}

TEST_CASE("a name that does not fit into the head stands in the sheet as a whole") {
    HandoutSheet sheet = sheet_with(40);
    sheet.about.name = words(300);
    sheet.about.kind = words(300);
    HandoutTexts long_texts = texts();
    long_texts.network = words(100);
    long_texts.source = words(600);
    const std::vector<Drawing> pages = factsheet_pages({sheet}, long_texts);
    check_layout(pages);
    for (const std::string word : {"Wort0", "Wort150", "Wort299"})
        CHECK(std::ranges::any_of(pages, [&](const Drawing& page) {
            return std::ranges::any_of(page.labels, [&](const TextLine& line) {
                return line.role == "text" && line.text.find(word) != line.text.npos;
            });
        }));
    check_layout(card_pages({{sheet.about, {words(100)}}}, long_texts));
    check_layout(question_pages({{sheet.about.name, {{words(10), "Angebote"}}}}, long_texts));
}

TEST_CASE("a question longer than a page goes on on the next") {
    HandoutQuestion running{"Was fehlt? " + words(2000), "Angebote"};
    HandoutQuestion listed{"Stimmt das?", "Beziehungen", {}};
    for (int i = 0; i < 120; ++i) listed.items.push_back(long_name + " " + std::to_string(i));
    for (const HandoutQuestion& question : {running, listed}) {
        const HandoutQuestion small{"Wer?", "Akteure"};
        const std::vector<Drawing> pages =
            question_pages({{"Jobcenter", {small, question, small}}}, texts());
        check_layout(pages);
        CHECK(pages.size() > 2);
        for (const Drawing& page : pages) CHECK(says(page, "Fragen an: Jobcenter"));
        CHECK(says(pages.front(), "Wer?"));  // the long one begins below it
        for (std::size_t p = 1; p < pages.size(); ++p)
            CHECK(says(pages[p], "Fortsetzung der Frage"));
        std::string all = text_of(pages);
        for (int i = 0; i < 2000 && question.items.empty(); ++i)
            CHECK(all.find("Wort" + std::to_string(i)) != all.npos);
        CHECK(static_cast<std::size_t>(std::ranges::count_if(
                  pages, [](const Drawing& page) { return says(page, "Angebote"); })) <= 1);
        std::size_t items = 0;
        for (const Drawing& page : pages)
            items +=
                static_cast<std::size_t>(std::ranges::count(page.labels, "•", &TextLine::text));
        CHECK(items == question.items.size());
    }
}

TEST_CASE("running text fills its lines and none is too wide") {
    for (const double width : {40.0, 90.0, 200.0}) {
        const auto lines = paragraph(long_name, 9, width);
        for (const std::string& line : lines) CHECK(text_width_pt(line, 9) <= width);
        CHECK(joined(lines) == joined({long_name}));
    }
    CHECK(paragraph("", 9, 50).empty());
    CHECK(paragraph("ab", 9, 1) == std::vector<std::string>{"a", "b"});
}
