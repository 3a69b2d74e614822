// One area under several official keys is one in every answer.

#include <lotse/analysis/compare.hpp>
#include <lotse/analysis/coverage.hpp>
#include <lotse/analysis/reach.hpp>

#include "area_index.hpp"
#include "compared.hpp"
#include "coverage_rows.hpp"

#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;
using namespace lotse::analysis;

namespace {

/// A partner, an offer, a gap, a need and a way there.
TestTables state_in(const std::string& key) {
    TestTables t;
    t.actor("a").area.key = key;
    t.actor("b").area.key = key;
    t.actors.front().serves = {{key, {}}};
    t.tie("a", "b");
    Offer& offer = t.offer("o", "LP-BEW", "a");
    offer.areas = {{key, {}}};
    offer.status = "active";
    offer.open_to = "all";
    Finding& finding = t.findings.emplace_back();
    finding.area.key = key;
    finding.topic = "LP-ERN";
    finding.state = CoverageState::none;
    PersonNeed& need = t.needs.emplace_back();
    need.area.key = key;
    need.topic = "LP-BEW";
    need.persons = 30;
    Travel& way = t.travel.emplace_back();
    way.from = key;
    way.to = "05913";
    way.minutes = 20;
    return t;
}

void add_row(TestTables& t, std::string key, std::optional<std::int64_t> unemployed = {}) {
    Area& row = t.areas.emplace_back();
    row.key = std::move(key);
    row.name = "Bochum";
    row.unemployed_sgb2 = unemployed;
}

Compare::Findings compare(const TestTables& before, const TestTables& after,
                          const std::vector<std::string>& areas = {}) {
    ViewOptions look;
    look.area = areas;
    return compared(before, after, look).found;
}

/// What differs, as "table or measure" and key.
std::vector<std::string> changes(const Compare::Findings& found) {
    std::vector<std::string> out;
    const auto add = [&](const auto& rows, const auto& name_of) {
        for (const auto& row : rows)
            if (row.change != Change::same) out.push_back(name_of(row));
    };
    add(found.actors, [](const auto& row) { return "actor " + row.actor; });
    add(found.offers, [](const auto& row) { return "offer " + row.offer; });
    add(found.others, [](const auto& row) { return row.table.key + ' ' + row.key; });
    add(found.cells, [](const auto& row) { return "cell " + row.area + ' ' + row.topic.key; });
    add(found.measures, [](const auto& row) { return row.measure.key; });
    return out;
}

std::map<std::string, CoverageState> coverage(const TestTables& tables, const char* area) {
    ViewOptions look;
    look.area = {area};
    const auto view = make_view(tables.network(), look);
    REQUIRE(view);
    const auto found = Coverage::run(*view, {});
    REQUIRE(found);
    std::map<std::string, CoverageState> out;
    for (const auto& cell : found->cells)
        if (cell.topic.key == "LP-ERN" || cell.topic.key == "LP-BEW")
            out[cell.topic.key] = cell.state;
    return out;
}

}  // namespace

TEST_CASE("Two states that write one area under different keys do not differ", "[compare]") {
    using Strings = std::vector<std::string>;
    for (const Strings& keys : {Strings{"05382020", "053820020020"}, Strings{"05911", "05911000"},
                                Strings{"02", "02000", "02000000"}, Strings{"11", "110000000000"}})
        for (const std::string& one : keys)
            for (const std::string& other : keys) {
                CAPTURE(one, other);
                CHECK(changes(compare(state_in(one), state_in(other))).empty());
                for (const std::string& chosen : keys) {
                    CAPTURE(chosen);
                    const auto found = compare(state_in(one), state_in(other), {chosen});
                    CHECK(changes(found).empty());
                    CHECK(found.others.size() == 3);
                }
            }
    CHECK_FALSE(changes(compare(state_in("04"), state_in("04011"))).empty());
    CHECK_FALSE(changes(compare(state_in("05382020"), state_in("05382024"))).empty());
}

TEST_CASE("A chosen area is the same under each of its keys") {
    for (const auto& [recorded, chosen] : {std::pair{"053820020020", "05382020"},
                                           {"05382020", "053820020020"},
                                           {"11000", "11"},
                                           {"11", "11000"},
                                           {"02000000", "02"},
                                           {"02", "020000000000"}}) {
        CAPTURE(recorded, chosen);
        const auto found = coverage(state_in(recorded), chosen);
        CHECK(found.at("LP-ERN") == CoverageState::none);
        CHECK(found.at("LP-BEW") == CoverageState::available);
        ViewOptions look;
        look.area = {chosen};
        const auto view = make_view(state_in(recorded).network(), look);
        REQUIRE(view);
        const auto inside = actors_in_view(*view);
        CHECK(std::ranges::count(inside, true) == 2);
        CHECK(area_rows(*view, {})->size() == 1);
        const auto reach = Reach::run(*view, {});
        REQUIRE(reach);
        const auto in_reach = [](const auto& cell) { return cell.nearest_minutes == 0; };
        CHECK(std::ranges::count_if(reach->areas, in_reach) == 1);
    }
}

TEST_CASE("A Land that is a Kreis, too, makes one row") {
    TestTables t = state_in("11");
    t.actor("c").area.key = "11000";
    t.actor("d").area.key = "11000000";
    const auto view = make_view(t.network(), {});
    REQUIRE(view);
    const auto rows = area_rows(*view, {});
    REQUIRE(rows);
    CHECK(rows->size() == 1);
    const Network& network = *view->network;
    AreaIndex index{network};
    index.add(0, *network.find_area("11"));
    index.add(1, *network.find_area("11000"));
    CHECK(index.touching(*network.find_area("11")).size() == 2);
    CHECK(index.touching(*network.find_area("11000")).size() == 2);
    CHECK(index.touching(*network.find_area("02")).empty());
}

