#include <lotse/analysis/coverage.hpp>
#include <lotse/analysis/person_counts.hpp>

#include "area_index.hpp"
#include "choices.hpp"
#include "coverage_evidence.hpp"
#include "coverage_rows.hpp"
#include "erase.hpp"
#include "offer_phase.hpp"
#include "what_if.hpp"
#include "whom_to_ask.hpp"

#include <algorithm>
#include <map>

namespace lotse::analysis {
namespace {

/// A topic or a programme.
struct Matter {
    Choice topic;
    std::optional<ActorId> programme;
};

/// The topics asked for, else the official ones and those that occur.
Result<std::vector<Matter>> matters_of(const View& view, const Coverage::Options& options) {
    const Network& network = *view.network;
    std::vector<Matter> out;
    if (!options.programme.empty()) {
        const auto id = network.find_actor(options.programme);
        if (!id) return no_actor("programme", options.programme, view);
        return std::vector{Matter{named(network, *id), id}};
    }
    for (const Choice& topic : topic_columns(view)) out.push_back({topic, std::nullopt});
    return out;
}

std::vector<Group> groups_of(const View& view, bool programme) {
    return programme ? std::vector{Group{}} : groups_asked(view);
}

std::optional<Choice> choice_of(const Network& network, std::string_view list,
                                const std::string& code) {
    if (code.empty()) return std::nullopt;
    return network.codes().choice(list, code);
}

/// Offers of each topic that reach the area.
std::map<std::string, std::vector<OfferId>, std::less<>> offers_by_topic(const Network& network,
                                                                         const AreaIndex& index,
                                                                         AreaId area) {
    std::map<std::string, std::vector<OfferId>, std::less<>> out;
    for (const std::size_t i : index.touching(area)) {
        const Offer& offer = network.offers()[i];
        if (presence_of(network, offer, area) == Presence::none) continue;
        for (const std::string& topic : offer.topics)
            if (auto& ids = out[topic]; ids.empty() || ids.back() != OfferId{i})
                ids.emplace_back(i);
    }
    return out;
}

template <class Counts>
void count(Counts& counts, CoverageState state) {
    switch (state) {
        case CoverageState::available: ++counts.available; break;
        case CoverageState::barrier: ++counts.barrier; break;
        case CoverageState::planned: ++counts.planned; break;
        case CoverageState::none: ++counts.none; break;
        case CoverageState::unknown: ++counts.unknown; break;
    }
}

std::optional<double> recorded_share(const std::optional<std::int64_t>& part,
                                     const std::optional<std::int64_t>& whole) {
    return part && whole ? share(*part, *whole) : std::nullopt;
}

/// Offers, or actors that take part in a programme, by their keys.
std::vector<Choice> all_named(const Network& network, const std::vector<std::string>& keys) {
    std::vector<Choice> out;
    for (const std::string& key : keys) {
        if (const auto offer = network.find_offer(key))
            out.push_back(named(network.name_of(*offer)));
        else if (const auto actor = network.find_actor(key))
            out.push_back(named(network.name_of(*actor)));
    }
    return out;
}

/// Builds the findings cell by cell.
class Counter {
public:
    Counter(const View& view, const std::vector<AreaId>& rows, Coverage::Subject subject)
        : network_{*view.network}, counts_{person_counts(network_, view.suppress_below)} {
        findings_.subject = subject;
        findings_.areas = static_cast<std::int64_t>(rows.size());
        for (const AreaId area : rows) {
            const auto& population = counts_[area].population;
            if (population.value)
                findings_.population_total =
                    findings_.population_total.value_or(0) + *population.value;
            if (population.withheld)
                ++findings_.areas_with_withheld_population;
            else if (!population.value)
                ++findings_.areas_without_population;
        }
        if (findings_.population_total) findings_.population_available = 0;
        if (subject == Coverage::Subject::offers)
            findings_.offers_without_area = offers_without_area(view);
    }

    void add(Coverage::Cell cell, Coverage::TopicTotal& total) {
        count(findings_, cell.state);
        count(total, cell.state);
        if (cell.state == CoverageState::available && findings_.population_available) {
            const std::int64_t population = counts_[cell.area].population.value.value_or(0);
            total.population_available = total.population_available.value_or(0) + population;
            if (!last_available_ || *last_available_ != cell.area)
                *findings_.population_available += population;
            last_available_ = cell.area;
        }
        if (cell.ask) ask(cell);
        findings_.cells.push_back(std::move(cell));
    }

