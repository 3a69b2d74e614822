#include "accessibility.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <numeric>
#include <random>

using namespace lotse::analysis;

namespace {

/// The example of the documentation of the R package catchment (uva-bi-sdad): 5, 10 and 50
/// consumers, 50 and 100 doctors, ways of 5 50 25 and 70 40 30 minutes, zones of 20, 40, 60
/// minutes.
const std::vector<double> consumers{5, 10, 50};
const std::vector<double> doctors{50, 100};
const double minutes[3][2] = {{5, 70}, {50, 40}, {25, 30}};

std::vector<CatchmentLink> zones() {
    std::vector<CatchmentLink> out;
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 2; ++j)
            if (const double w = zone_weight(minutes[i][j] / 60); w > 0) out.push_back({i, j, w});
    return out;
}

double dot(const std::vector<double>& a, const std::vector<double>& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

double drawn(std::mt19937_64& random) {
    return static_cast<double>(random() >> 11) * 0x1p-53;
}

}  // namespace

TEST_CASE("weights of Luo and Qi by thirds") {
    CHECK(zone_weight(0) == 1);
    CHECK(zone_weight(10.0 / 30) == 1);
    CHECK(zone_weight(10.01 / 30) == 0.68);
    CHECK(zone_weight(20.0 / 30) == 0.68);
    CHECK(zone_weight(30.0 / 30) == 0.22);
    CHECK(zone_weight(30.01 / 30) == 0);
}

TEST_CASE("E2SFCA by hand") {
    // w = 1 0 | 0.22 0.68 | 0.68 0.68
    // R1 = 50 / (5 + 10*0.22 + 50*0.68) = 50 / 41.2 = 1.213592
    // R2 = 100 / (10*0.68 + 50*0.68) = 100 / 40.8 = 2.450980
    const auto access = enhanced_two_step(zones(), consumers, doctors);
    CHECK(access[0] == Approx(1.213592).epsilon(1e-6));
    CHECK(access[1] == Approx(0.22 * 1.2135922 + 0.68 * 2.4509804).epsilon(1e-6));
    CHECK(access[2] == Approx(0.68 * 1.2135922 + 0.68 * 2.4509804).epsilon(1e-6));
    CHECK(dot(access, consumers) == Approx(150));  // every doctor is within reach of somebody
}

TEST_CASE("balanced floating catchment by hand") {
    // Rows of w sum to 1, 0.9, 1.36, columns to 1.9, 1.36.
    // L1 = 50 / (5 + 10*0.22/0.9 + 50/2) = 50 / 32.4444 = 1.541096
    // L2 = 100 / (10*0.68/0.9 + 50/2) = 100 / 32.5556 = 3.071672
    const auto access = balanced_catchment(zones(), consumers, doctors);
    CHECK(access[0] == Approx(1.541096 / 1.9).epsilon(1e-6));
    CHECK(access[1] == Approx(1.541096 * 0.22 / 1.9 + 3.071672 / 2).epsilon(1e-6));
    CHECK(access[2] == Approx(1.541096 * 0.68 / 1.9 + 3.071672 / 2).epsilon(1e-6));
    CHECK(access[0] + access[1] + access[2] == Approx(1.541096 + 3.071672).epsilon(1e-6));
}

TEST_CASE("catchments keep totals and scale") {
    std::mt19937_64 random{1};
    for (int round = 0; round < 300; ++round) {
        const std::size_t n = 1 + random() % 7;
        const std::size_t m = 1 + random() % 5;
        std::vector<double> demand(n), supply(m);
        for (double& d : demand) d = std::floor(100 * drawn(random));
        for (double& s : supply) s = std::floor(20 * drawn(random));
        std::vector<CatchmentLink> links;
        std::vector<double> laid(m, 0);
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < m; ++j)
                if (const double w = zone_weight(2 * drawn(random)); w > 0) {
                    links.push_back({i, j, w});
                    laid[j] += demand[i];
                }
        double used = 0;
        for (std::size_t j = 0; j < m; ++j)
            if (laid[j] > 0) used += supply[j];
        const auto access = enhanced_two_step(links, demand, supply);
        CHECK(dot(access, demand) == Approx(used).margin(1e-9));
        for (const double a : access) CHECK(std::isfinite(a));

        // Twice the demand: half the access. Twice the supply: twice.
        auto doubled = demand;
        for (double& d : doubled) d *= 2;
        const auto half = enhanced_two_step(links, doubled, supply);
        const auto balanced = balanced_catchment(links, demand, supply);
        const auto balanced_half = balanced_catchment(links, doubled, supply);
        for (std::size_t i = 0; i < n; ++i) {
            CHECK(half[i] == Approx(access[i] / 2).margin(1e-12));
            CHECK(balanced_half[i] == Approx(balanced[i] / 2).margin(1e-12));
        }
        // One place of supply within reach of all alike: everybody gets supply / demand.
        std::vector<CatchmentLink> all;
        for (std::size_t i = 0; i < n; ++i) all.push_back({i, 0, 0.68});
        const double total = std::accumulate(demand.begin(), demand.end(), 0.0);
        if (total > 0)
            CHECK(enhanced_two_step(all, demand, supply)[0] == Approx(supply[0] / total));
    }
    CHECK(enhanced_two_step({}, std::vector<double>{1}, std::vector<double>{}).front() == 0);
}

