#include <lotse/analysis/commitment.hpp>

#include "choices.hpp"
#include "commitment_pairs.hpp"
#include "confirmation.hpp"
#include "elapsed.hpp"
#include "erase.hpp"
#include "no_ties.hpp"
#include "rules.hpp"
#include "seats.hpp"
#include "unused_options.hpp"
#include "words.hpp"

#include <algorithm>
#include <map>

namespace lotse::analysis {
namespace {

std::vector<Commitment::LevelRow> level_rows(const Network& network,
                                             const Commitment::LevelCounts& counts) {
    const std::int64_t recorded = counts.ties - counts.not_recorded;
    const std::array per_level{counts.level_0, counts.level_1, counts.level_2, counts.level_3,
                               counts.level_4};
    std::vector<Commitment::LevelRow> out;
    for (std::size_t level = 0; level < per_level.size(); ++level) {
        Choice choice = network.codes().choice("tie_levels", std::to_string(level));
        choice.label = message({"{} {}", "{} {}"}, {count_words(level), choice.label});
        out.push_back({std::move(choice), per_level[level], share(per_level[level], counts.ties),
                       share(per_level[level], recorded)});
    }
    out.push_back({{"not_recorded", Text{"nicht erhoben", "not recorded"}},
                   counts.not_recorded,
                   share(counts.not_recorded, counts.ties),
                   std::nullopt});
    return out;
}

/// By kind and by pair of sectors, the most frequent first.
void count_levels(const Network& network, Commitment::Findings& out) {
    using Sectors = std::pair<std::optional<Sector>, std::optional<Sector>>;
    Commitment::LevelCounts all;
    std::map<TieKind, Commitment::KindRow> kinds;
    std::map<Sectors, Commitment::SectorRow> sectors;
    for (const TieId id : out.layer.ties) {
        const Tie& tie = network[id];
        all.add(tie.level);
        kinds[tie.kind].add(tie.level);
        Sectors pair{network.sector_of(*tie.from), network.sector_of(*tie.to)};
        const bool swapped = !pair.first || (pair.second && *pair.second < *pair.first);
        if (swapped) std::swap(pair.first, pair.second);
        sectors[pair].add(tie.level);
    }
    out.ties = all.ties;
    out.level_not_recorded = all.not_recorded;
    out.binding = all.level_3 + all.level_4;
    out.binding_share = share(out.binding, all.ties - all.not_recorded);
    out.levels = level_rows(network, all);
    for (auto& [kind, row] : kinds) {
        row.kind = kind_choice(network, kind);
        out.kinds.push_back(row);
    }
    for (auto& [pair, row] : sectors) {
        row.sector = pair.first;
        row.other = pair.second;
        out.sectors.push_back(row);
    }
    std::ranges::stable_sort(out.kinds, std::greater{}, &Commitment::KindRow::ties);
    std::ranges::stable_sort(out.sectors, std::greater{}, &Commitment::SectorRow::ties);
}

void count_pairs(const View& view, const std::vector<ActorId>& agreements,
                 Commitment::Findings& out) {
    const SharedAgreements shared = shared_agreements(view, agreements);
    out.dyad_rows = tied_pairs(view, out.layer, shared);
    out.dyads = static_cast<std::int64_t>(out.dyad_rows.size());
    out.agreements = static_cast<std::int64_t>(agreements.size());
    std::int64_t tied_and_agreed = 0;
    for (const Commitment::Dyad& row : out.dyad_rows) {
        switch (row.formality) {
            case Formality::formal: ++out.formal; break;
            case Formality::informal: ++out.informal; break;
            case Formality::not_recorded: ++out.formality_not_recorded; break;
        }
        if (row.ties == 1) ++out.single;
        if (row.multiplexity > 1) ++out.multiplex;
        if (!row.agreements.empty()) ++tied_and_agreed;
    }
    out.formal_share_low = share(out.formal, out.dyads);
    out.formal_share_high = share(out.formal + out.formality_not_recorded, out.dyads);
    const auto in_layer = [&](ActorId id) {
        return std::ranges::binary_search(out.layer.actors, id);
    };
    for (const auto& [pair, list] : shared)
        if (in_layer(pair.first) && in_layer(pair.second)) ++out.agreement_only;
    out.agreement_only -= tied_and_agreed;
}

void collect_endings(const View& view, const std::vector<ActorId>& agreements,
                     Commitment::Findings& out) {
    const Network& network = *view.network;
    const auto reference = view.reference_date();
    const int months = review_months(network, "expiry");
    for (const ActorId id : agreements)
        if (ends_within(network[id].until, months, reference))
            out.endings.push_back({*network[id].until, id, std::nullopt,
                                   network.codes().choice("actor_kinds", network[id].kind)});
    for (const TieId id : out.layer.ties) {
        const Tie& tie = network[id];
        if (ends_within(tie.until, months, reference))
            out.endings.push_back({*tie.until, *tie.from, *tie.to, kind_choice(network, tie.kind)});
    }
    std::ranges::stable_sort(out.endings, {},
                             [](const Commitment::Ending& row) { return row.until.latest(); });
}

void collect_confirmations(const Network& network, Commitment::Findings& out) {
    for (const TieId id : out.layer.ties) {
        const Tie& tie = network[id];
        const auto confirmed = confirmation(tie);
        if (confirmed && confirmed->both()) {
            ++out.confirmed;
            continue;
        }
        std::optional<Choice> by;
        if (confirmed) by = network.codes().choice("confirmed_by", tie.confirmed_by);
        ++(by ? out.not_confirmed : out.confirmation_not_recorded);
        out.unconfirmed.push_back({*tie.from, *tie.to, kind_choice(network, tie.kind), by});
    }
    std::ranges::stable_sort(out.unconfirmed, {},
                             [](const auto& row) { return !row.confirmed_by.has_value(); });
}

void collect_feedback(const Network& network, Commitment::Findings& out) {
    for (const TieId id : out.layer.ties) {
        const Tie& tie = network[id];
        if (tie.kind != TieKind::refers_to) continue;
        std::vector<Choice> topics;
        for (const std::string& topic : tie.topics)
            topics.push_back(network.codes().choice("topics", topic));
        out.feedback.push_back({*tie.from, *tie.to, tie.feedback, std::move(topics)});
        switch (tie.feedback) {
            case ThreeValued::yes: ++out.feedback_yes; break;
            case ThreeValued::no: ++out.feedback_no; break;
            case ThreeValued::unknown: ++out.feedback_not_recorded; break;
        }
    }
    std::ranges::stable_sort(out.feedback, {}, [](const Commitment::Feedback& row) {
        return row.feedback == ThreeValued::no ? 0 : row.feedback == ThreeValued::unknown ? 1 : 2;
    });
}

}  // namespace

void Commitment::LevelCounts::add(const std::optional<std::int64_t>& level) {
    ++ties;
    switch (level.value_or(-1)) {
        case 0: ++level_0; break;
        case 1: ++level_1; break;
        case 2: ++level_2; break;
        case 3: ++level_3; break;
        case 4: ++level_4; break;
        default: ++not_recorded; break;
    }
}

Info Commitment::info() {
    return {"commitment",
            "A12",
            Theme::governance,
            {"Verbindlichkeit", "Commitment"},
            {"Wie verbindlich ist die Zusammenarbeit, was ist vereinbart, und was endet bald?",
             "How binding is the cooperation, what is agreed, and what ends soon?"},
            "Provan, K. G., Veazie, M. A., Staten, L. K. & Teufel-Shone, N. I. (2005), The Use of "
            "Network Analysis to Strengthen Community Partnerships, Public Administration Review "
            "65(5), 603-613, doi:10.1111/j.1540-6210.2005.00487.x"};
}

Result<Commitment::Findings> Commitment::run(const View& view, const Options&) {
    Findings out;
    out.layer = layer_graph(view, Layer::actors);
    const auto agreements = present_agreements(view);
    count_levels(*view.network, out);
    count_pairs(view, agreements, out);
    collect_endings(view, agreements, out);
    collect_confirmations(*view.network, out);
    collect_feedback(*view.network, out);
    out.pairs = jobcenter_pairs(view);
    return out;
}

namespace {

Message next_step(const Network& network, const Commitment::Findings& findings) {
    if (!findings.endings.empty()) {
        const Commitment::Ending& first = findings.endings.front();
        const Message until = date_words(first.until);
        if (!first.to)
            return message({"Nächster Schritt: „{}“ läuft bis {}; klären, wie es weitergeht.",
                            "Next step: '{}' runs until {}; settle how to go on."},
                           {name_words(network, first.from), until});
        return message(
            {"Nächster Schritt: Die Beziehung „{}“ – „{}“ ({}) läuft bis {}; klären, wie es "
             "weitergeht.",
             "Next step: the tie '{}' – '{}' ({}) runs until {}; settle how to go on."},
            {name_words(network, first.from), name_words(network, *first.to), first.kind.label,
             until});
    }
    if (findings.level_not_recorded > 0)
        return message({"Nächster Schritt: fehlende Stufen nachtragen ({}).",
                        "Next step: record the missing levels ({})."},
                       {place_of_column("ties", "level")});
    return Text{
        "Nächster Schritt: bei den Paaren mit einer einzigen Beziehung klären, was bleibt, "
        "wenn sie endet.",
        "Next step: for the pairs on a single tie, settle what remains when it ends."};
}

void read_pairs(const Network& network, const Commitment::Findings& findings,
                std::vector<Message>& reading) {
    if (findings.pairs.empty()) return;
    const Commitment::Pair& first = findings.pairs.front();
    if (findings.pairs.size() == 1 && first.joint > 0)
        reading.push_back(
            message({"„{}“ und „{}“ haben erfasste gemeinsame Vorhaben: {}.",
                     "'{}' and '{}' have recorded joint projects: {}."},
                    {name_words(network, first.jobcenter), name_words(network, first.conference),
                     count_words(first.joint)}));
    else if (first.joint == 0)
        reading.push_back(
            message({"Zwischen „{}“ und „{}“ ist kein gemeinsames Vorhaben erfasst.",
                     "No joint project of '{}' and '{}' is recorded."},
                    {name_words(network, first.jobcenter), name_words(network, first.conference)}));
}

}  // namespace

void Commitment::explain(const View& view, const Findings& findings, Document& document) {
    auto& notes = document.notes;
    notes = layer_notes(findings.layer);
    notes.push_back(Text{
        "„Vereinbart“: beide sind Partei derselben Vereinbarung, oder eine Beziehung hat Stufe 4. "
        "„Nicht erhoben“: Mindestens eine Stufe fehlt. Mitgliedschaften haben oft keine Stufe.",
        "'Agreed': both are party to the same agreement, or a tie has level 4. 'Not "
        "recorded': at least one level is missing. Memberships often have no level."});
    if (view.reference_date())
        notes.push_back(message({"„Bald“: in weniger als {} Monaten nach dem Stichtag.",
                                 "'Soon': less than {} months after the reference date."},
                                {count_words(review_months(*view.network, "expiry"))}));
    else
        notes.push_back(Text{"Kein Stichtag: Was bald endet, wurde nicht geprüft.",
                             "No reference date: what ends soon was not checked."});
    notes.push_back(
        Text{"Wie oft man sich trifft und ob eine Beziehung an einer einzelnen Person "
             "hängt, ist nicht Teil der Daten.",
             "How often people meet, and whether a tie hangs on a single person, is "
             "not part of the data."});
    note_without_area(*view.network, without_area(view, paired_kinds), notes);
    note_unused_options(view, {"area", "topic", "kinds", "layer", "min-level", "at"}, notes);

    auto& reading = document.reading;
    if (findings.ties == 0) {
        reading.push_back(message({"{}. {}", "{}. {}"}, {no_ties_words(view), no_ties_step(view)}));
        return;
    }
    reading.push_back(message(
        {"Beziehungen: {}, davon {} mit erfasster Stufe; Stufe 3 oder 4 (gemeinsame Maßnahme, "
         "Vereinbarung oder gemeinsame Mittel) haben {}. Verbundene Paare: {}, davon vereinbart "
         "{}, nicht vereinbart {}, nicht erhoben {}.",
         "Ties: {}, of these {} with a recorded level; level 3 or 4 (joint activity, agreement or "
         "shared funds) have {}. Tied pairs: {}, agreed {}, not agreed {}, not recorded "
         "{}."},
        {count_words(findings.ties), count_words(findings.ties - findings.level_not_recorded),
         count_words(findings.binding), count_words(findings.dyads), count_words(findings.formal),
         count_words(findings.informal), count_words(findings.formality_not_recorded)}));
    read_pairs(*view.network, findings, reading);
    reading.push_back(
        Text{"Die Stufe sagt, wie verbindlich eine Beziehung ist, nicht wie gut sie "
             "ist.",
             "The level says how binding a tie is, not how good it is."});
    reading.push_back(next_step(*view.network, findings));
}

Entry Commitment::entry() {
    return erase<Commitment>();
}

}  // namespace lotse::analysis
