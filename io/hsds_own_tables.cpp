#include <lotse/model/network_builder.hpp>

#include "hsds_package.hpp"

namespace lotse::io::hsds {
namespace {

/// A foreign column must not be taken for one that is written for others, nor for an escaped one.
std::string name_of(const ExportColumn& column) {
    const bool clear = !column.foreign ||
                       !(column.key.starts_with("hsds_") || column.key.starts_with(extra_prefix));
    return clear ? column.key : std::string{extra_prefix} + column.key;
}

template <class Row>
void add_table(const Network& network, const std::vector<Row>& rows, const ExportOptions& options,
               std::vector<PackageTable>& out) {
    constexpr bool is_actors = std::is_same_v<Row, Actor>;
    constexpr bool is_ties = std::is_same_v<Row, Tie>;
    if constexpr (std::is_same_v<Row, Offer> || std::is_same_v<Row, Venue>) return;
    std::vector<Row> left;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!is_actors || !is_organization(network, ActorId{i})) left.push_back(rows[i]);
    if (left.empty()) return;
    PackageTable table;
    table.name = std::string{own_prefix} + std::string{Row::table};
    table.path = table.name + ".csv";
    for (const TableName& name : table_names())
        if (name.key == Row::table) table.title = std::string{name.name.in(options.language)};
    if constexpr (is_actors) table.columns.push_back({"hsds_id", {}, Type::uuid});
    if constexpr (is_ties) {
        table.columns.push_back({"hsds_from_id", {}, Type::uuid});
        table.columns.push_back({"hsds_to_id", {}, Type::uuid});
    }
    std::map<std::string, std::size_t, std::less<>> position;
    for (const ExportColumn& column : export_columns(left, options)) {
        position.emplace(column.key, table.columns.size());
        table.columns.push_back(
            {name_of(column), {}, type_of(column.type), column.need == Need::key});
    }
    for (const Row& row : left) {
        auto& cells = table.rows.emplace_back(table.columns.size());
        if constexpr (is_actors) cells[0] = id_of(Actor::table, row.key);
        if constexpr (is_ties) {
            cells[0] = id_of(Actor::table, row.from.key);
            cells[1] = id_of(Actor::table, row.to.key);
        }
        for_each_exported_cell(row, options, [&](std::string_view key, Value value) {
            cells[position.find(key)->second] = std::move(value);
        });
    }
    for_each_column<Row>([&](const auto& column) {
        if (const auto at = position.find(column.key); at != position.end())
            table.columns[at->second].title = std::string{column.heading.in(options.language)};
    });
    out.push_back(std::move(table));
}

}  // namespace

Type type_of(ColumnType type) {
    switch (type) {
        case ColumnType::integer: return Type::integer;
        case ColumnType::number: return Type::number;
        case ColumnType::text: break;
    }
    return Type::text;
}

std::vector<PackageTable> own_tables(const Network& network, const ExportOptions& options) {
    std::vector<PackageTable> out;
    NetworkTables::for_each(network.tables(),
                            [&](const auto& rows) { add_table(network, rows, options, out); });
    return out;
}

}  // namespace lotse::io::hsds
