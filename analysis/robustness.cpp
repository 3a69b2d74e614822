#include <lotse/analysis/robustness.hpp>

#include "choices.hpp"
#include "confirmation.hpp"
#include "each_resample.hpp"
#include "erase.hpp"
#include "hop_scores.hpp"
#include "no_ties.hpp"
#include "unused_options.hpp"
#include "words.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

constexpr std::size_t measure_count = std::tuple_size_v<ScoreTable>;

/// In the order of a ScoreTable.
const std::array<Choice, measure_count>& measure_names() {
    static const std::array<Choice, measure_count> names{
        Choice{"degree", Text{"Zahl der Partner", "Number of partners"}},
        Choice{"betweenness", Text{"Lage zwischen anderen", "Position between others"}},
        Choice{"harmonic", Text{"Nähe zu allen", "Closeness to all"}}};
    return names;
}

void count_confirmations(const View& view, Robustness::Findings& out) {
    std::vector<Robustness::Member*> member(view.network->actors().size(), nullptr);
    for (auto& row : out.actors) member[row.actor.index()] = &row;
    const auto add = [](Robustness::Member& row, bool recorded, bool named) {
        ++row.ties;
        ++(!recorded ? row.not_recorded : named ? row.confirmed : row.not_confirmed);
    };
    for (const TieId id : out.layer.ties) {
        const Tie& tie = (*view.network)[id];
        const auto named = confirmation(tie);
        add(*member[(*tie.from).index()], named.has_value(), named && named->from);
        add(*member[(*tie.to).index()], named.has_value(), named && named->to);
        ++(!named             ? out.not_recorded
           : named->both()    ? out.both
           : named->neither() ? out.neither
                              : out.one_side);
    }
    out.confirmed_share = share(out.both, out.ties - out.not_recorded);
    for (auto& row : out.actors) row.response = share(row.confirmed, row.ties - row.not_recorded);
}

/// Ranks of every measure over resamples of one kind.
using Ranks = std::vector<RankSamples>;

Status sample(const View& view, const Robustness::Findings& findings, const HopScores& hops,
              Missing missing, Ranks& into, Ranks& both) {
    return each_resample(
        view, findings.layer, missing, findings.loss, findings.samples,
        [&](const LayerGraph& layer) { return score_table(view, layer, hops, Digits::twelve); },
        [&](const ScoreTable& found) {
            for (std::size_t m = 0; m < measure_count; ++m) {
                into[m].add(found[m]);
                both[m].add(found[m]);
            }
        });
}

/// Fills measures, ranks and the words at each actor.
void describe(const ScoreTable& observed, const Ranks& ties, const Ranks& reports,
              const Ranks& both, Robustness::Findings& out) {
    constexpr std::array places{&Robustness::Member::degree_places,
                                &Robustness::Member::betweenness_places,
                                &Robustness::Member::harmonic_places};
    for (std::size_t m = 0; m < measure_count; ++m) {
        const std::vector<RankInterval> intervals = both[m].intervals();
        Robustness::Measure& measure = out.measures.emplace_back();
        measure.measure = measure_names()[m];
        const std::size_t begin = out.ranks.size();
        double ranks_in_interval = 0;
        for (std::size_t i = 0; i < intervals.size(); ++i) {
            const RankInterval& interval = intervals[i];
            out.actors[i].*places[m] = rank_words(interval);
            out.ranks.push_back({measure.measure, out.actors[i].actor, observed[m][i],
                                 interval.rank, interval.best, interval.worst});
            ranks_in_interval += static_cast<double>(interval.worst - interval.best + 1);
        }
        std::ranges::stable_sort(out.ranks.begin() + static_cast<std::ptrdiff_t>(begin),
                                 out.ranks.end(), {}, &Robustness::Place::rank);
        if (intervals.empty()) continue;
        measure.places = ranks_in_interval / static_cast<double>(intervals.size());
        const Robustness::Place& first = out.ranks[begin];
        if (first.value <= 0) continue;
        measure.first = first.actor;
        measure.first_places = rank_words({first.rank, first.best, first.worst});
        measure.correlation_ties = ties[m].mean_correlation();
        measure.correlation_reports = reports[m].mean_correlation();
        measure.first_kept = both[m].first_kept();
    }
}

/// The lower of the rank correlations; empty: the measure has no order.
std::optional<double> lowest_correlation(const Robustness::Measure& measure) {
    const auto& ties = measure.correlation_ties;
    const auto& reports = measure.correlation_reports;
    return ties && reports ? std::min(*ties, *reports) : ties ? ties : reports;
}

