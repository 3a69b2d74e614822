#include <lotse/analysis/matching.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <map>
#include <set>

using namespace lotse;
using analysis::Matching;

namespace {

Matching::Findings match(const TestTables& tables, const analysis::ViewOptions& look = {},
                         Flag all_courses = Flag::off) {
    const auto view = analysis::make_view(tables.network(), look);
    REQUIRE(view);
    const auto findings = Matching::run(*view, {all_courses});
    REQUIRE(findings);
    return *findings;
}

std::string keys(const std::vector<Choice>& choices) {
    std::string out;
    for (const Choice& choice : choices) out += (out.empty() ? "" : "|") + choice.key;
    return out;
}

std::map<std::string, std::string> pairs(const TestTables& tables, Flag all_courses = Flag::off) {
    const auto network = tables.network();
    std::map<std::string, std::string> out;
    for (const auto& pair : match(tables, {}, all_courses).pairs)
        out[network->name_of(pair.measure).key] = network->name_of(pair.course).key;
    return out;
}

/// The reasons of the only measure, "" if it is in a pair.
std::string reason(const TestTables& tables) {
    const auto found = match(tables);
    return found.unmatched.empty() ? "" : keys(found.unmatched.at(0).reason);
}

Offer& measure(TestTables& tables, const std::string& key) {
    Offer& offer = tables.offer(key, "X-COA");
    offer.form = "labour_measure";
    offer.areas = {{"dorf", {}}};
    offer.targets = {"long_term"};
    offer.legal = {"sgb2"};
    return offer;
}

Offer& course(TestTables& tables, const std::string& key) {
    Offer& offer = tables.offer(key, "LP-BEW");
    offer.form = "course";
    offer.areas = {{"dorf", {}}};
    offer.targets = {"unemployed"};
    offer.legal = {"sgb2", "sgb3"};
    offer.free = ThreeValued::yes;
    offer.certified = "zpp";
    offer.status = "active";
    offer.vacancies = 1;
    return offer;
}

TestTables one_of_each() {
    TestTables tables;
    for (const char* key : {"dorf", "stadt"}) {
        Area& area = tables.areas.emplace_back();
        area.key = key;
        area.name = key;
    }
    measure(tables, "m1");
    course(tables, "k1");
    return tables;
}

}  // namespace

TEST_CASE("That a provider has ended is to be settled before the two are joined", "[matching]") {
    TestTables tables = one_of_each();
    tables.actor("a").status = "ended";
    const auto to_check = [&] { return "|" + keys(match(tables).pairs.at(0).to_check) + "|"; };
    const auto holds = [&](std::string_view key) {
        return to_check().find(key) != std::string::npos;
    };
    CHECK_FALSE(holds("provider_ended"));
    tables.offers[1].providers = {{"a", {}}};
    CHECK(holds("|provider_ended|"));
    CHECK_FALSE(holds("measure_provider_ended"));
    tables.offers[1].providers.clear();
    tables.offers[0].host.key = "a";
    CHECK(holds("|measure_provider_ended|"));
    CHECK_FALSE(holds("|provider_ended|"));
}

TEST_CASE("A measure and a course that fit, and each reason why not", "[matching]") {
    TestTables tables = one_of_each();
    CHECK(pairs(tables) == std::map<std::string, std::string>{{"m1", "k1"}});
    // 10 + same area 2 + free 2 + certified 2 + subsidy 1 + vacancies 1 + all circles 1
    CHECK(match(tables).pairs.at(0).weight == 19);
    const TestTables good = tables;
    const auto with = [&](auto&& change) {
        TestTables changed = good;
        change(changed.offers[1]);
        return reason(changed);
    };
    CHECK(with([](Offer& k) { k.areas = {{"stadt", {}}}; }) == "no_course");
    CHECK(with([](Offer& k) { k.areas.clear(); }) == "no_course");
    CHECK(with([](Offer& k) { k.targets = {"women"}; }) == "targets");
    CHECK(with([](Offer& k) { k.legal = {"sgb3"}; }) == "legal");
    CHECK(with([](Offer& k) { k.fee_eur = 10; }) == "fee");
    CHECK(with([](Offer& k) { k.certified = "none"; }) == "certificate");
    CHECK(with([](Offer& k) { k.vacancies = 0; }) == "full");
    CHECK(with([](Offer& k) { k.status = "ended"; }) == "no_course");
    CHECK(with([](Offer& k) { k.form = "event"; }) == "no_course");
    CHECK(with([](Offer& k) { k.topics = {"X-AU"}; }) == "no_course");
    CHECK(with([](Offer& k) {
              k.certified = "none";
              k.legal = {"sgb3"};
          }) == "certificate|legal");
    tables.offers[0].end = PartialDate{2025, 12, 0};
    tables.offers[1].start = PartialDate{2026, 1, 0};
    CHECK(reason(tables) == "dates");
    tables.offers[1].start = PartialDate{2025, 12, 0};
    CHECK(reason(tables).empty());
    tables.offers[0].areas.clear();
    CHECK(reason(tables) == "place_not_recorded");
}

