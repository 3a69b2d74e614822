/// How the tables of a network look as sheets: columns, drop-downs, the list of codes.
#ifndef LOTSE_IO_XLSX_TABLES_HPP
#define LOTSE_IO_XLSX_TABLES_HPP

#include <lotse/model/network.hpp>

#include "network_table.hpp"
#include "xlsx_book.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lotse::io {

/// What kind of values a column holds.
enum class XlsxContent { text, whole, decimal, yes_no, code, codes, key, keys };

struct XlsxColumn {
    std::string key;
    std::string heading;
    Need need = Need::optional;
    XlsxContent content = XlsxContent::text;
    std::string list;        ///< of codes
    std::string_view table;  ///< that keys point into; empty: none with drop-downs
    NumberRange range;
};

namespace detail {

template <class T>
struct ContentOf {
    static constexpr auto content = XlsxContent::text;
    static constexpr std::string_view list{}, table{};
};
template <>
struct ContentOf<std::optional<std::int64_t>> : ContentOf<void> {
    static constexpr auto content = XlsxContent::whole;
};
template <>
struct ContentOf<std::optional<double>> : ContentOf<void> {
    static constexpr auto content = XlsxContent::decimal;
};
template <>
struct ContentOf<ThreeValued> : ContentOf<void> {
    static constexpr auto content = XlsxContent::yes_no;
};
template <>
struct ContentOf<TieKind> : ContentOf<void> {
    static constexpr auto content = XlsxContent::code;
    static constexpr std::string_view list = "tie_kinds";
};
template <>
struct ContentOf<CoverageState> : ContentOf<void> {
    static constexpr auto content = XlsxContent::code;
    static constexpr std::string_view list = "coverage_states";
};
template <>
struct ContentOf<Sector> : ContentOf<void> {
    static constexpr auto content = XlsxContent::code;
    static constexpr std::string_view list = "sectors";
};
template <>
struct ContentOf<std::optional<Sector>> : ContentOf<Sector> {};
template <class Entity>
struct ContentOf<Ref<Entity>> : ContentOf<void> {
    static constexpr auto content = XlsxContent::key;
    static constexpr std::string_view table = Entity::table;
};
template <class Entity>
struct ContentOf<std::vector<Ref<Entity>>> : ContentOf<void> {
    static constexpr auto content = XlsxContent::keys;
    static constexpr std::string_view table = Entity::table;
};

}  // namespace detail

/// All columns of a table in the order of the format. Heading: the word of the language.
template <class Row>
std::vector<XlsxColumn> xlsx_columns(Language language) {
    std::vector<XlsxColumn> out;
    for_each_column<Row>([&](const auto& column) {
        using T = typename std::decay_t<decltype(column)>::Type;
        using Content = detail::ContentOf<T>;
        XlsxColumn made{std::string{column.key},
                        std::string{column.heading.in(language)},
                        column.need,
                        Content::content,
                        std::string{Content::list},
                        Content::table,
                        column.range};
        if (!column.list.empty()) {
            made.list = column.list;
            made.content = std::is_same_v<T, std::vector<std::string>> ? XlsxContent::codes
                                                                       : XlsxContent::code;
        }
        out.push_back(std::move(made));
    });
    return out;
}

/// Drop-downs need to know where the keys of a table and the labels of a list stand.
struct XlsxLists {
    std::map<std::string, std::string, std::less<>> codes;  ///< formula by list
    std::string yes_no;
    std::map<std::string, std::string, std::less<>> keys;  ///< formula by table
};

/// Rows that may be filled in below the last one with the same drop-downs.
inline constexpr int xlsx_spare_rows = 500;

/// A code as people read it, where reading it again gives the same code; else the code.
std::string xlsx_code_text(const Codebook& codes, std::string_view list, const std::string& code,
                           Language language);

/// The codes of a cell, one or several, as people read them; what is no code stays as it is.
std::string xlsx_words(const XlsxColumn& column, const Codebook& codes, std::string text,
                       Language language);

/// Writes the sheet of all code lists, code and label, the last sheet of a book. `sheet` exists
/// already so that drop-downs can point to it.
XlsxLists write_code_lists(XlsxBook& book, int sheet, const Codebook& codes, Language language);

/// Headings, widths, drop-downs, frozen panes and print set-up of one table.
void lay_out_table(XlsxBook& book, int sheet, const std::vector<XlsxColumn>& columns,
                   const std::vector<double>& widths, const XlsxLists& lists, int last_row,
                   Language language);

}  // namespace lotse::io

#endif
