/// A network as a folder of CSV tables, with or without datapackage.json.
#ifndef LOTSE_IO_CSV_FOLDER_HPP
#define LOTSE_IO_CSV_FOLDER_HPP

#include <lotse/base/result.hpp>
#include <lotse/io/limits.hpp>
#include <lotse/model/network_builder.hpp>

#include <filesystem>

namespace lotse::io {

/// Feeds the builder. Which files are tables: those that datapackage.json names, and every other
/// `.csv` that is called like a table. Errors: input_output, limit.
Status read_csv_folder(const std::filesystem::path& folder, const Limits& limits,
                       NetworkBuilder& builder);

}  // namespace lotse::io

#endif
