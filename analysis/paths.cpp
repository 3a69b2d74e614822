#include <lotse/analysis/paths.hpp>
#include <lotse/analysis/tie_direction.hpp>
#include <lotse/graph/boost_paths.hpp>

#include "erase.hpp"
#include "mandate_words.hpp"
#include "missing_link.hpp"
#include "path_graph.hpp"
#include "ways.hpp"
#include "what_if.hpp"
#include "words.hpp"

#include <algorithm>
#include <set>

namespace lotse::analysis {
namespace {

constexpr std::size_t legalities = 3;

/// Label of a hop: its legality, and whether it arrives at a goal.
std::size_t label_of(Legality legality, bool arrives) {
    return 2 * static_cast<std::size_t>(legality) + (arrives ? 1 : 0);
}

/// Ways that end at the first goal and whose worst hop is exactly this one.
graph::Automaton ways_with_worst(Legality worst) {
    constexpr std::size_t before = 0;  // no hop so bad yet
    constexpr std::size_t seen = 1;
    constexpr std::size_t arrived = 2;
    graph::Automaton out;
    out.start = worst == Legality::legal ? seen : before;
    out.accepting = {false, false, true};
    out.next.assign(3, std::vector<std::optional<std::size_t>>(2 * legalities));
    for (const auto& e : all_enumerators<Legality>) {
        if (e.value > worst) continue;
        if (e.value == worst) {
            out.next[before][label_of(e.value, false)] = seen;
            out.next[before][label_of(e.value, true)] = arrived;
        } else {
            out.next[before][label_of(e.value, false)] = before;
        }
        out.next[seen][label_of(e.value, false)] = seen;
        out.next[seen][label_of(e.value, true)] = arrived;
    }
    return out;
}

/// Any way that ends at the first goal.
graph::Automaton all_ways() {
    graph::Automaton out = ways_with_worst(Legality::outside);
    out.start = 1;
    return out;
}

std::string tie_text(const Network& network, const Tie& tie) {
    return network[*tie.from].key + '>' + network[*tie.to].key + ':' +
           std::string{enumerator(tie.kind).key};
}

Legality worst_of(const PathGraph& graph, const graph::LabelledPath& way) {
    Legality worst = Legality::legal;
    for (const std::size_t arc : way.arcs) worst = std::max(worst, graph.hops[arc].legality);
    return worst;
}

/// Turns ways through the graph into rows.
class Rows {
public:
    Rows(const View& view, const PathGraph& graph, std::size_t from)
        : network_{*view.network}, graph_{graph}, from_{from} {}

    std::vector<std::string> names(const graph::LabelledPath& way) const {
        std::vector<std::string> out{network_[graph_.actors[from_]].name};
        for (const std::size_t arc : way.arcs)
            out.push_back(network_[graph_.actors[graph_.hops[arc].to]].name);
        return out;
    }

    void add(const graph::LabelledPath& way, Paths::Findings& out) const {
        const auto rank = static_cast<std::int64_t>(out.paths.size()) + 1;
        const auto weakest = weakest_of(way);
        std::int64_t step = 0;
        for (auto it = way.arcs.begin(); it != way.arcs.end(); ++it) {
            Paths::Hop hop = row(graph_.hops[*it]);
            hop.path = rank;
            hop.step = ++step;
            hop.weakest = it == weakest;
            if (const Mandate* rule = graph_.hops[*it].rule) add_rule(*rule, out);
            out.hops.push_back(std::move(hop));
        }
        const std::size_t end = way.arcs.empty() ? from_ : graph_.hops[way.arcs.back()].to;
        out.paths.push_back({rank, static_cast<double>(way.cost) / 100, step, worst_of(graph_, way),
                             graph_.actors[end], names(way)});
    }

    void add_outside(const graph::LabelledPath& way, Paths::Findings& out) const {
        for (const std::size_t arc : way.arcs) {
            const PathHop& hop = graph_.hops[arc];
            if (hop.legality != Legality::outside) continue;
            const Paths::Hop found = row(hop);
            const auto known = std::ranges::any_of(out.outside, [&](const auto& o) {
                return o.from == found.from && o.to == found.to;
            });
            if (!known)
                out.outside.push_back({found.from, found.to, found.legal_basis, names(way)});
        }
    }

private:
    /// The dearest hop; the end where all cost the same, as a single one does.
    std::vector<std::size_t>::const_iterator weakest_of(const graph::LabelledPath& way) const {
        const auto cost = [&](std::size_t arc) { return graph_.hops[arc].cost; };
        const auto dearest = std::ranges::max_element(way.arcs, {}, cost);
        const auto is_cheaper = [&](std::size_t arc) { return cost(arc) < cost(*dearest); };
        return std::ranges::any_of(way.arcs, is_cheaper) ? dearest : way.arcs.end();
    }

