#include <lotse/viz/chain.hpp>
#include <lotse/viz/change_map.hpp>
#include <lotse/viz/ego.hpp>
#include <lotse/viz/handouts.hpp>
#include <lotse/viz/region_map.hpp>
#include <lotse/viz/rings.hpp>

#include "geometry_checks.hpp"
#include "sample_maps.hpp"
#include "wheel.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace lotse;
using namespace lotse::viz;

namespace {

/// C ended, D lasted until 2020, E begins in 2024; A and B are there.
TestTables some_gone() {
    TestTables tables = lettered(5, "AB AC AD AE");
    tables.actors[2].status = "ended";
    tables.actors[3].until = PartialDate{2020};
    tables.actors[4].since = PartialDate{2024};
    tables.actors[0].as_of = PartialDate{2026};
    return tables;
}

std::set<std::string> drawn_actors(const Drawing& drawing) {
    std::set<std::string> ids;
    for (const Node& node : drawing.nodes) ids.insert(node.id);
    return ids;
}

std::size_t lines_of(const Drawing& drawing) {
    return static_cast<std::size_t>(
        std::ranges::count_if(drawing.edges, [](const Edge& edge) { return !edge.from.empty(); }));
}

PictureOptions on(int year) {
    PictureOptions options;
    options.at = PartialDate{year};
    return options;
}

using Ids = std::set<std::string>;

}  // namespace

TEST_CASE("who is no longer there is counted, not drawn, and no partner") {
    const auto network = some_gone().network();
    const Result<Drawing> map = partner_map(*network, {});
    REQUIRE(map);
    CHECK(drawn_actors(*map) == Ids{"a0", "a1", "a4"});
    CHECK(lines_of(*map) == 2);
    CHECK(says(*map, "3 Akteure · 2 Beziehungen"));
    CHECK(says(*map, "Nicht gezeichnete Akteure: 2 beendet."));
    CHECK(says(*map, "Nicht gezeichnete Beziehungen: 2 zu Akteuren, die nicht gezeichnet sind."));
    CHECK_FALSE(says(*map, "Noch ohne Verbindung"));
    const Result<Drawing> bands = chain(*network, {});
    REQUIRE(bands);
    CHECK(drawn_actors(*bands) == Ids{"a0", "a1", "a4"});
    CHECK(says(*bands, "Nicht gezeichnete Akteure: 2 beendet."));
    const Result<Drawing> card = rings(*network, ActorId{0}, {});
    REQUIRE(card);
    CHECK(drawn_actors(*card) == Ids{"a0", "a1", "a4"});
    CHECK(says(*card, "2 direkt verbunden"));
    const Result<Drawing> around_gone = rings(*network, ActorId{2}, {});
    REQUIRE(around_gone);
    CHECK(says(*around_gone, "Nicht gezeichnete Akteure: 1 beendet."));
    CHECK(says(*around_gone, "besteht am Stichtag nicht."));
    const Result<Drawing> star = ego(*network, ActorId{0}, {}, Message{}, {});
    REQUIRE(star);
    CHECK(drawn_actors(*star) == Ids{"a0", "a1", "a4"});
    const Result<Drawing> gone = ego(*network, ActorId{2}, {}, Message{}, {});
    REQUIRE(gone);
    CHECK(says(*gone, "besteht am Stichtag nicht"));
    CHECK(says(*gone, "Keine bestehende Beziehung erfasst"));
}

TEST_CASE("a date chooses who is drawn, and stands on the sheet") {
    TestTables tables = some_gone();
    tables.ties[0].since = PartialDate{2022};
    const auto network = tables.network();
    const Result<Drawing> then = partner_map(*network, on(2019));
    REQUIRE(then);
    CHECK(drawn_actors(*then) == Ids{"a0", "a3"});
    CHECK(says(*then, "Stichtag 2019 · Stand 2026"));
    CHECK(says(*then, "Nicht gezeichnete Akteure: 1 noch nicht begonnen, 1 beendet."));
    CHECK(says(*then, "Noch ohne Verbindung (1)"));  // B, whose tie begins later
    const Result<Drawing> later = partner_map(*network, on(2025));
    REQUIRE(later);
    CHECK(drawn_actors(*later) == Ids{"a0", "a1", "a4"});
    CHECK(rings_around(*network, ActorId{0}, PartialDate{2019})[1] == viz::Ring::distant);
    CHECK(rings_around(*network, ActorId{0}, PartialDate{2025})[1] == viz::Ring::partner);
}

