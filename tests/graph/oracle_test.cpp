// igraph, Boost.Graph and brute force on the same random graphs: three must agree.

#include "boost_oracle.hpp"
#include "brute_force.hpp"

#include <lotse/graph/centrality.hpp>
#include <lotse/graph/hop_measures.hpp>
#include <lotse/graph/nearness.hpp>
#include <lotse/graph/structural_holes.hpp>
#include <lotse/graph/structure.hpp>

#include <catch2/catch.hpp>

#include <array>
#include <map>
#include <numeric>
#include <random>
#include <string>

using namespace lotse;
using namespace lotse::graph;

namespace {

constexpr double tolerance = 1e-9;

/// 0 to 12 vertices, any density, with loops and parallel edges before it is simplified. Weights
/// are small whole numbers: sums are exact, and paths of equal length are frequent.
EdgeList random_graph(std::mt19937& random, Direction direction) {
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    EdgeList out;
    out.direction = direction;
    out.vertices = below(13);
    if (out.vertices == 0) return out;
    const std::size_t edges = below(1 + out.vertices * (1 + below(out.vertices)) / 2);
    constexpr std::array<double, 4> lengths{3, 4, 6, 12};
    for (std::size_t i = 0; i < edges; ++i)
        out.edges.push_back({below(out.vertices), below(out.vertices), lengths[below(4)]});
    return simplified(std::move(out), Merge::max);
}

/// Counts disagreements by name; Catch's own counting would take longer than the measures.
class Tally {
public:
    void compare(const std::string& what, const Result<Scores>& actual, const Scores& expected) {
        bool same = actual && actual->size() == expected.size();
        for (std::size_t i = 0; same && i < expected.size(); ++i) {
            const auto& a = (*actual)[i];
            const auto& e = expected[i];
            same = a.has_value() == e.has_value() &&
                   (!a || (std::isfinite(*a) &&
                           std::abs(*a - *e) <= tolerance * std::max(1.0, std::abs(*e))));
        }
        note(what, same);
    }
    void compare(const std::string& what, const Result<std::vector<std::size_t>>& actual,
                 const std::vector<std::size_t>& expected) {
        note(what, actual && *actual == expected);
    }
    void note(const std::string& what, bool same) {
        auto& [right, wrong] = counts_[what];
        ++(same ? right : wrong);
    }
    void check() const {
        for (const auto& [what, count] : counts_) {
            INFO(what << ": " << count.second << " of " << count.first + count.second);
            CHECK(count.second == 0);
        }
    }

private:
    std::map<std::string, std::pair<int, int>> counts_;
};

/// A v = c v, v >= 0, and largest value 1. On a connected undirected graph only the leading
/// eigenvector is like that (Perron and Frobenius).
bool is_eigenvector(const EdgeList& g, const Scores& v) {
    const auto a = brute_force::adjacency(g);
    std::vector<double> image(g.vertices, 0);
    double value = 0;
    double largest = 0;
    for (std::size_t i = 0; i < g.vertices; ++i) {
        if (!v[i] || *v[i] < 0) return false;
        largest = std::max(largest, *v[i]);
        for (std::size_t j = 0; j < g.vertices; ++j) image[i] += a[j][i] * v[j].value_or(0);
        if (*v[i] == 1) value = image[i];
    }
    bool fits = largest == 1 && value > 0;
    for (std::size_t i = 0; i < g.vertices; ++i)
        fits = fits && std::abs(image[i] - value * *v[i]) < 1e-9;
    return fits;
}

/// (A + I)^(2^20) times a vector of ones, largest value 1, by squaring: power iteration without
/// end. On any undirected graph, also where components share the largest eigenvalue.
std::vector<double> power_iteration(const EdgeList& g) {
    const std::size_t n = g.vertices;
    auto a = brute_force::adjacency(g);
    for (std::size_t i = 0; i < n; ++i) a[i][i] += 1;
    for (int squaring = 0; squaring < 20; ++squaring) {
        auto square = a;
        double largest = 0;
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j) {
                square[i][j] = 0;
                for (std::size_t k = 0; k < n; ++k) square[i][j] += a[i][k] * a[k][j];
                largest = std::max(largest, square[i][j]);
            }
        for (auto& row : square)
            for (double& cell : row) cell /= largest;
        a = std::move(square);
    }
    std::vector<double> out;
    for (const auto& row : a) out.push_back(std::accumulate(row.begin(), row.end(), 0.0));
    const double largest = *std::ranges::max_element(out);
    for (double& v : out) v /= largest;
    return out;
}

bool is_limit_of_power_iteration(const EdgeList& g, const Scores& v) {
    const std::vector<double> expected = power_iteration(g);
    for (std::size_t i = 0; i < g.vertices; ++i)
        if (!v[i] || std::abs(*v[i] - expected[i]) > 1e-6) return false;
    return true;
}

