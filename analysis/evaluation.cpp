#include <lotse/analysis/evaluation.hpp>

#include <lotse/graph/hop_search.hpp>

#include "choices.hpp"
#include "coverage_evidence.hpp"
#include "erase.hpp"
#include "evaluation_facts.hpp"
#include "layer_edges.hpp"
#include "offer_phase.hpp"
#include "unused_options.hpp"
#include "words.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

/// One of the wanted codes is recorded, or none is wanted.
template <class Includes>
bool meets(const std::vector<std::string>& recorded, const std::vector<std::string>& wanted,
           const Includes& includes) {
    if (wanted.empty()) return true;
    return std::ranges::any_of(wanted, [&](const std::string& want) {
        return std::ranges::any_of(recorded,
                                   [&](const std::string& have) { return includes(have, want); });
    });
}

bool topic_and_area_in_view(const View& view, const Offer& offer) {
    if (!topic_in_view(view, offer)) return false;
    return view.areas.empty() || std::ranges::any_of(view.areas, [&](AreaId area) {
               return presence_of(*view.network, offer, area) != Presence::none;
           });
}

bool group_in_view(const View& view, const Offer& offer) {
    return meets(offer.targets, view.targets, includes_target) &&
           meets(offer.legal, view.legal, includes_legal);
}

bool lacks_group(const View& view, const Offer& offer) {
    return (!view.targets.empty() && offer.targets.empty()) ||
           (!view.legal.empty() && offer.legal.empty());
}

template <class Counts>
void count(Counts& counts, ThreeValued evaluated) {
    switch (evaluated) {
        case ThreeValued::yes: ++counts.evaluated; break;
        case ThreeValued::no: ++counts.not_evaluated; break;
        case ThreeValued::unknown: ++counts.not_recorded; break;
    }
}

/// Offers with their rows, and counts of the running ones.
void collect_offers(const View& view, const EvaluationFacts& facts, Evaluation::Findings& out) {
    const Network& network = *view.network;
    for (std::size_t i = 0; i < network.offers().size(); ++i) {
        const Offer& offer = network.offers()[i];
        const auto phase = phase_of(offer, view.moment());
        if (phase == Phase::ended || !topic_and_area_in_view(view, offer)) continue;
        if (!group_in_view(view, offer)) {
            if (lacks_group(view, offer)) ++out.without_group;
            continue;
        }
        Evaluation::OfferRow row = facts.row(OfferId{i});
        if (phase == Phase::planned) {
            row.planned = true;
            ++out.planned;
        } else {
            ++out.running;
            count(out, row.evaluated);
            if (row.certified && row.certified->key != "none") ++out.certified;
        }
        out.offers.push_back(std::move(row));
    }
    out.share_low = share(out.evaluated, out.running);
    out.share_high = share(out.evaluated + out.not_recorded, out.running);
    std::ranges::stable_sort(out.offers, {}, [](const Evaluation::OfferRow& row) {
        const int state = row.evaluated == ThreeValued::no        ? 0
                          : row.evaluated == ThreeValued::unknown ? 1
                                                                  : 2;
        return std::pair{row.planned, state};
    });
}

std::vector<Evaluation::TopicRow> topic_rows(const View& view,
                                             const std::vector<Evaluation::OfferRow>& offers) {
    std::vector<Evaluation::TopicRow> out;
    for (const Code& code : view.network->codes().list("topics")->codes()) {
        if (!view.topics.empty() && std::ranges::find(view.topics, code.code) == view.topics.end())
            continue;
        Evaluation::TopicRow row{{code.code, code.label}};
        for (const Evaluation::OfferRow& offer : offers) {
            if (offer.planned ||
                std::ranges::find(offer.topics, code.code, &Choice::key) == offer.topics.end())
                continue;
            ++row.offers;
            count(row, offer.evaluated);
        }
        row.share_low = share(row.evaluated, row.offers);
        row.share_high = share(row.evaluated + row.not_recorded, row.offers);
        if (row.offers > 0) out.push_back(row);
    }
    std::ranges::stable_sort(out, std::greater{}, &Evaluation::TopicRow::offers);
    return out;
}

