// Removals against graphs from which the vertices were really taken out.

#include <lotse/graph/removals.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <random>

using namespace lotse::graph;

namespace {

constexpr int far = 1000;

EdgeList random_graph(std::mt19937& random) {
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    EdgeList out;
    out.direction = below(4) == 0 ? Direction::undirected : Direction::directed;
    out.vertices = 1 + below(12);
    for (std::size_t i = below(1 + out.vertices * (1 + below(6)) / 2); i > 0; --i)
        out.edges.push_back({below(out.vertices), below(out.vertices)});
    return simplified(std::move(out), Merge::max);
}

std::vector<std::size_t> random_set(std::mt19937& random, std::size_t n) {
    std::vector<std::size_t> out;
    for (std::size_t v = 0; v < n; ++v)
        if (random() % 3 == 0) out.push_back(v);
    return out;
}

/// Floyd (1962) on the graph without the vertices.
std::vector<std::vector<int>> distances(const EdgeList& g, const std::vector<bool>& gone) {
    std::vector<std::vector<int>> d(g.vertices, std::vector<int>(g.vertices, far));
    for (std::size_t v = 0; v < g.vertices; ++v) d[v][v] = 0;
    for (const Edge& e : g.edges) {
        if (gone[e.from] || gone[e.to]) continue;
        d[e.from][e.to] = std::min(d[e.from][e.to], 1);
        if (g.direction == Direction::undirected) d[e.to][e.from] = std::min(d[e.to][e.from], 1);
    }
    for (std::size_t k = 0; k < g.vertices; ++k)
        for (std::size_t i = 0; i < g.vertices; ++i)
            for (std::size_t j = 0; j < g.vertices; ++j)
                d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);
    return d;
}

std::int64_t brute_pairs_lost(const EdgeList& g, const std::vector<std::size_t>& sources,
                              const std::vector<std::size_t>& goals, int within,
                              const std::vector<std::size_t>& removed) {
    std::vector<bool> gone(g.vertices, false);
    const auto with = distances(g, gone);
    for (const std::size_t v : removed) gone[v] = true;
    const auto without = distances(g, gone);
    std::int64_t lost = 0;
    for (const std::size_t s : sources)
        for (const std::size_t t : goals)
            if (s != t && !gone[s] && !gone[t] && with[s][t] <= within && without[s][t] > within)
                ++lost;
    return lost;
}

}  // namespace

TEST_CASE("removals are what a graph without the vertex says") {
    std::mt19937 random{20261122};
    int wrong = 0;
    int lost = 0;
    for (int i = 0; i < 10000; ++i) {
        const EdgeList g = random_graph(random);
        const std::size_t source = static_cast<std::size_t>(random()) % g.vertices;
        RemovalQuestion question{random_set(random, g.vertices), {}};
        for (int group = 0; group < 3; ++group)
            question.groups.push_back(random_set(random, g.vertices));
        const int within = random() % 2 == 0 ? far - 1 : 3;
        question.within = static_cast<std::uint32_t>(within);
        const auto with = distances(g, std::vector<bool>(g.vertices, false));
        const Successors successors{g};
        const auto rows = Removals{successors, question}.from(source);
        if (rows.size() + 1 != g.vertices) ++wrong;
        for (const Removal& row : rows) {
            std::vector<bool> gone(g.vertices, false);
            gone[row.vertex] = true;
            const auto without = distances(g, gone);
            Removal expected;
            expected.vertex = row.vertex;
            for (const std::size_t goal : question.goals) {
                if (goal == source || goal == row.vertex) continue;
                ++expected.goals;
                const int before = with[source][goal];
                const int after = without[source][goal];
                if (before <= within) ++expected.with.goals;
                if (before <= within) expected.with.steps += before;
                if (before <= 2) ++expected.with.near;
                if (after <= within) ++expected.without.goals;
                if (after <= within) expected.without.steps += after;
                if (after <= 2) ++expected.without.near;
                if (after <= within) expected.detour += after - before;
            }
            for (std::size_t k = 0; k < question.groups.size(); ++k) {
                const auto& group = question.groups[k];
                const auto reached = [&](const auto& d) {
                    return std::ranges::any_of(group, [&](std::size_t goal) {
                        return goal != row.vertex && d[source][goal] <= within;
                    });
                };
                if (std::ranges::count(group, source) == 0 && reached(with) && !reached(without))
                    expected.groups_lost.push_back(k);
            }
            lost += static_cast<int>(expected.groups_lost.size());
            if (row.vertex != expected.vertex || row.goals != expected.goals ||
                row.with != expected.with || row.without != expected.without ||
                row.detour != expected.detour || row.groups_lost != expected.groups_lost)
                ++wrong;
        }
    }
    CHECK(wrong == 0);
    CHECK(lost > 1000);
}

TEST_CASE("key players are the best of all sets; step by step never better, always as said") {
    std::mt19937 random{5};
    int wrong = 0;
    int worse = 0;
    for (int i = 0; i < 2000; ++i) {
        const EdgeList g = random_graph(random);
        const auto sources = random_set(random, g.vertices);
        RemovalQuestion question{random_set(random, g.vertices), {}};
        const int within = random() % 2 == 0 ? far - 1 : 3;
        question.within = static_cast<std::uint32_t>(within);
        const std::size_t size = 1 + static_cast<std::size_t>(random()) % 3;
        const Successors successors{g};
        std::int64_t best = 0;
        std::vector<std::size_t> set;
        for (std::size_t bits = 0; bits < (std::size_t{1} << g.vertices); ++bits) {
            set.clear();
            for (std::size_t v = 0; v < g.vertices; ++v)
                if ((bits >> v & 1) != 0) set.push_back(v);
            if (set.size() == std::min(size, g.vertices))
                best = std::max(best, brute_pairs_lost(g, sources, question.goals, within, set));
        }
        const auto exact = key_players(successors, sources, question, size, 1e12);
        if (exact.pairs_lost != best || exact.search != Search::exhaustive) ++wrong;
        const auto greedy = key_players(successors, sources, question, size, 0);
        if (greedy.pairs_lost !=
                brute_pairs_lost(g, sources, question.goals, within, greedy.vertices) ||
            greedy.pairs_lost != pairs_lost(successors, sources, question, greedy.vertices))
            ++wrong;
        if (greedy.pairs_lost < best) ++worse;
        if (size == 1 && greedy.pairs_lost != best) ++wrong;
    }
    CHECK(wrong == 0);
    CHECK(worse > 0);  // else the greedy search was not told apart
}
