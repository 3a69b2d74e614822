#include "gatekeepers.hpp"

#include "most_rows.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

/// The dominators of one source as a tree, in preorder: what lies behind a door is one stretch.
class Doors {
public:
    Doors(const graph::Dominators& immediate, std::size_t source)
        : immediate_{immediate}, source_{source}, place_(immediate.size()) {
        constexpr auto none = static_cast<std::size_t>(-1);
        std::vector<std::size_t> first_below(immediate.size(), none);
        std::vector<std::size_t> next_beside(immediate.size(), none);
        for (std::size_t v = 0; v < immediate.size(); ++v) {
            if (v == source || !immediate[v]) continue;
            next_beside[v] = first_below[*immediate[v]];
            first_below[*immediate[v]] = v;
        }
        std::vector<std::size_t> open{source};
        while (!open.empty()) {
            const std::size_t v = open.back();
            open.pop_back();
            place_[v] = order_.size();
            order_.push_back(v);
            for (std::size_t w = first_below[v]; w != none; w = next_beside[w]) open.push_back(w);
        }
        size_.assign(immediate.size(), 1);
        for (std::size_t place = order_.size(); place-- > 1;)
            size_[*immediate[order_[place]]] += size_[order_[place]];
    }

    bool reached(std::size_t v) const { return immediate_[v].has_value(); }

    /// Dominators of v other than v and the source, the nearest first.
    std::vector<std::size_t> before(std::size_t v) const {
        std::vector<std::size_t> out;
        if (v == source_) return out;
        for (std::size_t d = *immediate_[v]; d != source_; d = *immediate_[d]) out.push_back(d);
        return out;
    }

    /// What every way reaches through d only. Precondition: d is reached.
    std::span<const std::size_t> behind(std::size_t d) const {
        return std::span{order_}.subspan(place_[d] + 1, size_[d] - 1);
    }

    /// v is d or lies behind it. Precondition: both are reached.
    bool holds(std::size_t d, std::size_t v) const {
        return place_[v] >= place_[d] && place_[v] < place_[d] + size_[d];
    }

private:
    const graph::Dominators& immediate_;
    std::size_t source_;
    std::vector<std::size_t> order_;
    std::vector<std::size_t> place_;
    std::vector<std::size_t> size_;
};

/// "A, B, C, D, E und 3 weitere": the first in canonical order by name.
Message names_of(const Network& network, const LayerGraph& layer,
                 std::span<const std::size_t> positions) {
    constexpr std::size_t shown = 5;
    std::vector<std::size_t> first(std::min(shown, positions.size()));
    std::ranges::partial_sort_copy(positions, first);
    std::vector<Message> names(positions.size());
    for (std::size_t i = 0; i < first.size(); ++i)
        names[i] = name_words(network, layer.actors[first[i]]);
    return list_words(names, shown);
}

struct Door {
    std::size_t vertex;
    std::size_t behind;
    std::vector<Choice> topics;
};

}  // namespace

WaysToTopics::WaysToTopics(const View& view, const LayerGraph& layer,
                           std::span<const TopicGoals> topics, std::size_t most)
    : network_{*view.network},
      layer_{layer},
      topics_{topics},
      most_{most},
      forward_{ways_edges(view, layer)},
      backward_{forward_.reversed()},
      disjoint_{forward_} {}

void WaysToTopics::add_from(std::size_t source, Bottlenecks::Findings& out) {
    const auto& actors = layer_.actors;
    const auto immediate = graph::immediate_dominators(forward_, backward_, source);
    const Doors doors{immediate, source};
    std::vector<std::vector<Choice>> topics_behind(actors.size());
    for (const TopicGoals& goals : topics_) {
        Bottlenecks::Alternative row{actors[source], goals.topic};
        row.providers = static_cast<std::int64_t>(goals.positions.size());
        std::vector<std::size_t> reached;
        std::ranges::copy_if(goals.positions, std::back_inserter(reached),
                             [&](std::size_t goal) { return doors.reached(goal); });
        row.reached = static_cast<std::int64_t>(reached.size());
        if (std::ranges::binary_search(reached, source)) {
            out.alternatives.push_back(std::move(row));
            continue;
        }
        row.disjoint_paths = static_cast<std::int64_t>(disjoint_.count(source, reached));

        std::vector<std::pair<std::size_t, ActorId>> through;  // how many doors before it
        if (!reached.empty()) {
            auto candidates = doors.before(reached.front());
            candidates.push_back(reached.front());
            for (const std::size_t d : candidates) {
                if (!std::ranges::all_of(reached, [&](std::size_t v) { return doors.holds(d, v); }))
                    continue;
                through.emplace_back(doors.before(d).size(), actors[d]);
                if (reached.size() > 1 || reached.front() != d)
                    topics_behind[d].push_back(goals.topic);
            }
        }
        std::ranges::sort(through);
        std::vector<ActorId> all;
        for (const auto& [depth, actor] : through) all.push_back(actor);
        row.only_through = actor_choices(network_, all);
        out.alternatives.push_back(std::move(row));
    }
    std::vector<Door> found;
    for (std::size_t d = 0; d < actors.size(); ++d)
        if (d != source && doors.reached(d) && !doors.behind(d).empty())
            found.push_back({d, doors.behind(d).size(), std::move(topics_behind[d])});
    out.gatekeepers_left_out += keep_first(found, most_, [](const Door& door) {
        return std::tuple{door.topics.size(), door.behind};
    });
    for (Door& door : found)
        out.gatekeepers.push_back({actors[source], actors[door.vertex],
                                   static_cast<std::int64_t>(door.behind), std::move(door.topics),
                                   names_of(network_, layer_, doors.behind(door.vertex))});
}

}  // namespace lotse::analysis
