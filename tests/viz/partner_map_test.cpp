#include "geometry_checks.hpp"
#include "sample_maps.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace lotse;
using namespace lotse::viz;

TEST_CASE("nothing overlaps, leaves the page, is too small or cut off") {
    for (const std::size_t actors : {1u, 2u, 30u, 80u, 150u}) {
        INFO(actors << " actors");
        CHECK(layout_faults(sample_map(actors)) == std::vector<std::string>{});
    }
}

TEST_CASE("the check of layouts sees faults") {
    const Drawing good = sample_map(30);
    const auto faulty = [&](auto spoil) {
        Drawing drawing = good;
        spoil(drawing);
        return !layout_faults(drawing).empty();
    };
    CHECK(faulty([](Drawing& d) { d.nodes[0].centre = d.nodes[1].centre; }));
    CHECK(faulty([](Drawing& d) { d.nodes[0].centre.x = 1; }));
    CHECK(faulty([](Drawing& d) { d.nodes[0].lines[0] += " und vieles andere mehr"; }));
    CHECK(faulty([](Drawing& d) { d.labels[0].font_pt = 6.9; }));
    CHECK(faulty([](Drawing& d) { d.edges.back().path.back().y -= 100; }));
    CHECK(faulty([](Drawing& d) { d.nodes[0].ink = d.nodes[0].fill; }));
}

TEST_CASE("every actor is on the map or in the box of the unconnected") {
    const TestTables tables = sample_tables(80);
    const Drawing drawing = sample_map(80);
    std::set<std::string> shown;
    for (const Node& node : drawing.nodes) shown.insert(joined(node.lines));
    std::vector<std::string> lines;
    for (const TextLine& line : drawing.labels)
        if (line.role == "unconnected" && line.weight == Weight::regular)
            lines.push_back(line.text);
    const std::string unconnected = joined(lines);
    std::size_t in_box = 0;
    for (const Actor& actor : tables.actors) {
        INFO(actor.name);
        const std::string name = joined({actor.name});
        const bool boxed = unconnected.find(name) != std::string::npos;
        in_box += boxed && !shown.contains(name);
        CHECK((boxed || shown.contains(name)));
    }
    CHECK(in_box > 0);
}

TEST_CASE("title, date, source, counts, legend and the smallest type are printed") {
    TestTables tables = sample_tables(30);
    tables.actors[0].as_of = PartialDate{2026, 3, 5};
    Source& source = tables.sources.emplace_back();
    source.key = "q";
    source.title = "Netzwerkerhebung";
    const Network network{{"Musterkreis", "CC0-1.0", true}, tables};
    PictureOptions options;
    const Result<Drawing> german = partner_map(network, options);
    options.language = Language::en;
    const Result<Drawing> english = partner_map(network, options);
    REQUIRE(german);
    REQUIRE(english);
    for (const char* text : {"Partnerkarte Musterkreis", "Fiktive Daten", "Stand 05.03.2026",
                             "Quelle: Netzwerkerhebung", "28 Akteure", "verweist an (", "Noch ohne",
                             "Blatt A3 quer, kleinste Schrift 7,", "Gesundheit ("}) {
        INFO(text);
        CHECK(says(*german, text));
    }
    for (const char* text : {"Partner map Musterkreis", "Fictional data", "As of 2026-03-05",
                             "Source: Netzwerkerhebung", "28 actors", "refers to (", "Not yet",
                             "Sheet A3 landscape, smallest type 7.", "Health ("}) {
        INFO(text);
        CHECK(says(*english, text));
    }
    CHECK(has_role(*german, "legend"));
    CHECK_FALSE(says(sample_map(30), "Fiktive Daten"));
}

TEST_CASE("the legend names exactly the classes that are drawn") {
    TestTables tables = lettered(4, "AB BC CD");
    tables.ties[0].kind = TieKind::refers_to;
    tables.ties[1].level = 4;
    tables.ties[2].status = "planned";
    const Result<Drawing> drawing = partner_map(*tables.network(), {});
    REQUIRE(drawing);
    std::set<std::string> styles;
    for (const LineStyle& style : drawing->styles) styles.insert(style.name);
    CHECK(styles == std::set<std::string>{"agreement", "referral"});
    CHECK(says(*drawing, "Nicht gezeichnete Beziehungen: 1 geplant"));
}

