#include <lotse/graph/arc_labels.hpp>

#include <algorithm>

namespace lotse::graph {

Result<ArcLabels> arc_labels(const EdgeList& graph, std::span<const std::uint8_t> label_of_edge) {
    // The labels travel with the edges as their lengths, which are never 0.
    EdgeList carried = graph;
    for (std::size_t i = 0; i < carried.edges.size(); ++i)
        carried.edges[i].weight = label_of_edge[i] + 1.0;
    const auto csr = Csr::of(carried, Lengths::weights);
    if (!csr) return csr.error();
    const auto labels = [](const Rows& rows) {
        std::vector<std::uint8_t> out(rows.lengths.size());
        std::ranges::transform(rows.lengths, out.begin(), [](double carried_label) {
            return static_cast<std::uint8_t>(carried_label - 1);
        });
        return out;
    };
    ArcLabels out{labels(csr->out()), {}};
    if (graph.direction == Direction::directed) out.in = labels(csr->in());
    return out;
}

}  // namespace lotse::graph
