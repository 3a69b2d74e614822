/// A graph and its values as the kernels of lotse take and give them.
#ifndef LOTSE_BENCH_OWN_GRAPH_HPP
#define LOTSE_BENCH_OWN_GRAPH_HPP

#include "graphs.hpp"

#include <lotse/graph/centrality.hpp>
#include <lotse/graph/csr.hpp>

#include <limits>
#include <memory>
#include <stdexcept>

namespace lotse::bench {

inline std::shared_ptr<const graph::Csr> csr(const BenchGraph& graph, graph::Lengths lengths) {
    auto made = graph::Csr::of(graph.edges, lengths);
    if (!made) throw std::runtime_error{made.error().message.en};
    return std::make_shared<const graph::Csr>(*std::move(made));
}

/// Undefined values are NaN, as igraph shows them.
inline std::vector<double> plain(const graph::Scores& scores) {
    std::vector<double> out;
    out.reserve(scores.size());
    for (const auto& score : scores)
        out.push_back(score.value_or(std::numeric_limits<double>::quiet_NaN()));
    return out;
}

}  // namespace lotse::bench

#endif
