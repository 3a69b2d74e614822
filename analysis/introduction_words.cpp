#include "introduction_words.hpp"

#include "ways.hpp"
#include "words.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

using Findings = Introductions::Findings;

/// What happens if nothing does.
Message gap_sentence(const View& view, const Findings& findings) {
    if (findings.sources == 0)
        return message({"Als Ausgangspunkt ist niemand erfasst (gefragt: {}); --from wählt andere.",
                        "Nobody is recorded as a source (asked: {}); --from chooses others."},
                       {findings.source_words});
    if (findings.topics == 0)
        return Text{
            "Zu keinem Thema ist ein Anbieter mit einem laufenden Angebot erfasst: Erst Angebote "
            "eintragen, dann lässt sich sagen, wer wen kennenlernen sollte.",
            "No provider with a running offer is recorded for any topic: enter offers first, then "
            "it can be said who should get to know whom."};
    if (findings.gaps.empty())
        return Text{
            "Jedes Thema, zu dem ein Anbieter erfasst ist, ist von jedem Ausgangspunkt aus "
            "erreichbar; neue Beziehungen machen nur Wege kürzer.",
            "Every topic with a recorded provider is within reach of every source; new ties "
            "only make ways shorter."};
    const ActorId source = findings.gaps.front().source;
    std::vector<Message> topics;
    for (const Introductions::Gap& gap : findings.gaps)
        if (gap.source == source) topics.push_back(gap.topic.label);
    return message(
        {"Bleibt alles, wie es ist, hat {} keinen erfassten Weg zu: {}. Lücken "
         "insgesamt: {}.",
         "If everything stays as it is, {} has no recorded way to: {}. Gaps in all: {}."},
        {name_words(*view.network, source), list_words(topics), count_words(findings.gap_count)});
}

Message best_sentence(const View& view, const Findings& findings) {
    const Network& network = *view.network;
    const Introductions::Introduction& best = findings.introductions.front();
    const Message who = best.introducer
                            ? message({"vorstellen kann {}", "{} can introduce the two"},
                                      {name_words(network, *best.introducer)})
                            : Message{Text{"ein gemeinsamer Bekannter ist nicht erfasst",
                                           "a common acquaintance is not recorded"}};
    std::vector<Message> facts{who};
    // Only the rows of the table are known here.
    const auto equals =
        std::ranges::count(findings.introductions, best.gain, &Introductions::Introduction::gain) -
        1;
    if (equals > 0)
        facts.push_back(message({"ebenso gut: {} der Tabelle", "as good: {} of the table"},
                                {counted(equals, {"weiterer Vorschlag", "other proposal"},
                                         {"weitere Vorschläge", "other proposals"})}));
    std::vector<Message> topics;
    for (const Choice& topic : best.topics) topics.push_back(topic.label);
    return message({"Am meisten brächte {}; näher rücken: {}. Ausprobieren: lotse paths "
                    "mit --with \"{}\".",
                    "Most would bring {}; these come nearer: {}. Try it: lotse paths "
                    "with --with \"{}\"."},
                   {with_facts(message({"{} mit {}", "{} with {}"}, {name_words(network, best.from),
                                                                     name_words(network, best.to)}),
                               facts),
                    list_words(topics), Message{best.tie, best.tie}});
}

Message plan_sentence(const Findings& findings) {
    return message(
        {"Nacheinander geplant ({}): Die Lücken gehen von {} auf {} zurück. Ob beide Seiten wollen "
         "und Plätze haben, sagt das Netz nicht; das klärt ein Gespräch.",
         "Planned one after the other ({}): the gaps fall from {} to {}. Whether both sides want "
         "to "
         "and have places the network does not tell; a talk does."},
        {counted(findings.plan.size(), {"Vorschlag", "proposal"}, {"Vorschläge", "proposals"}),
         count_words(findings.gap_count), count_words(findings.gaps_after_plan)});
}

}  // namespace

void explain_introductions(const View& view, const Findings& findings, Document& document) {
    document.notes = layer_notes(findings.layer);
    std::ranges::copy(ways_notes(view), std::back_inserter(document.notes));
    document.notes.push_back(message(
        {"Ausgangspunkte: {}. Vorgeschlagen werden Akteure ohne erfasste Beziehung, die ein "
         "Gremium, ein Gebiet oder einen Bekannten gemeinsam haben: Verweis an eine Einrichtung "
         "oder Mitgliedschaft in einem Gremium. Jeder Vorschlag ist einzeln durchgerechnet.",
         "Sources: {}. Proposed are actors without a recorded tie that share a body, an area or an "
         "acquaintance: a referral to an organisation or membership in a body. Each proposal is "
         "computed by itself."},
        {findings.source_words}));
    document.notes.push_back(Text{
        "Gewinn: so viele Schritte weniger von allen Ausgangspunkten zu allen Themen zusammen; "
        "ein Thema ohne Weg zählt wie 10 Schritte. Lücken sind Paare aus Ausgangspunkt und "
        "Thema ohne Weg. Themen ohne erfassten Anbieter sind nicht erhoben und zählen nicht.",
        "Gain: so many hand-offs fewer from all sources to all topics together; a topic out "
        "of reach counts as 10 hand-offs. Gaps are pairs of source and topic without a way. "
        "Topics without a recorded provider are not recorded and do not count."});
    document.notes.push_back(
        Text{"Schritte im Mittel, vorher wie nachher: über die Paare aus Ausgangspunkt und Thema, "
             "die schon heute einen Weg haben; leer, wenn keines einen hat. Geschlossene Lücken "
             "zeigen der Gewinn und die Schritte zusammen.",
             "Mean hand-offs, before as after: over the pairs of source and topic that have a way "
             "today; empty if none has. Gaps that are closed show in the gain and in the hand-offs "
             "in all."});
    if (!view.topics.empty() || view.min_level > 0)
        document.notes.push_back(
            Text{"Angenommen ist, dass die neue Beziehung dem gewählten Thema und der gewählten "
                 "Stufe entspricht.",
                 "It is assumed that the new tie has the chosen topic and level."});
    document.reading = {gap_sentence(view, findings)};
    if (findings.sources == 0 || findings.topics == 0) return;
    if (findings.candidates == 0)
        document.reading.push_back(
            Text{"Keine einzelne neue Beziehung zwischen Akteuren, die etwas gemeinsam haben, "
                 "brächte etwas. Fehlende Angaben zu Gebieten und Gremien ergänzen, dann noch "
                 "einmal rechnen.",
                 "No single new tie between actors that share something would bring anything. Fill "
                 "in areas and bodies that are missing, then compute again."});
    else if (!findings.introductions.empty())
        document.reading.push_back(best_sentence(view, findings));
    if (!findings.plan.empty()) document.reading.push_back(plan_sentence(findings));
}

}  // namespace lotse::analysis
