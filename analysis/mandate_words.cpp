#include "mandate_words.hpp"

#include "words.hpp"

#include <algorithm>
#include <set>

namespace lotse::analysis {
namespace {

/// Ways with an unclear hop, by what makes it unclear. A way may have hops of both kinds.
struct UnclearWays {
    std::set<std::int64_t> without_basis;
    std::set<std::int64_t> without_rule;
    std::vector<Message> bases;  ///< that no rule in force speaks of, each once
};

UnclearWays unclear_ways(const Paths::Findings& findings) {
    UnclearWays out;
    for (const Paths::Hop& hop : findings.hops) {
        if (hop.legality != Legality::unclear) continue;
        if (!hop.legal_basis) {
            out.without_basis.insert(hop.path);
            continue;
        }
        out.without_rule.insert(hop.path);
        const Message& basis = hop.legal_basis->label;
        if (std::ranges::find(out.bases, basis) == out.bases.end()) out.bases.push_back(basis);
    }
    return out;
}

void read_unclear(const Paths::Findings& findings, std::vector<Message>& reading) {
    const UnclearWays unclear = unclear_ways(findings);
    if (!unclear.without_basis.empty())
        reading.push_back(message(
            {"Wege mit mindestens einem Schritt ohne erfasste Rechtsgrundlage: {}. Das ist weder "
             "erlaubt noch verboten, sondern nachzutragen.",
             "Ways with at least one hop without a recorded legal basis: {}. That is neither "
             "permitted nor forbidden; it remains to be recorded."},
            {count_words(unclear.without_basis.size())}));
    if (!unclear.without_rule.empty())
        reading.push_back(message(
            {"Wege mit mindestens einem Schritt, dessen Rechtsgrundlage erfasst ist, zu der aber "
             "für die handelnde Stelle keine geltende Regel vorliegt: {}. Erfasst ist: {}. Das ist "
             "weder erlaubt noch verboten. Zu prüfen ist, ob der Rechtskreis der Stelle erfasst "
             "ist und stimmt und ob die Vorschrift noch gilt.",
             "Ways with at least one hop whose legal basis is recorded, but on which there is no "
             "rule in force for who acts: {}. Recorded is: {}. That is neither permitted nor "
             "forbidden. Check whether the legal circle of who acts is recorded and right, and "
             "whether the provision is still in force."},
            {count_words(unclear.without_rule.size()), list_words(unclear.bases)}));
}

}  // namespace

void explain_mandate(const View& view, const Paths::Findings& findings, Document& document) {
    auto& notes = document.notes;
    const auto date = view.reference_date();
    const Message day = date ? date_words(*date) : Message{Text{"ohne Stichtag", "without a date"}};
    notes.push_back(
        message({"{} Geprüft ist nur, ob die eingetragene "
                 "Rechtsgrundlage in der Liste der zulässigen Grundlagen steht; Stichtag: "
                 "{}.",
                 "{} Only whether the recorded legal basis stands "
                 "in the list of permitted ones is checked; date: {}."},
                {legal_notice(), day}));
    for (const std::string& rule : findings.rules)
        notes.push_back(message({"Verwendete Regel: {}", "Rule used: {}"}, {rule}));
    read_unclear(findings, document.reading);
    if (!findings.outside.empty())
        document.reading.push_back(message(
            {"Nicht als Weg aufgeführt: Schritte, deren Grundlage nicht zum Auftrag der handelnden "
             "Stelle gehört ({}, Tabelle „Außerhalb des Auftrags“).",
             "Not listed as ways: hops whose basis is outside the mandate of who acts ({}, table "
             "'Outside the mandate')."},
            {count_words(findings.outside.size())}));
}

}  // namespace lotse::analysis
