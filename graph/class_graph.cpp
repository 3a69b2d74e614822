#include "class_graph.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace lotse::graph {
namespace {

constexpr Vertex none = std::numeric_limits<Vertex>::max();

bool has_parallel_arcs(const Rows& rows) {
    for (Vertex v = 0; v < rows.vertices(); ++v) {
        const auto to = rows.of(v);
        if (std::ranges::adjacent_find(to) != to.end()) return true;
    }
    return false;
}

/// Spreads the bits of a vertex: the finaliser of splitmix64 (Steele, Lea & Flood 2014,
/// doi:10.1145/2660193.2660195).
std::uint64_t scrambled(std::uint64_t v) {
    v += 0x9e3779b97f4a7c15U;
    v = (v ^ (v >> 30U)) * 0xbf58476d1ce4e5b9U;
    v = (v ^ (v >> 27U)) * 0x94d049bb133111ebU;
    return v ^ (v >> 31U);
}

/// The neighbours of both are the same, the two themselves aside.
bool are_twins(const Rows& rows, Vertex u, Vertex v) {
    const auto a = rows.of(u);
    const auto b = rows.of(v);
    if (a.size() != b.size()) return false;
    std::size_t i = 0;
    std::size_t j = 0;
    for (;;) {
        if (i < a.size() && a[i] == v) ++i;
        if (j < b.size() && b[j] == u) ++j;
        if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
        if (a[i++] != b[j++]) return false;
    }
}

enum class Twins { apart, joined };

/// Gives twins the smallest vertex among them as their first. Twins that are joined agree in their
/// neighbours and themselves, twins apart in their neighbours; only those with equal sums of
/// scrambled vertices are compared. A vertex has twins of one sort only.
void find_twins(const Rows& rows, Twins sort, std::vector<Vertex>& first) {
    std::vector<std::pair<std::uint64_t, Vertex>> keys;
    for (Vertex v = 0; v < rows.vertices(); ++v) {
        std::uint64_t key = sort == Twins::joined ? scrambled(v) : 0;
        for (const Vertex to : rows.of(v)) key += scrambled(to);
        keys.emplace_back(key, v);
    }
    std::ranges::sort(keys);
    for (std::size_t i = 1; i < keys.size(); ++i) {
        if (keys[i].first != keys[i - 1].first) continue;
        const Vertex candidate = first[keys[i - 1].second];
        if (are_twins(rows, candidate, keys[i].second)) first[keys[i].second] = candidate;
    }
}

/// Vertices in the order of a search from the one with most arcs, then from the next that was not
/// reached. `first` of a vertex stands for it.
std::vector<Vertex> search_order(const Rows& rows, const std::vector<Vertex>& first) {
    std::vector<Vertex> starts(rows.vertices());
    std::iota(starts.begin(), starts.end(), Vertex{0});
    if (!starts.empty())
        std::iter_swap(starts.begin(), std::ranges::max_element(
                                           starts, {}, [&](Vertex v) { return rows.degree(v); }));
    std::vector<Vertex> order;
    std::vector<bool> seen(rows.vertices(), false);
    const auto reach = [&](Vertex v) {
        if (seen[first[v]]) return;
        seen[first[v]] = true;
        order.push_back(first[v]);
    };
    for (const Vertex start : starts) {
        std::size_t at = order.size();
        for (reach(start); at < order.size(); ++at)
            for (const Vertex to : rows.of(order[at])) reach(to);
    }
    return order;
}

/// The graph of the classes, in the order of a search.
ClassGraph class_graph(const Block& block, const std::vector<Vertex>& first) {
    const Vertex n = block.rows.vertices();
    const std::vector<Vertex> order = search_order(block.rows, first);
    const auto classes = static_cast<Vertex>(order.size());
    std::vector<Vertex> of(n, 0);
    for (Vertex c = 0; c < classes; ++c) of[order[c]] = c;
    for (Vertex v = 0; v < n; ++v) of[v] = of[first[v]];

    ClassGraph out;
    out.members.assign(classes, 0);
    out.weight.assign(classes, 0);
    std::vector<double> squares(classes, 0);
    std::vector<Vertex> twin(classes, none);
    out.first.assign(classes + 1, 0);
    for (Vertex v = 0; v < n; ++v) {
        ++out.members[of[v]];
        out.weight[of[v]] += block.weight[v];
        squares[of[v]] += block.weight[v] * block.weight[v];
        if (first[v] != v) twin[of[v]] = v;
        ++out.first[of[v] + 1];
    }
    std::partial_sum(out.first.begin(), out.first.end(), out.first.begin());
    out.vertices.resize(n);
    std::vector<Arc> next = out.first;
    for (Vertex v = 0; v < n; ++v) out.vertices[next[of[v]]++] = block.vertices[v];

    const bool lengths = !block.rows.lengths.empty();
    const bool merged = classes < n;
    Rows rows;
    std::vector<Vertex> seen_from(classes, none);
    for (Vertex c = 0; c < classes; ++c) {
        const Vertex v = order[c];
        bool joined = false;
        for (Arc arc = block.rows.first[v]; arc < block.rows.first[v + 1]; ++arc) {
            const Vertex to = of[block.rows.to[arc]];
            joined = joined || to == c;
            if (merged && (to == c || seen_from[to] == c)) continue;
            seen_from[to] = c;
            rows.to.push_back(to);
            if (lengths) rows.lengths.push_back(block.rows.lengths[arc]);
        }
        rows.first.push_back(static_cast<Arc>(rows.to.size()));
        const bool apart = twin[c] != none && !joined;
        out.pairs_inside.push_back(apart ? out.weight[c] * out.weight[c] - squares[c] : 0);
    }
    out.rows = reversed(reversed(rows));  // which sorts them
    return out;
}

}  // namespace

ClassGraph merge_twins(const Block& block) {
    std::vector<Vertex> first(block.rows.vertices());
    std::iota(first.begin(), first.end(), Vertex{0});
    if (block.rows.lengths.empty() && !has_parallel_arcs(block.rows)) {
        find_twins(block.rows, Twins::apart, first);
        find_twins(block.rows, Twins::joined, first);
    }
    return class_graph(block, first);
}

ClassGraph single_classes(const Block& block) {
    std::vector<Vertex> first(block.rows.vertices());
    std::iota(first.begin(), first.end(), Vertex{0});
    return class_graph(block, first);
}

}  // namespace lotse::graph
