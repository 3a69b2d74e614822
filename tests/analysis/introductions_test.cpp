#include <lotse/analysis/introductions.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <random>
#include <set>

using namespace lotse;
using analysis::Introductions;
using analysis::Shared;

namespace {

struct Found {
    std::shared_ptr<const Network> network;
    Introductions::Findings findings;
    Document document;

    std::string key(ActorId id) const { return network->name_of(id).key; }
    std::string key(const std::optional<ActorId>& id) const { return id ? key(*id) : ""; }
};

Found find(const TestTables& tables, const Introductions::Options& options = {},
           const analysis::ViewOptions& view_options = {}) {
    const auto view = analysis::make_view(tables.network(), view_options);
    REQUIRE(view);
    const auto findings = Introductions::run(*view, options);
    REQUIRE(findings);
    Found out{view->network, *findings, {}};
    Introductions::explain(*view, *findings, out.document);
    return out;
}

Found find_with(const TestTables& tables, const std::vector<std::string>& ties) {
    analysis::ViewOptions view;
    view.with = ties;
    Introductions::Options nothing_more;
    nothing_more.plan = 0;
    return find(tables, nothing_more, view);
}

std::string found_introducer(const Found& found) {
    return found.key(found.findings.introductions.at(0).introducer);
}

/// jc ──> a ──> b ──> course; c knows jc and course
TestTables chain() {
    TestTables tables;
    tables.actor("jc", "jobcenter");
    for (const char* key : {"a", "b", "c", "course"}) tables.actor(key);
    tables.tie("jc", "a", TieKind::refers_to);
    tables.tie("a", "b", TieKind::refers_to);
    tables.tie("b", "course", TieKind::refers_to);
    tables.tie("jc", "c");
    tables.tie("c", "course");
    tables.offer("o", "LP-BEW", "course").status = "active";
    return tables;
}

TestTables random_network(std::mt19937& random) {
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    constexpr std::array actor_kinds{"jobcenter", "clinic", "sports_club", "health_conference"};
    constexpr std::array kinds{TieKind::refers_to, TieKind::informs, TieKind::member_of,
                               TieKind::cooperates};
    constexpr std::array topics{"LP-BEW", "LP-ERN", "X-PSY", "X-FAM"};
    TestTables out;
    const std::size_t actors = 1 + below(9);
    for (std::size_t i = 0; i < actors; ++i) {
        Actor& actor = out.actor(std::to_string(i),
                                 i == 0 ? "jobcenter" : actor_kinds[below(actor_kinds.size())]);
        if (below(3) > 0) actor.area.key = below(2) == 0 ? "05911" : "05913";
    }
    for (const char* topic : topics)
        out.offer(std::string{"o-"} + topic, topic, std::to_string(below(actors))).status =
            "active";
    for (std::size_t i = below(2 * actors); i > 0; --i)
        out.tie(std::to_string(below(actors)), std::to_string(below(actors)),
                kinds[below(kinds.size())]);
    return out;
}

/// Straight from the words of the header, over all pairs.
std::set<std::string> eligible(const TestTables& tables) {
    const auto network = tables.network();
    const std::size_t n = network->actors().size();
    std::vector<std::vector<bool>> tied(n, std::vector<bool>(n, false));
    std::vector<std::set<std::size_t>> bodies(n);
    for (const Tie& tie : network->ties()) {
        if (*tie.from == *tie.to) continue;
        const std::size_t a = (*tie.from).index();
        const std::size_t b = (*tie.to).index();
        tied[a][b] = tied[b][a] = true;
        if (tie.kind == TieKind::member_of) bodies[a].insert(b);
    }
    std::set<std::string> out;
    for (std::size_t a = 0; a < n; ++a)
        for (std::size_t b = 0; b < n; ++b) {
            const Actor& from = network->actors()[a];
            const Actor& to = network->actors()[b];
            if (a == b || tied[a][b] || from.kind == "health_conference") continue;
            bool shares = !from.area.empty() && !to.area.empty() && *from.area == *to.area;
            for (std::size_t k = 0; k < n; ++k) shares = shares || (tied[a][k] && tied[k][b]);
            for (const std::size_t body : bodies[a]) shares = shares || bodies[b].contains(body);
            if (shares)
                out.insert(from.key + ">" + to.key +
                           (to.kind == "health_conference" ? ":member_of" : ":refers_to"));
        }
    return out;
}

}  // namespace

