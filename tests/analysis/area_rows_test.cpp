// Which areas are rows: each inhabitant once, and none vanishes because a network is wide.

#include <lotse/analysis/cascade.hpp>
#include <lotse/analysis/coverage.hpp>
#include <lotse/analysis/reach.hpp>

#include <coverage_rows.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;
using namespace lotse::analysis;

namespace {

View look(const TestTables& tables, std::vector<std::string> areas = {}) {
    ViewOptions options;
    options.area = std::move(areas);
    auto view = make_view(tables.network(), options);
    REQUIRE(view);
    return *std::move(view);
}

std::string rows(const View& view, std::string_view level = {}) {
    const auto found = area_rows(view, level);
    REQUIRE(found);
    std::string out;
    for (const AreaId area : *found) out += (*view.network)[area].key + ' ';
    return out;
}

Area& own_area(TestTables& tables, std::string key, std::string level, std::string parent) {
    Area& row = tables.areas.emplace_back();
    row.key = row.name = std::move(key);
    row.level = std::move(level);
    row.parent.key = std::move(parent);
    return row;
}

/// A municipality with a quarter, and an offer in it.
TestTables quarter() {
    TestTables t;
    own_area(t, "m0", "municipality", "05911").population = 1000;
    own_area(t, "q0", "quarter", "m0").population = 400;
    t.offer("o", "LP-BEW").areas = {{"q0", {}}};
    return t;
}

TestTables state_wide() {
    TestTables t;
    t.actor("lv", "state_association").serves = {{"05", {}}};
    t.offer("o", "LP-BEW", "lv").areas = {{"05", {}}};
    return t;
}

template <class Analysis>
Document explained(const View& view, std::string by) {
    typename Analysis::Options options;
    options.by = std::move(by);
    const auto findings = Analysis::run(view, options);
    REQUIRE(findings);
    Document document;
    Analysis::explain(view, *findings, document);
    return document;
}

bool says(const std::vector<Message>& messages, std::string_view english) {
    return std::ranges::any_of(messages, [&](const Message& message) {
        return message.en.find(english) != std::string::npos;
    });
}

}  // namespace

TEST_CASE("an area inside another chosen one is no row of its own") {
    const TestTables t = quarter();
    CHECK(rows(look(t, {"m0"})) == "m0 ");
    CHECK(rows(look(t, {"m0", "q0"})) == "m0 ");
    CHECK(rows(look(t, {"q0"})) == "q0 ");
    CHECK(rows(look(t, {"05", "05911"}), "state") == "05 ");
    CHECK(rows(look(t, {"05911", "05913"})) == "05911 05913 ");

    const View both = look(t, {"m0", "q0"});
    const auto found = Coverage::run(both, {});
    REQUIRE(found);
    CHECK(found->population_total == 1000);
    CHECK(says(explained<Coverage>(both, {}).notes, "lie in another chosen one (q0)"));
    CHECK(says(explained<Cascade>(both, {}).notes, "lie in another chosen one (q0)"));
    CHECK(says(explained<Reach>(both, {}).notes, "lie in another chosen one (q0)"));
    CHECK_FALSE(says(explained<Coverage>(look(t, {"m0"}), {}).notes, "lie in another chosen one"));
}

TEST_CASE("areas in a circle of parents all stay rows") {
    TestTables t;
    for (const char* key : {"a", "b"}) {
        Area& row = t.areas.emplace_back();
        row.key = row.name = key;
        row.parent.key = row.key == "a" ? "b" : "a";
    }
    CHECK(rows(look(t, {"a", "b"})) == "a b ");
}

TEST_CASE("a state-wide network has the state as its row") {
    const View view = look(state_wide());
    CHECK(rows(view) == "05 ");
    const auto found = Coverage::run(view, {});
    REQUIRE(found);
    CHECK(found->available == 1);
    CHECK(rows(look({})).empty());
}

TEST_CASE("a Kreis of one state takes no other state out of the rows") {
    TestTables t = state_wide();
    t.actor("m").area.key = "09162";
    CHECK(rows(look(t)) == "05 09162 ");
    t.actor("by", "state_association").area.key = "09";  // has its Kreis
    CHECK(rows(look(t)) == "05 09162 ");
    const auto found = Coverage::run(look(t), {});
    REQUIRE(found);
    CHECK(found->available == 1);
    t.actor("nrw").area.key = "05911";
    CHECK(rows(look(t)) == "05911 09162 ");
    CHECK(rows(look(t), "district") == "05911 09162 ");
}

