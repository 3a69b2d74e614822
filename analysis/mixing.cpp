#include <lotse/analysis/mixing.hpp>

#include <lotse/graph/mixing.hpp>
#include <lotse/graph/structure.hpp>

#include "choices.hpp"
#include "erase.hpp"
#include "layer_edges.hpp"
#include "no_ties.hpp"
#include "ranking.hpp"
#include "unused_options.hpp"
#include "words.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

constexpr std::size_t sector_count = all_enumerators<Sector>.size();
using Counts = std::array<std::array<std::int64_t, sector_count>, sector_count>;

constexpr std::size_t number(Sector sector) {
    return static_cast<std::size_t>(sector);
}

/// Members of a matrix row in the order of the sectors.
constexpr std::array<Mixing::Row::Count Mixing::Row::*, sector_count> columns{
    &Mixing::Row::work,      &Mixing::Row::health,  &Mixing::Row::municipality,
    &Mixing::Row::social,    &Mixing::Row::sport,   &Mixing::Row::education,
    &Mixing::Row::insurance, &Mixing::Row::science, &Mixing::Row::politics,
    &Mixing::Row::umbrella};

std::int64_t pairs_of(std::int64_t n) {
    return n * (n - 1) / 2;
}

/// What the counts of actors and of connected pairs say of each two sectors.
void count_sectors(const std::array<std::int64_t, sector_count>& actors, const Counts& tied,
                   Mixing::Findings& out) {
    std::int64_t known = 0;
    std::int64_t within = 0;
    for (std::size_t a = 0; a < sector_count; ++a) {
        known += actors[a];
        within += pairs_of(actors[a]);
        out.internal += tied[a][a];
        for (std::size_t b = 0; b < a; ++b) out.external += tied[a][b];
    }
    const auto possible = static_cast<double>(pairs_of(known));
    out.pairs = out.internal + out.external;
    out.external_expected = share(possible - static_cast<double>(within), possible);
    out.ei_index =
        share(static_cast<double>(out.external - out.internal), static_cast<double>(out.pairs));
    const double density = share(static_cast<double>(out.pairs), possible).value_or(0);

    for (std::size_t a = 0; a < sector_count; ++a) {
        if (actors[a] == 0) continue;
        const auto sector = all_enumerators<Sector>[a].value;
        Mixing::Row& row = out.matrix.emplace_back(Mixing::Row{sector});
        Mixing::SectorLine line{sector, actors[a], tied[a][a]};
        for (std::size_t b = 0; b < sector_count; ++b) {
            if (actors[b] == 0) continue;
            row.*columns[b] = tied[a][b];
            if (a != b) line.external += tied[a][b];
            if (b < a) continue;
            const std::int64_t possible_pairs =
                a == b ? pairs_of(actors[a]) : actors[a] * actors[b];
            Mixing::Pair pair{sector, all_enumerators<Sector>[b].value, tied[a][b], possible_pairs,
                              density * static_cast<double>(possible_pairs)};
            pair.ratio = share(static_cast<double>(pair.tied), pair.expected);
            if (a != b && pair.tied == 0) out.not_tied.push_back(pair);
            if (possible_pairs > 0) out.mixing.push_back(pair);
        }
        line.ei_index = share(static_cast<double>(line.external - line.internal),
                              static_cast<double>(line.external + line.internal));
        const auto inside = static_cast<double>(pairs_of(actors[a]));
        const auto outside = static_cast<double>(actors[a] * (known - actors[a]));
        line.ei_expected = share(outside - inside, outside + inside);
        out.sectors.push_back(line);
    }
    out.untied = static_cast<std::int64_t>(out.not_tied.size());
    std::ranges::stable_sort(out.not_tied, std::greater{},
                             [](const Mixing::Pair& p) { return rank_value(p.expected); });
    std::ranges::stable_sort(out.mixing, std::greater{},
                             [](const Mixing::Pair& p) { return rank_value(p.ratio); });
}

Message pair_words(const Mixing::Pair& pair) {
    return message({"{} – {}", "{} – {}"},
                   {enumerator(pair.sector).label, enumerator(pair.other).label});
}

constexpr std::int64_t fewest_of_a_sector = 3;  // below, a value tells of single offices

}  // namespace

