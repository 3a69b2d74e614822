#include "template_rows.hpp"

#include <algorithm>

namespace lotse::io {
namespace {

const std::vector<TemplateTable>& tables() {
    static const std::vector<TemplateTable> all{
        TemplateTable{
            "actors",
            {"Akteure: Einrichtungen, Gremien, Vereinbarungen, Programme, Ereignisse. Nie "
             "Personen.",
             "Actors: organisations, bodies, agreements, programmes, events. Never persons."},
            {{"key", {"jc-musterstadt", "jc-musterstadt"}},
             {"name", {"Jobcenter Musterstadt", "Jobcenter Musterstadt"}},
             {"kind", {"Jobcenter", "Jobcenter"}},
             {"area", {"05911", "05911"}},
             {"source", {"https://www.example.org", "https://www.example.org"}},
             {"as_of", {"2025-03", "2025-03"}}}},
        TemplateTable{"ties",
                      {"Beziehungen: wer mit wem kooperiert, an wen verweist, wen finanziert.",
                       "Ties: who cooperates with, refers to, funds whom."},
                      {{"from", {"jc-musterstadt", "jc-musterstadt"}},
                       {"to", {"sportverein-a", "sportverein-a"}},
                       {"kind", {"refers_to", "refers_to"}},
                       {"level", {"2", "2"}},
                       {"topics", {"LP-BEW", "LP-BEW"}},
                       {"as_of", {"2025-03", "2025-03"}}}},
        TemplateTable{"offers",
                      {"Angebote: Kurse, Beratungen, Gruppen mit Thema, Anbieter und Ort.",
                       "Offers: courses, counselling, groups with topic, provider and venue."},
                      {{"key", {"kurs-ruecken", "kurs-ruecken"}},
                       {"name", {"Rückenkurs", "Back course"}},
                       {"topics", {"LP-BEW", "LP-BEW"}},
                       {"providers", {"sportverein-a", "sportverein-a"}},
                       {"areas", {"05911", "05911"}},
                       {"free", {"ja", "yes"}}}},
        TemplateTable{"venues",
                      {"Orte, an denen Angebote stattfinden.", "Venues where offers take place."},
                      {{"key", {"halle-nord", "halle-nord"}},
                       {"name", {"Sporthalle Nord", "Sports hall north"}},
                       {"area", {"05911", "05911"}},
                       {"barrier_free", {"unbekannt", "unknown"}}}},
        TemplateTable{"areas",
                      {"Eigene Gebiete. Länder und Kreise kennt das Programm schon.",
                       "Own areas. The program knows the Länder and Kreise."},
                      {{"key", {"quartier-nord", "quartier-nord"}},
                       {"name", {"Quartier Nord", "Northern quarter"}},
                       {"parent", {"05911", "05911"}}}},
        TemplateTable{"contacts",
                      {"Ansprechstellen: Rollen und Funktionspostfächer, keine Namen.",
                       "Contacts: roles and function mailboxes, no names."},
                      {{"actor", {"jc-musterstadt", "jc-musterstadt"}},
                       {"role", {"Gesundheit im Jobcenter", "Health in the jobcenter"}},
                       {"filled", {"unbekannt", "unknown"}},
                       {"as_of", {"2025-03", "2025-03"}}}},
        TemplateTable{
            "agenda",
            {"Agenda: welches Gremium welches Thema auf welcher Stufe (0 bis 7) behandelt.",
             "Agenda: which body deals with which topic at which stage (0 to 7)."},
            {{"body", {"gesundheitskonferenz", "gesundheitskonferenz"}},
             {"topic", {"X-PSY", "X-PSY"}},
             {"stage", {"3", "3"}},
             {"date", {"2025-02", "2025-02"}}}},
        TemplateTable{
            "findings",
            {"Feststellungen: jemand hat bestätigt, dass es etwas nicht gibt, oder warum.",
             "Findings: somebody confirmed that there is none, or why not."},
            {{"area", {"05911", "05911"}},
             {"topic", {"LP-SUC", "LP-SUC"}},
             {"state", {"none", "none"}},
             {"source", {"Protokoll der AG", "Minutes of the group"}},
             {"as_of", {"2025-01", "2025-01"}}}},
        TemplateTable{"needs",
                      {"Bedarf: Zahlen für ein Gebiet, nie für Einzelne.",
                       "Needs: figures for an area, never for single persons."},
                      {{"area", {"05911", "05911"}},
                       {"topic", {"LP-BEW", "LP-BEW"}},
                       {"persons", {"120", "120"}},
                       {"year", {"2024", "2024"}}}},
        TemplateTable{"travel",
                      {"Wege: Minuten zwischen Gebieten oder Orten.",
                       "Travel: minutes between areas or venues."},
                      {{"from", {"quartier-nord", "quartier-nord"}},
                       {"to", {"halle-nord", "halle-nord"}},
                       {"minutes", {"25", "25"}},
                       {"mode", {"ÖPNV", "public transport"}}}},
        TemplateTable{
            "sources",
            {"Quellen: worauf sich die Angaben stützen.", "Sources: what the facts rest on."},
            {{"key", {"q1", "q1"}},
             {"title", {"Protokoll vom März 2025", "Minutes of March 2025"}},
             {"date", {"2025-03", "2025-03"}}}},
        TemplateTable{"codes",
                      {"Eigene Codes, die die mitgelieferten Listen ergänzen.",
                       "Own codes that extend the lists that come with the program."},
                      {{"list", {"topics", "topics"}},
                       {"code", {"X-GARTEN", "X-GARTEN"}},
                       {"de", {"Gemeinschaftsgärten", "Gemeinschaftsgärten"}},
                       {"en", {"Community gardens", "Community gardens"}}}},
    };
    return all;
}

constexpr std::array advice{
    Text{"Jedes Blatt ist eine Tabelle. Spalten mit * sind Pflicht, alle anderen dürfen leer "
         "bleiben oder fehlen.",
         "Each sheet is a table. Columns with * are required, all others may be empty or missing."},
    Text{"Leer heißt: nicht erhoben. Nur „nein“ heißt nein.",
         "Empty means: not recorded. Only 'no' means no."},
    Text{
        "Der Schlüssel eines Akteurs ist ein kurzes Wort ohne Leerzeichen (jc-bochum). Andere "
        "Tabellen nennen ihn so.",
        "The key of an actor is a short word without blanks (jc-bochum). Other tables name it so."},
    Text{"Mehrere Werte in einer Zelle trennt ein senkrechter Strich: Frauen|Langzeitarbeitslose.",
         "Several values in one cell are separated by a bar: Women|Professionals."},
    Text{"Datum: 2025, 2025-03, 2025-03-05 oder 05.03.2025.",
         "Dates: 2025, 2025-03, 2025-03-05 or 05.03.2025."},
    Text{"Gebiete sind amtliche Schlüssel als Text (Kreis 05911) oder eigene Schlüssel aus der "
         "Tabelle Gebiete.",
         "Areas are official keys as text (Kreis 05911) or own keys of the table Areas."},
    Text{"Eine Zeile, die mit # beginnt, ist ein Kommentar; die Beispielzeilen sind es. Ein Blatt, "
         "dessen Name auf (ignore) endet, wird nicht gelesen.",
         "A row that begins with # is a comment, as the example rows are. A sheet whose name ends "
         "in (ignore) is not read."},
    Text{"Prüfen: lotse check DATEI.xlsx -o geprueft.xlsx",
         "Check: lotse check FILE.xlsx -o "
         "checked.xlsx"},
    Text{"Datenschutz: Hier stehen nur Einrichtungen und Rollen. Keine Kundinnen und Kunden, keine "
         "Teilnehmenden, keine Kunden-, BG- oder Versichertennummern, keine Diagnosen; solche "
         "Dateien lehnt lotse ab.",
         "Privacy: only organisations and roles stand here. No clients, no participants, no "
         "customer or insurance numbers, no diagnoses; lotse refuses such files."},
    Text{"Keine Namen, Durchwahlen oder persönlichen Mailadressen von Beschäftigten; "
         "Funktionspostfächer sind erlaubt.",
         "No names, extensions or personal mail addresses of staff; function mailboxes are "
         "allowed."},
    Text{"Zahlen von Personen nur für Gebiete und nie kleiner als 3.",
         "Numbers of persons for areas only and never below 3."},
};

}  // namespace

const TemplateTable* template_table(std::string_view table) {
    const auto it = std::ranges::find(tables(), table, &TemplateTable::table);
    return it == tables().end() ? nullptr : &*it;
}

std::span<const Text> template_advice() {
    return advice;
}

}  // namespace lotse::io
