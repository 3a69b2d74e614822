#include <lotse/analysis/communities.hpp>

#include <lotse/graph/structure.hpp>

#include "erase.hpp"
#include "layer_edges.hpp"
#include "no_ties.hpp"
#include "unused_options.hpp"
#include "words.hpp"

#include <algorithm>
#include <map>

namespace lotse::analysis {
namespace {

std::vector<Choice> sectors_by_frequency(const std::map<Sector, std::int64_t>& counts) {
    std::vector<std::pair<Sector, std::int64_t>> sorted(counts.begin(), counts.end());
    std::ranges::stable_sort(sorted, std::greater{}, &std::pair<Sector, std::int64_t>::second);
    std::vector<Choice> out;
    for (const auto& [sector, count] : sorted) {
        const auto& e = enumerator(sector);
        out.push_back({std::string{e.key}, e.label});
    }
    return out;
}

}  // namespace

Info Communities::info() {
    return {"communities",
            "A26",
            Theme::network,
            {"Gruppen im Netz", "Groups in the network"},
            {"Welche Akteure bilden Gruppen, die unter sich enger verbunden sind als mit anderen?",
             "Which actors form groups that are closer among themselves than to others?"},
            "Traag, V. A., Waltman, L. & van Eck, N. J. (2019), From Louvain to Leiden: "
            "guaranteeing well-connected "
            "communities, Scientific Reports 9, 5233, doi:10.1038/s41598-019-41695-z"};
}

Result<Communities::Findings> Communities::run(const View& view, const Options&) {
    const Network& network = *view.network;
    Findings out;
    out.layer = layer_graph(view, Layer::actors);
    const auto found = graph::communities(layer_edges(view, out.layer));
    if (!found) return found.error();
    out.modularity = found->modularity;
    out.communities = static_cast<std::int64_t>(found->sizes.size());
    out.alone = std::ranges::count(found->sizes, std::size_t{1});
    std::vector<std::map<Sector, std::int64_t>> sectors(found->sizes.size());
    for (std::size_t i = 0; i < out.layer.actors.size(); ++i) {
        const ActorId actor = out.layer.actors[i];
        const auto sector = network.sector_of(actor);
        if (sector) ++sectors[found->of[i]][*sector];
        out.actors.push_back({actor, network.codes().choice("actor_kinds", network[actor].kind),
                              sector, static_cast<std::int64_t>(found->of[i]) + 1});
    }
    std::ranges::stable_sort(out.actors, {}, &Member::community);
    for (std::size_t g = 0; g < sectors.size(); ++g)
        out.groups.push_back({static_cast<std::int64_t>(g) + 1,
                              static_cast<std::int64_t>(found->sizes[g]),
                              sectors_by_frequency(sectors[g])});
    return out;
}

void Communities::explain(const View& view, const Findings& findings, Document& document) {
    document.notes = layer_notes(findings.layer);
    note_unused_options(view, {"area", "topic", "kinds", "layer", "min-level", "at"},
                        document.notes);
    document.notes.push_back(
        Text{"Leiden-Verfahren mit Modularität, fester Startwert: dasselbe Netz ergibt dieselben "
             "Gruppen. Richtung und Stufe der Beziehungen zählen nicht.",
             "Leiden algorithm with modularity, fixed seed: the same network gives the same "
             "groups. Direction and level of ties do not count."});
    const auto read = [&](Message words) { document.reading.push_back(std::move(words)); };
    const Message grouped = count_words(findings.communities - findings.alone);
    if (!findings.modularity) {
        read(message({"{}; Gruppen lassen sich nicht bilden. {}", "{}; there are no groups. {}"},
                     {no_ties_words(view), no_ties_step(view)}));
        return;
    }
    const Message modularity = number_words(*findings.modularity, 2);
    const Message largest =
        counted(findings.groups.front().actors, {"Akteur", "actor"}, {"Akteure", "actors"});
    if (findings.communities - findings.alone == 1)
        read(message({"Wer im erfassten Netz Beziehungen hat, bildet eine einzige Gruppe ({}); die "
                      "Modularität ist {}.",
                      "Those who have ties in the recorded network form a single group ({}); "
                      "modularity is {}."},
                     {largest, modularity}));
    else
        read(message({"Das erfasste Netz zerfällt in {} Gruppen; die größte hat {}. Die "
                      "Modularität ist {}: 0 hieße, dass die Gruppen nicht enger verbunden sind "
                      "als durch Zufall.",
                      "The recorded network falls into {} groups; the largest has {}. Modularity "
                      "is {}: 0 would mean that the groups are no closer than by chance."},
                     {grouped, largest, modularity}));
    read(
        Text{"Eine Gruppe ist kein Lager und keine Bewertung; nicht erfasste Beziehungen können "
             "sie verschieben. Als Nächstes zu prüfen: Gruppen aus nur einem Sektor, und wer zwei "
             "Gruppen verbindet („lotse brokerage“).",
             "A group is no camp and no judgement; ties that were not recorded can shift it. Check "
             "next: groups of a single sector, and who joins two groups ('lotse brokerage')."});
}

Entry Communities::entry() {
    return erase<Communities>();
}

}  // namespace lotse::analysis
