#include "igraph.hpp"

#include <lotse/graph/matching.hpp>

#include <algorithm>
#include <map>

namespace lotse::graph {
namespace {

constexpr std::int64_t largest_weight = 1'000'000;

class Flags {
public:
    explicit Flags(const std::vector<bool>& values) {
        check(igraph_vector_bool_init(&vector_, static_cast<igraph_integer_t>(values.size())));
        for (std::size_t i = 0; i < values.size(); ++i) VECTOR(vector_)[i] = values[i];
    }
    ~Flags() { igraph_vector_bool_destroy(&vector_); }
    Flags(const Flags&) = delete;
    Flags& operator=(const Flags&) = delete;
    const igraph_vector_bool_t* get() const noexcept { return &vector_; }

private:
    igraph_vector_bool_t vector_;
};

bool is_sound(const PairGraph& graph) {
    return std::ranges::all_of(graph.edges, [&](const PairEdge& e) {
        return e.left < graph.left && e.right < graph.capacity.size() && e.weight >= 1 &&
               e.weight <= largest_weight;
    });
}

}  // namespace

Result<std::vector<std::optional<std::size_t>>> best_pairs(const PairGraph& graph) {
    if (!is_sound(graph))
        return Error{ErrorKind::engine, message({"Paarung: Kante außerhalb des Graphen.",
                                                 "matching: an edge outside the graph."})};
    std::vector<std::size_t> edges_at(graph.capacity.size());
    for (const PairEdge& edge : graph.edges) ++edges_at[edge.right];
    std::vector<std::size_t> first_copy;
    EdgeList copies{graph.left, {}, Direction::undirected};
    for (std::size_t right = 0; right < graph.capacity.size(); ++right) {
        first_copy.push_back(copies.vertices);
        copies.vertices += std::min(graph.capacity[right], edges_at[right]);
    }
    first_copy.push_back(copies.vertices);
    // Of parallel edges the heaviest; the first of equal ones.
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> heaviest;
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const PairEdge& edge = graph.edges[i];
        const auto [it, is_new] = heaviest.try_emplace({edge.left, edge.right}, i);
        if (!is_new && graph.edges[it->second].weight < edge.weight) it->second = i;
    }
    std::vector<std::size_t> origin(copies.vertices);  // right vertex of a copy
    for (std::size_t right = 0; right < graph.capacity.size(); ++right)
        for (std::size_t c = first_copy[right]; c < first_copy[right + 1]; ++c) origin[c] = right;
    for (const auto& [ends, position] : heaviest)
        for (std::size_t c = first_copy[ends.second]; c < first_copy[ends.second + 1]; ++c)
            copies.edges.push_back(
                {ends.first, c, static_cast<double>(graph.edges[position].weight)});

    std::vector<std::optional<std::size_t>> out(graph.left);
    if (copies.edges.empty()) return out;
    return in_session([&] {
        const Graph plain{copies};
        const Weights weights{copies};
        std::vector<bool> sides(copies.vertices, true);
        std::fill_n(sides.begin(), graph.left, false);
        const Flags types{sides};
        igraph_vector_int_t partners;
        check(igraph_vector_int_init(&partners, 0));
        const igraph_error_t code = igraph_maximum_bipartite_matching(
            plain.get(), types.get(), nullptr, nullptr, &partners, weights.get(), 0);
        for (std::size_t left = 0; code == IGRAPH_SUCCESS && left < graph.left; ++left)
            if (const igraph_integer_t mate = VECTOR(partners)[left]; mate >= 0)
                out[left] = heaviest.at({left, origin[static_cast<std::size_t>(mate)]});
        igraph_vector_int_destroy(&partners);
        check(code);
        return out;
    });
}

}  // namespace lotse::graph
