#include <lotse/analysis/bottlenecks.hpp>
#include <lotse/graph/splits.hpp>

#include "erase.hpp"
#include "gatekeepers.hpp"
#include "layer_edges.hpp"
#include "most_rows.hpp"
#include "no_ties.hpp"
#include "ways.hpp"
#include "words.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace lotse::analysis {
namespace {

std::vector<Choice> choices(const View& view, const LayerGraph& layer,
                            std::span<const std::size_t> positions) {
    std::vector<ActorId> actors;
    for (const std::size_t p : positions) actors.push_back(layer.actors[p]);
    return actor_choices(*view.network, actors);
}

std::vector<Bottlenecks::CutVertex> cut_vertices(const View& view, const LayerGraph& layer,
                                                 const graph::Splits& splits) {
    std::vector<Bottlenecks::CutVertex> out;
    for (const graph::VertexSplit& split : splits.vertices)
        out.push_back({layer.actors[split.vertex], static_cast<std::int64_t>(split.pieces),
                       static_cast<std::int64_t>(split.cut_off.size()),
                       choices(view, layer, split.cut_off), split.one_is_largest});
    std::ranges::stable_sort(out, std::greater{}, [](const auto& row) {
        return std::tuple{row.actors_cut_off, row.pieces};
    });
    return out;
}

using Pair = std::pair<ActorId, ActorId>;

/// Kinds of the ties between two actors, either way, by the smaller and the larger.
std::map<Pair, std::set<TieKind>> kinds_of_pairs(const View& view, const LayerGraph& layer) {
    std::map<Pair, std::set<TieKind>> out;
    for (const TieId id : layer.ties) {
        const Tie& tie = (*view.network)[id];
        out[std::minmax({*tie.from, *tie.to})].insert(tie.kind);
    }
    return out;
}

std::vector<Bottlenecks::Bridge> bridges(const View& view, const LayerGraph& layer,
                                         const graph::EdgeList& edges,
                                         const graph::Splits& splits) {
    const auto kinds = kinds_of_pairs(view, layer);
    std::vector<Bottlenecks::Bridge> out;
    for (const graph::EdgeSplit& split : splits.edges) {
        const ActorId from = layer.actors[edges.edges[split.edge].from];
        const ActorId to = layer.actors[edges.edges[split.edge].to];
        std::vector<Choice> words;
        for (const TieKind kind : kinds.at(std::minmax({from, to})))
            words.push_back({std::string{enumerator(kind).key}, enumerator(kind).label});
        out.push_back({from, to, std::move(words), static_cast<std::int64_t>(split.cut_off.size()),
                       choices(view, layer, split.cut_off)});
    }
    std::ranges::stable_sort(out, std::greater{}, &Bottlenecks::Bridge::actors_cut_off);
    return out;
}

}  // namespace

Info Bottlenecks::info() {
    return {
        "bottlenecks",
        "A06",
        Theme::ways,
        {"Engpässe und Ausweichwege", "Bottlenecks and ways around"},
        {"An wem hängt das Netz, wer liegt auf jedem Weg, und wo gibt es einen zweiten?",
         "On whom does the network hang, who is on every way, and where is there a second one?"},
        "Lengauer, T., & Tarjan, R. E. (1979), A fast algorithm for finding dominators in a "
        "flowgraph, ACM TOPLAS 1(1), 121-141, doi:10.1145/357062.357071; disjoint paths: "
        "theorem of Menger, by maximum flow"};
}

