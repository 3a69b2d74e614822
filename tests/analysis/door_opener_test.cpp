#include <lotse/analysis/door_opener.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <random>

using namespace lotse;
using analysis::DoorOpener;
using Keys = std::vector<std::string>;

namespace {

struct Found {
    std::shared_ptr<const Network> network;
    DoorOpener::Findings findings;
    Document document;

    const DoorOpener::Candidate& actor(const std::string& key) const {
        for (const auto& row : findings.actors)
            if (network->name_of(row.actor).key == key) return row;
        throw std::runtime_error{"no row for " + key};
    }
};

Found find(const TestTables& tables, const DoorOpener::Options& options = {},
           const analysis::ViewOptions& view_options = {}) {
    const auto view = analysis::make_view(tables.network(), view_options);
    REQUIRE(view);
    const auto findings = DoorOpener::run(*view, options);
    REQUIRE(findings);
    Found out{view->network, *findings, {}};
    DoorOpener::explain(*view, *findings, out.document);
    return out;
}

Keys keys(const std::vector<Choice>& choices) {
    Keys out;
    for (const Choice& choice : choices) out.push_back(choice.key);
    return out;
}

/// jc ──member──> kgk <──member── clinic ──refers──> practice
/// jc ──refers──> club ──refers──> practice
TestTables small() {
    TestTables tables;
    tables.actor("jc", "jobcenter");
    tables.actor("kgk", "health_conference");
    tables.actor("clinic", "clinic");
    tables.actor("practice", "general_practice");
    tables.actor("club", "sports_club");
    tables.tie("jc", "kgk", TieKind::member_of);
    tables.tie("clinic", "kgk", TieKind::member_of);
    tables.tie("clinic", "practice", TieKind::refers_to);
    tables.tie("jc", "club", TieKind::refers_to);
    tables.tie("club", "practice", TieKind::refers_to);
    return tables;
}

TestTables random_network(std::mt19937& random) {
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    constexpr std::array actor_kinds{
        "jobcenter", "clinic", "clinic", "sports_club", "health_conference", "employment_agency"};
    constexpr std::array kinds{TieKind::refers_to, TieKind::refers_to, TieKind::informs,
                               TieKind::member_of, TieKind::cooperates};
    TestTables out;
    const std::size_t actors = 1 + below(9);
    for (std::size_t i = 0; i < actors; ++i)
        out.actor(std::to_string(i), i == 0 ? "jobcenter" : actor_kinds[below(actor_kinds.size())]);
    for (std::size_t i = 0; i < actors; ++i)
        if (below(2) == 0)
            out.offer("o" + std::to_string(i), below(2) == 0 ? "LP-BEW" : "LP-ERN",
                      std::to_string(below(actors)))
                .status = "active";
    for (std::size_t i = below(3 * actors); i > 0; --i)
        out.tie(std::to_string(below(actors)), std::to_string(below(actors)),
                kinds[below(kinds.size())]);
    return out;
}

}  // namespace

TEST_CASE("what a body opens") {
    const auto found = find(small());
    CHECK(found.findings.sources == 1);
    CHECK(found.findings.goals == 2);  // the conference is the way there, not a goal
    CHECK(found.findings.pairs_reached == 2);
    const auto& kgk = found.actor("kgk");
    CHECK(kgk.rank == 1);
    CHECK(kgk.pairs_with == 2);
    CHECK(kgk.pairs_without == 1);
    CHECK(kgk.pairs_lost == 1);
    CHECK(kgk.mean_handoffs_with == 2);  // clinic 2, practice 2 over the club
    CHECK(kgk.mean_handoffs_without == 2);
    CHECK(kgk.detour == 0);
    CHECK(kgk.near_with == 2);
    CHECK(kgk.near_without == 1);
    CHECK(kgk.isolated == 0);  // the clinic still has the practice
    const auto& club = found.actor("club");
    CHECK(club.pairs_lost == 0);
    CHECK(club.detour == 0.5);  // practice over the clinic: 3 instead of 2
    CHECK(found.findings.doors.size() == 2);
    CHECK(found.document.reading.front().de ==
          "Partner jc erreicht 2 von 2 Zielen (Einrichtungen des Gesundheitswesens und "
          "Krankenkassen) in höchstens zwei Schritten; ohne Partner kgk wären es 1.");
}

