#include <lotse/analysis/introductions.hpp>

#include <networks.hpp>

#include <catch2/catch.hpp>

#include <functional>

using namespace lotse;
using namespace lotse::analysis;

namespace {

/// Jobcenter and clinic of one Kreis; the clinic has the only course.
Introductions::Findings find(const std::function<void(TestTables&)>& change,
                             Document* document = nullptr) {
    TestTables tables;
    tables.actor("jc", "jobcenter").area.key = "05911";
    tables.actor("clinic", "clinic").area.key = "05911";
    tables.offer("o", "LP-BEW", "clinic").status = "active";
    tables.offers.front().as_of = PartialDate{2026, 6, 30};
    change(tables);
    const auto view = make_view(tables.network(), {});
    REQUIRE(view);
    const auto findings = Introductions::run(*view, {});
    REQUIRE(findings);
    if (document) Introductions::explain(*view, *findings, *document);
    return *findings;
}

std::int64_t with_tie(const std::function<void(Tie&)>& change) {
    return find([&](TestTables& tables) { change(tables.tie("jc", "clinic", TieKind::refers_to)); })
        .candidates;
}

}  // namespace

TEST_CASE("a tie that has ended may begin anew, one that is planned is not proposed") {
    CHECK(find([](TestTables&) {}).candidates == 1);
    CHECK(with_tie([](Tie& tie) { tie.status = "ended"; }) == 1);
    CHECK(with_tie([](Tie& tie) { tie.until = PartialDate{2019, 0, 0}; }) == 1);
    for (const char* status : {"planned", "proposed"})
        CHECK(with_tie([&](Tie& tie) { tie.status = status; }) == 0);
}

TEST_CASE("who works together already may lack a referral, and it is said") {
    const auto last = [](const std::function<void(TestTables&)>& change) {
        Document document;
        find(change, &document);
        return document.reading.back().en;
    };
    const std::string_view said =
        "Between actors that have a tie already a referral may be missing";
    CHECK(last([](TestTables& tables) { tables.tie("jc", "clinic"); }).starts_with(said));
    CHECK_FALSE(last([](TestTables&) {}).starts_with(said));
    CHECK_FALSE(last([](TestTables& tables) {
                    tables.tie("jc", "clinic", TieKind::refers_to);
                }).starts_with(said));
}
