#include <lotse/analysis/bottlenecks.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <random>
#include <set>

using namespace lotse;
using analysis::Bottlenecks;
using Keys = std::vector<std::string>;

namespace {

struct Found {
    std::shared_ptr<const Network> network;
    Bottlenecks::Findings findings;

    std::string key(ActorId id) const { return network->name_of(id).key; }
};

Found find(const TestTables& tables, const Keys& from = {},
           const analysis::ViewOptions& view_options = {}) {
    const auto view = analysis::make_view(tables.network(), view_options);
    REQUIRE(view);
    const auto findings = Bottlenecks::run(*view, {from});
    REQUIRE(findings);
    return {view->network, *findings};
}

Keys keys(const std::vector<Choice>& choices) {
    Keys out;
    for (const Choice& choice : choices) out.push_back(choice.key);
    return out;
}

const Bottlenecks::Alternative& alternative(const Found& found, const std::string& source,
                                            const std::string& topic) {
    for (const auto& row : found.findings.alternatives)
        if (found.key(row.source) == source && row.topic.key == topic) return row;
    throw std::runtime_error{"no row for " + source + " and " + topic};
}

const Bottlenecks::Gatekeeper* gatekeeper(const Found& found, const std::string& source,
                                          const std::string& actor) {
    for (const auto& row : found.findings.gatekeepers)
        if (found.key(row.source) == source && found.key(row.actor) == actor) return &row;
    return nullptr;
}

const std::vector<std::string>& topics() {
    static const std::vector<std::string> codes{"LP-BEW", "LP-ERN", "LP-STR", "LP-SUC", "X-PSY",
                                                "X-PFL",  "X-BER",  "X-SOZ",  "X-FAM"};
    return codes;
}

/// A jobcenter "0" and up to eight clubs; every actor offers a topic of its own, so that a topic is
/// reached where its actor is. Some topics have a second provider.
TestTables random_network(std::mt19937& random) {
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    constexpr std::array kinds{TieKind::refers_to, TieKind::refers_to, TieKind::informs,
                               TieKind::member_of, TieKind::cooperates};
    TestTables out;
    const std::size_t actors = 1 + below(topics().size());
    for (std::size_t i = 0; i < actors; ++i) {
        out.actor(std::to_string(i), i == 0 ? "jobcenter" : "sports_club");
        Offer& offer = out.offer("o" + std::to_string(i), topics()[i], std::to_string(i));
        offer.status = "active";
        if (below(3) == 0) offer.providers.push_back({std::to_string(below(actors)), {}});
    }
    for (std::size_t i = below(2 * actors); i > 0; --i)
        out.tie(std::to_string(below(actors)), std::to_string(below(actors)),
                kinds[below(kinds.size())]);
    return out;
}

}  // namespace

TEST_CASE("cut vertices and bridges say what they cut off") {
    // A-B-C-D, and the circle D-E-F; G-H apart
    const auto found = find(lettered(9, "AB BC CD DE EF DF GH"));
    REQUIRE(found.findings.cut_vertices.size() == 3);
    const auto& first = found.findings.cut_vertices[0];
    CHECK(found.key(first.actor) == "C");
    CHECK(first.pieces == 2);
    CHECK(keys(first.cut_off) == Keys{"A", "B"});
    CHECK(found.key(found.findings.cut_vertices[1].actor) == "D");
    CHECK(keys(found.findings.cut_vertices[1].cut_off) == Keys{"E", "F"});
    CHECK(keys(found.findings.cut_vertices[2].cut_off) == Keys{"A"});
    REQUIRE(found.findings.bridges.size() == 4);
    CHECK(found.key(found.findings.bridges[0].from) == "C");
    CHECK(keys(found.findings.bridges[0].cut_off).size() == 3);
    CHECK(keys(found.findings.bridges[0].kinds) == Keys{"cooperates"});
}

TEST_CASE("several ties between two actors are one bridge, circles have none") {
    TestTables tables = lettered(3, "AB AB BC CA");
    tables.tie("B", "A", TieKind::funds);
    CHECK(find(tables).findings.bridges.empty());
    TestTables two = lettered(2, "AB");
    two.tie("B", "A", TieKind::funds);
    const auto found = find(two);
    REQUIRE(found.findings.bridges.size() == 1);
    CHECK(keys(found.findings.bridges[0].kinds) == Keys{"cooperates", "funds"});
    CHECK(found.findings.cut_vertices.empty());
}

TEST_CASE("networks with little in them") {
    for (const auto& tables : {TestTables{}, lettered(1, ""), lettered(1, "AA"), lettered(3, "")}) {
        const auto found = find(tables);
        CHECK(found.findings.cut_vertices.empty());
        CHECK(found.findings.bridges.empty());
        CHECK(found.findings.alternatives.empty());
        Document document;
        const auto view = analysis::make_view(tables.network(), {});
        Bottlenecks::explain(*view, found.findings, document);
        CHECK(document.reading.size() == 3);
    }
}

