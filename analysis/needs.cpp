#include <lotse/analysis/needs.hpp>

#include <lotse/analysis/person_counts.hpp>
#include "area_index.hpp"
#include "coverage_evidence.hpp"
#include "coverage_rows.hpp"
#include "erase.hpp"
#include "offer_phase.hpp"
#include "unused_options.hpp"
#include "whom_to_ask.hpp"
#include "words.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace lotse::analysis {
namespace {

bool chosen(const std::vector<std::string>& wanted, const std::string& code) {
    return wanted.empty() || std::ranges::find(wanted, code) != wanted.end();
}

/// SGB II and SGB III are circles of law; the other groups are what offers name.
Group group_of(const std::string& target) {
    if (target == "sgb2" || target == "sgb3") return {{}, target};
    return {target, {}};
}

bool for_professionals_only(const Offer& offer) {
    return !offer.targets.empty() &&
           std::ranges::all_of(offer.targets, [](const auto& t) { return t == "professionals"; });
}

/// What the offers side of every row is looked up in.
struct Supplies {
    AreaIndex offers;
    WhomToAsk whom_to_ask;
};

/// The offers side of a row: state, places, whom to ask.
void add_supply(const View& view, const Supplies& supplies, Needs::Row& row) {
    const Network& network = *view.network;
    if (!row.topic) return;
    const std::string target = row.target ? row.target->key : std::string{};
    const Group group = group_of(target);
    std::vector<Evidence> evidence;
    for (const std::size_t i : supplies.offers.touching(row.area)) {
        const Offer& offer = network.offers()[i];
        if (std::ranges::find(offer.topics, row.topic->key) == offer.topics.end()) continue;
        if (target != "professionals" && for_professionals_only(offer)) continue;
        auto found = evidence_of(view, OfferId{i}, row.area, group);
        if (!found) continue;
        const bool runs =
            found->state == CoverageState::available || found->state == CoverageState::barrier;
        if (runs && offer.capacity)
            row.places = row.places.value_or(0) + *offer.capacity;
        else if (runs)
            ++row.offers_without_places;
        evidence.push_back(std::move(*found));
    }
    const Verdict verdict =
        judge(std::move(evidence), finding_for(view, row.area, row.topic->key, group));
    row.state = verdict.state;
    for (const std::string& key : verdict.offers) {
        const std::string& name = network[*network.find_offer(key)].name;
        row.offers.push_back({key, {name, name}});
    }
    if (row.data == Needs::Data::not_recorded || verdict.state == CoverageState::none ||
        verdict.state == CoverageState::unknown)
        row.ask = supplies.whom_to_ask.about(row.area);
}

void add_ratio(Needs::Row& row) {
    if (!row.places) return;
    if (row.persons.withheld)
        row.places_per_1000.withheld = Withheld{};
    else if (row.persons.value.value_or(0) > 0)
        row.places_per_1000.value =
            1000.0 * static_cast<double>(*row.places) / static_cast<double>(*row.persons.value);
}

std::optional<Choice> choice_of(const Network& network, std::string_view list,
                                const std::string& code) {
    if (code.empty()) return std::nullopt;
    return network.codes().choice(list, code);
}

using Subject = std::pair<std::string, std::string>;  // topic and target

class Join {
public:
    Join(const View& view, std::vector<AreaId> areas)
        : view_{view},
          network_{*view.network},
          counts_{person_counts(network_, view.suppress_below)},
          supplies_{offers_by_area(network_), WhomToAsk{view}},
          areas_{std::move(areas)} {}

    Needs::Findings run() {
        const auto& needs = network_.tables().needs;
        std::set<Subject> subjects;
        std::set<std::pair<AreaId, Subject>> known;
        std::set<AreaId> shown(areas_.begin(), areas_.end());
        for (std::size_t i = 0; i < needs.size(); ++i) {
            const Subject subject{needs[i].topic, needs[i].target};
            if (!chosen(view_.topics, subject.first) || !chosen(view_.targets, subject.second))
                continue;
            subjects.insert(subject);
            if (!in_view(*needs[i].area)) continue;
            known.emplace(*needs[i].area, subject);
            shown.insert(*needs[i].area);
            add_recorded(needs[i], counts_.needs[i]);
        }
        for (const std::string& topic : view_.topics)
            if (std::ranges::none_of(subjects, [&](const auto& s) { return s.first == topic; }))
                subjects.emplace(topic, std::string{});
        for (const AreaId area : areas_)
            for (const Subject& subject : subjects)
                if (!known.contains({area, subject})) add_missing(area, subject);
        for (const AreaId area : shown) add_area(area);
        sort();
        return std::move(findings_);
    }

private:
    bool in_view(AreaId area) const {
        return view_.areas.empty() || std::ranges::any_of(view_.areas, [&](AreaId outer) {
                   return network_.within(area, outer);
               });
    }

