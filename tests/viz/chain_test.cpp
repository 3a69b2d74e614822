#include <lotse/viz/chain.hpp>

#include "geometry_checks.hpp"
#include "route.hpp"
#include "sample_maps.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace lotse;
using namespace lotse::viz;

namespace {

const std::vector<std::string> no_faults;

Drawing drawn(const TestTables& tables, const PictureOptions& options = {}) {
    const Result<Drawing> drawing = chain(*tables.network(), options);
    if (!drawing) FAIL(drawing.error().message.en);
    return *drawing;
}

StripHop hop(WayState state, StripHop::Tie tie = StripHop::Tie::onwards) {
    return {"verweist an", TieClass::referral,
            "Kommunale Eingliederungsleistungen (§ 16a SGB II) – nur im Zusammenwirken mit anderen",
            state, tie};
}

}  // namespace

TEST_CASE("levels follow from the kind of an actor") {
    TestTables tables;
    const std::vector<std::pair<const char*, Tier>> expected{
        {"council", Tier::steering},    {"health_conference", Tier::steering},
        {"jobcenter", Tier::structure}, {"health_office", Tier::structure},
        {"sports_club", Tier::action},  {"debt_counselling", Tier::action},
        {"other", Tier::unassigned}};
    for (const auto& [kind, tier] : expected) tables.actor(kind, kind);
    const auto network = tables.network();
    for (const auto& [kind, tier] : expected) {
        INFO(kind);
        CHECK(tier_of(*network, *network->find_actor(kind)) == tier);
    }
}

TEST_CASE("bands of networks of all sizes have no fault") {
    for (const std::size_t actors : {1u, 2u, 30u, 80u, 150u})
        for (const Paper paper : {Paper::a4, Paper::a2}) {
            PictureOptions options;
            options.paper = paper;
            options.language = actors % 4 == 2 ? Language::en : Language::de;
            options.scheme = actors % 4 == 2 ? Scheme::grey : Scheme::colour;
            const Drawing drawing = drawn(sample_tables(actors), options);
            INFO(actors << " actors on " << drawing.paper);
            CHECK(layout_faults(drawing) == no_faults);
            CHECK(has_role(drawing, "band"));
        }
}

TEST_CASE("bands stand one below the other, with ties between them only") {
    TestTables tables;
    tables.actor("k", "council");
    tables.actor("j", "jobcenter");
    tables.actor("a", "employment_agency");
    tables.actor("s", "sports_club");
    tables.actor("x", "other");
    tables.actor("u", "clinic");
    tables.tie("j", "a", TieKind::cooperates);
    tables.tie("j", "s", TieKind::refers_to);
    tables.tie("k", "j", TieKind::funds);
    tables.tie("x", "s", TieKind::informs);
    const Drawing drawing = drawn(tables);
    const auto y = [&](const std::string& key) {
        return std::ranges::find_if(
                   drawing.nodes,
                   [&](const Node& node) { return node.title.starts_with("Partner " + key); })
            ->centre.y;
    };
    CHECK(y("k") < y("j"));
    CHECK(y("j") == y("a"));
    CHECK(y("a") < y("s"));
    CHECK(y("s") < y("x"));
    CHECK(drawing.nodes.size() == 5);
    CHECK(std::ranges::count_if(drawing.edges,
                                [](const Edge& edge) { return !edge.from.empty(); }) == 3);
    CHECK(says(drawing, "1 Verbindung untereinander"));
    CHECK(says(drawing, "Ebene nicht zuzuordnen (1)"));
    CHECK(says(drawing, "Noch ohne Verbindung (1)"));
}

TEST_CASE("a line goes around a wide box in its way, also beside another one") {
    const std::vector<Rectangle> boxes{
        Rectangle::around({500, 100}, 80, 24), Rectangle::around({500, 250}, 150, 30),
        Rectangle::around({500, 400}, 80, 24), Rectangle::around({350, 180}, 120, 24)};
    const auto curves = route(boxes, {{0, 2}}, {0, 0, 1000, 500});
    for (int i = 0; i <= 200; ++i) {
        const double t = i / 200.0, s = 1 - t;
        const std::vector<Point>& c = curves[0];
        const Point p = (s * s * s) * c[0] + (3 * s * s * t) * c[1] + (3 * s * t * t) * c[2] +
                        (t * t * t) * c[3];
        INFO(p.x << " " << p.y);
        CHECK_FALSE(boxes[1].contains(p));
        CHECK_FALSE(boxes[3].contains(p));
    }
}

