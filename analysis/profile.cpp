#include <lotse/analysis/profile.hpp>

#include <lotse/graph/whole.hpp>

#include "erase.hpp"
#include "layer_edges.hpp"
#include "no_ties.hpp"
#include "profile_measures.hpp"
#include "ranking.hpp"
#include "resampling.hpp"
#include "unused_options.hpp"
#include "words.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

struct MeasureWords {
    std::string_view key;
    Text label;
    Text meaning;
};

/// In the order of WholeMeasure.
const std::array<MeasureWords, whole_measures>& measure_words() {
    static const std::array<MeasureWords, whole_measures> words{
        MeasureWords{"isolates",
                     {"Ohne Beziehung", "Without a tie"},
                     {"Akteure, mit denen keine Beziehung erfasst ist",
                      "actors of which no tie is recorded"}},
        {"components",
         {"Komponenten", "Components"},
         {"Teile, zwischen denen keine Beziehung erfasst ist; ein einzelner Akteur zählt auch",
          "parts without a recorded tie between them; a single actor counts as well"}},
        {"centralization",
         {"Zentralisierung", "Centralization"},
         {"1: alles läuft bei einem Akteur zusammen, 0: alle haben gleich viele Partner",
          "1: everything comes together at one actor, 0: all have equally many partners"}},
        {"reciprocity",
         {"Gegenseitigkeit", "Reciprocity"},
         {"Anteil gerichteter Verbindungen, deren Gegenrichtung auch erfasst ist",
          "share of directed connections whose opposite is recorded too"}},
        {"mean_distance",
         {"Mittlerer Abstand", "Mean distance"},
         {"Schritte von einem Akteur zum anderen, wo es einen Weg gibt",
          "steps from one actor to another where there is a way"}},
        {"diameter",
         {"Größter Abstand", "Largest distance"},
         {"Schritte zwischen den beiden, die am weitesten auseinander liegen",
          "steps between the two that lie farthest apart"}},
        {"transitivity",
         {"Gemeinsame Bekannte", "Shared acquaintances"},
         {"Anteil der Fälle, in denen zwei Partner eines Akteurs auch miteinander verbunden sind",
          "share of cases in which two partners of an actor are tied to each other as well"}},
        {"core_periphery",
         {"Kern und Rand", "Core and periphery"},
         {"1: ein Kern, der mit allen verbunden ist, und ein Rand, der nur am Kern hängt; 0: "
          "keine Spur davon",
          "1: a core tied to everybody and a periphery that hangs on the core alone; 0: no trace "
          "of it"}}};
    return words;
}

/// Ties of directed kinds between different actors, each direction of a pair once.
graph::EdgeList directed_ties(const View& view, const LayerGraph& layer) {
    LayerGraph directed = layer;
    std::erase_if(directed.ties,
                  [&](TieId tie) { return !is_directed((*view.network)[tie].kind); });
    return layer_edges(view, directed);
}

enum class Position { unknown, lower, within, higher };

Position position(const std::optional<double>& value, const std::optional<Interval>& interval) {
    if (!value || !interval) return Position::unknown;
    if (rank_value(*value) < rank_value(interval->low)) return Position::lower;
    if (rank_value(*value) > rank_value(interval->high)) return Position::higher;
    return Position::within;
}

Message position_words(Position position) {
    switch (position) {
        case Position::unknown: return {};
        case Position::lower: return Text{"niedriger als durch Zufall", "lower than by chance"};
        case Position::within: return Text{"wie durch Zufall", "as by chance"};
        case Position::higher: return Text{"höher als durch Zufall", "higher than by chance"};
    }
    return {};
}

/// Table 1 of Provan & Kenis (2008), in the order shared, lead organisation, administrative.
std::vector<Profile::Form> forms() {
    return {
        {{"shared", Text{"gemeinsame Steuerung", "shared governance"}},
         {},
         Text{"zwischen den meisten", "between most of them"},
         Text{"wenige", "few"},
         Text{"hoch", "high"},
         Text{"gering", "low"}},
        {{"lead_organization", Text{"federführende Einrichtung", "lead organisation"}},
         {},
         Text{"gering, vor allem zur federführenden Einrichtung",
              "low, mainly towards the lead organisation"},
         Text{"mittlere Zahl", "a moderate number"},
         Text{"eher gering", "moderately low"},
         Text{"mittel", "moderate"}},
        {{"administrative", Text{"eigene Koordinierungsstelle", "administrative organisation"}},
         {},
         Text{"mittel, die Mitglieder begleiten die Stelle",
              "moderate, the members monitor the organisation"},
         Text{"mittlere bis große Zahl", "a moderate number to many"},
         Text{"eher hoch", "moderately high"},
         Text{"hoch", "high"}},
    };
}

