// Which areas two states have in common: no row vanishes, and two keys of one area are one.

#include <lotse/analysis/compare.hpp>

#include "compared.hpp"

#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

using namespace lotse;
using namespace lotse::analysis;

namespace {

Compare::Findings compare(const TestTables& before, const TestTables& after,
                          const ViewOptions& look = {}) {
    return compared(before, after, look).found;
}

/// An offer of a club, there.
TestTables club_in(const std::string& area) {
    TestTables t;
    t.actor("v").area.key = area;
    Offer& offer = t.offer("o", "LP-BEW", "v");
    offer.areas = {{area, {}}};
    offer.status = "active";
    return t;
}

void add_area(TestTables& t, std::string key, std::string level, std::string parent) {
    Area& row = t.areas.emplace_back();
    row.key = row.name = std::move(key);
    row.level = std::move(level);
    row.parent.key = std::move(parent);
}

/// States before and after of the topic with the offer, by area: "available>-".
std::map<std::string, std::string> cells(const Compare::Findings& found) {
    const auto word = [](const std::optional<CoverageState>& state) {
        return state ? std::string{enumerator(*state).key} : "-";
    };
    std::map<std::string, std::string> out;
    for (const auto& cell : found.cells)
        if (cell.topic.key == "LP-BEW") out[cell.area] = word(cell.before) + ">" + word(cell.after);
    return out;
}

std::optional<double> before_of(const Compare::Findings& found, std::string_view key) {
    for (const auto& row : found.measures)
        if (row.measure.key == key) return row.before;
    return std::nullopt;
}

using Cells = std::map<std::string, std::string>;

}  // namespace

TEST_CASE("The row of a Land stays beside areas of which nobody knows where they lie",
          "[compare]") {
    const TestTables before = club_in("05");
    TestTables after = club_in("a");
    add_area(after, "k", "district", "");
    add_area(after, "a", "municipality", "k");
    add_area(after, "b", "municipality", "k");
    const auto there = compare(before, after);
    CHECK(cells(there) == Cells{{"05", "available>-"}, {"a", "->available"}, {"b", "->unknown"}});
    CHECK(before_of(there, "coverage.available") == 1);
    const auto back = compare(after, before);
    CHECK(cells(back) == Cells{{"05", "->available"}, {"a", "available>-"}, {"b", "unknown>-"}});
    CHECK(before_of(back, "coverage.available") == 1);
}

TEST_CASE("Lands that a state names without any Kreis stay beside a Kreis of the other",
          "[compare]") {
    TestTables before = club_in("05");
    before.actor("w").area.key = "06";
    const auto found = compare(before, club_in("05911"));
    CHECK(cells(found) == Cells{{"05911", "available>available"}, {"06", "unknown>-"}});
}

TEST_CASE("A town under another key is the same area", "[compare]") {
    for (const auto& [one, other] : {std::pair{"05911", "05911000"},
                                     {"05911", "059110000000"},
                                     {"05562020", "055620020020"}}) {
        CAPTURE(one, other);
        const auto state = [](const char* key) {
            TestTables t = club_in(key);
            t.actors.front().serves = {{key, {}}};
            PersonNeed& need = t.needs.emplace_back();
            need.area.key = key;
            need.topic = "LP-BEW";
            need.persons = 10;
            Finding& finding = t.findings.emplace_back();
            finding.area.key = key;
            finding.topic = "LP-ERN";
            finding.state = CoverageState::none;
            Travel& way = t.travel.emplace_back();
            way.from = key;
            way.to = "05913";
            way.minutes = 20;
            return t;
        };
        for (const auto& found :
             {compare(state(one), state(other)), compare(state(other), state(one))}) {
            const auto same = [](const auto& row) { return row.change == Change::same; };
            CHECK(std::ranges::all_of(found.actors, same));
            CHECK(std::ranges::all_of(found.offers, same));
            CHECK(found.others.size() == 3);
            CHECK(std::ranges::all_of(found.others, same));
        }
    }
    TestTables twice = club_in("05911");
    twice.offers.front().areas.push_back({"05911000", {}});
    CHECK(compare(twice, club_in("05911")).offers.front().change == Change::same);
    CHECK(compare(club_in("05913"), club_in("05911")).offers.front().change == Change::changed);
}

TEST_CASE("A cell of an area that one state does not name is told alike for a chosen area",
          "[compare]") {
    const TestTables before = club_in("05913");
    TestTables after = before;
    after.actor("w").area.key = "05911";
    Offer& offer = after.offer("p", "LP-BEW", "w");
    offer.areas = {{"05911", {}}};
    offer.status = "active";
    ViewOptions look;
    look.area = {"05911"};
    for (const ViewOptions& options : {ViewOptions{}, look}) {
        CHECK(cells(compare(before, after, options))["05911"] == "->available");
        CHECK(cells(compare(after, before, options))["05911"] == "available>-");
    }
    look.area = {"05914"};  // that neither names
    CHECK(cells(compare(before, after, look))["05914"] == "unknown>unknown");
}

TEST_CASE("A comparison says which ties lead out of the chosen area", "[compare]") {
    TestTables before = club_in("05911");
    before.actor("w").area.key = "05913";
    before.tie("v", "w");
    TestTables after = before;
    after.tie("w", "v", TieKind::refers_to);
    ViewOptions look;
    const auto notes = [&](const std::string& counts) {
        const auto old_view = make_view(before.network(), look);
        const auto new_view = make_view(after.network(), look);
        Document document;
        Compare::explain(*old_view, *new_view, compare(before, after, look), document);
        return std::ranges::count_if(document.notes, [&](const Message& note) {
            return note.en ==
                   "Ties to actors outside the chosen area: " + counts +
                       ". They stand here only if they lie wholly inside it in one of the states.";
        });
    };
    CHECK(notes("before 1, after 2") == 0);
    look.area = {"05911"};
    CHECK(notes("before 1, after 2") == 1);
    after.ties[1].targets = {"unemployed"};
    after.ties[1].topics = {"LP-BEW"};
    look.target = {"unemployed"};
    CHECK(notes("before 0, after 1") == 1);
    look.topic = {"LP-BEW"};
    CHECK(notes("before 0, after 1") == 1);
    look.topic = {"LP-STR"};
    CHECK(notes("before 0, after 1") == 0);
}
