// What coverage says of offers and programmes of which it is not certain that they run.

#include <lotse/analysis/coverage.hpp>
#include <lotse/analysis/duration.hpp>
#include <lotse/analysis/needs.hpp>

#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <type_traits>

using namespace lotse;
using analysis::Coverage;

namespace {

/// A running course of a club in a Kreis, and a second one without a recorded status.
TestTables two_courses() {
    TestTables t;
    t.actor("club").area.key = "15085";
    t.actor("office");
    for (const char* key : {"course", "second"})
        t.offer(key, "LP-BEW", "club").areas = {{"15085", {}}};
    t.offers.front().status = "active";
    t.offers.back().providers = {{"office", {}}};
    return t;
}

Coverage::Cell cell(const TestTables& tables, const std::string& programme = {}) {
    analysis::ViewOptions options;
    options.area = {"15085"};
    if (programme.empty()) options.topic = {"LP-BEW"};
    const auto view = analysis::make_view(tables.network(), options);
    REQUIRE(view);
    const auto found = Coverage::run(*view, {{}, programme});
    REQUIRE(found);
    REQUIRE(found->cells.size() == 1);
    return found->cells.front();
}

std::string offers_of(const TestTables& tables) {
    std::string out;
    for (const Choice& offer : cell(tables).offers) out += offer.key + ' ';
    return out;
}

}  // namespace

TEST_CASE("a status that the network adds is a reason in its own words", "[coverage]") {
    TestTables t = two_courses();
    t.codes.push_back({{}, "offer_statuses", "seasonal", "im Sommer", "in summer", {}, {}});
    t.offers.pop_back();
    t.offers.front().status = "seasonal";
    const Coverage::Cell found = cell(t);
    CHECK(found.state == CoverageState::available);
    REQUIRE(found.reason);
    CHECK(found.reason->key == "status=seasonal");
    CHECK(found.reason->label.de == "Status: im Sommer");
    CHECK(found.reason->label.en == "status: in summer");
    t.offer("sure", "LP-BEW").areas = {{"15085", {}}};
    t.offers.back().status = "active";
    CHECK_FALSE(cell(t).reason);
}

TEST_CASE("an offer of providers that have ended stands only where its state is not known",
          "[coverage]") {
    TestTables t = two_courses();
    CHECK(offers_of(t) == "course second ");
    t.actors.back().status = "ended";
    CHECK(offers_of(t) == "course ");
    t.offers.erase(t.offers.begin());
    CHECK(cell(t).reason->key == "provider_ended");
    CHECK(offers_of(t) == "second ");
    Finding& finding = t.findings.emplace_back();
    finding.area.key = "15085";
    finding.topic = "LP-BEW";
    finding.state = CoverageState::none;
    CHECK(cell(t).state == CoverageState::none);
    CHECK(offers_of(t).empty());
}

TEST_CASE("a programme or a participation that has ended is no former offer", "[coverage]") {
    TestTables t;
    t.actor("jc", "jobcenter").serves = {{"15085", {}}};
    t.actor("prg", "programme");
    Tie& tie = t.tie("jc", "prg", TieKind::participates_in);
    CHECK(cell(t, "prg").state == CoverageState::available);
    tie.status = "ended";
    CHECK(cell(t, "prg").state == CoverageState::unknown);
    CHECK(cell(t, "prg").reason->key == "participation_ended");
    CHECK(cell(t, "prg").reason->label.en == "a former participation has ended");
    CHECK(cell(t, "prg").offers.empty());
    t.actors.back().status = "ended";
    CHECK(cell(t, "prg").reason->key == "programme_ended");
    CHECK(cell(t, "prg").reason->label.de == "das Programm ist beendet");
}

TEST_CASE("what has no area and so is in no cell is named", "[coverage]") {
    TestTables t;
    t.actor("prg", "programme");
    t.actor("jc", "jobcenter").area.key = "05911";
    t.actor("anywhere", "jobcenter");
    t.actor("once", "jobcenter");
    t.actor("closed", "jobcenter").status = "ended";
    for (const char* key : {"jc", "anywhere", "once", "closed"})
        t.tie(key, "prg", TieKind::participates_in).status =
            std::string{key} == "once" ? "ended" : "";
    t.offer("placed", "LP-BEW", "jc").areas = {{"05911", {}}};
    t.offer("unplaced", "LP-BEW", "jc");
    const analysis::View view = *analysis::make_view(t.network(), {});
    const auto says = [&](const Document& document, std::string_view english) {
        return std::ranges::any_of(document.notes,
                                   [&](const Message& note) { return note.en == english; });
    };
    const auto explained = [&]<class Analysis>(std::type_identity<Analysis>,
                                               const typename Analysis::Options& options) {
        Document document;
        Analysis::explain(view, *Analysis::run(view, options), document);
        return document;
    };
    CHECK(says(
        explained(std::type_identity<Coverage>{}, {{}, "prg"}),
        "Jobcenters and agencies that take part or are going to, and count in no cell "
        "without a recorded area: Partner anywhere. Enter seat or area of work (sheet 'Actors')."));
    const std::string_view unplaced = "Offers without area and venue, which count in no cell: 1.";
    CHECK(says(explained(std::type_identity<Coverage>{}, {}), unplaced));
    CHECK(says(explained(std::type_identity<analysis::Duration>{}, {}), unplaced));
    CHECK(says(explained(std::type_identity<analysis::Needs>{}, {}), unplaced));
}