TEST_CASE("pairs of the actor itself count on neither side") {
    TestTables tables = small();
    const auto found = find(tables);
    const auto& clinic = found.actor("clinic");  // its own pair is gone, the other remains
    CHECK(clinic.pairs_with == 1);
    CHECK(clinic.pairs_without == 1);
    CHECK(clinic.pairs_lost == 0);
    CHECK(found.actor("jc").pairs_with == 0);
    CHECK_FALSE(found.actor("jc").mean_handoffs_with);
}

TEST_CASE("an offer that makes no goal is not said to be taken as running") {
    TestTables tables = small();
    tables.actors[0].area.key = "05911";
    tables.actor("here").area.key = "05911";
    tables.offer("o", "LP-BEW", "here");  // without a status
    const auto says_so = [&](const analysis::ViewOptions& options = {}) {
        return std::ranges::any_of(
            find(tables, {}, options).document.notes, [](const Message& note) {
                return note.en.find("not recorded whether they run: 1.") != std::string::npos;
            });
    };
    CHECK(says_so());
    tables.actors.back().status = "ended";
    CHECK_FALSE(says_so());
    tables.actors.back().status.clear();
    analysis::ViewOptions options;
    options.area = {"05913"};
    CHECK_FALSE(says_so(options));
    options.area = {"05911"};
    CHECK(says_so(options));
    options.legal = {"sgb3"};
    CHECK(says_so(options));
    tables.offers.back().legal = {"sgb2"};
    CHECK_FALSE(says_so(options));
}

TEST_CASE("goals by a status of the network's own are named as such") {
    TestTables tables = small();
    tables.codes.push_back({{}, "offer_statuses", "seasonal", "im Sommer", "in summer", {}, {}});
    tables.actor("here");
    tables.offer("o", "LP-BEW", "here").status = "seasonal";
    std::string notes;
    for (const Message& note : find(tables).document.notes) notes += note.en + '\n';
    CHECK(notes.find("status of this network's own (in summer): 1.") != std::string::npos);
    CHECK(notes.find("not recorded whether they run") == std::string::npos);
}

TEST_CASE("options --within and --to") {
    DoorOpener::Options options;
    options.within = 2;
    CHECK(find(small(), options).actor("club").pairs_lost == 1);
    options.to = {"kind=sports_club"};
    CHECK(find(small(), options).findings.pairs_reached == 1);
    TestTables tables = small();
    tables.offer("o", "LP-BEW", "practice").status = "active";
    options.to = {"topic=LP-BEW", "clinic"};
    CHECK(find(tables, options).findings.goals == 2);
    const auto view = analysis::make_view(tables.network(), {});
    for (const char* wrong : {"nobody", "sector=x", "topic=none-such", "kind=none-such"}) {
        DoorOpener::Options bad;
        bad.to = {wrong};
        CHECK_FALSE(DoorOpener::run(*view, bad));
    }
    CHECK_FALSE(DoorOpener::run(*view, {{}, {}, -1, 2}));
    CHECK_FALSE(DoorOpener::run(*view, {{}, {}, 0, 11}));
}

TEST_CASE("networks with little in them have no door-openers") {
    for (const auto& tables : {TestTables{}, lettered(1, "AA"), lettered(3, "AB")}) {
        const auto found = find(tables);
        CHECK(found.findings.pairs == 0);
        CHECK(found.findings.key_players.empty());
        CHECK_FALSE(found.findings.set_pairs_lost);
        for (const auto& row : found.findings.actors) {
            CHECK_FALSE(row.rank);
            CHECK_FALSE(row.detour);
        }
        CHECK(found.document.reading.size() == 1);
    }
}

