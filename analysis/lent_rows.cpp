#include "lent_rows.hpp"

#include <lotse/model/municipalities.hpp>

#include "area_index.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace lotse::analysis {
namespace {

bool has(const NetworkTables& tables, std::string_view key) {
    return std::ranges::find(tables.areas, key, &Area::key) != tables.areas.end();
}

bool is_land_or_district(std::string_view key) {
    const std::string_view level = level_of_key(key);
    return level == "state" || level == "district";
}

void lend(Area row, NetworkTables& tables, View& view) {
    if (has(tables, row.key)) return;
    if (is_land_or_district(row.key)) {
        Area bare;
        bare.key = std::move(row.key);
        bare.name = std::move(row.name);
        bare.level = std::move(row.level);
        row = std::move(bare);
    }
    row.as_of = {};
    view.lent_areas.push_back(row.key);
    tables.areas.push_back(std::move(row));
}

/// A municipality of Germany, or a region that holds a Kreis.
std::optional<Area> official_area(const Network& network, const std::string& key) {
    Area out;
    if (const Area* known = find_municipality(key)) {
        out = *known;
        if (known->key != key) out.parent = {};  // of an ARS: by its digits
    } else if (level_of_key(key) == "region" &&
               std::ranges::any_of(network.areas(), [&](const Area& area) {
                   return area.key.starts_with(key) && level_of_key(area.key) == "district";
               })) {
        out.name = key;
        out.level = "region";
    } else {
        return std::nullopt;
    }
    out.key = key;
    return out;
}

/// Codes chosen, by their list.
std::array<std::pair<std::string_view, const std::vector<std::string>&>, 3> codes_of(
    const ViewOptions& options) {
    return {
        {{"topics", options.topic}, {"targets", options.target}, {"legal_circles", options.legal}}};
}

bool has_code(const Network& network, std::string_view list, const std::string& text) {
    return network.codes().list(list)->recognise(text) != nullptr;
}

void lend_code(const Network& owner, std::string_view list, const std::string& text,
               NetworkTables& tables) {
    const Code* code = owner.codes().list(list)->recognise(text);
    for (const OwnCode& row : owner.tables().codes)
        if (code && row.list == list && row.code == code->code)
            tables.codes.emplace_back(row).as_of = {};
}

}  // namespace

void lend_area(const Network& owner, AreaId area, NetworkTables& tables, View& view) {
    for (const AreaId each : up_from(owner, area)) {
        Area row = owner[each];
        if (&owner != view.network.get())
            row.population = row.unemployed_sgb2 = row.unemployed_sgb3 = row.long_term = {};
        lend(std::move(row), tables, view);
    }
}

bool lacks_choice(const Network& network, const ViewOptions& options) {
    const auto lacks_area = [&](const std::string& key) { return !network.find_area(key); };
    const auto lacks_code = [&](const auto& chosen) {
        return std::ranges::any_of(chosen.second, [&](const std::string& text) {
            return !has_code(network, chosen.first, text);
        });
    };
    return std::ranges::any_of(options.area, lacks_area) ||
           std::ranges::any_of(codes_of(options), lacks_code);
}

void lend_chosen(const Network& network, const Network* other, const ViewOptions& options,
                 NetworkTables& tables, View& view) {
    for (const std::string& key : options.area) {
        if (network.find_area(key)) continue;
        if (const auto there = other ? other->find_area(key) : std::nullopt)
            lend_area(*other, *there, tables, view);
        else if (auto known = official_area(network, key))
            lend(*std::move(known), tables, view);
    }
    if (!other) return;
    for (const auto& [list, texts] : codes_of(options))
        for (const std::string& text : texts)
            if (!has_code(network, list, text)) lend_code(*other, list, text, tables);
}

}  // namespace lotse::analysis
