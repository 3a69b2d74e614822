/// Where the shipped data sets lie.
#ifndef LOTSE_DRIVER_DATA_FOLDER_HPP
#define LOTSE_DRIVER_DATA_FOLDER_HPP

#include <lotse/base/result.hpp>

#include <filesystem>

namespace lotse::driver {

/// Installed: ../share/lotse/datasets beside the program; in the source tree: datasets above it.
/// Errors: input_output (found in neither place).
Result<std::filesystem::path> data_folder();

}  // namespace lotse::driver

#endif
