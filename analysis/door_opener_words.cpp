#include "door_opener_words.hpp"

#include "most_rows.hpp"
#include "resampling.hpp"
#include "unused_options.hpp"
#include "ways.hpp"
#include "words.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

using Findings = DoorOpener::Findings;

/// The row that a workshop asks about first: a body that brings a jobcenter nearer to most goals,
/// else a body that brings anybody, else anybody who does. nullptr: nobody does.
const DoorOpener::Door* first_door(const View& view, const Findings& findings) {
    const Network& network = *view.network;
    const DoorOpener::Door* best = nullptr;
    int best_fit = -1;
    for (const DoorOpener::Door& row : findings.doors) {
        if (row.near_with == row.near_without) continue;
        const int fit = (network.role_of(row.actor) == ActorRole::body ? 2 : 0) +
                        (network[row.source].kind == "jobcenter" ? 1 : 0);
        if (fit > best_fit) best = &row;
        best_fit = std::max(best_fit, fit);
    }
    return best;
}

Message door_sentence(const View& view, const Findings& findings) {
    const Network& network = *view.network;
    if (findings.pairs == 0)
        return message({"Ausgangspunkte: {}; Ziele: {}. Auf einer der beiden Seiten ist niemand "
                        "erfasst; --from und --to wählen andere.",
                        "Asked are ways from {} to {}; on one of the two sides nobody is recorded. "
                        "--from and --to choose others."},
                       {findings.source_words, findings.goal_words});
    if (findings.pairs_reached == 0)
        return message(
            {"Zwischen Ausgangspunkten ({}) und Zielen ({}) ist kein Weg erfasst, also "
             "auch niemand, der eine Tür öffnet. Vorschläge macht „lotse introductions“.",
             "No recorded way leads from {} to {}; no door that somebody opens is "
             "recorded. 'lotse introductions' makes proposals."},
            {findings.source_words, findings.goal_words});
    const DoorOpener::Door* door = first_door(view, findings);
    if (!door)
        return Text{"Niemand verkürzt allein einen Weg auf höchstens zwei Schritte.",
                    "Nobody alone shortens a way to at most two hand-offs."};
    return message(
        {"{} erreicht {} von {} Zielen ({}) in höchstens zwei Schritten; ohne {} wären es "
         "{}.",
         "{} reaches {} of {} goals ({}) within two hand-offs; without {} it would be "
         "{}."},
        {name_words(network, door->source), count_words(door->near_with), count_words(door->goals),
         findings.goal_words, name_words(network, door->actor), count_words(door->near_without)});
}

Message place(const DoorOpener::Candidate& row) {
    if (!row.rank_low) return Text{"kein Platzbereich berechnet", "no range of ranks computed"};
    return rank_words({*row.rank, *row.rank_low, *row.rank_high});
}

Message loss_sentence(const View& view, const Findings& findings) {
    if (findings.door_openers == 0)
        return Text{
            "Kein Paar hängt an einer einzigen Stelle: Zu jedem erreichten Ziel führt auch "
            "ohne sie ein erfasster Weg.",
            "No pair depends on a single place: to every goal that is reached a recorded "
            "way leads without it too."};
    const DoorOpener::Candidate& first = findings.actors.front();
    const auto equals =
        std::ranges::count(findings.actors, first.pairs_lost, &DoorOpener::Candidate::pairs_lost) -
        1;
    std::vector<Message> facts{place(first)};
    if (equals > 0)
        facts.push_back(message({"ebenso {}", "and so {}"},
                                {counted(equals, {"weiterer", "other"}, {"weitere", "others"})}));
    Message out = message(
        {"Am meisten hängt an {}: Ohne diese Stelle {} von {} nicht mehr erreichbar",
         "Most hangs on {}: without it {} of {} could no longer be reached"},
        {with_facts(name_words(*view.network, first.actor), facts),
         Message{(first.pairs_lost == 1 ? "wäre " : "wären ") + count_words(first.pairs_lost).de,
                 count_words(first.pairs_lost).en},
         counted(first.pairs_with, {"Paar aus Ausgangspunkt und Ziel", "pair of source and goal"},
                 {"Paaren aus Ausgangspunkt und Ziel", "pairs of source and goal"})});
    if (first.topics_lost > 0) {
        std::vector<Message> topics;
        for (const Choice& topic : first.topics) topics.push_back(topic.label);
        const Message lost =
            message({", dazu ohne Weg: {}", ", and out of reach: {}"}, {list_words(topics, 3)});
        out.de += lost.de;
        out.en += lost.en;
    }
    out.de += '.';
    out.en += '.';
    return out;
}

}  // namespace

void explain_door_openers(const View& view, const Findings& findings, Document& document) {
    document.notes = layer_notes(findings.layer);
    std::ranges::copy(ways_notes(view), std::back_inserter(document.notes));
    note_goals(view, document.notes);
    note_unused_options(view,
                        {"area", "topic", "target", "legal", "kinds", "layer", "min-level", "at"},
                        document.notes);
    document.notes.push_back(message(
        {"Ausgangspunkte: {}. Ziele: {}{}. Jeder Akteur und jedes Gremium wird einmal "
         "herausgenommen; Paare, "
         "zu denen er selbst gehört, zählen weder vorher noch nachher. Umweg: zusätzliche Schritte "
         "im Mittel der Paare, die bleiben.",
         "Sources: {}. Goals: {}{}. Every actor and body is taken out once; pairs that it belongs "
         "to "
         "itself count neither before nor after. Detour: additional hand-offs, mean over the pairs "
         "that remain."},
        {findings.source_words, findings.goal_words,
         findings.within > 0
             ? message({" in höchstens so vielen Schritten: {}", " within so many hand-offs: {}"},
                       {count_words(findings.within)})
             : Message{}}));
    const bool ranged = !findings.actors.empty() && findings.actors.front().rank_low;
    if (findings.pairs_reached > 0)
        document.notes.push_back(
            ranged
                ? Text{"Platz, günstig und ungünstig: wo der Akteur stünde, wenn ein Zehntel der "
                       "Beziehungen fehlt (200 Zufallsstichproben, in großen Netzen weniger, "
                       "5. bis 95. Perzentil).",
                       "Best and worst rank: where the actor would stand if a tenth of the ties "
                       "were missing (200 random samples, fewer in large networks, 5th to 95th "
                       "percentile)."}
                : Text{"Platzbereiche sind leer: Für so viele Akteure werden sie nicht berechnet.",
                       "Ranges of ranks are empty: for so many actors they are not computed."});
    note_left_out({"Wer wem Türen öffnet", "Who opens doors for whom"}, findings.doors_left_out,
                  document.notes);
    document.reading = {door_sentence(view, findings)};
    if (findings.pairs_reached == 0) return;
    document.reading.push_back(loss_sentence(view, findings));
    document.reading.push_back(
        Text{"Das zeigt, wo viele auf eine Stelle angewiesen sind; es sagt nichts über die Güte "
             "ihrer Arbeit und nichts über Wege, die niemand eingetragen hat. Zweite Wege schlägt "
             "„lotse introductions“ vor.",
             "This shows where many depend on one place; it says nothing about the quality of its "
             "work nor about ways that nobody recorded. 'lotse introductions' proposes second "
             "ways."});
}

}  // namespace lotse::analysis
