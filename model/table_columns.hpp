/// The columns of each table as data: how they are called, and how a cell of one is read. Internal
/// to the NetworkBuilder.
#ifndef LOTSE_MODEL_TABLE_COLUMNS_HPP
#define LOTSE_MODEL_TABLE_COLUMNS_HPP

#include "read_field.hpp"

#include <span>

namespace lotse {

/// A ColumnSpec without its types, so that code for all tables is compiled once.
struct TableColumn {
    std::string_view key;
    Text heading;
    std::string_view aliases;  ///< separated by `|`
    Need need;
    bool empty_is_value;  ///< an empty three-valued cell says: unknown
    bool is_list;         ///< members separated by `|`
    NumberRange range;
    /// The row is one of the column's table.
    Outcome (*read)(Record& row, const Cell& cell, const CellContext& context);
};

/// In the order of the data format; empty: there is no such table.
std::span<const TableColumn> table_columns(std::string_view table);

/// The heading is the column's key or its official German or English heading, and no mere synonym.
bool is_own_heading(const TableColumn& column, std::string_view heading);

/// The column that a heading means; nullptr: none. O(log columns).
const TableColumn* find_column(std::string_view table, std::string_view heading);

}  // namespace lotse

#endif
