#include <lotse/analysis/cascade.hpp>

#include "acceptability.hpp"

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <functional>
#include <map>

using namespace lotse;
using analysis::Cascade;
using analysis::Stage;

namespace {

analysis::ViewOptions look(std::vector<std::string> topics, std::vector<std::string> legal = {}) {
    analysis::ViewOptions out;
    out.topic = std::move(topics);
    out.legal = std::move(legal);
    return out;
}

Cascade::Findings cascade(const TestTables& tables, const analysis::ViewOptions& view_options = {},
                          const Cascade::Options& options = {}) {
    const auto view = analysis::make_view(tables.network(), view_options);
    REQUIRE(view);
    const auto findings = Cascade::run(*view, options);
    REQUIRE(findings);
    return *findings;
}

/// "yes yes no no no acceptable": the stages and the drop.
std::string words(const Cascade::Cell& cell) {
    std::string out;
    for (const ThreeValued v :
         {cell.exists, cell.reachable, cell.acceptable, cell.contact, cell.effective})
        out += std::string{enumerator(v).key} + " ";
    return out + (cell.largest_drop ? std::string{enumerator(*cell.largest_drop).key} : "-");
}

std::map<std::string, std::string> cells(const TestTables& tables,
                                         const Cascade::Findings& findings) {
    const auto network = tables.network();
    std::map<std::string, std::string> out;
    for (const auto& cell : findings.areas)
        out[network->name_of(cell.area).key + " " + cell.topic.key] = words(cell);
    return out;
}

/// One municipality, one offer in it that passes every stage.
TestTables town() {
    TestTables tables;
    Area& area = tables.areas.emplace_back();
    area.key = area.name = "a";
    area.level = "municipality";
    area.settlement = "2";
    area.population = 1000;
    area.lat = 51;
    area.lon = 10;
    tables.actor("jc", "jobcenter").serves.push_back({"a", {}});
    tables.actor("club");
    Tie& tie = tables.tie("jc", "club", TieKind::refers_to);
    tie.topics = {"LP-BEW"};
    tie.feedback = ThreeValued::unknown;
    Venue& venue = tables.venues.emplace_back();
    venue.key = venue.name = "v";
    venue.kind = "school";
    venue.area.key = "a";
    venue.lat = 51.01;
    venue.lon = 10;
    Offer& offer = tables.offer("o", "LP-BEW", "club");
    offer.venues.push_back({"v", {}});
    offer.free = offer.voluntary = offer.neutral_title = offer.evaluated = ThreeValued::yes;
    offer.open_to = "public";
    offer.delivery = "on_site";
    offer.status = "active";
    offer.as_of = PartialDate{2026, 6, 30};
    return tables;
}

std::string with(const std::function<void(TestTables&, Offer&)>& change,
                 const analysis::ViewOptions& options = look({"LP-BEW"})) {
    TestTables tables = town();
    change(tables, tables.offers.front());
    return cells(tables, cascade(tables, options)).at("a LP-BEW");
}

int order(ThreeValued v) {
    return v == ThreeValued::yes ? 2 : v == ThreeValued::unknown ? 1 : 0;
}

}  // namespace

TEST_CASE("each stage of one offer") {
    const auto nothing = [](TestTables&, Offer&) {};
    CHECK(with(nothing) == "yes yes yes yes yes -");
    CHECK(with([](auto& t, Offer&) { t.offers.clear(); }) ==
          "unknown unknown unknown unknown unknown -");
    CHECK(with([](auto&, Offer& o) { o.status = "planned"; }) ==
          "unknown unknown unknown unknown unknown -");
    CHECK(with([](auto& t, Offer&) { t.venues.front().lat = 52; }) == "yes no no no no reachable");
    CHECK(with([](auto& t, Offer&) {
              t.venues.front().lat.reset();
              t.areas.front().lat.reset();
          }) == "yes yes yes yes yes -");  // in the area itself, as an offer for the area
    for (const auto& spoil : std::vector<std::function<void(TestTables&, Offer&)>>{
             [](auto&, Offer&o) { o.free = ThreeValued::no; },
             [](auto&, Offer&o) { o.fee_eur = 10; },
             [](auto&, Offer&o) { o.voluntary = ThreeValued::no; },
             [](auto&, Offer&o) { o.neutral_title = ThreeValued::no; },
             [](auto&, Offer&o) { o.open_to = "jobcenter_only"; },
             [](auto&, Offer&o) { o.delivery = "online"; },
             [](auto&t, Offer&) { t.venues.front().kind = "jobcenter"; }})
        CHECK(with(spoil) == "yes yes no no no acceptable");
    for (const auto& forget : std::vector<std::function<void(TestTables&, Offer&)>>{
             [](auto&, Offer&o) { o.free = ThreeValued::unknown; },
             [](auto&, Offer&o) { o.open_to = ""; }, [](auto&, Offer&o) { o.delivery = ""; },
             [](auto&t, Offer&) { t.venues.front().kind = ""; }})
        CHECK(with(forget) == "yes yes unknown unknown unknown -");
    CHECK(with([](auto&, Offer& o) { o.evaluated = ThreeValued::unknown; }) ==
          "yes yes yes yes unknown -");
    CHECK(with([](auto&, Offer& o) { o.evaluated = ThreeValued::no; }) ==
          "yes yes yes yes unknown -");  // feedback is not recorded
    CHECK(with([](auto& t, Offer& o) {
              o.evaluated = ThreeValued::no;
              t.ties.front().feedback = ThreeValued::no;
          }) == "yes yes yes yes no effective");
    CHECK(with([](auto& t, Offer& o) {
              o.evaluated = ThreeValued::no;
              t.ties.front().feedback = ThreeValued::yes;
          }) == "yes yes yes yes yes -");
}

