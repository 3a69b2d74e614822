#include <lotse/analysis/reach.hpp>

#include "coverage_rows.hpp"
#include "offer_phase.hpp"
#include "ranking.hpp"
#include "travel_rules.hpp"
#include "unused_options.hpp"
#include "words.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

void note_rules(const View& view, const Reach::Findings& findings, std::vector<Message>& notes) {
    notes.push_back(
        message({"Betrachtet werden laufende Angebote vor Ort, ihre Orte und die Tabelle der Wege; "
                 "Verkehrsmittel: {}, Fußwege zählen mit.",
                 "Looks at running offers on site, their venues and the table of travel; means of "
                 "transport: {}, ways on foot count too."},
                {findings.mode.label}));
    if (const auto date = view.reference_date())
        notes.push_back(message({"Stichtag: {}.", "Reference date: {}."}, {date_words(*date)}));
    notes.push_back(Text{
        "Fehlt ein Weg in der Tabelle, ist er geschätzt: Luftlinie mal Umweg, Minuten aus einem "
        "angenommenen Tempo (Tabelle „Regeln je Gebiet“; Quellen: lotse list codes). Ein Punkt "
        "steht für das ganze Gebiet; in großen Gebieten ist das grob.",
        "A way that the table lacks is estimated: straight line times a detour, minutes by an "
        "assumed speed (table 'Rules by area'; sources: lotse list codes). One point stands for "
        "the whole area, which is coarse for large ones."});
    notes.push_back(
        Text{"Die Schwelle sagt, welcher Weg noch als nah gilt: Zielgrößen der RIN 2008 für "
             "Grund- und Mittelzentren; welche für welchen Siedlungstyp gilt, ist eine Festlegung "
             "des Projekts. Eine eigene Schwelle: --threshold.",
             "The threshold says which way still counts as near: targets of the German guideline "
             "RIN 2008 for basic and middle centres; which holds for which settlement class is set "
             "by the project. For your own threshold: --threshold."});
    if (!view.areas.empty() && findings.demand_measured)
        notes.push_back(Text{
            "--area wählt nur, welche Gebiete gezeigt sind: Plätze je 1000 teilen sich auch die "
            "Menschen der anderen erfassten Gebiete.",
            "--area only chooses which areas are shown: places per 1000 are shared with the people "
            "of the other recorded areas too."});
    notes.push_back(
        Text{"FGT 1 und FGT 2: wie weit die Wege über der Schwelle liegen, als Anteil der "
             "Schwelle, einfach und quadriert. Konzentrationsindex: unter 0 liegen die langen Wege "
             "eher in Gebieten mit hoher Deprivation, über 0 eher in den anderen.",
             "FGT 1 and FGT 2: how far the ways exceed the threshold, as a share of it, plain and "
             "squared. Concentration index: below 0 the long ways lie rather with deprived areas, "
             "above 0 rather with the others."});
}

