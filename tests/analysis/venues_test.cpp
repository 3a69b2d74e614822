#include <lotse/analysis/venues.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <map>

using namespace lotse;
using analysis::make_view;
using analysis::Venues;
using analysis::View;

namespace {

Venues::Findings venues(const TestTables& tables, const analysis::ViewOptions& view_options = {},
                        const Venues::Options& options = {}) {
    const auto view = analysis::make_view(tables.network(), view_options);
    REQUIRE(view);
    const auto findings = Venues::run(*view, options);
    REQUIRE(findings);
    return *findings;
}

Venue& venue(TestTables& tables, std::string key, std::string kind, ThreeValued neutral,
             double lat = 51) {
    Venue& out = tables.venues.emplace_back();
    out.key = out.name = std::move(key);
    out.kind = std::move(kind);
    out.neutral = neutral;
    out.lat = lat;
    out.lon = 10;
    return out;
}

Offer& offer(TestTables& tables, std::string key, std::vector<std::string> at,
             std::string open_to = {}) {
    Offer& out = tables.offer(std::move(key), "LP-BEW");
    for (std::string& place : at) out.venues.push_back({std::move(place), {}});
    out.open_to = std::move(open_to);
    out.status = "active";
    return out;
}

/// Three venues, five offers: jobcenter alone, school alone, both, none recorded, online.
TestTables three_venues() {
    TestTables tables;
    venue(tables, "jc", "jobcenter", ThreeValued::no).transit_minutes = 4;
    venue(tables, "school", "school", ThreeValued::yes, 51.1).barrier_free = ThreeValued::yes;
    venue(tables, "hall", "", ThreeValued::unknown);
    offer(tables, "o1", {"jc"}, "jobcenter_only");
    offer(tables, "o2", {"school"}, "public");
    offer(tables, "o3", {"jc", "school"}, "mixed");
    offer(tables, "o4", {});
    offer(tables, "o5", {}).delivery = "online";
    offer(tables, "o6", {"school"}).status = "ended";
    return tables;
}

}  // namespace

TEST_CASE("offers by kind of venue, by hand") {
    const auto findings = venues(three_venues());
    CHECK(findings.offers == 5);
    CHECK(findings.on_site == 4);
    CHECK(findings.online == 1);
    CHECK(findings.without_venue == 1);
    std::map<std::string, std::int64_t> kinds;
    for (const auto& row : findings.kinds) kinds[row.kind.key] = row.offers;
    CHECK(kinds == std::map<std::string, std::int64_t>{
                       {"jobcenter", 2}, {"school", 2}, {"not_recorded", 1}});
    CHECK(findings.kinds.back().kind.key == "not_recorded");
    CHECK_FALSE(findings.kinds.back().share);
    CHECK(*findings.kinds.front().share == Approx(2.0 / 3));  // of o1, o2, o3
}

TEST_CASE("answers keep what is not recorded apart") {
    const auto findings = venues(three_venues());
    const auto& outside = findings.answers.at(0);  // o2 and o3 yes, o1 no, o4 not recorded
    CHECK(outside.yes == 2);
    CHECK(outside.no == 1);
    CHECK(outside.unknown == 1);
    CHECK(*findings.share_outside_jobcenter == Approx(2.0 / 3));
    CHECK(*findings.share_neutral == Approx(2.0 / 3));
    const auto& steps = findings.answers.at(2);  // only the school is recorded, as yes
    CHECK(steps.yes == 2);
    CHECK(steps.no == 0);
    CHECK(steps.unknown == 2);
    CHECK(*findings.share_mixed == Approx(2.0 / 3));  // o4 is not recorded
    CHECK(*findings.transit_minutes_median == 4);
    CHECK(findings.transit_not_recorded == 1);
    for (const auto& row : findings.answers)
        CHECK(row.yes + row.no + row.unknown == findings.on_site);
    // The unused hall stays in the list.
    CHECK(findings.venues.size() == 3);
    CHECK(findings.venues.back().offers == 0);
}

TEST_CASE("the nearest neutral venue") {
    TestTables tables = three_venues();
    Area& area = tables.areas.emplace_back();
    area.key = area.name = "a";
    area.level = "municipality";
    area.settlement = "3";
    area.lat = 51;
    area.lon = 10;
    auto findings = venues(tables, {}, {"municipality", {}});
    REQUIRE(findings.areas.size() == 1);
    REQUIRE(findings.areas.front().nearest_neutral);
    CHECK(tables.network()->name_of(*findings.areas.front().nearest_neutral).key == "school");
    CHECK(*findings.areas.front().km == Approx(11.11951 * 1.4).epsilon(1e-6));
    CHECK(findings.areas.front().offers_there == 2);
    analysis::ViewOptions only_here;
    only_here.area = {"a"};
    findings = venues(tables, only_here, {"municipality", {}});
    CHECK(findings.on_site == 0);  // the offers are for no recorded area
    CHECK(findings.areas.front().offers_there == 2);
    tables.venues[1].neutral = ThreeValued::unknown;
    findings = venues(tables, {}, {"municipality", {}});
    CHECK_FALSE(findings.areas.front().nearest_neutral);
    CHECK_FALSE(findings.areas.front().offers_there);
}

