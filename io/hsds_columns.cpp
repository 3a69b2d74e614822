#include "hsds_columns.hpp"

#include <lotse/model/privacy.hpp>

#include "graph_columns.hpp"
#include "hsds.hpp"
#include "hsds_links.hpp"
#include "json.hpp"

namespace lotse::io::hsds {
namespace {

/// Columns that only say how rows hang together, or that `finish` reads.
bool is_plumbing(std::string_view table, std::string_view column) {
    if (column == "id" || column == "x_lotse_key") return true;
    if (table == "organization") return column == "parent_organization_id";
    return column == (table == "service" ? "organization_id" : "location_type");
}

/// lotse's column for one of HSDS, where both mean the same.
std::string_view same_column(std::string_view table, std::string_view column) {
    if (column == "name") return "name";
    if (table == "organization" && (column == "website" || column == older_website))
        return "website";
    if (table == "location" && column == "latitude") return "lat";
    if (table == "location" && column == "longitude") return "lon";
    return {};
}

}  // namespace

std::string_view linked_column(std::string_view table, std::string_view column) {
    if (column == "id") return "key";
    if (table == "organization" && column == "parent_organization_id") return "part_of";
    if (table != "service") return {};
    if (column == "organization_id") return "providers";
    if (column == "assured_date") return "as_of";
    return column == "status" ? column : std::string_view{};
}

std::string heading_of(const ReadTable& table, std::string_view into, const std::string& column) {
    if (is_plumbing(table.name, column) || column == tax_number) return {};
    if (const auto same = same_column(table.name, column); !same.empty()) return std::string{same};
    if (column.starts_with(extra_prefix)) return column.substr(extra_prefix.size());
    if (column.starts_with(own_prefix)) {
        const std::string own = column.substr(own_prefix.size());
        if (column_key(into, own) == own) return own;
    }
    return column_key(into, column).empty() ? column : kept_heading(column);
}

std::string text_for(std::string_view into, std::string_view heading, const ReadCell& cell) {
    if (heading == "lat" || heading == "lon") return number_text(cell.text);
    const bool is_known = cell.is_json_number && !column_key(into, heading).empty();
    return is_known ? decimal_text(cell.text) : cell.text;
}

bool report_client_data(const ReadPackage& package, NetworkBuilder& builder) {
    bool found = false;
    const auto refuse = [&](const ReadTable& table, int row, int column, Message why) {
        found = true;
        builder.report(
            {Severity::error, client_data, {table.file, {}, row, column}, std::move(why)});
    };
    for (const ReadTable& table : package.tables) {
        for (const ReadColumn& column : table.columns)
            if (const auto what = privacy::client_heading(column.name);
                what && column.name != tax_number)
                refuse(table, table.place.line, column.number,
                       privacy::column_refusal(column.name, *what));
        for (const ReadRow& row : table.rows)
            for (const ReadCell& cell : row.cells)
                if (const auto what = privacy::client_value(cell.text))
                    refuse(table, row.place.line, table.columns[cell.column].number,
                           privacy::value_refusal(*what));
    }
    return found;
}

}  // namespace lotse::io::hsds
