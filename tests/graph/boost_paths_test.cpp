#include <lotse/graph/boost_paths.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <random>

using namespace lotse::graph;

namespace {

/// Everything below is the plain definition, tried out on every possibility.
struct Enumeration {
    const LabelledGraph& graph;
    const Automaton& automaton;
    std::vector<std::vector<std::size_t>> paths;  ///< arcs
    std::vector<std::size_t> arcs;
    std::vector<bool> visited;

    void from(std::size_t v, std::size_t q) {
        visited[v] = true;
        if (automaton.accepting[q]) paths.push_back(arcs);
        for (std::size_t i = 0; i < graph.arcs.size(); ++i) {
            const LabelledArc& arc = graph.arcs[i];
            if (arc.from != v || visited[arc.to]) continue;
            const auto r = automaton.next[q][arc.label];
            if (!r) continue;
            arcs.push_back(i);
            from(arc.to, *r);
            arcs.pop_back();
        }
        visited[v] = false;
    }
};

std::vector<std::vector<std::size_t>> all_simple_paths(const LabelledGraph& graph,
                                                       const Automaton& automaton,
                                                       std::size_t from) {
    Enumeration all{graph, automaton, {}, {}, std::vector<bool>(graph.vertices)};
    all.from(from, automaton.start);
    return all.paths;
}

std::int64_t cost_of(const LabelledGraph& graph, const std::vector<std::size_t>& arcs) {
    std::int64_t cost = 0;
    for (const std::size_t arc : arcs) cost += graph.arcs[arc].cost;
    return cost;
}

bool some_walk_accepted(const LabelledGraph& graph, const Automaton& automaton, std::size_t from) {
    std::vector<std::vector<bool>> seen(graph.vertices, std::vector<bool>(automaton.states()));
    const std::function<bool(std::size_t, std::size_t)> visit = [&](std::size_t v, std::size_t q) {
        if (seen[v][q]) return false;
        seen[v][q] = true;
        if (automaton.accepting[q]) return true;
        return std::ranges::any_of(graph.arcs, [&](const LabelledArc& arc) {
            const auto r = automaton.next[q][arc.label];
            return arc.from == v && r && visit(arc.to, *r);
        });
    };
    return visit(from, automaton.start);
}

class Random {
public:
    explicit Random(unsigned seed) : engine_{seed} {}
    std::size_t below(std::size_t n) { return engine_() % n; }

    LabelledGraph graph(std::size_t labels, std::size_t most_arcs_per_vertex) {
        LabelledGraph out;
        out.vertices = 3 + below(4);
        const std::size_t arcs = below(most_arcs_per_vertex * out.vertices + 1);
        for (std::size_t i = 0; i < arcs; ++i)
            out.arcs.push_back({below(out.vertices), below(out.vertices),
                                static_cast<std::int64_t>(below(6)), below(labels)});
        return out;
    }

    Automaton automaton(std::size_t labels) {
        Automaton out;
        const std::size_t states = 1 + below(3);
        out.start = below(states);
        for (std::size_t q = 0; q < states; ++q) {
            out.accepting.push_back(below(2) == 0);
            auto& row = out.next.emplace_back();
            for (std::size_t l = 0; l < labels; ++l)
                row.push_back(below(4) == 0 ? std::nullopt : std::optional{below(states)});
        }
        return out;
    }

private:
    std::mt19937 engine_;
};

}  // namespace

TEST_CASE("the k cheapest paths are those of the enumeration, on 3000 random graphs") {
    Random random{20000401};
    int with_several = 0;
    for (int round = 0; round < 3000; ++round) {
        const LabelledGraph graph = random.graph(3, 4);
        const Automaton automaton = random.automaton(3);
        const std::size_t from = random.below(graph.vertices);
        const std::size_t k = 1 + random.below(12);
        CAPTURE(round);

        auto expected = all_simple_paths(graph, automaton, from);
        std::ranges::stable_sort(expected, {}, [&](const auto& p) { return cost_of(graph, p); });
        const CheapestPaths found = cheapest_paths(graph, automaton, from, k);
        REQUIRE(found.complete);
        REQUIRE(found.paths.size() == std::min(k, expected.size()));
        std::vector<std::vector<std::size_t>> distinct;
        for (std::size_t i = 0; i < found.paths.size(); ++i) {
            const LabelledPath& path = found.paths[i];
            REQUIRE(path.cost == cost_of(graph, expected[i]));
            REQUIRE(path.cost == cost_of(graph, path.arcs));
            REQUIRE(std::ranges::find(expected, path.arcs) != expected.end());
            REQUIRE(std::ranges::find(distinct, path.arcs) == distinct.end());
            distinct.push_back(path.arcs);
        }
        if (expected.size() > 3) ++with_several;
    }
    CHECK(with_several > 500);
}

