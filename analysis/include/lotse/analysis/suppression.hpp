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
    enum class Reach {
        all,  ///< nobody else is in the total
        some  ///< others are, nobody knows how many: long-term unemployed among the unemployed
    } reach = Reach::all;
};

enum class Showing {
    shown,
    small,    ///< 1 to below - 1: "<3"
    withheld  ///< a small count would follow from it, or from its showing as "<3": "•"
};

/// Cell suppression with a minimum frequency rule: counts from 1 to below - 1 are hidden (primary
/// suppression), then further cells of the same sums (secondary), until for every small count each
/// value from 1 to below - 1 fits everything that is shown. 0 is shown.
///
/// An adversary is assumed to know all sums, all shown cells, that "<3" lies in 1..below-1, that
/// "•" beside it does not, that no part is larger than its total, and how the cells to hide are
/// chosen. So the choice asks only which cells are small, which are 0, and where they stand
/// (parts before their total, then `order`, then the index): every sum with a hidden cell gets a
/// second one, and one that is not small beside those that are, whatever their values.
///
/// That every value fits is not argued but found: a change of hidden cells that keeps each sum.
/// Where none is found, further cells are hidden; where none is left, every cell that hangs
/// together with the small one is withheld, and nothing is said of any of them. A sum binds if its
/// two sides differ by no more than the small cells in it could make up; otherwise others are in
/// the total, and it is only an upper bound of its parts, as with Reach::some.
///
/// Hides more than an optimal choice would: finding that is NP-hard, that choice tells of the
/// values, and the search here gives up early. Which further cells are hidden does not depend on
/// the choice of a table's rows: give it all cells of a network, show what is asked for. Results of
/// two thresholds beside each other may tell more than each alone.
///
/// `order`: by cell, which to hide first, the smallest first; no count of persons that may have to
/// be hidden itself. Empty: by index.
///
/// Preconditions: counts >= 0, below >= 2, indices in range, one order for each count. Cost:
/// O(cells x sums) in the worst case for every small count. Source: Hundepool et al. (2012),
/// Statistical Disclosure Control, Wiley, doi:10.1002/9781118348239 (primary and secondary cell
/// suppression, feasibility intervals).
std::vector<Showing> suppress(std::span<const std::int64_t> counts, std::span<const Sum> sums,
                              std::int64_t below, std::span<const std::int64_t> order = {});

/// What a cell of a result holds: the count, or why not.
Guarded<std::int64_t> guarded(std::int64_t count, Showing showing, std::int64_t below);

/// The net under every result: numbers of the unit `persons` above 0 and below `below` become
/// "<3", whatever made them (it knows nothing of sums). A note explains every withheld number.
void withhold_small_counts(Document& document, std::int64_t below);

}  // namespace lotse::analysis

#endif
