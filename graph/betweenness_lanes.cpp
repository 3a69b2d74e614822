#include "betweenness_search.hpp"

#include <algorithm>
#include <numeric>

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

double LaneSearch::looks(const ClassGraph& graph) {
    const Vertex n = graph.rows.vertices();
    std::vector<Vertex> sources(std::min<std::size_t>(lanes, n));
    std::iota(sources.begin(), sources.end(), (n - static_cast<Vertex>(sources.size())) / 2);
    forth(graph, sources);
    const auto reached = std::ranges::count_if(seen_, [](Mask mask) { return mask != 0; });
    return static_cast<double>(listed_) / static_cast<double>(reached);
}

void LaneSearch::forth(const ClassGraph& graph, std::span<const Vertex> sources) {
    const Vertex n = graph.rows.vertices();
    paths_.assign(n, ones_[0]);
    seen_.assign(n, 0);
    found_.assign(n, 0);
    order_.resize(std::max(order_.size(), lanes * n + 1));
    at_.resize(order_.size());
    first_.clear();
    listed_ = 0;
    kept_ = 0;
    for (std::size_t lane = 0; lane < sources.size(); ++lane) {
        const Vertex source = sources[lane];
        const auto mask = static_cast<Mask>(1U << lane);
        order_[listed_] = source;
        at_[listed_++] = mask;
        seen_[source] = static_cast<Mask>(seen_[source] | mask);
        paths_[source].v[lane] = 1;
    }
    for (std::size_t begin = 0; begin < listed_;) {
        const std::size_t end = listed_;
        level(graph, begin, end);
        for (std::size_t i = end; i < listed_; ++i) {
            const Vertex v = order_[i];
            at_[i] = found_[v];
            seen_[v] = static_cast<Mask>(seen_[v] | found_[v]);
            found_[v] = 0;
        }
        begin = end;
    }
    first_.push_back(kept_);
}

/// Which arcs lead on is hard to foretell for a processor, so that it is written down without a
/// branch first.
void LaneSearch::level(const ClassGraph& graph, std::size_t begin, std::size_t end) {
    const Line* const ones = ones_.data();
    const Mask* const seen = seen_.data();
    Mask* const found = found_.data();
    Line* const paths = paths_.data();
    Vertex* const order = order_.data();
    std::size_t listed = listed_;
    for (std::size_t at = begin; at < end; ++at) {
        const Vertex v = order[at];
        const Mask here = at_[at];
        Line ways = paths[v];
        if (begin > 0) ways.v *= graph.members[v];  // the source itself is one member
        first_.push_back(kept_);
        const auto neighbours = graph.rows.of(v);
        if (next_.size() <= kept_ + neighbours.size()) {
            next_.resize(2 * (kept_ + neighbours.size() + 1));
            next_at_.resize(next_.size());
        }
        Vertex* const next = next_.data();
        Mask* const next_at = next_at_.data();
        std::size_t kept = kept_;
        for (const Vertex to : neighbours) {
            const auto leads_on = static_cast<Mask>(here & ~seen[to]);
            next[kept] = to;
            next_at[kept] = leads_on;
            kept += leads_on != 0 ? 1 : 0;
        }
        for (std::size_t i = kept_; i < kept; ++i) {
            const Vertex to = next[i];
            order[listed] = to;
            listed += found[to] == 0 ? 1 : 0;
            found[to] = static_cast<Mask>(found[to] | next_at[i]);
            paths[to].v += ways.v * ones[next_at[i]].v;
        }
        kept_ = kept;
    }
    listed_ = listed;
}

void LaneSearch::back(const ClassGraph& graph, const Line& weight, std::size_t begin,
                      std::vector<double>& between) {
    const Line* const ones = ones_.data();
    Line* const share = share_.data();
    const Vertex* const next = next_.data();
    const Mask* const next_at = next_at_.data();
    for (std::size_t at = listed_; at-- > begin;) {
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
