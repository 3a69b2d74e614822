#include <lotse/viz/ego.hpp>

#include "geometry_checks.hpp"
#include "sample_maps.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace lotse;
using namespace lotse::viz;

namespace {

const std::vector<std::string> no_faults;

const std::vector<EgoWay> ways{
    {"Bewegungsgewohnheiten", WayState::legal, 1, {"Jobcenter", "Kreissportbund"}},
    {"Stress- und Ressourcenmanagement",
     WayState::unclear,
     3,
     {"Jobcenter", "Kommunale Gesundheitskonferenz", "AOK PLUS", "Volkshochschule"}},
    {"Psychische Gesundheit und Resilienz", WayState::outside, 1, {"Jobcenter", "Ambulanz"}},
    {"Pflege von Angehörigen", WayState::none, 0, {}},
    {"Coaching", WayState::legal, 0, {"Jobcenter"}},
    {"Suchtmittelkonsum", WayState::legal, 0, {"Jobcenter"}, true},
};

Drawing drawn(const TestTables& tables, const std::string& actor,
              const PictureOptions& options = {}) {
    const auto network = tables.network();
    const Result<Drawing> drawing =
        ego(*network, *network->find_actor(actor), ways, Message{}, options);
    if (!drawing) FAIL(drawing.error().message.en);
    return *drawing;
}

/// The actor with most ties in a network.
std::string busiest(const TestTables& tables) {
    std::map<std::string, int> ties;
    for (const Tie& tie : tables.ties) {
        ++ties[tie.from.key];
        ++ties[tie.to.key];
    }
    return std::ranges::max_element(ties, {}, [](const auto& entry) { return entry.second; })
        ->first;
}

}  // namespace

TEST_CASE("sheets of actors of all sizes have no fault") {
    for (const std::size_t actors : {1u, 2u, 30u, 80u, 150u})
        for (const Paper paper : {Paper::a4, Paper::a3, Paper::a0}) {
            const TestTables tables = sample_tables(actors);
            PictureOptions options;
            options.paper = paper;
            options.language = actors % 4 == 2 ? Language::en : Language::de;
            options.scheme = actors % 4 == 2 ? Scheme::grey : Scheme::colour;
            const std::string actor = actors < 3 ? "k1000" : busiest(tables);
            const Drawing drawing = drawn(tables, actor, options);
            INFO(actors << " actors on " << drawing.paper);
            CHECK(layout_faults(drawing) == no_faults);
            CHECK(has_role(drawing, "legend"));
        }
}

TEST_CASE("every tie is a line of its own with kind, level and direction") {
    TestTables tables = lettered(3, "AB");
    tables.ties[0].level = 2;
    tables.tie("A", "B", TieKind::refers_to).level = 4;
    tables.tie("C", "A", TieKind::funds);
    tables.tie("C", "B", TieKind::funds);
    tables.tie("A", "C", TieKind::refers_to).status = "planned";
    const Drawing drawing = drawn(tables, "A");
    std::set<std::string> ends;
    for (const Edge& edge : drawing.edges)
        if (!edge.from.empty()) ends.insert(edge.from + ">" + edge.to + " " + edge.style);
    const auto id = [&](const std::string& tag) {
        return std::ranges::find_if(
                   drawing.nodes,
                   [&](const Node& node) { return node.title.starts_with("Partner " + tag); })
            ->id;
    };
    const std::string a = id("A"), b = id("B"), c = id("C");
    CHECK(ends.contains(a + ">" + b + " referral"));
    CHECK(ends.contains(c + ">" + a + " funding"));
    CHECK(ends.size() == 3);
    CHECK(says(drawing, "arbeitet zusammen mit · Stufe 2"));
    CHECK(says(drawing, "verweist an · Stufe 4"));
    CHECK(says(drawing, "finanziert · Stufe ?"));
    CHECK(says(drawing, "Nicht gezeichnete Beziehungen: 1 geplant"));
    CHECK(says(drawing, "2 Partner"));
}

TEST_CASE("ways and offers are in words, and nothing recorded is said so") {
    TestTables tables = lettered(2, "AB");
    Offer& offer = tables.offers.emplace_back();
    offer.key = "o";
    offer.name = "Rückenkurs";
    offer.topics = {"LP-BEW"};
    offer.providers.push_back({"B", {}});
    const Drawing own = drawn(tables, "A");
    CHECK(says(own, "direkt: Kreissportbund"));
    CHECK(says(own, "3 Schritte: über Kommunale"));
    CHECK(says(own, "kein Weg erfasst"));
    CHECK(says(own, "bietet es selbst an"));
    CHECK(says(own, "dorthin wird zu diesem Thema"));
    CHECK(says(own, "außerhalb des Auftrags"));
    CHECK(says(own, "Kein Angebot erfasst."));
    const auto signs = std::ranges::count(own.labels, "sign", &TextLine::role);
    CHECK(signs == 3 + 3);  // of the ways, and of the legend; ticks are shapes
    CHECK(says(drawn(tables, "B"), "Rückenkurs"));
    CHECK(says(drawn(lettered(1, ""), "A"), "Noch ohne Verbindung"));
}

TEST_CASE("rows in another order give the same sheet of an actor") {
    TestTables tables = sample_tables(40);
    const std::string first = to_json(drawn(tables, "k1000"));
    std::ranges::reverse(tables.actors);
    std::ranges::reverse(tables.ties);
    CHECK(to_json(drawn(tables, "k1000")) == first);
}
