#include <lotse/model/pseudonyms.hpp>

#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>

using namespace lotse;
using Codes = std::vector<std::string>;

namespace {

OwnCode own(std::string list, std::string code) {
    OwnCode out;
    out.list = std::move(list);
    out.code = std::move(code);
    out.de = out.en = "Eigenes";
    return out;
}

NetworkTables pseudonymised(const TestTables& tables) {
    const auto network = tables.network();
    const Network* const original = network.get();
    return Pseudonyms{std::array{original}}.apply(*network, "Netz 1").tables();
}

}  // namespace

TEST_CASE("a required code that would name somebody is replaced, not left out") {
    TestTables tables;
    tables.actor("vhs", "X-VHS").name = "Volkshochschule";
    tables.offer("kurs", "X-VHS", "vhs");
    tables.offer("beides", "X-VHS", "vhs").topics = {"LP-BEW", "X-VHS"};
    Contact& contact = tables.contacts.emplace_back();
    contact.actor.key = "vhs";
    contact.role = "Eigene Rolle";
    Finding& finding = tables.findings.emplace_back();
    finding.area.key = "05711";
    finding.topic = "X-VHS";
    tables.codes = {own("topics", "X-VHS"), own("actor_kinds", "X-VHS")};
    const NetworkTables out = pseudonymised(tables);
    CHECK(out.actors[0].kind == "other");
    Codes topics;
    for (const Offer& offer : out.offers)
        topics.insert(topics.end(), offer.topics.begin(), offer.topics.end());
    std::ranges::sort(topics);
    CHECK(topics == Codes{"LP-BEW", "X-OFFEN"});
    CHECK(out.contacts[0].role == "other");
    CHECK(out.findings[0].topic == "X-OFFEN");
    REQUIRE(out.codes.size() == 1);
    CHECK(out.codes[0].code == "X-OFFEN");
    CHECK(out.codes[0].list == "topics");
}

TEST_CASE("an optional code that would name somebody is left out, and nothing is described") {
    TestTables tables;
    tables.actor("vhs");
    tables.tie("vhs", "vhs").topics = {"X-VHS"};
    tables.codes = {own("topics", "X-VHS")};
    const NetworkTables out = pseudonymised(tables);
    CHECK(out.ties[0].topics.empty());
    CHECK(out.codes.empty());
}
