#include <lotse/analysis/robustness.hpp>

#include "compare_measures.hpp"
#include "each_resample.hpp"
#include "hop_scores.hpp"

#include <algorithm>
#include <map>

namespace lotse::analysis {
namespace {

/// Twenty samples of `robustness` take about two seconds at most: some 900 actors with three ties
/// each.
bool is_small(const View& view) {
    const auto n = static_cast<double>(view.network->actors().size());
    const auto m = static_cast<double>(view.network->ties().size());
    return n * (n + 2 * m) <= 6e6;
}

/// The state as `robustness` sees it, and which of its actors the other state holds too.
struct State {
    const View& view;
    LayerGraph layer;
    std::vector<std::size_t> common{};  ///< positions in the layer, by key

    explicit State(const View& of) : view{of}, layer{layer_graph(of, Layer::actors)} {}

    const std::string& key(std::size_t position) const {
        return (*view.network)[layer.actors[position]].key;
    }
};

/// Both in the order of the keys, so that place i is the same actor in both.
void find_common(State& one, State& other) {
    std::map<std::string_view, std::size_t> position;
    for (std::size_t i = 0; i < one.layer.actors.size(); ++i) position.emplace(one.key(i), i);
    for (std::size_t i = 0; i < other.layer.actors.size(); ++i)
        if (position.contains(other.key(i))) other.common.push_back(i);
    std::ranges::sort(other.common, {}, [&](std::size_t i) { return other.key(i); });
    for (const std::size_t i : other.common) one.common.push_back(position.at(other.key(i)));
}

/// Ranges of ranks of the common actors, in the order of a ScoreTable.
using Places = std::array<std::vector<RankInterval>, std::tuple_size_v<ScoreTable>>;

/// Ranges of ranks of the common actors among themselves, with the values of the whole layer.
Result<Places> places(const State& state) {
    const HopScores hops{state.layer.actors.size(), Asked::of_resamples};
    const auto scores = [&](const LayerGraph& layer, Digits digits) -> Result<ScoreTable> {
        const auto all = score_table(state.view, layer, hops, digits);
        if (!all) return all.error();
        ScoreTable out;
        for (std::size_t m = 0; m < out.size(); ++m)
            for (const std::size_t i : state.common) out[m].push_back((*all)[m][i]);
        return out;
    };
    const auto observed = scores(state.layer, Digits::all);
    if (!observed) return observed.error();
    std::vector<RankSamples> ranks(observed->begin(), observed->end());
    const int samples = affordable_samples(state.layer.actors.size(), state.layer.ties.size());
    for (const Missing missing : {Missing::ties, Missing::reports}) {
        const auto done = each_resample(
            state.view, state.layer, missing, Robustness::Options{}.loss, samples,
            [&](const LayerGraph& layer) { return scores(layer, Digits::twelve); },
            [&](const ScoreTable& found) {
                for (std::size_t m = 0; m < ranks.size(); ++m) ranks[m].add(found[m]);
            });
        if (!done) return done.error();
    }
    Places out;
    for (std::size_t m = 0; m < ranks.size(); ++m) out[m] = ranks[m].intervals();
    return out;
}

}  // namespace

Status compare_positions(const View& before, const View& after, Compare::Findings& out) {
    out.has_positions = is_small(before) && is_small(after);
    if (!out.has_positions) return std::monostate{};
    const Robustness::Options recorded{0, 1};  // what is recorded needs no samples
    const auto old_data = Robustness::run(before, recorded);
    if (!old_data) return old_data.error();
    const auto new_data = Robustness::run(after, recorded);
    if (!new_data) return new_data.error();
    out.measures.push_back(measure_row(
        Robustness::info(), "confirmed_share",
        Text{"Anteil beidseitig bestätigter Beziehungen", "Share of ties that both sides confirm"},
        old_data->confirmed_share, new_data->confirmed_share));

    State earlier{before};
    State later{after};
    find_common(earlier, later);
    if (later.common.empty()) return std::monostate{};
    const auto old_places = places(earlier);
    if (!old_places) return old_places.error();
    const auto new_places = places(later);
    if (!new_places) return new_places.error();
    for (std::size_t m = 0; m < new_places->size(); ++m) {
        const auto& olds = (*old_places)[m];
        const auto& news = (*new_places)[m];
        std::vector<std::size_t> moved;
        for (std::size_t i = 0; i < news.size(); ++i)
            if (news[i].worst < olds[i].best || news[i].best > olds[i].worst) moved.push_back(i);
        std::ranges::stable_sort(moved, {}, [&](std::size_t i) { return news[i].rank; });
        for (const std::size_t i : moved) {
            const Naming naming = after.network->name_of(later.layer.actors[later.common[i]]);
            out.positions.push_back(
                {naming.key, naming.name, new_data->measures[m].measure,
                 news[i].worst < olds[i].best ? Meaning::improved : Meaning::worsened,
                 rank_words(olds[i]), rank_words(news[i])});
        }
    }
    return std::monostate{};
}

}  // namespace lotse::analysis
