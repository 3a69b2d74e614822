/// Pairs of partners: what binds them, and what jobcenters and health conferences do together.
#ifndef LOTSE_ANALYSIS_COMMITMENT_PAIRS_HPP
#define LOTSE_ANALYSIS_COMMITMENT_PAIRS_HPP

#include <lotse/analysis/commitment.hpp>

#include <map>

namespace lotse::analysis {

/// The agreements that two actors are party to, by pairs with the smaller id first.
using SharedAgreements = std::map<std::pair<ActorId, ActorId>, std::vector<ActorId>>;

/// Present agreements of the network.
std::vector<ActorId> present_agreements(const View& view);

SharedAgreements shared_agreements(const View& view, const std::vector<ActorId>& agreements);

/// The tied pairs of the layer; formal ones first, then by level and number of kinds.
std::vector<Commitment::Dyad> tied_pairs(const View& view, const LayerGraph& layer,
                                         const SharedAgreements& shared);

/// Jobcenters and health conferences in view that work for a common area, the fewest joint projects
/// first.
std::vector<Commitment::Pair> jobcenter_pairs(const View& view);

}  // namespace lotse::analysis

#endif
