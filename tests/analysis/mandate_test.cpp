// What `paths --mandate` makes of legal bases that are not recorded, unknown, or of another time.

#include <lotse/analysis/paths.hpp>
#include <lotse/model/mandates.hpp>

#include <networks.hpp>

#include <catch2/catch.hpp>

using namespace lotse;
using analysis::Legality;
using analysis::Paths;

namespace {

struct Answer {
    Paths::Findings findings;
    std::string reading;  ///< in English
};

Answer mandate(const TestTables& tables, const char* from, const char* to, const char* at = "") {
    analysis::ViewOptions options;
    options.at = at;
    const auto view = analysis::make_view(tables.network(), options);
    REQUIRE(view);
    Paths::Options question;
    question.from = from;
    question.to = to;
    question.mandate = Flag::on;
    auto findings = Paths::run(*view, question);
    REQUIRE(findings);
    Document document;
    Paths::explain(*view, *findings, document);
    Answer out{*std::move(findings), {}};
    for (const Message& sentence : document.reading) out.reading += sentence.en + '\n';
    return out;
}

Legality legality(TestTables& tables, const char* basis, const char* at) {
    tables.ties.clear();
    tables.tie("jc", "kgk", TieKind::member_of).legal_basis = basis;
    const Answer answer = mandate(tables, "jc", "kgk", at);
    return answer.findings.paths.empty() ? Legality::outside
                                         : answer.findings.paths.front().legality;
}

const std::string not_recorded = "without a recorded legal basis: ";
const std::string no_rule = "no rule in force for who acts: ";

}  // namespace

TEST_CASE("a basis that is recorded is not called not recorded") {
    TestTables tables;
    tables.actor("a", "other");
    tables.actor("b", "other");
    tables.tie("a", "b", TieKind::refers_to).legal_basis = "sgb2-16a";  // a has no legal circle
    const auto found = mandate(tables, "a", "b");
    CHECK(found.findings.paths.front().legality == Legality::unclear);
    CHECK(found.reading.find(not_recorded) == std::string::npos);
    CHECK(found.reading.find(no_rule + "1. Recorded is: ") != std::string::npos);
    CHECK(found.reading.find("16a SGB II") != std::string::npos);
}

TEST_CASE("what is not recorded and what no rule speaks of is counted apart") {
    TestTables tables;
    tables.actor("jc", "jobcenter");
    for (const char* key : {"a", "b", "c", "goal"}) tables.actor(key, "clinic").legal = {"free"};
    for (const char* key : {"a", "b", "c"}) tables.tie(key, "goal", TieKind::refers_to);
    tables.tie("jc", "a", TieKind::refers_to).legal_basis = "Kreistagsbeschluss";
    tables.tie("jc", "b", TieKind::refers_to);
    tables.tie("jc", "c", TieKind::refers_to);
    const auto found = mandate(tables, "jc", "goal");
    CHECK(found.findings.paths.size() == 3);
    CHECK(found.reading.find(not_recorded + "2.") != std::string::npos);
    CHECK(found.reading.find(no_rule + "1. Recorded is: Kreistagsbeschluss.") != std::string::npos);
}

TEST_CASE("the health conference of North Rhine-Westphalia: § 24 until June 2025, then § 22") {
    TestTables tables;
    tables.actor("jc", "jobcenter");
    tables.actor("kgk", "health_conference");
    const char* old_law = "oegdg-nrw-24";
    const char* new_law = "oegdg-nrw-2025-22";
    CHECK(legality(tables, old_law, "2025-05-31") == Legality::legal);
    CHECK(legality(tables, new_law, "2025-05-31") == Legality::outside);
    CHECK(legality(tables, old_law, "2025-06-15") == Legality::legal);
    CHECK(legality(tables, new_law, "2025-06-15") == Legality::legal);
    for (const char* today : {"2025-07-01", "2026-10-01", ""}) {
        INFO(today);
        CHECK(legality(tables, old_law, today) == Legality::unclear);
        CHECK(legality(tables, new_law, today) == Legality::legal);
    }
    CHECK(legality(tables, "sgb12-4", "2026-10-01") == Legality::outside);
}

TEST_CASE("who could act on § 24 can act on § 22") {
    std::vector<std::string> before;
    std::vector<std::string> after;
    for (const Mandate& rule : mandates()) {
        if (rule.legal_basis == "oegdg-nrw-24") before.push_back(rule.circle);
        if (rule.legal_basis == "oegdg-nrw-2025-22") after.push_back(rule.circle);
    }
    CHECK_FALSE(before.empty());
    CHECK(before == after);
}
