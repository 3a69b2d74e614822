/// The nearest open offer of every topic from an area, and which supply lies within the threshold.
#ifndef LOTSE_ANALYSIS_NEAREST_HPP
#define LOTSE_ANALYSIS_NEAREST_HPP

#include "area_index.hpp"
#include "supply.hpp"

namespace lotse::analysis {

struct Nearest {
    std::optional<std::size_t> offer;  ///< by index into Supply::offers
    TravelWay way;
};

/// Open supply by topic, for loops over many areas.
class TopicSupply {
public:
    TopicSupply(const Network& network, const Supply& supply, std::span<const Choice> topics);

    /// One venue of one offer.
    struct Entry {
        std::uint32_t place;
        std::uint32_t offer;
    };

    /// Ties go to the first offer in canonical order. Precondition: ways.start_from(area).
    Nearest nearest(const TravelWays& ways, AreaId area, std::size_t topic) const;

    /// Calls visit(offer index, minutes) for each venue within the threshold; several times for an
    /// offer with several venues.
    template <class Visitor>
    void within_threshold(const TravelWays& ways, AreaId area, std::size_t topic,
                          Visitor&& visit) const {
        const auto chords = ways.squared_chords();
        const double limit = ways.chord_limit();
        for (const Entry& e : topics_[topic].entries)
            if (chords[e.place] <= limit) visit(e.offer, ways.estimate(e.place).minutes);
        const auto consider = [&](std::size_t offer, double minutes) {
            if (ways.rule().in_reach(minutes)) visit(offer, minutes);
        };
        for_each_recorded(ways, topic, [&](std::size_t offer, const TravelWay& way) {
            consider(offer, way.minutes);
        });
        for_each_at_area(ways, area, topic, [&](std::size_t offer, const TravelWay& way) {
            consider(offer, way.minutes);
        });
    }

    std::size_t online(std::size_t topic) const { return topics_[topic].online; }
    std::size_t on_site(std::size_t topic) const { return topics_[topic].on_site; }
    std::size_t with_capacity(std::size_t topic) const { return topics_[topic].with_capacity; }
    /// Open offers whose place is not known for people of the area, or offers within the threshold
    /// of which it is not recorded whether they are open.
    bool may_be_nearer(const TravelWays& ways, AreaId area, std::size_t topic) const;

private:
    struct Topic {
        std::vector<Entry> entries;
        std::vector<std::size_t> lost;     ///< open, on site, without venue and area
        std::vector<std::size_t> perhaps;  ///< on site, by index into Supply::perhaps
        std::size_t online = 0;
        std::size_t on_site = 0;
        std::size_t with_capacity = 0;
    };

    bool covers(std::size_t offer, std::size_t topic) const {
        return topics_of_[offer * topics_.size() + topic];
    }

    bool may_be_in_reach(const TravelWays& ways, AreaId area, const OpenOffer& offer) const;

    template <class Visitor>
    void for_each_recorded(const TravelWays& ways, std::size_t topic, Visitor&& visit) const {
        for (const auto& [place, way] : ways.recorded())
            for (const std::size_t offer : at_place_[place])
                if (covers(offer, topic)) visit(offer, way);
    }

    template <class Visitor>
    void for_each_at_area(const TravelWays& ways, AreaId area, std::size_t topic,
                          Visitor&& visit) const {
        const auto held = supply_->held_by.find(
            static_cast<std::uint32_t>(widest_of_same(*network_, area).index()));
        if (held == supply_->held_by.end()) return;
        for (const auto& [offer, place] : held->second) {
            if (!covers(offer, topic)) continue;
            const auto there = ways.places()[place].area;
            if (there && is_same_area(*network_, *there, area))
                visit(offer, TravelWay{0, 0, WayBasis::area_point});
            else if (const auto way = ways.to(place))
                visit(offer, *way);
        }
    }

    const Supply* supply_;
    const Network* network_;
    std::vector<Topic> topics_;
    std::vector<bool> topics_of_;                     ///< offer by topic
    std::vector<std::vector<std::size_t>> at_place_;  ///< offers by venue
};

}  // namespace lotse::analysis

#endif
