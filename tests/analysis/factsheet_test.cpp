#include <lotse/analysis/factsheet.hpp>
#include <lotse/analysis/paths.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace lotse;
using analysis::Factsheet;
using analysis::TieDirection;

namespace {

Factsheet::Findings sheet(const TestTables& tables, const std::string& actor,
                          const std::string& area = {}) {
    analysis::ViewOptions options;
    if (!area.empty()) options.area = {area};
    const auto view = analysis::make_view(tables.network(), options);
    REQUIRE(view);
    const auto found = Factsheet::run(*view, {actor});
    REQUIRE(found);
    return *found;
}

std::vector<Choice> value_of(const Factsheet::Findings& sheet, std::string_view fact) {
    const auto it = std::ranges::find(sheet.facts, fact, [](const auto& f) { return f.fact.key; });
    REQUIRE(it != sheet.facts.end());
    return it->value;
}

bool any_step(const Factsheet::Findings& sheet, std::string_view english) {
    return std::ranges::any_of(
        sheet.steps, [&](const auto& s) { return s.step.en.find(english) != std::string::npos; });
}

}  // namespace

TEST_CASE("factsheet: an actor or one area, nothing else") {
    TestTables t;
    t.actor("a");
    const auto view = analysis::make_view(t.network(), {});
    REQUIRE(view);
    CHECK_FALSE(Factsheet::run(*view, {}));
    CHECK_FALSE(Factsheet::run(*view, {"nobody"}));
    CHECK(Factsheet::run(*view, {"a"}));
    analysis::ViewOptions two;
    two.area = {"05911", "05913"};
    const auto both = analysis::make_view(t.network(), two);
    REQUIRE(both);
    CHECK_FALSE(Factsheet::run(*both, {}));
}

TEST_CASE("factsheet: what is not recorded stays empty") {
    TestTables t;
    t.actor("a");
    const auto found = sheet(t, "a");
    CHECK(value_of(found, "area").empty());
    CHECK(value_of(found, "expected_role").empty());
    CHECK(value_of(found, "sector").front().key == "sport");  // of its kind
    CHECK(found.ties.empty());
    CHECK_FALSE(found.as_of);
    CHECK(any_step(found, "Please add: "));
    for (const auto& fact : found.facts) CHECK(fact.fact.key != "mailbox");
}

TEST_CASE("factsheet: ties by direction, parts in offers and bodies") {
    TestTables t;
    t.actor("a");
    t.actor("b");
    t.actor("k", "health_conference");
    t.tie("a", "b");
    t.tie("b", "a", TieKind::refers_to).confirmed_by = "from";
    t.tie("a", "k", TieKind::leads);
    t.tie("a", "k", TieKind::member_of);
    t.tie("b", "k", TieKind::member_of);
    t.tie("a", "b", TieKind::informs).status = "ended";
    t.tie("a", "a", TieKind::advises);
    Offer& both = t.offer("o", "LP-BEW", "a");
    both.funders.emplace_back().key = "a";
    t.offer("gone", "LP-BEW", "a").status = "ended";
    t.offer("other", "LP-BEW", "b");
    const auto found = sheet(t, "a");

    REQUIRE(found.ties.size() == 4);
    CHECK(found.ties[0].direction == TieDirection::outgoing);
    CHECK(found.ties[2].direction == TieDirection::incoming);
    CHECK(found.ties[2].kind == TieKind::refers_to);
    CHECK(found.ties[2].seen_kind.key == "refers_to");
    CHECK(found.ties[2].seen_kind.label.de == "bekommt Verweise von");
    CHECK(found.ties[3].direction == TieDirection::mutual);
    REQUIRE(found.offers.size() == 1);
    CHECK(found.offers[0].parts.size() == 2);
    REQUIRE(found.bodies.size() == 1);
    CHECK(found.bodies[0].parts.size() == 2);
    CHECK(found.bodies[0].members == 2);
    CHECK(any_step(found, "Ask the other side to confirm"));
    // a has two partners, b and k; so have they: nobody stands above.
    REQUIRE(found.position.size() == 2);
    CHECK(found.position[0].value == 2.0);
    CHECK(found.position[0].rank == 1);
    CHECK(found.position[0].of == 3);
}

TEST_CASE("factsheet: an offer before its start is planned, as in coverage") {
    TestTables t;
    t.actor("a").as_of = PartialDate{2026, 1, 1};
    t.actors[0].area.key = "05911";
    Offer& offer = t.offer("o", "LP-BEW", "a");
    offer.start = PartialDate{2026, 9, 1};
    const auto status = [&](const char* recorded) {
        offer.status = recorded;
        const auto row = sheet(t, "a").offers.at(0);
        CHECK(row.start == offer.start);
        return row.status ? row.status->key : std::string{};
    };
    CHECK(status("active") == "planned");
    CHECK(status("") == "planned");
    CHECK(status("in Klärung") == "planned");
    CHECK(sheet(t, {}, "05911").offers.empty());
    offer.areas = {{"05911", {}}};
    offer.status = "active";
    CHECK(sheet(t, {}, "05911").offers.at(0).status->key == "planned");
    offer.start = PartialDate{2025, 9, 1};
    CHECK(status("active") == "active");
    CHECK(status("paused") == "paused");
    CHECK(status("in Klärung") == "in Klärung");
    CHECK(status("").empty());
}

