#include <lotse/analysis/agenda.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <random>

using namespace lotse;
using namespace lotse::analysis;

namespace {

Ref<Area> at(std::string key) {
    return {std::move(key), {}};
}

AgendaItem& item(TestTables& tables, std::string body, std::string topic, std::int64_t stage,
                 std::optional<PartialDate> date = {}) {
    AgendaItem& row = tables.agenda.emplace_back();
    row.body.key = std::move(body);
    row.topic = std::move(topic);
    row.stage = stage;
    row.date = date;
    return row;
}

struct Found {
    std::shared_ptr<const Network> network;
    Agenda::Findings findings;

    std::string key(ActorId id) const { return (*network)[id].key; }

    /// "stage stalled" by "area topic"; "-" where no stage is recorded.
    std::map<std::string, std::string> cells() const {
        std::map<std::string, std::string> out;
        for (const auto& cell : findings.areas)
            out[network->name_of(cell.area).key + " " + cell.topic.key] =
                (cell.stage ? cell.stage->key : "-") + " " +
                std::string{enumerator(cell.stalled).key};
        return out;
    }
    /// Keys of the way, separated by `>`; "-" where none is recorded.
    std::string way(std::string_view body) const {
        for (const auto& row : findings.items) {
            if (key(row.body) != body) continue;
            if (!row.steps) return "-";
            std::string out;
            for (const Choice& stop : row.way) out += ">" + stop.key;
            return out;
        }
        return "?";
    }
};

Found look(const TestTables& tables, const ViewOptions& options = {},
           const Agenda::Options& own = {}) {
    const auto view = make_view(tables.network(), options);
    REQUIRE(view);
    return {view->network, *Agenda::run(*view, own)};
}

ViewOptions on(std::string date) {
    ViewOptions out;
    out.at = std::move(date);
    return out;
}

/// A conference and a council of Bochum, nothing between them.
TestTables bochum() {
    TestTables tables;
    tables.actor("kgk", "health_conference").serves = {at("05911")};
    tables.actor("rat", "council").serves = {at("05911")};
    item(tables, "kgk", "LP-BEW", 3);
    return tables;
}

}  // namespace

TEST_CASE("agenda: the highest stage of the bodies of the whole area counts") {
    TestTables tables;
    tables.actor("kgk", "health_conference").serves = {at("05911")};
    tables.actor("stadtteil", "body").serves = {at("viertel")};
    tables.actor("fern", "body").serves = {at("15085")};
    Area& part = tables.areas.emplace_back();
    part.key = "viertel";
    part.name = "Viertel";
    part.level = "quarter";
    part.parent = at("05911");
    item(tables, "kgk", "LP-BEW", 2, PartialDate{2026, 1, 0});
    item(tables, "kgk", "LP-BEW", 4, PartialDate{2024, 1, 0});
    item(tables, "stadtteil", "LP-BEW", 7);
    item(tables, "kgk", "LP-ERN", 0);
    const auto district = look(tables, on("2026-06")).cells();
    CHECK(district.at("05911 LP-BEW") == "4 no");  // the newest item moved this year
    CHECK(district.at("05911 LP-ERN") == "0 unknown");
    CHECK(district.at("15085 LP-BEW") == "- unknown");
    const auto quarter = look(tables, on("2026-06"), {"quarter"}).cells();
    CHECK(quarter.at("viertel LP-BEW") == "7 no");
    CHECK(quarter.at("viertel LP-ERN") == "0 unknown");  // the Kreis is responsible for it, too
}

