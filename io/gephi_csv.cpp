#include "gephi_csv.hpp"

#include <lotse/base/unicode.hpp>

#include "csv_dialect.hpp"
#include "data_package.hpp"
#include "graph_network.hpp"
#include "other_files.hpp"
#include "own_folder.hpp"
#include "plain_csv.hpp"
#include "text_file.hpp"

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

namespace fs = std::filesystem;

const std::set<std::string, std::less<>> gephi_headings{"id",   "label",  "source",  "target",
                                                        "type", "weight", "timeset", "kind"};

enum class Table { nodes, edges, neither };

std::vector<std::string> headings_of(const CsvRecord& record) {
    std::vector<std::string> out;
    for (const std::string& field : record.fields) out.push_back(unicode::match_key(field));
    return out;
}

/// As "Netz [Nodes].csv" is called nodes.
bool is_called(const fs::path& file, std::initializer_list<std::string_view> words) {
    const std::string name = unicode::match_key(file.stem().string());
    return std::ranges::any_of(
        words, [&](std::string_view word) { return name.find(word) != std::string::npos; });
}
bool is_called_nodes(const fs::path& file) {
    return is_called(file, {"nodes", "knoten"});
}
bool is_called_edges(const fs::path& file) {
    return is_called(file, {"edges", "kanten"});
}

Result<DataPackage> package_beside(const fs::path& table, const Limits& limits,
                                   NetworkBuilder& builder) {
    const fs::path package = table.parent_path() / package_file;
    std::error_code failed;
    if (!fs::is_regular_file(package, failed) || !lies_inside(package, package.parent_path()))
        return DataPackage{};
    const auto text = read_bytes(package, limits);
    if (!text) return text.error();
    return read_data_package(*text, limits, builder);
}

/// What the package says of the table; by itself: nothing.
PackageResource resource_of(const DataPackage& package, const fs::path& table) {
    const auto found = std::ranges::find_if(package.resources, [&](const PackageResource& one) {
        return fs::path{one.path}.lexically_normal() == table.filename();
    });
    return found == package.resources.end() ? PackageResource{} : *found;
}

/// The headings are legible, too, where a byte further down is none of UTF-8.
std::optional<std::string> heading_text(std::string_view bytes) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(mark)) return std::string{bytes.substr(mark.size())};
    auto decoded = unicode::decode(bytes);
    if (!decoded) return std::nullopt;
    return std::move(decoded->text);
}

/// Only the first record counts: Gephi writes nothing above its headings. By their name nodes
/// without Label are known, and edges even if nothing else fits: their reader says what is wrong.
Table table_in(const fs::path& file, const DataPackage& package, const Limits& limits) {
    const Table by_name = is_called_edges(file) ? Table::edges : Table::neither;
    const auto bytes = read_bytes(file, limits);
    if (!bytes) return by_name;
    const auto text = heading_text(*bytes);
    if (!text) return is_called_nodes(file) ? Table::nodes : by_name;
    const char delimiter = resource_of(package, file).delimiter;
    const CsvDialect dialect = delimiter != 0 ? find_dialect_of(*text, gephi_headings, delimiter)
                                              : find_dialect(*text, gephi_headings);
    CsvScanner scanner{*text, dialect.delimiter};
    CsvRecord record;
    const int above = is_separator_line(*text) ? 1 : 0;
    if (above == 1) scanner.next(record);
    if (dialect.heading_record != above || scanner.next(record) != CsvScanner::Step::record)
        return by_name;
    const auto headings = headings_of(record);
    const auto has = [&](std::string_view heading) {
        return std::ranges::find(headings, heading) != headings.end();
    };
    if (has("source") && has("target")) return Table::edges;
    if (has("id") && (has("label") || is_called_nodes(file))) return Table::nodes;
    return by_name;
}

std::optional<GephiPair> pair_in_folder(const fs::path& folder, const Limits& limits) {
    GephiPair pair;
    pair.folder = folder;
    NetworkBuilder unheard;
    const auto package = package_beside(folder / package_file, limits, unheard);
    if (!package) return std::nullopt;
    std::error_code failed;
    for (fs::directory_iterator it{folder, failed}, end; !failed && it != end;
         it.increment(failed)) {
        const fs::path& file = it->path();
        if (!is_csv_file(file) || file.filename().string().starts_with('.')) continue;
        if (!table_key(file.stem().string()).empty() || !lies_inside(file, folder))
            return std::nullopt;
        const Table table = table_in(file, *package, limits);
        if (table == Table::neither) continue;
        fs::path& place = table == Table::nodes ? pair.nodes : pair.edges;
        if (!place.empty()) return std::nullopt;
        place = file;
    }
    if (failed || pair.nodes.empty()) return std::nullopt;
    return pair;
}

