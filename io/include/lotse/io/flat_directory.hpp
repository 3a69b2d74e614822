/// A flat service directory (one row an offer, providers repeated) as a network, by a column map.
#ifndef LOTSE_IO_FLAT_DIRECTORY_HPP
#define LOTSE_IO_FLAT_DIRECTORY_HPP

#include <lotse/base/result.hpp>
#include <lotse/io/limits.hpp>
#include <lotse/model/network_builder.hpp>

#include <cstdint>
#include <filesystem>
#include <string>

namespace lotse::io {

/// What became of the rows below the headings: rows = used + rejected + passed_over.
struct DirectoryCounts {
    std::int64_t rows = 0;  ///< that hold any text
    std::int64_t used = 0;
    std::int64_t rejected = 0;     ///< with an error
    std::int64_t passed_over = 0;  ///< totals, comments, repeated headings, the same row again
    std::int64_t titles = 0;       ///< above the headings
    std::int64_t blank = 0;
};

struct DirectoryResult {
    BuildResult built;  ///< its issues name places in the directory and in the map
    DirectoryCounts counts;
    bool was_read = true;  ///< false: errors of the map or the file leave no row to read
};

struct ProposedMap {
    std::string text;           ///< CSV as spreadsheets read it (UTF-8 with mark, semicolons)
    std::vector<Issue> issues;  ///< sorted by place; client_data: nothing may be shown
};

/// Proposes which column means what, and lists the words of the directory that no code list knows,
/// so that people can say what they mean. The headings known are in datasets/codes/
/// directory_columns.csv. Errors: input_output, limit.
Result<ProposedMap> propose_column_map(const std::filesystem::path& directory, Language language,
                                       const Limits& limits = {});

/// Reads a directory (CSV or workbook) by a column map (CSV or workbook) into a network: actors,
/// offers, venues, municipalities.
///
/// An actor is one name at one place; case, blanks and punctuation do not matter. Its key is made
/// of both and so stays the same when other rows come and go; equal keys of different actors are
/// numbered in the order of their names. A town stands for the one municipality that is called so
/// in the district given, else for none. What a cell does not clearly say goes into the note of
/// the offer, with a warning. Errors: input_output, limit.
Result<DirectoryResult> read_flat_directory(const std::filesystem::path& directory,
                                            const std::filesystem::path& map,
                                            const Limits& limits = {});

}  // namespace lotse::io

#endif