TEST_CASE("What is not recorded stands in no way and is named", "[matching]") {
    TestTables tables = one_of_each();
    Offer& k = tables.offers[1];
    k.targets.clear();
    k.legal.clear();
    k.free = ThreeValued::unknown;
    k.certified.clear();
    k.vacancies.reset();
    k.status.clear();
    const auto found = match(tables);
    REQUIRE(found.pairs.size() == 1);
    CHECK(keys(found.pairs[0].to_check) ==
          "condition|fee|certificate|vacancies|status|targets|legal");
    CHECK(found.pairs[0].weight == 12);  // 10 + same area 2
}

TEST_CASE("A word that no list knows is no answer", "[matching]") {
    const TestTables good = one_of_each();
    const auto with = [&](auto&& change) {
        TestTables changed = good;
        change(changed.offers[0], changed.offers[1]);
        const auto found = match(changed);
        return found.pairs.empty() ? "no pair" : keys(found.pairs[0].to_check);
    };
    const std::string recorded = with([](Offer&, Offer&) {});
    for (const char* word : {"unbekannt", "beantragt"})
        CHECK(with([&](Offer&, Offer& k) { k.certified = word; }) ==
              with([](Offer&, Offer& k) { k.certified.clear(); }));
    const auto strangers = with([](Offer& m, Offer& k) { m.targets = k.targets = {"unbekannt"}; });
    CHECK(strangers == with([](Offer& m, Offer& k) {
              m.targets.clear();
              k.targets.clear();
          }));
    CHECK(strangers != recorded);
    CHECK(with([](Offer&, Offer& k) { k.status = "beantragt"; }) ==
          with([](Offer&, Offer& k) { k.status.clear(); }));
    // A later start says that it is planned, whatever the status.
    const auto later = [&](std::string status) {
        TestTables changed = good;
        changed.offers[1].start = parse_partial_date("2027-03");
        changed.offers[1].status = std::move(status);
        analysis::ViewOptions look;
        look.at = "2026-11-01";
        const auto found = match(changed, look);
        return found.pairs.empty() ? "no pair" : keys(found.pairs[0].to_check);
    };
    CHECK(later("active").find("planned") != std::string::npos);
    CHECK(later("").find("status") == std::string::npos);
    // A known group besides decides; a word besides an unlike group does not shut anybody out.
    CHECK(with([](Offer&, Offer& k) { k.targets = {"unemployed", "Schichtleute"}; }) == recorded);
    CHECK(with([](Offer&, Offer& k) { k.targets = {"women", "Schichtleute"}; }) == strangers);
}

TEST_CASE("Places are given where they bring the most", "[matching]") {
    TestTables tables = one_of_each();
    measure(tables, "m2").targets = {"unemployed"};
    auto found = match(tables);
    REQUIRE(found.pairs.size() == 1);  // one vacancy: the measure of the same target group
    CHECK(pairs(tables) == std::map<std::string, std::string>{{"m2", "k1"}});
    CHECK(keys(found.unmatched.at(0).reason) == "taken");
    CHECK(keys(found.unmatched.at(0).closest) == "k1");
    tables.offers[1].vacancies = 2;
    found = match(tables);
    CHECK(found.pairs.size() == 2);
    CHECK(found.pairs[0].to_check.back().key == "shared");
    tables.offers[1].vacancies = 1;
    course(tables, "k2").targets = {"long_term"};
    CHECK(pairs(tables) == std::map<std::string, std::string>{{"m1", "k2"}, {"m2", "k1"}});
    CHECK(match(tables).total_weight == 23 + 23);
    tables.codes.emplace_back();
    tables.codes.back().list = "matching_points";
    tables.codes.back().code = "shared_target";
    tables.codes.back().de = tables.codes.back().en = "x";
    tables.codes.back().rule = "0";  // a network sets its own points
    CHECK(match(tables).total_weight == 19 + 19);
}

