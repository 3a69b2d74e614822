#include <lotse/analysis/compare.hpp>

#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

using namespace lotse;
using analysis::Compare;

namespace {

Compare::Findings compare(const TestTables& before, const TestTables& after,
                          const analysis::ViewOptions& look = {}, Flag all = Flag::off) {
    const auto found = Compare::run(*analysis::make_view(before.network(), look),
                                    *analysis::make_view(after.network(), look), {all});
    REQUIRE(found);
    return *found;
}

std::string keys(const std::vector<Choice>& choices) {
    std::string out;
    for (const Choice& choice : choices) out += (out.empty() ? "" : "|") + choice.key;
    return out;
}

/// "change meaning before>after" by "table key".
std::map<std::string, std::string> others(const TestTables& before, const TestTables& after,
                                          const analysis::ViewOptions& look = {}) {
    std::map<std::string, std::string> out;
    for (const auto& row : compare(before, after, look).others)
        out[row.table.key + " " + row.key] = std::string{enumerator(row.change).key} + " " +
                                             std::string{enumerator(row.meaning).key} + " " +
                                             keys(row.before) + ">" + keys(row.after);
    return out;
}

using Rows = std::map<std::string, std::string>;

/// Two areas, a hall, a finding, a need and a way.
TestTables tables_besides_actors() {
    TestTables out;
    out.actor("a").as_of = PartialDate{2025, 5, 0};
    for (const char* key : {"dorf", "stadt"}) {
        Area& area = out.areas.emplace_back();
        area.key = area.name = key;
        area.population = 5000;
    }
    Venue& hall = out.venues.emplace_back();
    hall.key = "halle";
    hall.name = "Halle";
    hall.area.key = "dorf";
    Finding& finding = out.findings.emplace_back();
    finding.area.key = "dorf";
    finding.topic = "LP-BEW";
    finding.state = CoverageState::none;
    PersonNeed& need = out.needs.emplace_back();
    need.area.key = "dorf";
    need.topic = "LP-BEW";
    need.persons = 40;
    need.year = 2024;
    Travel& way = out.travel.emplace_back();
    way.from = "dorf";
    way.to = "halle";
    way.minutes = 10;
    return out;
}

}  // namespace

TEST_CASE("venues, areas, findings, needs and travel are compared", "[compare]") {
    const TestTables before = tables_besides_actors();
    CHECK(others(before, before).empty());
    const auto whole = compare(before, before, {}, Flag::on);
    CHECK(whole.others.size() == 6);
    TestTables after = before;
    after.venues[0].barrier_free = ThreeValued::yes;
    after.areas[0].population = 5100;
    after.findings[0].state = CoverageState::planned;
    after.needs[0].persons = 50;
    after.needs[0].year = 2025;
    after.travel[0].minutes = 12.5;
    CHECK(others(before, after) ==
          Rows{{"venues halle", "changed newly_recorded barrier_free=>barrier_free=yes"},
               {"areas dorf", "changed other population=5000>population=5100"},
               {"findings dorf|LP-BEW", "changed other state=none>state=planned"},
               {"needs dorf|LP-BEW", "changed other year=2024|persons=40>year=2025|persons=50"},
               {"travel dorf|halle", "changed other minutes=10>minutes=12.5"}});
    const auto found = compare(before, after);
    CHECK(found.others_changed == 5);
    for (const auto& row : found.others)
        if (row.table.key == "findings") {
            CHECK(row.after[0].label.de == "Befund: geplant");
            CHECK(row.name.de == "dorf, Bewegungsgewohnheiten");
        }
    after = before;
    after.needs.clear();
    Area& added = after.areas.emplace_back();
    added.key = added.name = "weiler";
    CHECK(others(before, after) == Rows{{"needs dorf|LP-BEW", "removed no_longer_recorded >"},
                                        {"areas weiler", "added newly_recorded >"}});
}

TEST_CASE("two years of one need are two rows", "[compare]") {
    TestTables before = tables_besides_actors();
    before.needs.push_back(before.needs[0]);
    before.needs[1].year = 2023;
    before.needs[1].persons = 30;
    TestTables after = before;
    after.needs[1].persons = 33;
    CHECK(others(before, after) ==
          Rows{{"needs dorf|LP-BEW", "changed other persons=30>persons=33"}});
}

