#include <lotse/analysis/bodies.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace lotse;
using namespace lotse::analysis;

namespace {

Ref<Area> at(std::string key) {
    return {std::move(key), {}};
}

struct Found {
    std::shared_ptr<const Network> network;
    Bodies::Findings findings;

    std::string key(ActorId id) const { return (*network)[id].key; }
    std::string key(std::optional<ActorId> id) const { return id ? key(*id) : "-"; }
};

Found look(const TestTables& tables, const ViewOptions& options = {},
           const Bodies::Options& own = {}) {
    const auto view = make_view(tables.network(), options);
    REQUIRE(view);
    return {view->network, *Bodies::run(*view, own)};
}

/// Bochum: a health conference with an office and a club as members.
TestTables bochum() {
    TestTables tables;
    tables.actor("jc", "jobcenter").serves = {at("05911")};
    tables.actor("kgk", "health_conference").serves = {at("05911")};
    tables.actor("ga", "health_office").serves = {at("05911")};
    tables.actor("verein").serves = {at("05911")};
    tables.tie("ga", "kgk", TieKind::hosts_office);
    tables.tie("verein", "kgk", TieKind::member_of);
    return tables;
}

/// "state body jobcenter address" of the row for the health conference.
std::string conference_row(const Found& found) {
    for (const auto& row : found.findings.areas)
        if (row.body_kind.key == "health_conference")
            return std::string{enumerator(row.state).key} + " " + found.key(row.body) + " " +
                   found.key(row.jobcenter) + " " + found.key(row.write_to);
    return "";
}

std::set<std::string> missing(const Found& found, const std::string& body) {
    std::set<std::string> out;
    for (const auto& row : found.findings.missing)
        if (found.key(row.body) == body) out.insert(row.expected.key);
    return out;
}

}  // namespace

TEST_CASE("bodies: how a jobcenter stands to the body of its area") {
    TestTables tables = bochum();
    CHECK(conference_row(look(tables)) == "without_jobcenter kgk jc ga");

    TestTables wished = tables;
    wished.tie("jc", "kgk", TieKind::member_of).status = "proposed";
    CHECK(conference_row(look(wished)) == "proposed kgk jc ga");

    TestTables joined = tables;
    joined.tie("jc", "kgk", TieKind::member_of);
    CHECK(conference_row(look(joined)) == "member kgk jc ga");
    ViewOptions before;
    before.at = "2020";
    joined.ties.back().since = PartialDate{2021, 0, 0};
    CHECK(conference_row(look(joined, before)) == "without_jobcenter kgk jc ga");

    TestTables unknown = tables;
    unknown.ties.clear();
    CHECK(conference_row(look(unknown)) == "members_not_recorded kgk jc ga");

    unknown.tie("ga", "kgk", TieKind::hosts_office);  // says nothing of the members
    const auto office_only = look(unknown);
    CHECK(conference_row(office_only) == "members_not_recorded kgk jc ga");
    CHECK_FALSE(office_only.findings.bodies.front().members);
    CHECK(office_only.findings.bodies.front().jobcenter == analysis::Representation::not_recorded);
    CHECK(office_only.findings.bodies.front().health_office == analysis::Representation::present);

    TestTables nobody = tables;
    std::erase_if(nobody.actors, [](const Actor& a) { return a.key == "jc"; });
    CHECK(conference_row(look(nobody)) == "jobcenter_not_recorded kgk - ga");

    TestTables over = tables;
    over.actors[1].status = "ended";
    CHECK(conference_row(look(over)) == "does_not_exist kgk jc ga");
    over.actors[1].status = "planned";
    CHECK(conference_row(look(over)) == "does_not_exist kgk jc ga");

    TestTables none = tables;
    std::erase_if(none.actors, [](const Actor& a) { return a.key == "kgk"; });
    CHECK(conference_row(look(none)) == "body_not_recorded - jc ga");
}

TEST_CASE("bodies: a branch sits where its head office sits") {
    TestTables tables = bochum();
    tables.actor("zweig", "jobcenter").part_of = {"jc", {}};
    tables.actors.back().serves = {at("05911")};
    const auto before = look(tables);
    CHECK(std::ranges::count(before.findings.areas, SeatState::without_jobcenter,
                             &Bodies::AreaRow::state) == 1);
    tables.tie("jc", "kgk", TieKind::leads);
    const auto after = look(tables);
    CHECK(after.findings.jobcenter_member == 1);
    CHECK(after.findings.without_jobcenter == 0);
}

