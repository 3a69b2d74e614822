#include "geopackage.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <ogrsf_frmts.h>

#include <array>
#include <memory>

namespace lotse_gdal {
namespace {

constexpr const char* target_path = "/vsimem/lotse/map.gpkg";
constexpr std::array layer_types{wkbPoint, wkbLineString, wkbMultiPolygon};

using Dataset = std::unique_ptr<GDALDataset>;

/// Only these two drivers exist in this process.
GDALDriver* register_drivers() {
    RegisterOGRGeoJSON();
    RegisterOGRGeoPackage();
    return GetGDALDriverManager()->GetDriverByName("GPKG");
}

bool copy_features(OGRLayer& from, OGRLayer& to) {
    const OGRFeatureDefn* fields = from.GetLayerDefn();
    for (int i = 0; i < fields->GetFieldCount(); ++i) {
        OGRFieldDefn field{fields->GetFieldDefn(i)};
        if (to.CreateField(&field) != OGRERR_NONE) return false;
    }
    from.ResetReading();
    GIntBig id = 0;
    while (const auto feature = std::unique_ptr<OGRFeature>{from.GetNextFeature()}) {
        OGRFeature copy{to.GetLayerDefn()};
        if (copy.SetFrom(feature.get()) != OGRERR_NONE) return false;
        copy.SetFID(++id);
        if (to.CreateFeature(&copy) != OGRERR_NONE) return false;
    }
    return true;
}

bool add_layer(GDALDataset& target, std::string& collection, std::size_t number) {
    const std::string path = "/vsimem/lotse/" + std::to_string(number) + ".geojson";
    VSIFCloseL(VSIFileFromMemBuffer(path.c_str(), reinterpret_cast<GByte*>(collection.data()),
                                    collection.size(), FALSE));
    const char* const drivers[] = {"GeoJSON", nullptr};
    const char* const options[] = {"DATE_AS_STRING=YES", nullptr};
    const Dataset source{
        GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, options)};
    if (!source || source->GetLayerCount() != 1) return false;
    OGRLayer& from = *source->GetLayer(0);
    OGRSpatialReference wgs84;
    wgs84.SetWellKnownGeogCS("WGS84");
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    CPLStringList of_layer;
    if (const char* description = from.GetMetadataItem("DESCRIPTION"))
        of_layer.SetNameValue("DESCRIPTION", description);
    OGRLayer* to = target.CreateLayer(from.GetName(), &wgs84, layer_types[number], of_layer.List());
    return to && copy_features(from, *to);  // the source closes before its bytes go
}

}  // namespace

std::optional<std::string> geopackage(const std::string& collections, const std::string& date) {
    CPLSetConfigOption("OGR_CURRENT_DATE", (date + "T00:00:00.000Z").c_str());
    CPLSetConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE", "0");  // this process has its own bounds
    GDALDriver* driver = register_drivers();
    if (!driver) return std::nullopt;
    Dataset target{driver->Create(target_path, 0, 0, 0, GDT_Unknown, nullptr)};
    if (!target) return std::nullopt;
    std::size_t begin = 0;
    for (std::size_t number = 0; number < layer_types.size(); ++number) {
        const std::size_t end = collections.find('\x1e', begin);
        std::string collection = collections.substr(begin, end - begin);
        if (!add_layer(*target, collection, number)) return std::nullopt;
        begin = end == collections.npos ? collections.size() : end + 1;
    }
    target.reset();  // closes and thereby completes the file
    vsi_l_offset size = 0;
    const GByte* bytes = VSIGetMemFileBuffer(target_path, &size, FALSE);
    if (!bytes) return std::nullopt;
    return std::string{reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

}  // namespace lotse_gdal
