/// A network as one workbook (.xlsx, .ods, .xls): one sheet a table.
#ifndef LOTSE_IO_WORKBOOK_HPP
#define LOTSE_IO_WORKBOOK_HPP

#include <lotse/base/result.hpp>
#include <lotse/io/limits.hpp>
#include <lotse/model/network_builder.hpp>

#include "workbook_cells.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace lotse::io {

/// Name of the sheet that tells name, licence and fictional, one property a row. Read and written.
inline constexpr Text network_sheet{"Netz", "Network"};
inline constexpr Text network_name{"Name", "Name"};
inline constexpr Text network_license{"Lizenz", "Licence"};
inline constexpr Text network_fictional{"Fiktiv", "Fictional"};

/// Sheets for people, which a reader passes over.
inline constexpr Text notes_sheet{"Hinweise", "Hinweise"};
inline constexpr Text check_sheet{"Prüfprotokoll", "Check log"};

/// By the ending of the file; nullopt: it is no workbook.
std::optional<WorkbookForm> workbook_form(const std::filesystem::path& path);

/// The table a sheet stands for, by its name ("Akteure", "actors", "Akteure (2)"), of a sheet that
/// is called like the network by its headings; empty: none.
std::string_view table_of_sheet(const WorkbookSheet& sheet);
/// Called Hinweise or like the log of a check, or its name ends in "(ignore)".
bool is_ignored_sheet(std::string_view name);
/// A table, or what is said about the network as a whole.
bool is_read_sheet(const WorkbookSheet& sheet);
/// The log of an earlier check.
bool is_check_sheet(std::string_view name);

/// Feeds the builder with the sheets; `name` is the network's where the workbook gives none.
/// Errors: limit.
Status read_workbook_sheets(const WorkbookCells& book, const std::string& file,
                            const std::string& name, const Limits& limits, NetworkBuilder& builder);

/// Feeds the builder. Title rows above the headings, comment rows and ignored sheets are passed
/// over, unknown sheets reported. Errors: limit, input_output.
Status read_workbook(const std::filesystem::path& path, WorkbookForm form, const Limits& limits,
                     NetworkBuilder& builder);

}  // namespace lotse::io

#endif
