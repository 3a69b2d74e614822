#include <lotse/analysis/sustainability.hpp>

#include "erase.hpp"
#include "offer_phase.hpp"
#include "sustainability_rows.hpp"
#include "unused_options.hpp"
#include "words.hpp"

#include <algorithm>

namespace lotse::analysis {

Info Sustainability::info() {
    return {"sustainability",
            "A17",
            Theme::supply,
            {"Verstetigung", "Sustainability"},
            {"Was endet bald, was hängt an einem einzigen Geldgeber, und was besteht auf Dauer?",
             "What ends soon, what hangs on a single funder, and what is there to stay?"},
            "lotse, QUESTIONS A17; Herfindahl-Hirschman index: Rhoades (1993), Federal Reserve "
            "Bulletin 79, 188"};
}

Result<Sustainability::Findings> Sustainability::run(const View& view, const Options&) {
    Findings findings;
    findings.endings = ending_rows(view);
    findings.offers = standing_rows(view);
    findings.funded = funded_rows(view);
    findings.funders = funder_rows(view, findings.offers, findings.funded);
    findings.funder_hhi = concentration(findings.offers);

    findings.offers_running = static_cast<std::int64_t>(findings.offers.size());
    for (const OfferRow& row : findings.offers) {
        switch (row.standing) {
            case Standing::usable: ++findings.usable; break;
            case Standing::ending: ++findings.ending; break;
            case Standing::limited: ++findings.limited; break;
            case Standing::funder_gone: ++findings.funder_gone; break;
            case Standing::no_funder: ++findings.no_funder; break;
            case Standing::unclear: ++findings.unclear; break;
        }
        if (has_lost_funders(view, (*view.network)[row.offer]))
            ++findings.lost_funder;
        else if (row.funders.empty())
            ++findings.without_funder;
        if (row.funders.size() == 1) ++findings.single_funder;
    }
    for (const EndingRow& row : findings.endings) {
        ++(row.state == Ending::ended ? findings.ended : findings.endings_within_year);
        if (!row.successors.empty()) ++findings.with_successor;
    }
    return findings;
}

namespace {

void note_data(const View& view, std::vector<Message>& notes) {
    const auto date = view.reference_date();
    notes.push_back(
        date ? message({"Grundlage: Angebote, Akteure und Beziehungen, Stichtag {}.",
                        "Basis: offers, actors and ties, reference date {}."},
                       {date_words(*date)})
             : Message{Text{"Grundlage: Angebote, Akteure und Beziehungen. Kein Stichtag: Was bald "
                            "endet, wurde nicht geprüft.",
                            "Basis: offers, actors and ties. No reference date: what ends soon was "
                            "not checked."}});
    notes.push_back(Text{
        "„Geldgeber nicht erfasst“ heißt nicht, dass niemand bezahlt; „einziger Geldgeber“ heißt: "
        "kein anderer ist erfasst.",
        "'Funder not recorded' does not mean that nobody pays; 'sole funder' means that no other "
        "is recorded."});
    notes.push_back(Text{
        "Konzentration (Herfindahl-Hirschman-Index): 1 heißt, alles kommt von einem Geldgeber; je "
        "mehr gleich große, desto näher an 0.",
        "Concentration (Herfindahl-Hirschman index): 1 means that all comes from one funder; the "
        "more equal ones, the nearer to 0."});
    note_lost_providers(view, notes);
    note_lost_funders(view, notes);
    note_unused_options(view, {"area", "topic", "kinds", "min-level", "at"}, notes);
}

/// What has no other recorded funder.
std::int64_t at_stake(const Sustainability::FunderRow& row) {
    return row.sole_offers + row.sole_actors;
}

/// Precondition: something is at stake.
Message most_at_stake(const Network& network, const Sustainability::Findings& findings) {
    const Sustainability::FunderRow& first = findings.funders.front();
    const auto equals = std::ranges::count(findings.funders, at_stake(first), at_stake) - 1;
    std::vector<Message> what;
    if (first.sole_offers > 0)
        what.push_back(counted(first.sole_offers, {"Angebot", "offer"}, {"Angebote", "offers"}));
    if (first.sole_actors > 0)
        what.push_back(counted(first.sole_actors, {"Akteur", "actor"}, {"Akteure", "actors"}));
    return message(
        {"Am meisten hängt an {}: {} ohne anderen erfassten Geldgeber. Das sagt nichts über eine "
         "Absicht, sich zurückzuziehen.",
         "Most hangs on {}: {} without another recorded funder. That says nothing about an "
         "intention to leave."},
        {with_equals(name_words(network, first.actor), equals), list_words(what)});
}

}  // namespace

void Sustainability::explain(const View& view, const Findings& findings, Document& document) {
    const Network& network = *view.network;
    note_data(view, document.notes);
    auto& reading = document.reading;
    if (findings.offers_running == 0 && findings.endings.empty() && findings.funded.empty()) {
        reading.push_back(
            Text{"Für diese Auswahl sind weder laufende oder ruhende Angebote noch Enden oder "
                 "Finanzierungen "
                 "erfasst. Tragen Sie Ende, Status und Geldgeber der Angebote ein.",
                 "For this choice neither running or paused offers nor endings or funding are "
                 "recorded. Record "
                 "end, status and funders of offers."});
        return;
    }
    reading.push_back(message(
        {"{}: Nutzbar jetzt, also aktiv, ohne Enddatum und mit erfasstem Geldgeber, {}; "
         "{} binnen zwölf Monaten; ohne erfassten Geldgeber {}.",
         "{}: usable now, that is active, without an end and with a recorded funder, {}; "
         "{} within twelve months; without a recorded funder {}."},
        {counted(findings.offers_running, {"Angebot läuft oder ruht", "offer runs or is paused"},
                 {"Angebote laufen oder ruhen", "offers run or are paused"}),
         count_words(findings.usable),
         counted(findings.ending, {"endet", "ends"}, {"enden", "end"}),
         count_words(findings.without_funder)}));
    if (findings.lost_funder > 0)
        reading.push_back(message(
            {"Weggefallen ist der Geldgeber bei {}.", "The funder is no longer there for {}."},
            {counted(findings.lost_funder, {"Angebot", "offer"}, {"Angeboten", "offers"})}));
    if (!findings.funders.empty() && at_stake(findings.funders.front()) > 0)
        reading.push_back(most_at_stake(network, findings));
    const auto next = std::ranges::find(findings.endings, Ending::within_year, &EndingRow::state);
    if (next != findings.endings.end()) {
        const auto also = std::ranges::count_if(findings.endings, [&](const EndingRow& row) {
            return row.state == Ending::within_year && row.end->latest() == next->end->latest();
        });
        std::vector<Message> facts{date_words(*next->end)};
        if (also > 1)
            facts.push_back(message({"ebenso {}", "and so {}"},
                                    {counted(also - 1, {"weitere Zeile", "other row"},
                                             {"weitere Zeilen", "other rows"})}));
        reading.push_back(message(
            {"Nächster Schritt: Als Erstes endet {}. Klären Sie, ob und wie es weitergeht; "
             "„lotse funding“ zeigt mögliche Förderwege.",
             "Next step: {} ends first. Settle whether and how it goes on; 'lotse funding' "
             "shows possible funding."},
            {with_facts(message({"„{}“", "'{}'"}, {Message{next->name, next->name}}), facts)}));
    } else if (findings.without_funder > 0)
        reading.push_back(
            message({"Nächster Schritt: bei den Angeboten ohne erfassten Geldgeber nachfragen und "
                     "ergänzen: {}.",
                     "Next step: ask about the offers without a recorded funder and fill in: {}."},
                    {place_of_column("offers", "funders")}));
}

Entry Sustainability::entry() {
    return erase<Sustainability>();
}

}  // namespace lotse::analysis
