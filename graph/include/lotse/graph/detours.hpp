/// Hop distances from one source, and how they change when a single vertex is taken out.
#ifndef LOTSE_GRAPH_DETOURS_HPP
#define LOTSE_GRAPH_DETOURS_HPP

#include <lotse/graph/hops.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace lotse::graph {

/// Without v, exactly those vertices get farther away or out of reach that every shortest path
/// reaches through v: those that v dominates among the edges of shortest paths. These edges have
/// no circle, so one pass by rising distance finds the dominator tree, the immediate dominator of a
/// vertex being the nearest common one of its predecessors (Cooper, Harvey & Kennedy 2001, A
/// simple, fast dominance algorithm, Rice University, TR-06-33870). What lies below v there is one
/// stretch of a preorder; it alone is searched again, from its neighbours that keep their distance.
/// For that the reached part is kept once more, its vertices numbered by their place in the
/// preorder: the stretch and its edges are read one after the other then.
class Detours {
public:
    /// `backward` has the edges of `forward` the other way round. Precondition: both outlive this.
    Detours(const Successors& forward, const Successors& backward);

    /// Vertices where `without` is true are not there (empty: all are). O(n + m h), h the height of
    /// the dominator tree.
    void start_from(std::size_t source, const std::vector<bool>& without = {});

    /// As hop_distances.
    std::span<const std::uint32_t> distances() const noexcept { return distance_; }

    struct Change {
        std::uint32_t vertex;
        std::uint32_t distance;  ///< without; `unreached`: there is no other way
    };
    /// Every vertex whose distance changes when v is not there either; nothing for the source and
    /// for what is not reached. Valid until the next call. O(edges of these, and their sort).
    std::span<const Change> without(std::size_t v);

private:
    using Place = std::uint32_t;  ///< in the preorder of the dominator tree

    /// Edges among the reached vertices, by place.
    struct Edges {
        std::vector<std::size_t> first;
        std::vector<Place> ends;
        std::span<const Place> of(Place p) const {
            return std::span{ends}.subspan(first[p], first[p + 1] - first[p]);
        }
    };

    std::uint32_t common(std::uint32_t a, std::uint32_t b) const;
    void number_by_preorder();
    void copy_edges(const Successors& of, Edges& to) const;

    const Successors& forward_;
    const Successors& backward_;
    std::uint32_t source_ = 0;
    // By vertex.
    std::vector<std::uint32_t> distance_;
    std::vector<std::uint32_t> dominator_;  ///< immediate
    std::vector<std::uint32_t> depth_;      ///< in the tree
    std::vector<std::uint32_t> below_;      ///< vertices of its part of the tree, itself included
    std::vector<Place> place_;
    std::vector<Place> next_;
    // By place.
    std::vector<std::uint32_t> order_;  ///< the vertex; while numbering, by rising distance
    std::vector<std::uint32_t> hops_;   ///< its distance
    std::vector<std::uint32_t> found_;  ///< without v, of what is below v
    Edges out_;
    Edges in_;
    std::vector<Change> changes_;
    std::vector<std::uint32_t> queue_;
};

}  // namespace lotse::graph

#endif