const Profile::Measure& of(const Profile::Findings& findings, WholeMeasure measure) {
    return findings.measures[static_cast<std::size_t>(measure)];
}

/// The form that the numbers resemble, as a position in forms(); nullopt: they do not tell.
std::optional<std::size_t> resembled(const Network& network, const Profile::Findings& findings,
                                     Position centralization) {
    if (centralization == Position::unknown || !findings.most_partners) return std::nullopt;
    if (centralization != Position::higher) return 0;
    return network.role_of(*findings.most_partners) == ActorRole::body ? 2 : 1;
}

Message or_none(const std::vector<Message>& items) {
    if (items.empty()) return Text{"nichts", "nothing"};
    return list_words(items, whole_measures);
}

}  // namespace

Info Profile::info() {
    return {"profile",
            "A11",
            Theme::network,
            {"Netzwerkprofil", "Profile of the network"},
            {"Wie sieht das Netz im Ganzen aus, und was daran ist mehr als Zufall?",
             "What does the network look like as a whole, and what of it is more than chance?"},
            "Freeman, L. C. (1978), Centrality in social networks: conceptual clarification, "
            "Social Networks 1(3), 215-239, doi:10.1016/0378-8733(78)90021-7; Anderson, B. S., "
            "Butts, C. T. & Carley, K. M. (1999), The interaction of size and density with "
            "graph-level indices, Social Networks 21(3), 239-267, "
            "doi:10.1016/S0378-8733(99)00011-8; Borgatti, S. P. & Everett, M. G. (2000), Models of "
            "core/periphery structures, Social Networks 21(4), 375-395, "
            "doi:10.1016/S0378-8733(99)00019-2; Provan, K. G. & Kenis, P. (2008), Modes of network "
            "governance, Journal of Public Administration Research and Theory 18(2), 229-252, "
            "doi:10.1093/jopart/mum015"};
}

namespace {

/// Everything that needs no random network.
Result<Profile::Findings> findings_of(const LayerGraph& layer, const WholeGraph& whole) {
    Profile::Findings out;
    out.layer = layer;
    const auto n = static_cast<double>(whole.pairs.vertices);
    out.actor_count = static_cast<std::int64_t>(whole.pairs.vertices);
    out.ties = static_cast<std::int64_t>(layer.ties.size());
    out.pairs = static_cast<std::int64_t>(whole.pairs.edges.size());
    if (n > 1) out.density = static_cast<double>(out.pairs) / (n * (n - 1) / 2);
    const auto degree = graph::degrees(whole.pairs, graph::Ends::all);
    if (out.pairs > 0) {
        const auto most = std::ranges::max_element(degree) - degree.begin();
        out.most_partners = layer.actors[static_cast<std::size_t>(most)];
        out.as_many_partners =
            std::ranges::count(degree, degree[static_cast<std::size_t>(most)]) - 1;
        out.core = static_cast<std::int64_t>(graph::core_periphery(whole.pairs).core);
    }
    const auto values = whole_values(whole, Distances::exact);
    if (!values) return values.error();
    out.isolates = static_cast<std::int64_t>(
        (*values)[static_cast<std::size_t>(WholeMeasure::isolates)].value_or(0));
    out.components = static_cast<std::int64_t>(
        (*values)[static_cast<std::size_t>(WholeMeasure::components)].value_or(0));
    for (std::size_t m = 0; m < whole_measures; ++m) {
        const MeasureWords& words = measure_words()[m];
        Profile::Measure& row = out.measures.emplace_back();
        row.measure = {std::string{words.key}, words.label};
        row.value = (*values)[m];
        row.meaning = words.meaning;
    }
    return out;
}

WholeGraph whole_graph(const View& view, const LayerGraph& layer) {
    return {graph::undirected_projection(layer_edges(view, layer), graph::Merge::max),
            directed_ties(view, layer)};
}

}  // namespace

