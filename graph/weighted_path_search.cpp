#include <lotse/graph/weighted_path_search.hpp>

#include <algorithm>
#include <limits>

namespace lotse::graph {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Order of a heap with the nearest in front; equally near ones by number.
constexpr auto farther = [](const auto& a, const auto& b) {
    return a.distance != b.distance ? a.distance > b.distance : a.vertex > b.vertex;
};

}  // namespace

WeightedPathSearch::WeightedPathSearch(const Csr& graph)
    : graph_{graph}, marks_(2 * std::size_t{graph.vertices()}) {}

void WeightedPathSearch::next_question() {
    if (question_ == std::numeric_limits<std::uint32_t>::max()) {
        std::ranges::fill(marks_, Mark{});
        question_ = 0;
    }
    ++question_;
}

void WeightedPathSearch::enter(std::size_t end, Vertex v, double distance, Vertex toward) {
    const Mark& other = mark(v, 1 - end);
    if (other.question == question_ && distance + other.distance < best_) {
        best_ = distance + other.distance;
        middle_ = v;
    } else if (distance + radius(1 - end) >= best_) {
        return;  // the other side knows v already, or will not come nearer to it than its radius
    }
    mark(v, end) = {distance, question_, toward};
    heaps_[end].push_back({distance, v});
    std::ranges::push_heap(heaps_[end], farther);
}

std::size_t WeightedPathSearch::effort(std::size_t end) const {
    const Rows& rows = end == 0 ? graph_.out() : graph_.in();
    return heaps_[end].size() + rows.degree(heaps_[end].front().vertex);
}

void WeightedPathSearch::step(std::size_t end) {
    auto& heap = heaps_[end];
    std::ranges::pop_heap(heap, farther);
    const Entry here = heap.back();
    heap.pop_back();
    if (here.distance > mark(here.vertex, end).distance) return;  // entered again since
    const Rows& rows = end == 0 ? graph_.out() : graph_.in();
    for (Arc arc = rows.first[here.vertex]; arc < rows.first[here.vertex + 1]; ++arc) {
        const double distance = here.distance + (rows.lengths.empty() ? 1 : rows.lengths[arc]);
        const Vertex v = rows.to[arc];
        if (is_met(v, end) && mark(v, end).distance <= distance) continue;
        enter(end, v, distance, here.vertex);
    }
}

WeightedPathSearch::Path WeightedPathSearch::path(Vertex from, Vertex to) {
    next_question();
    best_ = infinity;
    for (auto& heap : heaps_) heap.clear();
    enter(0, from, 0, from);
    enter(1, to, 0, to);
    while (!heaps_[0].empty() && !heaps_[1].empty()) {
        if (radius(0) + radius(1) >= best_) break;
        step(effort(0) <= effort(1) ? 0 : 1);
    }
    path_.clear();
    if (best_ == infinity) return {};
    for (Vertex v = middle_; v != from; v = mark(v, 0).toward) path_.push_back(v);
    path_.push_back(from);
    std::ranges::reverse(path_);
    for (Vertex v = middle_; v != to;) {
        v = mark(v, 1).toward;
        path_.push_back(v);
    }
    return {path_, best_};
}

}  // namespace lotse::graph
