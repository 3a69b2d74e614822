#include <lotse/analysis/centrality.hpp>

#include <lotse/graph/betweenness.hpp>
#include <lotse/graph/centrality.hpp>
#include <lotse/graph/nearness.hpp>
#include <lotse/graph/structural_holes.hpp>
#include <lotse/graph/structure.hpp>

#include "erase.hpp"
#include "layer_edges.hpp"
#include "no_ties.hpp"
#include "ranking.hpp"
#include "unused_options.hpp"
#include "words.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

using graph::EdgeList;
using graph::Ends;
using graph::Lengths;
using Position = Centrality::Position;

/// Lengths of 1/level in twelfths: whole numbers, whose sums are exact, so that paths of equal
/// length are recognised as equal. Ties of level 0 are no way.
constexpr double twelfths = 12;

EdgeList path_edges(EdgeList edges) {
    std::erase_if(edges.edges, [](const graph::Edge& e) { return e.weight == 0; });
    for (graph::Edge& e : edges.edges) e.weight = twelfths / e.weight;
    return edges;
}

std::optional<double> times(const std::optional<double>& value, double factor) {
    if (value) return *value * factor;
    return std::nullopt;
}

/// The number of pairs that can have an actor between them; 0 below three actors.
double pairs_of_others(const EdgeList& edges) {
    if (edges.vertices < 3) return 0;
    const auto others = static_cast<double>(edges.vertices - 1);
    return others * (others - 1) / (edges.direction == graph::Direction::directed ? 1 : 2);
}

/// Above this many steps the exact answer takes minutes, see graph::betweenness_steps.
constexpr double most_steps = 2e10;

bool sample_betweenness(const graph::Csr& paths, std::optional<BetweennessBy> by) {
    if (by) return *by == BetweennessBy::sampling;
    return paths.lengths() == Lengths::hops && graph::betweenness_steps(paths) > most_steps;
}

/// Errors: as graph/.
Result<graph::Scores> measure_betweenness(const graph::Csr& paths, graph::Threads threads,
                                          Centrality::Findings& out) {
    if (!sample_betweenness(paths, out.options.betweenness))
        return graph::betweenness(paths, threads);
    const graph::Sampling sampling;
    auto found = graph::sampled_betweenness(paths, sampling, threads);
    out.sampled_paths = static_cast<std::int64_t>(found.paths);
    out.sampling_error = sampling.error;
    return std::move(found.scores);
}

/// Adds what depends on paths. Errors: as graph/.
std::optional<Error> measure_paths(Centrality::Findings& findings, const EdgeList& edges,
                                   graph::Threads threads) {
    std::vector<Position>& out = findings.actors;
    const bool weighted = findings.options.weights == Flag::on;
    const EdgeList paths = weighted ? path_edges(edges) : edges;
    const Lengths lengths = weighted ? Lengths::weights : Lengths::hops;
    const double scale = weighted ? twelfths : 1;
    const auto rows = graph::Csr::of(paths, lengths);
    if (!rows) return rows.error();
    const auto between = measure_betweenness(*rows, threads, findings);
    if (!between) return between.error();
    const graph::Nearness near = graph::nearness(*rows, threads);
    const double pairs = pairs_of_others(edges);
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].betweenness = (*between)[i].value_or(0);
        if (pairs > 0) out[i].betweenness_normalized = out[i].betweenness / pairs;
        out[i].closeness = times(near.closeness[i], scale);
        out[i].harmonic = times(near.harmonic[i], scale);
    }
    return std::nullopt;
}

/// Adds what does not depend on paths. Errors: as graph/.
std::optional<Error> measure_surroundings(std::vector<Position>& out, const EdgeList& arcs,
                                          const EdgeList& edges, graph::Threads threads) {
    const auto eigenvector = graph::eigenvector(edges);
    if (!eigenvector) return eigenvector.error();
    const auto pagerank = graph::pagerank(edges);
    if (!pagerank) return pagerank.error();
    const auto rows = graph::Csr::of(edges, Lengths::hops);
    if (!rows) return rows.error();
    const auto constraint = graph::constraint(*rows, threads);
    const auto effective_size = graph::effective_size(*rows, threads);
    const auto coreness = graph::coreness(edges);
    if (!coreness) return coreness.error();
    const auto degree = graph::degrees(edges, Ends::all);
    const auto in_degree = graph::degrees(arcs, Ends::in);
    const auto out_degree = graph::degrees(arcs, Ends::out);
    const auto strength = graph::strengths(edges);
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].degree = static_cast<std::int64_t>(degree[i]);
        out[i].in_degree = static_cast<std::int64_t>(in_degree[i]);
        out[i].out_degree = static_cast<std::int64_t>(out_degree[i]);
        out[i].strength = strength[i];
        out[i].eigenvector = (*eigenvector)[i];
        out[i].pagerank = (*pagerank)[i].value_or(0);
        out[i].constraint = constraint[i];
        out[i].effective_size = effective_size[i];
        out[i].coreness = static_cast<std::int64_t>((*coreness)[i]);
    }
    return std::nullopt;
}

