/// The counts of persons that a network holds, as far as a result may show them.
#ifndef LOTSE_ANALYSIS_PERSON_COUNTS_HPP
#define LOTSE_ANALYSIS_PERSON_COUNTS_HPP

#include <lotse/analysis/suppression.hpp>
#include <lotse/model/network.hpp>

#include <vector>

namespace lotse::analysis {

struct AreaCounts {
    Guarded<std::int64_t> population;
    Guarded<std::int64_t> unemployed_sgb2;
    Guarded<std::int64_t> unemployed_sgb3;
    Guarded<std::int64_t> unemployed;  ///< both, where both are recorded
    Guarded<std::int64_t> long_term;
};

struct PersonCounts {
    std::vector<AreaCounts> areas;             ///< by index of the area
    std::vector<Guarded<std::int64_t>> needs;  ///< by row of the table needs

    /// Precondition: `area` is of the network that was counted.
    const AreaCounts& operator[](AreaId area) const { return areas[area.index()]; }
};

/// All counts of the tables areas and needs under one suppression, so that no two results of one
/// network differ in what they hide. Sums: an area and the nearest areas below it with the same
/// count; all unemployed people and those of SGB II and SGB III; everybody and women and men; a
/// need without topic and the same count of the area. Bounds: the long-term unemployed and all
/// unemployed people, the unemployed and everybody, those with one need and the whole group. Sums
/// and bounds hold where the numbers do, not because a table says so.
/// Cost: O(areas + needs log needs), and suppress().
PersonCounts person_counts(const Network& network, std::int64_t below);

}  // namespace lotse::analysis

#endif
