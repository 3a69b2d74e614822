#include <lotse/analysis/door_opener.hpp>
#include <lotse/graph/removals.hpp>

#include "door_opener_words.hpp"
#include "erase.hpp"
#include "most_rows.hpp"
#include "resampling.hpp"
#include "ways.hpp"

#include <algorithm>
#include <set>

namespace lotse::analysis {
namespace {

constexpr std::uint32_t near_handoffs = 2;
constexpr double missing_ties = 0.1;
constexpr int most_samples = 200;
constexpr double most_steps = 3e8;  // looks at actors and ways: about a second

Error usage(Text words) {
    return {ErrorKind::usage, Message{words}};
}

std::optional<double> mean(std::int64_t sum, std::int64_t count) {
    if (count == 0) return std::nullopt;
    return static_cast<double>(sum) / static_cast<double>(count);
}

/// Adds one source's view of all removals.
struct Totals {
    std::vector<graph::Removal> of;  ///< per actor
    std::vector<std::set<std::size_t>> topics;

    explicit Totals(std::size_t actors) : of(actors), topics(actors) {}

    void add(const graph::Removal& row) {
        graph::Removal& sum = of[row.vertex];
        for (const auto side : {&graph::Removal::with, &graph::Removal::without}) {
            (sum.*side).goals += (row.*side).goals;
            (sum.*side).steps += (row.*side).steps;
            (sum.*side).near += (row.*side).near;
        }
        sum.detour += row.detour;
        topics[row.vertex].insert(row.groups_lost.begin(), row.groups_lost.end());
    }
};

/// Per actor, the actors that have ways with nobody else.
std::vector<std::vector<ActorId>> dependents(const LayerGraph& layer,
                                             const graph::EdgeList& edges) {
    std::vector<std::set<std::size_t>> neighbours(layer.actors.size());
    for (const graph::Edge& e : edges.edges) {
        neighbours[e.from].insert(e.to);
        neighbours[e.to].insert(e.from);
    }
    std::vector<std::vector<ActorId>> out(layer.actors.size());
    for (std::size_t v = 0; v < neighbours.size(); ++v)
        if (neighbours[v].size() == 1) out[*neighbours[v].begin()].push_back(layer.actors[v]);
    return out;
}

/// Per actor, the pairs that are lost without it.
std::vector<std::int64_t> losses(const Totals& totals) {
    std::vector<std::int64_t> out;
    for (const graph::Removal& row : totals.of) out.push_back(row.with.goals - row.without.goals);
    return out;
}

std::vector<double> scores(const Totals& totals) {
    const auto lost = losses(totals);
    return {lost.begin(), lost.end()};
}

/// Calls visit(source, removals) for each source, in their order.
template <class Visit>
void for_each_source(const graph::Successors& successors, std::span<const std::size_t> sources,
                     const graph::RemovalQuestion& question, graph::Threads threads,
                     const Visit& visit) {
    struct Own {
        graph::Removals removals;
        std::vector<graph::Removal> found;
    };
    graph::reduce_blocks(
        threads, sources.size(),
        [&] {
            return Own{graph::Removals{successors, question}, {}};
        },
        [&](Own& own, std::size_t i) { own.found = own.removals.from(sources[i]); },
        [&](const Own& own, std::size_t i) { visit(sources[i], own.found); });
}

/// 200, or fewer in large networks; 0: it would take too long.
int samples(const graph::EdgeList& edges, std::size_t sources) {
    const auto n = static_cast<double>(edges.vertices);
    const double once =
        n * static_cast<double>(sources) * (n + static_cast<double>(edges.edges.size()));
    const double affordable = once > 0 ? most_steps / once : 0;
    if (affordable < 20) return 0;
    return affordable < most_samples ? static_cast<int>(affordable) : most_samples;
}

/// Writes rank and interval of every actor of the layer.
Result<std::vector<RankInterval>> intervals(const View& view, const LayerGraph& layer, int count,
                                            std::span<const std::size_t> sources,
                                            graph::RemovalQuestion question) {
    question.groups.clear();
    return rank_intervals(view, layer, Missing::ties, missing_ties, count,
                          [&](const LayerGraph& sample) -> Result<std::vector<double>> {
                              const graph::Successors successors{ways_edges(view, sample)};
                              Totals totals{successors.vertices()};
                              for_each_source(successors, sources, question, {},
                                              [&](std::size_t, const auto& removals) {
                                                  for (const auto& row : removals) totals.add(row);
                                              });
                              return scores(totals);
                          });
}

/// Adds a row if the actor opens a door for the source.
void add_door(const LayerGraph& layer, std::size_t source, const graph::Removal& row,
              std::vector<DoorOpener::Door>& out) {
    if (row.with.goals != row.without.goals || row.with.near != row.without.near)
        out.push_back({layer.actors[source], layer.actors[row.vertex], row.goals, row.with.goals,
                       row.without.goals, row.with.near, row.without.near});
}

void find_key_players(const graph::Successors& successors, std::span<const std::size_t> sources,
                      const graph::RemovalQuestion& question, int size, const Totals& totals,
                      graph::Threads threads, DoorOpener::Findings& out) {
    if (size == 0 || out.pairs_reached == 0) return;
    const auto players_of = [&](int count) {
        return graph::key_players(successors, sources, question, static_cast<std::size_t>(count),
                                  most_steps, losses(totals), threads);
    };
    auto found = players_of(size);
    // Taken one by one there are no more than needed; of all sets a smaller one may do as much.
    while (--size > 0 && found.search == graph::Search::exhaustive)
        if (auto fewer = players_of(size); fewer.pairs_lost >= found.pairs_lost)
            found = std::move(fewer);
    out.set_pairs_lost = found.pairs_lost;
    out.set_search = found.search == graph::Search::exhaustive
                         ? Choice{"exact", Text{"alle Möglichkeiten", "all possibilities"}}
                         : Choice{"greedy", Text{"schrittweise, vielleicht nicht die beste Auswahl",
                                                 "step by step, perhaps not the best choice"}};
    if (found.pairs_lost == 0) return;
    for (const std::size_t v : found.vertices)
        out.key_players.push_back(
            {out.layer.actors[v], totals.of[v].with.goals - totals.of[v].without.goals});
}

}  // namespace

Info DoorOpener::info() {
    return {"door-opener",
            "A08",
            Theme::ways,
            {"Türöffner", "Door-openers"},
            {"Was würden andere ohne diese Stelle nicht mehr erreichen?",
             "What would others no longer reach without this place?"},
            "Borgatti, S. P. (2006), Identifying sets of key players in a social network, "
            "Computational & Mathematical Organization Theory 12(1), 21-34, "
            "doi:10.1007/s10588-006-7084-x"};
}

Result<DoorOpener::Findings> DoorOpener::run(const View& view, const Options& options) {
    if (options.within < 0)
        return usage({"--within muss 0 oder mehr sein.", "--within must be 0 or more."});
    if (options.set < 0 || options.set > 10)
        return usage({"--set muss zwischen 0 und 10 liegen.", "--set must be between 0 and 10."});
    Findings out;
    out.layer = ways_layer(view);
    out.within = options.within;
    const graph::EdgeList edges = ways_edges(view, out.layer);
    const graph::Successors successors{edges};
    const auto sources = start_of_ways(view, out.layer, options.from);
    if (!sources) return sources.error();
    auto goals = goal_of_ways(view, out.layer, options.to);
    if (!goals) return goals.error();
    const auto topics = topic_goals(view, out.layer);

    graph::RemovalQuestion question{std::move(goals->positions), {}};
    question.near = near_handoffs;
    if (options.within > 0) question.within = static_cast<std::uint32_t>(options.within);
    for (const TopicGoals& topic : topics) question.groups.push_back(topic.positions);
    Totals totals{out.layer.actors.size()};
    const graph::Threads threads{view.threads};
    const auto opened = [](const Door& row) {
        return std::tuple{row.near_with - row.near_without, row.reached_with - row.reached_without};
    };
    for_each_source(successors, sources->positions, question, threads,
                    [&](std::size_t source, const std::vector<graph::Removal>& removals) {
                        std::vector<Door> doors;
                        for (const graph::Removal& row : removals) {
                            totals.add(row);
                            add_door(out.layer, source, row, doors);
                        }
                        out.doors_left_out +=
                            keep_first(doors, rows_of_a_source(sources->positions.size()), opened);
                        std::ranges::move(doors, std::back_inserter(out.doors));
                    });
    std::ranges::stable_sort(out.doors, std::greater{}, opened);

    out.source_words = sources->words;
    out.goal_words = goals->words;
    out.sources = static_cast<std::int64_t>(sources->positions.size());
    out.goals = static_cast<std::int64_t>(question.goals.size());
    for (const std::size_t source : sources->positions) {
        const auto distance = graph::hop_distances(successors, std::array{source});
        for (const std::size_t goal : question.goals) {
            if (goal == source) continue;
            ++out.pairs;
            if (distance[goal] != graph::unreached && distance[goal] <= question.within)
                ++out.pairs_reached;
        }
    }
    const std::vector<std::int64_t> places = ranks(scores(totals));
    std::optional<std::vector<RankInterval>> ranges;
    const int count = samples(edges, sources->positions.size());
    if (out.pairs_reached > 0 && count > 0) {
        auto found = intervals(view, out.layer, count, sources->positions, question);
        if (!found) return found.error();
        ranges = *std::move(found);
    }
    const auto alone = dependents(out.layer, edges);
    for (std::size_t v = 0; v < out.layer.actors.size(); ++v) {
        const graph::Removal& sum = totals.of[v];
        Candidate row{{}, {}, {}, out.layer.actors[v]};
        row.kind = view.network->codes().choice("actor_kinds", (*view.network)[row.actor].kind);
        if (out.pairs_reached > 0) row.rank = places[v];
        if (ranges) row.rank_low = (*ranges)[v].best;
        if (ranges) row.rank_high = (*ranges)[v].worst;
        row.pairs_with = sum.with.goals;
        row.pairs_without = sum.without.goals;
        row.pairs_lost = sum.with.goals - sum.without.goals;
        row.near_with = sum.with.near;
        row.near_without = sum.without.near;
        row.mean_handoffs_with = mean(sum.with.steps, sum.with.goals);
        row.mean_handoffs_without = mean(sum.without.steps, sum.without.goals);
        row.detour = mean(sum.detour, sum.without.goals);
        for (const std::size_t topic : totals.topics[v]) row.topics.push_back(topics[topic].topic);
        row.topics_lost = static_cast<std::int64_t>(row.topics.size());
        row.isolated_actors = actor_choices(*view.network, alone[v]);
        row.isolated = static_cast<std::int64_t>(alone[v].size());
        if (row.pairs_lost > 0) ++out.door_openers;
        out.actors.push_back(std::move(row));
    }
    std::ranges::stable_sort(out.actors, std::greater{}, [](const Candidate& row) {
        return std::tuple{row.pairs_lost, row.near_with - row.near_without, row.detour,
                          row.topics_lost};
    });
    find_key_players(successors, sources->positions, question, options.set, totals, threads, out);
    return out;
}

void DoorOpener::explain(const View& view, const Findings& findings, Document& document) {
    explain_door_openers(view, findings, document);
}

Entry DoorOpener::entry() {
    return erase<DoorOpener>();
}

}  // namespace lotse::analysis
