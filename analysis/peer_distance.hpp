/// How similar areas are: standardised variables, distances, quantiles.
#ifndef LOTSE_ANALYSIS_PEER_DISTANCE_HPP
#define LOTSE_ANALYSIS_PEER_DISTANCE_HPP

#include <lotse/model/network.hpp>

#include <lotse/analysis/person_counts.hpp>

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace lotse::analysis {

/// Settlement class, share of unemployed people, deprivation, log10 of the inhabitants. Empty where
/// it is not recorded or withheld.
using PeerVariables = std::array<std::optional<double>, 4>;

PeerVariables peer_variables(const Network& network, const PersonCounts& counts, AreaId area);

/// The share of unemployed people in the inhabitants, withheld if one of its counts is.
Guarded<double> unemployed_share(const AreaCounts& counts);

/// Mean and standard deviation (divisor n) of each variable over the rows that have it.
class Standard {
public:
    explicit Standard(std::span<const PeerVariables> rows);

    struct Distance {
        double value = 0;  ///< root mean squared difference of z-scores
        int variables = 0;
    };
    /// nullopt: fewer than two variables in common.
    std::optional<Distance> between(const PeerVariables& a, const PeerVariables& b) const;

private:
    std::array<double, 4> deviation_{};
};

/// Quantile of type 7 (Hyndman and Fan 1996): linear interpolation at (n - 1) p. nullopt: no value.
std::optional<double> quantile(std::vector<double> values, double p);

}  // namespace lotse::analysis

#endif
