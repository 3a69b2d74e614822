#include <lotse/graph/removals.hpp>

#include <algorithm>
#include <array>
#include <mutex>
#include <numeric>
#include <utility>

namespace lotse::graph {
namespace {

using Distances = std::vector<std::uint32_t>;

bool is_near(std::uint32_t distance, std::uint32_t within) {
    return distance != unreached && distance <= within;
}

/// Counts a goal at this distance in, or with -1 out.
void count(const RemovalQuestion& question, std::uint32_t distance, std::int64_t sign, Reach& in) {
    if (!is_near(distance, question.within)) return;
    in.goals += sign;
    in.steps += sign * static_cast<std::int64_t>(distance);
    if (distance <= question.near) in.near += sign;
}

/// Looks at sets of removed vertices against the same paths.
class Losses {
public:
    Losses(const Successors& graph, std::span<const std::size_t> sources,
           const RemovalQuestion& question)
        : graph_{graph}, sources_{sources}, question_{question}, backward_{graph.reversed()} {
        for (const std::size_t source : sources)
            with_.push_back(reached(hop_distances(graph_, std::array{source})));
    }

    std::int64_t of(const std::vector<bool>& removed) const {
        std::int64_t lost = 0;
        for (std::size_t i = 0; i < sources_.size(); ++i) {
            const std::size_t source = sources_[i];
            if (removed[source]) continue;
            const auto without = reached(hop_distances(graph_, std::array{source}, removed));
            lost += pairs(with_[i], source, removed) - pairs(without, source, removed);
        }
        return lost;
    }

    /// Per vertex: of the removed ones and it together.
    std::vector<std::int64_t> with_one_more(const std::vector<bool>& removed,
                                            Threads threads) const {
        std::vector<std::int64_t> total(graph_.vertices(), 0);
        std::mutex one;
        run_team(threads, sources_.size(), [&](Blocks& blocks) {
            Detours detours{graph_, backward_};
            std::vector<std::int64_t> lost(graph_.vertices(), 0);
            for (std::size_t i = 0; blocks.take(i);)
                if (!removed[sources_[i]]) add_one_more(i, removed, detours, lost);
            const std::scoped_lock lock{one};
            for (std::size_t v = 0; v < lost.size(); ++v) total[v] += lost[v];
        });
        return total;
    }

private:
    /// Per vertex whether it is a goal within reach.
    std::vector<bool> reached(std::span<const std::uint32_t> distance) const {
        std::vector<bool> out(distance.size(), false);
        for (const std::size_t goal : question_.goals)
            out[goal] = is_near(distance[goal], question_.within);
        return out;
    }

    /// Pairs within reach that involve no removed vertex.
    std::int64_t pairs(const std::vector<bool>& reached, std::size_t source,
                       const std::vector<bool>& removed) const {
        return std::ranges::count_if(question_.goals, [&](std::size_t goal) {
            return goal != source && !removed[goal] && reached[goal];
        });
    }

    void add_one_more(std::size_t i, const std::vector<bool>& removed, Detours& detours,
                      std::vector<std::int64_t>& lost) const {
        const std::size_t source = sources_[i];
        detours.start_from(source, removed);
        const auto now = reached(detours.distances());
        const std::int64_t difference =
            pairs(with_[i], source, removed) - pairs(now, source, removed);
        for (std::size_t v = 0; v < lost.size(); ++v) {
            if (removed[v] || v == source) continue;
            lost[v] += difference - with_[i][v] + now[v];
            for (const Detours::Change& change : detours.without(v))
                if (now[change.vertex] && !is_near(change.distance, question_.within)) ++lost[v];
        }
    }

    const Successors& graph_;
    std::span<const std::size_t> sources_;
    const RemovalQuestion& question_;
    Successors backward_;
    std::vector<std::vector<bool>> with_;  ///< per source, see reached()
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

Removals::Removals(const Successors& graph, const RemovalQuestion& question)
    : question_{question},
      backward_{graph.reversed()},
      detours_{graph, backward_},
      is_goal_(graph.vertices(), false),
      groups_of_(graph.vertices()),
      lost_(question.groups.size(), 0) {
    for (const std::size_t goal : question.goals) is_goal_[goal] = true;
    for (std::size_t g = 0; g < question.groups.size(); ++g)
        for (const std::size_t v : question.groups[g]) groups_of_[v].push_back(g);
}

std::vector<Removal> Removals::from(std::size_t source) {
    detours_.start_from(source);
    const auto with = detours_.distances();
    Reach all;
    std::int64_t goals = 0;
    for (const std::size_t goal : question_.goals) {
        if (goal == source) continue;
        ++goals;
        count(question_, with[goal], 1, all);
    }
    reached_.clear();
    for (const auto& group : question_.groups)
        reached_.push_back(static_cast<std::size_t>(std::ranges::count_if(
            group, [&](std::size_t v) { return is_near(with[v], question_.within); })));
    for (const std::size_t g : groups_of_[source]) reached_[g] = 0;  // not asked for
    std::vector<Removal> out;
    out.reserve(is_goal_.size());
    for (std::size_t v = 0; v < is_goal_.size(); ++v) {
        if (v == source) continue;
        Removal& row = out.emplace_back();
        row.vertex = v;
        row.goals = goals - (is_goal_[v] ? 1 : 0);
        row.with = all;
        if (is_goal_[v]) count(question_, with[v], -1, row.with);
        row.without = row.with;
        const auto changes = detours_.without(v);
        for (const Detours::Change& change : changes) {
            if (!is_goal_[change.vertex]) continue;
            const std::uint32_t before = with[change.vertex];
            count(question_, before, -1, row.without);
            count(question_, change.distance, 1, row.without);
            if (is_near(change.distance, question_.within)) row.detour += change.distance - before;
        }
        lose_groups(row, changes);
    }
    return out;
}

/// A group is lost if all of its members that were reached, but for the vertex itself, are not.
void Removals::lose_groups(Removal& row, std::span<const Detours::Change> changes) {
    const auto with = detours_.distances();
    const auto near = [&](std::uint32_t distance) { return is_near(distance, question_.within); };
    for (const Detours::Change& change : changes)
        if (near(with[change.vertex]) && !near(change.distance))
            for (const std::size_t g : groups_of_[change.vertex])
                if (lost_[g]++ == 0) row.groups_lost.push_back(g);
    const auto touched = row.groups_lost;
    std::erase_if(row.groups_lost, [&](std::size_t g) {
        const bool itself =
            near(with[row.vertex]) && std::ranges::binary_search(question_.groups[g], row.vertex);
        return lost_[g] + (itself ? 1 : 0) != reached_[g];
    });
    for (const std::size_t g : touched) lost_[g] = 0;
    std::ranges::sort(row.groups_lost);
}

std::int64_t pairs_lost(const Successors& graph, std::span<const std::size_t> sources,
                        const RemovalQuestion& question, std::span<const std::size_t> removed) {
    std::vector<bool> gone(graph.vertices(), false);
    for (const std::size_t v : removed) gone[v] = true;
    return Losses{graph, sources, question}.of(gone);
}

KeyPlayers key_players(const Successors& graph, std::span<const std::size_t> sources,
                       const RemovalQuestion& question, std::size_t size, double most_steps,
                       std::vector<std::int64_t> alone, Threads threads) {
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
        const bool first = out.vertices.empty() && !alone.empty();
        const auto lost = first ? std::move(alone) : losses.with_one_more(gone, threads);
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
