#include "resampling.hpp"

#include "ranking.hpp"
#include "words.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lotse::analysis {
namespace {

/// Whether somebody still names the tie when these actors keep silent.
bool still_named(const Tie& tie, const std::vector<bool>& silent) {
    const bool from = !silent[(*tie.from).index()];
    const bool to = !silent[(*tie.to).index()];
    if (tie.confirmed_by == "both") return from || to;
    return tie.confirmed_by == "to" ? to : from;
}

/// Items by falling score, and the scores as they are compared.
struct Order {
    std::vector<double> scores;
    std::vector<std::size_t> items;
};

Order by_score(std::span<const double> scores) {
    Order out;
    for (const double score : scores) out.scores.push_back(rank_value(score));
    out.items.resize(scores.size());
    std::iota(out.items.begin(), out.items.end(), std::size_t{0});
    std::ranges::stable_sort(out.items, std::greater{},
                             [&](std::size_t i) { return out.scores[i]; });
    return out;
}

/// Calls visit(items of equal score, number of items before them), highest score first.
template <class Visit>
void for_each_rank(const Order& order, Visit&& visit) {
    const std::span<const std::size_t> items{order.items};
    for (std::size_t first = 0; first < items.size();) {
        std::size_t end = first + 1;
        while (end < items.size() && order.scores[items[end]] == order.scores[items[first]]) ++end;
        visit(items.subspan(first, end - first), first);
        first = end;
    }
}

/// Both kinds of ranks: equal scores share the best one, or the mean of theirs.
struct BothRanks {
    std::vector<std::int64_t> best;
    std::vector<double> mean;
};

BothRanks both_ranks(std::span<const double> scores, Zeros zeros = Zeros::share_best) {
    BothRanks out{std::vector<std::int64_t>(scores.size()), std::vector<double>(scores.size())};
    for_each_rank(by_score(scores), [&](std::span<const std::size_t> equal, std::size_t before) {
        const double mean = static_cast<double>(before) + static_cast<double>(equal.size() + 1) / 2;
        for (const std::size_t item : equal) {
            const bool last = zeros == Zeros::last && scores[item] == 0;
            out.best[item] = static_cast<std::int64_t>(last ? scores.size() : before + 1);
            out.mean[item] = mean;
        }
    });
    return out;
}

/// Pearson's correlation of mean ranks.
std::optional<double> correlation(std::span<const double> x, std::span<const double> y) {
    const double mean = static_cast<double>(x.size() + 1) / 2;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - mean) * (x[i] - mean);
        yy += (y[i] - mean) * (y[i] - mean);
        xy += (x[i] - mean) * (y[i] - mean);
    }
    if (xx == 0 || yy == 0) return std::nullopt;
    return std::clamp(xy / std::sqrt(xx * yy), -1.0, 1.0);
}

/// The value below or at which `percent` of the sorted values lie.
std::int64_t percentile(std::span<const std::int32_t> sorted, std::size_t percent) {
    const std::size_t count = (sorted.size() * percent + 99) / 100;
    return sorted[std::max<std::size_t>(count, 1) - 1];
}

}  // namespace

LayerGraph resample(const View& view, const LayerGraph& layer, Missing missing, double share,
                    graph::Random& random) {
    LayerGraph out = layer;
    out.ties.clear();
    if (missing == Missing::ties) {
        std::ranges::copy_if(layer.ties, std::back_inserter(out.ties),
                             [&](TieId) { return !random.chance(share); });
        return out;
    }
    std::vector<bool> silent(view.network->actors().size(), false);
    for (const ActorId actor : layer.actors) silent[actor.index()] = random.chance(share);
    std::ranges::copy_if(layer.ties, std::back_inserter(out.ties),
                         [&](TieId tie) { return still_named((*view.network)[tie], silent); });
    return out;
}

Status check_resampling(double loss, std::optional<int> samples) {
    if (!(loss >= 0 && loss < 1))
        return Error{ErrorKind::usage,
                     Text{"--loss muss mindestens 0 und kleiner als 1 sein: Fehlt alles, gibt es "
                          "keine Reihenfolge.",
                          "--loss must be at least 0 and below 1: if all is missing, there is no "
                          "order."}};
    if (samples && (*samples < 1 || *samples > 10000))
        return Error{ErrorKind::usage, Text{"--samples muss zwischen 1 und 10000 liegen.",
                                            "--samples must be between 1 and 10000."}};
    return std::monostate{};
}

int affordable_samples(std::size_t actors, std::size_t ties) {
    const auto n = static_cast<double>(actors);
    constexpr double steps = 3e7;
    return static_cast<int>(
        std::clamp(steps / (1 + n * (n + 2 * static_cast<double>(ties))), 20.0, 200.0));
}

std::vector<std::int64_t> ranks(std::span<const double> scores) {
    return both_ranks(scores).best;
}

std::optional<double> rank_correlation(std::span<const double> a, std::span<const double> b) {
    return correlation(both_ranks(a).mean, both_ranks(b).mean);
}

Message rank_words(const RankInterval& interval) {
    const Message best = count_words(interval.best);
    if (interval.best == interval.worst) return message({"Platz {}", "rank {}"}, {best});
    return message({"Platz {}–{}", "rank {}–{}"}, {best, count_words(interval.worst)});
}

RankSamples::RankSamples(std::span<const double> observed, Zeros zeros) : zeros_{zeros} {
    BothRanks both = both_ranks(observed, zeros);
    ranks_ = std::move(both.best);
    mean_ranks_ = std::move(both.mean);
}

void RankSamples::add(std::span<const double> scores) {
    const BothRanks both = both_ranks(scores, zeros_);
    samples_.emplace_back(both.best.begin(), both.best.end());
    bool kept = false;
    for (std::size_t i = 0; i < ranks_.size(); ++i)
        kept = kept || (ranks_[i] == 1 && both.best[i] == 1 && scores[i] > 0);
    if (kept) ++first_kept_;
    if (const auto found = correlation(mean_ranks_, both.mean)) {
        correlations_ += *found;
        ++correlated_;
    }
}

std::vector<RankInterval> RankSamples::intervals() const {
    std::vector<RankInterval> out;
    std::vector<std::int32_t> of_item(samples_.size());
    for (std::size_t item = 0; item < ranks_.size(); ++item) {
        RankInterval& interval = out.emplace_back();
        interval = {ranks_[item], ranks_[item], ranks_[item]};
        if (samples_.empty()) continue;
        for (std::size_t s = 0; s < samples_.size(); ++s) of_item[s] = samples_[s][item];
        std::ranges::sort(of_item);
        interval.best = std::min(interval.rank, percentile(of_item, 5));
        interval.worst = std::max(interval.rank, percentile(of_item, 95));
    }
    return out;
}

std::optional<double> RankSamples::mean_correlation() const {
    if (correlated_ == 0) return std::nullopt;
    return correlations_ / static_cast<double>(correlated_);
}

std::optional<double> RankSamples::first_kept() const {
    if (samples_.empty()) return std::nullopt;
    return static_cast<double>(first_kept_) / static_cast<double>(samples_.size());
}

}  // namespace lotse::analysis
