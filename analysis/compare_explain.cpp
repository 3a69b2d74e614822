#include <lotse/analysis/compare.hpp>
#include <lotse/analysis/compare_ties.hpp>

#include "compare_rows.hpp"
#include "unused_options.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

std::int64_t ties_outside(const View& view) {
    const std::vector<bool> inside = actors_in_view(view);
    return std::ranges::count_if(view.network->ties(), [&](const Tie& tie) {
        return inside[(*tie.from).index()] != inside[(*tie.to).index()] && exists(tie, view) &&
               is_chosen(tie, view);
    });
}

Message day_of_state(const View& view) {
    const auto date = view.reference_date();
    if (!date) return Text{"ohne Datum", "undated"};
    return date_words(*date);
}

Message span_words(const View& before, const View& after) {
    if (!before.reference_date() || !after.reference_date())
        return Text{"Zwischen den beiden Ständen", "Between the two states"};
    return message({"Von {} bis {}", "From {} to {}"}, {day_of_state(before), day_of_state(after)});
}

Message state_words(const View& view) {
    const Network& network = *view.network;
    return message(
        {"{} ({}; {}, {}, {})", "{} ({}; {}, {}, {})"},
        {Message{network.info().name, network.info().name}, day_of_state(view),
         counted(network.actors().size(), {"Akteur", "actor"}, {"Akteure", "actors"}),
         counted(network.ties().size(), {"Beziehung", "tie"}, {"Beziehungen", "ties"}),
         counted(network.offers().size(), {"Angebot", "offer"}, {"Angebote", "offers"})});
}

void add_notes(const View& before, const View& after, const Compare::Findings& findings,
               std::vector<Message>& notes) {
    const auto note = [&](Message words) { notes.push_back(std::move(words)); };
    note(message({"Vorher: {}.", "Before: {}."}, {state_words(before)}));
    note(message({"Nachher: {}.", "After: {}."}, {state_words(after)}));
    const auto old_date = before.reference_date();
    const auto new_date = after.reference_date();
    if (old_date && new_date && new_date->latest() < old_date->earliest())
        note(Text{"Der Stand „nachher“ ist älter als „vorher“: Sind die beiden Netze vertauscht?",
                  "The state 'after' is older than 'before': are the two networks swapped?"});
    note(
        Text{"Gleicher Schlüssel heißt gleiche Sache; Beziehungen gehören zusammen, wenn beide "
             "Enden und die Art gleich sind. Verglichen sind alle Tabellen außer den Quellen und "
             "eigenen Codes: von der Agenda die Stufe, von Ansprechstellen, ob sie besetzt sind, "
             "sonst alle Spalten außer Quelle, Stand, Sicherheit, Anmerkung, Postfach und denen, "
             "die lotse nicht kennt.",
             "The same key means the same thing; ties belong together if both ends and the kind "
             "are the same. Compared are all tables except sources and own codes: of the agenda "
             "the stage, of contacts whether they are filled, else all columns except source, as "
             "of, confidence, note, mailbox and those that lotse does not know."});
    const auto counts_persons = [](const View& view) {
        const NetworkTables& tables = view.network->tables();
        return !tables.needs.empty() || !tables.areas.empty();
    };
    if (counts_persons(before) || counts_persons(after))
        note(message({"Zahlen von Personen, die nicht gezeigt werden dürfen („<{}“ und „•“), sind "
                      "nur so verglichen, wie sie hier stehen.",
                      "Counts of persons that may not be shown ('<{}' and '•') are compared only "
                      "as they stand here."},
                     {std::to_string(after.suppress_below)}));
    note(
        Text{"Die Spalte „Bedeutung“ trennt die Welt von der Erfassung: Was vorher unbekannt war, "
             "ist neu erfasst und keine Verbesserung; was fehlt, ist nicht mehr erfasst und nicht "
             "sicher zu Ende.",
             "The column 'Meaning' keeps the world apart from the recording: what was unknown "
             "before is newly recorded and no improvement; what is missing is no longer recorded "
             "and not surely over."});
    note(
        findings.has_positions
            ? Text{"„Sicher andere Stellung“: Die Platzspannen vorher und nachher, gerechnet wie "
                   "in „lotse robustness“, überschneiden sich nicht. Die Plätze gelten unter den "
                   "Akteuren, die in beiden Ständen vorkommen. Kleinere Verschiebungen sind nicht "
                   "gezeigt, weil fehlende Angaben sie erklären können.",
                   "'Position surely changed': the ranges of ranks before and after, computed as "
                   "in 'lotse robustness', do not overlap. Ranks are those among the actors that "
                   "occur in both states. Smaller shifts are not shown, because missing entries "
                   "can explain them."}
            : Text{
                  "Die Stellung der Akteure ist nicht verglichen: In einem Netz dieser Größe "
                  "dauert es zu lange, die Platzspannen zu rechnen. „lotse robustness“ rechnet sie "
                  "für jeden Stand.",
                  "The positions of the actors are not compared: in a network of this size it "
                  "takes too long to compute the ranges of ranks. 'lotse robustness' computes them "
                  "for each state."});
    note(
        Text{"Kennzahlen der Angebotsmatrix, der Erreichbarkeit und der Kaskade rechnen für beide "
             "Stände mit den Gebieten und Themen beider: Was nur ein Stand nennt, steht im anderen "
             "als nicht erhoben da.",
             "Figures of coverage, reach and cascade take the areas and topics of both states for "
             "each: what only one state names stands in the other as not recorded."});
    if (findings.counts_shared > 0)
        note(
            message({"Gebiete, von denen nur ein Stand Einwohner oder Arbeitslose nennt: {}. Diese "
                     "Zahlen gewichten dort beide Stände, damit sich kein Anteil nur durch ihr "
                     "Erfassen ändert.",
                     "Areas of which only one state has inhabitants or unemployed: {}. These "
                     "numbers weigh both states there, so that no share changes just because they "
                     "were recorded."},
                    {count_words(findings.counts_shared)}));
    const std::int64_t earlier = ties_outside(before), later = ties_outside(after);
    if (earlier + later > 0)
        note(message(
            {"Beziehungen zu Akteuren außerhalb des gewählten Gebiets: vorher {}, nachher {}. "
             "Sie stehen hier nur, wenn sie in einem der Stände ganz darin liegen.",
             "Ties to actors outside the chosen area: before {}, after {}. They stand here "
             "only if they lie wholly inside it in one of the states."},
            {count_words(earlier), count_words(later)}));
    if (findings.unchanged > 0)
        note(message({"Zeilen ohne Änderung: {} (--all zeigt sie).",
                      "Rows without a change: {} (--all shows them)."},
                     {count_words(findings.unchanged)}));
    note_unused_options(
        after, {"area", "topic", "target", "legal", "kinds", "layer", "min-level", "at"}, notes);
}

