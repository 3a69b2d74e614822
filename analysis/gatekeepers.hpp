/// Who is on every way from one source, and how many ways to a topic do not meet.
#ifndef LOTSE_ANALYSIS_GATEKEEPERS_HPP
#define LOTSE_ANALYSIS_GATEKEEPERS_HPP

#include <lotse/analysis/bottlenecks.hpp>
#include <lotse/graph/bottlenecks.hpp>

#include "ways.hpp"

namespace lotse::analysis {

/// The ways of a view, asked from one source after the other.
class WaysToTopics {
public:
    /// Preconditions: `layer` is ways_layer, all outlive this. `most`: gatekeepers of a source.
    WaysToTopics(const View& view, const LayerGraph& layer, std::span<const TopicGoals> topics,
                 std::size_t most);

    /// Adds the source's gatekeepers, those first that most hangs on, and its alternatives.
    /// One dominator tree, and disjoint paths to each topic.
    void add_from(std::size_t source, Bottlenecks::Findings& out);

private:
    const Network& network_;
    const LayerGraph& layer_;
    std::span<const TopicGoals> topics_;
    std::size_t most_;
    graph::Successors forward_;
    graph::Successors backward_;
    graph::DisjointPaths disjoint_;
};

}  // namespace lotse::analysis

#endif
