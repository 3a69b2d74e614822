/// Columns of a directory that name persons or how to reach them.
#ifndef LOTSE_IO_WITHHELD_COLUMNS_HPP
#define LOTSE_IO_WITHHELD_COLUMNS_HPP

#include "column_map.hpp"
#include "directory_table.hpp"

namespace lotse::io {

/// A column of names of persons, by its values (privacy::PersonNames); such a directory is refused.
bool names_persons(const DirectoryTable& table, std::size_t column);

/// By its heading, unless its cells only say whether and how to register ("erforderlich") or how
/// many there are ("Lehrkräfte: 2").
bool is_withheld_column(const DirectoryTable& table, std::size_t column, std::string_view field);

/// Below a heading such as "Anmeldung", and no more than that.
bool says_how_to_register(const DirectoryTable& table, std::size_t column);

/// Names (a note each) those that hold something and that the map leaves out, and what can be done.
void report_withheld_columns(const DirectoryTable& table, const ColumnMap& map,
                             NetworkBuilder& builder);

}  // namespace lotse::io

#endif
