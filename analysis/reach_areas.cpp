#include "reach_areas.hpp"

#include "coverage_rows.hpp"

#include <algorithm>
#include <set>

namespace lotse::analysis {
namespace {

/// The areas above one, the nearest first; parents may form a circle.
std::vector<AreaId> above(const Network& network, AreaId area) {
    std::vector<AreaId> out;
    for (auto up = network.parent_of(area); up && *up != area; up = network.parent_of(*up)) {
        if (std::ranges::find(out, *up) != out.end()) break;
        out.push_back(*up);
    }
    return out;
}

}  // namespace

Result<std::vector<AreaId>> sharing_areas(const View& view, std::string_view level,
                                          const std::vector<AreaId>& shown) {
    if (view.areas.empty()) return shown;
    const Network& network = *view.network;
    View everywhere = view;
    everywhere.areas.clear();
    const auto all = area_rows(everywhere, level);
    if (!all) return all.error();

    std::set<AreaId> out;
    std::set<AreaId> holders;
    const auto insert = [&](AreaId area) {
        out.insert(area);
        for (const AreaId up : above(network, area)) holders.insert(up);
    };
    const auto insert_if_apart = [&](AreaId area) {
        if (out.contains(area) || holders.contains(area)) return;
        for (const AreaId up : above(network, area))
            if (out.contains(up)) return;
        insert(area);
    };
    std::set<std::pair<AreaId, std::string>> opened;
    for (const AreaId area : shown) {
        insert(area);
        for (const AreaId up : above(network, area))
            if (std::ranges::binary_search(*all, up)) opened.emplace(up, network[area].level);
    }
    for (const auto& [area, finer] : opened)
        for (const AreaId inside : network.areas_inside(area, finer)) insert_if_apart(inside);
    for (const AreaId area : *all) insert_if_apart(area);
    return std::vector<AreaId>{out.begin(), out.end()};
}

}  // namespace lotse::analysis