TEST_CASE("the best introduction, its introducer and its gain") {
    const auto found = find(chain());
    REQUIRE(!found.findings.introductions.empty());
    const auto& best = found.findings.introductions.front();
    CHECK(best.tie == "jc>course:refers_to");
    CHECK(found.key(best.introducer) == "c");
    CHECK(best.gain == 2);  // one hand-off instead of three
    CHECK(best.gaps_closed == 0);
    CHECK(best.mean_handoffs_before == 3);
    CHECK(best.mean_handoffs_after == 1);
    CHECK(best.complementary.size() == 1);
    CHECK(found.findings.plan.size() == 1);
    CHECK(found.findings.total_handoffs == 3);
    CHECK(found.findings.total_handoffs_after_plan == 1);
    for (const auto& row : found.findings.introductions)
        CHECK(row.tie != "jc>c:refers_to");  // they are tied already
}

TEST_CASE("the strongest confirmed acquaintance introduces") {
    TestTables tables = chain();
    tables.actor("d");
    for (const char* end : {"jc", "course"}) {
        Tie& tie = tables.tie("d", end);
        tie.level = 1;
        tie.confirmed_by = "both";
    }
    CHECK(found_introducer(find(tables)) == "d");
    for (Tie& tie : tables.ties)
        if (tie.from.key == "c" || tie.to.key == "c") {
            tie.level = 3;
            tie.confirmed_by = "both";
        }
    CHECK(found_introducer(find(tables)) == "c");
    tables.ties.back().confidence = "assumed";
    CHECK(found_introducer(find(tables)) == "c");
}

TEST_CASE("without an acquaintance nobody is named, and parts of one house need no introduction") {
    TestTables tables;
    for (const char* key : {"jc", "office", "course"}) tables.actor(key).area.key = "05911";
    tables.actors[0].kind = tables.actors[1].kind = "jobcenter";
    tables.actors[1].part_of.key = "jc";
    tables.offer("o", "LP-BEW", "course").status = "active";
    const auto found = find(tables);
    CHECK(found.findings.sources == 1);  // the office is part of the jobcenter
    REQUIRE(found.findings.introductions.size() == 1);
    const auto& row = found.findings.introductions[0];
    CHECK(row.tie == "jc>course:refers_to");
    CHECK_FALSE(row.introducer);
    CHECK(row.shared == Shared::area);
    CHECK(row.gain == 9);
    CHECK(row.gaps_closed == 1);
    CHECK_FALSE(row.mean_handoffs_before);
    REQUIRE(found.findings.gaps.size() == 1);
    CHECK(found.findings.gaps[0].plan_step == 1);
    CHECK(found.document.reading[1].de.find("nicht erfasst") != std::string::npos);
}

TEST_CASE("who has any running or planned tie is not introduced") {
    TestTables tables;
    for (const char* key : {"jc", "course"}) tables.actor(key).area.key = "05911";
    tables.actors[0].kind = "jobcenter";
    tables.offer("o", "LP-BEW", "course").status = "active";
    CHECK(find(tables).findings.introductions.size() == 1);
    tables.tie("jc", "course", TieKind::same_as);
    CHECK(find(tables).findings.introductions.empty());
    for (const char* status : {"planned", "proposed", "paused"}) {
        tables.ties.clear();
        tables.tie("jc", "course", TieKind::refers_to).status = status;
        CHECK(find(tables).findings.introductions.empty());
    }
}

TEST_CASE("networks with little in them have no introductions") {
    for (const auto& tables : {TestTables{}, lettered(1, "AA"), lettered(3, "AB")}) {
        const auto found = find(tables);
        CHECK(found.findings.introductions.empty());
        CHECK(found.findings.plan.empty());
        CHECK(found.document.reading.size() == 1);
    }
    const auto view = analysis::make_view(chain().network(), {});
    CHECK_FALSE(Introductions::run(*view, {{}, -1, 5}));
    CHECK_FALSE(Introductions::run(*view, {{}, 1, 51}));
    CHECK_FALSE(Introductions::run(*view, {{"nobody"}, 1, 5}));
}

