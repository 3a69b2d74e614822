#include <lotse/analysis/invitations.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <random>
#include <set>

using namespace lotse;
using analysis::Invitations;
using analysis::RequirementState;
using Keys = std::vector<std::string>;

namespace {

struct Found {
    std::shared_ptr<const Network> network;
    Invitations::Findings findings;
    Document document;

    Keys invited() const {
        Keys out;
        for (const auto& row : findings.invitees) out.push_back(network->name_of(row.actor).key);
        return out;
    }
    RequirementState state(const std::string& requirement) const {
        for (const auto& row : findings.requirements)
            if (row.requirement.key == requirement) return row.state;
        throw std::runtime_error{"no requirement " + requirement};
    }
};

Found find(const TestTables& tables, const Invitations::Options& options = {},
           const analysis::ViewOptions& view_options = {}) {
    const auto view = analysis::make_view(tables.network(), view_options);
    REQUIRE(view);
    const auto findings = Invitations::run(*view, options);
    REQUIRE(findings);
    Found out{view->network, *findings, {}};
    Invitations::explain(*view, *findings, out.document);
    return out;
}

Invitations::Options at_most(int size, int within = 2, Keys fixed = {}) {
    return {std::move(fixed), {}, size, within};
}

constexpr std::array topics{"LP-BEW", "LP-ERN", "X-PSY"};
constexpr std::array kinds{"jobcenter", "clinic", "sports_club", "health_conference"};

TestTables random_network(std::mt19937& random) {
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    TestTables out;
    const std::size_t actors = 1 + below(9);
    for (std::size_t i = 0; i < actors; ++i) out.actor(std::to_string(i), kinds[below(4)]);
    for (const char* topic : topics)
        if (below(4) > 0)
            out.offer(std::string{"o-"} + topic, topic, std::to_string(below(actors))).status =
                "active";
    for (std::size_t i = below(2 * actors); i > 0; --i)
        out.tie(std::to_string(below(actors)), std::to_string(below(actors)),
                below(2) == 0 ? TieKind::refers_to : TieKind::cooperates);
    return out;
}

struct Score {
    std::size_t needs = 0;
    std::size_t reach = 0;
    int brevity = -1000;
    auto operator<=>(const Score&) const = default;
};

/// Straight from the header: what a set of actors represents and reaches.
Score score(const TestTables& tables, std::size_t set, int within) {
    std::set<std::string> needs;
    std::vector<bool> reached(tables.actors.size());
    for (std::size_t i = 0; i < reached.size(); ++i) {
        if ((set >> i & 1) == 0) continue;
        reached[i] = true;
        needs.insert(tables.actors[i].kind);  // each kind has a sector of its own
        for (const Offer& offer : tables.offers)
            if (offer.providers[0].key == tables.actors[i].key) needs.insert(offer.topics[0]);
    }
    for (int step = 0; step < within; ++step) {
        std::vector<bool> next = reached;
        for (const Tie& tie : tables.ties) {
            const std::size_t from = std::stoul(tie.from.key);
            const std::size_t to = std::stoul(tie.to.key);
            if (reached[from]) next[to] = true;
            if (reached[to]) next[from] = true;
        }
        reached = next;
    }
    return {needs.size(), static_cast<std::size_t>(std::ranges::count(reached, true)),
            -__builtin_popcountll(set)};
}

}  // namespace

TEST_CASE("all sectors and topics are represented before reach counts") {
    TestTables tables;
    tables.actor("hub");
    for (const char* key : {"a", "b", "c"}) {
        tables.actor(key);
        tables.tie("hub", key);
    }
    tables.actor("clinic", "clinic");  // alone, but of another sector
    tables.actor("cook");              // alone, but with another topic
    tables.offer("o", "LP-ERN", "cook").status = "active";
    const auto found = find(tables, at_most(2));
    CHECK(found.findings.search.key == "exact");
    CHECK(found.invited() == Keys{"cook", "clinic"});
    CHECK(found.findings.fewest == 2);
    CHECK(found.findings.covered == 3);
    const auto three = find(tables, at_most(3));
    CHECK(three.findings.reach == 6);
    CHECK(three.findings.invitees.size() == 3);
    CHECK(find(tables, at_most(6)).findings.invitees.size() == 3);  // no more than it takes
    const auto with_a = find(tables, at_most(2, 2, {"a"}));
    CHECK(with_a.invited().front() == "a");
    CHECK(with_a.findings.invitees.front().fixed);
    CHECK(with_a.findings.uncovered == 1);
}

