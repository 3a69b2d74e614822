#include <lotse/graph/structural_holes.hpp>

#include <algorithm>

namespace lotse::graph {
namespace {

/// The graph without directions: the length of an arc is the strength of the tie, a_ij + a_ji, 2
/// for mutual ones and 1 one way.
Rows mutual(const Csr& graph) {
    const Rows& out = graph.out();
    Rows ties;
    if (graph.direction() == Direction::undirected) {
        ties = out;
        ties.lengths.assign(ties.to.size(), 1);
        return ties;
    }
    for (Vertex v = 0; v < graph.vertices(); ++v) {
        const auto to = out.of(v);
        const auto from = graph.in().of(v);
        auto a = to.begin();
        auto b = from.begin();
        while (a != to.end() || b != from.end()) {  // both ascending
            const bool leads = b == from.end() || (a != to.end() && *a <= *b);
            const bool comes = a == to.end() || (b != from.end() && *b <= *a);
            ties.to.push_back(leads ? *a : *b);
            ties.lengths.push_back(leads && comes ? 2 : 1);
            if (leads) ++a;
            if (comes) ++b;
        }
        ties.first.push_back(static_cast<Arc>(ties.to.size()));
    }
    return ties;
}

/// Per vertex what `of(marks, v)` says; marks are 0 at every vertex, before and after.
template <class Of>
Scores each_with_marks(const Rows& ties, Threads threads, const Of& of) {
    constexpr Vertex vertices_of_a_block = 256;
    const Vertex n = ties.vertices();
    Scores out(n);
    for_each_block(
        threads, (n + vertices_of_a_block - 1) / vertices_of_a_block,
        [n] { return std::vector<double>(n, 0); },
        [&](std::vector<double>& marks, std::size_t block) {
            const auto first = static_cast<Vertex>(block) * vertices_of_a_block;
            for (Vertex v = first; v < std::min(n, first + vertices_of_a_block); ++v)
                if (ties.degree(v) > 0) out[v] = of(marks, v);
        });
    return out;
}

}  // namespace

Scores constraint(const Csr& graph, Threads threads) {
    const Rows ties = mutual(graph);
    std::vector<double> total(ties.vertices(), 0);
    for (Vertex v = 0; v < ties.vertices(); ++v)
        for (const double strength : ties.lengths_of(v)) total[v] += strength;
    // With s_jq = s_qj, p_qj = s_jq / total_q: what j's own ties say is enough.
    return each_with_marks(ties, threads, [&](std::vector<double>& through, Vertex i) {
        const auto neighbours = ties.of(i);
        const auto strengths = ties.lengths_of(i);
        for (std::size_t a = 0; a < neighbours.size(); ++a)
            through[neighbours[a]] = strengths[a] / total[i] / total[neighbours[a]];
        double sum = 0;
        for (std::size_t a = 0; a < neighbours.size(); ++a) {
            const Vertex j = neighbours[a];
            double invested = strengths[a] / total[i];
            for (Arc arc = ties.first[j]; arc < ties.first[j + 1]; ++arc)
                invested += through[ties.to[arc]] * ties.lengths[arc];
            sum += invested * invested;
        }
        for (const Vertex j : neighbours) through[j] = 0;
        return sum;
    });
}

Scores effective_size(const Csr& graph, Threads threads) {
    const Rows ties = mutual(graph);
    return each_with_marks(ties, threads, [&](std::vector<double>& to_ego, Vertex i) {
        const auto neighbours = ties.of(i);
        const auto strengths = ties.lengths_of(i);
        double total = 0;
        for (std::size_t a = 0; a < neighbours.size(); ++a) {
            to_ego[neighbours[a]] = strengths[a];
            total += strengths[a];
        }
        double size = 0;
        for (const Vertex j : neighbours) {
            double redundancy = 0;
            double strongest = 0;
            for (Arc arc = ties.first[j]; arc < ties.first[j + 1]; ++arc) {
                redundancy += to_ego[ties.to[arc]] * ties.lengths[arc];
                strongest = std::max(strongest, ties.lengths[arc]);
            }
            size += 1 - redundancy / (total * strongest);
        }
        for (const Vertex j : neighbours) to_ego[j] = 0;
        return size;
    });
}

}  // namespace lotse::graph
