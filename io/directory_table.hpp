/// A flat table as people keep it: headings, rows of data, and what stands between them.
#ifndef LOTSE_IO_DIRECTORY_TABLE_HPP
#define LOTSE_IO_DIRECTORY_TABLE_HPP

#include <lotse/base/result.hpp>
#include <lotse/io/flat_directory.hpp>
#include <lotse/io/limits.hpp>
#include <lotse/model/network_builder.hpp>

#include "heading_row.hpp"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace lotse::io {

struct DirectoryRow {
    int number = 0;  ///< line, or row of the sheet
    /// One a heading. Numbers of workbooks are short ("1.125"): plain_number makes them fit to be
    /// read as numbers.
    std::vector<Cell> cells;
};

struct DirectoryTable {
    SourcePosition place;               ///< file, sheet, and row of the headings
    std::vector<std::string> headings;  ///< distinct; a nameless column is called "Spalte 7"
    std::vector<int> heading_rows;      ///< where each stands
    std::set<std::size_t> blank_headings;
    /// Columns below a heading of persons that say nothing else themselves.
    std::set<std::size_t> of_persons;
    std::vector<DirectoryRow> rows;
    DirectoryCounts counts;
    /// What cells of these rows cannot say as it was meant. Not reported: who takes the cells does.
    std::vector<Issue> remarks;

    SourcePosition at(int row, std::size_t column) const {
        return {place.file, place.sheet, row, static_cast<int>(column) + 1};
    }
    SourcePosition heading_at(std::size_t column) const { return at(heading_rows[column], column); }
};

/// Whether rows that hold no data are recognised (totals, repeated headings, lone remarks), or
/// every row is data, as in a column map.
enum class RowsOfData { recognise, all };

/// Reads a `.csv` (or other text) file, or the first sheet of a workbook that is not ignored.
/// What is passed over or cannot be used is reported to the builder; so are cells with data of
/// clients, without repeating them. nullopt: the file holds no
/// table (reported). Errors: input_output, limit.
Result<std::optional<DirectoryTable>> read_directory_table(const std::filesystem::path& path,
                                                           const Headings& known, RowsOfData data,
                                                           const Limits& limits,
                                                           NetworkBuilder& builder);

/// Reports headings that announce data of clients (client_data).
void report_client_headings(const DirectoryTable& table, NetworkBuilder& builder);

}  // namespace lotse::io

#endif
