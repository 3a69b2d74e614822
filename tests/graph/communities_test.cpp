#include <lotse/graph/structure.hpp>

#include <catch2/catch.hpp>

#include <map>
#include <random>

using namespace lotse::graph;

namespace {

/// Newman & Girvan (2004), by the definition: sum over groups of (edges inside / m - (degrees /
/// 2m)^2).
double modularity(const EdgeList& graph, const std::vector<std::size_t>& groups) {
    const auto m = static_cast<double>(graph.edges.size());
    std::map<std::size_t, double> inside;
    std::map<std::size_t, double> degrees;
    for (const Edge& e : graph.edges) {
        if (groups[e.from] == groups[e.to]) ++inside[groups[e.from]];
        ++degrees[groups[e.from]];
        ++degrees[groups[e.to]];
    }
    double sum = 0;
    for (const auto& [group, degree] : degrees)
        sum += inside[group] / m - degree * degree / (4 * m * m);
    return sum;
}

/// The highest modularity of all partitions (restricted growth strings).
double best_modularity(const EdgeList& graph) {
    std::vector<std::size_t> groups(graph.vertices, 0);
    double best = -1;
    const auto extend = [&](const auto& self, std::size_t at, std::size_t used) -> void {
        if (at == groups.size()) {
            best = std::max(best, modularity(graph, groups));
            return;
        }
        for (std::size_t g = 0; g <= used; ++g) {
            groups[at] = g;
            self(self, at + 1, std::max(used, g + 1));
        }
    };
    extend(extend, 0, 0);
    return best;
}

}  // namespace

TEST_CASE("two triangles joined by an edge are two communities") {
    const EdgeList graph{
        6, {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}, {2, 3}}, Direction::undirected};
    const auto found = *communities(graph);
    CHECK(found.of == std::vector<std::size_t>{0, 0, 0, 1, 1, 1});
    CHECK(found.sizes == std::vector<std::size_t>{3, 3});
    CHECK(*found.modularity == Approx(modularity(graph, found.of)).epsilon(1e-12));  // 5/14
    CHECK(*found.modularity == Approx(5.0 / 14).epsilon(1e-12));
}

TEST_CASE("communities of random graphs against all partitions") {
    std::mt19937 random{7};
    int optimal = 0;
    int tied = 0;  // graphs with an edge
    constexpr int graphs = 300;
    for (int run = 0; run < graphs; ++run) {
        EdgeList graph{2 + random() % 6, {}, Direction::undirected};
        for (std::size_t a = 0; a < graph.vertices; ++a)
            for (std::size_t b = a + 1; b < graph.vertices; ++b)
                if (random() % 2 == 0) graph.edges.push_back({a, b});
        const auto found = *communities(graph);
        REQUIRE(found.of.size() == graph.vertices);
        if (graph.edges.empty()) {
            CHECK_FALSE(found.modularity);
            continue;
        }
        ++tied;
        CHECK(*found.modularity == Approx(modularity(graph, found.of)).margin(1e-12));
        const double best = best_modularity(graph);
        CHECK(*found.modularity <= best + 1e-12);
        optimal += *found.modularity > best - 1e-12 ? 1 : 0;
    }
    CHECK(optimal > tied * 9 / 10);  // a heuristic, but a good one on seven vertices
}

TEST_CASE("communities of the null graph and of isolates") {
    CHECK(communities({})->of.empty());
    CHECK(communities({3, {}, Direction::undirected})->sizes == std::vector<std::size_t>{1, 1, 1});
    CHECK(communities({2, {{0, 0}}, Direction::undirected})->sizes.size() == 2);
}
