#include "gatekeepers.hpp"

#include <lotse/graph/bottlenecks.hpp>

#include "words.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

/// The dominators of one source, from far to near.
class Doors {
public:
    Doors(graph::Dominators immediate, std::size_t source)
        : immediate_{std::move(immediate)}, source_{source} {}

    bool reached(std::size_t v) const { return immediate_[v].has_value(); }

    /// Dominators of v other than v and the source.
    std::vector<std::size_t> before(std::size_t v) const {
        std::vector<std::size_t> out;
        for (std::size_t d = *immediate_[v]; d != source_; d = *immediate_[d]) out.push_back(d);
        return v == source_ ? std::vector<std::size_t>{} : out;
    }

private:
    graph::Dominators immediate_;
    std::size_t source_;
};

/// Per actor: how many of the reached goals lie behind it.
std::vector<std::size_t> goals_behind(const Doors& doors, std::span<const std::size_t> goals,
                                      std::size_t actors) {
    std::vector<std::size_t> out(actors, 0);
    for (const std::size_t goal : goals)
        for (const std::size_t d : doors.before(goal)) ++out[d];
    return out;
}

bool contains(std::span<const std::size_t> sorted, std::size_t v) {
    return std::ranges::binary_search(sorted, v);
}

}  // namespace

std::optional<Error> add_ways_from(const WaysToTopics& ways, std::size_t source,
                                   Bottlenecks::Findings& out) {
    const Network& network = *ways.view.network;
    const auto& actors = ways.layer.actors;
    auto immediate = graph::immediate_dominators(ways.edges, source);
    if (!immediate) return immediate.error();
    const Doors doors{*std::move(immediate), source};

    std::vector<std::vector<ActorId>> behind(actors.size());
    for (std::size_t v = 0; v < actors.size(); ++v)
        if (doors.reached(v))
            for (const std::size_t d : doors.before(v)) behind[d].push_back(actors[v]);
    std::vector<std::vector<Choice>> topics_behind(actors.size());

    for (const TopicGoals& goals : ways.topics) {
        Bottlenecks::Alternative row{actors[source], goals.topic};
        row.providers = static_cast<std::int64_t>(goals.positions.size());
        std::vector<std::size_t> reached;
        std::ranges::copy_if(goals.positions, std::back_inserter(reached),
                             [&](std::size_t goal) { return doors.reached(goal); });
        row.reached = static_cast<std::int64_t>(reached.size());
        if (contains(reached, source)) {
            out.alternatives.push_back(std::move(row));
            continue;
        }
        const auto count = graph::disjoint_paths(ways.edges, source, reached);
        if (!count) return count.error();
        row.disjoint_paths = static_cast<std::int64_t>(*count);

        const auto shared = goals_behind(doors, reached, actors.size());
        std::vector<std::pair<std::size_t, ActorId>> through;  // how many doors before it
        for (std::size_t d = 0; d < actors.size(); ++d) {
            const std::size_t own = contains(reached, d) ? 1 : 0;
            if (shared[d] > 0 && shared[d] + own == reached.size())
                topics_behind[d].push_back(goals.topic);
            if (!reached.empty() && shared[d] + own == reached.size())
                through.emplace_back(doors.before(d).size(), actors[d]);
        }
        std::ranges::sort(through);
        std::vector<ActorId> all;
        for (const auto& [depth, actor] : through) all.push_back(actor);
        row.only_through = actor_choices(network, all);
        out.alternatives.push_back(std::move(row));
    }
    for (std::size_t d = 0; d < actors.size(); ++d)
        if (!behind[d].empty())
            out.gatekeepers.push_back(
                {actors[source], actors[d], static_cast<std::int64_t>(behind[d].size()),
                 std::move(topics_behind[d]), names_words<Actor>(network, behind[d])});
    return std::nullopt;
}

}  // namespace lotse::analysis
