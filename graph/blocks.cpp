#include "blocks.hpp"

#include <algorithm>
#include <limits>

namespace lotse::graph {
namespace {

constexpr Vertex none = std::numeric_limits<Vertex>::max();

/// Blocks as a tree: all vertices of a block but its `top` have it as their home. A block comes
/// before the home of its top.
struct Tree {
    std::vector<Vertex> top;      ///< per block
    std::vector<Arc> first{0};    ///< per block, one more at the end: where its members begin
    std::vector<Vertex> members;  ///< vertices, home by home
    std::vector<Vertex> home;     ///< per vertex; none: it was the root of a search
    std::vector<Vertex> root;     ///< per block: of its search
};

class Search {
public:
    explicit Search(const Rows& graph)
        : graph_{graph}, number_(graph.vertices(), 0), low_(number_), next_(number_) {
        tree_.home.assign(graph.vertices(), none);
        for (Vertex v = 0; v < graph.vertices(); ++v)
            if (number_[v] == 0) search(v);
    }

    Tree take() { return std::move(tree_); }

private:
    void enter(Vertex v) {
        number_[v] = low_[v] = ++count_;
        next_[v] = graph_.first[v];
        path_.push_back(v);
        open_.push_back(v);
    }

    /// `low` is the smallest number that the vertices found from a vertex on have an edge to.
    void search(Vertex root) {
        for (enter(root); !path_.empty();) {
            const Vertex v = path_.back();
            if (next_[v] < graph_.first[v + 1]) {
                const Vertex to = graph_.to[next_[v]++];
                if (number_[to] == 0)
                    enter(to);
                else
                    low_[v] = std::min(low_[v], number_[to]);
                continue;
            }
            path_.pop_back();
            if (path_.empty()) break;
            const Vertex before = path_.back();
            low_[before] = std::min(low_[before], low_[v]);
            if (low_[v] >= number_[before]) close(before, v, root);
        }
        open_.clear();
    }

    /// What was found since `v` makes a block with `top`.
    void close(Vertex top, Vertex v, Vertex root) {
        const auto block = static_cast<Vertex>(tree_.top.size());
        for (bool last = false; !last; open_.pop_back()) {
            last = open_.back() == v;
            tree_.home[open_.back()] = block;
            tree_.members.push_back(open_.back());
        }
        tree_.top.push_back(top);
        tree_.root.push_back(root);
        tree_.first.push_back(static_cast<Arc>(tree_.members.size()));
    }

    const Rows& graph_;
    std::vector<Vertex> number_;  ///< in the order of discovery, from 1
    std::vector<Vertex> low_;
    std::vector<Arc> next_;     ///< arc to look at
    std::vector<Vertex> path_;  ///< from the root to the vertex searched from
    std::vector<Vertex> open_;  ///< found, in no block yet
    Vertex count_ = 0;
    Tree tree_;
};

/// The rows of a block: every edge is seen from a vertex whose home it is, the edges of the top
/// from their other ends. `local` is scratch memory.
void add_rows(const Rows& graph, const Tree& tree, Vertex block, std::vector<Vertex>& local,
              Block& out) {
    const Vertex top = tree.top[block];
    for (Vertex i = 0; i < out.vertices.size(); ++i) local[out.vertices[i]] = i;
    const bool lengths = !graph.lengths.empty();
    std::vector<Vertex> to_top;
    std::vector<double> to_top_lengths;
    Rows& rows = out.rows;
    rows.first.assign(1, 0);
    for (Vertex i = 1; i < out.vertices.size(); ++i) {
        const Vertex v = out.vertices[i];
        for (Arc arc = graph.first[v]; arc < graph.first[v + 1]; ++arc) {
            const Vertex to = graph.to[arc];
            if (to == v || (to != top && tree.home[to] != block)) continue;
            rows.to.push_back(local[to]);
            if (lengths) rows.lengths.push_back(graph.lengths[arc]);
            if (to != top) continue;
            to_top.push_back(i);
            if (lengths) to_top_lengths.push_back(graph.lengths[arc]);
        }
        rows.first.push_back(static_cast<Arc>(rows.to.size()));
    }
    const auto shift = static_cast<Arc>(to_top.size());
    for (Arc& first : rows.first) first += shift;
    rows.first.insert(rows.first.begin(), 0);
    rows.to.insert(rows.to.begin(), to_top.begin(), to_top.end());
    rows.lengths.insert(rows.lengths.begin(), to_top_lengths.begin(), to_top_lengths.end());
    rows = reversed(rows);  // the same, sorted: every edge is there both ways
}

}  // namespace

BlockSplit split_into_blocks(const Rows& graph) {
    const Tree tree = Search{graph}.take();
    const Vertex n = graph.vertices();
    std::vector<double> hanging(n, 1);  // the vertex and all below it
    std::vector<double> below(tree.top.size(), 0);
    for (Vertex b = 0; b < tree.top.size(); ++b) {
        for (Arc i = tree.first[b]; i < tree.first[b + 1]; ++i)
            below[b] += hanging[tree.members[i]];
        hanging[tree.top[b]] += below[b];
    }
    BlockSplit out;
    out.separated.assign(n, 0);
    std::vector<Vertex> local(n, 0);
    for (Vertex b = 0; b < tree.top.size(); ++b) {
        const double all = hanging[tree.root[b]];
        const auto side = [&](Vertex v, double size) {
            out.separated[v] += size * (all - 1 - size);
        };
        side(tree.top[b], below[b]);
        for (Arc i = tree.first[b]; i < tree.first[b + 1]; ++i)
            side(tree.members[i], all - hanging[tree.members[i]]);
        if (tree.first[b + 1] - tree.first[b] < 2) continue;
        Block& block = out.blocks.emplace_back();
        block.vertices.push_back(tree.top[b]);
        block.weight.push_back(all - below[b]);
        for (Arc i = tree.first[b]; i < tree.first[b + 1]; ++i) {
            block.vertices.push_back(tree.members[i]);
            block.weight.push_back(hanging[tree.members[i]]);
        }
        add_rows(graph, tree, b, local, block);
    }
    return out;
}

}  // namespace lotse::graph
