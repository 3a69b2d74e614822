/// What an HSDS document in JSON holds, before its rows have found their tables.
#ifndef LOTSE_IO_HSDS_DOCUMENT_HPP
#define LOTSE_IO_HSDS_DOCUMENT_HPP

#include "hsds_rows.hpp"
#include "json.hpp"

namespace lotse::io::hsds {

struct DocumentValue {
    std::string column;
    std::string text;  ///< list members separated by `|`
    JsonType type = JsonType::string;
    XmlPlace place = {};
};

struct DocumentRow {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    std::string table;
    XmlPlace place;
    std::size_t parent = none;
    bool only_child = false;  ///< an object, not one of a list
    bool is_page = false;     ///< the root object, which may be a row or hold tables
    std::string id = {};
    std::vector<DocumentValue> values = {};
    std::vector<std::string> nested = {};  ///< tables of what it holds
};

/// nullptr: none.
const std::string* value(const DocumentRow& row, std::string_view column);

/// What the others hang on: none of its columns is called like a table.
bool is_thing(const DocumentRow& row);

/// Has what neither terms nor taxonomies have; a `code` or `version` may be of the API's own.
bool says_organization(const DocumentRow& row);

/// A column of HSDS, which takes one text or number.
bool is_field(std::string_view table, std::string_view column);

/// What a page of an API says of itself.
bool is_of_page(std::string_view member);

}  // namespace lotse::io::hsds

#endif