TEST_CASE("on an earlier date what has ended since is drawn until its end") {
    TestTables tables = lettered(3, "AB AC");
    tables.actors[0].as_of = PartialDate{2026, 6};
    tables.actors[1].status = tables.ties[0].status = "ended";
    tables.actors[1].until = tables.ties[0].until = PartialDate{2024, 12};
    Offer& offer = tables.offer("Kurs", "LP-BEW", "A");
    offer.status = "ended";
    offer.end = PartialDate{2024, 12};
    const auto network = tables.network();
    const auto drawn = [&](const std::optional<PartialDate>& at) {
        PictureOptions options;
        options.at = at;
        const Result<Drawing> map = partner_map(*network, options);
        REQUIRE(map);
        CHECK(drawn_actors(*map).size() == lines_of(*map) + 1);
        return lines_of(*map);
    };
    CHECK(drawn(PartialDate{2024, 6, 30}) == 2);
    CHECK(drawn(PartialDate{2025, 1}) == 1);
    CHECK(drawn(PartialDate{2026, 9}) == 1);
    CHECK(drawn({}) == 1);
    PictureOptions then;
    then.at = PartialDate{2024, 6, 30};
    const Result<Drawing> sheet = ego(*network, ActorId{0}, {}, Message{}, then);
    REQUIRE(sheet);
    CHECK_FALSE(says(*sheet, "beendet"));
}

TEST_CASE("a map of ended and planned ties does not say that none is recorded") {
    TestTables tables = lettered(3, "AB AC");
    tables.ties[0].status = "ended";
    tables.ties[1].status = "planned";
    const Result<Drawing> map = partner_map(*tables.network(), {});
    REQUIRE(map);
    CHECK(says(*map, "Keine Beziehung gezeichnet"));
    CHECK_FALSE(says(*map, "Keine Beziehung erfasst"));
    const Result<Drawing> none = partner_map(*lettered(3, "").network(), {});
    REQUIRE(none);
    CHECK(says(*none, "Keine Beziehung erfasst"));
}

TEST_CASE("before and after draw who was there in one of the two") {
    TestTables before = lettered(3, "AB BC"), after = lettered(3, "AB BC");
    before.actors[2].status = "ended";
    after.actors[1].status = after.actors[2].status = "ended";
    Changes changes;
    changes.actors = {
        {"A", ChangeMark::same}, {"B", ChangeMark::ended}, {"C", ChangeMark::changed}};
    changes.ties = {{"A", "B", TieKind::cooperates, ChangeMark::ended, {}, {}}};
    const Result<Drawing> map = change_map(*before.network(), *after.network(), changes, {});
    REQUIRE(map);
    CHECK(drawn_actors(*map).contains("a1"));
    CHECK_FALSE(drawn_actors(*map).contains("a2"));
    CHECK(says(*map, "Nicht gezeichnete Akteure: 1 beendet."));
    CHECK(says(*map, "Akteure: ~ andere Angaben geändert (1)"));
}

