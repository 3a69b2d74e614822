#include "target.hpp"

#include <cpl_error.h>
#include <cpl_vsi.h>
#include <facts.hpp>
#include <zip_archive.hpp>
#include <zip_file.hpp>

namespace lotse::fuzz {
namespace {

using namespace lotse_gdal;

/// In order, with a kind and a place each.
void check(const std::vector<Sheet>& sheets) {
    for (const Sheet& sheet : sheets)
        for (const Cell& cell : sheet.cells)
            if (cell.row < 1 || cell.row > most_rows || cell.column < 1 ||
                cell.column > most_columns)
                fail("a cell outside of the sheet");
}

std::string workbook_of(const Parts& parts) {
    if (parts.size() == 1 && parts.front().second.starts_with("PK")) return parts.front().second;
    std::vector<ZipPart> packed;
    for (const auto& [name, text] : parts) {
        ZipPart& part = packed.emplace_back();
        part.name = name;
        part.bytes = text;
    }
    return zip_file(packed);
}

}  // namespace

/// The parts of an .xlsx or .ods before GDAL reads it, or the bytes of one.
void workbook_parts(std::string_view bytes) {
    static const auto quiet = CPLSetErrorHandler(CPLQuietErrorHandler);
    static_cast<void>(quiet);
    std::string file = workbook_of(parts_of(bytes, "content.xml"));
    const std::string path = memory_path("xlsx");
    VSIFCloseL(VSIFileFromMemBuffer(path.c_str(), reinterpret_cast<GByte*>(file.data()),
                                    file.size(), FALSE));
    try {
        const ZipArchive archive{file, {4, 100}, path};
        if (archive.holds("content.xml")) {
            check(ods_facts(archive));
            VSIUnlink(path.c_str());
            return;
        }
        const auto sheets = xlsx_facts(archive);
        check(sheets);
        if (const auto copy = readable_copy(archive, sheets, path); copy != path)
            VSIUnlink(copy.c_str());
    } catch (const Refusal&) {
    } catch (const OverLimit&) {
    }
    VSIUnlink(path.c_str());
}

}  // namespace lotse::fuzz
