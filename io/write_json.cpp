#include <lotse/io/export.hpp>

#include "json_network.hpp"
#include "network_table.hpp"
#include "write_value.hpp"

namespace lotse::io {
namespace {

/// The columns without a cell in this first row that a foreign column would be taken for, if the
/// reader met its heading before theirs.
template <class Row>
void write_columns_beside(JsonWriter& json, const std::vector<Row>& rows,
                          const ExportOptions& options) {
    std::set<std::string, std::less<>> headings, beside;
    for (const Row& row : rows)
        for (const auto& [heading, text] : row.extra)
            if (!text.empty() && !headings.contains(heading)) headings.insert(heading);
    for (const std::string& heading : headings) beside.emplace(column_key(Row::table, heading));
    beside.erase("");
    for_each_exported_text(rows.front(), options, [&](std::string_view key, std::string_view) {
        if (const auto said = beside.find(key); said != beside.end()) beside.erase(said);
    });
    for (const std::string& key : beside) {
        json.key(key);
        json.null();
    }
}

}  // namespace

std::string json_text(const Network& network, const ExportOptions& options) {
    JsonWriter json;
    json.begin_object();
    json.key("lotse");
    json.string(format_version);
    const NetworkInfo& info = network.info();
    if (!info.name.empty()) {
        json.key("name");
        json.string(info.name);
    }
    if (!info.license.empty()) {
        json.key("license");
        json.string(info.license);
    }
    if (info.fictional) {
        json.key("fictional");
        json.boolean(true);
    }
    json.key("tables");
    json.begin_object();
    NetworkTables::for_each(network.tables(), [&](const auto& rows) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        if (rows.empty() && Row::table != Actor::table) return;
        json.key(Row::table);
        json.begin_list();
        for (const Row& row : rows) {
            json.begin_object(JsonLayout::inline_);
            if (&row == &rows.front()) write_columns_beside(json, rows, options);
            for_each_exported_cell(row, options, [&](std::string_view key, const Value& value) {
                json.key(key);
                write_value(json, value, Language::en);
            });
            json.end_object();
        }
        json.end_list();
    });
    json.end_object();
    json.end_object();
    return std::move(json).text();
}

}  // namespace lotse::io
