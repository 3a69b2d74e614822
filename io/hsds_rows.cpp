#include "hsds_rows.hpp"

#include "hsds.hpp"

#include <algorithm>

namespace lotse::io::hsds {

std::uint32_t ReadTable::column(std::string_view column_name) {
    const auto found = std::ranges::find(columns, column_name, &ReadColumn::name);
    const auto index = static_cast<std::uint32_t>(found - columns.begin());
    if (found == columns.end()) columns.push_back({std::string{column_name}});
    return index;
}

const ReadCell* ReadTable::find(const ReadRow& row, std::string_view column_name) const {
    for (const ReadCell& cell : row.cells)
        if (columns[cell.column].name == column_name) return &cell;
    return nullptr;
}

std::string_view ReadTable::text(const ReadRow& row, std::string_view column_name) const {
    const ReadCell* cell = find(row, column_name);
    return cell ? std::string_view{cell->text} : std::string_view{};
}

SourcePosition ReadTable::place_of(const ReadRow& row, std::string_view column_name) const {
    SourcePosition out{file, {}, row.place.line, row.place.column};
    if (const ReadCell* cell = find(row, column_name); cell && columns[cell->column].number != 0)
        out.column = columns[cell->column].number;
    return out;
}

bool ReadPackage::knows_all(std::string_view link_column) const {
    return std::ranges::none_of(tables, [&](const ReadTable& table) {
        return table.is_unread && link_column.ends_with(table.name + "_id");
    });
}

std::string table_name(std::string_view name) {
    if (const auto known = resource_name(name); !known.empty()) return std::string{known};
    if (!name.starts_with(own_prefix)) return {};
    const auto own = table_key(name.substr(own_prefix.size()));
    return own.empty() ? std::string{} : std::string{own_prefix} + std::string{own};
}

}  // namespace lotse::io::hsds
