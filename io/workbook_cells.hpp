/// The sheets and cells of a workbook as its file holds them, without knowing any table.
#ifndef LOTSE_IO_WORKBOOK_CELLS_HPP
#define LOTSE_IO_WORKBOOK_CELLS_HPP

#include <lotse/base/result.hpp>
#include <lotse/io/limits.hpp>
#include <lotse/model/network_builder.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lotse::io {

enum class WorkbookForm { xlsx, ods, xls };

enum class WorkbookCellKind {
    text,
    number,  ///< plain decimal digits
    date,    ///< 2019-03-05
    moment,  ///< a date with a time of day
    time,
    boolean,        ///< yes or no
    error,          ///< #N/A, #DIV/0! ...
    empty_formula,  ///< never calculated: there is no stored value
    lost_formula    ///< .xls only: the stored value cannot be read
};

/// Rows and columns count from 1.
struct WorkbookCell {
    int row = 0;
    int column = 0;
    WorkbookCellKind kind = WorkbookCellKind::text;
    std::string text;
};

struct MergedCells {
    int first_row = 0;
    int first_column = 0;
    int last_row = 0;
    int last_column = 0;
};

struct WorkbookSheet {
    std::string name;
    bool hidden = false;
    bool has_comments = false;        ///< beside cells; not known of .xls
    std::vector<WorkbookCell> cells;  ///< with content, row by row
    std::vector<MergedCells> merged;
    std::vector<WorkbookCell> covered = {};  ///< what stands unseen under merged cells
};

struct WorkbookCells {
    std::vector<WorkbookSheet> sheets;
};

/// The cells in what lotse-gdal wrote, whatever stands there.
WorkbookCells parse_workbook_cells(std::string_view output, WorkbookForm form);

/// Hands the bytes to lotse-gdal and takes back its cells. nullopt: the workbook cannot be read
/// or is refused, reported with the reason (damaged, password, date system of 1904 ...).
/// Errors: limit (workbook-mb, workbook-ratio, memory-mb), input_output (lotse-gdal is missing).
Result<std::optional<WorkbookCells>> read_workbook_cells(std::string_view bytes, WorkbookForm form,
                                                         const std::string& file,
                                                         const Limits& limits,
                                                         NetworkBuilder& builder);

}  // namespace lotse::io

#endif
