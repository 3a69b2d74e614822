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
    for (const std::uint32_t v : queue_) order_[place_[v]] = v;  // from now on in preorder
}

std::span<const Detours::Change> Detours::without(std::size_t vertex) {
    changes_.clear();
    queue_.clear();
    const auto v = static_cast<std::uint32_t>(vertex);
    if (v == source_ || distance_[v] == unreached) return changes_;
    for (std::uint32_t place = place_[v] + 1; place < place_[v] + below_[v]; ++place) {
        const std::uint32_t u = order_[place];
        found_[u] = unreached;
        for (const std::uint32_t before : backward_.of(u))
            if (before != v && distance_[before] != unreached && !below(before, v))
                found_[u] = std::min(found_[u], distance_[before] + 1);
        changes_.push_back({u, found_[u]});
    }
    // By rising distance: those known from outside in order, and in between those found from them.
    std::ranges::sort(changes_, {}, &Change::distance);
    std::size_t known = 0;
    for (std::size_t i = 0;;) {
        const bool more = known < changes_.size() && changes_[known].distance != unreached;
        std::uint32_t u = v;
        if (i < queue_.size() && (!more || found_[queue_[i]] <= changes_[known].distance)) {
            u = queue_[i++];
        } else if (more) {
            const Change& change = changes_[known++];
            if (found_[change.vertex] != change.distance) continue;  // found from inside, nearer
            u = change.vertex;
        } else {
            break;
        }
        for (const std::uint32_t to : forward_.of(u)) {
            if (!below(to, v) || found_[to] <= found_[u] + 1) continue;
            found_[to] = found_[u] + 1;
            queue_.push_back(to);
        }
    }
    for (Change& change : changes_) change.distance = found_[change.vertex];
    return changes_;
}

}  // namespace lotse::graph
