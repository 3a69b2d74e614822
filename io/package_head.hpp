/// What every datapackage.json of ours begins with: what it is, name, licence, sources,
/// fiction.
#ifndef LOTSE_IO_PACKAGE_HEAD_HPP
#define LOTSE_IO_PACKAGE_HEAD_HPP

#include <lotse/model/network.hpp>

#include "json.hpp"

#include <span>
#include <string_view>

namespace lotse::io {

struct PackageHead {
    std::string_view profile;              ///< of Frictionless; empty: not named
    std::string_view description;          ///< empty: none
    std::span<const Source> sources = {};  ///< where the tables of the package do not hold them
};

/// Writes the members into an object that has begun, up to the list of resources.
void write_package_head(JsonWriter& json, const NetworkInfo& info, const PackageHead& head);

}  // namespace lotse::io

#endif
