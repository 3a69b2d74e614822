#include "facts.hpp"

#include <freexl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <map>
#include <memory>
#include <new>

// GDAL's driver for .xls reads from the disk only. FreeXL is the library behind it, and takes
// memory under its name in /proc.

namespace lotse_gdal {
namespace {

using Workbook = std::unique_ptr<const void, int (*)(const void*)>;

/// False: FreeXL sees nothing there.
bool take(Cell& cell, const FreeXL_CellValue& value) {
    switch (value.type) {
        case FREEXL_CELL_INT: cell.text = std::to_string(value.value.int_value); return true;
        case FREEXL_CELL_DOUBLE: cell.text = digits(value.value.double_value); return true;
        case FREEXL_CELL_TEXT:
        case FREEXL_CELL_SST_TEXT: cell.kind = Kind::text; break;
        case FREEXL_CELL_DATE:
        case FREEXL_CELL_DATETIME:
        case FREEXL_CELL_TIME: take_number(cell, value.value.text_value); return true;
        default: return false;
    }
    cell.text = value.value.text_value;
    return true;
}

void read_sheet(const void* workbook, Sheet& sheet) {
    std::vector<Cell> filled;
    for (Cell& cell : sheet.cells) {
        if (!cell.text) {
            FreeXL_CellValue value{};
            const bool found = freexl_get_cell_value(workbook, static_cast<unsigned>(cell.row - 1),
                                                     static_cast<unsigned short>(cell.column - 1),
                                                     &value) == FREEXL_OK &&
                               take(cell, value);
            if (!found && cell.kind == Kind::text) continue;  // an empty text
            if (!found) throw Refusal{"unreadable-cell", {}, sheet.name, cell.row, cell.column};
        }
        filled.push_back(std::move(cell));
    }
    sheet.cells = std::move(filled);
}

std::string path_of(std::string_view bytes) {
    const int file = memfd_create("workbook", MFD_CLOEXEC);  // ends with the process
    if (file < 0) throw std::bad_alloc{};
    while (!bytes.empty()) {
        const auto written = write(file, bytes.data(), bytes.size());
        if (written <= 0) throw std::bad_alloc{};
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return "/proc/self/fd/" + std::to_string(file);
}

}  // namespace

void read_xls_values(std::string_view bytes, std::vector<Sheet>& sheets) {
    const void* handle = nullptr;
    const int opened = freexl_open(path_of(bytes).c_str(), &handle);
    if (opened == FREEXL_INSUFFICIENT_MEMORY) throw std::bad_alloc{};
    if (opened != FREEXL_OK) throw Refusal{"damaged", "xls"};
    const Workbook workbook{handle, freexl_close};
    unsigned count = 0;
    freexl_get_info(handle, FREEXL_BIFF_SHEET_COUNT, &count);
    std::map<std::string, unsigned short> positions;
    for (unsigned short i = 0; i < count; ++i) {
        const char* name = nullptr;
        if (freexl_get_worksheet_name(handle, i, &name) == FREEXL_OK && name != nullptr)
            positions.emplace(name, i);
    }
    for (Sheet& sheet : sheets) {
        if (sheet.cells.empty()) continue;
        const auto position = positions.find(sheet.name);
        if (position == positions.end() ||
            freexl_select_active_worksheet(handle, position->second) != FREEXL_OK)
            throw Refusal{"unreadable-cell", {}, sheet.name, 1, 1};
        read_sheet(handle, sheet);
    }
}

}  // namespace lotse_gdal
