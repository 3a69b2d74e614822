#include <lotse/graph/detours.hpp>

#include <algorithm>

namespace lotse::graph {

Detours::Detours(const Successors& forward, const Successors& backward)
    : forward_{forward},
      backward_{backward},
      distance_(forward.vertices(), unreached),
      dominator_(forward.vertices()),
      depth_(forward.vertices()),
      below_(forward.vertices()),
      place_(forward.vertices()),
      next_(forward.vertices()),
      hops_(forward.vertices()),
      found_(forward.vertices()) {}

std::uint32_t Detours::common(std::uint32_t a, std::uint32_t b) const {
    while (a != b) {
        if (depth_[a] >= depth_[b])
            a = dominator_[a];
        else
            b = dominator_[b];
    }
    return a;
}

void Detours::start_from(std::size_t source, const std::vector<bool>& without) {
    const auto gone = [&](std::uint32_t v) { return !without.empty() && without[v]; };
    source_ = static_cast<std::uint32_t>(source);
    std::ranges::fill(distance_, unreached);
    order_.clear();
    if (gone(source_)) return;
    distance_[source_] = 0;
    depth_[source_] = 0;
    order_.push_back(source_);
    for (std::size_t i = 0; i < order_.size(); ++i)
        for (const std::uint32_t to : forward_.of(order_[i])) {
            if (distance_[to] != unreached || gone(to)) continue;
            distance_[to] = distance_[order_[i]] + 1;
            order_.push_back(to);
        }
    for (std::size_t i = 1; i < order_.size(); ++i) {
        const std::uint32_t v = order_[i];
        bool first = true;
        for (const std::uint32_t before : backward_.of(v)) {
            if (distance_[before] + 1 != distance_[v]) continue;
            dominator_[v] = first ? before : common(dominator_[v], before);
            first = false;
        }
        depth_[v] = depth_[dominator_[v]] + 1;
    }
    number_by_preorder();
    copy_edges(forward_, out_);
    copy_edges(backward_, in_);
}

void Detours::number_by_preorder() {
    for (const std::uint32_t v : order_) below_[v] = 1;
    for (std::size_t i = order_.size(); i-- > 1;)
        below_[dominator_[order_[i]]] += below_[order_[i]];
    place_[source_] = 0;
    next_[source_] = 1;
    for (std::size_t i = 1; i < order_.size(); ++i) {
        const std::uint32_t v = order_[i];
        place_[v] = next_[dominator_[v]];
        next_[dominator_[v]] += below_[v];
        next_[v] = place_[v] + 1;
    }
    queue_ = order_;
    for (const std::uint32_t v : queue_) {
        order_[place_[v]] = v;
        hops_[place_[v]] = distance_[v];
    }
}

void Detours::copy_edges(const Successors& of, Edges& to) const {
    to.first.assign(1, 0);
    to.ends.clear();
    for (const std::uint32_t v : order_) {
        for (const std::uint32_t w : of.of(v))
            if (distance_[w] != unreached) to.ends.push_back(place_[w]);
        to.first.push_back(to.ends.size());
    }
}

std::span<const Detours::Change> Detours::without(std::size_t vertex) {
    changes_.clear();
    queue_.clear();
    if (vertex == source_ || distance_[vertex] == unreached) return changes_;
    const Place v = place_[vertex];
    const Place end = v + below_[vertex];
    const auto is_below = [v, end](Place p) { return p > v && p < end; };
    for (Place p = v + 1; p < end; ++p) {
        found_[p] = unreached;
        for (const Place before : in_.of(p))
            if (before < v || before >= end) found_[p] = std::min(found_[p], hops_[before] + 1);
        changes_.push_back({p, found_[p]});
    }
    // By rising distance: those known from outside in order, and in between those found from them.
    std::ranges::sort(changes_, {}, &Change::distance);
    std::size_t known = 0;
    for (std::size_t i = 0;;) {
        const bool more = known < changes_.size() && changes_[known].distance != unreached;
        Place p = v;
        if (i < queue_.size() && (!more || found_[queue_[i]] <= changes_[known].distance)) {
            p = queue_[i++];
        } else if (more) {
            const Change& change = changes_[known++];
            if (found_[change.vertex] != change.distance) continue;  // found from inside, nearer
            p = change.vertex;
        } else {
            break;
        }
        for (const Place to : out_.of(p)) {
            if (!is_below(to) || found_[to] <= found_[p] + 1) continue;
            found_[to] = found_[p] + 1;
            queue_.push_back(to);
        }
    }
    for (Change& change : changes_) change = {order_[change.vertex], found_[change.vertex]};
    return changes_;
}

}  // namespace lotse::graph
