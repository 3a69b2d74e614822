#include <lotse/analysis/view.hpp>

#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;
using namespace lotse::analysis;

namespace {

/// Harz and all of Sachsen-Anhalt, Dresden, and actors of whom no place is recorded.
TestTables two_regions() {
    TestTables t;
    t.actor("harz").area.key = "15085";
    t.actor("land").serves.push_back({"15", {}});
    t.actor("dresden").area.key = "14612";
    t.actor("insurer");  // works with harz
    t.actor("museum");   // works with dresden
    t.actor("nobody");   // works with nobody
    t.actor("planned");  // will work with harz
    t.tie("harz", "insurer");
    t.tie("dresden", "museum");
    t.tie("harz", "planned").status = "planned";
    t.tie("harz", "dresden");
    return t;
}

View look(const ViewOptions& options) {
    return *make_view(two_regions().network(), options);
}

std::string keys(const Network& network) {
    std::string out;
    for (const Actor& actor : network.actors()) out += actor.key + ' ';
    return out;
}

}  // namespace

TEST_CASE("a region holds its actors and their partners of unknown place") {
    ViewOptions options;
    options.area = {"15"};
    const auto network = network_in_view(look(options));
    CHECK(keys(*network) == "harz insurer land ");
    CHECK(network->ties().size() == 1);
    CHECK(network->info().name == "Test, Sachsen-Anhalt");
    CHECK(layer_graph(look(options), Layer::actors).actors.size() == 3);
    options.area = {"15085"};
    CHECK(keys(*network_in_view(look(options))) == "harz insurer land ");
    options.area = {"14612"};
    CHECK(keys(*network_in_view(look(options))) == "dresden museum ");
}

TEST_CASE("without an area the view is the whole network") {
    const View view = look({});
    CHECK(network_in_view(view) == view.network);
    CHECK(layer_graph(view, Layer::actors).actors.size() == 7);
    CHECK(layer_graph(view, Layer::actors).ties.size() == 3);  // the planned one does not exist yet
}

TEST_CASE("planned, ended and future ties are no ties") {
    TestTables t = lettered(2, "AB");
    const auto ties = [&](const std::string& at) {
        ViewOptions options;
        options.at = at;
        return layer_graph(*make_view(t.network(), options), Layer::actors).ties.size();
    };
    CHECK(ties("") == 1);
    t.ties[0].since = PartialDate{2024, 5, 0};
    CHECK(ties("2024-04") == 0);
    CHECK(ties("2024") == 1);  // May lies in 2024: not certainly still to come
    t.ties[0].until = PartialDate{2025, 0, 0};
    CHECK(ties("2025-12-31") == 1);
    CHECK(ties("2026-01-01") == 0);
    for (const char* status : {"planned", "proposed", "ended"}) {
        t.ties[0].status = status;
        CHECK(ties("") == 0);
    }
}

TEST_CASE("without a date, a tie that ended before the newest date of the data is history") {
    TestTables t = lettered(2, "AB");
    const auto look_at = [&] { return layer_graph(*make_view(t.network(), {}), Layer::actors); };
    t.ties[0].until = PartialDate{2015, 12, 31};
    CHECK(look_at().ties.size() == 1);  // the data have no date
    t.actors[0].as_of = PartialDate{2015, 0, 0};
    CHECK(look_at().ties.size() == 1);  // not certainly over
    t.actors[0].as_of = PartialDate{2026, 5, 0};
    CHECK(look_at().ties.empty());
    CHECK(look_at().over == 1);
    t.ties[0].until.reset();
    t.ties[0].since = PartialDate{2027, 0, 0};  // the newest date may be that of another row
    CHECK(look_at().ties.size() == 1);
    t.actors[0].until = PartialDate{2020, 0, 0};
    CHECK(look_at().actors.size() == 1);
}

TEST_CASE("what if: with and without") {
    ViewOptions options;
    options.without = {"harz"};
    options.with = {"nobody>museum:refers_to"};
    const View view = look(options);
    CHECK_FALSE(view.network->find_actor("harz"));
    CHECK(layer_graph(view, Layer::actors).ties.size() == 2);
    options.with = {"nobody>harz:refers_to:x"};
    CHECK_FALSE(make_view(two_regions().network(), options));
}

