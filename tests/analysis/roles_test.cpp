#include <lotse/analysis/roles.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;
using namespace lotse::analysis;

namespace {

Roles::Findings roles(const TestTables& tables, double loss) {
    return *Roles::run(*make_view(tables.network(), {}), {.loss = loss, .samples = 50});
}

/// A is the middle of a star of B .. I.
TestTables star() {
    TestTables out = lettered(9, "AB AC AD AE AF AG AH AI");
    return out;
}

RoleState only(const TestTables& tables, double loss = 0) {
    const auto found = roles(tables, loss);
    REQUIRE(found.roles.size() == 1);
    return found.roles.front().state;
}

}  // namespace

TEST_CASE("the middle of a star coordinates and opens doors, its points do not") {
    struct Case {
        std::size_t actor;
        const char* role;
        RoleState state;
    };
    using enum RoleState;
    for (const Case& c : {Case{0, "coordination", fits},
                          {0, "door_opener", fits},
                          {0, "periphery", differs},
                          {1, "periphery", fits}}) {
        TestTables tables = star();
        tables.actors[c.actor].expected_role = c.role;
        INFO(c.actor << " " << c.role);
        CHECK(only(tables) == c.state);
    }
    // all points share rank 2 of 9, the first third ends at rank 3: sharing counts in favour
    TestTables tables = star();
    tables.actors[1].expected_role = "coordination";
    CHECK(only(tables) == RoleState::fits);
    // two hubs more, and a point is behind them for certain
    for (const char* hub : {"X", "Y", "Z"}) {
        tables.actor(hub);
        for (char c = 'B'; c <= 'I'; ++c) tables.tie(hub, std::string(1, c));
        tables.tie(hub, "A");
    }
    tables.actor("P");
    tables.tie("P", "A");
    tables.actors[1].expected_role.clear();
    tables.actors.back().expected_role = "coordination";
    CHECK(only(tables) == RoleState::differs);
}

TEST_CASE("what is not recorded is not judged") {
    TestTables tables = star();
    tables.actor("alone").expected_role = "coordination";
    CHECK(only(tables) == RoleState::not_judged);
    tables.actors.back().expected_role = "periphery";
    CHECK(only(tables) == RoleState::not_judged);
    tables.actors.back().expected_role.clear();
    tables.actors[0].expected_role = "delivery";  // has ties, but neither offers nor referrals
    const auto found = roles(tables, 0);
    CHECK(found.roles.front().state == RoleState::not_judged);
    CHECK_FALSE(found.roles.front().rank);
    CHECK_FALSE(found.roles.front().reason.de.empty());
}

TEST_CASE("delivery counts offers and those who refer") {
    TestTables tables = star();
    tables.offer("o1", "LP-BEW", "B");
    tables.offer("o2", "LP-BEW", "B");
    tables.offer("gone", "LP-BEW", "B").status = "ended";
    tables.tie("C", "B", TieKind::refers_to);
    tables.tie("C", "B", TieKind::refers_to);
    tables.tie("D", "B", TieKind::refers_to);
    tables.actors[1].expected_role = "delivery";
    const auto found = roles(tables, 0);
    CHECK(found.roles.front().value == 4.0);
    CHECK(found.roles.front().rank == 1);
    CHECK(found.roles.front().state == RoleState::fits);
}

TEST_CASE("delivery counts what runs on the topics asked for") {
    TestTables tables = star();
    tables.actors[0].as_of = PartialDate{2026, 5, 1};
    tables.offer("o1", "LP-BEW", "B");
    tables.actors[1].expected_role = "delivery";
    for (Tie& tie : tables.ties) tie.topics = {"LP-BEW", "LP-SUC"};
    const auto value = [&](const ViewOptions& options) {
        return Roles::run(*make_view(tables.network(), options), {.samples = 1})->roles[0].value;
    };
    ViewOptions options;
    CHECK(value(options) == 1.0);
    options.topic = {"LP-SUC"};
    CHECK_FALSE(value(options));
    options.topic = {"LP-BEW"};
    CHECK(value(options) == 1.0);
    tables.offers[0].end = PartialDate{2019, 12, 31};
    CHECK_FALSE(value({}));
    options = {};
    options.at = "2019-06-30";
    CHECK(value(options) == 1.0);
}

TEST_CASE("who lies between nobody opens no doors, however many share that") {
    TestTables tables = star();
    tables.actors[1].expected_role = "door_opener";
    CHECK(only(tables) == RoleState::differs);  // eight points share rank 2 of 9
    // two triangles: nobody lies between anybody
    tables = lettered(6, "AB BC AC DE EF DF");
    tables.actors[1].expected_role = "door_opener";
    CHECK(only(tables) == RoleState::differs);
    CHECK(only(tables, 0.4) == RoleState::uncertain);  // where many ties are missing, it may
    // with nothing of the measure one is at the periphery all the same
    tables = star();
    tables.actors[1].expected_role = "periphery";
    CHECK(only(tables) == RoleState::fits);
}

TEST_CASE("where ties may be missing a place becomes uncertain") {
    // a line A - B - C - D - E - F: C and D lead by betweenness, the first third ends at rank 2
    TestTables tables = lettered(6, "AB BC CD DE EF");
    tables.actors[1].expected_role = "door_opener";
    CHECK(only(tables) == RoleState::differs);
    CHECK(only(tables, 0.4) == RoleState::uncertain);
}

TEST_CASE("a network may set its own rule") {
    TestTables tables = star();
    tables.actors[0].expected_role = "anchor";
    OwnCode& code = tables.codes.emplace_back();
    code.list = "expected_roles";
    code.code = "anchor";
    code.de = "Anker";
    code.en = "Anchor";
    CHECK(only(tables) == RoleState::not_judged);  // a role without a measure
}

TEST_CASE("roles of the Musterkreis") {
    const auto found = roles(dataset("musterkreis"), 0.1);
    CHECK(found.declared == 18);
    CHECK(found.fits + found.differs + found.uncertain + found.not_judged == 18);
    const auto network = dataset("musterkreis").network();
    const auto of = [&](std::string_view key) {
        return *std::ranges::find(found.roles, *network->find_actor(key), &Roles::Line::actor);
    };
    CHECK(of("jc-mk").state == RoleState::fits);
    CHECK(of("kgk").state == RoleState::fits);
    CHECK(of("kk-d").state == RoleState::not_judged);  // without a recorded tie
}
