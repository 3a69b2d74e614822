/// What is measured: a kernel of the graph module, its peers, and its goals.
#ifndef LOTSE_BENCH_KERNELS_HPP
#define LOTSE_BENCH_KERNELS_HPP

#include "graphs.hpp"
#include "measure.hpp"

#include <lotse/graph/threads.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace lotse::bench {

/// How many times as fast as igraph on one thread; 0: no goal. `hanging` and `small_world` are
/// graphs of large diameter.
struct Goal {
    double hanging = 0;
    double dense_core = 0;
    double small_world = 0;
    std::size_t vertices = 1000;  ///< smaller graphs have no goal

    double on(Shape shape) const;
};

struct Kernel {
    std::string name;
    Goal goal;
    std::size_t largest;  ///< graphs with more vertices are left out
    bool parallel = false;
    /// Own way on so many threads.
    std::function<Contender(const BenchGraph&, graph::Threads)> own;
    /// The same by others, igraph first.
    std::function<std::vector<Contender>(const BenchGraph&)> peers;
};

std::vector<Kernel> centrality_kernels();
std::vector<Kernel> path_kernels();
std::vector<Kernel> kernels();

}  // namespace lotse::bench

#endif
