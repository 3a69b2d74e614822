#include "facts.hpp"
#include "zip_archive.hpp"

#include <cpl_vsi.h>

#include <algorithm>
#include <memory>
#include <new>
#include <set>

// Whoever colours whole rows leaves empty cells in all 16,384 columns. For them GDAL gives up the
// sheet, so it is shown a copy of the workbook that lacks them.

namespace lotse_gdal {
namespace {

using File = std::unique_ptr<VSILFILE, int (*)(VSILFILE*)>;

File create(const std::string& path) {
    return {VSIFOpenL(path.c_str(), "wb"), VSIFCloseL};
}

std::string cut(const std::string& text, const std::vector<Bytes>& left_out) {
    std::string out;
    std::size_t at = 0;
    for (const Bytes& bytes : left_out) {
        out.append(text, at, bytes.begin - at);
        at = bytes.end;
    }
    return out.append(text, at);
}

}  // namespace

std::string without_far_cells(const ZipArchive& archive, const std::vector<Sheet>& sheets,
                              std::string path) {
    const auto is_near = [](const Sheet& sheet) { return sheet.far_empty.empty(); };
    if (std::ranges::all_of(sheets, is_near)) return path;
    std::string copy = memory_path("copy.xlsx");
    const std::string zip = "/vsizip/" + copy;
    const File whole = create(zip);
    const auto write = [&](const std::string& part, const std::string& text) {
        const File file = create(zip + '/' + part);
        if (!file || VSIFWriteL(text.data(), 1, text.size(), file.get()) != text.size())
            throw std::bad_alloc{};
    };
    std::set<std::string> written;
    for (const Sheet& sheet : sheets)
        if (written.insert(sheet.part).second)
            write(sheet.part, cut(archive.unpack(sheet.part), sheet.far_empty));
    for (const char* part : {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml",
                             "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml"})
        if (archive.holds(part)) write(part, archive.unpack(part));
    return copy;
}

}  // namespace lotse_gdal