TEST_CASE("every third row of a band has columns of its own") {
    TestTables tables;
    tables.actor("j", "jobcenter");
    for (int i = 0; i < 40; ++i) {
        const std::string key = "s" + std::to_string(i);
        tables.actor(key, "sports_club");
        tables.tie("j", key, TieKind::refers_to);
    }
    const Drawing drawing = drawn(tables);
    std::map<long, std::set<long>> rows;
    for (const Node& node : drawing.nodes)
        if (!node.title.starts_with("Partner j"))
            rows[std::lround(node.centre.y)].insert(std::lround(node.centre.x));
    REQUIRE(rows.size() > 2);
    const auto first = rows.begin(), third = std::next(first, 2);
    for (const long x : first->second) CHECK_FALSE(third->second.contains(x));
}

TEST_CASE("rows in another order give the same bands, and given places are kept") {
    TestTables tables = sample_tables(40);
    const Drawing first = drawn(tables);
    std::ranges::reverse(tables.actors);
    std::ranges::reverse(tables.ties);
    CHECK(to_json(drawn(tables)) == to_json(first));
    PictureOptions options;
    options.places = first.places;
    const Drawing again = drawn(tables, options);
    REQUIRE(first.nodes.size() == again.nodes.size());
    for (std::size_t i = 0; i < first.nodes.size(); ++i)
        CHECK(distance(first.nodes[i].centre, again.nodes[i].centre) < 0.01);
}

TEST_CASE("a sheet without a way says why and leaves room to write") {
    const auto network = sample_tables(16).network();
    Strip strip;
    strip.title = "Weg von Jobcenter zu Angeboten zum Thema Ernährung";
    strip.remarks = {"Zu Angeboten zum Thema „Ernährung“ ist in diesem Netz niemand erfasst."};
    PictureOptions options;
    options.paper = Paper::a4;
    const Result<Drawing> drawing = way_strip(*network, strip, options);
    REQUIRE(drawing);
    CHECK(layout_faults(*drawing) == no_faults);
    CHECK(says(*drawing, "ist in diesem Netz niemand"));
    CHECK(drawing->shapes.size() > 10);
}

TEST_CASE("strips of long ways have no fault and say kind, basis and mandate") {
    const auto network = sample_tables(16).network();
    Strip strip;
    strip.title = "Weg von Jobcenter zu Angeboten zum Thema Pflege von Angehörigen";
    for (const std::size_t hops : {1u, 3u, 8u, 0u}) {
        StripWay way;
        way.heading = "Weg mit " + std::to_string(hops) + " Schritten";
        way.stations.push_back(ActorId{0});
        for (std::size_t i = 0; i < hops; ++i) {
            way.stations.push_back(ActorId{1 + i});
            way.hops.push_back(hop(all_enumerators<WayState>[i % 3].value,
                                   i == 1 ? StripHop::Tie::backwards : StripHop::Tie::onwards));
        }
        way.hand_over = hops / 2;
        strip.ways.push_back(std::move(way));
    }
    strip.ways.push_back({"Kein Weg erfasst",
                          WayState::none,
                          {ActorId{3}, ActorId{4}},
                          {hop(WayState::none, StripHop::Tie::missing)},
                          std::nullopt});
    for (const Paper paper : {Paper::a4, Paper::a3, Paper::a1})
        for (const Language language : {Language::de, Language::en}) {
            PictureOptions options;
            options.paper = paper;
            options.language = language;
            const Result<Drawing> drawing = way_strip(*network, strip, options);
            REQUIRE(drawing);
            INFO(drawing->paper);
            CHECK(layout_faults(*drawing) == no_faults);
            const bool german = language == Language::de;
            CHECK(says(*drawing, german ? "Auftrag ungeklärt" : "mandate unclear"));
            CHECK(says(*drawing, german ? "außerhalb des" : "outside the"));
            CHECK(says(*drawing, german ? "noch nicht erfasst" : "not recorded yet"));
            CHECK(says(*drawing, german ? "Übergabe" : "hand-over"));
            CHECK(says(*drawing, "§ 16a"));
            const auto hops = std::ranges::count_if(
                drawing->edges, [](const Edge& edge) { return !edge.from.empty(); });
            CHECK(hops == 13);
        }
}
