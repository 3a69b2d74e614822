#include <lotse/analysis/duration.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <functional>
#include <map>
#include <set>

using namespace lotse;
using analysis::Duration;

namespace {

using State = Duration::State;

Ref<Area> at(std::string key) {
    return {std::move(key), {}};
}

/// An offer against addiction in the Kreis Harz, seen from mid-2026.
TestTables harz() {
    TestTables tables;
    tables.actor("ga", "health_office").serves.push_back(at("15085"));
    Offer& offer = tables.offer("o", "LP-SUC", "ga");
    offer.areas.push_back(at("15085"));
    offer.targets = {"addiction"};
    offer.form = "group";
    offer.status = "active";
    offer.as_of = PartialDate{2026, 6, 30};
    return tables;
}

Duration::Findings durations(const TestTables& tables,
                             const analysis::ViewOptions& view_options = {}) {
    const auto view = analysis::make_view(tables.network(), view_options);
    REQUIRE(view);
    const auto findings = Duration::run(*view, {});
    REQUIRE(findings);
    return *findings;
}

analysis::ViewOptions in(std::string area) {
    analysis::ViewOptions out;
    out.area = {std::move(area)};
    return out;
}

/// State of the rule about addiction in the Kreis Harz after a change.
State state_with(const std::function<void(TestTables&, Offer&)>& change) {
    TestTables tables = harz();
    change(tables, tables.offers.front());
    for (const auto& cell : durations(tables, in("15085")).areas)
        if (cell.rule.key == "addiction-year") return cell.state;
    FAIL("no cell of the rule");
    return State::unknown;
}

}  // namespace

TEST_CASE("a rule asks for at least 52 weeks", "[duration]") {
    CHECK(state_with([](auto&, Offer& o) { o.duration_weeks = 52; }) == State::meets);
    CHECK(state_with([](auto&, Offer& o) { o.duration_weeks = 104; }) == State::meets);
    CHECK(state_with([](auto&, Offer& o) { o.duration_weeks = 51.9; }) == State::too_short);
    CHECK(state_with([](auto&, Offer& o) { o.duration_weeks = 0; }) == State::too_short);
    CHECK(state_with([](auto&, Offer&) {}) == State::not_recorded);
}

TEST_CASE("open-ended is decided by form and end", "[duration]") {
    const auto open = [](auto&, Offer& o) { o.form = "counselling"; };
    CHECK(state_with(open) == State::open_ended);
    CHECK(state_with([](auto&, Offer& o) { o.form = "open_offer"; }) == State::open_ended);
    CHECK(state_with([](auto&, Offer& o) { o.form = "course"; }) == State::not_recorded);
    CHECK(state_with([](auto&, Offer& o) {
              o.form = "counselling";
              o.end = PartialDate{2026, 12, 31};
          }) == State::too_short);
    CHECK(state_with([](auto&, Offer& o) {
              o.form = "counselling";
              o.end = PartialDate{2027, 6, 28};  // 52 weeks from 30 June 2026, both days counted
          }) == State::open_ended);
    CHECK(state_with([](auto&, Offer& o) {
              o.form = "counselling";
              o.end = PartialDate{2027, 6, 27};
          }) == State::too_short);
    CHECK(state_with([](auto&, Offer& o) {  // recorded weeks win over the form
              o.form = "counselling";
              o.duration_weeks = 12;
          }) == State::too_short);
}

TEST_CASE("an open form to an end, and from a day, of which only the month is known",
          "[duration]") {
    TestTables tables = harz();
    tables.offers[0].form = "counselling";
    const auto row = [&](const std::string& day) {
        analysis::ViewOptions options = in("15085");
        options.at = day;
        return durations(tables, options).offers.front();
    };
    tables.offers[0].end = PartialDate{2026, 12};
    CHECK(row("2026").state == State::not_recorded);  // 0 to 52 weeks
    CHECK_FALSE(row("2026").weeks);
    CHECK(row("2025-12").state == State::not_recorded);
    CHECK(row("2025-11-30").state == State::open_ended);
    CHECK(row("2026-12-15").state == State::too_short);
    CHECK(*row("2026-12-18").weeks == Approx(2));  // to the last day of the month
    tables.offers[0].end = PartialDate{2026, 12, 30};
    CHECK(row("2026-01-01").state == State::open_ended);  // the last day counts
    CHECK(row("2026-01-02").state == State::too_short);
}

TEST_CASE("a planned offer lasts from its start", "[duration]") {
    TestTables tables = harz();
    Offer& offer = tables.offers[0];
    offer.form = "counselling";
    offer.start = PartialDate{2027, 1, 1};
    offer.end = PartialDate{2027, 12, 31};
    const auto planned = [&] {
        const auto cell = durations(tables, in("15085")).areas.front();
        CHECK(cell.state == State::planned);
        return cell.planned.size();
    };
    CHECK(planned() == 1);
    offer.end = PartialDate{2027, 10, 31};  // more than a year after the reference date
    CHECK(planned() == 0);
    offer.form = "course";  // weeks not recorded
    CHECK(planned() == 0);
}