TEST_CASE("contact: who leads there") {
    const auto tie = [](const std::function<void(Tie&)>& change) {
        return with([&](auto& t, Offer&) { change(t.ties.front()); });
    };
    CHECK(tie([](Tie& t) { t.topics.clear(); }) == "yes yes yes yes yes -");
    CHECK(tie([](Tie& t) { t.topics = {"LP-ERN"}; }) == "yes yes yes no no contact");
    CHECK(tie([](Tie& t) { t.kind = TieKind::informs; }) == "yes yes yes yes yes -");
    // Nothing is recorded of the jobcenter's referrals: not known, not none.
    CHECK(tie([](Tie& t) { t.kind = TieKind::cooperates; }) == "yes yes yes unknown unknown -");
    CHECK(tie([](Tie& t) { t.status = "planned"; }) == "yes yes yes unknown unknown -");
    CHECK(tie([](Tie& t) { t.status = "active"; }) == "yes yes yes yes yes -");
    CHECK(tie([](Tie& t) { t.status = "paused"; }) == "yes yes yes no no contact");
    for (const char* status : {"unknown", "schleppend"})
        CHECK(tie([&](Tie& t) { t.status = status; }) == "yes yes yes unknown unknown -");
    CHECK(with([](auto&, Offer& o) { o.providers.clear(); }) == "yes yes yes unknown unknown -");
    CHECK(with([](auto& t, Offer& o) {
              o.providers.clear();
              o.host.key = "jc";
              t.ties.clear();
          }) == "yes yes yes yes yes -");
    // Nobody refers to the host, but who provides it is not recorded.
    CHECK(with([](auto& t, Offer& o) {
              o.providers.clear();
              o.host.key = "club";
              t.ties.front().topics = {"LP-ERN"};
          }) == "yes yes yes unknown unknown -");
    const auto legal = [](std::vector<std::string> circles) {
        return with(
            [](auto&, Offer& o) {
                o.legal = {"sgb2", "sgb3"};
            },
            look({"LP-BEW"}, std::move(circles)));
    };
    CHECK(legal({"sgb2"}) == "yes yes yes yes yes -");
    CHECK(legal({"sgb3"}) == "yes yes yes unknown unknown -");  // no agency is recorded
    CHECK(legal({"sgb2", "sgb3"}) == "yes yes yes yes yes -");
    // Nothing is recorded of the agency's referrals, so it may refer there.
    CHECK(with([](auto& t, Offer&) {
              t.ties.front().topics = {"LP-ERN"};
              const auto area = t.actors.front().serves;
              t.actor("aa", "employment_agency").serves = area;
          }) == "yes yes yes unknown unknown -");
    // Of this one it is not even recorded where it works.
    const auto anywhere = [](const std::function<void(Tie&)>& change) {
        return with([&](auto& t, Offer&) {
            t.ties.front().topics = {"LP-ERN"};
            t.actor("aa", "employment_agency");
            change(t.tie("aa", "club", TieKind::refers_to));
        });
    };
    CHECK(anywhere([](Tie&) {}) == "yes yes yes unknown unknown -");
    CHECK(anywhere([](Tie& t) { t.status = "paused"; }) == "yes yes yes no no contact");
    CHECK(anywhere([](Tie& t) { t.topics = {"LP-ERN"}; }) == "yes yes yes no no contact");
    CHECK(with([](auto& t, Offer&) { t.actors.front().serves.front().key = "15"; }) ==
          "yes yes yes unknown unknown -");
}

