#include <lotse/analysis/sustainability.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <map>
#include <set>

using namespace lotse;
using analysis::Sustainability;

namespace {

using Ending = Sustainability::Ending;
using Standing = Sustainability::Standing;

Sustainability::Findings sustain(const TestTables& tables,
                                 const analysis::ViewOptions& view_options = {}) {
    const auto view = analysis::make_view(tables.network(), view_options);
    REQUIRE(view);
    const auto findings = Sustainability::run(*view, {});
    REQUIRE(findings);
    return *findings;
}

Ref<Actor> who(std::string key) {
    return {std::move(key), {}};
}

Offer& offer(TestTables& tables, std::string key, std::vector<std::string> funders,
             std::optional<PartialDate> end = {}, std::string status = "active") {
    Offer& row = tables.offer(std::move(key), "LP-BEW");
    for (std::string& funder : funders) row.funders.push_back(who(std::move(funder)));
    row.end = end;
    row.status = std::move(status);
    row.as_of = PartialDate{2026, 6, 30};
    return row;
}

Tie& funds(TestTables& tables, std::string from, std::string to, std::optional<double> share) {
    Tie& row = tables.tie(std::move(from), std::move(to), TieKind::funds);
    row.funding_share = share;
    return row;
}

std::map<std::string, Standing> standing(const TestTables& tables) {
    const auto network = tables.network();
    std::map<std::string, Standing> out;
    for (const auto& row : sustain(tables).offers)
        out[network->name_of(row.offer).key] = row.standing;
    return out;
}

}  // namespace

TEST_CASE("the standing of offers follows from status, end and funder", "[sustainability]") {
    TestTables tables;
    tables.actor("f", "health_insurer");
    offer(tables, "stays", {"f"});
    offer(tables, "unpaid", {});
    offer(tables, "soon", {"f"}, PartialDate{2027, 6, 29});
    offer(tables, "later", {"f"}, PartialDate{2027, 6, 30});
    offer(tables, "paused", {"f"}, {}, "paused");
    offer(tables, "unknown", {"f"}, {}, "");
    offer(tables, "over", {"f"}, PartialDate{2026, 6, 1});
    offer(tables, "ended", {"f"}, {}, "ended");
    offer(tables, "planned", {"f"}, {}, "planned");
    CHECK(standing(tables) == std::map<std::string, Standing>{{"stays", Standing::usable},
                                                              {"unpaid", Standing::no_funder},
                                                              {"soon", Standing::ending},
                                                              {"later", Standing::limited},
                                                              {"paused", Standing::unclear},
                                                              {"unknown", Standing::unclear}});
    const auto found = sustain(tables);
    CHECK(found.offers_running == 6);
    CHECK(found.without_funder == 1);
    CHECK(found.endings_within_year == 1);
    CHECK(found.ended == 2);
}

TEST_CASE("what has not begun does not end soon", "[sustainability]") {
    TestTables tables;
    offer(tables, "planned", {}, PartialDate{2026, 9, 1}, "planned");
    offer(tables, "ahead", {}, PartialDate{2026, 9, 1}).start = PartialDate{2026, 8, 1};
    offer(tables, "begun", {}, PartialDate{2026, 9, 1}).start = PartialDate{2026, 6, 1};
    const auto found = sustain(tables);
    REQUIRE(found.endings.size() == 1);
    CHECK(found.endings[0].key == "begun");
}

TEST_CASE("a tie of an actor that has ended does not end soon", "[sustainability]") {
    TestTables tables;
    tables.actor("here");
    tables.actor("gone").status = "ended";
    offer(tables, "o", {});  // gives the date
    for (const char* other : {"here", "gone"}) {
        tables.actor(std::string{"to-"} + other);
        tables.tie(other, std::string{"to-"} + other, TieKind::refers_to).until =
            PartialDate{2026, 9, 1};
    }
    std::vector<std::string> keys;
    for (const auto& row : sustain(tables).endings) keys.push_back(row.key);
    CHECK(keys == std::vector<std::string>{"here>to-here", "gone"});
}

