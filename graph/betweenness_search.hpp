/// The three searches of betweenness: many sources at once, one source, and edges with lengths.
///
/// All follow Brandes (2001), Journal of Mathematical Sociology 25(2), 163-177,
/// doi:10.1080/0022250X.2001.9990249: a search forth counts the shortest paths from a source to
/// each vertex; the way back sums up which share of the paths to all targets leads through it. On
/// classes, paths are counted to one member: `members` ways lead on from a class, and `weight`
/// targets are there to reach.
///
/// `add` adds to between[v] the ordered pairs (source, target), source among `sources`, in
/// proportion to the shortest paths that lead through one member of v. Scratch memory grows as
/// needed and is kept for the next call.
#ifndef LOTSE_GRAPH_BETWEENNESS_SEARCH_HPP
#define LOTSE_GRAPH_BETWEENNESS_SEARCH_HPP

#include "class_graph.hpp"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace lotse::graph {

/// One source at a time. The arcs to the next level are kept from the way forth, so that the way
/// back looks at no other. O(n + m) a source.
class HopSearch {
public:
    void add(const ClassGraph& graph, std::span<const Vertex> sources,
             std::vector<double>& between);

private:
    void forth(const ClassGraph& graph, Vertex source);
    void back(const ClassGraph& graph, double weight, std::vector<double>& between);

    std::vector<std::uint32_t> distance_;
    std::vector<double> paths_;
    std::vector<double> share_;  ///< of one path to the vertex: targets there and beyond
    std::vector<Vertex> order_;  ///< of discovery; the queue as well
    std::size_t found_ = 0;      ///< vertices in it
    std::vector<Arc> first_;     ///< into `next_`, per place in the order
    std::vector<Vertex> next_;   ///< ends of arcs that lead one step further
};

/// Eight sources at once, a lane of a cache line each. Neighbouring sources see most vertices at
/// the same distance, so that one look at an arc serves several. The idea of many sources in one
/// pass is of Then et al. (2014), The more the merrier, PVLDB 8(4), 449-460,
/// doi:10.14778/2735496.2735507. O(n + m) for eight sources at best, 8 (n + m) at worst.
class LaneSearch {
public:
    static constexpr std::size_t lanes = 8;

    /// Up to so many looks at a vertex it is faster than HopSearch, by measurement: small worlds
    /// have 2 to 3, circles and grids 4.5 to 8.
    static constexpr double most_looks = 4.25;

    /// How often a search from eight sources in the middle of the order looks at a vertex it
    /// reaches: 1 to 8. Precondition: there is a vertex.
    double looks(const ClassGraph& graph);

    LaneSearch();
    void add(const ClassGraph& graph, std::span<const Vertex> sources,
             std::vector<double>& between);

private:
    using Mask = std::uint8_t;
    struct Line {
        double v [[gnu::vector_size(lanes * sizeof(double))]];
    };

    void forth(const ClassGraph& graph, std::span<const Vertex> sources);
    void level(const ClassGraph& graph, std::size_t begin, std::size_t end);
    void back(const ClassGraph& graph, const Line& weight, std::size_t begin,
              std::vector<double>& between);

    std::vector<Line> ones_;  ///< per mask: 1 in its lanes, else 0
    std::vector<Mask> seen_;
    std::vector<Mask> found_;  ///< on the level in work
    std::vector<Line> paths_;
    std::vector<Line> share_;
    std::vector<Vertex> order_;  ///< level by level; a vertex stands there once a distance
    std::vector<Mask> at_;       ///< which lanes see it at that distance
    std::size_t listed_ = 0;     ///< entries of both
    std::vector<std::size_t> first_;
    std::vector<Vertex> next_;
    std::vector<Mask> next_at_;
    std::size_t kept_ = 0;  ///< arcs in next_
};

/// Edges with lengths: Dijkstra's search. Two paths are equally long if they differ by a share of
/// 1e-10 at most, as with igraph. O(n + m log m) a source; O(n + m + d) where lengths are small
/// whole numbers or fractions with a small common denominator, d being the largest distance in
/// these units.
class LengthSearch {
public:
    void add(const ClassGraph& graph, std::span<const Vertex> sources,
             std::vector<double>& between);

private:
    static constexpr double same_length = 1e-10;

    template <class Queue>
    void forth(const ClassGraph& graph, Vertex source, Queue queue);
    void back(const ClassGraph& graph, double weight, std::vector<double>& between);

    /// Takes lengths over, in units that make them whole if there are such; says whether.
    bool scale(const std::vector<double>& lengths);

    std::vector<double> lengths_;
    std::vector<double> distance_;
    std::vector<double> paths_;
    std::vector<double> share_;
    std::vector<Vertex> order_;  ///< by distance
    std::vector<std::pair<double, Vertex>> heap_;
    std::vector<std::vector<Vertex>> buckets_;
};

}  // namespace lotse::graph

#endif
