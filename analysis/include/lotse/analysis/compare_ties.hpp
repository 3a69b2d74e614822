/// Which ties of two states `Compare` looks at, and which of them it takes for one; for pictures of
/// both states.
#ifndef LOTSE_ANALYSIS_COMPARE_TIES_HPP
#define LOTSE_ANALYSIS_COMPARE_TIES_HPP

#include <lotse/analysis/view.hpp>

#include <map>
#include <string>

namespace lotse::analysis {

/// The topics, target groups, kinds and level that the view asks for fit; of areas and dates it
/// says nothing.
bool is_chosen(const Tie& tie, const View& view);

/// The same text for ties of both states that are the same: undirected ones have no first end, and
/// those of a predecessor belong to who goes on with it.
class TieKeys {
public:
    /// Looks up who goes on with whom; the views may end before it. O(actors).
    TieKeys(const View& before, const View& after);

    /// Empty: a tie between a predecessor and who goes on with it.
    std::string operator()(const Tie& tie) const;

private:
    std::map<std::string, std::string> successors_;
};

}  // namespace lotse::analysis

#endif