    Needs::Row row_of(AreaId area, const Subject& subject) const {
        return {area,
                choice_of(network_, "topics", subject.first),
                choice_of(network_, "targets", subject.second),
                Needs::Data::not_recorded,
                {},
                {},
                {},
                {},
                {},
                0,
                {},
                {},
                {}};
    }

    void add_recorded(const PersonNeed& need, const Guarded<std::int64_t>& persons) {
        Needs::Row row = row_of(*need.area, {need.topic, need.target});
        row.persons = persons;
        row.data = persons.withheld ? Needs::Data::withheld
                   : persons.value  ? Needs::Data::recorded
                                    : Needs::Data::not_recorded;
        row.source = need.source;
        if (need.year) {
            row.year = PartialDate{static_cast<int>(*need.year)};
            findings_.oldest_year = std::min(findings_.oldest_year.value_or(*row.year), *row.year);
            findings_.newest_year = std::max(findings_.newest_year.value_or(*row.year), *row.year);
        }
        add(std::move(row));
    }

    void add_missing(AreaId area, const Subject& subject) { add(row_of(area, subject)); }

    void add(Needs::Row row) {
        add_supply(view_, supplies_, row);
        add_ratio(row);
        switch (row.data) {
            case Needs::Data::recorded: ++findings_.recorded; break;
            case Needs::Data::withheld: ++findings_.withheld; break;
            case Needs::Data::not_recorded: ++findings_.not_recorded; break;
        }
        if (row.data != Needs::Data::not_recorded && row.state) {
            const bool runs =
                *row.state == CoverageState::available || *row.state == CoverageState::barrier;
            if (!runs) ++findings_.without_offer;
            if (runs && !row.places) ++findings_.without_places;
        }
        findings_.needs.push_back(std::move(row));
    }

    void add_area(AreaId area) {
        const AreaCounts& counts = counts_[area];
        findings_.areas.push_back({area, counts.population, counts.unemployed_sgb2,
                                   counts.unemployed_sgb3, counts.unemployed, counts.long_term});
    }

    std::size_t depth(AreaId area) const { return up_from(network_, area).size(); }

    /// By topic and group, wider areas first. Never by the count: the place of a row would tell it.
    void sort() {
        std::map<std::string, std::size_t, std::less<>> topic_order;
        for (const Code& code : network_.codes().list("topics")->codes())
            topic_order.emplace(code.code, topic_order.size());
        const auto key = [&](const Needs::Row& row) {
            const std::string topic = row.topic ? row.topic->key : std::string{};
            const auto known = topic_order.find(topic);
            return std::tuple{known == topic_order.end() ? topic_order.size() : known->second,
                              topic,
                              row.target ? row.target->key : std::string{},
                              depth(row.area),
                              row.area,
                              row.year};
        };
        std::ranges::stable_sort(findings_.needs, {}, key);
    }

    const View& view_;
    const Network& network_;
    PersonCounts counts_;
    Supplies supplies_;
    std::vector<AreaId> areas_;
    Needs::Findings findings_;
};

}  // namespace

Info Needs::info() {
    return {"needs",
            "A22",
            Theme::supply,
            {"Bedarfsprofil", "Needs"},
            {"Wie viele Menschen haben welchen Bedarf, und wie viele Plätze gibt es für sie?",
             "How many people need what, and how many places are there for them?"},
            "lotse, QUESTIONS A22; suppression: Hundepool et al. (2012), Statistical Disclosure "
            "Control, doi:10.1002/9781118348239"};
}

Result<Needs::Findings> Needs::run(const View& view, const Options& options) {
    auto areas = area_rows(view, options.by);
    if (!areas) return areas.error();
    return Join{view, *std::move(areas)}.run();
}