    Paths::Hop row(const PathHop& hop) const {
        const Tie& tie = network_[hop.tie];
        Paths::Hop out{
            0,
            0,
            graph_.actors[hop.from],
            graph_.actors[hop.to],
            tie_text(network_, tie),
            tie.kind,
            kind_choice(tie.kind, *tie.from == graph_.actors[hop.from] ? TieDirection::outgoing
                                                                       : TieDirection::incoming),
            std::nullopt,
            hop.legality,
            std::nullopt,
            static_cast<double>(hop.cost) / 100,
            false};
        if (!tie.legal_basis.empty())
            out.legal_basis = network_.codes().choice("legal_bases", tie.legal_basis);
        if (hop.rule && !hop.rule->condition.empty()) out.condition = hop.rule->condition;
        return out;
    }

    static void add_rule(const Mandate& rule, Paths::Findings& out) {
        if (!rule.source.empty() && std::ranges::find(out.rules, rule.source) == out.rules.end())
            out.rules.push_back(rule.source);
    }

    const Network& network_;
    const PathGraph& graph_;
    std::size_t from_;
};

/// The first actor after the start that is the goal or whose own next hop is legal.
std::optional<ActorId> hand_over(const Paths::Findings& findings) {
    const auto& hops = findings.hops;
    for (std::size_t i = 0; i < hops.size() && hops[i].path == 1; ++i) {
        const bool last = i + 1 == hops.size() || hops[i + 1].path != 1;
        if (last || hops[i + 1].legality == Legality::legal) return hops[i].to;
    }
    return std::nullopt;
}

Error usage(Text words, std::initializer_list<std::string_view> arguments = {}) {
    return {ErrorKind::usage, message(words, arguments)};
}

Result<ActorId> start_of(const View& view, const Paths::Options& options) {
    if (options.from.empty() || options.to.empty())
        return usage({"paths braucht --from AKTEUR und --to ZIEL.",
                      "paths needs --from ACTOR and --to TARGET."});
    if (options.k < 1) return usage({"-k muss mindestens 1 sein.", "-k must be at least 1."});
    const auto from = view.network->find_actor(options.from);
    if (!from) return no_actor("from", options.from, view);
    return *from;
}

void search(const PathGraph& graph, std::size_t from, const std::vector<char>& goals,
            const Paths::Options& options, const Rows& rows, Paths::Findings& out) {
    if (goals[from]) return rows.add({}, out);
    graph::LabelledGraph labelled{graph.actors.size(), {}};
    for (const PathHop& hop : graph.hops)
        labelled.arcs.push_back(
            {hop.from, hop.to, hop.cost, label_of(hop.legality, goals[hop.to] != 0)});
    const auto wanted = static_cast<std::size_t>(options.k);
    const auto find = [&](const graph::Automaton& ways, std::size_t k) {
        auto found = graph::cheapest_paths(labelled, ways, from, k);
        out.complete = out.complete && found.complete;
        return std::move(found.paths);
    };
    if (options.mandate == Flag::off) {
        auto ways = find(all_ways(), wanted);
        std::ranges::stable_sort(ways, {}, [&](const graph::LabelledPath& way) {
            return std::tuple{way.cost, way.arcs.size(), worst_of(graph, way)};
        });
        for (const auto& way : ways) rows.add(way, out);
        return;
    }
    for (const Legality worst : {Legality::legal, Legality::unclear})
        for (const auto& way : find(ways_with_worst(worst), wanted - out.paths.size()))
            rows.add(way, out);
    for (const auto& way : find(ways_with_worst(Legality::outside), wanted))
        rows.add_outside(way, out);
}

/// "A → B → C"
Message chain(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : " → ") + name;
    return {out, out};
}

}  // namespace

Info Paths::info() {
    return {"paths",
            "A04, A05",
            Theme::ways,
            {"Vermittlungswege", "Paths"},
            {"Über wen kommt man von hier zum Ziel, und ist das vom gesetzlichen Auftrag gedeckt?",
             "Over whom does one get there, and does the legal mandate cover it?"},
            "Barrett, Jacob & Marathe (2000), doi:10.1137/S0097539798337716; Yen (1971), "
            "doi:10.1287/mnsc.17.11.712",
            "--from --to"};
}

Result<Paths::Findings> Paths::run(const View& view, const Options& options) {
    const Network& network = *view.network;
    const auto start = start_of(view, options);
    if (!start) return start.error();
    const auto goals = goals_of(view, *start, options.to);
    if (!goals) return goals.error();
    const PathGraph graph =
        path_graph(view, goals->topics,
                   options.mandate == Flag::on ? Preference::most_legal : Preference::cheapest);
    const auto from = graph.position(*start);
    if (!from)
        return usage(
            {"--from: „{}“ gehört nicht zur betrachteten Ebene (Programm, Sammelbegriff, "
             "nicht mehr aktiv oder außerhalb von --area).",
             "--from: '{}' is not part of the layer (programme, category, no longer active "
             "or outside --area)."},
            {options.from});

    Findings out;
    std::vector<char> is_goal(graph.actors.size(), 0);
    for (const ActorId actor : goals->actors)
        if (const auto position = graph.position(actor)) {
            is_goal[*position] = 1;
            ++out.targets;
        } else {
            out.no_goals.push_back(actor);
        }
    out.not_running = goals->not_running;
    out.offering = goals->offering;
    out.perhaps = goals->perhaps;
    out.leads_to_offers = goals->offers;
    out.only_referred_to =
        is_goal[*from] && goals->offering && !std::ranges::binary_search(*goals->offering, *start);
    out.from_name = {network[*start].name, network[*start].name};
    out.goal = goals->words;
    out.mandate = options.mandate;
    out.notes = graph.notes;
    search(graph, *from, is_goal, options, Rows{view, graph, *from}, out);
    out.reachable = !out.paths.empty();
    out.hand_over = hand_over(out);
    if (!out.reachable) {
        const Bounds bounds =
            options.mandate == Flag::on ? Bounds::within_mandate : Bounds::any_hop;
        out.missing = missing_links(view, graph, *from, is_goal, bounds);
        for (const MissingLink& link : out.missing)
            out.missing_link.push_back(network[link.from].key + '>' + network[link.to].key + ':' +
                                       std::string{enumerator(link.kind).key});
    }
    return out;
}

