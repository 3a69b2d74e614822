#include <lotse/viz/rings.hpp>

#include "dataset.hpp"
#include "geometry_checks.hpp"
#include "ring_places.hpp"
#include "sample_maps.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>

using namespace lotse;
using namespace lotse::viz;

namespace {

const std::vector<std::string> no_faults;
constexpr double tolerance = 0.06;  // radians

Drawing drawn(const TestTables& tables, const std::string& centre,
              const PictureOptions& options = {}) {
    const auto network = tables.network();
    const Result<Drawing> drawing = rings(*network, *network->find_actor(centre), options);
    if (!drawing) FAIL(drawing.error().message.en);
    return *drawing;
}

std::set<std::string> members(const Network& network, ActorId centre, Ring ring) {
    const std::vector<Ring> all = rings_around(network, centre);
    std::set<std::string> keys;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (i != centre.index() && all[i] == ring) keys.insert(network.actors()[i].key);
    return keys;
}

}  // namespace

TEST_CASE("rings follow agreements, levels and common partners") {
    TestTables tables = lettered(9, "AB AC AD BE CF GH");
    tables.ties[0].level = 3;
    tables.ties[1].level = 2;  // of C; D's is not recorded
    tables.actor("V", "agreement");
    tables.tie("A", "V", TieKind::party_to);
    tables.tie("G", "V", TieKind::party_to);
    tables.actor("P", "programme");
    tables.tie("A", "P", TieKind::participates_in);
    tables.tie("I", "P", TieKind::participates_in);
    tables.tie("A", "H").status = "planned";
    const auto network = tables.network();
    const ActorId centre = *network->find_actor("A");
    using Keys = std::set<std::string>;
    CHECK(members(*network, centre, Ring::close) == Keys{"B", "G", "V"});
    CHECK(members(*network, centre, Ring::partner) == Keys{"C", "D", "P"});
    CHECK(members(*network, centre, Ring::indirect) == Keys{"E", "F"});
    CHECK(members(*network, centre, Ring::distant) == Keys{"H", "I"});
}

TEST_CASE("network cards of all sizes have no fault") {
    for (const std::size_t actors : {1u, 2u, 30u, 80u, 150u})
        for (const Paper paper : {Paper::a4, Paper::a1}) {
            PictureOptions options;
            options.paper = paper;
            if (actors % 4 == 2) options.language = Language::en;
            if (actors % 4 == 2) options.scheme = Scheme::grey;
            const Drawing drawing = drawn(sample_tables(actors), "k1000", options);
            INFO(actors << " actors on " << drawing.paper);
            CHECK(layout_faults(drawing) == no_faults);
            CHECK(has_role(drawing, "legend"));
        }
}

TEST_CASE("every box has its centre in the field of its sector") {
    std::vector<std::pair<Network, std::string>> networks;
    networks.emplace_back(Network{NetworkInfo{}, dataset("musterkreis")}, "jc-mk");
    for (const std::size_t actors : {40u, 120u})
        networks.emplace_back(Network{NetworkInfo{}, sample_tables(actors)}, "k1001");
    for (const auto& [network, key] : networks) {
        const Result<Drawing> card = rings(network, *network.find_actor(key), {});
        REQUIRE(card);
        const Point middle = card->nodes.front().centre;
        const auto direction = [&](Point p) { return std::atan2(p.x - middle.x, middle.y - p.y); };
        for (std::size_t i = 1; i < card->nodes.size(); ++i) {
            const Node& node = card->nodes[i];
            const double at = direction(node.centre);
            bool within = false;
            for (const Shape& field : card->shapes)
                if (field.outline.size() > 4 && distance(field.outline.front(), middle) < 0.01 &&
                    field.fill == mixed(node.tag_fill, white, 0.04)) {
                    const double start = direction(field.outline[1]) - tolerance;
                    const double end = direction(field.outline.back()) + tolerance;
                    within = within ||
                             (start <= end ? at >= start && at <= end : at >= start || at <= end);
                }
            INFO(node.title << " among " << network.actors().size() << " on " << card->paper);
            CHECK(within);
        }
    }
}

