#include <lotse/analysis/reach.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <map>
#include <random>

using namespace lotse;
using analysis::Reach;

namespace {

analysis::ViewOptions look(std::vector<std::string> topics, std::vector<std::string> areas = {}) {
    analysis::ViewOptions out;
    out.topic = std::move(topics);
    out.area = std::move(areas);
    return out;
}

Reach::Options by(std::string level, std::string mode = {}) {
    Reach::Options out;
    out.by = std::move(level);
    out.mode = std::move(mode);
    return out;
}

Reach::Findings reach(const TestTables& tables, const analysis::ViewOptions& view_options = {},
                      const Reach::Options& options = {}) {
    const auto view = analysis::make_view(tables.network(), view_options);
    REQUIRE(view);
    const auto findings = Reach::run(*view, options);
    REQUIRE(findings);
    return *findings;
}

struct Seen {
    std::string offer;
    std::string within;
    std::string basis;
    std::optional<double> km;
    std::optional<double> minutes;
    std::optional<double> places;
};

/// Cells by "area topic".
std::map<std::string, Seen> cells(const TestTables& tables, const Reach::Findings& findings) {
    const auto network = tables.network();
    std::map<std::string, Seen> out;
    for (const auto& cell : findings.areas)
        out[network->name_of(cell.area).key + " " + cell.topic.key] = {
            cell.nearest_offer ? network->name_of(*cell.nearest_offer).key : "",
            std::string{enumerator(cell.within_threshold).key},
            cell.basis ? cell.basis->key : "",
            cell.nearest_km,
            cell.nearest_minutes,
            cell.access_e2sfca};
    return out;
}

Area& add_area(TestTables& tables, std::string key, double lat, double lon) {
    Area& area = tables.areas.emplace_back();
    area.key = area.name = std::move(key);
    area.level = "municipality";
    area.settlement = "3";
    area.lat = lat;
    area.lon = lon;
    return area;
}

Offer& offer_at(TestTables& tables, std::string key, std::optional<double> lat, double lon,
                std::string area = {}) {
    Venue& venue = tables.venues.emplace_back();
    venue.key = venue.name = "v-" + key;
    venue.kind = "school";
    venue.lat = lat;
    if (lat) venue.lon = lon;
    if (!area.empty()) venue.area.key = std::move(area);
    Offer& offer = tables.offer(std::move(key), "LP-BEW");
    offer.venues.push_back({venue.key, {}});
    offer.status = "active";
    return offer;
}

void travel(TestTables& tables, std::string from, std::string to, std::optional<double> minutes,
            std::optional<double> km = {}, std::string mode = {}) {
    Travel& row = tables.travel.emplace_back();
    row.from = std::move(from);
    row.to = std::move(to);
    row.minutes = minutes;
    row.km = km;
    row.mode = std::move(mode);
}

/// One area at 51 N 10 E and an offer 0.1 degrees of latitude north of it: 11.1195 km.
TestTables north() {
    TestTables tables;
    add_area(tables, "a", 51, 10);
    offer_at(tables, "o", 51.1, 10);
    return tables;
}

Seen only(const TestTables& tables, const Reach::Options& options = by("municipality")) {
    return cells(tables, reach(tables, look({"LP-BEW"}), options)).at("a LP-BEW");
}

/// Spherical law of cosines: another way to the same distance.
double law_of_cosines(double lat1, double lon1, double lat2, double lon2) {
    const double rad = std::acos(-1.0) / 180;
    return 6371.0088 *
           std::acos(std::sin(lat1 * rad) * std::sin(lat2 * rad) +
                     std::cos(lat1 * rad) * std::cos(lat2 * rad) * std::cos((lon2 - lon1) * rad));
}

}  // namespace

