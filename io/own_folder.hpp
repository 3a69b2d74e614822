/// Folders that lotse wrote: recognised by their manifest.json or datapackage.json.
#ifndef LOTSE_IO_OWN_FOLDER_HPP
#define LOTSE_IO_OWN_FOLDER_HPP

#include <filesystem>
#include <optional>
#include <set>
#include <string>

namespace lotse::io {

/// Names of all files that lotse wrote into this folder; nullopt: lotse did not write it.
std::optional<std::set<std::string>> own_files(const std::filesystem::path& folder);

/// Does the file, all links followed, lie inside the folder?
bool lies_inside(const std::filesystem::path& file, const std::filesystem::path& folder);

}  // namespace lotse::io

#endif
