#include <lotse/analysis/peers.hpp>

#include "area_index.hpp"
#include "choices.hpp"
#include "coverage_evidence.hpp"
#include "coverage_rows.hpp"
#include "erase.hpp"
#include "peer_distance.hpp"
#include "presence.hpp"
#include "ranking.hpp"
#include "unused_options.hpp"
#include "whom_to_ask.hpp"
#include "words.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace lotse::analysis {
namespace {

/// What the network records of an area.
struct Structures {
    bool recorded = false;
    std::set<std::string> bodies;                 ///< kinds
    std::map<std::string, CoverageState> topics;  ///< best state by topic
    std::map<std::string, std::int64_t> stages;   ///< highest stage by topic

    bool available(const std::string& topic) const {
        const auto it = topics.find(topic);
        return it != topics.end() && it->second == CoverageState::available;
    }
    std::int64_t available_topics() const {
        return std::ranges::count(topics, CoverageState::available,
                                  [](const auto& entry) { return entry.second; });
    }
};

bool in_topics(const View& view, const std::string& topic) {
    return view.topics.empty() || std::ranges::find(view.topics, topic) != view.topics.end();
}

Structures structures_of(const View& view, const AreaIndex& actors, const AreaIndex& offers,
                         AreaId area) {
    const Network& network = *view.network;
    Structures out;
    std::vector<bool> serves(network.actors().size(), false);
    for (const std::size_t i : actors.touching(area)) {
        const ActorId id{i};
        if (network.role_of(id) != ActorRole::body || !network.is_partner(id) ||
            !is_present(view, id) || service(network, id, area) == Service::none)
            continue;
        serves[i] = true;
        out.recorded = true;
        out.bodies.insert(network[id].kind);
    }
    for (const Group& group : groups_asked(view)) {
        std::map<std::string, std::vector<Evidence>> evidence;
        for (const std::size_t i : offers.touching(area)) {
            auto found = evidence_of(view, OfferId{i}, area, group);
            if (!found) continue;
            out.recorded = out.recorded || !found->online;
            for (const std::string& topic : network.offers()[i].topics)
                if (in_topics(view, topic)) evidence[topic].push_back(*found);
        }
        // CoverageState is ordered from available to unknown.
        for (const auto& [topic, list] : evidence) {
            const auto state = judge(list, finding_for(view, area, topic, group)).state;
            const auto [it, is_new] = out.topics.emplace(topic, state);
            if (!is_new) it->second = std::min(it->second, state);
        }
    }
    for (const Finding& finding : network.tables().findings)
        if (in_topics(view, finding.topic) && !out.topics.contains(finding.topic) &&
            network.within(area, *finding.area) && finding.target.empty())
            out.topics[finding.topic] = finding.state;
    for (const AgendaItem& item : network.tables().agenda)
        if (serves[(*item.body).index()] && item.stage && in_topics(view, item.topic))
            out.stages[item.topic] = std::max(out.stages[item.topic], *item.stage);
    return out;
}

class Comparison {
public:
    explicit Comparison(const View& view)
        : view_{view},
          network_{*view.network},
          counts_{person_counts(network_, view.suppress_below)},
          actors_{network_},
          offers_{offers_by_area(network_)} {
        for (std::size_t i = 0; i < network_.actors().size(); ++i)
            actors_.add(i, network_.actors()[i]);
        for (std::size_t i = 0; i < network_.areas().size(); ++i) {
            variables_.push_back(peer_variables(network_, counts_, AreaId{i}));
            levels_[network_.areas()[i].level].emplace_back(i);
        }
    }

    /// Areas of the levels of these of which a count is recorded that no result shows.
    std::int64_t withheld(std::span<const AreaId> areas) const {
        std::set<std::string> levels;
        for (const AreaId area : areas) levels.insert(network_[area].level);
        std::int64_t out = 0;
        for (const std::string& level : levels)
            out += std::ranges::count_if(levels_.at(level), [&](AreaId area) {
                return counts_[area].population.withheld ||
                       unemployed_share(counts_[area]).withheld;
            });
        return out;
    }

