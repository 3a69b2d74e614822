#include <lotse/analysis/mixing.hpp>
#include <lotse/graph/mixing.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace lotse;
using namespace lotse::analysis;

namespace {

View view_of(const TestTables& tables) {
    return *make_view(tables.network(), {});
}

/// Newman (2003), from the matrix of the ends of edges: (trace e - |e^2|) / (1 - |e^2|).
std::optional<double> assortativity(const graph::EdgeList& g,
                                    const std::vector<std::size_t>& group) {
    constexpr std::size_t k = 3;
    double e[k][k]{};
    for (const graph::Edge& edge : g.edges) {
        e[group[edge.from]][group[edge.to]] += 0.5 / static_cast<double>(g.edges.size());
        e[group[edge.to]][group[edge.from]] += 0.5 / static_cast<double>(g.edges.size());
    }
    double trace = 0;
    double chance = 0;
    for (std::size_t a = 0; a < k; ++a) {
        double row = 0;
        for (std::size_t b = 0; b < k; ++b) row += e[a][b];
        trace += e[a][a];
        chance += row * row;
    }
    if (g.edges.empty() || chance > 1 - 1e-12) return std::nullopt;
    return (trace - chance) / (1 - chance);
}

/// Hubert & Arabie (1985), from all pairs of vertices.
std::optional<double> adjusted_rand(const std::vector<std::size_t>& a,
                                    const std::vector<std::size_t>& b) {
    double both = 0;
    double in_a = 0;
    double in_b = 0;
    double all = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            ++all;
            in_a += a[i] == a[j] ? 1 : 0;
            in_b += b[i] == b[j] ? 1 : 0;
            both += a[i] == a[j] && b[i] == b[j] ? 1 : 0;
        }
    const double chance = in_a * in_b / all;
    const double most = (in_a + in_b) / 2;
    if (all == 0 || std::abs(most - chance) < 1e-12) return std::nullopt;
    return (both - chance) / (most - chance);
}

}  // namespace

TEST_CASE("assortativity and agreement against their definitions on 2,000 random graphs") {
    std::mt19937 random{3};
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    int wrong = 0;
    for (int run = 0; run < 2000; ++run) {
        graph::EdgeList g{below(11), {}, graph::Direction::undirected};
        std::vector<std::size_t> group;
        std::vector<std::size_t> other;
        for (std::size_t i = 0; i < g.vertices; ++i) {
            group.push_back(below(3));
            other.push_back(below(3));
        }
        for (std::size_t i = 0; i < g.vertices; ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (below(3) == 0) g.edges.push_back({j, i});
        const auto same = [&](const std::optional<double>& a, const std::optional<double>& b) {
            return a.has_value() == b.has_value() && (!a || std::abs(*a - *b) < 1e-9);
        };
        const auto found = graph::assortativity(g, group);
        const auto agreed = graph::agreement(group, other);
        if (!found) FAIL(found.error().message.en);
        if (!agreed) FAIL(agreed.error().message.en);
        wrong += same(*found, assortativity(g, group)) ? 0 : 1;
        wrong += same(*agreed, adjusted_rand(group, other)) ? 0 : 1;
    }
    CHECK(wrong == 0);
}

TEST_CASE("the mixing matrix of a network counted by hand") {
    // work A B, health C D E, without a sector X: AB, AC, AC again, BD, CD, AX
    TestTables tables;
    for (const char* key : {"A", "B"}) tables.actor(key).sector = Sector::work;
    for (const char* key : {"C", "D", "E"}) tables.actor(key).sector = Sector::health;
    tables.actor("S").sector = Sector::sport;
    tables.actor("X", "other");
    tables.tie("A", "B");
    tables.tie("A", "C");
    tables.tie("C", "A", TieKind::refers_to);
    tables.tie("B", "D");
    tables.tie("C", "D");
    tables.tie("A", "X");
    const auto findings = *Mixing::run(view_of(tables), {});
    CHECK(findings.without_sector == 1);
    CHECK(findings.pairs == 4);
    CHECK(findings.internal == 2);
    CHECK(findings.external == 2);
    CHECK(*findings.ei_index == 0);
    CHECK(*findings.external_expected == Approx(11.0 / 15));  // of 15 pairs 1 + 3 are within
    REQUIRE(findings.matrix.size() == 3);
    CHECK(findings.matrix[0].work == 1);
    CHECK(findings.matrix[0].health == 2);
    CHECK(findings.matrix[0].sport == 0);
    CHECK_FALSE(findings.matrix[0].social);
    CHECK(findings.matrix[1].work == 2);
    REQUIRE(findings.sectors.size() == 3);
    CHECK(*findings.sectors[0].ei_index == Approx(1.0 / 3));
    CHECK_FALSE(findings.sectors[2].ei_index);
    REQUIRE(findings.untied == 2);
    CHECK(findings.not_tied[0].sector == Sector::health);  // 3 possible pairs, work - sport 2
    CHECK(findings.not_tied[0].other == Sector::sport);
    CHECK(findings.not_tied[0].expected == Approx(4.0 / 15 * 3));
    Document document;
    Mixing::explain(view_of(tables), findings, document);
    CHECK(std::ranges::any_of(document.notes, [](const Message& note) {
        return note.de.starts_with("Sektoren mit weniger als 3 Akteuren: Arbeit; Sport");
    }));
}

TEST_CASE("mixing is defined where it can be") {
    for (const auto& tables : {TestTables{}, lettered(1, ""), lettered(3, ""), lettered(2, "AB")}) {
        const auto findings = *Mixing::run(view_of(tables), {});
        CHECK_FALSE(findings.assortativity);
        CHECK(findings.not_tied.empty());
    }
}

TEST_CASE("the pairs of the Musterkreis add up") {
    const auto findings = *Mixing::run(view_of(dataset("musterkreis")), {});
    CHECK(findings.pairs == findings.internal + findings.external);
    double expected = 0;
    std::int64_t tied = 0;
    for (const auto& pair : findings.mixing) {
        expected += pair.expected;
        tied += pair.tied;
    }
    CHECK(tied == findings.pairs);
    CHECK(expected == Approx(static_cast<double>(findings.pairs)));
}
