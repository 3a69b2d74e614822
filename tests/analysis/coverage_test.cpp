#include <lotse/analysis/coverage.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <map>

using namespace lotse;
using analysis::Coverage;
using State = CoverageState;

namespace {

using Codes = std::vector<std::string>;

analysis::ViewOptions look(Codes areas, Codes topics = {}, Codes targets = {}, Codes legal = {}) {
    analysis::ViewOptions out;
    out.area = std::move(areas);
    out.topic = std::move(topics);
    out.target = std::move(targets);
    out.legal = std::move(legal);
    return out;
}

Coverage::Options rows_of(std::string level) {
    return {std::move(level), {}};
}

Coverage::Options participation(std::string programme) {
    return {{}, std::move(programme)};
}

Coverage::Findings cover(const TestTables& tables, const analysis::ViewOptions& view_options = {},
                         const Coverage::Options& options = {}) {
    const auto view = analysis::make_view(tables.network(), view_options);
    REQUIRE(view);
    const auto findings = Coverage::run(*view, options);
    REQUIRE(findings);
    return *findings;
}

/// "state reason" of every cell, by "area topic target legal"; areas need their network for a key.
std::map<std::string, std::string> cells(const TestTables& tables,
                                         const analysis::ViewOptions& view_options = {},
                                         const Coverage::Options& options = {}) {
    const auto network = tables.network();
    std::map<std::string, std::string> out;
    for (const auto& cell : cover(tables, view_options, options).cells) {
        std::string where = network->name_of(cell.area).key + " " + cell.topic.key;
        if (cell.target) where += " " + cell.target->key;
        if (cell.legal) where += " " + cell.legal->key;
        std::string what{enumerator(cell.state).key};
        if (cell.reason) what += " " + cell.reason->key;
        out[where] = what;
    }
    return out;
}

Ref<Area> at(std::string key) {
    return {std::move(key), {}};
}

/// One Kreis (Harz), one running offer without any barrier, seen from mid-2026.
TestTables harz() {
    TestTables tables;
    tables.actor("jc", "jobcenter").serves.push_back(at("15085"));
    Offer& offer = tables.offer("o", "LP-BEW");
    offer.areas.push_back(at("15085"));
    offer.status = "active";
    offer.as_of = PartialDate{2026, 6, 30};
    return tables;
}

const analysis::ViewOptions movement = look({"15085"}, {"LP-BEW"});

std::string state_with(const std::function<void(TestTables&, Offer&)>& change,
                       const analysis::ViewOptions& options = movement) {
    TestTables tables = harz();
    change(tables, tables.offers.front());
    return cells(tables, options).begin()->second;
}

Venue& add_venue(TestTables& tables, Offer& offer, std::string kind) {
    Venue& venue = tables.venues.emplace_back();
    venue.key = "v" + std::to_string(tables.venues.size());
    venue.name = "Ort";
    venue.kind = std::move(kind);
    venue.area = at("15085");
    offer.venues.push_back({venue.key, {}});
    return venue;
}

}  // namespace

TEST_CASE("every state and reason of a cell") {
    CHECK(state_with([](auto&, Offer&) {}) == "available");
    CHECK(state_with([](auto&, Offer& o) { o.free = ThreeValued::no; }) == "barrier cost");
    CHECK(state_with([](auto&, Offer& o) { o.fee_eur = 5; }) == "barrier cost");
    CHECK(state_with([](auto&, Offer& o) { o.fee_eur = 0; }) == "available");
    CHECK(state_with([](auto&, Offer& o) { o.voluntary = ThreeValued::no; }) ==
          "barrier compulsory");
    CHECK(state_with([](auto&, Offer& o) { o.open_to = "jobcenter_only"; }) ==
          "barrier jobcenter_only");
    CHECK(state_with([](auto& t, Offer& o) { add_venue(t, o, "jobcenter"); }) ==
          "barrier jobcenter_venue");
    CHECK(state_with([](auto& t, Offer& o) {
              add_venue(t, o, "school").barrier_free = ThreeValued::no;
          }) == "barrier access");
    CHECK(state_with([](auto&, Offer& o) { o.status = "paused"; }) == "barrier paused");
    CHECK(state_with([](auto&, Offer& o) { o.status = "planned"; }) == "planned");
    CHECK(state_with([](auto&, Offer& o) { o.start = PartialDate{2026, 9, 0}; }) == "planned");
    CHECK(state_with([](auto&, Offer& o) {
              o.status = "planned";
              o.start = PartialDate{2022, 0, 0};
          }) == "planned start_passed");
    CHECK(state_with([](auto&, Offer& o) { o.status = "ended"; }) == "unknown ended");
    CHECK(state_with([](auto&, Offer& o) { o.end = PartialDate{2026, 5, 0}; }) == "unknown ended");
    CHECK(state_with([](auto&, Offer& o) { o.status = ""; }) == "available status_not_recorded");
    CHECK(state_with([](auto&, Offer& o) { o.status = "inaktiv"; }) ==
          "available status_not_recorded");
    CHECK(state_with([](auto&, Offer& o) {
              o.areas.clear();
              o.delivery = "online";
          }) == "available online_only");
    CHECK(state_with([](auto& t, Offer&) { t.offers.clear(); }) == "unknown not_recorded");
}

