/// What else lies in a folder of tables: named, so that nobody takes it for read.
#ifndef LOTSE_IO_OTHER_FILES_HPP
#define LOTSE_IO_OTHER_FILES_HPP

#include <lotse/base/function_ref.hpp>
#include <lotse/model/network_builder.hpp>

#include <filesystem>
#include <vector>

namespace lotse::io {

/// All entries of a folder but hidden ones, in order. `failed` says why there are none.
std::vector<std::filesystem::path> visible_entries(const std::filesystem::path& folder,
                                                   std::error_code& failed);

/// By its name, ".CSV" as well. Not what editors leave beside a table: "actors.csv~",
/// "#actors.csv#", "~$actors.csv".
bool is_csv_file(const std::filesystem::path& file);

/// The table of the network that a file is meant to be, whatever follows its name: actors for
/// "actors.csv", "Akteure.tsv" and "actors.csv.bak". Empty: none.
std::string_view meant_table(const std::filesystem::path& file);

/// A note about each entry that was not `dealt_with`; a warning where it is called like a table
/// that was not read (`has_table` by key). Quiet about what belongs to every folder (README,
/// licence ...) and what lotse itself wrote.
void report_other_files(const std::filesystem::path& folder,
                        FunctionRef<bool(const std::filesystem::path&)> dealt_with,
                        FunctionRef<bool(std::string_view)> has_table, NetworkBuilder& builder);

}  // namespace lotse::io

#endif
