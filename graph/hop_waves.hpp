/// Breadth-first search from 256 vertices at once, one bit each.
///
/// A vertex has 256 bits: which of the searches have met it. What one look at an arc hands on, it
/// hands on for all of them, and sources that lie near each other share most of their way. Then et
/// al. (2014), The more the merrier: efficient multi-source graph traversal, PVLDB 8(4), 449-460,
/// doi:10.14778/2735496.2735507. A small front is pushed along its arcs; where it is a large part
/// of the graph, the vertices not yet met by all pull from it: Beamer, Asanovic & Patterson (2012),
/// Direction-optimizing breadth-first search, SC '12.
#ifndef LOTSE_GRAPH_HOP_WAVES_PRIVATE_HPP
#define LOTSE_GRAPH_HOP_WAVES_PRIVATE_HPP

#include <lotse/graph/csr.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lotse::graph {

class HopWaves {
public:
    static constexpr std::size_t lanes = 256;
    using Bits = std::array<std::uint64_t, lanes / 64>;

    /// The waves run along the arcs of `along`; `against` are the same arcs the other way round.
    /// Both outlive this.
    HopWaves(const Rows& along, const Rows& against)
        : along_{along},
          against_{against},
          met_(along.vertices()),
          front_(along.vertices()),
          next_(along.vertices()) {}

    /// Calls visit(hops, v, n) for hops = 1, 2, .. `most`: n > 0 of the sources, all different and
    /// 256 at most, have v at this distance. O(d (n + m)), d the number of steps.
    template <class Visit>
    void run(std::span<const Vertex> sources, std::uint32_t most, const Visit& visit) {
        start(sources);
        for (std::uint32_t hops = 1; hops <= most && !active_.empty(); ++hops) {
            reached_.clear();
            if (arcs_of_front_ * pull_share > along_.to.size())
                pull(hops, visit);
            else
                push(hops, visit);
            for (const Vertex v : active_) front_[v] = {};
            front_.swap(next_);
            active_.swap(reached_);
            arcs_of_front_ = 0;
            for (const Vertex v : active_) arcs_of_front_ += along_.degree(v);
        }
        for (const Vertex v : active_) front_[v] = {};
    }

private:
    static constexpr std::size_t pull_share = 4;  ///< pull from a quarter of all arcs on

    /// How many bits are set. Counted in all words at once: g++ without -mpopcnt calls a function
    /// for each.
    static std::uint32_t count(const Bits& bits) {
        constexpr std::uint64_t in_twos = 0x5555555555555555U;
        constexpr std::uint64_t in_fours = 0x3333333333333333U;
        constexpr std::uint64_t in_bytes = 0x0f0f0f0f0f0f0f0fU;
        std::uint64_t bytes = 0;
        for (std::uint64_t x : bits) {
            x -= (x >> 1U) & in_twos;
            x = (x & in_fours) + ((x >> 2U) & in_fours);
            bytes += (x + (x >> 4U)) & in_bytes;
        }
        bytes = (bytes & 0x00ff00ff00ff00ffU) + ((bytes >> 8U) & 0x00ff00ff00ff00ffU);
        return static_cast<std::uint32_t>((bytes * 0x0001000100010001U) >> 48U);
    }

    void start(std::span<const Vertex> sources) {
        met_.assign(met_.size(), Bits{});
        all_ = {};
        active_.assign(sources.begin(), sources.end());
        arcs_of_front_ = 0;
        for (std::size_t i = 0; i < sources.size(); ++i) {
            const std::uint64_t bit = std::uint64_t{1} << (i % 64);
            met_[sources[i]][i / 64] |= bit;
            front_[sources[i]][i / 64] |= bit;
            all_[i / 64] |= bit;
            arcs_of_front_ += along_.degree(sources[i]);
        }
    }

    template <class Visit>
    void push(std::uint32_t hops, const Visit& visit) {
        touched_.clear();
        for (const Vertex u : active_) {
            const Bits bits = front_[u];
            for (const Vertex v : along_.of(u)) {
                Bits& to = next_[v];
                std::uint64_t before = 0;
                for (std::size_t w = 0; w < bits.size(); ++w) {
                    before |= to[w];
                    to[w] |= bits[w];
                }
                if (before == 0) touched_.push_back(v);
            }
        }
        for (const Vertex v : touched_) arrive(hops, v, next_[v], visit);
    }

    template <class Visit>
    void pull(std::uint32_t hops, const Visit& visit) {
        for (Vertex v = 0; v < against_.vertices(); ++v) {
            if (met_[v] == all_) continue;
            Bits bits{};
            for (const Vertex u : against_.of(v))
                for (std::size_t w = 0; w < bits.size(); ++w) bits[w] |= front_[u][w];
            arrive(hops, v, bits, visit);
        }
    }

    /// Of the bits that come to v, keeps the new ones.
    template <class Visit>
    void arrive(std::uint32_t hops, Vertex v, Bits bits, const Visit& visit) {
        std::uint64_t any = 0;
        for (std::size_t w = 0; w < bits.size(); ++w) {
            bits[w] &= ~met_[v][w];
            met_[v][w] |= bits[w];
            any |= bits[w];
        }
        next_[v] = bits;
        if (any == 0) return;
        reached_.push_back(v);
        visit(hops, v, count(bits));
    }

    const Rows& along_;
    const Rows& against_;
    std::vector<Bits> met_;
    std::vector<Bits> front_;  ///< met in the last step; empty elsewhere
    std::vector<Bits> next_;   ///< met in this step; empty between the steps
    Bits all_{};
    std::vector<Vertex> active_;  ///< where front_ is not empty
    std::vector<Vertex> reached_;
    std::vector<Vertex> touched_;
    std::size_t arcs_of_front_ = 0;
};

}  // namespace lotse::graph

#endif