/// The name with `word` in place of the other table's.
fs::path sibling(const fs::path& file, std::string_view from, std::string_view to) {
    std::string name = file.filename().string();
    const auto at = name.rfind(from);
    if (at == std::string::npos) return {};
    name.replace(at, from.size(), to);
    std::error_code failed;
    const fs::path other = file.parent_path() / name;
    return fs::is_regular_file(other, failed) ? other : fs::path{};
}

std::optional<GephiPair> pair_of_file(const fs::path& file, const Limits& limits) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> names{
        {{"nodes", "edges"}, {"Nodes", "Edges"}, {"Knoten", "Kanten"}}};
    NetworkBuilder unheard;
    const auto package = package_beside(file, limits, unheard);
    const Table table = table_in(file, package ? *package : DataPackage{}, limits);
    for (const auto& [nodes, edges] : names) {
        if (table == Table::nodes)
            if (const auto other = sibling(file, nodes, edges); !other.empty())
                return GephiPair{file, other, {}};
        if (table == Table::edges)
            if (const auto other = sibling(file, edges, nodes); !other.empty())
                return GephiPair{other, file, {}};
    }
    if (table == Table::nodes) return GephiPair{file, {}, {}};
    return std::nullopt;
}

/// Reads one of the two tables.
class TableReader {
public:
    TableReader(const fs::path& path, const DataPackage& package, Table table, const Limits& limits,
                NetworkBuilder& builder, GraphFile& graph)
        : path_{path},
          file_{path_text(path.filename())},
          resource_{resource_of(package, path)},
          table_{table},
          limits_{limits},
          builder_{builder},
          graph_{graph} {}

    Status read() {
        (table_ == Table::nodes ? graph_.node_file : graph_.edge_file) = file_;
        auto bytes = read_bytes(path_, limits_);
        if (!bytes) return bytes.error();
        const auto text = decode_as(resource_.encoding, *std::move(bytes), file_, builder_);
        const auto whole = text ? read_text(*text) : false;
        if (!whole) return whole.error();
        if (table_ == Table::nodes) graph_.lacks_nodes = !*whole;
        return std::monostate{};
    }

private:
    Result<bool> read_text(std::string_view text) {
        const std::string_view key = table_ == Table::nodes ? Actor::table : Tie::table;
        return read_plain_csv(
            {text, file_, gephi_headings, key, key, hints_of(resource_)}, limits_, builder_,
            [&](const CsvRecord& record) { read_headings(record); },
            [&](CsvRecord& record) { read_row(record); });
    }

    void read_headings(const CsvRecord& record) {
        headings_ = headings_of(record);
        auto& attributes = table_ == Table::nodes ? graph_.node_attributes : graph_.edge_attributes;
        for (std::size_t i = 0; i < headings_.size(); ++i) {
            attribute_.push_back(static_cast<std::uint32_t>(attributes.size()));
            if (is_own(i)) {
                refuse_second(i, record);
                continue;
            }
            GraphAttribute attribute;
            attribute.title = unicode::trim(record.fields[i]);
            if (attribute.title.empty()) attribute.title = "attribute" + std::to_string(i + 1);
            attribute.column = static_cast<int>(i + 1);
            if (table_ == Table::edges && headings_[i] == graph_titles::weight)
                attribute.type = GraphType::number;
            attributes.push_back(std::move(attribute));
        }
        if (table_ == Table::edges)
            for (const std::string_view wanted : {"source", "target"}) require(wanted, record.line);
    }

    /// Nobody can say which of two columns Id counts.
    void refuse_second(std::size_t i, const CsvRecord& record) {
        const auto first = std::ranges::find(headings_, headings_[i]);
        if (first - headings_.begin() == static_cast<std::ptrdiff_t>(i)) return;
        blocked_ = true;
        builder_.report(
            {Severity::error,
             "duplicate-column",
             {file_, {}, record.line, static_cast<int>(i + 1)},
             message({"Die Spalte „{}“ kommt zweimal vor. Bitte eine umbenennen oder löschen.",
                      "The column '{}' occurs twice. Rename or delete one."},
                     {unicode::trim(record.fields[i])})});
    }

    void require(std::string_view heading, int row) {
        if (std::ranges::find(headings_, heading) != headings_.end()) return;
        blocked_ = true;
        builder_.report({Severity::error,
                         "missing-column",
                         {file_, {}, row, 0},
                         message({"Die Spalte {} fehlt. Kanten brauchen die Spalten Source und "
                                  "Target; bitte so überschreiben.",
                                  "The column {} is missing. Edges need the columns Source and "
                                  "Target; give them these headings."},
                                 {heading == "source" ? "Source" : "Target"})});
    }