TEST_CASE("serving a wide area or sitting there opens no row beside Kreise") {
    TestTables t;
    t.actor("club").area.key = "05916";
    t.actor("lb", "state_association").area.key = "11";
    t.actor("kk", "health_insurer").serves = {{"03", {}}, {"05916", {}}};
    Area& region = t.areas.emplace_back();  // where in its state it lies is not known
    region.key = region.name = "westfalen";
    region.level = "region";
    region.parent.key = "05";
    t.actor("drv", "other").serves = {{"westfalen", {}}};
    t.offer("o", "LP-BEW", "club").areas = {{"05916", {}}};
    CHECK(rows(look(t)) == "05916 ");
    t.offer("wide", "LP-BEW", "drv").areas = {{"westfalen", {}}};
    CHECK(rows(look(t)) == "05916 ");
    constexpr std::string_view elsewhere =
        "none of the rows lies, and which therefore count in no cell: 1 (westfalen). If one does "
        "lie there, enter it in the sheet 'Areas', column 'Parent'; otherwise --area with the area "
        "shows what there is, such as --area westfalen";
    CHECK(says(explained<Coverage>(look(t), {}).notes, elsewhere));
    CHECK_FALSE(says(explained<Coverage>(look(t, {"05916"}), {}).notes, elsewhere));
    region.parent.key = "09";  // apart from the Kreis
    CHECK(rows(look(t)) == "05916 westfalen ");
    CHECK_FALSE(says(explained<Coverage>(look(t), {}).notes, elsewhere));
}

TEST_CASE("an offer, its venue or a finding opens the row of a state without a Kreis") {
    TestTables t;
    t.actor("club").area.key = "05916";
    Venue& venue = t.venues.emplace_back();
    venue.key = venue.name = "house";
    venue.area.key = "11";
    CHECK(rows(look(t)) == "05916 ");
    t.offer("o", "LP-BEW", "club").venues = {{"house", {}}};
    CHECK(rows(look(t)) == "05916 11 ");
    Finding& finding = t.findings.emplace_back();
    finding.area.key = "03";
    finding.topic = "LP-BEW";
    CHECK(rows(look(t)) == "03 05916 11 ");
    finding.area.key = "05";  // has its Kreis
    CHECK(rows(look(t)) == "05916 11 ");
}

TEST_CASE("an own Kreis may lie in any state: a wider offer or finding opens none beside it") {
    TestTables t;
    own_area(t, "kreis", "district", "").population = 1000;
    for (const char* key : {"m1", "m2"})
        own_area(t, key, "municipality", "kreis").population = 1000;
    t.offer("o", "LP-BEW").areas = {{"m1", {}}};
    REQUIRE(rows(look(t)) == "m1 m2 ");
    const auto share = [&] { return Coverage::run(look(t), {})->population_share; };
    REQUIRE(share() == 0.5);
    t.offer("wide", "LP-BEW").areas = {{"05", {}}};
    CHECK(rows(look(t)) == "m1 m2 ");
    CHECK(share() == 0.5);
    CHECK(says(explained<Coverage>(look(t), {}).notes, "cell: 1 (Nordrhein-Westfalen)."));
    Finding& finding = t.findings.emplace_back();
    finding.area.key = "09";
    finding.topic = "LP-BEW";
    finding.state = CoverageState::none;
    CHECK(rows(look(t)) == "m1 m2 ");
    CHECK(says(explained<Coverage>(look(t), {}).notes,
               "Findings on areas in which, as far as recorded, none of the rows lies, and which "
               "therefore count in no cell: 1 (Bayern)."));
    // Two areas: none of them shows both.
    t.offer("far", "LP-BEW").areas = {{"11", {}}};
    CHECK(says(explained<Coverage>(look(t), {}).notes, "2 (Nordrhein-Westfalen and Berlin)."));

    t.findings.clear();
    t.offers.pop_back();
    t.areas.front().parent.key = "05";
    CHECK(share() == 1);
    t.offers.back().areas = {{"057", {}}};  // a part of the state, in which the Kreis may lie
    CHECK(rows(look(t)) == "m1 m2 ");
    t.offers.back().areas = {{"09", {}}};
    CHECK(rows(look(t)) == "09 m1 m2 ");
    t.offers.back().status = "ended";
    CHECK(rows(look(t)) == "m1 m2 ");
}