TEST_CASE("bodies: a jobcenter that follows an ended one is no branch of it") {
    TestTables tables = bochum();
    tables.actor("alt", "jobcenter").status = "ended";
    tables.actors.front().part_of = {"alt", {}};
    CHECK(conference_row(look(tables)) == "without_jobcenter kgk jc ga");
    tables.tie("jc", "kgk", TieKind::member_of);
    const auto found = look(tables);
    CHECK(conference_row(found) == "member kgk jc ga");
    CHECK(found.findings.bodies.front().jobcenter == analysis::Representation::present);
}

TEST_CASE("bodies: a planned jobcenter has no seat in any table") {
    TestTables tables = bochum();
    tables.actors.front().status = "planned";
    tables.tie("jc", "kgk", TieKind::member_of);
    const auto found = look(tables);
    CHECK(conference_row(found) == "jobcenter_not_recorded kgk - ga");
    CHECK(found.findings.bodies.front().jobcenter == analysis::Representation::not_among_recorded);
    CHECK(found.findings.bodies.front().members == 2);
}

TEST_CASE("bodies: of a state-wide network the rows are states") {
    TestTables tables;
    tables.actor("jc", "jobcenter").serves = {at("05")};
    tables.actor("kgk", "health_conference").serves = {at("05")};
    tables.tie("jc", "kgk", TieKind::member_of);
    CHECK(conference_row(look(tables)) == "member kgk jc -");
}

TEST_CASE("bodies: expected members come from the list, and only recorded ones can be missing") {
    TestTables tables = bochum();
    CHECK(missing(look(tables), "kgk") ==
          std::set<std::string>{"health_care", "self_help", "council", "physicians", "clinics",
                                "insurers", "pension", "welfare", "social_administration",
                                "jobcenter", "unemployed_initiative"});
    tables.actor("klinik", "clinic");
    tables.tie("klinik", "kgk", TieKind::member_of);
    const auto with_clinic = missing(look(tables), "kgk");
    CHECK_FALSE(with_clinic.contains("clinics"));
    CHECK_FALSE(with_clinic.contains("health_care"));
    tables.ties.clear();
    CHECK(look(tables).findings.missing.empty());  // no member recorded: nothing is known
    CHECK(look(tables).findings.bodies.front().jobcenter == Representation::not_recorded);
    CHECK_FALSE(look(tables).findings.bodies.front().members);

    TestTables own = bochum();
    own.codes.push_back({{}, "body_templates", "sport", "Sport", "Sport", {}, "sector:sport"});
    own.codes.push_back({{}, "body_templates", "uni", "Hochschule", "University", {}, "research"});
    own.codes.push_back({{}, "body_templates", "council", "Rat", "Council", {}, "none"});
    const auto changed = missing(look(own), "kgk");
    CHECK(changed.contains("uni"));
    CHECK_FALSE(changed.contains("sport"));
    CHECK_FALSE(changed.contains("council"));
}

TEST_CASE("bodies: interlocks are the off-diagonal of A'A") {
    std::mt19937_64 random{7};
    for (int round = 0; round < 200; ++round) {
        const std::size_t actors = 1 + random() % 6;
        const std::size_t groups = 1 + random() % 5;
        TestTables tables;
        for (std::size_t a = 0; a < actors; ++a) tables.actor("a" + std::to_string(a));
        for (std::size_t g = 0; g < groups; ++g) tables.actor("g" + std::to_string(g), "body");
        std::vector<std::vector<int>> matrix(actors, std::vector<int>(groups, 0));
        for (int tie = 0; tie < 12; ++tie) {
            const std::size_t a = random() % actors;
            const std::size_t g = random() % groups;
            matrix[a][g] = 1;  // twice the same tie is one seat
            tables.tie("a" + std::to_string(a), "g" + std::to_string(g),
                       random() % 2 ? TieKind::member_of : TieKind::leads);
        }
        const Found found = look(tables);
        std::map<std::pair<std::string, std::string>, std::int64_t> got;
        for (const auto& row : found.findings.interlocks)
            got[{found.key(row.body), found.key(row.other)}] = row.shared;
        std::map<std::pair<std::string, std::string>, std::int64_t> expected;
        for (std::size_t g = 0; g < groups; ++g)
            for (std::size_t h = g + 1; h < groups; ++h) {
                std::int64_t sum = 0;
                for (std::size_t a = 0; a < actors; ++a) sum += matrix[a][g] * matrix[a][h];
                if (sum > 0) expected[{"g" + std::to_string(g), "g" + std::to_string(h)}] = sum;
            }
        REQUIRE(got == expected);
    }
}

