/// Headings in two rows: one that holds for several columns, and below it those of the columns.
#ifndef LOTSE_IO_SECOND_HEADINGS_HPP
#define LOTSE_IO_SECOND_HEADINGS_HPP

#include "directory_table.hpp"
#include "table_rows.hpp"

#include <string_view>
#include <vector>

namespace lotse::io {

/// "Ort", "Telefon", "Name": also headings that are refused.
bool is_called_like_a_field(std::string_view text);

/// Whether a row below the headings is no offer but a second row of headings: all its words are
/// called like fields, or most are and some of them stand below blank headings; or all stand below
/// a heading for several columns ("Handlungsfelder" above "Bewegung" and "Ernährung") while the
/// columns of providers and offers are empty.
bool are_second_headings(const DirectoryTable& table, const std::vector<Cell>& cells);

/// Calls the columns below no heading, or below one for several columns, by such a row. Columns
/// below a heading of persons stay theirs, unless the row names a place and the like.
void take_second_headings(DirectoryTable& table, int row, const std::vector<Cell>& cells);

}  // namespace lotse::io

#endif
