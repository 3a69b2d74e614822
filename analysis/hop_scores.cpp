#include "hop_scores.hpp"

#include <lotse/graph/random.hpp>

#include "layer_edges.hpp"
#include "words.hpp"

#include <algorithm>
#include <numeric>

namespace lotse::analysis {

HopScores::HopScores(std::size_t actors, Asked asked) {
    const std::size_t most_exact = asked == Asked::once ? 5000 : 1500;
    constexpr std::size_t estimated_from = 250;
    if (actors <= most_exact) return;
    pivots_.resize(actors);
    std::iota(pivots_.begin(), pivots_.end(), std::size_t{0});
    graph::Random random;
    for (std::size_t i = 0; i < estimated_from; ++i)
        std::swap(pivots_[i], pivots_[i + random.below(actors - i)]);
    pivots_.resize(estimated_from);
    std::ranges::sort(pivots_);
}

Result<graph::HopMeasures> HopScores::of(const graph::EdgeList& graph, Digits digits) const {
    if (!pivots_.empty()) return graph::hop_measures(graph, pivots_);
    if (digits == Digits::twelve) return graph::hop_measures(graph);
    std::vector<std::size_t> everybody(graph.vertices);
    std::iota(everybody.begin(), everybody.end(), std::size_t{0});
    return graph::hop_measures(graph, everybody);
}

std::optional<std::size_t> HopScores::pivots() const {
    if (pivots_.empty()) return std::nullopt;
    return pivots_.size();
}

Result<ScoreTable> score_table(const View& view, const LayerGraph& layer, const HopScores& hops,
                               Digits digits) {
    const graph::EdgeList edges =
        graph::undirected_projection(layer_edges(view, layer), graph::Merge::max);
    auto measures = hops.of(edges, digits);
    if (!measures) return measures.error();
    ScoreTable out{{{}, std::move(measures->betweenness), std::move(measures->harmonic)}};
    for (const std::size_t degree : graph::degrees(edges, graph::Ends::all))
        out[0].push_back(static_cast<double>(degree));
    return out;
}

void note_estimates(const std::optional<std::size_t>& pivots, std::vector<Message>& notes) {
    if (!pivots) return;
    notes.push_back(message(
        {"In einem Netz dieser Größe sind die Lage zwischen anderen und die Nähe zu allen "
         "geschätzt, aus den kürzesten Wegen von {} zufällig gewählten Akteuren (fester "
         "Startwert, in allen Stichproben dieselben).",
         "In a network of this size the position between others and the closeness to all are "
         "estimated, from the shortest paths of {} actors drawn at random (fixed seed, the same "
         "in all samples)."},
        {count_words(*pivots)}));
}

}  // namespace lotse::analysis
