#include <lotse/analysis/evaluation.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;
using namespace lotse::analysis;

namespace {

struct Found {
    std::shared_ptr<const Network> network;
    Evaluation::Findings findings;

    const Evaluation::OfferRow& offer(std::string_view key) const {
        const auto it = std::ranges::find(findings.offers, *network->find_offer(key),
                                          &Evaluation::OfferRow::offer);
        REQUIRE(it != findings.offers.end());
        return *it;
    }
    std::string key(ActorId id) const { return (*network)[id].key; }
};

Found look(const TestTables& tables, const ViewOptions& options = {}) {
    const auto view = make_view(tables.network(), options);
    REQUIRE(view);
    return {view->network, *Evaluation::run(*view, {})};
}

std::vector<std::string> keys(const std::vector<Choice>& choices) {
    std::vector<std::string> out;
    for (const Choice& choice : choices) out.push_back(choice.key);
    return out;
}

using Keys = std::vector<std::string>;

/// A club with four offers: evaluated, not, not recorded, planned.
TestTables club() {
    TestTables tables;
    tables.actor("verein");
    tables.offer("ja", "LP-BEW", "verein").evaluated = ThreeValued::yes;
    tables.offer("nein", "LP-BEW", "verein").evaluated = ThreeValued::no;
    tables.offer("offen", "LP-ERN", "verein");
    tables.offer("geplant", "LP-ERN", "verein").status = "planned";
    return tables;
}

}  // namespace

TEST_CASE("evaluation: a word that no list of certificates knows is no certificate") {
    TestTables tables = club();
    for (const char* word : {"zpp", "none", "läuft ab", ""})
        tables.offer(std::string{"c-"} + word, "LP-BEW", "verein").certified = word;
    const Found found = look(tables);
    CHECK(found.findings.certified == 1);
    CHECK(found.offer("c-none").certified->key == "none");
    CHECK_FALSE(found.offer("c-läuft ab").certified);
    CHECK_FALSE(found.offer("c-").certified);
}

TEST_CASE("evaluation: the share has bounds, and planned or ended offers stay out of it") {
    TestTables tables = club();
    tables.offer("vorbei", "LP-BEW", "verein").status = "ended";
    const Found found = look(tables);
    CHECK(found.findings.running == 3);
    CHECK(found.findings.evaluated == 1);
    CHECK(found.findings.not_evaluated == 1);
    CHECK(found.findings.not_recorded == 1);
    CHECK(found.findings.planned == 1);
    CHECK(*found.findings.share_low == Approx(1.0 / 3));
    CHECK(*found.findings.share_high == Approx(2.0 / 3));
    CHECK(found.findings.offers.size() == 4);
    CHECK((*found.network)[found.findings.offers.front().offer].key == "nein");
    REQUIRE(found.findings.topics.size() == 2);
    CHECK(found.findings.topics.front().topic.key == "LP-BEW");
    CHECK(*found.findings.topics.front().share_low == 0.5);
    CHECK(*found.findings.topics.front().share_high == 0.5);
    CHECK(*found.findings.topics.back().share_low == 0.0);
    CHECK(*found.findings.topics.back().share_high == 1.0);
}

TEST_CASE("evaluation: who evaluates a provider or its programme is named, no more") {
    TestTables tables = club();
    tables.actor("uni", "research");
    tables.actor("institut", "research");
    tables.actor("programm", "programme");
    tables.actor("stiftung", "other");
    tables.tie("verein", "programm", TieKind::participates_in);
    tables.tie("institut", "programm", TieKind::evaluates);
    tables.tie("uni", "verein", TieKind::evaluates);
    tables.tie("stiftung", "uni", TieKind::funds);
    const Found found = look(tables);
    const auto& row = found.offer("offen");
    CHECK(row.evaluated == ThreeValued::unknown);
    CHECK(keys(row.evaluators) == Keys{"institut", "uni"});
    CHECK(keys(row.through) == Keys{"programm"});
    CHECK(keys(row.funders) == Keys{"stiftung"});
    REQUIRE(found.findings.programmes.size() == 1);
    CHECK(found.findings.programmes.front().evaluated == ThreeValued::yes);
    CHECK(found.findings.programmes.front().participants == 1);
    ViewOptions later;
    later.at = "2030";
    tables.ties[1].until = PartialDate{2029, 0, 0};
    CHECK(look(tables, later).findings.programmes_evaluated == 1);  // it was
    tables.ties[1].since = PartialDate{2031, 0, 0};
    tables.ties[1].until.reset();
    CHECK(look(tables, later).findings.programmes_evaluated == 0);
    CHECK(look(tables, later).findings.programmes.front().evaluated == ThreeValued::unknown);
}

