#include <lotse/analysis/coverage.hpp>

#include "coverage_evidence.hpp"
#include "coverage_rows.hpp"
#include "erase.hpp"

#include <algorithm>
#include <map>

namespace lotse::analysis {
namespace {

struct Subject {
    Choice topic;
    std::optional<ActorId> programme;
};

/// The topics asked for, else the official ones and those that occur.
Result<std::vector<Subject>> subjects_of(const View& view, const Coverage::Options& options) {
    const Network& network = *view.network;
    std::vector<Subject> out;
    if (!options.programme.empty()) {
        const auto id = network.find_actor(options.programme);
        if (!id)
            return Error{ErrorKind::usage, message({"--programme: Einen Akteur „{}“ gibt es nicht.",
                                                    "--programme: there is no actor '{}'."},
                                                   {options.programme})};
        const Actor& actor = network[*id];
        return std::vector{Subject{Choice{actor.key, {actor.name, actor.name}}, id}};
    }
    const auto occurs = [&](const Code& code) {
        if (code.attribute("official") == "yes") return true;
        const auto has = [&](const Offer& o) {
            return std::ranges::find(o.topics, code.code) != o.topics.end();
        };
        return std::ranges::any_of(network.offers(), has) ||
               std::ranges::any_of(network.tables().findings,
                                   [&](const Finding& f) { return f.topic == code.code; });
    };
    std::vector<std::string> codes = view.topics;
    if (codes.empty())
        for (const Code& code : network.codes().list("topics")->codes())
            if (occurs(code)) codes.push_back(code.code);
    for (const std::string& code : codes)
        out.push_back({network.codes().choice("topics", code), std::nullopt});
    return out;
}

std::vector<Group> groups_of(const View& view, bool programme) {
    if (programme) return {Group{}};
    const auto or_anybody = [](const std::vector<std::string>& codes) {
        return codes.empty() ? std::vector<std::string>{""} : codes;
    };
    std::vector<Group> out;
    for (const std::string& target : or_anybody(view.targets))
        for (const std::string& legal : or_anybody(view.legal)) out.push_back({target, legal});
    return out;
}

std::optional<Choice> choice_of(const Network& network, std::string_view list,
                                const std::string& code) {
    if (code.empty()) return std::nullopt;
    return network.codes().choice(list, code);
}

/// Offers of each topic that reach the area.
std::map<std::string, std::vector<OfferId>, std::less<>> offers_by_topic(const Network& network,
                                                                         AreaId area) {
    std::map<std::string, std::vector<OfferId>, std::less<>> out;
    for (std::size_t i = 0; i < network.offers().size(); ++i) {
        const Offer& offer = network.offers()[i];
        if (reach_of(network, offer, area) == Reach::none) continue;
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

std::optional<double> share(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

void add_once(std::vector<std::string>& list, const std::string& text) {
    if (std::ranges::find(list, text) == list.end()) list.push_back(text);
}

/// Builds the findings cell by cell.
class Counter {
public:
    Counter(const View& view, const std::vector<AreaId>& rows) : network_{*view.network} {
        findings_.areas = static_cast<std::int64_t>(rows.size());
        for (const AreaId area : rows) {
            findings_.population_total += network_[area].population.value_or(0);
            if (!network_[area].population) ++findings_.areas_without_population;
        }
        for (const Offer& offer : network_.offers())
            if (offer.status != "ended" && lacks_area(network_, offer))
                ++findings_.offers_without_area;
    }

    void add(Coverage::Cell cell, Coverage::TopicTotal& total) {
        count(findings_, cell.state);
        count(total, cell.state);
        if (cell.state == CoverageState::available) {
            const std::int64_t population = network_[cell.area].population.value_or(0);
            total.population_available += population;
            if (!last_available_ || *last_available_ != cell.area)
                findings_.population_available += population;
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
        for (auto& total : totals)
            total.population_share = share(total.population_available, findings_.population_total);
        findings_.topics = std::move(totals);
        findings_.population_share =
            share(findings_.population_available, findings_.population_total);
        std::ranges::stable_sort(findings_.questions, std::greater{}, &Coverage::Question::cells);
        return std::move(findings_);
    }

private:
    void ask(const Coverage::Cell& cell) {
        auto& questions = findings_.questions;
        auto it = std::ranges::find(questions, *cell.ask, &Coverage::Question::ask);
        if (it == questions.end()) it = questions.insert(it, {*cell.ask, 0, {}, {}});
        ++it->cells;
        add_once(it->areas, network_[cell.area].key);
        add_once(it->topics, cell.topic.key);
    }

    const Network& network_;
    Coverage::Findings findings_;
    std::optional<AreaId> last_available_;
};

Message number(std::int64_t value) {
    return {grouped_text(value, Language::de), grouped_text(value, Language::en)};
}

}  // namespace

Info Coverage::info() {
    return {
        "coverage",
        "A01",
        {"Angebotsmatrix", "Coverage"},
        {"Welche Gebiete haben zu welchem Thema ein Angebot, mit welcher Hürde, und wen kann man "
         "fragen?",
         "Which areas have an offer for which topic, with what barrier, and whom to ask?"},
        "lotse, QUESTIONS A01: five states, findings apart from offers"};
}

Result<Coverage::Findings> Coverage::run(const View& view, const Options& options) {
    const Network& network = *view.network;
    const auto subjects = subjects_of(view, options);
    if (!subjects) return subjects.error();
    const auto rows = area_rows(view, options.by);
    if (!rows) return rows.error();
    const auto groups = groups_of(view, !options.programme.empty());

    std::vector<TopicTotal> totals;
    for (const Subject& subject : *subjects)
        for (const Group& group : groups) {
            TopicTotal& total = totals.emplace_back();
            total.topic = subject.topic;
            total.target = choice_of(network, "targets", group.target);
            total.legal = choice_of(network, "legal_circles", group.legal);
        }

    Counter counter{view, *rows};
    for (const AreaId area : *rows) {
        const auto offers = offers_by_topic(network, area);
        const auto knows = whom_to_ask(network, area);
        auto total = totals.begin();
        for (const Subject& subject : *subjects)
            for (const Group& group : groups) {
                std::vector<Evidence> evidence;
                if (subject.programme) {
                    evidence = participants(view, *subject.programme, area);
                } else if (const auto it = offers.find(subject.topic.key); it != offers.end()) {
                    for (const OfferId offer : it->second)
                        if (auto found = evidence_of(view, offer, area, group))
                            evidence.push_back(std::move(*found));
                }
                const Finding* finding = finding_for(view, area, subject.topic.key, group);
                Verdict verdict = judge(std::move(evidence), finding);
                Cell cell{area,
                          subject.topic,
                          total->target,
                          total->legal,
                          verdict.state,
                          verdict.offers,
                          reason_choice(network, verdict.reasons),
                          std::nullopt};
                if (verdict.contradicted)
                    counter.contradiction(
                        {area, subject.topic, finding->state, verdict.state, verdict.offers});
                if (verdict.reasons.contains("online_only")) counter.online_only();
                if (verdict.state == CoverageState::none || verdict.state == CoverageState::unknown)
                    cell.ask =
                        subject.programme ? whom_to_ask(view, area, *subject.programme) : knows;
                counter.add(std::move(cell), *total++);
            }
    }
    return counter.finish(std::move(totals));
}

void Coverage::explain(const View& view, const Findings& findings, Document& document) {
    const Network& network = *view.network;
    auto& notes = document.notes;
    if (const auto date = view.reference_date())
        notes.push_back(message({"Stichtag: {}. Angebote, die danach weniger als zwölf Monate "
                                 "laufen, gelten als Angebote mit Hürde.",
                                 "Reference date: {}. Offers that run for less than twelve months "
                                 "from then count as offers with a barrier."},
                                {to_string(*date)}));
    else
        notes.push_back(Text{"Kein Stichtag: Ob Angebote bald enden, wurde nicht geprüft.",
                             "No reference date: whether offers end soon was not checked."});
    notes.push_back(
        Text{"„Keins“ steht nur da, wo jemand es festgestellt hat. „Nicht erhoben“ heißt: "
             "Es ist nichts erfasst, auch kein Fehlen.",
             "'None' stands only where somebody has established it. 'Not recorded' means "
             "that nothing is recorded, not even an absence."});
    if (findings.online_only > 0)
        notes.push_back(
            message({"{} Felder beruhen allein auf Online-Angeboten (Grund: nur online).",
                     "{} cells rest on online offers alone (reason: online only)."},
                    {number(findings.online_only)}));
    if (findings.offers_without_area > 0)
        notes.push_back(
            message({"{} Angebote haben weder Gebiet noch Ort und zählen in keinem Feld.",
                     "{} offers have neither area nor venue and count in no cell."},
                    {number(findings.offers_without_area)}));
    if (findings.areas_without_population > 0)
        notes.push_back(
            message({"Bei {} Gebieten ist keine Einwohnerzahl erfasst; sie fehlen in den "
                     "Anteilen.",
                     "For {} areas no population is recorded; they are missing from the "
                     "shares."},
                    {number(findings.areas_without_population)}));
    if (!findings.contradictions.empty())
        notes.push_back(
            message({"{} Feststellungen widersprechen erfassten Angeboten; es gilt das "
                     "Angebot. Bitte prüfen (Tabelle Widersprüche).",
                     "{} findings contradict recorded offers; the offer counts. Please "
                     "check (table Contradictions)."},
                    {number(static_cast<std::int64_t>(findings.contradictions.size()))}));

    auto& reading = document.reading;
    const auto cells = static_cast<std::int64_t>(findings.cells.size());
    if (cells == 0) {
        reading.push_back(
            Text{"Das Netz nennt kein Gebiet. Tragen Sie bei Akteuren oder Angeboten ein "
                 "Gebiet ein oder wählen Sie eines mit --area.",
                 "The network names no area. Record areas for actors or offers, or choose "
                 "one with --area."});
        return;
    }
    reading.push_back(message(
        {"In {} von {} Feldern ist etwas vorhanden, in {} mit Hürde, in {} geplant; in {} ist "
         "festgestellt, dass es nichts gibt.",
         "In {} of {} cells something is available, in {} with a barrier, in {} planned; in {} "
         "somebody has established that there is nothing."},
        {number(findings.available), number(cells), number(findings.barrier),
         number(findings.planned), number(findings.none)}));
    if (findings.unknown > 0)
        reading.push_back(message(
            {"Zu {} Feldern ist nichts erhoben. Das ist kein Nein: Ob es dort etwas gibt, lässt "
             "sich aus diesem Netz nicht sagen.",
             "{} cells are not recorded. That is no 'no': this network cannot tell whether "
             "something exists there."},
            {number(findings.unknown)}));
    if (!findings.questions.empty()) {
        const Question& first = findings.questions.front();
        const std::string& name = network[first.ask].name;
        reading.push_back(
            message({"Nächster Schritt: {} fragen; dort ist am ehesten etwas zu {} offenen "
                     "Feldern bekannt.",
                     "Next step: ask {}, the most likely to know about {} open cells."},
                    {Message{name, name}, number(first.cells)}));
    } else if (findings.barrier > 0) {
        reading.push_back(
            Text{"Nächster Schritt: bei den Feldern mit Hürde den Grund ansehen und mit den "
                 "Anbietern klären, was sich ändern lässt.",
                 "Next step: look at the reasons of the cells with a barrier and settle with "
                 "the providers what can be changed."});
    }
}

Entry Coverage::entry() {
    return erase<Coverage>();
}

}  // namespace lotse::analysis