Result<Bottlenecks::Findings> Bottlenecks::run(const View& view, const Options& options) {
    Findings out;
    out.layer = layer_graph(view, Layer::actors);
    const graph::EdgeList edges =
        graph::undirected_projection(layer_edges(view, out.layer), graph::Merge::max);
    const graph::Splits splits = graph::splits(edges);
    out.cut_vertices = cut_vertices(view, out.layer, splits);
    out.bridges = bridges(view, out.layer, edges, splits);

    const LayerGraph layer = ways_layer(view);
    const auto sources = start_of_ways(view, layer, options.from);
    if (!sources) return sources.error();
    const auto topics = topic_goals(view, layer);
    WaysToTopics ways{view, layer, topics, rows_of_a_source(sources->positions.size())};
    for (const std::size_t source : sources->positions) ways.add_from(source, out);
    std::ranges::stable_sort(out.gatekeepers, std::greater{}, [](const Gatekeeper& row) {
        return std::tuple{row.topics.size(), row.actors_behind};
    });
    std::ranges::stable_sort(out.alternatives, {}, [](const Alternative& row) {
        return std::tuple{!row.disjoint_paths, row.disjoint_paths};
    });

    out.source_words = sources->words;
    out.actor_count = static_cast<std::int64_t>(out.layer.actors.size());
    out.cut_vertex_count = static_cast<std::int64_t>(out.cut_vertices.size());
    out.bridge_count = static_cast<std::int64_t>(out.bridges.size());
    out.sources = static_cast<std::int64_t>(sources->positions.size());
    out.topics = static_cast<std::int64_t>(topics.size());
    for (const Alternative& row : out.alternatives) {
        if (!row.disjoint_paths) continue;
        if (*row.disjoint_paths == 0) ++out.unreachable;
        if (*row.disjoint_paths == 1) ++out.single_way;
        if (*row.disjoint_paths > 1) ++out.several_ways;
    }
    return out;
}

namespace {

std::vector<Message> labels(const std::vector<Choice>& choices) {
    std::vector<Message> out;
    for (const Choice& choice : choices) out.push_back(choice.label);
    return out;
}

Message parts_sentence(const View& view, const Bottlenecks::Findings& findings) {
    if (findings.layer.ties.empty())
        return message({"{}; über Engpässe lässt sich nichts sagen.",
                        "{}; nothing can be said about bottlenecks."},
                       {no_ties_words(view)});
    if (findings.cut_vertices.empty())
        return Text{"Kein einzelner Akteur hält Teile des Netzes allein zusammen.",
                    "No single actor alone holds parts of the network together."};
    const Bottlenecks::CutVertex& first = findings.cut_vertices.front();
    const auto equals =
        std::ranges::count_if(
            findings.cut_vertices,
            [&](const auto& other) { return other.cut_off.size() == first.cut_off.size(); }) -
        1;
    const Message count = count_words(findings.cut_vertex_count);
    const Message name = with_equals(name_words(*view.network, first.actor), equals);
    if (!first.one_is_largest)
        return message({"Gelenkpunkte, ohne die das Netz zerfällt: {}. Am meisten hängt an {}: "
                        "Ohne diese Stelle gäbe es statt eines Teils {} Teile, die größten davon "
                        "gleich groß.",
                        "Cut vertices without which the network falls apart: {}. Most hangs on {}: "
                        "without it there would be {} parts instead of one, the largest of them "
                        "equally large."},
                       {count, name, count_words(first.pieces)});
    return message(
        {"Gelenkpunkte, ohne die das Netz zerfällt: {}. Am meisten hängt an {}: Ohne diese Stelle "
         "verlören die Verbindung zum größten Teil: {}.",
         "Cut vertices without which the network falls apart: {}. Most hangs on {}: without it "
         "these would lose the connection to the largest part: {}."},
        {count, name, list_words(labels(first.cut_off))});
}

Message ways_sentence(const View& view, const Bottlenecks::Findings& findings) {
    const Network& network = *view.network;
    if (findings.sources == 0)
        return message({"Als Ausgangspunkt von Wegen (gefragt: {}) ist niemand erfasst; mit --from "
                        "lassen sich andere wählen.",
                        "Nobody is recorded as the start of ways ({}); --from chooses others."},
                       {findings.source_words});
    const bool no_way = findings.several_ways + findings.single_way == 0;
    if (findings.gatekeepers.empty() && no_way && findings.topics > 0 && findings.unreachable == 0)
        return message({"Zu jedem Thema mit erfasstem Ziel gehören die Ausgangspunkte selbst zu "
                        "den Zielen; einen Weg zu anderen braucht es dafür nicht: {}.",
                        "The sources themselves are goals of every topic with a recorded goal; it "
                        "takes no way to others: {}."},
                       {findings.source_words});
    if (findings.gatekeepers.empty() && no_way)
        return message({"Ab diesen Ausgangspunkten ist kein Weg zu einem Thema erfasst: {}.",
                        "From these sources no way to a topic is recorded: {}."},
                       {findings.source_words});
    if (findings.gatekeepers.empty())
        return message(
            {"Kein Weg ist auf eine einzelne Zwischenstelle angewiesen (Ausgangspunkte: {}).",
             "No way depends on a single place in between (ways from: {})."},
            {findings.source_words});
    const Bottlenecks::Gatekeeper& first = findings.gatekeepers.front();
    const Message behind = first.topics.empty()
                               ? counted(first.actors_behind, {"weiterem Akteur", "more actor"},
                                         {"weiteren Akteuren", "more actors"})
                               : list_words(labels(first.topics));
    return message({"Über {} führt jeder erfasste Weg von {} zu {}. Fällt diese Stelle aus, bleibt "
                    "dorthin kein erfasster Weg.",
                    "Through {} leads every recorded way from {} to {}. If it fails, no recorded "
                    "way is left there."},
                   {name_words(network, first.actor), name_words(network, first.source), behind});
}

Message next_sentence(const Bottlenecks::Findings& findings) {
    const std::int64_t pairs = findings.several_ways + findings.single_way + findings.unreachable;
    if (pairs == 0)
        return Text{
            "Wer einen zweiten Weg schaffen will, findet Vorschläge mit „lotse "
            "introductions“. Wege, die niemand eingetragen hat, kann es trotzdem geben.",
            "For a second way see the proposals of 'lotse introductions'. Ways that nobody "
            "recorded may exist all the same."};
    return message(
        {"Von {} haben {} mehrere unabhängige Wege, {} nur einen und {} keinen erfassten. Wo ein "
         "zweiter Weg fehlt, macht „lotse introductions“ Vorschläge; nicht Erfasstes kann es "
         "trotzdem "
         "geben.",
         "Of {}, {} have several disjoint ways, {} a single one and {} none recorded. Where a "
         "second way is missing, 'lotse introductions' makes proposals; what nobody recorded may "
         "exist all the same."},
        {counted(pairs, {"Paar aus Ausgangspunkt und Thema", "pair of source and topic"},
                 {"Paaren aus Ausgangspunkt und Thema", "pairs of source and topic"}),
         count_words(findings.several_ways), count_words(findings.single_way),
         count_words(findings.unreachable)});
}

}  // namespace

