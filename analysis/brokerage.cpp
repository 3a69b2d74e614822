#include <lotse/analysis/brokerage.hpp>

#include <lotse/graph/brokerage.hpp>

#include "erase.hpp"
#include "layer_edges.hpp"
#include "two_mode_brokerage.hpp"
#include "unused_options.hpp"
#include "words.hpp"

#include <algorithm>
#include <set>

namespace lotse::analysis {
namespace {

using Broker = Brokerage::Broker;
using graph::BrokerageRole;

/// Which members of a row hold which role, and its words.
struct RoleColumns {
    BrokerageRole role;
    std::string_view key;
    Text label;
    Text meaning;
    Broker::Count Broker::*count;
    Broker::Score Broker::*expected;
    Broker::Score Broker::*z;
};

const std::array<RoleColumns, graph::brokerage_roles>& role_columns() {
    using B = Broker;
    static const std::array<RoleColumns, graph::brokerage_roles> columns{
        RoleColumns{BrokerageRole::coordinator,
                    "coordinator",
                    {"Koordinator", "Coordinator"},
                    {"alle drei im selben Sektor", "all three in the same sector"},
                    &B::coordinator,
                    &B::expected_coordinator,
                    &B::z_coordinator},
        {BrokerageRole::itinerant,
         "itinerant",
         {"Außenvermittler", "Itinerant broker"},
         {"zwischen zwei Akteuren eines anderen Sektors", "between two actors of another sector"},
         &B::itinerant,
         &B::expected_itinerant,
         &B::z_itinerant},
        {BrokerageRole::gatekeeper,
         "gatekeeper",
         {"Torwächter", "Gatekeeper"},
         {"von einem anderen Sektor in den eigenen", "from another sector into its own"},
         &B::gatekeeper,
         &B::expected_gatekeeper,
         &B::z_gatekeeper},
        {BrokerageRole::representative,
         "representative",
         {"Repräsentant", "Representative"},
         {"vom eigenen Sektor in einen anderen", "from its own sector to another"},
         &B::representative,
         &B::expected_representative,
         &B::z_representative},
        {BrokerageRole::liaison,
         "liaison",
         {"Verbinder", "Liaison"},
         {"alle drei in verschiedenen Sektoren", "all three in different sectors"},
         &B::liaison,
         &B::expected_liaison,
         &B::z_liaison},
        {BrokerageRole::total,
         "total",
         {"Zusammen", "Total"},
         {"alle Rollen zusammen", "all roles together"},
         &B::total,
         &B::expected_total,
         &B::z_total},
    };
    return columns;
}

/// The layer without the actors whose sector is not recorded.
LayerGraph with_sector(const View& view, const LayerGraph& layer) {
    LayerGraph out;
    out.layer = layer.layer;
    const auto known = [&](ActorId actor) { return view.network->sector_of(actor).has_value(); };
    std::ranges::copy_if(layer.actors, std::back_inserter(out.actors), known);
    std::ranges::copy_if(layer.ties, std::back_inserter(out.ties), [&](TieId id) {
        const Tie& tie = (*view.network)[id];
        return known(*tie.from) && known(*tie.to);
    });
    return out;
}

/// Sectors numbered 0, 1, ... in their own order; one number per actor of the layer.
std::vector<std::size_t> groups(const View& view, const LayerGraph& layer) {
    std::set<Sector> present;
    for (const ActorId actor : layer.actors) present.insert(*view.network->sector_of(actor));
    std::vector<std::size_t> out;
    for (const ActorId actor : layer.actors)
        out.push_back(static_cast<std::size_t>(
            std::distance(present.begin(), present.find(*view.network->sector_of(actor)))));
    return out;
}

std::vector<Brokerage::Role> summarize(const std::vector<Broker>& brokers) {
    std::vector<Brokerage::Role> out;
    for (const RoleColumns& columns : role_columns()) {
        Brokerage::Role& role = out.emplace_back(
            Brokerage::Role{{std::string{columns.key}, columns.label}, columns.meaning});
        for (const Broker& broker : brokers) {
            const std::int64_t count = (broker.*columns.count).value_or(0);
            role.count += count;
            if (count == 0 || count < role.pairs.value_or(0)) continue;
            if (count == role.pairs) {
                ++*role.also;
                role.most_often = std::min(*role.most_often, broker.actor);
                continue;
            }
            role.pairs = count;
            role.also = 0;
            role.most_often = broker.actor;
        }
    }
    return out;
}

}  // namespace

Info Brokerage::info() {
    return {"brokerage",
            "A07",
            Theme::ways,
            {"Vermittlerrollen", "Brokerage roles"},
            {"Wer steht zwischen Partnern ohne eigene Beziehung, und zwischen welchen Sektoren?",
             "Who stands between partners without a tie of their own, and between which sectors?"},
            "Gould, R. V., & Fernandez, R. M. (1989), Structures of mediation: a formal approach "
            "to brokerage in transaction networks, Sociological Methodology 19, 89-126"};
}

Result<Brokerage::Findings> Brokerage::run(const View& view, const Options&) {
    Findings out;
    out.layer = layer_graph(view, Layer::actors);
    const LayerGraph known = with_sector(view, out.layer);
    const graph::EdgeList edges = layer_edges(view, known);
    const std::vector<std::size_t> group = groups(view, known);
    const auto n = static_cast<double>(edges.vertices);

    out.actor_count = static_cast<std::int64_t>(out.layer.actors.size());
    out.without_sector = out.actor_count - static_cast<std::int64_t>(known.actors.size());
    out.sectors =
        static_cast<std::int64_t>(std::set<std::size_t>(group.begin(), group.end()).size());
    out.directed_ties = static_cast<std::int64_t>(edges.edges.size());
    if (edges.vertices > 1) out.density = static_cast<double>(edges.edges.size()) / (n * (n - 1));

    const auto rows = graph::Csr::of(edges, graph::Lengths::hops);
    if (!rows) return rows.error();
    const auto counts = graph::brokerage(*rows, group, graph::Threads{view.threads});
    const auto expected = graph::expected_brokerage(group, graph::dyads(*rows));
    for (std::size_t i = 0; i < known.actors.size(); ++i) {
        Broker& broker = out.actors.emplace_back(Broker{known.actors[i]});
        broker.sector = view.network->sector_of(broker.actor);
        const graph::BrokerageExpectation& chance = expected[group[i]];
        for (const RoleColumns& columns : role_columns()) {
            const auto r = static_cast<std::size_t>(columns.role);
            broker.*columns.count = counts[i][r];
            if (!out.density) continue;
            broker.*columns.expected = chance.mean[r];
            if (chance.deviation[r] > 0)
                broker.*columns.z =
                    (static_cast<double>(counts[i][r]) - chance.mean[r]) / chance.deviation[r];
        }
    }
    for (const ActorId actor : out.layer.actors)
        if (!view.network->sector_of(actor)) out.actors.push_back(Broker{actor});
    std::ranges::stable_sort(out.actors, std::greater{}, &Broker::total);
    out.roles = summarize(out.actors);
    out.brokered_pairs = out.roles.back().count;
    TwoModeBrokerage through_bodies = two_mode_brokerage(view, out.layer);
    out.meetings = std::move(through_bodies.meetings);
    out.links = std::move(through_bodies.links);
    return out;
}

void Brokerage::explain(const View& view, const Findings& findings, Document& document) {
    const Network& network = *view.network;
    document.notes = layer_notes(findings.layer);
    note_unused_options(view, {"area", "topic", "kinds", "layer", "min-level", "at"},
                        document.notes);
    const auto note = [&](Message words) { document.notes.push_back(std::move(words)); };
    note(
        Text{"Gezählt werden geordnete Paare (A, C), zwischen denen B vermittelt: A→B und B→C "
             "sind erfasst, A→C nicht. Mehrere Beziehungen von A nach B zählen als eine, "
             "Beziehungen ohne Richtung gelten in beide. Die Rolle folgt aus den Sektoren der "
             "drei.",
             "Counted are ordered pairs (A, C) that B stands between: A→B and B→C are recorded, "
             "A→C is not. Several ties from A to B count as one, undirected ties lead both ways. "
             "The role follows from the sectors of the three."});
    note(
        Text{"Erwartet und z: Vergleich mit Zufallsnetzen gleicher Größe und gleicher Sektoren, in "
             "denen im Mittel ebenso viele Paare in beide und ebenso viele in eine Richtung "
             "verbunden sind; z ist der Abstand in Standardabweichungen. Ob z einer "
             "Normalverteilung folgt, ist offen: Es ordnet ein und beweist nichts. Leer, wo sich "
             "die Zahl nicht ändern kann.",
             "Expected and z: comparison with random networks of the same size and the same "
             "sectors, in which on average as many pairs are joined both ways and as many one way; "
             "z is the distance in standard deviations. Whether z follows a normal distribution is "
             "open: it puts into perspective and proves nothing. Empty where the count cannot "
             "vary."});
    if (findings.without_sector > 0) {
        const Naming first = network.name_of(
            std::ranges::find(findings.actors, std::optional<Sector>{}, &Broker::sector)->actor);
        note(message({"Akteure ohne erfassten Sektor haben keine Rolle und sind mit ihren "
                      "Beziehungen nicht im Vergleich: {} (etwa {}). Bitte ergänzen: {}.",
                      "Actors without a recorded sector have no role and are left out with their "
                      "ties: {} (such as {}). Please fill in: {}."},
                     {count_words(findings.without_sector), Message{first.name, first.name},
                      place_of_column("actors", "sector")}));
    }

    if (!findings.meetings.empty())
        note(
            Text{"Über Gremien: gezählt sind Paare von Mitgliedern mit erfasstem Sektor und ohne "
                 "eigene Beziehung, und Paare von Gremien, die nur ein Mitglied gemeinsam haben. "
                 "Gemeinsam in einem Gremium zu sitzen heißt nicht, dass man dort miteinander "
                 "spricht.",
                 "Through bodies: counted are pairs of members with a recorded sector and without "
                 "a tie of their own, and pairs of bodies that have only one member in common. To "
                 "sit in one body does not mean to talk with each other there."});

    const auto read = [&](Message words) { document.reading.push_back(std::move(words)); };
    const auto name = [&](ActorId actor) -> Message {
        return {network[actor].name, network[actor].name};
    };
    if (findings.without_sector > 0 &&
        findings.without_sector == static_cast<std::int64_t>(findings.actors.size())) {
        read(Text{
            "Bei keinem Akteur ist ein Sektor erfasst; wer zwischen Sektoren vermittelt, lässt "
            "sich nicht sagen.",
            "No actor has a recorded sector; who brokers between sectors cannot be said."});
        return;
    }
    if (findings.directed_ties == 0) {
        read(
            Text{"Zwischen Akteuren mit erfasstem Sektor ist auf dieser Ebene keine Beziehung "
                 "erfasst; wer vermittelt, lässt sich nicht sagen.",
                 "No tie between actors with a recorded sector is recorded on this layer; who "
                 "brokers cannot be said."});
        return;
    }
    if (findings.brokered_pairs == 0) {
        read(
            Text{"In den erfassten Beziehungen steht niemand zwischen zwei Partnern, die keine "
                 "eigene Beziehung haben. Das kann an fehlenden Angaben liegen.",
                 "In the recorded ties nobody stands between two partners without a tie of their "
                 "own. That may be due to missing entries."});
        return;
    }
    const Broker& most = findings.actors.front();
    const Role& liaison = findings.roles[static_cast<std::size_t>(BrokerageRole::liaison)];
    const Role& gate = findings.roles[static_cast<std::size_t>(BrokerageRole::gatekeeper)];
    const Message pairs = counted(*most.total, {"Paar", "pair"}, {"Paare", "pairs"});
    const auto as_often = std::ranges::count(findings.actors, most.total, &Broker::total) - 1;
    const Message most_often = with_equals(name(most.actor), as_often);
    const Message chance = number_words(most.expected_total.value_or(0), 1);
    read(liaison.most_often
             ? message({"Am häufigsten vermittelt {}: {}, in einem Zufallsnetz wären {} zu "
                        "erwarten; zwischen drei verschiedenen Sektoren vor allem {} ({} von {}).",
                        "{} brokers most often: {}, where a random network would have {}; "
                        "between three different sectors it is mainly {} ({} of {})."},
                       {most_often, pairs, chance,
                        with_equals(name(*liaison.most_often), liaison.also.value_or(0)),
                        count_words(*liaison.pairs), count_words(liaison.count)})
             : message({"Am häufigsten vermittelt {}: {}, in einem Zufallsnetz wären {} zu "
                        "erwarten; zwischen drei verschiedenen Sektoren vermittelt niemand.",
                        "{} brokers most often: {}, where a random network would have {}; "
                        "nobody connects three different sectors."},
                       {most_often, pairs, chance}));
    if (gate.most_often)
        read(message({"In den eigenen Sektor herein führt am häufigsten {}. Wer dort jemanden "
                      "sucht, fragt zuerst hier an.",
                      "Into its own sector it is most often {} that leads. Who looks for somebody "
                      "there asks here first."},
                     {with_equals(name(*gate.most_often), gate.also.value_or(0))}));
    if (!findings.meetings.empty() && findings.meetings.front().between > 0)
        read(message(
            {"In {} treffen sich die meisten Paare aus zwei Sektoren, die sonst nicht "
             "verbunden sind: {}. Dort lassen sich neue Beziehungen anbahnen.",
             "Most pairs of two sectors that are not tied otherwise meet in {}: {}. New "
             "ties can be prepared there."},
            {with_equals(name(findings.meetings.front().body),
                         std::ranges::count(findings.meetings, findings.meetings.front().between,
                                            &Meeting::between) -
                             1),
             count_words(findings.meetings.front().between)}));
    read(
        Text{"Die Rollennamen sind Fachwörter: Ein Torwächter sperrt niemanden aus. Die Zahlen "
             "sagen nichts über Personen oder die Güte der Arbeit; hängt viel an einer Stelle, "
             "hilft eine zweite Beziehung zwischen den Sektoren.",
             "The names of the roles are technical terms: a gatekeeper shuts nobody out. The "
             "numbers say nothing about persons or the quality of work; where much hangs on one "
             "place, a second tie between the sectors helps."});
}

Entry Brokerage::entry() {
    return erase<Brokerage>();
}

}  // namespace lotse::analysis