TEST_CASE("every row is what --without says") {
    std::mt19937 random{20261122};
    int lost = 0;
    int wrong = 0;
    for (int i = 0; i < 250; ++i) {
        const TestTables tables = random_network(random);
        DoorOpener::Options options;
        options.set = 0;
        const auto all = find(tables, options);
        for (std::size_t x = 0; x < tables.actors.size(); ++x) {
            analysis::ViewOptions without;
            without.without = {std::to_string(x)};
            const auto rest = find(tables, options, without);
            const auto& row = all.actor(std::to_string(x));
            if (row.pairs_without != rest.findings.pairs_reached) ++wrong;
            if (row.pairs_lost != row.pairs_with - row.pairs_without) ++wrong;
            if (row.rank_low > row.rank || row.rank > row.rank_high) ++wrong;
            lost += static_cast<int>(row.pairs_lost);
        }
    }
    CHECK(wrong == 0);
    CHECK(lost > 100);
}

TEST_CASE("the health conference opens doors in the fictional Kreis") {
    const auto found = find(dataset("musterkreis"));
    CHECK(found.findings.actors.size() == 81);
    const auto& kgk = found.actor("kgk");
    CHECK(kgk.rank == 1);
    CHECK(keys(kgk.topics) == Keys{"X-PFL"});
    CHECK(keys(kgk.isolated_actors) == Keys{"pflegest"});
    CHECK(keys(found.actor("aerztenetz").isolated_actors) ==
          Keys{"hp-markt", "hp-sh", "hp-tal", "hp-waldau"});
    CHECK(found.findings.set_search->key == "exact");
    CHECK(found.findings.set_pairs_lost >= kgk.pairs_lost);

    DoorOpener::Options pairs_to_care;
    pairs_to_care.from = {"jc-mk"};
    pairs_to_care.to = {"topic=X-PFL"};
    const auto care = find(dataset("musterkreis"), pairs_to_care);
    CHECK(care.actor("kgk").pairs_without == 0);
    CHECK(care.actor("kgk").pairs_lost == 1);
    CHECK(care.actor("kgk").mean_handoffs_with == 2);
    CHECK(find(dataset("musterkreis-vorher"), pairs_to_care).actor("kgk").mean_handoffs_with >= 3);
}

TEST_CASE("a door opener among equals is not called the first alone", "[door-opener]") {
    // Two ways side by side: j1 - m1 - g1 and j2 - m2 - g2.
    TestTables tables;
    for (const std::string side : {"1", "2"}) {
        tables.actor("j" + side, "jobcenter");
        tables.actor("m" + side, "counselling");
        tables.actor("g" + side, "clinic");
        tables.tie("j" + side, "m" + side, TieKind::refers_to);
        tables.tie("m" + side, "g" + side, TieKind::refers_to);
    }
    const Found found = find(tables);
    CHECK(found.document.reading.at(1).en.find(
              "Most hangs on Partner m1 (rank 1–2, and so 1 other)") != std::string::npos);
}

TEST_CASE("the topics a door opens follow --target, and goals that may be shut are named",
          "[door-opener]") {
    TestTables tables = small();
    tables.offer("o", "LP-BEW", "practice").status = "active";
    tables.offer("women", "LP-BEW", "club").targets = {"women"};
    analysis::ViewOptions men;
    men.target = {"men"};
    const Found found = find(tables, {}, men);
    const auto said = [&](const Document& document, std::string_view words) {
        return std::ranges::any_of(document.notes, [&](const Message& note) {
            return note.en.find(words) != std::string::npos;
        });
    };
    CHECK_FALSE(said(found.document, "Without effect"));
    CHECK(said(found.document, "not recorded; they count: Partner practice."));
    CHECK_FALSE(said(find(tables).document, "they count"));
}

TEST_CASE("key players are no more than it takes, and nobody where nothing is lost",
          "[door-opener]") {
    // jc ──> door ──> clinic; alone has no tie
    TestTables tables;
    tables.actor("alone");
    tables.actor("jc", "jobcenter");
    tables.actor("door");
    tables.actor("clinic", "clinic");
    tables.tie("jc", "door", TieKind::refers_to);
    tables.tie("door", "clinic", TieKind::refers_to);
    const Found one = find(tables);
    CHECK(one.findings.set_pairs_lost == 1);
    REQUIRE(one.findings.key_players.size() == 1);
    CHECK(one.network->name_of(one.findings.key_players[0].actor).key == "door");

    tables.tie("jc", "clinic", TieKind::refers_to);
    const Found none = find(tables);
    CHECK(none.findings.set_pairs_lost == 0);
    CHECK(none.findings.key_players.empty());
}
