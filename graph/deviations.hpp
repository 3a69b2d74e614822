/// The loopless paths from one vertex to another, the shortest first.
///
/// A further path follows one found before for a while, its root, and then leaves it by an arc that
/// none with the same root has taken: Yen (1971), Finding the k shortest loopless paths in a
/// network, Management Science 17(11), 712-716, doi:10.1287/mnsc.17.11.712. A path is branched from
/// only where it left its own parent or later, so that none is found twice: Lawler (1972),
/// Management Science 18(7), 401-405, doi:10.1287/mnsc.18.7.401. The rest of a path is searched by
/// A* (Hart, Nilsson & Raphael 1968, IEEE Transactions on Systems Science and Cybernetics 4(2),
/// 100-107, doi:10.1109/TSSC.1968.300136) whose bounds are the distances to the goal in the whole
/// graph: what a root forbids is little, and the search goes nearly straight to the goal.
#ifndef LOTSE_GRAPH_DEVIATIONS_PRIVATE_HPP
#define LOTSE_GRAPH_DEVIATIONS_PRIVATE_HPP

#include <lotse/graph/csr.hpp>

#include <compare>
#include <cstdint>
#include <limits>
#include <set>
#include <span>
#include <vector>

namespace lotse::graph {

class Deviations {
public:
    /// Shorter is first by length, then by number of arcs.
    struct Cost {
        double length = 0;
        std::uint32_t arcs = 0;
        friend auto operator<=>(const Cost&, const Cost&) = default;
    };
    struct Way {
        Cost cost;
        std::vector<Arc> arcs;
        std::size_t left_at = 0;  ///< so many arcs are its parent's
    };

    /// `against` are the arcs of `along` the other way round; both outlive this. O((n + m) log n).
    Deviations(const Rows& along, const Rows& against, Vertex from, Vertex to);

    /// The next path, valid until the next call; nullptr: there are no more. O(l (n + m) log n) for
    /// l arcs, mostly far less.
    const Way* next();
    /// The vertex where arc i of the way begins; the goal for i = number of arcs.
    Vertex vertex(const Way& way, std::size_t i) const {
        return i == 0 ? from_ : along_.to[way.arcs[i - 1]];
    }

private:
    struct Mark {
        Cost cost;
        std::uint32_t search = 0;
        Arc entry = 0;
    };
    struct Entry {
        Cost bound;  ///< to the goal, at least
        Cost cost;
        Vertex vertex;
    };
    struct Earlier {
        bool operator()(const Way& a, const Way& b) const {
            return a.cost != b.cost ? a.cost < b.cost : a.arcs < b.arcs;
        }
    };
    /// Order of a heap with the smallest bound in front, and of these what is farthest on its way.
    static bool later(const Entry& a, const Entry& b);

    void measure_rest(const Rows& against, Vertex to);
    void measure_rest_in_hops(const Rows& against, Vertex to);
    void branch(const Way& way);
    void leave(const Way& way, std::size_t at);
    bool search(Vertex spur, std::span<const Arc> banned);
    void enter(Vertex v, Cost cost, Arc entry);
    Cost after(Cost cost, Arc arc) const {
        return {cost.length + (along_.lengths.empty() ? 1 : along_.lengths[arc]), cost.arcs + 1};
    }

    static constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();

    const Rows& along_;
    Vertex from_;
    Vertex to_;
    std::vector<Cost> rest_;  ///< to the goal; arcs `unreached`: no path
    std::vector<Mark> marks_;
    std::vector<std::uint32_t> banned_in_;  ///< per vertex the last search that must not enter it
    std::uint32_t search_ = 0;
    std::vector<Entry> heap_;
    std::set<Way, Earlier> candidates_;
    std::vector<Way> taken_;
};

}  // namespace lotse::graph

#endif
