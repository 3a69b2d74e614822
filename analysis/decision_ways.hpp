/// The way from a body to the council that can decide.
#ifndef LOTSE_ANALYSIS_DECISION_WAYS_HPP
#define LOTSE_ANALYSIS_DECISION_WAYS_HPP

#include <lotse/analysis/view.hpp>

#include <lotse/graph/hops.hpp>

#include "seats.hpp"

namespace lotse::analysis {

/// Who can carry a matter to whom: informs, advises, part of, and seats either way.
class DecisionWays {
public:
    DecisionWays(const View& view, const std::vector<Seat>& seats);

    /// The actors after the body, the council last; empty if the body is itself a council.
    /// nullopt: no way is recorded. O(actors + ties) where the councils are
    /// others than those of the call before.
    std::optional<std::vector<ActorId>> from(ActorId body);

private:
    std::vector<std::size_t> councils_for(ActorId body) const;

    const View& view_;
    std::vector<ActorId> councils_;
    graph::EdgeList edges_;
    graph::Successors forward_;
    graph::Successors backward_;
    std::vector<std::size_t> to_;  ///< councils of the last call
    std::vector<std::uint32_t> distance_;
};

}  // namespace lotse::analysis

#endif
