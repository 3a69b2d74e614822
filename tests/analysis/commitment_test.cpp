#include <lotse/analysis/commitment.hpp>

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
    Commitment::Findings findings;

    std::string key(ActorId id) const { return (*network)[id].key; }
};

Found look(const TestTables& tables, const ViewOptions& options = {}) {
    const auto view = make_view(tables.network(), options);
    REQUIRE(view);
    return {view->network, *Commitment::run(*view, {})};
}

std::map<std::string, std::int64_t> levels(const Found& found) {
    std::map<std::string, std::int64_t> out;
    for (const auto& row : found.findings.levels)
        if (row.ties > 0) out[row.level.key] = row.ties;
    return out;
}

std::map<std::string, Formality> formality(const Found& found) {
    std::map<std::string, Formality> out;
    for (const auto& row : found.findings.dyad_rows)
        out[found.key(row.from) + found.key(row.to)] = row.formality;
    return out;
}

}  // namespace

TEST_CASE("commitment: level 0 and a level that is not recorded stay apart") {
    TestTables tables = lettered(4, "AB BC CD");
    tables.ties[0].level = 0;
    tables.ties[1].level = 3;
    const Found found = look(tables);
    using Counts = std::map<std::string, std::int64_t>;
    CHECK(levels(found) == Counts{{"0", 1}, {"3", 1}, {"not_recorded", 1}});
    CHECK(found.findings.binding == 1);
    CHECK(*found.findings.binding_share == 0.5);
    CHECK(found.findings.level_not_recorded == 1);
    CHECK(formality(found) == std::map<std::string, Formality>{{"AB", Formality::informal},
                                                               {"BC", Formality::informal},
                                                               {"CD", Formality::not_recorded}});
    CHECK(*found.findings.formal_share_low == 0.0);
    CHECK(*found.findings.formal_share_high == Approx(1.0 / 3));
}

TEST_CASE("commitment: a common agreement or level 4 makes a pair formal") {
    TestTables tables = lettered(4, "AB BC AD");
    tables.ties[0].level = 1;
    tables.ties[1].level = 4;
    tables.ties[2].level = 2;
    tables.actor("V", "agreement").until = PartialDate{2026, 12, 31};
    for (const char* party : {"A", "B", "C"}) tables.tie(party, "V", TieKind::party_to);
    const Found found = look(tables);
    CHECK(formality(found) == std::map<std::string, Formality>{{"AB", Formality::formal},
                                                               {"BC", Formality::formal},
                                                               {"AD", Formality::informal}});
    CHECK(found.findings.agreements == 1);
    CHECK(found.findings.agreement_only == 1);  // A and C
    CHECK(found.findings.ties == 3);            // being party to V is no tie between partners

    tables.actors.back().status = "ended";
    CHECK(formality(look(tables)).at("AB") == Formality::informal);
    ViewOptions later;
    later.at = "2028";
    tables.actors.back().status = "active";
    CHECK(formality(look(tables, later)).at("AB") == Formality::informal);
}

TEST_CASE("commitment: multiplexity counts kinds, and pairs on a single tie are counted") {
    std::mt19937_64 random{11};
    constexpr std::array kinds{TieKind::cooperates, TieKind::refers_to, TieKind::informs};
    for (int round = 0; round < 300; ++round) {
        const std::size_t n = 1 + random() % 5;
        TestTables tables = lettered(n, "");
        std::map<std::pair<std::size_t, std::size_t>, std::pair<int, std::set<TieKind>>> expected;
        for (std::size_t i = random() % 10; i > 0; --i) {
            const std::size_t a = random() % n;
            const std::size_t b = random() % n;
            const TieKind kind = kinds[random() % kinds.size()];
            tables.tie(std::string(1, static_cast<char>('A' + a)),
                       std::string(1, static_cast<char>('A' + b)), kind);
            if (a == b) continue;
            auto& bond = expected[std::minmax(a, b)];
            ++bond.first;
            bond.second.insert(kind);
        }
        const Found found = look(tables);
        REQUIRE(found.findings.dyad_rows.size() == expected.size());
        std::int64_t single = 0;
        std::int64_t multiplex = 0;
        for (const auto& [pair, bond] : expected) {
            const auto row =
                std::ranges::find_if(found.findings.dyad_rows, [&, ends = pair](const auto& dyad) {
                    return dyad.from.index() == ends.first && dyad.to.index() == ends.second;
                });
            REQUIRE(row != found.findings.dyad_rows.end());
            REQUIRE(row->ties == bond.first);
            REQUIRE(row->multiplexity == static_cast<std::int64_t>(bond.second.size()));
            single += bond.first == 1;
            multiplex += bond.second.size() > 1;
        }
        REQUIRE(found.findings.single == single);
        REQUIRE(found.findings.multiplex == multiplex);
        std::int64_t by_kind = 0;
        for (const auto& row : found.findings.kinds) by_kind += row.ties;
        std::int64_t by_sector = 0;
        for (const auto& row : found.findings.sectors) by_sector += row.ties;
        REQUIRE(by_kind == found.findings.ties);
        REQUIRE(by_sector == found.findings.ties);
    }
}

