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

OwnCode row_of(const NetworkTables& tables, std::string_view code) {
    const auto row = std::ranges::find(tables.codes, code, &OwnCode::code);
    return row == tables.codes.end() ? OwnCode{} : *row;
}

Finding finding(std::string area, std::string topic, CoverageState state) {
    Finding out;
    out.area.key = std::move(area);
    out.topic = std::move(topic);
    out.state = state;
    return out;
}

PersonNeed need(std::string topic, std::string target, std::int64_t persons) {
    PersonNeed out;
    out.area.key = "05911";
    out.topic = std::move(topic);
    out.target = std::move(target);
    out.persons = persons;
    out.year = 2024;
    return out;
}

PersonNeed need_of(const NetworkTables& tables, std::int64_t persons) {
    const auto row = std::ranges::find(tables.needs, persons, &PersonNeed::persons);
    return row == tables.needs.end() ? PersonNeed{} : *row;
}

/// Two own topics that name the two actors, and one that names nobody.
TestTables of_two_houses(bool backwards) {
    TestTables tables;
    tables.actor("jcbo", "jobcenter");
    tables.actor("vhs");
    tables.offer("kurs", "X-JCBO", "jcbo").topics = {"X-VHS", "X-OFFEN", "X-JCBO", "LP-BEW"};
    tables.tie("jcbo", "vhs").topics = {"X-VHS"};
    tables.findings = {finding("05911", "X-VHS", CoverageState::none)};
    tables.needs = {need("X-VHS", "", 50), need("X-JCBO", "", 33), need("", "Freunde der VHS", 20),
                    need("", "Freunde des Hauses", 21)};
    AgendaItem& item = tables.agenda.emplace_back();
    item.body.key = "vhs";
    item.topic = "X-JCBO";
    tables.codes = {own("topics", "X-VHS"), own("topics", "X-OFFEN"), own("topics", "X-JCBO")};
    if (!backwards) return tables;
    std::ranges::reverse(tables.codes);
    std::ranges::reverse(tables.needs);
    std::ranges::reverse(tables.actors);
    return tables;
}

}  // namespace

TEST_CASE("hidden codes stay apart in all tables, and what need not be hidden stays") {
    const NetworkTables out = pseudonymised(of_two_houses(false));
    const std::string vhs = out.findings[0].topic;
    const std::string jcbo = out.agenda[0].topic;
    CHECK(Codes{std::min(vhs, jcbo), std::max(vhs, jcbo)} == Codes{"X-T1", "X-T2"});
    CHECK(out.offers[0].topics == Codes{vhs, "X-OFFEN", jcbo, "LP-BEW"});
    CHECK(out.ties[0].topics == Codes{vhs});
    CHECK(need_of(out, 50).topic == vhs);
    CHECK(need_of(out, 33).topic == jcbo);
    const Codes targets{need_of(out, 20).target, need_of(out, 21).target};
    CHECK((targets == Codes{"X-Z1", "X-Z2"} || targets == Codes{"X-Z2", "X-Z1"}));
    CHECK(row_of(out, "X-T1").list == "topics");
    CHECK(row_of(out, "X-T1").de == "Thema 1");
    CHECK(row_of(out, "X-T2").en == "Topic 2");
    CHECK(row_of(out, "X-OFFEN").de == "X-OFFEN");
    CHECK(row_of(out, "X-Z2").de == "Zielgruppe 2");
    CHECK(row_of(out, "X-Z1").list == "targets");
    Codes rows;
    for (const OwnCode& row : out.codes) rows.push_back(row.code);
    CHECK(rows == Codes{"X-Z1", "X-Z2", "X-OFFEN", "X-T1", "X-T2"});
}

TEST_CASE("codes are numbered whatever the order of the rows, and alike in two networks") {
    const NetworkTables out = pseudonymised(of_two_houses(false));
    const NetworkTables backwards = pseudonymised(of_two_houses(true));
    CHECK(out.findings[0].topic == backwards.findings[0].topic);
    CHECK(need_of(out, 20).target == need_of(backwards, 20).target);
    TestTables other;
    other.actor("neu");
    other.offer("auch", "X-JCBO", "neu");
    other.codes = {own("topics", "X-JCBO"), own("topics", "X-NEU")};
    const auto before = of_two_houses(false).network();
    const auto after = other.network();
    const Pseudonyms names{std::array<const Network*, 2>{before.get(), after.get()}};
    CHECK(names.apply(*after, "Netz 2").offers()[0].topics ==
          Codes{names.apply(*before, "Netz 1").tables().agenda[0].topic});
}

TEST_CASE("a substitute is no code in use") {
    TestTables tables;
    tables.actor("vhs");
    tables.offer("kurs", "X-VHS", "vhs").topics = {"X-VHS", "X-t1"};
    tables.codes = {own("topics", "X-VHS"), own("topics", "X-t1")};
    CHECK(pseudonymised(tables).offers[0].topics == Codes{"X-T2", "X-t1"});
}

TEST_CASE("a hidden kind keeps its sector and part, a hidden code in a rule is renamed") {
    TestTables tables;
    tables.actor("vhs", "X-VHS");
    OwnCode kind = own("actor_kinds", "X-VHS");
    kind.sector = Sector::education;
    kind.rule = "body";
    OwnCode rule = own("duration_rules", "eigen");
    rule.rule = "min_weeks=52; topics=LP-SUC|X-VHS";
    OwnCode free = own("duration_rules", "frei");
    free.rule = "topics=X-VHS; wie mit vhs besprochen";
    tables.codes = {kind, own("topics", "X-VHS"), rule, free};
    const NetworkTables out = pseudonymised(tables);
    CHECK(out.actors[0].kind == "X-K1");
    CHECK(row_of(out, "X-K1").sector == Sector::education);
    CHECK(row_of(out, "X-K1").rule == "body");
    CHECK(row_of(out, "X-K1").de == "Art 1");
    CHECK(row_of(out, "eigen").rule == "min_weeks=52; topics=LP-SUC|X-T1");
    CHECK(row_of(out, "frei").rule.empty());
}

TEST_CASE("free words in place of a code are numbered too") {
    TestTables tables;
    tables.actor("vhs");
    for (const std::string role : {"Eigene Rolle", "Andere Rolle"}) {
        Contact& contact = tables.contacts.emplace_back();
        contact.actor.key = "vhs";
        contact.role = role;
    }
    tables.tie("vhs", "vhs").route = "über Frau Beispiel";
    const NetworkTables out = pseudonymised(tables);
    CHECK(Codes{std::min(out.contacts[0].role, out.contacts[1].role),
                std::max(out.contacts[0].role, out.contacts[1].role)} == Codes{"X-R1", "X-R2"});
    CHECK(out.ties[0].route == "X-C1");
    CHECK(row_of(out, "X-C1").list == "routes");
    CHECK(row_of(out, "X-C1").en == "Code 1");
}
