/// Writes layers that come as GeoJSON into a GeoPackage.
#ifndef LOTSE_GDAL_GEOPACKAGE_HPP
#define LOTSE_GDAL_GEOPACKAGE_HPP

#include <optional>
#include <string>

namespace lotse_gdal {

/// `collections`: FeatureCollections of points, lines and polygons (in this order), separated by
/// the record separator 0x1E; each becomes the table that its member `name` says. `date` (such as
/// 2026-06-30) is the only date in the file, so that the same layers give the same bytes.
/// nullopt: GDAL refused. Memory: three times the size of the input.
std::optional<std::string> geopackage(const std::string& collections, const std::string& date);

}  // namespace lotse_gdal

#endif
