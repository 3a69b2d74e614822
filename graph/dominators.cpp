#include <lotse/graph/bottlenecks.hpp>

#include <algorithm>
#include <limits>
#include <numeric>

namespace lotse::graph {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// A depth-first search: vertices by the number they are met under, and whence each was met.
struct SearchTree {
    std::vector<std::uint32_t> vertices;  ///< by number
    std::vector<std::uint32_t> number;    ///< by vertex; none: not met
    std::vector<std::uint32_t> parent;    ///< by number; the root is its own
};

SearchTree search(const Successors& graph, std::uint32_t root) {
    SearchTree out{{root}, std::vector<std::uint32_t>(graph.vertices(), none), {0}};
    struct Step {
        std::uint32_t number;
        std::span<const std::uint32_t> left;
    };
    std::vector<Step> steps{{0, graph.of(root)}};
    out.number[root] = 0;
    while (!steps.empty()) {
        Step& step = steps.back();
        if (step.left.empty()) {
            steps.pop_back();
            continue;
        }
        const std::uint32_t to = step.left.front();
        step.left = step.left.subspan(1);
        if (out.number[to] != none) continue;
        const auto number = static_cast<std::uint32_t>(out.vertices.size());
        out.number[to] = number;
        out.vertices.push_back(to);
        out.parent.push_back(step.number);
        steps.push_back({number, graph.of(to)});
    }
    return out;
}

/// The vertices done so far as a forest of the search; of each path up to its root the smallest
/// semidominator, with path compression.
class Forest {
public:
    explicit Forest(const std::vector<std::uint32_t>& parent)
        : up_{parent}, smallest_(parent.size()) {
        std::iota(smallest_.begin(), smallest_.end(), 0U);
    }

    void set(std::uint32_t v, std::uint32_t semidominator) { smallest_[v] = semidominator; }

    /// The smallest semidominator on the path from v up; vertices from `done` on are in the forest.
    std::uint32_t smallest(std::uint32_t v, std::uint32_t done) {
        if (v < done) return v;
        for (path_.clear(); up_[v] >= done; v = up_[v]) path_.push_back(v);
        for (; !path_.empty(); path_.pop_back()) {
            const std::uint32_t below = path_.back();
            smallest_[below] = std::min(smallest_[below], smallest_[v]);
            up_[below] = up_[v];
            v = below;
        }
        return smallest_[v];
    }

private:
    std::vector<std::uint32_t> up_;
    std::vector<std::uint32_t> smallest_;
    std::vector<std::uint32_t> path_;
};

}  // namespace

Dominators immediate_dominators(const Successors& forward, const Successors& backward,
                                std::size_t root) {
    Dominators out(forward.vertices());
    if (forward.vertices() == 0) return out;
    const SearchTree tree = search(forward, static_cast<std::uint32_t>(root));
    const auto n = static_cast<std::uint32_t>(tree.vertices.size());
    Forest forest{tree.parent};
    std::vector<std::uint32_t> semidominator(n, 0);
    for (std::uint32_t v = n; v-- > 1;) {
        std::uint32_t least = tree.parent[v];
        for (const std::uint32_t before : backward.of(tree.vertices[v]))
            if (const std::uint32_t from = tree.number[before]; from != none)
                least = std::min(least, forest.smallest(from, v + 1));
        semidominator[v] = least;
        forest.set(v, least);
    }
    std::vector<std::uint32_t> dominator = tree.parent;
    for (std::uint32_t v = 1; v < n; ++v)
        while (dominator[v] > semidominator[v]) dominator[v] = dominator[dominator[v]];
    for (std::uint32_t v = 0; v < n; ++v) out[tree.vertices[v]] = tree.vertices[dominator[v]];
    return out;
}

}  // namespace lotse::graph
