/// The tables of an HSDS package or document as they were read, before they become a network.
#ifndef LOTSE_IO_HSDS_ROWS_HPP
#define LOTSE_IO_HSDS_ROWS_HPP

#include <lotse/base/result.hpp>
#include <lotse/io/limits.hpp>
#include <lotse/model/network_builder.hpp>

#include "xml.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lotse::io::hsds {

struct ReadCell {
    std::uint32_t column = 0;  ///< index into the table's columns
    std::string text;          ///< never blank; list members separated by `|`
    bool is_json_number = false;
};

struct ReadRow {
    XmlPlace place;
    std::vector<ReadCell> cells;
    bool faulty = false;  ///< it has an error that was reported
};

struct ReadColumn {
    std::string name;
    int number = 0;  ///< in a CSV file
};

struct ReadTable {
    std::string name;  ///< of HSDS ("organization"), or with lotse's own prefix
    std::string file;
    XmlPlace place;
    std::vector<ReadColumn> columns;
    std::vector<ReadRow> rows;
    bool is_unread = false;  ///< not to its end, which was reported

    /// Index of the column, added if it is new.
    std::uint32_t column(std::string_view column_name);
    /// nullptr: the row has no such cell.
    const ReadCell* find(const ReadRow& row, std::string_view column_name) const;
    std::string_view text(const ReadRow& row, std::string_view column_name) const;
    /// Of the cell, where the file has columns; else of the row.
    SourcePosition place_of(const ReadRow& row, std::string_view column_name) const;
};

struct ReadPackage {
    NetworkInfo info;
    std::string file;  ///< what messages about the whole name
    std::vector<ReadTable> tables;

    /// The table that a column such as "service_id" links to was read as a whole: what is not in
    /// it does not exist.
    bool knows_all(std::string_view link_column) const;
};

/// Name of the table in a file or resource of this name; empty: neither HSDS nor lotse's own.
std::string table_name(std::string_view name);

/// A folder with a table of organizations or services of HSDS and none of lotse's actors.
bool is_hsds_folder(const std::filesystem::path& folder, const Limits& limits);
/// Errors: input_output, limit.
Result<ReadPackage> read_hsds_folder(const std::filesystem::path& folder, const Limits& limits,
                                     NetworkBuilder& builder);

/// An HSDS document in one of its forms: one organization, service or location; a list of them; a
/// page of an API; or an object with the tables of HSDS as members.
bool is_hsds_json(std::string_view text, const Limits& limits);
/// nullopt: not even JSON (reported). Errors: limit.
Result<std::optional<ReadPackage>> read_hsds_json(std::string_view text, const std::string& file,
                                                  const Limits& limits, NetworkBuilder& builder);

/// Feeds the builder.
void build_hsds_network(const ReadPackage& package, NetworkBuilder& builder);

}  // namespace lotse::io::hsds

#endif
