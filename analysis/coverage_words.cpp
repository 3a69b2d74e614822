#include <lotse/analysis/coverage.hpp>

#include "coverage_evidence.hpp"
#include "coverage_rows.hpp"
#include "offer_phase.hpp"
#include "unused_options.hpp"
#include "words.hpp"

#include <algorithm>
#include <set>

namespace lotse::analysis {
namespace {

void note_offers(const View& view, std::vector<Message>& notes) {
    if (view.reference_date())
        notes.push_back(
            Text{"Angebote, die nach dem Stichtag weniger als zwölf Monate laufen, gelten als "
                 "Angebote mit Hürde.",
                 "Offers that run for less than twelve months from the reference date count as "
                 "offers with a barrier."});
    else
        notes.push_back(
            Text{"Kein Stichtag: Ob Angebote schon begonnen haben, noch laufen oder bald enden, "
                 "wurde nicht geprüft. --at nennt einen.",
                 "No reference date: whether offers have begun, still run or end soon was not "
                 "checked. --at names one."});
    if (view.targets.empty() && view.legal.empty())
        notes.push_back(Text{
            "Ohne --target und --legal zählt ein Angebot, sobald es für irgendeine Gruppe offen "
            "ist.",
            "Without --target and --legal an offer counts as soon as it is open to any group."});
}

void note_counts(const Coverage::Findings& findings, std::vector<Message>& notes) {
    const auto note = [&](std::int64_t count, Text words) {
        if (count > 0) notes.push_back(message(words, {count_words(count)}));
    };
    note(findings.online_only, {"Felder, die allein auf Online-Angeboten beruhen: {}.",
                                "Cells that rest on online offers alone: {}."});
    note(findings.areas_without_population,
         {"Gebiete ohne erfasste Einwohnerzahl, die in den Anteilen fehlen: {}.",
          "Areas without a recorded population, missing from the shares: {}."});
    note_withheld(findings.areas_with_withheld_population, notes);
    note(static_cast<std::int64_t>(findings.contradictions.size()),
         {"Felder, in denen erfasste Angebote einer Feststellung widersprechen: {}. Es gilt das "
          "Angebot; bitte prüfen (Tabelle „Widersprüche“).",
          "Cells in which recorded offers contradict a finding: {}. The offer counts; please check "
          "(table 'Contradictions')."});
}

std::optional<AreaId> area_of(const Network& network, const Offer& offer) {
    for (const auto& area : offer.areas) return *area;
    for (const auto& venue : offer.venues)
        if (!network[*venue].area.empty()) return *network[*venue].area;
    return std::nullopt;
}

/// What decides no cell, and areas in which it can be seen.
struct Uncounted {
    std::int64_t count = 0;
    std::set<AreaId> areas;

