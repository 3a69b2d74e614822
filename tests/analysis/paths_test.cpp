#include <lotse/analysis/paths.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <functional>
#include <random>

using namespace lotse;
using analysis::Legality;
using analysis::Paths;
using Lines = std::vector<std::string>;

namespace {

Paths::Options ask(std::string from, std::string to, int k = 3, Flag mandate = Flag::off) {
    return {std::move(from), std::move(to), k, mandate};
}

Paths::Findings find(const TestTables& tables, const Paths::Options& options,
                     const analysis::ViewOptions& view_options = {}) {
    const auto view = analysis::make_view(tables.network(), view_options);
    REQUIRE(view);
    const auto findings = Paths::run(*view, options);
    REQUIRE(findings);
    return *findings;
}

/// "a b c 2.75 legal" per path; the test networks' names are "Partner KEY".
Lines ways(const Paths::Findings& findings) {
    Lines out;
    for (const auto& path : findings.paths) {
        std::string line;
        for (const std::string& name : path.way) line += name.substr(name.rfind(' ') + 1) + " ";
        out.push_back(line + shortest_text(path.cost) + " " +
                      std::string{enumerator(path.legality).key});
    }
    return out;
}

Tie& firm(TestTables& tables, std::string from, std::string to, TieKind kind = TieKind::refers_to) {
    Tie& tie = tables.tie(std::move(from), std::move(to), kind);
    tie.level = 3;
    tie.confirmed_by = "both";
    return tie;
}

/// jc ──refers──> club <──refers── a
///  └─member─> kgk <─member─ a
TestTables small() {
    TestTables tables;
    tables.actor("jc", "jobcenter");
    tables.actor("a", "addiction_counselling");
    tables.actor("kgk", "health_conference");
    tables.actor("club", "sports_club");
    tables.offer("o", "LP-BEW", "club").status = "active";
    firm(tables, "jc", "kgk", TieKind::member_of);
    firm(tables, "a", "kgk", TieKind::member_of);
    firm(tables, "a", "club");
    return tables;
}

std::string key(const TestTables& tables, ActorId id) {
    return tables.network()->name_of(id).key;
}

}  // namespace

TEST_CASE("ways lead over bodies, cost says how loose they are") {
    TestTables tables = small();
    CHECK(ways(find(tables, ask("jc", "club"))) == Lines{"jc kgk a club 4 unclear"});
    firm(tables, "jc", "club").confirmed_by = "none";
    CHECK(ways(find(tables, ask("jc", "club"))) ==
          Lines{"jc club 1.5 unclear", "jc kgk a club 4 unclear"});
    CHECK(ways(find(tables, ask("jc", "club", 1))).size() == 1);
    const auto findings = find(tables, ask("jc", "club"));
    REQUIRE(findings.hops.size() == 4);
    CHECK(findings.hops[2].tie == "a>kgk:member_of");
    CHECK(key(tables, findings.hops[2].from) == "kgk");
    CHECK(findings.hops[1].step_kind == Choice{"member_of", {"ist Mitglied in", "is member of"}});
    CHECK(findings.hops[2].step_kind == Choice{"member_of", {"hat als Mitglied", "has as member"}});
    CHECK_FALSE(findings.hops[0].weakest);  // a way of one hop has no weakest one
    CHECK(findings.hops[1].weakest);
    CHECK_FALSE(findings.hops[3].weakest);
    CHECK(findings.paths[1].handoffs == 3);
}

TEST_CASE("the weights of a hop") {
    const auto cost = [](const std::function<void(Tie&)>& change, std::string to = "b") {
        TestTables tables;
        tables.actor("a");
        tables.actor("b");
        tables.offer("o", "LP-BEW", "b").status = "active";
        change(firm(tables, "a", "b"));
        return find(tables, ask("a", std::move(to))).paths.front().cost;
    };
    CHECK(cost([](Tie&) {}) == Approx(1));
    CHECK(cost([](Tie& t) { t.kind = TieKind::informs; }) == Approx(1.25));
    CHECK(cost([](Tie& t) { t.level = 1; }) == Approx(1.5));
    CHECK(cost([](Tie& t) { t.level.reset(); }) == Approx(1.25));
    CHECK(cost([](Tie& t) { t.confirmed_by = "from"; }) == Approx(1.1));
    for (const char* unclear : {"", "telefonisch"})
        CHECK(cost([&](Tie& t) { t.confirmed_by = unclear; }) == Approx(1.25));
    CHECK(cost([](Tie& t) { t.confidence = "assumed"; }) == Approx(1.5));
    CHECK(cost([](Tie& t) { t.topics = {"LP-ERN"}; }, "topic=LP-BEW") == Approx(1.5));
    CHECK(cost([](Tie& t) { t.topics = {"LP-ERN"}; }) == Approx(1));
}