template <class Row>
std::int64_t count(const std::vector<Row>& rows, Meaning meaning) {
    return std::ranges::count(rows, meaning, &Row::meaning);
}
template <class Row>
std::int64_t count(const std::vector<Row>& rows, Change change, Meaning meaning) {
    return std::ranges::count_if(
        rows, [&](const Row& row) { return row.change == change && row.meaning == meaning; });
}

/// Of added rows, how many are still to come and how many are over: "erst geplant 2".
template <class Row>
std::vector<Message> not_there(const std::vector<Row>& rows) {
    std::vector<Message> out;
    const auto add = [&](Meaning meaning, Text pattern) {
        if (const std::int64_t number = count(rows, Change::added, meaning); number > 0)
            out.push_back(message(pattern, {count_words(number)}));
    };
    add(Meaning::planned, {"erst geplant {}", "only planned {}"});
    add(Meaning::over, {"schon beendet {}", "already ended {}"});
    return out;
}

template <class Row>
Message words_on_added(const std::vector<Row>& rows) {
    std::vector<Message> facts = not_there(rows);
    facts.insert(facts.begin(),
                 message({"nachweislich neu begonnen {}", "begun since for certain {}"},
                         {count_words(count(rows, Meaning::begun))}));
    return message({"davon {}", "of these {}"}, {detail::joined(facts)});
}

/// How many are missing now, and how many of these had ended before.
template <class Row>
Message words_on_removed(const std::vector<Row>& rows, std::int64_t removed) {
    const std::int64_t over = count(rows, Change::removed, Meaning::over);
    if (over == 0) return count_words(removed);
    return message({"{} (davon vorher schon beendet {})", "{} (of these ended before {})"},
                   {count_words(removed), count_words(over)});
}