Info Mixing::info() {
    return {"mixing",
            "A26",
            Theme::network,
            {"Wer arbeitet mit wem", "Who works with whom"},
            {"Welche Sektoren arbeiten miteinander, welche bleiben unter sich?",
             "Which sectors work together, which keep to themselves?"},
            "Krackhardt, D. & Stern, R. N. (1988), Informal networks and organizational crises: an "
            "experimental simulation, Social Psychology Quarterly 51(2), 123-140, "
            "doi:10.2307/2786835; Newman, M. E. J. (2003), Mixing patterns in networks, Physical "
            "Review E 67, 026126, doi:10.1103/PhysRevE.67.026126"};
}

Result<Mixing::Findings> Mixing::run(const View& view, const Options&) {
    Findings out;
    out.layer = layer_graph(view, Layer::actors);
    out.actor_count = static_cast<std::int64_t>(out.layer.actors.size());
    const graph::EdgeList edges =
        graph::undirected_projection(layer_edges(view, out.layer), graph::Merge::max);
    const auto partition = graph::communities(edges);
    if (!partition) return partition.error();
    out.communities = static_cast<std::int64_t>(partition->sizes.size());

    graph::EdgeList known{0, {}, graph::Direction::undirected};  // actors with a sector
    std::vector<std::size_t> vertex(edges.vertices, 0);
    std::vector<std::optional<Sector>> sector;
    std::vector<std::size_t> group;
    std::vector<std::size_t> community;
    std::array<std::int64_t, sector_count> actors{};
    for (std::size_t i = 0; i < edges.vertices; ++i) {
        sector.push_back(view.network->sector_of(out.layer.actors[i]));
        if (!sector[i]) continue;
        vertex[i] = known.vertices++;
        group.push_back(number(*sector[i]));
        community.push_back(partition->of[i]);
        ++actors[group.back()];
    }
    out.without_sector = out.actor_count - static_cast<std::int64_t>(known.vertices);
    Counts tied{};
    for (const graph::Edge& e : edges.edges) {
        if (!sector[e.from] || !sector[e.to]) continue;
        known.edges.push_back({vertex[e.from], vertex[e.to]});
        const std::size_t a = number(*sector[e.from]);
        const std::size_t b = number(*sector[e.to]);
        ++tied[a][b];
        if (a != b) ++tied[b][a];
    }
    count_sectors(actors, tied, out);
    const auto assortativity = graph::assortativity(known, group);
    if (!assortativity) return assortativity.error();
    out.assortativity = *assortativity;
    const auto agreement = graph::agreement(group, community);
    if (!agreement) return agreement.error();
    if (!edges.edges.empty()) out.agreement = *agreement;
    return out;
}

