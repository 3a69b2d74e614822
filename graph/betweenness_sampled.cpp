#include <lotse/graph/betweenness.hpp>
#include <lotse/graph/hops.hpp>
#include <lotse/graph/random.hpp>

#include <algorithm>
#include <cmath>

namespace lotse::graph {
namespace {

/// What is known from one end of a path: complete levels of vertices, and how many shortest paths
/// lead from the end to each.
class Side {
public:
    Side(const Rows& rows, const Rows& reverse)
        : rows_{rows},
          reverse_{reverse},
          depth_(rows.vertices(), unreached),
          paths_(rows.vertices(), 0) {}

    void start(Vertex end) {
        for (const Vertex v : order_) depth_[v] = unreached;
        order_.assign(1, end);
        last_level_ = 0;
        depth_[end] = 0;
        paths_[end] = 1;
        work_ = rows_.degree(end);
    }

    bool has(Vertex v) const { return depth_[v] != unreached; }
    double paths(Vertex v) const { return paths_[v]; }
    std::size_t work() const { return work_; }  ///< arcs of the last level
    bool exhausted() const { return last_level_ == order_.size(); }

    /// Calls meet(u, v) for the arcs from the last level to where `other` has been.
    template <class Meet>
    void look(const Side& other, const Meet& meet) const {
        for (std::size_t i = last_level_; i < order_.size(); ++i)
            for (const Vertex to : rows_.of(order_[i]))
                if (other.has(to)) meet(order_[i], to);
    }

    void add_level() {
        const std::size_t end = order_.size();
        work_ = 0;
        for (std::size_t i = last_level_; i < end; ++i) {
            const Vertex v = order_[i];
            for (const Vertex to : rows_.of(v)) {
                if (!has(to)) {
                    depth_[to] = depth_[v] + 1;
                    paths_[to] = 0;
                    order_.push_back(to);
                    work_ += rows_.degree(to);
                }
                if (depth_[to] == depth_[v] + 1) paths_[to] += paths_[v];
            }
        }
        last_level_ = end;
    }

    /// The vertices of a path from v back to the end, all equally likely; without the end.
    void draw_path(Vertex v, Random& random, std::vector<Vertex>& out) const {
        while (depth_[v] > 0) {
            out.push_back(v);
            double left = random.unit() * paths_[v];
            Vertex chosen = v;
            for (const Vertex from : reverse_.of(v)) {
                if (depth_[from] + 1 != depth_[v]) continue;
                chosen = from;
                left -= paths_[from];
                if (left < 0) break;
            }
            v = chosen;
        }
    }

private:
    const Rows& rows_;
    const Rows& reverse_;
    std::vector<std::uint32_t> depth_;
    std::vector<double> paths_;
    std::vector<Vertex> order_;
    std::size_t last_level_ = 0;  ///< begins here
    std::size_t work_ = 0;
};

/// Draws shortest paths between random vertices.
class PathSampler {
public:
    explicit PathSampler(const Csr& graph)
        : forth_{graph.out(), graph.in()}, back_{graph.in(), graph.out()}, n_{graph.vertices()} {}

    /// Adds the inner vertices of one path to `out`; none if there is no path.
    void draw(Random& random, std::vector<Vertex>& out) {
        const std::size_t source = random.below(n_);
        const std::size_t other = random.below(n_ - 1);
        forth_.start(static_cast<Vertex>(source));
        back_.start(static_cast<Vertex>(other < source ? other : other + 1));
        meetings_.clear();
        for (;;) {
            Side& near = forth_.work() <= back_.work() ? forth_ : back_;
            Side& far = &near == &forth_ ? back_ : forth_;
            if (near.exhausted()) return;
            double all = 0;
            near.look(far, [&](Vertex u, Vertex v) {
                all += near.paths(u) * far.paths(v);
                meetings_.push_back({u, v});
            });
            if (!meetings_.empty()) {
                const auto [u, v] = draw_meeting(near, far, random.unit() * all);
                near.draw_path(u, random, out);
                far.draw_path(v, random, out);
                return;
            }
            near.add_level();
        }
    }

private:
    struct Meeting {
        Vertex near;
        Vertex far;
    };

    Meeting draw_meeting(const Side& near, const Side& far, double left) const {
        for (const Meeting& m : meetings_) {
            left -= near.paths(m.near) * far.paths(m.far);
            if (left < 0) return m;
        }
        return meetings_.back();
    }

    Side forth_;
    Side back_;
    std::size_t n_;
    std::vector<Meeting> meetings_;
};

}  // namespace

SampledBetweenness sampled_betweenness(const Csr& graph, const Sampling& sampling,
                                       Threads threads) {
    constexpr std::size_t paths_a_block = 256;
    const double n = graph.vertices();
    SampledBetweenness out{Scores(graph.vertices(), 0.0), 0, 0};
    if (graph.vertices() < 3) return out;
    out.paths = static_cast<std::size_t>(
        std::ceil(std::log(2 * n / sampling.risk) / (2 * sampling.error * sampling.error)));
    std::vector<std::size_t> hits(graph.vertices(), 0);
    struct Own {
        PathSampler sampler;
        std::vector<Vertex> hits;
    };
    reduce_blocks(
        threads, (out.paths + paths_a_block - 1) / paths_a_block,
        [&] {
            return Own{PathSampler{graph}, {}};
        },
        [&](Own& own, std::size_t block) {
            Random random{sampling.seed + block};
            own.hits.clear();
            const std::size_t begin = block * paths_a_block;
            for (std::size_t i = begin; i < std::min(begin + paths_a_block, out.paths); ++i)
                own.sampler.draw(random, own.hits);
        },
        [&](const Own& own, std::size_t) {
            for (const Vertex v : own.hits) ++hits[v];
        });
    const double pairs = n * (n - 1) / (graph.direction() == Direction::undirected ? 2 : 1);
    out.error = sampling.error * pairs;
    for (std::size_t v = 0; v < hits.size(); ++v)
        out.scores[v] = static_cast<double>(hits[v]) / static_cast<double>(out.paths) * pairs;
    return out;
}

}  // namespace lotse::graph
