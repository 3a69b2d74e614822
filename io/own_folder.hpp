/// Folders that lotse wrote: recognised by their manifest.json or datapackage.json.
#ifndef LOTSE_IO_OWN_FOLDER_HPP
#define LOTSE_IO_OWN_FOLDER_HPP

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <system_error>

namespace lotse::io {

/// Names of all files that lotse wrote into this folder; nullopt: lotse did not write it.
std::optional<std::set<std::string>> own_files(const std::filesystem::path& folder);

/// The path, all links followed; what does not exist yet stays as it is. Throws bad_alloc for want
/// of memory, which weakly_canonical reports like a missing file.
std::filesystem::path real_path(const std::filesystem::path& path, std::error_code& failed);

/// Does the file, all links followed, lie inside the folder?
bool lies_inside(const std::filesystem::path& file, const std::filesystem::path& folder);

}  // namespace lotse::io

#endif