    void add(std::optional<AreaId> area) {
        ++count;
        if (area) areas.insert(*area);
    }
};

Message area_names(const Network& network, const std::set<AreaId>& areas) {
    return names_words<Area>(network, std::vector<AreaId>(areas.begin(), areas.end()));
}

bool is_asked(const View& view, const Finding& finding) {
    return view.topics.empty() ||
           std::ranges::find(view.topics, finding.topic) != view.topics.end();
}

/// Findings on parts of the rows decide no cell: nothing of it may vanish unsaid.
void note_finer_findings(const View& view, const Coverage::Findings& findings,
                         std::vector<Message>& notes) {
    const Network& network = *view.network;
    std::set<AreaId> rows;
    for (const Coverage::Cell& cell : findings.cells) rows.insert(cell.area);
    Uncounted finer;
    for (const Finding& finding : network.tables().findings)
        if (is_asked(view, finding) && !rows.contains(*finding.area) &&
            std::ranges::any_of(rows,
                                [&](AreaId row) { return network.within(*finding.area, row); }))
            finer.add(*finding.area);
    if (finer.areas.empty()) return;
    const Area& first = network[*finer.areas.begin()];
    const bool of_one_level =
        !first.level.empty() && std::ranges::all_of(finer.areas, [&](AreaId area) {
            return network[area].level == first.level;
        });
    const Message how = of_one_level
                            ? message({"--by {} zeigt sie", "--by {} shows them"}, {first.level})
                            : message({"--area mit dem Gebiet zeigt sie, etwa --area {}",
                                       "--area with the area shows them, such as --area {}"},
                                      {first.key});
    notes.push_back(message(
        {"Feststellungen zu Teilen dieser Gebiete, die hier in keinem Feld zählen: {} ({}). {}.",
         "Findings on parts of these areas, which count in no cell here: {} ({}). {}."},
        {count_words(finer.count), area_names(network, finer.areas), how}));
}

void note_elsewhere(const Network& network, const Uncounted& found, Text what,
                    std::vector<Message>& notes) {
    if (found.areas.empty()) return;
    const std::string& key = network[*found.areas.begin()].key;
    notes.push_back(message(
        {"{}, in denen, soweit erfasst, keine der Zeilen liegt und die deshalb in keinem Feld "
         "zählen: {} ({}). Liegt doch eine darin, gehört das ins {}, Spalte „Übergeordnet“; sonst "
         "zeigt --area mit dem Gebiet, was es dort gibt, etwa --area {}.",
         "{} in which, as far as recorded, none of the rows lies, and which therefore count in no "
         "cell: {} ({}). If one does lie there, enter it in the {}, column 'Parent'; otherwise "
         "--area with the area shows what there is, such as --area {}."},
        {what, count_words(found.count), area_names(network, found.areas), place_of_table("areas"),
         Message{key, key}}));
}

/// Offers and findings for wider areas of which it is not recorded what rows lie in them decide no
/// cell either.
void note_elsewhere(const View& view, const Coverage::Findings& findings,
                    std::vector<Message>& notes) {
    if (!view.areas.empty() || findings.cells.empty()) return;
    const Network& network = *view.network;
    std::set<AreaId> rows;
    for (const Coverage::Cell& cell : findings.cells) rows.insert(cell.area);
    Uncounted offers;
    for (const Offer& offer : network.offers())
        if (!lacks_area(network, offer) && topic_in_view(view, offer) &&
            phase_of(offer, view.moment()) != Phase::ended &&
            std::ranges::none_of(rows, [&](AreaId row) {
                return presence_of(network, offer, row) != Presence::none;
            }))
            offers.add(area_of(network, offer));
    note_elsewhere(network, offers, {"Angebote für Gebiete", "Offers for areas"}, notes);
    Uncounted others;
    for (const Finding& finding : network.tables().findings)
        if (is_asked(view, finding) && std::ranges::none_of(rows, [&](AreaId row) {
                return network.within(row, *finding.area) || network.within(*finding.area, row);
            }))
            others.add(*finding.area);
    note_elsewhere(network, others, {"Feststellungen zu Gebieten", "Findings on areas"}, notes);
}

/// What is not recorded is no barrier; how often that is the case must be said.
void note_barriers(const View& view, const Coverage::Findings& findings,
                   std::vector<Message>& notes) {
    const Network& network = *view.network;
    std::set<OfferId> offers;  // that make a cell available: not the planned ones beside them
    for (const Coverage::Cell& cell : findings.cells) {
        if (cell.state != CoverageState::available) continue;
        const Group group{cell.target ? cell.target->key : std::string{},
                          cell.legal ? cell.legal->key : std::string{}};
        for (const Choice& offer : cell.offers)
            if (const auto id = network.find_offer(offer.key))
                if (const auto found = evidence_of(view, *id, cell.area, group);
                    found && found->state == CoverageState::available)
                    offers.insert(*id);
    }
    const auto lacking =
        std::ranges::count_if(offers, [&](OfferId id) { return lacks_barriers(network[id]); });
    if (lacking > 0)
        notes.push_back(message(
            {"Laufende Angebote ohne erfasste Hürde, bei denen nicht erfasst ist, ob sie etwas "
             "kosten, freiwillig sind oder nur Zugewiesenen offenstehen: {} von {}. Was nicht "
             "erfasst ist, zählt nicht als Hürde.",
             "Running offers without a recorded barrier for which it is not recorded whether they "
             "take a fee, are voluntary or only for people sent by the jobcenter: {} of {}. What "
             "is not recorded counts as no barrier."},
            {count_words(lacking), count_words(offers.size())}));
}

/// Whether jobcenters take part is asked of a programme; of anything else it may be a slip.
void note_no_programme(const Network& network, const Coverage::Findings& findings,
                       std::vector<Message>& notes) {
    const auto actor = network.find_actor(findings.topics.front().topic.key);
    if (!actor || network[*actor].kind == "programme") return;
    const Choice kind = network.codes().choice("actor_kinds", network[*actor].kind);
    notes.push_back(message(
        {"--programme: „{}“ ist nicht als Programm erfasst, sondern als: {}.",
         "--programme: '{}' is not recorded as a programme, but as: {}."},
        {name_words(network, *actor),
         kind.key.empty() ? Message{Text{"Art nicht erfasst", "kind not recorded"}} : kind.label}));
}

void note_participants_without_area(const View& view, const Coverage::Findings& findings,
                                    std::vector<Message>& notes) {
    const Network& network = *view.network;
    const auto programme = network.find_actor(findings.topics.front().topic.key);
    if (!programme) return;
    std::vector<ActorId> lost;
    for (const Tie& tie : network.ties())
        if (tie.kind == TieKind::participates_in && *tie.to == *programme &&
            phase_of(tie, view.moment()) != Phase::ended &&
            actor_phase(view, *tie.from) != Phase::ended && may_participate(network, *tie.from) &&
            network[*tie.from].area.empty() && network[*tie.from].serves.empty())
            lost.push_back(*tie.from);
    if (lost.empty()) return;
    notes.push_back(message(
        {"Jobcenter und Agenturen, die teilnehmen oder teilnehmen werden und ohne erfasstes Gebiet "
         "in keinem Feld zählen: {}. Tragen Sie Sitz oder Zuständigkeit ein ({}).",
         "Jobcenters and agencies that take part or are going to, and count in no cell without a "
         "recorded area: {}. Enter seat or area of work ({})."},
        {names_words<Actor>(network, lost), place_of_table("actors")}));
}

std::optional<Message> next_step(const Network& network, const Coverage::Findings& findings) {
    if (!findings.questions.empty()) {
        const Coverage::Question& first = findings.questions.front();
        const std::string& name = network[first.ask].name;
        return message({"Nächster Schritt: nachfragen bei „{}“; dort ist am ehesten etwas bekannt "
                        "(offene Felder: {}).",
                        "Next step: ask '{}', the most likely to know (open cells: {})."},
                       {Message{name, name}, count_words(first.cells)});
    }
    if (findings.barrier > 0)
        return Text{
            "Nächster Schritt: bei den Feldern mit Hürde den Grund ansehen und mit den "
            "Anbietern klären, was sich ändern lässt.",
            "Next step: look at the reasons of the cells with a barrier and settle with the "
            "providers what can be changed."};
    return std::nullopt;
}

}  // namespace

void Coverage::explain(const View& view, const Findings& findings, Document& document) {
    auto& notes = document.notes;
    if (const auto date = view.reference_date())
        notes.push_back(message({"Stichtag: {}.", "Reference date: {}."}, {date_words(*date)}));
    note_nested_areas(view, notes);
    note_unused_options(view, {"area", "topic", "target", "legal", "at"}, notes);
    if (findings.subject == Subject::offers) {
        note_offers(view, notes);
    } else {
        note_no_programme(*view.network, findings, notes);
        note_participants_without_area(view, findings, notes);
    }
    notes.push_back(Text{
        "„Keins“ steht nur da, wo jemand es festgestellt hat. „Nicht erhoben“ heißt: Es ist "
        "nichts erfasst, auch kein Fehlen.",
        "'None' stands only where somebody has established it. 'Not recorded' means that nothing "
        "is recorded, not even an absence."});
    if (findings.subject == Subject::offers) note_offers_without_area(view, notes);
    note_counts(findings, notes);
    if (findings.subject == Subject::offers) {
        note_barriers(view, findings, notes);
        note_elsewhere(view, findings, notes);
        note_lost_providers(view, notes);
        note_finer_findings(view, findings, notes);
    }

    auto& reading = document.reading;
    const auto cells = static_cast<std::int64_t>(findings.cells.size());
    if (cells == 0) {
        reading.push_back(no_rows_words(view));
        return;
    }
    reading.push_back(
        message({"Felder: {}. Davon vorhanden {}, mit Hürde {}, geplant {}, nach einer "
                 "Feststellung leer {}, nicht erhoben {}.",
                 "Cells: {}. Available {}, with a barrier {}, planned {}, empty by a finding {}, "
                 "not recorded {}."},
                {count_words(cells), count_words(findings.available), count_words(findings.barrier),
                 count_words(findings.planned), count_words(findings.none),
                 count_words(findings.unknown)}));
    if (findings.unknown > 0)
        reading.push_back(
            Text{"Nicht erhoben ist kein Nein: Ob es dort etwas gibt, lässt sich aus "
                 "diesem Netz nicht sagen.",
                 "Not recorded is no 'no': this network cannot tell whether something "
                 "exists there."});
    if (auto step = next_step(*view.network, findings)) reading.push_back(*std::move(step));
}

}  // namespace lotse::analysis
