#include <lotse/analysis/contacts.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

using namespace lotse;
using namespace lotse::analysis;
using State = ContactState;

namespace {

Ref<Area> at(std::string key) {
    return {std::move(key), {}};
}

Contact& contact(TestTables& tables, std::string actor, std::string role, ThreeValued filled,
                 std::optional<PartialDate> as_of = {}) {
    Contact& row = tables.contacts.emplace_back();
    row.actor.key = std::move(actor);
    row.role = std::move(role);
    row.filled = filled;
    row.as_of = as_of;
    return row;
}

Contacts::Findings findings_of(const TestTables& tables, const ViewOptions& options = {}) {
    const auto view = make_view(tables.network(), options);
    REQUIRE(view);
    return *Contacts::run(*view, {});
}

/// "state" by "actor role", with a star where the role is expected.
std::map<std::string, std::string> states(const TestTables& tables,
                                          const ViewOptions& options = {}) {
    const auto network = tables.network();
    std::map<std::string, std::string> out;
    for (const auto& cell : findings_of(tables, options).contacts)
        out[network->name_of(cell.actor).key + " " + cell.role.key] =
            std::string{enumerator(cell.state).key} + (cell.expected ? "*" : "");
    return out;
}

ViewOptions on(std::string date) {
    ViewOptions out;
    out.at = std::move(date);
    return out;
}

Document document_of(const TestTables& tables, const ViewOptions& options = {}) {
    return *find("contacts")->run(*make_view(tables.network(), options), {});
}

}  // namespace

TEST_CASE("contacts: expected roles without a row are not recorded, never vacant") {
    TestTables tables;
    tables.actor("jc", "jobcenter");
    tables.actor("kgk", "health_conference");
    tables.actor("verein");
    CHECK(states(tables) == std::map<std::string, std::string>{
                                {"jc health_in_jobcenter", "not_recorded*"},
                                {"kgk unemployed_in_health_conference", "not_recorded*"},
                                {"kgk office", "not_recorded*"}});
    contact(tables, "jc", "health_in_jobcenter", ThreeValued::no);
    contact(tables, "kgk", "office", ThreeValued::unknown);
    contact(tables, "verein", "other", ThreeValued::yes);
    CHECK(states(tables) == std::map<std::string, std::string>{
                                {"jc health_in_jobcenter", "vacant*"},
                                {"kgk unemployed_in_health_conference", "not_recorded*"},
                                {"kgk office", "unknown*"},
                                {"verein other", "named"}});
}

TEST_CASE("contacts: a filled role is outdated when certainly more than twelve months old") {
    const auto state = [](std::optional<PartialDate> as_of, const std::string& reference) {
        TestTables tables;
        tables.actor("jc", "jobcenter");
        contact(tables, "jc", "health_in_jobcenter", ThreeValued::yes, as_of);
        return states(tables, on(reference)).at("jc health_in_jobcenter");
    };
    CHECK(state(PartialDate{2025, 6, 29}, "2026-06-30") == "outdated*");
    CHECK(state(PartialDate{2025, 6, 30}, "2026-06-30") == "named*");
    CHECK(state(PartialDate{2025, 5, 0}, "2026-06") == "outdated*");
    CHECK(state(PartialDate{2025, 6, 0}, "2026-06") == "named*");  // may be less than twelve
    CHECK(state(PartialDate{2025, 0, 0}, "2026-06") == "named*");
    CHECK(state(PartialDate{2024, 0, 0}, "2026-06") == "outdated*");
    CHECK(state(PartialDate{2024, 2, 29}, "2025-02-28") == "named*");
    CHECK(state(PartialDate{2024, 2, 29}, "2025-03-01") == "outdated*");
    CHECK(state(std::nullopt, "2026-06") == "named*");
    TestTables vacant;
    vacant.actor("jc", "jobcenter");
    contact(vacant, "jc", "health_in_jobcenter", ThreeValued::no, PartialDate{2020, 0, 0});
    CHECK(states(vacant, on("2026")).at("jc health_in_jobcenter") == "vacant*");
    CHECK(findings_of(vacant, on("2026")).older == 1);
}

TEST_CASE("contacts: which roles are expected and when a contact is old is data") {
    TestTables tables;
    tables.actor("jc", "jobcenter");
    tables.actor("kk", "health_insurer");
    contact(tables, "jc", "health_in_jobcenter", ThreeValued::yes, PartialDate{2026, 1, 0});
    tables.codes.push_back({{},
                            "contact_requirements",
                            "jobcenter",
                            "Jobcenter",
                            "Jobcenter",
                            {},
                            "health_in_jobcenter|steering"});
    tables.codes.push_back(
        {{}, "contact_requirements", "health_insurer", "Kasse", "Insurer", {}, "none"});
    tables.codes.push_back({{}, "review_periods", "contact", "Monate", "Months", {}, "3"});
    CHECK(states(tables, on("2026-06")) ==
          std::map<std::string, std::string>{{"jc health_in_jobcenter", "outdated*"},
                                             {"jc steering", "not_recorded*"}});
}