namespace {

const Needs::Row* largest_gap(const Needs::Findings& findings) {
    const Needs::Row* best = nullptr;
    for (const Needs::Row& row : findings.needs) {
        const bool open = row.state && (*row.state == CoverageState::none ||
                                        *row.state == CoverageState::unknown ||
                                        *row.state == CoverageState::planned);
        if (!open || !row.persons.value || *row.persons.value == 0) continue;
        if (!best || *row.persons.value > *best->persons.value) best = &row;
    }
    return best;
}

Message subject_words(const Needs::Row& row) {
    Message out = row.topic ? row.topic->label : Message{Text{"ohne Thema", "without topic"}};
    if (row.target) {
        out.de += " / " + row.target->label.de;
        out.en += " / " + row.target->label.en;
    }
    return out;
}

void read(const View& view, const Needs::Findings& findings, std::vector<Message>& reading) {
    const Network& network = *view.network;
    const std::int64_t known = findings.recorded + findings.withheld;
    if (known == 0) {
        reading.push_back(message(
            {"Zum Bedarf ist für diese Auswahl nichts erfasst. Das heißt nicht, dass kein Bedarf "
             "besteht: Zahlen mit Quelle und Jahr gehören ins {}.",
             "Nothing is recorded of needs for this choice. That does not mean that there is no "
             "need: counts with source and year belong into the {}."},
            {place_of_table("needs")}));
        return;
    }
    reading.push_back(message(
        {"Erfasst: {} zum Bedarf. Davon ohne erfasstes Angebot, das läuft: {}. Die Zahlen "
         "überschneiden sich und dürfen nicht zusammengezählt werden.",
         "Recorded: {} of need. Of these without a recorded offer that runs: {}. The counts "
         "overlap and must not be added."},
        {counted(known, {"Zahl", "count"}, {"Zahlen", "counts"}),
         count_words(findings.without_offer)}));
    if (const Needs::Row* gap = largest_gap(findings)) {
        reading.push_back(
            message({"Die größte gezeigte Zahl ohne laufendes Angebot: {} Personen in {} ({}), "
                     "Stand des Angebots: {}.",
                     "The largest count shown without a running offer: {} persons in {} ({}), "
                     "state of the offer: {}."},
                    {count_words(*gap->persons.value), name_words(network, gap->area),
                     subject_words(*gap), Message{enumerator(*gap->state).label}}));
        if (gap->ask)
            reading.push_back(
                message({"Nächster Schritt: bei „{}“ nachfragen; „lotse coverage“ zeigt, was in "
                         "den Gebieten fehlt.",
                         "Next step: ask '{}'; 'lotse coverage' shows what the areas lack."},
                        {name_words(network, *gap->ask)}));
    } else if (findings.without_places > 0) {
        reading.push_back(
            message({"Nächster Schritt: bei Angeboten die Plätze nachtragen; sie fehlen zu {}.",
                     "Next step: record the places of offers; they are missing for {}."},
                    {counted(findings.without_places, {"Zahl", "count"}, {"Zahlen", "counts"})}));
    }
}

}  // namespace

void Needs::explain(const View& view, const Findings& findings, Document& document) {
    auto& notes = document.notes;
    const auto date = view.reference_date();
    const Message day = date ? date_words(*date) : Message{Text{"nicht erfasst", "not recorded"}};
    notes.push_back(message({"Grundlage: die Tabellen Bedarf, Gebiete und Angebote, Stichtag {}.",
                             "Basis: the tables needs, areas and offers, reference date {}."},
                            {day}));
    notes.push_back(Text{
        "Ein Kreis und seine Gemeinden stehen nebeneinander, ebenso Gruppen, die sich "
        "überschneiden: nicht zusammenzählen. Ein Angebot für mehrere Gebiete zählt in jedem.",
        "A Kreis and its municipalities stand side by side, and so do groups that overlap: do not "
        "add them. An offer for several areas counts in each."});
    notes.push_back(Text{
        "Plätze sind die erfassten Plätze der Angebote, die laufen; Angebote für einen Teil der "
        "Gruppe zählen mit. Ohne Platzzahl heißt nicht: keine Plätze.",
        "Places are the recorded places of offers that run; offers for a part of the group count. "
        "Without a number of places does not mean: no places."});
    note_offers_without_area(view, notes);
    note_nested_areas(view, notes);
    note_unused_options(view, {"area", "topic", "target", "at"}, notes);
    read(view, findings, document.reading);
}

Entry Needs::entry() {
    return erase<Needs>();
}

}  // namespace lotse::analysis