namespace {

void explain_weakest(const Network& network, const Paths::Findings& findings, Document& document) {
    const Message limit = Text{"Ob jemand den Weg nutzt und Platz findet, sagt das Netz nicht.",
                               "Whether anybody takes the way and finds a place the network does "
                               "not tell."};
    const auto weakest = std::ranges::find(findings.hops, true, &Paths::Hop::weakest);
    if (weakest == findings.hops.end() || weakest->path != 1)
        return document.reading.push_back(limit);
    document.reading.push_back(
        message({"Schwächstes Glied ist {} → {} ({}). Dort lohnt es sich zuerst, etwas zu "
                 "vereinbaren. {}",
                 "The weakest hop is {} → {} ({}). To agree on something there pays first. {}"},
                {name_words(network, weakest->from), name_words(network, weakest->to),
                 weakest->step_kind.label, limit}));
}

}  // namespace

void Paths::explain(const View& view, const Findings& findings, Document& document) {
    const Network& network = *view.network;
    document.notes.insert(document.notes.end(), findings.notes.begin(), findings.notes.end());
    std::ranges::copy(ways_notes(view), std::back_inserter(document.notes));
    note_groups(view, findings, document.notes);
    document.notes.push_back(Text{
        "Aufwand: 1 je Schritt, dazu Zuschläge für Information statt Verweis (0,25), Gremien "
        "(0,5), "
        "lose Beziehungen (0,5), fehlende Bestätigung (0,1 bis 0,5), andere Themen (0,5) und nicht "
        "Erfasstes (0,25).",
        "Cost: 1 per hop, more for information instead of referral (0.25), bodies (0.5), loose "
        "ties "
        "(0.5), lack of confirmation (0.1 to 0.5), other topics (0.5) and what is not recorded "
        "(0.25)."});
    if (!view.reference_date())
        document.notes.push_back(
            Text{"Kein Stichtag: Ob Angebote noch laufen, wurde nicht geprüft.",
                 "No reference date: whether offers still run was not "
                 "checked."});
    if (!findings.complete)
        document.notes.push_back(
            Text{"Die Suche nach weiteren Wegen wurde abgebrochen; es kann mehr geben.",
                 "The search for further ways was given up; there may be more."});
    if (!findings.reachable) {
        std::ranges::copy(why_no_way(view, findings), std::back_inserter(document.reading));
    } else if (findings.only_referred_to) {
        document.reading.push_back(message(
            {"{} ist selbst am Ziel: Dorthin wird zu diesem Thema verwiesen; ein Angebot ist nicht "
             "erfasst.",
             "{} is at the goal itself: others refer there on this topic; an offer is not "
             "recorded."},
            {findings.from_name}));
    } else if (findings.paths.front().handoffs == 0) {
        document.reading.push_back(message({"{} ist selbst am Ziel ({}); ein Weg ist nicht nötig.",
                                            "{} is at the goal itself ({}); no way is needed."},
                                           {findings.from_name, findings.goal}));
    } else {
        const Path& best = findings.paths.front();
        const bool offers =
            !findings.offering || std::ranges::binary_search(*findings.offering, best.target);
        document.reading.push_back(
            offers ? message({"Der beste erfasste Weg ({}) führt zu {}; Schritte: {}.",
                              "The best recorded way ({}) leads to {}; hand-offs: {}."},
                             {chain(best.way), findings.goal, count_words(best.handoffs)})
                   : message({"Der beste erfasste Weg ({}) führt zu einer Stelle, an die zu diesem "
                              "Thema verwiesen wird; dass sie ein Angebot dazu hat, ist nicht "
                              "erfasst. Schritte: {}.",
                              "The best recorded way ({}) leads to somebody to whom others refer "
                              "on this topic; an offer of theirs on it is not recorded. Hand-offs: "
                              "{}."},
                             {chain(best.way), count_words(best.handoffs)}));
        explain_weakest(network, findings, document);
    }
    ask_for_openness(network, findings, document.reading);
    if (findings.mandate == Flag::on) explain_mandate(view, findings, document);
}

Entry Paths::entry() {
    return erase<Paths>();
}

}  // namespace lotse::analysis
