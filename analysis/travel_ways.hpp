/// Ways from an area to places: as the user's travel table has them, else estimated.
#ifndef LOTSE_ANALYSIS_TRAVEL_WAYS_HPP
#define LOTSE_ANALYSIS_TRAVEL_WAYS_HPP

#include "travel_rules.hpp"

#include <unordered_map>

namespace lotse::analysis {

/// WGS 84, degrees.
struct GeoPoint {
    double lat = 0;
    double lon = 0;
};

/// Great-circle distance on a sphere with the mean radius of the Earth, 6371.0088 km (IUGG);
/// haversine formula. Differs from the ellipsoid by less than 0.6 %.
double great_circle_km(GeoPoint a, GeoPoint b);

/// Where one can go.
struct TravelPlace {
    std::optional<GeoPoint> point;
    bool at_area = false;  ///< the point is that of its area, its own is not recorded
    std::optional<AreaId> area;
    std::string key;  ///< of the venue
};

TravelPlace place_of(const Network& network, VenueId venue);

/// What a way rests on.
enum class WayBasis { recorded, estimated, area_point };

constexpr auto enumerators(WayBasis) {
    using enum WayBasis;
    return std::array{
        Enumerator{recorded, "recorded", {"Wege-Tabelle", "travel table"}},
        Enumerator{estimated, "estimated", {"aus der Lage geschätzt", "estimated from positions"}},
        Enumerator{
            area_point,
            "area_point",
            {"geschätzt, Ort nur als Gebiet bekannt", "estimated, place known as area only"}},
    };
}

struct TravelWay {
    std::optional<double> km;
    double minutes = 0;
    WayBasis basis = WayBasis::recorded;
};

/// All ways from one area at a time.
///
/// *Recorded*: a row of the travel table from the area (or one above it) to the venue, else to the
/// venue's area (or one above it); the row that speaks most closely of both wins, of equal ones the
/// fastest. The opposite direction counts where only that is recorded. A row without minutes takes
/// them from its kilometres and the speed. An area above both tells nothing about a way inside it.
/// *Estimated*: straight line between the points, times the detour, by the speed of the area's
/// settlement class.
class TravelWays {
public:
    TravelWays(const TravelRules& rules, std::vector<TravelPlace> places);

    /// O(places + rows of the travel table for the area).
    void start_from(AreaId area);

    const TravelRule& rule() const noexcept { return *rule_; }
    std::span<const TravelPlace> places() const noexcept { return places_; }
    /// nullopt: nothing is recorded and a position is missing.
    std::optional<TravelWay> to(std::size_t place) const;

    /// For loops over many places: squared chord of the unit sphere to each, infinite where the way
    /// is recorded or not known. Larger chords are longer ways.
    std::span<const double> squared_chords() const noexcept { return chords_; }
    TravelWay estimate(std::size_t place) const;
    /// Largest squared chord that is still within the threshold.
    double chord_limit() const noexcept { return limit_; }
    std::span<const std::pair<std::size_t, TravelWay>> recorded() const noexcept {
        return recorded_;
    }

private:
    struct Row {
        std::string to;
        TravelWay way;
        bool reverse = false;
    };
    struct Unit {
        double x = 0;
        double y = 0;
        double z = 0;
    };

    static Unit unit(GeoPoint point);
    void apply(AreaId origin, AreaId start, const Row& row);
    void overwrite(std::size_t place, const Row& row, int closeness);
    int depth(AreaId area) const;

    const TravelRules* rules_;
    std::vector<TravelPlace> places_;
    std::vector<double> xs_, ys_, zs_;
    std::unordered_map<std::string, std::vector<Row>> rows_;  ///< by the key they start from
    std::unordered_map<std::string, std::vector<std::size_t>> by_venue_;
    std::unordered_map<std::uint32_t, std::vector<std::size_t>>
        inside_;  ///< by area, with those below

    const TravelRule* rule_ = nullptr;
    std::vector<double> chords_;
    double limit_ = 0;
    std::vector<std::pair<std::size_t, TravelWay>> recorded_;
    std::unordered_map<std::size_t, std::pair<int, std::size_t>> chosen_;  ///< closeness, position
};

}  // namespace lotse::analysis

#endif
