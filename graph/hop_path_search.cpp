#include <lotse/graph/hop_path_search.hpp>

#include <algorithm>
#include <limits>

namespace lotse::graph {

HopPathSearch::HopPathSearch(const Csr& graph) : graph_{graph}, marks_(graph.vertices()) {}

std::span<const Vertex> HopPathSearch::path(Vertex from, Vertex to) {
    return search(from, to, [](std::size_t, Arc) { return true; });
}

std::span<const Vertex> HopPathSearch::path(Vertex from, Vertex to, const ArcLabels& labels,
                                            LabelSet allowed) {
    const std::array of{labels.out.data(),
                        labels.in.empty() ? labels.out.data() : labels.in.data()};
    return search(from, to,
                  [&](std::size_t end, Arc arc) { return ((allowed >> of[end][arc]) & 1U) != 0; });
}

void HopPathSearch::next_question() {
    if (question_ > std::numeric_limits<std::uint32_t>::max() - 4) {
        std::ranges::fill(marks_, Mark{});
        question_ = 0;
    }
    question_ += 2;
}

/// End 0 searches along the edges, end 1 against them. The first contact is a shortest path: an
/// end meets all vertices of a distance before the next, so at the first contact both have met
/// everything within their depths but nothing that the other has met.
template <class Allows>
std::span<const Vertex> HopPathSearch::search(Vertex from, Vertex to, const Allows& allows) {
    path_.clear();
    if (from == to) {
        path_.push_back(from);
        return path_;
    }
    next_question();
    const std::array rows{&graph_.out(), &graph_.in()};
    const std::array<Vertex, 2> ends{from, to};
    std::array<std::size_t, 2> arcs{};
    for (const std::size_t end : {0U, 1U}) {
        marks_[ends[end]] = {question_ + static_cast<std::uint32_t>(end), ends[end]};
        fronts_[end].assign(1, ends[end]);
        arcs[end] = rows[end]->degree(ends[end]);
    }
    while (!fronts_[0].empty() && !fronts_[1].empty()) {
        const std::size_t end = arcs[0] <= arcs[1] ? 0 : 1;
        const std::uint32_t own = question_ + static_cast<std::uint32_t>(end);
        const std::uint32_t other = question_ + static_cast<std::uint32_t>(1 - end);
        const Rows& here = *rows[end];
        next_.clear();
        arcs[end] = 0;
        for (const Vertex u : fronts_[end])
            for (Arc arc = here.first[u]; arc < here.first[u + 1]; ++arc) {
                if (!allows(end, arc)) continue;
                const Vertex v = here.to[arc];
                Mark& mark = marks_[v];
                if (mark.question == own) continue;
                if (mark.question == other) {
                    join(end == 0 ? u : v, end == 0 ? v : u);
                    return path_;
                }
                mark = {own, u};
                next_.push_back(v);
                arcs[end] += here.degree(v);
            }
        fronts_[end].swap(next_);
    }
    return path_;
}

/// Puts together the way from the start to `near` and that from `far` to the goal.
void HopPathSearch::join(Vertex near, Vertex far) {
    for (Vertex v = near;; v = marks_[v].toward) {
        path_.push_back(v);
        if (marks_[v].toward == v) break;
    }
    std::ranges::reverse(path_);
    for (Vertex v = far;; v = marks_[v].toward) {
        path_.push_back(v);
        if (marks_[v].toward == v) break;
    }
}

}  // namespace lotse::graph