    void contradiction(Coverage::Contradiction row) {
        findings_.contradictions.push_back(std::move(row));
    }
    void online_only() { ++findings_.online_only; }

    Coverage::Findings finish(std::vector<Coverage::TopicTotal> totals) {
        for (auto& total : totals) {
            if (findings_.population_total && !total.population_available)
                total.population_available = 0;
            total.population_share =
                recorded_share(total.population_available, findings_.population_total);
        }
        findings_.topics = std::move(totals);
        findings_.population_share =
            recorded_share(findings_.population_available, findings_.population_total);
        std::ranges::stable_sort(findings_.questions, std::greater{}, &Coverage::Question::cells);
        return std::move(findings_);
    }

private:
    void ask(const Coverage::Cell& cell) {
        auto& questions = findings_.questions;
        auto it = std::ranges::find(questions, *cell.ask, &Coverage::Question::ask);
        if (it == questions.end()) it = questions.insert(it, {*cell.ask, 0, {}, {}});
        ++it->cells;
        add_once(it->areas, named(network_.name_of(cell.area)));
        add_once(it->topics, cell.topic);
    }

    const Network& network_;
    PersonCounts counts_;
    Coverage::Findings findings_;
    std::optional<AreaId> last_available_;
};

}  // namespace

Info Coverage::info() {
    return {
        "coverage",
        "A01",
        Theme::supply,
        {"Angebotsmatrix", "Coverage"},
        {"Welche Gebiete haben zu welchem Thema ein Angebot, mit welcher Hürde, und wen kann man "
         "fragen?",
         "Which areas have an offer for which topic, with what barrier, and whom to ask?"},
        "lotse, QUESTIONS A01: five states, findings apart from offers"};
}

Result<Coverage::Findings> Coverage::run(const View& view, const Options& options) {
    const Network& network = *view.network;
    const auto matters = matters_of(view, options);
    if (!matters) return matters.error();
    const auto rows = area_rows(view, options.by);
    if (!rows) return rows.error();
    const auto groups = groups_of(view, !options.programme.empty());

    std::vector<TopicTotal> totals;
    for (const Matter& matter : *matters)
        for (const Group& group : groups) {
            TopicTotal& total = totals.emplace_back();
            total.topic = matter.topic;
            total.target = choice_of(network, "targets", group.target);
            total.legal = choice_of(network, "legal_circles", group.legal);
        }

    Counter counter{view, *rows,
                    options.programme.empty() ? Subject::offers : Subject::participation};
    const AreaIndex index = offers_by_area(network);
    const WhomToAsk whom_to_ask{view};
    for (const AreaId area : *rows) {
        const auto offers = offers_by_topic(network, index, area);
        const auto knows = whom_to_ask.about(area);
        auto total = totals.begin();
        for (const Matter& matter : *matters)
            for (const Group& group : groups) {
                std::vector<Evidence> evidence;
                if (matter.programme) {
                    evidence = participants(view, *matter.programme, area);
                } else if (const auto it = offers.find(matter.topic.key); it != offers.end()) {
                    for (const OfferId offer : it->second)
                        if (auto found = evidence_of(view, offer, area, group))
                            evidence.push_back(std::move(*found));
                }
                const Finding* finding = finding_for(view, area, matter.topic.key, group);
                Verdict verdict = judge(std::move(evidence), finding);
                Cell cell{area,
                          matter.topic,
                          total->target,
                          total->legal,
                          verdict.state,
                          all_named(network, verdict.offers),
                          reason_choice(network, verdict.reasons),
                          std::nullopt};
                if (verdict.contradicted)
                    counter.contradiction(
                        {area, matter.topic, finding->state, verdict.state, cell.offers});
                if (verdict.reasons.contains("online_only")) counter.online_only();
                if (verdict.state == CoverageState::none || verdict.state == CoverageState::unknown)
                    cell.ask =
                        matter.programme ? whom_to_ask.about(area, *matter.programme) : knows;
                counter.add(std::move(cell), *total++);
            }
    }
    return counter.finish(std::move(totals));
}

Entry Coverage::entry() {
    return erase<Coverage>();
}

}  // namespace lotse::analysis
