#include "checks.hpp"
#include "target.hpp"

#include "workbook.hpp"

/// What lotse-gdal writes about a workbook.
void lotse::fuzz::workbook(std::string_view bytes) {
    NetworkBuilder builder;
    const auto form = bytes.starts_with("ods") ? io::WorkbookForm::ods : io::WorkbookForm::xlsx;
    const io::WorkbookCells book = io::parse_workbook_cells(bytes, form);
    const auto read = io::read_workbook_sheets(book, "netz.xlsx", "netz", small_limits(), builder);
    if (!read) return check_printable(read.error().message.en);
    check_built(std::move(builder).finish());
}
