#include <lotse/graph/arc_labels.hpp>

#include <algorithm>

namespace lotse::graph {
namespace {

constexpr std::uint8_t labels = 64;  ///< bits of a LabelSet

}  // namespace

Result<ArcLabels> arc_labels(const EdgeList& graph, std::span<const std::uint8_t> label_of_edge) {
    if (label_of_edge.size() != graph.edges.size())
        return Error{ErrorKind::engine, Text{"Es braucht genau ein Merkmal je Kante.",
                                             "There has to be exactly one label per edge."}};
    if (std::ranges::any_of(label_of_edge, [](std::uint8_t label) { return label >= labels; }))
        return Error{ErrorKind::engine, Text{"Ein Merkmal einer Kante liegt über 63.",
                                             "The label of an edge is above 63."}};
    // The labels travel with the edges as their lengths, which are never 0.
    EdgeList carried = graph;
    for (std::size_t i = 0; i < carried.edges.size(); ++i)
        carried.edges[i].weight = label_of_edge[i] + 1.0;
    const auto csr = Csr::of(carried, Lengths::weights);
    if (!csr) return csr.error();
    const auto labels_of = [](const Rows& rows) {
        std::vector<std::uint8_t> out(rows.lengths.size());
        std::ranges::transform(rows.lengths, out.begin(), [](double carried_label) {
            return static_cast<std::uint8_t>(carried_label - 1);
        });
        return out;
    };
    ArcLabels out{labels_of(csr->out()), {}};
    if (graph.direction == Direction::directed) out.in = labels_of(csr->in());
    return out;
}

}  // namespace lotse::graph
