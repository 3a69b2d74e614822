#include "betweenness_search.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace lotse::graph {
namespace {

/// Longer than any path, and finite, so that differences are numbers.
constexpr double not_reached = 1e300;

struct Nearer {
    bool operator()(const std::pair<double, Vertex>& a,
                    const std::pair<double, Vertex>& b) const noexcept {
        return a.first > b.first;
    }
};

/// The vertex with the smallest distance first, for any lengths.
class HeapQueue {
public:
    explicit HeapQueue(std::vector<std::pair<double, Vertex>>& memory) : heap_{memory} {}

    void push(double distance, Vertex v) {
        heap_.emplace_back(distance, v);
        std::ranges::push_heap(heap_, Nearer{});
    }
    bool pop(double& distance, Vertex& v) {
        if (heap_.empty()) return false;
        std::ranges::pop_heap(heap_, Nearer{});
        distance = heap_.back().first;
        v = heap_.back().second;
        heap_.pop_back();
        return true;
    }

private:
    std::vector<std::pair<double, Vertex>>& heap_;
};

/// The same for whole lengths: a bucket for each distance that can be in the queue at a time. Dial
/// (1969), Algorithm 360, Communications of the ACM 12(11), 632-633, doi:10.1145/363269.363610.
class BucketQueue {
public:
    explicit BucketQueue(std::vector<std::vector<Vertex>>& memory) : buckets_{memory} {}

    void push(double distance, Vertex v) {
        bucket(static_cast<std::size_t>(distance)).push_back(v);
        ++left_;
    }
    bool pop(double& distance, Vertex& v) {
        if (left_ == 0) return false;
        --left_;
        while (bucket(nearest_).empty()) ++nearest_;
        distance = static_cast<double>(nearest_);
        v = bucket(nearest_).back();
        bucket(nearest_).pop_back();
        return true;
    }

private:
    /// Their number is a power of two.
    std::vector<Vertex>& bucket(std::size_t distance) {
        return buckets_[distance & (buckets_.size() - 1)];
    }

    std::vector<std::vector<Vertex>>& buckets_;
    std::size_t nearest_ = 0;
    std::size_t left_ = 0;
};

/// The smallest number up to `most` that makes all lengths whole; 0: there is none.
int common_denominator(const std::vector<double>& lengths, int most) {
    for (int factor = 1; factor <= most; ++factor)
        if (std::ranges::all_of(lengths, [factor](double length) {
                const double scaled = length * factor;
                return std::abs(scaled - std::round(scaled)) <= 1e-12 * scaled;
            }))
            return factor;
    return 0;
}

}  // namespace

void LengthSearch::add(const ClassGraph& graph, std::span<const Vertex> sources,
                       std::vector<double>& between) {
    const Vertex n = graph.rows.vertices();
    distance_.resize(n);
    paths_.resize(n);
    share_.resize(n);
    const bool whole = scale(graph.rows.lengths);
    for (const Vertex source : sources) {
        if (whole)
            forth(graph, source, BucketQueue{buckets_});
        else
            forth(graph, source, HeapQueue{heap_});
        back(graph, graph.weight[source], between);
    }
}

bool LengthSearch::scale(const std::vector<double>& lengths) {
    constexpr int largest_factor = 60;  // divided by 2, 3, 4, 5, 6, 10, 12
    constexpr double most_buckets = 1024;
    lengths_ = lengths;
    const int factor = common_denominator(lengths, largest_factor);
    if (factor == 0 || lengths.empty()) return false;
    const double longest = std::ranges::max(lengths) * factor;
    if (longest >= most_buckets) return false;
    for (double& length : lengths_) length = std::round(length * factor);
    buckets_.resize(std::bit_ceil(static_cast<std::size_t>(std::round(longest)) + 1));
    return true;
}

template <class Queue>
void LengthSearch::forth(const ClassGraph& graph, Vertex source, Queue queue) {
    const Rows& rows = graph.rows;
    std::ranges::fill(distance_, not_reached);
    order_.clear();
    distance_[source] = 0;
    paths_[source] = 1;
    queue.push(0, source);
    Vertex v = 0;
    for (double length = 0; queue.pop(length, v);) {
        if (length != distance_[v]) continue;  // it was reached on a shorter way
        const double ways = order_.empty() ? 1 : paths_[v] * graph.members[v];
        order_.push_back(v);
        for (Arc arc = rows.first[v]; arc < rows.first[v + 1]; ++arc) {
            const Vertex to = rows.to[arc];
            const double further = length + lengths_[arc];
            const double before = distance_[to];
            const double saved = before - further;
            const double same = same_length * (before + further);
            if (saved > same) {
                distance_[to] = further;
                paths_[to] = ways;
                queue.push(further, to);
            } else if (saved >= -same && before > length) {
                paths_[to] += ways;
            }
        }
    }
}

void LengthSearch::back(const ClassGraph& graph, double weight, std::vector<double>& between) {
    const Rows& rows = graph.rows;
    for (std::size_t at = order_.size(); at-- > 1;) {
        const Vertex v = order_[at];
        const double length = distance_[v];
        double beyond = 0;
        for (Arc arc = rows.first[v]; arc < rows.first[v + 1]; ++arc) {
            const double there = distance_[rows.to[arc]];
            const double further = length + lengths_[arc];
            if (std::abs(there - further) <= same_length * (there + further) && there > length)
                beyond += share_[rows.to[arc]];
        }
        beyond *= paths_[v];
        between[v] += weight * beyond;
        share_[v] = (graph.weight[v] + graph.members[v] * beyond) / paths_[v];
    }
}

}  // namespace lotse::graph