TEST_CASE("what if: a tie that the layer or the selection leaves out is named") {
    ViewOptions options;
    options.with = {"nobody>museum:refers_to"};
    CHECK(layer_graph(look(options), Layer::actors).assumed_outside.empty());
    options.layer = Layer::bodies;
    CHECK(layer_graph(look(options), Layer::actors).assumed_outside == options.with);
    options.layer = std::nullopt;
    options.min_level = 1;
    const LayerGraph layer = layer_graph(look(options), Layer::actors);
    CHECK(layer.assumed_outside == options.with);
    CHECK(std::ranges::any_of(layer_notes(layer), [](const Message& note) {
        return note.en.starts_with("The assumed tie nobody>museum:refers_to does not count");
    }));
    options.min_level = 0;
    options.with = {"museum>nobody:cooperates"};
    CHECK(layer_graph(look(options), Layer::actors).assumed_outside.empty());
}

TEST_CASE("ties that say who is who are counted as left out") {
    TestTables t = two_regions();
    t.tie("nobody", "museum", TieKind::same_as);
    const auto layer = layer_graph(*make_view(t.network(), {}), Layer::actors);
    CHECK(layer.identities == 1);
}

TEST_CASE("what if: an offer goes with the last of its providers") {
    TestTables t = two_regions();
    t.offer("alone", "LP-BEW", "harz");
    t.offer("together", "LP-BEW", "harz").providers.emplace_back().key = "museum";
    t.offer("unnamed", "LP-BEW");
    t.offer("hosted", "LP-BEW").host.key = "harz";
    t.offer("guest", "LP-BEW", "museum").host.key = "harz";
    ViewOptions options;
    options.without = {"harz"};
    const auto view = make_view(t.network(), options);
    REQUIRE(view);
    CHECK_FALSE(view->network->find_offer("alone"));
    CHECK(view->network->find_offer("together"));
    CHECK(view->network->find_offer("unnamed"));
    CHECK_FALSE(view->network->find_offer("hosted"));
    CHECK(view->network->find_offer("guest"));
}

TEST_CASE("what is only planned is counted in a note", "[view]") {
    TestTables tables = lettered(3, "AB BC");
    tables.ties[1].status = "proposed";
    tables.actors[0].status = "planned";
    const auto notes = [&](Layer layer) {
        std::string out;
        for (const Message& note :
             layer_notes(layer_graph(*make_view(tables.network(), {}), layer)))
            out += note.en + '\n';
        return out;
    };
    CHECK(notes(Layer::all).find("Left out: 1 tie, planned or proposed so far.") !=
          std::string::npos);
    CHECK(notes(Layer::all).find("although planned or proposed so far: 1 actor.") !=
          std::string::npos);
    CHECK(notes(Layer::actors).find("Left out: 1 tie, planned") != std::string::npos);
    CHECK(notes(Layer::actors).find("although planned") == std::string::npos);
    tables.ties[1].status.clear();
    tables.actors[0].status.clear();
    CHECK(notes(Layer::all).find("planned") == std::string::npos);
}

TEST_CASE("ties that lead out of the chosen areas are counted, and not called unrecorded") {
    TestTables t;
    t.actor("here").area.key = "05911";
    t.actor("too").area.key = "05911";
    t.actor("there").area.key = "05916";
    t.actor("planned").area.key = "05916";
    t.actors.back().status = "planned";
    t.tie("here", "there", TieKind::refers_to);
    t.tie("there", "too", TieKind::cooperates);
    t.tie("here", "planned", TieKind::cooperates);
    ViewOptions options;
    options.area = {"05911"};
    const auto view = make_view(t.network(), options);
    REQUIRE(view);
    const auto graph = layer_graph(*view, Layer::actors);
    CHECK(graph.ties.empty());
    CHECK(graph.outside == 2);
    CHECK(layer_graph(*view, Layer::referral).outside == 1);
    const auto notes = layer_notes(graph);
    CHECK(std::ranges::any_of(notes, [](const Message& note) {
        return note.en == "Left out: 2 ties to actors outside the chosen area.";
    }));
    options.area = {};
    const auto all = make_view(t.network(), options);
    CHECK(layer_graph(*all, Layer::actors).outside == 0);
}