TEST_CASE("an estimated way is straight line, detour and speed") {
    // 0.1 degrees * pi / 180 * 6371.0088 km = 11.11951 km; rural by bus: 1.4, 20 km/h, 45 minutes.
    const Seen cell = only(north());
    CHECK(cell.basis == "estimated");
    CHECK(*cell.km == Approx(11.11951 * 1.4).epsilon(1e-6));
    CHECK(*cell.minutes == Approx(11.11951 * 1.4 * 3).epsilon(1e-6));  // 46.7
    CHECK(cell.within == "no");
    const Seen by_car = only(north(), by("municipality", "car"));  // 45 km/h, 30 minutes
    CHECK(*by_car.minutes == Approx(11.11951 * 1.4 * 60 / 45).epsilon(1e-6));
    CHECK(by_car.within == "yes");
    Reach::Options own = by("municipality");
    own.threshold = 47;
    CHECK(only(north(), own).within == "yes");
    own.detour = 2;
    own.speed = 60;
    CHECK(*only(north(), own).minutes == Approx(2 * 11.11951).epsilon(1e-6));
}

TEST_CASE("a settlement class that is missing is that of the area above, else 3") {
    TestTables tables = north();
    tables.areas.front().settlement = "";
    CHECK(*only(tables).km == Approx(11.11951 * 1.4).epsilon(1e-6));
    tables.areas.front().parent.key = "kreis";
    Area& kreis = add_area(tables, "kreis", 51, 10);
    kreis.level = "district";
    kreis.settlement = "2";
    CHECK(*only(tables).km == Approx(11.11951 * 1.3).epsilon(1e-6));
}

TEST_CASE("options are checked") {
    const auto refused = [](Reach::Options options) {
        const auto view = analysis::make_view(north().network(), {});
        return Reach::run(*view, options).error().kind == ErrorKind::usage;
    };
    CHECK(refused(by("planet")));
    CHECK(refused(by("", "rocket")));
    for (const double bad : {0.0, -1.0, std::numeric_limits<double>::infinity(),
                             std::numeric_limits<double>::quiet_NaN()}) {
        Reach::Options options;
        options.speed = bad;
        CHECK(refused(options));
        options = {};
        options.threshold = bad;
        CHECK(refused(options));
    }
}

TEST_CASE("the travel table comes first, the closest row wins") {
    TestTables tables = north();
    travel(tables, "a", "v-o", 12, 15);
    Seen cell = only(tables);
    CHECK(cell.basis == "recorded");
    CHECK(*cell.minutes == 12);
    CHECK(*cell.km == 15);
    travel(tables, "a", "v-o", 9, {}, "zu Fuß");  // on foot counts with every mode
    cell = only(tables);
    CHECK(*cell.minutes == 9);
    CHECK_FALSE(cell.km);
    travel(tables, "a", "v-o", 5, {}, "Auto");  // by then the table has a usual mode: the car
    CHECK(*only(tables).minutes == 5);
    CHECK(*only(tables, by("municipality", "ÖPNV")).minutes == 9);

    // To the venue's area, the opposite direction, kilometres alone.
    tables.travel.clear();
    add_area(tables, "b", 51.2, 10);
    tables.venues.front().area.key = "b";
    travel(tables, "b", "a", 40);
    CHECK(*only(tables).minutes == 40);
    travel(tables, "a", "b", 50);
    CHECK(*only(tables).minutes == 50);
    travel(tables, "a", "v-o", {}, 10);
    CHECK(*only(tables).minutes == Approx(30));  // at 20 km/h
}

TEST_CASE("a row between areas tells nothing about a way inside one of them") {
    TestTables tables = north();
    tables.areas.front().parent.key = "kreis";
    Area& kreis = add_area(tables, "kreis", 51, 10);
    kreis.level = "district";
    tables.venues.front().area.key = "kreis";
    travel(tables, "kreis", "a", 1);
    CHECK(only(tables).basis == "recorded");  // from the offer's area to the row: its direction
    tables.travel.clear();
    tables.venues.front().area.key = "a";
    travel(tables, "a", "kreis", 1);
    travel(tables, "kreis", "kreis", 1);
    CHECK(only(tables).basis == "estimated");
}

