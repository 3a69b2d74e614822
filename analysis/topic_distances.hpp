/// How many hand-offs each source is from each topic, and what one more tie would change.
#ifndef LOTSE_ANALYSIS_TOPIC_DISTANCES_HPP
#define LOTSE_ANALYSIS_TOPIC_DISTANCES_HPP

#include <lotse/graph/hops.hpp>

#include "ways.hpp"

namespace lotse::analysis {

/// A tie that is not there yet; `back`: it leads from `to` to `from` as well.
enum class NewWay { one, back };
struct NewTie {
    std::size_t from;
    std::size_t to;
    NewWay way = NewWay::one;
};

class TopicDistances {
public:
    /// Out of reach, or farther away.
    static constexpr std::uint32_t most = 10;

    /// O((s + t) (n + m)) for s sources and t topics.
    TopicDistances(const graph::EdgeList& ways, std::span<const std::size_t> sources,
                   std::span<const TopicGoals> topics);

    std::size_t sources() const noexcept { return from_source_.size(); }
    std::size_t topics() const noexcept { return to_topic_.size(); }

    /// graph::unreached: no way.
    std::uint32_t now(std::size_t source, std::size_t topic) const {
        return distance_[source * topics() + topic];
    }
    /// The same if there were the tie: a shortest way uses a new tie at most once. O(1).
    std::uint32_t with(const NewTie& tie, std::size_t source, std::size_t topic) const;

    /// Sum of the distances, each `most` at most.
    std::int64_t total() const;
    /// What the sum drops by. O(s t), less where the tie is far from most sources.
    std::int64_t gain(const NewTie& tie) const;

private:
    std::uint32_t over(std::size_t a, std::size_t b, std::size_t source, std::size_t topic) const;

    std::vector<std::vector<std::uint32_t>> from_source_;  ///< [source][actor]
    std::vector<std::vector<std::uint32_t>> to_topic_;     ///< [topic][actor]
    std::vector<std::uint32_t> distance_;
    std::vector<std::uint32_t> farthest_;  ///< [source] of the topics, `most` at most
};

}  // namespace lotse::analysis

#endif
