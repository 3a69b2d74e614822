// lotse-gdal: reads a workbook on standard input, writes its sheets and cells on standard output,
// one a line, fields separated by tabs. io/workbook_cells.cpp calls it and reads the lines.
// Or reads layers as GeoJSON and writes a GeoPackage, for io/write_geopackage.cpp.
#include "facts.hpp"
#include "geopackage.hpp"
#include "limits.hpp"
#include "zip_archive.hpp"

#include <cpl_error.h>
#include <cpl_vsi.h>

#include <charconv>
#include <cstdio>
#include <cstring>
#include <new>
#include <optional>

namespace {

using namespace lotse_gdal;

constexpr const char* usage =
    "usage: lotse-gdal xlsx|ods|xls WORKBOOK-MB RATIO MEMORY-MB SECONDS\n"
    "       lotse-gdal gpkg DATE MEMORY-MB SECONDS\n"
    "Reads a workbook on standard input and writes its cells on standard output,\n"
    "or reads GeoJSON layers and writes a GeoPackage.\n";

struct Options {
    std::string form;
    std::string date;  ///< of a GeoPackage
    ZipLimits zip;
    long memory_mb = 0;
    long seconds = 0;
};

bool parse_number(const char* text, long& out) {
    const char* end = text + std::strlen(text);
    const auto result = std::from_chars(text, end, out);
    return result.ec == std::errc{} && result.ptr == end && out >= 1;
}

std::optional<Options> parse(int count, char** arguments) {
    if (count < 2) return std::nullopt;
    Options options;
    options.form = arguments[1];
    const bool map = options.form == "gpkg";
    if (!map && options.form != "xlsx" && options.form != "ods" && options.form != "xls")
        return std::nullopt;
    if (count != (map ? 5 : 6)) return std::nullopt;
    long workbook_mb = 0;
    long ratio = 0;
    if (map)
        options.date = arguments[2];
    else if (!parse_number(arguments[2], workbook_mb) || !parse_number(arguments[3], ratio))
        return std::nullopt;
    if (!parse_number(arguments[count - 2], options.memory_mb) ||
        !parse_number(arguments[count - 1], options.seconds))
        return std::nullopt;
    options.zip = {static_cast<std::uint64_t>(workbook_mb), static_cast<std::uint64_t>(ratio)};
    return options;
}

std::string read_all(std::FILE* file) {
    std::string bytes;
    char buffer[65536];
    std::size_t length = 0;
    while ((length = std::fread(buffer, 1, sizeof buffer, file)) > 0) bytes.append(buffer, length);
    return bytes;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '\\': out += "\\\\"; break;
            case '\t': out += "\\t"; break;
            case '\n': out += "\\n"; break;
            default: out += c;
        }
    }
    return out;
}

std::string_view word(Kind kind) {
    switch (kind) {
        case Kind::text: return "text";
        case Kind::number: return "number";
        case Kind::date: return "date";
        case Kind::moment: return "moment";
        case Kind::time: return "time";
        case Kind::boolean: return "boolean";
        case Kind::error: return "error";
        case Kind::empty_formula: return "empty-formula";
        case Kind::lost_formula:
        case Kind::empty_result: break;
    }
    return "lost-formula";
}

std::string line(std::initializer_list<std::string> fields) {
    std::string out;
    for (const std::string& field : fields) out += (out.empty() ? "" : "\t") + field;
    return out + '\n';
}

std::string listing(const std::vector<Sheet>& sheets) {
    std::string out;
    for (const Sheet& sheet : sheets) {
        out += line({"sheet", sheet.hidden ? "hidden" : "visible", escaped(sheet.name)});
        if (sheet.has_comments) out += line({"comments"});
        for (const Range& range : sheet.merged)
            out +=
                line({"merged", std::to_string(range.first_row), std::to_string(range.first_column),
                      std::to_string(range.last_row), std::to_string(range.last_column)});
        for (const Cell& cell : sheet.cells) {
            if (cell.kind == Kind::empty_result) continue;
            out += line({"cell", std::to_string(cell.row), std::to_string(cell.column),
                         std::string{word(cell.kind)}, escaped(cell.text.value_or(""))});
        }
    }
    return out;
}

bool memory_ran_out = false;

/// GDAL goes on after want of memory, and then calls the file damaged. Expat's words for it come
/// as an error of any kind.
void CPL_STDCALL note_want_of_memory(CPLErr, CPLErrorNum number, const char* words) {
    if (number == CPLE_OutOfMemory || std::strstr(words, "out of memory") != nullptr)
        memory_ran_out = true;
}

std::vector<Sheet> read(const Options& options, std::string& bytes) {
    if (options.form == "xls") {
        std::vector<Sheet> sheets = xls_facts(bytes);
        read_xls_values(bytes, sheets);
        return sheets;
    }
    CPLSetErrorHandler(note_want_of_memory);
    const std::string path = memory_path(options.form);
    VSIFCloseL(VSIFileFromMemBuffer(path.c_str(), reinterpret_cast<GByte*>(bytes.data()),
                                    bytes.size(), FALSE));
    const ZipArchive archive{bytes, options.zip, path};
    const bool xlsx = options.form == "xlsx";
    std::vector<Sheet> sheets = xlsx ? xlsx_facts(archive) : ods_facts(archive);
    read_values(options.form, xlsx ? readable_copy(archive, sheets, path) : path, sheets);
    return sheets;
}

/// What goes to standard output.
std::string convert(const Options& options, std::string& bytes) {
    if (options.form != "gpkg") return listing(read(options, bytes)) + "end\n";
    CPLSetErrorHandler(CPLQuietErrorHandler);
    auto file = geopackage(bytes, options.date);
    if (!file) throw Refusal{"geopackage"};
    return std::move(*file);
}

int write(const std::string& text) {
    const bool written =
        std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    return written ? done : crashed;
}

}  // namespace

int main(int count, char** arguments) {
    const auto options = parse(count, arguments);
    if (!options) {
        std::fputs(usage, stderr);
        return wrong_usage;
    }
    bound_process(options->memory_mb, options->seconds);
    int code = done;
    try {
        std::string bytes = read_all(stdin);
        code = write(convert(*options, bytes));
    } catch (const Refusal& refusal) {
        code =
            write(memory_ran_out ? line({"over-limit", "memory-mb"})
                                 : line({"refused", refusal.code, escaped(refusal.sheet),
                                         std::to_string(refusal.row),
                                         std::to_string(refusal.column), escaped(refusal.detail)}));
    } catch (const OverLimit& limit) {
        code = write(line({"over-limit", limit.what()}));
    } catch (const std::bad_alloc&) {
        code = write(line({"over-limit", "memory-mb"}));
    }
    std::_Exit(code);  // what GDAL holds ends with the process
}
