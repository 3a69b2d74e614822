#include <lotse/analysis/cascade.hpp>

#include "coverage_rows.hpp"
#include "offer_phase.hpp"
#include "ranking.hpp"
#include "travel_rules.hpp"
#include "unused_options.hpp"
#include "words.hpp"

namespace lotse::analysis {
namespace {

void note_rules(const View& view, const Cascade::Findings& f, std::vector<Message>& notes) {
    notes.push_back(message(
        {"Betrachtet werden laufende Angebote, ihre Orte und die Verweise der Jobcenter und "
         "Agenturen; Verkehrsmittel: {}, Schwelle wie bei „lotse reach“.",
         "Looks at running offers, their venues and the referrals of jobcenters and "
         "agencies; means of transport: {}, threshold as in 'lotse reach'."},
        {f.mode.label}));
    if (const auto date = view.reference_date())
        notes.push_back(message({"Stichtag: {}.", "Reference date: {}."}, {date_words(*date)}));
    notes.push_back(Text{
        "Jede Stufe setzt die vorige voraus und gilt, sobald ein Angebot sie erfüllt. Vorhanden: "
        "im Kreis, für das Gebiet, in der Nähe oder online. Annehmbar: kostenfrei, freiwillig, "
        "nicht nur im Jobcenter, nicht nur für Zugewiesene, nicht nur online, neutraler Titel. "
        "Kontakt: Ein Jobcenter oder eine Agentur verweist dorthin oder macht es selbst. Wirkung "
        "geprüft: bewertet, oder zum Verweis gibt es Rückmeldung.",
        "Every stage rests on the one before and holds as soon as one offer meets it. Exists: in "
        "the Kreis, for the area, nearby or online. Acceptable: free, voluntary, not at the "
        "jobcenter alone, not only for people sent, not online only, a title without a deficit. "
        "Contact: a jobcenter or agency refers there or does it itself. Effect checked: evaluated, "
        "or there is feedback on the referral."});
    notes.push_back(
        Text{"Anteile „mindestens“ zählen nicht Erhobenes als nein, „höchstens“ als ja. Beim "
             "Kontakt heißt nein: Verweise sind erfasst, aber keiner dorthin, der nicht ruht; ist "
             "von einer Stelle gar kein Verweis oder zum Angebot kein Träger erfasst, steht dort "
             "nicht erhoben.",
             "Shares 'at least' count what is not recorded as no, 'at most' as yes. For contact no "
             "means: referrals are recorded, but none there that is not paused; where no referral "
             "of an office or no provider of the offer is recorded at all it says not recorded."});
    const auto note = [&](std::int64_t count, Text words) {
        if (count > 0) notes.push_back(message(words, {count_words(count)}));
    };
    note(f.online_only, {"Felder, zu denen es nur Online-Angebote gibt: {}.",
                         "Cells with online offers only: {}."});
    note(f.openness_not_recorded,
         {"Laufende Angebote, bei denen nicht erfasst ist, ob sie der gefragten Gruppe "
          "offenstehen: {}. Bei ihnen gilt „vorhanden“ als nicht erhoben.",
          "Running offers for which it is not recorded whether they are open to the group asked "
          "for: {}. Whether they exist for it counts as not recorded."});
    note(f.areas_without_contact,
         {"Gebiete, für die kein Jobcenter und keine Agentur erfasst ist: {}.",
          "Areas for which neither a jobcenter nor an agency is recorded: {}."});
    note_unusable_rules(f.unusable_rules, notes);
    note_lost_providers(view, notes);
    note_offers_without_area(view, notes);
    if (f.demand_hidden) notes.push_back(*f.demand_hidden);
    note_withheld(f.areas_with_withheld_demand, notes);
    note_nested_areas(view, notes);
    note_unused_options(view, {"area", "topic", "target", "legal", "at"}, notes);
}

/// The stages at which as much is lost, each in quotes.
std::vector<Message> stages_words(const Cascade::Findings& findings, double lost) {
    std::vector<Message> out;
    for (const Cascade::StageTotal& stage : findings.stages)
        if (stage.lost && rank_value(*stage.lost) == rank_value(lost))
            out.push_back(message({"„{}“", "'{}'"}, {Message{enumerator(stage.stage).label}}));
    return out;
}

Message next_step(Stage stage) {
    switch (stage) {
        case Stage::exists:
            return Text{
                "Als Nächstes mit „lotse coverage“ ansehen, wo nichts vorhanden ist und warum.",
                "Next, look with 'lotse coverage' where nothing exists and why."};
        case Stage::reachable:
            return Text{
                "Als Nächstes mit „lotse reach“ die längsten Wege ansehen: Fahrdienst, zweiter Ort "
                "oder ein Angebot, das ins Gebiet kommt.",
                "Next, look at the longest ways with 'lotse reach': transport, a second venue or "
                "an offer that comes to the area."};
        case Stage::acceptable:
            return Text{
                "Als Nächstes die „Prüfliste der Angebote“ mit den Anbietern durchgehen; "
                "Titel, Ort und Kosten lassen sich oft ändern.",
                "Next, go through the 'Checklist of the offers' with the providers; title, "
                "venue and cost can often be changed."};
        case Stage::contact:
            return Text{
                "Als Nächstes mit „lotse introductions“ nachsehen, wer Jobcenter und Anbieter "
                "bekannt machen kann.",
                "Next, look with 'lotse introductions' who can bring jobcenter and providers "
                "together."};
        case Stage::effective:
            return Text{
                "Als Nächstes Rückmeldung zu den Verweisen vereinbaren und mit „lotse evaluation“ "
                "nachsehen, was bewertet wird.",
                "Next, agree on feedback to the referrals and look with 'lotse evaluation' what "
                "is evaluated."};
    }
    return {};
}

}  // namespace

void Cascade::explain(const View& view, const Findings& findings, Document& document) {
    note_rules(view, findings, document.notes);
    auto& reading = document.reading;
    if (findings.area_count == 0) {
        reading.push_back(no_rows_words(view));
        return;
    }
    if (findings.exists)
        reading.push_back(message(
            {"Von allen Feldern aus Gebiet und Thema (gewichtet nach „{}“) haben mindestens {} ein "
             "Angebot, {} eines in der Nähe, {} ein annehmbares, {} eines, zu dem jemand verweist, "
             "und {} eines mit geprüfter Wirkung (höchstens {}).",
             "Of all cells of area and topic (weighted by '{}') at least {} have an offer, {} one "
             "nearby, {} an acceptable one, {} one that somebody refers to, and {} one whose "
             "effect is checked (at most {})."},
            {findings.demand.label, percent_words(*findings.exists),
             percent_words(*findings.reachable), percent_words(*findings.acceptable),
             percent_words(*findings.contact), percent_words(*findings.effective),
             percent_words(*findings.effective_at_most)}));
    if (findings.largest_drop) {
        const StageTotal& stage = findings.stages[static_cast<std::size_t>(*findings.largest_drop)];
        const auto equals = stages_words(findings, *stage.lost);
        reading.push_back(
            equals.size() == 1
                ? message({"Am meisten geht bei der Stufe {} verloren: {}.",
                           "Most is lost at the stage {}: {}."},
                          {equals.front(), percent_words(*stage.lost)})
                : message({"Am meisten geht, jeweils gleich viel, bei den Stufen {} verloren: {}.",
                           "Most is lost, as much at each, at the stages {}: {}."},
                          {list_words(equals), percent_words(*stage.lost)}));
        Message step = next_step(*findings.largest_drop);
        reading.back().de += " " + step.de;
        reading.back().en += " " + step.en;
        if (*findings.effective_at_most - *findings.effective > 0.25) {
            reading.back().de +=
                " Vieles ist nicht erhoben; wen man dazu fragt, sagt die letzte Tabelle.";
            reading.back().en += " Much is not recorded; the last table says whom to ask about it.";
        }
    } else if (!findings.unknown.empty()) {
        reading.push_back(
            Text{"Ein sicherer Verlust zeigt sich nicht, vieles ist aber nicht erhoben. Als "
                 "Nächstes die Tabelle „Was nicht erhoben ist, und wen man fragt“ abarbeiten.",
                 "No certain loss shows, but much is not recorded. Next, work through the table "
                 "'What is not recorded, and whom to ask'."});
    }
    reading.push_back(
        Text{"Die Kaskade sagt, wo Angebote Hindernisse haben. Wie viele Menschen sie nutzen oder "
             "warum nicht, sagt sie nicht; das wird hier nicht gemessen.",
             "The cascade says where offers have obstacles. How many people use them, or why not, "
             "it does not say; that is not measured here."});
}

}  // namespace lotse::analysis
