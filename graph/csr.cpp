#include <lotse/graph/csr.hpp>

#include <algorithm>
#include <limits>
#include <utility>

namespace lotse::graph {
namespace {

/// The arcs of the edges, with the opposite ones too if the graph is undirected; per vertex in the
/// order of the edges.
Rows rows_of(const EdgeList& graph, Lengths lengths) {
    const bool both = graph.direction == Direction::undirected;
    Rows out;
    out.first.assign(graph.vertices + 1, 0);
    for (const Edge& e : graph.edges) {
        ++out.first[e.from + 1];
        if (both) ++out.first[e.to + 1];
    }
    for (std::size_t v = 0; v < graph.vertices; ++v) out.first[v + 1] += out.first[v];
    out.to.resize(out.first.back());
    if (lengths == Lengths::weights) out.lengths.resize(out.to.size());
    std::vector<Arc> next = out.first;
    const auto add = [&](std::size_t from, std::size_t to, double length) {
        const Arc at = next[from]++;
        out.to[at] = static_cast<Vertex>(to);
        if (lengths == Lengths::weights) out.lengths[at] = length;
    };
    for (const Edge& e : graph.edges) {
        add(e.from, e.to, e.weight);
        if (both) add(e.to, e.from, e.weight);
    }
    return out;
}

Error defect(Text words) {
    return {ErrorKind::engine, message(words)};
}

}  // namespace

Rows reversed(const Rows& rows) {
    Rows out;
    out.first.assign(rows.first.size(), 0);
    for (const Vertex v : rows.to) ++out.first[v + 1];
    for (std::size_t v = 1; v < out.first.size(); ++v) out.first[v] += out.first[v - 1];
    out.to.resize(rows.to.size());
    out.lengths.resize(rows.lengths.size());
    std::vector<Arc> next = out.first;
    for (Vertex v = 0; v < rows.vertices(); ++v)
        for (Arc arc = rows.first[v]; arc < rows.first[v + 1]; ++arc) {
            const Arc at = next[rows.to[arc]]++;
            out.to[at] = v;
            if (!rows.lengths.empty()) out.lengths[at] = rows.lengths[arc];
        }
    return out;
}

Result<Csr> Csr::of(const EdgeList& graph, Lengths lengths) {
    constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max() - 1;
    const bool directed = graph.direction == Direction::directed;
    if (graph.vertices > most || graph.edges.size() > most / (directed ? 1 : 2))
        return Error{ErrorKind::limit, Text{"Das Netz ist zu groß für diese Berechnung.",
                                            "The network is too large for this computation."}};
    for (const Edge& e : graph.edges) {
        if (e.from >= graph.vertices || e.to >= graph.vertices)
            return defect({"Eine Kante führt zu einem Knoten, den es nicht gibt.",
                           "An edge leads to a vertex that does not exist."});
        if (lengths == Lengths::weights && !(e.weight >= 1e-9 && e.weight <= 1e9))
            return defect({"Ein Kantengewicht liegt außerhalb von 1e-9 bis 1e9.",
                           "The weight of an edge is outside 1e-9 to 1e9."});
    }
    Csr out{graph.direction, lengths};
    // Turning the rows round sorts them; undirected ones are the same either way.
    Rows in = reversed(rows_of(graph, lengths));
    if (directed) {
        out.out_ = reversed(in);
        out.in_ = std::move(in);
    } else {
        out.out_ = std::move(in);
    }
    return out;
}

}  // namespace lotse::graph