/// Our own pass over an undirected graph against igraph and against all distances.
void compare_hop_measures(Tally& tally, const EdgeList& g) {
    const HopMeasures found = *hop_measures(g);
    tally.compare("one pass: betweenness", betweenness(g, Lengths::hops),
                  {found.betweenness.begin(), found.betweenness.end()});
    if (g.vertices != 1)
        tally.compare("one pass: harmonic", nearness(*Csr::of(g, Lengths::hops), {}).harmonic,
                      {found.harmonic.begin(), found.harmonic.end()});
    std::vector<std::size_t> everybody(g.vertices);
    std::iota(everybody.begin(), everybody.end(), std::size_t{0});
    const HopMeasures estimated = *hop_measures(g, everybody);
    tally.compare("from pivots: betweenness", betweenness(g, Lengths::hops),
                  {estimated.betweenness.begin(), estimated.betweenness.end()});
    tally.compare("from pivots: harmonic", Scores(found.harmonic.begin(), found.harmonic.end()),
                  {estimated.harmonic.begin(), estimated.harmonic.end()});
    HopMeasures mean{std::vector<double>(g.vertices, 0), std::vector<double>(g.vertices, 0)};
    for (const std::size_t pivot : everybody) {
        const HopMeasures one = *hop_measures(g, std::array{pivot});
        for (std::size_t v = 0; v < g.vertices; ++v)
            mean.harmonic[v] += one.harmonic[v] / static_cast<double>(g.vertices);
    }
    tally.compare("from one pivot after the other",
                  Scores(mean.harmonic.begin(), mean.harmonic.end()),
                  {estimated.harmonic.begin(), estimated.harmonic.end()});
    const auto paths = brute_force::shortest_paths(g, Lengths::hops);
    const DistanceSummary distances = distance_summary(g);
    DistanceSummary expected;
    for (std::size_t i = 0; i < g.vertices; ++i)
        for (std::size_t j = 0; j < i; ++j) {
            if (paths.length[i][j] == brute_force::infinity) continue;
            const auto hops = static_cast<std::int64_t>(paths.length[i][j]);
            expected.pairs += 2;  // from both ends
            expected.sum += 2 * hops;
            expected.diameter = std::max(expected.diameter, hops);
        }
    tally.note("one pass: components",
               distances.components == static_cast<std::int64_t>(brute_force::pieces(g)));
    tally.note("one pass: distances", distances.pairs == expected.pairs &&
                                          distances.sum == expected.sum &&
                                          distances.diameter == expected.diameter);
}

void compare_all(Tally& tally, const EdgeList& g) {
    for (const Lengths lengths : {Lengths::hops, Lengths::weights}) {
        const auto paths = brute_force::shortest_paths(g, lengths);
        const auto found = betweenness(g, lengths);
        tally.compare("betweenness, brute force", found, brute_force::betweenness(g, paths));
        tally.compare("betweenness, Boost", found, boost_oracle::betweenness(g, lengths));
        const Nearness near = nearness(*Csr::of(g, lengths), {});
        tally.compare("closeness", near.closeness, brute_force::closeness(paths));
        tally.compare("harmonic", near.harmonic, brute_force::harmonic(paths));
    }
    tally.compare("pagerank", pagerank(g), brute_force::pagerank(g));
    const Csr rows = *Csr::of(g, Lengths::hops);
    tally.compare("constraint", constraint(rows, {}), brute_force::constraint(g));
    tally.compare("effective size", effective_size(rows, {}), brute_force::effective_size(g));
    tally.compare("coreness", coreness(g), brute_force::coreness(g));
    tally.compare("cut vertices, brute force", cut_vertices(g), brute_force::cut_vertices(g));
    tally.compare("cut vertices, Boost", cut_vertices(g), boost_oracle::cut_vertices(g));
    const auto parts = components(g);
    tally.note("number of components", parts && parts->sizes.size() == brute_force::pieces(g));
    const auto expected = boost_oracle::components(g);
    for (const Edge& e : g.edges)
        tally.note("components",
                   parts->of[e.from] == parts->of[e.to] && expected[e.from] == expected[e.to]);
    tally.note("largest component first", std::ranges::is_sorted(parts->sizes, std::greater{}));
    const auto leading = eigenvector(g);
    if (g.direction == Direction::undirected) {
        compare_hop_measures(tally, g);
        tally.compare("coreness, Boost", coreness(g), boost_oracle::coreness(g));
        tally.note("eigenvector", leading && (g.edges.empty() || is_eigenvector(g, *leading)));
        tally.note("eigenvector, power iteration",
                   leading && (g.edges.empty() || is_limit_of_power_iteration(g, *leading)));
    }
    const bool defined = leading && !leading->empty() && leading->front();
    const bool zero =
        defined && std::ranges::all_of(*leading, [](const auto& v) { return *v == 0; });
    tally.note("directed eigenvector",
               leading && (!defined || zero || is_eigenvector(g, *leading)));
}

}  // namespace

TEST_CASE("igraph, Boost.Graph and brute force agree on 12,000 random graphs") {
    std::mt19937 random{20191128};
    Tally tally;
    for (int i = 0; i < 6000; ++i)
        for (const Direction direction : {Direction::undirected, Direction::directed})
            compare_all(tally, random_graph(random, direction));
    tally.check();
}

TEST_CASE("distances of graphs with more than 256 vertices, against one search per vertex") {
    std::mt19937 random{4};
    for (const std::size_t n : {std::size_t{200}, std::size_t{257}, std::size_t{600}}) {
        EdgeList g{n, {}, Direction::undirected};
        for (std::size_t i = 0; i < n; ++i) g.edges.push_back({random() % n, random() % n});
        g = simplified(std::move(g), Merge::max);
        const auto paths = brute_force::shortest_paths(g, Lengths::hops);
        double sum = 0;
        double diameter = 0;
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (paths.length[i][j] < brute_force::infinity) {
                    sum += paths.length[i][j];
                    diameter = std::max(diameter, paths.length[i][j]);
                }
        const DistanceSummary found = distance_summary(g);
        CHECK(static_cast<double>(found.sum) == 2 * sum);  // from both ends
        CHECK(static_cast<double>(found.diameter) == diameter);
        CHECK(found.components == static_cast<std::int64_t>(brute_force::pieces(g)));
    }
}
