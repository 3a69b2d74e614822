#include <lotse/analysis/factsheet.hpp>

#include <lotse/analysis/coverage.hpp>
#include <lotse/analysis/paths.hpp>

#include "erase.hpp"
#include "factsheet_rows.hpp"
#include "factsheet_steps.hpp"
#include "hop_scores.hpp"
#include "layer_edges.hpp"
#include "ranking.hpp"
#include "what_if.hpp"
#include "words.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

using Findings = Factsheet::Findings;

Error usage(Text words, std::initializer_list<std::string_view> arguments = {}) {
    return {ErrorKind::usage, message(words, arguments)};
}

/// Degree and betweenness as `centrality` has them, with the place among all actors of the layer.
Status add_position(const View& view, ActorId actor, Findings& out) {
    const LayerGraph layer = layer_graph(view, Layer::actors);
    const auto it = std::ranges::find(layer.actors, actor);
    if (it == layer.actors.end()) return std::monostate{};  // not a partner, or not in view
    const auto own_position = static_cast<std::size_t>(it - layer.actors.begin());
    const graph::EdgeList edges =
        graph::undirected_projection(layer_edges(view, layer), graph::Merge::max);
    const HopScores hops{layer.actors.size(), Asked::once};
    out.pivots = hops.pivots();
    const auto between = hops.of(edges, Digits::twelve);
    if (!between) return between.error();
    const auto add = [&](std::string_view key, Text label, const auto& values) {
        const auto value = [](auto v) { return rank_value(static_cast<double>(v)); };
        const double own = value(values[own_position]);
        const auto above = std::ranges::count_if(values, [&](auto v) { return value(v) > own; });
        out.position.push_back({{std::string{key}, label},
                                own,
                                above + 1,
                                static_cast<std::int64_t>(layer.actors.size())});
    };
    add("degree", {"Partner (Grad)", "Partners (degree)"}, graph::degrees(edges, graph::Ends::all));
    add("betweenness", {"Lage zwischen anderen (Zwischenzentralität)", "Betweenness"},
        between->betweenness);
    return std::monostate{};
}

bool is_offered(const Network& network, const std::string& topic) {
    return std::ranges::any_of(network.offers(), [&](const Offer& offer) {
        return std::ranges::find(offer.topics, topic) != offer.topics.end();
    });
}

/// The best way to each topic on offer; of --topic, to those.
Status add_ways(const View& view, ActorId actor, Findings& out) {
    const Network& network = *view.network;
    for (const Code& code : network.codes().list("topics")->codes()) {
        const bool wanted = view.topics.empty()
                                ? is_offered(network, code.code)
                                : std::ranges::find(view.topics, code.code) != view.topics.end();
        if (!wanted) continue;
        Paths::Options options;
        options.from = network[actor].key;
        options.to = "topic=" + code.code;
        options.k = 1;
        const auto found = Paths::run(view, options);
        if (!found) return found.error();
        Factsheet::Way way{
            {code.code, code.label}, found->reachable, std::nullopt, {}, found->only_referred_to};
        if (!found->paths.empty()) {
            way.handoffs = found->paths.front().handoffs;
            way.way = found->paths.front().way;
        }
        out.ways.push_back(std::move(way));
    }
    return std::monostate{};
}

Status add_gaps(View view, const std::vector<AreaId>& areas, Findings& out) {
    view.areas = areas;
    const auto found = Coverage::run(view, {});
    if (!found) return found.error();
    for (const Coverage::Cell& cell : found->cells)
        if (cell.state != CoverageState::available)
            out.gaps.push_back({cell.area, cell.topic, cell.state, cell.reason, cell.ask});
    return std::monostate{};
}

/// Ways exist only between partners of the layer.
bool has_ways(const View& view, ActorId actor) {
    const auto layer = layer_graph(view, Layer::actors);
    return std::ranges::find(layer.actors, actor) != layer.actors.end();
}

Result<Findings> actor_sheet(const View& view, ActorId actor) {
    const Network& network = *view.network;
    Findings out;
    out.actor = actor;
    out.facts = facts_of(network, actor);
    SheetRows rows{view, out};
    rows.source(network[actor]);
    rows.contacts_of(actor);
    rows.offers_of(actor);
    rows.bodies_of(actor);
    rows.ties_of(actor);
    rows.agenda_of(actor);
    rows.finish();
    if (const auto done = add_position(view, actor, out); !done) return done.error();
    if (has_ways(view, actor))
        if (const auto done = add_ways(view, actor, out); !done) return done.error();
    std::vector<AreaId> areas;
    for (const auto& area : network[actor].serves) areas.push_back(*area);
    if (areas.empty() && !network[actor].area.empty()) areas.push_back(*network[actor].area);
    if (!areas.empty())
        if (const auto done = add_gaps(view, areas, out); !done) return done.error();
    out.steps = next_steps(view, out);
    return out;
}

