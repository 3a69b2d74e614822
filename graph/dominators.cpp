#include <lotse/graph/bottlenecks.hpp>

#include <limits>
#include <utility>

namespace lotse::graph {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// The vertices that paths from the root reach, each after all that it leads to but for circles.
std::vector<std::uint32_t> postorder(const Successors& graph, std::uint32_t root) {
    struct Step {
        std::uint32_t vertex;
        std::size_t next = 0;
    };
    std::vector<std::uint32_t> out;
    std::vector<bool> seen(graph.vertices(), false);
    std::vector<Step> steps{{root}};
    seen[root] = true;
    while (!steps.empty()) {
        Step& step = steps.back();
        if (step.next == graph.of(step.vertex).size()) {
            out.push_back(step.vertex);
            steps.pop_back();
            continue;
        }
        const std::uint32_t to = graph.of(step.vertex)[step.next++];
        if (seen[to]) continue;
        seen[to] = true;
        steps.push_back({to});
    }
    return out;
}

}  // namespace

Dominators immediate_dominators(const Successors& forward, const Successors& backward,
                                std::size_t root) {
    const auto order = postorder(forward, static_cast<std::uint32_t>(root));
    std::vector<std::uint32_t> number(forward.vertices(), none);
    for (std::uint32_t i = 0; i < order.size(); ++i) number[order[i]] = i;
    // All by their numbers from here on: a dominator has a larger one.
    std::vector<std::uint32_t> dominator(order.size(), none);
    if (order.empty()) return Dominators(forward.vertices());
    const auto last = static_cast<std::uint32_t>(order.size() - 1);
    dominator[last] = last;
    for (bool changed = true; changed;) {
        changed = false;
        for (std::uint32_t i = last; i-- > 0;) {
            std::uint32_t found = none;
            for (const std::uint32_t before : backward.of(order[i])) {
                std::uint32_t a = number[before];
                if (a == none || dominator[a] == none) continue;
                if (found == none) found = a;
                while (a != found) {
                    if (a < found)
                        a = dominator[a];
                    else
                        found = dominator[found];
                }
            }
            changed = changed || dominator[i] != found;
            dominator[i] = found;
        }
    }
    Dominators out(forward.vertices());
    for (std::uint32_t i = 0; i <= last; ++i) out[order[i]] = order[dominator[i]];
    return out;
}

}  // namespace lotse::graph
