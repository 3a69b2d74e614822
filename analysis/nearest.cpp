#include "nearest.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lotse::analysis {

TopicSupply::TopicSupply(const Network& network, const Supply& supply,
                         std::span<const Choice> topics)
    : supply_{&supply},
      network_{&network},
      topics_(topics.size()),
      topics_of_(supply.offers.size() * topics.size()),
      at_place_(supply.places.size()) {
    for (std::size_t i = 0; i < supply.offers.size(); ++i) {
        const OpenOffer& offer = supply.offers[i];
        const Offer& row = network[offer.offer];
        for (const std::size_t place : offer.places) at_place_[place].push_back(i);
        for (std::size_t t = 0; t < topics.size(); ++t) {
            if (std::ranges::find(row.topics, topics[t].key) == row.topics.end()) continue;
            topics_of_[i * topics.size() + t] = true;
            Topic& topic = topics_[t];
            if (offer.online) {
                ++topic.online;
                continue;
            }
            ++topic.on_site;
            if (row.capacity) ++topic.with_capacity;
            if (is_unplaced(offer)) topic.lost.push_back(i);
            for (const std::size_t place : offer.places)
                topic.entries.push_back(
                    {static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(i)});
        }
    }
    for (std::size_t i = 0; i < supply.perhaps.size(); ++i) {
        if (supply.perhaps[i].online) continue;
        const Offer& row = network[supply.perhaps[i].offer];
        for (std::size_t t = 0; t < topics.size(); ++t)
            if (std::ranges::find(row.topics, topics[t].key) != row.topics.end())
                topics_[t].perhaps.push_back(i);
    }
}

Nearest TopicSupply::nearest(const TravelWays& ways, AreaId area, std::size_t topic) const {
    const auto chords = ways.squared_chords();
    double best = std::numeric_limits<double>::infinity();
    const Entry* found = nullptr;
    for (const Entry& e : topics_[topic].entries)
        if (chords[e.place] < best) {
            best = chords[e.place];
            found = &e;
        }
    Nearest out;
    if (found) out = {found->offer, ways.estimate(found->place)};
    const auto consider = [&](std::size_t offer, const TravelWay& way) {
        if (!out.offer || way.minutes < out.way.minutes ||
            (way.minutes == out.way.minutes && offer < *out.offer))
            out = {offer, way};
    };
    for_each_recorded(ways, topic, consider);
    for_each_at_area(ways, area, topic, consider);
    return out;
}

bool TopicSupply::may_be_nearer(const TravelWays& ways, AreaId area, std::size_t topic) const {
    if (!topics_[topic].lost.empty()) return true;
    const auto chords = ways.squared_chords();
    for (const Entry& e : topics_[topic].entries)
        if (std::isinf(chords[e.place]) && !ways.to(e.place)) return true;
    const AreaId widest = widest_of_same(*network_, area);
    for (const AreaId at : up_from(*network_, widest)) {
        const auto it = supply_->recorded_for.find(static_cast<std::uint32_t>(at.index()));
        if (at == widest || it == supply_->recorded_for.end()) continue;
        if (std::ranges::any_of(it->second, [&](std::size_t o) { return covers(o, topic); }))
            return true;
    }
    return std::ranges::any_of(topics_[topic].perhaps, [&](std::size_t i) {
        return may_be_in_reach(ways, area, supply_->perhaps[i]);
    });
}

bool TopicSupply::may_be_in_reach(const TravelWays& ways, AreaId area,
                                  const OpenOffer& offer) const {
    if (is_unplaced(offer)) return true;
    const auto near = [&](std::size_t place) {
        const auto way = ways.to(place);
        return !way || ways.rule().in_reach(way->minutes);
    };
    return std::ranges::any_of(offer.places, near) ||
           std::ranges::any_of(offer.areas, [&](const auto& recorded) {
               const auto& [recorded_for, place] = recorded;
               return network_->within(area, recorded_for) ||
                      (network_->within(recorded_for, area) && near(place));
           });
}

}  // namespace lotse::analysis