TEST_CASE("every actor is on the card or in the box") {
    const TestTables tables = sample_tables(80);
    const auto network = tables.network();
    const ActorId centre = *network->find_actor("k1001");
    const Drawing drawing = drawn(tables, "k1001");
    std::vector<std::string> boxed;
    for (const TextLine& line : drawing.labels)
        if (line.role == "unconnected" && line.weight == Weight::regular)
            boxed.push_back(line.text);
    const std::string box = joined(boxed);
    std::size_t on_card = 0;
    for (std::size_t i = 0; i < network->actors().size(); ++i) {
        const Actor& actor = network->actors()[i];
        INFO(actor.name);
        const bool shown = drawing.places.contains(actor.key) || i == centre.index();
        CHECK((shown || box.find(joined({actor.name})) != std::string::npos));
        on_card += shown;
    }
    CHECK(on_card == drawing.nodes.size());
    CHECK(box.size() > 20);
}

TEST_CASE("a card around a very long name is set on a larger sheet or refused") {
    for (const std::size_t letters : {60u, 200u, 480u, 2000u}) {
        TestTables tables = lettered(3, "AB BC");
        tables.actors[0].name = std::string(letters, 'x');
        const auto network = tables.network();
        const Result<Drawing> drawing = rings(*network, *network->find_actor("A"), {});
        INFO(letters);
        CHECK(static_cast<bool>(drawing) == (letters < 2000));
        if (drawing)
            CHECK(layout_faults(*drawing) == no_faults);
        else
            CHECK(drawing.error().kind == ErrorKind::limit);
    }
}

TEST_CASE("cards of hundreds of actors take no minutes") {
    for (const std::size_t actors : {150u, 300u, 1000u, 4000u}) {
        TestTables tables = lettered(1, "");
        tables.actors[0].kind = "jobcenter";
        for (std::size_t i = 0; i < actors; ++i) {
            tables.actor("v" + std::to_string(i)).name = "Verein " + std::to_string(i);
            tables.tie("A", "v" + std::to_string(i), TieKind::refers_to);
        }
        const auto network = tables.network();
        const auto start = std::chrono::steady_clock::now();
        const Result<Drawing> drawing = rings(*network, *network->find_actor("A"), {});
        INFO(actors);
        CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{20});
        CHECK(static_cast<bool>(drawing) == (actors < 4000));
        if (drawing) CHECK(drawing->nodes.size() == actors + 1);
        if (drawing && actors < 1000) CHECK(layout_faults(*drawing) == no_faults);
    }
}

TEST_CASE("boxes keep to their ring and apart from each other") {
    const Rectangle area{20, 60, 820, 520};
    std::vector<RingItem> items;
    RingNeeds needs(3);
    for (std::size_t i = 0; i < 30; ++i) {
        items.push_back({i % 4, i % 3, 60.0 + static_cast<double>(i % 5) * 8, 20, {}});
        needs[i % 3][i % 4] += 80 * 30;
    }
    const RingShape shape{area, shares_by_need(needs, 3000)};
    RingNeeds crowded(3);
    double effort = 1e9;
    const auto places = place_in_rings(shape, items, {}, {}, 0.6, crowded, effort);
    REQUIRE(places);
    CHECK(effort < 1e9);
    double none = 0;
    CHECK_FALSE(place_in_rings(shape, items, {}, {}, 0.6, crowded, none));
    const auto border = [&](std::size_t ring, Point p) {
        const Point c = area.centre();
        return distance(shape.on_border(ring, shape.angle(p)), c) - distance(p, c);
    };
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Rectangle box =
            Rectangle::around(places->centres[i], items[i].width_pt, items[i].height_pt);
        for (const Point corner : {Point{box.left, box.top}, Point{box.right, box.top},
                                   Point{box.right, box.bottom}, Point{box.left, box.bottom}}) {
            CHECK(border(items[i].ring, corner) >= -0.01);
            if (items[i].ring > 0) CHECK(border(items[i].ring - 1, corner) <= 0.01);
        }
        for (std::size_t j = 0; j < i; ++j)
            CHECK_FALSE(box.overlaps(
                Rectangle::around(places->centres[j], items[j].width_pt, items[j].height_pt)));
    }
}

