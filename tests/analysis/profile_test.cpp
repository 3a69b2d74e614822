#include <lotse/analysis/profile.hpp>

#include <dataset.hpp>
#include <networks.hpp>
#include <profile_measures.hpp>

#include <lotse/graph/random_graphs.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;
using namespace lotse::analysis;

namespace {

Profile::Findings profile(const TestTables& tables) {
    return *Profile::run(*make_view(tables.network(), {}), {});
}

const Profile::Measure& of(const Profile::Findings& findings, std::string_view key) {
    return *std::ranges::find_if(findings.measures,
                                 [&](const auto& m) { return m.measure.key == key; });
}

std::string resembled(const Profile::Findings& findings) {
    const auto form =
        std::ranges::find(findings.governance, std::optional{true}, &Profile::Form::resembles);
    return form == findings.governance.end() ? "" : form->form.key;
}

/// A star around A with the given kind of actor in the middle.
TestTables star(const std::string& kind) {
    TestTables out;
    out.actor("A", kind);
    for (char c = 'B'; c <= 'L'; ++c) {
        out.actor(std::string(1, c));
        out.tie("A", std::string(1, c));
    }
    return out;
}

}  // namespace

// Measured with igraph for R or known from the literature; density of the kite 18/45.
TEST_CASE("profile of Krackhardt's kite and of the Florentine families") {
    const auto kite = profile(krackhardt_kite());
    CHECK(kite.pairs == 18);
    CHECK(*kite.density == Approx(0.4));
    CHECK(kite.components == 1);
    CHECK(*of(kite, "centralization").value == Approx(24.0 / 72));  // 6 * 10 - 36 over 9 * 8
    CHECK(*of(kite, "diameter").value == 4);
    const auto families = profile(florentine_families());
    CHECK(families.isolates == 1);
    CHECK(families.components == 2);
    CHECK(*of(families, "transitivity").value == Approx(9.0 / 47));  // 3 triangles
    CHECK(*of(families, "mean_distance").value == Approx(2.4857142857));
    CHECK(*of(families, "diameter").value == 5);
    CHECK_FALSE(of(families, "reciprocity").value);  // marriages have no direction
}

TEST_CASE("what cannot vary has no interval") {
    const auto families = profile(florentine_families());
    for (const char* fixed : {"isolates", "centralization"})
        CHECK_FALSE(of(families, fixed).degree_low);
    CHECK(of(families, "transitivity").degree_low);
    CHECK(of(families, "isolates").size_low);
    for (const auto& m : families.measures) {
        if (m.size_low) CHECK(*m.size_low <= *m.size_high);
        if (m.degree_low) CHECK(*m.degree_low <= *m.degree_high);
    }
}

TEST_CASE("intervals of random graphs hold 95 % of random graphs") {
    graph::Random random{99};
    int inside = 0;
    constexpr int graphs = 200;
    for (int i = 0; i < graphs; ++i) {
        const WholeGraph g{graph::random_graph(20, 40, graph::Direction::undirected, random),
                           graph::random_graph(20, 60, graph::Direction::directed, random)};
        const auto intervals = *random_intervals(g, Kept::size, 200);
        const auto values = *whole_values(g, Distances::exact);
        const auto m = static_cast<std::size_t>(WholeMeasure::transitivity);
        if (*values[m] >= intervals[m]->low && *values[m] <= intervals[m]->high) ++inside;
    }
    CHECK(inside >= graphs * 90 / 100);
    CHECK(inside < graphs);
}

TEST_CASE("the form of governance follows from who is in the middle") {
    CHECK(resembled(profile(star("jobcenter"))) == "lead_organization");
    CHECK(resembled(profile(star("health_conference"))) == "administrative");
    CHECK(resembled(profile(lettered(8, "AB BC CD DE EF FG GH HA"))) == "shared");
    CHECK(resembled(profile(lettered(4, ""))).empty());
}

TEST_CASE("reciprocity looks at directed ties alone") {
    TestTables tables = lettered(4, "AB");
    tables.tie("A", "B", TieKind::refers_to);
    tables.tie("B", "A", TieKind::informs);
    tables.tie("B", "C", TieKind::refers_to);
    CHECK(*of(profile(tables), "reciprocity").value == Approx(2.0 / 3));
}

TEST_CASE("profile of the Musterkreis") {
    const auto found = profile(dataset("musterkreis"));
    CHECK(found.actor_count == 81);
    CHECK(found.isolates == 8);
    CHECK(found.components == 10);  // 70 actors, the family services, eight alone
    CHECK(of(found, "centralization").position.de == "höher als durch Zufall");
}

TEST_CASE("of fewer than forty random networks the interval is told to be the whole range") {
    const auto notes = [](const char* samples) {
        const auto view = *make_view(krackhardt_kite().network(), {});
        std::string out;
        const Document document = *find("profile")->run(view, {{"samples", {samples}}});
        for (const Message& note : document.notes) out += note.en + '\n';
        return out;
    };
    CHECK_THAT(notes("20"), Catch::Contains("lie 100 % of 20 random networks"));
    CHECK_THAT(notes("20"), Catch::Contains("the least and the greatest value"));
    CHECK_THAT(notes("40"), Catch::Contains("lie at least 95 % of 40 random networks"));
    CHECK_THAT(notes("40"), !Catch::Contains("the least and the greatest value"));
}