TEST_CASE("concentration of funding by hand", "[sustainability]") {
    TestTables tables;
    for (const char* key : {"f", "g", "h", "whole", "half", "rest", "blank", "over"})
        tables.actor(key);
    offer(tables, "o", {}).as_of = PartialDate{2026, 6, 30};
    funds(tables, "f", "whole", 1.0);
    funds(tables, "f", "half", 0.5);
    funds(tables, "g", "half", 0.5);
    funds(tables, "f", "rest", 0.6);
    funds(tables, "f", "blank", std::nullopt);
    funds(tables, "f", "over", 0.8);
    funds(tables, "g", "over", 0.8);
    const auto network = tables.network();
    std::map<std::string, Sustainability::FundedRow> rows;
    for (const auto& row : sustain(tables).funded)
        rows.emplace(network->name_of(row.actor).key, row);
    CHECK(rows.at("whole").hhi_least == 1.0);
    CHECK(rows.at("whole").hhi_most == 1.0);
    CHECK(rows.at("whole").sole == ThreeValued::yes);
    CHECK(rows.at("half").hhi_least == 0.5);
    CHECK(rows.at("half").hhi_most == 0.5);
    CHECK(rows.at("half").sole == ThreeValued::no);
    CHECK(*rows.at("rest").hhi_least == Approx(0.36));
    CHECK(*rows.at("rest").hhi_most == Approx(0.36 + 0.16));
    CHECK(rows.at("rest").sole == ThreeValued::unknown);  // who pays the rest is not recorded
    CHECK_FALSE(rows.at("blank").hhi_least);
    CHECK(rows.at("blank").sole == ThreeValued::unknown);
    CHECK_FALSE(rows.at("over").hhi_least);  // 160 per cent
}

TEST_CASE("the whole counts every offer once, in equal parts", "[sustainability]") {
    TestTables tables;
    for (const char* key : {"f", "g"}) tables.actor(key);
    offer(tables, "a", {"f"});
    offer(tables, "b", {"f", "g"});
    offer(tables, "c", {"g"});
    offer(tables, "d", {"f"});
    offer(tables, "e", {});
    // f: 1 + 1/2 + 1 of 4, g: 1/2 + 1 of 4
    CHECK(*sustain(tables).funder_hhi == Approx(2.5 * 2.5 / 16 + 1.5 * 1.5 / 16));
    tables.offers.clear();
    CHECK_FALSE(sustain(tables).funder_hhi);
}

TEST_CASE("what hangs on a funder", "[sustainability]") {
    TestTables tables;
    for (const char* key : {"f", "g", "club"}) tables.actor(key);
    offer(tables, "a", {"f"});
    offer(tables, "b", {"f", "g"});
    offer(tables, "food", {"f"}).topics = {"LP-ERN"};
    funds(tables, "f", "club", 1.0);
    const auto network = tables.network();
    const auto found = sustain(tables);
    REQUIRE(found.funders.size() == 2);
    CHECK(network->name_of(found.funders[0].actor).key == "f");
    CHECK(found.funders[0].offers == 3);
    CHECK(found.funders[0].sole_offers == 2);
    CHECK(found.funders[0].sole_actors == 1);
    CHECK(found.funders[0].at_stake.size() == 3);
    REQUIRE(found.funders[0].topics.size() == 1);  // b keeps LP-BEW
    CHECK(found.funders[0].topics[0].key == "LP-ERN");
}

TEST_CASE("endings of actors and ties, with successors", "[sustainability]") {
    TestTables tables;
    tables.actor("old", "working_group").until = PartialDate{2025, 12, 31};
    tables.actor("new", "working_group");
    tables.actor("deal", "agreement").until = PartialDate{2026, 12, 31};
    tables.actor("day", "event").until = PartialDate{2026, 9, 1};
    tables.tie("new", "old", TieKind::successor_of);
    tables.tie("new", "deal", TieKind::party_to).until = PartialDate{2026, 8};
    tables.actors.back().as_of = PartialDate{2026, 6, 30};
    const auto found = sustain(tables);
    REQUIRE(found.endings.size() == 3);
    CHECK(found.endings[0].key == "new>deal");
    CHECK(found.endings[1].key == "deal");
    CHECK(found.endings[2].key == "old");
    CHECK(found.endings[2].state == Ending::ended);
    REQUIRE(found.endings[2].successors.size() == 1);
    CHECK(found.endings[2].successors[0].key == "new");
    CHECK(found.with_successor == 1);
}

