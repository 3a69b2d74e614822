#include <lotse/analysis/cascade.hpp>

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