    void area(AreaId area, std::size_t k, Peers::Findings& findings) {
        const auto peers = nearest(area, k);
        if (peers.empty()) {
            ++findings.not_comparable;
            return;
        }
        ++findings.compared;
        std::int64_t rank = 0;
        for (const Near& near : peers) {
            const bool recorded = structures(near.area).recorded;
            if (recorded) ++findings.with_structures;
            findings.peers.push_back(
                {area, ++rank, near.area, near.distance.value, near.distance.variables,
                 recorded ? Peers::Records::recorded : Peers::Records::not_recorded});
        }
        transfers(area, peers, findings.transferable);
        references(area, peers, findings.reference);
    }

private:
    struct Near {
        AreaId area;
        Standard::Distance distance;
    };

    /// Areas of the level, apart from the area, with those that are not recorded well enough out.
    std::vector<Near> nearest(AreaId area, std::size_t k) {
        std::vector<Near> out;
        const std::string& level = network_[area].level;
        const Standard& standard = standard_of(level);
        for (const AreaId other : levels_.at(level)) {
            if (other == area) continue;
            if (const auto distance =
                    standard.between(variables_[area.index()], variables_[other.index()]))
                out.push_back({other, *distance});
        }
        std::ranges::stable_sort(out, {}, [](const Near& near) {
            return std::tuple{rank_value(near.distance.value), -near.distance.variables};
        });
        if (out.size() > k) out.erase(out.begin() + static_cast<std::ptrdiff_t>(k), out.end());
        return out;
    }

    const Standard& standard_of(const std::string& level) {
        auto it = standards_.find(level);
        if (it == standards_.end()) {
            std::vector<PeerVariables> rows;
            for (const AreaId area : levels_.at(level)) rows.push_back(variables_[area.index()]);
            it = standards_.emplace(level, Standard{rows}).first;
        }
        return it->second;
    }

    const Structures& structures(AreaId area) {
        const auto it = structures_.find(area);
        if (it != structures_.end()) return it->second;
        return structures_.emplace(area, structures_of(view_, actors_, offers_, area))
            .first->second;
    }

    void transfers(AreaId area, const std::vector<Near>& peers, std::vector<Peers::Transfer>& out) {
        const Structures here = structures(area);
        std::set<std::string> bodies;
        std::set<std::string> topics;
        std::map<std::string, std::int64_t> stages;
        for (const Near& near : peers) {
            const Structures& there = structures(near.area);
            bodies.insert(there.bodies.begin(), there.bodies.end());
            for (const auto& [topic, state] : there.topics)
                if (state == CoverageState::available) topics.insert(topic);
            for (const auto& [topic, stage] : there.stages)
                stages[topic] = std::max(stages[topic], stage);
        }
        const auto add = [&](Peers::Kind kind, Choice what, Choice state, auto&& has) {
            Peers::Transfer row{area, kind, std::move(what), std::move(state), {}};
            for (const Near& near : peers)
                if (has(structures(near.area))) row.peers.push_back(named(network_, near.area));
            out.push_back(std::move(row));
        };
        const Choice not_recorded{"unknown", Text{"nicht erhoben", "not recorded"}};
        for (const std::string& kind : bodies)
            if (!here.bodies.contains(kind))
                add(Peers::Kind::body, network_.codes().choice("actor_kinds", kind), not_recorded,
                    [&](const Structures& there) { return there.bodies.contains(kind); });
        for (const std::string& topic : topics) {
            if (here.available(topic)) continue;
            const auto known = here.topics.find(topic);
            const auto& state =
                enumerator(known == here.topics.end() ? CoverageState::unknown : known->second);
            add(Peers::Kind::topic, network_.codes().choice("topics", topic),
                {std::string{state.key}, state.label},
                [&](const Structures& there) { return there.available(topic); });
        }
        for (const auto& [topic, highest] : stages) {
            const auto known = here.stages.find(topic);
            const std::int64_t own = known == here.stages.end() ? 0 : known->second;
            if (highest <= own) continue;
            add(Peers::Kind::agenda, network_.codes().choice("topics", topic),
                known == here.stages.end()
                    ? not_recorded
                    : network_.codes().choice("agenda_stages", std::to_string(own)),
                [&, code = topic](const Structures& there) {
                    const auto it = there.stages.find(code);
                    return it != there.stages.end() && it->second > own;
                });
        }
    }

