#include <lotse/base/formula.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/io/export.hpp>

#include "data_package.hpp"
#include "json.hpp"
#include "json_network.hpp"
#include "network_table.hpp"

#include <map>

namespace lotse::io {
namespace {

/// Not guarded against formulas, as this is for programs; but a text that begins like a guarded one
/// gets one more quote, since the reader takes one off.
std::string field(std::string text) {
    if (is_guarded_formula(text)) text.insert(0, 1, '\'');
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string line(const std::vector<std::string>& fields) {
    std::string out;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i != 0) out += ',';
        out += field(fields[i]);
    }
    return out + '\n';
}

template <class Row>
std::string table_text(const std::vector<Row>& rows, const std::vector<ExportColumn>& columns,
                       const ExportOptions& options) {
    std::vector<std::string> fields;
    std::map<std::string, std::size_t, std::less<>> position;
    for (const ExportColumn& column : columns) {
        position.emplace(column.key, fields.size());
        fields.push_back(column.key);
    }
    std::string out = line(fields);
    for (const Row& row : rows) {
        fields.assign(columns.size(), {});
        for_each_exported_cell(row, options, [&](std::string_view key, const Value& value) {
            fields[position.find(key)->second] = cell_text(value);
        });
        out += line(fields);
    }
    return out;
}

std::string_view frictionless_type(ColumnType type) {
    switch (type) {
        case ColumnType::integer: return "integer";
        case ColumnType::number: return "number";
        case ColumnType::text: break;
    }
    return "string";
}

void write_text(JsonWriter& json, std::string_view key, std::string_view value) {
    json.key(key);
    json.string(value);
}

void describe_table(JsonWriter& json, std::string_view table, const std::string& file,
                    const std::vector<ExportColumn>& columns) {
    json.begin_object();
    write_text(json, "name", table);
    write_text(json, "path", file);
    write_text(json, "profile", "tabular-data-resource");
    write_text(json, "format", "csv");
    write_text(json, "mediatype", "text/csv");
    write_text(json, "encoding", "utf-8");
    json.key("schema");
    json.begin_object();
    json.key("fields");
    json.begin_list();
    for (const ExportColumn& column : columns) {
        json.begin_object(JsonLayout::inline_);
        write_text(json, "name", column.key);
        write_text(json, "type", frictionless_type(column.type));
        if (column.need == Need::key) {
            json.key("constraints");
            json.begin_object(JsonLayout::inline_);
            json.key("required");
            json.boolean(true);
            json.key("unique");
            json.boolean(true);
            json.end_object();
        }
        json.end_object();
    }
    json.end_list();
    json.end_object();
    json.end_object();
}

}  // namespace

std::vector<OutputFile> csv_files(const Network& network, const ExportOptions& options) {
    std::vector<OutputFile> files;
    JsonWriter json;
    json.begin_object();
    write_text(json, "lotse", format_version);
    write_text(json, "profile", "tabular-data-package");
    const NetworkInfo& info = network.info();
    const std::string slug = unicode::slug(info.name);
    write_text(json, "name", slug.empty() ? "network" : slug);
    if (!info.name.empty()) write_text(json, "title", info.name);
    if (!info.license.empty()) {
        json.key("licenses");
        json.begin_list();
        json.begin_object(JsonLayout::inline_);
        write_text(json, "name", info.license);
        json.end_object();
        json.end_list();
    }
    if (info.fictional) {
        json.key("fictional");
        json.boolean(true);
    }
    json.key("resources");
    json.begin_list();
    NetworkTables::for_each(network.tables(), [&](const auto& rows) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        if (rows.empty() && Row::table != Actor::table) return;
        const auto columns = export_columns(rows, options);
        const std::string file = std::string{Row::table} + ".csv";
        files.push_back({file, table_text(rows, columns, options)});
        describe_table(json, Row::table, file, columns);
    });
    json.end_list();
    json.end_object();
    files.push_back({std::string{package_file}, std::move(json).text()});
    return files;
}

}  // namespace lotse::io
