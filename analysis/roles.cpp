#include <lotse/analysis/roles.hpp>

#include "each_resample.hpp"
#include "erase.hpp"
#include "hop_scores.hpp"
#include "layer_edges.hpp"
#include "offer_phase.hpp"
#include "unused_options.hpp"
#include "words.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace lotse::analysis {
namespace {

enum class Yardstick { degree, betweenness, delivery };

constexpr auto enumerators(Yardstick) {
    using enum Yardstick;
    return std::array{
        Enumerator{degree, "degree", {"Zahl der Partner", "number of partners"}},
        Enumerator{betweenness, "betweenness", {"Lage zwischen anderen", "place between others"}},
        Enumerator{
            delivery, "delivery", {"Angebote und Verweise hierher", "offers and referrals to it"}},
    };
}

enum class Side { top, bottom };

constexpr auto enumerators(Side) {
    using enum Side;
    return std::array{Enumerator{top, "top", {"oben", "top"}},
                      Enumerator{bottom, "bottom", {"unten", "bottom"}}};
}

/// What a role leads one to expect.
struct Rule {
    Yardstick measure;
    Side side;
    double share;
    friend auto operator<=>(const Rule&, const Rule&) = default;
};

/// nullopt: the list does not say how to compare this role.
std::optional<Rule> rule_of(const Network& network, const std::string& role) {
    const auto attribute = [&](std::string_view name) {
        return network.codes().attribute("expected_roles", role, name);
    };
    const auto measure = from_key<Yardstick>(attribute("measure"));
    const auto side = from_key<Side>(attribute("side"));
    const auto share = parse_number(attribute("share"));
    if (!measure || !side || !std::holds_alternative<double>(share)) return std::nullopt;
    return Rule{*measure, *side, std::get<double>(share)};
}

/// Running offers on the topics of the view, per provider of the layer.
std::vector<double> offers_of(const View& view, const LayerGraph& layer) {
    std::vector<double> of(view.network->actors().size(), 0);
    for (const Offer& offer : view.network->offers()) {
        if (phase_of(offer, view.moment()) != Phase::running || !topic_in_view(view, offer))
            continue;
        std::set<ActorId> providers;
        for (const Ref<Actor>& provider : offer.providers)
            if (!provider.empty()) providers.insert(*provider);
        for (const ActorId provider : providers) ++of[provider.index()];
    }
    std::vector<double> out;
    for (const ActorId actor : layer.actors) out.push_back(of[actor.index()]);
    return out;
}

/// Scores of all yardsticks, [yardstick][actor of the layer].
using ScoreTable = std::array<std::vector<double>, 3>;

Result<ScoreTable> scores(const View& view, const LayerGraph& layer, const HopScores& hops,
                          Digits digits, const std::vector<double>& offers) {
    const graph::EdgeList pairs =
        graph::undirected_projection(layer_edges(view, layer), graph::Merge::max);
    LayerGraph referrals = layer;
    std::erase_if(referrals.ties,
                  [&](TieId tie) { return (*view.network)[tie].kind != TieKind::refers_to; });
    const auto referred = graph::degrees(layer_edges(view, referrals), graph::Ends::in);
    ScoreTable out;
    for (const std::size_t d : graph::degrees(pairs, graph::Ends::all))
        out[0].push_back(static_cast<double>(d));
    auto measures = hops.of(pairs, digits);
    if (!measures) return measures.error();
    out[1] = std::move(measures->betweenness);
    for (std::size_t i = 0; i < offers.size(); ++i)
        out[2].push_back(offers[i] + static_cast<double>(referred[i]));
    return out;
}

/// The scores so that the rank counted from the rule's side is the rank of the highest.
std::vector<double> seen_from(Side side, std::vector<double> scores) {
    if (side == Side::bottom)
        for (double& score : scores) score = -score;
    return scores;
}

Message places_words(const RankInterval& interval, Side side) {
    const Message places = rank_words(interval);
    if (side == Side::top) return places;
    return message({"{} von unten", "{} from the bottom"}, {places});
}

/// The ranges of one rule over resamples of both kinds.
Result<std::map<Rule, RankSamples>> sampled(const View& view, const Roles::Findings& findings,
                                            const HopScores& hops,
                                            const std::vector<double>& offers,
                                            const ScoreTable& observed,
                                            const std::set<Rule>& rules) {
    const auto of = [](const ScoreTable& table, const Rule& rule) {
        return seen_from(rule.side, table[static_cast<std::size_t>(rule.measure)]);
    };
    std::map<Rule, RankSamples> out;
    for (const Rule& rule : rules) {
        // Who has nothing of it is not among the first, however many have nothing either.
        const Zeros zeros = rule.side == Side::top ? Zeros::last : Zeros::share_best;
        out.emplace(rule, RankSamples{of(observed, rule), zeros});
    }
    for (const Missing missing : {Missing::ties, Missing::reports}) {
        const auto done = each_resample(
            view, findings.layer, missing, findings.loss, findings.samples,
            [&](const LayerGraph& layer) {
                return scores(view, layer, hops, Digits::twelve, offers);
            },
            [&](const ScoreTable& found) {
                for (auto& [rule, samples] : out) samples.add(of(found, rule));
            });
        if (!done) return done.error();
    }
    return out;
}

RoleState compare(const RankInterval& interval, std::int64_t last_fitting) {
    if (interval.worst <= last_fitting) return RoleState::fits;
    return interval.best > last_fitting ? RoleState::differs : RoleState::uncertain;
}

}  // namespace

