#include <lotse/analysis/needs.hpp>
#include <lotse/analysis/person_counts.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <map>

using namespace lotse;
using analysis::Needs;

namespace {

Ref<Area> at(std::string key) {
    return {std::move(key), {}};
}

/// A Kreis of its own with municipalities a, b, c ...
TestTables kreis(int municipalities) {
    TestTables tables;
    const auto area = [&](std::string key, std::string level) -> Area& {
        Area& row = tables.areas.emplace_back();
        row.key = std::move(key);
        row.name = "Gebiet " + row.key;
        row.level = std::move(level);
        return row;
    };
    area("k", "district");
    for (int i = 0; i < municipalities; ++i)
        area(std::string(1, static_cast<char>('a' + i)), "municipality").parent = at("k");
    return tables;
}

PersonNeed& need(TestTables& tables, std::string area, std::int64_t persons,
                 std::string topic = "LP-SUC", std::string target = "sgb2") {
    PersonNeed& row = tables.needs.emplace_back();
    row.area = at(std::move(area));
    row.topic = std::move(topic);
    row.target = std::move(target);
    row.persons = persons;
    row.year = 2025;
    return row;
}

Offer& offer(TestTables& tables, std::string key, std::string area,
             std::optional<std::int64_t> places) {
    Offer& row = tables.offer(std::move(key), "LP-SUC");
    row.areas.push_back(at(std::move(area)));
    row.status = "active";
    row.legal = {"sgb2"};
    row.targets = {"addiction"};
    row.capacity = places;
    return row;
}

Document needs(const TestTables& tables, const analysis::ViewOptions& view_options = {}) {
    const auto view = analysis::make_view(tables.network(), view_options);
    REQUIRE(view);
    const auto document = Needs::entry().run(*view, {});
    REQUIRE(document);
    return *document;
}

const Value& cell(const Table& table, std::size_t row, std::string_view key) {
    const auto column = std::ranges::find(table.columns, key, &Column::key);
    REQUIRE(column != table.columns.end());
    return table.rows.at(row).at(static_cast<std::size_t>(column - table.columns.begin()));
}

/// Values of a column of the table needs by area, for one topic and group.
std::map<std::string, Value> column(const Document& document, std::string_view key,
                                    const std::string& topic = "LP-SUC",
                                    const std::string& target = "sgb2") {
    std::map<std::string, Value> out;
    const Table& table = document.tables.at(0);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto is = [&](std::string_view name, const std::string& code) {
            const auto* choice = std::get_if<Choice>(&cell(table, row, name));
            return choice ? choice->key == code : code.empty();
        };
        if (is("topic", topic) && is("target", target))
            out[std::get<std::string>(cell(table, row, "area"))] = cell(table, row, key);
    }
    return out;
}

const Value small = Withheld{3};
const Value hidden = Withheld{};

Value count(std::int64_t number) {
    return number;
}

}  // namespace

TEST_CASE("places per 1,000 persons by hand", "[needs]") {
    TestTables tables = kreis(2);
    need(tables, "a", 200);
    need(tables, "b", 0);
    offer(tables, "o", "a", 10);
    offer(tables, "p", "a", 5);
    offer(tables, "q", "a", std::nullopt);
    offer(tables, "later", "a", 100).status = "planned";
    offer(tables, "other", "a", 100).legal = {"sgb3"};
    offer(tables, "staff", "a", 100).targets = {"professionals"};
    offer(tables, "r", "b", 7);
    const Document found = needs(tables);
    CHECK(column(found, "places")["a"] == count(15));
    CHECK(column(found, "offers_without_places")["a"] == count(1));
    CHECK(column(found, "places_per_1000")["a"] == Value{75.0});
    CHECK(column(found, "persons")["b"] == count(0));
    CHECK(column(found, "places_per_1000")["b"] == Value{});  // nobody: no ratio
}

TEST_CASE("no data and no places are neither none nor zero", "[needs]") {
    TestTables tables = kreis(2);
    need(tables, "a", 200);
    offer(tables, "o", "a", std::nullopt);
    const Document found = needs(tables);
    CHECK(column(found, "places")["a"] == Value{});
    CHECK(std::get<Choice>(column(found, "data")["b"]).key == "not_recorded");
    CHECK(column(found, "persons")["b"] == Value{});
    CHECK(std::get<Choice>(column(found, "state")["b"]).key == "unknown");
}

TEST_CASE("a count of 1 or 2 and what gives it away are withheld", "[needs][suppression]") {
    TestTables tables = kreis(4);
    need(tables, "k", 68);
    need(tables, "a", 40);
    need(tables, "b", 17);
    need(tables, "c", 9);
    need(tables, "d", 2);
    offer(tables, "o", "k", 10);
    const Document found = needs(tables);
    auto persons = column(found, "persons");
    CHECK(persons["k"] == count(68));
    CHECK(persons["a"] == hidden);  // the first, as nobody knows which is smaller
    CHECK(persons["b"] == count(17));
    CHECK(persons["d"] == small);
    auto ratio = column(found, "places_per_1000");
    CHECK(ratio["a"] == hidden);  // 10 places are known
    CHECK(ratio["d"] == hidden);
    CHECK(ratio["b"].index() != 0);
    CHECK(std::get<Choice>(column(found, "data")["a"]).key == "withheld");
}