/// Whose order is the least certain, by the figures of the table as they are shown; empty: no
/// measure has an order. Not by the width of ranges: many equal values widen them.
Message least_certain(const std::vector<Robustness::Measure>& measures) {
    std::vector<double> all;
    for (const auto& measure : measures)
        if (const auto found = lowest_correlation(measure)) all.push_back(*found);
    if (all.empty()) return {};
    const Message lowest = number_words(std::ranges::min(all), 2);
    std::vector<Message> least;
    for (const auto& measure : measures)
        if (const auto found = lowest_correlation(measure);
            found && number_words(*found, 2).en == lowest.en)
            least.push_back(message({"„{}“", "'{}'"}, {measure.measure.label}));
    if (least.size() == all.size())
        return message({"; die Reihenfolge steht bei allen Maßen, die eine haben, gleich fest "
                        "(kleinste Rangkorrelation {})",
                        "; the order is equally certain by all measures that have one (lowest rank "
                        "correlation {})"},
                       {lowest});
    return message(least.size() == 1
                       ? Text{"; am wenigsten fest steht die Reihenfolge beim Maß {} (kleinste "
                              "Rangkorrelation {})",
                              "; the least certain order is that of {} (lowest rank correlation "
                              "{})"}
                       : Text{"; am wenigsten fest steht die Reihenfolge bei den Maßen {} "
                              "(kleinste Rangkorrelation {})",
                              "; the least certain orders are those of {} (lowest rank correlation "
                              "{})"},
                   {list_words(least), lowest});
}

}  // namespace

Info Robustness::info() {
    return {"robustness",
            "A13",
            Theme::network,
            {"Belastbarkeit der Daten", "Robustness of the data"},
            {"Wie sicher sind die Angaben, und wer stünde woanders, wenn Beziehungen fehlen?",
             "How certain are the data, and who would stand elsewhere if ties are missing?"},
            "Costenbader, E. & Valente, T. W. (2003), The stability of centrality measures when "
            "networks are sampled, Social Networks 25(4), 283-307, "
            "doi:10.1016/S0378-8733(03)00012-1; Borgatti, S. P., Carley, K. M. & Krackhardt, D. "
            "(2006), On the robustness of centrality measures under conditions of imperfect data, "
            "Social Networks 28(2), 124-136, doi:10.1016/j.socnet.2005.05.001"};
}

Result<Robustness::Findings> Robustness::run(const View& view, const Options& options) {
    if (const auto fits = check_resampling(options.loss, options.samples); !fits)
        return fits.error();
    Findings out;
    out.layer = layer_graph(view, Layer::actors);
    out.actor_count = static_cast<std::int64_t>(out.layer.actors.size());
    out.ties = static_cast<std::int64_t>(out.layer.ties.size());
    out.loss = options.loss;
    out.samples = options.samples.value_or(
        affordable_samples(out.layer.actors.size(), out.layer.ties.size()));
    for (const ActorId actor : out.layer.actors)
        out.actors.push_back(
            {actor, view.network->codes().choice("actor_kinds", (*view.network)[actor].kind)});
    count_confirmations(view, out);

    const HopScores hops{out.layer.actors.size(), Asked::of_resamples};
    out.pivots = hops.pivots();
    const auto observed = score_table(view, out.layer, hops, Digits::all);
    if (!observed) return observed.error();
    const Ranks start(observed->begin(), observed->end());
    Ranks ties = start;
    Ranks reports = start;
    Ranks both = start;
    if (const auto done = sample(view, out, hops, Missing::ties, ties, both); !done)
        return done.error();
    if (const auto done = sample(view, out, hops, Missing::reports, reports, both); !done)
        return done.error();
    describe(*observed, ties, reports, both, out);

    std::vector<std::size_t> rank(view.network->actors().size(), 0);
    for (std::size_t i = 0; i < out.actors.size(); ++i) rank[out.ranks[i].actor.index()] = i;
    std::ranges::sort(out.actors, {}, [&](const Member& row) { return rank[row.actor.index()]; });
    return out;
}

