/// How central actors are in a network and in its resamples, many times over.
#ifndef LOTSE_ANALYSIS_HOP_SCORES_HPP
#define LOTSE_ANALYSIS_HOP_SCORES_HPP

#include <lotse/analysis/view.hpp>
#include <lotse/base/document.hpp>
#include <lotse/base/result.hpp>
#include <lotse/graph/hop_measures.hpp>

#include <array>
#include <optional>
#include <vector>

namespace lotse::analysis {

/// How often the scores of one network are asked for: once, then they are exact up to 5000 actors;
/// or of dozens of resamples, then up to 1500.
enum class Asked { once, of_resamples };

/// Values that are shown have all digits, and always the same; ranks look at twelve, which takes a
/// fraction of the time.
enum class Digits { all, twelve };

/// Betweenness and harmonic centrality in hops, exact up to that size. In larger networks both are
/// estimated from the shortest paths of 250 actors, drawn with a fixed seed and the same for
/// all graphs, so that a resample differs by what it lacks and not by who was drawn: Brandes & Pich
/// (2007), Centrality estimation in large networks, International Journal of Bifurcation and Chaos
/// 17(7), 2303-2318, doi:10.1142/S0218127407018403.
class HopScores {
public:
    HopScores(std::size_t actors, Asked asked);

    /// Precondition: the graph is undirected and simple and has so many vertices. Errors: engine,
    /// limit. O(n m), in larger networks O(m).
    Result<graph::HopMeasures> of(const graph::EdgeList& graph, Digits digits) const;

    /// How many actors the estimates start from; nullopt: the scores are exact.
    std::optional<std::size_t> pivots() const;

private:
    std::vector<std::size_t> pivots_;
};

/// One score per actor of a layer and measure: number of partners, betweenness, harmonic
/// centrality.
using ScoreTable = std::array<std::vector<double>, 3>;

/// The scores in the layer as an undirected simple network. Errors and cost as HopScores::of.
Result<ScoreTable> score_table(const View& view, const LayerGraph& layer, const HopScores& hops,
                               Digits digits);

/// Says that scores are estimates, where they are.
void note_estimates(const std::optional<std::size_t>& pivots, std::vector<Message>& notes);

}  // namespace lotse::analysis

#endif