TEST_CASE("factsheet: of a body without a recorded member the number is not recorded") {
    TestTables t;
    t.actor("a");
    t.actor("k", "health_conference");
    t.tie("a", "k", TieKind::leads);
    CHECK_FALSE(sheet(t, "a").bodies.front().members);
    t.actor("b").status = "planned";
    t.tie("b", "k", TieKind::member_of);
    CHECK_FALSE(sheet(t, "a").bodies.front().members);
    t.actor("c");
    t.tie("c", "k", TieKind::member_of);
    CHECK(sheet(t, "a").bodies.front().members == 2);
}

TEST_CASE("factsheet: an area has its three nearest peers") {
    TestTables t;
    t.actor("a").serves = {{"05911", {}}};
    const auto found = sheet(t, {}, "05911");
    analysis::ViewOptions options;
    options.area = {"05911"};
    const auto view = analysis::make_view(t.network(), options);
    REQUIRE(view);
    const auto peers = analysis::Peers::run(*view, {3});
    REQUIRE(peers);
    REQUIRE(found.peers.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(found.peers[i].peer == peers->peers[i].peer);
        CHECK(found.peers[i].distance == peers->peers[i].distance);
    }
}

TEST_CASE("factsheet: ways agree with paths") {
    const auto tables = dataset("musterkreis");
    const auto found = sheet(tables, "jc-mk");
    const auto view = analysis::make_view(tables.network(), {});
    REQUIRE(view);
    REQUIRE(found.ways.size() == 13);
    std::set<std::string> closed;
    for (const auto& way : found.ways) {
        analysis::Paths::Options options;
        options.from = "jc-mk";
        options.to = "topic=" + way.topic.key;
        const auto paths = analysis::Paths::run(*view, options);
        REQUIRE(paths);
        CHECK(way.reachable == paths->reachable);
        if (!way.reachable)
            closed.insert(way.topic.key);
        else
            CHECK(way.handoffs == paths->paths.front().handoffs);
    }
    CHECK(closed.contains("X-FAM"));  // as the data set's README says
}

TEST_CASE("factsheet: an area with its actors, roles and open cells") {
    const auto tables = dataset("musterkreis");
    const auto network = tables.network();
    const auto found = sheet(tables, {}, "mk-waldau");
    const auto has_gap = [&](std::string_view topic, CoverageState state) {
        return std::ranges::any_of(found.gaps, [&](const auto& gap) {
            return gap.topic.key == topic && gap.state == state;
        });
    };
    CHECK(has_gap("X-FAM", CoverageState::none));
    CHECK(has_gap("X-AU", CoverageState::none));
    CHECK(any_step(found, "the role 'Health in the jobcenter'"));
    CHECK(std::ranges::any_of(
        found.actors, [&](const auto& row) { return (*network)[row.actor].key == "tus-wa"; }));
    CHECK(std::ranges::none_of(found.actors, [&](const auto& row) {
        return (*network)[row.actor].key == "tv-mu";  // sits and works elsewhere
    }));
    CHECK_FALSE(found.sources.empty());
    CHECK(found.ties.empty());
}

TEST_CASE("factsheet: a programme has no position among the actors") {
    const auto found = sheet(dataset("verzahnung"), "prg-verzahnung");
    CHECK(found.position.empty());
    CHECK(found.ways.empty());
    CHECK_FALSE(found.ties.empty());
}

TEST_CASE("factsheet: a word that no list knows does not say that a tie lacks confirmation") {
    TestTables t;
    t.actor("a");
    t.actor("b");
    const auto asks = [&](const char* word) {
        TestTables with = t;
        with.tie("a", "b", TieKind::refers_to).confirmed_by = word;
        return any_step(sheet(with, "a"), "to confirm the tie");
    };
    CHECK(asks("from"));
    CHECK(asks("none"));
    CHECK_FALSE(asks("both"));
    CHECK_FALSE(asks("mündlich"));
    CHECK_FALSE(asks(""));
}

TEST_CASE("factsheet: planned and paused ties are shown as such") {
    TestTables t;
    for (const char* key : {"a", "b", "c", "d"}) t.actor(key);
    t.tie("a", "b").status = "planned";
    t.tie("c", "a", TieKind::funds).status = "paused";
    t.tie("a", "d").status = "ended";
    const auto view = analysis::make_view(t.network(), {});
    REQUIRE(view);
    Factsheet::Options options;
    options.actor = "a";
    const auto sheet = Factsheet::run(*view, options);
    REQUIRE(sheet);
    REQUIRE(sheet->ties.size() == 2);
    for (const auto& row : sheet->ties) {
        const bool planned = (*view->network)[row.partner].key == "b";
        CHECK(row.planned == planned);
        REQUIRE(row.status);
        CHECK(row.status->key == (planned ? "planned" : "paused"));
    }
    Document document;
    Factsheet::explain(*view, *sheet, document);
    CHECK(document.reading.front().en.starts_with("Partner a: recorded are ties with 1 actor, "));
}
