/// Formulas of spatial accessibility over plain vectors: floating catchments, shortfall,
/// inequality.
#ifndef LOTSE_ANALYSIS_ACCESSIBILITY_HPP
#define LOTSE_ANALYSIS_ACCESSIBILITY_HPP

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace lotse::analysis {

/// How strongly a place of demand and a place of supply interact; 0 is left out.
struct CatchmentLink {
    std::size_t demand = 0;
    std::size_t supply = 0;
    double weight = 0;
};

/// Weight of a way by its length relative to the reach of the catchment: 1 up to a third of it,
/// 0.68 up to two thirds, 0.22 up to the whole, 0 beyond. Luo & Qi (2009) use these three zones
/// for 10, 20 and 30 minutes. Precondition: ratio >= 0.
double zone_weight(double ratio);

/// Enhanced two-step floating catchment area: R_j = S_j / sum_i w_ij D_i, A_i = sum_j w_ij R_j.
/// Result: supply per unit of demand, one value a place of demand; 0 where nothing is in reach.
/// sum_i A_i D_i is the supply that any demand can reach. A place of supply without any demand in
/// reach gives nothing. O(links).
/// Luo, W. & Qi, Y. (2009), An enhanced two-step floating catchment area (E2SFCA) method for
/// measuring spatial accessibility to primary care physicians, Health & Place 15(4), 1100-1107,
/// doi:10.1016/j.healthplace.2009.06.002
std::vector<double> enhanced_two_step(std::span<const CatchmentLink> links,
                                      std::span<const double> demand,
                                      std::span<const double> supply);

/// Balanced floating catchment area: the same with weights that sum to 1 over the supply of each
/// place of demand when demand is laid on supply, and to 1 over the demand of each place of supply
/// when its level of service L_j is handed out: L_j = S_j / sum_i D_i w_ij / sum_j' w_ij',
/// A_i = sum_j L_j w_ij / sum_i' w_i'j. Nobody is counted twice, and sum_i A_i = sum_j L_j.
/// Paez, A., Higgins, C. D. & Vivona, S. F. (2019), Demand and level of service inflation in
/// Floating Catchment Area (FCA) methods, PLoS ONE 14(6), e0218773,
/// doi:10.1371/journal.pone.0218773
std::vector<double> balanced_catchment(std::span<const CatchmentLink> links,
                                       std::span<const double> demand,
                                       std::span<const double> supply);

/// Foster-Greer-Thorbecke measures of a shortfall.
struct Shortfall {
    double headcount = 0;  ///< FGT0: share with a shortfall
    double gap = 0;        ///< FGT1: mean relative shortfall, 0 for those without
    double severity = 0;   ///< FGT2: mean squared relative shortfall: few who lack much weigh more
};

/// `gaps` are relative to the line, (z - y) / z for incomes below it and (t - z) / z for ways
/// beyond it; values up to 0 are no shortfall. The gap of a way has no upper bound. nullopt: the
/// weights sum to 0. Sizes are equal.
/// Foster, J., Greer, J. & Thorbecke, E. (1984), A class of decomposable poverty measures,
/// Econometrica 52(3), 761-766, doi:10.2307/1913475
std::optional<Shortfall> shortfall(std::span<const double> gaps, std::span<const double> weights);

/// Fractional ranks of a weighted population ordered by `order`: the weight before, plus half of
/// one's own, as a share of all. Equal values share the middle of their group. Weighted mean 0.5.
std::vector<double> fractional_ranks(std::span<const double> order,
                                     std::span<const double> weights);

/// C = 2 / mean(h) * sum_i f_i h_i R_i - 1 with the fractional ranks R by `order` and the shares f
/// of the weights: below 0 where h is concentrated on low `order`. nullopt: fewer than two values,
/// all of `order` equal, mean of h or weights 0. Between -1 and 1 for h >= 0. O(n log n).
/// Kakwani, N., Wagstaff, A. & van Doorslaer, E. (1997), Socioeconomic inequalities in health:
/// measurement, computation, and statistical inference, Journal of Econometrics 77(1), 87-103,
/// doi:10.1016/S0304-4076(96)01807-6
std::optional<double> concentration_index(std::span<const double> values,
                                          std::span<const double> order,
                                          std::span<const double> weights);

}  // namespace lotse::analysis

#endif