/// Fewest steps to a jobcenter of the layer; the nearest first. Errors: as graph::Csr.
std::optional<Error> measure_steps(const View& view, Evaluation::Findings& out) {
    const auto& actors = out.layer.actors;
    std::vector<graph::Vertex> jobcenters;
    for (std::size_t i = 0; i < actors.size(); ++i)
        if ((*view.network)[actors[i]].kind == "jobcenter")
            jobcenters.push_back(static_cast<graph::Vertex>(i));
    out.has_jobcenter = !jobcenters.empty();
    const auto ties = graph::Csr::of(
        graph::undirected_projection(layer_edges(view, out.layer), graph::Merge::max),
        graph::Lengths::hops);
    if (!ties) return ties.error();
    graph::HopSearch search{ties->out()};
    const auto distance = search.distances(jobcenters);
    for (Evaluation::Evaluator& row : out.evaluators) {
        const auto it = std::ranges::lower_bound(actors, row.actor);
        if (it == actors.end() || *it != row.actor) continue;
        const std::uint32_t steps = distance[static_cast<std::size_t>(it - actors.begin())];
        if (steps != graph::HopSearch::unreached) row.steps = steps;
    }
    std::ranges::stable_sort(out.evaluators, {}, [](const Evaluation::Evaluator& row) {
        return std::pair{!row.steps, row.steps.value_or(0)};
    });
    return std::nullopt;
}

}  // namespace

Info Evaluation::info() {
    return {"evaluation",
            "A20",
            Theme::governance,
            {"Evaluations-Matrix", "Evaluation matrix"},
            {"Welche Angebote und Programme sind evaluiert, durch wen, und wer könnte es tun?",
             "Which offers and programmes are evaluated, by whom, and who could do it?"},
            "lotse, QUESTIONS A20: what is recorded, with bounds for what is not"};
}

Result<Evaluation::Findings> Evaluation::run(const View& view, const Options&) {
    const EvaluationFacts facts{view};
    Findings out;
    collect_offers(view, facts, out);
    out.topics = topic_rows(view, out.offers);
    out.programmes = facts.programmes();
    out.programme_count = static_cast<std::int64_t>(out.programmes.size());
    out.programmes_evaluated =
        std::ranges::count(out.programmes, ThreeValued::yes, &ProgrammeRow::evaluated);
    out.evaluators = facts.evaluators();
    out.layer = layer_graph(view, Layer::actors);
    if (auto error = measure_steps(view, out)) return *std::move(error);
    return out;
}

namespace {

void read_offers(const Evaluation::Findings& findings, std::vector<Message>& reading) {
    if (findings.running == 0) {
        reading.push_back(
            Text{"In diesem Ausschnitt ist kein laufendes oder ruhendes Angebot erfasst.",
                 "No running or paused offer is recorded in this part."});
        return;
    }
    reading.push_back(message(
        {"Laufende oder ruhende Angebote: {}, davon evaluiert {}, nicht evaluiert {}, nicht "
         "erhoben {}.",
         "Running or paused offers: {}, of these evaluated {}, not evaluated {}, not recorded {}."},
        {count_words(findings.running), count_words(findings.evaluated),
         count_words(findings.not_evaluated), count_words(findings.not_recorded)}));
    if (findings.not_recorded > 0)
        reading.push_back(
            message({"Der Anteil der evaluierten Angebote liegt zwischen {} und {}, je nachdem, "
                     "was bei den nicht erhobenen zutrifft.",
                     "The share of evaluated offers lies between {} and {}, depending "
                     "on those that are not recorded."},
                    {percent_words(*findings.share_low), percent_words(*findings.share_high)}));
}

Message next_step(const Network& network, const Evaluation::Findings& findings) {
    if (findings.evaluators.empty())
        return Text{
            "Es ist keine Stelle erfasst, die evaluiert oder forscht. Nächster Schritt: "
            "eine Hochschule in der Region als Akteur aufnehmen und anfragen.",
            "No actor is recorded that evaluates or does research. Next step: add a "
            "university of the region as an actor and ask it."};
    const Evaluation::Evaluator& first = findings.evaluators.front();
    if (!findings.has_jobcenter)
        return message({"„{}“ könnte evaluieren; in diesem Ausschnitt ist kein Jobcenter erfasst, "
                        "also auch kein Weg dorthin. Nächster Schritt: das Jobcenter und seine "
                        "Beziehungen eintragen.",
                        "'{}' could evaluate; no jobcenter is recorded in this part, and so no way "
                        "to one. Next step: record the jobcenter and its ties."},
                       {name_words(network, first.actor)});
    if (!first.steps)
        return message({"„{}“ könnte evaluieren; ein Weg von dort zu einem Jobcenter ist nicht "
                        "erfasst. Nächster Schritt: nachfragen, ob man sich kennt, sonst Kontakt "
                        "aufnehmen („lotse introductions“).",
                        "'{}' could evaluate; no way from there to a jobcenter is recorded. Next "
                        "step: ask whether they know each other, else make contact ('lotse "
                        "introductions')."},
                       {name_words(network, first.actor)});
    return message(
        {"Nächster Schritt: „{}“ fragen, ob weitere Angebote einbezogen werden können (Schritte "
         "bis zum nächsten Jobcenter: {}).",
         "Next step: ask '{}' whether more offers can be included (steps to the nearest "
         "jobcenter: {})."},
        {name_words(network, first.actor), count_words(*first.steps)});
}

}  // namespace