TEST_CASE("bodies: members from elsewhere stay members when an area is chosen") {
    TestTables tables = bochum();
    tables.actor("land", "self_help").serves = {at("15085")};
    tables.tie("land", "kgk", TieKind::member_of);
    ViewOptions options;
    options.area = {"05911"};
    CHECK_FALSE(missing(look(tables, options), "kgk").contains("self_help"));
    options.area = {"15085"};
    CHECK(look(tables, options).findings.bodies.empty());
    CHECK(conference_row(look(tables, options)) == "body_not_recorded - - -");
}

TEST_CASE("bodies: Musterkreis before and after the workshop") {
    const auto before = look(dataset("musterkreis-vorher"));
    const auto after = look(dataset("musterkreis"));
    CHECK(conference_row(before) == "without_jobcenter kgk jc-mk ga");
    CHECK(conference_row(after) == "member kgk jc-mk ga");
    const auto row = [](const Found& found, std::string_view key) {
        return *std::ranges::find_if(found.findings.bodies, [&](const Bodies::BodyRow& body) {
            return (*found.network)[body.actor].key == key;
        });
    };
    CHECK(row(after, "kgk").members == row(before, "kgk").members.value() + 1);
    CHECK(row(after, "kgk").health_office == Representation::present);
    CHECK(row(after, "stg").health_office == Representation::not_among_recorded);
    CHECK(row(after, "psag").jobcenter == Representation::not_among_recorded);
    CHECK(row(after, "ag-arbeit").target_group == Representation::present);
    CHECK(row(after, "stadtrat").jobcenter == Representation::not_recorded);
    CHECK(row(after, "stg").missing == 4);
    CHECK_FALSE(row(after, "psag").missing);      // nobody is expected there
    CHECK_FALSE(row(after, "stadtrat").missing);  // no members recorded
    const auto steering = missing(after, "stg");  // without municipality, social services ...
    CHECK(steering.contains("municipality_steering"));
    CHECK(steering.contains("social_steering"));
    CHECK(steering.contains("health_office_steering"));
    CHECK_FALSE(steering.contains("jobcenter_steering"));
    CHECK(missing(before, "kgk").contains("jobcenter"));
    CHECK_FALSE(missing(after, "kgk").contains("jobcenter"));
}

TEST_CASE("bodies: the health office of Dresden sits in the steering body") {
    const auto found = look(dataset("verzahnung"));
    const auto row = std::ranges::find_if(found.findings.bodies, [&](const auto& body) {
        return found.key(body.actor) == "steuergremium-dresden";
    });
    REQUIRE(row != found.findings.bodies.end());
    CHECK(row->health_office == Representation::present);
    CHECK(row->members == 1);
}

TEST_CASE("bodies: every network has a reading; programmes change nothing") {
    const auto read = [](const TestTables& tables, const ViewOptions& options = {}) {
        return find("bodies")->run(*make_view(tables.network(), options), {})->reading.size();
    };
    TestTables empty;
    CHECK(read(empty) == 1);
    empty.actor("allein");
    CHECK(read(empty) == 1);
    CHECK(read(bochum()) == 3);
    TestTables more = bochum();
    more.actor("programm", "programme");
    more.actor("alle", "health_conference").scope = "category";
    more.tie("programm", "kgk", TieKind::part_of);
    more.tie("alle", "programm", TieKind::participates_in);
    CHECK(conference_row(look(more)) == conference_row(look(bochum())));
    CHECK(look(more).findings.body_count == look(bochum()).findings.body_count);
}
