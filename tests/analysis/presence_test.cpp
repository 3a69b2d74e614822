// What is over by its date counts nowhere, as if its status said so.

#include <lotse/analysis/commitment.hpp>
#include <lotse/analysis/coverage.hpp>
#include <lotse/analysis/factsheet.hpp>
#include <lotse/analysis/peers.hpp>

#include "presence.hpp"
#include "whom_to_ask.hpp"

#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;
using namespace lotse::analysis;

namespace {

const PartialDate long_ago{2010, 12, 31};
const PartialDate far_ahead{2030, 1, 1};

Ref<Area> at(std::string key) {
    return {std::move(key), {}};
}

/// A jobcenter and a conference in Bochum, as of 2026, with an offer that both make.
TestTables bochum() {
    TestTables tables;
    for (const auto& [key, kind] :
         {std::pair{"jc", "jobcenter"}, std::pair{"kgk", "health_conference"}}) {
        Actor& actor = tables.actor(key, kind);
        actor.area = at("05911");
        actor.serves.push_back(at("05911"));
        actor.as_of = PartialDate{2026, 1, 1};
    }
    Offer& offer = tables.offer("o", "LP-BEW", "jc");
    offer.host.key = "kgk";
    offer.areas.push_back(at("05911"));
    return tables;
}

View look(const TestTables& tables, const std::string& area = {}, const std::string& day = {}) {
    ViewOptions options;
    if (!area.empty()) options.area = {area};
    options.at = day;
    return *make_view(tables.network(), options);
}

}  // namespace

TEST_CASE("one definition of over, ahead and running") {
    const std::optional<PartialDate> none;
    const PartialDate day{2026, 6, 30};
    struct Case {
        const char* status;
        std::optional<PartialDate> since, until, date;
        Phase phase;
    };
    using enum Phase;
    for (const Case& c : {
             Case{"", none, none, none, running},
             {"unknown", none, none, day, running},
             {"paused", none, none, day, running},
             {"planned", none, none, none, planned},
             {"proposed", none, none, none, planned},
             {"ended", none, none, none, ended},
             {"active", none, PartialDate{2026, 6, 29}, day, ended},
             {"active", none, day, day, running},  // the last day counts
             {"active", none, PartialDate{2026, 6}, day, running},
             {"active", none, PartialDate{2010}, none, running},  // no date to compare with
             {"active", PartialDate{2026, 7, 1}, none, day, planned},
             {"active", PartialDate{2026}, none, day, running},
             {"planned", none, PartialDate{2026, 5}, day, ended},
         }) {
        INFO(c.status);
        CHECK(phase_of(c.status, c.since, c.until, {{}, c.date}) == c.phase);
    }
}

TEST_CASE("coverage: who has ended takes part in no programme") {
    TestTables tables = bochum();
    tables.actor("prg", "programme");
    tables.tie("jc", "prg", TieKind::participates_in);
    const auto cell = [&] {
        Coverage::Options options;
        options.programme = "prg";
        return Coverage::run(look(tables, "05911"), options)->cells.front();
    };
    CHECK(cell().state == CoverageState::available);
    tables.actors[0].until = long_ago;
    CHECK(cell().state == CoverageState::unknown);
    CHECK(cell().offers.empty());
    tables.actors[0].until.reset();
    tables.actors[0].since = far_ahead;
    CHECK(cell().state == CoverageState::planned);
}

TEST_CASE("nobody is sent to an actor that has ended") {
    TestTables tables = bochum();
    const auto asked = [&](const std::string& day) -> std::string {
        const View view = look(tables, {}, day);
        const auto who = WhomToAsk{view}.about(*view.network->find_area("05911"));
        return who ? (*view.network)[*who].key : "";
    };
    CHECK(asked("") == "kgk");
    tables.actors[1].until = long_ago;
    CHECK(asked("") == "jc");
    CHECK(asked("2010-06-30") == "kgk");
    tables.actors[0].status = "ended";
    CHECK(asked("").empty());
}

TEST_CASE("commitment: joint projects are those that run") {
    TestTables tables = bochum();
    const auto joint = [&] { return Commitment::run(look(tables), {})->pairs.front().joint; };
    CHECK(joint() == 1);
    tables.offers[0].end = long_ago;
    CHECK(joint() == 0);
    tables.offers[0].end.reset();
    tables.offers[0].start = far_ahead;
    CHECK(joint() == 0);
    tables.offers[0].start.reset();
    tables.offers[0].status = "planned";
    CHECK(joint() == 0);
    tables.actor("day", "event");
    for (const char* actor : {"jc", "kgk"}) tables.tie(actor, "day", TieKind::participates_in);
    CHECK(joint() == 1);
    tables.actors.back().status = "planned";
    CHECK(joint() == 0);
}

TEST_CASE("peers: a body that has ended is no example") {
    TestTables tables = bochum();
    for (const char* key : {"a1", "a2"}) {
        Area& area = tables.areas.emplace_back();
        area.key = area.name = key;
        area.level = "municipality";
        area.parent = at("05911");
        area.population = 1000;
        area.deprivation = 0.5;
    }
    tables.actor("group", "working_group").serves.push_back(at("a1"));
    const auto bodies = [&] {
        const auto rows = Peers::run(look(tables, "a2"), {.k = 1})->transferable;
        return std::ranges::count(rows, Peers::Kind::body, &Peers::Transfer::kind);
    };
    CHECK(bodies() == 1);
    tables.actors.back().until = long_ago;
    CHECK(bodies() == 0);
}

TEST_CASE("factsheet: who and what has ended is left out") {
    TestTables tables = bochum();
    tables.tie("jc", "kgk", TieKind::member_of);
    const auto area = [&] { return *Factsheet::run(look(tables, "05911"), {}); };
    const auto actor = [&] { return *Factsheet::run(look(tables), {"jc"}); };
    CHECK(area().actors.size() == 1);
    CHECK(area().bodies.front().members == 1);
    CHECK(area().offers.size() == 1);
    CHECK(actor().ties.size() == 1);
    CHECK(actor().bodies.size() == 1);
    tables.actors[0].until = long_ago;
    CHECK(area().actors.empty());
    CHECK_FALSE(area().bodies.front().members);  // of whom sits there now nothing is recorded
    tables.actors[0].until.reset();
    tables.actors[1].until = long_ago;
    CHECK(area().bodies.empty());
    CHECK(actor().ties.empty());
    CHECK(actor().bodies.empty());
    tables.offers[0].end = long_ago;
    CHECK(area().offers.empty());
    CHECK(actor().offers.empty());
}

TEST_CASE("what begins after the newest date of the data counts and is told") {
    TestTables tables = lettered(3, "AB BC");
    tables.actors[0].as_of = PartialDate{2026, 1, 1};
    const auto told = [&](const std::string& day) -> std::string {
        for (const Message& note : layer_notes(layer_graph(look(tables, {}, day), Layer::actors)))
            if (note.en.find("begin after the newest date") != std::string::npos) return note.en;
        return {};
    };
    CHECK(told("").empty());
    tables.ties[0].since = far_ahead;
    CHECK(told("").find("data: 1 tie.") != std::string::npos);
    tables.actors[2].since = far_ahead;
    CHECK(told("").find("data: 1 actor and 1 tie.") != std::string::npos);
    CHECK(told("2026-06-30").empty());
    CHECK(layer_graph(look(tables), Layer::actors).ties.size() == 2);
}
