// Own rules for ways that no analysis can use are named, never dropped without a word.

#include <lotse/analysis/cascade.hpp>
#include <lotse/analysis/reach.hpp>

#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;
using namespace lotse::analysis;

namespace {

OwnCode own(std::string list, std::string code, std::string rule = {}) {
    OwnCode row;
    row.list = std::move(list);
    row.code = row.de = row.en = std::move(code);
    row.rule = std::move(rule);
    return row;
}

/// With a mode of its own, most used for the ways, and its rule.
TestTables pedelec(std::string rule) {
    TestTables t;
    t.actor("club").area.key = "05911";
    t.codes.push_back(own("travel_modes", "pedelec"));
    t.codes.push_back(own("travel_rules", "p-1", std::move(rule)));
    Travel& way = t.travel.emplace_back();
    way.from = "05911";
    way.to = "05913";
    way.mode = "pedelec";
    way.minutes = 40;
    return t;
}

template <class Analysis>
std::string notes(const TestTables& tables, const typename Analysis::Options& options = {}) {
    const auto view = make_view(tables.network(), {});
    REQUIRE(view);
    const auto found = Analysis::run(*view, options);
    REQUIRE(found);
    Document document;
    Analysis::explain(*view, *found, document);
    std::string out = found->mode.key + '\n';
    for (const Message& note : document.notes) out += note.en + '\n';
    return out;
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

constexpr std::string_view unusable = "values are missing or cannot be used: p-1.";

}  // namespace

TEST_CASE("reach and cascade name own rules that do not hold", "[reach][cascade]") {
    const TestTables faulty =
        pedelec("mode=pedelec; settlement=1; detour=1.3; speed_kmh=25; threshold_minutes=12000");
    CHECK(notes<Reach>(faulty).starts_with("public_transport\n"));
    CHECK(holds(notes<Reach>(faulty), unusable));
    CHECK(holds(notes<Cascade>(faulty), unusable));
    Reach::Options threshold;
    threshold.threshold = 30;  // stands in for the faulty number
    CHECK(notes<Reach>(faulty, threshold).starts_with("pedelec\n"));
    CHECK_FALSE(holds(notes<Reach>(faulty, threshold), unusable));
    CHECK_FALSE(holds(notes<Reach>(pedelec("mode=pedelec; settlement=1; detour=1.3; speed_kmh=25; "
                                           "threshold_minutes=30")),
                      unusable));
    CHECK(holds(notes<Reach>(pedelec("mode=tandem; settlement=1; detour=1.3; speed_kmh=25; "
                                     "threshold_minutes=30")),
                unusable));
}

TEST_CASE("asked for a mode of which every rule is faulty, the error names them", "[reach]") {
    const TestTables faulty =
        pedelec("mode=pedelec; settlement=1; detour=0.3; speed_kmh=25; threshold_minutes=30");
    Reach::Options options;
    options.mode = "pedelec";
    const auto view = make_view(faulty.network(), {});
    const auto refused = Reach::run(*view, options);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::usage);
    CHECK(holds(refused.error().message.en, "'pedelec' do not hold (p-1)"));
}