TEST_CASE("headings of narrow sectors beside each other do not overlap") {
    std::vector<WheelItem> items;
    for (std::size_t i = 0; i < 44; ++i)  // four narrow wedges at the top
        items.push_back({i < 10 ? 1 : i < 14 ? i - 8 : 6, 80, 20});
    WheelSpace space;
    space.area = {0, 0, 1000, 600};
    space.heading_width_pt.assign(7, 140);
    const Wheel wheel = arrange_wheel(items, {}, space);
    REQUIRE(wheel.centres.size() == items.size());
    REQUIRE(wheel.wedges.size() == 6);
    for (std::size_t i = 0; i < wheel.wedges.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            CHECK_FALSE(wheel.wedges[i].heading.overlaps(wheel.wedges[j].heading));
}

TEST_CASE("areas without a boundary that have a value are named before actors take the room") {
    TestTables tables;
    Region region;
    region.shows = Region::Shows::numbers;
    region.indicator = "Einwohner";
    for (std::size_t i = 0; i < 6; ++i) {
        const double lon = 9 + 0.1 * static_cast<double>(i % 3);
        const double lat = 51 + 0.08 * static_cast<double>(i / 3);
        RegionArea& area = region.areas.emplace_back();
        area.name = "Quartier " + std::to_string(i);
        area.place = Position{lon, lat};
        area.figure.number = 1000.0 * static_cast<double>(i + 1);
        for (std::size_t n = 0; n < 4; ++n) {
            Actor& actor = tables.actor("k" + std::to_string(10 * i + n), "sports_club");
            actor.name = "Turn- und Sportverein Grün-Weiß " + std::to_string(10 * i + n);
            actor.lon = lon;
            actor.lat = lat;
        }
    }
    const Result<Drawing> map = region_map(*tables.network(), region, {});
    REQUIRE(map);
    CHECK(layout_faults(*map) == std::vector<std::string>{});
    for (const RegionArea& area : region.areas) CHECK(says(*map, area.name));
    CHECK_FALSE(says(*map, "ohne Platz"));
}

TEST_CASE("a long word of a name on a card is set smaller, not cut") {
    HandoutTexts texts;
    HandoutCard card;
    card.about = {"BS", "Beschäftigungsgesellschaftsverbundgeschäftsstelle", "", std::nullopt};
    const std::vector<Drawing> pages = card_pages({card}, texts);
    CHECK(says(pages.front(), card.about.name));
    CHECK(says(pages.front(), "Angebote: keine erfasst"));
    card.has_offers = true;  // none of which runs
    CHECK_FALSE(says(card_pages({card}, texts).front(), "keine erfasst"));
}

TEST_CASE("a number of which nothing may be said is a dot, also if it is large") {
    CHECK(withheld_text(Withheld{3}) == "<3");
    CHECK(withheld_text(Withheld{}) == "•");
}

TEST_CASE("the sheet of an actor says of an offer what its dates say") {
    TestTables tables = lettered(2, "AB");
    tables.actors[0].as_of = PartialDate{2026};
    const auto add = [&](const char* name, int start, int end) {
        Offer& offer = tables.offer(name, "LP-BEW", "A");
        offer.name = name;
        offer.status = "active";
        if (start > 0) offer.start = PartialDate{start};
        if (end > 0) offer.end = PartialDate{end};
    };
    add("Alt", 0, 2020);
    add("Neu", 2024, 0);
    const auto network = tables.network();
    PictureOptions then;
    then.at = PartialDate{2022};
    const Result<Drawing> sheet = ego(*network, ActorId{0}, {}, Message{}, then);
    REQUIRE(sheet);
    CHECK(says(*sheet, "beendet"));
    CHECK(says(*sheet, "geplant"));
    then.at = PartialDate{2020};
    const Result<Drawing> before = ego(*network, ActorId{0}, {}, Message{}, then);
    REQUIRE(before);
    CHECK_FALSE(says(*before, "beendet"));
}

TEST_CASE("without a date the sheet of an actor goes by the newest date of the data") {
    TestTables tables = lettered(2, "AB");
    tables.actors[0].as_of = PartialDate{2026, 1, 1};
    const auto add = [&](const char* name, const char* status) {
        Offer& offer = tables.offer(name, "LP-BEW", "A");
        offer.start = PartialDate{2026, 9, 1};
        offer.status = status;
    };
    add("Kurs", "active");
    const Result<Drawing> ahead = ego(*tables.network(), ActorId{0}, {}, Message{}, {});
    REQUIRE(ahead);
    CHECK(says(*ahead, "geplant"));
    add("Abgesagt", "ended");
    const Result<Drawing> both = ego(*tables.network(), ActorId{0}, {}, Message{}, {});
    REQUIRE(both);
    CHECK(says(*both, "geplant"));
    CHECK(says(*both, "beendet"));
}

TEST_CASE("a tie whose status no list knows is drawn, as one without a recorded status") {
    TestTables tables = lettered(3, "AB AC");
    tables.ties[0].status = "in Klärung";
    tables.ties[1].status = "paused";
    const Result<Drawing> map = partner_map(*tables.network(), {});
    REQUIRE(map);
    CHECK(lines_of(*map) == 1);
    CHECK(says(*map, "Nicht gezeichnete Beziehungen: 1 ruhend."));
    const Result<Drawing> sheet = ego(*tables.network(), ActorId{1}, {}, Message{}, {});
    REQUIRE(sheet);
    CHECK_FALSE(says(*sheet, "Keine laufende Beziehung"));
    CHECK(lines_of(*sheet) == 1);
}