TEST_CASE("A count counts under each key of its area", "[compare]") {
    const auto state = [](const char* key, std::optional<std::int64_t> unemployed) {
        TestTables t = state_in("05911");
        add_row(t, key, unemployed);
        return t;
    };
    CHECK(changes(compare(state("05911000", 15000), state("05911", 15000))).empty());
    CHECK(changes(compare(state("05911", 15000), state("05911000", 15000))).empty());
    const auto found = compare(state("05911000", 15000), state("05911", 16000));
    const auto row = std::ranges::find(found.others, Change::changed, &Compare::OtherRow::change);
    REQUIRE(row != found.others.end());
    REQUIRE(row->before.size() == 1);
    CHECK(row->before.front().key == "unemployed_sgb2=15000");
    CHECK(row->after.front().key == "unemployed_sgb2=16000");
    CHECK(found.counts_shared == 0);
}

TEST_CASE("A way from a municipality that nothing else names lies in its Kreis", "[compare]") {
    TestTables t = state_in("05382");
    t.travel.front().from = "05911";
    const auto travel = [&](const char* to, const char* chosen) {
        t.travel.front().to = to;
        return std::ranges::count(compare(t, t, {chosen}).others, "travel",
                                  [](const auto& row) { return row.table.key; });
    };
    CHECK(travel("05382060", "05382") == 1);
    CHECK(travel("053820060060", "05") == 1);
    CHECK(travel("16056000", "16063") == 1);  // Eisenach lies in the Wartburgkreis
    CHECK(travel("05382060", "05382060") == 1);
    CHECK(travel("05382060", "05382020") == 0);
    CHECK(travel("05382060", "09") == 0);
}

TEST_CASE("A recorded way holds from and to each key of its areas") {
    const auto minutes = [](const char* from, const char* seen_from, const char* to,
                            const char* offered_in) {
        TestTables t;
        t.actor("a").area.key = seen_from;
        Offer& offer = t.offer("o", "LP-BEW", "a");
        offer.venues = {{"house", {}}};
        offer.status = "active";
        offer.open_to = "all";
        Venue& house = t.venues.emplace_back();
        house.key = house.name = "house";
        house.area.key = offered_in;
        Travel& way = t.travel.emplace_back();
        way.from = from;
        way.to = to;
        way.minutes = 17;
        ViewOptions look;
        look.area = {seen_from};
        look.topic = {"LP-BEW"};
        const auto view = make_view(t.network(), look);
        REQUIRE(view);
        const auto found = Reach::run(*view, {});
        REQUIRE(found);
        REQUIRE(found->areas.size() == 1);
        return found->areas.front().nearest_minutes;
    };
    CHECK(minutes("11000", "11", "12054", "12054") == 17);
    CHECK(minutes("11", "11000", "12054", "12054") == 17);
    CHECK(minutes("12054", "12054", "11000000", "11") == 17);
    CHECK(minutes("12054", "12054", "11", "11000") == 17);
    CHECK(minutes("05382020", "053820020020", "05911", "059110000000") == 17);
    CHECK(minutes("02", "11", "12054", "12054") != 17);
}

TEST_CASE("districts of Berlin stand as rows, not beside the whole town") {
    TestTables t;
    t.actor("a").area.key = "11000";
    t.offer("o", "LP-BEW", "a").areas = {{"11002", {}}};
    t.offer("p", "LP-ERN", "a").areas = {{"11000", {}}};
    for (const char* key : {"11001", "11002"}) {
        Area& row = t.areas.emplace_back();
        row.key = row.name = key;
        row.population = 1000;
    }
    const auto network = t.network();
    const auto rows_of = [&](const ViewOptions& look) {
        const auto view = make_view(network, look);
        REQUIRE(view);
        const auto rows = area_rows(*view, "");
        REQUIRE(rows);
        std::vector<std::string> keys;
        for (const AreaId row : *rows) keys.push_back((*network)[row].key);
        return keys;
    };
    const std::vector<std::string> districts{"11001", "11002"};
    CHECK(rows_of({}) == districts);
    ViewOptions look;
    look.area = {"11"};
    CHECK(rows_of(look) == districts);
    const auto view = make_view(network, {});
    REQUIRE(view);
    const auto found = Coverage::run(*view, {});
    REQUIRE(found);
    const auto available = std::ranges::count_if(found->cells, [](const auto& cell) {
        return cell.topic.key == "LP-ERN" && cell.state != CoverageState::unknown;
    });
    CHECK(available == 2);  // what is offered in the whole town is offered in each district
}

TEST_CASE("rows of a municipality under both keys are one area whatever their parents") {
    for (const char* parent : {"05382020", "05382"}) {
        INFO(parent);
        TestTables t;
        t.actor("a").area.key = "05382";
        t.offer("o", "LP-BEW", "a").areas = {{"053820020020", {}}};
        Area& row = t.areas.emplace_back();
        row.key = "053820020020";
        row.name = "Hennef";
        row.parent.key = parent;
        if (std::string_view{parent} == "05382") add_row(t, "05382020");
        const auto network = t.network();
        const auto inner = network->find_area("053820020020"),
                   town = network->find_area("05382020");
        REQUIRE(inner);
        REQUIRE(town);
        CHECK(network->within(*inner, *network->find_area("05382")));
        CHECK(network->within(*town, *inner));
        CHECK(network->within(*inner, *town));
    }
    TestTables t;
    t.actor("a").area.key = "05382";
    add_row(t, "05382020");
    t.areas.back().parent.key = "053820020020";
    add_row(t, "053820020020");
    const auto network = t.network();
    CHECK(network->within(*network->find_area("05382020"), *network->find_area("05382")));
}
