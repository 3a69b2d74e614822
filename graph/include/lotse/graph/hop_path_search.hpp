/// A path with the fewest edges from one vertex to another, searched from both ends at once.
///
/// Two searches of half the depth meet far fewer vertices than one: each step goes on from the end
/// whose front has fewer arcs. Pohl (1971), Bi-directional search, Machine Intelligence 6, 127-140.
#ifndef LOTSE_GRAPH_HOP_PATH_SEARCH_HPP
#define LOTSE_GRAPH_HOP_PATH_SEARCH_HPP

#include <lotse/graph/arc_labels.hpp>
#include <lotse/graph/csr.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace lotse::graph {

/// For many questions to one graph, which outlives this: a question costs the arcs that it looks
/// at, and neither clears nor allocates, as marks carry the number of the question.
class HopPathSearch {
public:
    explicit HopPathSearch(const Csr& graph);

    /// The vertices of a shortest path along the edges, both ends included; empty: there is none.
    /// Of several always the same. Valid until the next question. O(n + m), mostly far less.
    std::span<const Vertex> path(Vertex from, Vertex to);

    /// The same over arcs with an allowed label only.
    std::span<const Vertex> path(Vertex from, Vertex to, const ArcLabels& labels, LabelSet allowed);

private:
    struct Mark {
        std::uint32_t question = 0;  ///< twice its number, plus 1 if met from the far end
        Vertex toward = 0;           ///< the next vertex on the way to that end
    };

    template <class Allows>
    std::span<const Vertex> search(Vertex from, Vertex to, const Allows& allows);
    void next_question();
    void join(Vertex near, Vertex far);

    const Csr& graph_;
    std::vector<Mark> marks_;
    std::uint32_t question_ = 0;
    std::array<std::vector<Vertex>, 2> fronts_;
    std::vector<Vertex> next_;
    std::vector<Vertex> path_;
};

}  // namespace lotse::graph

#endif
