/// What a cell of a workbook cannot say as it was meant.
#ifndef LOTSE_IO_WORKBOOK_REMARKS_HPP
#define LOTSE_IO_WORKBOOK_REMARKS_HPP

#include <lotse/model/network_builder.hpp>

#include "workbook_cells.hpp"

namespace lotse::io {

/// Warns of formulas without a value, times and digits that get lost, and numbers shown as dates.
void report_remarks(const WorkbookCell& cell, const SourcePosition& place, NetworkBuilder& builder);

}  // namespace lotse::io

#endif
