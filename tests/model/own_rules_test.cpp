// Values of own rules that no analysis can use.

#include "typed_rows.hpp"

#include <catch2/catch.hpp>

using namespace lotse;
using Found = std::vector<std::string>;

namespace {

BuildResult build(const std::string& list, const std::string& code, const std::string& rule) {
    NetworkBuilder builder;
    add(builder, "actors", {{"key", "name", "kind"}, {"a", "A", "other"}});
    add(builder, "codes",
        {{"list", "code", "de", "en", "rule"},
         {"travel_modes", "pedelec", "Pedelec", "pedelec", ""},
         {list, code, "Eigen", "own", rule}});
    return std::move(builder).finish();
}

/// The English words of the warnings.
std::string words(const std::string& list, const std::string& code, const std::string& rule) {
    std::string out;
    for (const Issue& issue : build(list, code, rule).issues) {
        CHECK(issue.severity == Severity::warning);
        CHECK(issue.code == "unusable-rule");
        out += issue.message.en + '\n';
    }
    return out;
}

const std::string usable =
    "mode=pedelec; settlement=1; detour=1,3; speed_kmh=25; threshold_minutes=30";

}  // namespace

TEST_CASE("a rule for ways needs a mode and numbers in bounds") {
    CHECK(words("travel_rules", "p-1", usable).empty());
    CHECK(words("travel_rules", "p-1",
                "mode=pedelec; detour=1; speed_kmh=1000; "
                "threshold_minutes=0.1")
              .empty());
    CHECK(found(build("travel_rules", "p-1",
                      "mode=pedelec; detour=1.3; speed_kmh=25; threshold_minutes=12000")) ==
          Found{"codes.csv:3:5 unusable-rule"});
    CHECK(words("travel_rules", "p-1",
                "mode=pedelec; detour=0.9; speed_kmh=fast; threshold_minutes=12000") ==
          "rule: detour is '0.9'; needed is a number from 1 to 100. As it is, the rule does not "
          "hold.\n"
          "rule: speed_kmh is 'fast'; needed is a number from 0.1 to 1,000. As it is, the rule "
          "does not hold.\n"
          "rule: threshold_minutes is '12000'; needed is a number from 0.1 to 10,000. As it is, "
          "the rule does not hold.\n");
    CHECK(words("travel_rules", "p-1", "mode=tandem; settlement=9" + usable.substr(26)) ==
          "rule: mode is 'tandem'; needed is a code of the list travel_modes (lotse list codes). "
          "As it is, the rule does not hold.\n"
          "rule: settlement is '9'; needed is a code of the list settlement_classes (lotse list "
          "codes).\n");
    CHECK(words("travel_rules", "p-1", "mode=pedelec; detour=1.3; speed_kmh=25") ==
          "rule: threshold_minutes is missing; needed is a number from 0.1 to 10,000. As it is, "
          "the rule does not hold.\n");
}

TEST_CASE("a row that changes a rule of the program keeps what it does not name") {
    const std::string code = "public_transport-3";
    const auto issues = [&](const std::string& rule) {
        return found(build("travel_rules", code, rule));
    };
    CHECK(issues("threshold_minutes=40") == Found{"codes.csv:3:2 replaced-code"});
    CHECK(issues("") == Found{"codes.csv:3:2 replaced-code"});
}

TEST_CASE("the numbers of other rules are checked too") {
    CHECK(words("duration_rules", "long", "topics=LP-SUC; targets=addiction; min_weeks=viele")
              .find("min_weeks is 'viele'; needed is a number from 0.1 to 5,200.") == 6);
    CHECK(
        words("duration_rules", "long", "topics=LP-SUC; targets=addiction; min_weeks=26").empty());
    CHECK(words("duration_rules", "long", "topics=LP-SUC; min_weeks=26")
              .find("targets is missing; needed is codes of the list targets") == 6);
    CHECK(words("duration_rules", "long", "topics=BEWEGUNG; targets=addiction; min_weeks=26")
              .find("topics is 'BEWEGUNG'; needed is codes of the list topics") == 6);
    CHECK(words("funding_instruments", "fund", "allowed=yes; max_share=80")
              .find("max_share is '80'; needed is a number from 0 to 1.") == 6);
    CHECK(words("funding_instruments", "fund", "allowed=yes").empty());
    CHECK(words("review_periods", "own", "12,5")
              .find("rule is '12,5'; needed is a whole number from 1 to 1,200.") == 6);
}
