#include "layer_edges.hpp"

namespace lotse::analysis {

graph::EdgeList layer_edges(const View& view, const LayerGraph& layer) {
    std::vector<std::size_t> vertex(view.network->actors().size(), 0);
    for (std::size_t i = 0; i < layer.actors.size(); ++i) vertex[layer.actors[i].index()] = i;
    graph::EdgeList out{layer.actors.size(), {}, graph::Direction::directed};
    for (const TieId id : layer.ties) {
        const Tie& tie = (*view.network)[id];
        const std::size_t from = vertex[(*tie.from).index()];
        const std::size_t to = vertex[(*tie.to).index()];
        const auto weight = static_cast<double>(tie.level.value_or(1));
        out.edges.push_back({from, to, weight});
        if (!is_directed(tie.kind)) out.edges.push_back({to, from, weight});
    }
    return graph::simplified(std::move(out), graph::Merge::max);
}

LevelCounts level_counts(const View& view, const LayerGraph& layer) {
    LevelCounts out;
    for (const TieId id : layer.ties) {
        const Tie& tie = (*view.network)[id];
        if (!tie.level) ++out.not_recorded;
        if (tie.level == 0) ++out.zero;
    }
    return out;
}

}  // namespace lotse::analysis
