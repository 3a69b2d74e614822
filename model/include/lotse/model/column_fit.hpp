/// Whether a text can stand in a column, before a row is made of it.
#ifndef LOTSE_MODEL_COLUMN_FIT_HPP
#define LOTSE_MODEL_COLUMN_FIT_HPP

#include <string>
#include <string_view>

namespace lotse {

/// The NetworkBuilder would read the text in this column of actors or ties (by their keys) without
/// an error: a number in its range, a date, a code of the program (or any, where unknown ones are
/// only warned of). Mentions are looked at for their form only. What is refused because of persons
/// fits: that is for the builder to say. Columns that the table does not have take every text.
/// O(columns + text).
bool fits_column(std::string_view table, std::string_view column, const std::string& text);

}  // namespace lotse

#endif
