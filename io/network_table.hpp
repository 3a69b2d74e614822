/// What writers of networks share: which cells leave the machine, which columns a table needs.
#ifndef LOTSE_IO_NETWORK_TABLE_HPP
#define LOTSE_IO_NETWORK_TABLE_HPP

#include <lotse/io/export.hpp>
#include <lotse/model/network.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lotse::io {

enum class ColumnType { text, integer, number };

struct ExportColumn {
    std::string key;  ///< the heading as given where lotse does not know the column
    ColumnType type = ColumnType::text;
    Need need = Need::optional;
    bool foreign = false;
};

inline bool is_exported(std::string_view column, const ExportOptions& options) {
    return column != "mailbox" || options.mailboxes == Mailboxes::include;
}

/// for_each_cell without what is withheld.
template <class Row, class Visitor>
void for_each_exported_cell(const Row& row, const ExportOptions& options, Visitor&& visit) {
    for_each_cell(row, [&](std::string_view key, Value value) {
        if (is_exported(key, options)) visit(key, std::move(value));
    });
}

/// for_each_cell_text without what is withheld.
template <class Row, class Visitor>
void for_each_exported_text(const Row& row, const ExportOptions& options, Visitor&& visit) {
    for_each_cell_text(row, [&](std::string_view key, std::string_view text) {
        if (is_exported(key, options)) visit(key, text);
    });
}

template <class T>
constexpr ColumnType column_type() {
    if constexpr (std::is_same_v<T, std::optional<std::int64_t>>)
        return ColumnType::integer;
    else if constexpr (std::is_same_v<T, std::optional<double>>)
        return ColumnType::number;
    else
        return ColumnType::text;
}

/// Required columns and those with any cell, in the order of the format; foreign ones follow,
/// sorted. A column without cells is there too if a foreign one is called like a synonym of it,
/// which would be read as the column itself without it. O(cells).
template <class Row>
std::vector<ExportColumn> export_columns(const std::vector<Row>& rows,
                                         const ExportOptions& options) {
    std::set<std::string, std::less<>> used;
    for (const Row& row : rows)
        for_each_exported_text(row, options, [&](std::string_view key, std::string_view) {
            if (!used.contains(key)) used.emplace(key);
        });
    std::set<std::string_view> meant;
    for (const std::string& key : used) meant.insert(column_key(Row::table, key));
    std::vector<ExportColumn> out;
    for_each_column<Row>([&](const auto& column) {
        using T = typename std::decay_t<decltype(column)>::Type;
        used.erase(std::string{column.key});
        if (meant.contains(column.key) || column.need != Need::optional)
            out.push_back({std::string{column.key}, column_type<T>(), column.need, false});
    });
    for (const std::string& key : used) out.push_back({key, ColumnType::text, {}, true});
    return out;
}

}  // namespace lotse::io

#endif