TEST_CASE("nothing recorded, and no date", "[sustainability]") {
    const auto view = analysis::make_view(TestTables{}.network(), {});
    REQUIRE(view);
    const auto document = Sustainability::entry().run(*view, {});
    REQUIRE(document);
    CHECK(document->reading.size() == 1);

    TestTables tables;
    tables.actor("f");
    offer(tables, "soon", {"f"}, PartialDate{2027, 1, 1}).as_of = std::nullopt;
    CHECK(sustain(tables).endings.empty());
    CHECK(sustain(tables).limited == 1);
}

TEST_CASE("Musterkreis: what ends and what is usable now", "[sustainability]") {
    const TestTables tables = dataset("musterkreis");
    const auto network = tables.network();
    const auto found = sustain(tables);
    auto standings = standing(tables);
    CHECK(standings["o-bew-02"] == Standing::usable);     // Stadt pays, no end
    CHECK(standings["o-bew-04"] == Standing::ending);     // end of 2026
    CHECK(standings["o-bew-08"] == Standing::limited);    // end of 2027
    CHECK(standings["o-bew-05"] == Standing::no_funder);  // not recorded
    CHECK_FALSE(standings.contains("o-bew-09"));          // ended
    CHECK_FALSE(standings.contains("o-suc-06"));          // planned
    std::set<std::string> sole;
    for (const auto& row : found.funded)
        if (row.sole == ThreeValued::yes) sole.insert(network->name_of(row.actor).key);
    CHECK(sole == std::set<std::string>{"reha", "schuldner-mu", "kgc", "buerger-tal"});
    CHECK(found.usable + found.ending + found.limited + found.no_funder + found.unclear ==
          found.offers_running);
}

TEST_CASE("a whole in parts is a whole, whatever the order of the rows", "[sustainability]") {
    const std::vector<double> parts{0.7, 0.2, 0.1};  // 0.7 + 0.2 + 0.1 is not 1.0
    for (const auto& order : {std::vector{0, 1, 2}, {2, 1, 0}, {1, 2, 0}}) {
        TestTables tables;
        for (const char* key : {"f", "club"}) tables.actor(key);
        const std::vector<std::string> topics{"LP-BEW", "LP-ERN", "LP-SUC"};
        for (std::size_t i = 0; i < 3; ++i)
            funds(tables, "f", "club", parts[static_cast<std::size_t>(order[i])]).topics = {
                topics[i]};
        CHECK(sustain(tables).funded.at(0).sole == ThreeValued::yes);
    }
}

TEST_CASE("the sentence tells all that hangs on a funder, and who is its equal",
          "[sustainability]") {
    TestTables tables;
    for (const char* key : {"f", "g", "club", "shop"}) tables.actor(key);
    offer(tables, "a", {"f"});
    offer(tables, "b", {"f"});
    offer(tables, "c", {"g"});
    const auto sentence = [&] {
        const auto view = analysis::make_view(tables.network(), {});
        return Sustainability::entry().run(*view, {})->reading.at(1).en;
    };
    CHECK_THAT(sentence(), Catch::Contains("Most hangs on Partner f: 2 offers without"));
    funds(tables, "g", "club", 1.0);
    CHECK_THAT(sentence(), Catch::Contains("Partner f (and so 1 other): 2 offers without"));
    funds(tables, "g", "shop", 1.0);
    CHECK_THAT(sentence(), Catch::Contains("Partner g: 1 offer and 2 actors without"));
}

TEST_CASE("what ends on the same day ends first together", "[sustainability]") {
    TestTables tables;
    tables.actor("f");
    for (const char* key : {"a", "b", "c"}) offer(tables, key, {"f"}, PartialDate{2026, 12, 31});
    tables.offers.back().end = PartialDate{2027, 1, 31};
    const auto view = analysis::make_view(tables.network(), {});
    CHECK_THAT(Sustainability::entry().run(*view, {})->reading.back().en,
               Catch::Contains("(2026-12-31, and so 1 other row) ends first"));
}
