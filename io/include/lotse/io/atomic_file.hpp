/// The only place that writes files: an output is complete and new, or untouched.
#ifndef LOTSE_IO_ATOMIC_FILE_HPP
#define LOTSE_IO_ATOMIC_FILE_HPP

#include <lotse/base/function_ref.hpp>
#include <lotse/base/result.hpp>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lotse::io {

/// What to do where the target exists already.
enum class Existing { keep, overwrite };

struct OutputRules {
    Existing existing = Existing::keep;
    std::vector<std::filesystem::path> inputs;  ///< files and folders that must stay as they are
};

/// One file of an output folder; `name` is relative, with `/` between folders.
struct OutputFile {
    std::string name;
    std::string bytes;
};

/// A device, pipe or link (/dev/stdout) that leads to where standard output goes: what is written
/// to it as a file goes there, and the link stays. Other devices and pipes are no targets.
bool is_standard_output(const std::filesystem::path& target);

/// Can `target` be written as a file (or folder) under these rules? The check that write_file and
/// write_folder make first, for commands that want to refuse before they compute. "-" is no target.
/// @{
Status check_file_target(const std::filesystem::path& target, const OutputRules& rules);
Status check_folder_target(const std::filesystem::path& target, const OutputRules& rules);
/// @}

/// Writes a temporary file beside the target, flushes it to disk, renames it over the target.
///
/// A link to a file is itself replaced by the new file; what it led to stays as it is.
///
/// Errors: usage (the target exists and may not be overwritten; it is an input), input_output
/// (missing parent folder, a folder in its place, disk full ...). After an error the target is what
/// it was and no temporary file is left; those that a killed run left are removed.
Status write_file(const std::filesystem::path& target, std::string_view bytes,
                  const OutputRules& rules);

/// A file anywhere, and what is to stand in it.
struct TargetFile {
    std::filesystem::path target;
    std::string_view bytes;
};

/// Several files as write_file: none is put in its place before all are written and flushed. Errors
/// besides: usage (two of them are the same).
Status write_files(std::span<const TargetFile> files, const OutputRules& rules);

/// Writes all files into a temporary sibling folder, flushes them, and puts it in the target's
/// place. An existing folder is replaced only with Existing::overwrite, and only if lotse wrote it
/// and it holds nothing else: its manifest.json or datapackage.json says so. Errors as write_file.
Status write_folder(const std::filesystem::path& target, std::span<const OutputFile> files,
                    const OutputRules& rules);

/// As write_folder, of a folder that is filled by write_folder and write_file piece by piece:
/// `fill` is given the folder in which they are to lie. Signals wait until it has returned; what it
/// says is an error leaves nothing behind.
Status write_folder_in_pieces(const std::filesystem::path& target, const OutputRules& rules,
                              FunctionRef<Status(const std::filesystem::path& staged)> fill);

/// Errors: input_output (standard output is closed or full).
Status write_standard_output(std::string_view bytes);

}  // namespace lotse::io

#endif
