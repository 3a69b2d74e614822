#include <lotse/analysis/invitations.hpp>
#include <lotse/graph/max_coverage.hpp>

#include "erase.hpp"
#include "invitation_needs.hpp"
#include "invitation_words.hpp"
#include "layer_edges.hpp"
#include "what_if.hpp"
#include "words.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

constexpr double most_words = 4e7;  // that the search looks at: a fraction of a second
constexpr std::size_t usual_size = 8;

Error usage(Text words, std::initializer_list<std::string_view> arguments = {}) {
    return {ErrorKind::usage, message(words, arguments)};
}

/// Positions in the layer of the organisations: bodies cannot be invited, their members can.
std::vector<std::size_t> organisations(const Network& network, const LayerGraph& layer) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < layer.actors.size(); ++i)
        if (network.role_of(layer.actors[i]) == ActorRole::organisation) out.push_back(i);
    return out;
}

/// Positions among the candidates.
Result<std::vector<std::size_t>> fixed_members(const View& view, const LayerGraph& layer,
                                               std::span<const std::size_t> candidates,
                                               const std::vector<std::string>& keys) {
    std::vector<std::size_t> out;
    for (const std::string& key : keys) {
        const auto actor = view.network->find_actor(key);
        if (!actor) return no_actor("fixed", key, view);
        const auto it = std::ranges::find_if(
            candidates, [&](std::size_t i) { return layer.actors[i] == *actor; });
        if (it == candidates.end())
            return usage({"--fixed: „{}“ ist keine Einrichtung der betrachteten Ebene und lässt "
                          "sich nicht einladen.",
                          "--fixed: '{}' is no organisation of the layer looked at and cannot be "
                          "invited."},
                         {key});
        const auto position = static_cast<std::size_t>(it - candidates.begin());
        if (std::ranges::find(out, position) == out.end()) out.push_back(position);
    }
    return out;
}

/// Per candidate the positions of the actors within so many steps, itself included.
std::vector<std::vector<std::size_t>> reached(const View& view, const LayerGraph& layer,
                                              std::span<const std::size_t> candidates,
                                              std::uint32_t within) {
    const graph::Successors ties{
        graph::undirected_projection(layer_edges(view, layer), graph::Merge::max)};
    std::vector<std::vector<std::size_t>> out;
    std::vector<std::size_t> seen_from(ties.vertices(), ties.vertices());  // which candidate
    for (const std::size_t candidate : candidates) {
        auto& near = out.emplace_back(1, candidate);
        seen_from[candidate] = candidate;
        std::size_t begin = 0;  // of those one step nearer
        for (std::uint32_t step = 0; step < within && begin < near.size(); ++step) {
            const std::size_t end = near.size();
            for (; begin < end; ++begin)
                for (const std::uint32_t to : ties.of(near[begin]))
                    if (seen_from[to] != candidate) {
                        seen_from[to] = candidate;
                        near.push_back(to);
                    }
        }
        std::ranges::sort(near);
    }
    return out;
}

/// Elements: the needs that somebody can meet come first, weighing more than all actors together.
graph::CoverageProblem problem_of(const std::vector<Need>& needs,
                                  const std::vector<std::vector<std::size_t>>& reached,
                                  std::size_t actors) {
    graph::CoverageProblem out;
    const auto need_weight = static_cast<std::int64_t>(actors) + 1;
    out.weights.assign(needs.size(), need_weight);
    out.weights.resize(needs.size() + actors, 1);
    out.covers.resize(reached.size());
    for (std::size_t n = 0; n < needs.size(); ++n)
        for (const std::size_t c : needs[n].candidates) out.covers[c].push_back(n);
    for (std::size_t c = 0; c < reached.size(); ++c)
        for (const std::size_t v : reached[c]) out.covers[c].push_back(needs.size() + v);
    return out;
}

/// Nodes of the search that can be afforded: 20000, or fewer in large networks.
std::int64_t most_nodes(const graph::CoverageProblem& problem) {
    const double node = (1 + static_cast<double>(problem.covers.size())) *
                        (1 + static_cast<double>(problem.weights.size()) / 64);
    return static_cast<std::int64_t>(std::clamp(most_words / node, 1.0, 20000.0));
}

/// The fewest that meet all needs somebody can meet; nullopt: not found within the limit of work.
std::optional<std::size_t> fewest(const graph::CoverageProblem& problem, std::size_t needs) {
    graph::CoverageProblem only_needs = problem;
    only_needs.weights.resize(needs);
    for (auto& elements : only_needs.covers)
        std::erase_if(elements, [&](std::size_t e) { return e >= needs; });
    only_needs.size = problem.fixed.size() + needs;
    const graph::Cover cover = graph::best_cover(only_needs, most_nodes(only_needs));
    if (cover.search == graph::Search::greedy) return std::nullopt;
    return cover.members.size();
}

