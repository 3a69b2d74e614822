#include <lotse/graph/brokerage.hpp>

#include <algorithm>
#include <cmath>

namespace lotse::graph {
namespace {

BrokerageRole role(std::size_t from, std::size_t broker, std::size_t to) {
    if (from == broker) {
        return to == broker ? BrokerageRole::coordinator : BrokerageRole::representative;
    }
    if (to == broker) return BrokerageRole::gatekeeper;
    return from == to ? BrokerageRole::itinerant : BrokerageRole::liaison;
}

/// A role's ordered pairs of other vertices, and how many ordered pairs of such pairs hang together
/// because they look at the same two vertices.
struct PairCount {
    std::int64_t pairs = 0;
    std::int64_t same_end = 0;  ///< (a, c) and (a, e), or (a, c) and (e, c)
    std::int64_t chained = 0;   ///< (a, c) and (c, e), or (c, e) and (a, c)
    std::int64_t reversed = 0;  ///< (a, c) and (c, a)

    /// First and last vertex from two different sets.
    void add_between(std::int64_t first, std::int64_t last) {
        pairs += first * last;
        same_end += first * last * (last - 1) + last * first * (first - 1);
    }
    /// Both from one set.
    void add_within(std::int64_t n) {
        pairs += n * (n - 1);
        same_end += 2 * n * (n - 1) * (n - 2);
        chained += 2 * n * (n - 1) * (n - 2);
        reversed += n * (n - 1);
    }
    /// One of them from a set, the other not: once for every set.
    void add_across(std::int64_t set, std::int64_t others) {
        pairs += set * others;
        same_end += 2 * set * others * (others - 1);
        chained += 2 * set * others * (others - 1);
        reversed += set * others;
    }
};

/// What pairs of pairs have in common on average, over the square of what one has by itself.
struct Covariances {
    double brokered = 0;  ///< probability that a pair is brokered
    double same_end = 0;
    double chained = 0;
    double reversed = 0;

    explicit Covariances(const Dyads& dyads) {
        const double d = dyads.density();
        const double m = dyads.mutual;
        const double unconnected = 1 - dyads.mutual - dyads.one_way;
        brokered = d * d * (1 - d);
        const double square = brokered * brokered;
        same_end = d * d * d * (1 - d) * (1 - d) - square;
        // The broker and c have an edge each way; a->c and c->e do not exist.
        chained = d * m * d * (1 - d) * (1 - d) - square;
        reversed = m * m * unconnected - square;
    }
};

/// Counts for one broker after another; the memory is used again.
class PairsOfBroker {
public:
    PairsOfBroker(const Csr& graph, std::span<const std::size_t> group, std::size_t groups)
        : graph_{graph},
          group_{group},
          before_(groups, 0),
          behind_(groups, 0),
          behind_of_(graph.vertices(), graph.vertices()) {}

    PerRole<std::int64_t> of(Vertex broker) {
        const auto before = graph_.in().of(broker);
        const auto behind = graph_.out().of(broker);
        for (const Vertex a : before) ++before_[group_[a]];
        for (const Vertex c : behind) {
            ++behind_[group_[c]];
            behind_of_[c] = broker;
        }
        PerRole<std::int64_t> out = all_pairs(group_[broker], before, behind);
        for (const Vertex a : before) {
            const auto take_off = [&](Vertex c) {
                if (behind_of_[c] != broker) return;
                --out[index(role(group_[a], group_[broker], group_[c]))];
                --out[index(BrokerageRole::total)];
            };
            take_off(a);
            for (const Vertex c : graph_.out().of(a)) take_off(c);
        }
        for (const Vertex a : before) before_[group_[a]] = 0;
        for (const Vertex c : behind) behind_[group_[c]] = 0;
        return out;
    }

private:
    static constexpr std::size_t index(BrokerageRole role) {
        return static_cast<std::size_t>(role);
    }

