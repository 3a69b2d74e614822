#include <lotse/graph/bottlenecks.hpp>

#include <algorithm>

namespace lotse::graph {

DisjointPaths::DisjointPaths(const Successors& graph)
    : graph_{graph},
      is_goal_(graph.vertices(), false),
      next_(graph.vertices(), nobody),
      previous_(graph.vertices(), nobody),
      entered_(graph.vertices(), nobody),
      left_(graph.vertices(), nobody) {}

std::size_t DisjointPaths::count(std::size_t from, std::span<const std::size_t> goals) {
    from_ = static_cast<std::uint32_t>(from);
    for (const std::size_t goal : goals) is_goal_[goal] = true;
    const std::size_t most = std::min(goals.size(), graph_.of(from).size());
    std::size_t found = 0;
    while (found < most && one_more()) ++found;
    for (const std::size_t goal : goals) is_goal_[goal] = false;
    for (const std::uint32_t v : touched_) next_[v] = previous_[v] = nobody;
    touched_.clear();
    return found;
}

bool DisjointPaths::one_more() {
    queue_.clear();
    end_ = nobody;
    for (const std::uint32_t to : graph_.of(from_))
        if (previous_[to] != from_) enter(to, from_);
    for (std::size_t i = 0; i < queue_.size() && end_ == nobody; ++i) {
        const auto [v, side] = queue_[i];
        if (side == Side::in) {
            if (previous_[v] == nobody)
                leave(v, v);
            else if (previous_[v] != from_)
                leave(previous_[v], v);  // takes back the step of the path that is here
        } else {
            if (previous_[v] != nobody) enter(v, v);  // takes back that the path passes
            for (const std::uint32_t to : graph_.of(v))
                if (next_[v] != to) enter(to, v);
        }
    }
    if (end_ != nobody) change_paths();
    for (const Place& place : queue_) entered_[place.vertex] = left_[place.vertex] = nobody;
    return end_ != nobody;
}

void DisjointPaths::enter(std::uint32_t v, std::uint32_t before) {
    if (v == from_ || entered_[v] != nobody) return;
    entered_[v] = before;
    queue_.push_back({v, Side::in});
}

void DisjointPaths::leave(std::uint32_t v, std::uint32_t before) {
    if (left_[v] != nobody) return;
    left_[v] = before;
    queue_.push_back({v, Side::out});
    if (is_goal_[v] && next_[v] != the_end && end_ == nobody) end_ = v;
}

void DisjointPaths::change_paths() {
    struct Step {
        std::uint32_t from;
        std::uint32_t to;
    };
    std::vector<Step> added;
    std::uint32_t v = end_;
    Side side = Side::out;
    while (v != from_) {
        const std::uint32_t before = side == Side::out ? left_[v] : entered_[v];
        if (before == v) {
            side = side == Side::out ? Side::in : Side::out;
        } else if (side == Side::out) {  // the step from v to `before` is taken back
            next_[v] = nobody;
            previous_[before] = nobody;
            v = before;
            side = Side::in;
        } else {
            added.push_back({before, v});
            v = before;
            side = Side::out;
        }
    }
    for (const Step& step : added) {
        if (step.from != from_) next_[step.from] = step.to;
        previous_[step.to] = step.from;
        touched_.push_back(step.to);
    }
    next_[end_] = the_end;
}

}  // namespace lotse::graph