Result<Profile::Findings> Profile::observed(const View& view) {
    const LayerGraph layer = layer_graph(view, Layer::actors);
    return findings_of(layer, whole_graph(view, layer));
}

Result<Profile::Findings> Profile::run(const View& view, const Options& options) {
    if (options.samples && (*options.samples < 1 || *options.samples > 10000))
        return Error{ErrorKind::usage, message({"--samples muss zwischen 1 und 10000 liegen.",
                                                "--samples must be between 1 and 10000."})};
    const LayerGraph layer = layer_graph(view, Layer::actors);
    const WholeGraph whole = whole_graph(view, layer);
    auto found = findings_of(layer, whole);
    if (!found) return found.error();
    Findings& out = *found;
    WholeIntervals size;
    WholeIntervals degrees;
    if (out.pairs > 0) {
        const int samples = options.samples.value_or(
            affordable_samples(whole.pairs.vertices, out.layer.ties.size()));
        auto of_size = random_intervals(whole, Kept::size, samples);
        if (!of_size) return of_size.error();
        auto of_degrees = random_intervals(whole, Kept::degrees, samples);
        if (!of_degrees) return of_degrees.error();
        size = *of_size;
        degrees = *of_degrees;
        out.samples = samples;
    }
    Position centralization = Position::unknown;
    for (std::size_t m = 0; m < whole_measures; ++m) {
        Measure& row = out.measures[m];
        if (size[m]) {
            row.size_low = size[m]->low;
            row.size_high = size[m]->high;
        }
        if (degrees[m]) {
            row.degree_low = degrees[m]->low;
            row.degree_high = degrees[m]->high;
        }
        const Position at = position(row.value, size[m]);
        row.position = position_words(at);
        if (m == static_cast<std::size_t>(WholeMeasure::centralization)) centralization = at;
    }
    out.governance = forms();
    if (const auto form = resembled(*view.network, out, centralization))
        for (std::size_t f = 0; f < out.governance.size(); ++f)
            out.governance[f].resembles = f == *form;
    return found;
}

