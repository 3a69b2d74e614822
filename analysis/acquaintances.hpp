/// Who knows whom already, and who could get to know each other through whom.
#ifndef LOTSE_ANALYSIS_ACQUAINTANCES_HPP
#define LOTSE_ANALYSIS_ACQUAINTANCES_HPP

#include "topic_distances.hpp"

#include <map>
#include <set>

namespace lotse::analysis {

/// Two actors of a layer that could be tied.
struct Pair {
    NewTie tie;
    TieKind kind;
    Shared shared;
};

/// All existing ties between partners count here, whatever kind, topic or level the view chooses;
/// planned ties and those of one actor with two rows join nobody, but are recorded. What has ended
/// may begin anew.
class Acquaintances {
public:
    Acquaintances(const View& view, const LayerGraph& layer);

    /// Pairs without any tie, running or planned, that share a body, an area or an acquaintance: an
    /// organisation with another (refers_to), or with a body (member_of). O(p log p) for p pairs
    /// that share one.
    std::vector<Pair> pairs() const;

    /// The common acquaintance whose weaker tie is the strongest, of equal ones the first.
    std::optional<ActorId> introducer(std::size_t a, std::size_t b) const;

private:
    /// Who confirms it, then the level: the larger the stronger.
    using Strength = std::pair<int, std::int64_t>;

    const View& view_;
    const LayerGraph& layer_;
    std::vector<std::map<std::size_t, Strength>> known_;      ///< per actor
    std::set<std::pair<std::size_t, std::size_t>> recorded_;  ///< both ways, of any kind, not ended
    std::map<std::size_t, std::set<std::size_t>> members_;    ///< per body
};

}  // namespace lotse::analysis

#endif
