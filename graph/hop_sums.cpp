#include <lotse/graph/hop_sums.hpp>

#include "hop_waves.hpp"
#include "renumbered.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <mutex>

namespace lotse::graph {
namespace {

/// All vertices, in stretches of as many as there are lanes that lie near each other: searches from
/// them share most of their way. Each stretch is grown breadth first from the oldest vertex that
/// those before have left at their border.
std::vector<Vertex> order_in_stretches(const Rows& rows) {
    std::vector<Vertex> order;
    order.reserve(rows.vertices());
    std::vector<char> taken(rows.vertices(), 0);
    std::vector<Vertex> border;
    std::vector<Vertex> queue;
    const auto grow = [&](Vertex root) {
        queue.assign(1, root);
        for (std::size_t i = 0; i < queue.size(); ++i) {
            if (taken[queue[i]] != 0) continue;
            if (i > 0 && order.size() % HopWaves::lanes == 0) {
                border.insert(border.end(), queue.begin() + static_cast<std::ptrdiff_t>(i),
                              queue.end());
                return;
            }
            taken[queue[i]] = 1;
            order.push_back(queue[i]);
            for (const Vertex v : rows.of(queue[i]))
                if (taken[v] == 0) queue.push_back(v);
        }
    };
    std::size_t next = 0;
    const auto grow_all = [&](Vertex root) {
        if (taken[root] == 0) grow(root);
        for (; next < border.size(); ++next)
            if (const Vertex v = border[next]; taken[v] == 0) grow(v);
    };
    Vertex largest = 0;
    for (Vertex v = 0; v < rows.vertices(); ++v)
        if (rows.degree(v) > rows.degree(largest)) largest = v;
    if (rows.vertices() > 0) grow_all(largest);
    for (Vertex v = 0; v < rows.vertices(); ++v) grow_all(v);
    return order;
}

/// Sends waves from every vertex against the edges, so that those that meet v are the distances
/// from v, and has `Sum::add(hops, n)` called for each; sums of several threads are joined by
/// `Sum::add(Sum)`.
template <class Sum, class Add>
std::vector<Sum> sums_of_waves(const Csr& graph, std::uint32_t most, Threads threads,
                               const Add& add) {
    const std::vector<Vertex> order = order_in_stretches(graph.in());
    const Rows against = renumbered(graph.in(), order);
    const Rows own =
        graph.direction() == Direction::directed ? renumbered(graph.out(), order) : Rows{};
    const Rows& along = graph.direction() == Direction::directed ? own : against;

    std::vector<Sum> total(order.size());
    std::mutex one;
    const std::size_t batches = (order.size() + HopWaves::lanes - 1) / HopWaves::lanes;
    run_team(threads, batches, [&](Blocks& blocks) {
        HopWaves waves{against, along};
        std::vector<Sum> sums(order.size());
        std::vector<Vertex> sources;
        for (std::size_t batch = 0; blocks.take(batch);) {
            const std::size_t first = batch * HopWaves::lanes;
            sources.clear();
            for (std::size_t i = first; i < std::min(first + HopWaves::lanes, order.size()); ++i)
                sources.push_back(static_cast<Vertex>(i));
            waves.run(sources, most, [&](std::uint32_t hops, Vertex v, std::uint32_t n) {
                add(sums[v], hops, n);
            });
        }
        const std::scoped_lock lock{one};
        for (std::size_t i = 0; i < sums.size(); ++i) total[i] += sums[i];
    });
    std::vector<Sum> out(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) out[order[i]] = total[i];
    return out;
}

struct Sums {
    std::uint32_t reached = 0;
    std::uint32_t farthest = 0;
    std::uint64_t hops = 0;
    std::uint64_t inverse = 0;  ///< fixed point

    Sums& operator+=(const Sums& other) {
        reached += other.reached;
        farthest = std::max(farthest, other.farthest);
        hops += other.hops;
        inverse += other.inverse;
        return *this;
    }
};

}  // namespace

std::vector<HopSums> hop_sums(const Csr& graph, Threads threads) {
    // In parts of 1 that are whole for distances up to 20, so that these add up exactly; so small
    // that the sum of less than 2^width of them stays below 2^63.
    constexpr std::uint64_t divisible_up_to_20 = 232792560;
    const auto width = std::bit_width(std::uint64_t{graph.vertices()} * divisible_up_to_20);
    const std::uint64_t one = divisible_up_to_20 << (63 - width);
    const auto sums = sums_of_waves<Sums>(graph, std::numeric_limits<std::uint32_t>::max(), threads,
                                          [one](Sums& sum, std::uint32_t hops, std::uint32_t n) {
                                              sum.reached += n;
                                              sum.farthest = std::max(sum.farthest, hops);
                                              sum.hops += std::uint64_t{n} * hops;
                                              sum.inverse += n * (one / hops);
                                          });
    std::vector<HopSums> out;
    out.reserve(sums.size());
    for (const Sums& sum : sums)
        out.push_back({sum.reached, sum.farthest, sum.hops,
                       static_cast<double>(sum.inverse) / static_cast<double>(one)});
    return out;
}

std::vector<std::uint32_t> within_hops(const Csr& graph, std::uint32_t hops, Threads threads) {
    return sums_of_waves<std::uint32_t>(
        graph, hops, threads, [](std::uint32_t& sum, std::uint32_t, std::uint32_t n) { sum += n; });
}

}  // namespace lotse::graph
