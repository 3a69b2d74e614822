#include "accessibility.hpp"
#include "whom_to_ask.hpp"

#include <algorithm>
#include <numeric>

namespace lotse::analysis {
namespace {

/// Supply of each place by the demand laid on it; 0 where there is none.
std::vector<double> level_of_service(std::span<const double> supply,
                                     const std::vector<double>& laid) {
    std::vector<double> out(supply.size(), 0);
    for (std::size_t j = 0; j < supply.size(); ++j)
        if (laid[j] > 0) out[j] = supply[j] / laid[j];
    return out;
}

double sum(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

double zone_weight(double ratio) {
    // A way of exactly a zone's length belongs to the zone, also after rounding.
    constexpr double tolerance = 1e-12;
    if (3 * ratio <= 1 + tolerance) return 1;
    if (3 * ratio <= 2 + tolerance) return 0.68;
    return ratio <= 1 + tolerance ? 0.22 : 0;
}

std::vector<double> enhanced_two_step(std::span<const CatchmentLink> links,
                                      std::span<const double> demand,
                                      std::span<const double> supply) {
    std::vector<double> laid(supply.size(), 0);
    for (const CatchmentLink& l : links) laid[l.supply] += l.weight * demand[l.demand];
    const std::vector<double> level = level_of_service(supply, laid);
    std::vector<double> access(demand.size(), 0);
    for (const CatchmentLink& l : links) access[l.demand] += l.weight * level[l.supply];
    return access;
}

std::vector<double> balanced_catchment(std::span<const CatchmentLink> links,
                                       std::span<const double> demand,
                                       std::span<const double> supply) {
    std::vector<double> by_demand(demand.size(), 0);
    std::vector<double> by_supply(supply.size(), 0);
    for (const CatchmentLink& l : links) {
        by_demand[l.demand] += l.weight;
        by_supply[l.supply] += l.weight;
    }
    std::vector<double> laid(supply.size(), 0);
    for (const CatchmentLink& l : links)
        if (l.weight > 0) laid[l.supply] += demand[l.demand] * l.weight / by_demand[l.demand];
    const std::vector<double> level = level_of_service(supply, laid);
    std::vector<double> access(demand.size(), 0);
    for (const CatchmentLink& l : links)
        if (l.weight > 0) access[l.demand] += level[l.supply] * l.weight / by_supply[l.supply];
    return access;
}

std::optional<Shortfall> shortfall(std::span<const double> gaps, std::span<const double> weights) {
    const double total = sum(weights);
    if (!(total > 0)) return std::nullopt;
    Shortfall out;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        if (gaps[i] <= 0) continue;
        const double share = weights[i] / total;
        out.headcount += share;
        out.gap += share * gaps[i];
        out.severity += share * gaps[i] * gaps[i];
    }
    return out;
}

std::vector<double> fractional_ranks(std::span<const double> order,
                                     std::span<const double> weights) {
    std::vector<std::size_t> sorted(order.size());
    std::iota(sorted.begin(), sorted.end(), std::size_t{0});
    std::ranges::stable_sort(sorted, {}, [&](std::size_t i) { return order[i]; });
    const double total = sum(weights);
    std::vector<double> ranks(order.size(), 0.5);
    double before = 0;
    for (std::size_t first = 0; first < sorted.size();) {
        std::size_t last = first;
        double group = 0;
        for (; last < sorted.size() && order[sorted[last]] == order[sorted[first]]; ++last)
            group += weights[sorted[last]];
        for (; first < last; ++first)
            if (total > 0) ranks[sorted[first]] = (before + group / 2) / total;
        before += group;
    }
    return ranks;
}

std::optional<double> concentration_index(std::span<const double> values,
                                          std::span<const double> order,
                                          std::span<const double> weights) {
    if (values.size() < 2 || std::ranges::min(order) == std::ranges::max(order))
        return std::nullopt;
    const double total = sum(weights);
    double mean = 0;
    for (std::size_t i = 0; i < values.size() && total > 0; ++i)
        mean += weights[i] / total * values[i];
    if (mean == 0) return std::nullopt;
    const std::vector<double> ranks = fractional_ranks(order, weights);
    double covariance = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        covariance += weights[i] / total * (values[i] - mean) * (ranks[i] - 0.5);
    return 2 * covariance / mean;
}

}  // namespace lotse::analysis
