#include "facts.hpp"
#include "zip_archive.hpp"

#include <cpl_vsi.h>

#include <algorithm>
#include <map>
#include <memory>
#include <new>

// Whoever colours whole rows leaves empty cells in all 16,384 columns. For them GDAL gives up the
// sheet. And it takes names of elements as they are written: <x:row>, as the Open XML SDK writes
// it, is no row to it. It is shown a copy of the workbook that lacks both.

namespace lotse_gdal {
namespace {

constexpr const char* workbook_part = "xl/workbook.xml";

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

/// "x" of <x:worksheet>; empty where the root has none.
std::string prefix_of_root(std::string_view xml) {
    for (;;) {
        xml.remove_prefix(std::min(xml.find('<'), xml.size()));
        if (xml.size() < 2) return {};
        if (xml.starts_with("<!--"))
            xml.remove_prefix(std::min(xml.find("-->"), xml.size()));
        else if (xml[1] == '!' || xml[1] == '?')
            xml.remove_prefix(1);
        else
            break;
    }
    const auto name = xml.substr(1, xml.find_first_of(" \t\r\n/>") - 1);
    const auto colon = name.find(':');
    return std::string{name.substr(0, colon == name.npos ? 0 : colon)};
}

/// The names of its elements without this prefix; comments and CDATA as they are.
std::string without_prefix(std::string_view xml, const std::string& prefix) {
    const std::string starts[]{'<' + prefix + ':', "</" + prefix + ':'};
    std::string out;
    while (!xml.empty()) {
        const bool literal = xml.starts_with("<!--") || xml.starts_with("<![CDATA[");
        const auto end = literal ? xml.find(xml[2] == '-' ? "-->" : "]]>") : xml.find('<', 1);
        std::string_view piece = xml.substr(0, end);
        xml.remove_prefix(piece.size());
        for (const std::string& start : starts) {
            if (!piece.starts_with(start)) continue;
            out.append(start, 0, start.size() - prefix.size() - 1);
            piece.remove_prefix(start.size());
            break;
        }
        out += piece;
    }
    return out;
}

/// <sheet ns1:id="..."> as <sheet r:id="...">; the elements have no prefix.
std::string with_plain_ids(std::string xml) {
    constexpr std::string_view blanks = " \t\r\n";
    for (auto at = xml.find("<sheet"); at != xml.npos; at = xml.find("<sheet", at + 1)) {
        if (blanks.find(xml[at + 6]) == blanks.npos) continue;
        const auto colon = xml.find(":id=", at);
        if (colon == xml.npos || colon > xml.find('>', at)) continue;
        const auto begin = xml.find_last_of(blanks, colon) + 1;
        if (begin == colon) continue;
        xml[colon - 1] = 'r';
        xml.erase(begin, colon - 1 - begin);
    }
    return xml;
}

}  // namespace

std::string readable_copy(const ZipArchive& archive, const std::vector<Sheet>& sheets,
                          std::string path) {
    constexpr std::size_t holds_root = 4096;
    std::map<std::string, const Sheet*> parts;
    for (const char* part : {"[Content_Types].xml", "_rels/.rels", workbook_part,
                             "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml"})
        if (archive.holds(part)) parts.emplace(part, nullptr);
    for (const Sheet& sheet : sheets) parts.insert_or_assign(sheet.part, &sheet);
    std::map<std::string, std::string> prefixes;
    const std::string list = archive.unpack(workbook_part);
    bool is_readable = with_plain_ids(list) == list;
    for (const auto& [part, sheet] : parts) {
        const std::string& prefix = prefixes[part] =
            prefix_of_root(archive.unpack(part, holds_root));
        const bool has_far = sheet != nullptr && !sheet->far_empty.empty();
        is_readable = is_readable && prefix.empty() && !has_far;
    }
    if (is_readable) return path;
    std::string copy = memory_path("copy.xlsx");
    const std::string zip = "/vsizip/" + copy;
    const File whole = create(zip);
    for (const auto& [part, sheet] : parts) {
        std::string text = archive.unpack(part);
        if (sheet != nullptr) text = cut(text, sheet->far_empty);
        if (!prefixes[part].empty()) text = without_prefix(text, prefixes[part]);
        if (part == workbook_part) text = with_plain_ids(std::move(text));
        const File file = create(zip + '/' + part);
        if (!file || VSIFWriteL(text.data(), 1, text.size(), file.get()) != text.size())
            throw std::bad_alloc{};
    }
    return copy;
}

}  // namespace lotse_gdal
