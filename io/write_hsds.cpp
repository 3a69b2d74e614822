#include <lotse/base/csv_field.hpp>
#include <lotse/io/export.hpp>

#include "data_package.hpp"
#include "hsds_package.hpp"
#include "json.hpp"
#include "json_network.hpp"
#include "package_head.hpp"
#include "write_value.hpp"

namespace lotse::io {
namespace {

using hsds::PackageColumn;
using hsds::PackageTable;

void write_text(JsonWriter& json, std::string_view key, std::string_view value) {
    json.key(key);
    json.string(value);
}

std::string csv_text(const PackageTable& table) {
    std::string out;
    for (const PackageColumn& column : table.columns) {
        if (&column != table.columns.data()) out += ',';
        add_csv_field(column.name, ',', out);
    }
    out += '\n';
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i != 0) out += ',';
            add_csv_field(cell_text(row[i]), ',', out);
        }
        out += '\n';
    }
    return out;
}

std::string_view field_type(hsds::Type type) {
    switch (type) {
        case hsds::Type::date: return "date";
        case hsds::Type::number: return "number";
        case hsds::Type::integer: return "integer";
        default: return "string";
    }
}

std::string_view field_format(hsds::Type type) {
    switch (type) {
        case hsds::Type::uuid: return "uuid";
        case hsds::Type::uri: return "uri";
        case hsds::Type::email: return "email";
        default: return {};
    }
}

void describe_column(JsonWriter& json, const PackageColumn& column) {
    json.begin_object(JsonLayout::inline_);
    write_text(json, "name", column.name);
    if (!column.title.empty()) write_text(json, "title", column.title);
    write_text(json, "type", field_type(column.type));
    if (const auto format = field_format(column.type); !format.empty())
        write_text(json, "format", format);
    if (column.required) {
        json.key("constraints");
        json.begin_object(JsonLayout::inline_);
        json.key("required");
        json.boolean(true);
        if (column.name == "id") {
            json.key("unique");
            json.boolean(true);
        }
        json.end_object();
    }
    json.end_object();
}

void describe_references(JsonWriter& json, const PackageTable& table) {
    json.key("foreignKeys");
    json.begin_list();
    for (const PackageColumn& column : table.columns) {
        if (column.refers_to.empty()) continue;
        json.begin_object(JsonLayout::inline_);
        write_text(json, "fields", column.name);
        json.key("reference");
        json.begin_object(JsonLayout::inline_);
        write_text(json, "resource", column.refers_to);
        write_text(json, "fields", "id");
        json.end_object();
        json.end_object();
    }
    json.end_list();
}

void describe_table(JsonWriter& json, const PackageTable& table) {
    json.begin_object();
    write_text(json, "name", table.name);
    write_text(json, "path", table.path);
    if (!table.title.empty()) write_text(json, "title", table.title);
    write_text(json, "profile", "tabular-data-resource");
    write_text(json, "format", "csv");
    write_text(json, "mediatype", "text/csv");
    write_text(json, "encoding", "utf-8");
    json.key("schema");
    json.begin_object();
    json.key("fields");
    json.begin_list();
    for (const PackageColumn& column : table.columns) describe_column(json, column);
    json.end_list();
    if (table.columns.front().name == "id") write_text(json, "primaryKey", "id");
    describe_references(json, table);
    json.end_object();
    json.end_object();
}

std::string package_text(const NetworkInfo& info, const std::vector<PackageTable>& tables) {
    JsonWriter json;
    json.begin_object();
    write_package_head(json, info,
                       {"tabular-data-package", "Human Services Data Specification 3.0"});
    json.key("resources");
    json.begin_list();
    for (const PackageTable& table : tables) describe_table(json, table);
    json.end_list();
    json.end_object();
    return std::move(json).text();
}

}  // namespace

std::vector<OutputFile> hsds_files(const Network& network, const ExportOptions& options) {
    const auto tables = hsds::package_tables(network, options);
    std::vector<OutputFile> files;
    for (const PackageTable& table : tables) files.push_back({table.path, csv_text(table)});
    files.push_back({std::string{package_file}, package_text(network.info(), tables)});
    return files;
}

}  // namespace lotse::io
