#include "betweenness_search.hpp"

#include <algorithm>
#include <limits>

namespace lotse::graph {

void HopSearch::add(const ClassGraph& graph, std::span<const Vertex> sources,
                    std::vector<double>& between) {
    const Vertex n = graph.rows.vertices();
    distance_.resize(n);
    paths_.resize(n);
    share_.resize(n);
    order_.resize(n + 1);
    first_.resize(n + 1);
    next_.resize(graph.rows.to.size() + 1);
    for (const Vertex source : sources) {
        forth(graph, source);
        back(graph, graph.weight[source], between);
    }
}

/// Free of branches that depend on the data: every arc writes, and the counters say what stays.
void HopSearch::forth(const ClassGraph& graph, Vertex source) {
    std::ranges::fill(distance_, std::numeric_limits<std::uint32_t>::max());
    std::ranges::fill(paths_, 0);
    const Arc* const first = graph.rows.first.data();
    const Vertex* const to = graph.rows.to.data();
    std::uint32_t* const distance = distance_.data();
    double* const paths = paths_.data();
    Vertex* const order = order_.data();
    Vertex* const next = next_.data();
    distance[source] = 0;
    paths[source] = 1;
    order[0] = source;
    std::size_t found = 1;
    Arc kept = 0;
    for (std::size_t at = 0; at < found; ++at) {
        const Vertex v = order[at];
        const std::uint32_t further = distance[v] + 1;
        const double ways = at == 0 ? 1 : paths[v] * graph.members[v];
        first_[at] = kept;
        for (Arc arc = first[v]; arc < first[v + 1]; ++arc) {
            const Vertex w = to[arc];
            const std::uint32_t before = distance[w];
            const bool leads_on = before >= further;
            order[found] = w;
            found += before > further ? 1 : 0;
            distance[w] = leads_on ? further : before;
            paths[w] += leads_on ? ways : 0;
            next[kept] = w;
            kept += leads_on ? 1 : 0;
        }
    }
    first_[found] = kept;
    found_ = found;
}

void HopSearch::back(const ClassGraph& graph, double weight, std::vector<double>& between) {
    for (std::size_t at = found_; at-- > 1;) {
        const Vertex v = order_[at];
        double beyond = 0;
        for (Arc i = first_[at]; i < first_[at + 1]; ++i) beyond += share_[next_[i]];
        beyond *= paths_[v];
        between[v] += weight * beyond;
        share_[v] = (graph.weight[v] + graph.members[v] * beyond) / paths_[v];
    }
}

}  // namespace lotse::graph