TEST_CASE("agenda: stalled after twelve months without a new date") {
    const auto cell = [](std::int64_t stage, std::optional<PartialDate> date) {
        TestTables tables = bochum();
        tables.agenda.clear();
        item(tables, "kgk", "LP-BEW", stage, date);
        return look(tables, on("2026-06-30")).cells().at("05911 LP-BEW");
    };
    CHECK(cell(3, PartialDate{2025, 6, 29}) == "3 yes");
    CHECK(cell(3, PartialDate{2025, 6, 30}) == "3 no");
    CHECK(cell(3, std::nullopt) == "3 unknown");
    CHECK(cell(0, PartialDate{2020, 0, 0}) == "0 unknown");
    CHECK(cell(6, PartialDate{2020, 0, 0}) == "6 yes");
    CHECK(cell(7, PartialDate{2020, 0, 0}) == "7 no");
}

TEST_CASE("agenda: items after the date, and of bodies that are over, do not count") {
    TestTables tables = bochum();
    tables.agenda.front().date = PartialDate{2026, 3, 0};
    CHECK(look(tables, on("2025-12")).findings.item_count == 0);
    CHECK(look(tables, on("2026-03")).findings.item_count == 1);
    tables.actors.front().status = "ended";
    CHECK(look(tables).findings.item_count == 0);
}

TEST_CASE("agenda: areas that are further ahead, also outside the chosen ones") {
    TestTables tables = bochum();
    tables.actor("harz", "body").serves = {at("15085")};
    tables.actor("leer", "body").serves = {at("07319")};
    item(tables, "harz", "LP-BEW", 5);
    ViewOptions options;
    options.area = {"05911"};
    const Found found = look(tables, options);
    REQUIRE(found.findings.areas.size() == 1);
    REQUIRE(found.findings.areas.front().further.size() == 1);
    CHECK(found.findings.areas.front().further.front().key == "15085");
    options.area = {"07319"};  // nothing recorded: both are further
    options.topic = {"LP-BEW"};
    REQUIRE(look(tables, options).findings.areas.front().further.size() == 2);
    CHECK(look(tables, options).findings.areas.front().further.front().key == "15085");
}

TEST_CASE("agenda: the way to a decision") {
    TestTables tables = bochum();
    CHECK(look(tables).way("kgk") == "-");
    CHECK(look(tables).findings.without_way == 1);

    TestTables member = tables;
    member.actor("stadt", "municipality");
    member.tie("stadt", "kgk", TieKind::member_of);
    member.tie("stadt", "rat", TieKind::informs);
    CHECK(look(member).way("kgk") == ">stadt>rat");

    TestTables committee = member;
    committee.actor("ausschuss", "body").part_of = {"rat", {}};
    committee.tie("kgk", "ausschuss", TieKind::informs);
    CHECK(look(committee).way("kgk") == ">ausschuss>rat");  // as short, but a body

    TestTables far = committee;
    far.actors[1].serves = {at("15085")};  // the council of another Kreis
    CHECK(look(far).way("kgk") == "-");

    TestTables decided = committee;
    decided.agenda.front().stage = 5;
    CHECK(look(decided).way("kgk") == "-");
    CHECK(look(decided).findings.without_way == 0);

    TestTables itself = tables;
    itself.agenda.front().body.key = "rat";
    CHECK(look(itself).way("rat").empty());
    CHECK(look(itself).findings.items.front().steps == 0);
}