TEST_CASE("what is not recorded of places is not known: neither there nor out of reach") {
    // A club far away, and of the municipality no Kreis is recorded.
    TestTables alone;
    Area& village = alone.areas.emplace_back();
    village.key = village.name = "village";
    village.level = "municipality";
    alone.actor("jc", "jobcenter").area.key = "village";
    alone.actor("club").area.key = "09162";
    Offer& far = alone.offer("o", "LP-BEW", "club");
    far.status = "active";
    far.areas.push_back({"09162", {}});
    CHECK(cells(alone, cascade(alone, look({"LP-BEW"}))).at("village LP-BEW") ==
          "unknown unknown unknown unknown unknown -");
    // An offer for the neighbour of the same Kreis, without positions or ways.
    for (const auto* key : {"kreis", "neighbour"}) {
        Area& area = alone.areas.emplace_back();
        area.key = area.name = key;
        area.level = std::string{"kreis"} == key ? "district" : "municipality";
    }
    for (Area& area : alone.areas)
        if (area.level == "municipality") area.parent.key = "kreis";
    alone.offers.front().areas.front().key = "neighbour";
    CHECK(cells(alone, cascade(alone, look({"LP-BEW"})))
              .at("village LP-BEW")
              .starts_with("yes unknown"));
    // With positions far apart: where in the neighbour it is is not recorded.
    for (Area& area : alone.areas) area.lat = area.key == "neighbour" ? 51.5 : 51;
    for (Area& area : alone.areas) area.lon = 10;
    const auto found = cells(alone, cascade(alone, look({"LP-BEW"})));
    CHECK(found.at("village LP-BEW").starts_with("yes unknown"));
}

TEST_CASE("findings decide only where no offer does") {
    const auto found = [](CoverageState state, bool offers) {
        return with([&](TestTables& t, Offer&) {
            Finding& finding = t.findings.emplace_back();
            finding.area.key = "a";
            finding.topic = "LP-BEW";
            finding.state = state;
            if (!offers) t.offers.clear();
        });
    };
    CHECK(found(CoverageState::none, false) == "no no no no no exists");
    CHECK(found(CoverageState::available, false) == "yes unknown unknown unknown unknown -");
    CHECK(found(CoverageState::planned, false) == "unknown unknown unknown unknown unknown -");
    CHECK(found(CoverageState::none, true) == "yes yes yes yes yes -");
}

TEST_CASE("an offer of which it is not recorded for whom it is may be there") {
    // Open to the circle for certain, and an hour and a half away; or nearby, and nobody knows.
    analysis::ViewOptions sgb2 = look({"LP-BEW"}, {"sgb2"});
    const auto far_and = [&](const std::function<void(TestTables&, Offer&)>& change) {
        return with(
            [&](TestTables& t, Offer& o) {
                Venue& venue = t.venues.emplace_back(t.venues.front());
                venue.key = venue.name = "far";
                venue.lat = 52;
                Offer far = o;
                far.key = "far";
                far.legal = {"sgb2"};
                far.venues = {{"far", {}}};
                t.offers.push_back(far);
                for (Offer& offer : t.offers) offer.areas.push_back({"a", {}});
                change(t, t.offers.front());
            },
            sgb2);
    };
    CHECK(far_and([](auto&, Offer&) {}) == "yes unknown unknown unknown unknown -");
    CHECK(far_and([](auto&, Offer& o) { o.legal = {"sgb2"}; }) == "yes yes yes yes yes -");
    CHECK(far_and([](auto&, Offer& o) { o.legal = {"sgb3"}; }) == "yes no no no no reachable");

    TestTables tables = town();
    const auto findings = cascade(tables, sgb2);
    CHECK(words(findings.areas.front()) == "unknown unknown unknown unknown unknown -");
    CHECK(*findings.effective_at_most == 1);
    CHECK(findings.openness_not_recorded == 1);
    REQUIRE(findings.unknown.size() == 1);
    CHECK(findings.unknown.front().missing.front().key == "legal");
    CHECK(findings.unknown.front().offers.front().key == "o");
    sgb2.target = {"long_term"};
    CHECK(cascade(tables, sgb2).unknown.front().missing.front().key == "targets");
    // A finding says more than such an offer, as in the coverage table.
    Finding& finding = tables.findings.emplace_back();
    finding.area.key = "a";
    finding.topic = "LP-BEW";
    finding.state = CoverageState::none;
    CHECK(words(cascade(tables, sgb2).areas.front()) == "no no no no no exists");
}

TEST_CASE("the checklist holds the offers of the topics and areas asked for") {
    TestTables tables = town();
    Area& b = tables.areas.emplace_back(tables.areas.front());
    b.key = b.name = "b";
    b.lat = 53;
    Offer other = tables.offers.front();
    other.key = "other";
    other.topics = {"LP-ERN"};
    other.venues.clear();
    other.areas = {{"b", {}}};
    tables.offers.push_back(other);
    const auto checked = [&](std::vector<std::string> topics, std::vector<std::string> areas) {
        analysis::ViewOptions options = look(std::move(topics));
        options.area = std::move(areas);
        std::string out;
        for (const auto& row : cascade(tables, options).barriers)
            out += tables.network()->name_of(row.offer).key + " ";
        return out;
    };
    CHECK(checked({}, {}) == "other o ");
    CHECK(checked({"LP-BEW"}, {}) == "o ");
    CHECK(checked({"LP-ERN"}, {}) == "other ");
    CHECK(checked({}, {"a"}) == "o ");
    CHECK(checked({}, {"b"}) == "other ");
}

