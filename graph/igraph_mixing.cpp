#include "igraph.hpp"

#include <lotse/graph/mixing.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace lotse::graph {
namespace {

/// Numbers as a vector that igraph may read.
class IntegerView {
public:
    explicit IntegerView(std::span<const std::size_t> values) : view_{} {
        for (const std::size_t v : values) values_.push_back(static_cast<igraph_integer_t>(v));
        igraph_vector_int_view(&view_, values_.data(),
                               static_cast<igraph_integer_t>(values_.size()));
    }
    const igraph_vector_int_t* get() const noexcept { return &view_; }

private:
    std::vector<igraph_integer_t> values_;
    igraph_vector_int_t view_;
};

/// Groups numbered from 0 in their order, without gaps, as igraph wants them.
std::vector<std::size_t> without_gaps(std::span<const std::size_t> group) {
    std::map<std::size_t, std::size_t> number;
    for (const std::size_t g : group) number.try_emplace(g);
    std::size_t next = 0;
    for (auto& [g, n] : number) n = next++;
    std::vector<std::size_t> out;
    for (const std::size_t g : group) out.push_back(number[g]);
    return out;
}

std::optional<double> if_defined(igraph_real_t value) {
    if (!std::isfinite(value)) return std::nullopt;
    return value;
}

}  // namespace

Result<std::optional<double>> assortativity(const EdgeList& edges,
                                            std::span<const std::size_t> group) {
    if (group.size() != edges.vertices)
        return Error{ErrorKind::engine, Text{"Es braucht genau eine Gruppe je Knoten.",
                                             "There has to be exactly one group per vertex."}};
    return in_session([&]() -> std::optional<double> {
        check_ends(edges);
        if (edges.edges.empty()) return std::nullopt;
        const std::size_t one = group[edges.edges.front().from];
        if (std::ranges::all_of(edges.edges, [&](const Edge& e) {
                return group[e.from] == one && group[e.to] == one;
            }))
            return std::nullopt;
        const Graph graph{undirected_projection(edges, Merge::max)};
        const IntegerView types{without_gaps(group)};
        igraph_real_t value = 0;
        check(igraph_assortativity_nominal(graph.get(), types.get(), &value, /*directed=*/false,
                                           /*normalized=*/true));
        return if_defined(value);
    });
}

Result<std::optional<double>> agreement(std::span<const std::size_t> a,
                                        std::span<const std::size_t> b) {
    if (a.size() < 2) return std::optional<double>{};
    return in_session([&] {
        const IntegerView first{without_gaps(a)};
        const IntegerView second{without_gaps(b)};
        igraph_real_t value = 0;
        check(igraph_compare_communities(first.get(), second.get(), &value,
                                         IGRAPH_COMMCMP_ADJUSTED_RAND));
        return if_defined(value);
    });
}

}  // namespace lotse::graph