void Evaluation::explain(const View& view, const Findings& findings, Document& document) {
    auto& notes = document.notes;
    if (const auto date = view.reference_date())
        notes.push_back(
            message({"{} und {}; Stichtag {}. Beendete Angebote sind nicht dabei.",
                     "{} and {}; reference date {}. Offers that have ended are left "
                     "out."},
                    {place_of_table("offers"), place_of_table("ties"), date_words(*date)}));
    else
        notes.push_back(
            message({"{} und {}, ohne Stichtag: Nur der Status sagt, ob ein Angebot läuft.",
                     "{} and {}, without a reference date: only the status says whether an offer "
                     "runs."},
                    {place_of_table("offers"), place_of_table("ties")}));
    notes.push_back(
        Text{"„Evaluiert“ ist die Spalte des Angebots. Wer einen Anbieter oder sein Programm "
             "evaluiert, steht daneben, macht das Angebot aber nicht zu einem evaluierten.",
             "'Evaluated' is the column of the offer. Who evaluates a provider or its programme "
             "stands next to it, but does not make the offer an evaluated one."});
    notes.push_back(
        Text{"Nicht Teil der Daten: Ziel, Design und Instrumente einer Evaluation, ob Geld für sie "
             "bestimmt ist, und wie lange Vermittlungen dauern oder wie sie ausgehen.",
             "Not part of the data: aim, design and instruments of an evaluation, whether money is "
             "meant for it, and how long placements take or how they end."});
    notes.push_back(
        Text{"Ob sich das Netz selbst verändert hat, zeigt „lotse compare“ mit zwei "
             "Ständen.",
             "Whether the network itself has changed is shown by 'lotse compare' with "
             "two states."});
    note_lost_providers(view, notes);
    note_unused_options(
        view, {"area", "topic", "target", "legal", "kinds", "layer", "min-level", "at"}, notes);

    auto& reading = document.reading;
    read_offers(findings, reading);
    if (findings.programme_count > 0)
        reading.push_back(message(
            {"Programme: {}, davon mit erfasster Evaluation {}.",
             "Programmes: {}, of these with a recorded evaluation {}."},
            {count_words(findings.programme_count), count_words(findings.programmes_evaluated)}));
    if (findings.running > 0)
        reading.push_back(Text{"Evaluiert heißt nicht wirksam, nicht evaluiert nicht unwirksam.",
                               "Evaluated does not mean effective, nor not evaluated "
                               "ineffective."});
    reading.push_back(next_step(*view.network, findings));
}

Entry Evaluation::entry() {
    return erase<Evaluation>();
}

}  // namespace lotse::analysis
