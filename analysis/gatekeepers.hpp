/// Who is on every way from one source, and how many ways to a topic do not meet.
#ifndef LOTSE_ANALYSIS_GATEKEEPERS_HPP
#define LOTSE_ANALYSIS_GATEKEEPERS_HPP

#include <lotse/analysis/bottlenecks.hpp>

#include "ways.hpp"

namespace lotse::analysis {

struct WaysToTopics {
    const View& view;
    const LayerGraph& layer;       ///< ways_layer
    const graph::EdgeList& edges;  ///< ways_edges
    std::span<const TopicGoals> topics;
};

/// Adds the source's gatekeepers and alternatives, in canonical order. Errors: engine, limit.
std::optional<Error> add_ways_from(const WaysToTopics& ways, std::size_t source,
                                   Bottlenecks::Findings& out);

}  // namespace lotse::analysis

#endif