TEST_CASE("what counts as a goal") {
    TestTables tables = small();
    firm(tables, "jc", "a");
    CHECK(ways(find(tables, ask("jc", "topic=Bewegung"))) ==
          Lines{"jc a club 2 unclear", "jc kgk a club 4 unclear"});
    CHECK(ways(find(tables, ask("jc", "o"))).front() == "jc a club 2 unclear");
    CHECK(ways(find(tables, ask("jc", "kind=Sportverein"))).front() == "jc a club 2 unclear");
    CHECK(ways(find(tables, ask("club", "topic=LP-BEW"))) == Lines{"club 0 legal"});
    tables.offers.front().status = "planned";
    CHECK(find(tables, ask("jc", "topic=LP-BEW")).targets == 0);
    CHECK_FALSE(find(tables, ask("jc", "topic=LP-BEW")).reachable);
    tables.ties.back().topics = {"LP-BEW"};  // jc refers to a for it
    CHECK(ways(find(tables, ask("jc", "topic=LP-BEW"))).front() == "jc a 1 unclear");
    tables.ties.back().status = "planned";
    CHECK_FALSE(find(tables, ask("jc", "topic=LP-BEW")).reachable);
}

TEST_CASE("questions that make no sense are refused") {
    const auto view = analysis::make_view(small().network(), {});
    for (const auto& options :
         {ask("", "club"), ask("jc", ""), ask("jc", "club", 0), ask("nobody", "club"),
          ask("jc", "nobody"), ask("jc", "topic=XX-9"), ask("jc", "kind=XX-9")}) {
        const auto findings = Paths::run(*view, options);
        REQUIRE_FALSE(findings);
        CHECK(findings.error().kind == ErrorKind::usage);
    }
}

TEST_CASE("the mandate: legal ways first, unclear next, outside named apart") {
    TestTables tables;
    tables.actor("jc", "jobcenter");
    tables.actor("a", "addiction_counselling");
    tables.actor("b", "addiction_counselling");
    tables.actor("c", "health_office");
    tables.actor("goal", "clinic");
    firm(tables, "jc", "a").legal_basis = "sgb2-16a";
    firm(tables, "a", "goal").level = 1;  // free bodies need no basis
    firm(tables, "jc", "b");
    firm(tables, "b", "goal");
    firm(tables, "jc", "c").legal_basis = "sgb12-4";
    firm(tables, "c", "goal");
    CHECK(ways(find(tables, ask("jc", "goal"))) ==
          Lines{"jc b goal 2 unclear", "jc c goal 2 outside", "jc a goal 2.5 legal"});
    const auto findings = find(tables, ask("jc", "goal", 3, Flag::on));
    CHECK(ways(findings) == Lines{"jc a goal 2.5 legal", "jc b goal 2 unclear"});
    REQUIRE(findings.outside.size() == 1);
    CHECK(key(tables, findings.outside.front().to) == "c");
    CHECK(key(tables, *findings.hand_over) == "a");
    CHECK_FALSE(findings.rules.empty());

    std::erase_if(tables.ties,
                  [](const Tie& t) { return t.from.key != "jc" && t.from.key != "c"; });
    const auto only_outside = find(tables, ask("jc", "goal", 3, Flag::on));
    CHECK_FALSE(only_outside.reachable);
    CHECK(only_outside.outside.size() == 1);
    CHECK(only_outside.missing_link.size() == 1);
}

