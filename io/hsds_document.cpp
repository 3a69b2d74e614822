#include "hsds_document.hpp"

#include "hsds.hpp"
#include "hsds_columns.hpp"

#include <algorithm>
#include <array>

namespace lotse::io::hsds {

const std::string* value(const DocumentRow& row, std::string_view column) {
    const auto found = std::ranges::find(row.values, column, &DocumentValue::column);
    return found == row.values.end() ? nullptr : &found->text;
}

bool is_thing(const DocumentRow& row) {
    return row.table.empty() || row.table == "organization" || row.table == "service" ||
           row.table == "location";
}

bool says_organization(const DocumentRow& row) {
    constexpr std::array<std::string_view, 10> columns{"alternate_name", "email",
                                                       "website",        "url",
                                                       "logo",           "tax_status",
                                                       tax_number,       "year_incorporated",
                                                       "legal_status",   "parent_organization_id"};
    constexpr std::array<std::string_view, 5> tables{"contact", "phone", "location", "program",
                                                     "organization_identifier"};
    return std::ranges::any_of(columns, [&](auto column) { return value(row, column); }) ||
           std::ranges::any_of(tables, [&](auto table) {
               return std::ranges::find(row.nested, table) != row.nested.end();
           });
}

bool is_field(std::string_view table, std::string_view column) {
    const auto known = std::ranges::find(resources(), table, &Resource::name);
    return known != resources().end() &&
           std::ranges::find(known->fields, column, &Field::name) != known->fields.end();
}

bool is_of_page(std::string_view member) {
    // HSDS 3.0, then Open Referral UK
    constexpr std::array<std::string_view, 16> members{
        "total_items", "total_pages", "page_number",      "size",  "first_page", "last_page",
        "empty",       "totalPages",  "totalElements",    "first", "last",       "number",
        "version",     "profile",     "numberOfElements", "sort"};
    return std::ranges::find(members, member) != members.end();
}

}  // namespace lotse::io::hsds
