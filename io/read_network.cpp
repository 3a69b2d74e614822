#include <lotse/base/unicode.hpp>
#include <lotse/io/read_network.hpp>
#include <lotse/model/privacy.hpp>

#include "csv_folder.hpp"
#include "data_package.hpp"
#include "gephi_csv.hpp"
#include "graph_network.hpp"
#include "hsds_rows.hpp"
#include "json_network.hpp"
#include "own_folder.hpp"
#include "text_file.hpp"
#include "text_graphs.hpp"
#include "workbook.hpp"
#include "workbook_refusal.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <tuple>

namespace lotse::io {
namespace {

namespace fs = std::filesystem;

Status read_json_file(const fs::path& file, const Limits& limits, NetworkBuilder& builder) {
    const auto text = read_bytes(file, limits);
    if (!text) return text.error();
    if (auto packed = packed_content(*text, path_text(file.filename()))) {
        builder.report(*std::move(packed));
        return std::monostate{};
    }
    if (hsds::is_hsds_json(*text, limits)) {
        auto package = hsds::read_hsds_json(*text, path_text(file.filename()), limits, builder);
        if (!package) return package.error();
        if (*package && (*package)->info.name.empty())
            (*package)->info.name = path_text(file.stem());
        if (*package) hsds::build_hsds_network(**package, builder);
        return std::monostate{};
    }
    return read_json_network(*text, path_text(file.filename()), path_text(file.stem()), limits,
                             builder);
}

template <WorkbookForm form>
Status read_workbook_file(const fs::path& file, const Limits& limits, NetworkBuilder& builder) {
    return read_workbook(file, form, limits, builder);
}

template <GraphResult (*read_graph)(std::string_view, const std::string&, const Limits&,
                                    NetworkBuilder&)>
Status read_graph_file(const fs::path& path, const Limits& limits, NetworkBuilder& builder) {
    auto bytes = read_bytes(path, limits);
    if (!bytes) return bytes.error();
    const std::string file = path_text(path.filename());
    auto text = decode_xml(*std::move(bytes), file, builder);
    if (!text) return std::monostate{};
    auto graph = read_graph(*text, file, limits, builder);
    if (!graph) return graph.error();
    text.reset();
    if (*graph) build_graph_network(**std::move(graph), path_text(path.stem()), builder);
    return std::monostate{};
}

Status read_csv_file(const fs::path& file, const Limits& limits, NetworkBuilder& builder) {
    const auto bytes = read_bytes(file, limits);
    if (!bytes) return bytes.error();
    if (auto packed = packed_content(*bytes, path_text(file.filename()))) {
        builder.report(*std::move(packed));
        return std::monostate{};
    }
    if (const auto pair = find_gephi_pair(file, limits))
        return read_gephi_csv(*pair, limits, builder);
    builder.report(
        {Severity::error,
         "unknown-form",
         {path_text(file.filename()), {}, 0, 0},
         Text{"Eine einzelne CSV-Datei ist noch kein Netz. lotse liest einen Ordner mit "
              "Tabellen (actors.csv …) oder ein Paar aus Knoten (Id, Label) und Kanten "
              "(Source, Target), etwa nodes.csv und edges.csv. Ist die Datei ein "
              "Verzeichnis von Angeboten, schlägt „lotse convert DATEI ZIEL "
              "--propose-map -o zuordnung.csv“ vor, wie daraus ein Netz wird.",
              "A single CSV file is no network yet. lotse reads a folder of tables "
              "(actors.csv …) or a pair of nodes (Id, Label) and edges (Source, "
              "Target), such as nodes.csv and edges.csv. If the file is a directory of "
              "offers, 'lotse convert FILE TARGET --propose-map -o map.csv' proposes how "
              "it becomes a network."}});
    return std::monostate{};
}

template <GraphResult (*read_graph)(std::string_view, const std::string&, const Limits&,
                                    NetworkBuilder&)>
Status read_text_graph(const fs::path& path, const Limits& limits, NetworkBuilder& builder) {
    auto bytes = read_bytes(path, limits);
    if (!bytes) return bytes.error();
    const std::string file = path_text(path.filename());
    const auto text = decode_table(*std::move(bytes), file, builder);
    if (!text) return std::monostate{};
    auto graph = read_graph(*text, file, limits, builder);
    if (!graph) return graph.error();
    if (*graph) build_graph_network(**std::move(graph), path_text(path.stem()), builder);
    return std::monostate{};
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
    Reader{".csv", read_csv_file},
    Reader{".gexf", read_graph_file<read_gexf>},
    Reader{".graphml", read_graph_file<read_graphml>},
    Reader{".gml", read_text_graph<read_gml>},
    Reader{".net", read_text_graph<read_pajek>},
};

Issue unknown_form(const fs::path& path) {
    return {
        Severity::error,
        "unknown-form",
        {path_text(path.filename()), {}, 0, 0},
        Text{"Diese Form eines Netzes liest diese Fassung nicht. Sie liest einen Ordner mit "
             "CSV-Tabellen, eine Arbeitsmappe (.xlsx, .ods, .xls) oder eine Datei .json, .gexf, "
             ".graphml, .gml oder .net.",
             "This version does not read this form of a network. It reads a folder of CSV "
             "tables, a workbook (.xlsx, .ods, .xls) or a file .json, .gexf, .graphml, .gml "
             "or .net."}};
}

/// Tables of HSDS have the headings of nodes too: id and label in attributes.csv.
bool is_beside_hsds(const GephiPair& pair) {
    const auto is_of_hsds = [](const fs::path& file) {
        return !hsds::table_name(file.stem().string()).empty();
    };
    return !pair.edges.empty() && !is_of_hsds(pair.nodes) && !is_of_hsds(pair.edges);
}

Status read_any(const fs::path& path, const Limits& limits, NetworkBuilder& builder) {
    std::error_code failed;
    const auto status = fs::status(path, failed);
    if (!fs::exists(status))
        return file_error(path, failed ? failed.value() : static_cast<int>(ENOENT));
    if (fs::is_directory(status)) {
        const bool of_hsds = hsds::is_hsds_folder(path, limits);
        if (const auto pair = find_gephi_pair(path, limits);
            pair && (!of_hsds || is_beside_hsds(*pair)))
            return read_gephi_csv(*pair, limits, builder);
        if (of_hsds) {
            const auto package = hsds::read_hsds_folder(path, limits, builder);
            if (!package) return package.error();
            hsds::build_hsds_network(*package, builder);
            return std::monostate{};
        }
        return read_csv_folder(path, limits, builder);
    }
    const std::string ending = unicode::match_key(path.extension().string());
    for (const Reader& reader : readers)
        if (reader.ending.substr(1) == ending) return reader.read(path, limits, builder);
    if (ending == "gz" || ending == "zip") {
        const auto bytes = read_bytes(path, limits);
        if (!bytes) return bytes.error();
        if (auto packed = packed_content(*bytes, path_text(path.filename()))) {
            builder.report(*std::move(packed));
            return std::monostate{};
        }
    }
    builder.report(unknown_form(path));
    return std::monostate{};
}

/// The file in which the name and licence of a network stand; of a folder without one the folder.
std::string file_of_network(const fs::path& path) {
    std::error_code failed;
    fs::path file = path;
    if (fs::is_directory(path, failed)) {
        if (fs::exists(path / package_file, failed)) return std::string{package_file};
        file = real_path(path, failed);
        if (failed) file = path;
    }
    std::string name = path_text(file.filename());
    const bool is_private = privacy::client_value(name) || privacy::holds_personal_contact(name);
    return is_private ? "…" : name;
}

/// What concerns the network as a whole has a place, too.
void place_issues(const fs::path& path, std::vector<Issue>& issues) {
    const auto placeless = [](const Issue& issue) { return issue.where.file.empty(); };
    if (std::ranges::none_of(issues, placeless)) return;
    const std::string file = file_of_network(path);
    for (Issue& issue : issues)
        if (placeless(issue)) issue.where.file = file;
    std::ranges::stable_sort(issues, [](const Issue& a, const Issue& b) {
        return std::tie(a.where, a.code) < std::tie(b.where, b.code);
    });
}

}  // namespace

Result<BuildResult> read_network(const fs::path& path, const Limits& limits) {
    NetworkBuilder builder;
    if (const auto status = read_any(path, limits, builder); !status) return status.error();
    BuildResult built = std::move(builder).finish();
    place_issues(path, built.issues);
    return built;
}

}  // namespace lotse::io
