/// Cells that name persons or how to reach them. Internal to the NetworkBuilder.
#ifndef LOTSE_MODEL_CONTACT_CELLS_HPP
#define LOTSE_MODEL_CONTACT_CELLS_HPP

#include "table_columns.hpp"

namespace lotse {

/// What is required cannot be withheld; help lines carry their number in their name.
bool holds_contact(const TableColumn& column, std::string_view text);

/// Mail addresses and telephone numbers leave the machine only in the column for mailboxes, and
/// only when asked for. Reports the cell.
Outcome withhold(const TableColumn& column, const CellContext& context);

/// A role that is the name of a person (reported).
Outcome refuse_name(const CellContext& context);

/// "Frau", "Dr.": beside what is no name by itself.
bool holds_title(std::string_view text);

/// "Leitung Petra Meier", "Meier, Petra (Leitung)", but not "Leitung Haus Martin Luther".
bool holds_name(std::string_view text);

/// A text that is no date and no yes or no may be the name of somebody: not "50 %", "vakant" and
/// "Mitte 2024".
bool may_be_name(std::string_view text);

void warn_of_person(const CellContext& context);

}  // namespace lotse

#endif
