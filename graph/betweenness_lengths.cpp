#include "betweenness_search.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace lotse::graph {
namespace {

constexpr double unreached_length = std::numeric_limits<double>::infinity();

/// Precondition: both are positive or, the first one only, infinite.
bool equal(double a, double b) {
    return a == b || std::abs(a - b) < 1e-10 * (a + b);
}

}  // namespace

void LengthSearch::add(const ClassGraph& graph, std::span<const Vertex> sources,
                       std::vector<double>& between) {
    const Vertex n = graph.rows.vertices();
    distance_.resize(n);
    paths_.resize(n);
    share_.resize(n);
    for (const Vertex source : sources) {
        forth(graph, source);
        back(graph, graph.weight[source], between);
    }
}

void LengthSearch::forth(const ClassGraph& graph, Vertex source) {
    const Rows& rows = graph.rows;
    std::ranges::fill(distance_, unreached_length);
    order_.clear();
    distance_[source] = 0;
    paths_[source] = 1;
    heap_.assign(1, {0.0, source});
    while (!heap_.empty()) {
        std::ranges::pop_heap(heap_, std::greater{});
        const auto [length, v] = heap_.back();
        heap_.pop_back();
        if (length != distance_[v]) continue;  // it was reached on a shorter way
        const double ways = order_.empty() ? 1 : paths_[v] * graph.members[v];
        order_.push_back(v);
        for (Arc arc = rows.first[v]; arc < rows.first[v + 1]; ++arc) {
            const Vertex to = rows.to[arc];
            const double further = length + rows.lengths[arc];
            const double before = distance_[to];
            if (before != unreached_length && equal(before, further)) {
                if (before > length) paths_[to] += ways;
            } else if (further < before) {
                distance_[to] = further;
                paths_[to] = ways;
                heap_.emplace_back(further, to);
                std::ranges::push_heap(heap_, std::greater{});
            }
        }
    }
}

void LengthSearch::back(const ClassGraph& graph, double weight, std::vector<double>& between) {
    const Rows& rows = graph.rows;
    for (std::size_t at = order_.size(); at-- > 1;) {
        const Vertex v = order_[at];
        double beyond = 0;
        for (Arc arc = rows.first[v]; arc < rows.first[v + 1]; ++arc) {
            const double there = distance_[rows.to[arc]];
            if (there > distance_[v] && equal(there, distance_[v] + rows.lengths[arc]))
                beyond += share_[rows.to[arc]];
        }
        beyond *= paths_[v];
        between[v] += weight * beyond;
        share_[v] = (graph.weight[v] + graph.members[v] * beyond) / paths_[v];
    }
}

}  // namespace lotse::graph
