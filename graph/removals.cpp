#include <lotse/graph/removals.hpp>

#include <algorithm>
#include <array>
#include <numeric>

namespace lotse::graph {
namespace {

using Distances = std::vector<std::uint32_t>;

bool is_near(std::uint32_t distance, std::uint32_t within) {
    return distance != unreached && distance <= within;
}

/// Whether a goal of the group other than source and vertex is reached.
bool reaches_group(const std::vector<std::size_t>& group, const Distances& distance,
                   std::size_t vertex, std::uint32_t within) {
    return std::ranges::any_of(
        group, [&](std::size_t goal) { return goal != vertex && is_near(distance[goal], within); });
}

/// Counts one side of a removal.
Reach reach(const RemovalQuestion& question, const Distances& distance, std::size_t source,
            std::size_t vertex) {
    Reach out;
    for (const std::size_t goal : question.goals) {
        if (goal == source || goal == vertex || !is_near(distance[goal], question.within)) continue;
        ++out.goals;
        out.steps += distance[goal];
        if (distance[goal] <= question.near) ++out.near;
    }
    return out;
}

/// Pairs within reach that involve no removed vertex.
std::int64_t pairs(const RemovalQuestion& question, const Distances& distance, std::size_t source,
                   const std::vector<bool>& removed) {
    if (removed[source]) return 0;
    return std::ranges::count_if(question.goals, [&](std::size_t goal) {
        return goal != source && !removed[goal] && is_near(distance[goal], question.within);
    });
}

/// Looks at sets of removed vertices against the same paths.
class Losses {
public:
    Losses(const Successors& graph, std::span<const std::size_t> sources,
           const RemovalQuestion& question)
        : graph_{graph}, sources_{sources}, question_{question} {
        for (const std::size_t source : sources) with_.push_back(from(source, {}));
    }

    std::int64_t of(const std::vector<bool>& removed) const {
        std::int64_t lost = 0;
        for (std::size_t i = 0; i < sources_.size(); ++i) {
            const std::size_t source = sources_[i];
            if (removed[source]) continue;
            lost += pairs(question_, with_[i], source, removed) -
                    pairs(question_, from(source, removed), source, removed);
        }
        return lost;
    }

    /// Per vertex: of the removed ones and it together. Of a vertex that is removed or that no
    /// distance hangs on: not more than of the removed ones alone.
    std::vector<std::int64_t> with_one_more(std::vector<bool> removed) const {
        std::vector<std::int64_t> lost(graph_.vertices(), 0);
        for (std::size_t i = 0; i < sources_.size(); ++i) {
            const std::size_t source = sources_[i];
            if (removed[source]) continue;
            const Distances now = from(source, removed);
            const std::vector<bool> needed = needed_for_distances(graph_, now);
            const std::int64_t all = pairs(question_, with_[i], source, removed);
            const std::int64_t left = pairs(question_, now, source, removed);
            for (std::size_t v = 0; v < lost.size(); ++v) {
                if (removed[v] || v == source) continue;
                const bool goal = std::ranges::binary_search(question_.goals, v);
                lost[v] += all - (goal && is_near(with_[i][v], question_.within) ? 1 : 0);
                if (!needed[v]) {
                    lost[v] -= left - (goal && is_near(now[v], question_.within) ? 1 : 0);
                    continue;
                }
                removed[v] = true;
                lost[v] -= pairs(question_, from(source, removed), source, removed);
                removed[v] = false;
            }
        }
        return lost;
    }

private:
    Distances from(std::size_t source, const std::vector<bool>& removed) const {
        return hop_distances(graph_, std::array{source}, removed);
    }