/// One row per measure that can be compared across components (closeness cannot); none where it
/// is 0 or undefined everywhere.
std::vector<Centrality::Leader> leaders(const std::vector<Position>& positions) {
    std::vector<Centrality::Leader> out;
    const auto add = [&](std::string_view key, Text label, const auto& value_of) {
        const Position* first = nullptr;
        double best = 0;
        std::int64_t same = 0;
        for (const Position& p : positions) {
            const double value = rank_value(value_of(p).value_or(0));
            if (value < best || value == 0) continue;
            same = value > best ? 1 : same + 1;
            if (value > best || p.actor < first->actor) first = &p;
            best = value;
        }
        if (first)
            out.push_back({{std::string{key}, label}, first->actor, *value_of(*first), same - 1});
    };
    using Score = std::optional<double>;
    add("degree", {"Grad", "Degree"},
        [](const Position& p) { return Score{static_cast<double>(p.degree)}; });
    add("strength", {"Gewichteter Grad", "Strength"},
        [](const Position& p) { return Score{p.strength}; });
    add("betweenness", {"Zwischenzentralität", "Betweenness"},
        [](const Position& p) { return Score{p.betweenness}; });
    add("harmonic", {"Harmonische Zentralität", "Harmonic centrality"},
        [](const Position& p) { return p.harmonic; });
    add("eigenvector", {"Eigenvektorzentralität", "Eigenvector centrality"},
        [](const Position& p) { return p.eigenvector; });
    add("pagerank", {"PageRank", "PageRank"}, [](const Position& p) { return Score{p.pagerank}; });
    add("effective_size", {"Effektive Größe (Burt)", "Effective size (Burt)"},
        [](const Position& p) { return p.effective_size; });
    return out;
}

void count_pairs(const EdgeList& edges, Centrality::Findings& out) {
    out.actor_count = static_cast<std::int64_t>(edges.vertices);
    out.pairs = static_cast<std::int64_t>(edges.edges.size());
    const auto n = static_cast<double>(edges.vertices);
    const auto m = static_cast<double>(edges.edges.size());
    const bool directed = edges.direction == graph::Direction::directed;
    if (n > 0) out.mean_degree = 2 * m / n;
    if (n > 1) out.density = m / (n * (n - 1) / (directed ? 1 : 2));
}

}  // namespace

Info Centrality::info() {
    return {"centrality",
            "A11",
            Theme::network,
            {"Stellung im Netz", "Positions in the network"},
            {"Wer hat viele Partner, wer liegt zwischen anderen, wer ist allen nah?",
             "Who has many partners, who lies between others, who is close to all?"},
            "Freeman, L. C. (1979), Centrality in social networks: conceptual clarification, "
            "Social Networks 1(3), 215-239, doi:10.1016/0378-8733(78)90021-7"};
}

Result<Centrality::Findings> Centrality::run(const View& view, const Options& options) {
    if (options.weights == Flag::on && options.betweenness == BetweennessBy::sampling)
        return Error{ErrorKind::usage,
                     Text{"--betweenness sampled gilt nicht für gewichtete Wege (--weights).",
                          "--betweenness sampled does not go with weighted paths (--weights)."}};
    Findings out;
    out.options = options;
    out.layer = layer_graph(view, Layer::actors);
    const LevelCounts levels = level_counts(view, out.layer);
    out.ties_without_level = levels.not_recorded;
    out.ties_of_level_0 = levels.zero;

    const EdgeList arcs = layer_edges(view, out.layer);
    const EdgeList projection = graph::undirected_projection(arcs, graph::Merge::max);
    const EdgeList& edges = options.directed == Flag::on ? arcs : projection;

    const Network& network = *view.network;
    for (const ActorId actor : out.layer.actors) {
        Position& p = out.actors.emplace_back(
            Position{actor, network.codes().choice("actor_kinds", network[actor].kind)});
        p.sector = network.sector_of(actor);
    }
    const graph::Threads threads{view.threads};
    if (auto error = measure_surroundings(out.actors, arcs, edges, threads))
        return *std::move(error);
    if (auto error = measure_paths(out, edges, threads)) return *std::move(error);
    const auto components = graph::components(projection);
    if (!components) return components.error();
    const auto cut = graph::cut_vertices(projection);
    if (!cut) return cut.error();
    for (std::size_t i = 0; i < out.actors.size(); ++i)
        out.actors[i].component = static_cast<std::int64_t>(components->of[i]) + 1;
    for (const std::size_t v : *cut) out.actors[v].cut_vertex = true;

    count_pairs(edges, out);
    out.ties = static_cast<std::int64_t>(out.layer.ties.size());
    out.components = static_cast<std::int64_t>(components->sizes.size());
    out.isolates = std::ranges::count(out.actors, 0, &Position::degree);

    out.most_central = leaders(out.actors);
    std::ranges::stable_sort(out.actors, std::greater{},
                             [](const Position& p) { return rank_value(p.betweenness); });
    return out;
}