TEST_CASE("the best offer decides, unknown kept apart") {
    // One offer costs something, another does not say so.
    const auto both = with([](TestTables& t, Offer& o) {
        o.free = ThreeValued::no;
        Offer other = o;
        other.key = "p";
        other.free = ThreeValued::unknown;
        t.offers.push_back(other);
    });
    CHECK(both == "yes yes unknown unknown unknown -");
    TestTables tables = town();
    tables.offers.front().free = ThreeValued::unknown;
    const auto findings = cascade(tables, look({"LP-BEW"}));
    REQUIRE(findings.unknown.size() == 1);
    CHECK(findings.unknown.front().stage == Stage::acceptable);
    CHECK(findings.unknown.front().missing.front().key == "free");
    CHECK(findings.unknown.front().offers.front().key == "o");
    CHECK(findings.unknown.front().cells == 1);
    CHECK(tables.network()->name_of(*findings.unknown.front().ask).key == "club");
    CHECK(*findings.acceptable == 0);
    CHECK(*findings.effective_at_most == 1);
    CHECK_FALSE(findings.largest_drop);
}

TEST_CASE("shares by hand") {
    // 1000 people in a reach the offer, 3000 in b, one degree north, do not.
    TestTables tables = town();
    Area b = tables.areas.front();
    b.key = b.name = "b";
    b.lat = 52;
    b.population = 3000;
    tables.areas.push_back(b);
    for (Area& area : tables.areas) area.parent.key = "kreis";
    Area& kreis = tables.areas.emplace_back();
    kreis.key = kreis.name = "kreis";
    kreis.level = "district";
    const auto findings = cascade(tables, look({"LP-BEW"}), {"municipality", {}, {}});
    CHECK(cells(tables, findings).at("b LP-BEW") == "yes no no no no reachable");
    CHECK(*findings.exists == 1);
    CHECK(*findings.reachable == Approx(0.25));
    CHECK(*findings.effective == Approx(0.25));
    CHECK(*findings.stages[1].lost == Approx(0.75));
    CHECK(findings.stages[1].no == 1);
    CHECK(findings.largest_drop == Stage::reachable);
    CHECK(*findings.barriers.front().distance == Approx(0.25));
    CHECK(findings.barriers.front().barriers == 0);
}

TEST_CASE("the Musterkreis as a cascade") {
    const TestTables tables = dataset("musterkreis");
    const auto findings = cascade(tables);
    const auto found = cells(tables, findings);
    CHECK(findings.areas.size() == 8 * 13);
    // No stage is better than the one before, in cells and in shares.
    for (const auto& cell : findings.areas) {
        const ThreeValued v[] = {cell.exists, cell.reachable, cell.acceptable, cell.contact,
                                 cell.effective};
        for (int s = 1; s < 5; ++s) CHECK(order(v[s]) <= order(v[s - 1]));
    }
    for (std::size_t s = 0; s < 5; ++s) {
        CHECK(*findings.stages[s].share_at_least <= *findings.stages[s].share_at_most);
        CHECK(findings.stages[s].yes + findings.stages[s].no + findings.stages[s].unknown == 104);
        if (s > 0) {
            CHECK(*findings.stages[s].share_at_least <= *findings.stages[s - 1].share_at_least);
            CHECK(*findings.stages[s].share_at_most <= *findings.stages[s - 1].share_at_most);
        }
    }
    // The README: X-KOM exists online only; family services cannot be reached by any tie.
    CHECK(found.at("mk-waldau X-KOM").starts_with("yes yes no"));
    CHECK(found.at("mk-suederhoehe X-FAM") == "yes yes yes no no contact");
    CHECK(found.at("mk-hinterfelde X-FAM") == "yes no no no no reachable");
    // Advice on addiction: free, voluntary, referred to by the jobcenter with feedback.
    CHECK(found.at("mk-musterstadt LP-SUC") == "yes yes yes yes yes -");
}

TEST_CASE("without offers the cascade knows nothing but the findings") {
    TestTables tables = dataset("musterkreis");
    tables.offers.clear();
    const auto findings = cascade(tables);
    CHECK(findings.stages[0].yes == 0);
    tables.findings.clear();
    for (const auto& cell : cascade(tables).areas)
        CHECK(words(cell) == "unknown unknown unknown unknown unknown -");
    CHECK(cascade({}).areas.empty());
}
