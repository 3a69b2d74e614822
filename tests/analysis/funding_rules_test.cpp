#include "funding_rules.hpp"

#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;
using namespace lotse::analysis;

TEST_CASE("a word that no list knows leaves open whether an instrument fits") {
    const auto subsidy = [](const auto& change) {
        TestTables tables;
        Offer& offer = tables.offer("o", "LP-BEW");
        offer.form = "course";
        offer.certified = "zpp";
        change(offer);
        const auto network = tables.network();
        const auto all = instruments(*network);
        const auto found =
            std::ranges::find(all, "gkv-course", [](const Instrument& i) { return i.choice.key; });
        REQUIRE(found != all.end());
        return judge(*network, *found, network->offers().front(), PartialDate{2026, 6, 30}).state;
    };
    CHECK(subsidy([](Offer&) {}) == Fundability::allowed);
    CHECK(subsidy([](Offer& o) { o.certified = "none"; }) == Fundability::not_allowed);
    CHECK(subsidy([](Offer& o) { o.certified = "beantragt"; }) == Fundability::not_decidable);
    CHECK(subsidy([](Offer& o) { o.form = "event"; }) == Fundability::not_allowed);
    CHECK(subsidy([](Offer& o) { o.form = "Rundgang"; }) == Fundability::not_decidable);
    CHECK(subsidy([](Offer& o) {
              o.form = "Rundgang";
              o.certified = "none";
          }) == Fundability::not_allowed);
}
