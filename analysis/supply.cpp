#include "supply.hpp"

#include <lotse/analysis/person_counts.hpp>

#include "area_index.hpp"
#include "coverage_evidence.hpp"
#include "words.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

enum class Standing { open, not_recorded, shut };

Standing standing(const View& view, OfferId offer, const std::vector<Group>& groups) {
    Standing out = Standing::shut;
    for (const Group& group : groups) {
        const auto evidence = evidence_anywhere(view, offer, AreaId{0}, group);
        if (!evidence || evidence->reasons.contains("paused")) continue;
        if (evidence->state == CoverageState::available ||
            evidence->state == CoverageState::barrier)
            return Standing::open;
        if (evidence->state == CoverageState::unknown && !evidence->reasons.contains("ended") &&
            !evidence->reasons.contains("provider_ended"))
            out = Standing::not_recorded;
    }
    return out;
}

TravelPlace place_of_area(const Network& network, AreaId id) {
    const Area& area = network[id];
    TravelPlace out{std::nullopt, true, id, {}};
    if (area.lat && area.lon) out.point = GeoPoint{*area.lat, *area.lon};
    return out;
}

std::uint32_t index(AreaId area) {
    return static_cast<std::uint32_t>(area.index());
}

/// Gives offers their places; a venue of several offers is one.
class Places {
public:
    Places(const Network& network, std::vector<TravelPlace>& places)
        : network_{network}, places_{places}, of_venue_(network.venues().size()) {}

    OpenOffer put(OfferId id) {
        const Offer& row = network_[id];
        OpenOffer offer{id, ThreeValued::yes, {}, {}, is_online(network_, row)};
        if (offer.online) return offer;
        for (const auto& venue : row.venues) {
            if (network_[*venue].kind == "online") continue;
            auto& known = of_venue_[(*venue).index()];
            if (!known) {
                known = places_.size();
                places_.push_back(place_of(network_, *venue));
            }
            // A venue that only a travel table can find has an area or a key there.
            if (std::ranges::find(offer.places, *known) != offer.places.end()) continue;
            offer.places.push_back(*known);
            // As if it were recorded for the area: in it there is no way, from elsewhere an unknown
            // one.
            if (const TravelPlace& place = places_[*known]; !place.point && place.area)
                offer.areas.emplace_back(*place.area, *known);
        }
        if (offer.places.empty())
            for (const auto& area : row.areas) {
                offer.areas.emplace_back(*area, places_.size());
                places_.push_back(place_of_area(network_, *area));
            }
        return offer;
    }

private:
    const Network& network_;
    std::vector<TravelPlace>& places_;
    std::vector<std::optional<std::size_t>> of_venue_;
};

}  // namespace

bool is_unplaced(const OpenOffer& offer) {
    return !offer.online && offer.places.empty() && offer.areas.empty();
}

Supply open_supply(const View& view) {
    const Network& network = *view.network;
    const std::vector<Group> groups = groups_asked(view);
    Supply out;
    Places places{network, out.places};
    for (std::size_t i = 0; i < network.offers().size(); ++i) {
        const OfferId id{i};
        const Standing how = standing(view, id, groups);
        if (how == Standing::shut) continue;
        OpenOffer offer = places.put(id);
        if (how == Standing::not_recorded) {
            offer.open = ThreeValued::unknown;
            out.perhaps.push_back(std::move(offer));
            continue;
        }
        if (is_unplaced(offer)) ++out.unplaced;
        const std::size_t position = out.offers.size();
        for (const auto& [area, place] : offer.areas) {
            out.recorded_for[index(widest_of_same(network, area))].push_back(position);
            for (const AreaId holder : up_from(network, area))
                out.held_by[index(holder)].emplace_back(position, place);
        }
        out.offers.push_back(std::move(offer));
    }
    out.openness_not_recorded = std::ssize(out.perhaps);
    return out;
}

std::optional<AreaId> surroundings(const Network& network, AreaId area) {
    for (const AreaId at : up_from(network, area)) {
        const std::string& level = network[at].level;
        if (level == "district") return at;
        if (level == "federal" || level == "state" || level == "region")
            return at == area ? std::optional{at} : std::nullopt;
    }
    return std::nullopt;
}

namespace {

Guarded<std::int64_t> amount(const AreaCounts& counts, Demand measure) {
    switch (measure) {
        case Demand::unemployed: return counts.unemployed;
        case Demand::unemployed_sgb2: return counts.unemployed_sgb2;
        case Demand::unemployed_sgb3: return counts.unemployed_sgb3;
        case Demand::population: return counts.population;
        case Demand::none: break;
    }
    return {1, std::nullopt};
}

/// The wanted number or the inhabitants, whichever is known for more areas.
template <class Known>
Demand better_known(std::span<const AreaId> areas, Demand wanted, const Known& known) {
    const auto number = [&](Demand measure) {
        return std::ranges::count_if(areas, [&](AreaId area) { return known(area, measure); });
    };
    const auto asked = number(wanted), people = number(Demand::population);
    if (asked == 0 && people == 0) return Demand::none;
    return asked >= people ? wanted : Demand::population;
}

}  // namespace

DemandWeights weights_of(const View& view, std::span<const AreaId> areas) {
    const PersonCounts counts = person_counts(*view.network, view.suppress_below);
    Demand wanted = Demand::unemployed;
    const auto asked = [&](std::string_view circle) {
        return std::ranges::find(view.legal, circle) != view.legal.end();
    };
    if (asked("sgb2") && !asked("sgb3")) wanted = Demand::unemployed_sgb2;
    if (asked("sgb3") && !asked("sgb2")) wanted = Demand::unemployed_sgb3;
    const auto shown = [&](AreaId area, Demand measure) {
        return amount(counts[area], measure).value.value_or(0) > 0;
    };
    const auto is_withheld = [&](AreaId area, Demand measure) {
        return amount(counts[area], measure).withheld.has_value();
    };
    DemandWeights out;
    out.measure = better_known(areas, wanted, shown);
    const Demand recorded = better_known(areas, wanted, [&](AreaId area, Demand measure) {
        return shown(area, measure) || is_withheld(area, measure);
    });
    if (recorded != out.measure)
        out.hidden = message(
            {"Gewicht ist „{}“ statt „{}“, weil diese Zahl bei manchen Gebieten zum Schutz kleiner "
             "Zahlen nicht gezeigt wird: {}.",
             "The weight is '{}' instead of '{}', because that number is not shown for some areas "
             "for the protection of small counts: {}."},
            {Message{enumerator(out.measure).label}, Message{enumerator(recorded).label},
             count_words(std::ranges::count_if(
                 areas, [&](AreaId area) { return is_withheld(area, recorded); }))});
    for (const AreaId area : areas) {
        const Guarded<std::int64_t> count = amount(counts[area], out.measure);
        auto& weight = out.of.emplace_back();
        if (count.value)
            weight = static_cast<double>(*count.value);
        else if (count.withheld)
            ++out.withheld;
        else
            ++out.not_recorded;
    }
    return out;
}

}  // namespace lotse::analysis
