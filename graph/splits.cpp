#include <lotse/graph/splits.hpp>

#include <algorithm>
#include <limits>

namespace lotse::graph {
namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

/// Some consecutive places of the preorder.
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;

    std::size_t size() const noexcept { return end - begin; }
};

struct Neighbour {
    std::size_t vertex;
    std::size_t edge;
};

/// A depth-first search through every component.
class Search {
public:
    explicit Search(const EdgeList& graph)
        : near_(graph.vertices),
          place_(graph.vertices, none),
          low_(graph.vertices),
          end_(graph.vertices),
          parent_edge_(graph.vertices, none),
          parent_(graph.vertices, none),
          component_(graph.vertices) {
        for (std::size_t e = 0; e < graph.edges.size(); ++e) {
            near_[graph.edges[e].from].push_back({graph.edges[e].to, e});
            near_[graph.edges[e].to].push_back({graph.edges[e].from, e});
        }
        for (std::size_t v = 0; v < graph.vertices; ++v)
            if (place_[v] == none) visit_component(v);
    }

    Splits splits() const {
        Splits out;
        // Per vertex the stretches below it that hang on it alone.
        std::vector<std::vector<Stretch>> hanging(place_.size());
        for (const std::size_t v : order_) {
            const std::size_t above = parent_[v];
            if (above == none) continue;
            if (low_[v] >= place_[above]) hanging[above].push_back({place_[v], end_[v]});
            if (low_[v] > place_[above])
                out.edges.push_back({parent_edge_[v], smaller_side(v, {place_[v], end_[v]})});
        }
        for (std::size_t v = 0; v < hanging.size(); ++v)
            if (hanging[v].size() + (parent_[v] == none ? 0 : 1) > 1 && !hanging[v].empty())
                out.vertices.push_back(split(v, hanging[v]));
        std::ranges::sort(out.edges, {}, &EdgeSplit::edge);
        return out;
    }

private:
    void enter(std::size_t v, std::size_t root) {
        place_[v] = low_[v] = order_.size();
        component_[v] = place_[root];
        order_.push_back(v);
    }

    void visit_component(std::size_t root) {
        struct Step {
            std::size_t vertex;
            std::size_t next = 0;
        };
        enter(root, root);
        std::vector<Step> steps{{root}};
        while (!steps.empty()) {
            const std::size_t v = steps.back().vertex;
            if (steps.back().next == near_[v].size()) {
                end_[v] = order_.size();
                steps.pop_back();
                if (!steps.empty())
                    low_[steps.back().vertex] = std::min(low_[steps.back().vertex], low_[v]);
                continue;
            }
            const Neighbour to = near_[v][steps.back().next++];
            if (place_[to.vertex] == none) {
                parent_[to.vertex] = v;
                parent_edge_[to.vertex] = to.edge;
                enter(to.vertex, root);
                steps.push_back({to.vertex});
            } else if (to.edge != parent_edge_[v]) {
                low_[v] = std::min(low_[v], place_[to.vertex]);
            }
        }
    }

    Stretch component_of(std::size_t v) const {
        return {component_[v], end_[order_[component_[v]]]};
    }

    /// All of `whole` but the stretches (ascending) and the vertex, ascending by vertex.
    std::vector<std::size_t> rest(Stretch whole, const std::vector<Stretch>& without,
                                  std::size_t vertex) const {
        std::vector<std::size_t> out;
        std::size_t next = 0;
        for (std::size_t place = whole.begin; place < whole.end; ++place) {
            if (next < without.size() && place == without[next].begin) {
                place = without[next++].end - 1;
                continue;
            }
            if (order_[place] != vertex) out.push_back(order_[place]);
        }
        std::ranges::sort(out);
        return out;
    }

    std::size_t first_vertex(Stretch stretch) const {
        std::size_t out = none;
        for (std::size_t place = stretch.begin; place < stretch.end; ++place)
            out = std::min(out, order_[place]);
        return out;
    }

    /// Which of both sides of a bridge is cut off; `below` is the one below v.
    std::vector<std::size_t> smaller_side(std::size_t v, Stretch below) const {
        const Stretch whole = component_of(v);
        const std::size_t above = whole.size() - below.size();
        if (below.size() < above ||
            (below.size() == above && first_vertex(below) != first_vertex(whole)))
            return rest(below, {}, none);
        return rest(whole, {below}, none);
    }

    VertexSplit split(std::size_t v, const std::vector<Stretch>& hanging) const {
        const Stretch whole = component_of(v);
        std::size_t above = whole.size() - 1;
        std::size_t largest = 0;
        for (const Stretch& piece : hanging) {
            above -= piece.size();
            largest = std::max(largest, piece.size());
        }
        const std::size_t most = std::max(above, largest);
        const auto as_large =
            std::ranges::count(hanging, most, &Stretch::size) + (above == most ? 1 : 0);
        VertexSplit out{v, hanging.size() + (above > 0 ? 1 : 0), {}, as_large == 1};
        if (above < largest ||
            (above == largest &&
             first_of_largest(hanging, largest).first_vertex < rest(whole, hanging, v).front())) {
            out.cut_off = rest(whole, {first_of_largest(hanging, largest).stretch}, v);
            return out;
        }
        for (const Stretch& piece : hanging) {
            const auto vertices = rest(piece, {}, none);
            out.cut_off.insert(out.cut_off.end(), vertices.begin(), vertices.end());
        }
        std::ranges::sort(out.cut_off);
        return out;
    }

    struct Piece {
        Stretch stretch;
        std::size_t first_vertex = none;
    };

    /// Of the pieces of this size the one with the first vertex.
    Piece first_of_largest(const std::vector<Stretch>& pieces, std::size_t size) const {
        Piece out;
        for (const Stretch& piece : pieces) {
            if (piece.size() != size) continue;
            if (const std::size_t first = first_vertex(piece); first < out.first_vertex)
                out = {piece, first};
        }
        return out;
    }

    std::vector<std::vector<Neighbour>> near_;
    std::vector<std::size_t> order_;  ///< preorder
    std::vector<std::size_t> place_;  ///< in it
    std::vector<std::size_t> low_;    ///< the first place that an edge from below leads to
    std::vector<std::size_t> end_;    ///< of the places below and of itself
    std::vector<std::size_t> parent_edge_;
    std::vector<std::size_t> parent_;
    std::vector<std::size_t> component_;  ///< place of its first vertex
};

}  // namespace

Splits splits(const EdgeList& graph) {
    return Search{graph}.splits();
}

}  // namespace lotse::graph