TEST_CASE("why there is no row: no area at all, or coarser ones only") {
    const View wide = look(state_wide());
    CHECK(rows(wide, "municipality").empty());
    for (const auto& reading : {explained<Coverage>(wide, "municipality").reading,
                                explained<Cascade>(wide, "municipality").reading,
                                explained<Reach>(wide, "municipality").reading})
        CHECK(says(reading, "--by state shows them"));
    CHECK(says(explained<Coverage>(look({}), {}).reading, "names no area"));
}

TEST_CASE("what is not recorded is no barrier, and the notes say of how many offers") {
    TestTables t = quarter();
    t.offers.front().status = "active";
    const auto notes = [&] { return explained<Coverage>(look(t), {}).notes; };
    CHECK(says(notes(), "only for people sent by the jobcenter: 1 of 1."));
    t.offers.front().free = t.offers.front().voluntary = ThreeValued::yes;
    CHECK(says(notes(), "only for people sent by the jobcenter: 1 of 1."));
    t.offers.front().open_to = "Bürger";  // a word that no list knows
    CHECK(says(notes(), "only for people sent by the jobcenter: 1 of 1."));
    t.offer("later", "LP-BEW").areas = {{"q0", {}}};  // makes no cell available
    t.offers.back().status = "planned";
    CHECK(says(notes(), "only for people sent by the jobcenter: 1 of 1."));
    t.offers.front().open_to = "public";
    CHECK_FALSE(says(notes(), "only for people sent by the jobcenter"));
}

TEST_CASE("what --without takes away keeps its rows: the loss is seen") {
    TestTables t;
    t.actor("stays", "jobcenter").area.key = "05911";
    t.actor("goes", "clinic").serves = {{"05913", {}}};
    t.offer("o1", "LP-BEW", "stays").areas = {{"05911", {}}};
    t.offer("o2", "X-SCH", "goes").areas = {{"05954016", {}}};
    ViewOptions options;
    options.without = {"goes"};
    const auto view = make_view(t.network(), options);
    REQUIRE(view);
    CHECK(view->network->offers().size() == 1);
    CHECK(rows(*view) == "05911 05913 05954 ");
    const auto findings = Coverage::run(*view, {});
    REQUIRE(findings);
    const auto unknown = std::ranges::count_if(findings->cells, [](const auto& cell) {
        return cell.topic.key == "X-SCH" && cell.state == CoverageState::unknown;
    });
    CHECK(unknown == 3);
}

TEST_CASE("a kreisfreie Stadt is a row among the municipalities, under either key") {
    for (const char* key : {"05911", "05911000", "059110000000"}) {
        CAPTURE(key);
        TestTables t;
        t.actor("v", "clinic").area.key = key;
        t.actor("w", "clinic").area.key = "05762020";
        t.offer("o", "LP-BEW", "v").areas = {{key, {}}};
        CHECK(rows(look(t), "municipality") == "05762020 05911 ");
        CHECK(rows(look(t, {"05"}), "municipality") == "05762020 05911 ");
        CHECK(rows(look(t)) == "05762 05911 ");
    }
}

TEST_CASE("area rows: parts of an own Kreis whose level is not recorded do not vanish") {
    TestTables t;
    own_area(t, "kreis", "district", "");
    own_area(t, "m1", "", "kreis");
    own_area(t, "m2", "municipality", "kreis");
    own_area(t, "q2", "", "m2");
    own_area(t, "q3", "quarter", "kreis");
    t.offer("o", "LP-BEW").areas = {{"m1", {}}};
    CHECK(rows(look(t)) == "m1 m2 q3 ");
    CHECK(rows(look(t, {"kreis"})) == "m1 m2 q3 ");
    CHECK(rows(look(t), "municipality") == "m1 m2 q3 ");
    CHECK(rows(look(t, {"kreis"}), "municipality") == "m1 m2 q3 ");
    std::erase_if(t.areas, [](const Area& row) { return row.key == "m2" || row.key == "q2"; });
    CHECK(rows(look(t)) == "kreis ");
}