TEST_CASE("Matching on nothing", "[matching]") {
    for (const TestTables& tables : {TestTables{}, lettered(1, ""), lettered(3, "AB AB BC AA")}) {
        CHECK(match(tables).measures == 0);
        CHECK(match(tables).pairs.empty());
    }
    TestTables tables = one_of_each();
    tables.offers.erase(tables.offers.begin() + 1);
    CHECK(reason(tables) == "no_course");
}

TEST_CASE("Four of seven measures of the fictional Kreis have a free certified course",
          "[matching]") {
    const TestTables tables = dataset("musterkreis");
    const auto network = tables.network();
    const auto found = match(tables);
    CHECK(found.measures == 7);
    const std::map<std::string, std::string> expected{{"o-coa-02", "o-bew-01"},
                                                      {"o-coa-03", "o-ern-01"},
                                                      {"o-coa-04", "o-bew-03"},
                                                      {"o-suc-05", "o-bew-01"}};
    CHECK(pairs(tables) == expected);
    for (const auto& pair : found.pairs) {
        CHECK((*network)[pair.course].free == ThreeValued::yes);
        CHECK((*network)[pair.course].certified == "zpp");
        REQUIRE(pair.area);
        CHECK((*network)[*pair.area].level == "municipality");
    }
    std::map<std::string, std::string> alone;
    for (const auto& row : found.unmatched)
        alone[network->name_of(row.measure).key] = keys(row.reason);
    CHECK(alone == std::map<std::string, std::string>{{"o-coa-05", "no_course|certificate"},
                                                      {"o-coa-06", "certificate|fee"},
                                                      {"o-soz-05", "certificate|fee"}});
    // Every measure is in one table, and no candidate beats a pair without costing another.
    std::set<OfferId> seen;
    for (const auto& pair : found.pairs) seen.insert(pair.measure);
    for (const auto& row : found.unmatched) seen.insert(row.measure);
    CHECK(seen.size() == 7);
    std::int64_t best_alone = 0;
    for (const auto& pair : found.pairs) {
        std::int64_t best = 0;
        for (const auto& candidate : found.candidates)
            if (candidate.measure == pair.measure)
                best = std::max(best, candidate.weight.value_or(0));
        best_alone += best;
    }
    CHECK(found.total_weight <= best_alone);
    CHECK(pairs(tables, Flag::on).size() == 7);  // with groups and courses for a fee
    TestTables ablated = tables;
    std::erase_if(ablated.offers, [](const Offer& o) { return o.form != "labour_measure"; });
    CHECK(match(ablated).pairs.empty());
}

TEST_CASE("Of very many candidates every measure keeps those nearest to a pair", "[matching]") {
    TestTables tables = one_of_each();
    for (int i = 100; i < 429; ++i) {
        measure(tables, "m" + std::to_string(i));
        course(tables, "k" + std::to_string(i)).certified = i < 390 ? "none" : "zpp";
    }
    const Matching::Findings found = match(tables);  // 330 x 330, of which 100,000 / 330 each
    CHECK(found.matched == 40);
    CHECK(found.candidates.size() == 330 * 303);
    CHECK(found.candidates_left_out == 330 * 27);
    const auto place = [](const Matching::Candidate& row) {
        return std::pair{row.measure, row.course};
    };
    CHECK(std::ranges::is_sorted(found.candidates, {}, place));
    CHECK(std::ranges::count(found.candidates, "chosen",
                             [](const Matching::Candidate& row) { return row.state.key; }) == 40);
    CHECK(std::ranges::count_if(found.candidates, [](const Matching::Candidate& row) {
              return row.obstacles.empty();
          }) == 330 * 40);
}
