/// A workbook with its problems marked, for the person who has to correct it.
#ifndef LOTSE_IO_CHECKED_WORKBOOK_HPP
#define LOTSE_IO_CHECKED_WORKBOOK_HPP

#include <lotse/base/issue.hpp>
#include <lotse/base/result.hpp>
#include <lotse/io/export.hpp>
#include <lotse/io/limits.hpp>

#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace lotse::io {

/// The form is one that is read as a workbook (.xlsx, .ods, .xls), by its ending.
bool is_workbook(const std::filesystem::path& path);

/// The sheets that were read and their values as .xlsx, the cells that `issues` name coloured and
/// commented, all issues on a sheet of their own. Formulas have become their values. Columns of
/// persons are emptied, mailboxes too unless the options include them. nullopt: the workbook
/// cannot be read at all. Errors: limit, input_output.
Result<std::optional<std::string>> checked_workbook(const std::filesystem::path& path,
                                                    std::span<const Issue> issues,
                                                    const ExportOptions& options,
                                                    const Limits& limits);

}  // namespace lotse::io

#endif
