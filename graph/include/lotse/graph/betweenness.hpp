/// Betweenness by kernels of our own, for any number of threads.
#ifndef LOTSE_GRAPH_BETWEENNESS_HPP
#define LOTSE_GRAPH_BETWEENNESS_HPP

#include <lotse/graph/centrality.hpp>
#include <lotse/graph/csr.hpp>
#include <lotse/graph/random.hpp>
#include <lotse/graph/threads.hpp>

namespace lotse::graph {

/// The same as `betweenness` of an EdgeList (centrality.hpp), to the last digits: undirected graphs
/// fall into blocks, where each vertex stands for all that hangs behind it, and twins are searched
/// from once; Puzis et al. (2015), see graph/class_graph.hpp. Loops count nothing, parallel edges
/// are paths of their own. Errors: engine (more shortest paths than a double counts). O(n m) at
/// worst, with lengths O(n m log n), by classes of twins, block by block; memory 200 bytes a vertex
/// and thread.
Result<Scores> betweenness(const Csr& graph, Threads threads);

/// Looks at arcs that the exact answer takes, about; 1e8 to 3e8 are a second of one core. For hops.
/// O(n log n + m log n).
double betweenness_steps(const Csr& graph);

struct Sampling {
    double error = 0.005;  ///< share of all pairs of vertices
    double risk = 0.01;    ///< probability that some value is farther off than `error`
    std::uint64_t seed = Random::default_seed;
};

struct SampledBetweenness {
    Scores scores;
    double error = 0;       ///< in the unit of the scores
    std::size_t paths = 0;  ///< drawn
};

/// An estimate by shortest paths between random vertices, found from both ends. With probability
/// 1 - risk no value is off by more than the error. Precondition: edges are one hop, error and risk
/// are above 0.
/// Paths: Riondato & Kornaropoulos (2016), Data Mining and Knowledge Discovery 30(2), 438-475,
/// doi:10.1007/s10618-015-0423-0. Their number, ln(2 n / risk) / (2 error^2): the inequality of
/// Hoeffding (1963), JASA 58(301), 13-30, doi:10.1080/01621459.1963.10500830, for every vertex, the
/// risks summed. Search from both ends: Borassi & Natale (2016), KADABRA is an adaptive algorithm
/// for betweenness via random approximation. O(n + m) a path at worst, far less where distances are
/// short.
SampledBetweenness sampled_betweenness(const Csr& graph, const Sampling& sampling, Threads threads);

}  // namespace lotse::graph

#endif
