/// datapackage.json (Frictionless Data Package): what it says about the network and its tables.
#ifndef LOTSE_IO_DATA_PACKAGE_HPP
#define LOTSE_IO_DATA_PACKAGE_HPP

#include <lotse/base/result.hpp>
#include <lotse/io/limits.hpp>
#include <lotse/model/network_builder.hpp>

#include "text_file.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lotse::io {

inline constexpr std::string_view package_file = "datapackage.json";

struct PackageResource {
    std::string name;
    std::string path;  ///< relative to the folder, inside of it
    int line = 0;      ///< where the path is named
    int column = 0;
    std::vector<std::string> missing_values = {};  ///< what its cells say for: nothing
    NamedEncoding encoding = {};
    char delimiter = 0;  ///< where it is named
};

struct DataPackage {
    NetworkInfo info;
    std::vector<PackageResource> resources;
};

/// Defects go to the builder; a resource whose path is not allowed is left out after that. Errors:
/// limit.
Result<DataPackage> read_data_package(std::string_view text, const Limits& limits,
                                      NetworkBuilder& builder);

}  // namespace lotse::io

#endif
