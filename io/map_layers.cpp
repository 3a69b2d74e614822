#include "map_layers.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/io/area_layer.hpp>

#include "graph_columns.hpp"

#include <charconv>
#include <set>

namespace lotse::io {
namespace {

constexpr std::string_view recorded = "recorded";
constexpr std::string_view by_area = "area";
constexpr std::string_view by_boundary = "boundary";
constexpr std::string_view nowhere = "none";

struct Place {
    std::optional<Position> at;
    std::string_view from = nowhere;
};

template <class Row>
std::optional<Position> point_of(const Row& row) {
    if (!row.lat || !row.lon) return std::nullopt;
    return Position{*row.lon, *row.lat};
}

Place place_of(const Network& network, ActorId id) {
    const Actor& actor = network[id];
    if (const auto at = point_of(actor)) return {at, recorded};
    if (actor.area.empty()) return {};
    if (const auto at = point_of(network[*actor.area])) return {at, by_area};
    return {};
}

/// A number where the column holds numbers.
Value typed(std::string_view text, ColumnType type) {
    const char* end = text.data() + text.size();
    if (type == ColumnType::integer) {
        std::int64_t value = 0;
        if (std::from_chars(text.data(), end, value).ptr == end) return value;
    }
    if (type == ColumnType::number) {
        double value = 0;
        if (std::from_chars(text.data(), end, value).ptr == end) return value;
    }
    return std::string{text};
}

/// Appends fields for the columns, renamed where a field of another meaning is called so.
void add_fields(MapLayer& layer, const GraphColumns& columns) {
    std::set<std::string> taken{"fid", "geom", "layer"};
    for (const std::string& field : layer.fields) taken.insert(unicode::match_key(field));
    for (const GraphColumn& column : columns.list) {
        std::string title = column.title;
        while (!taken.insert(unicode::match_key(title)).second) title = kept_heading(title);
        layer.fields.push_back(std::move(title));
    }
}

std::size_t position_of(const GraphColumns& columns, const GraphColumn& column) {
    return static_cast<std::size_t>(&column - columns.list.data());
}

MapLayer actor_layer(const Network& network, const ExportOptions& options) {
    const GraphColumns columns = actor_columns(network, options);
    MapLayer layer{"actors", {"key", "name", "position", "area_name"}, {}};
    const std::size_t own = layer.fields.size();
    add_fields(layer, columns);
    for (std::size_t i = 0; i < network.actors().size(); ++i) {
        const Actor& actor = network.actors()[i];
        const Place place = place_of(network, ActorId{i});
        MapFeature feature;
        if (place.at) feature.geometry = *place.at;
        feature.values = {actor.key, actor.name, std::string{place.from}, Value{}};
        if (!actor.area.empty()) feature.values.back() = network[*actor.area].name;
        feature.values.resize(layer.fields.size());
        for_each_attribute(columns, network, ActorId{i}, options,
                           [&](const GraphColumn& column, std::string_view text) {
                               feature.values[own + position_of(columns, column)] =
                                   typed(text, column.type);
                           });
        layer.features.push_back(std::move(feature));
    }
    return layer;
}

MapLayer tie_layer(const Network& network, const ExportOptions& options) {
    const GraphColumns columns = tie_columns(network, options);
    MapLayer layer{"ties", {"from", "from_name", "to", "to_name", "directed", "position"}, {}};
    const std::size_t own = layer.fields.size();
    add_fields(layer, columns);
    for (const Tie& tie : network.ties()) {
        const Place from = place_of(network, *tie.from);
        const Place to = place_of(network, *tie.to);
        MapFeature feature;
        std::string_view weaker = nowhere;
        if (from.at && to.at) {
            feature.geometry = std::array{*from.at, *to.at};
            weaker = from.from == recorded ? to.from : from.from;
        }
        feature.values = {tie.from.key,          network[*tie.from].name, tie.to.key,
                          network[*tie.to].name, is_directed(tie.kind),   std::string{weaker}};
        feature.values.resize(layer.fields.size());
        for_each_attribute(
            columns, tie, options, [&](const GraphColumn& column, std::string_view text) {
                feature.values[own + position_of(columns, column)] = typed(text, column.type);
            });
        layer.features.push_back(std::move(feature));
    }
    return layer;
}

MapLayer area_layer(const ExportOptions& options) {
    MapLayer layer{"areas", {}, {}};
    if (!options.areas) return layer;
    for (const Column& column : options.areas->figures.columns) layer.fields.push_back(column.key);
    for (const char* field : {"position", "boundary_source", "boundary_license"})
        layer.fields.emplace_back(field);
    const Boundaries& boundaries = options.areas->boundaries;
    for (const auto& row : options.areas->figures.rows) {
        MapFeature feature{{}, row};
        const auto found = boundaries.find(std::get<std::string>(row.front()));
        const bool known = found != boundaries.end();
        if (known) feature.geometry = &found->second;
        feature.values.emplace_back(std::string{known ? by_boundary : nowhere});
        for (const std::string Boundary::*text : {&Boundary::attribution, &Boundary::license}) {
            Value& value = feature.values.emplace_back();
            if (known && !(found->second.*text).empty()) value = found->second.*text;
        }
        layer.features.push_back(std::move(feature));
    }
    return layer;
}

}  // namespace

std::array<MapLayer, 3> map_layers(const Network& network, const ExportOptions& options) {
    return {actor_layer(network, options), tie_layer(network, options), area_layer(options)};
}

}  // namespace lotse::io