Info Roles::info() {
    return {"roles",
            "A23",
            Theme::network,
            {"Soll-Ist-Abgleich der Rollen", "Expected and actual roles"},
            {"Steht jeder Akteur im Netz dort, wo seine Aufgabe ihn erwarten lässt?",
             "Does each actor stand in the network where its task leads one to expect it?"},
            "Rule of this project (code list expected_roles); ranges of ranks: Costenbader, E. & "
            "Valente, T. W. (2003), Social Networks 25(4), 283-307, "
            "doi:10.1016/S0378-8733(03)00012-1"};
}

Result<Roles::Findings> Roles::run(const View& view, const Options& options) {
    if (const auto fits = check_resampling(options.loss, options.samples); !fits)
        return fits.error();
    const Network& network = *view.network;
    Findings out;
    out.layer = layer_graph(view, Layer::actors);
    out.actor_count = static_cast<std::int64_t>(out.layer.actors.size());
    out.loss = options.loss;
    std::set<Rule> rules;
    for (const ActorId actor : out.layer.actors)
        if (const auto rule = rule_of(network, network[actor].expected_role)) rules.insert(*rule);
    const std::vector<double> offers = offers_of(view, out.layer);
    const HopScores hops{out.layer.actors.size(), Asked::of_resamples};
    const auto scored = scores(view, out.layer, hops, Digits::all, offers);
    if (!scored) return scored.error();
    const ScoreTable& observed = *scored;
    std::map<Rule, std::vector<RankInterval>> intervals;
    if (!rules.empty()) {
        out.samples = options.samples.value_or(
            affordable_samples(out.layer.actors.size(), out.layer.ties.size()));
        out.pivots = hops.pivots();
        const auto collected = sampled(view, out, hops, offers, observed, rules);
        if (!collected) return collected.error();
        for (const auto& [rule, samples] : *collected) intervals.emplace(rule, samples.intervals());
    }

    for (std::size_t i = 0; i < out.layer.actors.size(); ++i) {
        const ActorId actor = out.layer.actors[i];
        const std::string& role = network[actor].expected_role;
        if (role.empty()) continue;
        Line& line =
            out.roles.emplace_back(Line{actor, network.codes().choice("expected_roles", role)});
        const auto rule = rule_of(network, role);
        if (!rule) {
            line.reason =
                Text{"Für diese Rolle ist kein Maß festgelegt", "No measure is set for this role"};
            continue;
        }
        const auto& words = enumerator(rule->measure);
        line.measure = {std::string{words.key}, words.label};
        const bool delivery = rule->measure == Yardstick::delivery;
        if ((delivery ? observed[2][i] : observed[0][i]) == 0) {
            line.reason = delivery ? Text{"Kein laufendes Angebot und kein Verweis hierher erfasst",
                                          "No running offer and no referral to it is recorded"}
                                   : Text{"Keine Beziehung erfasst", "No tie is recorded"};
            continue;
        }
        const RankInterval& interval = intervals.at(*rule)[i];
        const auto last = static_cast<std::int64_t>(
            std::ceil(rule->share * static_cast<double>(out.layer.actors.size()) - 1e-9));
        line.value = observed[static_cast<std::size_t>(rule->measure)][i];
        line.rank = interval.rank;
        line.best = interval.best;
        line.worst = interval.worst;
        line.places = places_words(interval, rule->side);
        line.expected = places_words({1, 1, last}, rule->side);
        line.state = compare(interval, last);
    }
    std::ranges::stable_sort(out.roles, {}, &Line::state);
    out.declared = static_cast<std::int64_t>(out.roles.size());
    const auto count = [&](RoleState state) {
        return std::ranges::count(out.roles, state, &Line::state);
    };
    out.differs = count(RoleState::differs);
    out.uncertain = count(RoleState::uncertain);
    out.fits = count(RoleState::fits);
    out.not_judged = count(RoleState::not_judged);
    return out;
}

