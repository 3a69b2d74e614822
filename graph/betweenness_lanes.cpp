#include "betweenness_search.hpp"

#include <algorithm>

namespace lotse::graph {

LaneSearch::LaneSearch() : ones_(std::size_t{1} << lanes) {
    for (std::size_t mask = 0; mask < ones_.size(); ++mask)
        for (std::size_t lane = 0; lane < lanes; ++lane)
            ones_[mask].v[lane] = static_cast<double>(mask >> lane & 1U);
}

void LaneSearch::add(const ClassGraph& graph, std::span<const Vertex> sources,
                     std::vector<double>& between) {
    const Vertex n = graph.rows.vertices();
    if (share_.size() < n) share_.resize(n);  // what is in there stays finite, and is masked
    for (; !sources.empty(); sources = sources.subspan(std::min(lanes, sources.size()))) {
        const auto batch = sources.first(std::min(lanes, sources.size()));
        Line weight = ones_[0];
        for (std::size_t lane = 0; lane < batch.size(); ++lane)
            weight.v[lane] = graph.weight[batch[lane]];
        forth(graph, batch);
        back(graph, weight, batch.size(), between);
    }
}

void LaneSearch::forth(const ClassGraph& graph, std::span<const Vertex> sources) {
    const Vertex n = graph.rows.vertices();
    paths_.assign(n, ones_[0]);
    seen_.assign(n, 0);
    found_.assign(n, 0);
    order_.clear();
    at_.clear();
    first_.clear();
    kept_ = 0;
    for (std::size_t lane = 0; lane < sources.size(); ++lane) {
        const Vertex source = sources[lane];
        order_.push_back(source);
        at_.push_back(static_cast<Mask>(1U << lane));
        seen_[source] = static_cast<Mask>(seen_[source] | at_.back());
        paths_[source].v[lane] = 1;
    }
    for (std::size_t begin = 0; begin < order_.size();) {
        const std::size_t end = order_.size();
        level(graph, begin, end, begin == 0);
        for (std::size_t i = end; i < order_.size(); ++i) {
            const Vertex v = order_[i];
            at_.push_back(found_[v]);
            seen_[v] = static_cast<Mask>(seen_[v] | found_[v]);
            found_[v] = 0;
        }
        begin = end;
    }
    first_.push_back(kept_);
}

void LaneSearch::level(const ClassGraph& graph, std::size_t begin, std::size_t end,
                       bool at_source) {
    const Line* const ones = ones_.data();
    const Mask* const seen = seen_.data();
    Mask* const found = found_.data();
    Line* const paths = paths_.data();
    for (std::size_t at = begin; at < end; ++at) {
        const Vertex v = order_[at];
        const Mask lanes_here = at_[at];
        Line ways = paths[v];
        if (!at_source) ways.v *= graph.members[v];
        first_.push_back(kept_);
        const auto neighbours = graph.rows.of(v);
        if (next_.size() < kept_ + neighbours.size()) {
            next_.resize(2 * (kept_ + neighbours.size()));
            next_at_.resize(next_.size());
        }
        std::size_t kept = kept_;
        Vertex* const next = next_.data();
        Mask* const next_at = next_at_.data();
        for (const Vertex to : neighbours) {
            const auto leads_on = static_cast<Mask>(lanes_here & ~seen[to]);
            if (leads_on == 0) continue;
            if (found[to] == 0) order_.push_back(to);
            found[to] = static_cast<Mask>(found[to] | leads_on);
            paths[to].v += ways.v * ones[leads_on].v;
            next[kept] = to;
            next_at[kept++] = leads_on;
        }
        kept_ = kept;
    }
}

void LaneSearch::back(const ClassGraph& graph, const Line& weight, std::size_t begin,
                      std::vector<double>& between) {
    const Line* const ones = ones_.data();
    Line* const share = share_.data();
    const Vertex* const next = next_.data();
    const Mask* const next_at = next_at_.data();
    for (std::size_t at = order_.size(); at-- > begin;) {
        const Vertex v = order_[at];
        Line beyond = ones[0];
        for (std::size_t i = first_[at]; i < first_[at + 1]; ++i)
            beyond.v += share[next[i]].v * ones[next_at[i]].v;
        const Line here = ones[at_[at]];
        const Line elsewhere = ones[static_cast<Mask>(~at_[at])];
        const Line paths{paths_[v].v * here.v + elsewhere.v};
        beyond.v *= paths.v;
        const Line pairs{beyond.v * weight.v};
        double sum = 0;
        for (std::size_t lane = 0; lane < lanes; ++lane) sum += pairs.v[lane];
        between[v] += sum;
        share[v].v = share[v].v * elsewhere.v +
                     here.v * (graph.weight[v] + graph.members[v] * beyond.v) / paths.v;
    }
}

}  // namespace lotse::graph
