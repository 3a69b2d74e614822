#include "zip_file.hpp"

namespace {

void put(std::string& out, std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i, value >>= 8U) out += static_cast<char>(value & 0xFFU);
}

/// CRC-32 of ISO 3309, bit by bit.
std::uint32_t crc(std::string_view bytes) {
    std::uint32_t value = 0xFFFFFFFF;
    for (const char c : bytes) {
        value ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1U) != 0 ? value >> 1U ^ 0xEDB88320U : value >> 1U;
    }
    return ~value;
}

void put_common(std::string& out, const ZipPart& part, std::uint32_t size) {
    put(out, 20, 2);
    put(out, part.flags, 2);
    put(out, 0, 2);           // stored
    put(out, 0x00210000, 4);  // 1980-01-01
    put(out, crc(part.bytes), 4);
    put(out, part.bytes.size(), 4);
    put(out, size, 4);
    put(out, part.name.size(), 2);
    put(out, 0, 2);
}

}  // namespace

std::string zip_file(const std::vector<ZipPart>& parts) {
    std::string out;
    std::string list;
    for (const ZipPart& part : parts) {
        const std::size_t at = out.size();
        const auto size = static_cast<std::uint32_t>(part.bytes.size());
        out += std::string{"PK\3\4", 4};
        put_common(out, part, size);
        out += part.name + part.bytes;
        list += std::string{"PK\1\2", 4};
        put(list, 20, 2);
        put_common(list, part, part.claimed_size > 0 ? part.claimed_size : size);
        put(list, 0, 2 + 2 + 2 + 4);
        put(list, at, 4);
        list += part.name;
    }
    const std::size_t start = out.size();
    out += list + std::string{"PK\5\6", 4};
    put(out, 0, 4);
    put(out, parts.size(), 2);
    put(out, parts.size(), 2);
    put(out, list.size(), 4);
    put(out, start, 4);
    put(out, 0, 2);
    return out;
}

std::vector<ZipPart> xlsx_parts(const std::vector<SheetPart>& sheets, std::string_view properties) {
    const std::string head = R"(<?xml version="1.0" encoding="UTF-8"?>)";
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const std::string office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    std::string types, listed, related;
    std::vector<ZipPart> out;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        const std::string part = "worksheets/sheet" + number + ".xml";
        types += "<Override PartName=\"/xl/" + part +
                 "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml."
                 "worksheet+xml\"/>";
        listed += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + number + "\" state=\"" +
                  sheets[i].state + "\" r:id=\"r" + number + "\"/>";
        related += "<Relationship Id=\"r" + number + "\" Type=\"" + office +
                   "/worksheet\" Target=\"" + part + "\"/>";
        const bool whole = sheets[i].xml.starts_with("<?xml");
        out.push_back({"xl/" + part, whole
                                         ? sheets[i].xml
                                         : head + "<worksheet xmlns=\"" + main + "\"><sheetData>" +
                                               sheets[i].xml + "</sheetData></worksheet>"});
    }
    const std::vector<ZipPart> frame{
        {"[Content_Types].xml",
         head + R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)" +
             types + "</Types>"},
        {"xl/workbook.xml", head + "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office + "\">" +
                                std::string{properties} + "<sheets>" + listed +
                                "</sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         head +
             R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" +
             related + "</Relationships>"},
        {"xl/styles.xml",
         head + "<styleSheet xmlns=\"" + main +
             R"("><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>)"}};
    out.insert(out.begin(), frame.begin(), frame.end());
    return out;
}

std::string text_row(int row, const std::vector<std::string>& texts) {
    const std::string number = std::to_string(row);
    std::string out = "<row r=\"" + number + "\">";
    char column = 'A';
    for (const std::string& text : texts)
        out += std::string{"<c r=\""} + column++ + number + "\" t=\"inlineStr\"><is><t>" + text +
               "</t></is></c>";
    return out + "</row>";
}
