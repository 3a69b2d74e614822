#include <lotse/analysis/robustness.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;
using namespace lotse::analysis;

namespace {

View view_of(const TestTables& tables) {
    return *make_view(tables.network(), {});
}

const Robustness::Place& place(const View& view, const Robustness::Findings& findings,
                               std::string_view measure, std::string_view key) {
    return *std::ranges::find_if(findings.ranks, [&](const Robustness::Place& p) {
        return p.measure.key == measure && p.actor == *view.network->find_actor(key);
    });
}

}  // namespace

TEST_CASE("who confirmed a tie is counted apart from what nobody recorded") {
    TestTables tables = lettered(4, "AB AB AC AC CB BA");
    const char* confirmed[]{"both", "from", "to", "none", "", "from"};
    for (std::size_t i = 0; i < 6; ++i) tables.ties[i].confirmed_by = confirmed[i];
    const View view = view_of(tables);
    const auto findings = *Robustness::run(view, {});
    CHECK(findings.ties == 6);
    CHECK(findings.both == 1);
    CHECK(findings.one_side == 3);
    CHECK(findings.neither == 1);
    CHECK(findings.not_recorded == 1);
    CHECK(*findings.confirmed_share == Approx(0.2));
    const auto of = [&](std::string_view key) {
        return *std::ranges::find(findings.actors, *view.network->find_actor(key),
                                  &Robustness::Member::actor);
    };
    CHECK(of("A").ties == 5);
    CHECK(of("A").confirmed == 2);      // AB both, AB from
    CHECK(of("A").not_confirmed == 3);  // AC to, AC none, BA from
    CHECK(*of("A").response == Approx(0.4));
    CHECK(of("B").confirmed == 2);  // AB both, BA from
    CHECK(of("B").not_recorded == 1);
    CHECK(*of("B").response == Approx(2.0 / 3));
    CHECK(of("D").ties == 0);
    CHECK_FALSE(of("D").response);
    tables.ties[4].confirmed_by = "telefonisch";  // neither of the four answers
    CHECK(Robustness::run(view_of(tables), {})->not_recorded == 1);
}

TEST_CASE("of few known confirmations no share is said") {
    TestTables tables = lettered(4, "AB AC AD BC");
    tables.ties.front().confirmed_by = "both";
    const View view = view_of(tables);
    const auto findings = *Robustness::run(view, {});
    Document document = Tabulator{*view.network}.document("robustness", {}, findings);
    Robustness::explain(view, findings, document);
    CHECK(document.reading.front().de ==
          "Von 4 Beziehungen haben beide Seiten bestätigt: 1 von 1 bekannten; bei 3 nicht "
          "erhoben.");
}

TEST_CASE("nothing missing: every range is the rank itself") {
    const View view = view_of(krackhardt_kite());
    const auto findings = *Robustness::run(view, {.loss = 0, .samples = 20});
    for (const auto& p : findings.ranks) CHECK((p.best == p.rank && p.worst == p.rank));
    for (const auto& m : findings.measures) {
        CHECK(*m.correlation_ties == Approx(1));
        CHECK(*m.first_kept == 1);
        CHECK(m.places == 1);
    }
    CHECK(place(view, findings, "degree", "D").rank == 1);
    CHECK(place(view, findings, "degree", "D").value == 6);
    CHECK(place(view, findings, "betweenness", "H").rank == 1);
    CHECK(place(view, findings, "betweenness", "H").value == Approx(14));
    CHECK(findings.measures[0].first == view.network->find_actor("D"));
}

TEST_CASE("who shares the first rank because all is missing has not kept it") {
    const auto findings =
        *Robustness::run(view_of(krackhardt_kite()), {.loss = 0.999999, .samples = 5});
    for (const auto& p : findings.ranks) CHECK(p.best == 1);
    for (const auto& m : findings.measures) {
        CHECK_FALSE(m.correlation_ties);
        CHECK(m.first_kept == 0);
    }
}

TEST_CASE("the more is missing, the wider the ranges") {
    const View view = view_of(florentine_families());
    double places = 1;
    for (const double loss : {0.05, 0.15, 0.4}) {
        const auto findings = *Robustness::run(view, {.loss = loss, .samples = {}});
        CHECK(findings.samples == 200);
        CHECK(findings.measures[1].places > places);
        places = findings.measures[1].places;
        CHECK(place(view, findings, "degree", "Medici").best == 1);
    }
}

TEST_CASE("a pair on a complete graph: who misses a tie leaves the first rank, in exact shares") {
    // two actors, one tie, 50 % loss: ranks 1 and 1 in every resample
    const auto findings =
        *Robustness::run(view_of(lettered(2, "AB")), {.loss = 0.5, .samples = 100});
    for (const auto& p : findings.ranks) CHECK((p.best == 1 && p.worst == 1));
}

TEST_CASE("options out of range are the user's error") {
    const View view = view_of(lettered(2, "AB"));
    for (const double loss : {-0.1, 1.0, 1.1, std::numeric_limits<double>::quiet_NaN()})
        CHECK(Robustness::run(view, {.loss = loss, .samples = {}}).error().kind ==
              ErrorKind::usage);
    for (const int samples : {0, 10001})
        CHECK(Robustness::run(view, {.loss = 0.1, .samples = samples}).error().kind ==
              ErrorKind::usage);
}

TEST_CASE("the confirmed ties of the Musterkreis and its firm first") {
    const View view = view_of(dataset("musterkreis"));
    const auto findings = *Robustness::run(view, {});
    CHECK(findings.actor_count == 81);
    CHECK(findings.both + findings.one_side + findings.neither + findings.not_recorded ==
          findings.ties);
    CHECK(findings.not_recorded > 0);
    CHECK(place(view, findings, "degree", "jc-mk").worst <= 2);
    CHECK(place(view, findings, "degree", "hp-hf").value == 0);
    const auto again = *Robustness::run(view, {});
    for (std::size_t i = 0; i < findings.ranks.size(); ++i)
        CHECK(findings.ranks[i].worst == again.ranks[i].worst);
}

TEST_CASE("the least certain order is the one with the lowest rank correlation, equals named") {
    const View view = view_of(dataset("musterkreis"));
    auto findings = *Robustness::run(view, {});
    const auto sentence = [&] {
        Document document = Tabulator{*view.network}.document("robustness", {}, findings);
        Robustness::explain(view, findings, document);
        return document.reading[1];
    };
    // Equal values share a rank: the widest ranges are those of another measure.
    CHECK(findings.measures[0].places > findings.measures[1].places);
    CHECK(*findings.measures[0].correlation_ties > *findings.measures[1].correlation_ties);
    CHECK(
        sentence().de.ends_with("; am wenigsten fest steht die Reihenfolge beim Maß „Lage "
                                "zwischen anderen“ (kleinste Rangkorrelation 0,95)."));
    findings.measures[0].correlation_ties = 0.97;
    findings.measures[0].correlation_reports = 0.9512;  // "0.95", too
    CHECK(
        sentence().en.ends_with("; the least certain orders are those of 'Number of partners' "
                                "and 'Position between others' (lowest rank correlation 0.95)."));
    findings.measures[2].correlation_ties = 0.95;
    CHECK(
        sentence().de.ends_with("; die Reihenfolge steht bei allen Maßen, die eine haben, gleich "
                                "fest (kleinste Rangkorrelation 0,95)."));
    for (auto& measure : findings.measures)
        measure.correlation_ties = measure.correlation_reports = std::nullopt;
    CHECK(sentence().de.ends_with(" auf Platz 1."));
}
