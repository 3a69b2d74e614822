#include <lotse/io/area_layer.hpp>
#include <lotse/io/export.hpp>

#include "geojson.hpp"
#include "json.hpp"
#include "network_credit.hpp"
#include "write_value.hpp"

#include <cmath>
#include <set>

namespace lotse::io {
namespace {

/// Six decimals of a degree are 11 cm (RFC 7946, section 11.2).
void write_position(JsonWriter& json, Position at) {
    constexpr double decimals = 1e6;
    json.begin_list(JsonLayout::inline_);
    // + 0.0: never "-0".
    json.number(std::round(at.lon * decimals) / decimals + 0.0);
    json.number(std::round(at.lat * decimals) / decimals + 0.0);
    json.end_list();
}

template <class Positions>
void write_positions(JsonWriter& json, const Positions& positions) {
    json.begin_list(JsonLayout::inline_);
    for (const Position at : positions) write_position(json, at);
    json.end_list();
}

struct GeometryWriter {
    JsonWriter& json;

    void operator()(std::monostate) const { json.null(); }
    void operator()(Position at) const {
        begin("Point");
        write_position(json, at);
        json.end_object();
    }
    void operator()(const std::array<Position, 2>& ends) const {
        begin("LineString");
        write_positions(json, ends);
        json.end_object();
    }
    void operator()(const Boundary* boundary) const {
        begin("MultiPolygon");
        json.begin_list(JsonLayout::inline_);
        for (const Polygon& polygon : boundary->polygons) {
            json.begin_list(JsonLayout::inline_);
            write_positions(json, polygon.outer);
            for (const Ring& hole : polygon.holes) write_positions(json, hole);
            json.end_list();
        }
        json.end_list();
        json.end_object();
    }

private:
    void begin(std::string_view type) const {
        json.begin_object(JsonLayout::inline_);
        json.key("type");
        json.string(type);
        json.key("coordinates");
    }
};

enum class LayerMember { written, left_out };

void write_features(JsonWriter& json, const MapLayer& layer, LayerMember member) {
    for (const MapFeature& feature : layer.features) {
        json.begin_object(JsonLayout::inline_);
        json.key("type");
        json.string("Feature");
        json.key("properties");
        json.begin_object(JsonLayout::inline_);
        if (member == LayerMember::written) {
            json.key("layer");
            json.string(layer.name);
        }
        for (std::size_t i = 0; i < layer.fields.size(); ++i) {
            json.key(layer.fields[i]);
            write_value(json, feature.values[i], Language::en);
        }
        json.end_object();
        json.key("geometry");
        std::visit(GeometryWriter{json}, feature.geometry);
        json.end_object();
    }
}

void begin_collection(JsonWriter& json, std::string_view name) {
    json.begin_object();
    json.key("type");
    json.string("FeatureCollection");
    if (name.empty()) return;
    json.key("name");
    json.string(name);
}

void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    json.key(key);
    json.begin_list(JsonLayout::inline_);
    for (const std::string& one : texts) json.string(one);
    json.end_list();
}

}  // namespace

std::vector<std::string> boundary_texts(const MapLayer& areas, const std::string Boundary::*text) {
    std::set<std::string> texts;
    for (const MapFeature& feature : areas.features)
        if (const auto* boundary = std::get_if<const Boundary*>(&feature.geometry))
            if (!((*boundary)->*text).empty()) texts.insert((*boundary)->*text);
    return {texts.begin(), texts.end()};
}

std::string geojson_of_layer(const MapLayer& layer, std::string_view description) {
    JsonWriter json;
    begin_collection(json, layer.name);
    json.key("description");
    json.string(description);
    json.key("features");
    json.begin_list();
    write_features(json, layer, LayerMember::left_out);
    json.end_list();
    json.end_object();
    return std::move(json).text();
}

std::string geojson_text(const Network& network, const ExportOptions& options) {
    const auto layers = map_layers(network, options);
    JsonWriter json;
    begin_collection(json, network.info().name);
    if (!network.info().license.empty()) {
        json.key("license");
        json.string(network.info().license);
    }
    if (network.info().fictional) {
        json.key("fictional");
        json.boolean(true);
    }
    write_texts(json, "sources", source_titles(network));
    write_texts(json, "boundary_sources", boundary_texts(layers.back(), &Boundary::attribution));
    write_texts(json, "boundary_licenses", boundary_texts(layers.back(), &Boundary::license));
    json.key("features");
    json.begin_list();
    for (const MapLayer& layer : layers) write_features(json, layer, LayerMember::written);
    json.end_list();
    json.end_object();
    return std::move(json).text();
}

}  // namespace lotse::io
