#include <lotse/base/csv_field.hpp>
#include <lotse/base/formula.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/io/export.hpp>
#include <lotse/io/new_network.hpp>

#include "data_package.hpp"
#include "json.hpp"
#include "json_network.hpp"
#include "network_table.hpp"
#include "package_head.hpp"
#include "template_rows.hpp"

#include <algorithm>
#include <map>

namespace lotse::io {
namespace {

/// Not guarded against formulas, as this is for programs; but a text that begins like a guarded one
/// gets one more quote, since the reader takes one off.
void add_field(std::string_view text, std::string& out) {
    if (is_guarded_formula(text))
        add_csv_field('\'' + std::string{text}, ',', out);
    else
        add_csv_field(text, ',', out);
}

void add_line(const std::vector<std::string>& fields, std::string& out) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i != 0) out += ',';
        add_field(fields[i], out);
    }
    out += '\n';
}

std::string line(const std::vector<std::string>& fields) {
    std::string out;
    add_line(fields, out);
    return out;
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
        for (std::string& field : fields) field.clear();
        for_each_exported_text(row, options, [&](std::string_view key, std::string_view text) {
            fields[position.find(key)->second] = text;
        });
        add_line(fields, out);
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

/// Gives each table its columns and text: of the network's rows, or of a template.
struct TableFile {
    std::vector<ExportColumn> columns;
    std::string text;
};

template <class MakeTable>
std::vector<OutputFile> package_files(const Network& network, MakeTable&& make_table) {
    std::vector<OutputFile> files;
    JsonWriter json;
    json.begin_object();
    write_package_head(json, network.info(), {"tabular-data-package", {}});
    json.key("resources");
    json.begin_list();
    NetworkTables::for_each(network.tables(), [&](const auto& rows) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        TableFile made = make_table(rows);
        if (made.columns.empty()) return;
        const std::string file = std::string{Row::table} + ".csv";
        files.push_back({file, std::move(made.text)});
        describe_table(json, Row::table, file, made.columns);
    });
    json.end_list();
    json.end_object();
    files.push_back({std::string{package_file}, std::move(json).text()});
    return files;
}

template <class Row>
TableFile filled_file(const std::vector<Row>& rows, const ExportOptions& options) {
    auto columns = export_columns(rows, options);
    std::string text = table_text(rows, columns, options);
    return {std::move(columns), std::move(text)};
}

/// Headings of all columns.
template <class Row>
TableFile empty_file() {
    TableFile out;
    std::vector<std::string> fields;
    for_each_column<Row>([&](const auto& column) {
        using T = typename std::decay_t<decltype(column)>::Type;
        out.columns.push_back({std::string{column.key}, column_type<T>(), column.need, false});
        fields.emplace_back(column.key);
    });
    out.text = line(fields);
    return out;
}

/// Headings of all columns, and one example row that is a comment.
template <class Row>
TableFile template_file(Language language) {
    TableFile out = empty_file<Row>();
    std::vector<std::string> fields(out.columns.size());
    const auto& cells = template_table(Row::table)->example;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto cell = std::ranges::find(cells, out.columns[i].key, &TemplateCell::column);
        fields[i] = cell == cells.end() ? std::string{} : std::string{cell->text.in(language)};
    }
    fields.front().insert(0, 1, '#');
    out.text += line(fields);
    return out;
}

}  // namespace

std::vector<OutputFile> csv_files(const Network& network, const ExportOptions& options) {
    return package_files(network, [&](const auto& rows) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        if (rows.empty() && Row::table != Actor::table) return TableFile{};
        return filled_file(rows, options);
    });
}

std::vector<OutputFile> begun_folder(const Network& network) {
    const ExportOptions options{Mailboxes::include};
    return package_files(network, [&](const auto& rows) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        return rows.empty() ? empty_file<Row>() : filled_file(rows, options);
    });
}

std::vector<OutputFile> new_folder(Language language) {
    NetworkInfo info;
    info.name = Text{"Neues Netz", "New network"}.in(language);
    return package_files(Network{std::move(info), {}}, [&](const auto& rows) {
        return template_file<typename std::decay_t<decltype(rows)>::value_type>(language);
    });
}

}  // namespace lotse::io
