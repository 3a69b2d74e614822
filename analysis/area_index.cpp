#include "area_index.hpp"

#include <lotse/model/municipalities.hpp>

#include "coverage_evidence.hpp"
#include "offer_pairs.hpp"

#include <algorithm>
#include <array>

namespace lotse::analysis {
namespace {

void append(const std::unordered_map<std::size_t, std::vector<std::size_t>>& rows, AreaId area,
            std::vector<std::size_t>& into) {
    if (const auto it = rows.find(area.index()); it != rows.end())
        into.insert(into.end(), it->second.begin(), it->second.end());
}

void sort_once(std::vector<std::size_t>& rows) {
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

constexpr std::array<std::string_view, level_count> levels{
    "federal", "state", "region", "district", "municipality", "quarter", "site"};

}  // namespace

std::size_t level_depth(std::string_view level) {
    return static_cast<std::size_t>(std::ranges::find(levels, level) - levels.begin());
}

std::vector<AreaId> up_from(const Network& network, AreaId area) {
    std::vector<AreaId> out;
    for (std::optional<AreaId> at = area; at && std::ranges::find(out, *at) == out.end();
         at = network.parent_of(*at))
        out.push_back(*at);
    return out;
}

std::string key_of_same_area(const Network& network, AreaId area) {
    return lotse::key_of_same_area(network[area].key);
}

bool is_same_area(const Network& network, AreaId one, AreaId other) {
    // The keys decide, for parents may form a circle; they cost more.
    return one == other || (network.within(one, other) && network.within(other, one) &&
                            key_of_same_area(network, one) == key_of_same_area(network, other));
}

AreaId widest_of_same(const Network& network, AreaId area) {
    for (auto above = network.parent_of(area);
         above && network[*above].key.size() < network[area].key.size() &&
         is_same_area(network, area, *above);
         above = network.parent_of(area))
        area = *above;
    return area;
}

AreasByKey areas_by_key(const Network& network) {
    AreasByKey out;
    for (std::size_t i = 0; i < network.areas().size(); ++i)
        out[key_of_same_area(network, AreaId{i})].emplace_back(i);
    return out;
}

void AreaIndex::add(std::size_t row, AreaId area) {
    at_[widest_of_same(*network_, area).index()].push_back(row);
    for (const AreaId up : up_from(*network_, area)) inside_[up.index()].push_back(row);
}

void AreaIndex::add(std::size_t row, const Offer& offer) {
    if (offer.areas.empty() && is_online(*network_, offer)) return add_everywhere(row);
    for (const AreaId area : areas_of(*network_, offer)) add(row, area);
}

void AreaIndex::add(std::size_t row, const Actor& actor) {
    for (const Ref<Area>& area : actor.serves) add(row, *area);
    if (actor.serves.empty() && !actor.area.empty()) add(row, *actor.area);
}

void AreaIndex::collect(AreaId area, std::vector<std::size_t>& into) const {
    const AreaId widest = widest_of_same(*network_, area);
    append(inside_, widest, into);
    const auto above = up_from(*network_, widest);
    for (std::size_t i = 1; i < above.size(); ++i) append(at_, above[i], into);
}

std::vector<std::size_t> AreaIndex::touching(AreaId area) const {
    return touching(std::vector{area});
}

std::vector<std::size_t> AreaIndex::touching(const std::vector<AreaId>& areas) const {
    std::vector<std::size_t> out = everywhere_;
    for (const AreaId area : areas) collect(area, out);
    sort_once(out);
    return out;
}

AreaIndex offers_by_area(const Network& network) {
    AreaIndex out{network};
    for (std::size_t i = 0; i < network.offers().size(); ++i) out.add(i, network.offers()[i]);
    return out;
}

}  // namespace lotse::analysis
