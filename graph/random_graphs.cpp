#include <lotse/graph/random_graphs.hpp>

#include "key_set.hpp"

#include <algorithm>
#include <utility>

namespace lotse::graph {
namespace {

/// The pair with this number, in the order (0,1), (0,2), (1,2), (0,3) ... if undirected.
Edge pair_number(std::size_t number, std::size_t vertices, Direction direction) {
    if (direction == Direction::directed) {
        const std::size_t from = number / (vertices - 1);
        const std::size_t to = number % (vertices - 1);
        return {from, to < from ? to : to + 1};
    }
    std::size_t low = 1;  // the larger vertex of the pair: largest v with v (v - 1) / 2 <= number
    std::size_t high = vertices - 1;
    while (low < high) {
        const std::size_t middle = (low + high + 1) / 2;
        if (middle * (middle - 1) / 2 <= number)
            low = middle;
        else
            high = middle - 1;
    }
    return {number - low * (low - 1) / 2, low};
}

}  // namespace

EdgeList random_graph(std::size_t vertices, std::size_t edges, Direction direction,
                      Random& random) {
    EdgeList out{vertices, {}, direction};
    if (edges == 0) return out;
    std::size_t pairs = vertices * (vertices - 1);
    if (direction == Direction::undirected) pairs /= 2;
    // Floyd's sample without replacement: Bentley & Floyd (1987), Communications of the ACM 30(9)
    KeySet chosen{edges};
    for (std::size_t last = pairs - edges; last < pairs; ++last) {
        const std::size_t draw = random.below(last + 1);
        const std::size_t number = chosen.contains(draw) ? last : draw;
        chosen.insert(number);
        out.edges.push_back(pair_number(number, vertices, direction));
    }
    return out;
}

Rewiring::Rewiring(EdgeList graph)
    : graph_{std::move(graph)}, present_{std::make_unique<KeySet>(graph_.edges.size())} {
    for (const Edge& e : graph_.edges) present_->insert(key(e.from, e.to));
}

Rewiring::~Rewiring() = default;

std::uint64_t Rewiring::key(std::size_t from, std::size_t to) const {
    if (graph_.direction == Direction::undirected && from > to) std::swap(from, to);
    return static_cast<std::uint64_t>(from) * graph_.vertices + to;
}

void Rewiring::swap(std::size_t attempts, Random& random) {
    if (graph_.edges.size() < 2) return;
    for (std::size_t i = 0; i < attempts; ++i) {
        Edge& a = graph_.edges[random.below(graph_.edges.size())];
        Edge& b = graph_.edges[random.below(graph_.edges.size())];
        if (&a == &b) continue;
        if (graph_.direction == Direction::undirected && random.chance(0.5))
            std::swap(b.from, b.to);
        if (a.from == b.to || b.from == a.to) continue;
        const std::uint64_t first = key(a.from, b.to);
        const std::uint64_t second = key(b.from, a.to);
        if (first == second || present_->contains(first) || present_->contains(second)) continue;
        present_->erase(key(a.from, a.to));
        present_->erase(key(b.from, b.to));
        present_->insert(first);
        present_->insert(second);
        std::swap(a.to, b.to);
    }
}

}  // namespace lotse::graph