TEST_CASE("venues and offers whose place is not recorded") {
    TestTables tables;
    add_area(tables, "a", 51, 10);
    add_area(tables, "b", 51.1, 10);
    offer_at(tables, "o", std::nullopt, 0, "b");
    CHECK(only(tables).basis == "area_point");
    CHECK(*only(tables).km == Approx(11.11951 * 1.4).epsilon(1e-6));
    tables.offers.front().venues.clear();
    CHECK(only(tables).within == "unknown");  // no venue, no area: might be anywhere
    CHECK_FALSE(only(tables).minutes);
    tables.offers.front().areas.push_back({"b", {}});
    CHECK(only(tables).within == "unknown");  // is for b, not for a
    tables.offers.front().areas.front().key = "a";
    CHECK(*only(tables).km == 0);
    CHECK(only(tables).basis == "area_point");
    // For a whole Kreis: the way of its municipality is not known.
    tables.offers.front().areas.front().key = "kreis";
    Area& kreis = add_area(tables, "kreis", 51, 10);
    kreis.level = "district";
    tables.areas.front().parent.key = "kreis";
    CHECK(only(tables).within == "unknown");
    CHECK(only(tables).offer.empty());
    offer_at(tables, "far", 51.3, 10);        // 140 minutes
    CHECK(only(tables).within == "unknown");  // far is too far, o might be near
    CHECK(only(tables).offer == "far");
}

TEST_CASE("which offers count") {
    const auto with = [](const std::function<void(Offer&)>& change) {
        TestTables tables = north();
        tables.offers.front().as_of = PartialDate{2026, 6, 30};
        change(tables.offers.front());
        return only(tables).offer;
    };
    CHECK(with([](Offer&) {}) == "o");
    CHECK(with([](Offer& o) { o.fee_eur = 10; }) == "o");  // a barrier is not a distance
    CHECK(with([](Offer& o) { o.status = "ended"; }).empty());
    CHECK(with([](Offer& o) { o.status = "planned"; }).empty());
    CHECK(with([](Offer& o) { o.status = "paused"; }).empty());
    CHECK(with([](Offer& o) { o.end = PartialDate{2025, 0, 0}; }).empty());
    CHECK(with([](Offer& o) { o.start = PartialDate{2027, 0, 0}; }).empty());
    CHECK(with([](Offer& o) { o.delivery = "online"; }).empty());
    CHECK(with([](Offer& o) { o.topics = {"LP-ERN"}; }).empty());

    TestTables tables = north();
    analysis::ViewOptions sgb3 = look({"LP-BEW"});
    sgb3.legal = {"sgb3"};
    CHECK(reach(tables, sgb3, by("municipality")).openness_not_recorded == 1);
    tables.offers.front().legal = {"sgb2"};
    CHECK(cells(tables, reach(tables, sgb3, by("municipality"))).at("a LP-BEW").offer.empty());
    tables.offers.front().legal = {"free"};
    CHECK(cells(tables, reach(tables, sgb3, by("municipality"))).at("a LP-BEW").offer == "o");
}

TEST_CASE("nearest against brute force") {
    std::mt19937_64 random{7};
    const auto drawn = [&](double low, double high) {
        return low + (high - low) * static_cast<double>(random() >> 11) * 0x1p-53;
    };
    for (int round = 0; round < 20; ++round) {
        TestTables tables;
        for (int i = 0; i < 12; ++i)
            add_area(tables, "a" + std::to_string(i), drawn(47, 55), drawn(6, 15));
        for (int i = 0; i < 25; ++i)
            offer_at(tables, "o" + std::to_string(i), drawn(47, 55), drawn(6, 15));
        const auto found = cells(tables, reach(tables, look({"LP-BEW"}), by("municipality")));
        for (const Area& area : tables.areas) {
            double best = std::numeric_limits<double>::infinity();
            std::string name;
            for (std::size_t i = 0; i < tables.venues.size(); ++i) {
                const Venue& venue = tables.venues[i];
                const double km = law_of_cosines(*area.lat, *area.lon, *venue.lat, *venue.lon);
                if (km < best) {
                    best = km;
                    name = tables.offers[i].key;
                }
            }
            const Seen& cell = found.at(area.key + " LP-BEW");
            CHECK(cell.offer == name);
            CHECK(*cell.km == Approx(1.4 * best).epsilon(1e-9));
        }
    }
}

