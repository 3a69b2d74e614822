/// The headings of the template, for sentences that say where something is to be entered.
#ifndef LOTSE_MODEL_HEADINGS_HPP
#define LOTSE_MODEL_HEADINGS_HPP

#include <lotse/base/text.hpp>

#include <string_view>

namespace lotse {

/// "Akteure", "Actors". Precondition: table_names() has the table.
Text table_heading(std::string_view table);

/// "Sektor", "Sector". Precondition: the table has the column.
Text heading_of_column(std::string_view table, std::string_view column);

/// "Spalte „Sektor“ im Blatt „Akteure“". Precondition: as above.
Message place_of_column(std::string_view table, std::string_view column);

/// "Blatt „Akteure“". Precondition: as above.
Message place_of_table(std::string_view table);

}  // namespace lotse

#endif