void Bottlenecks::explain(const View& view, const Findings& findings, Document& document) {
    document.notes = layer_notes(findings.layer);
    document.notes.push_back(
        Text{"Gelenkpunkte und Brücken: alle Beziehungen der Ebene ohne Richtung. Abgeschnitten "
             "ist, was danach nicht mehr zum größten Teil gehört.",
             "Cut vertices and bridges: all ties of the layer without direction. Cut off is what "
             "then no longer belongs to the largest part."});
    std::ranges::copy(ways_notes(view), std::back_inserter(document.notes));
    document.notes.push_back(message(
        {"Stellen auf jedem Weg (Dominatoren) und unabhängige Wege: Ausgangspunkte sind {}. "
         "Unabhängige Wege "
         "haben außer dem Ausgangspunkt keinen Akteur gemeinsam und enden bei verschiedenen "
         "Zielen. Leer, wo der Ausgangspunkt selbst Ziel ist. Themen ohne erfasstes Ziel fehlen in "
         "der Tabelle: Sie sind nicht erhoben.",
         "Gatekeepers (dominators) and disjoint paths start from: {}. Disjoint paths share no "
         "actor but the source and end at different goals. Empty where the source is a goal "
         "itself. Topics without a recorded goal are not in the table: they are not recorded."},
        {findings.source_words}));
    note_goals(view, document.notes);
    note_left_out({"Stellen, über die jeder Weg führt", "Gatekeepers of the ways"},
                  findings.gatekeepers_left_out, document.notes);
    document.reading = {parts_sentence(view, findings), ways_sentence(view, findings),
                        next_sentence(findings)};
}

Entry Bottlenecks::entry() {
    return erase<Bottlenecks>();
}

}  // namespace lotse::analysis