    const Successors& graph_;
    std::span<const std::size_t> sources_;
    const RemovalQuestion& question_;
    std::vector<Distances> with_;
};

/// n over k.
double subsets(std::size_t n, std::size_t k) {
    double out = 1;
    for (std::size_t i = 0; i < k; ++i)
        out *= static_cast<double>(n - i) / static_cast<double>(i + 1);
    return out;
}

/// The next set of the same size in order; false: it was the last.
bool next_set(std::vector<std::size_t>& set, std::size_t n) {
    for (std::size_t i = set.size(); i-- > 0;)
        if (set[i] + (set.size() - i) < n) {
            std::iota(set.begin() + static_cast<std::ptrdiff_t>(i), set.end(), set[i] + 1);
            return true;
        }
    return false;
}

}  // namespace

std::vector<Removal> removals(const Successors& graph, std::size_t source,
                              const RemovalQuestion& question) {
    const std::array from{source};
    const Distances with = hop_distances(graph, from);
    const std::vector<bool> needed = needed_for_distances(graph, with);
    const Reach all = reach(question, with, source, source);
    std::vector<bool> is_goal(graph.vertices(), false);
    std::int64_t goals = 0;
    for (const std::size_t goal : question.goals) {
        is_goal[goal] = goal != source;
        if (goal != source) ++goals;
    }
    std::vector<Removal> out;
    std::vector<bool> gone(graph.vertices(), false);
    for (std::size_t v = 0; v < graph.vertices(); ++v) {
        if (v == source) continue;
        Removal& row = out.emplace_back();
        row.vertex = v;
        row.goals = goals - (is_goal[v] ? 1 : 0);
        row.with = all;
        if (is_goal[v] && is_near(with[v], question.within)) {
            --row.with.goals;
            row.with.steps -= with[v];
            if (with[v] <= question.near) --row.with.near;
        }
        row.without = row.with;
        if (!needed[v]) continue;
        gone[v] = true;
        const Distances without = hop_distances(graph, from, gone);
        gone[v] = false;
        row.without = reach(question, without, source, v);
        for (const std::size_t goal : question.goals)
            if (goal != v && goal != source && is_near(without[goal], question.within))
                row.detour += without[goal] - with[goal];
        for (std::size_t g = 0; g < question.groups.size(); ++g) {
            const auto& group = question.groups[g];
            if (!std::ranges::binary_search(group, source) &&
                reaches_group(group, with, v, question.within) &&
                !reaches_group(group, without, v, question.within))
                row.groups_lost.push_back(g);
        }
    }
    return out;
}

std::int64_t pairs_lost(const Successors& graph, std::span<const std::size_t> sources,
                        const RemovalQuestion& question, std::span<const std::size_t> removed) {
    std::vector<bool> gone(graph.vertices(), false);
    for (const std::size_t v : removed) gone[v] = true;
    return Losses{graph, sources, question}.of(gone);
}

KeyPlayers key_players(const Successors& graph, std::span<const std::size_t> sources,
                       const RemovalQuestion& question, std::size_t size, double most_steps) {
    const std::size_t n = graph.vertices();
    const Losses losses{graph, sources, question};
    KeyPlayers out;
    size = std::min(size, n);
    if (size == 0 || sources.empty()) return out;
    double look = static_cast<double>(n);
    for (std::size_t v = 0; v < n; ++v) look += static_cast<double>(graph.of(v).size());
    std::vector<bool> gone(n, false);
    if (subsets(n, size) * look * static_cast<double>(sources.size()) <= most_steps) {
        std::vector<std::size_t> set(size);
        std::iota(set.begin(), set.end(), std::size_t{0});
        out.pairs_lost = -1;
        do {
            for (const std::size_t v : set) gone[v] = true;
            if (const std::int64_t lost = losses.of(gone); lost > out.pairs_lost) {
                out.pairs_lost = lost;
                out.vertices = set;
            }
            for (const std::size_t v : set) gone[v] = false;
        } while (next_set(set, n));
        return out;
    }
    out.search = Search::greedy;
    while (out.vertices.size() < size) {
        const std::vector<std::int64_t> lost = losses.with_one_more(gone);
        const auto best = std::ranges::max_element(lost);
        if (*best <= out.pairs_lost) break;
        const auto vertex = static_cast<std::size_t>(best - lost.begin());
        gone[vertex] = true;
        out.vertices.push_back(vertex);
        out.pairs_lost = *best;
    }
    return out;
}

}  // namespace lotse::graph
