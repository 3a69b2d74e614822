#include <lotse/analysis/paths.hpp>

#include "offer_phase.hpp"
#include "presence.hpp"
#include "words.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

/// "Kochkurs (Verein, geplant, ab 09/2026)".
Message planned_or_over(const View& view, OfferId id) {
    const Network& network = *view.network;
    const Offer& offer = network[id];
    std::vector<Message> facts;
    for (const auto& provider : offer.providers) facts.push_back(name_words(network, *provider));
    std::ranges::copy(why_not_running(view, offer), std::back_inserter(facts));
    return with_facts(name_words(network, id), facts);
}

/// Why a recorded goal is no part of the layer.
Text why_no_goal(const View& view, ActorId id) {
    const Network& network = *view.network;
    const Phase phase = actor_phase(view, id);
    if (phase == Phase::ended) return {"beendet", "ended"};
    if (phase == Phase::planned || is_planned(network[id]))
        return {"erst geplant oder vorgeschlagen", "planned or proposed so far"};
    if (network[id].scope == "category") return {"Sammelbegriff", "category"};
    if (network.role_of(id) == ActorRole::fact) return enumerator(ActorRole::fact).label;
    return {"außerhalb der gewählten Gebiete", "outside the areas chosen"};
}

Message nobody_offers(const View& view, const Paths::Findings& findings) {
    if (!findings.no_goals.empty()) {
        std::vector<Message> recorded;
        for (const ActorId id : findings.no_goals)
            recorded.push_back(with_facts(name_words(*view.network, id),
                                          std::vector<Message>{why_no_goal(view, id)}));
        for (const OfferId id : findings.not_running) recorded.push_back(planned_or_over(view, id));
        return message({"Zu {} führt kein erfasster Weg. Erfasst ist dazu nur, was kein Ziel sein "
                        "kann: {}. Das heißt nicht, dass es sonst nichts gibt: Ergänzen Sie "
                        "Akteure oder Angebote.",
                        "No recorded way leads to {}. Recorded for it is only what cannot be a "
                        "goal: {}. That does not mean there is nothing else: add actors or "
                        "offers."},
                       {findings.goal, list_words(recorded)});
    }
    if (findings.not_running.empty())
        return message({"Zu {} ist in diesem Netz niemand erfasst. Das heißt nicht, dass es "
                        "niemanden gibt: Ergänzen Sie Akteure oder Angebote.",
                        "Nobody is recorded in this network for {}. That does not mean there "
                        "is nobody: add actors or offers."},
                       {findings.goal});
    std::vector<Message> offers;
    for (const OfferId id : findings.not_running) offers.push_back(planned_or_over(view, id));
    return message({"Zu {} führt kein erfasster Weg; kein erfasstes Angebot dazu läuft. Erfasst "
                    "ist nur: {}. Das heißt nicht, dass es sonst nichts gibt: Ergänzen Sie Akteure "
                    "oder Angebote.",
                    "No recorded way leads to {}; no recorded offer on it runs. Recorded is only: "
                    "{}. That does not mean there is nothing else: add actors or offers."},
                   {findings.goal, list_words(offers)});
}

}  // namespace

std::vector<Message> Paths::why_no_way(const View& view, const Findings& findings) {
    const Network& network = *view.network;
    if (findings.targets == 0) return {nobody_offers(view, findings)};
    std::vector<Message> reading;
    reading.push_back(message(
        findings.mandate == Flag::on
            ? Text{"Von {} führt kein erfasster Weg zu {}, der im Auftrag bleibt. Ein Weg, den "
                   "niemand eingetragen hat, kann es trotzdem geben.",
                   "No recorded way within the mandate leads from {} to {}. A way that nobody "
                   "recorded may exist all the same."}
            : Text{"Von {} führt kein erfasster Weg zu {}. Ein Weg, den niemand eingetragen hat, "
                   "kann es trotzdem geben.",
                   "No recorded way leads from {} to {}. A way that nobody recorded may exist all "
                   "the same."},
        {findings.from_name, findings.goal}));
    for (const MissingLink& link : findings.missing) {
        const auto name = [&](ActorId id) { return name_words(network, id); };
        const bool is_outside = std::ranges::any_of(findings.outside, [&](const OutsideHop& hop) {
            return hop.from == link.from && hop.to == link.to;
        });
        if (is_outside)
            reading.push_back(message(
                {"Den Schritt {} → {} gibt es, aber seine Rechtsgrundlage gehört nicht zum Auftrag "
                 "der handelnden Stelle. Klären Sie, auf welcher Grundlage er möglich ist.",
                 "The hop {} → {} exists, but its legal basis is outside the mandate of who acts. "
                 "Settle on which basis it is possible."},
                {name(link.from), name(link.to)}));
        else
            reading.push_back(
                message({"Fehlendes Glied: {} → {} (gemeinsam: {}). Mit dieser Beziehung "
                         "beginnen.",
                         "Missing link: {} → {} (shared: {}). Begin with this tie."},
                        {name(link.from), name(link.to), Message{enumerator(link.shared).label}}));
    }
    return reading;
}

}  // namespace lotse::analysis
