#include <lotse/analysis/introductions.hpp>

#include "acquaintances.hpp"
#include "erase.hpp"
#include "introduction_words.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

struct Proposal {
    Pair pair;
    std::int64_t gain = 0;
    std::optional<ActorId> introducer{};
};

/// More gain first, then whom somebody can introduce, then who shares more.
bool before(const Proposal& a, const Proposal& b) {
    const auto order = [](const Proposal& p) {
        return std::tuple{-p.gain, !p.introducer, p.pair.shared, p.pair.tie.from, p.pair.tie.to};
    };
    return order(a) < order(b);
}

/// Candidates with a gain; the best `top` of them, and all as good as the last of these, in order.
struct Proposals {
    std::vector<Proposal> best;
    std::int64_t with_gain = 0;
};

Proposals proposals(const Acquaintances& acquaintances, std::span<const Pair> pairs,
                    const TopicDistances& distances, std::size_t top) {
    Proposals out;
    for (const Pair& pair : pairs)
        if (const std::int64_t gain = distances.gain(pair.tie); gain > 0)
            out.best.push_back({pair, gain});
    out.with_gain = static_cast<std::int64_t>(out.best.size());
    std::ranges::stable_sort(out.best, std::greater{}, &Proposal::gain);
    while (out.best.size() > top && (top == 0 || out.best.back().gain < out.best[top - 1].gain))
        out.best.pop_back();
    for (Proposal& proposal : out.best)
        proposal.introducer =
            acquaintances.introducer(proposal.pair.tie.from, proposal.pair.tie.to);
    std::ranges::sort(out.best, before);
    return out;
}

/// What all rows of one run share.
struct Question {
    const View& view;
    const LayerGraph& layer;
    std::span<const std::size_t> sources;
    std::span<const TopicGoals> topics;
};

std::string tie_text(const Question& question, const Pair& pair) {
    const Network& network = *question.view.network;
    return network[question.layer.actors[pair.tie.from]].key + '>' +
           network[question.layer.actors[pair.tie.to]].key + ':' +
           std::string{enumerator(pair.kind).key};
}

std::int64_t gaps(const TopicDistances& distances) {
    std::int64_t out = 0;
    for (std::size_t s = 0; s < distances.sources(); ++s)
        for (std::size_t t = 0; t < distances.topics(); ++t)
            if (distances.now(s, t) == graph::unreached) ++out;
    return out;
}

/// Mean over the pairs that are within reach in `today`, as `distance(s, t)` has them.
std::optional<double> mean(const TopicDistances& today, const auto& distance) {
    std::int64_t sum = 0;
    std::int64_t count = 0;
    for (std::size_t s = 0; s < today.sources(); ++s)
        for (std::size_t t = 0; t < today.topics(); ++t) {
            if (today.now(s, t) == graph::unreached) continue;
            sum += distance(s, t);
            ++count;
        }
    if (count == 0) return std::nullopt;
    return static_cast<double>(sum) / static_cast<double>(count);
}

std::int64_t gaps_closed(const TopicDistances& distances, const NewTie& tie) {
    std::int64_t out = 0;
    for (std::size_t s = 0; s < distances.sources(); ++s)
        for (std::size_t t = 0; t < distances.topics(); ++t)
            if (distances.now(s, t) == graph::unreached &&
                distances.with(tie, s, t) != graph::unreached)
                ++out;
    return out;
}

Introductions::Introduction row(const Question& question, const TopicDistances& distances,
                                const Proposal& proposal) {
    const NewTie& tie = proposal.pair.tie;
    Introductions::Introduction out{0, question.layer.actors[tie.from],
                                    question.layer.actors[tie.to]};
    out.introducer = proposal.introducer;
    out.gain = proposal.gain;
    out.gaps_closed = gaps_closed(distances, tie);
    out.shared = proposal.pair.shared;
    out.tie = tie_text(question, proposal.pair);
    for (std::size_t t = 0; t < question.topics.size(); ++t) {
        const TopicGoals& topic = question.topics[t];
        bool better = false;
        for (std::size_t s = 0; s < distances.sources(); ++s)
            better = better || distances.with(tie, s, t) < distances.now(s, t);
        if (better) out.topics.push_back(topic.topic);
        if (std::ranges::binary_search(topic.positions, tie.to) &&
            !std::ranges::binary_search(topic.positions, tie.from))
            out.complementary.push_back(topic.topic);
    }
    const auto now = [&](std::size_t s, std::size_t t) { return distances.now(s, t); };
    const auto then = [&](std::size_t s, std::size_t t) { return distances.with(tie, s, t); };
    out.mean_handoffs_before = mean(distances, now);
    out.mean_handoffs_after = mean(distances, then);
    return out;
}

void add_gaps(const Question& question, const TopicDistances& distances,
              Introductions::Findings& out) {
    for (std::size_t s = 0; s < distances.sources(); ++s)
        for (std::size_t t = 0; t < distances.topics(); ++t)
            if (distances.now(s, t) == graph::unreached)
                out.gaps.push_back(
                    {question.layer.actors[question.sources[s]], question.topics[t].topic,
                     static_cast<std::int64_t>(question.topics[t].positions.size())});
}

