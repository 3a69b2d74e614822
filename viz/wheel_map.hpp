/// Sets the content of a map on a sheet, as a wheel of sectors with curves between the boxes.
#ifndef LOTSE_VIZ_WHEEL_MAP_HPP
#define LOTSE_VIZ_WHEEL_MAP_HPP

#include "map_content.hpp"

#include <optional>

namespace lotse::viz {

/// nullopt: the content does not fit the sheet in readable type. Keeps PictureOptions::places.
std::optional<Drawing> wheel_map(const MapContent& content, Paper paper,
                                 const PictureOptions& options);

}  // namespace lotse::viz

#endif
