// What has ended since was there on an earlier date of --at; on and after the date of the data the
// status tells what holds.

#include <lotse/analysis/commitment.hpp>
#include <lotse/analysis/compare.hpp>
#include <lotse/analysis/coverage.hpp>
#include <lotse/analysis/evaluation.hpp>
#include <lotse/analysis/paths.hpp>
#include <lotse/analysis/sustainability.hpp>

#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;
using namespace lotse::analysis;

namespace {

View look_at(const TestTables& tables, std::string_view date) {
    ViewOptions options;
    options.at = date;
    const auto view = make_view(tables.network(), options);
    REQUIRE(view);
    return *view;
}

/// A jobcenter that refers to an office; the office, the referral and the course ended in 2024.
TestTables closed_office() {
    TestTables tables;
    for (const char* key : {"jc", "alt"}) {
        Actor& actor = tables.actor(key, key == std::string{"jc"} ? "jobcenter" : "counselling");
        actor.area.key = "05911";
        actor.as_of = PartialDate{2026, 6};
    }
    const PartialDate end{2024, 12};
    tables.actors[1].status = "ended";
    tables.actors[1].until = end;
    Tie& tie = tables.tie("jc", "alt", TieKind::refers_to);
    tie.topics = {"LP-BEW"};
    tie.status = "ended";
    tie.until = end;
    Offer& offer = tables.offer("o", "LP-BEW", "alt");
    offer.areas = {{"05911", {}}};
    offer.status = "ended";
    offer.start = PartialDate{2015};
    offer.end = end;
    return tables;
}

Paths::Findings way(const View& view) {
    const auto found = Paths::run(view, {"jc", "topic=LP-BEW", 3, Flag::off});
    REQUIRE(found);
    return *found;
}

Coverage::Cell cell(const View& view) {
    const auto found = Coverage::run(view, {});
    REQUIRE(found);
    for (const auto& row : found->cells)
        if (row.topic.key == "LP-BEW") return row;
    throw std::runtime_error{"no cell"};
}

}  // namespace

TEST_CASE("on the date of the data and after it who has ended does not come back", "[presence]") {
    TestTables tables = closed_office();
    tables.actors[1].until = PartialDate{2026};
    tables.ties[0].status.clear();
    tables.ties[0].until.reset();
    tables.offers[0].status = "active";
    tables.offers[0].end.reset();
    for (const char* date : {"", "2026", "2026-06", "2026-06-30", "2026-09-01"}) {
        INFO(date);
        const View view = look_at(tables, date);
        CHECK(layer_graph(view, Layer::actors).actors.size() == 1);
        CHECK_FALSE(way(view).reachable);
        CHECK(cell(view).state == CoverageState::unknown);
    }
    CHECK(layer_graph(look_at(tables, "2026-05-31"), Layer::actors).actors.size() == 2);
}

TEST_CASE("ties and offers that have ended since were there, as actors were", "[presence]") {
    const TestTables tables = closed_office();
    const View then = look_at(tables, "2024-06-30");
    CHECK(layer_graph(then, Layer::actors).ties.size() == 1);
    CHECK(way(then).reachable);
    CHECK(cell(then).state == CoverageState::barrier);
    CHECK(cell(then).reason->key == "expires");
    for (const char* date : {"", "2025-01"}) {
        const View later = look_at(tables, date);
        CHECK(layer_graph(later, Layer::actors).ties.empty());
        CHECK_FALSE(way(later).reachable);
        CHECK(cell(later).reason->key == "ended");
    }
}

TEST_CASE("what ended since ends within the year, and has not ended", "[presence]") {
    using Standing = Sustainability::Standing;
    const TestTables tables = closed_office();
    const auto found = [&](std::string_view date) {
        return *Sustainability::run(look_at(tables, date), {});
    };
    const auto then = found("2024-06-30");
    CHECK(then.ended == 0);
    CHECK(then.endings_within_year == 3);
    REQUIRE(then.offers.size() == 1);
    CHECK(then.offers[0].standing == Standing::ending);
    CHECK(found("2023-06-30").endings.empty());
    REQUIRE(found("2023-06-30").offers.size() == 1);
    CHECK(found("2023-06-30").offers[0].standing == Standing::limited);
    CHECK(found("").ended == 3);
}

TEST_CASE("a joint event that has ended since was standing then", "[presence]") {
    TestTables tables = closed_office();
    Actor& conference = tables.actor("kgk", "health_conference");
    conference.area.key = "05911";
    conference.serves = {{"05911", {}}};
    Actor& programme = tables.actor("prg", "programme");
    programme.status = "ended";
    programme.until = PartialDate{2024, 12};
    for (const char* key : {"jc", "kgk"}) tables.tie(key, "prg", TieKind::participates_in);
    const auto joint = [&](std::string_view date) {
        const auto found = Commitment::run(look_at(tables, date), {});
        REQUIRE(found->pairs.size() == 1);
        return found->pairs.front().joint;
    };
    CHECK(joint("2024-06-30") == 1);
    CHECK(joint("") == 0);
}

TEST_CASE("compare: on a date before the end nobody has ended", "[presence][compare]") {
    const TestTables after = closed_office();
    TestTables before = closed_office();
    for (Actor& actor : before.actors) actor.as_of = PartialDate{2024, 1};
    before.actors[1].status = before.ties[0].status = before.offers[0].status = "active";
    before.actors[1].until = before.ties[0].until = before.offers[0].end = std::nullopt;
    const auto ended = [&](std::string_view date) {
        const auto found = Compare::run(look_at(before, date), look_at(after, date), {});
        REQUIRE(found);
        const auto count = [](const auto& rows) {
            return std::ranges::count(rows, Meaning::ended,
                                      [](const auto& row) { return row.meaning; });
        };
        return count(found->actors) + count(found->ties) + count(found->offers);
    };
    CHECK(ended("2024-06-30") == 0);
    CHECK(ended("") == 3);
}

TEST_CASE("an evaluation that is over stays a fact", "[evaluation]") {
    TestTables tables;
    tables.actor("inst", "research").as_of = PartialDate{2026, 6};
    tables.actor("prg", "programme");
    Tie& tie = tables.tie("inst", "prg", TieKind::evaluates);
    tie.since = PartialDate{2023};
    tie.until = PartialDate{2024, 12};
    const auto evaluated = [&](std::string_view date) {
        const auto found = Evaluation::run(look_at(tables, date), {});
        REQUIRE(found->programmes.size() == 1);
        return found->programmes[0].evaluated;
    };
    CHECK(evaluated("") == ThreeValued::yes);
    CHECK(evaluated("2022") == ThreeValued::unknown);  // still to come
    tables.ties[0].status = "ended";
    CHECK(evaluated("") == ThreeValued::yes);
    CHECK(evaluated("2024-06") == ThreeValued::yes);
    tables.ties[0].status = "proposed";
    CHECK(evaluated("") == ThreeValued::unknown);
}