TEST_CASE("a tie that is there but outside the mandate is not called missing") {
    TestTables tables;
    tables.actor("jc", "jobcenter");
    tables.actor("goal", "clinic");
    firm(tables, "jc", "goal").legal_basis = "sgb12-4";
    const auto view = analysis::make_view(tables.network(), {});
    const auto why = Paths::why_no_way(*view, find(tables, ask("jc", "goal", 1, Flag::on)));
    REQUIRE(why.size() == 2);
    CHECK(why[0].en.find("No recorded way within the mandate") == 0);
    CHECK(why[1].en.find("exists, but its legal basis is outside") != std::string::npos);
}

TEST_CASE("who acts by a law besides being free is bound by that law") {
    TestTables tables;
    tables.actor("city", "municipality").legal = {"sgb2", "free"};
    tables.actor("goal", "clinic");
    const auto legality = [&](const char* basis) {
        tables.ties.clear();
        firm(tables, "city", "goal").legal_basis = basis;
        return ways(find(tables, ask("city", "goal")));
    };
    CHECK(legality("sgb2-16a") == Lines{"city goal 1 legal"});
    CHECK(legality("") == Lines{"city goal 1 unclear"});
    CHECK(legality("sgb5-20b") == Lines{"city goal 1 outside"});
    tables.actors[0].legal = {"free"};
    CHECK(legality("sgb5-20b") == Lines{"city goal 1 legal"});
}

TEST_CASE("a basis that no rule speaks of is unclear, not outside") {
    TestTables tables;
    tables.actor("jc", "jobcenter");
    tables.actor("goal", "clinic");
    firm(tables, "jc", "goal").legal_basis = "Kreistagsbeschluss";
    CHECK(ways(find(tables, ask("jc", "goal", 3, Flag::on))) == Lines{"jc goal 1 unclear"});
}

TEST_CASE("a condition is printed and keeps the hop legal") {
    TestTables tables;
    tables.actor("jc", "jobcenter");
    tables.actor("vhs", "adult_education");
    firm(tables, "jc", "vhs").legal_basis = "sgb5-20-4-1";
    const auto findings = find(tables, ask("jc", "vhs", 1, Flag::on));
    REQUIRE(findings.hops.size() == 1);
    CHECK(findings.hops.front().legality == Legality::legal);
    REQUIRE(findings.hops.front().condition);
    CHECK_FALSE(findings.hops.front().condition->de.empty());
}

TEST_CASE("rules are those of the reference date") {
    TestTables tables;
    tables.actor("jc", "jobcenter");
    tables.actor("t", "training_provider");
    firm(tables, "jc", "t").legal_basis = "sgb2-16k";  // in force since July 2023
    analysis::ViewOptions early;
    early.at = "2022-01-01";
    CHECK(ways(find(tables, ask("jc", "t"), early)) == Lines{"jc t 1 outside"});
    early.at = "2024-01-01";
    CHECK(ways(find(tables, ask("jc", "t"), early)) == Lines{"jc t 1 legal"});
}

TEST_CASE("unreachable is said, with the fewest new ties") {
    TestTables tables = small();
    tables.ties.pop_back();  // a no longer refers to the club
    const auto findings = find(tables, ask("jc", "topic=LP-BEW"));
    CHECK_FALSE(findings.reachable);
    CHECK(findings.paths.empty());
    CHECK(findings.targets == 1);
    CHECK(findings.missing_link == Lines{"jc>club:refers_to"});
    CHECK(findings.missing.front().shared == analysis::Shared::nothing);

    for (Actor& actor : tables.actors)
        if (actor.key == "a" || actor.key == "club") actor.area = {"05911", {}};
    const auto near = find(tables, ask("jc", "topic=LP-BEW"));
    CHECK(near.missing_link == Lines{"jc>club:refers_to"});  // shorter than the way over a

    const auto view = analysis::make_view(tables.network(), {});
    Document document;
    Paths::explain(*view, findings, document);
    REQUIRE(document.reading.size() == 2);
    CHECK(document.reading[0].de.starts_with("Von Partner jc führt kein erfasster Weg"));
    CHECK(find(tables, ask("jc", "kind=clinic")).missing_link.empty());
}

