/// What a cell of a workbook cannot say as it was meant.
#ifndef LOTSE_IO_WORKBOOK_REMARKS_HPP
#define LOTSE_IO_WORKBOOK_REMARKS_HPP

#include <lotse/model/network_builder.hpp>

#include "workbook_cells.hpp"

#include <optional>

namespace lotse::io {

/// A warning of a formula without a value, a time or digits that get lost, or a number shown as a
/// date.
std::optional<Issue> remark_on(const WorkbookCell& cell, const SourcePosition& place);

}  // namespace lotse::io

#endif
