#include <lotse/base/unicode.hpp>

#include "data_package.hpp"
#include "hsds.hpp"
#include "hsds_rows.hpp"
#include "other_files.hpp"
#include "own_folder.hpp"
#include "plain_csv.hpp"
#include "table_rows.hpp"
#include "text_file.hpp"

#include <algorithm>
#include <set>
#include <system_error>

namespace lotse::io::hsds {
namespace {

namespace fs = std::filesystem;

const std::set<std::string, std::less<>> common_headings{
    "id",         "name", "description", "status",  "organization id",
    "service id", "code", "location id", "link id", "alternate name"};

/// A file of the folder that holds a table.
struct TableFile {
    std::string path;  ///< relative to the folder
    std::string table;
    PackageResource resource;  ///< as datapackage.json has it
};

struct Folder {
    DataPackage package;
    std::vector<TableFile> files;
    std::vector<std::string> unknown;  ///< CSV files that are no table
};

Result<Folder> look_into(const fs::path& folder, const Limits& limits, NetworkBuilder& builder) {
    Folder out;
    const fs::path description = folder / package_file;
    std::error_code failed;
    if (fs::is_regular_file(description, failed) && lies_inside(description, folder)) {
        const auto text = read_bytes(description, limits);
        if (!text) return text.error();
        auto package = read_data_package(*text, limits, builder);
        if (!package) return package.error();
        out.package = *std::move(package);
    }
    std::set<std::string> seen;
    const auto add = [&](const std::string& path, std::string table,
                         const PackageResource& resource = {}) {
        if (!seen.insert(path).second) return;
        if (table.empty())
            out.unknown.push_back(path);
        else
            out.files.push_back({path, std::move(table), resource});
    };
    for (const PackageResource& resource : out.package.resources) {
        std::string table = table_name(resource.name);
        const fs::path path{resource.path};
        if (table.empty()) table = table_name(path.stem().string());
        if (is_csv_file(path)) add(path.lexically_normal().string(), std::move(table), resource);
    }
    std::vector<fs::path> others;
    for (fs::directory_iterator it{folder, failed}, end; !failed && it != end; it.increment(failed))
        if (is_csv_file(it->path()) && !it->path().filename().string().starts_with('.'))
            others.push_back(it->path());
    if (failed) return file_error(folder, failed.value());
    std::ranges::sort(others);
    for (const fs::path& file : others)
        add(file.filename().string(), table_name(file.stem().string()));
    return out;
}

/// The table of the network that the rows become part of; what only links belongs to offers.
std::string_view fed_table(std::string_view name) {
    if (name == "organization") return Actor::table;
    if (name == "location") return Venue::table;
    return name.starts_with(own_prefix) ? name.substr(own_prefix.size()) : Offer::table;
}

/// Reads one file.
class TableReader {
public:
    TableReader(ReadTable& table, NetworkBuilder& builder) : table_{table}, builder_{builder} {}

    Status read(std::string_view text, const CsvHints& hints, const Limits& limits) {
        std::string_view key = table_.name;
        if (key == "organization") key = "actors";
        if (key == "x_lotse_ties") key = "ties";
        const auto read = read_plain_csv(
            {text, table_.file, common_headings, key, fed_table(table_.name), hints}, limits,
            builder_, [&](const CsvRecord& record) { read_headings(record); },
            [&](CsvRecord& record) { read_row(record); });
        if (!read) return read.error();
        table_.is_unread = !*read;
        return std::monostate{};
    }

private:
    void read_headings(const CsvRecord& record) {
        table_.place = {record.line, 0};
        std::set<std::string> seen;
        for (std::size_t i = 0; i < record.fields.size(); ++i) {
            const auto name = clean_label(record.fields[i]);
            const std::string shown = name.value_or("");
            if (!name || (!shown.empty() && !seen.insert(shown).second))
                builder_.report({Severity::error,
                                 "bad-heading",
                                 {table_.file, {}, record.line, static_cast<int>(i + 1)},
                                 message({"Die Überschrift „{}“ steht zweimal da oder enthält "
                                          "unsichtbare Zeichen.",
                                          "The heading '{}' stands twice or holds invisible "
                                          "characters."},
                                         {record.fields[i]})});
            table_.columns.push_back({shown, static_cast<int>(i + 1)});
        }
    }