void add_invitees(const View& view, const std::vector<Need>& needs,
                  const graph::CoverageProblem& problem, const graph::Cover& cover,
                  std::span<const std::size_t> candidates, Invitations::Findings& out) {
    std::vector<bool> seen(problem.weights.size(), false);
    for (const std::size_t c : cover.members) {
        Invitations::Invitee row{static_cast<std::int64_t>(out.invitees.size()) + 1,
                                 out.layer.actors[candidates[c]]};
        row.sector = view.network->sector_of(row.actor);
        row.fixed = std::ranges::find(problem.fixed, c) != problem.fixed.end();
        for (const std::size_t element : problem.covers[c]) {
            if (element >= needs.size()) ++row.reach_alone;
            if (seen[element]) continue;
            seen[element] = true;
            if (element >= needs.size())
                ++row.reach_gain;
            else
                row.covers.push_back(needs[element].requirement);
        }
        out.reach += row.reach_gain;
        out.invitees.push_back(std::move(row));
    }
}

void add_requirements(const View& view, const std::vector<Need>& needs, const graph::Cover& cover,
                      std::span<const std::size_t> candidates, Invitations::Findings& out) {
    for (const Need& need : needs) {
        Invitations::Requirement row{need.kind, need.requirement};
        row.candidates = static_cast<std::int64_t>(need.candidates.size());
        for (const std::size_t c : cover.members)
            if (std::ranges::binary_search(need.candidates, c)) {
                const ActorId actor = out.layer.actors[candidates[c]];
                row.invited.push_back(
                    {(*view.network)[actor].key, name_words(*view.network, actor)});
            }
        using enum RequirementState;
        row.state = !row.invited.empty() ? covered : row.candidates > 0 ? uncovered : not_recorded;
        if (row.state == covered) ++out.covered;
        if (row.state == uncovered) ++out.uncovered;
        if (row.state == not_recorded) ++out.not_recorded;
        out.requirements.push_back(std::move(row));
    }
}

}  // namespace

Info Invitations::info() {
    return {"invitations",
            "A09",
            Theme::proposals,
            {"Einladungsliste", "Invitations"},
            {"Wen einladen, damit alle Themen und Sektoren vertreten sind und viele davon "
             "erfahren?",
             "Whom to invite so that all topics and sectors are represented and many hear of it?"},
            "Borgatti, S. P. (2006), Identifying sets of key players in a social network, "
            "Computational & Mathematical Organization Theory 12(1), 21-34, "
            "doi:10.1007/s10588-006-7084-x; Church, R., & ReVelle, C. (1974), The maximal covering "
            "location problem, Papers of the Regional Science Association 32, 101-118, "
            "doi:10.1007/BF01942293"};
}

Result<Invitations::Findings> Invitations::run(const View& view, const Options& options) {
    if (options.within < 0 || options.size.value_or(1) < 1)
        return usage({"--size muss mindestens 1 sein, --within 0 oder mehr.",
                      "--size must be at least 1, --within 0 or more."});
    Findings out;
    View ties = view;
    ties.topics.clear();  // topics are what is to be represented, not which ties count
    out.layer = layer_graph(ties, Layer::actors);
    out.within = options.within;
    const auto candidates = organisations(*view.network, out.layer);
    const auto needs = invitation_needs(view, out.layer, candidates, options.sectors);
    if (!needs) return needs.error();
    const auto fixed = fixed_members(view, out.layer, candidates, options.fixed);
    if (!fixed) return fixed.error();
    if (options.size && fixed->size() > static_cast<std::size_t>(*options.size))
        return usage({"--fixed nennt mehr Akteure, als --size zulässt.",
                      "--fixed names more actors than --size allows."});

    const auto near =
        reached(view, out.layer, candidates, static_cast<std::uint32_t>(options.within));
    graph::CoverageProblem problem = problem_of(*needs, near, out.layer.actors.size());
    problem.fixed = *fixed;
    const auto enough = fewest(problem, needs->size());
    problem.size = options.size ? static_cast<std::size_t>(*options.size)
                                : std::max({usual_size, enough.value_or(0), fixed->size()});
    const graph::Cover cover = graph::best_cover(problem, most_nodes(problem));

    add_invitees(view, *needs, problem, cover, candidates, out);
    add_requirements(view, *needs, cover, candidates, out);
    out.search = cover.search == graph::Search::exhaustive
                     ? Choice{"exact", Text{"exakt", "exact"}}
                     : Choice{"greedy", Text{"schrittweise", "step by step"}};
    out.invited = static_cast<std::int64_t>(out.invitees.size());
    if (enough) out.fewest = static_cast<std::int64_t>(*enough);
    out.actors = static_cast<std::int64_t>(out.layer.actors.size());
    const std::int64_t need_weight = out.actors + 1;
    std::vector<bool> reachable(out.layer.actors.size(), false);
    for (const auto& actors : near)
        for (const std::size_t v : actors) reachable[v] = true;
    out.reach_bound = std::min<std::int64_t>(cover.upper_bound - need_weight * out.covered,
                                             std::ranges::count(reachable, true));
    return out;
}

void Invitations::explain(const View& view, const Findings& findings, Document& document) {
    explain_invitations(view, findings, document);
}

Entry Invitations::entry() {
    return erase<Invitations>();
}

}  // namespace lotse::analysis