void Robustness::explain(const View& view, const Findings& findings, Document& document) {
    const Network& network = *view.network;
    document.notes = layer_notes(findings.layer);
    note_unused_options(view, {"area", "topic", "kinds", "layer", "min-level", "at"},
                        document.notes);
    const auto note = [&](Message words) { document.notes.push_back(std::move(words)); };
    note(message({"Stichproben: zweimal {}, mit festem Startwert. In der ersten Runde fehlt jede "
                  "Beziehung mit der Wahrscheinlichkeit {}, in der zweiten mit derselben alles, "
                  "was ein Akteur gemeldet hat; ist nicht erfasst, wer eine Beziehung bestätigt "
                  "hat, gilt sie als von der zuerst genannten Seite gemeldet. Die Spanne reicht "
                  "vom 5. bis zum 95. Hundertstel der Plätze; gleiche Werte teilen sich den "
                  "besten Platz.",
                  "Samples: twice {}, with a fixed seed. In the first round every tie is missing "
                  "with probability {}, in the second, with the same probability, all that an "
                  "actor reported; where it is not recorded who confirmed a tie, the side named "
                  "first counts as having reported it. A range goes from the 5th to the 95th "
                  "percentile of the ranks; equal values share the best rank."},
                 {count_words(findings.samples), percent_words(findings.loss)}));
    note(
        Text{"Rangkorrelation nach Spearman mit der erfassten Reihenfolge, im Mittel der "
             "Stichproben, die eine Reihenfolge haben; gleiche Werte zählen dabei mit dem Mittel "
             "ihrer Plätze.",
             "Rank correlation: Spearman's with the recorded order, averaged over the samples that "
             "have an order; equal values count with the mean of their ranks."});
    note_estimates(findings.pivots, document.notes);
    note(
        Text{"Simulieren lässt sich nur, dass noch mehr fehlt. Beziehungen, die es in "
             "Wirklichkeit nicht gibt, und Akteure, die gar nicht erfasst sind, zeigt die "
             "Rechnung nicht.",
             "Only that still more is missing can be simulated. Ties that do not exist in reality "
             "and actors that are not recorded at all do not show here."});

    const auto read = [&](Message words) { document.reading.push_back(std::move(words)); };
    if (findings.ties == 0) {
        read(message({"{}; zur Belastbarkeit lässt sich nichts sagen.",
                      "{}; nothing can be said about robustness."},
                     {no_ties_words(view)}));
        if (leaves_out(view)) {
            read(no_ties_step(view));
            return;
        }
        read(message(
            {"Als Nächstes Beziehungen erfassen und festhalten, welche Seite sie genannt hat ({}).",
             "Next, record ties and note which side named them ({})."},
            {place_of_column("ties", "confirmed_by")}));
        return;
    }
    const std::int64_t known = findings.ties - findings.not_recorded;
    tell_few_known(document, "confirmed_share", findings.both, known, findings.not_recorded);
    const bool few = known < fewest_for_share && findings.not_recorded > 0;
    Message sentence =
        findings.confirmed_share && few
            ? message(
                  {"Von {} haben beide Seiten bestätigt: {}", "Of {}, both sides confirmed: {}"},
                  {counted(findings.ties, {"Beziehung", "tie"}, {"Beziehungen", "ties"}),
                   few_known_words(findings.both, known, findings.not_recorded)})
        : findings.confirmed_share
            ? message({"Von {} haben beide Seiten {} bestätigt ({} von denen, bei denen es erfasst "
                       "ist)",
                       "Of {}, both sides confirmed {} ({} of those where it is recorded)"},
                      {counted(findings.ties, {"Beziehung", "tie"}, {"Beziehungen", "ties"}),
                       count_words(findings.both), percent_words(*findings.confirmed_share)})
            : message({"Bei keiner der erfassten Beziehungen steht, welche Seite sie bestätigt hat",
                       "For none of the recorded ties it is noted which side confirmed it"});
    if (findings.confirmed_share && !few && findings.not_recorded > 0) {
        const Message open =
            message({"; bei {} ist das nicht erfasst", "; for {} it is not recorded"},
                    {count_words(findings.not_recorded)});
        sentence.de += open.de;
        sentence.en += open.en;
    }
    read(message({"{}.", "{}."}, {sentence}));

    const Measure& partners = findings.measures.front();
    const auto firsts = std::ranges::count_if(findings.ranks, [&](const Place& place) {
        return place.measure == partners.measure && place.rank == 1;
    });
    if (partners.first)
        read(message({"Fehlten weitere {} der Angaben, stünde {} nach der Zahl der Partner auf {}"
                      "{}.",
                      "If another {} of the data were missing, {} would stand on {} by the number "
                      "of partners{}."},
                     {percent_words(findings.loss),
                      with_equals(name_words(network, *partners.first), firsts - 1),
                      partners.first_places, least_certain(findings.measures)}));
    const auto open = [](const Member& m) { return m.not_confirmed + m.not_recorded; };
    const auto ask = std::ranges::max_element(findings.actors, {}, open);
    if (open(*ask) > 0)
        read(message({"Unterschiede innerhalb einer Spanne bedeuten nichts. Als Nächstes bei {} "
                      "nachfragen: Dort ist die eigene Bestätigung von {} offen ({}).",
                      "Differences within a range mean nothing. Next, ask {}: its own confirmation "
                      "of {} is open ({})."},
                     {name_words(network, ask->actor),
                      counted(open(*ask), {"Beziehung", "tie"}, {"Beziehungen", "ties"}),
                      place_of_column("ties", "confirmed_by")}));
    else
        read(
            Text{"Unterschiede innerhalb einer Spanne bedeuten nichts; alle erfassten "
                 "Beziehungen sind von beiden Seiten bestätigt.",
                 "Differences within a range mean nothing; all recorded ties are confirmed by "
                 "both sides."});
}

Entry Robustness::entry() {
    return erase<Robustness>();
}

}  // namespace lotse::analysis
