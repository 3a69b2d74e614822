#include "csv_folder.hpp"

#include <lotse/base/unicode.hpp>

#include "csv_table.hpp"
#include "data_package.hpp"
#include "other_files.hpp"
#include "own_folder.hpp"
#include "text_file.hpp"

#include <algorithm>
#include <set>
#include <system_error>

namespace lotse::io {
namespace {

namespace fs = std::filesystem;

/// The tables that other programs call so.
bool is_called(const fs::path& file, std::string_view stem) {
    return is_csv_file(file) && unicode::match_key(file.stem().string()) == stem;
}

/// All links followed where that is possible.
fs::path place_of(const fs::path& path) {
    std::error_code failed;
    fs::path real = real_path(path, failed);
    return failed ? path : real;
}

class FolderReader {
public:
    FolderReader(const fs::path& folder, const Limits& limits, NetworkBuilder& builder)
        : folder_{folder}, limits_{limits}, builder_{builder} {}

    Status read() {
        std::error_code failed;
        const std::vector<fs::path> files = visible_entries(folder_, failed);
        if (failed) return file_error(folder_, failed.value());

        const std::string folder_name = path_text(place_of(folder_).filename());
        DataPackage package;
        if (std::ranges::any_of(files,
                                [](const auto& f) { return f.filename() == package_file; })) {
            if (!may_read(folder_ / package_file, std::string{package_file}))
                return std::monostate{};
            const auto text = read_bytes(folder_ / package_file, limits_);
            if (!text) return text.error();
            auto said = read_data_package(*text, limits_, builder_);
            if (!said) return said.error();
            package = *std::move(said);
        }
        if (package.info.name.empty()) package.info.name = folder_name;
        builder_.describe(package.info);

        for (const PackageResource& resource : package.resources)
            if (auto status = read_resource(resource); !status) return status;
        for (const fs::path& file : files)
            if (auto status = read_other(file); !status) return status;
        report_other_files(
            folder_, [&](const fs::path& file) { return is_dealt_with(file); },
            [&](std::string_view table) { return is_known(table); }, builder_);
        if (!is_known("actors"))
            report(Severity::error, "missing-table", folder_name, why_no_actors(files));
        return std::monostate{};
    }

private:
    bool is_known(std::string_view table) const {
        return tables_.contains(table) || missed_.contains(table);
    }

    /// Names what lies there in place of the table.
    Message why_no_actors(const std::vector<fs::path>& files) const {
        const auto find = [&](auto&& wanted) { return std::ranges::find_if(files, wanted); };
        const auto meant = find([](const auto& f) { return meant_table(f) == "actors"; });
        const auto nodes = find([](const auto& f) { return is_called(f, "nodes"); });
        const auto edges = find([](const auto& f) { return is_called(f, "edges"); });
        if (meant != files.end() && listed_.contains(place_of(*meant)))
            return message({"Die Tabelle actors (Akteure) fehlt: Die Datei „{}“ ist in "
                            "datapackage.json unter dem Namen einer anderen Tabelle aufgeführt. "
                            "Bitte dort berichtigen.",
                            "The table actors is missing: datapackage.json lists the file '{}' "
                            "under the name of another table. Correct it there."},
                           {path_text(meant->filename())});
        if (meant != files.end())
            return message({"Die Tabelle actors (Akteure) fehlt: Statt actors.csv liegt im Ordner "
                            "„{}“. Bitte als „CSV UTF-8“ unter dem Namen actors.csv speichern.",
                            "The table actors is missing: instead of actors.csv the folder holds "
                            "'{}'. Save it as 'CSV UTF-8' under the name actors.csv."},
                           {path_text(meant->filename())});
        if (nodes != files.end())
            return message({"Die Tabelle actors (Akteure) fehlt. Die Knoten in „{}“ liest lotse "
                            "nur, wenn sie Id und Label nennen und keine anderen Tabellen des "
                            "Netzes im Ordner liegen. Bitte die Knoten als actors.csv (key, name, "
                            "kind) und die Kanten als ties.csv (from, to, kind) speichern, oder "
                            "die anderen Tabellen anderswo ablegen.",
                            "The table actors is missing. lotse reads the nodes in '{}' only if "
                            "they name Id and Label and no other tables of the network lie in the "
                            "folder. Save the nodes as actors.csv (key, name, kind) and the edges "
                            "as ties.csv (from, to, kind), or put the other tables elsewhere."},
                           {path_text(nodes->filename())});
        if (edges != files.end())
            return Text{"Zu den Kanten (edges.csv) fehlt die Tabelle der Knoten (nodes.csv).",
                        "The table of nodes (nodes.csv) that belongs to the edges (edges.csv) is "
                        "missing."};
        return Text{
            "Die Tabelle actors (Akteure) fehlt: Im Ordner liegt keine Datei actors.csv "
            "oder Akteure.csv.",
            "The table actors is missing: the folder holds no file actors.csv or "
            "Akteure.csv."};
    }

