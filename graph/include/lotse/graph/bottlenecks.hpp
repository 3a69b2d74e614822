/// Who is on every way from a vertex, and how many ways do not meet. Where the graph as a whole
/// hangs on one vertex or edge stands in splits.hpp.
#ifndef LOTSE_GRAPH_BOTTLENECKS_HPP
#define LOTSE_GRAPH_BOTTLENECKS_HPP

#include <lotse/graph/hops.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace lotse::graph {

/// A vertex d dominates v if every path from the root to v leads through d. Per vertex: the
/// dominator other than itself that is nearest to it; the root has itself; nullopt: no path leads
/// there. A vertex' dominators are its chain of immediate dominators.
using Dominators = std::vector<std::optional<std::size_t>>;

/// `backward` has the edges of `forward` the other way round. The hybrid algorithm (semidominators,
/// then nearest common ancestors) of Georgiadis, Werneck, Tarjan, Triantafyllis & August (2004),
/// Finding dominators in practice, ESA 2004, Springer, 677-688, doi:10.1007/978-3-540-30140-0_60.
/// O(n^2 + m log n) at worst, hardly more than O(n + m) in practice.
Dominators immediate_dominators(const Successors& forward, const Successors& backward,
                                std::size_t root);

/// The largest number of paths from a vertex to goals that share no vertex but the first, so that
/// they also end at different goals. By Menger's theorem it is the smallest number of vertices
/// other than the first, goals included, without which no path is left.
///
/// Augmenting paths: Ford & Fulkerson (1956), Maximal flow through a network, Canadian Journal of
/// Mathematics 8, 399-404, doi:10.4153/CJM-1956-045-5. Every vertex has two sides, in and out, and
/// room for one path. A search ends at the first free goal, the last one at what the smallest set
/// of vertices encloses; none is made beyond the number of edges that leave the start.
class DisjointPaths {
public:
    /// Precondition: the graph is simple and outlives this.
    explicit DisjointPaths(const Successors& graph);

    /// Precondition: `from` is no goal, goals are all different. O(p (n + m)) for p paths.
    std::size_t count(std::size_t from, std::span<const std::size_t> goals);

private:
    static constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();
    static constexpr std::uint32_t the_end = nobody - 1;

    enum class Side { in, out };
    struct Place {
        std::uint32_t vertex;
        Side side;
    };

    bool one_more();
    void enter(std::uint32_t v, std::uint32_t before);
    void leave(std::uint32_t v, std::uint32_t before);
    /// Follows the search back from where it ended.
    void change_paths();

    const Successors& graph_;
    std::uint32_t from_ = 0;
    std::vector<bool> is_goal_;
    // Of the paths found so far, per vertex; `the_end`: the path ends there.
    std::vector<std::uint32_t> next_;
    std::vector<std::uint32_t> previous_;
    std::vector<std::uint32_t> touched_;
    // Of one search: where it came from; the vertex itself: from its other side.
    std::vector<std::uint32_t> entered_;
    std::vector<std::uint32_t> left_;
    std::vector<Place> queue_;
    std::uint32_t end_ = nobody;
};

}  // namespace lotse::graph

#endif