TEST_CASE("where all hops cost the same none is the weakest") {
    TestTables tables;
    for (const char* key : {"a", "b", "c"}) tables.actor(key);
    firm(tables, "a", "b");
    firm(tables, "b", "c");
    const auto findings = find(tables, ask("a", "c"));
    REQUIRE(findings.hops.size() == 2);
    for (const auto& hop : findings.hops) CHECK_FALSE(hop.weakest);
    const auto view = analysis::make_view(tables.network(), {});
    Document document;
    Paths::explain(*view, findings, document);
    for (const Message& sentence : document.reading)
        CHECK(sentence.de.find("Schwächstes") == std::string::npos);
}

TEST_CASE("an offer that is planned or over is named where none runs") {
    TestTables tables;
    tables.actor("jc", "jobcenter");
    tables.actor("vhs");
    Offer& offer = tables.offer("o", "LP-ERN", "vhs");
    offer.name = "Kochkurs";
    offer.status = "planned";
    offer.start = PartialDate{2026, 9, 0};
    const auto why = [&] {
        const auto view = analysis::make_view(tables.network(), {});
        const auto findings = Paths::run(*view, ask("jc", "topic=LP-ERN"));
        REQUIRE_FALSE(findings->reachable);
        return Paths::why_no_way(*view, *findings).front();
    };
    CHECK(why().de.find("Erfasst ist nur: Kochkurs (Partner vhs, geplant, ab 09/2026).") !=
          std::string::npos);
    CHECK(why().en.find("Recorded is only: Kochkurs (Partner vhs, planned, from 2026-09).") !=
          std::string::npos);
    CHECK(why().de.find("niemand erfasst") == std::string::npos);
    offer.status = "ended";
    offer.end = PartialDate{2026, 3, 0};
    CHECK(why().de.find("Kochkurs (Partner vhs, beendet, bis 03/2026)") != std::string::npos);
    tables.offers.clear();
    CHECK(why().de.find("niemand erfasst") != std::string::npos);
}

TEST_CASE("a way to an offer says that the offer does not run") {
    TestTables tables;
    tables.actor("jc", "jobcenter");
    tables.actor("vhs");
    tables.tie("jc", "vhs", TieKind::refers_to);
    Offer& offer = tables.offer("o", "LP-ERN", "vhs");
    offer.name = "Kochkurs";
    const auto goal = [&] {
        const auto view = analysis::make_view(tables.network(), {});
        return Paths::run(*view, ask("jc", "o"))->goal;
    };
    CHECK(goal().de == "dem Angebot „Kochkurs“ (ob es läuft, ist nicht erfasst)");
    offer.status = "active";
    CHECK(goal().de == "dem Angebot „Kochkurs“");
    offer.status = "paused";
    CHECK(goal().de == "dem Angebot „Kochkurs“ (ruhend)");
    offer.status = "planned";
    offer.start = PartialDate{2026, 9, 0};
    CHECK(goal().de == "dem Angebot „Kochkurs“ (geplant, ab 09/2026)");
    CHECK(goal().en == "the offer 'Kochkurs' (planned, from 2026-09)");
}

TEST_CASE("who is referred to on a topic without an offer does not offer it") {
    TestTables tables;
    tables.actor("jc", "jobcenter");
    tables.actor("group", "self_help");
    tables.tie("jc", "group", TieKind::refers_to).topics = {"LP-SUC"};
    const auto findings = find(tables, ask("group", "topic=LP-SUC"));
    REQUIRE(findings.reachable);
    CHECK(findings.paths.front().handoffs == 0);
    CHECK(findings.only_referred_to);
    CHECK_FALSE(find(tables, ask("group", "group")).only_referred_to);
    tables.offer("o", "LP-SUC", "group").status = "active";
    CHECK_FALSE(find(tables, ask("group", "topic=LP-SUC")).only_referred_to);
}

TEST_CASE("with --with the missing link makes the way") {
    TestTables tables = small();
    tables.ties.pop_back();
    analysis::ViewOptions wish;
    wish.with = find(tables, ask("jc", "club")).missing_link;
    CHECK(find(tables, ask("jc", "club"), wish).reachable);
}

