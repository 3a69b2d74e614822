/// One sheet of a workbook into one table of the network.
#ifndef LOTSE_IO_WORKBOOK_SHEET_HPP
#define LOTSE_IO_WORKBOOK_SHEET_HPP

#include <lotse/base/result.hpp>
#include <lotse/io/limits.hpp>
#include <lotse/model/network_builder.hpp>

#include "heading_row.hpp"
#include "table_rows.hpp"
#include "workbook_cells.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace lotse::io {

/// Where the headings of a table stand in a sheet; nullopt: the sheet holds nothing.
std::optional<HeadingFit> find_headings(const WorkbookSheet& sheet, const Headings& known,
                                        TableOf of = TableOf::network);

/// Defects go to the builder; the rows that are comments are told by the caller. Errors: limit.
Result<CommentRows> read_sheet(const WorkbookSheet& sheet, const std::string& file,
                               std::string_view table_key, RowBudgets& budgets,
                               NetworkBuilder& builder);

}  // namespace lotse::io

#endif