Result<Findings> area_sheet(const View& view, AreaId area) {
    const Network& network = *view.network;
    Findings out;
    out.area = area;
    out.facts = facts_of(network, area);
    out.figures = figures_of(view, area);
    SheetRows rows{view, out};
    rows.source(network[area]);
    rows.everything_in(area);
    rows.finish();
    if (const auto done = add_gaps(view, {area}, out); !done) return done.error();
    constexpr std::size_t most_peers = 3;
    out.peers = Peers::nearest_to(view, area, most_peers);
    out.steps = next_steps(view, out);
    return out;
}

}  // namespace

Info Factsheet::info() {
    return {"factsheet",
            "A30",
            Theme::proposals,
            {"Steckbrief", "Factsheet"},
            {"Was ist über einen Partner oder ein Gebiet bekannt, was fehlt, was ist zu tun?",
             "What is known of a partner or an area, what is missing, what is to be done?"},
            "QUESTIONS A30; Centrality, Coverage, Paths and Peers for their tables",
            "--actor"};
}

Result<Factsheet::Findings> Factsheet::run(const View& view, const Options& options) {
    if (!options.actor.empty()) {
        const auto actor = view.network->find_actor(options.actor);
        if (!actor) return no_actor("actor", options.actor, view);
        return actor_sheet(view, *actor);
    }
    if (view.areas.size() != 1)
        return usage({"factsheet braucht --actor AKTEUR oder --area mit genau einem Gebiet.",
                      "factsheet needs --actor ACTOR or --area with exactly one area."});
    return area_sheet(view, view.areas.front());
}

namespace {

void read_actor(const View& view, const Findings& findings, Document& document) {
    const Network& network = *view.network;
    const Message name = name_words(network, *findings.actor);
    std::vector<ActorId> partners;
    for (const auto& tie : findings.ties)
        if (!tie.planned) partners.push_back(tie.partner);
    std::ranges::sort(partners);
    partners.erase(std::unique(partners.begin(), partners.end()), partners.end());
    document.reading.push_back(message(
        {"{}: erfasst sind Beziehungen zu {}, {} und {}. Was hier nicht steht, ist nicht erhoben "
         "(es kann trotzdem bestehen) oder beendet.",
         "{}: recorded are ties with {}, {} and {}. What is not here has not been recorded (it "
         "may exist all the same) or has ended."},
        {name, counted(partners.size(), {"Akteur", "actor"}, {"Akteuren", "actors"}),
         counted(findings.offers.size(), {"Angebot", "offer"}, {"Angebote", "offers"}),
         counted(findings.bodies.size(), {"Gremium", "body"}, {"Gremien", "bodies"})}));
    if (findings.ways.empty()) return;
    std::vector<Message> open;
    for (const auto& way : findings.ways)
        if (!way.reachable) open.push_back(way.topic.label);
    if (open.empty())
        document.reading.push_back(
            Text{"Zu allen Themen, für die es ein Angebot gibt, ist ein Weg erfasst. Ob er genutzt "
                 "wird, sagt das Netz nicht.",
                 "A way is recorded to every topic on offer. Whether it is used the network does "
                 "not tell."});
    else
        document.reading.push_back(message(
            {"Ohne erfassten Weg von hier: {} von {} Themen ({}).",
             "Without a recorded way from here: {} of {} topics "
             "({})."},
            {count_words(open.size()), count_words(findings.ways.size()), list_words(open)}));
}

void read_area(const View& view, const Findings& findings, Document& document) {
    const auto count = [&](CoverageState state) {
        return std::ranges::count(findings.gaps, state, &Factsheet::Gap::state);
    };
    document.reading.push_back(message(
        {"{}: erfasst sind {}, {} und {}, die hier sitzen, zuständig sind oder stattfinden.",
         "{}: recorded are {}, {} and {} that sit, serve or take place here."},
        {name_words(*view.network, *findings.area),
         counted(findings.actors.size(), {"Akteur", "actor"}, {"Akteure", "actors"}),
         counted(findings.bodies.size(), {"Gremium", "body"}, {"Gremien", "bodies"}),
         counted(findings.offers.size(), {"Angebot", "offer"}, {"Angebote", "offers"})}));
    document.reading.push_back(message(
        {"Felder der Angebotsmatrix, die nicht uneingeschränkt belegt sind: mit Hürde {}, geplant "
         "{}, bestätigt keins {}, nicht erhoben {}. Nicht erhoben heißt nicht, dass es nichts "
         "gibt.",
         "Cells of the coverage matrix that are not fully covered: with a barrier {}, planned {}, "
         "confirmed none {}, not recorded {}. Not recorded does not mean that there is nothing."},
        {count_words(count(CoverageState::barrier)), count_words(count(CoverageState::planned)),
         count_words(count(CoverageState::none)), count_words(count(CoverageState::unknown))}));
}

}  // namespace