    Guarded<double> value(AreaId area, Peers::Variable variable) {
        const auto& variables = variables_[area.index()];
        switch (variable) {
            case Peers::Variable::population: {
                const auto& people = counts_[area].population;
                if (!people.value) return {std::nullopt, people.withheld};
                return {static_cast<double>(*people.value), std::nullopt};
            }
            case Peers::Variable::unemployed_share: return unemployed_share(counts_[area]);
            case Peers::Variable::deprivation: return {variables[2], std::nullopt};
            case Peers::Variable::settlement: return {variables[0], std::nullopt};
            case Peers::Variable::topics:
                if (!structures(area).recorded) return {};
                return {static_cast<double>(structures(area).available_topics()), std::nullopt};
        }
        return {};
    }

    void references(AreaId area, const std::vector<Near>& peers,
                    std::vector<Peers::Reference>& out) {
        for (const auto& entry : all_enumerators<Peers::Variable>) {
            std::vector<double> values;
            for (const Near& near : peers)
                if (const auto known = value(near.area, entry.value).value)
                    values.push_back(*known);
            const auto here = value(area, entry.value);
            if (values.empty() && !here.value) continue;
            out.push_back({area, entry.value, here, static_cast<std::int64_t>(values.size()),
                           quantile(values, 0.25), quantile(values, 0.5), quantile(values, 0.75)});
        }
    }

    const View& view_;
    const Network& network_;
    PersonCounts counts_;
    AreaIndex actors_;
    AreaIndex offers_;
    std::vector<PeerVariables> variables_;  ///< by area
    std::map<std::string, std::vector<AreaId>> levels_;
    std::map<std::string, Standard> standards_;
    std::map<AreaId, Structures> structures_;
};

}  // namespace

Info Peers::info() {
    return {"peers",
            "A21",
            Theme::proposals,
            {"Vergleichsorte", "Peers"},
            {"Welche Orte sind ähnlich, und was haben sie, das hier fehlt?",
             "Which places are similar, and what do they have that is missing here?"},
            "lotse, QUESTIONS A21; quantiles of type 7: Hyndman and Fan (1996), "
            "doi:10.1080/00031305.1996.10473566"};
}

Result<Peers::Findings> Peers::run(const View& view, const Options& options) {
    if (options.k < 1)
        return Error{ErrorKind::usage,
                     message({"--k muss mindestens 1 sein.", "--k must be at least 1."})};
    auto areas = area_rows(view, {});
    if (!areas) return areas.error();
    Findings findings;
    findings.areas = static_cast<std::int64_t>(areas->size());
    Comparison comparison{view};
    for (const AreaId area : *areas)
        comparison.area(area, static_cast<std::size_t>(options.k), findings);
    findings.withheld = comparison.withheld(*areas);
    return findings;
}

std::vector<Peers::PeerRow> Peers::nearest_to(const View& view, AreaId area, std::size_t k) {
    Findings findings;
    Comparison{view}.area(area, k, findings);
    return findings.peers;
}

