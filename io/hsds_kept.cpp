#include "hsds_kept.hpp"

#include <lotse/base/unicode.hpp>

#include "hsds.hpp"

#include <algorithm>
#include <array>

namespace lotse::io::hsds {
namespace {

struct Column {
    std::string_view table;
    std::string_view name;
};

/// Those that lotse reads, beside ids.
constexpr std::array<Column, 19> read_columns{{
    {"attribute", "link_entity"},
    {"service_area", "name"},
    {"service_area", "service_area"},
    {"service_area", "x_lotse_area"},
    {"funding", "source"},
    {"funding", "x_lotse_funder"},
    {"language", "name"},
    {"language", "language"},
    {"language", "code"},
    {"cost_option", "amount"},
    {"cost_option", "currency"},
    {"cost_option", "option"},
    {"cost_option", "amount_description"},
    {"cost_option", "valid_from"},
    {"cost_option", "valid_to"},
    {"schedule", "valid_from"},
    {"schedule", "valid_to"},
    {"accessibility", "description"},
    {"accessibility", "accessibility"},
}};

/// Geometries: no text that a person reads.
constexpr std::array<Column, 2> left_out_columns{{
    {"service_area", "extent"},
    {"service_area", "extent_type"},
}};

/// HSDS 3.0 (RFC 5545), then those of 1 and 2.
constexpr std::array<std::string_view, 18> times{
    "opens_at",   "closes_at", "dtstart",  "timezone",   "until",    "count",
    "wkst",       "freq",      "interval", "byday",      "byweekno", "bymonth",
    "bymonthday", "byyearday", "weekday",  "start_date", "end_date", "closed"};

template <class Columns>
bool holds(const Columns& columns, const ReadTable& table, std::string_view name) {
    return std::ranges::any_of(columns, [&](const Column& column) {
        return column.table == table.name && column.name == name;
    });
}

bool is_read(const ReadTable& table, std::string_view name, std::string_view text) {
    if (name.empty() || name == "id" || name.ends_with("_id")) return true;
    if (table.name == "attribute" && name == "link_type") return !resource_name(text).empty();
    if (table.name == "schedule" && is_time_of_schedule(name)) return true;
    return holds(read_columns, table, name);
}

}  // namespace

bool is_time_of_schedule(std::string_view column) {
    return std::ranges::find(times, column) != times.end();
}

void keep_rest(const ReadTable& table, const ReadRow& row, std::string_view about, KeptTexts& into,
               GroupedIssues& issues) {
    for (const ReadCell& cell : row.cells) {
        const std::string& name = table.columns[cell.column].name;
        const auto text = unicode::trim(cell.text);
        if (text == about || is_read(table, name, text)) continue;
        if (holds(left_out_columns, table, name)) {
            issues.add(Severity::warning, "not-carried", row.place,
                       {"{}: Dafür hat lotse keinen Platz; nicht übernommen (Zeilen: {}).",
                        "{}: lotse has no place for this; not carried over (rows: {})."},
                       table.name + '.' + name);
            continue;
        }
        std::string kept{about};
        if (!kept.empty()) kept += ": ";
        kept += text;
        Texts& texts = into[table.name + '_' + name];
        if (std::ranges::find(texts, kept) == texts.end()) texts.push_back(std::move(kept));
    }
}

}  // namespace lotse::io::hsds