TEST_CASE("twelve months are counted from the reference date") {
    const auto ending = [](PartialDate end) {
        return state_with([&](auto&, Offer& o) { o.end = end; });
    };
    CHECK(ending({2027, 6, 29}) == "barrier expires");
    CHECK(ending({2027, 6, 30}) == "available");
    CHECK(ending({2027, 0, 0}) == "available");  // the year may still be whole
}

TEST_CASE("the best offer decides, and barriers add up") {
    CHECK(state_with([](auto& t, Offer& o) {
              o.voluntary = ThreeValued::no;
              Offer other = o;
              other.key = "p";
              other.voluntary = ThreeValued::yes;
              t.offers.push_back(other);
          }) == "available");
    CHECK(state_with([](auto&, Offer& o) {
              o.voluntary = ThreeValued::no;
              o.fee_eur = 3;
          }) == "barrier compulsory|cost");
}

TEST_CASE("a venue without steps is enough") {
    CHECK(state_with([](auto& t, Offer& o) {
              add_venue(t, o, "school").barrier_free = ThreeValued::no;
              add_venue(t, o, "school");
          }) == "available");
}

TEST_CASE("whom an offer is open to") {
    const analysis::ViewOptions women = look({"15085"}, {"LP-BEW"}, {"women"});
    const analysis::ViewOptions sgb2 = look({"15085"}, {"LP-BEW"}, {}, {"sgb2"});
    const auto targets = [](std::vector<std::string> codes) {
        return [codes](auto&, Offer& o) { o.targets = codes; };
    };
    const auto legal = [](std::vector<std::string> codes) {
        return [codes](auto&, Offer& o) { o.legal = codes; };
    };
    CHECK(state_with(targets({}), women) == "unknown target_not_recorded");
    CHECK(state_with(targets({"women"}), women) == "available");
    CHECK(state_with(targets({"public"}), women) == "available");
    CHECK(state_with(targets({"unemployed"}), women) == "unknown not_recorded");
    CHECK(state_with(legal({}), sgb2) == "unknown legal_not_recorded");
    CHECK(state_with(legal({"sgb3"}), sgb2) == "unknown not_recorded");
    CHECK(state_with(legal({"free"}), sgb2) == "available");
    CHECK(state_with(
              [](auto&, Offer& o) {
                  o.legal = {"sgb2"};
                  o.open_to = "jobcenter_only";
              },
              sgb2) == "available");
    analysis::ViewOptions long_term = women;
    long_term.target = {"long_term"};
    CHECK(state_with(targets({"unemployed"}), long_term) == "available");
    CHECK(state_with(targets({"sgb2"}), long_term) == "unknown not_recorded");
}

