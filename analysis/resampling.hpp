/// How far the order of actors holds when ties are missing from the data.
///
/// Resamples take more away from what is recorded and look where everybody then stands, after
/// Costenbader & Valente (2003), Social Networks 25(4), 283-307,
/// doi:10.1016/S0378-8733(03)00012-1, and Borgatti, Carley & Krackhardt (2006), Social Networks
/// 28(2), 124-136, doi:10.1016/j.socnet.2005.05.001. Ties recorded by mistake and actors that are
/// not in the data cannot be simulated this way.
#ifndef LOTSE_ANALYSIS_RESAMPLING_HPP
#define LOTSE_ANALYSIS_RESAMPLING_HPP

#include <lotse/analysis/view.hpp>
#include <lotse/base/result.hpp>
#include <lotse/graph/random.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace lotse::analysis {

enum class Missing {
    ties,    ///< each tie by itself
    reports  ///< all that an actor reported: it was not asked or did not answer
};

/// The layer of which every tie, or what every actor reported, is missing with the probability
/// `share` (0..1). A tie that one side confirmed goes with the report of that side; one that both
/// confirmed only with both; if it is not recorded who did, it goes with the side named first.
/// O(actors + ties).
LayerGraph resample(const View& view, const LayerGraph& layer, Missing missing, double share,
                    graph::Random& random);

/// As many resamples as passes over all shortest paths of such a network take about a second: at
/// most 200, at least 20.
int affordable_samples(std::size_t actors, std::size_t ties);

/// Errors: usage (--loss outside [0, 1), --samples outside 1..10000).
Status check_resampling(double loss, std::optional<int> samples);

/// 1 is the highest score; equal ones (12 significant digits) share the best of their ranks.
/// O(n log n).
std::vector<std::int64_t> ranks(std::span<const double> scores);

/// Correlation of the ranks (equal scores: mean rank), -1..1; nullopt: all scores of one side are
/// equal, or there are fewer than two. Spearman (1904), American Journal of Psychology 15(1),
/// 72-101, doi:10.2307/1412159. O(n log n).
std::optional<double> rank_correlation(std::span<const double> a, std::span<const double> b);

struct RankInterval {
    std::int64_t rank = 1;   ///< in the data as recorded
    std::int64_t best = 1;   ///< 5th percentile over the resamples, or `rank` if that is better
    std::int64_t worst = 1;  ///< 95th percentile, or `rank` if that is worse

    friend bool operator==(const RankInterval&, const RankInterval&) = default;
};

/// "Platz 1–4", "Platz 3".
Message rank_words(const RankInterval& interval);

/// Where those stand who have nothing of what is measured: with their equals on the best of their
/// ranks, or on the last rank of all.
enum class Zeros { share_best, last };

/// Collects the ranks of one measure over resamples; item i is the same actor in all of them.
class RankSamples {
public:
    explicit RankSamples(std::span<const double> observed, Zeros zeros = Zeros::share_best);

    /// As many scores as were observed.
    void add(std::span<const double> scores);

    /// One per item. O(n r log r), r the number of resamples.
    std::vector<RankInterval> intervals() const;
    /// Mean rank correlation with the observed scores over the resamples that have one.
    std::optional<double> mean_correlation() const;
    /// Share of resamples in which one of the actors observed first is first, with a score above 0;
    /// nullopt: none yet.
    std::optional<double> first_kept() const;

private:
    Zeros zeros_;
    std::vector<std::int64_t> ranks_;                 ///< observed
    std::vector<double> mean_ranks_;                  ///< observed
    std::vector<std::vector<std::int32_t>> samples_;  ///< [resample][item]
    double correlations_ = 0;
    std::int64_t correlated_ = 0;
    std::int64_t first_kept_ = 0;
};

/// Intervals of a measure when `share` of the ties, or of the reports, is missing: `samples`
/// resamples, always the same ones. score: const LayerGraph& -> Result<std::vector<double>>, one
/// score per actor of the layer.
template <class Score>
Result<std::vector<RankInterval>> rank_intervals(const View& view, const LayerGraph& layer,
                                                 Missing missing, double share, int samples,
                                                 Score&& score) {
    const Result<std::vector<double>> observed = score(layer);
    if (!observed) return observed.error();
    RankSamples collected{*observed};
    graph::Random random;
    for (int i = 0; i < samples; ++i) {
        const Result<std::vector<double>> scores =
            score(resample(view, layer, missing, share, random));
        if (!scores) return scores.error();
        collected.add(*scores);
    }
    return collected.intervals();
}

}  // namespace lotse::analysis

#endif
