// Who has not begun yet on the date of --at, and who ended later, has not ended.

#include <lotse/analysis/coverage.hpp>
#include <lotse/analysis/evaluation.hpp>
#include <lotse/analysis/funding.hpp>

#include "offer_phase.hpp"
#include "presence.hpp"

#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;
using namespace lotse::analysis;

namespace {

View look(const TestTables& tables, ViewOptions options = {}) {
    const auto view = make_view(tables.network(), options);
    REQUIRE(view);
    return *view;
}

View look_at(const TestTables& tables, std::string_view date) {
    ViewOptions options;
    options.at = date;
    return look(tables, options);
}

/// A club with a running offer in a Kreis.
TestTables club() {
    TestTables tables;
    Actor& actor = tables.actor("club");
    actor.area.key = "05911";
    actor.status = "active";
    Offer& offer = tables.offer("o", "LP-BEW", "club");
    offer.areas = {{"05911", {}}};
    offer.status = "active";
    return tables;
}

std::string cell(const View& view, const Coverage::Options& options = {}) {
    const auto found = Coverage::run(view, options);
    REQUIRE(found);
    for (const auto& row : found->cells)
        if (options.programme.empty() ? row.topic.key == "LP-BEW" : true)
            return std::string{enumerator(row.state).key} + ' ' +
                   (row.reason ? row.reason->key : std::string{});
    return "no cell";
}

bool notes_lost_providers(const View& view) {
    std::vector<Message> notes;
    note_lost_providers(view, notes);
    return !notes.empty();
}

bool notes_lost_funders(const View& view) {
    std::vector<Message> notes;
    note_lost_funders(view, notes);
    return !notes.empty();
}

}  // namespace

TEST_CASE("a provider that is still to come has not ended", "[presence][coverage]") {
    TestTables tables = club();
    tables.actors[0].since = PartialDate{2021};
    tables.offers[0].start = PartialDate{2021, 5};
    CHECK(cell(look_at(tables, "2020-01")) == "planned ");
    CHECK_FALSE(notes_lost_providers(look_at(tables, "2020-01")));
    CHECK(actor_phase(look_at(tables, "2020-01"), ActorId{0}) == Phase::planned);
    tables.actors[0].status = "planned";
    tables.actors[0].since = PartialDate{2027, 1};
    tables.offers[0].status = "planned";
    tables.offers[0].start.reset();
    CHECK(cell(look_at(tables, "2026-06")) == "planned ");
}

TEST_CASE("who ended after the date was there on it", "[presence][coverage]") {
    TestTables tables = club();
    Actor& provider = tables.actors[0];
    provider.status = "ended";
    provider.since = PartialDate{2010};
    provider.until = PartialDate{2025, 12, 31};
    tables.offers[0].start = PartialDate{2020};
    tables.offers[0].end = PartialDate{2025, 12, 31};
    CHECK(cell(look_at(tables, "2023-06")) == "available ");
    CHECK(is_present(look_at(tables, "2023-06"), ActorId{0}));
    tables.offers[0].end.reset();
    CHECK(cell(look_at(tables, "2026-01")) == "unknown provider_ended");
    CHECK_FALSE(is_present(look_at(tables, "2026-01"), ActorId{0}));
    CHECK_FALSE(is_present(look_at(tables, "2009-06"), ActorId{0}));
    CHECK(actor_phase(look_at(tables, "2009-06"), ActorId{0}) == Phase::planned);
    // Without an end the status is all that is known; without --at it is what holds today.
    provider.until.reset();
    CHECK(cell(look_at(tables, "2023-06")) == "unknown provider_ended");
    provider.until = PartialDate{2030};
    CHECK(actor_phase(look(tables), ActorId{0}) == Phase::ended);
}

TEST_CASE("a funder that is still to come is no funder of the past", "[presence][funding]") {
    TestTables tables = club();
    tables.actor("payer", "foundation").since = PartialDate{2027};
    tables.offers[0].funders = {{"payer", {}}};
    const View view = look_at(tables, "2026-06");
    CHECK(funders_now(view, view.network->offers()[0]).size() == 1);
    CHECK_FALSE(notes_lost_funders(view));
    const auto found = Funding::run(view, {});
    REQUIRE(found);
    CHECK(found->not_recorded == 0);
    tables.actors[1].until = PartialDate{2025};
    tables.actors[1].since.reset();
    CHECK(notes_lost_funders(look_at(tables, "2026-06")));
}

TEST_CASE("a programme that is still to come is planned where partners take part",
          "[presence][coverage]") {
    TestTables tables;
    Actor& jobcenter = tables.actor("jc", "jobcenter");
    jobcenter.area.key = "05911";
    jobcenter.serves = {{"05911", {}}};
    Actor& programme = tables.actor("prg", "programme");
    programme.since = PartialDate{2023, 1, 1};
    programme.until = PartialDate{2027, 12, 31};
    tables.tie("jc", "prg", TieKind::participates_in);
    Coverage::Options options;
    options.programme = "prg";
    CHECK(cell(look_at(tables, "2022-06"), options) == "planned ");
    CHECK(cell(look_at(tables, "2024-06"), options) == "available ");
    CHECK(cell(look_at(tables, "2028-06"), options) == "unknown programme_ended");
    tables.actors[1].status = "ended";
    CHECK(cell(look_at(tables, "2024-06"), options) == "available ");
    CHECK(cell(look_at(tables, "2022-06"), options) == "planned ");
    CHECK(cell(look(tables), options) == "unknown programme_ended");
}

TEST_CASE("who evaluated stays a fact after the evaluator has ended", "[evaluation]") {
    TestTables tables;
    tables.actor("inst", "research").until = PartialDate{2025, 12, 31};
    tables.actor("pr", "programme");
    tables.actor("club");
    tables.offer("o", "LP-BEW", "club").status = "active";
    tables.tie("club", "pr", TieKind::participates_in);
    tables.tie("inst", "pr", TieKind::evaluates).status = "active";
    const auto programme = [&] {
        const auto found = Evaluation::run(look_at(tables, "2026-06"), {});
        REQUIRE(found);
        REQUIRE(found->programmes.size() == 1);
        REQUIRE(found->offers.size() == 1);
        CHECK(found->offers[0].evaluators.size() == found->programmes[0].evaluators.size());
        return found->programmes[0];
    };
    CHECK(programme().evaluated == ThreeValued::yes);
    REQUIRE(programme().evaluators.size() == 1);
    CHECK(programme().evaluators[0].key == "inst");
    tables.ties[1].status = "planned";
    CHECK(programme().evaluated == ThreeValued::unknown);
}

TEST_CASE("lost providers and funders are named for the areas and groups asked for", "[presence]") {
    TestTables tables = club();
    tables.actors[0].status = "ended";
    Offer& offer = tables.offers[0];
    offer.funders = {{"club", {}}};
    offer.targets = {"women"};
    offer.legal = {"sgb5"};
    const auto named = [&](const ViewOptions& options) {
        const View view = look(tables, options);
        CHECK(notes_lost_providers(view) == notes_lost_funders(view));
        return notes_lost_providers(view);
    };
    ViewOptions options;
    CHECK(named(options));
    options.area = {"05913"};
    CHECK_FALSE(named(options));
    options.area = {"05"};
    CHECK(named(options));
    options.target = {"sgb2"};
    CHECK_FALSE(named(options));
    options.target = {"women"};
    CHECK(named(options));
    options.legal = {"sgb3"};
    CHECK_FALSE(named(options));
    offer.legal.clear();  // may be open
    CHECK(named(options));
}
