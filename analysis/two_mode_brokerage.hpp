/// Brokerage through bodies: who meets where, and who joins which bodies.
#ifndef LOTSE_ANALYSIS_TWO_MODE_BROKERAGE_HPP
#define LOTSE_ANALYSIS_TWO_MODE_BROKERAGE_HPP

#include <lotse/analysis/brokerage.hpp>

namespace lotse::analysis {

struct TwoModeBrokerage {
    std::vector<Brokerage::Meeting> meetings;
    std::vector<Brokerage::Link> links;
};

/// Memberships: ties member_of, leads, hosts_office of the layer that lead to a body. Pairs with a
/// member whose sector is not recorded are left out. O(sum of the squared sizes of the bodies
/// times the bodies of a member).
TwoModeBrokerage two_mode_brokerage(const View& view, const LayerGraph& layer);

}  // namespace lotse::analysis

#endif
