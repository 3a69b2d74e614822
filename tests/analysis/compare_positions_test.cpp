#include <lotse/analysis/compare.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

using namespace lotse;
using analysis::Compare;

namespace {

std::vector<Compare::PositionRow> positions(const TestTables& before, const TestTables& after) {
    const auto found = Compare::run(*analysis::make_view(before.network(), {}),
                                    *analysis::make_view(after.network(), {}), {});
    REQUIRE(found);
    return found->positions;
}

/// Twelve actors, some of them tied.
TestTables few() {
    return lettered(12, "AB AC AD AE BF CG DH");
}

}  // namespace

TEST_CASE("actors who are newly recorded push nobody down", "[compare]") {
    // Twelve more, all tied with each other: more partners than anybody had before.
    TestTables after = few();
    for (int i = 0; i < 12; ++i) {
        after.actor("n" + std::to_string(i));
        for (int j = 0; j < i; ++j) after.tie("n" + std::to_string(j), "n" + std::to_string(i));
    }
    CHECK(positions(few(), after).empty());
    CHECK(positions(after, few()).empty());
}

TEST_CASE("who overtakes the others of both states is shown", "[compare]") {
    TestTables after = few();
    for (const char* key : {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"})
        after.tie("L", key);
    after.actor("new");
    const auto found = positions(few(), after);
    const auto is_lead = [](const Compare::PositionRow& row) {
        return row.actor == "L" && row.measure.key == "degree";
    };
    const auto it = std::ranges::find_if(found, is_lead);
    REQUIRE(it != found.end());
    CHECK(it->meaning == analysis::Meaning::improved);
    CHECK(it->after.en == "rank 1");
}

TEST_CASE("states without a common actor have no positions to compare", "[compare]") {
    TestTables other;
    other.actor("elsewhere");
    CHECK(positions(few(), other).empty());
}
