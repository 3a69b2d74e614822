// What a caller may get wrong about edges, groups and labels comes back as an error.

#include <lotse/graph/arc_labels.hpp>
#include <lotse/graph/mixing.hpp>
#include <lotse/graph/structure.hpp>

#include <catch2/catch.hpp>

using namespace lotse;
using namespace lotse::graph;

namespace {

template <class T>
std::string problem(const Result<T>& found) {
    return found ? "" : found.error().message.en;
}

const std::string no_such_vertex = "An edge leads to a vertex that does not exist.";

}  // namespace

TEST_CASE("an edge to a vertex that does not exist is an error") {
    const std::vector<std::size_t> two{0, 1};
    const std::vector<std::uint8_t> one{0};
    for (const Edge& edge : {Edge{0, 5}, Edge{5, 0}, Edge{5, 5}}) {
        const EdgeList graph{2, {edge}};
        CHECK(problem(assortativity(graph, two)) == no_such_vertex);
        CHECK(problem(arc_labels(graph, one)) == no_such_vertex);
        CHECK(problem(components(graph)) == no_such_vertex);
        CHECK(problem(coreness(graph)) == no_such_vertex);
    }
}

TEST_CASE("there is one group per vertex, of any number") {
    const EdgeList pairs{4, {{0, 1}, {2, 3}}};
    for (const std::size_t size : {0U, 2U, 5U})
        CHECK(problem(assortativity(pairs, std::vector<std::size_t>(size, 0))) ==
              "There has to be exactly one group per vertex.");
    constexpr std::size_t large = std::size_t{1} << 40;
    const auto found = assortativity(pairs, std::vector<std::size_t>{large, large, 7, 7});
    REQUIRE(found);
    CHECK(**found == Approx(1));
    CHECK(problem(agreement(std::vector<std::size_t>{0, 1, 2}, std::vector<std::size_t>{0, 1})) !=
          "");
}

TEST_CASE("there is one label per edge, up to 63") {
    const EdgeList pairs{4, {{0, 1}, {2, 3}}};
    for (const std::size_t size : {0U, 1U, 3U})
        CHECK(problem(arc_labels(pairs, std::vector<std::uint8_t>(size, 0))) ==
              "There has to be exactly one label per edge.");
    CHECK(problem(arc_labels(pairs, std::vector<std::uint8_t>{0, 63})) == "");
    CHECK(problem(arc_labels(pairs, std::vector<std::uint8_t>{0, 64})) ==
          "The label of an edge is above 63.");
}
