#include <lotse/analysis/paths.hpp>

#include <networks.hpp>

#include <catch2/catch.hpp>

using namespace lotse;
using namespace lotse::analysis;

namespace {

/// jc refers to club, which has a course.
TestTables referral() {
    TestTables tables;
    tables.actor("jc", "jobcenter");
    tables.actor("club");
    tables.tie("jc", "club", TieKind::refers_to);
    tables.offer("o", "LP-BEW", "club").status = "active";
    return tables;
}

/// All sentences, notes first.
std::string say(const TestTables& tables, const std::string& to, const ViewOptions& options = {}) {
    const auto view = make_view(tables.network(), options);
    REQUIRE(view);
    const auto findings = Paths::run(*view, {"jc", to, 3, Flag::off});
    REQUIRE(findings);
    Document document;
    Paths::explain(*view, *findings, document);
    std::string out;
    for (const auto& lines : {document.notes, document.reading})
        for (const Message& line : lines) out += line.en + '\n';
    return out;
}

ViewOptions legal(std::string circle) {
    ViewOptions out;
    out.legal = {std::move(circle)};
    return out;
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

constexpr std::string_view not_recorded =
    "Whether the offer is open to the group asked for is not "
    "recorded";
constexpr std::string_view without_effect = "Without effect on this analysis: --legal";

}  // namespace

TEST_CASE("a goal whose offer may be closed to the group is named as such") {
    TestTables tables = referral();
    CHECK_FALSE(holds(say(tables, "topic=LP-BEW"), not_recorded));
    CHECK(holds(say(tables, "topic=LP-BEW", legal("sgb3")), not_recorded));
    CHECK_FALSE(holds(say(tables, "topic=LP-BEW", legal("sgb3")), without_effect));
    tables.offers.front().legal = {"sgb3"};
    CHECK_FALSE(holds(say(tables, "topic=LP-BEW", legal("sgb3")), not_recorded));
    // A second offer of the same club is open for certain: the first does not matter.
    tables.offer("p", "LP-BEW", "club").status = "active";
    CHECK_FALSE(holds(say(tables, "topic=LP-BEW", legal("sgb3")), not_recorded));
    tables.offers.pop_back();
    tables.offers.front().legal = {"sgb2"};
    CHECK(holds(say(tables, "topic=LP-BEW", legal("sgb3")), "Nobody is recorded"));
}

TEST_CASE("a single offer is named with what is known of the group") {
    TestTables tables = referral();
    CHECK(holds(say(tables, "o", legal("sgb3")),
                "(whether open to the group asked for is not recorded)"));
    tables.offers.front().legal = {"sgb2"};
    CHECK(holds(say(tables, "o", legal("sgb3")), "(not open to the group asked for)"));
    CHECK_FALSE(holds(say(tables, "o", legal("sgb3")), without_effect));
    CHECK_FALSE(holds(say(tables, "o", legal("sgb2")), "asked for)"));
    CHECK(holds(say(tables, "club", legal("sgb3")), without_effect));  // an actor is no offer
}

TEST_CASE("paused ties are ways, and it is said") {
    TestTables tables = referral();
    CHECK_FALSE(holds(say(tables, "club"), "Paused ties count as ways too"));
    tables.ties.front().status = "paused";
    CHECK(holds(say(tables, "club"), "Paused ties count as ways too: 1."));
}