void Factsheet::explain(const View& view, const Findings& findings, Document& document) {
    // Tables of the other kind of sheet.
    std::erase_if(document.tables, [&](const Table& table) {
        return findings.actor
                   ? table.key == "figures" || table.key == "actors"
                   : table.key == "ties" || table.key == "position" || table.key == "ways";
    });
    if (findings.peers.empty())  // "none" would be wrong: a note says why
        std::erase_if(document.tables, [](const Table& table) { return table.key == "peers"; });
    document.notes.push_back(
        findings.actor
            ? Text{"Stellung und Wege gelten für die Ebene der Akteure („lotse centrality“, „lotse "
                   "paths“); die übrigen Tabellen zeigen, was erfasst ist, ohne frühere "
                   "Beziehungen und beendete Angebote; geplante Beziehungen zählen oben nicht mit.",
                   "Position and ways hold for the layer of actors ('lotse centrality', 'lotse "
                   "paths'); the other tables show what is recorded, without former ties "
                   "and ended offers; planned ties are not counted above."}
            : Text{"Gezeigt ist, was erfasst ist: Akteure und Gremien, die hier sitzen oder "
                   "zuständig sind, und Angebote, die das Gebiet erreichen, ohne beendete.",
                   "Shown is what is recorded: actors and bodies that sit here or serve the area, "
                   "and offers that reach it, without ended ones."});
    if (const auto outside = findings.actor ? layer_graph(view, Layer::actors).outside : 0;
        outside > 0)
        document.notes.push_back(message(
            {"Stellung und Wege rechnen nur im gewählten Gebiet: nicht dabei {} zu Akteuren "
             "außerhalb. Die Tabelle der Beziehungen zeigt alle dieses Akteurs.",
             "Position and ways are worked out in the chosen area only: left out {} to actors "
             "outside. The table of ties shows all of this actor."},
            {counted(outside, {"Beziehung", "tie"}, {"Beziehungen", "ties"})}));
    document.notes.push_back(
        Text{"Postfächer stehen nicht im Steckbrief.", "Mailboxes are not part of the factsheet."});
    if (findings.area && findings.peers.empty())
        document.notes.push_back(
            Text{"Vergleichsorte fehlen: Ein Vergleich braucht mindestens zwei Merkmale dieses "
                 "Gebiets und eines anderen derselben Ebene („lotse peers“).",
                 "Peers are missing: a comparison takes at least two variables of this area and of "
                 "another of the same level ('lotse peers')."});
    if (findings.pivots)
        document.notes.push_back(message(
            {"Die Lage zwischen anderen ist in einem Netz dieser Größe geschätzt, aus den "
             "kürzesten Wegen von {} zufällig gewählten Akteuren (fester Startwert).",
             "In a network of this size betweenness is estimated, from the shortest paths of {} "
             "actors drawn at random (fixed seed)."},
            {count_words(*findings.pivots)}));
    if (findings.actor && findings.position.empty())
        document.notes.push_back(
            Text{"Programme, Vereinbarungen, Veranstaltungen und Sammelbegriffe haben keine "
                 "Stellung und keine Wege im Netz der Akteure.",
                 "Programmes, agreements, events and categories have no position and no ways in "
                 "the network of actors."});
    if (findings.actor)
        read_actor(view, findings, document);
    else
        read_area(view, findings, document);
    if (findings.steps.empty())
        document.reading.push_back(
            Text{"Aus den erfassten Angaben folgt kein nächster Schritt. Als Nächstes die Angaben "
                 "vor Ort bestätigen lassen.",
                 "No next step follows from the record. Next, have it confirmed on site."});
    else
        document.reading.push_back(
            message({"Als Nächstes: {} Die Tabelle „Nächste Schritte“ nennt alle ({}).",
                     "Next: {} The table 'Next steps' lists all ({})."},
                    {findings.steps.front().step, count_words(findings.steps.size())}));
}

Entry Factsheet::entry() {
    return erase<Factsheet>();
}

}  // namespace lotse::analysis
