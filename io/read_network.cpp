#include <lotse/base/unicode.hpp>
#include <lotse/io/read_network.hpp>

#include "csv_folder.hpp"
#include "json_network.hpp"
#include "text_file.hpp"
#include "workbook.hpp"

#include <array>
#include <cerrno>
#include <system_error>

namespace lotse::io {
namespace {

namespace fs = std::filesystem;

Status read_json_file(const fs::path& file, const Limits& limits, NetworkBuilder& builder) {
    const auto text = read_bytes(file, limits);
    if (!text) return text.error();
    return read_json_network(*text, path_text(file.filename()), path_text(file.stem()), limits,
                             builder);
}

template <WorkbookForm form>
Status read_workbook_file(const fs::path& file, const Limits& limits, NetworkBuilder& builder) {
    return read_workbook(file, form, limits, builder);
}

struct Reader {
    std::string_view ending;
    Status (*read)(const fs::path&, const Limits&, NetworkBuilder&);
};

/// Forms that are one file, by ending.
constexpr std::array readers{
    Reader{".json", read_json_file},
    Reader{".xlsx", read_workbook_file<WorkbookForm::xlsx>},
    Reader{".ods", read_workbook_file<WorkbookForm::ods>},
    Reader{".xls", read_workbook_file<WorkbookForm::xls>},
};

Issue unknown_form(const fs::path& path) {
    return {Severity::error,
            "unknown-form",
            {path_text(path.filename()), {}, 0, 0},
            Text{"Diese Form eines Netzes liest diese Fassung nicht. Sie liest einen Ordner mit "
                 "CSV-Tabellen, eine Arbeitsmappe (.xlsx, .ods, .xls) oder eine Datei .json.",
                 "This version does not read this form of a network. It reads a folder of CSV "
                 "tables, a workbook (.xlsx, .ods, .xls) or a file .json."}};
}

Status read_any(const fs::path& path, const Limits& limits, NetworkBuilder& builder) {
    std::error_code failed;
    const auto status = fs::status(path, failed);
    if (!fs::exists(status))
        return file_error(path, failed ? failed.value() : static_cast<int>(ENOENT));
    if (fs::is_directory(status)) return read_csv_folder(path, limits, builder);
    const std::string ending = unicode::match_key(path.extension().string());
    for (const Reader& reader : readers)
        if (reader.ending.substr(1) == ending) return reader.read(path, limits, builder);
    builder.report(unknown_form(path));
    return std::monostate{};
}

}  // namespace

Result<BuildResult> read_network(const fs::path& path, const Limits& limits) {
    NetworkBuilder builder;
    if (const auto status = read_any(path, limits, builder); !status) return status.error();
    return std::move(builder).finish();
}

}  // namespace lotse::io