TEST_CASE("every gain is what --with says, and no pair is missing") {
    std::mt19937 random{20261122};
    int wrong = 0;
    int closed = 0;
    int rows = 0;
    for (int i = 0; i < 400; ++i) {
        const TestTables tables = random_network(random);
        Introductions::Options options;
        options.top = 1000;
        const auto found = find(tables, options);
        std::set<std::string> proposed;
        std::int64_t last = 1000000;
        for (const auto& row : found.findings.introductions) {
            proposed.insert(row.tie);
            const auto then = find_with(tables, {row.tie});
            if (row.gain != found.findings.total_handoffs - then.findings.total_handoffs) ++wrong;
            if (row.gaps_closed != found.findings.gap_count - then.findings.gap_count) ++wrong;
            if (row.gain > last || row.gain <= 0) ++wrong;
            last = row.gain;
            closed += static_cast<int>(row.gaps_closed);
            ++rows;
        }
        for (const std::string& tie : eligible(tables)) {
            if (proposed.contains(tie)) continue;
            const auto then = find_with(tables, {tie});
            if (then.findings.total_handoffs != found.findings.total_handoffs) ++wrong;
        }
        const auto allowed = eligible(tables);
        for (const std::string& tie : proposed)
            if (!allowed.contains(tie)) ++wrong;
        std::vector<std::string> plan;
        for (const auto& step : found.findings.plan) plan.push_back(step.tie);
        const auto planned = find_with(tables, plan);
        if (planned.findings.gap_count != found.findings.gaps_after_plan) ++wrong;
        if (planned.findings.total_handoffs != found.findings.total_handoffs_after_plan) ++wrong;
    }
    CHECK(wrong == 0);
    CHECK(rows > 500);
    CHECK(closed > 300);
}

TEST_CASE("the fictional Kreis can close its gap to family services") {
    const auto found = find(dataset("musterkreis"));
    bool family = false;
    for (const auto& gap : found.findings.gaps)
        if (found.key(gap.source) == "jc-mk") {
            CHECK(gap.topic.key == "X-FAM");
            CHECK(gap.providers > 0);
            CHECK(gap.plan_step);
            family = true;
        }
    CHECK(family);
    CHECK(found.findings.gaps_after_plan < found.findings.gap_count);
    CHECK(found.findings.mean_handoffs_after_plan < found.findings.mean_handoffs);
    CHECK(find_with(dataset("musterkreis"), {found.findings.introductions.front().tie})
              .findings.total_handoffs ==
          found.findings.total_handoffs - found.findings.introductions.front().gain);
}

TEST_CASE("a proposal among equals is not called the best alone", "[introductions]") {
    // Two jobcenters, each of which may get to know the provider of a course in its own Kreis.
    TestTables tables;
    for (const std::string kreis : {"05911", "05913"}) {
        tables.actor("jc" + kreis, "jobcenter").area.key = kreis;
        tables.actor("clinic" + kreis, "clinic").area.key = kreis;
        Offer& offer = tables.offer("o" + kreis, kreis == "05911" ? "LP-BEW" : "LP-SUC");
        offer.providers.push_back({"clinic" + kreis, {}});
        offer.status = "active";
    }
    CHECK(find(tables).document.reading.at(1).en.find("as good: 1 other proposal of the table") !=
          std::string::npos);
}

TEST_CASE("mean hand-offs before and after are of the same pairs, and a note says which",
          "[introductions]") {
    // jc ──> a offers one topic; far offers another and is nobody's goal yet.
    TestTables tables;
    for (const char* key : {"jc", "a", "far"}) tables.actor(key).area.key = "05911";
    tables.actors[0].kind = "jobcenter";
    tables.tie("jc", "a", TieKind::refers_to);
    tables.tie("a", "far");
    tables.offer("o", "LP-BEW", "a").status = "active";
    tables.offer("p", "LP-ERN", "far").status = "active";
    const Found found = find(tables);
    CHECK(found.findings.gap_count == 1);
    CHECK(found.findings.gaps_after_plan == 0);
    CHECK(found.findings.mean_handoffs == 1);
    CHECK(found.findings.mean_handoffs_after_plan == 1);
    CHECK(std::ranges::any_of(found.document.notes, [](const Message& note) {
        return note.en.find("that have a way today; empty if none has") != std::string::npos;
    }));
}
