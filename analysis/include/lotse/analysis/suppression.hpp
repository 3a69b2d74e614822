/// Suppression: which counts of persons may be shown, so that no small one can be worked out.
#ifndef LOTSE_ANALYSIS_SUPPRESSION_HPP
#define LOTSE_ANALYSIS_SUPPRESSION_HPP

#include <lotse/base/document.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace lotse::analysis {

/// Cells of which one is, or nearly is, the sum of the others: an area and its parts, all
/// unemployed people and those of each legal circle.
struct Sum {
    std::size_t total = 0;           ///< index of a cell
    std::vector<std::size_t> parts;  ///< indices of other cells
};

enum class Showing {
    shown,
    small,    ///< 1 to below - 1: "<3"
    withheld  ///< a small count would follow from it, or from its showing as "<3": "•"
};

/// Cell suppression with a minimum frequency rule: counts from 1 to below - 1 are hidden (primary
/// suppression), then the smallest adequate further cells of the same sums (secondary), until for
/// every small count each value from 1 to below - 1 fits everything that is shown. 0 is shown.
///
/// An adversary is assumed to know all sums, all shown cells, that "<3" lies in 1..below-1 and
/// that "•" beside it does not. That every value fits is not argued but found: a change of hidden
/// cells that keeps each sum. Where none is found with all adequate cells hidden, every cell that
/// hangs together with the small one is withheld, and nothing is said of any of them. A sum binds
/// if its two sides differ by no more than the small cells in it could make up; otherwise the part
/// that is not recorded leaves room enough.
///
/// Hides more than an optimal choice would: finding that is NP-hard, and the search here gives up
/// early. Which further cells are hidden does not depend on the choice of a table's rows: give it
/// all cells of a network, show what is asked for. Results of two thresholds beside each other may
/// tell more than each alone.
///
/// Preconditions: counts >= 0, below >= 2, indices in range. Cost: O(cells x sums) in the worst
/// case for every small count. Source: Hundepool et al. (2012), Statistical Disclosure Control,
/// Wiley, doi:10.1002/9781118348239 (primary and secondary cell suppression, feasibility
/// intervals).
std::vector<Showing> suppress(std::span<const std::int64_t> counts, std::span<const Sum> sums,
                              std::int64_t below);

/// What a cell of a result holds: the count, or why not.
Guarded<std::int64_t> guarded(std::int64_t count, Showing showing, std::int64_t below);

/// The net under every result: numbers of the unit `persons` above 0 and below `below` become
/// "<3", whatever made them (it knows nothing of sums). A note explains every withheld number.
void withhold_small_counts(Document& document, std::int64_t below);

}  // namespace lotse::analysis

#endif
