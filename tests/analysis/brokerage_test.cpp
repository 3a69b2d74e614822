#include <lotse/analysis/brokerage.hpp>
#include <lotse/graph/brokerage.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <map>
#include <random>

using namespace lotse;
using namespace lotse::analysis;
using Broker = Brokerage::Broker;

namespace {

/// Rows of a file beside this one, without the headings; its cells hold no comma.
std::vector<std::vector<std::string>> rows_of(const std::string& name) {
    std::ifstream in{std::string{TESTS_DIR} + "/analysis/" + name};
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(in, line);) {
        auto& row = rows.emplace_back(1);
        for (const char c : line) {
            if (c == ',')
                row.emplace_back();
            else
                row.back() += c;
        }
    }
    REQUIRE(rows.size() > 1);
    rows.erase(rows.begin());
    return rows;
}

double number(const std::string& text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    REQUIRE(error == std::errc{});
    REQUIRE(end == text.data() + text.size());
    return value;
}

TestTables reference_network(const std::string& name) {
    TestTables out;
    for (const auto& row : rows_of("brokerage_groups.csv"))
        if (row[0] == name) out.actor(row[1]).sector = from_key<Sector>(row[2]);
    for (const auto& row : rows_of("brokerage_ties.csv"))
        if (row[0] == name) out.tie(row[2], row[3], *from_key<TieKind>(row[1]));
    return out;
}

/// One number per row, by its sector.
std::vector<std::size_t> groups_of(const Brokerage::Findings& findings) {
    std::vector<std::size_t> out;
    for (const Broker& row : findings.actors) out.push_back(static_cast<std::size_t>(*row.sector));
    return out;
}

struct Members {
    Broker::Count Broker::*count;
    Broker::Score Broker::*expected;
    Broker::Score Broker::*z;
    std::size_t index;
};
const std::map<std::string, Members> members{
    {"coordinator",
     {&Broker::coordinator, &Broker::expected_coordinator, &Broker::z_coordinator, 0}},
    {"itinerant", {&Broker::itinerant, &Broker::expected_itinerant, &Broker::z_itinerant, 1}},
    {"gatekeeper", {&Broker::gatekeeper, &Broker::expected_gatekeeper, &Broker::z_gatekeeper, 2}},
    {"representative",
     {&Broker::representative, &Broker::expected_representative, &Broker::z_representative, 3}},
    {"liaison", {&Broker::liaison, &Broker::expected_liaison, &Broker::z_liaison, 4}},
    {"total", {&Broker::total, &Broker::expected_total, &Broker::z_total, 5}},
};

View view_of(const TestTables& tables) {
    return *make_view(tables.network(), {});
}

const Broker& at(const View& view, const Brokerage::Findings& findings, std::string_view key) {
    return *std::ranges::find(findings.actors, *view.network->find_actor(key), &Broker::actor);
}

Document document_of(const TestTables& tables) {
    return *find("brokerage")->run(view_of(tables), {});
}

}  // namespace

// brokerage_reference.R made the expected values with R sna::brokerage, whose z takes the arcs of
// its random networks as independent of each other.
TEST_CASE("brokerage is that of R sna on three networks") {
    for (const std::string name : {"florentine", "karate", "random"}) {
        const View view = view_of(reference_network(name));
        const auto findings = *Brokerage::run(view, {});
        const std::vector<std::size_t> group = groups_of(findings);
        const double d = *findings.density;
        const auto by_arcs = graph::expected_brokerage(group, {d * d, 2 * d * (1 - d)});
        int compared = 0;
        for (const auto& row : rows_of("brokerage_reference.csv")) {
            if (row[0] != name) continue;
            INFO(name << " " << row[1] << " " << row[2]);
            const Broker& broker = at(view, findings, row[1]);
            const Members& role = members.at(row[2]);
            CHECK(static_cast<double>(*(broker.*role.count)) == number(row[3]));
            CHECK(*(broker.*role.expected) == Approx(number(row[4])).epsilon(1e-9));
            REQUIRE((broker.*role.z).has_value() == !row[5].empty());
            ++compared;
            if (row[5].empty()) continue;
            const double excess = number(row[3]) - number(row[4]);
            const auto place = static_cast<std::size_t>(&broker - findings.actors.data());
            const double deviation = by_arcs[group[place]].deviation[role.index];
            CHECK(excess / deviation == Approx(number(row[5])).epsilon(1e-9));
            // Ties without direction double the variance of many roles, and lessen that of none.
            if (name != "random")
                CHECK(std::abs(*(broker.*role.z)) <= std::abs(number(row[5])) + 1e-9);
        }
        CHECK(compared == 6 * static_cast<int>(findings.actors.size()));
    }
}