    /// Joined or not, two vertices or one.
    PerRole<std::int64_t> all_pairs(std::size_t own, std::span<const Vertex> before,
                                    std::span<const Vertex> behind) const {
        PerRole<std::int64_t> out{};
        const auto of = [&](BrokerageRole role) -> std::int64_t& { return out[index(role)]; };
        const std::int64_t strangers_before = std::ssize(before) - before_[own];
        const std::int64_t strangers_behind = std::ssize(behind) - behind_[own];
        of(BrokerageRole::coordinator) = before_[own] * behind_[own];
        of(BrokerageRole::gatekeeper) = strangers_before * behind_[own];
        of(BrokerageRole::representative) = before_[own] * strangers_behind;
        for (const Vertex a : before)
            if (group_[a] != own) of(BrokerageRole::itinerant) += behind_[group_[a]];
        of(BrokerageRole::liaison) =
            strangers_before * strangers_behind - of(BrokerageRole::itinerant);
        of(BrokerageRole::total) = std::ssize(before) * std::ssize(behind);
        return out;
    }

    const Csr& graph_;
    std::span<const std::size_t> group_;
    std::vector<std::int64_t> before_;  ///< per group, of the broker at hand
    std::vector<std::int64_t> behind_;
    std::vector<Vertex> behind_of_;  ///< per vertex the last broker it is behind
};

}  // namespace

std::vector<PerRole<std::int64_t>> brokerage(const Csr& graph, std::span<const std::size_t> group,
                                             Threads threads) {
    constexpr Vertex vertices_of_a_block = 256;
    const Vertex n = graph.vertices();
    const std::size_t groups = group.empty() ? 0 : *std::ranges::max_element(group) + 1;
    std::vector<PerRole<std::int64_t>> out(n);
    for_each_block(
        threads, (n + vertices_of_a_block - 1) / vertices_of_a_block,
        [&] {
            return PairsOfBroker{graph, group, groups};
        },
        [&](PairsOfBroker& pairs, std::size_t block) {
            const auto first = static_cast<Vertex>(block) * vertices_of_a_block;
            for (Vertex b = first; b < std::min(n, first + vertices_of_a_block); ++b)
                out[b] = pairs.of(b);
        });
    return out;
}

Dyads dyads(const Csr& graph) {
    const auto n = static_cast<double>(graph.vertices());
    if (n < 2) return {};
    std::int64_t mutual = 0;  // each counted from both ends
    std::int64_t arcs = 0;
    for (Vertex v = 0; v < graph.vertices(); ++v) {
        const auto before = graph.in().of(v);
        const auto behind = graph.out().of(v);
        arcs += std::ssize(behind);
        mutual += std::ranges::count_if(
            behind, [&](Vertex other) { return std::ranges::binary_search(before, other); });
    }
    const double pairs = n * (n - 1) / 2;
    return {static_cast<double>(mutual) / 2 / pairs, static_cast<double>(arcs - mutual) / pairs};
}

std::vector<BrokerageExpectation> expected_brokerage(std::span<const std::size_t> group,
                                                     const Dyads& dyads) {
    std::vector<std::int64_t> size;
    for (const std::size_t g : group) {
        if (g >= size.size()) size.resize(g + 1, 0);
        ++size[g];
    }
    const auto all = static_cast<std::int64_t>(group.size());
    const Covariances chance{dyads};
    std::vector<BrokerageExpectation> out(size.size());
    for (std::size_t own = 0; own < size.size(); ++own) {
        const std::int64_t fellows = size[own] - 1;
        const std::int64_t strangers = all - size[own];
        PerRole<PairCount> count{};
        const auto of = [&](BrokerageRole r) -> PairCount& {
            return count[static_cast<std::size_t>(r)];
        };
        of(BrokerageRole::coordinator).add_within(fellows);
        of(BrokerageRole::gatekeeper).add_between(strangers, fellows);
        of(BrokerageRole::representative).add_between(fellows, strangers);
        of(BrokerageRole::total).add_within(all - 1);
        for (std::size_t g = 0; g < size.size(); ++g) {
            if (g == own) continue;
            const std::int64_t third = strangers - size[g];
            of(BrokerageRole::itinerant).add_within(size[g]);
            of(BrokerageRole::liaison).add_across(size[g], third);
        }
        for (std::size_t r = 0; r < brokerage_roles; ++r) {
            const auto pairs = static_cast<double>(count[r].pairs);
            const double p = chance.brokered;
            const double variance = pairs * p * (1 - p) +
                                    static_cast<double>(count[r].same_end) * chance.same_end +
                                    static_cast<double>(count[r].chained) * chance.chained +
                                    static_cast<double>(count[r].reversed) * chance.reversed;
            out[own].mean[r] = pairs * p;
            out[own].deviation[r] = std::sqrt(std::max(0.0, variance));
        }
    }
    return out;
}

}  // namespace lotse::graph