void Profile::explain(const View& view, const Findings& findings, Document& document) {
    document.notes = layer_notes(findings.layer);
    note_unused_options(view, {"area", "topic", "kinds", "layer", "min-level", "at"},
                        document.notes);
    const auto note = [&](Message words) { document.notes.push_back(std::move(words)); };
    note(
        Text{"Verbundene Paare, ohne Richtung und Stufe; nur die Gegenseitigkeit betrachtet "
             "gerichtete Beziehungen. Abstände zählen nur Paare, zwischen denen es einen Weg gibt.",
             "Connected pairs, without direction and level; only reciprocity looks at directed "
             "ties. Distances count only pairs joined by some way."});
    const bool few = findings.samples < fewest_for_interval;
    if (findings.samples > 0)
        note(message(
            {"Zufall: zwischen den beiden Werten liegen {} % von {} Zufallsnetzen mit ebenso "
             "vielen Akteuren und Paaren, daneben von ebenso vielen, in denen jeder Akteur so "
             "viele Partner hat wie hier (fester Startwert). Leer: Das Maß ändert sich dort nicht "
             "oder ist nicht bestimmt.",
             "Chance: between the two values lie {} % of {} random networks with as many actors "
             "and pairs, next to them of as many in which every actor has as many partners as here "
             "(fixed seed). Empty: the measure does not vary there or is not defined."},
            {few ? Message{Text{"100", "100"}} : Message{Text{"mindestens 95", "at least 95"}},
             count_words(findings.samples)}));
    if (findings.samples > 0 && few)
        note(message({"Von weniger als {} Zufallsnetzen lässt sich kein Bereich für 95 % "
                      "abgrenzen; gezeigt sind der kleinste und der größte Wert.",
                      "Of fewer than {} random networks no range of 95 % can be told; shown are "
                      "the least and the greatest value."},
                     {count_words(fewest_for_interval)}));
    if (findings.samples > 0 &&
        findings.actor_count > static_cast<std::int64_t>(most_with_exact_distances))
        note(
            Text{"In Zufallsnetzen dieser Größe ist der mittlere Abstand geschätzt, aus den Wegen "
                 "von 512 Akteuren; der größte Abstand bleibt dort leer.",
                 "In random networks of this size the mean distance is estimated, from the ways of "
                 "512 actors; the largest distance stays empty there."});
    note(
        Text{"Formen der Steuerung: Bedingungen nach Provan und Kenis (2008). Vertrauen, "
             "Einigkeit und Können stehen nicht in den Daten und sind gemeinsam zu beurteilen; der "
             "Hinweis, welcher Form das Netz ähnelt, folgt allein aus der Zentralisierung "
             "(Festlegung des Projekts).",
             "Forms of governance: conditions after Provan and Kenis (2008). Trust, consensus and "
             "competencies are not in the data and have to be judged together; the hint which "
             "form the network resembles follows from centralization alone (a rule of this "
             "project)."});

    const auto read = [&](Message words) { document.reading.push_back(std::move(words)); };
    if (findings.pairs == 0) {
        read(message({"{}: {}. Über die Gestalt des Netzes lässt sich nichts sagen.",
                      "{}: {}. Nothing can be said about the shape of the network."},
                     {no_ties_words(view),
                      counted(findings.actor_count, {"Akteur", "actor"}, {"Akteure", "actors"})}));
        read(no_ties_step(view));
        return;
    }
    read(message(
        {"{} der möglichen Paare haben eine erfasste Beziehung; wo es einen Weg gibt, sind es im "
         "Mittel {} Schritte. Ohne erfasste Beziehung: {}.",
         "{} of the possible pairs have a recorded tie; where there is a way, it takes {} steps "
         "on average. Without a recorded tie: {}."},
        {percent_words(findings.density.value_or(0)),
         number_words(of(findings, WholeMeasure::mean_distance).value.value_or(0), 1),
         counted(findings.isolates, {"Akteur", "actor"}, {"Akteure", "actors"})}));
    std::vector<Message> higher;
    std::vector<Message> lower;
    for (const Measure& m : findings.measures) {
        if (!m.value || !m.size_low) continue;
        const Position found = position(m.value, Interval{*m.size_low, *m.size_high});
        if (found == Position::higher) higher.emplace_back(m.measure.label);
        if (found == Position::lower) lower.emplace_back(m.measure.label);
    }
    if (higher.empty() && lower.empty())
        read(
            Text{"Kein Maß liegt außerhalb dessen, was der Zufall bei gleicher Größe ergäbe; das "
                 "Profil allein trägt keine Schlüsse.",
                 "No measure lies outside of what chance would give at the same size; the profile "
                 "alone supports no conclusions."});
    else
        read(message({"Anders als in Zufallsnetzen gleicher Größe – höher: {}; niedriger: {}. Das "
                      "wertet nicht, und fehlende Angaben können es mit verursachen.",
                      "Different from random networks of the same size – higher: {}; lower: {}. "
                      "That is no judgement, and missing entries may be part of the cause."},
                     {or_none(higher), or_none(lower)}));
    const auto form = std::ranges::find(findings.governance, std::optional{true}, &Form::resembles);
    if (form == findings.governance.end()) {
        read(
            Text{"Welcher Form der Steuerung das Netz ähnelt, sagen die Zahlen nicht; als "
                 "Nächstes gemeinsam die Tabelle zur Steuerung durchgehen.",
                 "Which form of governance the network resembles the numbers do not tell; next, "
                 "go through the table on governance together."});
        return;
    }
    const Message name =
        with_equals(name_words(*view.network, *findings.most_partners), findings.as_many_partners);
    read(
        message(form == findings.governance.begin()
                    ? Text{"Die Beziehungen laufen nicht stärker als durch Zufall bei einem Akteur "
                           "zusammen (die meisten hat {}); das ähnelt der Form „{}“. Ob sie "
                           "passt, ist gemeinsam zu beurteilen (Tabelle zur Steuerung).",
                           "Ties do not come together at one actor more than by chance (most has "
                           "{}); that resembles the form '{}'. Whether it fits has to be judged "
                           "together (table on governance)."}
                    : Text{"Die Beziehungen laufen bei {} zusammen, mehr als durch Zufall; das "
                           "ähnelt der Form „{}“. Ob sie passt, ist gemeinsam zu beurteilen "
                           "(Tabelle zur Steuerung).",
                           "Ties come together at {}, more than by chance; that resembles the "
                           "form '{}'. Whether it fits has to be judged together (table on "
                           "governance)."},
                {name, form->form.label}));
}

Entry Profile::entry() {
    return erase<Profile>();
}

}  // namespace lotse::analysis
