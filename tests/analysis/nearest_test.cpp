#include <lotse/analysis/reach.hpp>

#include <networks.hpp>

#include <catch2/catch.hpp>

#include <functional>

using namespace lotse;
using analysis::Reach;

namespace {

void add_area(TestTables& tables, const std::string& key, const std::string& level, double lat) {
    Area& area = tables.areas.emplace_back();
    area.key = area.name = key;
    area.level = level;
    area.settlement = "3";
    area.lat = lat;
    area.lon = 10;
    if (level == "municipality") area.parent.key = "kreis";
}

Offer& add_offer(TestTables& tables, const std::string& key, double lat) {
    Venue& venue = tables.venues.emplace_back();
    venue.key = venue.name = key;
    venue.lat = lat;
    venue.lon = 10;
    Offer& offer = tables.offer(key, "LP-BEW");
    offer.venues.push_back({key, {}});
    offer.areas.push_back({"here", {}});
    offer.status = "active";
    return offer;
}

/// Whether the offer on the topic is near for people of SGB II: one that is open to them is an hour
/// and a half away, of the other it is not recorded.
ThreeValued near(const std::function<void(TestTables&, Offer&)>& change) {
    TestTables tables;
    add_area(tables, "kreis", "district", 51);
    add_area(tables, "here", "municipality", 51);
    add_offer(tables, "far", 52).legal = {"sgb2"};
    Offer& perhaps = add_offer(tables, "perhaps", 51.01);
    change(tables, perhaps);
    analysis::ViewOptions options;
    options.topic = {"LP-BEW"};
    options.legal = {"sgb2"};
    options.area = {"here"};
    const auto view = analysis::make_view(tables.network(), options);
    REQUIRE(view);
    const auto findings = Reach::run(*view, {});
    REQUIRE(findings);
    REQUIRE(findings->areas.size() == 1);
    return findings->areas.front().within_threshold;
}

}  // namespace

TEST_CASE("an offer nearby that may be open leaves open whether one is near") {
    CHECK(near([](auto&, Offer&) {}) == ThreeValued::unknown);
    CHECK(near([](auto&, Offer& o) { o.legal = {"sgb2"}; }) == ThreeValued::yes);
    CHECK(near([](auto&, Offer& o) { o.legal = {"sgb3"}; }) == ThreeValued::no);
    CHECK(near([](auto&, Offer& o) { o.status = "ended"; }) == ThreeValued::no);
    CHECK(near([](auto&, Offer& o) { o.topics = {"LP-ERN"}; }) == ThreeValued::no);
    CHECK(near([](auto&, Offer& o) { o.delivery = "online"; }) == ThreeValued::no);
    CHECK(near([](auto& t, Offer&) { t.venues.back().lat = 53; }) == ThreeValued::no);
    CHECK(near([](auto& t, Offer&) { t.venues.back().lat.reset(); }) == ThreeValued::unknown);
    CHECK(near([](auto&, Offer& o) {
              o.venues.clear();
              o.areas.front().key = "kreis";
          }) == ThreeValued::unknown);
    CHECK(near([](auto&, Offer& o) {
              o.venues.clear();
              o.areas.clear();
          }) == ThreeValued::unknown);
}
