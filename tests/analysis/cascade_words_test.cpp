#include <lotse/analysis/cascade.hpp>

#include "acceptability.hpp"

#include <networks.hpp>

#include <catch2/catch.hpp>

using namespace lotse;
using analysis::Cascade;
using analysis::Stage;

namespace {

/// One area, one topic to a quarter of the weight each; `lost` by stage.
std::string sentence(const std::array<double, 5>& lost) {
    Cascade::Findings findings;
    findings.area_count = 4;
    for (std::size_t s = 0; s < lost.size(); ++s) {
        Cascade::StageTotal& stage = findings.stages.emplace_back();
        stage.stage = static_cast<Stage>(s);
        stage.lost = lost[s];
        if (!findings.largest_drop && lost[s] > 0) findings.largest_drop = stage.stage;
    }
    findings.effective = findings.effective_at_most = 0.5;
    const auto view = analysis::make_view(TestTables{}.network(), {});
    REQUIRE(view);
    Document document;
    Cascade::explain(*view, findings, document);
    return document.reading.at(0).en;
}

}  // namespace

TEST_CASE("Kleene's logic") {
    using enum ThreeValued;
    CHECK(analysis::both(yes, yes) == yes);
    CHECK(analysis::both(yes, unknown) == unknown);
    CHECK(analysis::both(unknown, no) == no);
    CHECK(analysis::either(no, no) == no);
    CHECK(analysis::either(no, unknown) == unknown);
    CHECK(analysis::either(unknown, yes) == yes);
}

TEST_CASE("stages at which as much is lost are all named", "[cascade]") {
    CHECK(
        sentence({0, 0.25, 0, 0, 0}).starts_with("Most is lost at the stage 'reachable': 25.0 %."));
    CHECK(
        sentence({0, 0.25, 0.1, 0.25, 0})
            .starts_with("Most is lost, as much at each, at the stages 'reachable' and 'contact': "
                         "25.0 %. Next, look at the longest ways"));
    // Sums of decimal fractions differ in their last digits.
    CHECK(sentence({0, 0.1 + 0.2, 0, 0, 0.3}).find("'reachable' and 'effect checked'") !=
          std::string::npos);
}

TEST_CASE("where nothing is recorded of a topic, the shares are bounds and not none", "[cascade]") {
    TestTables t;
    t.actor("jc", "jobcenter").area.key = "05911";
    t.offer("o", "LP-BEW", "jc").areas = {{"05911", {}}};
    const auto view = analysis::make_view(t.network(), {});
    REQUIRE(view);
    const auto found = Cascade::run(*view, {});
    REQUIRE(found);
    const auto& least = found->topics;
    const auto& most = found->topics_at_most;
    CHECK(least.at(0).topic.key == "LP-BEW");
    CHECK(least.at(0).exists == 1);
    CHECK(most.at(0).exists == 1);
    CHECK(least.at(1).exists == 0);
    CHECK(most.at(1).topic.key == least.at(1).topic.key);
    CHECK(most.at(1).exists == 1);
    CHECK(most.at(1).effective == 1);
}
