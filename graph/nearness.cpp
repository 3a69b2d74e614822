#include <lotse/graph/nearness.hpp>

#include <lotse/graph/hop_sums.hpp>

#include <algorithm>
#include <limits>

namespace lotse::graph {
namespace {

/// Over the other vertices that paths lead to from one vertex.
struct LengthSums {
    std::size_t reached = 0;
    double lengths = 0;
    double inverse = 0;
};

/// Dijkstra's search from one vertex after another; the memory is used again.
class LengthSearch {
public:
    explicit LengthSearch(const Rows& rows) : rows_{rows}, distance_(rows.vertices(), infinity) {}

    LengthSums sums_from(Vertex source) {
        LengthSums out;
        enter(source, 0);
        while (!heap_.empty()) {
            std::ranges::pop_heap(heap_, farther);
            const auto [distance, u] = heap_.back();
            heap_.pop_back();
            if (distance > distance_[u]) continue;  // entered again since
            met_.push_back(u);
            if (u != source) {
                ++out.reached;
                out.lengths += distance;
                out.inverse += 1 / distance;
            }
            for (Arc arc = rows_.first[u]; arc < rows_.first[u + 1]; ++arc)
                if (distance + rows_.lengths[arc] < distance_[rows_.to[arc]])
                    enter(rows_.to[arc], distance + rows_.lengths[arc]);
        }
        for (const Vertex v : met_) distance_[v] = infinity;
        met_.clear();
        return out;
    }

private:
    static constexpr double infinity = std::numeric_limits<double>::infinity();
    struct Entry {
        double distance;
        Vertex vertex;
    };
    static bool farther(const Entry& a, const Entry& b) { return a.distance > b.distance; }

    void enter(Vertex v, double distance) {
        distance_[v] = distance;
        heap_.push_back({distance, v});
        std::ranges::push_heap(heap_, farther);
    }

    const Rows& rows_;
    std::vector<double> distance_;
    std::vector<Vertex> met_;
    std::vector<Entry> heap_;
};

std::vector<LengthSums> length_sums(const Csr& graph, Threads threads) {
    constexpr Vertex sources_of_a_block = 64;
    const Vertex n = graph.vertices();
    std::vector<LengthSums> out(n);
    for_each_block(
        threads, (n + sources_of_a_block - 1) / sources_of_a_block,
        [&] { return LengthSearch{graph.out()}; },
        [&](LengthSearch& search, std::size_t block) {
            const auto first = static_cast<Vertex>(block) * sources_of_a_block;
            for (Vertex v = first; v < std::min(n, first + sources_of_a_block); ++v)
                out[v] = search.sums_from(v);
        });
    return out;
}

void add(Nearness& out, std::size_t vertices, std::size_t reached, double sum, double inverse) {
    out.closeness.emplace_back();
    out.harmonic.emplace_back();
    if (reached > 0) out.closeness.back() = static_cast<double>(reached) / sum;
    if (vertices > 1) out.harmonic.back() = inverse / static_cast<double>(vertices - 1);
}

}  // namespace

Nearness nearness(const Csr& graph, Threads threads) {
    Nearness out;
    if (graph.lengths() == Lengths::hops)
        for (const HopSums& of : hop_sums(graph, threads))
            add(out, graph.vertices(), of.reached, static_cast<double>(of.hops), of.inverse);
    else
        for (const LengthSums& of : length_sums(graph, threads))
            add(out, graph.vertices(), of.reached, of.lengths, of.inverse);
    return out;
}

}  // namespace lotse::graph