/// What there is more of and no other sentence says; empty if nothing.
std::vector<Message> gains(const Compare::Findings& findings) {
    std::vector<Message> out;
    const auto add = [&](std::int64_t number, Text one, Text several) {
        if (number > 0) out.push_back(counted(number, one, several));
    };
    add(count(findings.ties, Meaning::started),
        {"geplante Beziehung, die jetzt besteht", "planned tie that runs now"},
        {"geplante Beziehungen, die jetzt bestehen", "planned ties that run now"});
    add(count(findings.ties, Meaning::resumed),
        {"Beziehung, die wieder besteht", "tie that runs again"},
        {"Beziehungen, die wieder bestehen", "ties that run again"});
    add(count(findings.offers, Meaning::resumed),
        {"Angebot, das wieder läuft", "offer that runs again"},
        {"Angebote, die wieder laufen", "offers that run again"});
    if (findings.actors_added > 0) {
        Message added =
            counted(findings.actors_added, {"neu erfasster Akteur", "actor newly recorded"},
                    {"neu erfasste Akteure", "actors newly recorded"});
        if (const auto facts = not_there(findings.actors); !facts.empty())
            added = message({"{} (davon {})", "{} (of these {})"}, {added, detail::joined(facts)});
        out.push_back(std::move(added));
    }
    add(count(findings.actors, Meaning::started),
        {"geplanter Akteur, der jetzt tätig ist", "planned actor that is active now"},
        {"geplante Akteure, die jetzt tätig sind", "planned actors that are active now"});
    add(count(findings.actors, Meaning::resumed),
        {"Akteur, der wieder tätig ist", "actor that is active again"},
        {"Akteure, die wieder tätig sind", "actors that are active again"});
    add(findings.contacts_filled, {"jetzt besetzte Ansprechstelle", "contact filled now"},
        {"jetzt besetzte Ansprechstellen", "contacts filled now"});
    return out;
}

/// What there is less of; empty if of nothing.
std::vector<Message> losses(const Compare::Findings& findings) {
    std::vector<Message> out;
    const auto add = [&](std::int64_t number, Text one, Text several) {
        if (number > 0) out.push_back(counted(number, one, several));
    };
    add(findings.ties_weakened, {"Beziehung auf niedrigerer Stufe", "tie at a lower level"},
        {"Beziehungen auf niedrigerer Stufe", "ties at a lower level"});
    add(count(findings.ties, Meaning::ended), {"beendete Beziehung", "tie ended"},
        {"beendete Beziehungen", "ties ended"});
    add(count(findings.ties, Meaning::paused), {"jetzt ruhende Beziehung", "tie paused now"},
        {"jetzt ruhende Beziehungen", "ties paused now"});
    add(count(findings.ties, Change::changed, Meaning::planned),
        {"jetzt erst geplante Beziehung", "tie only planned now"},
        {"jetzt erst geplante Beziehungen", "ties only planned now"});
    add(count(findings.ties, Meaning::plan_ended),
        {"vorher geplante, jetzt beendete Beziehung", "tie planned before and ended now"},
        {"vorher geplante, jetzt beendete Beziehungen", "ties planned before and ended now"});
    add(count(findings.offers, Meaning::paused), {"jetzt ruhendes Angebot", "offer paused now"},
        {"jetzt ruhende Angebote", "offers paused now"});
    add(count(findings.offers, Change::changed, Meaning::planned),
        {"jetzt erst geplantes Angebot", "offer only planned now"},
        {"jetzt erst geplante Angebote", "offers only planned now"});
    add(count(findings.offers, Meaning::plan_ended),
        {"vorher geplantes, jetzt beendetes Angebot", "offer planned before and ended now"},
        {"vorher geplante, jetzt beendete Angebote", "offers planned before and ended now"});
    add(count(findings.offers, Change::removed, Meaning::no_longer_recorded),
        {"nicht mehr erfasstes Angebot", "offer no longer recorded"},
        {"nicht mehr erfasste Angebote", "offers no longer recorded"});
    add(count(findings.actors, Change::removed, Meaning::no_longer_recorded),
        {"nicht mehr erfasster Akteur", "actor no longer recorded"},
        {"nicht mehr erfasste Akteure", "actors no longer recorded"});
    add(count(findings.actors, Meaning::ended), {"beendeter Akteur", "actor ended"},
        {"beendete Akteure", "actors ended"});
    add(count(findings.actors, Change::changed, Meaning::planned),
        {"jetzt erst geplanter Akteur", "actor only planned now"},
        {"jetzt erst geplante Akteure", "actors only planned now"});
    add(count(findings.actors, Meaning::plan_ended),
        {"vorher geplanter, jetzt beendeter Akteur", "actor planned before and ended now"},
        {"vorher geplante, jetzt beendete Akteure", "actors planned before and ended now"});
    add(findings.agenda_lower, {"gefallener Punkt der Agenda", "agenda item fallen"},
        {"gefallene Punkte der Agenda", "agenda items fallen"});
    add(findings.contacts_vacated,
        {"nicht mehr besetzte Ansprechstelle", "contact no longer filled"},
        {"nicht mehr besetzte Ansprechstellen", "contacts no longer filled"});
    return out;
}

