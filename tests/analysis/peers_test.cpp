#include <lotse/analysis/peers.hpp>

#include "peer_distance.hpp"

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <map>
#include <random>

using namespace lotse;
using analysis::Peers;
using analysis::PeerVariables;

namespace {

Ref<Area> at(std::string key) {
    return {std::move(key), {}};
}

Area& area(TestTables& tables, std::string key, std::optional<std::int64_t> population,
           std::optional<double> deprivation, std::string settlement = {}) {
    Area& row = tables.areas.emplace_back();
    row.key = std::move(key);
    row.name = "Gebiet " + row.key;
    row.level = "municipality";
    row.population = population;
    row.deprivation = deprivation;
    row.settlement = std::move(settlement);
    return row;
}

Peers::Findings compare(const TestTables& tables, int k = 5,
                        const analysis::ViewOptions& view_options = {}) {
    const auto view = analysis::make_view(tables.network(), view_options);
    REQUIRE(view);
    const auto findings = Peers::run(*view, {k});
    REQUIRE(findings);
    return *findings;
}

std::vector<std::string> peers_of(const TestTables& tables, const std::string& key, int k = 5) {
    const auto network = tables.network();
    std::vector<std::string> out;
    for (const auto& row : compare(tables, k).peers)
        if (network->name_of(row.area).key == key) out.push_back(network->name_of(row.peer).key);
    return out;
}

}  // namespace

TEST_CASE("quantiles of type 7 as in R", "[peers]") {
    // quantile(c(1, 2, 4, 8), c(.25, .5, .75), type = 7) gives 1.75, 3, 5
    CHECK(analysis::quantile({8, 1, 4, 2}, 0.25) == 1.75);
    CHECK(analysis::quantile({8, 1, 4, 2}, 0.5) == 3.0);
    CHECK(analysis::quantile({8, 1, 4, 2}, 0.75) == 5.0);
    CHECK(analysis::quantile({7}, 0.25) == 7.0);
    CHECK_FALSE(analysis::quantile({}, 0.5));
}

TEST_CASE("distances by hand", "[peers]") {
    // population 100, 1000, 10000: logarithms 2, 3, 4, mean 3, deviation sqrt(2/3)
    // deprivation 0, 1, 0.5: mean 0.5, deviation sqrt(1/6)
    const std::vector<PeerVariables> rows{PeerVariables{std::nullopt, std::nullopt, 0.0, 2.0},
                                          PeerVariables{std::nullopt, std::nullopt, 1.0, 3.0},
                                          PeerVariables{std::nullopt, std::nullopt, 0.5, 4.0}};
    const analysis::Standard standard{rows};
    const auto distance = standard.between(rows[0], rows[1]);
    REQUIRE(distance);
    CHECK(distance->variables == 2);
    CHECK(distance->value == Approx(std::sqrt((1 / (1.0 / 6) + 1 / (2.0 / 3)) / 2)));
    CHECK(standard.between(rows[0], rows[0])->value == 0);
    CHECK_FALSE(
        standard.between(rows[0], PeerVariables{std::nullopt, std::nullopt, std::nullopt, 3.0}));
}

TEST_CASE("distances against a second calculation", "[peers]") {
    std::mt19937_64 random{11};
    const auto maybe = [&]() -> std::optional<double> {
        if (random() % 4 == 0) return std::nullopt;
        return static_cast<double>(random() % 1000) / 100;
    };
    for (int round = 0; round < 500; ++round) {
        std::vector<PeerVariables> rows(2 + random() % 6);
        for (auto& row : rows)
            for (auto& value : row) value = maybe();
        const analysis::Standard standard{rows};
        for (const auto& a : rows)
            for (const auto& b : rows) {
                double sum = 0;
                int shared = 0;
                for (std::size_t i = 0; i < a.size(); ++i) {
                    if (!a[i] || !b[i]) continue;
                    ++shared;
                    double n = 0;
                    double first = 0;
                    double second = 0;
                    for (const auto& row : rows)
                        if (row[i]) {
                            ++n;
                            first += *row[i];
                            second += *row[i] * *row[i];
                        }
                    const double variance = second / n - first / n * (first / n);
                    if (*a[i] != *b[i]) sum += (*a[i] - *b[i]) * (*a[i] - *b[i]) / variance;
                }
                const auto distance = standard.between(a, b);
                REQUIRE(distance.has_value() == (shared >= 2));
                if (!distance) continue;
                CHECK(distance->variables == shared);
                CHECK(distance->value == Approx(std::sqrt(sum / shared)).margin(1e-9));
            }
    }
}

