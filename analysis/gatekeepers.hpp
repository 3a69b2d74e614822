/// Who is on every way from one source, and how many ways to a topic do not meet.
#ifndef LOTSE_ANALYSIS_GATEKEEPERS_HPP
#define LOTSE_ANALYSIS_GATEKEEPERS_HPP

#include <lotse/analysis/bottlenecks.hpp>

#include "ways.hpp"

namespace lotse::analysis {

/// Adds the source's gatekeepers and alternatives, in canonical order. Errors: engine, limit.
std::optional<Error> add_ways_from(const View& view, const Ways& ways, std::size_t source,
                                   std::span<const TopicGoals> topics, Bottlenecks::Findings& out);

}  // namespace lotse::analysis

#endif