/// Of what is missing now: rows, and rows that are there but say less.
std::vector<Message> missing_now(const Compare::Findings& findings) {
    std::int64_t rows = 0;
    std::int64_t emptied = 0;
    const auto look_at = [&](const auto& table) {
        for (const auto& row : table)
            if (row.meaning == Meaning::no_longer_recorded)
                ++(row.change == Change::removed ? rows : emptied);
    };
    look_at(findings.actors);
    look_at(findings.ties);
    look_at(findings.offers);
    look_at(findings.agenda);
    look_at(findings.contacts);
    look_at(findings.others);
    std::vector<Message> out;
    if (rows > 0)
        out.push_back(counted(rows, {"nicht mehr erfassten Zeile", "row no longer recorded"},
                              {"nicht mehr erfassten Zeilen", "rows no longer recorded"}));
    if (emptied > 0)
        out.push_back(counted(emptied,
                              {"Zeile mit jetzt leeren Feldern", "row with cells empty now"},
                              {"Zeilen mit jetzt leeren Feldern", "rows with cells empty now"}));
    return out;
}

Message loss_words(const Compare::Findings& findings) {
    const auto row =
        std::ranges::find(findings.cells, Meaning::worsened, &Compare::CellRow::meaning);
    return message(
        {"{} in {}: {} → {}", "{} in {}: {} → {}"},
        {row->topic.label, Message{row->area_name, row->area_name},
         Message{enumerator(*row->before).label}, Message{enumerator(*row->after).label}});
}

}  // namespace

