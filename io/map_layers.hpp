/// The layers of a geographic export: actors as points, ties as lines, areas as polygons.
#ifndef LOTSE_IO_MAP_LAYERS_HPP
#define LOTSE_IO_MAP_LAYERS_HPP

#include <lotse/io/export.hpp>
#include <lotse/model/boundaries.hpp>

#include <array>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lotse::io {

/// monostate: nothing says where it is.
using MapGeometry =
    std::variant<std::monostate, Position, std::array<Position, 2>, const Boundary*>;

struct MapFeature {
    MapGeometry geometry;
    std::vector<Value> values;  ///< one a field of the layer
};

struct MapLayer {
    std::string_view name;            ///< actors, ties or areas
    std::vector<std::string> fields;  ///< unique also without regard to case
    std::vector<MapFeature> features;
};

/// The field `position` says where a place comes from: `recorded` for the actor itself, `area` for
/// the point of the area it sits in, `boundary` for an area, `none`. A tie has the weaker one of
/// its two ends. Areas need options.areas, which must outlive the layers.
std::array<MapLayer, 3> map_layers(const Network& network, const ExportOptions& options);

}  // namespace lotse::io

#endif
