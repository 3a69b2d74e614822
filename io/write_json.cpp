#include <lotse/io/export.hpp>

#include "json_network.hpp"
#include "network_table.hpp"
#include "write_value.hpp"

namespace lotse::io {

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
