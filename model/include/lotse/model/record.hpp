/// What all rows of a network's tables share, and how a table's columns are described.
#ifndef LOTSE_MODEL_RECORD_HPP
#define LOTSE_MODEL_RECORD_HPP

#include <lotse/base/id.hpp>
#include <lotse/base/number.hpp>
#include <lotse/base/partial_date.hpp>
#include <lotse/base/text.hpp>
#include <lotse/base/three_valued.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace lotse {

/// A mention of another row by its key. A Network resolves every non-empty one.
template <class Entity>
struct Ref {
    std::string key;
    std::optional<Id<Entity>> id;

    /// Nothing is recorded.
    bool empty() const noexcept { return key.empty(); }
    /// Precondition: not empty and inside a Network.
    Id<Entity> operator*() const { return *id; }
};

/// Where a row was read: which of the input's tables, the row there, and, where rows are no lines,
/// the column at which it begins.
struct RowOrigin {
    std::uint32_t table = 0;
    int row = 0;
    int column = 0;
};

/// Columns that every table may have.
struct Record {
    std::vector<std::string> source;  ///< keys of the sources table (with ":place"), or free text
    std::optional<PartialDate> as_of;
    std::string confidence;
    std::string note;
    std::vector<std::pair<std::string, std::string>> extra;  ///< columns lotse does not know
    RowOrigin origin;
};

enum class Need { optional, required, key };

/// One column of a table: the one place that says how it is called, read, checked and written.
template <class Row, class T>
struct ColumnSpec {
    using Type = T;

    std::string_view key;
    T Row::*member;
    Text heading;
    Need need = Need::optional;
    std::string_view list = {};     ///< code list of the values
    std::string_view aliases = {};  ///< further headings accepted, separated by `|`
    NumberRange range = {};

    /// A row without a value is rejected.
    constexpr ColumnSpec required() const {
        return with([](auto& c) { c.need = Need::required; });
    }
    /// Required, and no two rows may have the same.
    constexpr ColumnSpec as_key() const {
        return with([](auto& c) { c.need = Need::key; });
    }
    /// The values are codes of this list.
    constexpr ColumnSpec codes(std::string_view name) const {
        return with([&](auto& c) { c.list = name; });
    }
    /// Further headings that are recognised, separated by `|`.
    constexpr ColumnSpec also(std::string_view headings) const {
        return with([&](auto& c) { c.aliases = headings; });
    }
    /// Numbers outside are errors; both ends are allowed.
    constexpr ColumnSpec within(double min, double max) const {
        return with([&](auto& c) { c.range = {min, max}; });
    }
    /// Smaller numbers are errors.
    constexpr ColumnSpec at_least(double min) const {
        return with([&](auto& c) { c.range.min = min; });
    }

private:
    template <class Change>
    constexpr ColumnSpec with(Change&& change) const {
        ColumnSpec copy = *this;
        change(copy);
        return copy;
    }
};

/// One entry of columns(): a member with its key and heading.
template <class Row, class T>
constexpr ColumnSpec<Row, T> column(std::string_view key, T Row::*member, Text heading) {
    return {key, member, heading};
}

/// The columns every table ends with.
template <class Row>
constexpr auto record_columns() {
    return std::tuple{
        ColumnSpec<Row, std::vector<std::string>>{"source", &Row::source, {"Quelle", "Source"}}
            .also("Quellen|Beleg"),
        ColumnSpec<Row, std::optional<PartialDate>>{"as_of", &Row::as_of, {"Stand", "As of"}},
        ColumnSpec<Row, std::string>{"confidence", &Row::confidence, {"Sicherheit", "Confidence"}}
            .codes("confidences"),
        ColumnSpec<Row, std::string>{"note", &Row::note, {"Anmerkung", "Note"}}.also(
            "Bemerkung|Notiz|Kommentar|Hinweis"),
    };
}

/// All columns of a row type, the shared ones last; built once, by the compiler.
template <class Row>
inline constexpr auto all_columns = std::tuple_cat(Row::columns(), record_columns<Row>());

/// Calls visit(column) for each of them.
template <class Row, class Visitor>
constexpr void for_each_column(Visitor&& visit) {
    std::apply([&](const auto&... c) { (visit(c), ...); }, all_columns<Row>);
}

}  // namespace lotse

#endif