void note_gaps(const Reach::Findings& f, std::vector<Message>& notes) {
    const auto note = [&](std::int64_t count, Text words) {
        if (count > 0) notes.push_back(message(words, {count_words(count)}));
    };
    note(f.at_area_points,
         {"Felder, in denen der Ort des nächsten Angebots nur als Gebiet bekannt ist: {}. 0 km "
          "heißt dort: irgendwo im Gebiet.",
          "Cells in which the place of the nearest offer is known as an area only: {}. 0 km means "
          "there: somewhere in the area."});
    note(f.online_only, {"Felder, zu denen es nur Online-Angebote gibt: {}. Sie haben keinen Weg.",
                         "Cells with online offers only: {}. They have no way."});
    note(f.unplaced, {"Offene Angebote ohne Ort und Gebiet: {}. Sie könnten näher sein als das "
                      "gezeigte; solche Felder stehen als nicht erhoben, wenn nichts in der "
                      "Schwelle liegt.",
                      "Open offers without venue and area: {}. They might be nearer than the one "
                      "shown; such cells are 'not recorded' unless something lies within the "
                      "threshold."});
    note(f.openness_not_recorded,
         {"Laufende Angebote, bei denen nicht erfasst ist, ob sie der gefragten Gruppe "
          "offenstehen: {}. Kein gezeigter Weg führt dorthin, und ihre Plätze zählen nicht; wo "
          "eines "
          "von ihnen in der Schwelle liegen kann und sonst keines liegt, ist das Feld nicht "
          "erhoben.",
          "Running offers for which it is not recorded whether they are open to the group asked "
          "for: {}. No way shown leads there, and their places do not count; where one of them may "
          "lie within the threshold and no other does, the cell is not recorded."});
    note(f.areas_without_point, {"Gebiete ohne Lage: {}. Für sie gelten nur erfasste Wege.",
                                 "Areas without position: {}. Only recorded ways hold for them."});
    note(std::ranges::count_if(f.settlements,
                               [](const auto& row) { return !row.settlement.has_value(); }),
         {"Gebiete ohne erfassten Siedlungstyp: {}. Für sie gelten die Regeln eines ländlichen "
          "Kreises mit Verdichtungsansätzen (Klasse 3).",
          "Areas without a recorded settlement class: {}. For them the rules of a rural district "
          "with some density (class 3) hold."});
    note(f.travel_rows_unused,
         {"Zeilen im Blatt „Wege“ für andere Verkehrsmittel, die hier nicht zählen: {} (--mode).",
          "Rows of the travel table for other means of transport, not counted here: {} (--mode)."});
    if (f.demand_hidden) notes.push_back(*f.demand_hidden);
    if (!f.demand_measured)
        notes.push_back(
            f.demand_hidden
                ? Text{"In den Anteilen zählt jedes Gebiet gleich, und Plätze je Kopf lassen sich "
                       "nicht berechnen.",
                       "In the shares every area counts the same, and places per head cannot be "
                       "computed."}
                : Text{"Weder Arbeitslose noch Einwohner sind erfasst: In den Anteilen zählt jedes "
                       "Gebiet gleich, und Plätze je Kopf lassen sich nicht berechnen.",
                       "Neither unemployed nor inhabitants are recorded: in the shares every area "
                       "counts the same, and places per head cannot be computed."});
    else
        note(f.areas_without_demand,
             {"Gebiete, die in den Anteilen fehlen, weil die Zahl zum Gewichten nicht erfasst ist: "
              "{}.",
              "Areas missing from the shares because the number to weight by is not recorded: "
              "{}."});
    note_withheld(f.areas_with_withheld_demand, notes);
    if (!f.concentration_index)
        notes.push_back(Text{
            "Ein Konzentrationsindex ließ sich nicht berechnen: Er braucht bekannte Wege und "
            "verschiedene Werte der Deprivation in mindestens zwei Gebieten.",
            "No concentration index could be computed: it needs known ways and different values of "
            "deprivation in at least two areas."});
    else
        note(f.areas_without_deprivation,
             {"Gebiete ohne erfasste Deprivation, die im Konzentrationsindex fehlen: {}.",
              "Areas without recorded deprivation, missing from the concentration index: {}."});
    std::int64_t offers = 0;
    std::int64_t counted_offers = 0;
    for (const auto& topic : f.topics) {
        offers += topic.open_offers;
        counted_offers += topic.with_capacity;
    }
    if (counted_offers == 0)
        notes.push_back(
            Text{"Bei keinem offenen Angebot ist eine Platzzahl erfasst; Plätze je "
                 "Kopf lassen sich nicht berechnen.",
                 "No open offer has a recorded capacity; places per head cannot be "
                 "computed."});
    else
        note(offers - counted_offers,
             {"Angebote ohne erfasste Platzzahl (je Thema gezählt): {}. Sie fehlen in den Plätzen "
              "je 1000, die deshalb zu klein sein können.",
              "Offers without a recorded capacity (counted by topic): {}. They are missing from "
              "the places per 1000, which may therefore be too small."});
}

/// Of ways beyond the threshold.
std::optional<double> excess_of(const Reach::Cell& cell) {
    if (cell.within_threshold != ThreeValued::no) return std::nullopt;
    return rank_value(*cell.nearest_minutes / cell.threshold_minutes);
}

std::optional<Message> farthest(const Network& network, const Reach::Findings& findings) {
    if (findings.areas.empty()) return std::nullopt;
    const Reach::Cell& cell = findings.areas.front();
    if (cell.within_threshold != ThreeValued::no) return std::nullopt;
    const auto equals = std::ranges::count(findings.areas, excess_of(cell), excess_of) - 1;
    return message(
        {"Gemessen an der Schwelle ist der Weg von {} zum Thema „{}“ am weitesten: {} "
         "Minuten bis „{}“, Schwelle {}{}.",
         "Measured by the threshold the way from {} to the topic '{}' is the longest: "
         "{} minutes to '{}', threshold {}{}."},
        {name_words(network, cell.area), cell.topic.label, number_words(*cell.nearest_minutes, 0),
         name_words(network, *cell.nearest_offer), number_words(cell.threshold_minutes, 0),
         equals == 0 ? Message{}
                     : message({"; ebenso weit: {}", "; as long: {}"},
                               {counted(equals, {"weiteres Feld", "other cell"},
                                        {"weitere Felder", "other cells"})})});
}