TEST_CASE("evaluation: feedback of referrals that speak of the topic") {
    TestTables tables = club();
    tables.actor("jc", "jobcenter");
    tables.tie("jc", "verein", TieKind::refers_to).feedback = ThreeValued::yes;
    tables.tie("jc", "verein", TieKind::refers_to).topics = {"LP-ERN"};
    Tie& other = tables.tie("jc", "verein", TieKind::refers_to);
    other.topics = {"LP-BEW"};
    other.feedback = ThreeValued::no;
    const Found found = look(tables);
    CHECK(found.offer("ja").referrals == 2);
    CHECK(found.offer("ja").with_feedback == 1);
    CHECK(found.offer("ja").feedback_not_recorded == 0);
    CHECK(found.offer("offen").referrals == 2);
    CHECK(found.offer("offen").feedback_not_recorded == 1);
}

TEST_CASE("evaluation: who could evaluate, by steps to a jobcenter") {
    TestTables tables;
    tables.actor("jc", "jobcenter");
    tables.actor("mitte");
    tables.actor("nah", "research");
    tables.actor("fern", "research");
    tables.actor("allein", "research");
    tables.actor("alle", "research").scope = "category";
    tables.tie("fern", "mitte");
    tables.tie("mitte", "jc");
    tables.tie("nah", "jc", TieKind::advises);
    const Found found = look(tables);
    REQUIRE(found.findings.evaluators.size() == 3);
    CHECK(found.key(found.findings.evaluators[0].actor) == "nah");
    CHECK(found.findings.evaluators[0].steps == 1);
    CHECK(found.findings.evaluators[1].steps == 2);
    CHECK(found.key(found.findings.evaluators[2].actor) == "allein");
    CHECK_FALSE(found.findings.evaluators[2].steps);
}

TEST_CASE("evaluation: a programme shortens no way to a jobcenter") {
    TestTables tables;
    tables.actor("jc", "jobcenter");
    tables.actor("uni", "research");
    tables.actor("programm", "programme");
    tables.tie("jc", "programm", TieKind::participates_in);
    tables.tie("uni", "programm", TieKind::evaluates);
    CHECK_FALSE(look(tables).findings.evaluators.front().steps);
    ViewOptions everything;
    everything.layer = Layer::all;
    CHECK(look(tables, everything).findings.evaluators.front().steps == 2);
}

TEST_CASE("evaluation: options choose offers, and groups that are not recorded are told") {
    TestTables tables = club();
    tables.offers[0].targets = {"unemployed"};
    tables.offers[1].targets = {"women"};
    ViewOptions options;
    options.target = {"sgb2"};
    const Found found = look(tables, options);
    CHECK(found.findings.running == 1);
    CHECK(found.findings.without_group == 2);  // running and planned
    ViewOptions topic;
    topic.topic = {"LP-ERN"};
    CHECK(look(tables, topic).findings.running == 1);
    CHECK(look(tables, topic).findings.topics.size() == 1);
}

TEST_CASE("evaluation: Musterkreis") {
    const Found found = look(dataset("musterkreis"));
    CHECK(found.findings.running + found.findings.planned == 59);  // of 60, one has ended
    CHECK(found.findings.running ==
          found.findings.evaluated + found.findings.not_evaluated + found.findings.not_recorded);
    CHECK(found.findings.evaluated == 11);  // counted by hand in offers.csv
    CHECK(found.offer("o-bew-01").evaluated == ThreeValued::yes);
    CHECK(found.offer("o-fam-01").evaluated == ThreeValued::unknown);
    CHECK(found.offer("o-bew-02").evaluated == ThreeValued::no);
    REQUIRE(found.findings.programmes.size() == 1);
    CHECK(keys(found.findings.programmes.front().evaluators) == Keys{"hs"});
    REQUIRE(found.findings.evaluators.size() == 1);
    CHECK(found.key(found.findings.evaluators.front().actor) == "hs");
}

TEST_CASE("evaluation: without offers nothing is called not evaluated; every network reads") {
    const auto read = [](const TestTables& tables) {
        return find("evaluation")->run(*make_view(tables.network(), {}), {})->reading.size();
    };
    TestTables empty;
    CHECK(read(empty) == 2);
    empty.actor("allein");
    CHECK(read(empty) == 2);
    CHECK_FALSE(look(empty).findings.share_low);
    CHECK(read(dataset("verzahnung")) >= 3);
    TestTables gone = dataset("musterkreis");
    gone.offers.clear();
    CHECK(look(gone).findings.not_evaluated == 0);
    CHECK_FALSE(look(gone).findings.share_high);
}

TEST_CASE("evaluation: what is not recorded is not called missing") {
    const auto last = [](const TestTables& tables) {
        return find("evaluation")->run(*make_view(tables.network(), {}), {})->reading.back().en;
    };
    TestTables tables;
    tables.actor("uni", "research");
    CHECK_THAT(last(tables), Catch::Contains("no jobcenter is recorded in this part"));
    tables.actor("jc", "jobcenter");
    CHECK_THAT(last(tables), Catch::Contains("no way from there to a jobcenter is recorded"));
    tables.tie("uni", "jc");
    CHECK_THAT(last(tables), Catch::Contains("steps to the nearest jobcenter: 1"));
}