TEST_CASE("findings count where they add something") {
    const auto with = [](std::string area, State state, std::string target, std::string reason,
                         const std::function<void(TestTables&)>& change = {}) {
        TestTables tables = harz();
        Finding& finding = tables.findings.emplace_back();
        finding.area = at(std::move(area));
        finding.topic = "LP-BEW";
        finding.target = std::move(target);
        finding.state = state;
        finding.reason = std::move(reason);
        if (change) change(tables);
        return cells(tables, movement).begin()->second;
    };
    const auto without_offers = [](TestTables& t) { t.offers.clear(); };
    const auto plan = [](TestTables& t) { t.offers.front().status = "planned"; };
    CHECK(with("15085", State::none, "", "distance", without_offers) == "none distance");
    CHECK(with("15", State::none, "", "", without_offers) == "none finding");
    CHECK(with("15082", State::none, "", "", without_offers) == "unknown not_recorded");
    CHECK(with("15085", State::none, "women", "", without_offers) == "unknown not_recorded");
    CHECK(with("15085", State::none, "", "distance") == "available contradicts_finding");
    CHECK(with("15085", State::none, "", "distance", plan) == "planned");
    CHECK(with("15085", State::available, "", "", plan) == "available finding");
    CHECK(with("15085", State::barrier, "", "time") == "barrier time");
    CHECK(with("15085", State::unknown, "", "") == "available");
}

TEST_CASE("contradictions are named") {
    TestTables tables = harz();
    Finding& finding = tables.findings.emplace_back();
    finding.area = at("15085");
    finding.topic = "LP-BEW";
    finding.state = State::none;
    const auto findings = cover(tables, movement);
    REQUIRE(findings.contradictions.size() == 1);
    CHECK(findings.contradictions.front().offers.front().key == "o");
    CHECK(findings.contradictions.front().finding == State::none);
}

TEST_CASE("where an offer reaches") {
    TestTables tables = harz();
    Area& town = tables.areas.emplace_back();
    town.key = "15085135";
    town.name = "Halberstadt";
    Area& other = tables.areas.emplace_back();
    other.key = "15085235";
    other.name = "Quedlinburg";
    tables.offers.front().areas = {at("15085135")};
    CHECK(cells(tables, movement)["15085 LP-BEW"] == "available");
    const Coverage::Options towns = rows_of("municipality");
    const auto by_town = cells(tables, movement, towns);
    CHECK(by_town.at("15085135 LP-BEW") == "available");
    CHECK(by_town.at("15085235 LP-BEW") == "unknown not_recorded");
    tables.offers.front().areas = {at("15")};
    CHECK(cells(tables, movement, towns).at("15085235 LP-BEW") == "available");
    tables.offers.front().areas.clear();
    CHECK(cover(tables, movement).offers_without_area == 1);
    CHECK(cells(tables, movement)["15085 LP-BEW"] == "unknown not_recorded");
}

TEST_CASE("rows: a Land has all its Kreise, recorded or not") {
    const auto findings = cover(harz(), look({"15"}, {"LP-BEW"}));
    CHECK(findings.areas == 14);
    CHECK(findings.cells.size() == 14);
    CHECK(findings.available == 1);
    CHECK(findings.unknown == 13);
    CHECK(findings.none == 0);
    CHECK(cover(harz(), look({}, {"LP-BEW"})).areas == 1);
    CHECK(cover(harz(), look({"15"})).topics.size() == 4);  // the official four
    const auto view = analysis::make_view(harz().network(), {});
    CHECK(Coverage::run(*view, rows_of("planet")).error().kind == ErrorKind::usage);
    CHECK(Coverage::run(*view, participation("nobody")).error().kind == ErrorKind::usage);
}

TEST_CASE("whom to ask: the health conference first, the closest jobcenter next") {
    TestTables tables = harz();
    tables.offers.clear();
    const auto asked = [&] {
        const auto findings = cover(tables, movement);
        REQUIRE(findings.cells.front().ask);
        return tables.network()->name_of(*findings.cells.front().ask).key;
    };
    tables.actor("ba", "jobcenter").serves.push_back(at("15"));
    CHECK(asked() == "jc");
    tables.actor("kgk", "health_conference").area = at("15085");
    CHECK(asked() == "kgk");
    tables.actors.back().status = "planned";
    CHECK(asked() == "jc");
    CHECK(cover(tables, movement).questions.front().cells == 1);
}

