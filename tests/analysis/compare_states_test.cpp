// Two states whose areas and topics differ: figures before and after are shares of the same whole.

#include <lotse/analysis/cascade.hpp>
#include <lotse/analysis/compare.hpp>
#include <lotse/analysis/coverage.hpp>

#include "compared.hpp"

#include <networks.hpp>

#include <catch2/catch.hpp>

using namespace lotse;
using namespace lotse::analysis;

namespace {

constexpr std::array official{"LP-BEW", "LP-ERN", "LP-STR", "LP-SUC"};

/// All official topics in 05911, and nothing else.
TestTables bochum() {
    TestTables t;
    t.actor("jc", "jobcenter").area.key = "05911";
    t.actor("verein").area.key = "05911";
    t.tie("jc", "verein", TieKind::refers_to);
    for (const char* topic : official) {
        Offer& offer = t.offer(topic, topic, "verein");
        offer.areas = {{"05911", {}}};
        offer.status = "active";
    }
    return t;
}

const Compare::MeasureRow& figure(const Compared& both, std::string_view key) {
    for (const auto& row : both.found.measures)
        if (row.measure.key == key) return row;
    FAIL("no figure " << key);
    return both.found.measures.front();
}

/// Cells by their state after, where a missing one is not recorded.
std::int64_t unknown_after(const Compared& both) {
    return std::ranges::count_if(both.found.cells, [](const Compare::CellRow& cell) {
        return cell.after.value_or(CoverageState::unknown) == CoverageState::unknown;
    });
}

/// An own Kreis with two places; a club in the first.
TestTables two_places(std::optional<std::int64_t> first, std::optional<std::int64_t> second) {
    TestTables t;
    const auto area = [&](std::string key, std::string level, std::int64_t population) -> Area& {
        Area& row = t.areas.emplace_back();
        row.key = row.name = std::move(key);
        row.level = std::move(level);
        row.population = population;
        return row;
    };
    area("kr", "district", 3000);
    Area& a = area("a", "municipality", 1000);
    a.parent.key = "kr";
    a.unemployed_sgb2 = a.unemployed_sgb3 = first;
    Area& b = area("b", "municipality", 2000);
    b.parent.key = "kr";
    b.unemployed_sgb2 = b.unemployed_sgb3 = second;
    t.actor("verein").area.key = "a";
    Offer& offer = t.offer("o", "LP-BEW", "verein");
    offer.areas = {{"a", {}}};
    offer.status = "active";
    return t;
}

}  // namespace

TEST_CASE("A topic that vanishes with its only offer is no gain of shares", "[compare]") {
    TestTables before = bochum();
    before.offer("x", "X-PSY", "verein").areas = {{"05911", {}}};
    const Compared both = compared(before, bochum());
    const auto& unknown = figure(both, "coverage.unknown");
    CHECK(unknown.before == 0);
    CHECK(unknown.after == unknown_after(both));
    CHECK(unknown.after == 1);
    CHECK(figure(both, "reach.unknown").after == *figure(both, "reach.unknown").before + 1);
    CHECK(*figure(both, "cascade.exists").after == Approx(0.8));
    CHECK(figure(both, "cascade.exists").before == 1);
}

TEST_CASE("An area that only one state names stands in both as a row", "[compare]") {
    TestTables before = bochum();
    before.actor("jd", "jobcenter").area.key = "05913";
    const Compared both = compared(before, bochum());
    const auto& share = figure(both, "coverage.population_share");
    CHECK(*share.before < 0.5);
    CHECK(share.after == share.before);
    CHECK(figure(both, "cascade.exists").after == figure(both, "cascade.exists").before);
    CHECK(figure(both, "coverage.unknown").after == unknown_after(both));
    const auto gone = std::ranges::count_if(both.found.cells, [](const Compare::CellRow& cell) {
        return cell.area == "05913" && cell.change == Change::removed;
    });
    CHECK(gone == 4);
}

