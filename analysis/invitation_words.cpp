#include "invitation_words.hpp"

#include "ways.hpp"
#include "words.hpp"

namespace lotse::analysis {
namespace {

using Findings = Invitations::Findings;

Message list_sentence(const View& view, const Findings& findings) {
    std::vector<ActorId> actors;
    for (const auto& row : findings.invitees) actors.push_back(row.actor);
    const std::int64_t needs = findings.covered + findings.uncovered + findings.not_recorded;
    return message(
        {"Einladungsliste: {}. Damit sind {} von {} vertreten, und {} von {} sind höchstens {} "
         "entfernt oder selbst eingeladen.",
         "Invitations: {}. They represent {} of {}, and {} of {} are at most {} away or invited "
         "themselves."},
        {names_words<Actor>(*view.network, actors, 12), count_words(findings.covered),
         counted(needs, {"Anforderung", "requirement"}, {"Anforderungen", "requirements"}),
         count_words(findings.reach),
         counted(findings.actors, {"Akteur", "actor"}, {"Akteuren", "actors"}),
         counted(findings.within, {"Schritt", "step"}, {"Schritte", "steps"})});
}

Message quality_sentence(const Findings& findings) {
    const Message few = !findings.fewest || findings.covered == 0
                            ? Message{}
                            : message({" Um alles Erfasste zu vertreten, braucht es mindestens {}.",
                                       " To represent all that is recorded takes at least {}."},
                                      {counted(*findings.fewest, {"Einladung", "invitation"},
                                               {"Einladungen", "invitations"})});
    Message out =
        findings.search.key == "exact"
            ? Message{Text{
                  "Keine andere Liste dieser Länge vertritt mehr oder erreicht bei gleicher "
                  "Vertretung mehr.",
                  "No other list of this length represents more, or reaches more while it "
                  "represents as much."}}
            : message(
                  {"Die Liste ist schrittweise gewählt; vielleicht erreicht eine andere mehr, "
                   "höchstens aber {}.",
                   "The list was chosen step by step; another one may reach more, but at most {}."},
                  {counted(findings.reach_bound, {"Akteur", "actor"}, {"Akteure", "actors"})});
    out.de += few.de;
    out.en += few.en;
    return out;
}

/// Requirements in a state, by name.
std::vector<Message> names(const Findings& findings, RequirementState state) {
    std::vector<Message> out;
    for (const auto& row : findings.requirements)
        if (row.state == state) out.push_back(row.requirement.label);
    return out;
}

Message missing_sentence(const Findings& findings) {
    const auto uncovered = names(findings, RequirementState::uncovered);
    const auto unknown = names(findings, RequirementState::not_recorded);
    Message out;
    if (!uncovered.empty())
        out = message(
            {"Nicht vertreten bei dieser Länge: {}. ", "Not represented at this length: {}. "},
            {list_words(uncovered)});
    if (!unknown.empty()) {
        const Message words = message({"Nicht erhoben ist, wer dies vertreten könnte: {}. ",
                                       "It is not recorded who could represent: {}. "},
                                      {list_words(unknown)});
        out.de += words.de;
        out.en += words.en;
    }
    const Text next{
        "Das ist ein Vorschlag aus den erfassten Beziehungen, keine Wertung der "
        "Stellen; wer fest dazugehört, kommt mit --fixed auf die Liste. Wer schon in "
        "einem Gremium sitzt, zeigt lotse bodies.",
        "This is a proposal from the recorded ties, no judgement of the places; who "
        "belongs in any case is put on the list with --fixed. lotse bodies shows who "
        "sits in a body already."};
    out.de += next.de;
    out.en += next.en;
    return out;
}

}  // namespace

void explain_invitations(const View& view, const Findings& findings, Document& document) {
    document.notes = layer_notes(findings.layer);
    note_goals(view, document.notes);
    document.notes.push_back(Text{
        "Erst zählt, wie viele Themen, Sektoren und gewählte Gebiete vertreten sind, dann, wie "
        "viele Akteure über Beziehungen jeder Art und Richtung erreicht werden, dann die "
        "Kürze. Eingeladen werden Einrichtungen; Gremien erreicht man über ihre Mitglieder.",
        "First counts how many topics, sectors and chosen areas are represented, then how many "
        "actors are reached over ties of any kind and direction, then brevity. Organisations "
        "are invited; bodies are reached through their members."});
    if (!view.topics.empty())
        document.notes.push_back(
            Text{"Die gewählten Themen sollen vertreten sein; Beziehungen zählen hier auch dann, "
                 "wenn sie zu anderen Themen erfasst sind.",
                 "The chosen topics have to be represented; ties count here even if they are "
                 "recorded for other topics."});
    if (findings.invitees.empty()) {
        document.reading = {
            Text{"Es ist keine Einrichtung erfasst, die eingeladen werden könnte; "
                 "erst Akteure eintragen.",
                 "No organisation is recorded that could be invited; enter actors "
                 "first."}};
        return;
    }
    document.reading = {list_sentence(view, findings), quality_sentence(findings),
                        missing_sentence(findings)};
}

}  // namespace lotse::analysis
