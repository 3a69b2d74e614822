/// Layers of a map as GeoJSON, for files and for lotse-gdal.
#ifndef LOTSE_IO_GEOJSON_HPP
#define LOTSE_IO_GEOJSON_HPP

#include "map_layers.hpp"

namespace lotse::io {

/// One FeatureCollection called like the layer, without a property `layer`. The description is for
/// people.
std::string geojson_of_layer(const MapLayer& layer, std::string_view description);

/// Sources (or licences) of the boundaries that a layer of areas shows, each once.
std::vector<std::string> boundary_texts(const MapLayer& areas, const std::string Boundary::*text);

}  // namespace lotse::io

#endif
