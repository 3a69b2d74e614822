/// Many resamples at once, on several threads.
#ifndef LOTSE_ANALYSIS_EACH_RESAMPLE_HPP
#define LOTSE_ANALYSIS_EACH_RESAMPLE_HPP

#include <lotse/graph/threads.hpp>

#include "resampling.hpp"

#include <type_traits>

namespace lotse::analysis {

/// Calls add(scores) with score(resample) of `samples` resamples, always the same ones, in their
/// order and one at a time; `score` (const LayerGraph& -> Result) runs on the view's threads.
template <class Score, class Add>
Status each_resample(const View& view, const LayerGraph& layer, Missing missing, double share,
                     std::int64_t samples, const Score& score, const Add& add) {
    graph::Random random;
    std::vector<LayerGraph> all;
    for (std::int64_t i = 0; i < samples; ++i)
        all.push_back(resample(view, layer, missing, share, random));
    using Found = std::invoke_result_t<const Score&, const LayerGraph&>;
    Status out = std::monostate{};
    graph::reduce_blocks(
        graph::Threads{view.threads}, all.size(), [] { return std::optional<Found>{}; },
        [&](std::optional<Found>& own, std::size_t i) { own = score(all[i]); },
        [&](const std::optional<Found>& own, std::size_t) {
            if (!*own)
                out = own->error();
            else if (out)
                add(**own);
        });
    return out;
}

}  // namespace lotse::analysis

#endif
