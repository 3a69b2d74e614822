/// Files as bytes and as decoded text, with the words for what can go wrong.
#ifndef LOTSE_IO_TEXT_FILE_HPP
#define LOTSE_IO_TEXT_FILE_HPP

#include <lotse/base/result.hpp>
#include <lotse/io/limits.hpp>
#include <lotse/model/network_builder.hpp>

#include <filesystem>
#include <optional>

namespace lotse::io {

/// The error of a system call on a file: path, reason in words, what to do.
/// Throws bad_alloc for ENOMEM: want of memory is the same wherever it shows.
Error file_error(const std::filesystem::path& path, int error_number);

/// The path as UTF-8 text that is safe to print.
std::string path_text(const std::filesystem::path& path);

/// All bytes of a regular file. Its size is checked before anything is read.
/// Errors: input_output, limit.
Result<std::string> read_bytes(const std::filesystem::path& path, const Limits& limits);

/// Decodes a table by rule: byte order mark, else UTF-8, else Windows-1252; what was not UTF-8 is
/// reported. A broken UTF-8 file with a mark stays as it is: the builder names each broken cell.
/// nullopt: it cannot be decoded (reported).
std::optional<std::string> decode_table(std::string bytes, const std::string& file,
                                        NetworkBuilder& builder);

/// What datapackage.json says of the encoding of a table, and where; no name: nothing.
struct NamedEncoding {
    std::string name;
    int line = 0;
    int column = 0;
};

/// The same for a table of which datapackage.json may name the encoding. Where the bytes show
/// clearly that it is another, they are believed, and that is reported.
std::optional<std::string> decode_as(const NamedEncoding& encoding, std::string bytes,
                                     const std::string& file, NetworkBuilder& builder);

/// Name, heading or title out of a file: normalised, trimmed, on one line. nullopt: it holds
/// control characters or broken UTF-8.
std::optional<std::string> clean_label(std::string_view text);

}  // namespace lotse::io

#endif
