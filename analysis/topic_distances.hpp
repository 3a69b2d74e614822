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

    /// O(t (n + m)) for t topics, and per source a search as far as one more tie can help.
    TopicDistances(const graph::EdgeList& ways, std::span<const std::size_t> sources,
                   std::span<const TopicGoals> topics);

    std::size_t sources() const noexcept { return farthest_.size(); }
    std::size_t topics() const noexcept { return to_topic_.size(); }

    /// graph::unreached: no way.
    std::uint32_t now(std::size_t source, std::size_t topic) const {
        return distance_[source * topics() + topic];
    }
    /// The same if there were the tie: a shortest way uses a new tie at most once. O(log s).
    std::uint32_t with(const NewTie& tie, std::size_t source, std::size_t topic) const;

    /// Sum of the distances, each `most` at most.
    std::int64_t total() const;
    /// What the sum drops by. O(t) for each source near the tie.
    std::int64_t gain(const NewTie& tie) const;

private:
    struct Near {
        std::uint32_t source;
        std::uint32_t distance;
    };

    void find_near(const graph::Successors& ways, std::span<const std::size_t> sources);
    std::uint32_t from_source(std::size_t source, std::size_t actor) const;
    std::uint32_t over(std::uint32_t before, std::size_t b, std::size_t topic) const;
    std::int64_t gain(std::size_t source, std::uint32_t to_from, std::uint32_t to_to,
                      const NewTie& tie) const;

    /// [actor] the sources that are nearer to it than to their farthest topic, without the last
    /// hop: from others a tie there shortens nothing. Ascending.
    std::vector<std::vector<Near>> near_;
    std::vector<std::vector<std::uint32_t>> to_topic_;  ///< [topic][actor]
    std::vector<std::uint32_t> distance_;
    std::vector<std::uint32_t> farthest_;  ///< [source] of the topics, `most` at most
};

}  // namespace lotse::analysis

#endif
