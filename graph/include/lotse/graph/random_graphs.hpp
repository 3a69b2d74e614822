/// Random graphs to hold an observed one against: the same size, or the same degrees.
#ifndef LOTSE_GRAPH_RANDOM_GRAPHS_HPP
#define LOTSE_GRAPH_RANDOM_GRAPHS_HPP

#include <lotse/graph/edge_list.hpp>
#include <lotse/graph/random.hpp>

#include <cstdint>
#include <memory>

namespace lotse::graph {

class KeySet;

/// One of the simple graphs with this many vertices and edges, each equally likely.
/// Precondition: there are so many pairs. O(n + m).
EdgeList random_graph(std::size_t vertices, std::size_t edges, Direction direction, Random& random);

/// A graph whose edges trade ends: every vertex keeps its degree, in- and out-degree if directed.
/// Precondition: the graph is simple.
class Rewiring {
public:
    explicit Rewiring(EdgeList graph);
    ~Rewiring();

    /// Picks two edges `attempts` times and swaps an end of each where the graph stays simple. Many
    /// attempts (100 per edge) give each graph of these degrees about the same probability: Milo
    /// et al. (2003), On the uniform generation of random graphs with prescribed degree sequences,
    /// arXiv:cond-mat/0312028. O(attempts).
    void swap(std::size_t attempts, Random& random);

    const EdgeList& graph() const noexcept { return graph_; }

private:
    std::uint64_t key(std::size_t from, std::size_t to) const;

    EdgeList graph_;
    std::unique_ptr<KeySet> present_;
};

}  // namespace lotse::graph

#endif
