#include <lotse/viz/chain.hpp>
#include <lotse/viz/ego.hpp>
#include <lotse/viz/partner_map.hpp>
#include <lotse/viz/rings.hpp>

#include "geometry_checks.hpp"
#include "map_content.hpp"
#include "networks.hpp"

#include <catch2/catch.hpp>

#include <functional>

using namespace lotse;
using namespace lotse::viz;

namespace {

/// A and B are tied; C is planned and has no tie.
TestTables one_planned() {
    TestTables tables = lettered(3, "AB");
    tables.actors[2].status = "planned";
    return tables;
}

using View = std::function<Result<Drawing>(const Network&, const PictureOptions&)>;
const std::vector<View> views{
    [](const Network& network, const PictureOptions& options) {
        return partner_map(network, options);
    },
    [](const Network& network, const PictureOptions& options) { return chain(network, options); },
    [](const Network& network, const PictureOptions& options) {
        return rings(network, ActorId{0}, options);
    }};

}  // namespace

TEST_CASE("a list without frames says who is planned, proposed or a group") {
    TestTables tables = one_planned();
    for (const View& view : views) {
        tables.actors[2].status = "planned";
        tables.actors[2].scope.clear();
        const Result<Drawing> planned = view(*tables.network(), {});
        REQUIRE(planned);
        CHECK(says(*planned, tables.actors[2].name + " (geplant)"));
        CHECK_FALSE(says(*planned, "Gestrichelter Rahmen"));
        tables.actors[2].status.clear();
        tables.actors[2].scope = "category";
        PictureOptions english;
        english.language = Language::en;
        const Result<Drawing> group = view(*tables.network(), english);
        REQUIRE(group);
        CHECK(says(*group, tables.actors[2].name + " (category of actors)"));
    }
}

TEST_CASE("notes explain the frames that are drawn, and only these") {
    TestTables tables = lettered(4, "AB BC");
    for (const View& view : views) {
        tables.actors[1].status.clear();
        tables.actors[2].kind = "ngo";
        const Result<Drawing> plain = view(*tables.network(), {});
        REQUIRE(plain);
        CHECK_FALSE(says(*plain, "Rahmen:"));
        tables.actors[1].status = "planned";
        const Result<Drawing> dashed = view(*tables.network(), {});
        REQUIRE(dashed);
        CHECK(says(*dashed, "Gestrichelter Rahmen"));
        CHECK_FALSE(says(*dashed, "Gepunkteter Rahmen"));
        tables.actors[1].status.clear();
        tables.actors[2].kind = "programme";
        const Result<Drawing> dotted = view(*tables.network(), {});
        REQUIRE(dotted);
        CHECK(says(*dotted, "Gepunkteter Rahmen: Programm, Vereinbarung oder Ereignis."));
        CHECK_FALSE(says(*dotted, "Gestrichelter Rahmen"));
    }
}

TEST_CASE("titles count programmes apart from actors and partners") {
    TestTables tables = lettered(3, "AB AC");
    tables.actors[2].kind = "programme";
    const auto network = tables.network();
    const std::string counts = "2 Akteure · 1 Programm, Vereinbarung oder Ereignis";
    const Result<Drawing> map = partner_map(*network, {});
    REQUIRE(map);
    CHECK(says(*map, counts));
    const Result<Drawing> bands = chain(*network, {});
    REQUIRE(bands);
    CHECK(says(*bands, counts));
    const Result<Drawing> star = ego(*network, ActorId{0}, {}, Message{}, {});
    REQUIRE(star);
    CHECK(says(*star, "1 Partner · 1 Programm, Vereinbarung oder Ereignis · 2 Beziehungen"));
    CHECK(says(*star, "Gepunkteter Rahmen"));
}

TEST_CASE("the sheet of an actor says which way goes over a paused tie") {
    const auto network = lettered(2, "AB").network();
    EgoWay way{"Schulden", WayState::legal, 1, {"A", "Schuldnerberatung"}};
    const Result<Drawing> running = ego(*network, ActorId{0}, {way}, Message{}, {});
    REQUIRE(running);
    CHECK_FALSE(says(*running, "ruht"));
    way.over_paused_tie = true;
    const Result<Drawing> paused = ego(*network, ActorId{0}, {way}, Message{}, {});
    REQUIRE(paused);
    CHECK(says(*paused, "direkt: Schuldnerberatung (eine Beziehung ruht)"));
}