void Roles::explain(const View& view, const Findings& findings, Document& document) {
    document.notes = layer_notes(findings.layer);
    note_unused_options(view, {"area", "topic", "kinds", "layer", "min-level", "at"},
                        document.notes);
    const auto note = [&](Message words) { document.notes.push_back(std::move(words)); };
    if (findings.samples > 0)
        note(message({"Der Platz gilt unter allen Akteuren der Ebene. Die Spanne sagt, wo ein "
                      "Akteur läge, wenn weitere {} der Beziehungen oder der Meldungen fehlten "
                      "(je {} Stichproben, fester Startwert). Welches Maß zu welcher Rolle gehört "
                      "und welche Plätze passen, steht in der Liste der erwarteten Rollen "
                      "(Festlegung des Projekts).",
                      "The rank is that among all actors of the layer. The range says where an "
                      "actor would lie if another {} of the ties or of the reports were missing "
                      "({} samples each, fixed seed). Which measure belongs to which role and "
                      "which ranks fit is set in the list of expected roles (a rule of this "
                      "project)."},
                     {percent_words(findings.loss), count_words(findings.samples)}));
    note_estimates(findings.pivots, document.notes);
    note(
        Text{"Wo keine Beziehung, kein Angebot oder kein Verweis erfasst ist, wird nicht "
             "geurteilt: Nicht erfasst heißt nicht, dass es nichts gibt.",
             "Where no tie, offer or referral is recorded nothing is judged: not recorded does not "
             "mean that there is none."});

    const auto read = [&](Message words) { document.reading.push_back(std::move(words)); };
    if (findings.declared == 0) {
        read(
            Text{"Für keinen Akteur dieser Auswahl ist eine erwartete Rolle erfasst; es gibt "
                 "nichts abzugleichen.",
                 "For no actor of this selection an expected role is recorded; there is nothing "
                 "to compare."});
        read(message(
            {"Als Nächstes gemeinsam festlegen, wer koordinieren, Türen öffnen oder umsetzen "
             "soll ({}).",
             "Next, agree on who is to coordinate, open doors or deliver ({})."},
            {place_of_column("actors", "expected_role")}));
        return;
    }
    read(message(
        {"Akteure mit erwarteter Rolle: {}, davon passend {}, abweichend {}, ungewiss {}, nicht "
         "beurteilt {}.",
         "Actors with an expected role: {}, of these fitting {}, differing {}, uncertain {}, not "
         "judged {}."},
        {count_words(findings.declared), count_words(findings.fits), count_words(findings.differs),
         count_words(findings.uncertain), count_words(findings.not_judged)}));
    if (findings.differs > 0) {
        const Line& first = findings.roles.front();
        read(message({"{} soll die Rolle „{}“ haben und steht beim Maß „{}“ auf {}, erwartet wäre "
                      "{}.",
                      "{} is expected in the role '{}' and by the measure '{}' stands on {}, "
                      "where {} would be expected."},
                     {name_words(*view.network, first.actor), first.role.label, first.measure.label,
                      first.places, first.expected}));
    }
    read(
        Text{"Eine Abweichung ist kein Urteil über Einrichtungen oder ihre Arbeit: Es kann an "
             "fehlenden Angaben liegen, an einer Erwartung, die nicht mehr gilt, oder an einer "
             "Beziehung, die noch fehlt. Als Nächstes gemeinsam klären, was davon zutrifft; "
             "introductions schlägt Beziehungen vor.",
             "A difference is no judgement on organisations or their work: it may be due to "
             "missing entries, to an expectation that no longer holds, or to a tie that is still "
             "lacking. Next, clear up together which it is; introductions proposes ties."});
}

Entry Roles::entry() {
    return erase<Roles>();
}

}  // namespace lotse::analysis