TEST_CASE("what nobody recorded is not none") {
    TestTables tables = lettered(2, "AB");
    Invitations::Options options;
    options.sectors = {"science", "sport"};
    analysis::ViewOptions view;
    view.topic = {"X-PSY"};
    view.area = {"05911"};
    tables.actors[0].area.key = "05911";
    const auto found = find(tables, options, view);
    CHECK(found.state("science") == RequirementState::not_recorded);
    CHECK(found.state("X-PSY") == RequirementState::not_recorded);
    CHECK(found.state("sport") == RequirementState::covered);
    CHECK(found.state("05911") == RequirementState::covered);
    CHECK(found.document.reading[2].de.find("Nicht erhoben") == 0);
}

TEST_CASE("networks with little in them, and wrong words") {
    for (const auto& tables : {TestTables{}, lettered(1, "AA")}) {
        const auto found = find(tables);
        CHECK(found.findings.invitees.size() == tables.actors.size());
        CHECK(found.document.reading.size() == (tables.actors.empty() ? 1 : 3));
    }
    TestTables tables = lettered(2, "AB");
    tables.actor("kgk", "health_conference");
    const auto view = analysis::make_view(tables.network(), {});
    CHECK_FALSE(Invitations::run(*view, at_most(3, 2, {"kgk"})));  // a body cannot be invited
    CHECK_FALSE(Invitations::run(*view, at_most(3, 2, {"nobody"})));
    CHECK_FALSE(Invitations::run(*view, at_most(1, 2, {"A", "B"})));
    CHECK_FALSE(Invitations::run(*view, at_most(0)));
    CHECK_FALSE(Invitations::run(*view, at_most(3, -1)));
    CHECK_FALSE(Invitations::run(*view, {{}, {"none"}, 3, 2}));
}

TEST_CASE("lists are the best of all lists") {
    std::mt19937 random{20261122};
    int wrong = 0;
    for (int i = 0; i < 300; ++i) {
        const TestTables tables = random_network(random);
        const int size = 1 + static_cast<int>(random() % 4);
        const int within = static_cast<int>(random() % 3);
        Score best;
        std::size_t fewest = 100;
        std::size_t most_needs = 0;
        for (std::size_t set = 0; set < (std::size_t{1} << tables.actors.size()); ++set) {
            bool bodies = false;
            for (std::size_t a = 0; a < tables.actors.size(); ++a)
                bodies =
                    bodies || ((set >> a & 1) != 0 && tables.actors[a].kind == "health_conference");
            if (bodies) continue;
            const Score here = score(tables, set, within);
            const auto members = static_cast<std::size_t>(__builtin_popcountll(set));
            if (here.needs > most_needs || (here.needs == most_needs && members < fewest))
                fewest = members;
            most_needs = std::max(most_needs, here.needs);
            if (members <= static_cast<std::size_t>(size)) best = std::max(best, here);
        }
        const auto found = find(tables, at_most(size, within));
        const auto& f = found.findings;
        if (f.search.key != "exact" || f.reach_bound != f.reach || f.fewest != fewest) ++wrong;
        if (static_cast<std::size_t>(f.covered) != best.needs ||
            static_cast<std::size_t>(f.reach) != best.reach || f.invited != -best.brevity)
            ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("a working group for the fictional Kreis") {
    const auto found = find(dataset("musterkreis"), {{"jc-mk"}, {}, std::nullopt, 2});
    CHECK(found.invited().front() == "jc-mk");
    CHECK(found.findings.search.key == "exact");
    CHECK(found.findings.uncovered == 0);
    CHECK(found.findings.not_recorded == 0);
    CHECK(found.state("X-FAM") == RequirementState::covered);
    std::int64_t reach = 0;
    for (const auto& row : found.findings.invitees) reach += row.reach_gain;
    CHECK(reach == found.findings.reach);
    const auto small = find(dataset("musterkreis"), at_most(5));
    CHECK(small.findings.invited == 5);
    CHECK(small.findings.uncovered > 0);
    CHECK(small.findings.reach <= small.findings.reach_bound);
}
