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

/// A role's ordered pairs of other vertices, and the ordered pairs of such pairs that have their
/// first or their last vertex in common and therefore an edge with the broker.
struct PairCount {
    std::int64_t pairs = 0;
    std::int64_t dependent = 0;

    /// First and last vertex from two different sets.
    void add_between(std::int64_t first, std::int64_t last) {
        pairs += first * last;
        dependent += first * last * (last - 1) + last * first * (first - 1);
    }
    /// Both from one set.
    void add_within(std::int64_t n) {
        pairs += n * (n - 1);
        dependent += 2 * n * (n - 1) * (n - 2);
    }
};

}  // namespace

std::vector<PerRole<std::int64_t>> brokerage(const EdgeList& graph,
                                             std::span<const std::size_t> group) {
    std::vector<std::vector<std::size_t>> successors(graph.vertices);
    for (const Edge& e : graph.edges) successors[e.from].push_back(e.to);
    std::vector<PerRole<std::int64_t>> out(graph.vertices, PerRole<std::int64_t>{});
    std::vector<char> direct(graph.vertices, 0);  // successors of a, and a itself
    for (std::size_t a = 0; a < graph.vertices; ++a) {
        direct[a] = 1;
        for (const std::size_t b : successors[a]) direct[b] = 1;
        for (const std::size_t b : successors[a])
            for (const std::size_t c : successors[b])
                if (direct[c] == 0) {
                    ++out[b][static_cast<std::size_t>(role(group[a], group[b], group[c]))];
                    ++out[b][static_cast<std::size_t>(BrokerageRole::total)];
                }
        direct[a] = 0;
        for (const std::size_t b : successors[a]) direct[b] = 0;
    }
    return out;
}

std::vector<BrokerageExpectation> expected_brokerage(std::span<const std::size_t> group,
                                                     double density) {
    std::vector<std::int64_t> size;
    for (const std::size_t g : group) {
        if (g >= size.size()) size.resize(g + 1, 0);
        ++size[g];
    }
    const auto all = static_cast<std::int64_t>(group.size());
    const double d = density;
    const double brokered = d * d * (1 - d);  // probability that a pair is brokered
    // Of two pairs with the same first vertex, a->b and b->c, b->c' exist, a->c and a->c' do not.
    const double covariance = d * d * d * (1 - d) * (1 - d) - brokered * brokered;
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
            of(BrokerageRole::liaison).pairs += size[g] * third;
            of(BrokerageRole::liaison).dependent += 2 * size[g] * third * (third - 1);
        }
        for (std::size_t r = 0; r < brokerage_roles; ++r) {
            const auto pairs = static_cast<double>(count[r].pairs);
            const auto dependent = static_cast<double>(count[r].dependent);
            out[own].mean[r] = pairs * brokered;
            out[own].deviation[r] = std::sqrt(
                std::max(0.0, pairs * brokered * (1 - brokered) + dependent * covariance));
        }
    }
    return out;
}

}  // namespace lotse::graph