TEST_CASE("area rows: an area whose level is not recorded gives way to those inside it") {
    TestTables t;
    own_area(t, "wide", "", "");
    own_area(t, "m1", "municipality", "wide");
    own_area(t, "m2", "", "wide");
    CHECK(rows(look(t)) == "m1 m2 ");
    CHECK(rows(look(t), "municipality") == "m1 m2 ");
    CHECK(rows(look(t, {"wide", "m1"})) == "wide ");
    t.areas[1].level = "quarter";  // a part of it is not all of it
    CHECK(rows(look(t)) == "wide ");
    t.areas[1].level.clear();
    CHECK(rows(look(t)) == "wide ");
}

TEST_CASE("area rows: what is chosen twice is chosen once") {
    ViewOptions options;
    options.area = {"05911", "05911000", "05911"};
    options.topic = {"LP-BEW", "Bewegung"};
    options.target = {"sgb2", "sgb2"};
    options.legal = {"sgb2", "sgb2"};
    TestTables t;
    t.offer("o", "LP-BEW").areas = {{"05911", {}}};
    const View view = *make_view(t.network(), options);
    CHECK(view.topics == std::vector<std::string>{"LP-BEW"});
    CHECK(view.targets.size() == 1);
    CHECK(view.legal.size() == 1);
    CHECK(rows(view) == "05911 ");
    CHECK(Coverage::run(view, {})->topics.size() == 1);
}

TEST_CASE("a town that is a Land is one row, under any of its keys") {
    for (const char* key : {"02", "02000", "02000000"}) {
        CAPTURE(key);
        TestTables t;
        t.actor("v", "sports_club").area.key = key;
        t.actor("w", "sports_club").area.key = "05954036";
        t.offer("o2", "LP-BEW", "w").areas = {{"05954036", {}}};
        t.offer("o1", "LP-BEW", "v").areas = {{key, {}}};
        const View view = look(t);
        for (const char* level : {"", "municipality"}) {
            const auto found = area_rows(view, level);
            REQUIRE(found);
            REQUIRE(found->size() == 2);
            CHECK((*view.network)[found->front()].name == "Hamburg");
            CHECK((*view.network)[found->front()].population);
            Coverage::Options options;
            options.by = level;
            CHECK(Coverage::run(view, options)->available == 2);
        }
    }
}

TEST_CASE("a key in a town that no list knows does not replace the town among municipalities") {
    for (const std::string part : {"11001001", "110010010010"}) {
        TestTables t;
        t.actor("v", "sports_club").area.key = "11000";
        t.actor("w", "neighbourhood_office").area.key = part;
        t.offer("o", "LP-BEW", "w").areas = {{part, {}}};
        CHECK(rows(look(t), "municipality") == "11000 ");
        own_area(t, part, "municipality", "");
        CHECK(rows(look(t), "municipality") == part + " ");
    }
}

TEST_CASE("an own quarter does not replace the town that is a Land among municipalities") {
    for (const std::string town : {"11", "11000", "11000000"})
        for (const std::string level : {"quarter", ""}) {
            INFO(town << ' ' << level);
            TestTables t;
            own_area(t, "kiez", level, town);
            t.actor("v", "jobcenter").area.key = town;
            t.offer("o", "LP-BEW", "v").areas = {{"kiez", {}}};
            const std::string row = rows(look(t), "municipality");
            CHECK(row.starts_with("11"));
            CHECK(row.find("kiez") == std::string::npos);
        }
}

TEST_CASE("a part of a town that is only mentioned does not replace the town") {
    TestTables t;
    t.actor("v", "sports_club").area.key = "11000";
    t.actor("w", "neighbourhood_office").area.key = "11001";
    t.offer("o", "LP-BEW", "w").areas = {{"11001", {}}};
    CHECK(rows(look(t)) == "11000 ");
    CHECK(rows(look(t, {"11"})) == "11000 ");
    CHECK(Coverage::run(look(t), {})->available == 1);
    t.actors.front().area.key = "11";
    CHECK(rows(look(t)) == "11000 ");
    own_area(t, "11001", "district", "");
    CHECK(rows(look(t)) == "11001 ");
    own_area(t, "kiez", "", "11");
    t.offer("o2", "LP-BEW").areas = {{"kiez", {}}};
    CHECK(rows(look(t)) == "11001 kiez ");
}