TEST_CASE("places per head, weights and shares by hand") {
    // a at the offer, b beyond the threshold; 10 places, 200 and 300 unemployed.
    TestTables tables;
    Area& a = add_area(tables, "a", 51, 10);
    a.unemployed_sgb2 = 150;
    a.unemployed_sgb3 = 50;
    a.deprivation = 0.9;
    Area& b = add_area(tables, "b", 51.2, 10);
    b.unemployed_sgb2 = 200;
    b.unemployed_sgb3 = 100;
    b.deprivation = 0.1;
    offer_at(tables, "o", 51, 10).capacity = 10;
    travel(tables, "b", "v-o", 60);
    travel(tables, "a", "v-o", 15);
    const auto findings = reach(tables, look({"LP-BEW"}), by("municipality"));
    const auto found = cells(tables, findings);
    CHECK(*found.at("a LP-BEW").places == Approx(1000 * 10.0 / 200));  // all places are a's
    CHECK(*found.at("b LP-BEW").places == 0);                          // certainly beyond
    CHECK(findings.demand.key == "unemployed");
    CHECK(*findings.share_within == Approx(0.4));
    CHECK(*findings.fgt0 == Approx(0.6));
    CHECK(*findings.fgt1 == Approx(0.6 * (60 - 45) / 45));
    CHECK(*findings.fgt2 == Approx(0.6 / 9));
    // Minutes 15 (most deprived, share 0.4, rank 0.2) and 60 (0.6, rank 0.7), mean 42:
    // 2 / 42 * (0.4*15*0.2 + 0.6*60*0.7) - 1 = 0.257143
    CHECK(*findings.concentration_index == Approx(0.257143).epsilon(1e-5));
    CHECK(findings.areas.front().within_threshold == ThreeValued::no);  // the useful row first

    tables.offers.front().capacity.reset();
    for (const auto& [key, cell] :
         cells(tables, reach(tables, look({"LP-BEW"}), by("municipality"))))
        CHECK_FALSE(cell.places);
    analysis::ViewOptions sgb2 = look({"LP-BEW"});
    sgb2.legal = {"sgb2"};
    tables.offers.front().legal = {"sgb2"};
    CHECK(reach(tables, sgb2, by("municipality")).demand.key == "unemployed_sgb2");
    tables.areas.front().unemployed_sgb2.reset();
    for (Area& area : tables.areas) area.population = 1000;
    CHECK(reach(tables, sgb2, by("municipality")).demand.key == "population");
}

TEST_CASE("an offer whose capacity is not recorded never makes 0 places") {
    TestTables tables;
    add_area(tables, "a", 51, 10).population = 100;
    add_area(tables, "b", 53, 10).population = 100;
    offer_at(tables, "near-a", 51, 10);
    offer_at(tables, "near-b", 53, 10).capacity = 5;
    const auto found = cells(tables, reach(tables, look({"LP-BEW"}), by("municipality")));
    CHECK_FALSE(found.at("a LP-BEW").places);
    CHECK(*found.at("b LP-BEW").places == Approx(50));
}

TEST_CASE("an offer with 0 places makes 0 places, unless another nearby is not counted") {
    TestTables tables;
    add_area(tables, "a", 51, 10).population = 100;
    offer_at(tables, "full", 51, 10).capacity = 0;
    const auto places = [&] {
        return cells(tables, reach(tables, look({"LP-BEW"}), by("municipality")))
            .at("a LP-BEW")
            .places;
    };
    CHECK(places().value() == 0);
    CHECK(reach(tables, look({"LP-BEW"}), by("municipality")).topics.front().with_capacity == 1);
    offer_at(tables, "uncounted", 51, 10);
    CHECK_FALSE(places());
    tables.offers.back().capacity = 5;
    CHECK(places().value() == Approx(50));
}

TEST_CASE("a venue known by its area only is no farther than an offer recorded for the area") {
    TestTables tables;
    for (const char* key : {"a", "b"}) {
        Area& area = tables.areas.emplace_back();
        area.key = area.name = key;
        area.level = "municipality";
        area.parent.key = "05911";
    }
    offer_at(tables, "o", std::nullopt, 0, "a");
    const auto found = cells(tables, reach(tables, look({"LP-BEW"}), by("municipality")));
    CHECK(found.at("a LP-BEW").within == "yes");
    CHECK(found.at("b LP-BEW").within == "unknown");
}

TEST_CASE("reach of networks with next to nothing") {
    CHECK(reach({}).areas.empty());
    TestTables tables;
    tables.actor("jc", "jobcenter").area.key = "05911";
    const auto findings = reach(tables);
    CHECK(findings.area_count == 1);
    CHECK(findings.unknown == 4);
    CHECK_FALSE(findings.share_within);
    CHECK_FALSE(findings.concentration_index);
    for (const auto& cell : findings.areas) CHECK(cell.within_threshold == ThreeValued::unknown);
}