TEST_CASE("areas too far from any neutral venue are named, not passed over") {
    TestTables tables = three_venues();
    const auto add = [&](const char* key, double lat) {
        Area& area = tables.areas.emplace_back();
        area.key = area.name = key;
        area.level = "municipality";
        area.settlement = "3";
        area.lat = lat;
        area.lon = 10;
    };
    add("near", 51);
    add("far", 47.6);
    const auto reading = [&] {
        const View view = *make_view(tables.network(), {});
        Document document;
        Venues::explain(view, *Venues::run(view, {"municipality", {}}), document);
        std::string out;
        for (const Message& line : document.reading) out += line.en + '\n';
        return out;
    };
    const auto findings = venues(tables, {}, {"municipality", {}});
    REQUIRE(findings.too_far.size() == 1);
    CHECK(findings.areas.front().area == findings.too_far.front());
    CHECK_FALSE(findings.areas.front().minutes);
    CHECK(findings.areas.front().basis->key == "too_far");
    CHECK(reading().find("Of the areas whose way is known near has the longest") !=
          std::string::npos);
    CHECK(reading().find("every recorded neutral venue from this area: far.") != std::string::npos);
    tables.areas.pop_back();
    CHECK(reading().find("The longest way to a neutral venue has near") != std::string::npos);
    CHECK(venues(tables, {}, {"municipality", {}}).too_far.empty());
    Travel& way = tables.travel.emplace_back();
    way.from = "near";
    way.to = "school";
    way.minutes = 1;
    CHECK(reading().find("has near: 1 minute to 'school'.") != std::string::npos);
    tables.travel.clear();
    // Where a way is not known, nothing is said of how far it is.
    add("far", 47.6);
    tables.venues[1].lat.reset();
    CHECK(venues(tables, {}, {"municipality", {}}).too_far.empty());
}

TEST_CASE("venues of networks with next to nothing") {
    const auto findings = venues({});
    CHECK(findings.on_site == 0);
    CHECK_FALSE(findings.share_outside_jobcenter);
    CHECK_FALSE(findings.transit_minutes_median);
    TestTables tables = dataset("musterkreis");
    tables.offers.clear();
    CHECK_FALSE(venues(tables).share_neutral);
}

TEST_CASE("venues of the Musterkreis") {
    const TestTables tables = dataset("musterkreis");
    const auto findings = venues(tables);
    CHECK(findings.online == 1);
    CHECK(findings.areas.size() == 8);
    // Of the hall in Moorheide nobody recorded whether it is neutral; Waldau is 29 minutes away by
    // bus. Königsacker has no venue; Süderhöhe is 25 minutes away.
    const auto network = tables.network();
    const auto& far = findings.areas.front();
    CHECK(network->name_of(far.area).key == "mk-moorheide");
    CHECK(*far.minutes == 29);
    CHECK(network->name_of(findings.areas.at(1).area).key == "mk-koenigsacker");
    CHECK(*findings.areas.at(1).minutes == 25);
    analysis::ViewOptions waldau;
    waldau.area = {"mk-waldau"};
    CHECK(venues(tables, waldau).offers < findings.offers);
}

TEST_CASE("offers that may be shut to the group asked for are counted in a note", "[venues]") {
    TestTables tables = three_venues();
    analysis::ViewOptions women;
    women.target = {"women"};
    const auto view = make_view(tables.network(), women);
    REQUIRE(view);
    const auto findings = Venues::run(*view, {});
    REQUIRE(findings);
    CHECK(findings->offers == 0);
    CHECK(findings->openness_not_recorded == 5);
    Document document;
    Venues::explain(*view, *findings, document);
    CHECK(std::ranges::any_of(document.notes, [](const Message& note) {
        return note.en.find("open to the group asked for: 5") != std::string::npos;
    }));
    CHECK(document.reading.front().en.starts_with("Of no running offer on site"));
}

TEST_CASE("Without --mode a means of transport that has no rules is not the usual one",
          "[venues]") {
    TestTables tables = three_venues();
    tables.codes.push_back({{}, "travel_modes", "rufbus", "Rufbus", "dial-a-bus", {}, {}});
    const auto travel = [&](const char* mode) {
        Travel& row = tables.travel.emplace_back();
        row.from = "05911";
        row.to = "05913";
        row.minutes = 40;
        row.mode = mode;
    };
    travel("Rufbus");
    travel("rufbus");
    CHECK(venues(tables).mode.key == "public_transport");
    travel("car");
    CHECK(venues(tables).mode.key == "car");

    Venues::Options by_bus;
    by_bus.mode = "Rufbus";
    const auto view = make_view(tables.network(), {});
    const auto refused = Venues::run(*view, by_bus);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.en.find("no rules for 'dial-a-bus'") != std::string::npos);
    tables.codes.push_back({{},
                            "travel_rules",
                            "rufbus-3",
                            "",
                            "",
                            {},
                            "mode=rufbus; settlement=3; detour=1.3; speed_kmh=20; "
                            "threshold_minutes=30"});
    CHECK(venues(tables).mode.key == "rufbus");  // two rows of three
}

TEST_CASE("the next step is one that is left to do", "[venues]") {
    TestTables tables;
    Venue& school = venue(tables, "school", "school", ThreeValued::yes);
    school.barrier_free = ThreeValued::yes;
    school.transit_minutes = 3;
    offer(tables, "o", {"school"}, "public");
    const auto last = [&] {
        const View view = *make_view(tables.network(), {});
        Document document;
        Venues::explain(view, *Venues::run(view, {}), document);
        return document.reading.back().en;
    };
    CHECK(last().ends_with("but not yet good."));
    tables.venues[0].barrier_free = ThreeValued::unknown;
    CHECK(last().ends_with("Next, fill in what is not recorded (sheets 'Venues' and 'Offers')."));
    tables.venues[0].kind = "jobcenter";
    tables.venues[0].neutral = ThreeValued::no;
    CHECK(last().ends_with(
        "(sheets 'Venues' and 'Offers'), and settle with the providers which offer at the "
        "jobcenter can move to a neutral venue."));
    tables.venues[0].kind = "town_hall";
    tables.venues[0].barrier_free = ThreeValued::yes;
    CHECK(
        last().ends_with("Next, settle with the providers which offer can move to a neutral "
                         "venue."));
}
