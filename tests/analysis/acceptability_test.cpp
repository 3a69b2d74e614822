#include "acceptability.hpp"

#include <networks.hpp>

#include <catch2/catch.hpp>

using namespace lotse;
using enum ThreeValued;

namespace {

/// One offer at one venue, of whose acceptability nothing is recorded.
TestTables one_offer() {
    TestTables tables;
    tables.venues.emplace_back().key = "v";
    tables.offer("o", "LP-BEW").venues.push_back({"v", {}});
    return tables;
}

analysis::Acceptability check(const TestTables& tables) {
    const auto network = tables.network();
    return analysis::acceptability(*network, network->offers().front());
}

}  // namespace

TEST_CASE("the kind of venue: a word that no list knows may be the jobcenter") {
    const auto at = [](const std::string& kind, const std::string& own = {}) {
        TestTables tables = one_offer();
        tables.venues.front().kind = kind;
        if (!own.empty()) {
            OwnCode& code = tables.codes.emplace_back();
            code.list = "venue_kinds";
            code.code = code.de = code.en = own;
        }
        return check(tables).venue;
    };
    CHECK(at("") == unknown);
    CHECK(at("xyz") == unknown);
    CHECK(at("jobcenter") == no);
    CHECK(at("school") == yes);
    CHECK(at("other") == yes);
    TestTables neutral = one_offer();
    neutral.venues.front().kind = "xyz";
    neutral.venues.front().neutral = yes;
    CHECK(check(neutral).venue == yes);
    neutral.venues.front().kind = "jobcenter";
    CHECK(check(neutral).venue == no);
    CHECK(at("xyz", "xyz") == yes);  // entered in the table codes: a kind that is not the jobcenter
}

TEST_CASE("format and openness: a word that no list knows is no answer") {
    const auto format = [](const std::string& delivery) {
        TestTables tables = one_offer();
        tables.offers.front().delivery = delivery;
        return check(tables).format;
    };
    CHECK(format("") == unknown);
    CHECK(format("xyz") == unknown);
    CHECK(format("online") == no);
    CHECK(format("on_site") == yes);
    CHECK(format("hybrid") == yes);
    const auto open = [](const std::string& to) {
        TestTables tables = one_offer();
        tables.offers.front().open_to = to;
        return check(tables).open;
    };
    CHECK(open("") == unknown);
    CHECK(open("nur Jobcenterkunden") == unknown);
    CHECK(open("jobcenter_only") == no);
    CHECK(open("mixed") == yes);
    CHECK(open("public") == yes);
}
