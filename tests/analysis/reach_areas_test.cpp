#include <lotse/analysis/reach.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <map>

using namespace lotse;
using analysis::Reach;

namespace {

/// Places by area: E2SFCA and balanced.
using Places = std::map<std::string, std::pair<double, double>>;

Reach::Findings reach(const TestTables& tables, std::vector<std::string> areas, std::string by) {
    analysis::ViewOptions options;
    options.area = std::move(areas);
    options.topic = {"LP-BEW"};
    const auto view = analysis::make_view(tables.network(), options);
    REQUIRE(view);
    Reach::Options wanted;
    wanted.by = std::move(by);
    const auto findings = Reach::run(*view, wanted);
    REQUIRE(findings);
    return *findings;
}

Places places(const TestTables& tables, const Reach::Findings& findings) {
    Places out;
    for (const auto& cell : findings.areas)
        out[tables.network()->name_of(cell.area).key] = {cell.access_e2sfca.value_or(-1),
                                                         cell.access_bfca.value_or(-1)};
    return out;
}

void add_area(TestTables& tables, std::string key, std::string level, std::string parent,
              std::int64_t people) {
    Area& area = tables.areas.emplace_back();
    area.key = area.name = std::move(key);
    area.level = std::move(level);
    area.parent.key = std::move(parent);
    area.settlement = "3";
    area.lat = 51;
    area.lon = 10;
    area.population = people;
}

/// Two municipalities of one place with 100 and 900 people, in a Kreis, and 10 places there.
TestTables neighbours() {
    TestTables tables;
    add_area(tables, "k", "district", "", 1000);
    add_area(tables, "a", "municipality", "k", 100);
    add_area(tables, "b", "municipality", "k", 900);
    Venue& venue = tables.venues.emplace_back();
    venue.key = venue.name = "v";
    venue.kind = "school";
    venue.lat = 51;
    venue.lon = 10;
    Offer& offer = tables.offer("o", "LP-BEW");
    offer.venues.push_back({"v", {}});
    offer.status = "active";
    offer.capacity = 10;
    return tables;
}

}  // namespace

TEST_CASE("the option --area chooses rows of reach and changes no places", "[reach]") {
    const TestTables tables = dataset("musterkreis");
    const auto all = places(tables, reach(tables, {}, "municipality"));
    REQUIRE(all.size() == 8);
    for (const auto& [area, expected] : all) {
        const auto found = places(tables, reach(tables, {area}, "municipality"));
        INFO(area);
        REQUIRE(found.size() == 1);
        CHECK(found.at(area) == expected);
    }
}

TEST_CASE("places are shared with the people next door, shown or not", "[reach]") {
    TestTables tables = neighbours();
    for (const std::string by : {"municipality", ""}) {
        CHECK(places(tables, reach(tables, {}, by)).at("a").first == Approx(10));
        const auto one = reach(tables, {"a"}, by);
        CHECK(places(tables, one).at("a").first == Approx(10));  // not 100
        CHECK(one.area_count == 1);
        CHECK(one.settlements.size() == 1);
        CHECK(one.topics.front().within == 1);
    }
    // Rows without --area are Kreise: nobody is counted twice beside a municipality of one.
    tables.areas[0].key = "05911";
    tables.areas[1].parent.key = tables.areas[2].parent.key = "05911";
    CHECK(places(tables, reach(tables, {}, "")).at("05911").first == Approx(10));
    CHECK(places(tables, reach(tables, {"a"}, "")).at("a").first == Approx(10));
    CHECK(places(tables, reach(tables, {"05911"}, "municipality")).at("b").first == Approx(10));
}

TEST_CASE("numbers that are missing are counted for the areas shown", "[reach]") {
    TestTables tables = neighbours();
    add_area(tables, "c", "municipality", "", 1);
    tables.areas.back().population.reset();
    add_area(tables, "d", "municipality", "", 1);  // too few to be shown
    const auto missing = [&](std::string area) {
        const auto found = reach(tables, {std::move(area)}, "municipality");
        return std::pair{found.areas_without_demand, found.areas_with_withheld_demand};
    };
    using Counts = std::pair<std::int64_t, std::int64_t>;
    CHECK(missing("a") == Counts{0, 0});
    CHECK(missing("c") == Counts{1, 0});
    CHECK(missing("d") == Counts{0, 1});
}

TEST_CASE("the longest way of several is not called the longest alone", "[reach]") {
    TestTables tables = neighbours();
    tables.venues[0].lat = 51.2;  // 22 km and 93 minutes from both
    const auto sentence = [&](std::vector<std::string> areas) {
        analysis::ViewOptions options;
        options.topic = {"LP-BEW"};
        options.area = std::move(areas);
        const auto view = analysis::make_view(tables.network(), options);
        const auto document = *Reach::entry().run(*view, {{"by", {"municipality"}}});
        std::string notes;
        for (const Message& note : document.notes) notes += note.en + '\n';
        return std::pair{document.reading.at(1).en, notes};
    };
    tables.offers[0].areas.push_back({"k", {}});  // so that the topic is known in the Kreis
    CHECK_THAT(sentence({}).first, Catch::Contains("threshold 45; as long: 1 other cell."));
    CHECK_THAT(sentence({"a"}).first, Catch::Contains("threshold 45."));
    CHECK_THAT(sentence({}).second, !Catch::Contains("--area only chooses"));
    CHECK_THAT(sentence({"a"}).second,
               Catch::Contains("--area only chooses which areas are shown"));
}

TEST_CASE("an offer that may be shut makes a cell not recorded, and the next step asks for it",
          "[reach]") {
    TestTables tables = neighbours();
    analysis::ViewOptions options;
    options.topic = {"LP-BEW"};
    options.target = {"women"};
    const auto view = analysis::make_view(tables.network(), options);
    REQUIRE(view);
    const auto findings = Reach::run(*view, {});
    REQUIRE(findings);
    REQUIRE(findings->openness_not_recorded == 1);
    CHECK(findings->unknown > 0);
    Document document;
    Reach::explain(*view, *findings, document);
    CHECK(std::ranges::any_of(document.notes, [](const Message& note) {
        return note.en.find("may lie within the threshold") != std::string::npos;
    }));
    CHECK(document.reading.back().en.find("whom their offers are open to") != std::string::npos);
}