TEST_CASE("what depends on a gatekeeper is what is gone without it") {
    std::mt19937 random{20261122};
    int topics_behind = 0;
    for (int i = 0; i < 400; ++i) {
        const TestTables tables = random_network(random);
        const auto all = find(tables, {"0"});
        for (std::size_t d = 1; d < tables.actors.size(); ++d) {
            const std::string door = std::to_string(d);
            analysis::ViewOptions options;
            options.without = {door};
            const auto without = find(tables, {"0"}, options);
            std::set<std::string> reached;
            for (const auto& row : without.findings.alternatives)
                if (row.reached > 0) reached.insert(row.topic.key);
            std::set<std::string> gone;
            for (std::size_t t = 0; t < tables.actors.size(); ++t) {
                const auto& row = alternative(all, "0", topics()[t]);

                const auto& providers = tables.offers[t].providers;
                const bool own = std::ranges::any_of(
                    providers, [&](const auto& provider) { return provider.key == door; });
                if (!row.disjoint_paths || row.reached == 0 || reached.contains(topics()[t]))
                    continue;
                if (own && row.reached == 1) continue;  // it was the only one that was reached
                gone.insert(topics()[t]);
            }
            const auto* row = gatekeeper(all, "0", door);
            std::set<std::string> said;
            if (row)
                for (const Choice& topic : row->topics) said.insert(topic.key);
            CHECK(said == gone);
            topics_behind += static_cast<int>(said.size());
        }
        for (const auto& row : all.findings.alternatives)
            CHECK((row.disjoint_paths == 1) == !row.only_through.empty());
    }
    CHECK(topics_behind > 200);
}

TEST_CASE("bottlenecks of the fictional Kreis are those its README names") {
    const auto found = find(dataset("musterkreis"));
    CHECK(found.findings.actor_count == 81);
    CHECK(found.findings.cut_vertex_count == 17);
    std::set<std::string> cut;
    for (const auto& row : found.findings.cut_vertices) cut.insert(found.key(row.actor));
    for (const char* actor : {"aerztenetz", "kgk", "ksb"}) CHECK(cut.contains(actor));
    const auto bridge = std::ranges::find_if(found.findings.bridges, [&](const auto& row) {
        return std::set{found.key(row.from), found.key(row.to)} ==
               std::set<std::string>{"aa-aed", "rv"};
    });
    REQUIRE(bridge != found.findings.bridges.end());
    CHECK(keys(bridge->cut_off) == Keys{"reha", "rehasport", "rv"});

    const auto paths = [&](const char* topic) {
        return alternative(found, "jc-mk", topic).disjoint_paths;
    };
    CHECK(paths("LP-BEW") >= 3);
    CHECK(paths("LP-SUC") >= 2);
    CHECK(paths("X-AU") == 1);
    CHECK(paths("X-FAM") == 0);
    CHECK(alternative(found, "jc-mk", "X-FAM").providers > 0);
    CHECK(keys(alternative(found, "jc-mk", "X-PFL").only_through) == Keys{"kgk", "pflegest"});
    const auto* kgk = gatekeeper(found, "jc-mk", "kgk");
    REQUIRE(kgk != nullptr);
    CHECK(keys(kgk->topics) == Keys{"X-PFL"});
    const auto* doctors = gatekeeper(found, "jc-mk", "aerztenetz");
    REQUIRE(doctors != nullptr);
    CHECK(doctors->actors_behind == 4);
}

TEST_CASE("programmes, agreements and events are no bottlenecks") {
    const auto found = find(dataset("musterkreis"));
    TestTables partners = dataset("musterkreis");
    const auto network = partners.network();
    std::erase_if(partners.actors, [&](const Actor& actor) {
        return !network->is_partner(*network->find_actor(actor.key));
    });
    std::erase_if(partners.ties, [&](const Tie& tie) {
        return !network->is_partner(*network->find_actor(tie.from.key)) ||
               !network->is_partner(*network->find_actor(tie.to.key));
    });
    const auto without = find(partners);
    CHECK(without.findings.cut_vertex_count == found.findings.cut_vertex_count);
    CHECK(without.findings.bridge_count == found.findings.bridge_count);
    CHECK(without.findings.gatekeepers.size() == found.findings.gatekeepers.size());
}

TEST_CASE("sources are what --from names") {
    TestTables tables = lettered(3, "");
    tables.actors[1].kind = "clinic";
    tables.tie("A", "B", TieKind::refers_to);
    CHECK(find(tables).findings.sources == 0);
    CHECK(find(tables, {"A"}).findings.sources == 1);
    CHECK(find(tables, {"kind=clinic", "A"}).findings.sources == 2);
    CHECK(find(tables, {"sector=sport"}).findings.sources == 2);
    const auto view = analysis::make_view(tables.network(), {});
    for (const char* wrong : {"Z", "kind=none-such", "sector=none", "topic=LP-BEW"})
        CHECK_FALSE(Bottlenecks::run(*view, {{wrong}}));
}

TEST_CASE("sources that are the goals themselves are not said to have no way", "[bottlenecks]") {
    TestTables tables;
    tables.actor("a", "jobcenter");
    tables.actor("b", "health_office");
    tables.tie("a", "b", TieKind::refers_to).topics = {"LP-BEW"};
    tables.offer("o1", "LP-BEW", "a").status = "active";
    tables.offer("o2", "LP-BEW", "b").status = "active";
    const auto sentence = [&] {
        const auto view = analysis::make_view(tables.network(), {});
        REQUIRE(view);
        const auto findings = Bottlenecks::run(*view, {});
        REQUIRE(findings);
        Document document;
        Bottlenecks::explain(*view, *findings, document);
        return document.reading.at(1).en;
    };
    CHECK(sentence().starts_with("The sources themselves are goals of every topic"));
    tables.actor("c", "sports_club");
    tables.offer("o3", "LP-ERN", "c").status = "active";
    CHECK(sentence().starts_with("From these sources no way to a topic is recorded"));
    tables.offers.clear();
    tables.ties.clear();
    CHECK(sentence().starts_with("From these sources no way to a topic is recorded"));
}