TEST_CASE("what is not there is planned, none or unknown", "[duration]") {
    CHECK(state_with([](auto&, Offer& o) { o.status = "planned"; }) == State::planned);
    CHECK(state_with([](auto&, Offer& o) { o.status = "ended"; }) == State::unknown);
    CHECK(state_with([](auto&, Offer& o) { o.topics = {"LP-BEW"}; }) == State::unknown);
    CHECK(state_with([](auto&, Offer& o) {
              o.targets = {"family_carers"};
              o.duration_weeks = 60;
          }) == State::unknown);
    CHECK(state_with([](auto&, Offer& o) {  // for everybody
              o.targets = {"public"};
              o.duration_weeks = 60;
          }) == State::meets);
    CHECK(state_with([](auto&, Offer& o) {  // for whom is not recorded
              o.targets.clear();
              o.duration_weeks = 12;
          }) == State::not_recorded);
    CHECK(state_with([](TestTables& t, Offer& o) {
              o.status = "ended";
              Finding& finding = t.findings.emplace_back();
              finding.area = at("15085");
              finding.topic = "LP-SUC";
              finding.state = CoverageState::none;
          }) == State::none);
}

TEST_CASE("the best of several offers counts, unknown before too short", "[duration]") {
    const auto with_second = [](std::optional<double> weeks) {
        return [weeks](TestTables& t, Offer& first) {
            first.duration_weeks = 12;
            Offer second = first;
            second.key = "p";
            second.duration_weeks = weeks;
            t.offers.push_back(second);
        };
    };
    CHECK(state_with(with_second(52)) == State::meets);
    CHECK(state_with(with_second(20)) == State::too_short);
    CHECK(state_with(with_second(std::nullopt)) == State::not_recorded);
}

TEST_CASE("a network without anything is answered", "[duration]") {
    const auto empty = durations(TestTables{});
    CHECK(empty.areas.empty());
    CHECK(empty.rules.size() == 2);
    const auto view = analysis::make_view(TestTables{}.network(), {});
    REQUIRE(view);
    const auto document = Duration::entry().run(*view, {});
    REQUIRE(document);
    CHECK(document->reading.size() == 1);
}

TEST_CASE("a network adds and narrows rules", "[duration]") {
    TestTables tables = harz();
    OwnCode& own = tables.codes.emplace_back();
    own.list = "duration_rules";
    own.code = "movement-half-year";
    own.de = "Bewegung: ein halbes Jahr";
    own.en = "Movement: half a year";
    own.rule = "topics=LP-BEW|X-SOZ; targets=unemployed; min_weeks=26; open_forms=open_offer";
    tables.offers.front().topics = {"LP-BEW"};
    tables.offers.front().targets = {"public"};
    tables.offers.front().duration_weeks = 20;
    analysis::ViewOptions options = in("15085");
    options.topic = {"LP-BEW"};
    const auto found = durations(tables, options);
    REQUIRE(found.areas.size() == 1);
    CHECK(found.areas[0].state == State::too_short);
    CHECK(found.offers.at(0).missing_weeks == 6.0);
}

TEST_CASE("Musterkreis: 52 weeks only in self-help and planned", "[duration]") {
    const TestTables tables = dataset("musterkreis");
    const auto network = tables.network();
    std::map<State, std::set<std::string>> offers;
    const auto found = durations(tables);
    for (const auto& row : found.offers)
        if (row.rule.key == "addiction-year")
            offers[row.state].insert(network->name_of(row.offer).key);
    CHECK(offers[State::meets] == std::set<std::string>{"o-suc-04"});
    CHECK(offers[State::planned] == std::set<std::string>{"o-suc-06"});
    CHECK(offers[State::too_short] == std::set<std::string>{"o-suc-02", "o-suc-05"});
    CHECK(offers[State::open_ended] == std::set<std::string>{"o-suc-01", "o-suc-03"});
    std::map<std::string, State> areas;
    for (const auto& cell : found.areas)
        if (cell.rule.key == "addiction-year") areas[network->name_of(cell.area).key] = cell.state;
    CHECK(areas.size() == 8);
    CHECK(areas["mk-talbrueck"] == State::meets);
    CHECK(areas["mk-musterstadt"] == State::open_ended);
    CHECK(areas["mk-suederhoehe"] == State::none);
    CHECK(areas["mk-koenigsacker"] == State::unknown);
}

TEST_CASE("deleting offers makes gaps unknown, not none", "[duration]") {
    TestTables tables = dataset("musterkreis");
    tables.offers.clear();
    const auto before = durations(dataset("musterkreis"));
    const auto found = durations(tables);
    CHECK(found.none == before.none);
    CHECK(found.unknown == static_cast<std::int64_t>(found.areas.size()) - found.none);
}