void Compare::explain(const View& before, const View& after, const Findings& findings,
                      Document& document) {
    add_notes(before, after, findings, document.notes);
    const auto read = [&](Message words) { document.reading.push_back(std::move(words)); };
    const auto differs = [](const auto& rows) {
        return std::ranges::any_of(rows, [](const auto& r) { return r.change != Change::same; });
    };
    if (!differs(findings.actors) && !differs(findings.ties) && !differs(findings.cells) &&
        !differs(findings.offers) && !differs(findings.agenda) && !differs(findings.contacts) &&
        !differs(findings.others)) {
        read(
            Text{"Die beiden Stände unterscheiden sich in nichts, was hier verglichen ist. Ob sich "
                 "vor Ort etwas geändert hat, ist damit nicht gesagt: Vielleicht ist es noch nicht "
                 "erfasst.",
                 "The two states do not differ in anything compared here. That does not say that "
                 "nothing changed on the ground: perhaps it is not recorded yet."});
        return;
    }
    read(message(
        {"{}: {} neu erfasst, {}; nicht mehr erfasst {}, verbindlicher geworden {}. {} neu "
         "erfasst, {}; geplante, die jetzt laufen, {}, beendete {}. Höher gerückte Punkte der "
         "Agenda: {}.",
         "{}: {} newly recorded, {}; no longer recorded {}, at a higher level {}. {} newly "
         "recorded, {}; planned ones that run now {}, ended {}. Agenda items risen: {}."},
        {span_words(before, after),
         counted(findings.ties_added, {"Beziehung", "tie"}, {"Beziehungen", "ties"}),
         words_on_added(findings.ties), words_on_removed(findings.ties, findings.ties_removed),
         count_words(findings.ties_strengthened),
         counted(findings.offers_added, {"Angebot", "offer"}, {"Angebote", "offers"}),
         words_on_added(findings.offers), count_words(findings.offers_started),
         count_words(findings.offers_ended), count_words(findings.agenda_higher)}));
    if (const auto gained = gains(findings); !gained.empty())
        read(message({"Außerdem: {}.", "Besides: {}."}, {list_words(gained)}));
    if (const auto lost = losses(findings); !lost.empty())
        read(message({"Auf der anderen Seite: {}.", "On the other side: {}."},
                     {list_words(lost, lost.size())}));
    Message cells =
        message({"In der Angebotsmatrix steht es in {} besser und in {} schlechter.",
                 "In the coverage matrix, {} better and {} worse."},
                {counted(findings.cells_improved, {"Feld", "cell is"}, {"Feldern", "cells are"}),
                 count_words(findings.cells_worsened)});
    const auto add = [&](const Message& sentence) {
        cells.de += " " + sentence.de;
        cells.en += " " + sentence.en;
    };
    if (findings.cells_newly_recorded > 0)
        add(message(
            {"Nur neu erfasst: {}; das ist keine Verbesserung.",
             "Only newly recorded: {}; that is no improvement."},
            {counted(findings.cells_newly_recorded, {"Feld", "cell"}, {"Felder", "cells"})}));
    if (findings.cells_no_longer_recorded > 0)
        add(message(
            {"Vorher erhoben und jetzt nicht mehr: {}.", "Recorded before and no longer: {}."},
            {counted(findings.cells_no_longer_recorded, {"Feld", "cell"}, {"Felder", "cells"})}));
    if (findings.cells_worsened > 0)
        add(message({"Schlechter ist etwa {}.", "Worse is, for example, {}."},
                    {loss_words(findings)}));
    if (findings.others_added + findings.others_removed + findings.others_changed > 0)
        add(message(
            {"Weitere Zeilen (Orte, Gebiete, Befunde, Bedarf, Wegezeiten): neu erfasst {}, nicht "
             "mehr erfasst {}, geändert {}.",
             "Further rows (venues, areas, findings, needs, travel times): newly recorded {}, no "
             "longer recorded {}, changed {}."},
            {count_words(findings.others_added), count_words(findings.others_removed),
             count_words(findings.others_changed)}));
    read(std::move(cells));
    const std::vector<Message> unsure = missing_now(findings);
    std::int64_t lost =
        findings.cells_worsened + findings.cells_no_longer_recorded + findings.ties_weakened;
    for (const Meaning meaning :
         {Meaning::worsened, Meaning::ended, Meaning::plan_ended, Meaning::paused})
        lost += count(findings.ties, meaning) + count(findings.offers, meaning) +
                count(findings.actors, meaning) + count(findings.agenda, meaning) +
                count(findings.contacts, meaning) + count(findings.positions, meaning);
    lost += count(findings.ties, Change::changed, Meaning::planned) +
            count(findings.offers, Change::changed, Meaning::planned) +
            count(findings.actors, Change::changed, Meaning::planned);
    read(!unsure.empty()
             ? message({"Woran es liegt, sagt der Vergleich nicht. Nächster Schritt: bei {} "
                        "nachfragen: zu Ende, oder fehlt nur der Eintrag?",
                        "The comparison does not say what caused it. Next step: ask about {}: "
                        "ended, or just missing from the data?"},
                       {list_words(unsure)})
         : lost == 0
             ? Message{Text{"Woran es liegt, sagt der Vergleich nicht. Nächster Schritt: die "
                            "geänderten und neuen Zeilen mit den Beteiligten ansehen.",
                            "The comparison does not say what caused it. Next step: look at the "
                            "changed and new rows with the partners."}}
             : Message{Text{"Woran es liegt, sagt der Vergleich nicht. Nächster Schritt: die "
                            "Zeilen mit „schlechter oder niedriger“, „weniger verbindlich“, "
                            "„beendet“, „ruht jetzt“, „erst geplant“ und „nicht mehr erfasst“ mit "
                            "den Beteiligten ansehen.",
                            "The comparison does not say what caused it. Next step: look at the "
                            "rows with 'worse or lower', 'less binding', 'ended', 'paused now', "
                            "'only planned' and 'no longer recorded' with the partners."}});
}

}  // namespace lotse::analysis