TEST_CASE("A Land with an offer keeps its row where the offer is gone", "[compare]") {
    TestTables before = bochum();
    before.offer("x", "LP-BEW", "verein").areas = {{"06", {}}};
    const Compared both = compared(before, bochum());
    CHECK(figure(both, "coverage.unknown").after == *figure(both, "coverage.unknown").before + 1);
}

TEST_CASE("What an offer for the Land says of an area named later was known before", "[compare]") {
    TestTables before = bochum();
    before.offers.front().areas = {{"05", {}}};
    TestTables after = before;
    after.actor("jd", "jobcenter").area.key = "05913";
    const Compared both = compared(before, after);
    for (const Compare::CellRow& cell : both.found.cells)
        if (cell.area == "05913" && cell.topic.key == "LP-BEW") {
            CHECK(cell.before == CoverageState::available);
            CHECK(cell.change == Change::same);
        }
    CHECK(both.found.cells_newly_recorded == 0);
}

TEST_CASE("Counts of people that are newly recorded move no share", "[compare]") {
    const Compared both = compared(two_places({}, {}), two_places(300, 50));
    CHECK(both.found.counts_shared == 2);
    const auto& reachable = figure(both, "cascade.reachable");
    CHECK(*reachable.before == Approx(600.0 / 700 / 4));
    CHECK(reachable.after == reachable.before);
    Document document;
    Compare::explain(both.before, both.after, both.found, document);
    CHECK(std::ranges::any_of(document.notes, [](const Message& note) {
        return note.en.starts_with(
            "Areas of which only one state has inhabitants or unemployed: "
            "2.");
    }));
    CHECK(compared(two_places(300, 50), two_places(300, 50)).found.counts_shared == 0);
}

TEST_CASE("No count that a state hides weighs in the other", "[compare][suppression]") {
    // Of 1, and of what it could be worked out from.
    CHECK(compared(two_places({}, {}), two_places(300, 1)).found.counts_shared <= 1);
    TestTables bare = two_places({}, {});
    bare.areas.pop_back();  // does not name b
    const Compared both = compared(bare, two_places(300, 1));
    CHECK(figure(both, "cascade.reachable").before == figure(both, "cascade.reachable").after);
}

TEST_CASE("An area or a topic that only one state has can be compared", "[compare]") {
    TestTables after = bochum();
    Area& area = after.areas.emplace_back();
    area.key = area.name = "neu";
    area.level = "quarter";
    area.parent.key = "05911";
    after.actor("b", "clinic").area.key = "neu";
    ViewOptions look;
    look.area = {"neu"};
    for (const bool turned : {false, true}) {
        const Compared both =
            turned ? compared(after, bochum(), look) : compared(bochum(), after, look);
        REQUIRE(both.found.others.size() == 1);
        CHECK(both.found.others.front().change == (turned ? Change::removed : Change::added));
        const auto seated = std::ranges::count(both.found.actors, "b", &Compare::ActorRow::actor);
        CHECK(seated == 1);
        CHECK(std::ranges::all_of(both.found.cells,
                                  [](const Compare::CellRow& cell) { return cell.area == "neu"; }));
    }
    CHECK_FALSE(make_view(bochum().network(), look));

    OwnCode& code = after.codes.emplace_back();
    code.list = "topics";
    code.code = "X-NEU";
    code.de = "Neues";
    code.en = "New";
    after.offer("n", "X-NEU", "verein").areas = {{"05911", {}}};
    look.area.clear();
    look.topic = {"X-NEU"};
    const Compared both = compared(bochum(), after, look);
    REQUIRE(both.found.cells.size() == 1);
    CHECK(both.found.cells.front().topic.label.en == "New");
    CHECK(both.found.cells.front().before == CoverageState::unknown);
    CHECK(both.found.cells.front().after == CoverageState::available);
    CHECK_FALSE(make_view(bochum().network(), look));
}