/// Notes which gaps a state of the plan has closed.
void mark_closed(const TopicDistances& distances, std::int64_t step, const TopicDistances& today,
                 Introductions::Findings& out) {
    std::size_t gap = 0;
    for (std::size_t s = 0; s < today.sources(); ++s)
        for (std::size_t t = 0; t < today.topics(); ++t) {
            if (today.now(s, t) != graph::unreached) continue;
            if (distances.now(s, t) != graph::unreached && !out.gaps[gap].plan_step)
                out.gaps[gap].plan_step = step;
            ++gap;
        }
}

}  // namespace

Info Introductions::info() {
    return {"introductions",
            "A10",
            Theme::proposals,
            {"Vernetzungsvorschläge", "Introductions"},
            {"Wer sollte wen kennenlernen, was bringt das, und wer kann beide vorstellen?",
             "Who should get to know whom, what does it bring, and who can introduce the two?"},
            "Valente, T. W. (2012), Network interventions, Science 337(6090), 49-53, "
            "doi:10.1126/science.1217330"};
}

Result<Introductions::Findings> Introductions::run(const View& view, const Options& options) {
    if (options.top < 0 || options.plan < 0 || options.plan > 50)
        return Error{ErrorKind::usage,
                     message({"--top muss 0 oder mehr sein, --plan zwischen 0 und 50.",
                              "--top must be 0 or more, --plan between 0 and 50."})};
    Findings out;
    out.layer = ways_layer(view);
    const auto sources = start_of_ways(view, out.layer, options.from);
    if (!sources) return sources.error();
    const auto topics = topic_goals(view, out.layer);
    const Question question{view, out.layer, sources->positions, topics};
    graph::EdgeList edges = ways_edges(view, out.layer);
    const TopicDistances today{edges, sources->positions, topics};
    const Acquaintances acquaintances{view, out.layer};
    const std::vector<Pair> pairs = acquaintances.pairs();
    const auto top = static_cast<std::size_t>(options.top);
    const Proposals found = proposals(acquaintances, pairs, today, std::max<std::size_t>(top, 1));

    out.source_words = sources->words;
    out.sources = static_cast<std::int64_t>(sources->positions.size());
    out.topics = static_cast<std::int64_t>(topics.size());
    out.candidates = found.with_gain;
    out.total_handoffs = today.total();
    out.gap_count = gaps(today);
    out.mean_handoffs = mean(today, [&](std::size_t s, std::size_t t) { return today.now(s, t); });
    for (std::size_t i = 0; i < found.best.size() && i < top; ++i) {
        out.introductions.push_back(row(question, today, found.best[i]));
        out.introductions.back().rank = static_cast<std::int64_t>(i) + 1;
    }
    add_gaps(question, today, out);

    TopicDistances planned = today;
    std::vector<Proposal> best = found.best;
    for (int step = 1; step <= options.plan && !best.empty(); ++step) {
        const Proposal& next = best.front();
        const NewTie& tie = next.pair.tie;
        edges.edges.push_back({tie.from, tie.to});
        if (tie.way == NewWay::back) edges.edges.push_back({tie.to, tie.from});
        const std::int64_t closed = gaps_closed(planned, tie);
        out.plan.push_back({step, out.layer.actors[tie.from], out.layer.actors[tie.to],
                            next.introducer, next.gain, closed, 0, tie_text(question, next.pair)});
        planned = TopicDistances{edges, sources->positions, topics};
        out.plan.back().gaps_left = gaps(planned);
        mark_closed(planned, step, today, out);
        best = proposals(acquaintances, pairs, planned, 1).best;
    }
    out.total_handoffs_after_plan = planned.total();
    out.gaps_after_plan = gaps(planned);
    out.mean_handoffs_after_plan =
        mean(today, [&](std::size_t s, std::size_t t) { return planned.now(s, t); });
    return out;
}

void Introductions::explain(const View& view, const Findings& findings, Document& document) {
    explain_introductions(view, findings, document);
    document.notes.push_back(
        Text{"Wer schon eine laufende oder geplante Beziehung hat, gleich welcher Art, wird nicht "
             "vorgeschlagen; eine beendete zählt hier als keine.",
             "Who has a running or planned tie already, of whatever kind, is not proposed; one "
             "that has ended counts as none here."});
    if (!view.targets.empty() || !view.legal.empty())
        document.notes.push_back(
            Text{"Als Ziel zählt auch, wo nicht erfasst ist, ob das Angebot der gefragten Gruppe "
                 "offensteht.",
                 "A goal is also where it is not recorded whether the offer is open to the group "
                 "asked for."});
    if (findings.candidates == 0 && findings.sources > 0 && findings.gap_count > 0)
        document.reading.push_back(
            Text{"Zwischen Akteuren, die schon eine Beziehung haben, kann trotzdem ein Verweis "
                 "fehlen; „lotse paths“ nennt das fehlende Glied.",
                 "Between actors that have a tie already a referral may be missing all the same; "
                 "'lotse paths' names the missing link."});
}

Entry Introductions::entry() {
    return erase<Introductions>();
}

}  // namespace lotse::analysis
