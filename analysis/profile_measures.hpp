/// The measures of a whole network and where random networks lie.
#ifndef LOTSE_ANALYSIS_PROFILE_MEASURES_HPP
#define LOTSE_ANALYSIS_PROFILE_MEASURES_HPP

#include <lotse/base/result.hpp>
#include <lotse/graph/edge_list.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace lotse::analysis {

enum class WholeMeasure : std::size_t {
    isolates,
    components,
    centralization,
    reciprocity,
    mean_distance,
    diameter,
    transitivity,
    core_periphery
};
constexpr std::size_t whole_measures = 8;

/// nullopt: not defined.
using WholeValues = std::array<std::optional<double>, whole_measures>;

struct Interval {
    double low;
    double high;
};
using WholeIntervals = std::array<std::optional<Interval>, whole_measures>;

/// The pairs of a layer, and its ties of directed kinds; both simple.
struct WholeGraph {
    graph::EdgeList pairs;
    graph::EdgeList arcs;
};

/// Whether distances are known exactly, or in larger networks from 512 actors only: the mean is
/// then an estimate, and the diameter not defined.
enum class Distances { exact, affordable };
constexpr std::size_t most_with_exact_distances = 5000;

/// Errors: limit, engine. O(n m).
Result<WholeValues> whole_values(const WholeGraph& graph, Distances which);

enum class Kept { size, degrees };

/// Of fewer random graphs the interval goes from the least to the greatest value.
constexpr std::int64_t fewest_for_interval = 40;

/// Where at least 95 % of random graphs lie that keep the number of edges, or every degree.
/// nullopt: the measure does not vary, or is not defined in most of them; distances are
/// `affordable`. Errors: limit, engine.
Result<WholeIntervals> random_intervals(const WholeGraph& graph, Kept kept, int samples);

}  // namespace lotse::analysis

#endif