TEST_CASE("the fewest new arcs are those of the exhaustive search, on 2000 random graphs") {
    Random random{71271};
    std::vector<int> rounds_with(4);
    for (int round = 0; round < 2000; ++round) {
        CAPTURE(round);
        // Label 2t + l: into a target (t = 1) or not; l = 1 only after an l = 0. 4 + t: a new arc.
        LabelledGraph graph = random.graph(2, 2);
        std::vector<std::size_t> target(graph.vertices);
        std::vector<std::size_t> new_label(graph.vertices);
        for (std::size_t v = 0; v < graph.vertices; ++v) {
            target[v] = v != 0 && random.below(4) == 0 ? 1 : 0;
            new_label[v] = 4 + target[v];
        }
        for (LabelledArc& arc : graph.arcs) arc.label += 2 * target[arc.to];
        constexpr std::nullopt_t no = std::nullopt;
        const Automaton automaton{
            0,
            {false, false, true},
            {{1, no, 2, no, 0, 2}, {1, 1, 2, 2, 1, 2}, {no, no, no, no, no, no}}};
        std::vector<WishGroup> groups(random.below(3));
        for (WishGroup& group : groups) {
            group.cost = static_cast<std::int64_t>(random.below(4));
            for (std::size_t v = 0; v < graph.vertices; ++v)
                if (random.below(2) == 0) group.members.push_back(v);
        }

        std::vector<LabelledArc> wishes;
        for (const WishGroup& group : groups)
            for (const std::size_t u : group.members)
                for (const std::size_t v : group.members)
                    if (u != v) wishes.push_back({u, v, 0, new_label[v]});
        std::ranges::sort(wishes, {}, [](const LabelledArc& a) { return std::pair{a.from, a.to}; });
        const auto same = [](const LabelledArc& a, const LabelledArc& b) {
            return a.from == b.from && a.to == b.to;
        };
        wishes.erase(std::unique(wishes.begin(), wishes.end(), same), wishes.end());

        std::optional<std::size_t> expected;
        const std::function<bool(std::size_t, std::size_t, LabelledGraph)> helps =
            [&](std::size_t first, std::size_t count, const LabelledGraph& with) {
                if (count == 0) return some_walk_accepted(with, automaton, 0);
                for (std::size_t i = first; i < wishes.size(); ++i) {
                    LabelledGraph more = with;
                    more.arcs.push_back(wishes[i]);
                    if (helps(i + 1, count - 1, more)) return true;
                }
                return false;
            };
        for (std::size_t count = 0; count <= 3 && !expected; ++count)
            if (helps(0, count, graph)) expected = count;

        const auto found = fewest_new_arcs(graph, automaton, 0, groups, new_label);
        if (!expected) {
            REQUIRE((!found ||
                     std::ranges::count_if(*found, [](const auto& s) { return !s.arc; }) > 3));
            continue;
        }
        REQUIRE(found);
        ++rounds_with[*expected];
        std::size_t made = 0;
        std::size_t here = 0;
        std::size_t state = automaton.start;
        for (const ExtendedStep& step : *found) {
            REQUIRE(step.from == here);
            if (step.arc) {
                REQUIRE(graph.arcs[*step.arc].from == step.from);
                REQUIRE(graph.arcs[*step.arc].to == step.to);
                state = automaton.next[state][graph.arcs[*step.arc].label].value();
            } else {
                const auto& members = groups[step.group.value()].members;
                REQUIRE(std::ranges::count(members, step.from) == 1);
                REQUIRE(std::ranges::count(members, step.to) == 1);
                state = automaton.next[state][new_label[step.to]].value();
                REQUIRE(step.from != step.to);
                ++made;
            }
            here = step.to;
        }
        REQUIRE(automaton.accepting[state]);
        REQUIRE(made == *expected);
    }
    CHECK(rounds_with[0] > 100);
    CHECK(rounds_with[1] > 100);
    CHECK(rounds_with[2] > 10);
}

TEST_CASE("to be there already is a path without arcs") {
    const LabelledGraph graph{1, {}};
    const Automaton anything{0, {true}, {{}}};
    const CheapestPaths found = cheapest_paths(graph, anything, 0, 5);
    REQUIRE(found.paths.size() == 1);
    CHECK(found.paths.front().arcs.empty());
    CHECK(cheapest_paths(graph, anything, 0, 0).paths.empty());
}

TEST_CASE("a detour that the labels demand may not pass a vertex twice") {
    // s -a-> t only; the automaton wants a, b: s -a-> x -b-> t is the way, s -a-> t -b-> t is not.
    const LabelledGraph graph{3, {{0, 2, 1, 0}, {2, 2, 1, 1}, {0, 1, 5, 0}, {1, 2, 5, 1}}};
    const Automaton a_then_b{0,
                             {false, false, true},
                             {{1, std::nullopt}, {std::nullopt, 2}, {std::nullopt, std::nullopt}}};
    const CheapestPaths found = cheapest_paths(graph, a_then_b, 0, 3);
    REQUIRE(found.paths.size() == 1);
    CHECK(found.paths.front().arcs == std::vector<std::size_t>{2, 3});
}
