/// What the invited have to represent, and who can.
#ifndef LOTSE_ANALYSIS_INVITATION_NEEDS_HPP
#define LOTSE_ANALYSIS_INVITATION_NEEDS_HPP

#include <lotse/analysis/invitations.hpp>

namespace lotse::analysis {

struct Need {
    RequirementKind kind;
    Choice requirement;
    std::vector<std::size_t> candidates;  ///< positions among the candidates, ascending
};

/// Of the topics and areas of the view and the sectors; topics and sectors: all that are there if
/// none is named. candidates: positions in the layer. Errors: usage (unknown sector).
Result<std::vector<Need>> invitation_needs(const View& view, const LayerGraph& layer,
                                           std::span<const std::size_t> candidates,
                                           const std::vector<std::string>& sectors);

}  // namespace lotse::analysis

#endif