TEST_CASE("reach in the Musterkreis") {
    const TestTables tables = dataset("musterkreis");
    const auto findings = reach(tables);
    const auto found = cells(tables, findings);
    CHECK(findings.mode.key == "public_transport");
    CHECK(findings.area_count == 8);
    // From the timetable: Waldau is 34 minutes from Hinterfelde, the counselling there the nearest.
    CHECK(found.at("mk-hinterfelde LP-SUC").offer == "o-suc-03");
    CHECK(*found.at("mk-hinterfelde LP-SUC").minutes == 34);
    CHECK(found.at("mk-hinterfelde LP-SUC").within == "yes");
    // Family services are in Süderhöhe alone.
    CHECK(*found.at("mk-hinterfelde X-FAM").minutes == 93);
    CHECK(found.at("mk-hinterfelde X-FAM").within == "no");
    // Königsacker: 46 minutes to Musterstadt, one more than the threshold.
    CHECK(found.at("mk-koenigsacker X-AU").within == "no");
    // X-KOM is online only: no way, and not 0 km.
    for (const auto& cell : findings.areas)
        if (cell.topic.key == "X-KOM") {
            CHECK_FALSE(cell.nearest_km);
            CHECK(cell.online_offers == 1);
            CHECK(cell.within_threshold == ThreeValued::unknown);
        }
    CHECK(found.at("mk-talbrueck X-PSY").basis == "area_point");  // home visits without a venue
    // With the car everything recorded lies within the threshold but the longest ways.
    CHECK(*cells(tables, reach(tables, {}, by("", "car"))).at("mk-koenigsacker X-AU").minutes ==
          28);
}

TEST_CASE("without offers every way is unknown, not too long") {
    TestTables tables = dataset("musterkreis");
    tables.offers.clear();
    const auto findings = reach(tables);
    CHECK(findings.outside == 0);
    CHECK(findings.within == 0);
    CHECK_FALSE(findings.share_within);
    CHECK(findings.unknown == static_cast<std::int64_t>(findings.areas.size()));
}

TEST_CASE("a far offer does not mean none where nothing is recorded nearby") {
    TestTables tables = dataset("verzahnung");
    const auto found = cells(tables, reach(tables, look({"LP-BEW"})));
    REQUIRE(found.contains("14612 LP-BEW"));  // Dresden
    for (const auto& [key, cell] : found) CHECK(cell.minutes.value_or(0) < 4 * 45 + 1);
    // Two Kreise, an offer in one: of the other nothing is known, until a finding says so.
    TestTables two;
    for (const std::string key : {"k1", "k2"}) {
        add_area(two, key, 51, 10).level = "district";
        add_area(two, key + "a", key == "k1" ? 51 : 52, 10).parent.key = key;
    }
    offer_at(two, "o", 51, 10, "k1a");
    const auto far = [&] {
        return cells(two, reach(two, look({"LP-BEW"}), by("municipality"))).at("k2a LP-BEW");
    };
    CHECK(far().within == "unknown");
    CHECK_FALSE(far().minutes);  // 467 minutes
    Finding& finding = two.findings.emplace_back();
    finding.area.key = "k2";
    finding.topic = "LP-BEW";
    finding.state = CoverageState::none;
    CHECK(far().within == "no");
    CHECK(*far().minutes == Approx(111.1951 * 1.4 * 3).epsilon(1e-6));
}

TEST_CASE("a network changes the rules of ways by its codes") {
    TestTables tables = north();
    OwnCode& row = tables.codes.emplace_back();
    row.list = "travel_rules";
    row.code = "public_transport-3";
    row.de = row.en = "Rufbus";
    row.rule =
        "mode=public_transport; settlement=3; detour=1.5; speed_kmh=30; threshold_minutes=40";
    CHECK(*only(tables).minutes == Approx(11.11951 * 1.5 * 2).epsilon(1e-6));
    CHECK(only(tables).within == "yes");
    row.rule = "mode=public_transport; settlement=3; detour=nothing";
    CHECK(only(tables).within == "no");  // an unusable rule is left out, another class holds
}
