#include "deviations.hpp"

#include <algorithm>

namespace lotse::graph {

bool Deviations::later(const Entry& a, const Entry& b) {
    if (a.bound != b.bound) return a.bound > b.bound;
    return a.cost != b.cost ? a.cost < b.cost : a.vertex > b.vertex;
}

Deviations::Deviations(const Rows& along, const Rows& against, Vertex from, Vertex to)
    : along_{along},
      from_{from},
      to_{to},
      rest_(along.vertices(), {std::numeric_limits<double>::infinity(), unreached}),
      marks_(along.vertices()),
      banned_in_(along.vertices(), 0) {
    if (along.lengths.empty())
        measure_rest_in_hops(against, to);
    else
        measure_rest(against, to);
    leave({}, 0);
}

void Deviations::measure_rest_in_hops(const Rows& against, Vertex to) {
    std::vector<Vertex> queue{to};
    queue.reserve(against.vertices());
    rest_[to] = {};
    for (std::size_t i = 0; i < queue.size(); ++i) {
        const Cost next{rest_[queue[i]].length + 1, rest_[queue[i]].arcs + 1};
        for (const Vertex v : against.of(queue[i]))
            if (rest_[v].arcs == unreached) {
                rest_[v] = next;
                queue.push_back(v);
            }
    }
}

void Deviations::measure_rest(const Rows& against, Vertex to) {
    rest_[to] = {};
    heap_.push_back({{}, {}, to});
    while (!heap_.empty()) {
        std::ranges::pop_heap(heap_, later);
        const Entry here = heap_.back();
        heap_.pop_back();
        if (here.bound != rest_[here.vertex]) continue;  // entered again since
        for (Arc arc = against.first[here.vertex]; arc < against.first[here.vertex + 1]; ++arc) {
            const Cost cost{here.bound.length + against.lengths[arc], here.bound.arcs + 1};
            Cost& known = rest_[against.to[arc]];
            if (known <= cost) continue;
            known = cost;
            heap_.push_back({cost, {}, against.to[arc]});
            std::ranges::push_heap(heap_, later);
        }
    }
}

const Deviations::Way* Deviations::next() {
    if (!taken_.empty()) branch(Way{taken_.back()});
    if (candidates_.empty()) return nullptr;
    taken_.push_back(std::move(candidates_.extract(candidates_.begin()).value()));
    return &taken_.back();
}

void Deviations::branch(const Way& way) {
    for (std::size_t at = way.left_at; at < way.arcs.size(); ++at) leave(way, at);
}

/// Adds the shortest path that has the first `at` arcs of the way and then none that was taken
/// from there.
void Deviations::leave(const Way& way, std::size_t at) {
    ++search_;
    for (std::size_t i = 0; i <= at; ++i) banned_in_[vertex(way, i)] = search_;
    std::vector<Arc> banned;
    for (const Way& taken : taken_)
        if (taken.arcs.size() > at &&
            std::equal(taken.arcs.begin(), taken.arcs.begin() + static_cast<std::ptrdiff_t>(at),
                       way.arcs.begin()))
            banned.push_back(taken.arcs[at]);
    const Vertex spur = vertex(way, at);
    if (!search(spur, banned)) return;

    Way found;
    found.left_at = at;
    // The arcs from the goal back to the spur, where the search began.
    for (Vertex v = to_; v != spur;) {
        const Arc arc = marks_[v].entry;
        found.arcs.push_back(arc);
        const auto row = std::ranges::upper_bound(along_.first, arc);
        v = static_cast<Vertex>(row - along_.first.begin() - 1);
    }
    found.arcs.insert(found.arcs.end(), way.arcs.rend() - static_cast<std::ptrdiff_t>(at),
                      way.arcs.rend());
    std::ranges::reverse(found.arcs);
    for (const Arc arc : found.arcs) found.cost = after(found.cost, arc);
    candidates_.insert(std::move(found));
}

void Deviations::enter(Vertex v, Cost cost, Arc entry) {
    marks_[v] = {cost, search_, entry};
    heap_.push_back({{cost.length + rest_[v].length, cost.arcs + rest_[v].arcs}, cost, v});
    std::ranges::push_heap(heap_, later);
}

bool Deviations::search(Vertex spur, std::span<const Arc> banned) {
    heap_.clear();
    if (rest_[spur].arcs == unreached) return false;
    enter(spur, {}, 0);
    while (!heap_.empty()) {
        std::ranges::pop_heap(heap_, later);
        const Entry here = heap_.back();
        heap_.pop_back();
        if (here.vertex == to_) return true;
        if (here.cost != marks_[here.vertex].cost) continue;  // entered again since
        for (Arc arc = along_.first[here.vertex]; arc < along_.first[here.vertex + 1]; ++arc) {
            const Vertex v = along_.to[arc];
            if (rest_[v].arcs == unreached || banned_in_[v] == search_) continue;
            const Cost cost = after(here.cost, arc);
            if (marks_[v].search == search_ && marks_[v].cost <= cost) continue;
            if (here.vertex == spur && std::ranges::find(banned, arc) != banned.end()) continue;
            enter(v, cost, arc);
        }
    }
    return false;
}

}  // namespace lotse::graph
