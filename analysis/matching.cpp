#include <lotse/analysis/matching.hpp>

#include <lotse/graph/matching.hpp>

#include "area_index.hpp"
#include "choices.hpp"
#include "erase.hpp"
#include "matching_rules.hpp"
#include "most_rows.hpp"
#include "offer_pairs.hpp"
#include "offer_phase.hpp"
#include "unused_options.hpp"
#include "words.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <span>

namespace lotse::analysis {
namespace {

/// A pair that could be, as an edge and as a row.
struct Possible {
    Matching::Pair pair;
    std::size_t candidate;
};

/// Why a measure stays alone: what stands in the way of the courses that fail for the fewest
/// reasons. The candidates are those of the measure.
Matching::Unmatched alone(const Network& network, OfferId measure,
                          std::span<const Matching::Candidate> candidates) {
    Matching::Unmatched out{measure};
    std::size_t fewest = static_cast<std::size_t>(-1);
    bool on_site = false;
    for (const Matching::Candidate& c : candidates) {
        fewest = std::min(fewest, c.obstacles.size());
        on_site = on_site || !is_everywhere(network, network[c.course]);
    }
    if (!on_site)
        out.reason.push_back(obstacle(
            areas_of(network, network[measure]).empty() ? "place_not_recorded" : "no_course"));
    for (const Matching::Candidate& c : candidates) {
        if (c.obstacles.size() != fewest) continue;
        out.closest.push_back(named(network, c.course));
        for (const Choice& reason : c.obstacles) add_once(out.reason, reason);
        if (c.obstacles.empty()) add_once(out.reason, obstacle("taken"));
    }
    return out;
}

/// Several measures in one course share its places.
void name_sharing(const Network& network, std::vector<Matching::Pair>& pairs) {
    std::map<OfferId, std::int64_t> measures_in;
    for (const Matching::Pair& pair : pairs) ++measures_in[pair.course];
    for (Matching::Pair& pair : pairs) {
        const std::int64_t measures = measures_in[pair.course];
        if (measures > 1)
            pair.to_check.push_back(
                {"shared",
                 message(
                     {"{} Maßnahmen teilen sich {} freie Plätze", "{} measures share {} vacancies"},
                     {count_words(measures), count_words(*network[pair.course].vacancies)})});
    }
}

Choice state_choice(std::string_view key, Text label) {
    return {std::string{key}, label};
}

/// Where all candidates are too many rows, drops those of every measure that are farthest from a
/// pair; says how many. `first`: where the candidates of each measure begin, and the end.
std::int64_t keep_nearest(const std::vector<std::size_t>& first,
                          std::vector<Matching::Candidate>& candidates) {
    if (candidates.size() <= rows_of_a_source(1)) return 0;
    const std::size_t most = rows_of_a_source(first.size() - 1);
    const auto distance = [&](std::size_t c) {
        const Matching::Candidate& row = candidates[c];
        return std::tuple{row.state.key != "chosen", row.obstacles.size(), -row.weight.value_or(0)};
    };
    std::vector<Matching::Candidate> kept;
    for (std::size_t m = 0; m + 1 < first.size(); ++m) {
        std::vector<std::size_t> rows(first[m + 1] - first[m]);
        std::iota(rows.begin(), rows.end(), first[m]);
        std::ranges::stable_sort(rows, {}, distance);
        rows.resize(std::min(rows.size(), most));
        std::ranges::sort(rows);
        for (const std::size_t row : rows) kept.push_back(std::move(candidates[row]));
    }
    candidates = std::move(kept);
    return static_cast<std::int64_t>(first.back() - candidates.size());
}

}  // namespace

Info Matching::info() {
    return {"matching",
            "A27",
            Theme::proposals,
            {"Maßnahmen und Kurse paaren", "Join measures and courses"},
            {"Welche Arbeitsmarktmaßnahme lässt sich mit welchem Präventionskurs verbinden?",
             "Which labour-market measure can be joined with which prevention course?"},
            "Kuhn, H. W. (1955), The Hungarian method for the assignment problem, Naval Research "
            "Logistics Quarterly 2(1-2), 83-97, doi:10.1002/nav.3800020109"};
}

Result<Matching::Findings> Matching::run(const View& view, const Options& options) {
    const Network& network = *view.network;
    View without_topic = view;  // topics choose among the courses, not among the measures
    without_topic.topics.clear();
    const OffersInView selection = offers_in_view(without_topic);
    Findings out;
    out.all_courses = options.all_courses;
    out.ended = selection.ended;
    const std::vector<Instrument> list = instruments(network);
    std::vector<OfferId> measures;
    std::vector<CourseFit> courses;
    for (const OfferId offer : selection.offers) {
        if (is_measure(network[offer])) measures.push_back(offer);
        if (is_prevention_course(view, network[offer]))
            courses.push_back(course_fit(view, list, offer, options.all_courses));
    }
    out.measures = static_cast<std::int64_t>(measures.size());
    out.courses = static_cast<std::int64_t>(courses.size());

    graph::PairGraph pairs;
    pairs.left = measures.size();
    AreaIndex courses_at{network};
    for (std::size_t c = 0; c < courses.size(); ++c) {
        pairs.capacity.push_back(courses[c].capacity);
        courses_at.add(c, network[courses[c].course]);
    }
    std::vector<Possible> possible;
    std::vector<std::size_t> first_candidate{0};  // of each measure, and the end
    for (std::size_t m = 0; m < measures.size(); ++m) {
        for (const std::size_t c : courses_at.touching(areas_of(network, network[measures[m]]))) {
            Fit found = fit(view, measures[m], courses[c]);
            if (!found.same_place) continue;
            Candidate row{measures[m], courses[c].course};
            row.state = state_choice("impossible", {"geht nicht", "impossible"});
            row.obstacles = found.obstacles;
            if (found.obstacles.empty() && found.weight > 0) {
                row.state = state_choice("possible", {"möglich", "possible"});
                row.weight = found.weight;
                pairs.edges.push_back({m, c, found.weight});
                possible.push_back(
                    {{measures[m], courses[c].course, found.area, courses[c].instrument,
                      found.weight, std::move(found.why), std::move(found.to_check)},
                     out.candidates.size()});
            }
            out.candidates.push_back(std::move(row));
        }
        first_candidate.push_back(out.candidates.size());
    }
    const auto best = graph::best_pairs(pairs);
    if (!best) return best.error();
    for (std::size_t m = 0; m < measures.size(); ++m) {
        if (!(*best)[m]) {
            const std::size_t first = first_candidate[m];
            out.unmatched.push_back(
                alone(network, measures[m],
                      std::span{out.candidates}.subspan(first, first_candidate[m + 1] - first)));
            continue;
        }
        const Possible& chosen = possible[*(*best)[m]];
        out.candidates[chosen.candidate].state = state_choice("chosen", {"gewählt", "chosen"});
        out.total_weight += chosen.pair.weight;
        out.pairs.push_back(chosen.pair);
    }
    out.matched = static_cast<std::int64_t>(out.pairs.size());
    out.without_course = static_cast<std::int64_t>(out.unmatched.size());
    out.candidates_left_out = keep_nearest(first_candidate, out.candidates);
    name_sharing(network, out.pairs);
    std::ranges::stable_sort(out.pairs, std::greater{}, &Pair::weight);
    return out;
}

namespace {

void add_notes(const View& view, const Matching::Findings& findings, std::vector<Message>& notes) {
    const auto note = [&](Message words) { notes.push_back(std::move(words)); };
    const auto date = view.reference_date();
    note(date ? message(
                    {"Betrachtet: {}, {} und {}, die am Stichtag {} laufen oder "
                     "geplant sind.",
                     "Looked at: {}, {} and {} that run or are planned on the "
                     "reference date {}."},
                    {place_of_table("offers"),
                     counted(findings.measures, {"Maßnahme", "measure"}, {"Maßnahmen", "measures"}),
                     counted(findings.courses, {"Präventionsangebot", "prevention offer"},
                             {"Präventionsangebote", "prevention offers"}),
                     date_words(*date)})
              : message({"Betrachtet: {}; kein Stichtag.", "Looked at: {}; no reference date."},
                        {place_of_table("offers")}));
    note(findings.all_courses == Flag::off
             ? Text{"Ein Paar braucht: gemeinsames Gebiet, Zielgruppe, Rechtskreis und Zeit, eine "
                    "mögliche Förderung, einen freien Platz, und der Kurs ist kostenfrei und "
                    "zertifiziert. --all-courses nimmt auch andere Kurse und Gruppen dazu.",
                    "A pair needs: a shared area, target group, legal circle and time, "
                    "possible "
                    "funding, a vacancy, and a course that is free of charge and certified. "
                    "--all-courses also takes other courses and groups."}
             : Text{"Ein Paar braucht: gemeinsames Gebiet, Zielgruppe, Rechtskreis und Zeit, eine "
                    "mögliche Förderung und einen freien Platz.",
                    "A pair needs: a shared area, target group, legal circle and time, "
                    "possible "
                    "funding and a vacancy."});
    note(
        Text{"Was nicht erfasst ist, verhindert kein Paar und steht unter „zu klären“. Gewählt ist "
             "die Zuordnung mit den meisten Punkten zusammen (Liste matching_points, eine "
             "Festlegung); ein Kurs nimmt so viele Maßnahmen auf, wie freie Plätze erfasst sind, "
             "sonst eine.",
             "What is not recorded prevents no pair and stands under 'to be settled'. Chosen is "
             "the assignment with the most points in all (list matching_points, set by the "
             "project); a course takes as many measures as it has recorded vacancies, else one."});
    if (findings.candidates_left_out > 0)
        note(message(
            {"Die Tabelle „Maßnahmen und Kurse am selben Ort oder online“ zeigt von jeder Maßnahme "
             "nur die Kurse, die am ehesten passen; weggelassen: {}.",
             "The table 'Measures and courses in the same place or online' shows only the courses "
             "that come nearest to each measure; left out: {}."},
            {count_words(findings.candidates_left_out)}));
    note(legal_notice());
    note_lost_providers(view, notes);
    note_unused_options(view, {"area", "topic", "target", "legal", "at"}, notes);
}

}  // namespace

void Matching::explain(const View& view, const Findings& findings, Document& document) {
    const Network& network = *view.network;
    add_notes(view, findings, document.notes);
    const auto read = [&](Message words) { document.reading.push_back(std::move(words)); };
    if (findings.measures == 0) {
        read(
            message({"Keine laufende oder geplante Arbeitsmarktmaßnahme ist erfasst, die zur Frage "
                     "passt. Als Nächstes Maßnahmen erfassen ({}, Form „{}“).",
                     "No current or planned labour-market measure that is asked for is recorded. "
                     "Next, record measures ({}, form '{}')."},
                    {place_of_table("offers"),
                     network.codes().choice("offer_forms", "labour_measure").label}));
        return;
    }
    const Message all =
        counted(findings.measures, {"Maßnahme", "measure"}, {"Maßnahmen", "measures"});
    if (findings.pairs.empty()) {
        read(message({"Von {} lässt sich nach den erfassten Angaben keine mit einem passenden Kurs "
                      "am Ort oder online verbinden.",
                      "Of {} none can be joined with a fitting course in its place or online, by "
                      "what is recorded."},
                     {all}));
    } else {
        const Pair& first = findings.pairs.front();
        const std::initializer_list<Message> words{all, count_words(findings.matched),
                                                   name_words(network, first.measure),
                                                   name_words(network, first.course)};
        read(
            findings.matched == 1
                ? message(
                      {"Von {} lässt sich {} mit einem Kurs am Ort oder online verbinden: „{}“ mit "
                       "„{}“.",
                       "Of {}, {} can be joined with a course in its place or online: '{}' "
                       "with '{}'."},
                      words)
                : message(
                      {"Von {} lassen sich {} mit einem Kurs am Ort oder online verbinden, etwa "
                       "„{}“ mit „{}“.",
                       "Of {}, {} can be joined with a course in their place or online, such "
                       "as '{}' with '{}'."},
                      words));
    }
    if (!findings.unmatched.empty()) {
        std::vector<Message> names;
        for (const Unmatched& row : findings.unmatched) {
            Message reasons;
            for (const Choice& reason : row.reason) {
                const std::string separator = reasons.empty() ? "" : "; ";
                reasons.de += separator + reason.label.de;
                reasons.en += separator + reason.label.en;
            }
            names.push_back(
                message({"„{}“ ({})", "'{}' ({})"}, {name_words(network, row.measure), reasons}));
        }
        read(message({"Ohne passenden Kurs: {}.", "Without a fitting course: {}."},
                     {list_words(names, 3)}));
    }
    if (findings.pairs.empty())
        read(
            Text{"Das heißt nur, dass nichts Passendes erfasst ist. Nächster Schritt: die Spalte "
                 "„am nächsten dran“ ansehen und mit den Anbietern klären, was sich ändern lässt.",
                 "That only means that nothing fitting is recorded. Next step: look at the column "
                 "'closest to fitting' and settle with the providers what can be changed."});
    else
        read(
            Text{"Ein Paar ist ein Vorschlag: Ob Kurs und Maßnahme zueinander wollen, wissen die "
                 "Beteiligten, und der Kurs bleibt freiwillig. Nächster Schritt: mit Träger und "
                 "Anbieter die Punkte unter „zu klären“ durchgehen.",
                 "A pair is a proposal: whether course and measure want each other, the partners "
                 "know, and the course stays voluntary. Next step: go through the points under 'to "
                 "be settled' with both providers."});
}

Entry Matching::entry() {
    return erase<Matching>();
}

}  // namespace lotse::analysis
