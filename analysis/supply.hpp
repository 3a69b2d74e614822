/// Which offers are open, where they are, and for whom they are counted.
#ifndef LOTSE_ANALYSIS_SUPPLY_HPP
#define LOTSE_ANALYSIS_SUPPLY_HPP

#include "travel_ways.hpp"

namespace lotse::analysis {

/// An offer that runs and is open to one of the groups asked for, or may be, with or without a
/// barrier.
struct OpenOffer {
    OfferId offer;
    ThreeValued open = ThreeValued::yes;  ///< unknown: for whom it is, is not recorded
    std::vector<std::size_t> places;      ///< venues with a position, by index into Supply::places
    /// Without a venue: the areas it is recorded for. It counts in them and in areas above them. Of
    /// venues whose area has no position either: that area.
    std::vector<std::pair<AreaId, std::size_t>> areas;
    bool online = false;
};

struct Supply {
    std::vector<OpenOffer> offers;   ///< certainly open, in canonical order
    std::vector<OpenOffer> perhaps;  ///< run, but whom they are open to is not recorded
    std::vector<TravelPlace> places;
    std::int64_t openness_not_recorded = 0;  ///< the size of `perhaps`
    std::int64_t unplaced = 0;               ///< open, on site, and neither venue nor area is known

    /// Open offers with `areas`, by areas that hold one of theirs: (offer, place).
    std::unordered_map<std::uint32_t, std::vector<std::pair<std::size_t, std::size_t>>> held_by;
    /// Open offers with `areas`, by the area they are recorded for: they also serve areas inside
    /// it.
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> recorded_for;
};

/// On site, and neither venue nor area is known.
bool is_unplaced(const OpenOffer& offer);

/// Runs on the view's date: not ended, not planned, not paused, and not all of its recorded
/// providers have ended. O(offers).
Supply open_supply(const View& view);

/// Where the offers for an area are looked for: the Kreis that holds it; of an area without a Kreis
/// above everywhere (nullopt); of a Land, a region or a Kreis itself.
std::optional<AreaId> surroundings(const Network& network, AreaId area);

/// A way of more than four times the threshold tells nothing where nothing nearby is recorded.
constexpr double farthest_told = 4;

/// What an area counts for in shares.
enum class Demand { unemployed, unemployed_sgb2, unemployed_sgb3, population, none };

constexpr auto enumerators(Demand) {
    using enum Demand;
    return std::array{
        Enumerator{unemployed,
                   "unemployed",
                   {"Arbeitslose (SGB II und SGB III)", "unemployed (SGB II and SGB III)"}},
        Enumerator{
            unemployed_sgb2, "unemployed_sgb2", {"Arbeitslose (SGB II)", "unemployed (SGB II)"}},
        Enumerator{
            unemployed_sgb3, "unemployed_sgb3", {"Arbeitslose (SGB III)", "unemployed (SGB III)"}},
        Enumerator{population, "population", {"Einwohner", "inhabitants"}},
        Enumerator{none, "none", {"jedes Gebiet gleich", "every area the same"}},
    };
}

/// One measure for all areas: the unemployed of the legal circles asked for (--legal), else
/// the population, else none; of the first two the one known for more areas. Numbers that results
/// do not show (person_counts) weigh nothing: a share would give them away.
struct DemandWeights {
    Demand measure = Demand::none;
    std::vector<std::optional<double>> of;  ///< per area; with `none` 1 each
    std::int64_t not_recorded = 0;
    std::int64_t withheld = 0;
    /// Says why another number is not the measure, if its counts are recorded and not shown.
    std::optional<Message> hidden;
};
DemandWeights weights_of(const View& view, std::span<const AreaId> areas);

}  // namespace lotse::analysis

#endif