TEST_CASE("FGT by hand") {
    // Incomes 10, 20, 30, 40 and a line of 25: gaps 0.6 and 0.2.
    const std::vector<double> gaps{0.6, 0.2, -0.2, -0.6};
    const auto plain = shortfall(gaps, std::vector<double>(4, 1));
    REQUIRE(plain);
    CHECK(plain->headcount == Approx(0.5));
    CHECK(plain->gap == Approx(0.2));       // 0.8 / 4
    CHECK(plain->severity == Approx(0.1));  // (0.36 + 0.04) / 4
    // Weights 1 3 0 4: headcount 4/8, gap (0.6 + 3*0.2)/8, severity (0.36 + 3*0.04)/8
    const auto weighted = shortfall(gaps, std::vector<double>{1, 3, 0, 4});
    CHECK(weighted->headcount == Approx(0.5));
    CHECK(weighted->gap == Approx(0.15));
    CHECK(weighted->severity == Approx(0.06));
    CHECK_FALSE(shortfall({}, {}));
    CHECK_FALSE(shortfall(gaps, std::vector<double>(4, 0)));
}

TEST_CASE("fractional ranks share the middle of a tie") {
    // Weights 1 1 2 1 of 5: the tied pair takes 1..4 of 5, its middle is 0.5.
    const auto ranks =
        fractional_ranks(std::vector<double>{1, 2, 2, 3}, std::vector<double>{1, 1, 2, 1});
    CHECK(ranks[0] == Approx(0.1));
    CHECK(ranks[1] == Approx(0.5));
    CHECK(ranks[2] == Approx(0.5));
    CHECK(ranks[3] == Approx(0.9));
}

TEST_CASE("concentration index of a published example") {
    // Under-five deaths in India 1982-92 by wealth group: World Bank, Quantitative Techniques for
    // Health Equity Analysis, Technical Note 7, table 1: -0.1694.
    const std::vector<double> births{29939, 28776, 26528, 24689, 19739};
    const std::vector<double> rates{154.7, 152.9, 119.5, 86.9, 54.3};
    const std::vector<double> wealth{1, 2, 3, 4, 5};
    const auto index = concentration_index(rates, wealth, births);
    REQUIRE(index);
    CHECK(*index == Approx(-0.1694).margin(0.00005));
    const std::vector<double> upside_down{-1, -2, -3, -4, -5};
    CHECK(*concentration_index(rates, upside_down, births) == Approx(0.1694).margin(0.00005));
}

TEST_CASE("concentration index: bounds and undefined cases") {
    const std::vector<double> order{1, 2, 3, 4};
    const std::vector<double> one(4, 1);
    CHECK(*concentration_index(std::vector<double>{0, 0, 0, 9}, order, one) == Approx(0.75));
    CHECK(*concentration_index(std::vector<double>{9, 0, 0, 0}, order, one) == Approx(-0.75));
    CHECK(*concentration_index(std::vector<double>(4, 2), order, one) == Approx(0).margin(1e-12));
    CHECK_FALSE(concentration_index(std::vector<double>(4, 0), order, one));
    CHECK_FALSE(concentration_index(one, one, one));
    CHECK_FALSE(concentration_index(one, order, std::vector<double>(4, 0)));
    CHECK_FALSE(concentration_index({}, {}, {}));
    // Splitting an area into two with the same values changes nothing.
    const std::vector<double> values{3, 1, 4, 1};
    const auto whole = concentration_index(values, order, std::vector<double>{2, 1, 1, 1});
    const auto split =
        concentration_index(std::vector<double>{3, 3, 1, 4, 1}, std::vector<double>{1, 1, 2, 3, 4},
                            std::vector<double>{1, 1, 1, 1, 1});
    CHECK(*whole == Approx(*split));
}