TEST_CASE("reachability and steps agree with a plain search on 2000 random networks") {
    std::mt19937 random{1959};
    int reached = 0;
    for (int round = 0; round < 2000; ++round) {
        CAPTURE(round);
        TestTables tables;
        const std::size_t n = 2 + random() % 6;
        std::vector<std::vector<bool>> step(n, std::vector<bool>(n));
        for (std::size_t i = 0; i < n; ++i) tables.actor(std::to_string(i));
        for (std::size_t i = 0; i < 2 * n; ++i) {
            const std::size_t from = random() % n;
            const std::size_t to = random() % n;
            constexpr std::array kinds{TieKind::refers_to, TieKind::informs, TieKind::member_of,
                                       TieKind::funds};
            const TieKind kind = kinds[random() % kinds.size()];
            firm(tables, std::to_string(from), std::to_string(to), kind);
            if (kind == TieKind::funds) continue;
            step[from][to] = true;
            if (kind == TieKind::member_of) step[to][from] = true;
        }
        std::vector<std::size_t> distance(n, n);
        distance[0] = 0;
        for (std::size_t pass = 0; pass < n; ++pass)
            for (std::size_t u = 0; u < n; ++u)
                for (std::size_t v = 0; v < n; ++v)
                    if (step[u][v]) distance[v] = std::min(distance[v], distance[u] + 1);
        const auto findings = find(tables, ask("0", std::to_string(n - 1), 50));
        REQUIRE(findings.reachable == (distance[n - 1] < n));
        REQUIRE(findings.missing_link.size() == (findings.reachable ? 0U : 1U));
        std::size_t fewest = n;
        for (const auto& path : findings.paths)
            fewest = std::min(fewest, static_cast<std::size_t>(path.handoffs));
        if (findings.paths.size() < 50) REQUIRE(fewest == distance[n - 1]);
        if (findings.reachable) ++reached;
    }
    CHECK(reached > 500);
    CHECK(reached < 1900);
}

TEST_CASE("the ways of the jobcenter in the Musterkreis are those of its README") {
    const TestTables after = dataset("musterkreis");
    const TestTables before = dataset("musterkreis-vorher");
    const auto passes = [](const TestTables& tables, const Paths::Findings& findings,
                           std::string_view actor) {
        const std::string name =
            tables.network()->name_of(*tables.network()->find_actor(actor)).name;
        return !findings.paths.empty() &&
               std::ranges::all_of(findings.paths, [&](const Paths::Path& path) {
                   return std::ranges::find(path.way, name) != path.way.end();
               });
    };
    const auto fewest = [](const Paths::Findings& findings) {
        return std::ranges::min(findings.paths, {}, &Paths::Path::handoffs).handoffs;
    };
    analysis::ViewOptions everything;
    everything.layer = analysis::Layer::actors;
    for (const auto& view : {analysis::ViewOptions{}, everything}) {
        const auto care = find(after, ask("jc-mk", "topic=X-PFL", 20), view);
        CHECK(passes(after, care, "kgk"));
        CHECK(fewest(care) == 2);
        CHECK(fewest(find(before, ask("jc-mk", "topic=X-PFL", 20), view)) == 3);
        CHECK(passes(after, find(after, ask("jc-mk", "kind=general_practice", 20), view),
                     "aerztenetz"));
        CHECK_FALSE(find(after, ask("jc-mk", "hp-hf"), view).reachable);
        const auto family = find(after, ask("jc-mk", "topic=X-FAM"), view);
        CHECK_FALSE(family.reachable);
        CHECK(family.targets > 0);
        CHECK(family.missing_link.size() == 1);
        CHECK(find(after, ask("jc-mk", "topic=LP-BEW"), view).paths.size() == 3);
    }
    const auto migrants = find(after, ask("jc-mk", "migra", 3, Flag::on));
    REQUIRE_FALSE(migrants.outside.empty());
    CHECK(key(after, migrants.outside.front().to) == "migra");
    const auto initiative = find(after, ask("jc-mk", "alz", 1));
    CHECK(initiative.paths.front().legality == Legality::unclear);
    CHECK(find(after, ask("jc-mk", "suchtb-mu", 1, Flag::on)).paths.front().legality ==
          Legality::legal);
}
