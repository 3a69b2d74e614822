#include <lotse/graph/max_coverage.hpp>

#include <algorithm>
#include <bit>
#include <functional>
#include <map>
#include <numeric>

namespace lotse::graph {
namespace {

using Words = std::vector<std::uint64_t>;

/// Elements as bits, those of one weight together, so that all bits of a word weigh the same.
class Bits {
public:
    explicit Bits(const CoverageProblem& problem) {
        std::map<std::int64_t, std::vector<std::size_t>> by_weight;
        for (std::size_t e = 0; e < problem.weights.size(); ++e)
            by_weight[problem.weights[e]].push_back(e);
        std::vector<std::size_t> bit(problem.weights.size());
        for (const auto& [weight, elements] : by_weight) {
            std::size_t next = 64 * weight_.size();
            for (const std::size_t e : elements) bit[e] = next++;
            weight_.resize((next + 63) / 64, weight);
        }
        for (const auto& elements : problem.covers) {
            Words words(weight_.size(), 0);
            for (const std::size_t e : elements)
                words[bit[e] / 64] |= std::uint64_t{1} << (bit[e] % 64);
            covers_.push_back(std::move(words));
        }
    }

    Words nothing() const { return Words(weight_.size(), 0); }

    std::int64_t gain(std::size_t candidate, const Words& covered) const {
        std::int64_t sum = 0;
        const Words& words = covers_[candidate];
        for (std::size_t w = 0; w < words.size(); ++w)
            sum += weight_[w] * std::popcount(words[w] & ~covered[w]);
        return sum;
    }

    void add(std::size_t candidate, Words& covered) const {
        for (std::size_t w = 0; w < covered.size(); ++w) covered[w] |= covers_[candidate][w];
    }

    std::size_t candidates() const { return covers_.size(); }

private:
    std::vector<std::int64_t> weight_;  ///< of each bit of a word
    std::vector<Words> covers_;
};

struct Gain {
    std::int64_t gain;
    std::size_t candidate;
};

/// What each candidate would add, the most first; those that add nothing are left out.
std::vector<Gain> gains(const Bits& bits, const Words& covered,
                        const std::vector<std::size_t>& candidates) {
    std::vector<Gain> out;
    for (const std::size_t c : candidates)
        if (const std::int64_t gain = bits.gain(c, covered); gain > 0) out.push_back({gain, c});
    std::ranges::sort(out, [](const Gain& a, const Gain& b) {
        return a.gain != b.gain ? a.gain > b.gain : a.candidate < b.candidate;
    });
    return out;
}

struct Partial {
    Words covered;
    std::int64_t value = 0;
    std::vector<std::size_t> members;
};

class BranchAndBound {
public:
    BranchAndBound(const Bits& bits, std::size_t size, std::int64_t most_nodes, Partial best)
        : bits_{bits}, size_{size}, nodes_left_{most_nodes}, best_{std::move(best)} {}

    bool complete() const { return nodes_left_ >= 0; }
    const Partial& best() const { return best_; }

    void search(const Partial& here, const std::vector<std::size_t>& candidates) {
        if (--nodes_left_ < 0) return;
        if (better(here.value, here.members.size())) best_ = here;
        const std::vector<Gain> order = gains(bits_, here.covered, candidates);
        std::vector<std::size_t> rest;
        for (const Gain& g : order) rest.push_back(g.candidate);
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (here.members.size() >= size_ || !promising(here, order, i)) return;
            rest.erase(rest.begin());
            Partial next = here;
            bits_.add(order[i].candidate, next.covered);
            next.value += order[i].gain;
            next.members.push_back(order[i].candidate);
            search(next, rest);
            if (!complete()) return;
        }
    }

private:
    bool better(std::int64_t value, std::size_t members) const {
        return value != best_.value ? value > best_.value : members < best_.members.size();
    }

    /// Candidates from `first` on could make something better: none adds more than it does alone,
    /// nor do all together add more than their union.
    bool promising(const Partial& here, const std::vector<Gain>& order, std::size_t first) const {
        Words all = here.covered;
        std::int64_t everything = 0;
        for (std::size_t i = first; i < order.size(); ++i) {
            everything += bits_.gain(order[i].candidate, all);
            bits_.add(order[i].candidate, all);
        }
        std::int64_t sum = 0;
        std::size_t members = here.members.size();
        for (std::size_t i = first; i < order.size() && members < size_ && sum < everything; ++i) {
            sum += order[i].gain;
            ++members;
        }
        return better(here.value + std::min(sum, everything), members);
    }

    const Bits& bits_;
    std::size_t size_;
    std::int64_t nodes_left_;
    Partial best_;
};

/// Puts the members after the fixed ones into the order of what each adds.
std::vector<std::size_t> ordered(const Bits& bits, const Partial& fixed, const Partial& chosen) {
    Partial out = fixed;
    std::vector<std::size_t> left(
        chosen.members.begin() + static_cast<std::ptrdiff_t>(fixed.members.size()),
        chosen.members.end());
    std::ranges::sort(left);
    while (!left.empty()) {
        const auto next = std::ranges::max_element(
            left, {}, [&](std::size_t c) { return bits.gain(c, out.covered); });
        bits.add(*next, out.covered);
        out.members.push_back(*next);
        left.erase(next);
    }
    return out.members;
}

}  // namespace

Cover best_cover(const CoverageProblem& problem, std::int64_t most_nodes) {
    const Bits bits{problem};
    Partial fixed{bits.nothing(), 0, {}};
    std::vector<std::size_t> candidates(bits.candidates());
    std::iota(candidates.begin(), candidates.end(), std::size_t{0});
    for (const std::size_t f : problem.fixed) {
        fixed.value += bits.gain(f, fixed.covered);
        bits.add(f, fixed.covered);
        fixed.members.push_back(f);
        std::erase(candidates, f);
    }
    Partial greedy = fixed;
    const std::size_t seats =
        problem.size > fixed.members.size() ? problem.size - fixed.members.size() : 0;
    Cover out;
    out.upper_bound =
        std::accumulate(problem.weights.begin(), problem.weights.end(), std::int64_t{0});
    for (std::size_t seat = 0; seat <= seats; ++seat) {
        const std::vector<Gain> left = gains(bits, greedy.covered, candidates);
        std::int64_t bound = greedy.value;
        for (std::size_t i = 0; i < left.size() && i < seats; ++i) bound += left[i].gain;
        out.upper_bound = std::min(out.upper_bound, bound);
        if (left.empty() || seat == seats) break;
        greedy.value += left.front().gain;
        bits.add(left.front().candidate, greedy.covered);
        greedy.members.push_back(left.front().candidate);
    }
    BranchAndBound search{bits, problem.size, most_nodes, greedy};
    if (most_nodes > 0) search.search(fixed, candidates);
    out.value = search.best().value;
    out.members = ordered(bits, fixed, search.best());
    if (most_nodes > 0 && search.complete())
        out.upper_bound = out.value;
    else
        out.search = Search::greedy;
    return out;
}

}  // namespace lotse::graph