TEST_CASE("agenda: steps are the distance that brute force finds") {
    std::mt19937_64 random{3};
    for (int round = 0; round < 300; ++round) {
        const std::size_t n = 2 + random() % 6;
        TestTables tables;
        for (std::size_t i = 0; i < n; ++i)
            tables.actor(std::to_string(i), i == 0 ? "council" : "body").serves = {at("05911")};
        std::vector<std::vector<std::size_t>> distance(n, std::vector<std::size_t>(n, 99));
        for (std::size_t i = 0; i < n; ++i) distance[i][i] = 0;
        for (std::size_t k = random() % 10; k > 0; --k) {
            const std::size_t a = random() % n;
            const std::size_t b = random() % n;
            const bool seat = random() % 2 == 0;
            tables.tie(std::to_string(a), std::to_string(b),
                       seat ? TieKind::member_of : TieKind::informs);
            if (a == b) continue;
            distance[a][b] = 1;
            if (seat) distance[b][a] = 1;
        }
        for (std::size_t k = 0; k < n; ++k)
            for (std::size_t i = 0; i < n; ++i)
                for (std::size_t j = 0; j < n; ++j)
                    distance[i][j] = std::min(distance[i][j], distance[i][k] + distance[k][j]);
        for (std::size_t i = 1; i < n; ++i) item(tables, std::to_string(i), "LP-BEW", 2);
        for (const Found found = look(tables); const auto& row : found.findings.items) {
            const std::size_t expected = distance[row.body.index()][0];
            REQUIRE(row.steps.has_value() == (expected < 99));
            if (!row.steps) continue;
            REQUIRE(static_cast<std::size_t>(*row.steps) == expected);
            REQUIRE(row.way.size() == expected);
            std::size_t here = row.body.index();
            for (const Choice& stop : row.way) {
                const std::size_t next = found.network->find_actor(stop.key)->index();
                REQUIRE(distance[here][next] == 1);
                here = next;
            }
            REQUIRE(here == 0);
        }
    }
}

TEST_CASE("agenda: sponsors sit in the bodies on the ways") {
    TestTables tables = bochum();
    tables.actor("a");
    tables.actor("b");
    tables.actor("abseits", "body");
    tables.tie("a", "kgk", TieKind::member_of);
    tables.tie("a", "rat", TieKind::member_of);
    tables.tie("b", "kgk", TieKind::member_of);
    tables.tie("b", "abseits", TieKind::member_of);
    const Found found = look(tables);
    CHECK(found.way("kgk") == ">a>rat");
    REQUIRE(found.findings.sponsors.size() == 2);
    CHECK(found.key(found.findings.sponsors.front().actor) == "a");
    CHECK(found.findings.sponsors.front().bodies == 2);
    CHECK(found.findings.sponsors.back().bodies == 1);
}

TEST_CASE("agenda: Musterkreis before and after the workshop") {
    const Found before = look(dataset("musterkreis-vorher"), {}, {"district"});
    const Found after = look(dataset("musterkreis"), {}, {"district"});
    CHECK(after.cells().at("musterkreis LP-BEW") == "6 yes");
    CHECK(after.cells().at("musterkreis X-PSY") == "4 no");
    CHECK(before.cells().at("musterkreis X-PSY") == "3 no");
    CHECK(after.cells().at("musterkreis X-PFL") == "7 no");
    CHECK(after.cells().at("musterkreis X-SOZ") == "- unknown");  // only the town has it
    CHECK(after.way("kgk") == ">ausschuss>kreistag");
    CHECK(after.findings.item_count == 22);
    CHECK(before.findings.item_count == 20);
    CHECK(after.findings.undated == 1);
    const auto town = look(dataset("musterkreis")).cells();
    CHECK(town.at("mk-musterstadt X-SOZ") == "5 yes");
    CHECK(town.at("mk-musterstadt LP-BEW") == "7 no");
    CHECK(town.at("mk-waldau LP-BEW") == "6 yes");
}

TEST_CASE("agenda: every network has a reading; programmes and categories change nothing") {
    const auto read = [](const TestTables& tables) {
        return find("agenda")->run(*make_view(tables.network(), {}), {})->reading.size();
    };
    TestTables empty;
    CHECK(read(empty) == 1);
    CHECK(read(dataset("verzahnung")) == 1);
    CHECK(read(bochum()) == 2);
    TestTables more = bochum();
    more.actor("programm", "programme");
    more.actor("alle", "body").scope = "category";
    more.tie("kgk", "alle", TieKind::informs);
    more.tie("alle", "rat", TieKind::informs);
    more.tie("kgk", "programm", TieKind::informs);
    more.tie("programm", "rat", TieKind::informs);
    CHECK(look(more).way("kgk") == "-");
}