TEST_CASE("contacts: the newest row counts; ended actors and categories are not expected") {
    TestTables tables;
    tables.actor("jc", "jobcenter");
    contact(tables, "jc", "health_in_jobcenter", ThreeValued::no, PartialDate{2025, 1, 0});
    contact(tables, "jc", "health_in_jobcenter", ThreeValued::yes, PartialDate{2026, 1, 0});
    contact(tables, "jc", "health_in_jobcenter", ThreeValued::unknown);
    tables.actor("alt", "jobcenter").status = "ended";
    tables.actor("alle", "jobcenter").scope = "category";
    CHECK(states(tables, on("2026-02")) ==
          std::map<std::string, std::string>{{"jc health_in_jobcenter", "named*"}});
    contact(tables, "alle", "health_in_jobcenter", ThreeValued::unknown);
    CHECK(states(tables).at("alle health_in_jobcenter") == "unknown");
}

TEST_CASE("contacts: pairs of jobcenter and health conference in a common area") {
    TestTables tables;
    tables.actor("jc", "jobcenter").serves = {at("05911")};
    tables.actor("kgk", "health_conference").serves = {at("05911")};
    tables.actor("fern", "health_conference").serves = {at("15085")};
    tables.actor("ohne", "health_conference");
    REQUIRE(findings_of(tables).pairs.size() == 1);
    CHECK(findings_of(tables).pairs.front().complete == ThreeValued::unknown);
    contact(tables, "jc", "health_in_jobcenter", ThreeValued::yes);
    CHECK(findings_of(tables).pairs.front().complete == ThreeValued::unknown);
    Contact& other = contact(tables, "kgk", "unemployed_in_health_conference", ThreeValued::no);
    CHECK(findings_of(tables).pairs.front().complete == ThreeValued::no);
    other.filled = ThreeValued::yes;
    CHECK(findings_of(tables).pairs.front().complete == ThreeValued::yes);
    CHECK(findings_of(tables).pairs_complete == 1);
}

TEST_CASE("contacts: a body is asked through its office, a branch through its head office") {
    TestTables tables;
    tables.actor("jc", "jobcenter");
    tables.actor("zweig", "jobcenter").part_of = {"jc", {}};
    tables.actor("kgk", "health_conference");
    tables.actor("ga", "physician_network");
    tables.tie("jc", "kgk", TieKind::leads);
    tables.tie("ga", "kgk", TieKind::hosts_office);
    const auto network = tables.network();
    std::map<std::string, std::string> ask;
    for (const auto& cell : findings_of(tables).contacts)
        ask[network->name_of(cell.actor).key] = cell.ask ? network->name_of(*cell.ask).key : "";
    CHECK(ask == std::map<std::string, std::string>{{"jc", ""}, {"zweig", "jc"}, {"kgk", "ga"}});
}

TEST_CASE("contacts: Musterkreis as its README says") {
    const TestTables tables = dataset("musterkreis");
    const auto found = findings_of(tables);
    CHECK(found.older == 3);     // on purpose: aa-mk, kk-b, psag
    CHECK(found.outdated == 2);  // the role at aa-mk is not filled but unknown
    CHECK(found.vacant == 3);
    const auto cells = states(tables);
    CHECK(cells.at("kk-b site_coordination") == "outdated*");
    CHECK(cells.at("psag office") == "outdated*");
    CHECK(cells.at("aa-mk health_in_jobcenter") == "unknown");
    CHECK(cells.at("jc-mk-waldau health_in_jobcenter") == "vacant*");
    CHECK(cells.at("kk-d site_coordination") == "not_recorded*");
    CHECK(found.contacts.front().state == State::vacant);
    CHECK(found.cells ==
          found.named + found.vacant + found.outdated + found.unknown + found.not_recorded);
}

TEST_CASE("contacts: no mailbox is shown, and every network has a reading") {
    const auto speaks_of = [](const Document& document, std::string_view word) {
        bool found = false;
        for (const Table& table : document.tables)
            for (const auto& row : table.rows)
                for (const Value& value : row)
                    if (const auto* text = std::get_if<std::string>(&value))
                        found = found || text->find(word) != std::string::npos;
        for (const auto& lines : {document.notes, document.reading})
            for (const Message& line : lines) found = found || line.de.find(word) != line.de.npos;
        return found;
    };
    CHECK_FALSE(speaks_of(document_of(dataset("musterkreis")), "@"));
    CHECK(speaks_of(document_of(dataset("musterkreis")), "jc-mk"));
    TestTables empty;
    CHECK(document_of(empty).reading.size() == 1);
    empty.actor("allein");
    CHECK(document_of(empty).reading.size() == 1);
    ViewOptions odd;
    odd.topic = {"LP-BEW"};
    CHECK(speaks_of(document_of(dataset("verzahnung"), odd), "--topic"));
    // The kinds choose the seats in bodies, and with them whom to ask.
    ViewOptions seats;
    seats.kinds = {"leads"};
    CHECK_FALSE(speaks_of(document_of(dataset("verzahnung"), seats), "--kinds"));
}
