#include <lotse/graph/hop_search.hpp>

#include <algorithm>

namespace lotse::graph {
namespace {

/// Calls visit(at, hops, first, end) when the vertex at this place of the queue, so many hops away,
/// has met those from the place `first` to `end`. The sources are in the queue.
///
/// Every arc writes its end behind the queue, and the queue grows if that is new: whether it is
/// cannot be foretold, and a wrong guess of the processor costs more than the writing.
template <class Visit>
void search(const Rows& rows, std::size_t sources, std::span<char> met, std::span<Vertex> queue,
            const Visit& visit) {
    std::size_t end = sources;
    std::uint32_t hops = 0;
    for (std::size_t at = 0, level = end; at < end; ++hops, level = end)
        for (; at < level; ++at) {
            const std::size_t first = end;
            for (const Vertex v : rows.of(queue[at])) {
                queue[end] = v;
                end += met[v] == 0 ? 1U : 0U;
                met[v] = 1;
            }
            visit(at, hops, first, end);
        }
}

}  // namespace

HopSearch::HopSearch(const Rows& rows)
    : rows_{rows},
      distance_(rows.vertices()),
      met_(rows.vertices()),
      queue_(rows.vertices() + std::size_t{1}) {}

std::size_t HopSearch::start(std::span<const Vertex> from) {
    std::ranges::fill(distance_, unreached);
    std::ranges::fill(met_, 0);
    std::size_t end = 0;
    for (const Vertex v : from) {
        if (met_[v] == 0) queue_[end++] = v;
        met_[v] = 1;
    }
    return end;
}

std::span<const std::uint32_t> HopSearch::distances(std::span<const Vertex> from) {
    search(rows_, start(from), met_, queue_,
           [&](std::size_t at, std::uint32_t hops, std::size_t, std::size_t) {
               distance_[queue_[at]] = hops;
           });
    return distance_;
}

HopSearch::Nearest HopSearch::nearest(std::span<const Vertex> from) {
    const std::size_t sources = start(from);
    source_.assign(rows_.vertices(), nobody);
    owners_.resize(queue_.size());
    std::copy_n(queue_.begin(), sources, owners_.begin());
    search(rows_, sources, met_, queue_,
           [&](std::size_t at, std::uint32_t hops, std::size_t first, std::size_t end) {
               const Vertex owner = owners_[at];
               distance_[queue_[at]] = hops;
               source_[queue_[at]] = owner;
               for (std::size_t met = first; met < end; ++met) owners_[met] = owner;
           });
    return {distance_, source_};
}

}  // namespace lotse::graph
