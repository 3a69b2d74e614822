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

TEST_CASE("a status that is not recorded, or in an unknown word, is no status of not running") {
    TestTables tables = referral();
    CHECK_FALSE(holds(say(tables, "topic=LP-BEW"), "not recorded whether"));
    for (const char* status : {"", "in Klärung"}) {
        tables.offers.front().status = status;
        const std::string text = say(tables, "topic=LP-BEW");
        CHECK(holds(text,
                    "leads to offers on 'Physical activity' (not recorded whether they run: "
                    "1)"));
        CHECK(holds(say(tables, "o"), "(whether it runs is not recorded)"));
    }
    // A word says nothing of the dates: what is over by its end is over.
    tables.offers.front().end = PartialDate{2024, 12, 31};
    ViewOptions later;
    later.at = "2026-01-01";
    CHECK(holds(say(tables, "topic=LP-BEW", later), "o (Partner club, ended, until 2024-12-31)"));
}

TEST_CASE("a status of the network's own is said by its label") {
    TestTables tables = referral();
    tables.codes.push_back({{}, "offer_statuses", "seasonal", "im Sommer", "in summer", {}, {}});
    tables.offers.front().status = "seasonal";
    CHECK(holds(say(tables, "o"), "(in summer)"));
    const std::string all = say(tables, "topic=LP-BEW");
    CHECK(holds(all, "(with a status of this network's own: 1)"));
    CHECK_FALSE(holds(all, "not recorded whether"));
}

TEST_CASE("a goal that is recorded, but can be none, is named with the reason") {
    TestTables tables = referral();
    const auto says = [&](const std::string& to, std::string_view part,
                          const ViewOptions& options = {}) {
        const std::string all = say(tables, to, options);
        CHECK_FALSE(holds(all, "Nobody is recorded"));
        return holds(all, part);
    };
    tables.actors[1].status = "ended";
    CHECK(says("o", "only what cannot be a goal: Partner club (ended)."));
    CHECK(says("club", "only what cannot be a goal: Partner club (ended)."));
    CHECK(says("kind=sports_club", "only what cannot be a goal: Partner club (ended)."));
    tables.actors[1].status = "planned";
    CHECK(says("o", "Partner club (planned or proposed so far)."));
    CHECK(says("topic=LP-BEW", "Partner club (planned or proposed so far)."));
    tables.actors[1].status.clear();
    tables.actors[1].scope = "category";
    CHECK(says("o", "Partner club (category)."));
    tables.actors[1].scope.clear();
    tables.actors[0].area.key = "05911";
    tables.actors[1].area.key = "05913";
    ViewOptions here;
    here.area = {"05911"};
    CHECK(says("o", "Partner club (outside the areas chosen).", here));
    tables.offers[0].providers.clear();
    tables.ties.clear();
    CHECK(holds(say(tables, "o"), "Nobody is recorded in this network for"));
}

TEST_CASE("an offer that is over is called ended, whatever its status was") {
    TestTables tables = referral();
    tables.offers.front().start = PartialDate{2024, 1, 1};
    tables.offers.front().end = PartialDate{2024, 12, 31};
    ViewOptions later;
    later.at = "2026-01-01";
    for (const char* status : {"active", "planned", "paused", ""}) {
        tables.offers.front().status = status;
        CHECK(holds(say(tables, "o", later), "(ended, until 2024-12-31)"));
    }
    tables.offers.front().end = std::nullopt;
    tables.offers.front().status = "paused";
    CHECK(holds(say(tables, "o", later), "(paused)"));
}

TEST_CASE("paused ties are ways, and it is said") {
    TestTables tables = referral();
    CHECK_FALSE(holds(say(tables, "club"), "Paused ties count as ways too"));
    tables.ties.front().status = "paused";
    CHECK(holds(say(tables, "club"), "Paused ties count as ways too: 1."));
}