TEST_CASE("the five roles, one at a time") {
    // C(work) -> B -> D: the sectors of C, B, D decide
    struct Case {
        Sector from, broker, to;
        const char* role;
    };
    using enum Sector;
    for (const Case& c : {Case{work, work, work, "coordinator"},
                          {work, health, work, "itinerant"},
                          {work, health, health, "gatekeeper"},
                          {work, work, health, "representative"},
                          {work, health, sport, "liaison"}}) {
        TestTables tables;
        tables.actor("C").sector = c.from;
        tables.actor("B").sector = c.broker;
        tables.actor("D").sector = c.to;
        tables.tie("C", "B", TieKind::refers_to);
        tables.tie("C", "B", TieKind::informs);  // the same connection again
        tables.tie("B", "D", TieKind::refers_to);
        tables.tie("D", "C", TieKind::refers_to);  // the way back does not close C -> D
        const View view = view_of(tables);
        const auto findings = *Brokerage::run(view, {});
        const Broker& b = at(view, findings, "B");
        for (const auto& [role, member] : members) {
            INFO(c.role << ": " << role);
            CHECK(b.*member.count == (role == c.role || role == "total" ? 1 : 0));
        }
        CHECK(findings.directed_ties == 3);
    }
}

TEST_CASE("actors without a sector have no role and stand at the end") {
    // A(work) - X(?) - B(health),  A - C(health) - D(sport)
    TestTables tables;
    tables.actor("A").sector = Sector::work;
    tables.actor("B").sector = Sector::health;
    tables.actor("C").sector = Sector::health;
    tables.actor("D").sector = Sector::sport;
    tables.actor("X", "other");
    tables.tie("A", "X");
    tables.tie("X", "B");
    tables.tie("A", "C");
    tables.tie("C", "D");
    const View view = view_of(tables);
    const auto findings = *Brokerage::run(view, {});
    CHECK(findings.actor_count == 5);
    CHECK(findings.without_sector == 1);
    CHECK(findings.directed_ties == 4);
    CHECK(*findings.density == Approx(4.0 / 12));
    CHECK(findings.actors.back().actor == *view.network->find_actor("X"));
    CHECK_FALSE(findings.actors.back().total);
    CHECK_FALSE(findings.actors.back().expected_total);
    CHECK(*at(view, findings, "C").liaison == 2);
    const Document document = document_of(tables);
    CHECK(std::ranges::any_of(document.notes, [](const Message& note) {
        return note.de.find("Partner X") != std::string::npos;
    }));
}

TEST_CASE("brokerage does not hang on the order of rows, nor on programmes and categories") {
    TestTables tables = reference_network("random");
    const Document expected = document_of(tables);
    tables.actor("programme", "programme").sector = Sector::work;
    tables.actor("category").scope = "category";
    for (const auto* key : {"programme", "category"})
        for (std::size_t i = 0; i < 20; ++i) tables.tie(tables.actors[i].key, key);
    std::mt19937 random{1};
    std::ranges::shuffle(tables.actors, random);
    std::ranges::shuffle(tables.ties, random);
    const Document found = document_of(tables);
    CHECK(found.tables[0].rows == expected.tables[0].rows);
    CHECK(found.tables[1].rows == expected.tables[1].rows);
    CHECK(found.summary.rows == expected.summary.rows);
    CHECK(found.reading == expected.reading);
}

TEST_CASE("small networks have no brokers and say so") {
    for (const auto& tables : {TestTables{}, lettered(1, ""), lettered(2, "AB"), lettered(3, "")}) {
        const Document document = document_of(tables);
        CHECK(document.reading.size() == 1);
    }
    const auto pair = *Brokerage::run(view_of(lettered(2, "AB")), {});
    CHECK(*pair.actors[0].total == 0);
    CHECK_FALSE(pair.actors[0].z_total);
}

TEST_CASE("the Musterkreis has all five roles") {
    const auto findings = *Brokerage::run(view_of(dataset("musterkreis")), {});
    REQUIRE(findings.roles.size() == 6);
    for (const auto& role : findings.roles) CHECK(role.count > 0);
}

TEST_CASE("bodies bring those together who have no tie of their own") {
    // K: A (work), B (health), C (health), X (?), with A - B tied; L: B and C; M: A alone
    TestTables tables;
    tables.actor("A").sector = Sector::work;
    tables.actor("B").sector = Sector::health;
    tables.actor("C").sector = Sector::health;
    tables.actor("X", "other");
    for (const char* body : {"K", "L", "M"}) tables.actor(body, "working_group");
    tables.tie("A", "B");
    for (const char* member : {"A", "B", "C", "X"}) tables.tie(member, "K", TieKind::member_of);
    tables.tie("A", "K", TieKind::leads);  // twice a member is one member
    tables.tie("B", "L", TieKind::member_of);
    tables.tie("C", "L", TieKind::member_of);
    tables.tie("A", "M", TieKind::hosts_office);
    const View view = view_of(tables);
    const auto findings = *Brokerage::run(view, {});
    REQUIRE(findings.meetings.size() == 3);
    const auto& k = findings.meetings[0];
    CHECK(view.network->name_of(k.body).key == "K");
    CHECK(k.members == 4);
    CHECK(k.between == 1);  // A - C; A - B are tied, X has no sector
    CHECK(k.only_here == 1);
    CHECK(k.within == 1);  // B - C
    REQUIRE(findings.links.size() == 3);
    const auto& a = findings.links[0];
    CHECK(view.network->name_of(a.actor).key == "A");
    CHECK(a.bodies == 2);
    CHECK(a.joined == 1);                  // K and M
    CHECK(findings.links[1].joined == 0);  // K and L share B and C
}
