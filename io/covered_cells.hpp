/// Cells under a merge: their file may hold a value that nobody sees.
#ifndef LOTSE_IO_COVERED_CELLS_HPP
#define LOTSE_IO_COVERED_CELLS_HPP

#include <lotse/model/network_builder.hpp>

#include "workbook_cells.hpp"

#include <string>

namespace lotse::io {

/// Moves what stands under merged cells from `sheet.cells` to `sheet.covered`. O(n log n).
void set_covered_apart(WorkbookSheet& sheet);

/// One warning for each covered value: it is not read, because what people see counts.
void report_covered(const WorkbookSheet& sheet, const std::string& file, NetworkBuilder& builder);

}  // namespace lotse::io

#endif
