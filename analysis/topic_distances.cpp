#include "topic_distances.hpp"

#include <algorithm>
#include <array>

namespace lotse::analysis {

TopicDistances::TopicDistances(const graph::EdgeList& ways, std::span<const std::size_t> sources,
                               std::span<const TopicGoals> topics) {
    const graph::Successors forward{ways};
    const graph::Successors backward{graph::reversed(ways)};
    for (const std::size_t source : sources)
        from_source_.push_back(graph::hop_distances(forward, std::array{source}));
    for (const TopicGoals& topic : topics)
        to_topic_.push_back(graph::hop_distances(backward, topic.positions));
    for (const std::size_t source : sources)
        for (const auto& to : to_topic_) distance_.push_back(to[source]);
    for (std::size_t s = 0; s < sources.size(); ++s) {
        std::uint32_t farthest = 0;
        for (std::size_t t = 0; t < topics.size(); ++t) farthest = std::max(farthest, now(s, t));
        farthest_.push_back(std::min(farthest, most));
    }
}

std::uint32_t TopicDistances::over(std::size_t a, std::size_t b, std::size_t source,
                                   std::size_t topic) const {
    const std::uint32_t before = from_source_[source][a];
    const std::uint32_t after = to_topic_[topic][b];
    if (before == graph::unreached || after == graph::unreached) return graph::unreached;
    return before + 1 + after;
}

std::uint32_t TopicDistances::with(const NewTie& tie, std::size_t source, std::size_t topic) const {
    std::uint32_t best = std::min(now(source, topic), over(tie.from, tie.to, source, topic));
    if (tie.way == NewWay::back) best = std::min(best, over(tie.to, tie.from, source, topic));
    return best;
}

std::int64_t TopicDistances::total() const {
    std::int64_t sum = 0;
    for (const std::uint32_t d : distance_) sum += std::min(d, most);
    return sum;
}

std::int64_t TopicDistances::gain(const NewTie& tie) const {
    std::int64_t sum = 0;
    for (std::size_t s = 0; s < sources(); ++s) {
        const std::uint32_t start =
            tie.way == NewWay::one ? from_source_[s][tie.from]
                                   : std::min(from_source_[s][tie.from], from_source_[s][tie.to]);
        if (start == graph::unreached || start + 1 >= farthest_[s])
            continue;  // no topic gets nearer
        for (std::size_t t = 0; t < topics(); ++t)
            sum += std::min(now(s, t), most) - std::min(with(tie, s, t), most);
    }
    return sum;
}

}  // namespace lotse::analysis