Centrality::Findings Centrality::whole(const View& view) {
    Findings out;
    const LayerGraph layer = layer_graph(view, Layer::actors);
    count_pairs(graph::undirected_projection(layer_edges(view, layer), graph::Merge::max), out);
    return out;
}

void Centrality::explain(const View& view, const Findings& findings, Document& document) {
    const bool directed = findings.options.directed == Flag::on;
    document.notes = layer_notes(findings.layer);
    note_unused_options(view, {"area", "topic", "kinds", "layer", "min-level", "at"},
                        document.notes);
    const auto note = [&](Message words) { document.notes.push_back(std::move(words)); };
    if (directed)
        note(Text{
            "Einfacher gerichteter Graph: alle Beziehungen von A nach B zählen zusammen als "
            "eine; Beziehungen ohne Richtung gelten in beide. Der Grad ist Eingangsgrad plus "
            "Ausgangsgrad: Wer in beide Richtungen verbunden ist, zählt doppelt, auch im "
            "gewichteten Grad, in der Kernzahl und in den Anteilen von Constraint und "
            "effektiver Größe. Verbundene Paare und Zwischenzentralität zählen geordnete "
            "Paare; Wege führen vom Akteur weg; Komponenten und Gelenkpunkte sehen von der "
            "Richtung ab.",
            "Simple directed graph: all ties from A to B count as one; undirected ties lead "
            "both ways. Degree is in-degree plus out-degree: who is connected both ways counts "
            "twice, in strength, coreness and the shares of constraint and effective size "
            "too. Connected pairs and betweenness count ordered pairs; paths lead away from "
            "the actor; components and cut vertices ignore directions."});
    else
        note(
            Text{"Einfacher ungerichteter Graph: alle Beziehungen zwischen zwei Akteuren zählen "
                 "zusammen als eine, gleich in welche Richtung; die Zwischenzentralität zählt "
                 "ungeordnete Paare. Eingangs- und Ausgangsgrad zählen Partner nach der erfassten "
                 "Richtung, Beziehungen ohne Richtung in beiden.",
                 "Simple undirected graph: all ties between two actors count as one, whatever "
                 "their direction; betweenness counts unordered pairs. In-degree and out-degree "
                 "count partners by the recorded direction, undirected ties in both."});
    note(
        Text{"Gewichteter Grad: Summe der Stufen, je Paar die höchste; eine Beziehung ohne "
             "erfasste Stufe zählt 1. Nähezentralität: Kehrwert des mittleren Abstands zu den "
             "erreichbaren Akteuren, daher nur innerhalb einer Komponente zu vergleichen, sonst "
             "die harmonische Zentralität (geteilt durch n-1). PageRank mit Dämpfung 0,85; "
             "Eigenvektorzentralität: höchster Wert 1.",
             "Strength: sum of levels, the highest one per pair; a tie without a recorded level "
             "counts 1. Closeness: inverse mean distance to the reachable actors, so compare it "
             "within a component only, else harmonic centrality (divided by n-1). PageRank with "
             "damping 0.85; eigenvector centrality: highest value 1."});
    if (findings.sampled_paths)
        note(message(
            {"Die Zwischenzentralität ist geschätzt, aus {} zufällig gezogenen kürzesten Wegen mit "
             "festem Startwert: mit 99 % Wahrscheinlichkeit weicht kein Wert um mehr als {} aller "
             "Paare vom genauen ab. Plätze, die näher beieinander liegen, sind nicht sicher. "
             "Genau, wenn auch mit mehr Zeit: --betweenness exact.",
             "Betweenness is estimated from {} shortest paths drawn at random with a fixed seed: "
             "with 99 % probability no value is off by more than {} of all pairs. Ranks closer "
             "together than that are not certain. Exact, though it takes longer: --betweenness "
             "exact."},
            {count_words(*findings.sampled_paths), percent_words(findings.sampling_error)}));
    if (findings.options.weights == Flag::on) {
        note(Text{"Wege sind gewichtet: eine Beziehung ist 1/Stufe lang, ohne erfasste Stufe 1.",
                  "Paths are weighted: a tie is 1/level long, without a recorded level 1."});
        if (findings.ties_of_level_0 > 0)
            note(message({"Beziehungen der Stufe 0 (man kennt sich) gelten nicht als Weg: {}.",
                          "Ties of level 0 (they know each other) are no way: {}."},
                         {count_words(findings.ties_of_level_0)}));
    }
    if (findings.ties_without_level > 0)
        note(message({"Beziehungen ohne erfasste Stufe: {} von {}.",
                      "Ties without a recorded level: {} of {}."},
                     {count_words(findings.ties_without_level), count_words(findings.ties)}));
    note(
        Text{"Ein leeres Feld heißt: für diesen Akteur nicht bestimmbar (etwa Nähe und "
             "Constraint ohne Partner) oder nicht erfasst (Sektor).",
             "An empty cell means: not defined for this actor (such as closeness and constraint "
             "without partners) or not recorded (sector)."});
    if (findings.pairs > 0 && !findings.actors.front().eigenvector)
        note(Text{"Die Eigenvektorzentralität ist in diesem gerichteten Netz nicht eindeutig.",
                  "Eigenvector centrality is not unique in this directed network."});
    else if (findings.pairs > 0 && std::ranges::all_of(findings.actors, [](const Position& p) {
                 return p.eigenvector == 0;
             }))
        note(
            Text{"Die Eigenvektorzentralität ist in diesem gerichteten Netz überall 0: Keine "
                 "Beziehungen führen im Kreis.",
                 "Eigenvector centrality is 0 everywhere in this directed network: no ties form a "
                 "circle."});

    const auto read = [&](Message words) { document.reading.push_back(std::move(words)); };
    if (findings.pairs == 0) {
        read(message({"{}; über Stellungen im Netz lässt sich nichts sagen. {}",
                      "{}; nothing can be said about positions. {}"},
                     {no_ties_words(view), no_ties_step(view)}));
        return;
    }
    const auto name = [&](ActorId actor) -> Message {
        const std::string& text = (*view.network)[actor].name;
        return {text, text};
    };
    const Leader& widest = findings.most_central.front();
    const Position& between = findings.actors.front();
    const Message degree = number_words(widest.value, 0);
    read(message(directed
                     ? Text{"Die meisten ein- und ausgehenden Verbindungen hat {}: {}.",
                            "{} has the most connections in and out: {}."}
                     : Text{"Die meisten Partner hat {}: {}.", "{} has the most partners: {}."},
                 {with_equals(name(widest.actor), widest.also), degree}));
    const auto as_often =
        std::ranges::count(findings.actors, rank_value(between.betweenness),
                           [](const Position& p) { return rank_value(p.betweenness); }) -
        1;
    if (between.betweenness == 0)
        read(Text{"Zwischen anderen liegt niemand.", "Nobody lies between others."});
    else
        read(message({"Am häufigsten zwischen anderen liegt {}: Im Mittel aller Paare übriger "
                      "Akteure führen {} % der kürzesten Wege darüber.",
                      "{} lies between others most often: averaged over all pairs of other actors, "
                      "{} % of the shortest paths lead through it."},
                     {with_equals(name(between.actor), as_often),
                      number_words(100 * between.betweenness_normalized.value_or(0), 1)}));
    const auto first_cut = std::ranges::find(findings.actors, true, &Position::cut_vertex);
    if (first_cut != findings.actors.end())
        read(message({"Gelenkpunkte, ohne die das erfasste Netz weiter zerfällt: {}, an erster "
                      "Stelle {}. Zu prüfen ist, wer dort als Zweiter Kontakt halten kann.",
                      "Cut vertices, without which the recorded network falls into more pieces: "
                      "{}, first of all {}. Check who else can keep contact there."},
                     {count_words(std::ranges::count(findings.actors, true, &Position::cut_vertex)),
                      name(first_cut->actor)}));
    read(
        Text{"Die Werte beschreiben Stellungen von Einrichtungen im erfassten Netz. Sie sagen "
             "nichts über Personen oder die Güte der Arbeit, und eine nicht erfasste Beziehung "
             "fehlt in jedem Wert.",
             "The values describe positions of organisations in the recorded network. They say "
             "nothing about persons or the quality of work, and a tie that was not recorded is "
             "missing from every value."});
}

Entry Centrality::entry() {
    return erase<Centrality>();
}

}  // namespace lotse::analysis