    /// Read, named in datapackage.json or reported; of a sub-folder: something in it is.
    bool is_dealt_with(const fs::path& entry) const {
        const fs::path real = place_of(entry);
        const auto next = files_.lower_bound(real);
        return next != files_.end() &&
               std::mismatch(real.begin(), real.end(), next->begin(), next->end()).first ==
                   real.end();
    }

    void report(Severity severity, std::string_view code, const std::string& file, Message text) {
        builder_.report({severity, code, {file, {}, 0, 0}, std::move(text)});
    }

    /// A link must not lead out of the folder. One in a circle leads nowhere: reading says so.
    bool may_read(const fs::path& file, const std::string& name) {
        std::error_code failed;
        static_cast<void>(real_path(file, failed));
        if (failed == std::errc::too_many_symbolic_link_levels || lies_inside(file, folder_))
            return true;
        report(Severity::error, "outside-folder", name,
               Text{"Die Datei liegt außerhalb des Ordners (ein Verweis führt hinaus) und wird "
                    "nicht gelesen. Bitte die Datei selbst in den Ordner legen.",
                    "The file lies outside of the folder (a link leads there) and is not read. "
                    "Put the file itself into the folder."});
        return false;
    }

    Status read_table(const fs::path& file, const std::string& name, std::string_view table,
                      const CsvHints& hints = {}) {
        files_.insert(place_of(file));
        if (!tables_.insert(table).second)
            report(Severity::warning, "second-file", name,
                   message({"Die Tabelle {} steht in mehreren Dateien; die Zeilen werden "
                            "zusammengelegt.",
                            "The table {} stands in several files; their rows are joined."},
                           {table}));
        if (!may_read(file, name)) return std::monostate{};
        auto bytes = read_bytes(file, limits_);
        if (!bytes) return bytes.error();
        return read_csv_table(*std::move(bytes), name, table, budgets_, builder_, hints);
    }

    void report_resource(Severity severity, std::string_view code, const PackageResource& resource,
                         Text words) {
        builder_.report({severity,
                         code,
                         {std::string{package_file}, {}, resource.line, resource.column},
                         message(words, {resource.path})});
    }

    Status read_resource(const PackageResource& resource) {
        const fs::path file = folder_ / resource.path;
        listed_.insert(place_of(file));
        if (files_.contains(place_of(file))) {
            report_resource(Severity::warning, "second-resource", resource,
                            {"Die Datei „{}“ ist hier zweimal genannt; sie wird einmal gelesen.",
                             "The file '{}' is named here twice; it is read once."});
            return std::monostate{};
        }
        std::string_view table = table_key(resource.name);
        if (table.empty()) table = table_key(file.stem().string());
        std::error_code failed;
        if (!fs::exists(file, failed)) {
            report_resource(Severity::error, "missing-file", resource,
                            {"Die Datei „{}“, die hier genannt ist, gibt es nicht.",
                             "The file '{}' that is named here does not exist."});
            if (!table.empty()) missed_.insert(table);
            return std::monostate{};
        }
        if (fs::is_directory(file, failed)) {
            report_resource(Severity::error, "bad-path", resource,
                            {"„{}“ ist ein Ordner. Der Pfad muss eine Datei nennen.",
                             "'{}' is a folder. The path must name a file."});
            if (!table.empty()) missed_.insert(table);
            return std::monostate{};
        }
        if (!table.empty()) return read_table(file, resource.path, table, hints_of(resource));
        if (is_csv_file(file)) warn_unknown(file, resource.path);
        files_.insert(place_of(file));
        return std::monostate{};
    }

    Status read_other(const fs::path& file) {
        if (!is_csv_file(file) || files_.contains(place_of(file))) return std::monostate{};
        const std::string name = path_text(file.filename());
        if (const auto table = table_key(file.stem().string()); !table.empty())
            return read_table(file, name, table);
        warn_unknown(file, name);
        return std::monostate{};
    }

    void warn_unknown(const fs::path& file, const std::string& name) {
        files_.insert(place_of(file));
        const bool of_gephi = is_called(file, "nodes") || is_called(file, "edges");
        const auto similar = of_gephi ? std::string_view{} : similar_table(file.stem().string());
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
    RowBudgets budgets_{limits_};
    NetworkBuilder& builder_;
    std::set<std::string_view> tables_;
    std::set<std::string_view> missed_;  ///< named in datapackage.json and not there
    std::set<fs::path> listed_;          ///< named in datapackage.json, all links followed
    std::set<fs::path> files_;           ///< dealt with, all links followed
};

}  // namespace

Status read_csv_folder(const fs::path& folder, const Limits& limits, NetworkBuilder& builder) {
    return FolderReader{folder, limits, builder}.read();
}

}  // namespace lotse::io