namespace {

void read(const Network& network, const Peers::Findings& findings, std::vector<Message>& reading) {
    if (findings.areas == 0) {
        reading.push_back(Text{"Das Netz nennt kein Gebiet. Wählen Sie eines mit --area.",
                               "The network names no area. Choose one with --area."});
        return;
    }
    reading.push_back(message(
        {"Verglichen: {} von {}. Ähnlich heißt: nahe in Siedlungstyp, Arbeitslosigkeit, "
         "Deprivation und Einwohnerzahl, soweit erfasst; besser oder schlechter heißt es nicht.",
         "Compared: {} of {}. Similar means: near in settlement class, unemployment, deprivation "
         "and inhabitants as far as recorded; it does not mean better or worse."},
        {count_words(findings.compared),
         counted(findings.areas, {"Gebiet", "area"}, {"Gebieten", "areas"})}));
    if (findings.compared == 0) {
        reading.push_back(message(
            {"Für einen Vergleich braucht ein Gebiet mindestens zwei dieser Merkmale, und ein "
             "anderes derselben Ebene auch: bitte im {} ergänzen.",
             "A comparison takes at least two of these variables for an area and for another of "
             "the same level: please record them in the {}."},
            {place_of_table("areas")}));
        return;
    }
    if (!findings.transferable.empty()) {
        const Peers::Transfer& first = findings.transferable.front();
        std::vector<Message> names;
        for (const Choice& peer : first.peers) names.push_back(peer.label);
        reading.push_back(
            message({"Übertragbar, zum Beispiel: {} ({}) für {} aus {}. Die Tabelle „Übertragbar“ "
                     "nennt alles; fragen Sie dort, wie es aufgebaut wurde.",
                     "Transferable, for example: {} ({}) for {} from {}. The table 'Transferable' "
                     "lists all; ask there how it was set up."},
                    {first.what.label, Message{enumerator(first.kind).label},
                     name_words(network, first.area), list_words(names, 3)}));
    } else if (findings.with_structures == 0) {
        reading.push_back(Text{
            "Von keinem Vergleichsort sind Gremien oder Angebote erfasst; was dort anders ist, "
            "lässt sich hier nicht sagen. Fragen Sie bei den genannten Orten nach.",
            "Neither bodies nor offers are recorded of any peer; what is different there cannot "
            "be said here. Ask the places named."});
    } else {
        reading.push_back(
            Text{"Nach dem, was erfasst ist, haben die Vergleichsorte nichts, das "
                 "hier fehlt.",
                 "As far as recorded, the peers have nothing that is missing here."});
    }
}

}  // namespace

void Peers::explain(const View& view, const Findings& findings, Document& document) {
    auto& notes = document.notes;
    notes.push_back(Text{
        "Grundlage: Gebiete derselben Ebene aus dem Netz und die deutschen Kreise; Gremien, "
        "Angebote und Agenda des Netzes. Der Abstand ist die Wurzel aus dem Mittel der quadrierten "
        "Unterschiede der z-Werte.",
        "Basis: areas of the same level from the network and the German Kreise; bodies, offers "
        "and agenda of the network. The distance is the root of the mean squared difference of "
        "z-scores."});
    notes.push_back(Text{
        "Fehlt einem von zwei Gebieten ein Merkmal, bleibt es außer Betracht; die Spalte "
        "„Merkmale“ sagt, wie viele verglichen wurden. Viertel und Median nach Typ 7 (Hyndman und "
        "Fan 1996).",
        "A variable that one of two areas lacks is left out; the column 'Variables' says how many "
        "were compared. Quartiles and median by type 7 (Hyndman and Fan 1996)."});
    if (findings.withheld > 0)
        notes.push_back(
            message({"Gebiete, deren Einwohner oder Arbeitslose erfasst sind, zum Schutz kleiner "
                     "Zahlen aber weder gezeigt noch verglichen werden: {}.",
                     "Areas whose inhabitants or unemployed are recorded, but for the protection "
                     "of small counts neither shown nor compared: {}."},
                    {count_words(findings.withheld)}));
    if (findings.not_comparable > 0)
        notes.push_back(message(
            findings.withheld > 0
                ? Text{"Nicht vergleichbar, weil weniger als zwei Merkmale erfasst sind und "
                       "gezeigt werden: {}.",
                       "Not comparable, because fewer than two variables are recorded and shown: "
                       "{}."}
                : Text{"Nicht vergleichbar, weil weniger als zwei Merkmale erfasst sind: {}.",
                       "Not comparable, because fewer than two variables are recorded: {}."},
            {counted(findings.not_comparable, {"Gebiet", "area"}, {"Gebiete", "areas"})}));
    note_nested_areas(view, notes);
    note_unused_options(view, {"area", "topic", "target", "legal", "at"}, notes);
    read(*view.network, findings, document.reading);
}

Entry Peers::entry() {
    return erase<Peers>();
}

}  // namespace lotse::analysis
