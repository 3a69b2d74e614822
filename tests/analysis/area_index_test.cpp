// Rows found by area against rows found by looking at all.

#include "area_index.hpp"
#include "coverage_evidence.hpp"
#include "offer_pairs.hpp"
#include "whom_to_ask.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace lotse;
using namespace lotse::analysis;

namespace {

/// Own areas with any parents, circles among them, and offers in some of them.
Network random_network(std::mt19937& random) {
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    NetworkTables tables;
    const std::size_t areas = 1 + below(8);
    const auto area = [&] { return "g" + std::to_string(below(areas)); };
    for (std::size_t i = 0; i < areas; ++i) {
        Area& row = tables.areas.emplace_back();
        row.key = "g" + std::to_string(i);
        row.name = row.key;
        row.level = "quarter";
        if (below(3) > 0) row.parent.key = area();
    }
    for (std::size_t i = below(4); i > 0; --i) {
        Venue& row = tables.venues.emplace_back();
        row.key = "v" + std::to_string(i);
        row.name = row.key;
        if (below(2) == 0) row.area.key = area();
        if (below(3) == 0) row.kind = "online";
    }
    for (std::size_t i = below(10); i > 0; --i) {
        Offer& row = tables.offers.emplace_back();
        row.key = "o" + std::to_string(i);
        row.name = row.key;
        if (below(5) == 0) row.delivery = "online";
        for (std::size_t k = below(3); k > 0; --k) row.areas.push_back({area(), {}});
        if (!tables.venues.empty())
            for (std::size_t k = below(3); k > 0; --k)
                row.venues.push_back({tables.venues[below(tables.venues.size())].key, {}});
    }
    for (std::size_t i = below(10); i > 0; --i) {
        Actor& row = tables.actors.emplace_back();
        row.key = "a" + std::to_string(i);
        row.name = row.key;
        row.kind = "municipality";
        if (below(2) == 0) row.area.key = area();
        for (std::size_t k = below(3); k > 0; --k) row.serves.push_back({area(), {}});
    }
    return Network{{}, std::move(tables)};
}

}  // namespace

TEST_CASE("what an index by area leaves out does not touch the area") {
    std::mt19937 random{20261122};
    int wrong = 0;
    int found = 0;
    int left_out = 0;
    for (int round = 0; round < 2000; ++round) {
        const Network network = random_network(random);
        const AreaIndex offers = offers_by_area(network);
        AreaIndex actors{network};
        for (std::size_t i = 0; i < network.actors().size(); ++i)
            actors.add(i, network.actors()[i]);
        for (std::size_t a = 0; a < network.areas().size(); ++a) {
            const AreaId area{a};
            if (!network.areas()[a].key.starts_with("g")) continue;
            const auto candidates = offers.touching(area);
            if (!std::ranges::is_sorted(candidates)) ++wrong;
            for (std::size_t i = 0; i < network.offers().size(); ++i) {
                const bool there = std::ranges::binary_search(candidates, i);
                ++(there ? found : left_out);
                if (!there && presence_of(network, network.offers()[i], area) != Presence::none)
                    ++wrong;
            }
            const auto near = actors.touching(area);
            for (std::size_t i = 0; i < network.actors().size(); ++i)
                if (std::ranges::binary_search(near, i) !=
                    (service(network, ActorId{i}, area) != Service::none))
                    ++wrong;
        }
        for (std::size_t i = 0; i < network.offers().size(); ++i) {
            const auto candidates = offers.touching(areas_of(network, network.offers()[i]));
            for (std::size_t j = 0; j < network.offers().size(); ++j)
                if (!std::ranges::binary_search(candidates, j) &&
                    (shared_area(network, network.offers()[i], network.offers()[j]) ||
                     is_everywhere(network, network.offers()[j])))
                    ++wrong;
        }
    }
    CHECK(wrong == 0);
    CHECK(found > 1000);
    CHECK(left_out > 1000);
}