void Mixing::explain(const View& view, const Findings& findings, Document& document) {
    document.notes = layer_notes(findings.layer);
    note_unused_options(view, {"area", "topic", "kinds", "layer", "min-level", "at"},
                        document.notes);
    const auto note = [&](Message words) { document.notes.push_back(std::move(words)); };
    note(
        Text{"Gezählt werden Paare von Akteuren mit mindestens einer Beziehung; Richtung, Art und "
             "Stufe zählen nicht. Erwartet: so viele, wie es wären, wenn alle möglichen Paare "
             "gleich oft verbunden wären. E-I-Index: Paare nach außen minus Paare im Sektor, "
             "geteilt durch alle; −1 nur innen, 1 nur außen. Assortativität und Rand-Index: 1 "
             "heißt, dass Beziehungen oder Gruppen den Sektoren ganz folgen, 0, dass sie es nicht "
             "mehr tun als durch Zufall.",
             "Counted are pairs of actors with at least one tie; direction, kind and level do not "
             "count. Expected: as many as there would be if all possible pairs were tied equally "
             "often. E-I index: pairs outwards minus pairs within the sector, divided by all; −1 "
             "only within, 1 only outwards. Assortativity and Rand index: 1 means that ties or "
             "communities follow the sectors entirely, 0 that they do so no more than by chance."});
    if (findings.without_sector > 0)
        note(message({"Ohne erfassten Sektor und deshalb nicht gezählt: {}. Bitte "
                      "ergänzen: {}.",
                      "Without a recorded sector and therefore not counted: {}. Please fill "
                      "in: {}."},
                     {counted(findings.without_sector, {"Akteur", "actor"}, {"Akteure", "actors"}),
                      place_of_column("actors", "sector")}));
    std::vector<Message> small;
    for (const SectorLine& line : findings.sectors)
        if (line.actors > 0 && line.actors < fewest_of_a_sector)
            small.emplace_back(enumerator(line.sector).label);
    if (!small.empty())
        note(message({"Sektoren mit weniger als {} Akteuren: {}. Ihre Werte beschreiben einzelne "
                      "Stellen, nicht den Sektor.",
                      "Sectors of fewer than {} actors: {}. Their values describe single offices, "
                      "not the sector."},
                     {count_words(fewest_of_a_sector), list_words(small, small.size())}));

    const auto read = [&](Message words) { document.reading.push_back(std::move(words)); };
    if (findings.pairs == 0) {
        if (leaves_out(view)) {
            read(
                Text{"Zwischen Akteuren mit erfasstem Sektor liegt in dieser Auswahl keine "
                     "Beziehung; wer mit wem arbeitet, lässt sich nicht sagen.",
                     "This selection holds no tie between actors with a recorded sector; who "
                     "works with whom cannot be said."});
            read(no_ties_step(view));
            return;
        }
        read(
            Text{"Zwischen Akteuren mit erfasstem Sektor ist auf dieser Ebene keine Beziehung "
                 "erfasst; wer mit wem arbeitet, lässt sich nicht sagen.",
                 "No tie between actors with a recorded sector is recorded on this layer; who "
                 "works with whom cannot be said."});
        read(message({"Als Nächstes Beziehungen erfassen ({}) und Sektoren ergänzen ({}).",
                      "Next, record ties ({}) and fill in sectors ({})."},
                     {place_of_table("ties"), place_of_column("actors", "sector")}));
        return;
    }
    const double outward =
        static_cast<double>(findings.external) / static_cast<double>(findings.pairs);
    const double by_chance = findings.external_expected.value_or(0);
    const Text comparison =
        by_chance == 0 || by_chance == 1
            ? Text{"Anders kann es bei diesen Sektoren nicht sein; das sagt also nichts",
                   "With these sectors it cannot be otherwise, so this says nothing"}
        : outward < by_chance - 0.05 ? Text{"Die Sektoren bleiben also eher unter sich",
                                            "So the sectors rather keep to themselves"}
        : outward > by_chance + 0.05
            ? Text{"Die Sektoren arbeiten also eher miteinander als unter sich",
                   "So the sectors rather work with each other than among themselves"}
            : Text{"Der Sektor spielt also kaum eine Rolle", "So the sector hardly matters"};
    read(message({"Verbundene Paare von Akteuren: {}, davon in verschiedenen Sektoren: {} ({}). "
                  "Würden alle Paare gleich oft zusammenarbeiten, wären es {}. {}.",
                  "Connected pairs of actors: {}, of these in different sectors: {} ({}). If all "
                  "pairs worked together equally often, it would be {}. {}."},
                 {count_words(findings.pairs), count_words(findings.external),
                  percent_words(outward), percent_words(by_chance), comparison}));
    if (findings.not_tied.empty() && by_chance > 0)
        read(
            Text{"Zwischen allen vorkommenden Sektoren gibt es mindestens eine erfasste "
                 "Beziehung.",
                 "Between all sectors that occur there is at least one recorded tie."});
    else if (!findings.not_tied.empty())
        read(message({"Ohne erfasste Beziehung zueinander: {}, zuerst zu prüfen {}. Das kann an "
                      "fehlenden Angaben liegen und heißt nicht, dass es keinen Kontakt gibt.",
                      "Without a recorded tie between them: {}, to be checked first {}. That may "
                      "be due to missing entries and does not mean that there is no contact."},
                     {counted(findings.untied, {"Paar von Sektoren", "pair of sectors"},
                              {"Paare von Sektoren", "pairs of sectors"}),
                      pair_words(findings.not_tied.front())}));
    read(
        Text{"Ein hoher Anteil im eigenen Sektor ist kein Mangel; ob er passt, hängt von der "
             "Aufgabe ab. Als Nächstes: „lotse brokerage“ zeigt, wer zwischen Sektoren steht, "
             "„lotse introductions“, wer wen vorstellen kann.",
             "A high share within the own sector is no fault; whether it fits depends on the "
             "task. Next: 'lotse brokerage' shows who stands between sectors, 'lotse "
             "introductions' who can "
             "introduce whom."});
}

Entry Mixing::entry() {
    return erase<Mixing>();
}

}  // namespace lotse::analysis
