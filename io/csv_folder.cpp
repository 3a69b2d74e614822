#include "csv_folder.hpp"

#include <lotse/base/unicode.hpp>

#include "csv_table.hpp"
#include "data_package.hpp"
#include "own_folder.hpp"
#include "text_file.hpp"

#include <algorithm>
#include <set>
#include <system_error>

namespace lotse::io {
namespace {

namespace fs = std::filesystem;

bool is_csv(const fs::path& file) {
    return unicode::match_key(file.extension().string()) == "csv";
}

/// All links followed where that is possible.
fs::path real_path(const fs::path& path) {
    std::error_code failed;
    fs::path real = fs::weakly_canonical(path, failed);
    return failed ? path : real;
}

class FolderReader {
public:
    FolderReader(const fs::path& folder, const Limits& limits, NetworkBuilder& builder)
        : folder_{folder}, limits_{limits}, builder_{builder} {}

    Status read() {
        std::error_code failed;
        std::vector<fs::path> files;
        for (fs::directory_iterator it{folder_, failed}, end; !failed && it != end;
             it.increment(failed))
            if (!it->path().filename().string().starts_with('.')) files.push_back(it->path());
        if (failed) return file_error(folder_, failed.value());
        std::ranges::sort(files);

        const std::string folder_name = path_text(real_path(folder_).filename());
        DataPackage package;
        if (std::ranges::any_of(files,
                                [](const auto& f) { return f.filename() == package_file; })) {
            if (!may_read(folder_ / package_file, std::string{package_file}))
                return std::monostate{};
            const auto text = read_bytes(folder_ / package_file, limits_);
            if (!text) return text.error();
            package = read_data_package(*text, limits_, builder_);
        }
        if (package.info.name.empty()) package.info.name = folder_name;
        builder_.describe(package.info);

        for (const PackageResource& resource : package.resources)
            if (auto status = read_resource(resource); !status) return status;
        for (const fs::path& file : files)
            if (auto status = read_other(file); !status) return status;
        if (!tables_.contains("actors") && has_edges())
            report(Severity::error, "missing-table", folder_name,
                   message({"Zu den Kanten (edges.csv) fehlt die Tabelle der Knoten (nodes.csv).",
                            "The table of nodes (nodes.csv) that belongs to the edges (edges.csv) "
                            "is missing."}));
        else if (!tables_.contains("actors"))
            report(Severity::error, "missing-table", folder_name,
                   message({"Die Tabelle actors (Akteure) fehlt: Im Ordner liegt keine Datei "
                            "actors.csv oder Akteure.csv.",
                            "The table actors is missing: the folder holds no file actors.csv or "
                            "Akteure.csv."}));
        return std::monostate{};
    }

private:
    bool has_edges() const {
        std::error_code failed;
        return fs::exists(folder_ / "edges.csv", failed);
    }

    void report(Severity severity, std::string_view code, const std::string& file, Message text) {
        builder_.report({severity, code, {file, {}, 0, 0}, std::move(text)});
    }

    /// A link must not lead out of the folder.
    bool may_read(const fs::path& file, const std::string& name) {
        if (lies_inside(file, folder_)) return true;
        report(Severity::error, "outside-folder", name,
               Text{"Die Datei liegt außerhalb des Ordners (ein Verweis führt hinaus) und wird "
                    "nicht gelesen. Bitte die Datei selbst in den Ordner legen.",
                    "The file lies outside of the folder (a link leads there) and is not read. "
                    "Put the file itself into the folder."});
        return false;
    }

    Status read_table(const fs::path& file, const std::string& name, std::string_view table) {
        files_.insert(real_path(file));
        if (!tables_.insert(table).second)
            report(Severity::warning, "second-file", name,
                   message({"Die Tabelle {} steht in mehreren Dateien; die Zeilen werden "
                            "zusammengelegt.",
                            "The table {} stands in several files; their rows are joined."},
                           {table}));
        if (!may_read(file, name)) return std::monostate{};
        auto bytes = read_bytes(file, limits_);
        if (!bytes) return bytes.error();
        return read_csv_table(*std::move(bytes), name, table, limits_, builder_);
    }

    Status read_resource(const PackageResource& resource) {
        const fs::path file = folder_ / resource.path;
        if (files_.contains(real_path(file))) {
            report(Severity::warning, "second-resource", std::string{package_file},
                   message({"Die Datei „{}“ ist hier zweimal genannt; sie wird einmal gelesen.",
                            "The file '{}' is named here twice; it is read once."},
                           {resource.path}));
            return std::monostate{};
        }
        std::string_view table = table_key(resource.name);
        if (table.empty()) table = table_key(file.stem().string());
        std::error_code failed;
        if (!fs::exists(file, failed)) {
            report(Severity::error, "missing-file", std::string{package_file},
                   message({"Die Datei „{}“, die hier genannt ist, gibt es nicht.",
                            "The file '{}' that is named here does not exist."},
                           {resource.path}));
            if (!table.empty()) tables_.insert(table);
            return std::monostate{};
        }
        if (!table.empty()) return read_table(file, resource.path, table);
        if (is_csv(file)) warn_unknown(file, resource.path);
        return std::monostate{};
    }

    Status read_other(const fs::path& file) {
        if (!is_csv(file) || files_.contains(real_path(file))) return std::monostate{};
        const std::string name = path_text(file.filename());
        if (const auto table = table_key(file.stem().string()); !table.empty())
            return read_table(file, name, table);
        warn_unknown(file, name);
        return std::monostate{};
    }

    void warn_unknown(const fs::path& file, const std::string& name) {
        files_.insert(real_path(file));
        const auto similar = similar_table(file.stem().string());
        report(Severity::warning, "unknown-file", name,
               similar.empty()
                   ? message({"Die Datei heißt wie keine Tabelle und wird nicht gelesen.",
                              "The file is not called like a table and is not read."})
                   : message({"Die Datei heißt wie keine Tabelle und wird nicht gelesen. Meinten "
                              "Sie „{}.csv“?",
                              "The file is not called like a table and is not read. Did you mean "
                              "'{}.csv'?"},
                             {similar}));
    }

    const fs::path& folder_;
    const Limits& limits_;
    NetworkBuilder& builder_;
    std::set<std::string_view> tables_;
    std::set<fs::path> files_;  ///< dealt with, all links followed
};

}  // namespace

Status read_csv_folder(const fs::path& folder, const Limits& limits, NetworkBuilder& builder) {
    return FolderReader{folder, limits, builder}.read();
}

}  // namespace lotse::io