TEST_CASE("the view chooses the other tables too", "[compare]") {
    const TestTables before = tables_besides_actors();
    TestTables after = before;
    after.venues[0].neutral = ThreeValued::no;
    after.needs[0].persons = 50;
    after.travel.clear();
    analysis::ViewOptions look;
    look.area = {"stadt"};
    CHECK(others(before, after, look).empty());
    look.area = {"dorf"};
    CHECK(others(before, after, look).size() == 3);
    look.topic = {"LP-ERN"};
    CHECK(others(before, after, look).size() == 2);
}

TEST_CASE("a difference of the other tables alone is told in words", "[compare]") {
    const TestTables before = tables_besides_actors();
    const auto first_sentence = [&](const TestTables& after) {
        const auto old_view = analysis::make_view(before.network(), {});
        const auto new_view = analysis::make_view(after.network(), {});
        Document document;
        Compare::explain(*old_view, *new_view, compare(before, after), document);
        return document.reading.front().de;
    };
    const std::string nothing = "Die beiden Stände unterscheiden sich in nichts";
    CHECK(first_sentence(before).starts_with(nothing));
    TestTables after = before;
    after.needs[0].persons = 50;
    CHECK_FALSE(first_sentence(after).starts_with(nothing));
}

TEST_CASE("what is missing from any table is asked about", "[compare]") {
    const TestTables before = tables_besides_actors();
    const auto last_sentence = [&](const TestTables& after) {
        const auto old_view = analysis::make_view(before.network(), {});
        const auto new_view = analysis::make_view(after.network(), {});
        Document document;
        Compare::explain(*old_view, *new_view, compare(before, after), document);
        return document.reading.back().de;
    };
    TestTables without_need = before;
    without_need.needs.clear();
    TestTables without_finding = before;
    without_finding.findings.clear();
    for (const TestTables& after : {without_need, without_finding})
        CHECK(last_sentence(after).find("bei 1 nicht mehr erfassten Zeile nachfragen") !=
              std::string::npos);
    TestTables emptied = before;
    emptied.venues[0].area = {};
    CHECK(last_sentence(emptied).find("bei 1 Zeile mit jetzt leeren Feldern nachfragen") !=
          std::string::npos);
}

TEST_CASE("what began and what is new is told of ties, actors and contacts too", "[compare]") {
    TestTables before = lettered(3, "AB BC");
    before.ties[0].status = "planned";
    before.actors[2].status = "planned";
    TestTables after = before;
    after.ties[0].status = "active";
    after.actors[2].status = "active";
    after.actor("neu");
    const auto old_view = analysis::make_view(before.network(), {});
    const auto new_view = analysis::make_view(after.network(), {});
    Document document;
    Compare::explain(*old_view, *new_view, compare(before, after), document);
    CHECK(document.reading[0].de.starts_with("Zwischen den beiden Ständen: 0 Beziehungen neu"));
    CHECK(document.reading[1].de ==
          "Außerdem: 1 geplante Beziehung, die jetzt besteht; 1 neu erfasster Akteur; 1 geplanter "
          "Akteur, der jetzt tätig ist.");
    CHECK(document.reading[1].en ==
          "Besides: 1 planned tie that runs now, 1 actor newly recorded and 1 planned actor that "
          "is active now.");
}

TEST_CASE("one cell is better, two are", "[compare]") {
    const TestTables tables = tables_besides_actors();
    const auto view = analysis::make_view(tables.network(), {});
    const auto sentence = [&](std::int64_t improved) {
        Compare::Findings findings = compare(tables, tables);
        findings.ties.emplace_back().change = analysis::Change::added;
        findings.cells_improved = improved;
        Document document;
        Compare::explain(*view, *view, findings, document);
        return document.reading[1].en;
    };
    CHECK(sentence(1) == "In the coverage matrix, 1 cell is better and 0 worse.");
    CHECK(sentence(2) == "In the coverage matrix, 2 cells are better and 0 worse.");
}

