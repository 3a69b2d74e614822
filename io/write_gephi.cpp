#include <lotse/base/csv_field.hpp>
#include <lotse/io/export.hpp>

#include "data_package.hpp"
#include "graph_columns.hpp"
#include "json.hpp"
#include "json_network.hpp"
#include "package_head.hpp"

namespace lotse::io {
namespace {

void add_line(const std::vector<std::string>& fields, std::string& out) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i != 0) out += ',';
        add_csv_field(fields[i], ',', out);
    }
    out += '\n';
}

/// Rows of a table: some fields by position, the others by their column.
class GephiTable {
public:
    GephiTable(std::vector<std::string> first, const GraphColumns& columns)
        : columns_{columns}, first_{first.size()} {
        for (const GraphColumn& column : columns.list) first.push_back(column.title);
        add_line(first, text_);
    }

    /// `visit_cells(visit)` calls visit(column, text) for the recorded cells.
    template <class VisitCells>
    void add(std::vector<std::string> fields, VisitCells&& visit_cells) {
        fields.resize(first_ + columns_.list.size());
        visit_cells([&](const GraphColumn& column, std::string_view text) {
            const auto position = static_cast<std::size_t>(&column - columns_.list.data());
            fields[first_ + position] = text;
        });
        add_line(fields, text_);
    }

    std::string text() && { return std::move(text_); }

private:
    const GraphColumns& columns_;
    std::size_t first_;
    std::string text_;
};

std::string description(const Network& network) {
    JsonWriter json;
    const auto write = [&](std::string_view key, std::string_view text) {
        json.key(key);
        json.string(text);
    };
    json.begin_object();
    write_package_head(json, network.info(), {{}, {}, network.tables().sources});
    json.key("resources");
    json.begin_list();
    for (const std::string_view table : {"nodes", "edges"}) {
        json.begin_object(JsonLayout::inline_);
        write("name", table);
        write("path", std::string{table} + ".csv");
        json.end_object();
    }
    json.end_list();
    json.end_object();
    return std::move(json).text();
}

}  // namespace

std::vector<OutputFile> gephi_csv_files(const Network& network, const ExportOptions& options) {
    const GraphColumns actors = actor_columns(network, options);
    GraphColumns ties = tie_columns(network, options);
    // Source is where an edge begins; the German heading of the column means the same.
    for (GraphColumn& column : ties.list)
        if (column.title == "source") column.title = "Quelle";
    GephiTable nodes{{"Id", "Label"}, actors};
    for (std::size_t i = 0; i < network.actors().size(); ++i)
        nodes.add({network.actors()[i].key, network.actors()[i].name}, [&](auto&& visit) {
            for_each_attribute(actors, network, ActorId{i}, options, visit);
        });
    GephiTable edges{{"Source", "Target", "Type"}, ties};
    for (const Tie& tie : network.ties())
        edges.add({tie.from.key, tie.to.key, is_directed(tie.kind) ? "Directed" : "Undirected"},
                  [&](auto&& visit) { for_each_attribute(ties, tie, options, visit); });
    return {{"nodes.csv", std::move(nodes).text()},
            {"edges.csv", std::move(edges).text()},
            {std::string{package_file}, description(network)}};
}

}  // namespace lotse::io
