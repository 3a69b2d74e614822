// Covers against all sets of candidates.

#include <lotse/graph/max_coverage.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

using namespace lotse::graph;

namespace {

CoverageProblem random_problem(std::mt19937& random) {
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    CoverageProblem out;
    const std::size_t elements = below(100) < 5 ? below(140) : below(20);
    for (std::size_t e = 0; e < elements; ++e) out.weights.push_back(below(3) == 0 ? 50 : 1);
    const std::size_t candidates = below(11);
    const std::size_t density = 2 + below(6);
    for (std::size_t c = 0; c < candidates; ++c) {
        auto& covers = out.covers.emplace_back();
        for (std::size_t e = 0; e < elements; ++e)
            if (below(density) == 0) covers.push_back(e);
        if (below(6) == 0) out.fixed.push_back(c);
    }
    out.size = out.fixed.size() + below(6);
    return out;
}

std::int64_t value(const CoverageProblem& problem, const std::vector<std::size_t>& members) {
    std::set<std::size_t> covered;
    for (const std::size_t c : members)
        covered.insert(problem.covers[c].begin(), problem.covers[c].end());
    std::int64_t sum = 0;
    for (const std::size_t e : covered) sum += problem.weights[e];
    return sum;
}

struct Best {
    std::int64_t value = -1;
    std::size_t members = 0;
};

Best exhaustive(const CoverageProblem& problem) {
    Best best;
    const std::size_t n = problem.covers.size();
    for (std::size_t bits = 0; bits < (std::size_t{1} << n); ++bits) {
        std::vector<std::size_t> set;
        for (std::size_t c = 0; c < n; ++c)
            if ((bits >> c & 1) != 0) set.push_back(c);
        const bool holds_fixed =
            std::ranges::all_of(problem.fixed, [&](std::size_t f) { return (bits >> f & 1) != 0; });
        if (!holds_fixed || set.size() > problem.size) continue;
        const std::int64_t sum = value(problem, set);
        if (sum > best.value || (sum == best.value && set.size() < best.members))
            best = {sum, set.size()};
    }
    return best;
}

bool keeps_fixed(const CoverageProblem& problem, const Cover& cover) {
    return std::ranges::equal(
        problem.fixed, std::vector<std::size_t>(cover.members.begin(),
                                                cover.members.begin() + static_cast<std::ptrdiff_t>(
                                                                            problem.fixed.size())));
}

}  // namespace

TEST_CASE("covers are the best of all sets, step by step at least 1 - 1/e of it") {
    std::mt19937 random{20261122};
    int wrong = 0;
    int greedy_worse = 0;
    for (int i = 0; i < 5000; ++i) {
        const CoverageProblem problem = random_problem(random);
        const Best best = exhaustive(problem);
        const Cover exact = best_cover(problem, 1000000);
        if (exact.search != Search::exhaustive || exact.value != best.value ||
            exact.members.size() != best.members || exact.upper_bound != best.value ||
            value(problem, exact.members) != best.value || !keeps_fixed(problem, exact))
            ++wrong;
        for (const std::int64_t nodes : {0, 3}) {
            const Cover some = best_cover(problem, nodes);
            if (some.value != value(problem, some.members) || some.value > best.value ||
                some.upper_bound < best.value || some.members.size() > problem.size ||
                !keeps_fixed(problem, some))
                ++wrong;
            const std::int64_t given = value(problem, problem.fixed);
            if (static_cast<double>(some.value - given) <
                (1 - std::exp(-1)) * static_cast<double>(best.value - given) - 1e-9)
                ++wrong;
            if (some.value < best.value) ++greedy_worse;
        }
    }
    CHECK(wrong == 0);
    CHECK(greedy_worse > 20);  // else there was nothing to tell apart
}

TEST_CASE("nothing to cover, nobody to choose") {
    CHECK(best_cover({}, 100).members.empty());
    CHECK(best_cover({{1}, {}, {}, 3}, 100).upper_bound == 0);
    CHECK(best_cover({{1}, {{0}}, {}, 0}, 100).members.empty());
    CHECK(best_cover({{}, {{}, {}}, {1}, 3}, 100).members == std::vector<std::size_t>{1});
}
