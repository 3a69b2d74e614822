#include <lotse/analysis/funding.hpp>

#include "offer_phase.hpp"
#include "unused_options.hpp"
#include "words.hpp"

#include <algorithm>
#include <map>

namespace lotse::analysis {
namespace {

Message offers(std::int64_t count) {
    return counted(count, {"Angebot", "offer"}, {"Angeboten", "offers"});
}

void add_notes(const View& view, const Funding::Findings& findings, std::vector<Message>& notes) {
    const auto note = [&](Message words) { notes.push_back(std::move(words)); };
    notes.insert(notes.end(), findings.selection.begin(), findings.selection.end());
    note(legal_notice());
    note(
        Text{"Die Regeln sind Daten („lotse list codes“) und stehen mit Quelle "
             "und Stand in der Tabelle „Angewandte Regeln“. „Möglich“ heißt: Die erfassten Angaben "
             "widersprechen der Regel nicht; die Bedingung dort prüfen Menschen, und bewilligen "
             "muss der Geldgeber.",
             "The rules are data ('lotse list codes') and stand with source and "
             "date in the table 'Rules applied'. 'Allowed' means that the recorded entries do not "
             "contradict the rule; people check its condition, and the funder has to agree."});
    note(
        Text{"„Nicht entscheidbar“: Eine Angabe fehlt, von der die Regel abhängt, oder für den "
             "Rechtskreis des Geldgebers steht kein Instrument in der Liste. „Geldgeber nicht "
             "erfasst“ heißt nicht, dass niemand zahlt.",
             "'Not decidable': an entry is missing that the rule depends on, or the list holds no "
             "instrument for the funder's legal circle. 'Funder not recorded' does not mean that "
             "nobody pays."});
    note(
        Text{"Eigene Pflichtaufgaben eines Trägers sind keine Förderinstrumente: „Kein Instrument "
             "passt“ ist ein Anlass zu fragen, auf welcher Grundlage gezahlt wird.",
             "A carrier's own duties are no funding instruments: 'no instrument fits' is a reason "
             "to ask on what basis the money is paid."});
    note(
        Text{"Der Höchstanteil meint den Anteil der Gesundheitsförderung an einer Maßnahme. Ihn "
             "erfasst keine Spalte; er wird genannt, nicht geprüft. Anteile stehen an den "
             "Beziehungen „finanziert“ und gelten dem Empfänger, nicht einem Angebot.",
             "The largest share is that of health promotion inside a measure. No column records "
             "it; it is named, not checked. Shares stand at the ties 'funds' and belong to the "
             "recipient, not to an offer."});
    if (!view.reference_date())
        note(Text{"Kein Stichtag: Es gelten die Regeln ohne Ende.",
                  "No reference date: the rules without an end apply."});
    if (findings.hidden_options > 0)
        note(message({"Paare von Angebot und Instrument, die nicht in Frage kommen und nicht "
                      "gezeigt sind: {} (--all zeigt sie mit Grund).",
                      "Pairs of offer and instrument that are out of the question and not shown: "
                      "{} (--all shows them with the reason)."},
                     {count_words(findings.hidden_options)}));
    if (!findings.without_demands.empty()) {
        std::vector<Message> names;
        for (const Choice& instrument : findings.without_demands) names.push_back(instrument.label);
        note(message({"Für jedes Angebot kommen außerdem in Frage: {}.",
                      "Besides, for any offer there are: {}."},
                     {list_words(names)}));
    }
    note_lost_funders(view, notes);
    note_unused_options(view, {"area", "topic", "target", "legal", "at"}, notes);
}

/// Of the offers that an instrument fits: how many on condition.
Message condition_words(const Funding::Findings& findings) {
    if (findings.conditional == 0) return {};
    if (findings.fits == 0) return Text{", nur unter Bedingungen", ", only on conditions"};
    if (findings.conditional > findings.fits)
        return Text{", meist unter Bedingungen", ", mostly on conditions"};
    return message({", davon unter Bedingungen bei {}", ", on conditions for {} of these"},
                   {count_words(findings.conditional)});
}

void add_new(std::vector<Message>& list, const Message& words) {
    if (std::ranges::find(list, words) == list.end()) list.push_back(words);
}

std::string_view state(const Funding::Row& row) {
    return row.state.key;
}

}  // namespace

void Funding::explain(const View& view, const Findings& findings, Document& document) {
    const Network& network = *view.network;
    add_notes(view, findings, document.notes);
    const auto read = [&](Message words) { document.reading.push_back(std::move(words)); };
    if (findings.offer_count == 0) {
        read(message(
            {"Kein laufendes oder geplantes Angebot ist erfasst, nach dem gefragt ist; über "
             "Förderung lässt sich nichts sagen. Als Nächstes Angebote erfassen ({}).",
             "No current or planned offer that is asked for is recorded; nothing can be said "
             "about funding. Next, record offers ({})."},
            {place_of_table("offers")}));
        return;
    }
    if (findings.not_recorded == findings.offer_count)
        read(message({"Bei keinem von {} ist ein Geldgeber erfasst. Das heißt nicht, dass niemand "
                      "zahlt.",
                      "For none of {} is a funder recorded. That does not mean that nobody pays."},
                     {offers(findings.offer_count)}));
    else
        read(message(
            {"Bei {} von {} passt ein Förderinstrument zu allen erfassten Geldgebern{}; bei {} ist "
             "kein Geldgeber erfasst, was nicht heißt, dass niemand zahlt.",
             "For {} of {} an instrument fits all recorded funders{}; for {} no funder is "
             "recorded, which does not mean that nobody pays."},
            {count_words(findings.fits + findings.conditional), offers(findings.offer_count),
             condition_words(findings), count_words(findings.not_recorded)}));
    if (findings.funder_gone > 0)
        read(message({"Weggefallen ist der Geldgeber bei {}.",
                      "The funder is no longer there for "
                      "{}."},
                     {offers(findings.funder_gone)}));

    std::vector<Message> contradictory, sole, sole_topics;
    std::map<ActorId, std::vector<Message>> topics;
    for (const Recipient& row : findings.recipients)
        if (row.state.key == "above_one")
            add_new(contradictory, name_words(network, row.actor));
        else if (row.one_pays_all)
            add_new(sole, name_words(network, row.actor));
        else if (row.state.key == "sole_source")
            topics[row.actor].push_back(row.topic->label);
    for (const auto& [actor, labels] : topics)
        sole_topics.push_back(with_facts(name_words(network, actor), labels));
    if (!contradictory.empty())
        read(
            message({"Bei {} ergeben die erfassten Anteile zusammen mehr als 100 %; das ist zuerst "
                     "zu klären (Tabelle „Finanzierung der Anbieter“).",
                     "For {} the recorded shares add up to more than 100 %; settle that first "
                     "(table 'Funding of the providers')."},
                    {list_words(contradictory)}));
    else if (!sole.empty())
        read(
            message({"Ein einziger Geldgeber bezahlt alles bei: {}. Fällt er aus, fehlt dort das "
                     "ganze Geld.",
                     "A single funder pays everything at: {}. If it drops out, all the money there "
                     "is gone."},
                    {list_words(sole)}));
    else if (!sole_topics.empty())
        read(message(
            {"Zu einzelnen Themen bezahlt je ein Geldgeber alles bei: {}. Fällt einer "
             "aus, fehlt dort zu seinem Thema das ganze Geld.",
             "On single topics all comes from one funder each at: {}. If one drops out, all "
             "the money there for its topic is gone."},
            {list_words(sole_topics)}));
    else if (findings.one_funder > 0)
        read(message({"Bei {} ist genau ein Geldgeber erfasst; ob es weitere gibt, ist dort zu "
                      "erfragen.",
                      "For {} exactly one funder is recorded; ask whether there are more."},
                     {offers(findings.one_funder)}));

    const auto first = std::ranges::find_if(findings.offers, [](const Row& row) {
        return state(row) == "no_instrument" || state(row) == "not_decidable";
    });
    if (first != findings.offers.end())
        read(
            message({"Nächster Schritt: bei „{}“ klären, auf welcher Grundlage „{}“ zahlt; „lotse "
                     "funding NETZ --offer {} --all“ zeigt, welche Angabe fehlt oder nicht passt.",
                     "Next step: for '{}' find out on what basis '{}' pays; 'lotse funding NETWORK "
                     "--offer {} --all' shows which entry is missing or does not fit."},
                    {name_words(network, first->offer), first->to_check.front().label,
                     Message{network[first->offer].key, network[first->offer].key}}));
    else if (findings.funder_gone > 0)
        read(
            Text{"Nächster Schritt: für die Angebote, deren Geldgeber weggefallen ist, die "
                 "Tabelle „Fördermöglichkeiten“ durchgehen.",
                 "Next step: go through the table 'Funding options' for the offers whose funder is "
                 "no longer there."});
    else if (findings.not_recorded > 0)
        read(message({"Nächster Schritt: die fehlenden Geldgeber erfragen ({}) und die "
                      "Möglichkeiten in der Tabelle „Fördermöglichkeiten“ durchgehen.",
                      "Next step: ask for the missing funders ({}) and go through the table "
                      "'Funding options'."},
                     {place_of_column("offers", "funders")}));
    else
        read(
            Text{"Nächster Schritt: die Bedingungen der genannten Instrumente mit den Geldgebern "
                 "durchgehen (Tabelle „Angewandte Regeln“).",
                 "Next step: go through the conditions of the named instruments with the funders "
                 "(table 'Rules applied')."});
}

}  // namespace lotse::analysis