TEST_CASE("a card counts what it does not draw") {
    TestTables tables = sample_tables(150);
    const Drawing drawing = drawn(tables, "k1000");
    CHECK(says(drawing, "die nicht zwei direkte Partner verbinden"));
    tables = lettered(4, "AB BC CD");
    tables.ties[1].status = "planned";
    const Drawing small = drawn(tables, "A");
    CHECK(says(small, "Nicht gezeichnete Beziehungen: 1 geplant"));
    CHECK(says(small, "4 mit anderen verbunden, ohne gemeinsamen Partner (2)"));
}

TEST_CASE("rows in another order give the same card") {
    TestTables tables = sample_tables(40);
    const std::string first = to_json(drawn(tables, "k1000"));
    std::ranges::reverse(tables.actors);
    std::ranges::reverse(tables.ties);
    CHECK(to_json(drawn(tables, "k1000")) == first);
}

TEST_CASE("a card keeps given places") {
    const TestTables tables = sample_tables(40);
    PictureOptions options;
    const Drawing first = drawn(tables, "k1000");
    options.places = first.places;
    const Drawing again = drawn(tables, "k1000", options);
    REQUIRE(first.nodes.size() == again.nodes.size());
    for (std::size_t i = 0; i < first.nodes.size(); ++i)
        CHECK(distance(first.nodes[i].centre, again.nodes[i].centre) < 0.01);
    options.places.begin()->second = {0.01, 0.99};
    CHECK(layout_faults(drawn(tables, "k1000", options)) == no_faults);
}

TEST_CASE("the empty card has sectors, rings, lines to write on and a legend") {
    const auto network = sample_tables(30).network();
    for (const Paper paper : {Paper::a4, Paper::a3, Paper::a0})
        for (const Language language : {Language::de, Language::en}) {
            PictureOptions options;
            options.paper = paper;
            options.language = language;
            const Result<Drawing> card = empty_rings(*network, std::nullopt, options);
            REQUIRE(card);
            CHECK(layout_faults(*card) == no_faults);
            CHECK(card->nodes.empty());
            const bool german = language == Language::de;
            CHECK(says(*card, german ? "Soziales und Beratung" : "Social services"));
            CHECK(says(*card, german ? "Vereinbarung, gemeinsame Mittel" : "shared funds"));
            CHECK(says(*card, german ? "1 Vereinbarung" : "1 agreement"));
            CHECK(says(*card, german ? "Netzwerkkarte zum Ausfüllen" : "Network card to fill in"));
            CHECK(std::ranges::count_if(card->shapes, [](const Shape& shape) {
                      return shape.outline.size() == 4 &&
                             shape.outline[2].y - shape.outline[0].y < 1;
                  }) > 60);
        }
    const Result<Drawing> named = empty_rings(*network, network->find_actor("k1001"), {});
    REQUIRE(named);
    CHECK(says(*named, "Gesundheitskonferenz"));
    CHECK(empty_rings(*TestTables{}.network(), std::nullopt, {}));
}

TEST_CASE("a name or title of blanks counts as none") {
    const Network network{NetworkInfo{" ", "", false}, lettered(3, "AB BC")};
    PictureOptions options;
    options.title = "  ";
    for (const Result<Drawing>& drawing :
         {empty_rings(network, std::nullopt, {}), rings(network, *network.find_actor("A"), {}),
          rings(network, *network.find_actor("A"), options)}) {
        REQUIRE(drawing);
        CHECK(to_json(*drawing).find(R"("text":"")") == std::string::npos);
        CHECK(says(*drawing, "Netzwerkkarte"));
    }
}

TEST_CASE("who shares only an agreement with the middle is not counted as directly tied") {
    TestTables tables = lettered(5, "AB AC");
    tables.actor("V", "agreement");
    for (const char* party : {"A", "D", "E"}) tables.tie(party, "V", TieKind::party_to);
    const Drawing drawing = drawn(tables, "A");
    const auto subtitle = std::ranges::find(drawing.labels, "subtitle", &TextLine::role);
    REQUIRE(subtitle != drawing.labels.end());
    INFO(subtitle->text);
    CHECK(subtitle->text.find("3 direkt verbunden · 2 nur durch eine Vereinbarung") !=
          std::string::npos);  // B, C and the agreement itself
}
