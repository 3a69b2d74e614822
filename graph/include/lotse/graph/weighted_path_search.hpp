/// The shortest path from one vertex to another where edges have lengths, searched from both ends.
///
/// Dijkstra's search from both ends, always the one with fewer vertices and edges in front of it:
/// so hubs are mostly left to the end that meets them last. It ends when the two radii together
/// reach the best path seen: Nicholson (1966), Finding the shortest route between two points in a
/// network, The Computer Journal 9(3), 275-280. A vertex through which even the other radius makes
/// no better path is not entered.
#ifndef LOTSE_GRAPH_WEIGHTED_PATH_SEARCH_HPP
#define LOTSE_GRAPH_WEIGHTED_PATH_SEARCH_HPP

#include <lotse/graph/csr.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace lotse::graph {

/// For many questions to one graph, which outlives this; marks as in HopPathSearch.
class WeightedPathSearch {
public:
    explicit WeightedPathSearch(const Csr& graph);

    struct Path {
        std::span<const Vertex> vertices;  ///< both ends included; empty: there is no path
        double length = 0;                 ///< sum of the lengths
    };
    /// Along the edges; an edge of a graph without lengths is 1 long. Of several shortest paths
    /// always the same. Valid until the next question. O((n + m) log n), mostly far less.
    Path path(Vertex from, Vertex to);

private:
    struct Mark {
        double distance = 0;
        std::uint32_t question = 0;
        Vertex toward = 0;  ///< the next vertex on the way to the end
    };
    struct Entry {
        double distance;
        Vertex vertex;
    };
    /// The marks of a vertex for both ends lie side by side.
    Mark& mark(Vertex v, std::size_t end) { return marks_[2 * std::size_t{v} + end]; }
    /// All vertices nearer to the end than this are done.
    double radius(std::size_t end) const {
        return heaps_[end].empty() ? 0 : heaps_[end].front().distance;
    }
    void next_question();
    bool is_met(Vertex v, std::size_t end) { return mark(v, end).question == question_; }
    void enter(std::size_t end, Vertex v, double distance, Vertex toward);
    /// What the next step has to do and to carry on.
    std::size_t effort(std::size_t end) const;
    void step(std::size_t end);

    const Csr& graph_;
    std::vector<Mark> marks_;
    std::uint32_t question_ = 0;
    std::array<std::vector<Entry>, 2> heaps_;  ///< the nearest in front
    double best_ = 0;                          ///< length of the best path so far
    Vertex middle_ = 0;                        ///< a vertex of it
    std::vector<Vertex> path_;
};

}  // namespace lotse::graph

#endif