TEST_CASE("a small count does not follow from a wider group beside it", "[needs][suppression]") {
    TestTables tables = kreis(3);
    const auto counts = [&](std::size_t i, std::int64_t sgb2, std::int64_t sgb3,
                            std::int64_t long_term) {
        tables.areas[i].unemployed_sgb2 = sgb2;
        tables.areas[i].unemployed_sgb3 = sgb3;
        tables.areas[i].long_term = long_term;
    };
    counts(0, 60, 30, 21);
    counts(1, 12, 5, 17);  // all 17 are long-term unemployed
    counts(2, 28, 15, 2);
    counts(3, 20, 10, 2);
    const auto network = tables.network();
    const auto found = analysis::person_counts(*network, 3);
    const auto long_term = [&](std::string_view key) {
        return found[*network->find_area(key)].long_term.withheld;
    };
    CHECK(long_term("b") == Withheld{3});
    CHECK(long_term("c") == Withheld{3});
    CHECK(long_term("a") == Withheld{});
    CHECK(long_term("k") == Withheld{});
    CHECK(found[*network->find_area("a")].unemployed.value == 17);
}

TEST_CASE("what is hidden does not hang on the chosen areas", "[needs][suppression]") {
    TestTables tables = kreis(4);
    for (const auto& [area, persons] :
         {std::pair{"k", 68}, {"a", 40}, {"b", 17}, {"c", 9}, {"d", 2}})
        need(tables, area, persons);
    analysis::ViewOptions only;
    for (const std::string area : {"a", "b", "c", "d", "k"}) {
        only.area = {area};
        CHECK(column(needs(tables, only), "persons")[area] ==
              column(needs(tables), "persons")[area]);
    }
}

TEST_CASE("results for 1 and for 2 are the same", "[needs][suppression]") {
    TestTables one = kreis(3);
    for (const auto& [area, persons] : {std::pair{"a", 40}, {"b", 1}, {"c", 9}})
        need(one, area, persons);
    TestTables two = one;
    two.needs[1].persons = 2;
    CHECK(needs(one).tables[0].rows == needs(two).tables[0].rows);
    CHECK(needs(one).summary.rows == needs(two).summary.rows);
    CHECK(needs(one).reading == needs(two).reading);
}

TEST_CASE("groups that add up give nothing away either", "[needs][suppression]") {
    TestTables tables = kreis(1);
    need(tables, "a", 31, "LP-STR", "unemployed");
    need(tables, "a", 30, "LP-STR", "sgb2");
    need(tables, "a", 1, "LP-STR", "sgb3");
    const Document found = needs(tables);
    CHECK(column(found, "persons", "LP-STR", "sgb3")["a"] == small);
    CHECK(column(found, "persons", "LP-STR", "sgb2")["a"] == hidden);
    CHECK(column(found, "persons", "LP-STR", "unemployed")["a"] == count(31));
}

TEST_CASE("the unemployed counts of areas are guarded", "[needs][suppression]") {
    TestTables tables = kreis(2);
    const auto set = [&](std::size_t row, std::int64_t sgb2, std::int64_t sgb3) {
        tables.areas[row].unemployed_sgb2 = sgb2;
        tables.areas[row].unemployed_sgb3 = sgb3;
    };
    set(0, 90, 42);
    set(1, 60, 41);
    set(2, 30, 1);
    const Table table = needs(tables).tables.at(1);
    std::map<std::string, std::size_t> row;
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        row[std::get<std::string>(cell(table, i, "area"))] = i;
    CHECK(cell(table, row["b"], "unemployed_sgb3") == small);
    CHECK(cell(table, row["a"], "unemployed_sgb3").index() == hidden.index());
    // neither sgb2 + sgb3 = unemployed nor a + b = k gives it back
    const bool one_more = cell(table, row["b"], "unemployed_sgb2") == hidden ||
                          cell(table, row["b"], "unemployed") == hidden;
    CHECK(one_more);
}

TEST_CASE("option --suppress-below can only be raised", "[needs][suppression]") {
    TestTables tables = kreis(1);
    need(tables, "a", 8);
    analysis::ViewOptions options;
    options.suppress_below = 10;
    CHECK(column(needs(tables, options), "persons")["a"] == Value{Withheld{10}});
    options.suppress_below = 2;
    CHECK_FALSE(analysis::make_view(tables.network(), options));
    CHECK(analysis::given_options({}).empty());
}

TEST_CASE("a network without needs says so", "[needs]") {
    for (const TestTables& tables : {TestTables{}, kreis(2)}) {
        const Document found = needs(tables);
        CHECK(found.tables[0].rows.empty());
        CHECK(found.reading.size() == 1);
    }
}

TEST_CASE("Musterkreis: counts of 1 and 2 are in no result", "[needs]") {
    const Document found = needs(dataset("musterkreis"));
    auto addiction = column(found, "persons");
    CHECK(addiction["musterkreis"] == count(415));
    CHECK(addiction["mk-musterstadt"] == count(281));
    CHECK(addiction["mk-koenigsacker"] == small);
    CHECK(addiction["mk-hinterfelde"] == small);
    CHECK(column(found, "persons", "X-PFL", "family_carers")["mk-hinterfelde"] == small);
    for (const Table& table : found.tables)
        for (const auto& row : table.rows)
            for (std::size_t i = 0; i < row.size(); ++i)
                if (table.columns[i].unit == Unit::persons) {
                    CHECK(row[i] != count(1));
                    CHECK(row[i] != count(2));
                }
    CHECK(std::get<Choice>(column(found, "state")["mk-suederhoehe"]).key == "none");
}

TEST_CASE("deleting offers makes the supply unknown, not none", "[needs]") {
    TestTables tables = dataset("musterkreis");
    tables.offers.clear();
    tables.findings.clear();
    for (const auto& [area, state] : column(needs(tables), "state"))
        CHECK(std::get<Choice>(state).key == "unknown");
}