    /// A column that Gephi gives a meaning to which no attribute has.
    bool is_own(std::size_t i) const {
        const std::string& heading = headings_[i];
        if (heading == "id") return true;
        return table_ == Table::edges &&
               (heading == "source" || heading == "target" || heading == "type");
    }

    void read_row(CsvRecord& record) {
        if (blocked_) return look_for_client_data(record, file_, builder_);
        const XmlPlace place{record.line, 0};
        const auto own = [&](std::string_view heading) {
            const auto found = std::ranges::find(headings_, heading);
            if (found == headings_.end()) return std::string{};
            const auto i = static_cast<std::size_t>(found - headings_.begin());
            return std::string{unicode::trim(record.fields[i])};
        };
        std::vector<GraphValue> values;
        for (std::size_t i = 0; i < headings_.size(); ++i)
            if (!is_own(i) && !unicode::trim(record.fields[i]).empty())
                values.push_back({attribute_[i], std::move(record.fields[i])});
        if (table_ == Table::nodes)
            graph_.nodes.push_back({own("id"), {}, std::move(values), place});
        else
            graph_.edges.push_back({own("source"), own("target"), GraphDirection::undirected,
                                    std::move(values), place});
        if (table_ == Table::edges) take_direction(own("type"), graph_.edges.back());
    }

    void take_direction(const std::string& type, GraphEdge& edge) {
        const std::string key = unicode::match_key(type);
        if (key == "directed") edge.direction = GraphDirection::directed;
        if (key == "mutual") edge.direction = GraphDirection::mutual;
        edge.faulty = !key.empty() && key != "directed" && key != "mutual" && key != "undirected";
        if (edge.faulty)
            builder_.report(
                {Severity::error,
                 "bad-value",
                 {file_, {}, edge.place.line, 0},
                 message({"Type: „{}“ ist keine Richtung. Möglich sind Directed und Undirected.",
                          "Type: '{}' is not a direction. Possible are Directed and Undirected."},
                         {type})});
    }

    const fs::path& path_;
    std::string file_;
    PackageResource resource_;
    Table table_;
    const Limits& limits_;
    NetworkBuilder& builder_;
    GraphFile& graph_;
    std::vector<std::string> headings_;
    std::vector<std::uint32_t> attribute_;
    bool blocked_ = false;  ///< a column is missing without which no row can be read
};

void report_unread(const GephiPair& pair, NetworkBuilder& builder) {
    const auto is_read = [&](const fs::path& file) {
        return file.filename() == pair.nodes.filename() || file.filename() == pair.edges.filename();
    };
    std::error_code failed;
    for (const fs::path& file : visible_entries(pair.folder, failed))
        if (is_csv_file(file) && !is_read(file))
            builder.report({Severity::warning,
                            "unknown-file",
                            {path_text(file.filename()), {}, 0, 0},
                            Text{"Die Datei hat weder die Spalten von Knoten (Id, Label) noch die "
                                 "von Kanten (Source, Target) und wird nicht gelesen.",
                                 "The file has neither the columns of nodes (Id, Label) nor those "
                                 "of edges (Source, Target) and is not read."}});
    report_other_files(
        pair.folder, [](const fs::path& file) { return is_csv_file(file); },
        [](std::string_view table) { return table == Actor::table; }, builder);
}

}  // namespace

std::optional<GephiPair> find_gephi_pair(const fs::path& path, const Limits& limits) {
    std::error_code failed;
    return fs::is_directory(path, failed) ? pair_in_folder(path, limits)
                                          : pair_of_file(path, limits);
}

Status read_gephi_csv(const GephiPair& pair, const Limits& limits, NetworkBuilder& builder) {
    GraphFile graph;
    graph.place = {1, 0};
    const auto package = package_beside(pair.nodes, limits, builder);
    if (!package) return package.error();
    graph.info = package->info;
    if (auto status =
            TableReader{pair.nodes, *package, Table::nodes, limits, builder, graph}.read();
        !status)
        return status;
    if (!pair.edges.empty())
        if (auto status =
                TableReader{pair.edges, *package, Table::edges, limits, builder, graph}.read();
            !status)
            return status;
    if (!pair.folder.empty()) report_unread(pair, builder);
    if (graph.edge_file.empty()) graph.edge_file = graph.node_file;
    std::error_code failed;
    const fs::path folder = real_path(pair.nodes, failed).parent_path();
    build_graph_network(std::move(graph), path_text(folder.filename()), builder);
    return std::monostate{};
}

}  // namespace lotse::io
