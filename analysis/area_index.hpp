/// Which rows touch an area, found by the area instead of by looking at every row.
#ifndef LOTSE_ANALYSIS_AREA_INDEX_HPP
#define LOTSE_ANALYSIS_AREA_INDEX_HPP

#include <lotse/model/network.hpp>

#include <string>
#include <unordered_map>
#include <vector>

namespace lotse::analysis {

/// The area and those above it, the nearest first; each once, for parents may form a circle.
std::vector<AreaId> up_from(const Network& network, AreaId area);

/// Position of a level, from the widest on; level_count: none that is known.
/// @{
inline constexpr std::size_t level_count = 7;
std::size_t level_depth(std::string_view level);
/// @}

/// The same for each official key of an area: 05911, 05911000 and 059110000000 are Bochum.
std::string key_of_same_area(const Network& network, AreaId area);

/// One area, if under two official keys: a Land that is a Kreis, too, or what a network holds
/// twice. Mostly O(depth of the areas).
bool is_same_area(const Network& network, AreaId one, AreaId other);

/// The area as its widest row: the Land for the Kreis Berlin, mostly itself.
AreaId widest_of_same(const Network& network, AreaId area);

/// The areas of a network by key_of_same_area.
using AreasByKey = std::unordered_map<std::string, std::vector<AreaId>>;
AreasByKey areas_by_key(const Network& network);

/// Rows by the areas they are recorded for. A row touches an area if it is recorded for it, for one
/// inside it, or for one that holds it: candidates for the exact questions of coverage_rows.hpp and
/// coverage_evidence.hpp.
class AreaIndex {
public:
    /// Precondition: the network outlives the index.
    explicit AreaIndex(const Network& network) : network_{&network} {}

    /// Rows are added in ascending order. O(depth of the area).
    void add(std::size_t row, AreaId area);
    /// The row touches every area. O(1).
    void add_everywhere(std::size_t row) { everywhere_.push_back(row); }
    /// By its areas and those of its venues; online without areas: everywhere.
    void add(std::size_t row, const Offer& offer);
    /// By the areas it serves, else by its seat.
    void add(std::size_t row, const Actor& actor);

    /// Ascending, each once. O(t log t) for t rows.
    std::vector<std::size_t> touching(AreaId area) const;
    /// Those that touch any of the areas.
    std::vector<std::size_t> touching(const std::vector<AreaId>& areas) const;

private:
    using Rows = std::unordered_map<std::size_t, std::vector<std::size_t>>;

    void collect(AreaId area, std::vector<std::size_t>& into) const;

    const Network* network_;
    Rows at_;      ///< by the widest row of the area they are recorded for
    Rows inside_;  ///< by every area that holds one they are recorded for, itself included
    std::vector<std::size_t> everywhere_;
};

/// All offers of the network.
AreaIndex offers_by_area(const Network& network);

}  // namespace lotse::analysis

#endif
