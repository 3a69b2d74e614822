#include "table_columns.hpp"

#include <lotse/base/text_parts.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/network.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace lotse {
namespace {

template <class Row, std::size_t position>
Outcome read_column(Record& row, const Cell& cell, const CellContext& context) {
    constexpr const auto& column = std::get<position>(all_columns<Row>);
    auto& field = static_cast<Row&>(row).*column.member;
    constexpr bool is_key =
        column.need == Need::key && std::is_same_v<decltype(field), std::string&>;
    if constexpr (is_key && std::is_same_v<Row, Area>)
        return read_area_key(field, cell, context);
    else if constexpr (is_key)
        return read_key(field, cell, context);
    else
        return read_field(field, cell, context);
}

template <class T>
constexpr bool is_list = false;
template <class Member>
constexpr bool is_list<std::vector<Member>> = true;

template <class Row, std::size_t... position>
constexpr auto described(std::index_sequence<position...>) {
    const auto describe = [](const auto& column, auto read) {
        using T = typename std::decay_t<decltype(column)>::Type;
        return TableColumn{column.key,
                           column.heading,
                           column.aliases,
                           column.need,
                           std::is_same_v<T, ThreeValued>,
                           is_list<T>,
                           column.range,
                           read};
    };
    return std::array{
        describe(std::get<position>(all_columns<Row>), &read_column<Row, position>)...};
}

template <class Row>
constexpr auto columns_of_row =
    described<Row>(std::make_index_sequence<std::tuple_size_v<decltype(all_columns<Row>)>>{});

struct IndexedTable {
    std::string_view key;
    std::span<const TableColumn> columns;
    std::map<std::string, const TableColumn*, std::less<>> by_match_key;
};

/// As people type a heading: also with "ae" for "ä".
std::array<std::string, 2> typed(std::string_view heading) {
    return {unicode::match_key(heading), unicode::match_key(unicode::slug(heading))};
}

IndexedTable indexed(std::string_view key, std::span<const TableColumn> columns) {
    IndexedTable out{key, columns, {}};
    const auto name = [&](const TableColumn& column, std::string_view heading) {
        for (std::string& spelling : typed(heading))
            if (!spelling.empty()) out.by_match_key.emplace(std::move(spelling), &column);
    };
    for (const TableColumn& column : columns)
        for (const std::string_view heading : {column.key, column.heading.de, column.heading.en})
            name(column, heading);
    for (const TableColumn& column : columns)
        for (const std::string& alias : split_list(column.aliases)) name(column, alias);
    return out;
}

/// "_until", "//until": somebody put the column aside.
bool is_put_aside(std::string_view heading) {
    heading = unicode::trim(heading);
    return !heading.empty() &&
           std::string_view{"_/-~!"}.find(heading.front()) != std::string_view::npos;
}

const IndexedTable* find_table(std::string_view key) {
    static const std::vector<IndexedTable> tables = [] {
        std::vector<IndexedTable> out;
        NetworkTables::for_each(NetworkTables{}, [&](const auto& rows) {
            using Row = typename std::decay_t<decltype(rows)>::value_type;
            out.push_back(indexed(Row::table, columns_of_row<Row>));
        });
        return out;
    }();
    for (const IndexedTable& table : tables)
        if (table.key == key) return &table;
    return nullptr;
}

}  // namespace

std::span<const TableColumn> table_columns(std::string_view table) {
    const IndexedTable* found = find_table(table);
    return found ? found->columns : std::span<const TableColumn>{};
}

bool is_own_heading(const TableColumn& column, std::string_view heading) {
    const std::string found = unicode::match_key(heading);
    for (const std::string_view own : {column.key, column.heading.de, column.heading.en})
        if (std::ranges::count(typed(own), found) > 0) return true;
    return false;
}

const TableColumn* find_column(std::string_view table, std::string_view heading) {
    const IndexedTable* found = find_table(table);
    if (!found || is_put_aside(heading)) return nullptr;
    const auto it = found->by_match_key.find(unicode::match_key(heading));
    return it == found->by_match_key.end() ? nullptr : it->second;
}

std::string_view column_key(std::string_view table, std::string_view heading) {
    const TableColumn* found = find_column(table, heading);
    return found ? found->key : std::string_view{};
}

}  // namespace lotse
