/// The graphs that kernels are measured on: generated ones, shipped networks, synthetic networks.
#ifndef LOTSE_BENCH_GRAPHS_HPP
#define LOTSE_BENCH_GRAPHS_HPP

#include <lotse/graph/edge_list.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace lotse::bench {

/// What a graph is like, which decides the goal of a kernel on it.
enum class Shape {
    hanging,     ///< sparse, most of it leaves, bridges and twins, as small recorded networks are
    dense_core,  ///< a core of many edges, with or without leaves
    small_world  ///< a ring with shortcuts, nothing hangs on anything: the worst case
};

struct BenchGraph {
    std::string name;
    Shape shape = Shape::dense_core;
    graph::EdgeList edges;  ///< undirected and simple; weights 1, 1/2, 1/3 or 1/4
};

/// Watts & Strogatz (1998), Nature 393, 440-442: a ring of 8 neighbours, one edge of ten rewired.
BenchGraph small_world(std::size_t vertices);
/// Barabási & Albert (1999), Science 286, 509-512: each new vertex brings four edges.
BenchGraph scale_free(std::size_t vertices);
/// Districts of sixty in a row: half of the vertices are leaves, a quarter twins that know the same
/// two bodies, and the others services with a leaf or two, and few ties among them.
BenchGraph hanging(std::size_t vertices);
/// Districts of a jobcenter, a health conference and a sports federation each: three of four
/// vertices are clubs that know little more than their federation, the others services with many
/// partners, one of ten of them in another district; insurers and state offices across.
BenchGraph referral(std::size_t vertices);
/// The actors and ties of `lotse generate --areas N`.
BenchGraph synthetic(int areas);
/// The actors and ties of a network that can be read.
BenchGraph shipped(const std::string& folder, const std::string& name);

}  // namespace lotse::bench

#endif
