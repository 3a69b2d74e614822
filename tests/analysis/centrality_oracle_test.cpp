// The columns of `centrality` against brute force and Boost.Graph, from the rows of ties on: loops,
// parallel ties, both directions, levels, kinds that are no relation.

#include "../graph/boost_oracle.hpp"
#include "../graph/brute_force.hpp"

#include <lotse/analysis/centrality.hpp>

#include <networks.hpp>

#include <catch2/catch.hpp>

#include <map>
#include <random>

using namespace lotse;
using namespace lotse::analysis;
using graph::Direction;
using graph::EdgeList;
using graph::Lengths;

namespace {

using Levels = std::vector<std::vector<int>>;  ///< highest level from i to j; -1: no tie

TestTables random_ties(std::mt19937& random, std::size_t n) {
    const auto below = [&](std::size_t k) { return static_cast<std::size_t>(random()) % k; };
    using enum TieKind;
    constexpr std::array kinds{cooperates, refers_to, informs,     member_of,
                               funds,      same_as,   successor_of};
    TestTables out = lettered(n, "");
    const std::size_t ties = n == 0 ? 0 : below(1 + n * (1 + below(4)));
    for (std::size_t i = 0; i < ties; ++i) {
        const std::string from(1, static_cast<char>('A' + below(n)));
        const std::string to(1, static_cast<char>('A' + below(n)));
        Tie& tie = out.tie(from, to, kinds[below(kinds.size())]);
        if (below(4) > 0) tie.level = static_cast<std::int64_t>(below(5));
    }
    return out;
}

/// Straight from the rows.
Levels levels_of(const TestTables& tables) {
    const std::size_t n = tables.actors.size();
    Levels out(n, std::vector<int>(n, -1));
    for (const Tie& tie : tables.ties) {
        if (tie.kind == TieKind::same_as || tie.kind == TieKind::successor_of) continue;
        const auto from = static_cast<std::size_t>(tie.from.key[0] - 'A');
        const auto to = static_cast<std::size_t>(tie.to.key[0] - 'A');
        if (from == to) continue;
        const int level = static_cast<int>(tie.level.value_or(1));
        out[from][to] = std::max(out[from][to], level);
        if (tie.kind == TieKind::cooperates) out[to][from] = std::max(out[to][from], level);
    }
    return out;
}

/// Edges whose weight is the level, as brute force wants them.
EdgeList graph_of(const Levels& levels, Direction direction) {
    EdgeList out{levels.size(), {}, direction};
    for (std::size_t i = 0; i < levels.size(); ++i)
        for (std::size_t j = 0; j < levels.size(); ++j) {
            const int level = direction == Direction::directed
                                  ? levels[i][j]
                                  : std::max(levels[i][j], levels[j][i]);
            if (level < 0 || (direction == Direction::undirected && j <= i)) continue;
            out.edges.push_back({i, j, static_cast<double>(level)});
        }
    return out;
}

/// Length 12/level: whole numbers, so that paths of equal length are equal.
EdgeList ways_of(EdgeList graph, Lengths lengths) {
    if (lengths == Lengths::hops) return graph;
    std::erase_if(graph.edges, [](const graph::Edge& e) { return e.weight == 0; });
    for (graph::Edge& e : graph.edges) e.weight = 12 / e.weight;
    return graph;
}

class Tally {
public:
    void note(const std::string& what, bool same) { wrong_[what] += same ? 0 : 1; }
    void compare(const std::string& what, const std::optional<double>& a,
                 const std::optional<double>& b) {
        note(what, a.has_value() == b.has_value() &&
                       (!a || std::abs(*a - *b) <= 1e-9 * std::max(1.0, std::abs(*b))));
    }
    void check() const {
        for (const auto& [what, count] : wrong_) {
            INFO(what);
            CHECK(count == 0);
        }
    }

private:
    std::map<std::string, int> wrong_;
};

std::optional<double> times(const std::optional<double>& value, double factor) {
    return value ? std::optional{*value * factor} : value;
}

void compare(Tally& tally, const View& view, const Levels& levels, Direction direction,
             Lengths lengths) {
    const bool directed = direction == Direction::directed;
    const bool weighted = lengths == Lengths::weights;
    const auto findings =
        *Centrality::run(view, {directed ? Flag::on : Flag::off, weighted ? Flag::on : Flag::off});
    const std::size_t n = levels.size();
    const EdgeList g = graph_of(levels, direction);
    const EdgeList plain = graph_of(levels, Direction::undirected);
    const EdgeList ways = ways_of(g, lengths);
    const auto paths = brute_force::shortest_paths(ways, lengths);
    const auto between = brute_force::betweenness(ways, paths);
    const auto boost = boost_oracle::betweenness(ways, lengths);
    const auto closeness = brute_force::closeness(paths);
    const auto harmonic = brute_force::harmonic(paths);
    const auto pagerank = brute_force::pagerank(g);
    const auto constraint = brute_force::constraint(g);
    const auto effective_size = brute_force::effective_size(g);
    const auto coreness = brute_force::coreness(g);
    const auto cut = brute_force::cut_vertices(plain);
    const double scale = weighted ? 12 : 1;
    const double others = static_cast<double>(n) - 1;
    const double pairs = others * (others - 1) / (directed ? 1 : 2);

    tally.note("rows", findings.actors.size() == n);
    tally.note("pairs", findings.pairs == static_cast<std::int64_t>(g.edges.size()));
    tally.note("components",
               findings.components == static_cast<std::int64_t>(brute_force::pieces(plain)));
    for (const Centrality::Position& p : findings.actors) {
        const std::size_t v = p.actor.index();
        std::int64_t in = 0;
        std::int64_t out = 0;
        std::int64_t partners = 0;
        double strength = 0;
        for (std::size_t w = 0; w < n; ++w) {
            in += levels[w][v] >= 0 ? 1 : 0;
            out += levels[v][w] >= 0 ? 1 : 0;
            partners += levels[w][v] >= 0 || levels[v][w] >= 0 ? 1 : 0;
            strength += directed ? std::max(levels[w][v], 0) + std::max(levels[v][w], 0)
                                 : std::max({levels[w][v], levels[v][w], 0});
        }
        tally.note("in_degree", p.in_degree == in);
        tally.note("out_degree", p.out_degree == out);
        tally.note("degree", p.degree == (directed ? in + out : partners));
        tally.compare("strength", p.strength, strength);
        tally.compare("betweenness, brute force", p.betweenness, between[v]);
        tally.compare("betweenness, Boost", p.betweenness, boost[v]);
        tally.compare("betweenness_normalized", p.betweenness_normalized,
                      n > 2 ? times(between[v], 1 / pairs) : std::nullopt);
        tally.compare("closeness", p.closeness, times(closeness[v], scale));
        tally.compare("harmonic", p.harmonic, times(harmonic[v], scale));
        tally.compare("pagerank", p.pagerank, pagerank[v]);
        tally.compare("constraint", p.constraint, constraint[v]);
        tally.compare("effective_size", p.effective_size, effective_size[v]);
        tally.note("coreness", p.coreness == static_cast<std::int64_t>(coreness[v]));
        tally.note("cut_vertex", p.cut_vertex == (std::ranges::find(cut, v) != cut.end()));
        if (p.eigenvector)
            tally.note("eigenvector", *p.eigenvector >= 0 && *p.eigenvector <= 1 + 1e-12);
    }
}

}  // namespace

TEST_CASE("the columns of centrality on 10,400 random graphs with loops and parallel ties") {
    std::mt19937 random{20191128};
    Tally tally;
    for (int run = 0; run < 2600; ++run) {
        const TestTables tables = random_ties(random, random() % 13);
        const View view = *make_view(tables.network(), {});
        const Levels levels = levels_of(tables);
        for (const Direction direction : {Direction::undirected, Direction::directed})
            for (const Lengths lengths : {Lengths::hops, Lengths::weights})
                compare(tally, view, levels, direction, lengths);
    }
    tally.check();
}