TEST_CASE("the programme in Sachsen-Anhalt") {
    TestTables tables = dataset("verzahnung");
    const analysis::ViewOptions state = look({"15"});
    const Coverage::Options programme = participation("prg-verzahnung");
    const auto findings = cover(tables, state, programme);
    CHECK(findings.available == 10);
    CHECK(findings.unknown == 4);
    CHECK(findings.cells.size() == 14);
    REQUIRE(findings.population_share);
    CHECK(*findings.population_share == Approx(0.677).margin(0.0005));
    const auto by_area = cells(tables, state, programme);
    for (const std::string area : {"15002", "15083", "15089", "15090"})
        CHECK(by_area.at(area + " prg-verzahnung") == "unknown not_recorded");
    const auto network = tables.network();
    for (const auto& cell : findings.cells)
        if (cell.state == State::unknown) CHECK(network->name_of(*cell.ask).key == "lvg-st");
    for (Tie& tie : tables.ties)
        if (tie.from.key == "jc-harz" && tie.kind == TieKind::participates_in)
            tie.status = "planned";
    CHECK(cells(tables, state, programme).at("15085 prg-verzahnung") == "planned");
}

TEST_CASE("taking away all offers of an area leaves nothing recorded, not none") {
    TestTables tables = dataset("verzahnung");
    CHECK(cells(tables, movement).at("15085 LP-BEW") == "available");
    tables.offers.clear();
    for (const auto& [where, what] : cells(tables, look({"15"})))
        CHECK(what == "unknown not_recorded");
}

TEST_CASE("inhabitants are not 0 where none are recorded") {
    TestTables tables;
    tables.actor("club").area.key = "ort";
    Area& area = tables.areas.emplace_back();
    area.key = "ort";
    area.name = "Ort";
    const auto run = [&] { return *Coverage::run(*analysis::make_view(tables.network(), {}), {}); };
    CHECK_FALSE(run().population_total);
    CHECK_FALSE(run().population_available);
    tables.areas.front().population = 100;
    CHECK(run().population_total == 100);
    CHECK(run().population_available == 0);
}

TEST_CASE("the Musterkreis keeps the promises of its README") {
    const TestTables after = dataset("musterkreis");
    const auto findings = cover(after);
    CHECK(findings.areas == 8);
    CHECK(findings.cells.size() == 8 * 13);
    CHECK(findings.available > 0);
    CHECK(findings.barrier > 0);
    CHECK(findings.planned > 0);
    CHECK(findings.none == 14);
    CHECK(findings.unknown > 0);
    CHECK(findings.contradictions.empty());
    auto now = cells(after);
    CHECK(now.at("mk-waldau X-KOM") == "available online_only");
    for (const auto& [where, what] : now)
        if (where.starts_with("mk-koenigsacker") && !where.ends_with("X-KOM"))
            CHECK(what == "unknown not_recorded");
    const analysis::ViewOptions coaching = look({}, {"X-COA"}, {}, {"sgb2", "sgb3"});
    CHECK(cells(after, coaching).at("mk-musterstadt X-COA sgb3") == "available");
    CHECK(cells(after, coaching).at("mk-musterstadt X-COA sgb2").starts_with("barrier"));

    int lost = 0;
    for (const auto& [where, what] : cells(dataset("musterkreis-vorher")))
        if (what.starts_with("available") && now.at(where).starts_with("barrier")) ++lost;
    CHECK(lost == 2);
}

TEST_CASE("findings on parts of the rows are named where they decide no cell") {
    TestTables tables = harz();
    Area& part = tables.areas.emplace_back();
    part.key = part.name = "Oberharz";
    part.level = "municipality";
    part.parent = at("15085");
    Finding& finding = tables.findings.emplace_back();
    finding.area = at("Oberharz");
    finding.topic = "LP-BEW";
    finding.state = State::none;
    const auto notes = [&](const Coverage::Options& options) {
        const auto view = analysis::make_view(tables.network(), movement);
        Document document;
        Coverage::explain(*view, *Coverage::run(*view, options), document);
        std::string all;
        for (const Message& note : document.notes) all += note.en + '\n';
        return all;
    };
    CHECK(notes({}).find("1 (Oberharz). --by municipality shows") != std::string::npos);
    CHECK(notes(rows_of("municipality")).find("Oberharz") == std::string::npos);
    Area& quarter = tables.areas.emplace_back();
    quarter.key = quarter.name = "Altstadt";
    quarter.level = "quarter";
    quarter.parent = at("15085");
    tables.findings.push_back(tables.findings.front());
    tables.findings.back().area = at("Altstadt");
    CHECK(notes({}).find("2 (Altstadt and Oberharz). --area with the area shows") !=
          std::string::npos);
    tables.findings.back().topic = "LP-ERN";  // not asked for
    CHECK(notes({}).find("1 (Oberharz)") != std::string::npos);
}
