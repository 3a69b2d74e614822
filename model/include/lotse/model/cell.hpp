/// Cells between files and rows: what a reader hands to the NetworkBuilder, what a writer gets
/// back.
#ifndef LOTSE_MODEL_CELL_HPP
#define LOTSE_MODEL_CELL_HPP

#include <lotse/base/document.hpp>
#include <lotse/model/record.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace lotse {

/// What a file format says about a cell. CSV knows text only. A workbook also knows what the
/// spreadsheet program took a text for; number, date and error say so. JSON knows the type, and
/// then the type must fit the column.
enum class CellKind {
    text,
    number,
    date,
    error,  ///< #N/A, #DIV/0! ...
    json_string,
    json_number,
    json_boolean,
    json_list
};

/// The type of the cell is known and must fit the column.
constexpr bool is_json(CellKind kind) {
    return kind >= CellKind::json_string;
}

struct Cell {
    std::string text;  ///< list members separated by `|`
    CellKind kind = CellKind::text;
};

namespace detail {

Value cell_value(const std::string& v);
Value cell_value(const std::vector<std::string>& v);
Value cell_value(const PartialDate& v);
Value cell_value(ThreeValued v);
inline Value cell_value(std::int64_t v) {
    return v;
}
inline Value cell_value(double v) {
    return v;
}
template <Enumerated E>
Value cell_value(E v) {
    return std::string{enumerator(v).key};
}
template <class Entity>
Value cell_value(const Ref<Entity>& v) {
    return cell_value(v.key);
}
template <class Entity>
Value cell_value(const std::vector<Ref<Entity>>& v) {
    std::vector<std::string> keys;
    keys.reserve(v.size());
    for (const auto& ref : v) keys.push_back(ref.key);
    return cell_value(keys);
}
template <class T>
Value cell_value(const std::optional<T>& v) {
    return v ? cell_value(*v) : Value{};
}

}  // namespace detail

/// A cell as data: string, integer, number, list of strings, or nothing.
template <class Row, class T>
Value cell_value(const Row& row, const ColumnSpec<Row, T>& column) {
    return detail::cell_value(row.*column.member);
}

/// The same as CSV text; an empty text: nothing recorded.
std::string cell_text(const Value& value);

/// Key of the column that a heading means: by key, German or English heading or a common variant;
/// case, blanks and punctuation do not matter. Empty: no column of the table (by its key).
std::string_view column_key(std::string_view table, std::string_view heading);

}  // namespace lotse

#endif
