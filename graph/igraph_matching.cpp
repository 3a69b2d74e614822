#include "igraph.hpp"

#include <lotse/graph/matching.hpp>

#include <algorithm>
#include <map>
#include <numeric>

namespace lotse::graph {
namespace {

constexpr std::int64_t largest_weight = 1'000'000;
constexpr std::size_t most_edges_at_once = 20000;  // beyond, minutes as a whole

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

using Pairs = std::vector<std::optional<std::size_t>>;

Result<Pairs> best_pairs_of_part(const PairGraph& graph) {
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

    Pairs out(graph.left);
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

/// What edges join, left and right vertices together, each in ascending order.
struct Part {
    PairGraph graph;
    std::vector<std::size_t> left;   ///< of the whole graph
    std::vector<std::size_t> edges;  ///< positions in the whole graph
};

std::vector<Part> parts_of(const PairGraph& graph) {
    std::vector<std::size_t> parent(graph.left + graph.capacity.size());  // right ones behind
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&](std::size_t v) {
        while (parent[v] != v) v = parent[v] = parent[parent[v]];
        return v;
    };
    for (const PairEdge& edge : graph.edges)
        parent[root(edge.left)] = root(graph.left + edge.right);
    std::vector<std::size_t> part_of(parent.size(), parent.size());
    std::vector<std::size_t> place(parent.size());
    std::vector<Part> out;
    for (std::size_t v = 0; v < parent.size(); ++v) {
        std::size_t& part = part_of[root(v)];
        if (part == parent.size()) {
            part = out.size();
            out.emplace_back();
        }
        Part& of = out[part];
        if (v < graph.left) {
            place[v] = of.graph.left++;
            of.left.push_back(v);
        } else {
            place[v] = of.graph.capacity.size();
            of.graph.capacity.push_back(graph.capacity[v - graph.left]);
        }
    }
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const PairEdge& edge = graph.edges[i];
        Part& of = out[part_of[root(edge.left)]];
        of.graph.edges.push_back({place[edge.left], place[graph.left + edge.right], edge.weight});
        of.edges.push_back(i);
    }
    return out;
}

}  // namespace

Result<Pairs> best_pairs(const PairGraph& graph) {
    if (!is_sound(graph))
        return Error{ErrorKind::engine, message({"Paarung: Kante außerhalb des Graphen.",
                                                 "matching: an edge outside the graph."})};
    if (graph.edges.size() <= most_edges_at_once) return best_pairs_of_part(graph);
    Pairs out(graph.left);
    for (const Part& part : parts_of(graph)) {
        const auto found = best_pairs_of_part(part.graph);
        if (!found) return found.error();
        for (std::size_t i = 0; i < part.left.size(); ++i)
            if ((*found)[i]) out[part.left[i]] = part.edges[*(*found)[i]];
    }
    return out;
}

}  // namespace lotse::graph