/// All open offers of the cells are online.
bool only_online(const Reach::Findings& f) {
    return f.online_only > 0 && f.online_only == static_cast<std::int64_t>(f.areas.size());
}

Message next_step(const Reach::Findings& f) {
    if (only_online(f))
        return Text{
            "Als Nächstes mit den Anbietern klären, ob auch ein Angebot vor Ort gebraucht "
            "wird.",
            "Next, settle with the providers whether an offer on site is needed too."};
    if (f.unknown > f.within + f.outside && f.openness_not_recorded > 0)
        return Text{
            "Als Nächstes bei den Anbietern erfragen, wem ihre Angebote offenstehen (Blatt "
            "„Angebote“, Zielgruppen und Rechtskreis), und wo er fehlt, den Ort mit Lage (Blatt "
            "„Orte“).",
            "Next, ask the providers whom their offers are open to (sheet 'Offers', target groups "
            "and legal circle) and, where it is missing, for the venue with its position (sheet "
            "'Venues')."};
    if (f.unknown > f.within + f.outside)
        return Text{
            "Als Nächstes zu den Angeboten den Ort mit Lage erfassen (Blatt „Orte“); wo "
            "keiner bekannt ist, lässt sich über den Weg nichts sagen.",
            "Next, record venues with positions for the offers (sheet 'Venues'); without "
            "them nothing can be said about the way."};
    if (f.outside > 0)
        return Text{
            "Ein kurzer Weg heißt nicht, dass Platz frei ist oder die Uhrzeit passt. Als "
            "Nächstes die längsten Wege mit dem Fahrplan prüfen (Blatt „Wege“) und mit "
            "„lotse cascade“ nachsehen, woran es außer am Weg noch liegt.",
            "A short way does not mean that a place is free or the hour fits. Next, check "
            "the longest ways against the timetable (sheet 'Travel') and look with 'lotse cascade' "
            "what else stands in the way."};
    return Text{
        "Ein kurzer Weg heißt nicht, dass Platz frei ist oder die Uhrzeit passt. Als "
        "Nächstes mit „lotse cascade“ nachsehen, woran es außer am Weg noch liegt.",
        "A short way does not mean that a place is free or the hour fits. Next, look with "
        "'lotse cascade' what else stands in the way."};
}

}  // namespace

void Reach::explain(const View& view, const Findings& findings, Document& document) {
    note_rules(view, findings, document.notes);
    note_unusable_rules(findings.unusable_rules, document.notes);
    note_gaps(findings, document.notes);
    note_nested_areas(view, document.notes);
    note_lost_providers(view, document.notes);
    note_unused_options(view, {"area", "topic", "target", "legal", "at"}, document.notes);
    auto& reading = document.reading;
    if (findings.area_count == 0) {
        reading.push_back(no_rows_words(view));
        return;
    }
    if (findings.share_within)
        reading.push_back(message(
            {"Von {} aus Gebiet und Thema liegt in {} das nächste offene Angebot innerhalb der "
             "Schwelle, in {} außerhalb; von {} ist der Weg nicht bekannt. Gewichtet nach „{}“ "
             "sind "
             "{} der bekannten Wege kurz genug.",
             "Of {} of area and topic the nearest open offer lies within the threshold in {}, "
             "outside in {}; of {} the way is not known. Weighted by '{}', {} of the known ways "
             "are "
             "short enough."},
            {counted(findings.areas.size(), {"Feld", "cell"}, {"Feldern", "cells"}),
             count_words(findings.within), count_words(findings.outside),
             count_words(findings.unknown), findings.demand.label,
             percent_words(*findings.share_within)}));
    else if (only_online(findings))
        reading.push_back(Text{
            "Offene Angebote dazu gibt es nur online; sie haben keinen Weg, setzen aber Gerät, "
            "Netz und Übung voraus.",
            "Open offers on this are online only; there is no way to go, but they take a "
            "device, a network and practice."});
    else
        reading.push_back(
            Text{"Von keinem Gebiet ist der Weg zu einem offenen Angebot bekannt. Das heißt nicht, "
                 "dass es keines gibt.",
                 "From no area the way to an open offer is known. This does not mean that there is "
                 "none."});
    if (auto words = farthest(*view.network, findings)) reading.push_back(*std::move(words));
    reading.push_back(next_step(findings));
}

}  // namespace lotse::analysis
