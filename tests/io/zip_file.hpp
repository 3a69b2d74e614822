/// Writes zip files for tests of readers: every field can be wrong on purpose.
#ifndef LOTSE_TESTS_IO_ZIP_FILE_HPP
#define LOTSE_TESTS_IO_ZIP_FILE_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct ZipPart {
    std::string name;
    std::string bytes;
    std::uint16_t flags = 0;
    std::uint32_t claimed_size = 0;  ///< unpacked, in the list of parts; 0: the true one
};

/// Parts are stored, not packed.
std::string zip_file(const std::vector<ZipPart>& parts);

/// The parts of a workbook as Excel names them, with these sheets: name and the XML inside of
/// <sheetData>, or a whole part that starts with '<?xml'.
struct SheetPart {
    std::string name;
    std::string xml;
    std::string state = "visible";
};
std::vector<ZipPart> xlsx_parts(const std::vector<SheetPart>& sheets,
                                std::string_view properties = "");

/// One row of cells with inline texts: <row r="1"><c r="A1" t="inlineStr">...
std::string text_row(int row, const std::vector<std::string>& texts);

#endif