TEST_CASE("ties of one pair are one line of the strongest class") {
    TestTables tables = lettered(2, "AB");
    tables.ties[0].level = 1;
    tables.tie("A", "B", TieKind::refers_to);
    tables.tie("B", "A", TieKind::refers_to);
    tables.tie("B", "A", TieKind::funds);
    const Result<Drawing> drawing = partner_map(*tables.network(), {});
    REQUIRE(drawing);
    std::vector<Edge> lines;
    for (const Edge& edge : drawing->edges)
        if (!edge.from.empty()) lines.push_back(edge);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].style == "referral");
    CHECK(lines[0].arrowheads == Arrowheads::at_both_ends);
    CHECK(lines[0].title.find("finanziert") != std::string::npos);
}

TEST_CASE("no text is smaller than 7 pt; a larger sheet comes with a message") {
    const Drawing large = sample_map(150, Paper::a4);
    CHECK(large.minimum_font_pt >= 7);
    CHECK(large.paper != "A4");
    REQUIRE(large.messages.size() == 1);
    CHECK(large.messages[0].find("7 pt") != std::string::npos);
    const Drawing fitting = sample_map(80);
    CHECK(fitting.minimum_font_pt >= 7);
    for (const Node& node : fitting.nodes)
        CHECK(std::min<double>(node.font_pt, node.tag_font_pt) >= 7);
    for (const TextLine& line : fitting.labels) CHECK(line.font_pt >= 7);
}

TEST_CASE("networks without actors or without ties have a map too") {
    CHECK(partner_map(*TestTables{}.network(), {}));
    const Result<Drawing> drawing = partner_map(*lettered(5, "").network(), {});
    REQUIRE(drawing);
    CHECK(all_texts(*drawing).size() > 5);
}

TEST_CASE("rows in another order give the same map") {
    TestTables tables = sample_tables(40);
    const std::string first = to_json(*partner_map(*tables.network(), {}));
    std::reverse(tables.actors.begin(), tables.actors.end());
    std::reverse(tables.ties.begin(), tables.ties.end());
    CHECK(to_json(*partner_map(*tables.network(), {})) == first);
}

TEST_CASE("a font scale out of range is a usage error") {
    PictureOptions options;
    options.font_scale = 9;
    const Result<Drawing> drawing = partner_map(*lettered(2, "AB").network(), options);
    REQUIRE_FALSE(drawing);
    CHECK(drawing.error().kind == ErrorKind::usage);
}

TEST_CASE("actors keep the places of an earlier map, and new ones go around them") {
    const Drawing first = sample_map(40);
    REQUIRE(first.places.size() == first.nodes.size());
    PictureOptions options;
    options.places = first.places;
    TestTables tables = sample_tables(40);
    const Result<Drawing> again = partner_map(*tables.network(), options);
    REQUIRE(again);
    for (std::size_t i = 0; i < first.nodes.size(); ++i)
        CHECK(distance(first.nodes[i].centre, again->nodes[i].centre) < 0.01);

    const auto& [key, place] = *options.places.begin();
    options.places[key] = {0.02, 0.97};  // by hand, half beyond the corner
    const Result<Drawing> moved = partner_map(*tables.network(), options);
    REQUIRE(moved);
    CHECK(distance(moved->places.at(key), {0.02, 0.97}) < 0.08);
    for (const Node& node : moved->nodes) {
        CHECK(inside(box_of(node), *moved));
        for (const Node& other : moved->nodes)
            if (&node != &other) CHECK_FALSE(box_of(node).overlaps(box_of(other)));
    }
}

TEST_CASE("an actor of the only sector stands in its wedge, not in the middle") {
    TestTables tables = lettered(2, "AB");
    tables.actors[0].kind = "jobcenter";
    tables.actors[1].kind = "health_office";
    const Result<Drawing> map = partner_map(*tables.network(), {});
    REQUIRE(map);
    const auto centre = [&](const char* id) {
        return std::ranges::find(map->nodes, id, &Node::id)->centre;
    };
    CHECK(distance(centre("a0"), centre("a1")) > 100);
}