TEST_CASE("commitment: what ends in less than twelve months") {
    const auto ends = [](PartialDate until) {
        TestTables tables = lettered(2, "AB");
        tables.ties.front().until = until;
        ViewOptions options;
        options.at = "2026-06-30";
        return look(tables, options).findings.endings.size();
    };
    CHECK(ends({2026, 6, 30}) == 1);
    CHECK(ends({2027, 6, 29}) == 1);
    CHECK(ends({2027, 6, 30}) == 0);
    CHECK(ends({2026, 6, 29}) == 0);  // over, hence no tie any more
    CHECK(ends({2026, 0, 0}) == 1);
}

TEST_CASE("commitment: confirmation and feedback keep what is not recorded apart") {
    TestTables tables = lettered(4, "");
    tables.tie("A", "B", TieKind::refers_to).confirmed_by = "both";
    tables.tie("A", "C", TieKind::refers_to).confirmed_by = "from";
    tables.tie("A", "D", TieKind::refers_to);
    tables.tie("B", "C").confirmed_by = "telefonisch";  // neither of the four answers
    tables.ties[0].feedback = ThreeValued::yes;
    tables.ties[1].feedback = ThreeValued::no;
    const Found found = look(tables);
    CHECK(found.findings.confirmed == 1);
    CHECK(found.findings.not_confirmed == 1);
    CHECK(found.findings.confirmation_not_recorded == 2);
    CHECK(found.findings.feedback_yes == 1);
    CHECK(found.findings.feedback_no == 1);
    CHECK(found.findings.feedback_not_recorded == 1);
    CHECK(found.findings.feedback.front().feedback == ThreeValued::no);
}

TEST_CASE("commitment: joint projects of jobcenter and health conference") {
    TestTables tables;
    tables.actor("jc", "jobcenter").serves = {at("05911")};
    tables.actor("kgk", "health_conference").serves = {at("05911")};
    const auto joint = [](const TestTables& t) { return look(t).findings.pairs.front().joint; };
    CHECK(joint(tables) == 0);
    tables.tie("jc", "kgk").level = 2;
    CHECK(joint(tables) == 0);
    tables.ties.back().level = 3;
    CHECK(joint(tables) == 1);
    tables.actor("ag", "working_group").part_of = {"kgk", {}};
    CHECK(joint(tables) == 1);
    tables.tie("jc", "ag", TieKind::leads);
    CHECK(joint(tables) == 2);
    tables.actor("programm", "programme");
    tables.tie("jc", "programm", TieKind::participates_in);
    CHECK(joint(tables) == 2);
    tables.tie("kgk", "programm", TieKind::accompanies);
    CHECK(joint(tables) == 3);
    tables.offer("o", "LP-BEW", "jc").providers.push_back({"kgk", {}});
    CHECK(joint(tables) == 4);
}

TEST_CASE("commitment: the jobcenter that goes on from an ended one is no branch") {
    TestTables tables;
    tables.actor("old", "jobcenter").area = at("05911");
    Actor& jobcenter = tables.actor("jc", "jobcenter");
    jobcenter.area = at("05911");
    jobcenter.part_of.key = "old";
    tables.actor("kgk", "health_conference").area = at("05911");
    CHECK(look(tables).findings.pairs.size() == 1);  // of the head office
    tables.actors[0].status = "ended";
    const Found found = look(tables);
    REQUIRE(found.findings.pairs.size() == 1);
    CHECK(found.key(found.findings.pairs.front().jobcenter) == "jc");
}

TEST_CASE("commitment: programmes and agreements change no count of the layer of actors") {
    TestTables tables = lettered(3, "AB BC");
    const auto plain = look(tables).findings;
    tables.actor("P", "programme");
    tables.actor("alle", "sports_club").scope = "category";
    tables.tie("A", "P", TieKind::participates_in);
    tables.tie("B", "alle").level = 4;
    const auto more = look(tables).findings;
    CHECK(more.ties == plain.ties);
    CHECK(more.dyads == plain.dyads);
    CHECK(more.formal == plain.formal);
}

TEST_CASE("commitment: Musterkreis before and after the workshop") {
    const Found before = look(dataset("musterkreis-vorher"));
    const Found after = look(dataset("musterkreis"));
    const auto pair = [](const Found& found) {
        return *std::ranges::find_if(found.findings.pairs, [&](const Commitment::Pair& row) {
            return found.key(row.jobcenter) == "jc-mk";
        });
    };
    CHECK(after.findings.pairs.size() == 1);  // the branch in Waldau is no pair of its own
    CHECK(pair(before).joint == 0);
    REQUIRE(pair(after).joint == 1);  // it leads the new working group of the conference
    CHECK(pair(after).projects.front().key == "ag-arbeit");
    CHECK(pair(after).to_jobcenter == 1);
    std::int64_t sum = 0;
    for (const auto& row : after.findings.levels) sum += row.ties;
    CHECK(sum == after.findings.ties);
    CHECK(std::ranges::any_of(after.findings.endings, [&](const Commitment::Ending& row) {
        return after.key(row.from) == "ve-sucht" && !row.to;
    }));
}

TEST_CASE("commitment: every network has a reading") {
    const auto read = [](const TestTables& tables) {
        return find("commitment")->run(*make_view(tables.network(), {}), {})->reading.size();
    };
    TestTables empty;
    CHECK(read(empty) == 1);
    empty.actor("allein");
    CHECK(read(empty) == 1);
    CHECK(read(lettered(2, "AB AB")) == 3);
    CHECK(read(dataset("verzahnung")) >= 3);
}
