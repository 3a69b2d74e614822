#include "travel_ways.hpp"

#include "area_index.hpp"

#include <cmath>
#include <limits>
#include <numbers>

namespace lotse::analysis {
namespace {

constexpr double earth_radius_km = 6371.0088;
constexpr double infinite = std::numeric_limits<double>::infinity();

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

double km_of_chord(double squared_chord) {
    return 2 * earth_radius_km * std::asin(std::min(1.0, std::sqrt(squared_chord) / 2));
}

double square(double x) {
    return x * x;
}

std::optional<GeoPoint> point_of(const std::optional<double>& lat,
                                 const std::optional<double>& lon) {
    if (!lat || !lon) return std::nullopt;
    return GeoPoint{*lat, *lon};
}

/// The same for each key of an area: a town may be mentioned under another one.
std::string held_key(const Network& network, const std::string& place) {
    const auto area = network.find_venue(place) ? std::nullopt : network.find_area(place);
    return area ? key_of_same_area(network, *area) : place;
}

}  // namespace

double great_circle_km(GeoPoint a, GeoPoint b) {
    const double h = square(std::sin(radians(b.lat - a.lat) / 2)) +
                     std::cos(radians(a.lat)) * std::cos(radians(b.lat)) *
                         square(std::sin(radians(b.lon - a.lon) / 2));
    return 2 * earth_radius_km * std::asin(std::min(1.0, std::sqrt(h)));
}

TravelPlace place_of(const Network& network, VenueId venue) {
    const Venue& row = network[venue];
    TravelPlace out{point_of(row.lat, row.lon), false, std::nullopt, row.key};
    if (row.area.empty()) return out;
    out.area = *row.area;
    if (!out.point) {
        const Area& area = network[*row.area];
        out.point = point_of(area.lat, area.lon);
        out.at_area = out.point.has_value();
    }
    return out;
}

TravelWays::Unit TravelWays::unit(GeoPoint point) {
    const double lat = radians(point.lat);
    const double lon = radians(point.lon);
    return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

TravelWays::TravelWays(const TravelRules& rules, std::vector<TravelPlace> places)
    : rules_{&rules}, places_{std::move(places)} {
    const Network& network = rules.network();
    for (const Travel& row : network.tables().travel) {
        if (!rules.accepts(row)) continue;
        // Minutes below 0 mark rows that take them from the kilometres and the speed.
        const TravelWay way{row.km, row.minutes.value_or(-1), WayBasis::recorded};
        rows_[held_key(network, row.from)].push_back({row.to, way, false});
        rows_[held_key(network, row.to)].push_back({row.from, way, true});
    }
    for (std::size_t i = 0; i < places_.size(); ++i) {
        const TravelPlace& place = places_[i];
        const Unit u = place.point ? unit(*place.point) : Unit{infinite, 0, 0};
        xs_.push_back(u.x);
        ys_.push_back(u.y);
        zs_.push_back(u.z);
        if (rows_.empty()) continue;
        if (!place.key.empty()) by_venue_[place.key].push_back(i);
        if (!place.area) continue;
        for (const AreaId area : up_from(network, *place.area))
            inside_[static_cast<std::uint32_t>(area.index())].push_back(i);
    }
}

int TravelWays::depth(AreaId area) const {
    return static_cast<int>(up_from(rules_->network(), area).size());
}

void TravelWays::overwrite(std::size_t place, const Row& row, int closeness) {
    TravelWay way = row.way;
    if (way.minutes < 0) way.minutes = *way.km * 60 / rule_->speed_kmh;
    const auto [it, fresh] = chosen_.try_emplace(place, closeness, recorded_.size());
    if (fresh) {
        recorded_.emplace_back(place, way);
        chords_[place] = infinite;
        return;
    }
    auto& [known, position] = it->second;
    TravelWay& held = recorded_[position].second;
    if (closeness < known || (closeness == known && held.minutes <= way.minutes)) return;
    known = closeness;
    held = way;
}

void TravelWays::apply(AreaId origin, AreaId start, const Row& row) {
    const Network& network = rules_->network();
    // Closeness: the origin first, then the destination, then the direction as recorded.
    const int from = depth(origin) * 1000;
    const int direction = row.reverse ? 0 : 1;
    if (const auto venue = by_venue_.find(row.to); venue != by_venue_.end()) {
        for (const std::size_t place : venue->second) overwrite(place, row, from + 998 + direction);
        return;
    }
    const auto target = network.find_area(row.to);
    if (!target || (origin != start && network.within(start, *target))) return;
    const auto inside =
        inside_.find(static_cast<std::uint32_t>(widest_of_same(network, *target).index()));
    if (inside == inside_.end()) return;
    const bool above = network.within(origin, *target);
    for (const std::size_t place : inside->second) {
        if (above && network.within(*places_[place].area, origin)) continue;
        overwrite(place, row, from + 2 * depth(*target) + direction);
    }
}

void TravelWays::start_from(AreaId area) {
    const Network& network = rules_->network();
    rule_ = &rules_->of(area);
    recorded_.clear();
    chosen_.clear();
    chords_.assign(places_.size(), infinite);
    const double km = rule_->threshold_minutes * rule_->speed_kmh / 60 / rule_->detour;
    const double angle = std::min(km / (2 * earth_radius_km), std::numbers::pi / 2);
    limit_ = square(2 * std::sin(angle)) * (1 + 1e-12);
    if (const auto point = point_of(network[area].lat, network[area].lon)) {
        const Unit u = unit(*point);
        for (std::size_t i = 0; i < places_.size(); ++i)
            chords_[i] = square(xs_[i] - u.x) + square(ys_[i] - u.y) + square(zs_[i] - u.z);
    }
    if (rows_.empty()) return;
    const AreaId start = widest_of_same(network, area);
    for (const AreaId origin : up_from(network, start))
        if (const auto it = rows_.find(key_of_same_area(network, origin)); it != rows_.end())
            for (const Row& row : it->second) apply(origin, start, row);
}

TravelWay TravelWays::estimate(std::size_t place) const {
    const double km = km_of_chord(chords_[place]) * rule_->detour;
    return {km, km * 60 / rule_->speed_kmh,
            places_[place].at_area ? WayBasis::area_point : WayBasis::estimated};
}

std::optional<TravelWay> TravelWays::to(std::size_t place) const {
    if (const auto it = chosen_.find(place); it != chosen_.end())
        return recorded_[it->second.second].second;
    if (chords_[place] == infinite) return std::nullopt;
    return estimate(place);
}

}  // namespace lotse::analysis