TEST_CASE("the nearest come first, ties in canonical order", "[peers]") {
    TestTables tables;
    area(tables, "a", 1000, 0.5);
    area(tables, "b", 1000, 0.5);
    area(tables, "c", 1000, 0.5);
    area(tables, "d", 2000, 0.5);
    area(tables, "e", 90000, 0.9);
    area(tables, "few", 1000, std::nullopt);
    using Keys = std::vector<std::string>;
    CHECK(peers_of(tables, "a") == Keys{"b", "c", "d", "e"});
    CHECK(peers_of(tables, "a", 2) == Keys{"b", "c"});
    CHECK(peers_of(tables, "few").empty());
    CHECK(compare(tables).not_comparable == 1);
    const auto view = analysis::make_view(tables.network(), {});
    REQUIRE(view);
    CHECK_FALSE(Peers::run(*view, {0}));
}

TEST_CASE("what peers have and the area has not", "[peers]") {
    TestTables tables;
    area(tables, "a", 1000, 0.5);
    area(tables, "b", 1100, 0.5);
    area(tables, "c", 1200, 0.5);
    tables.actor("kgk-b", "health_conference").serves.push_back(at("b"));
    AgendaItem& item = tables.agenda.emplace_back();
    item.body.key = "kgk-b";
    item.topic = "LP-BEW";
    item.stage = 4;
    Offer& offer = tables.offer("o", "LP-SUC");
    offer.areas = {at("b"), at("c")};
    offer.status = "active";
    const auto network = tables.network();
    std::map<std::string, const Peers::Transfer*> for_a;
    const auto found = compare(tables);
    for (const auto& row : found.transferable)
        if (network->name_of(row.area).key == "a") for_a[row.what.key] = &row;
    REQUIRE(for_a.size() == 3);
    CHECK(for_a.at("health_conference")->kind == Peers::Kind::body);
    CHECK(for_a.at("LP-SUC")->peers.size() == 2);
    CHECK(for_a.at("LP-SUC")->here.key == "unknown");  // not recorded, not "none"
    CHECK(for_a.at("LP-BEW")->kind == Peers::Kind::agenda);
    for (const auto& row : found.transferable) CHECK(network->name_of(row.area).key != "b");
}

TEST_CASE("nothing is said of places the network records nothing of", "[peers]") {
    TestTables tables;
    tables.actor("jc", "jobcenter").serves.push_back(at("05911"));  // Bochum
    const auto found = compare(tables, 3);
    REQUIRE(found.peers.size() == 3);
    for (const auto& row : found.peers) {
        CHECK(row.structures == Peers::Records::not_recorded);
        CHECK(row.variables == 2);  // inhabitants and settlement class
    }
    CHECK(found.transferable.empty());
}

TEST_CASE("withheld counts take no part in a comparison", "[peers][suppression]") {
    TestTables tables;
    for (const auto& [key, sgb2] : {std::pair{"a", 2}, {"b", 40}, {"c", 50}}) {
        Area& row = area(tables, key, 1000, 0.5);
        row.unemployed_sgb2 = sgb2;
        row.unemployed_sgb3 = 10;
    }
    const auto network = tables.network();
    for (const auto& row : compare(tables).peers) {
        const bool with_a =
            network->name_of(row.area).key == "a" || network->name_of(row.peer).key == "a";
        CHECK(row.variables == (with_a ? 2 : 3));
    }
    for (const auto& row : compare(tables).reference)
        if (network->name_of(row.area).key == "a" &&
            row.variable == Peers::Variable::unemployed_share)
            CHECK(row.value.withheld);
}

TEST_CASE("empty networks and networks without areas", "[peers]") {
    const auto view = analysis::make_view(TestTables{}.network(), {});
    REQUIRE(view);
    const auto document = Peers::entry().run(*view, {});
    REQUIRE(document);
    CHECK(document->reading.size() == 1);
}

TEST_CASE("Musterkreis: rural municipalities are each other's peers", "[peers]") {
    const TestTables tables = dataset("musterkreis");
    CHECK(compare(tables).compared == 8);
    // Class 3, 9,870 inhabitants, deprivation 0.34; the nearest of class 3 is not the town.
    const auto peers = peers_of(tables, "mk-suederhoehe", 3);
    REQUIRE(peers.size() == 3);
    for (const std::string& peer : peers) CHECK(peer != "mk-musterstadt");
    CHECK(peers_of(tables, "mk-musterstadt", 7).size() == 7);
}