TEST_CASE("small counts come into no comparison", "[compare]") {
    TestTables before = tables_besides_actors();
    before.needs[0].persons = 2;
    TestTables after = before;
    after.needs[0].persons = 1;
    CHECK(others(before, after).empty());  // both are "<3"
    after.needs[0].persons = 40;
    CHECK(others(before, after) ==
          Rows{{"needs dorf|LP-BEW", "changed other persons=<3>persons=40"}});
    CHECK(compare(before, after).others[0].before[0].label.de == "Personen: <3");
    before.areas[0].long_term = 1;
    after = before;
    after.areas[0].long_term = 0;
    CHECK(others(before, after) == Rows{{"areas dorf", "changed other long_term=<3>long_term=0"}});
}

TEST_CASE("figures that are counts have no decimals", "[compare]") {
    TestTables before = lettered(4, "AB");
    const TestTables after = lettered(5, "AB BC");
    const auto document = Compare::document(*analysis::make_view(before.network(), {}),
                                            *analysis::make_view(after.network(), {}), {});
    REQUIRE(document);
    const auto table = std::ranges::find(document->tables, "measures", &Table::key);
    std::map<std::string, std::vector<Value>> rows;
    for (const auto& row : table->rows) rows[std::get<Choice>(row[1]).key] = row;
    CHECK(std::get<Choice>(rows["centrality.actors"][0]).label.de == "Stellung im Netz");
    CHECK(std::get<std::int64_t>(rows["centrality.actors"][4]) == 5);
    CHECK(std::holds_alternative<double>(rows["centrality.mean_degree"][3]));
    CHECK(std::holds_alternative<double>(rows["centrality.mean_degree"][4]));
}

TEST_CASE("a succession that was there before is no change", "[compare]") {
    TestTables before;
    for (const char* key : {"jc", "alt", "neu"}) before.actor(key).as_of = PartialDate{2025, 5, 0};
    before.actors[1].status = "ended";
    before.tie("neu", "alt", TieKind::successor_of).since = PartialDate{2019, 0, 0};
    before.tie("jc", "alt");
    CHECK(compare(before, before).actors.empty());
    const auto whole = compare(before, before, {}, Flag::on);
    CHECK(whole.ties.size() == 2);
    TestTables after = before;
    after.ties[0].since = PartialDate{2018, 0, 0};
    CHECK(compare(before, after).ties.size() == 1);
    // It is one where the tie is new, and where the predecessor has ended since.
    TestTables without_tie = before;
    without_tie.ties.erase(without_tie.ties.begin());
    TestTables running = before;
    running.actors[1].status = "active";
    for (const TestTables* earlier : {&without_tie, &running}) {
        const auto found = compare(*earlier, before);
        REQUIRE(found.actors.size() == 1);
        CHECK(found.actors[0].meaning == analysis::Meaning::successor);
    }
}

TEST_CASE("who leaves the view is still recorded", "[compare]") {
    TestTables before;
    for (const char* key : {"a", "b", "c"}) before.actor(key).area.key = "05911";
    TestTables after = before;
    after.actors[1].until = PartialDate{2025, 12, 0};
    after.actors[2].area.key = "05913";
    analysis::ViewOptions look;
    look.at = "2026-06-30";
    auto found = compare(before, after, look);
    CHECK(found.actors_removed + found.actors_added == 0);
    REQUIRE(found.actors.size() == 2);
    CHECK(found.actors[0].meaning == analysis::Meaning::ended);
    look = {};
    look.area = {"05911"};
    found = compare(before, after, look);
    CHECK(found.actors_removed == 0);
    REQUIRE(found.actors.size() == 2);
    CHECK(found.actors[1].change == analysis::Change::changed);
    CHECK(keys(found.actors[1].after) == "area=05913");
    found = compare(after, before, look);
    CHECK(found.actors_added == 0);
    // Who is in neither state is in no row; who is gone is removed.
    after.actors.pop_back();
    CHECK(compare(before, after, look).actors_removed == 1);
    look.area = {"05915"};
    CHECK(compare(before, after, look).actors.empty());
}
