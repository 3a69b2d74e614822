#include <lotse/model/headings.hpp>

#include <lotse/model/network_builder.hpp>

#include "table_columns.hpp"

#include <stdexcept>

namespace lotse {

Text table_heading(std::string_view table) {
    for (const TableName& known : table_names())
        if (known.key == table) return known.name;
    throw std::logic_error{"a table without a heading"};
}

Text heading_of_column(std::string_view table, std::string_view column) {
    for (const TableColumn& known : table_columns(table))
        if (known.key == column) return known.heading;
    throw std::logic_error{"a column without a heading"};
}

Message place_of_column(std::string_view table, std::string_view column) {
    return message({"Spalte „{}“ im Blatt „{}“", "column '{}' of the sheet '{}'"},
                   {Message{heading_of_column(table, column)}, Message{table_heading(table)}});
}

Message place_of_table(std::string_view table) {
    return message({"Blatt „{}“", "sheet '{}'"}, {Message{table_heading(table)}});
}

}  // namespace lotse