    void read_row(CsvRecord& record) {
        ReadRow row{{record.line, 0}, {}};
        for (std::size_t i = 0; i < record.fields.size(); ++i) {
            if (is_blank(record.fields[i])) continue;
            if (table_.columns[i].name.empty())
                builder_.report(
                    unnamed_column({table_.file, {}, record.line, table_.columns[i].number}));
            row.cells.push_back({static_cast<std::uint32_t>(i), std::move(record.fields[i])});
        }
        table_.rows.push_back(std::move(row));
    }

    ReadTable& table_;
    NetworkBuilder& builder_;
};

}  // namespace

bool is_hsds_folder(const fs::path& folder, const Limits& limits) {
    NetworkBuilder unheard;
    const auto found = look_into(folder, limits, unheard);
    if (!found) return false;
    const auto holds = [&](std::string_view table) {
        return std::ranges::find(found->files, table, &TableFile::table) != found->files.end();
    };
    const bool own = std::ranges::any_of(found->unknown, [](const std::string& path) {
        return table_key(fs::path{path}.stem().string()) == "actors";
    });
    return !own && (holds("organization") || holds("service"));
}

Result<ReadPackage> read_hsds_folder(const fs::path& folder, const Limits& limits,
                                     NetworkBuilder& builder) {
    auto found = look_into(folder, limits, builder);
    if (!found) return found.error();
    ReadPackage out;
    std::error_code failed;
    out.file = path_text(real_path(folder, failed).filename());
    out.info = found->package.info;
    if (out.info.name.empty()) out.info.name = out.file;
    const auto report = [&](Severity severity, std::string_view code, const std::string& file,
                            Text words) {
        builder.report({severity, code, {path_text(file), {}, 0, 0}, words});
    };
    for (const std::string& file : found->unknown)
        report(Severity::warning, "unknown-file", file,
               {"Die Datei heißt wie keine Tabelle von HSDS und wird nicht gelesen.",
                "The file is not called like a table of HSDS and is not read."});
    const auto is_of_hsds = [&](const fs::path& file) {
        return is_csv_file(file) || fs::is_directory(file, failed);  // named above; of the package
    };
    report_other_files(
        folder, is_of_hsds, [](std::string_view) { return true; }, builder);
    for (const TableFile& file : found->files) {
        const fs::path path = folder / file.path;
        if (!fs::exists(path, failed)) {
            report(Severity::error, "missing-file", file.path,
                   {"Diese Datei, die datapackage.json nennt, gibt es nicht.",
                    "This file, which datapackage.json names, does not exist."});
            continue;
        }
        if (!lies_inside(path, folder)) {
            report(Severity::error, "outside-folder", file.path,
                   {"Die Datei liegt außerhalb des Ordners (ein Verweis führt hinaus) und wird "
                    "nicht gelesen. Bitte die Datei selbst in den Ordner legen.",
                    "The file lies outside of the folder (a link leads there) and is not read. "
                    "Put the file itself into the folder."});
            continue;
        }
        ReadTable& table = out.tables.emplace_back();
        table.name = file.table;
        table.file = path_text(file.path);
        const CsvHints hints = hints_of(file.resource);
        auto bytes = read_bytes(path, limits);
        if (!bytes) return bytes.error();
        const auto text = decode_as(hints.encoding, *std::move(bytes), table.file, builder);
        table.is_unread = !text;
        if (!text) continue;
        if (auto status = TableReader{table, builder}.read(*text, hints, limits); !status)
            return status.error();
    }
    return out;
}

}  // namespace lotse::io::hsds
