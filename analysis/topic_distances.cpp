#include "topic_distances.hpp"

#include <algorithm>

namespace lotse::analysis {

TopicDistances::TopicDistances(const graph::EdgeList& ways, std::span<const std::size_t> sources,
                               std::span<const TopicGoals> topics) {
    const graph::Successors forward{ways};
    const graph::Successors backward = forward.reversed();
    for (const TopicGoals& topic : topics)
        to_topic_.push_back(graph::hop_distances(backward, topic.positions));
    for (const std::size_t source : sources)
        for (const auto& to : to_topic_) distance_.push_back(to[source]);
    for (std::size_t s = 0; s < sources.size(); ++s) {
        std::uint32_t farthest = 0;
        for (std::size_t t = 0; t < to_topic_.size(); ++t)
            farthest = std::max(farthest, distance_[s * to_topic_.size() + t]);
        farthest_.push_back(farthest);
    }
    find_near(forward, sources);
    for (std::uint32_t& farthest : farthest_) farthest = std::min(farthest, most);
}

void TopicDistances::find_near(const graph::Successors& ways,
                               std::span<const std::size_t> sources) {
    near_.resize(ways.vertices());
    std::vector<std::uint32_t> seen_from(ways.vertices(), graph::unreached);
    std::vector<Near> queue;  // of actors, in `source`
    for (std::uint32_t s = 0; s < sources.size(); ++s) {
        queue.assign(1, {static_cast<std::uint32_t>(sources[s]), 0});
        seen_from[sources[s]] = s;
        for (std::size_t i = 0; i < queue.size() && queue[i].distance + 1 < farthest_[s]; ++i) {
            const auto [actor, distance] = queue[i];
            near_[actor].push_back({s, distance});
            for (const std::uint32_t to : ways.of(actor)) {
                if (seen_from[to] == s) continue;
                seen_from[to] = s;
                queue.push_back({to, distance + 1});
            }
        }
    }
}

std::uint32_t TopicDistances::from_source(std::size_t source, std::size_t actor) const {
    const auto it = std::ranges::lower_bound(near_[actor], source, {}, &Near::source);
    return it == near_[actor].end() || it->source != source ? graph::unreached : it->distance;
}

std::uint32_t TopicDistances::over(std::uint32_t before, std::size_t b, std::size_t topic) const {
    const std::uint32_t after = to_topic_[topic][b];
    if (before == graph::unreached || after == graph::unreached) return graph::unreached;
    return before + 1 + after;
}

std::uint32_t TopicDistances::with(const NewTie& tie, std::size_t source, std::size_t topic) const {
    std::uint32_t best =
        std::min(now(source, topic), over(from_source(source, tie.from), tie.to, topic));
    if (tie.way == NewWay::back)
        best = std::min(best, over(from_source(source, tie.to), tie.from, topic));
    return best;
}

std::int64_t TopicDistances::total() const {
    std::int64_t sum = 0;
    for (const std::uint32_t d : distance_) sum += std::min(d, most);
    return sum;
}

std::int64_t TopicDistances::gain(std::size_t source, std::uint32_t to_from, std::uint32_t to_to,
                                  const NewTie& tie) const {
    const std::uint32_t start = std::min(to_from, to_to);
    if (start + 1 >= farthest_[source]) return 0;  // no topic gets nearer
    std::int64_t sum = 0;
    for (std::size_t t = 0; t < topics(); ++t) {
        const std::uint32_t before = std::min(now(source, t), most);
        const std::uint32_t after = std::min(over(to_from, tie.to, t), over(to_to, tie.from, t));
        if (after < before) sum += before - after;
    }
    return sum;
}

std::int64_t TopicDistances::gain(const NewTie& tie) const {
    std::int64_t sum = 0;
    const auto& from = near_[tie.from];
    if (tie.way == NewWay::one) {
        for (const auto& [source, distance] : from)
            sum += gain(source, distance, graph::unreached, tie);
        return sum;
    }
    const auto& to = near_[tie.to];
    for (std::size_t i = 0, j = 0; i < from.size() || j < to.size();) {
        const std::uint32_t a = i < from.size() ? from[i].source : graph::unreached;
        const std::uint32_t b = j < to.size() ? to[j].source : graph::unreached;
        const std::uint32_t to_from = a <= b ? from[i++].distance : graph::unreached;
        const std::uint32_t to_to = b <= a ? to[j++].distance : graph::unreached;
        sum += gain(std::min(a, b), to_from, to_to, tie);
    }
    return sum;
}

}  // namespace lotse::analysis
